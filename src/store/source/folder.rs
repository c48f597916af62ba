//! A store in a folder on disk.

use std::fs::{self, File, Metadata, OpenOptions};
use std::io::{self, BufRead, BufReader, Read};
use std::path::{Path, PathBuf};

use super::below::{Below, named};
use super::{Entry, EntryKind, ReadError, Room, Source};
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

fn absent(error: io::Error) -> ReadError {
    #[cfg(unix)]
    if error.raw_os_error() == Some(libc::ELOOP) {
        return ReadError::NotAFile;
    }
    if error.kind() == io::ErrorKind::NotFound { ReadError::NotFound } else { ReadError::Io(error) }
}

/// Reads what the file holds now, in one piece where the system allows; what is appended meanwhile is read next time.
fn read_up_to(file: &File, limit: usize) -> Result<Vec<u8>, ReadError> {
    Ok(read_into(Vec::new(), file, limit)?.0)
}

/// The same behind what `bytes` hold, with what the file was meanwhile.
fn read_into(mut bytes: Vec<u8>, file: &File, limit: usize) -> Result<(Vec<u8>, Option<Stamp>), ReadError> {
    let metadata = regular(file, limit)?;
    bytes.reserve_exact(metadata.len() as usize);
    file.take(metadata.len()).read_to_end(&mut bytes)?;
    Ok((bytes, Stamp::of(&metadata)))
}

/// What the system says of a file, if it is one, and not too large.
fn regular(file: &File, limit: usize) -> Result<Metadata, ReadError> {
    let metadata = file.metadata()?;
    match metadata.len() {
        _ if !metadata.is_file() => Err(ReadError::NotAFile),
        length if length > limit as u64 => Err(ReadError::TooLarge { limit }),
        _ => Ok(metadata),
    }
}

impl Source for Folder {
    fn list(&self, folder: &str) -> io::Result<Vec<Entry>> {
        let mut all = self.below.entries(folder)?;
        all.sort();
        Ok(all)
    }

    fn list_stamped(&self, folder: &str) -> io::Result<Vec<(Entry, Option<Stamp>)>> {
        let stamp = |entry: Entry| {
            let path = [folder, "/", &entry.name].concat();
            let stamp = if entry.kind == EntryKind::File { self.below.stamp(&path, EntryKind::File) } else { None };
            (entry, stamp)
        };
        Ok(self.list(folder)?.into_iter().map(stamp).collect())
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
        read_up_to(&self.open(path)?, limit)
    }

    fn read_stamped(&self, path: &str, limit: usize) -> Result<(Room, Option<Stamp>), ReadError> {
        read_into(Room::spare(), &self.open(path)?, limit).map(|(bytes, stamp)| (bytes.into(), stamp))
    }

    fn begin(&self, path: &str, limit: usize) -> Result<Box<dyn BufRead>, ReadError> {
        let file = self.open(path)?;
        regular(&file, limit)?;
        Ok(Box::new(BufReader::new(file.take(limit as u64))))
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
