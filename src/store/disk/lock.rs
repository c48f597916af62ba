//! Locks on files of the store: the system's, which go with their holder.

use std::fs::{self, File, OpenOptions};
use std::io;
use std::path::Path;

use super::write_error::{WriteError, io_at};

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
