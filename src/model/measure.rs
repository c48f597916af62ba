//! What a metric is, as far as sums and plans need it: without its numbers, unit and names.

use borsh::{BorshDeserialize, BorshSerialize};

use super::metric::Metric;
use super::milestones::Milestones;

/// The kind of a key result's metric.
#[derive(Debug, Clone, PartialEq, BorshSerialize, BorshDeserialize)]
pub enum Measure {
    Change,
    Keep,
    Done,
    Milestones,
    /// Milestones of which some have days of their own.
    DatedMilestones(Box<Milestones>),
    Aligned,
}

impl Measure {
    pub fn of(metric: &Metric) -> Self {
        match metric {
            Metric::Change(_) => Measure::Change,
            Metric::Keep(_) => Measure::Keep,
            Metric::Done => Measure::Done,
            Metric::Milestones(steps) if steps.is_dated() => Measure::DatedMilestones(Box::new(steps.clone())),
            Metric::Milestones(_) => Measure::Milestones,
            Metric::Aligned => Measure::Aligned,
        }
    }
}
