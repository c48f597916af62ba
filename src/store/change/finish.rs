//! Doing the rest of a change that was cut short: by a kill, a crash, or a disk that would not take it back.

use std::path::Path;

use super::held::Held;
use super::journal::{self, Journal};
use super::step::Stage;
use crate::store::disk::{self, Lock, WriteError};
use crate::store::source::Source;
use crate::store::write::Writer;

/// A change that was cut short, and is whole now.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Finished {
    /// What was changed, in the words of the command that began it.
    pub what: String,
    /// When it was begun.
    pub at: String,
    /// Files that somebody else changed since, and that are left as they are.
    pub left: Vec<String>,
}

impl Writer<'_> {
    /// Does the rest of a change that was cut short, if there is one. Waits for a command that is in the midst of one.
    ///
    /// # Errors
    /// When it cannot be read, or the system refuses; the rest is then still to be done.
    pub fn finish(&self) -> Result<Option<Finished>, WriteError> {
        let place = journal::place(self.folder().root());
        if !place.is_symlink() && !place.exists() {
            return Ok(None);
        }
        let _lock = self.lock_only()?;
        self.finished(&place).map_err(|why| self.named(why))
    }

    /// Refuses to begin a change while the one before is not done; tries once more to do it.
    pub(in crate::store) fn finish_under(&self, _lock: &Lock) -> Result<(), WriteError> {
        let place = journal::place(self.folder().root());
        self.finished(&place).map(drop).map_err(|why| self.named(why))
    }

    fn finished(&self, place: &Path) -> Result<Option<Finished>, WriteError> {
        // Whoever was at it may be done by now.
        let Some(journal) = Journal::read(place)? else { return Ok(None) };
        let mut left = Vec::new();
        for step in &journal.steps {
            for path in step.paths() {
                self.within(path)?;
            }
            let step = journal.as_of_now(step, self.folder());
            match step.stage(self.folder())? {
                Stage::Before => drop(step.rest(self.folder())?.apply(self.folder(), &Held::default())?),
                Stage::After => {}
                Stage::Elsewhere => left.extend(step.paths().next().map(|path| self.folder().shown(path))),
            }
        }
        self.sweep(&journal.steps);
        disk::remove_file(place)?;
        Ok(Some(Finished { what: journal.what, at: journal.at, left }))
    }
}
