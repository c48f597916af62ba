//! Making a change: all of it, or nothing, or the rest by the next command.

use std::collections::BTreeSet;

use super::Change;
use super::held::Held;
use super::journal::{self, Journal};
use super::step::{Stage, Step, Undo};
use crate::model::{Event, ObjectiveRef, OwnerKey};
use crate::store::disk::{Lock, WriteError};
use crate::store::history::{Healed, append};
use crate::store::source::{Folder, Source};
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
        let (lock, _) = self.lock()?;
        let mut change = Change::default();
        self.note(&mut change, author, objective, events)?;
        self.make(change, &lock)
    }

    fn made(&self, change: Change, held: &Held) -> Result<Healed, WriteError> {
        for path in change.parts.iter().flatten().flat_map(Step::paths) {
            self.within(path)?;
        }
        let left_out = change.torn;
        let parts: Vec<Vec<Step>> = change.parts.into_iter().map(|part| self.with_histories_made(part)).collect();
        let steps: Vec<&Step> = parts.iter().flatten().collect();
        let healed = if steps.len() == 1 {
            self.apply(&steps, held)?
        } else {
            for step in &steps {
                step.ready(self.folder())?;
            }
            let place = journal::place(self.folder().root());
            Journal::new(self.folder().root(), change.what, change.at, parts.clone()).write(&place)?;
            let applied = self.apply(&steps, held);
            if !matches!(applied, Err(WriteError::HalfDone { .. })) {
                // All of it is done, or nothing: whoever finds a journal that could not be removed sees that, and removes it.
                let _ = disk::remove_file(&place);
            }
            applied?
        };
        self.sweep(steps.into_iter());
        Ok(Healed { torn: healed.torn.or(left_out), ..healed })
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

    /// Does the steps in their order; when one cannot be done, it and those before it are taken back.
    fn apply(&self, steps: &[&Step], held: &Held) -> Result<Healed, WriteError> {
        let folder = self.folder();
        let mut done: Vec<(&Step, Undo)> = Vec::new();
        let mut all = Healed::default();
        for step in steps {
            let failed = match step.undo(folder) {
                Ok(undo) => match step.apply(folder, held) {
                    Ok(healed) => {
                        done.push((step, undo.knowing(&healed)));
                        all.torn = all.torn.or(healed.torn);
                        continue;
                    }
                    Err(why) => {
                        // The name was given and could not be made safe: that is to be taken back too.
                        if matches!(why, WriteError::Io { .. }) && matches!(step.stage(folder), Ok(Stage::After)) {
                            done.push((step, undo));
                        }
                        why
                    }
                },
                Err(why) => why,
            };
            return Err(take_back(folder, held, &done, failed));
        }
        Ok(all)
    }

    /// Takes away what killed commands left beside the files that were written now.
    pub(super) fn sweep<'s>(&self, steps: impl Iterator<Item = &'s Step>) {
        let written = steps.filter(|step| matches!(step, Step::Create { .. } | Step::Replace { .. }));
        let paths: Vec<_> = written.flat_map(Step::paths).map(|path| self.folder().path(path)).collect();
        let folders: BTreeSet<_> = paths.iter().filter_map(|path| path.parent()).collect();
        folders.into_iter().for_each(disk::sweep);
    }
}

/// Takes back all that was done, from the last to the first. Why it had to be; or that it could not be.
fn take_back(folder: &Folder, held: &Held, done: &[(&Step, Undo)], why: WriteError) -> WriteError {
    let mut stuck = None;
    for (step, undo) in done.iter().rev() {
        let undone = undo.run(folder, held);
        // What is as it was is taken back, even if that could not be made safe either.
        if let Err(undo) = undone
            && !matches!(step.stage(folder), Ok(Stage::Before))
        {
            stuck = stuck.or(Some(undo));
        }
    }
    match stuck {
        None => why,
        Some(undo) => WriteError::HalfDone { why: Box::new(why), undo: Box::new(undo) },
    }
}
