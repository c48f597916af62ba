//! How one objective differs between the two states.

use super::change::Change;
use super::events::Happened;
use super::key_result::key_results;
use super::pair::Pair;
use super::{Fate, ObjectiveChange, Sides};
use crate::analysis::{Assessment, ObjectiveFigures, ObjectiveState, given, in_force};
use crate::model::{Kind, Moment, Objective, Record, ReferenceQuery, Weight};

/// An objective on one side.
#[derive(Clone, Copy)]
pub struct Seen<'a> {
    pub record: &'a Record,
    pub figures: &'a ObjectiveFigures,
    pub state: &'a ObjectiveState,
    pub assessment: &'a Assessment<'a>,
}

impl<'a> Seen<'a> {
    fn of(assessment: &'a Assessment<'a>, at: Option<usize>) -> Option<Self> {
        let at = at?;
        let (record, figures) = (&assessment.snapshot.objectives[at], &assessment.objectives[at]);
        Some(Self { record, figures, state: &assessment.states[at], assessment })
    }

    fn at(self) -> (&'a Record, &'a Moment) {
        (self.record, &self.assessment.moment)
    }
}

/// How a pair differs; none if both say the same.
pub fn change(sides: &Sides, pair: &Pair) -> Option<ObjectiveChange> {
    let (before, after) = (Seen::of(sides.before, pair.before), Seen::of(sides.after, pair.after));
    let seen = after.or(before)?;
    let reference = seen.record.reference.clone();
    let old_name = before.map(|before| &before.record.reference).filter(|name| **name != reference);
    let fate = match (before, after) {
        (None, _) => Fate::New,
        (_, None) => Fate::Removed,
        _ if old_name.is_some() => Fate::Moved,
        _ => Fate::Changed,
    };
    let happened = Happened::between(before.map(Seen::at), after.map(Seen::at));
    let changes = changes(before, after, &happened);
    let key_results = key_results(before, after, &happened);
    if fate == Fate::Changed && changes.is_empty() && key_results.is_empty() {
        return None;
    }
    let progress = |seen: Option<Seen>| seen.and_then(|seen| seen.figures.progress);
    let (progress_before, progress_after) = (progress(before), progress(after));
    Some(ObjectiveChange {
        moved_from: old_name.cloned(),
        title: seen.record.objective.title.clone(),
        gained: progress_before.zip(progress_after).map(|(old, new)| (new.ratio() - old.ratio()) * 100.0),
        reference,
        fate,
        progress_before,
        progress_after,
        changes,
        key_results,
    })
}

/// The changes of the objective itself. What is gone has none; what is new is compared with the defaults.
fn changes(before: Option<Seen>, after: Option<Seen>, happened: &Happened) -> Vec<Change> {
    let Some(after) = after else { return Vec::new() };
    let mut changes = definition(before.map(|before| before.record), after.record);
    let state = |seen: Option<Seen>| seen.map(|seen| seen.state.lifecycle.clone()).unwrap_or_default();
    let (old, new) = (state(before), state(Some(after)));
    if old.as_str() != new.as_str() {
        changes.push(Change::State { before: old, after: new, note: happened.ending_note() });
    }
    let said = |seen: Option<Seen>| seen.map(|seen| seen.state.said.clone()).unwrap_or_default();
    let (old, new) = (said(before), said(Some(after)));
    if old.status != new.status {
        changes.push(Change::Status { before: old.status, after: new.status });
    }
    if old.confidence != new.confidence {
        changes.push(Change::Confidence { before: old.confidence, after: new.confidence });
    }
    let (old, new) = (before.and_then(score), score(after));
    if old != new {
        changes.push(Change::Score { before: old, after: new });
    }
    changes.extend(happened.changes(None));
    changes
}

fn score(seen: Seen) -> Option<f64> {
    seen.state.score?;
    let given = given(seen.record, None, &seen.assessment.snapshot.org, &seen.assessment.moment);
    in_force(&given).map(|given| given.score.get())
}

fn definition(before: Option<&Record>, after: &Record) -> Vec<Change> {
    let new = &after.objective;
    let blank = Objective {
        title: new.title.clone(),
        description: new.description.clone(),
        kind: Kind::default(),
        aligns_to: Vec::new(),
        weight: Weight::ONE,
        tags: Vec::new(),
        key_results: Vec::new(),
    };
    let old = before.map_or(&blank, |before| &before.objective);
    let mut changes = Vec::new();
    if old.title != new.title {
        changes.push(Change::Title { before: old.title.clone(), after: new.title.clone() });
    }
    if trimmed(old) != trimmed(new) {
        changes.push(Change::Description { before: old.description.clone(), after: new.description.clone() });
    }
    if old.kind != new.kind {
        changes.push(Change::Kind { before: old.kind, after: new.kind });
    }
    if old.weight != new.weight {
        changes.push(Change::Weight { before: old.weight, after: new.weight });
    }
    let (added, removed) = (missing_in(&old.tags, &new.tags), missing_in(&new.tags, &old.tags));
    if !added.is_empty() || !removed.is_empty() {
        changes.push(Change::Tags { added, removed });
    }
    if links(before.unwrap_or(after), old) != links(after, new) {
        let written = |objective: &Objective| objective.aligns_to.iter().map(ToString::to_string).collect();
        changes.push(Change::AlignsTo { before: written(old), after: written(new) });
    }
    changes
}

fn trimmed(objective: &Objective) -> Option<&str> {
    objective.description.as_deref().map(str::trim).filter(|text| !text.is_empty())
}

/// Those of `all` that are not among `known`.
pub fn missing_in(known: &[String], all: &[String]) -> Vec<String> {
    all.iter().filter(|one| !known.contains(one)).cloned().collect()
}

/// What it aligns to with the cycle that is meant where none is written.
fn links(record: &Record, objective: &Objective) -> Vec<ReferenceQuery> {
    let whole = |query: &ReferenceQuery| {
        let cycle = query.cycle.clone().or_else(|| Some(record.reference.cycle.clone()));
        ReferenceQuery { cycle, ..query.clone() }
    };
    objective.aligns_to.iter().map(whole).collect()
}
