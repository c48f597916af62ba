//! Writes that are whole or not at all: locked, in one piece, synced to disk before they are reported.

use std::collections::BTreeMap;
use std::fs::{self, File, OpenOptions};
use std::io::{self, Read, Write};
use std::path::{Path, PathBuf};

/// Why nothing was written.
#[derive(Debug, thiserror::Error)]
pub enum WriteError {
    #[error("{path}: {source}", path = path.display())]
    Io { path: PathBuf, source: io::Error },
    #[error("{path} is there already", path = .0.display())]
    Exists(PathBuf),
    #[error("{path} is not there", path = .0.display())]
    Gone(PathBuf),
    #[error("{path} is not a regular file", path = .0.display())]
    NotAFile(PathBuf),
    #[error("{path} holds the marks of an unfinished merge", path = .0.display())]
    Conflict(PathBuf),
    #[error("{path} was changed by somebody else in the meantime", path = .0.display())]
    Changed(PathBuf),
}

impl WriteError {
    /// The same failure with its file under another name, if there is one.
    pub fn at(mut self, name: impl Fn(&Path) -> Option<PathBuf>) -> Self {
        let (Self::Io { path, .. }
        | Self::Exists(path)
        | Self::Gone(path)
        | Self::NotAFile(path)
        | Self::Conflict(path)
        | Self::Changed(path)) = &mut self;
        if let Some(other) = name(path) {
            *path = other;
        }
        self
    }
}

fn io_at(path: &Path) -> impl Fn(io::Error) -> WriteError + '_ {
    |source| WriteError::Io { path: path.to_owned(), source }
}

/// What an append found at the end of the file and mended.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Healed {
    /// A last line that was cut off by a crash, taken away: no event, but somebody may know what it was.
    pub torn: Option<String>,
}

/// Holds others off until it is dropped. A holder that dies lets go by dying.
#[derive(Debug)]
pub struct Lock {
    file: File,
}

impl Lock {
    /// Waits for a lock on a file; on the one that took its place, if it was replaced while we waited.
    ///
    /// # Errors
    /// When the file cannot be opened or locked.
    pub fn on(path: &Path) -> Result<Self, WriteError> {
        loop {
            let file = File::open(path).map_err(io_at(path))?;
            file.lock().map_err(io_at(path))?;
            if same_file(&file, path).map_err(io_at(path))? {
                return Ok(Self { file });
            }
        }
    }
}

impl Drop for Lock {
    fn drop(&mut self) {
        // Closing the file lets go as well; an error here has nobody to tell.
        let _ = self.file.unlock();
    }
}

/// Appends whole lines to one or more files, each with one write, and syncs them. Waits for other writers, gives an
/// unended last line its newline, cuts off one that is torn; if the disk will not hold it all, takes everything back.
///
/// # Errors
/// When a file is absent, no regular file, in the middle of a merge, or the system refuses; none is then changed.
pub fn append(batch: &BTreeMap<PathBuf, String>) -> Result<Healed, WriteError> {
    // In the order of their names, so that two batches never wait for each other.
    let mut open = batch.iter().map(|(path, lines)| Appending::open(path, lines)).collect::<Result<Vec<_>, _>>()?;
    for at in 0..open.len() {
        if let Err(why) = open[at].write() {
            open.iter().take(at + 1).for_each(Appending::take_back);
            return Err(why);
        }
    }
    Ok(Healed { torn: open.into_iter().find_map(|one| one.healed.torn) })
}

/// A file that is locked and about to be appended to.
struct Appending<'a> {
    path: &'a Path,
    file: File,
    text: String,
    length: u64,
    healed: Healed,
}

impl<'a> Appending<'a> {
    fn open(path: &'a Path, lines: &str) -> Result<Self, WriteError> {
        let mut file = open_locked(path)?;
        let mut before = Vec::new();
        file.read_to_end(&mut before).map_err(io_at(path))?;
        if before.split(|&byte| byte == b'\n').any(is_merge_mark) {
            return Err(WriteError::Conflict(path.to_owned()));
        }
        let (length, healed, newline) = mend_tail(&file, path, &before)?;
        let text = if newline { format!("\n{lines}") } else { lines.to_owned() };
        Ok(Self { path, file, text, length, healed })
    }

    fn write(&mut self) -> Result<(), WriteError> {
        write_once(&mut self.file, self.text.as_bytes()).and_then(|()| self.file.sync_data()).map_err(io_at(self.path))
    }

    fn take_back(&self) {
        // Truncating works even on a full disk; if it does not, there is nothing left to try.
        let _ = self.file.set_len(self.length);
    }
}

/// One write: what a reader without a lock sees is a prefix, never a mixture.
fn write_once(file: &mut File, bytes: &[u8]) -> io::Result<()> {
    let written = file.write(bytes)?;
    // A short write means that there is no room; the next one says why.
    file.write_all(&bytes[written..])
}

/// Opens for appending and locks; again, if the file was moved away while we waited.
fn open_locked(path: &Path) -> Result<File, WriteError> {
    loop {
        let metadata = fs::symlink_metadata(path).map_err(|source| match source.kind() {
            io::ErrorKind::NotFound => WriteError::Gone(path.to_owned()),
            _ => WriteError::Io { path: path.to_owned(), source },
        })?;
        if !metadata.is_file() {
            return Err(WriteError::NotAFile(path.to_owned()));
        }
        let file = OpenOptions::new().read(true).append(true).open(path).map_err(io_at(path))?;
        file.lock().map_err(io_at(path))?;
        if same_file(&file, path).map_err(io_at(path))? {
            return Ok(file);
        }
    }
}

#[cfg(unix)]
fn same_file(file: &File, path: &Path) -> io::Result<bool> {
    use std::os::unix::fs::MetadataExt;
    let open = file.metadata()?;
    match fs::symlink_metadata(path) {
        Ok(named) => Ok((open.dev(), open.ino()) == (named.dev(), named.ino())),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(false),
        Err(error) => Err(error),
    }
}

#[cfg(not(unix))]
fn same_file(_file: &File, _path: &Path) -> io::Result<bool> {
    Ok(true)
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

/// Makes a new file with this content; never over another one.
///
/// # Errors
/// When there is one of that name, or the system refuses; nothing is then left behind.
pub fn create(path: &Path, content: &str) -> Result<(), WriteError> {
    let temporary = written_beside(path, content)?;
    temporary.persist_noclobber(path).map_err(|error| match error.error.kind() {
        io::ErrorKind::AlreadyExists => WriteError::Exists(path.to_owned()),
        _ => WriteError::Io { path: path.to_owned(), source: error.error },
    })?;
    sync_folder_of(path)
}

/// Puts new content in the place of what was read from a file before.
///
/// # Errors
/// When the file no longer holds `before`, is no regular file, or the system refuses; it is then as it was.
pub fn replace(path: &Path, before: &[u8], after: &str) -> Result<(), WriteError> {
    let metadata = fs::symlink_metadata(path).map_err(io_at(path))?;
    if !metadata.is_file() {
        return Err(WriteError::NotAFile(path.to_owned()));
    }
    if fs::read(path).map_err(io_at(path))? != before {
        return Err(WriteError::Changed(path.to_owned()));
    }
    let temporary = written_beside(path, after)?;
    fs::set_permissions(temporary.path(), metadata.permissions()).map_err(io_at(path))?;
    temporary.persist(path).map_err(|error| WriteError::Io { path: path.to_owned(), source: error.error })?;
    sync_folder_of(path)
}

/// Lets a file be run as a program.
///
/// # Errors
/// When the system refuses.
pub fn make_executable(path: &Path) -> Result<(), WriteError> {
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        let mode = fs::metadata(path).map_err(io_at(path))?.permissions().mode();
        // Whoever may read it may run it.
        fs::set_permissions(path, fs::Permissions::from_mode(mode | (mode & 0o444) >> 2)).map_err(io_at(path))?;
    }
    #[cfg(not(unix))]
    let _ = path;
    Ok(())
}

/// Moves a file; never over another one.
///
/// # Errors
/// When there is one of the new name, or the system refuses.
pub fn rename(from: &Path, to: &Path) -> Result<(), WriteError> {
    if fs::symlink_metadata(to).is_ok() {
        return Err(WriteError::Exists(to.to_owned()));
    }
    make_folder_of(to)?;
    #[expect(clippy::disallowed_methods, reason = "this is the place where it is done with care")]
    fs::rename(from, to).map_err(io_at(from))?;
    sync_folder_of(to)?;
    sync_folder_of(from)
}

/// Removes a file, and its folder if that is empty then.
///
/// # Errors
/// When the system refuses.
pub fn remove(path: &Path) -> Result<(), WriteError> {
    #[expect(clippy::disallowed_methods, reason = "this is the place where it is done with care")]
    fs::remove_file(path).map_err(io_at(path))?;
    sync_folder_of(path)?;
    tidy_folder_of(path);
    Ok(())
}

/// Removes a file's folder if nothing is left in it.
pub fn tidy_folder_of(path: &Path) {
    if let Some(folder) = path.parent() {
        // It refuses where something is left, which is what is wanted.
        let _ = fs::remove_dir(folder);
    }
}

/// Makes the folders above a file.
///
/// # Errors
/// When the system refuses.
pub fn make_folder_of(path: &Path) -> Result<(), WriteError> {
    let folder = path.parent().unwrap_or(path);
    fs::create_dir_all(folder).map_err(io_at(folder))
}

fn written_beside(path: &Path, content: &str) -> Result<tempfile::NamedTempFile, WriteError> {
    make_folder_of(path)?;
    let folder = path.parent().unwrap_or(path);
    let mut builder = tempfile::Builder::new();
    builder.prefix(".okr-").suffix(".tmp");
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        builder.permissions(fs::Permissions::from_mode(0o666));
    }
    let mut temporary = builder.tempfile_in(folder).map_err(io_at(path))?;
    temporary.write_all(content.as_bytes()).map_err(io_at(path))?;
    temporary.as_file().sync_all().map_err(io_at(path))?;
    Ok(temporary)
}

/// A new name is only safe once its folder is synced.
fn sync_folder_of(path: &Path) -> Result<(), WriteError> {
    #[cfg(unix)]
    if let Some(folder) = path.parent() {
        let folder = if folder.as_os_str().is_empty() { Path::new(".") } else { folder };
        File::open(folder).and_then(|folder| folder.sync_all()).map_err(io_at(path))?;
    }
    #[cfg(not(unix))]
    let _ = path;
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn history(content: &str) -> (tempfile::TempDir, PathBuf) {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("a.history.yaml");
        create(&path, content).unwrap();
        (folder, path)
    }

    const LINE: &str = "- {\"id\": \"n\"}\n";

    fn append(path: &Path, line: &str) -> Result<Healed, WriteError> {
        super::append(&BTreeMap::from([(path.to_owned(), line.to_owned())]))
    }

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
    fn a_batch_is_appended_to_all_its_files_or_to_none() {
        let (folder, path) = history("- {\"id\": \"a\"}\n");
        let absent = folder.path().join("absent");
        let batch = BTreeMap::from([(path.clone(), LINE.to_owned()), (absent, LINE.to_owned())]);
        assert!(matches!(super::append(&batch), Err(WriteError::Gone(_))));
        assert_eq!(fs::read_to_string(&path).unwrap(), "- {\"id\": \"a\"}\n");
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
    fn a_new_file_never_takes_the_place_of_another_and_a_changed_one_is_not_overwritten() {
        let (folder, path) = history("old");
        assert!(matches!(create(&path, "new"), Err(WriteError::Exists(_))));
        assert!(matches!(replace(&path, b"other", "new"), Err(WriteError::Changed(_))));
        replace(&path, b"old", "new").unwrap();
        assert_eq!(fs::read_to_string(&path).unwrap(), "new");
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 1);
    }
}
