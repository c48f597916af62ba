//! Files below a folder, by their paths from there. On Linux the folder is opened once, so that the system does not walk the way to
//! it for each of tens of thousands of files.

use std::fs::{self, File, OpenOptions};
use std::io;
use std::path::{Path, PathBuf};
#[cfg(all(target_os = "linux", target_pointer_width = "64"))]
use std::sync::{Arc, OnceLock};

use super::{Entry, EntryKind};
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

    /// What stands in a folder, in no order; nothing if there is no such folder.
    ///
    /// # Errors
    /// When the folder is there and cannot be read.
    pub fn entries(&self, folder: &str) -> io::Result<Vec<Entry>> {
        #[cfg(all(target_os = "linux", target_pointer_width = "64"))]
        if let Some(opened) = self.opened() {
            return or_nothing(raw_entries(opened, if folder.is_empty() { "." } else { folder }));
        }
        let found = fs::read_dir(self.folder.join(folder));
        or_nothing(
            found.and_then(|all| all.filter_map(|entry| entry.and_then(|entry| named(&entry)).transpose()).collect()),
        )
    }

    #[cfg(all(target_os = "linux", target_pointer_width = "64"))]
    fn opened(&self) -> Option<&std::os::fd::OwnedFd> {
        use rustix::fs::{Mode, OFlags, open};
        let flags = OFlags::PATH | OFlags::DIRECTORY | OFlags::CLOEXEC;
        self.opened.get_or_init(|| open(&self.folder, flags, Mode::empty()).ok()).as_ref()
    }
}

fn or_nothing(found: io::Result<Vec<Entry>>) -> io::Result<Vec<Entry>> {
    match found {
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(Vec::new()),
        found => found,
    }
}

/// An entry of a folder; none whose name is not UTF-8: it can be no key, and is left alone as other foreign files are.
pub(super) fn named(entry: &fs::DirEntry) -> io::Result<Option<Entry>> {
    let Ok(name) = entry.file_name().into_string() else { return Ok(None) };
    let kind = entry.file_type()?;
    let kind = match (kind.is_file(), kind.is_dir()) {
        (true, _) => EntryKind::File,
        (_, true) => EntryKind::Folder,
        _ => EntryKind::Other,
    };
    Ok(Some(Entry { name, kind }))
}

/// The same as the system tells them, without a text for each before it is known to be a name.
#[cfg(all(target_os = "linux", target_pointer_width = "64"))]
fn raw_entries(below: &std::os::fd::OwnedFd, folder: &str) -> io::Result<Vec<Entry>> {
    use rustix::fs::{AtFlags, FileType, Mode, OFlags, RawDir, openat, statat};
    /// Room for the names of some hundred objectives.
    const ROOM: usize = 1 << 15;
    let folder = openat(below, folder, OFlags::RDONLY | OFlags::DIRECTORY | OFlags::CLOEXEC, Mode::empty())?;
    let mut room = Vec::with_capacity(ROOM);
    let mut raw = RawDir::new(&folder, room.spare_capacity_mut());
    let mut all = Vec::new();
    while let Some(entry) = raw.next() {
        let entry = entry?;
        let Ok(name) = entry.file_name().to_str() else { continue };
        if matches!(name, "." | "..") {
            continue;
        }
        let kind = match entry.file_type() {
            // Some file systems do not tell.
            FileType::Unknown => {
                FileType::from_raw_mode(statat(&folder, entry.file_name(), AtFlags::SYMLINK_NOFOLLOW)?.st_mode)
            }
            kind => kind,
        };
        let kind = match kind {
            FileType::RegularFile => EntryKind::File,
            FileType::Directory => EntryKind::Folder,
            _ => EntryKind::Other,
        };
        all.push(Entry { name: name.to_owned(), kind });
    }
    Ok(all)
}
