//! The orders in which rows can stand, and what they can be grouped by.

use std::cmp::Ordering;

use super::figures::{KeyResultReport, ObjectiveReport};

/// The order of rows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Sort {
    /// The gap to plan, worst first.
    Gap,
    /// Progress, least first.
    Progress,
    /// The reference, which puts owners together.
    Ref,
    Title,
    /// The last check-in, longest ago first.
    Updated,
    /// What people say, worst first.
    Status,
}

/// What rows are grouped by.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum By {
    Objective,
    Owner,
    Unit,
    Level,
}

/// Numbers from low to high; what has none comes last.
fn low_first(a: Option<f64>, b: Option<f64>) -> Ordering {
    match (a, b) {
        (Some(a), Some(b)) => a.total_cmp(&b),
        (None, None) => Ordering::Equal,
        (None, Some(_)) => Ordering::Greater,
        (Some(_), None) => Ordering::Less,
    }
}

impl Sort {
    pub fn objectives(self, a: &ObjectiveReport, b: &ObjectiveReport) -> Ordering {
        let by = match self {
            Sort::Gap => low_first(a.gap_to_plan, b.gap_to_plan),
            Sort::Progress => low_first(a.progress.map(|p| p.ratio()), b.progress.map(|p| p.ratio())),
            Sort::Ref => Ordering::Equal,
            Sort::Title => a.title.cmp(&b.title),
            Sort::Updated => a.updated_at.cmp(&b.updated_at),
            Sort::Status => b.status.cmp(&a.status),
        };
        by.then_with(|| a.reference.cmp(&b.reference))
    }

    pub fn key_results(self, a: &KeyResultReport, b: &KeyResultReport) -> Ordering {
        let by = match self {
            Sort::Gap => low_first(a.gap_to_plan, b.gap_to_plan),
            Sort::Progress => low_first(a.progress.map(|p| p.ratio()), b.progress.map(|p| p.ratio())),
            Sort::Ref => Ordering::Equal,
            Sort::Title => a.title.cmp(&b.title),
            Sort::Updated => a.updated_at.cmp(&b.updated_at),
            Sort::Status => b.status.cmp(&a.status),
        };
        by.then_with(|| a.reference.cmp(&b.reference))
    }
}
