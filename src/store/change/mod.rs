//! A change of several files that is whole or not at all, whatever happens in its midst.
//!
//! What is to be done is written down first ([`Journal`]), then done file by file, then the journal is taken away. When the
//! system refuses a file, those before it are taken back. When the program is killed, the next one that opens the store
//! does the rest ([`Writer::finish`]), part by part: what stands or falls together is one part, and where somebody else
//! changed a file of it since, no more of it is done. A change of one file needs no journal: that one is whole by itself.

mod finish;
mod held;
mod journal;
mod make;
mod step;
#[cfg(test)]
mod tests;

use chrono::{DateTime, Utc};

pub use finish::{Finished, Outcome};
pub use held::Held;
use step::{Step, digest};

/// Changes of files that belong together, collected.
#[derive(Debug, Clone, Default)]
pub struct Change {
    /// What changes, in the words of the command.
    what: String,
    /// When.
    at: String,
    /// What stands or falls together, in the order in which it is done.
    parts: Vec<Vec<Step>>,
    /// What is left out of a copy of a history, since a crash had cut it off.
    torn: Option<Vec<u8>>,
}

impl Change {
    pub fn new(what: impl Into<String>, at: DateTime<Utc>) -> Self {
        let at = at.to_rfc3339_opts(chrono::SecondsFormat::Secs, true);
        Self { what: what.into(), at, ..Self::default() }
    }

    /// What is collected from now on can be done without what was collected before.
    pub fn part(&mut self) {
        if self.parts.last().is_some_and(|part| !part.is_empty()) {
            self.parts.push(Vec::new());
        }
    }

    /// The files that it writes whole, with what they are to hold.
    pub fn texts(&self) -> impl Iterator<Item = (&str, &str)> {
        self.parts.iter().flatten().filter_map(|step| match step {
            Step::Create { path, text } | Step::Replace { path, text, .. } => Some((path.as_str(), text.as_str())),
            _ => None,
        })
    }

    /// A new file.
    pub fn create(&mut self, path: String, text: String) {
        self.push(Step::Create { path, text });
    }

    /// `text` in the place of `before`; of what this change itself makes of the file, if it does.
    pub fn replace(&mut self, path: String, before: &[u8], new: String) {
        for step in self.parts.iter_mut().flatten() {
            match step {
                Step::Create { path: own, text } | Step::Replace { path: own, text, .. } if *own == path => {
                    *text = new;
                    return;
                }
                _ => {}
            }
        }
        self.push(Step::Replace { path, before: digest(before), text: new });
    }

    /// Another name for a file.
    pub fn rename(&mut self, path: String, to: String) {
        self.push(Step::Rename { path, to });
    }

    /// A file that held `before` taken away; one that this change itself writes anew, as it was before that.
    pub fn remove(&mut self, path: String, before: &[u8]) {
        let mut before = digest(before);
        for part in &mut self.parts {
            let own = part.iter().position(|step| matches!(step, Step::Replace { path: own, .. } if *own == path));
            if let Some(Step::Replace { before: first, .. }) = own.map(|at| part.remove(at)) {
                before = first;
            }
        }
        self.push(Step::Remove { path, before });
    }

    /// Lines at the end of a history, which this change may make, write anew or rename.
    pub fn append(&mut self, path: String, more: &str) {
        for part in &mut self.parts {
            for at in 0..part.len() {
                match &mut part[at] {
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
                        let path = old.clone();
                        part.insert(at, Step::Append { path, lines: more.to_owned() });
                        return;
                    }
                    _ => {}
                }
            }
        }
        self.push(Step::Append { path, lines: more.to_owned() });
    }

    /// Notes what a copy of a history leaves out.
    pub fn leaves_out(&mut self, torn: Option<Vec<u8>>) {
        self.torn = self.torn.take().or(torn);
    }

    pub fn is_empty(&self) -> bool {
        self.parts.iter().all(Vec::is_empty)
    }

    fn push(&mut self, step: Step) {
        match self.parts.last_mut() {
            Some(part) => part.push(step),
            None => self.parts.push(vec![step]),
        }
    }
}
