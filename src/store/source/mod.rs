//! Where a store's files are read from: a folder, or a revision of Git. Paths are relative to the store, with `/`.

mod below;
mod folder;
mod room;

use std::io::{self, BufRead, Cursor};

pub use folder::Folder;
pub(super) use folder::read_regular;
pub use room::Room;

use super::cache::Stamp;
use super::layout;
use super::object::ObjectFormat;
use crate::language::{reason, say};

/// What stands in a folder of the store.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Entry {
    pub name: String,
    pub kind: EntryKind,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum EntryKind {
    File,
    Folder,
    /// A link, a pipe, a device: never read, never written.
    Other,
}

/// Why a file could not be read.
#[derive(Debug, thiserror::Error)]
pub enum ReadError {
    #[error("{}", say!("it is not there"))]
    NotFound,
    #[error("{}", say!("it is not a regular file"))]
    NotAFile,
    #[error("{}", say!("it is larger than {size}", size = layout::size(*limit)))]
    TooLarge { limit: usize },
    #[error("{}", reason(_0))]
    Io(#[from] io::Error),
}

/// A place that holds a store.
pub trait Source: Sync + Send {
    /// The entries of a folder in the order of their names; none if there is no such folder.
    ///
    /// # Errors
    /// When the folder is there and cannot be read.
    fn list(&self, folder: &str) -> io::Result<Vec<Entry>>;

    /// The same with what tells whether a file is still what it was, where the place tells that.
    ///
    /// # Errors
    /// As for [`Source::list`].
    fn list_stamped(&self, folder: &str) -> io::Result<Vec<(Entry, Option<Stamp>)>> {
        Ok(self.list(folder)?.into_iter().map(|entry| (entry, None)).collect())
    }

    /// What tells whether a file or folder is still what it was; none where there is none of that kind, or the place does not tell.
    fn stamp(&self, _path: &str, _kind: EntryKind) -> Option<Stamp> {
        None
    }

    /// Whether a folder holds two entries or more of a kind.
    fn holds_two(&self, folder: &str, is_one: &dyn Fn(&Entry) -> bool) -> bool {
        self.list(folder).is_ok_and(|entries| entries.iter().filter(|entry| is_one(entry)).nth(1).is_some())
    }

    /// The bytes of a file.
    ///
    /// # Errors
    /// When it is absent, no regular file, larger than `limit`, or cannot be read.
    fn read(&self, path: &str, limit: usize) -> Result<Vec<u8>, ReadError>;

    /// The same with what the file was while it was read, where the place tells that.
    ///
    /// # Errors
    /// As for [`Source::read`].
    fn read_stamped(&self, path: &str, limit: usize) -> Result<(Room, Option<Stamp>), ReadError> {
        self.read(path, limit).map(|bytes| (bytes.into(), None))
    }

    /// The same from the beginning on, for whoever may have read enough before the end.
    ///
    /// # Errors
    /// As for [`Source::read`].
    fn begin(&self, path: &str, limit: usize) -> Result<Box<dyn BufRead>, ReadError> {
        Ok(Box::new(Cursor::new(self.read(path, limit)?)))
    }

    /// The bytes once no writer is at work any more, for a file that looked unfinished.
    ///
    /// # Errors
    /// As for [`Source::read`].
    fn read_settled(&self, path: &str, limit: usize) -> Result<Vec<u8>, ReadError> {
        self.read(path, limit)
    }

    /// Git's name for what a file holds: files of one name hold the same bytes. None where no regular file can be read.
    fn object(&self, path: &str, format: ObjectFormat) -> Option<String> {
        self.read(path, layout::MAX_HISTORY).ok().map(|bytes| format.name(&bytes))
    }

    /// Whether there is anything of that name.
    fn has(&self, path: &str) -> bool;

    /// Whether there is surely nothing of that name: what may not be looked at can be there.
    fn lacks(&self, path: &str) -> bool {
        !self.has(path)
    }

    /// How messages name a file.
    fn shown(&self, path: &str) -> String;
}
