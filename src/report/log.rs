//! `okr log`: what happened, newest first.

use std::collections::HashMap;

use chrono::{DateTime, NaiveDate, Utc};
use serde::Serialize;

use super::figures::{CycleInfo, Shown, VERSION};
use crate::analysis::{Assessment, changes, retracted};
use crate::language::marked;
use crate::model::{
    CheckIn, Confidence, Cycle, Event, EventId, KeyResultId, Metric, ObjectiveRef, OwnerKey, Quantity, Reading, Record,
    Status, What,
};

#[derive(Debug, Serialize)]
pub struct Log {
    pub version: u32,
    pub as_of: NaiveDate,
    pub cycle: CycleInfo,
    /// Newest first.
    pub events: Vec<LogRow>,
    /// How many there are, shown or not.
    pub of: usize,
}

/// One event with what it changed.
#[derive(Debug, Clone, Serialize)]
pub struct LogRow {
    pub id: EventId,
    pub at: DateTime<Utc>,
    pub by: String,
    #[serde(rename = "ref")]
    pub reference: ObjectiveRef,
    pub key_result: Option<KeyResultId>,
    pub event: &'static str,
    /// Whether it was taken back by a later retraction.
    pub retracted: bool,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub before: Option<Shown>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub after: Option<Shown>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub change: Option<Quantity>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub status: Option<Status>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub confidence: Option<Confidence>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub score: Option<f64>,
    /// For an edit: the field, and what it was and is.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub field: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub from: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub to: Option<String>,
    /// For a retraction: the event taken back.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub of: Option<EventId>,
    /// Note, comment, or what a review said.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub text: Option<String>,
    /// What was said at a review, part by part.
    #[serde(skip)]
    pub review: Vec<(&'static str, String)>,
    #[serde(skip)]
    pub readings: (Option<Reading>, Option<Reading>),
    #[serde(skip)]
    pub metric: Option<Metric>,
}

/// Which events a log shows. What is empty asks for nothing.
#[derive(Debug, Clone, Default)]
pub struct LogFilter {
    /// One key result.
    pub key_result: Option<KeyResultId>,
    /// From this instant on.
    pub since: Option<DateTime<Utc>>,
    /// By one of these people.
    pub by: Vec<String>,
    /// One of these kinds, named as in the history.
    pub events: Vec<String>,
    /// Whose text mentions this person, as `@ana`.
    pub mentions: Option<OwnerKey>,
}

impl LogFilter {
    fn passes(&self, row: &LogRow) -> bool {
        let mentions = |person: &OwnerKey| {
            let texts = row.text.iter().map(String::as_str);
            texts.flat_map(mentions).any(|name| name == person.as_str())
        };
        (self.key_result.is_none() || row.key_result == self.key_result)
            && self.since.is_none_or(|since| row.at >= since)
            && (self.by.is_empty() || self.by.contains(&row.by))
            && (self.events.is_empty() || self.events.iter().any(|event| event == row.event))
            && self.mentions.as_ref().is_none_or(mentions)
    }
}

/// The people whom a text mentions: what stands behind an `@` that begins a word.
pub fn mentions(text: &str) -> impl Iterator<Item = &str> {
    let words = text.split(|c: char| !(c.is_ascii_alphanumeric() || matches!(c, '@' | '-' | '.')));
    let names = words.filter_map(|word| word.strip_prefix('@')).map(|name| name.trim_end_matches(['.', '-']));
    names.filter(|name| !name.is_empty() && !name.contains('@'))
}

/// The activity of the objectives at these indices, as far as the filter lets it pass; at most `limit` events.
pub fn log(
    assessment: &Assessment,
    cycle: &Cycle,
    objectives: &[usize],
    filter: &LogFilter,
    limit: Option<usize>,
) -> Log {
    let rows = rows(assessment, objectives.iter().copied());
    let mut events: Vec<LogRow> = rows.filter(|row| filter.passes(row)).collect();
    let of = events.len();
    events.truncate(limit.unwrap_or(of));
    Log { version: VERSION, as_of: assessment.moment.day, cycle: CycleInfo::of(cycle, &assessment.moment), events, of }
}

/// The events of some objectives up to the moment, newest first, retracted ones among them.
pub fn rows(assessment: &Assessment, objectives: impl IntoIterator<Item = usize>) -> impl Iterator<Item = LogRow> {
    let mut all: Vec<LogRow> = objectives.into_iter().flat_map(|at| objective_rows(assessment, at)).collect();
    all.sort_by(|a, b| (b.at, &b.reference, &b.id).cmp(&(a.at, &a.reference, &a.id)));
    all.into_iter()
}

fn objective_rows(assessment: &Assessment, at: usize) -> Vec<LogRow> {
    let record = &assessment.snapshot.objectives[at];
    let moment = &assessment.moment;
    let mut readings = HashMap::new();
    for kr in &record.objective.key_results {
        for change in changes(kr, &record.events, moment) {
            readings.insert(&change.event.id, (change.difference(), change.before, change.after, kr.metric.as_ref()));
        }
    }
    // What is taken back later was still in force then.
    let seen = &record.events[..record.events.partition_point(|event| moment.has_seen(event.at))];
    let gone = retracted(seen);
    seen.iter()
        .map(|event| {
            let (change, before, after, metric) = readings.remove(&event.id).unwrap_or_default();
            // What was taken back says what it had said, though nothing counts with it.
            let taken_back = match &event.what {
                What::Retract { of, .. } => record.events.iter().find(|other| &other.id == of),
                _ => Some(event).filter(|event| gone.contains(event.id.as_str())),
            };
            let said = taken_back.and_then(|event| said(record, event));
            let has_value = matches!(&event.what, What::Update(check_in) if check_in.value.is_some());
            let shown = |reading: &Option<Reading>| {
                reading.as_ref().filter(|_| has_value).map(|reading| Shown::of(reading, metric))
            };
            let mut row = LogRow {
                id: event.id.clone(),
                at: event.at,
                by: event.by.to_string(),
                reference: record.reference.clone(),
                key_result: taken_back.unwrap_or(event).key_result().cloned(),
                event: event.what.name(),
                retracted: gone.contains(event.id.as_str()),
                before: shown(&before),
                after: shown(&after),
                change,
                status: None,
                confidence: None,
                score: None,
                field: None,
                from: None,
                to: None,
                of: None,
                text: None,
                review: Vec::new(),
                metric: metric.or(said.as_ref().map(|(metric, _)| *metric)).cloned(),
                readings: (
                    before.filter(|_| has_value),
                    after.filter(|_| has_value).or(said.map(|(_, reading)| reading)),
                ),
            };
            fill(&mut row, &event.what);
            row
        })
        .collect()
}

/// What a check-in said by itself, whether or not it counts.
fn said<'a>(record: &'a Record, event: &Event) -> Option<(&'a Metric, Reading)> {
    let What::Update(CheckIn { key_result: Some(id), value: Some(value), .. }) = &event.what else { return None };
    let metric = record.objective.key_result(id)?.metric.as_ref()?;
    Some((metric, metric.read(value.borrowed()).ok()?))
}

fn fill(row: &mut LogRow, what: &What) {
    match what {
        What::Create => {}
        What::Update(check_in) => {
            row.status = check_in.status;
            row.confidence = check_in.confidence;
            row.text.clone_from(&check_in.note);
        }
        What::Comment { text } => row.text = Some(text.clone()),
        What::Edit(edit) => {
            row.field = Some(edit.field.clone());
            row.from.clone_from(&edit.from);
            row.to.clone_from(&edit.to);
            row.text.clone_from(&edit.note);
        }
        What::Score { score, note, .. } => {
            row.score = Some(*score);
            row.text.clone_from(note);
        }
        What::Review { phase, went_well, stuck, next } => {
            row.review = review_parts([phase, went_well, stuck, next]);
            row.text = Some(review_text(&row.review)).filter(|text| !text.is_empty());
        }
        What::Complete { note } | What::Abandon { note } | What::Reopen { note } => row.text.clone_from(note),
        What::Carry { from, to } => {
            row.from.clone_from(from);
            row.to.clone_from(to);
        }
        What::Retract { of, note } => {
            row.of = Some(of.clone());
            row.text.clone_from(note);
        }
    }
}

/// What was said at a review, each part with its name; the phase has none.
pub(super) fn review_parts(parts: [&Option<String>; 4]) -> Vec<(&'static str, String)> {
    let names = ["", marked!("went well"), marked!("stuck"), marked!("next")];
    names.into_iter().zip(parts).filter_map(|(name, text)| Some((name, text.clone()?))).collect()
}

/// The same in one line, for machines.
pub(super) fn review_text(parts: &[(&'static str, String)]) -> String {
    let one = |(name, text): &(&str, String)| if name.is_empty() { text.clone() } else { format!("{name}: {text}") };
    parts.iter().map(one).collect::<Vec<_>>().join("; ")
}
