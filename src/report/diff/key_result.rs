//! How the key results of one objective differ between the two states.

use super::change::{Change, Measured};
use super::events::Happened;
use super::objective::{Seen, missing_in};
use super::{KeyResultChange, KeyResultFate};
use crate::analysis::Ease;
use crate::analysis::{KeyResultFigures, KeyResultState, given, in_force};
use crate::model::{Initiative, KeyResult, KeyResultId, Metric, OwnerKey, Reading, Value, Weight};
use crate::report::Shown;

/// A key result on one side.
#[derive(Clone, Copy)]
struct One<'a> {
    objective: Seen<'a>,
    kr: &'a KeyResult,
    figures: &'a KeyResultFigures,
    state: &'a KeyResultState,
}

impl<'a> One<'a> {
    fn of(objective: Option<Seen<'a>>, id: &KeyResultId) -> Option<Self> {
        let objective = objective?;
        let at = objective.record.objective.place_of(id.as_str())?;
        let kr = &objective.record.objective.key_results[at];
        let (figures, state) = (&objective.figures.key_results[at], &objective.state.key_results[at]);
        Some(Self { objective, kr, figures, state })
    }

    fn owner(&self) -> &'a OwnerKey {
        self.kr.owner.as_ref().unwrap_or(&self.objective.record.reference.owner)
    }

    fn score(&self) -> Option<f64> {
        self.state.score?;
        let (record, assessment) = (self.objective.record, self.objective.assessment);
        let given = given(record, Some(&self.kr.id), &assessment.snapshot.org, &assessment.moment);
        in_force(&given).map(|given| given.score.get())
    }
}

/// The key results that differ, in the order of the definition after; then those that are gone.
pub fn key_results(before: Option<Seen>, after: Option<Seen>, happened: &Happened) -> Vec<KeyResultChange> {
    let ids = |seen: Option<Seen>| -> Vec<KeyResultId> {
        let all = seen.map(|seen| seen.record.objective.key_results.iter().map(|kr| kr.id.clone()).collect());
        all.unwrap_or_default()
    };
    let new = ids(after);
    let gone: Vec<KeyResultId> = ids(before).into_iter().filter(|id| !new.contains(id)).collect();
    let all = new.iter().chain(&gone);
    all.filter_map(|id| change(One::of(before, id), One::of(after, id), happened)).collect()
}

fn change(before: Option<One>, after: Option<One>, happened: &Happened) -> Option<KeyResultChange> {
    let seen = after.or(before)?;
    let fate = match (before, after) {
        (None, _) => KeyResultFate::Added,
        (_, None) => KeyResultFate::Removed,
        _ => KeyResultFate::Changed,
    };
    let changes = after.map(|after| changes(before, after, happened)).unwrap_or_default();
    if fate == KeyResultFate::Changed && changes.is_empty() {
        return None;
    }
    let progress = |one: Option<One>| one.and_then(|one| one.figures.progress);
    Some(KeyResultChange {
        id: seen.kr.id.clone(),
        title: seen.kr.title.clone(),
        fate,
        metric: seen.kr.metric.clone(),
        progress_before: progress(before),
        progress_after: progress(after),
        changes,
    })
}

fn changes(before: Option<One>, after: One, happened: &Happened) -> Vec<Change> {
    let mut changes = before.map_or_else(|| defaults(after), |before| definition(before, after));
    if happened.concerns(&after.kr.id) {
        changes.extend(value(before, after).map(Change::Value));
    }
    let said = |one: One| (one.state.said.status, one.state.said.confidence);
    let (old, new) = (before.map(said).unwrap_or_default(), said(after));
    if old.0 != new.0 {
        changes.push(Change::Status { before: old.0, after: new.0 });
    }
    if old.1 != new.1 {
        changes.push(Change::Confidence { before: old.1, after: new.1 });
    }
    let (old, new) = (before.and_then(|one| one.score()), after.score());
    if old != new {
        changes.push(Change::Score { before: old, after: new });
    }
    changes.extend(happened.changes(Some(&after.kr.id)));
    changes
}

fn definition(before: One, after: One) -> Vec<Change> {
    let (old, new) = (before.kr, after.kr);
    let mut changes = Vec::new();
    if old.title != new.title {
        changes.push(Change::Title { before: old.title.clone(), after: new.title.clone() });
    }
    if old.metric != new.metric {
        let ease = Ease::of_metrics(old.metric.as_ref(), new.metric.as_ref());
        changes.push(Change::Metric { before: old.metric.clone(), after: new.metric.clone(), ease });
    }
    if old.weight != new.weight {
        changes.push(Change::Weight { before: old.weight, after: new.weight });
    }
    if old.owner != new.owner && before.owner() != after.owner() {
        changes.push(Change::Owner { before: before.owner().clone(), after: after.owner().clone() });
    }
    let (was, is) = (before.figures.due, after.figures.due);
    if old.due != new.due && was != is {
        changes.push(Change::Due { before: was, after: is, ease: Ease::of(is > was, is < was) });
    }
    changes.extend(initiatives(&old.initiatives, &new.initiatives));
    changes
}

/// What a new key result says beyond the defaults.
fn defaults(after: One) -> Vec<Change> {
    let weight = after.kr.weight;
    let weight = (weight != Weight::ONE).then_some(Change::Weight { before: Weight::ONE, after: weight });
    weight.into_iter().chain(initiatives(&[], &after.kr.initiatives)).collect()
}

fn initiatives(old: &[Initiative], new: &[Initiative]) -> Option<Change> {
    let titles = |all: &[Initiative]| -> Vec<String> { all.iter().map(|one| one.title.clone()).collect() };
    let done = |all: &[Initiative], title: &str| all.iter().any(|one| one.title == title && one.done);
    let turned = |to: bool| -> Vec<String> {
        let both = new.iter().filter(|one| one.done == to && old.iter().any(|was| was.title == one.title));
        both.filter(|one| done(old, &one.title) != to).map(|one| one.title.clone()).collect()
    };
    let (was, is) = (titles(old), titles(new));
    let change = (missing_in(&was, &is), missing_in(&is, &was), turned(true), turned(false));
    let (added, removed, done, reopened) = change;
    let nothing = [&added, &removed, &done, &reopened].iter().all(|all| all.is_empty());
    (!nothing).then_some(Change::Initiatives { added, removed, done, reopened })
}

/// The value in force before and after, if it is another.
fn value(before: Option<One>, after: One) -> Option<Measured> {
    let old = before.and_then(|before| before.state.reading.clone());
    let new = after.state.reading.clone();
    let number = |reading: &Option<Reading>| match reading.as_ref().map(Reading::value) {
        Some(Value::Number(number)) => Some(*number),
        _ => None,
    };
    let same = old.as_ref().map(Reading::value) == new.as_ref().map(Reading::value);
    if same && before.is_some() {
        return None;
    }
    let metrics: (Option<Metric>, _) = (before.and_then(|before| before.kr.metric.clone()), after.kr.metric.clone());
    let unit = |metric: &Option<Metric>| metric.as_ref().and_then(|metric| metric.unit().map(str::to_owned));
    let comparable = unit(&metrics.0) == unit(&metrics.1);
    let change = number(&old).zip(number(&new)).filter(|_| comparable).map(|(old, new)| new.minus(old));
    // The way is that of today's measure, for the old value as well.
    let start = old.as_ref().filter(|_| comparable).and_then(|old| reread(old, metrics.1.as_ref()?));
    let gained = start.zip(new.as_ref()).map(|(old, new)| (new.progress().ratio() - old.progress().ratio()) * 100.0);
    Some(Measured {
        before: old.as_ref().map(|reading| Shown::of(reading, metrics.0.as_ref())),
        after: new.as_ref().map(|reading| Shown::of(reading, metrics.1.as_ref())),
        change,
        gained,
        readings: (old, new),
        metrics,
    })
}

/// A reading as another measure of the same kind would have it.
fn reread(reading: &Reading, metric: &Metric) -> Option<Reading> {
    use crate::model::Reported::{Flag, Number};
    match (reading.value(), metric) {
        (Value::Number(number), _) => metric.read(Number(*number)).ok(),
        (Value::Done(done), Metric::Done) => metric.read(Flag(*done)).ok(),
        (Value::Steps(_), Metric::Milestones(_)) => Some(reading.clone()),
        _ => None,
    }
}
