//! One file's part in a change of several: what is to be done, how far it is done, doing it and taking it back.

use std::fs;
use std::path::Path;

use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

use super::held::Held;
use crate::language::say;
use crate::store::disk::{self, WriteError, io_at};
use crate::store::history::{Healed, append, appended, can_append, sound, take_back};
use crate::store::{Folder, ReadError, Source, layout};

/// What is to be done to a file, as it stands in a journal. Paths are below the store.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "do", rename_all = "kebab-case", deny_unknown_fields)]
pub enum Step {
    /// A new file.
    Create { path: String, text: String },
    /// Other content in the place of what had this SHA-256.
    Replace { path: String, before: String, text: String },
    /// Whole lines at the end of a history.
    Append { path: String, lines: String },
    /// Another name.
    Rename { path: String, to: String },
    /// No file any more, where it had this SHA-256.
    Remove { path: String, before: String },
}

/// How far a step is done.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Stage {
    Before,
    /// Some of the lines are there.
    Partly,
    After,
    /// The file is neither as it was nor as it is to be: somebody else changed it.
    Elsewhere,
}

/// What takes a step back that was done.
pub enum Undo {
    Remove { path: String, text: String },
    Restore { path: String, text: Vec<u8>, now: Option<String> },
    TakeBack { path: String, lines: String, healed: Healed },
    Rename { path: String, to: String },
}

/// The name of a content, by which it is known again.
pub fn digest(bytes: &[u8]) -> String {
    Sha256::digest(bytes).iter().map(|byte| format!("{byte:02x}")).collect()
}

impl Step {
    /// The files that it touches, by their paths below the store.
    pub fn paths(&self) -> impl Iterator<Item = &str> {
        let (path, other) = match self {
            Self::Rename { path, to } => (path, Some(to)),
            Self::Create { path, .. }
            | Self::Replace { path, .. }
            | Self::Append { path, .. }
            | Self::Remove { path, .. } => (path, None),
        };
        [Some(path), other].into_iter().flatten().map(String::as_str)
    }

    /// How far it is done. A history that grew meanwhile is no obstacle: what it is to hold is added to it.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn stage(&self, folder: &Folder) -> Result<Stage, WriteError> {
        let path = match self {
            Self::Rename { path, to } => {
                return Ok(match (folder.has(path), folder.has(to)) {
                    (true, false) => Stage::Before,
                    (false, true) => Stage::After,
                    _ => Stage::Elsewhere,
                });
            }
            Self::Create { path, .. }
            | Self::Replace { path, .. }
            | Self::Append { path, .. }
            | Self::Remove { path, .. } => path,
        };
        Ok(match (self, content(folder, path)?) {
            (Self::Create { .. }, None) => Stage::Before,
            (Self::Remove { .. }, None) => Stage::After,
            (_, None) => Stage::Elsewhere,
            (Self::Replace { before, .. } | Self::Remove { before, .. }, Some(now)) if digest(&now) == *before => {
                Stage::Before
            }
            (Self::Remove { .. }, Some(_)) => Stage::Elsewhere,
            (Self::Append { lines, .. }, Some(now)) => match lacking(&now, lines).len() {
                0 if now.is_empty() || now.ends_with(b"\n") => Stage::After,
                left if left < lines.len() => Stage::Partly,
                _ => Stage::Before,
            },
            (Self::Create { text, .. } | Self::Replace { text, .. }, Some(now)) => match missing(path, &now, text) {
                // It holds some of the lines in any case.
                Some(rest) if !rest.is_empty() => Stage::Before,
                Some(_) => Stage::After,
                None if now.starts_with(text.as_bytes()) => Stage::After,
                None => Stage::Elsewhere,
            },
            (Self::Rename { .. }, Some(_)) => Stage::Elsewhere,
        })
    }

    /// The step as it is to be done when a part of it may be done already, or a history grew since.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn rest(&self, folder: &Folder) -> Result<Self, WriteError> {
        let append = |path: &String, lines| Self::Append { path: path.clone(), lines };
        Ok(match self {
            Self::Append { path, lines } => append(path, lacking(&content(folder, path)?.unwrap_or_default(), lines)),
            Self::Create { path, text } => match content(folder, path)? {
                Some(now) => append(path, missing(path, &now, text).unwrap_or_default()),
                None => self.clone(),
            },
            Self::Replace { path, before, text } => match content(folder, path)? {
                Some(now) if digest(&now) != *before => append(path, missing(path, &now, text).unwrap_or_default()),
                _ => self.clone(),
            },
            Self::Rename { .. } | Self::Remove { .. } => self.clone(),
        })
    }

    /// Whether it can be done now; nothing is written.
    ///
    /// # Errors
    /// When the file is not as it was, or a history cannot be appended to.
    pub fn ready(&self, folder: &Folder) -> Result<(), WriteError> {
        let free = |path: &str| match folder.has(path) {
            true => Err(WriteError::Exists(folder.path(path))),
            false => Ok(()),
        };
        match self {
            Self::Append { path, lines } => can_append(&folder.path(path), lines.len()),
            Self::Create { path, .. } => free(path),
            Self::Replace { path, before, .. } | Self::Remove { path, before } => same(folder, path, before).map(drop),
            Self::Rename { path, .. } if !folder.has(path) => Err(WriteError::Gone(folder.path(path))),
            Self::Rename { to, .. } => free(to),
        }
    }

    /// What will take it back once it is done.
    ///
    /// # Errors
    /// When a file cannot be read, or is not as it was.
    pub fn undo(&self, folder: &Folder) -> Result<Undo, WriteError> {
        Ok(match self {
            Self::Create { path, text } => Undo::Remove { path: path.clone(), text: text.clone() },
            Self::Replace { path, before, text } => {
                Undo::Restore { path: path.clone(), text: same(folder, path, before)?, now: Some(text.clone()) }
            }
            // What was mended at its end is known when it is done.
            Self::Append { path, lines } => {
                Undo::TakeBack { path: path.clone(), lines: lines.clone(), healed: Healed::default() }
            }
            Self::Rename { path, to } => Undo::Rename { path: to.clone(), to: path.clone() },
            Self::Remove { path, before } => {
                Undo::Restore { path: path.clone(), text: same(folder, path, before)?, now: None }
            }
        })
    }

    /// Does it. What was mended on the way.
    ///
    /// # Errors
    /// When the system refuses. The file may be as it is to be all the same: a folder that cannot be synced is seen too late.
    pub fn apply(&self, folder: &Folder, held: &Held) -> Result<Healed, WriteError> {
        let done = match self {
            Self::Create { path, text } => disk::create(&folder.path(path), text),
            Self::Replace { path, before, text } => {
                let _lock = held.lock(folder, path)?;
                disk::replace(&folder.path(path), &same(folder, path, before)?, text)
            }
            Self::Append { path, lines } => {
                // Whoever holds it would wait for itself.
                debug_assert!(!held.holds(path), "{path} is held and appended to");
                return append(&folder.path(path), lines);
            }
            Self::Rename { path, to } => {
                // A check-in that is being written is waited for; those that wait for us look again where the file is.
                let _lock = held.lock(folder, path)?;
                disk::rename(&folder.path(path), &folder.path(to))
            }
            Self::Remove { path, before } => {
                let _lock = held.lock(folder, path)?;
                same(folder, path, before)?;
                disk::remove(&folder.path(path))
            }
        };
        done.map(|()| Healed::default())
    }
}

impl Undo {
    /// The same when it is known what was mended on the way.
    #[must_use]
    pub fn knowing(mut self, mended: &Healed) -> Self {
        if let Self::TakeBack { healed, .. } = &mut self {
            healed.clone_from(mended);
        }
        self
    }

    /// Takes back what was done.
    ///
    /// # Errors
    /// When somebody else changed the file since, or the system refuses.
    pub fn run(&self, folder: &Folder, held: &Held) -> Result<(), WriteError> {
        match self {
            Self::Remove { path, text } => {
                let _lock = held.lock(folder, path)?;
                same(folder, path, &digest(text.as_bytes()))?;
                disk::remove(&folder.path(path))
            }
            Self::Restore { path, text, now: Some(now) } => {
                let _lock = held.lock(folder, path)?;
                disk::replace(&folder.path(path), now.as_bytes(), text)
            }
            Self::Restore { path, text, now: None } => disk::create(&folder.path(path), text),
            Self::TakeBack { path, lines, healed } => take_back(&folder.path(path), lines, healed),
            Self::Rename { path, to } => {
                let _lock = held.lock(folder, path)?;
                disk::rename(&folder.path(path), &folder.path(to))
            }
        }
    }
}

/// The lines that a history does not hold yet: an event is known by the whole of its line.
fn lacking(now: &[u8], lines: &str) -> String {
    let known: std::collections::HashSet<&[u8]> = now.split(|&byte| byte == b'\n').collect();
    lines.split_inclusive('\n').filter(|line| !known.contains(line.trim_end_matches('\n').as_bytes())).collect()
}

/// The items of `text` that a history does not hold; `None` for other files, and where it is not one item below the other.
fn missing(path: &str, now: &[u8], text: &str) -> Option<String> {
    let now = std::str::from_utf8(sound(now).bytes).ok().filter(|_| layout::is_history(path))?;
    let (whole, count) = appended(now, text)?;
    Some(if count == 0 { String::new() } else { whole[now.len()..].trim_start_matches('\n').to_owned() })
}

/// What a file holds, if it is there.
fn content(folder: &Folder, path: &str) -> Result<Option<Vec<u8>>, WriteError> {
    match folder.read(path, layout::MAX_HISTORY) {
        Ok(bytes) => Ok(Some(bytes)),
        Err(ReadError::NotFound) => Ok(None),
        Err(ReadError::NotAFile) => Err(WriteError::NotAFile(folder.path(path))),
        Err(ReadError::TooLarge { .. }) => Err(too_large(&folder.path(path))),
        Err(ReadError::Io(why)) => Err(io_at(&folder.path(path))(why)),
    }
}

fn same(folder: &Folder, path: &str, before: &str) -> Result<Vec<u8>, WriteError> {
    match content(folder, path)? {
        Some(now) if digest(&now) == before => Ok(now),
        Some(_) => Err(WriteError::Changed(folder.path(path))),
        None => Err(WriteError::Gone(folder.path(path))),
    }
}

fn too_large(path: &Path) -> WriteError {
    let length = fs::metadata(path).map_or(0, |metadata| metadata.len());
    let why = say!("it has {length} bytes, and more than {limit} are never read", length, limit = layout::MAX_HISTORY);
    io_at(path)(std::io::Error::other(why))
}
