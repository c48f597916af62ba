//! What was reported for a key result, and what its metric makes of it.

use borsh::{BorshDeserialize, BorshSerialize};
use serde::{Deserialize, Serialize, Serializer};

use super::quantity::Quantity;
use super::ratio::Progress;
use crate::language::say;

/// A value as a check-in holds it, before a metric has looked at it.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize, BorshSerialize, BorshDeserialize)]
#[serde(untagged)]
pub enum Reported<Text = String> {
    Flag(bool),
    Number(Quantity),
    /// `done`, `open`, `none`, or a milestone's name.
    Word(Text),
}

impl Reported {
    /// The same without a text of its own.
    pub fn borrowed(&self) -> Reported<&str> {
        match self {
            Reported::Flag(flag) => Reported::Flag(*flag),
            Reported::Number(number) => Reported::Number(*number),
            Reported::Word(word) => Reported::Word(word),
        }
    }
}

impl Reported<&str> {
    /// The same with a text of its own.
    pub fn to_owned(self) -> Reported {
        match self {
            Reported::Flag(flag) => Reported::Flag(flag),
            Reported::Number(number) => Reported::Number(number),
            Reported::Word(word) => Reported::Word(word.to_owned()),
        }
    }
}

/// A value that fits its metric.
#[derive(Debug, Clone, PartialEq, BorshSerialize, BorshDeserialize)]
pub enum Value {
    Number(Quantity),
    Done(bool),
    /// How many milestones are reached.
    Steps(usize),
}

/// A value with the progress that its metric gives it. Only a [`Metric`](super::Metric) makes one.
#[derive(Debug, Clone, PartialEq, BorshSerialize, BorshDeserialize)]
pub struct Reading {
    value: Value,
    progress: Progress,
}

/// Why a reported value does not fit the metric.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum ReadingError {
    #[error("{}", say!("the key result is measured by a number"))]
    WantsNumber,
    #[error("{}", say!("the key result is done or open"))]
    WantsDone,
    #[error("{}", say!(
        "{word} is not one of its milestones: {steps}",
        word = format_args!("{word:?}"),
        steps = steps.join(say!(in "list", ", ")),
    ))]
    UnknownStep { word: String, steps: Vec<String> },
    #[error("{}", say!("its progress is computed from what aligns to it"))]
    Computed,
}

impl Reading {
    pub(super) fn new(value: Value, progress: Progress) -> Self {
        Self { value, progress }
    }

    pub(super) fn done(done: bool) -> Self {
        Self::new(Value::Done(done), if done { Progress::FULL } else { Progress::NONE })
    }

    pub fn value(&self) -> &Value {
        &self.value
    }

    pub fn progress(&self) -> Progress {
        self.progress
    }
}

impl Serialize for Value {
    /// A number, a truth value, or the count of milestones reached.
    fn serialize<S: Serializer>(&self, s: S) -> Result<S::Ok, S::Error> {
        match self {
            Value::Number(number) => Serialize::serialize(number, s),
            Value::Done(done) => s.serialize_bool(*done),
            Value::Steps(reached) => s.serialize_u64(*reached as u64),
        }
    }
}
