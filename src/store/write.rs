//! Changing a store on disk: new objectives, edits, check-ins, moves and removals.

use std::collections::BTreeMap;
use std::path::PathBuf;

use super::atomic::{self, Healed, Lock, WriteError};
use super::history::to_line;
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

    /// Holds off all others who change definitions. Check-ins go on: they lock their own file.
    ///
    /// # Errors
    /// When the store's settings file cannot be opened.
    pub fn lock(&self) -> Result<Lock, WriteError> {
        Lock::on(&self.folder.path(layout::SETTINGS)).map_err(|why| self.named(why))
    }

    /// Makes a new file of the store; never over another one.
    ///
    /// # Errors
    /// When there is one of that name, or the system refuses.
    pub fn create(&self, path: &str, content: &str) -> Result<(), WriteError> {
        atomic::create(&self.folder.path(path), content).map_err(|why| self.named(why))
    }

    /// Puts `after` in the place of `before`, if that is still what the file holds.
    ///
    /// # Errors
    /// When it is not, or the system refuses.
    pub fn replace(&self, path: &str, before: &[u8], after: &str) -> Result<(), WriteError> {
        atomic::replace(&self.folder.path(path), before, after).map_err(|why| self.named(why))
    }

    /// Makes a file hold this, whatever it held. Whether anything had to be done.
    ///
    /// # Errors
    /// When it cannot be read or written.
    pub fn put(&self, path: &str, content: &str) -> Result<bool, WriteError> {
        match self.folder.read(path, layout::MAX_DEFINITION) {
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

    /// Lets a file be run as a program.
    ///
    /// # Errors
    /// When the system refuses.
    pub fn make_executable(&self, path: &str) -> Result<(), WriteError> {
        atomic::make_executable(&self.folder.path(path)).map_err(|why| self.named(why))
    }

    /// Removes a file, and its folder if that is empty then.
    ///
    /// # Errors
    /// When the system refuses.
    pub fn remove_file(&self, path: &str) -> Result<(), WriteError> {
        atomic::remove(&self.folder.path(path)).map_err(|why| self.named(why))
    }

    /// Makes an objective and its history together: a history that comes later would make the next merge refuse.
    ///
    /// # Errors
    /// When there is one of that name, or the system refuses; neither file is then left.
    pub fn create_objective(
        &self,
        objective: &ObjectiveRef,
        text: &str,
        author: &OwnerKey,
        events: &[Event],
    ) -> Result<(), WriteError> {
        if let Some(left) = self.files(objective).into_iter().find(|file| file.ends_with(layout::HISTORY)) {
            // The events of another objective, which was here before, would become this one's.
            return Err(self.named(WriteError::Exists(self.folder.path(&left))));
        }
        let definition = layout::objective_file(objective);
        self.create(&definition, text)?;
        let history = layout::history_file(objective, self.author(author));
        if let Err(why) = self.create(&history, &lines(events)?) {
            // The objective without its history would look as if it had been written by hand.
            let _ = atomic::remove(&self.folder.path(&definition));
            return Err(why);
        }
        Ok(())
    }

    /// Appends events, by one author, to the histories of their objectives: all of them or none.
    ///
    /// # Errors
    /// When one history cannot be appended to.
    pub fn append(&self, author: &OwnerKey, events: &BTreeMap<ObjectiveRef, Vec<Event>>) -> Result<Healed, WriteError> {
        let mut batch: BTreeMap<PathBuf, String> = BTreeMap::new();
        let mut made = Vec::new();
        for (objective, events) in events {
            let path = layout::history_file(objective, self.author(author));
            if !self.folder.has(&path) {
                // A hand-written objective's first event, or an author's first one.
                match self.create(&path, "") {
                    Ok(()) => made.push(path.clone()),
                    Err(WriteError::Exists(_)) => {}
                    Err(why) => return Err(why),
                }
            }
            batch.insert(self.folder.path(&path), lines(events)?);
        }
        atomic::append(&batch).map_err(|why| {
            for path in made {
                let _ = atomic::remove(&self.folder.path(&path));
            }
            self.named(why)
        })
    }

    /// Removes an objective and its histories, those at places where it was before too.
    ///
    /// # Errors
    /// When the system refuses.
    pub fn remove(&self, objective: &ObjectiveRef, before: &[ObjectiveRef]) -> Result<Vec<String>, WriteError> {
        let mut files: Vec<String> = before.iter().flat_map(|former| self.histories(former)).collect();
        files.extend(self.files(objective));
        for file in &files {
            atomic::remove(&self.folder.path(file)).map_err(|why| self.named(why))?;
        }
        Ok(files)
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

    fn author<'k>(&self, author: &'k OwnerKey) -> Option<&'k OwnerKey> {
        (self.history == HistoryLayout::PerAuthor).then_some(author)
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

fn lines(events: &[Event]) -> Result<String, WriteError> {
    events
        .iter()
        .map(to_line)
        .collect::<Result<String, _>>()
        .map_err(|why| WriteError::Io { path: PathBuf::from("event"), source: std::io::Error::other(why) })
}
