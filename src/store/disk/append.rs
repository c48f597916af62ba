//! Adding whole lines to the end of a history: locked, in one write, synced, and on what is really its end.

use std::fs::{File, OpenOptions};
use std::io::{self, Read, Write};
use std::path::Path;

use super::lock::{open_regular, same_file};
use super::write_error::{WriteError, io_at};

/// What an append found at the end of the file and mended.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Healed {
    /// A last line that was cut off by a crash, taken away: no event, but somebody may know what it was.
    pub torn: Option<String>,
}

/// Appends whole lines with one write and syncs them. Waits for other writers, gives an unended last line its newline,
/// cuts off one that is torn; if the disk will not hold it all, takes everything back.
///
/// # Errors
/// When the file is absent, no regular file, in the middle of a merge, or the system refuses.
pub fn append(path: &Path, lines: &str) -> Result<Healed, WriteError> {
    let mut file = open(path)?;
    let before = whole(&mut file, path)?;
    let (length, healed, newline) = mend_tail(&file, path, &before)?;
    let text = if newline { format!("\n{lines}") } else { lines.to_owned() };
    write_once(&mut file, text.as_bytes()).and_then(|()| file.sync_data()).map_err(|source| {
        // Truncating works even on a full disk; if it does not, there is nothing left to try.
        let _ = file.set_len(length);
        WriteError::Io { path: path.to_owned(), source }
    })?;
    Ok(healed)
}

/// Whether lines could be appended now; nothing is written.
///
/// # Errors
/// As for [`append`].
pub fn can_append(path: &Path) -> Result<(), WriteError> {
    whole(&mut open(path)?, path).map(drop)
}

/// Takes back lines that were appended, where they stand at the end still; lines that others put behind them stay.
///
/// # Errors
/// When the file cannot be written.
pub fn take_back(path: &Path, lines: &str) -> Result<(), WriteError> {
    let mut file = open(path)?;
    let text = whole(&mut file, path)?;
    match text.strip_suffix(lines.as_bytes()) {
        Some(before) => file.set_len(before.len() as u64).and_then(|()| file.sync_data()).map_err(io_at(path)),
        None => Err(WriteError::Changed(path.to_owned())),
    }
}

/// Opens for appending and locks; again, if the file was moved away while we waited. Links are not followed.
fn open(path: &Path) -> Result<File, WriteError> {
    loop {
        let file = open_regular(path, OpenOptions::new().read(true).append(true))?;
        file.lock().map_err(io_at(path))?;
        if same_file(&file, path).map_err(io_at(path))? {
            return Ok(file);
        }
    }
}

/// What the file holds; no file in the middle of a merge is looked at further.
fn whole(file: &mut File, path: &Path) -> Result<Vec<u8>, WriteError> {
    let mut bytes = Vec::new();
    file.read_to_end(&mut bytes).map_err(io_at(path))?;
    if bytes.split(|&byte| byte == b'\n').any(is_merge_mark) {
        return Err(WriteError::Conflict(path.to_owned()));
    }
    Ok(bytes)
}

/// One write: what a reader without a lock sees is a prefix, never a mixture.
fn write_once(file: &mut File, bytes: &[u8]) -> io::Result<()> {
    let written = file.write(bytes)?;
    // A short write means that there is no room; the next one says why.
    file.write_all(&bytes[written..])
}

/// Whether a line is a mark that Git leaves in a file whose merge is not finished.
fn is_merge_mark(line: &[u8]) -> bool {
    line.starts_with(b"<<<<<<< ") || line.starts_with(b">>>>>>> ") || line.trim_ascii_end() == b"======="
}

/// Looks at the end of a history: its length after mending, what was cut off, and whether a newline must come first.
fn mend_tail(file: &File, path: &Path, before: &[u8]) -> Result<(u64, Healed, bool), WriteError> {
    let length = before.len() as u64;
    let last_line = before.rsplit(|&b| b == b'\n').next().unwrap_or_default();
    if last_line.is_empty() {
        return Ok((length, Healed::default(), false));
    }
    let text = String::from_utf8_lossy(last_line);
    // A line that some program began as we do and did not finish is no event. Any other ending is somebody's own text.
    let ours = text.starts_with("- {\"") && serde_json::from_str::<serde::de::IgnoredAny>(&text[2..]).is_err();
    if !ours && text != "-" && text != "- " && text != "- {" {
        return Ok((length, Healed::default(), true));
    }
    let kept = length - last_line.len() as u64;
    file.set_len(kept).map_err(io_at(path))?;
    Ok((kept, Healed { torn: Some(text.into_owned()) }, false))
}

#[cfg(test)]
mod tests {
    use std::fs;
    use std::path::PathBuf;

    use super::super::atomic::create;
    use super::*;

    fn history(content: &str) -> (tempfile::TempDir, PathBuf) {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("a.history.yaml");
        create(&path, content).unwrap();
        (folder, path)
    }

    const LINE: &str = "- {\"id\": \"n\"}\n";

    #[test]
    fn a_missing_newline_is_given_and_a_torn_line_is_cut_off() {
        let (_folder, path) = history("- {\"id\": \"a\"}");
        assert_eq!(append(&path, LINE).unwrap(), Healed::default());
        assert_eq!(fs::read_to_string(&path).unwrap(), format!("- {{\"id\": \"a\"}}\n{LINE}"));

        let (_folder, path) = history("- {\"id\": \"a\"}\n- {\"id\": \"b\", \"val");
        assert_eq!(append(&path, LINE).unwrap().torn.as_deref(), Some("- {\"id\": \"b\", \"val"));
        assert_eq!(fs::read_to_string(&path).unwrap(), format!("- {{\"id\": \"a\"}}\n{LINE}"));

        let (_folder, path) = history("- id: by-hand\n  note: mine");
        append(&path, LINE).unwrap();
        assert_eq!(fs::read_to_string(&path).unwrap(), format!("- id: by-hand\n  note: mine\n{LINE}"));
    }

    #[test]
    fn what_was_appended_is_taken_back_unless_others_wrote_behind_it() {
        let (_folder, path) = history("- {\"id\": \"a\"}\n");
        append(&path, LINE).unwrap();
        take_back(&path, LINE).unwrap();
        assert_eq!(fs::read_to_string(&path).unwrap(), "- {\"id\": \"a\"}\n");
        append(&path, LINE).unwrap();
        append(&path, "- {\"id\": \"z\"}\n").unwrap();
        assert!(matches!(take_back(&path, LINE), Err(WriteError::Changed(_))));
    }

    #[test]
    fn nothing_is_appended_to_a_merge_a_link_or_nothing() {
        for merging in ["<<<<<<< HEAD", "- {}\n<<<<<<< HEAD\n- {}\n", "- {}\n=======\r\n- {}\n", ">>>>>>> theirs\n"] {
            let (_folder, path) = history(merging);
            assert!(matches!(append(&path, LINE), Err(WriteError::Conflict(_))), "{merging}");
        }
        let (_folder, path) = history("- {}\n");
        assert!(matches!(append(&path.with_extension("gone"), LINE), Err(WriteError::Gone(_))));
        #[cfg(unix)]
        {
            let link = path.with_extension("link");
            std::os::unix::fs::symlink(&path, &link).unwrap();
            assert!(matches!(append(&link, LINE), Err(WriteError::NotAFile(_))));
        }
    }
}
