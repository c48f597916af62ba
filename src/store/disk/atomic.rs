//! Files that are written whole or not at all: beside the old one, synced, and put in its place, synced again.

use std::fs;
use std::path::Path;

use super::above;
use super::temporary::Temporary;
use super::write_error::{WriteError, io_at};

/// Makes a new file with this content; never over another one.
///
/// # Errors
/// When there is one of that name, or the system refuses; nothing is then left behind.
pub fn create(path: &Path, content: impl AsRef<[u8]>) -> Result<(), WriteError> {
    let made = Temporary::beside(path, content.as_ref(), None).and_then(|new| new.create(path));
    // A folder that was made for it goes again.
    made.inspect_err(|_| above::tidy(path))
}

/// Makes a new file that can be run as a program, from its first moment on; never over another one.
///
/// # Errors
/// As for [`create`].
pub fn create_executable(path: &Path, content: impl AsRef<[u8]>) -> Result<(), WriteError> {
    Temporary::beside(path, content.as_ref(), None)?.executable(path)?.create(path)
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
    let temporary = Temporary::beside(path, after.as_ref(), Some(metadata.permissions()))?;
    // As late as can be: another program may be at it, which knows nothing of our locks.
    if fs::read(path).map_err(io_at(path))? != before {
        return Err(WriteError::Changed(path.to_owned()));
    }
    temporary.replace(path)
}

/// Moves a file; never over another one.
///
/// # Errors
/// When there is one of the new name, or the system refuses.
pub fn rename(from: &Path, to: &Path) -> Result<(), WriteError> {
    if fs::symlink_metadata(to).is_ok() {
        return Err(WriteError::Exists(to.to_owned()));
    }
    above::make(to)?;
    #[expect(clippy::disallowed_methods, reason = "this is the place where it is done with care")]
    fs::rename(from, to).map_err(io_at(from))?;
    above::sync(to)?;
    above::sync(from)?;
    above::tidy(from);
    Ok(())
}

/// Removes a file, and its folder if that is empty then.
///
/// # Errors
/// When the system refuses.
pub fn remove(path: &Path) -> Result<(), WriteError> {
    remove_file(path)?;
    above::tidy(path);
    Ok(())
}

/// Removes a file.
///
/// # Errors
/// When the system refuses.
pub fn remove_file(path: &Path) -> Result<(), WriteError> {
    #[expect(clippy::disallowed_methods, reason = "this is the place where it is done with care")]
    fs::remove_file(path).map_err(io_at(path))?;
    above::sync(path)
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
