//! Changing a store on disk: new objectives, edits, check-ins, moves and removals.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use super::atomic::{self, Healed, Lock, WriteError};
use super::history::{appended, to_line};
use super::layout;
use super::source::{Folder, ReadError, Source};
use crate::model::{Event, HistoryLayout, ObjectiveRef, OwnerKey};

/// Writes to a store in a folder.
pub struct Writer<'a> {
    folder: &'a Folder,
    history: HistoryLayout,
}

/// What came of a move.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Moved {
    /// Whether histories stay at the old place as well.
    pub left: bool,
}

/// One file that was moved or copied.
enum Step {
    Renamed(PathBuf, PathBuf),
    Copied {
        old: PathBuf,
        new: PathBuf,
        /// What stood at the new place, if there was anything.
        before: Option<String>,
        after: String,
        leave: bool,
    },
}

impl Step {
    fn undo(&self) {
        // What cannot be taken back either has nobody to tell: both places hold the same.
        let _ = match self {
            Step::Renamed(old, new) => atomic::rename(new, old),
            Step::Copied { new, before: None, .. } => atomic::remove(new),
            Step::Copied { new, before: Some(before), after, .. } => atomic::replace(new, after.as_bytes(), before),
        };
    }

    /// Takes away what is not needed any more, once all is done.
    fn tidy(&self) {
        match self {
            Step::Renamed(old, _) => atomic::tidy_folder_of(old),
            Step::Copied { old, leave: false, .. } => {
                // Left behind it does no harm: what stands twice counts once.
                let _ = atomic::remove(old);
            }
            Step::Copied { .. } => {}
        }
    }
}

/// Copies a history, behind what stands at the new place from an earlier move.
fn copied(old: &Path, new: &Path, leave: bool) -> Result<Step, WriteError> {
    let unread = |path: &Path| {
        let path = path.to_owned();
        move |source| WriteError::Io { path, source }
    };
    let _lock = Lock::on(old)?;
    let text = fs::read_to_string(old).map_err(unread(old))?;
    let (before, after) = if new.exists() {
        let _lock = Lock::on(new)?;
        let before = fs::read_to_string(new).map_err(unread(new))?;
        let Some((after, _)) = appended(&before, &text) else { return Err(WriteError::Exists(new.to_owned())) };
        atomic::replace(new, before.as_bytes(), &after)?;
        (Some(before), after)
    } else {
        atomic::create(new, &text)?;
        (None, text)
    };
    Ok(Step::Copied { old: old.to_owned(), new: new.to_owned(), before, after, leave })
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

    /// Ends a history file as it should be ended: an unfinished last line is cut off. What was cut off, if anything was.
    ///
    /// # Errors
    /// When it cannot be written.
    pub fn heal(&self, history: &str) -> Result<Option<String>, WriteError> {
        let batch = BTreeMap::from([(self.folder.path(history), String::new())]);
        atomic::append(&batch).map(|healed| healed.torn).map_err(|why| self.named(why))
    }

    /// Puts every event of a history file on a line of its own. Whether that changed it.
    ///
    /// # Errors
    /// When it cannot be written.
    pub fn split_lines(&self, history: &str) -> Result<bool, WriteError> {
        let path = self.folder.path(history);
        let _lock = Lock::on(&path).map_err(|why| self.named(why))?;
        let before = self.folder.read(history, layout::MAX_HISTORY).unwrap_or_default();
        let text = String::from_utf8_lossy(&before);
        let after: String = text.split_inclusive('\n').map(apart).collect();
        if after == text {
            return Ok(false);
        }
        atomic::replace(&path, &before, &after).map_err(|why| self.named(why))?;
        Ok(true)
    }

    /// Gives an objective and its histories another name. On failure what was moved is moved back. With `leave`, the
    /// histories stay at the old place as well: a branch that does not know yet that the objective moved goes on
    /// adding to them there, and that merges.
    ///
    /// # Errors
    /// When there is an objective of the new name, or the system refuses.
    pub fn rename(&self, from: &ObjectiveRef, to: &ObjectiveRef, leave: bool) -> Result<Moved, WriteError> {
        let mut done: Vec<Step> = Vec::new();
        for old in self.files(from) {
            let new = renamed(&old, from, to);
            let (old, new) = (self.folder.path(&old), self.folder.path(&new));
            let step = if old.to_string_lossy().ends_with(layout::HISTORY) && (leave || new.exists()) {
                copied(&old, &new, leave)
            } else {
                // A check-in that is being written is waited for; those that wait for us look again where the file is.
                Lock::on(&old).and_then(|_lock| atomic::rename(&old, &new)).map(|()| Step::Renamed(old, new))
            };
            match step {
                Ok(step) => done.push(step),
                Err(why) => {
                    done.iter().rev().for_each(Step::undo);
                    return Err(self.named(why));
                }
            }
        }
        done.iter().for_each(Step::tidy);
        Ok(Moved { left: leave && done.iter().any(|step| matches!(step, Step::Copied { .. })) })
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
    fn files(&self, objective: &ObjectiveRef) -> Vec<String> {
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

/// A line with each event on its own, if every one of them is a whole event.
fn apart(line: &str) -> String {
    let end = &line[line.trim_end().len()..];
    let pieces: Vec<&str> = line.trim_end().split_inclusive("}- {").collect();
    let last = pieces.len() - 1;
    let whole = |(at, piece): (usize, &&str)| {
        let piece = if at == last { piece } else { piece.trim_end_matches("- {") };
        if at == 0 { piece.to_owned() } else { format!("- {{{piece}") }
    };
    let events: Vec<String> = pieces.iter().enumerate().map(whole).collect();
    let is_event = |event: &String| {
        event.strip_prefix("- ").is_some_and(|json| serde_json::from_str::<serde::de::IgnoredAny>(json).is_ok())
    };
    if events.len() > 1 && events.iter().all(is_event) { events.join("\n") + end } else { line.to_owned() }
}

fn renamed(file: &str, from: &ObjectiveRef, to: &ObjectiveRef) -> String {
    format!("{to}{}", file.strip_prefix(&from.to_string()).unwrap_or_default())
}

fn lines(events: &[Event]) -> Result<String, WriteError> {
    events
        .iter()
        .map(to_line)
        .collect::<Result<String, _>>()
        .map_err(|why| WriteError::Io { path: PathBuf::from("event"), source: std::io::Error::other(why) })
}
