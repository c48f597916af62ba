//! A change of several files that is whole or not at all, whatever happens in its midst.
//!
//! What is to be done is written down first ([`Journal`]), then done file by file, then the journal is taken away. When the
//! system refuses a file, those before it are taken back. When the program is killed, the next one that opens the store
//! does the rest ([`Writer::finish`]). A change of one file needs no journal: that one is whole by itself.

mod finish;
mod journal;
mod step;
#[cfg(test)]
mod tests;

use chrono::{DateTime, Utc};

pub use finish::Finished;
use journal::Journal;
use step::{Step, Undo, digest};

use super::append::{self, Healed};
use super::atomic::{self, Lock, WriteError};
use super::source::Source;
use super::write::Writer;
use crate::model::{Event, ObjectiveRef, OwnerKey};

/// How often an append looks again whether its history is there.
const ATTEMPTS: usize = 8;

/// Changes of files that belong together, collected.
#[derive(Debug, Clone, Default)]
pub struct Change {
    /// What changes, in the words of the command.
    what: String,
    /// When.
    at: String,
    steps: Vec<Step>,
}

impl Change {
    pub fn new(what: impl Into<String>, at: DateTime<Utc>) -> Self {
        let at = at.to_rfc3339_opts(chrono::SecondsFormat::Secs, true);
        Self { what: what.into(), at, steps: Vec::new() }
    }

    /// A new file.
    pub fn create(&mut self, path: String, text: String) {
        self.steps.push(Step::Create { path, text });
    }

    /// `text` in the place of `before`; of what this change itself makes of the file, if it does.
    pub fn replace(&mut self, path: String, before: &[u8], new: String) {
        for step in &mut self.steps {
            match step {
                Step::Create { path: own, text } | Step::Replace { path: own, text, .. } if *own == path => {
                    *text = new;
                    return;
                }
                _ => {}
            }
        }
        self.steps.push(Step::Replace { path, before: digest(before), text: new });
    }

    /// Another name for a file.
    pub fn rename(&mut self, path: String, to: String) {
        self.steps.push(Step::Rename { path, to });
    }

    /// A file that held `before` taken away; one that this change itself writes anew, as it was before that.
    pub fn remove(&mut self, path: String, before: &[u8]) {
        let mut before = digest(before);
        let own = self.steps.iter().position(|step| matches!(step, Step::Replace { path: own, .. } if *own == path));
        if let Some(Step::Replace { before: first, .. }) = own.map(|at| self.steps.remove(at)) {
            before = first;
        }
        self.steps.push(Step::Remove { path, before });
    }

    pub fn is_empty(&self) -> bool {
        self.steps.is_empty()
    }

    /// Lines at the end of a history, which this change may make, write anew or rename.
    pub fn append(&mut self, path: String, more: &str) {
        for at in 0..self.steps.len() {
            match &mut self.steps[at] {
                Step::Create { path: own, text } | Step::Replace { path: own, text, .. } if *own == path => {
                    if !text.is_empty() && !text.ends_with('\n') {
                        text.push('\n');
                    }
                    text.push_str(more);
                    return;
                }
                Step::Append { path: own, lines } if *own == path => {
                    lines.push_str(more);
                    return;
                }
                // Under the name that it has until then.
                Step::Rename { path: old, to } if *to == path => {
                    let old = old.clone();
                    self.steps.insert(at, Step::Append { path: old, lines: more.to_owned() });
                    return;
                }
                _ => {}
            }
        }
        self.steps.push(Step::Append { path, lines: more.to_owned() });
    }
}

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
        change.append(self.history_of(objective, author), &super::write::lines(events)?);
        Ok(())
    }

    /// Makes a change, all of it or nothing. The store's lock is held meanwhile.
    ///
    /// # Errors
    /// When a file is not as it was, or the system refuses; nothing is changed then, or the rest is done by the next
    /// command ([`WriteError::HalfDone`]).
    pub fn make(&self, change: Change, _lock: &Lock) -> Result<Healed, WriteError> {
        self.made(change).map_err(|why| self.named(why))
    }

    /// Appends events to the history of one objective: there is only one file, so no other lock is needed.
    ///
    /// # Errors
    /// When the history cannot be appended to.
    pub fn append(&self, author: &OwnerKey, objective: &ObjectiveRef, events: &[Event]) -> Result<Healed, WriteError> {
        let mut change = Change::default();
        self.note(&mut change, author, objective, events)?;
        self.made(change).map_err(|why| self.named(why))
    }

    fn made(&self, change: Change) -> Result<Healed, WriteError> {
        for path in change.steps.iter().flat_map(Step::paths) {
            self.within(path)?;
        }
        let mut attempts = 0;
        loop {
            attempts += 1;
            let steps = self.with_histories_made(change.steps.clone());
            match self.make_steps(&steps, &change) {
                // Somebody else made the history in the meantime, or moved it away: the steps are others then.
                Err(WriteError::Exists(_))
                    if attempts < ATTEMPTS && steps != self.with_histories_made(change.steps.clone()) => {}
                done => return done,
            }
        }
    }

    /// Lines for a history that is not there yet make it: a hand-written objective's first event, or an author's.
    fn with_histories_made(&self, steps: Vec<Step>) -> Vec<Step> {
        let made = |step| match step {
            Step::Append { path, lines } if !self.folder().has(&path) => Step::Create { path, text: lines },
            step => step,
        };
        steps.into_iter().map(made).collect()
    }

    fn make_steps(&self, steps: &[Step], change: &Change) -> Result<Healed, WriteError> {
        if let [step] = steps {
            return Ok(step.apply(self.folder())?.1);
        }
        for step in steps {
            step.ready(self.folder())?;
        }
        let place = journal::place(self.folder().root());
        Journal::new(change.what.clone(), change.at.clone(), steps.to_vec()).write(&place)?;
        let healed = match self.apply(steps) {
            Err(why @ WriteError::HalfDone { .. }) => return Err(why),
            applied => applied,
        };
        match (atomic::remove_file(&place), healed) {
            (_, Err(why)) => Err(why),
            (removed, Ok(healed)) => removed.map(|()| healed),
        }
    }

    /// Does the steps in their order; when one cannot be done, those before it are taken back.
    fn apply(&self, steps: &[Step]) -> Result<Healed, WriteError> {
        let mut done: Vec<Undo> = Vec::new();
        let mut torn = None;
        for step in steps {
            match step.apply(self.folder()) {
                Ok((undo, healed)) => {
                    done.push(undo);
                    torn = torn.or(healed.torn);
                }
                Err(why) => {
                    for undo in done.iter().rev() {
                        if let Err(undo) = undo.run(self.folder()) {
                            return Err(WriteError::HalfDone { why: Box::new(why), undo: Box::new(undo) });
                        }
                    }
                    return Err(why);
                }
            }
        }
        Ok(append::Healed { torn })
    }
}
