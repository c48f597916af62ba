//! The folders above a file: made, synced and taken away as files come and go.

use std::fs;
use std::io;
use std::path::Path;

use super::write_error::{WriteError, io_at};

/// Makes the folders above a file that are not there, and syncs each one's name.
///
/// # Errors
/// When a file is in the way, or the system refuses.
pub fn make(path: &Path) -> Result<(), WriteError> {
    let Some(folder) = path.parent().filter(|folder| !folder.as_os_str().is_empty()) else { return Ok(()) };
    match fs::metadata(folder) {
        Ok(there) if there.is_dir() => return Ok(()),
        Ok(_) => return Err(WriteError::NotAFolder(folder.to_owned())),
        // Making it will say what is wrong.
        Err(_) => make(folder)?,
    }
    match fs::create_dir(folder) {
        // Somebody else made it in the meantime.
        Err(why) if why.kind() == io::ErrorKind::AlreadyExists => Ok(()),
        made => made.map_err(io_at(folder)).and_then(|()| sync(folder)),
    }
}

/// Syncs the folder that a file is in: a name is only safe once that is done.
///
/// # Errors
/// When the system refuses.
pub fn sync(path: &Path) -> Result<(), WriteError> {
    #[cfg(unix)]
    if let Some(folder) = path.parent() {
        let folder = if folder.as_os_str().is_empty() { Path::new(".") } else { folder };
        let synced = fs::File::open(folder).and_then(|folder| folder.sync_all());
        // Some file systems know no syncing of folders: there is nothing that could be waited for.
        let unknown = |why: &io::Error| matches!(why.kind(), io::ErrorKind::InvalidInput | io::ErrorKind::Unsupported);
        synced.or_else(|why| if unknown(&why) { Ok(()) } else { Err(io_at(path)(why)) })?;
    }
    #[cfg(not(unix))]
    let _ = path;
    Ok(())
}

/// Removes a file's folder if nothing is left in it.
pub fn tidy(path: &Path) {
    if let Some(folder) = path.parent() {
        // It refuses where something is left, which is what is wanted.
        let _ = fs::remove_dir(folder);
    }
}
