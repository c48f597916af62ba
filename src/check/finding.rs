//! What a rule found, and where.

use super::rule::{Rule, Severity};
use crate::model::{CycleId, EventId, ObjectiveRef, OwnerKey, Place, Step};

/// One thing that a rule found.
#[derive(Clone)]
pub struct Finding {
    pub rule: &'static Rule,
    pub severity: Severity,
    /// What is wrong here, in a sentence without a full stop.
    pub message: String,
    /// What to do about it.
    pub help: String,
    pub spot: Spot,
    /// The one way to mend it, if there is just one.
    pub mend: Option<Mend>,
}

/// Where something was found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Spot {
    /// In a file, at a place that is known.
    Found { file: String, place: Option<Box<Place>> },
    /// A value of a definition, by the keys that lead to it, or the nearest above that is there; of its text these words.
    Value { of: Definition, path: Vec<Step>, words: Option<String> },
    /// The line of an event in an objective's histories.
    Event { objective: ObjectiveRef, id: EventId },
    /// A file or folder as such, by its path below the store; empty for the store itself.
    Path(String),
}

/// A file that defines something.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Definition {
    Settings,
    Org,
    Cycle(CycleId),
    Objective(ObjectiveRef),
}

/// A change that mends a finding and cannot be meant otherwise.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Mend {
    /// Puts each event of a history file on a line of its own.
    SplitLines(String),
    /// Takes the unfinished last line off a history file.
    CutTornLine(String),
    /// Takes a key or an item out of a definition.
    Remove { of: Definition, path: Vec<Step> },
    /// Writes the lines that histories need into the store's `.gitattributes`.
    Attributes,
}

impl Finding {
    /// What a rule found.
    pub fn of(rule: &'static Rule, spot: Spot, message: impl Into<String>, help: impl Into<String>) -> Self {
        let (message, help) = (message.into(), help.into());
        Self { rule, severity: rule.severity, message, help, spot, mend: None }
    }

    /// The objective that it is about, if it is about one.
    pub fn objective(&self) -> Option<&ObjectiveRef> {
        match &self.spot {
            Spot::Value { of: Definition::Objective(objective), .. } | Spot::Event { objective, .. } => Some(objective),
            _ => None,
        }
    }
}

impl Spot {
    /// A value of an objective.
    pub fn objective(objective: &ObjectiveRef, path: impl Into<Vec<Step>>) -> Self {
        Self::Value { of: Definition::Objective(objective.clone()), path: path.into(), words: None }
    }

    /// A value of an objective's key result.
    pub fn key_result(objective: &ObjectiveRef, at: usize, key: &str) -> Self {
        Self::objective(objective, [Step::key("key_results"), Step::Index(at), Step::key(key)])
    }

    /// A person or unit in `org.yaml`.
    pub fn org(list: &str, owner: &OwnerKey, key: &str) -> Self {
        let path = vec![Step::key(list), Step::key(owner.as_str()), Step::key(key)];
        Self::Value { of: Definition::Org, path, words: None }
    }

    /// Of a value's text these words only.
    #[must_use]
    pub fn words(self, text: impl Into<String>) -> Self {
        match self {
            Self::Value { of, path, .. } => Self::Value { of, path, words: Some(text.into()) },
            other => other,
        }
    }
}

/// Where a rule puts what it finds.
pub struct Sink {
    rule: &'static Rule,
    pub found: Vec<Finding>,
}

impl Sink {
    pub fn new(rule: &'static Rule) -> Self {
        Self { rule, found: Vec::new() }
    }

    /// Adds a finding.
    pub fn add(&mut self, spot: Spot, message: impl Into<String>, help: impl Into<String>) {
        self.push(spot, message.into(), help.into(), None);
    }

    /// Adds a finding that can be mended in one way only.
    pub fn add_with(&mut self, spot: Spot, message: impl Into<String>, help: impl Into<String>, mend: Mend) {
        self.push(spot, message.into(), help.into(), Some(mend));
    }

    fn push(&mut self, spot: Spot, message: String, help: String, mend: Option<Mend>) {
        self.found.push(Finding { rule: self.rule, severity: self.rule.severity, message, help, spot, mend });
    }
}
