//! A measure of named steps.

use borsh::{BorshDeserialize, BorshSerialize};
use chrono::NaiveDate;
use serde::Serialize;

use super::metric::MetricError;
use super::packed;
use super::ratio::Progress;
use super::reading::{Reading, ReadingError, Reported, Value};
use super::weight::Weight;

/// Steps in order; reaching one means that those before it are reached.
#[derive(Debug, Clone, PartialEq, Serialize, BorshSerialize, BorshDeserialize)]
pub struct Milestones {
    milestones: Vec<Milestone>,
}

/// One named step.
#[derive(Debug, Clone, PartialEq, Serialize, BorshSerialize, BorshDeserialize)]
pub struct Milestone {
    pub name: String,
    pub weight: Weight,
    #[borsh(serialize_with = "packed::day::write", deserialize_with = "packed::day::read")]
    pub due: Option<NaiveDate>,
}

impl Milestones {
    /// # Errors
    /// As for [`Metric::milestones`](super::Metric::milestones).
    pub(super) fn of(milestones: Vec<Milestone>) -> Result<Self, MetricError> {
        if milestones.is_empty() {
            return Err(MetricError::NoSteps);
        }
        for (at, step) in milestones.iter().enumerate() {
            if step.name.trim().is_empty() {
                return Err(MetricError::NamelessStep);
            }
            if milestones[..at].iter().any(|other| other.name == step.name) {
                return Err(MetricError::TwinStep(step.name.clone()));
            }
        }
        if milestones.iter().all(|step| step.weight.get() == 0.0) {
            return Err(MetricError::Weightless);
        }
        Ok(Self { milestones })
    }

    pub fn steps(&self) -> &[Milestone] {
        &self.milestones
    }

    pub fn len(&self) -> usize {
        self.milestones.len()
    }

    pub fn is_empty(&self) -> bool {
        self.milestones.is_empty()
    }

    /// Whether any step has a due date of its own.
    pub fn is_dated(&self) -> bool {
        self.milestones.iter().any(|step| step.due.is_some())
    }

    /// The share of all weight that steps passing `test` have.
    pub fn share(&self, test: impl Fn(usize, &Milestone) -> bool) -> f64 {
        let all: f64 = self.milestones.iter().map(|step| step.weight.get()).sum();
        let part: f64 = self
            .milestones
            .iter()
            .enumerate()
            .filter(|(at, step)| test(*at, step))
            .map(|(_, step)| step.weight.get())
            .sum();
        part / all
    }

    pub(super) fn read(&self, reported: Reported<&str>) -> Result<Reading, ReadingError> {
        let reached = match reported {
            Reported::Word(word) => match self.milestones.iter().position(|step| step.name == word) {
                Some(at) => at + 1,
                None if word == "none" => 0,
                None if word == "done" => self.len(),
                None => return Err(self.unknown_step(word)),
            },
            Reported::Flag(true) => self.len(),
            Reported::Flag(false) => 0,
            Reported::Number(number) => return Err(self.unknown_step(&number.to_string())),
        };
        Ok(Reading::new(Value::Steps(reached), Progress::new(self.share(|at, _| at < reached))))
    }

    fn unknown_step(&self, word: &str) -> ReadingError {
        let steps = self.milestones.iter().map(|step| step.name.clone()).collect();
        ReadingError::UnknownStep { word: word.to_owned(), steps }
    }
}
