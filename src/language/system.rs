//! What the operating system says went wrong.

use std::io::{self, ErrorKind};

use super::{Language, say, spoken};

/// Why something could not be done: in English in the system's own words, in Chinese as far as its kind is known.
pub fn reason(why: &io::Error) -> String {
    if spoken() == Language::English {
        return why.to_string();
    }
    let said = match why.kind() {
        ErrorKind::NotFound => say!(in "system", "No such file or directory"),
        ErrorKind::PermissionDenied => say!(in "system", "Permission denied"),
        ErrorKind::AlreadyExists => say!(in "system", "File exists"),
        ErrorKind::IsADirectory => say!(in "system", "Is a directory"),
        ErrorKind::NotADirectory => say!(in "system", "Not a directory"),
        ErrorKind::DirectoryNotEmpty => say!(in "system", "Directory not empty"),
        ErrorKind::StorageFull => say!(in "system", "No space left on device"),
        ErrorKind::QuotaExceeded => say!(in "system", "Disk quota exceeded"),
        ErrorKind::ReadOnlyFilesystem => say!(in "system", "Read-only file system"),
        ErrorKind::FileTooLarge => say!(in "system", "File too large"),
        ErrorKind::InvalidFilename => say!(in "system", "File name too long"),
        ErrorKind::CrossesDevices => say!(in "system", "Invalid cross-device link"),
        ErrorKind::BrokenPipe => say!(in "system", "Broken pipe"),
        _ => return why.to_string(),
    };
    match why.raw_os_error() {
        Some(number) => say!("{said} (os error {number})", said, number),
        None => why.to_string(),
    }
}
