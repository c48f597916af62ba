//! Making a change: all of it, or nothing, or the rest by the next command.

use std::collections::BTreeSet;

use super::Change;
use super::held::Held;
use super::journal::{self, Journal};
use super::step::{Step, Undo};
use crate::model::{Event, ObjectiveRef, OwnerKey};
use crate::store::disk::{Healed, Lock, WriteError, append};
use crate::store::source::Source;
use crate::store::write::{Writer, lines};
use crate::store::{disk, layout};

impl Writer<'_> {
    /// Notes events by one author for the end of an objective's history.
    ///
    /// # Errors
    /// When an event cannot be written as a line.
    pub fn note(
        &self,
        change: &mut Change,
        author: &OwnerKey,
        objective: &ObjectiveRef,
        events: &[Event],
    ) -> Result<(), WriteError> {
        change.append(self.history_of(objective, author), &lines(events)?);
        Ok(())
    }

    /// Makes a change, all of it or nothing. The store's lock is held meanwhile.
    ///
    /// # Errors
    /// When a file is not as it was, or the system refuses; nothing is changed then, or the rest is done by the next
    /// command ([`WriteError::HalfDone`]).
    pub fn make(&self, change: Change, lock: &Lock) -> Result<Healed, WriteError> {
        self.make_holding(change, lock, &Held::default())
    }

    /// The same while some histories are held.
    ///
    /// # Errors
    /// As for [`Writer::make`].
    pub(in crate::store) fn make_holding(
        &self,
        change: Change,
        _lock: &Lock,
        held: &Held,
    ) -> Result<Healed, WriteError> {
        self.made(change, held).map_err(|why| self.named(why))
    }

    /// Appends events to the history of one objective: there is only one file, so no other lock is needed. A history that
    /// is not there is made under the store's lock: the objective may be moving away.
    ///
    /// # Errors
    /// When the history cannot be appended to.
    pub fn append(&self, author: &OwnerKey, objective: &ObjectiveRef, events: &[Event]) -> Result<Healed, WriteError> {
        let path = self.history_of(objective, author);
        let added = self.within(&path).and_then(|()| append(&self.folder().path(&path), &lines(events)?));
        if !matches!(added, Err(WriteError::Gone(_))) {
            return added.map_err(|why| self.named(why));
        }
        let lock = self.lock()?;
        let mut change = Change::default();
        self.note(&mut change, author, objective, events)?;
        self.make(change, &lock)
    }

    fn made(&self, change: Change, held: &Held) -> Result<Healed, WriteError> {
        for path in change.steps.iter().flat_map(Step::paths) {
            self.within(path)?;
        }
        let steps = self.with_histories_made(change.steps);
        if let [step] = &steps[..] {
            return Ok(step.apply(self.folder(), held)?.1);
        }
        for step in &steps {
            step.ready(self.folder())?;
        }
        let place = journal::place(self.folder().root());
        Journal::new(change.what, change.at, steps.clone()).write(&place)?;
        let healed = match self.apply(&steps, held) {
            Err(why @ WriteError::HalfDone { .. }) => return Err(why),
            applied => applied,
        };
        self.sweep(&steps);
        match (disk::remove_file(&place), healed) {
            (_, Err(why)) => Err(why),
            (removed, Ok(healed)) => removed.map(|()| healed),
        }
    }

    /// Lines for a history that is not there yet make it: a hand-written objective's first event, or an author's. Where no
    /// objective is any more, they make nothing.
    fn with_histories_made(&self, steps: Vec<Step>) -> Vec<Step> {
        let is_defined = |history: &str| {
            layout::objective_of(history).is_some_and(|one| self.folder().has(&layout::objective_file(&one)))
        };
        let made = |step| match step {
            Step::Append { path, lines } if !self.folder().has(&path) && is_defined(&path) => {
                Step::Create { path, text: lines }
            }
            step => step,
        };
        steps.into_iter().map(made).collect()
    }

    /// Does the steps in their order; when one cannot be done, those before it are taken back.
    fn apply(&self, steps: &[Step], held: &Held) -> Result<Healed, WriteError> {
        let mut done: Vec<Undo> = Vec::new();
        let mut torn = None;
        for step in steps {
            match step.apply(self.folder(), held) {
                Ok((undo, healed)) => {
                    done.push(undo);
                    torn = torn.or(healed.torn);
                }
                Err(why) => {
                    for undo in done.iter().rev() {
                        if let Err(undo) = undo.run(self.folder(), held) {
                            return Err(WriteError::HalfDone { why: Box::new(why), undo: Box::new(undo) });
                        }
                    }
                    return Err(why);
                }
            }
        }
        Ok(Healed { torn })
    }

    /// Takes away what killed commands left beside the files that were written now.
    pub(super) fn sweep(&self, steps: &[Step]) {
        let written = steps.iter().filter(|step| matches!(step, Step::Create { .. } | Step::Replace { .. }));
        let paths: Vec<_> = written.flat_map(Step::paths).map(|path| self.folder().path(path)).collect();
        let folders: BTreeSet<_> = paths.iter().filter_map(|path| path.parent()).collect();
        folders.into_iter().for_each(disk::sweep);
    }
}
