//! A change of several files that is whole or not at all, whatever happens in its midst.
//!
//! What is to be done is written down first ([`Journal`]), then done file by file, then the journal is taken away. When the
//! system refuses a file, those before it are taken back. When the program is killed, the next one that opens the store
//! does the rest ([`Writer::finish`]). A change of one file needs no journal: that one is whole by itself.

mod finish;
mod held;
mod journal;
mod make;
mod step;
#[cfg(test)]
mod tests;

use chrono::{DateTime, Utc};

pub use finish::Finished;
pub use held::Held;
use step::{Step, digest};

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
