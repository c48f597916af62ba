//! What a rule is.

use serde::Serialize;

use super::example::Example;
use super::finding::Sink;
use super::subject::{Defined, Keeping, One, Sight, Subject};
use crate::model::RuleLevel;

/// A rule: what it is called, how seriously it is taken, why it is there, and how it looks.
pub struct Rule {
    /// Stable: it stands in settings, in comments, and in other people's scripts.
    pub code: &'static str,
    /// The same in words, in kebab-case; as good as the code everywhere.
    pub name: &'static str,
    /// Unless the settings say otherwise.
    pub severity: Severity,
    /// What is wrong, in a sentence.
    pub what: &'static str,
    /// Why that matters, and what to do instead.
    pub why: &'static str,
    /// Files with which it finds something, and with which it does not. Both are tried by a test.
    pub bad: Example,
    pub good: Example,
    pub look: Look,
}

/// How a rule looks.
#[derive(Clone, Copy)]
pub enum Look {
    /// It tells what the reader of files found; [`super::of_damages`] knows which rule tells what.
    Damage,
    /// Once, at the whole store.
    Store(fn(&Subject, &mut Sink)),
    /// At what each objective's definition says, and at nothing else.
    Definition(fn(&Defined, &mut Sink)),
    /// As the same, where a cycle is not over yet: what is past cannot be put better any more.
    LivingDefinition(fn(&Defined, &mut Sink)),
    /// At each objective's figures and its place among the others, where a cycle is not over yet.
    LivingFigures(fn(&Sight, &mut Sink)),
    /// At all of each objective where the first says that there may be something to tell.
    Objective(May, fn(&One, &mut Sink)),
    /// As the same, where a cycle is not over yet.
    Living(May, fn(&One, &mut Sink)),
    /// At how the store is kept in Git, if it is.
    Keeping(fn(&Keeping, &mut Sink)),
    /// It compares the store with a revision: `okr verify`.
    Verify,
}

/// Whether a rule may have something to say of an objective. It is never wrong where it says no.
pub type May = fn(&Sight) -> bool;

/// How seriously a finding is to be taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Severity {
    /// Worth a thought.
    Advice,
    /// Most likely wrong.
    Warning,
    /// Wrong: the check fails.
    Error,
}

/// What a rule is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Concern {
    /// Whether the files hold together.
    Integrity,
    /// Whether the goals are good ones.
    Method,
    /// Whether a change keeps what was.
    Change,
}

impl Rule {
    pub fn concern(&self) -> Concern {
        match (self.look, self.code.as_bytes().get(3)) {
            (Look::Verify, _) => Concern::Change,
            (_, Some(b'1')) => Concern::Method,
            _ => Concern::Integrity,
        }
    }

    /// Whether it goes by this code or name, whatever the case.
    pub fn is(&self, text: &str) -> bool {
        self.code.eq_ignore_ascii_case(text) || self.name.eq_ignore_ascii_case(text)
    }

    /// Whether settings may change how seriously it is taken: what keeps a file or a line from being read is always an error.
    pub fn is_settable(&self) -> bool {
        const LAST_OF_READING: &str = "OKR015";
        !matches!(self.look, Look::Damage) || self.code > LAST_OF_READING
    }
}

impl Severity {
    pub fn as_str(self) -> &'static str {
        match self {
            Severity::Advice => "advice",
            Severity::Warning => "warning",
            Severity::Error => "error",
        }
    }

    /// The severity that settings give; none where they allow it.
    pub fn of(level: RuleLevel) -> Option<Self> {
        match level {
            RuleLevel::Allow => None,
            RuleLevel::Advise => Some(Severity::Advice),
            RuleLevel::Warn => Some(Severity::Warning),
            RuleLevel::Deny => Some(Severity::Error),
        }
    }
}
