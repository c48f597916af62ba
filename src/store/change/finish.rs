//! Doing the rest of a change that was cut short: by a kill, a crash, or a disk that would not take it back.

use std::path::{Path, PathBuf};

use super::held::Held;
use super::journal::{self, Journal, as_of_now};
use super::step::{Stage, Step};
use crate::store::disk::{self, Lock, WriteError};
use crate::store::source::Source;
use crate::store::write::Writer;

/// A change that was cut short, and what became of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Finished {
    /// What was changed, in the words of the command that began it.
    pub what: String,
    /// When it was begun.
    pub at: String,
    pub outcome: Outcome,
}

/// What became of a change that was cut short.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Outcome {
    /// The rest of it is done.
    Whole,
    /// Nothing of it had been done, or Git took it back since: nothing of it is.
    Dropped,
    /// Somebody else changed these files since: of what belongs to them no more is done. What was to be done is kept there.
    Left { files: Vec<String>, kept: PathBuf },
    /// Somebody is doing it, or was stopped while doing it.
    BeingMade,
}

impl Writer<'_> {
    /// Does the rest of changes that were cut short. Whoever is in the midst of one is waited for, for a second.
    ///
    /// # Errors
    /// When one cannot be read, or the system refuses; the rest is then still to be done.
    pub fn finish(&self) -> Result<Vec<Finished>, WriteError> {
        let places = self.pending();
        if places.is_empty() {
            return Ok(Vec::new());
        }
        if let Some(lock) = Lock::on_store_soon(self.folder().root()).map_err(|why| self.named(why))? {
            return self.finish_under(&lock);
        }
        let read = |place: &PathBuf| Journal::read(place).ok().flatten();
        let told = |journal: Journal| Finished { what: journal.what, at: journal.at, outcome: Outcome::BeingMade };
        Ok(places.iter().filter_map(read).map(told).collect())
    }

    /// The same for somebody who holds the store's lock.
    ///
    /// # Errors
    /// As for [`Writer::finish`].
    pub(in crate::store) fn finish_under(&self, _lock: &Lock) -> Result<Vec<Finished>, WriteError> {
        let mut all = Vec::new();
        for place in self.pending() {
            all.extend(self.finished(&place).map_err(|why| self.named(why))?);
        }
        Ok(all)
    }

    /// A journal in the store that is not followed: a commit or a copy may have brought it along.
    pub fn stray_journal(&self) -> Option<PathBuf> {
        journal::stray(self.folder().root())
    }

    fn pending(&self) -> Vec<PathBuf> {
        let stray = self.stray_journal();
        journal::pending(self.folder().root()).into_iter().filter(|place| stray.as_ref() != Some(place)).collect()
    }

    fn finished(&self, place: &Path) -> Result<Option<Finished>, WriteError> {
        // Whoever was at it may be done by now.
        let Some(journal) = Journal::read(place)? else { return Ok(None) };
        let parts = &journal.parts;
        for path in parts.iter().flatten().flat_map(Step::paths) {
            self.within(path)?;
        }
        let outcome = self.rest(place, parts)?;
        Ok(Some(Finished { what: journal.what, at: journal.at, outcome }))
    }

    /// Does the rest of every part that nobody else touched, and takes the journal away.
    fn rest(&self, place: &Path, parts: &[Vec<Step>]) -> Result<Outcome, WriteError> {
        let mut staged = Vec::new();
        for part in parts {
            let steps: Vec<Step> = part.iter().map(|step| as_of_now(step, part, self.folder())).collect();
            let stages = steps.iter().map(|step| step.stage(self.folder())).collect::<Result<Vec<_>, _>>()?;
            staged.push((steps, stages));
        }
        let is_begun = |stage: &Stage| matches!(stage, Stage::After | Stage::Partly);
        if !staged.iter().flat_map(|(_, stages)| stages).any(is_begun) {
            disk::remove_file(place)?;
            return Ok(Outcome::Dropped);
        }
        let mut files = Vec::new();
        for (steps, stages) in &staged {
            let elsewhere = steps.iter().zip(stages).filter(|(_, stage)| **stage == Stage::Elsewhere);
            let theirs: Vec<String> =
                elsewhere.filter_map(|(step, _)| step.paths().next()).map(|path| self.folder().shown(path)).collect();
            if theirs.is_empty() {
                self.rest_of_part(steps, stages)?;
            }
            files.extend(theirs);
        }
        if files.is_empty() {
            disk::remove_file(place)?;
            return Ok(Outcome::Whole);
        }
        Ok(Outcome::Left { files, kept: journal::set_aside(place)? })
    }

    fn rest_of_part(&self, steps: &[Step], stages: &[Stage]) -> Result<(), WriteError> {
        for (step, stage) in steps.iter().zip(stages) {
            if *stage != Stage::After {
                step.rest(self.folder())?.apply(self.folder(), &Held::default())?;
            }
        }
        self.sweep(steps.iter());
        Ok(())
    }
}
