//! `okr report review`: the sheet to hold a review meeting from, risks first.

use chrono::{DateTime, NaiveDate, Utc};
use serde::Serialize;

use super::figures::{CycleInfo, ObjectiveReport, VERSION};
use super::filter::Filter;
use super::total_row::TotalRow;
use crate::analysis::{Assessment, changes, live, total};
use crate::model::{Confidence, Cycle, KeyResultId, Pace, Record, Status, What};

#[derive(Debug, Serialize)]
pub struct ReviewSheet {
    pub version: u32,
    pub as_of: NaiveDate,
    pub cycle: CycleInfo,
    pub total: TotalRow,
    /// The day of the middle of the cycle: when the mid-cycle review is due.
    pub middle: NaiveDate,
    /// Open objectives that were reviewed in this cycle, and all open ones.
    pub reviewed: usize,
    pub open: usize,
    /// Worst first.
    pub objectives: Vec<ReviewRow>,
}

/// One objective on the sheet.
#[derive(Debug, Serialize)]
pub struct ReviewRow {
    #[serde(flatten)]
    pub objective: ObjectiveReport,
    pub risk: Risk,
    /// The confidence of each check-in that has one, oldest first, by key result.
    pub confidences: Vec<ConfidenceTrend>,
    /// The reviews recorded so far, newest first.
    pub reviews: Vec<ReviewNote>,
}

/// How confidence in a key result moved.
#[derive(Debug, Clone, Serialize)]
pub struct ConfidenceTrend {
    pub id: KeyResultId,
    pub levels: Vec<Confidence>,
}

/// A recorded review.
#[derive(Debug, Clone, Serialize)]
pub struct ReviewNote {
    pub at: DateTime<Utc>,
    pub by: String,
    pub phase: Option<String>,
    pub went_well: Option<String>,
    pub stuck: Option<String>,
    pub next: Option<String>,
}

/// Where on the sheet an objective stands: the worse of what is computed and what people say.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Risk {
    OffTrack,
    AtRisk,
    /// On track, done, or too early to say.
    Fine,
    /// Completed or abandoned.
    Ended,
}

impl Risk {
    fn of(one: &ObjectiveReport) -> Self {
        if !one.state.is_open() {
            return Risk::Ended;
        }
        match (one.pace, one.status) {
            (Some(Pace::OffTrack), _) | (_, Some(Status::OffTrack)) => Risk::OffTrack,
            (Some(Pace::AtRisk), _) | (_, Some(Status::AtRisk)) => Risk::AtRisk,
            _ => Risk::Fine,
        }
    }
}

/// The sheet of a cycle.
pub fn review(assessment: &Assessment, cycle: &Cycle, filter: &Filter) -> ReviewSheet {
    let selected = filter.select(assessment, &cycle.id);
    let mut objectives: Vec<ReviewRow> = selected.iter().map(|&at| row(assessment, at)).collect();
    objectives.sort_by(|a, b| {
        let gap = |row: &ReviewRow| row.objective.gap_to_plan.unwrap_or(f64::INFINITY);
        let order = a.risk.cmp(&b.risk).then(gap(a).total_cmp(&gap(b)));
        order.then_with(|| a.objective.reference.cmp(&b.objective.reference))
    });
    let open = || objectives.iter().filter(|row| row.objective.state.is_open());
    ReviewSheet {
        version: VERSION,
        as_of: assessment.moment.day,
        cycle: CycleInfo::of(cycle, &assessment.moment),
        total: TotalRow::of(&cycle.id, cycle.id.as_str(), &total(assessment, selected.iter().copied())),
        middle: cycle.middle(),
        reviewed: open().filter(|row| !row.reviews.is_empty()).count(),
        open: open().count(),
        objectives,
    }
}

fn row(assessment: &Assessment, at: usize) -> ReviewRow {
    let record = &assessment.snapshot.objectives[at];
    let objective = ObjectiveReport::of(assessment, at);
    let confidences = record.objective.key_results.iter().map(|kr| ConfidenceTrend {
        id: kr.id.clone(),
        levels: changes(kr, &record.events, &assessment.moment)
            .into_iter()
            .filter_map(|change| change.check_in.confidence)
            .collect(),
    });
    ReviewRow {
        risk: Risk::of(&objective),
        confidences: confidences.collect(),
        reviews: reviews(assessment, record),
        objective,
    }
}

/// The reviews of an objective that count, newest first.
fn reviews(assessment: &Assessment, record: &Record) -> Vec<ReviewNote> {
    let mut all: Vec<ReviewNote> = live(&record.events, &assessment.moment)
        .filter_map(|event| match &event.what {
            What::Review { phase, went_well, stuck, next } => Some(ReviewNote {
                at: event.at,
                by: event.by.to_string(),
                phase: phase.clone(),
                went_well: went_well.clone(),
                stuck: stuck.clone(),
                next: next.clone(),
            }),
            _ => None,
        })
        .collect();
    all.reverse();
    all
}
