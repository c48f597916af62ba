//! A store in a folder on disk.

#[cfg(unix)]
use std::cell::RefCell;
use std::fs::{self, File, OpenOptions};
use std::io::{self, Read};
use std::path::{Path, PathBuf};

use super::below::Below;
use super::{Entry, EntryKind, ReadError, Source};
use crate::store::cache::Stamp;
use crate::store::disk;

/// A store in a folder on disk.
#[derive(Debug, Clone)]
pub struct Folder {
    root: PathBuf,
    below: Below,
    shown: String,
}

impl Folder {
    /// The store at `root`, named in messages by `shown`.
    pub fn new(root: PathBuf, shown: String) -> Self {
        Self { below: Below::new(&root), root, shown }
    }

    pub fn root(&self) -> &Path {
        &self.root
    }

    /// Where a file of the store is on disk.
    pub fn path(&self, path: &str) -> PathBuf {
        self.root.join(path)
    }

    /// How large a file is.
    ///
    /// # Errors
    /// When it is absent or no regular file.
    pub fn size(&self, path: &str) -> Result<u64, ReadError> {
        let metadata = fs::symlink_metadata(self.path(path)).map_err(absent)?;
        if metadata.is_file() { Ok(metadata.len()) } else { Err(ReadError::NotAFile) }
    }

    /// What `make` makes of each entry of a folder, in no order; of none if there is no such folder.
    fn entries<T>(&self, folder: &str, make: impl Fn(Entry, &fs::DirEntry) -> T) -> io::Result<Vec<T>> {
        let entries = match fs::read_dir(self.path(folder)) {
            Ok(entries) => entries,
            Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(Vec::new()),
            Err(error) => return Err(error),
        };
        let mut all = Vec::new();
        for entry in entries {
            let entry = entry?;
            all.extend(named(&entry)?.map(|named| make(named, &entry)));
        }
        Ok(all)
    }

    fn open(&self, path: &str) -> Result<File, ReadError> {
        self.below.open(path).map_err(absent)
    }
}

/// A file outside of any store, which may well be a link; a pipe or a device in its place is not waited for.
pub(in crate::store) fn read_regular(path: &Path, limit: usize) -> Result<Vec<u8>, ReadError> {
    let mut options = OpenOptions::new();
    options.read(true);
    #[cfg(unix)]
    {
        use std::os::unix::fs::OpenOptionsExt;
        options.custom_flags(libc::O_NONBLOCK);
    }
    read_up_to(&options.open(path).map_err(absent)?, limit)
}

/// An entry of a folder; none whose name is not UTF-8: it can be no key, and is left alone as other foreign files are.
fn named(entry: &fs::DirEntry) -> io::Result<Option<Entry>> {
    let Ok(name) = entry.file_name().into_string() else { return Ok(None) };
    let kind = entry.file_type()?;
    let kind = match (kind.is_file(), kind.is_dir()) {
        (true, _) => EntryKind::File,
        (_, true) => EntryKind::Folder,
        _ => EntryKind::Other,
    };
    Ok(Some(Entry { name, kind }))
}

fn absent(error: io::Error) -> ReadError {
    #[cfg(unix)]
    if error.raw_os_error() == Some(libc::ELOOP) {
        return ReadError::NotAFile;
    }
    if error.kind() == io::ErrorKind::NotFound { ReadError::NotFound } else { ReadError::Io(error) }
}

/// Reads what the file holds now, in one piece where the system allows; what is appended meanwhile is read next time.
fn read_up_to(file: &File, limit: usize) -> Result<Vec<u8>, ReadError> {
    let metadata = file.metadata()?;
    if !metadata.is_file() {
        return Err(ReadError::NotAFile);
    }
    if metadata.len() > limit as u64 {
        return Err(ReadError::TooLarge { limit });
    }
    let mut bytes = Vec::with_capacity(metadata.len() as usize);
    file.take(metadata.len()).read_to_end(&mut bytes)?;
    Ok(bytes)
}

#[cfg(unix)]
thread_local! {
    /// Room for a file that is not large.
    static SMALL: RefCell<Box<[u8; 1 << 14]>> = RefCell::new(Box::new([0; 1 << 14]));
}

/// What a file holds that is not large: most are not, and asking how large it is takes longer than to see it end. Nothing of what
/// is larger, empty, or something else than a file: there is no reading at a place of a pipe or a folder, and a device has no end.
#[cfg(unix)]
fn read_small(file: &File, limit: usize) -> Option<Vec<u8>> {
    use std::os::unix::fs::FileExt;
    SMALL.with_borrow_mut(|room| {
        let mut end = 0;
        loop {
            match file.read_at(&mut room[end..], end as u64).ok()? {
                0 if end > 0 && end < room.len() && end <= limit => return Some(room[..end].to_vec()),
                0 => return None,
                more => end += more,
            }
        }
    })
}

#[cfg(not(unix))]
fn read_small(_file: &File, _limit: usize) -> Option<Vec<u8>> {
    None
}

impl Source for Folder {
    fn list(&self, folder: &str) -> io::Result<Vec<Entry>> {
        let mut all = self.entries(folder, |entry, _| entry)?;
        all.sort();
        Ok(all)
    }

    fn list_stamped(&self, folder: &str) -> io::Result<Vec<(Entry, Option<Stamp>)>> {
        let stamped = |entry: Entry, of: &fs::DirEntry| {
            let is_file = entry.kind == EntryKind::File;
            let stamp = is_file.then(|| of.metadata().ok().and_then(|metadata| Stamp::of(&metadata)));
            (entry, stamp.flatten())
        };
        let mut all = self.entries(folder, stamped)?;
        all.sort_by(|(a, _), (b, _)| a.cmp(b));
        Ok(all)
    }

    fn stamp(&self, path: &str, kind: EntryKind) -> Option<Stamp> {
        self.below.stamp(path, kind)
    }

    fn holds_two(&self, folder: &str, is_one: &dyn Fn(&Entry) -> bool) -> bool {
        let Ok(entries) = fs::read_dir(self.path(folder)) else { return false };
        let entries = entries.filter_map(|entry| named(&entry.ok()?).ok().flatten());
        entries.filter(is_one).nth(1).is_some()
    }

    fn read(&self, path: &str, limit: usize) -> Result<Vec<u8>, ReadError> {
        let file = self.open(path)?;
        read_small(&file, limit).map_or_else(|| read_up_to(&file, limit), Ok)
    }

    fn read_settled(&self, path: &str, limit: usize) -> Result<Vec<u8>, ReadError> {
        let file = self.open(path)?;
        // A writer holds the lock exclusively while its line is unfinished; a dead one's lock is gone with it.
        disk::settled(&file)?;
        read_up_to(&file, limit)
    }

    fn has(&self, path: &str) -> bool {
        fs::symlink_metadata(self.path(path)).is_ok()
    }

    fn lacks(&self, path: &str) -> bool {
        let absent = |why: io::Error| matches!(why.kind(), io::ErrorKind::NotFound | io::ErrorKind::NotADirectory);
        fs::symlink_metadata(self.path(path)).is_err_and(absent)
    }

    fn shown(&self, path: &str) -> String {
        match self.shown.as_str() {
            shown if path.is_empty() => shown.to_owned(),
            "" | "." => path.to_owned(),
            shown => format!("{}/{path}", shown.trim_end_matches('/')),
        }
    }
}
