//! One file's part in a change of several: what is to be done, how far it is done, doing it and taking it back.

use std::fs;
use std::path::Path;

use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

use super::held::Held;
use crate::store::disk::{self, WriteError, append, can_append, io_at, take_back};
use crate::store::{Folder, Healed, ReadError, Source, layout};

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
    After,
    /// The file is neither as it was nor as it is to be: somebody else changed it.
    Elsewhere,
}

/// What takes a step back that was done.
pub enum Undo {
    Remove { path: String, text: String },
    Restore { path: String, text: Vec<u8>, now: Option<String> },
    TakeBack { path: String, lines: String },
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

    /// How far it is done.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn stage(&self, folder: &Folder) -> Result<Stage, WriteError> {
        let is = |stage: bool, other: Stage| if stage { other } else { Stage::Elsewhere };
        Ok(match self {
            Self::Create { path, text } => match content(folder, path)? {
                None => Stage::Before,
                // Others may have appended to a new history since.
                Some(now) => is(now.starts_with(text.as_bytes()), Stage::After),
            },
            Self::Replace { path, before, text } => match content(folder, path)? {
                Some(now) if digest(&now) == *before => Stage::Before,
                Some(now) => is(now.starts_with(text.as_bytes()), Stage::After),
                None => Stage::Elsewhere,
            },
            Self::Append { path, lines } => match content(folder, path)? {
                Some(now) if lacking(&now, lines).is_empty() && now.ends_with(b"\n") => Stage::After,
                Some(_) => Stage::Before,
                None => Stage::Elsewhere,
            },
            Self::Rename { path, to } => match (folder.has(path), folder.has(to)) {
                (true, false) => Stage::Before,
                (false, true) => Stage::After,
                _ => Stage::Elsewhere,
            },
            Self::Remove { path, before } => match content(folder, path)? {
                None => Stage::After,
                Some(now) => is(digest(&now) == *before, Stage::Before),
            },
        })
    }

    /// The step as it is to be done when a part of its lines may be there already.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn rest(&self, folder: &Folder) -> Result<Self, WriteError> {
        let Self::Append { path, lines } = self else { return Ok(self.clone()) };
        let now = content(folder, path)?.unwrap_or_default();
        Ok(Self::Append { path: path.clone(), lines: lacking(&now, lines) })
    }

    /// Whether it can be done now; nothing is written.
    ///
    /// # Errors
    /// When the file is not as it was, or a history cannot be appended to.
    pub fn ready(&self, folder: &Folder) -> Result<(), WriteError> {
        if let Self::Append { path, .. } = self {
            return can_append(&folder.path(path));
        }
        match (self, self.stage(folder)?) {
            (_, Stage::Before) => Ok(()),
            (Self::Create { path, .. } | Self::Rename { to: path, .. }, _) if folder.has(path) => {
                Err(WriteError::Exists(folder.path(path)))
            }
            (step, _) => {
                let path = step.paths().next().unwrap_or_default();
                let path = folder.path(path);
                Err(if path.exists() { WriteError::Changed(path) } else { WriteError::Gone(path) })
            }
        }
    }

    /// Does it. What takes it back, and what was mended on the way.
    ///
    /// # Errors
    /// When the system refuses; the file is then as it was.
    pub fn apply(&self, folder: &Folder, held: &Held) -> Result<(Undo, Healed), WriteError> {
        let undo = match self {
            Self::Create { path, text } => {
                disk::create(&folder.path(path), text)?;
                Undo::Remove { path: path.clone(), text: text.clone() }
            }
            Self::Replace { path, before, text } => {
                let _lock = held.lock(folder, path)?;
                let old = same(folder, path, before)?;
                disk::replace(&folder.path(path), &old, text)?;
                Undo::Restore { path: path.clone(), text: old, now: Some(text.clone()) }
            }
            Self::Append { path, lines } => {
                let healed = append(&folder.path(path), lines)?;
                return Ok((Undo::TakeBack { path: path.clone(), lines: lines.clone() }, healed));
            }
            Self::Rename { path, to } => {
                // A check-in that is being written is waited for; those that wait for us look again where the file is.
                let _lock = held.lock(folder, path)?;
                disk::rename(&folder.path(path), &folder.path(to))?;
                Undo::Rename { path: to.clone(), to: path.clone() }
            }
            Self::Remove { path, before } => {
                let _lock = held.lock(folder, path)?;
                let old = same(folder, path, before)?;
                disk::remove(&folder.path(path))?;
                Undo::Restore { path: path.clone(), text: old, now: None }
            }
        };
        Ok((undo, Healed::default()))
    }
}

impl Undo {
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
            Self::TakeBack { path, lines } => take_back(&folder.path(path), lines),
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
    let why = format!("it has {length} bytes, and more than {} are never read", layout::MAX_HISTORY);
    io_at(path)(std::io::Error::other(why))
}
