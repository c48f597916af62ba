//! Check-ins that an objective's definition leaves no place for.

use std::collections::{HashMap, HashSet};

use super::history::Placed;
use crate::model::{Edit, EventId, KeyResult, KeyResultId, Objective, Problem, What};

/// What is wrong with check-ins that count, each with the place of its event.
pub(super) fn unfit(objective: &Objective, events: &[Placed]) -> Vec<(usize, Problem)> {
    let key_results: HashMap<&KeyResultId, &KeyResult> =
        objective.key_results.iter().map(|key_result| (&key_result.id, key_result)).collect();
    let mut found = unfitting(&key_results, events);
    found.extend(unknown(&key_results, events));
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
fn unfitting(key_results: &HashMap<&KeyResultId, &KeyResult>, events: &[Placed]) -> Vec<(usize, Problem)> {
    let metrics = edits(events).filter_map(|(at, edit)| Some((edit.field.strip_suffix(".metric")?, at)));
    let changed_last: HashMap<&str, usize> = metrics.collect();
    let mut found = Vec::new();
    for (at, (event, place)) in events.iter().enumerate() {
        let What::Update(check_in) = &event.what else { continue };
        let (Some(id), Some(value)) = (&check_in.key_result, &check_in.value) else { continue };
        let Some(metric) = key_results.get(id).and_then(|key_result| key_result.metric.as_ref()) else { continue };
        if let Err(why) = metric.read(value)
            && changed_last.get(id.as_str()).is_none_or(|&last| last < at)
        {
            found.push((*place, Problem::Unfitting { value: value.to_string(), why: why.to_string() }));
        }
    }
    found
}

/// Key results that check-ins which count name and that are not there, each once. What was removed or renamed by a command
/// is in the history, and no damage.
fn unknown(key_results: &HashMap<&KeyResultId, &KeyResult>, events: &[Placed]) -> Vec<(usize, Problem)> {
    // An id holds no dot: what stands before the first one is the key result.
    let edited: HashSet<&str> = edits(events).filter_map(|(_, edit)| edit.field.split('.').next()).collect();
    let taken_back: HashSet<&EventId> = events.iter().filter_map(|(event, _)| retracted(&event.what)).collect();
    let mut said = HashSet::new();
    let mut found = Vec::new();
    for (event, place) in events {
        let What::Update(check_in) = &event.what else { continue };
        let Some(id) = check_in.key_result.as_ref().filter(|id| !key_results.contains_key(id)) else { continue };
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
