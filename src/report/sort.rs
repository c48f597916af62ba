//! The orders in which rows can stand, and what they can be grouped by.

use std::borrow::Cow;
use std::cmp::Ordering;

use chrono::{DateTime, Utc};

use super::figures::ObjectiveReport;
use crate::analysis::{KeyResultFigures, ObjectiveFigures, Standings};
use crate::model::{Progress, Status};

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

/// What rows are put in order by.
pub trait Row {
    /// Percentage points; negative is behind.
    fn gap(&self) -> Option<f64>;
    fn progress(&self) -> Option<Progress>;
    fn title(&self) -> Cow<'_, str>;
    fn updated_at(&self) -> Option<DateTime<Utc>>;
    fn status(&self) -> Option<Status>;
    /// By reference, which no two rows share.
    fn by_name(&self, other: &Self) -> Ordering;
}

impl Sort {
    pub fn rows<R: Row>(self, a: &R, b: &R) -> Ordering {
        let by = match self {
            Sort::Gap => low_first(a.gap(), b.gap()),
            Sort::Progress => low_first(a.progress().map(Progress::ratio), b.progress().map(Progress::ratio)),
            Sort::Ref => Ordering::Equal,
            Sort::Title => a.title().cmp(&b.title()),
            Sort::Updated => a.updated_at().cmp(&b.updated_at()),
            Sort::Status => b.status().cmp(&a.status()),
        };
        by.then_with(|| a.by_name(b))
    }
}

impl Row for ObjectiveReport {
    fn gap(&self) -> Option<f64> {
        self.gap_to_plan
    }

    fn progress(&self) -> Option<Progress> {
        self.progress
    }

    fn title(&self) -> Cow<'_, str> {
        Cow::Borrowed(&self.title)
    }

    fn updated_at(&self) -> Option<DateTime<Utc>> {
        self.updated_at
    }

    fn status(&self) -> Option<Status> {
        self.status
    }

    fn by_name(&self, other: &Self) -> Ordering {
        self.reference.cmp(&other.reference)
    }
}

/// An objective, before any report is made of it.
pub struct Objective<'a> {
    at: usize,
    standings: &'a Standings<'a>,
    figures: &'a ObjectiveFigures,
}

impl<'a> Objective<'a> {
    pub fn of(standings: &'a Standings<'a>, at: usize) -> Self {
        Self { at, standings, figures: &standings.objectives[at] }
    }
}

impl Row for Objective<'_> {
    fn gap(&self) -> Option<f64> {
        self.figures.gap_to_plan()
    }

    fn progress(&self) -> Option<Progress> {
        self.figures.progress
    }

    fn title(&self) -> Cow<'_, str> {
        Cow::Owned(self.standings.record(self.at).objective.title.clone())
    }

    fn updated_at(&self) -> Option<DateTime<Utc>> {
        self.figures.updated_at()
    }

    fn status(&self) -> Option<Status> {
        self.figures.status
    }

    fn by_name(&self, other: &Self) -> Ordering {
        // A snapshot has them by reference.
        self.at.cmp(&other.at)
    }
}

/// A key result, before any report is made of it.
pub struct KeyResult<'a> {
    at: usize,
    place: usize,
    standings: &'a Standings<'a>,
    figures: &'a KeyResultFigures,
}

impl<'a> KeyResult<'a> {
    pub fn of(standings: &'a Standings<'a>, at: usize, place: usize) -> Self {
        Self { at, place, standings, figures: &standings.objectives[at].key_results[place] }
    }
}

impl Row for KeyResult<'_> {
    fn gap(&self) -> Option<f64> {
        self.figures.gap_to_plan()
    }

    fn progress(&self) -> Option<Progress> {
        self.figures.progress
    }

    fn title(&self) -> Cow<'_, str> {
        let record = self.standings.record(self.at);
        Cow::Owned(record.objective.key_results.get(self.place).map(|kr| kr.title.clone()).unwrap_or_default())
    }

    fn updated_at(&self) -> Option<DateTime<Utc>> {
        self.figures.updated_at
    }

    fn status(&self) -> Option<Status> {
        self.figures.status
    }

    fn by_name(&self, other: &Self) -> Ordering {
        (self.at, &self.figures.id).cmp(&(other.at, &other.figures.id))
    }
}
