//! Adding events to a history, on what is really its end.

use std::path::Path;

use super::tail::{Sound, sound, takes_lines};
use crate::store::disk::{Appending, WriteError};
use crate::store::layout;

/// What an append found at the end of the file and mended.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Healed {
    /// What a crash left at the end, taken away: no event, but somebody may know what it was.
    pub torn: Option<Vec<u8>>,
    /// Whether the last line lacked its end, and was given one.
    pub ended: bool,
}

/// Appends whole lines with one write and syncs them. Waits for other writers, gives an unended last line its newline,
/// cuts off one that is torn; if the disk will not hold it all, takes everything back.
///
/// # Errors
/// When the file is absent, no regular file, in the middle of a merge, takes no lines, or the system refuses.
pub fn append(path: &Path, lines: &str) -> Result<Healed, WriteError> {
    let file = Appending::open(path)?;
    let Sound { bytes: whole, torn } = fit(&file.bytes, path, lines.len())?;
    let healed = Healed { torn: torn.map(<[u8]>::to_vec), ended: !(whole.is_empty() || whole.ends_with(b"\n")) };
    let newline = if healed.ended { "\n" } else { "" };
    let keep = whole.len();
    file.add(keep, format!("{newline}{lines}").as_bytes())?;
    Ok(healed)
}

/// Whether lines of so many bytes could be appended now; nothing is written.
///
/// # Errors
/// As for [`append`].
pub fn can_append(path: &Path, bytes: usize) -> Result<(), WriteError> {
    fit(&Appending::open(path)?.bytes, path, bytes).map(drop)
}

/// Takes back lines that were appended, and what was mended before them, where they stand at the end still; lines that others
/// put behind them stay.
///
/// # Errors
/// When the file cannot be written.
pub fn take_back(path: &Path, lines: &str, healed: &Healed) -> Result<(), WriteError> {
    let file = Appending::open(path)?;
    let before = file.bytes.strip_suffix(lines.as_bytes()).map(|before| before.len() - usize::from(healed.ended));
    let torn = healed.torn.as_deref().unwrap_or_default();
    before.map_or_else(|| Err(WriteError::Changed(path.to_owned())), |before| file.add(before, torn))
}

/// What a history holds, if lines that are added to it will be read.
fn fit<'b>(bytes: &'b [u8], path: &Path, more: usize) -> Result<Sound<'b>, WriteError> {
    if bytes.split(|&byte| byte == b'\n').any(is_merge_mark) {
        return Err(WriteError::Conflict(path.to_owned()));
    }
    let sound = sound(bytes);
    if sound.bytes.len() + more >= layout::MAX_HISTORY {
        return Err(WriteError::Full { path: path.to_owned(), limit: layout::MAX_HISTORY });
    }
    if !takes_lines(sound.bytes) {
        return Err(WriteError::NoLines(path.to_owned()));
    }
    Ok(sound)
}

/// Whether a line is a mark that Git leaves in a file whose merge is not finished.
fn is_merge_mark(line: &[u8]) -> bool {
    line.starts_with(b"<<<<<<< ") || line.starts_with(b">>>>>>> ") || line.trim_ascii_end() == b"======="
}

#[cfg(test)]
mod tests {
    use std::fs;
    use std::path::PathBuf;

    use super::*;
    use crate::store::disk::create;

    fn history(content: impl AsRef<[u8]>) -> (tempfile::TempDir, PathBuf) {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("a.history.yaml");
        create(&path, content).unwrap();
        (folder, path)
    }

    const LINE: &str = "- {\"id\": \"n\"}\n";

    #[test]
    fn a_missing_newline_is_given_and_a_torn_line_is_cut_off() {
        for (before, torn, after) in [
            ("- {\"id\": \"a\"}", None, "- {\"id\": \"a\"}\n"),
            ("- {\"id\": \"a\"}\n- {\"id\": \"b\", \"val", Some("- {\"id\": \"b\", \"val"), "- {\"id\": \"a\"}\n"),
            ("- id: by-hand\n  note: mine", None, "- id: by-hand\n  note: mine\n"),
            ("- {\"id\": \"a\"} # mine", None, "- {\"id\": \"a\"} # mine\n"),
            ("- {\"id\": \"a\"}\n\0\0", Some("\0\0"), "- {\"id\": \"a\"}\n"),
            ("", None, ""),
        ] {
            let (_folder, path) = history(before);
            let healed = append(&path, LINE).unwrap();
            assert_eq!(healed.torn.as_deref(), torn.map(str::as_bytes));
            assert_eq!(fs::read_to_string(&path).unwrap(), format!("{after}{LINE}"));
            take_back(&path, LINE, &healed).unwrap();
            assert_eq!(fs::read_to_string(&path).unwrap(), before, "all is as it was");
        }
        let (_folder, path) = history(b"- {\"id\": \"a\"}\n- {\"note\": \"gr\xc3");
        assert_eq!(append(&path, LINE).unwrap().torn.as_deref(), Some(&b"- {\"note\": \"gr\xc3"[..]));
        assert_eq!(fs::read_to_string(&path).unwrap(), format!("- {{\"id\": \"a\"}}\n{LINE}"));
    }

    #[test]
    fn what_was_appended_is_taken_back_unless_others_wrote_behind_it() {
        let (_folder, path) = history("- {\"id\": \"a\"}\n");
        let healed = append(&path, LINE).unwrap();
        append(&path, "- {\"id\": \"z\"}\n").unwrap();
        assert!(matches!(take_back(&path, LINE, &healed), Err(WriteError::Changed(_))));
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

    #[test]
    fn nothing_is_appended_where_it_would_not_be_read() {
        for other in ["  - {}\n", "[{}]\n"] {
            let (_folder, path) = history(other);
            assert!(matches!(append(&path, LINE), Err(WriteError::NoLines(_))), "{other}");
            assert_eq!(fs::read_to_string(&path).unwrap(), other);
        }
        let (_folder, path) = history("# filler\n".repeat(layout::MAX_HISTORY / 9));
        assert!(matches!(append(&path, LINE), Err(WriteError::Full { .. })));
    }
}
