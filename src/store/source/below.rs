//! Files below a folder, by their paths from there. On Linux the folder is opened once, so that the system does not walk the way to
//! it for each of tens of thousands of files.

use std::fs::{self, File, OpenOptions};
use std::io;
use std::path::{Path, PathBuf};
#[cfg(all(target_os = "linux", target_pointer_width = "64"))]
use std::sync::{Arc, OnceLock};

use super::EntryKind;
use crate::store::cache::Stamp;

#[derive(Debug, Clone)]
pub struct Below {
    folder: PathBuf,
    /// Once it is needed; none where it cannot be opened.
    #[cfg(all(target_os = "linux", target_pointer_width = "64"))]
    opened: Arc<OnceLock<Option<std::os::fd::OwnedFd>>>,
}

impl Below {
    pub fn new(folder: &Path) -> Self {
        Self {
            folder: folder.to_owned(),
            #[cfg(all(target_os = "linux", target_pointer_width = "64"))]
            opened: Arc::default(),
        }
    }

    /// Opens a file for reading. A link is not followed, and a pipe in the place of a file does not make us wait.
    ///
    /// # Errors
    /// As the system has them.
    pub fn open(&self, path: &str) -> io::Result<File> {
        #[cfg(all(target_os = "linux", target_pointer_width = "64"))]
        if let Some(folder) = self.opened() {
            use rustix::fs::{Mode, OFlags, openat};
            let flags = OFlags::RDONLY | OFlags::NOFOLLOW | OFlags::NONBLOCK | OFlags::CLOEXEC;
            return Ok(openat(folder, path, flags, Mode::empty())?.into());
        }
        let mut options = OpenOptions::new();
        options.read(true);
        #[cfg(unix)]
        {
            use std::os::unix::fs::OpenOptionsExt;
            options.custom_flags(libc::O_NOFOLLOW | libc::O_NONBLOCK);
        }
        options.open(self.folder.join(path))
    }

    /// What tells whether a file or folder is still what it was; none where there is none of that kind.
    pub fn stamp(&self, path: &str, kind: EntryKind) -> Option<Stamp> {
        #[cfg(all(target_os = "linux", target_pointer_width = "64"))]
        if let Some(folder) = self.opened() {
            use rustix::fs::{AtFlags, FileType, statat};
            let found = statat(folder, path, AtFlags::SYMLINK_NOFOLLOW).ok()?;
            let is_it = match kind {
                EntryKind::File => FileType::from_raw_mode(found.st_mode) == FileType::RegularFile,
                EntryKind::Folder => FileType::from_raw_mode(found.st_mode) == FileType::Directory,
                EntryKind::Other => false,
            };
            return if is_it { Stamp::of_stat(&found) } else { None };
        }
        let metadata = fs::symlink_metadata(self.folder.join(path)).ok()?;
        let is_it = match kind {
            EntryKind::File => metadata.is_file(),
            EntryKind::Folder => metadata.is_dir(),
            EntryKind::Other => false,
        };
        if is_it { Stamp::of(&metadata) } else { None }
    }

    #[cfg(all(target_os = "linux", target_pointer_width = "64"))]
    fn opened(&self) -> Option<&std::os::fd::OwnedFd> {
        use rustix::fs::{Mode, OFlags, open};
        let flags = OFlags::PATH | OFlags::DIRECTORY | OFlags::CLOEXEC;
        self.opened.get_or_init(|| open(&self.folder, flags, Mode::empty()).ok()).as_ref()
    }
}
