//! Check-ins that an objective's definition leaves no place for.

use std::cell::LazyCell;
use std::collections::{HashMap, HashSet};

use super::history::{Placed, Told};
use crate::model::{CheckedIn, Edit, Happened, KeyResultPlaces, Objective, Problem, What};

/// What is wrong with check-ins that count, each with the place of its event.
pub(super) fn unfit(objective: &Objective, events: &[Placed<Told>]) -> Vec<(usize, Problem)> {
    let mut found = Vec::new();
    let mut any_unknown = false;
    let places = KeyResultPlaces::of(objective);
    let changed_last = LazyCell::new(|| {
        let metrics = edits(events).filter_map(|(at, edit)| Some((edit.field.strip_suffix(".metric")?, at)));
        metrics.collect::<HashMap<&str, usize>>()
    });
    for (at, (event, place)) in events.iter().enumerate() {
        event.look(|event| {
            let Some(CheckedIn { key_result: Some(id), value, .. }) = event.checked_in() else { return };
            let Some(key_result) = places.get(id).map(|at| &objective.key_results[at]) else {
                any_unknown = true;
                return;
            };
            let (Some(metric), Some(value)) = (&key_result.metric, value) else { return };
            // What was reported before a metric was changed may well not fit the new one; that is no damage.
            if let Err(why) = metric.fits(value)
                && changed_last.get(id).is_none_or(|&last| last < at)
            {
                found.push((*place, Problem::Unfitting { value: value.to_owned().to_string(), why: why.to_string() }));
            }
        });
    }
    if any_unknown {
        found.extend(unknown(objective, events));
    }
    found
}

fn edits<'e>(events: &'e [Placed<Told<'e>>]) -> impl Iterator<Item = (usize, &'e Edit)> {
    events.iter().enumerate().filter_map(|(at, (event, _))| match &event.event()?.what {
        What::Edit(edit) => Some((at, edit)),
        _ => None,
    })
}

/// Key results that check-ins which count name and that are not there, each once. What was removed or renamed by a command
/// is in the history, and no damage.
fn unknown(objective: &Objective, events: &[Placed<Told>]) -> Vec<(usize, Problem)> {
    // An id holds no dot: what stands before the first one is the key result.
    let edited: HashSet<&str> = edits(events).filter_map(|(_, edit)| edit.field.split('.').next()).collect();
    let taken_back: HashSet<&str> = events.iter().filter_map(|(event, _)| retracted(event)).collect();
    let mut said = HashSet::new();
    let mut found = Vec::new();
    for (event, place) in events {
        let event = event.seen();
        let Some(id) = event.checked_in().and_then(|check_in| check_in.key_result) else { continue };
        let is_unknown = objective.place_of(id).is_none();
        if is_unknown && !edited.contains(id) && !taken_back.contains(event.id()) && said.insert(id.to_owned()) {
            found.push((*place, Problem::UnknownKeyResult { id: id.to_owned() }));
        }
    }
    found
}

fn retracted<'e>(event: &'e Told) -> Option<&'e str> {
    match &event.event()?.what {
        What::Retract { of, .. } => Some(of.as_str()),
        _ => None,
    }
}
