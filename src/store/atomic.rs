//! Writes that are whole or not at all: locked, in one piece, synced to disk before they are reported.

use std::fs::{self, File, OpenOptions};
use std::io::{self, Write};
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
    #[error("{path} is no folder", path = .0.display())]
    NotAFolder(PathBuf),
    #[error("{path}: what a command left to be finished cannot be read: {why}", path = path.display())]
    Journal { path: PathBuf, why: String },
    #[error("{why}, and what was done before could not be taken back: {undo}")]
    HalfDone { why: Box<WriteError>, undo: Box<WriteError> },
}

impl WriteError {
    /// The same failure with its file under another name, if there is one.
    pub fn at(mut self, name: impl Fn(&Path) -> Option<PathBuf>) -> Self {
        let (Self::Io { path, .. }
        | Self::Exists(path)
        | Self::Gone(path)
        | Self::NotAFile(path)
        | Self::Conflict(path)
        | Self::Changed(path)
        | Self::NotAFolder(path)
        | Self::Journal { path, .. }) = &mut self
        else {
            return self;
        };
        if let Some(other) = name(path) {
            *path = other;
        }
        self
    }
}

pub(super) fn io_at(path: &Path) -> impl Fn(io::Error) -> WriteError + '_ {
    |source| WriteError::Io { path: path.to_owned(), source }
}

/// Opens a regular file that is there: no link is followed, and a pipe in its place makes nobody wait.
pub(super) fn open_regular(path: &Path, options: &mut OpenOptions) -> Result<File, WriteError> {
    let metadata = fs::symlink_metadata(path).map_err(|source| match source.kind() {
        io::ErrorKind::NotFound => WriteError::Gone(path.to_owned()),
        _ => WriteError::Io { path: path.to_owned(), source },
    })?;
    if !metadata.is_file() {
        return Err(WriteError::NotAFile(path.to_owned()));
    }
    #[cfg(unix)]
    {
        use std::os::unix::fs::OpenOptionsExt;
        options.custom_flags(libc::O_NOFOLLOW | libc::O_NONBLOCK);
    }
    options.open(path).map_err(io_at(path))
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
            let file = open_regular(path, OpenOptions::new().read(true))?;
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

#[cfg(unix)]
pub(super) fn same_file(file: &File, path: &Path) -> io::Result<bool> {
    use std::os::unix::fs::MetadataExt;
    let open = file.metadata()?;
    match fs::symlink_metadata(path) {
        Ok(named) => Ok((open.dev(), open.ino()) == (named.dev(), named.ino())),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(false),
        Err(error) => Err(error),
    }
}

#[cfg(not(unix))]
pub(super) fn same_file(_file: &File, _path: &Path) -> io::Result<bool> {
    Ok(true)
}

/// Makes a new file with this content; never over another one.
///
/// # Errors
/// When there is one of that name, or the system refuses; nothing is then left behind.
pub fn create(path: &Path, content: impl AsRef<[u8]>) -> Result<(), WriteError> {
    let temporary = written_beside(path, content.as_ref())?;
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
pub fn replace(path: &Path, before: &[u8], after: impl AsRef<[u8]>) -> Result<(), WriteError> {
    let metadata = fs::symlink_metadata(path).map_err(io_at(path))?;
    if !metadata.is_file() {
        return Err(WriteError::NotAFile(path.to_owned()));
    }
    if fs::read(path).map_err(io_at(path))? != before {
        return Err(WriteError::Changed(path.to_owned()));
    }
    let temporary = written_beside(path, after.as_ref())?;
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
    sync_folder_of(from)?;
    tidy_folder_of(from);
    Ok(())
}

/// Removes a file, and its folder if that is empty then.
///
/// # Errors
/// When the system refuses.
pub fn remove(path: &Path) -> Result<(), WriteError> {
    remove_file(path)?;
    tidy_folder_of(path);
    Ok(())
}

/// Removes a file.
///
/// # Errors
/// When the system refuses.
pub fn remove_file(path: &Path) -> Result<(), WriteError> {
    #[expect(clippy::disallowed_methods, reason = "this is the place where it is done with care")]
    fs::remove_file(path).map_err(io_at(path))?;
    sync_folder_of(path)
}

/// Removes a file's folder if nothing is left in it.
fn tidy_folder_of(path: &Path) {
    if let Some(folder) = path.parent() {
        // It refuses where something is left, which is what is wanted.
        let _ = fs::remove_dir(folder);
    }
}

/// Makes the folders above a file.
///
/// # Errors
/// When the system refuses.
fn make_folder_of(path: &Path) -> Result<(), WriteError> {
    let folder = path.parent().unwrap_or(path);
    fs::create_dir_all(folder).map_err(io_at(folder))
}

fn written_beside(path: &Path, content: &[u8]) -> Result<tempfile::NamedTempFile, WriteError> {
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
    temporary.write_all(content).map_err(io_at(path))?;
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

    #[test]
    fn a_new_file_never_takes_the_place_of_another_and_a_changed_one_is_not_overwritten() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("a.yaml");
        create(&path, "old").unwrap();
        assert!(matches!(create(&path, "new"), Err(WriteError::Exists(_))));
        assert!(matches!(replace(&path, b"other", "new"), Err(WriteError::Changed(_))));
        replace(&path, b"old", "new").unwrap();
        assert_eq!(fs::read_to_string(&path).unwrap(), "new");
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 1);
    }
}
