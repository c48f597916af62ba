//! Check-ins that an objective's definition leaves no place for.

use std::collections::{HashMap, HashSet};

use super::history::Placed;
use crate::model::{Edit, Event, EventId, Objective, Problem, What};

/// What is wrong with check-ins that count, each with the place of its event.
pub(super) fn unfit(objective: &Objective, events: &[Placed]) -> Vec<(usize, Problem)> {
    let mut found = unfitting(objective, events);
    found.extend(unknown(objective, events));
    found
}

fn edits(events: &[Placed]) -> impl Iterator<Item = (usize, &Edit)> {
    events.iter().enumerate().filter_map(|(at, (event, _))| match &event.what {
        What::Edit(edit) => Some((at, edit)),
        _ => None,
    })
}

/// Values that do not fit the metric. What was reported before a metric was changed may well not fit the new one; that is
/// no damage.
fn unfitting(objective: &Objective, events: &[Placed]) -> Vec<(usize, Problem)> {
    let metrics = edits(events).filter_map(|(at, edit)| Some((edit.field.strip_suffix(".metric")?, at)));
    let changed_last: HashMap<&str, usize> = metrics.collect();
    let mut found = Vec::new();
    for (at, (event, place)) in events.iter().enumerate() {
        let What::Update(check_in) = &event.what else { continue };
        let (Some(id), Some(value)) = (&check_in.key_result, &check_in.value) else { continue };
        let Some(metric) = objective.key_result(id).and_then(|key_result| key_result.metric.as_ref()) else { continue };
        if let Err(why) = metric.fits(value)
            && changed_last.get(id.as_str()).is_none_or(|&last| last < at)
        {
            found.push((*place, Problem::Unfitting { value: value.to_string(), why: why.to_string() }));
        }
    }
    found
}

/// Key results that check-ins which count name and that are not there, each once. What was removed or renamed by a command
/// is in the history, and no damage.
fn unknown(objective: &Objective, events: &[Placed]) -> Vec<(usize, Problem)> {
    let is_unknown = |event: &Event| {
        let What::Update(check_in) = &event.what else { return false };
        check_in.key_result.as_ref().is_some_and(|id| objective.key_result(id).is_none())
    };
    if !events.iter().any(|(event, _)| is_unknown(event)) {
        return Vec::new();
    }
    // An id holds no dot: what stands before the first one is the key result.
    let edited: HashSet<&str> = edits(events).filter_map(|(_, edit)| edit.field.split('.').next()).collect();
    let taken_back: HashSet<&EventId> = events.iter().filter_map(|(event, _)| retracted(&event.what)).collect();
    let mut said = HashSet::new();
    let mut found = Vec::new();
    for (event, place) in events {
        let What::Update(check_in) = &event.what else { continue };
        let Some(id) = check_in.key_result.as_ref().filter(|id| objective.key_result(id).is_none()) else { continue };
        if !edited.contains(id.as_str()) && !taken_back.contains(&event.id) && said.insert(id) {
            found.push((*place, Problem::UnknownKeyResult { id: id.to_string() }));
        }
    }
    found
}

fn retracted(what: &What) -> Option<&EventId> {
    match what {
        What::Retract { of, .. } => Some(of),
        _ => None,
    }
}
