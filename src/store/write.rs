//! Changing a store on disk: new objectives, edits, check-ins, moves and removals.

use std::fs;
use std::path::PathBuf;

use super::change::{Change, Finished};
use super::disk::{self, Lock, WriteError};
use super::history::{Sound, sound, to_line};
use super::layout;
use super::source::{Folder, ReadError, Source};
use crate::model::{Event, HistoryLayout, ObjectiveRef, OwnerKey};

/// Writes to a store in a folder.
pub struct Writer<'a> {
    folder: &'a Folder,
    history: HistoryLayout,
}

impl<'a> Writer<'a> {
    pub fn new(folder: &'a Folder, history: HistoryLayout) -> Self {
        Self { folder, history }
    }

    /// Holds off all others who change definitions, and finishes what was cut short. Check-ins go on: they lock their own file.
    ///
    /// # Errors
    /// When the store's folder cannot be opened, or a change that was cut short cannot be finished.
    pub fn lock(&self) -> Result<(Lock, Vec<Finished>), WriteError> {
        let lock = Lock::on_store(self.folder.root()).map_err(|why| self.named(why))?;
        let finished = self.finish_under(&lock)?;
        Ok((lock, finished))
    }

    /// Makes a new file of the store; never over another one.
    ///
    /// # Errors
    /// When there is one of that name, or the system refuses.
    pub fn create(&self, path: &str, content: &str) -> Result<(), WriteError> {
        self.within(path)
            .and_then(|()| disk::create(&self.folder.path(path), content))
            .map_err(|why| self.named(why))?;
        self.sweep_beside(path);
        Ok(())
    }

    /// Takes away what killed commands left beside a file.
    fn sweep_beside(&self, path: &str) {
        self.folder.path(path).parent().map(disk::sweep);
    }

    /// Puts `after` in the place of `before`, if that is still what the file holds.
    ///
    /// # Errors
    /// When it is not, or the system refuses.
    pub fn replace(&self, path: &str, before: &[u8], after: &str) -> Result<(), WriteError> {
        self.within(path)
            .and_then(|()| disk::replace(&self.folder.path(path), before, after))
            .map_err(|why| self.named(why))?;
        self.sweep_beside(path);
        Ok(())
    }

    /// Makes a file hold this, whatever it held. Whether anything had to be done.
    ///
    /// # Errors
    /// When it cannot be read or written.
    pub fn put(&self, path: &str, content: &str) -> Result<bool, WriteError> {
        match self.folder.read(path, layout::most_bytes(path)) {
            Ok(before) if before == content.as_bytes() => return Ok(false),
            Ok(before) => self.replace(path, &before, content)?,
            Err(ReadError::NotFound) => self.create(path, content)?,
            Err(ReadError::NotAFile) => return Err(self.named(WriteError::NotAFile(self.folder.path(path)))),
            Err(why) => {
                let source = std::io::Error::other(why);
                return Err(self.named(WriteError::Io { path: self.folder.path(path), source }));
            }
        }
        Ok(true)
    }

    /// Makes a new file that can be run as a program; never over another one.
    ///
    /// # Errors
    /// As for [`Writer::create`].
    pub fn create_executable(&self, path: &str, content: &str) -> Result<(), WriteError> {
        self.within(path)
            .and_then(|()| disk::create_executable(&self.folder.path(path), content))
            .map_err(|why| self.named(why))
    }

    /// Removes a file, and its folder if that is empty then.
    ///
    /// # Errors
    /// When the system refuses.
    pub fn remove_file(&self, path: &str) -> Result<(), WriteError> {
        self.within(path).and_then(|()| disk::remove(&self.folder.path(path))).map_err(|why| self.named(why))
    }

    /// Notes a new objective and its history: a history that comes later would make the next merge refuse.
    ///
    /// # Errors
    /// When the history of another objective stands there: its events would become this one's.
    pub fn note_objective(
        &self,
        change: &mut Change,
        objective: &ObjectiveRef,
        text: String,
        author: &OwnerKey,
        events: &[Event],
    ) -> Result<(), WriteError> {
        if let Some(left) = self.histories(objective).into_iter().next() {
            return Err(self.named(WriteError::Exists(self.folder.path(&left))));
        }
        // The definition first: a history alone would be taken for one that was left behind.
        change.create(layout::objective_file(objective), text);
        change.create(self.history_of(objective, author), lines(events)?);
        Ok(())
    }

    /// Removes an objective and its histories, those at places where it was before too.
    ///
    /// # Errors
    /// When the system refuses.
    pub fn remove(
        &self,
        mut change: Change,
        objective: &ObjectiveRef,
        before: &[ObjectiveRef],
        lock: &Lock,
    ) -> Result<Vec<String>, WriteError> {
        let mut files: Vec<String> = before.iter().flat_map(|former| self.histories(former)).collect();
        files.extend(self.files(objective));
        for file in &files {
            change.remove(file.clone(), &self.bytes_of(file)?);
        }
        self.make(change, lock)?;
        Ok(files)
    }

    /// What a file of the store holds.
    pub(super) fn bytes_of(&self, path: &str) -> Result<Vec<u8>, WriteError> {
        let on_disk = || self.folder.path(path);
        let why = match self.folder.read(path, layout::MAX_HISTORY) {
            Ok(bytes) => return Ok(bytes),
            Err(ReadError::NotFound) => WriteError::Gone(on_disk()),
            Err(ReadError::NotAFile) => WriteError::NotAFile(on_disk()),
            Err(ReadError::Io(source)) => WriteError::Io { path: on_disk(), source },
            Err(why @ ReadError::TooLarge { .. }) => {
                WriteError::Io { path: on_disk(), source: std::io::Error::other(why.to_string()) }
            }
        };
        Err(self.named(why))
    }

    /// The text of a history, and what a crash left behind it.
    pub(super) fn sound_text(&self, path: &str, bytes: Vec<u8>) -> Result<(String, Option<Vec<u8>>), WriteError> {
        let Sound { bytes: whole, torn } = sound(&bytes);
        let text = std::str::from_utf8(whole).map_err(|why| self.unread(path, &why.to_string()))?;
        Ok((text.to_owned(), torn.map(<[u8]>::to_vec)))
    }

    /// The failure of a file that cannot be read as what it is.
    pub(super) fn unread(&self, path: &str, why: &str) -> WriteError {
        WriteError::Io { path: self.folder.shown(path).into(), source: std::io::Error::other(why.to_owned()) }
    }

    /// Refuses a path that leads through a link: whatever it points to is not this store's.
    pub(super) fn within(&self, path: &str) -> Result<(), WriteError> {
        let folders = path.match_indices('/').map(|(at, _)| self.folder.path(&path[..at]));
        for folder in folders {
            match fs::symlink_metadata(&folder) {
                Ok(metadata) if !metadata.is_dir() => return Err(WriteError::NotAFolder(folder)),
                // What is not there yet is made; what cannot be looked at says so when it is written to.
                Ok(_) | Err(_) => {}
            }
        }
        Ok(())
    }

    /// The failure with its file named as messages about what is read name it.
    pub(super) fn named(&self, why: WriteError) -> WriteError {
        why.at(|path| {
            let below = path.strip_prefix(self.folder.root()).ok()?.to_str()?;
            Some(PathBuf::from(self.folder.shown(below)))
        })
    }

    pub(super) fn folder(&self) -> &Folder {
        self.folder
    }

    /// The history that an author's events about an objective go to.
    pub(super) fn history_of(&self, objective: &ObjectiveRef, author: &OwnerKey) -> String {
        layout::history_file(objective, (self.history == HistoryLayout::PerAuthor).then_some(author))
    }

    /// An objective's files: histories first, its definition last, so that it is whole until the end.
    pub(super) fn files(&self, objective: &ObjectiveRef) -> Vec<String> {
        self.histories(objective).into_iter().chain([layout::objective_file(objective)]).collect()
    }

    fn histories(&self, objective: &ObjectiveRef) -> Vec<String> {
        let folder = layout::owner_folder(&objective.cycle, &objective.owner);
        let entries = self.folder.list(&folder).unwrap_or_default();
        let own = |name: &str| match layout::classify(name) {
            layout::FileKind::History { slug, .. } => slug == objective.slug,
            _ => false,
        };
        entries.into_iter().filter(|entry| own(&entry.name)).map(|entry| format!("{folder}/{}", entry.name)).collect()
    }
}

pub(super) fn lines(events: &[Event]) -> Result<String, WriteError> {
    events
        .iter()
        .map(to_line)
        .collect::<Result<String, _>>()
        .map_err(|why| WriteError::Io { path: PathBuf::from("event"), source: std::io::Error::other(why) })
}
