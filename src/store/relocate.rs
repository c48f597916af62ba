//! Giving an objective another place: its definition and its histories go together, or stay.

use std::fs;
use std::path::{Path, PathBuf};

use super::atomic::{self, Lock, WriteError};
use super::history::appended;
use super::layout;
use super::write::Writer;
use crate::model::ObjectiveRef;

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

impl Writer<'_> {
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
            let (old, new) = (self.folder().path(&old), self.folder().path(&new));
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
}

fn renamed(file: &str, from: &ObjectiveRef, to: &ObjectiveRef) -> String {
    format!("{to}{}", file.strip_prefix(&from.to_string()).unwrap_or_default())
}
