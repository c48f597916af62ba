//! `okr history`: every check-in with the value before and the value after.

use chrono::{DateTime, NaiveDate, Utc};
use serde::Serialize;

use super::figures::{KeyResultReport, ObjectiveReport, Shown, VERSION};
use crate::analysis::{Assessment, Change, changes, live};
use crate::model::{Confidence, KeyResultId, Progress, Quantity, Reading, Record, Status, What};

#[derive(Debug, Serialize)]
pub struct History {
    pub version: u32,
    pub as_of: NaiveDate,
    #[serde(rename = "ref")]
    pub reference: String,
    pub title: String,
    /// The key results that are shown.
    #[serde(skip)]
    pub key_results: Vec<KeyResultReport>,
    /// Newest first.
    pub updates: Vec<HistoryRow>,
    /// Whether one key result was asked for.
    #[serde(skip)]
    pub single: bool,
}

/// One check-in.
#[derive(Debug, Clone, Serialize)]
pub struct HistoryRow {
    pub id: String,
    pub at: DateTime<Utc>,
    pub by: String,
    pub key_result: KeyResultId,
    pub before: Option<Shown>,
    pub after: Option<Shown>,
    /// After less before, for numbers.
    pub change: Option<Quantity>,
    /// Whether that is progress; absent where nothing changed.
    pub improved: Option<bool>,
    pub progress_before: Option<Progress>,
    pub progress_after: Option<Progress>,
    pub status_before: Option<Status>,
    pub status: Option<Status>,
    pub confidence_before: Option<Confidence>,
    pub confidence: Option<Confidence>,
    pub note: Option<String>,
    /// Where the row is not a check-in but a change of the measure: what it was.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub metric_before: Option<String>,
    /// And what it became.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub metric_after: Option<String>,
    #[serde(skip)]
    pub readings: (Option<Reading>, Option<Reading>),
}

/// The check-ins of an objective's key results, or of one of them.
pub fn history(assessment: &Assessment, at: usize, only: Option<&KeyResultId>) -> History {
    let record = &assessment.snapshot.objectives[at];
    let mut report = ObjectiveReport::of(assessment, at);
    report.key_results.retain(|kr| only.is_none_or(|id| &kr.id == id));
    let chosen = record.objective.key_results.iter().filter(|kr| only.is_none_or(|id| &kr.id == id));
    let mut updates: Vec<HistoryRow> = chosen
        .flat_map(|kr| {
            let row = move |change: Change| row(&kr.id, &change, kr.metric.as_ref());
            changes(kr, &record.events, &assessment.moment).into_iter().map(row)
        })
        .collect();
    updates.extend(moved_targets(record, &report.key_results, assessment));
    updates.sort_by(|a, b| (b.at, &b.id).cmp(&(a.at, &a.id)));
    let reference = match only {
        Some(id) => record.reference.key_result(id).to_string(),
        None => record.reference.to_string(),
    };
    let title =
        report.key_results.first().filter(|_| only.is_some()).map_or(report.title.clone(), |kr| kr.title.clone());
    History {
        version: VERSION,
        as_of: assessment.moment.day,
        reference,
        title,
        key_results: report.key_results,
        updates,
        single: only.is_some(),
    }
}

fn row(id: &KeyResultId, change: &Change, metric: Option<&crate::model::Metric>) -> HistoryRow {
    let shown = |reading: &Option<Reading>| reading.as_ref().map(|reading| Shown::of(reading, metric));
    HistoryRow {
        id: change.event.id.to_string(),
        at: change.event.at,
        by: change.event.by.to_string(),
        key_result: id.clone(),
        before: shown(&change.before),
        after: shown(&change.after),
        change: change.difference(),
        improved: change.improved(),
        progress_before: change.before.as_ref().map(Reading::progress),
        progress_after: change.after.as_ref().map(Reading::progress),
        status_before: change.status_before,
        status: change.check_in.status,
        confidence_before: change.confidence_before,
        confidence: change.check_in.confidence,
        note: change.check_in.note.clone(),
        metric_before: None,
        metric_after: None,
        readings: (change.before.clone(), change.after.clone()),
    }
}

/// Changes of the measures of these key results: a target that moved belongs to the story of the values.
fn moved_targets(record: &Record, key_results: &[KeyResultReport], assessment: &Assessment) -> Vec<HistoryRow> {
    let mut rows = Vec::new();
    for event in live(&record.events, &assessment.moment) {
        let What::Edit(edit) = &event.what else { continue };
        let of = |kr: &&KeyResultReport| edit.field.strip_suffix(".metric") == Some(kr.id.as_str());
        let Some(kr) = key_results.iter().find(of) else { continue };
        rows.push(HistoryRow {
            id: event.id.to_string(),
            at: event.at,
            by: event.by.to_string(),
            key_result: kr.id.clone(),
            before: None,
            after: None,
            change: None,
            improved: None,
            progress_before: None,
            progress_after: None,
            status_before: None,
            status: None,
            confidence_before: None,
            confidence: None,
            note: edit.note.clone(),
            metric_before: edit.from.clone(),
            metric_after: edit.to.clone(),
            readings: (None, None),
        });
    }
    rows
}
