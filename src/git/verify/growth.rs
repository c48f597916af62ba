//! What became of every event of a store's past.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use crate::model::Zone;

use super::histories::{History, Standing, State, Told};
use crate::git::RangeError;
use crate::git::changed::Listing;
use crate::model::{Event, EventId, ObjectiveRef, Problem, What, map_all};
use crate::store::{HistoryFile, layout, to_line};

/// How the histories of a store grew.
#[derive(Default)]
pub struct Growth {
    /// How many history files there were.
    pub histories: usize,
    /// How many events were in them.
    pub events: usize,
    pub losses: Vec<Loss>,
    /// The events that came, in no order.
    pub new: Vec<New>,
    /// Objectives that were removed before anybody had checked in or commented.
    pub withdrawn: Vec<ObjectiveRef>,
    /// How many lines of comments are gone.
    pub comments: usize,
    /// Where the objectives of the past are now, if they are not where they were.
    pub moved: BTreeMap<ObjectiveRef, ObjectiveRef>,
}

/// An event that came.
pub struct New {
    pub objective: ObjectiveRef,
    pub event: Event,
    pub standing: Standing,
}

/// Something of the past that is not there any more as it was.
pub enum Loss {
    /// An event says something else.
    Edited { objective: ObjectiveRef, event: Event, differences: Vec<Difference>, before: Standing, after: Standing },
    /// An event cannot be read any more.
    Spoilt { objective: ObjectiveRef, event: Event, after: Standing },
    /// A file with events cannot be read any more.
    Closed { problem: Problem, events: usize, after: Standing },
    /// An event is gone.
    Gone { objective: ObjectiveRef, event: Event, before: Standing },
    /// A line that could not be read is gone.
    LineGone { before: Standing },
    /// An event stands in the history of another objective.
    Elsewhere { objective: ObjectiveRef, event: Event, to: ObjectiveRef, after: Standing },
    /// A whole history is gone, and its objective with it, unless `defined`.
    Removed { objective: ObjectiveRef, events: usize, defined: bool, before: Standing },
}

/// A key of an event with what it said and says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Difference {
    pub key: String,
    pub before: Option<String>,
    pub after: Option<String>,
}

/// What became of the events of `base` in `head`; `zone` is the store's.
///
/// # Errors
/// When a history that differs cannot be had in one of the two.
pub fn growth(base: &State, head: &State, zone: Zone) -> Result<Growth, RangeError> {
    let differing = base.listing.differing(&head.listing);
    let touched = |path: &&str| path.ends_with(layout::HISTORY);
    let touched: BTreeSet<ObjectiveRef> =
        differing.iter().copied().filter(touched).filter_map(layout::objective_of).collect();
    let touched: Vec<ObjectiveRef> = with_heirs(touched, base, head).into_iter().collect();
    let read = |state: &State| -> Result<Vec<History>, RangeError> {
        let all = map_all(&touched, |objective| state.history(objective, zone));
        all.into_iter().filter_map(Result::transpose).collect()
    };
    let (before, after) = (read(base)?, read(head)?);
    let now = Now::of(&after);
    let mut growth = Growth { histories: base.listing.histories().count(), ..Growth::default() };
    growth.events = events_untouched(base, head, &touched);
    let mut known: BTreeSet<&EventId> = BTreeSet::new();
    for history in &before {
        let past = Past::of(history);
        growth.events += past.by_id.len();
        now.compare(&past, &head.listing, &mut growth);
        known.extend(history.events().map(|(event, _)| &event.id));
    }
    let mut told_of: HashMap<&EventId, Vec<&Event>> = HashMap::new();
    for history in &after {
        for (event, told) in history.events().filter(|(event, _)| !known.contains(&event.id)) {
            let same_id = told_of.entry(&event.id).or_default();
            if !same_id.contains(&event) {
                same_id.push(event);
                let (objective, standing) = (history.objective.clone(), told.standing.clone());
                growth.new.push(New { objective, event: event.clone(), standing });
            }
        }
    }
    Ok(growth)
}

/// With the histories that moved objectives left at old places: what was copied from there is nothing new. Where one was
/// taken away, the history that holds it now need not have changed, and any of the cycle may be the one.
fn with_heirs(mut touched: BTreeSet<ObjectiveRef>, base: &State, head: &State) -> BTreeSet<ObjectiveRef> {
    let left_in = |state: &State| -> BTreeSet<ObjectiveRef> {
        let all = state.listing.histories().filter_map(layout::objective_of);
        all.filter(|objective| state.listing.get(&layout::objective_file(objective)).is_none()).collect()
    };
    let gone: Vec<ObjectiveRef> = left_in(base).into_iter().filter(|left| touched.contains(left)).collect();
    touched.extend(left_in(head));
    let of_cycle = |objective: &ObjectiveRef| gone.iter().any(|left| left.cycle == objective.cycle);
    touched.extend(head.listing.histories().filter_map(layout::objective_of).filter(of_cycle));
    touched
}

/// How many events the histories hold that are the same in both states: they are counted, not read.
fn events_untouched(base: &State, head: &State, touched: &[ObjectiveRef]) -> usize {
    let own = |path: &&str| layout::objective_of(path).is_none_or(|of| touched.binary_search(&of).is_err());
    let paths: Vec<&str> = base.listing.histories().filter(own).collect();
    let count = |path: &&str| {
        let bytes = head.read(path, layout::MAX_HISTORY).or_else(|_| base.read(path, layout::MAX_HISTORY));
        bytes.map_or(0, |bytes| HistoryFile::count(&bytes))
    };
    map_all(&paths, count).into_iter().sum()
}

/// An objective's events as they were, by id; one id has several contents where a merge had left two.
struct Past<'a> {
    history: &'a History,
    by_id: BTreeMap<&'a EventId, Vec<(&'a Event, &'a Told)>>,
}

impl<'a> Past<'a> {
    fn of(history: &'a History) -> Self {
        let mut by_id: BTreeMap<&EventId, Vec<(&Event, &Told)>> = BTreeMap::new();
        for (event, told) in history.events() {
            by_id.entry(&event.id).or_default().push((event, told));
        }
        Self { history, by_id }
    }

    /// Whether somebody had checked in or commented.
    fn is_started(&self) -> bool {
        let unread = self.history.items.iter().any(|told| told.read.is_err());
        unread || self.history.events().any(|(event, _)| !matches!(event.what, What::Create | What::Edit(_)))
    }
}

/// Where every event stands now.
struct Now<'a> {
    histories: &'a [History],
    by_id: HashMap<&'a EventId, Vec<(usize, &'a Event, &'a Told)>>,
}

impl<'a> Now<'a> {
    fn of(histories: &'a [History]) -> Self {
        let mut by_id: HashMap<&EventId, Vec<(usize, &Event, &Told)>> = HashMap::new();
        for (at, history) in histories.iter().enumerate() {
            for (event, told) in history.events() {
                by_id.entry(&event.id).or_default().push((at, event, told));
            }
        }
        Self { histories, by_id }
    }

    /// The history in which most events of the past stand; the objective's own, where that is not decided.
    fn home(&self, past: &Past) -> Option<usize> {
        let mut counts: BTreeMap<usize, usize> = BTreeMap::new();
        for id in past.by_id.keys() {
            let places: BTreeSet<usize> = self.by_id.get(id).into_iter().flatten().map(|(at, ..)| *at).collect();
            places.into_iter().for_each(|at| *counts.entry(at).or_default() += 1);
        }
        let own = self.histories.iter().position(|history| history.objective == past.history.objective);
        counts.into_iter().max_by_key(|(at, count)| (*count, Some(*at) == own)).map(|(at, _)| at).or(own)
    }

    fn compare(&self, past: &Past, listing: &Listing, growth: &mut Growth) {
        let objective = &past.history.objective;
        let Some(home) = self.home(past) else {
            self.removed(past, listing, growth);
            return;
        };
        let now = &self.histories[home];
        if &now.objective != objective {
            growth.moved.insert(objective.clone(), now.objective.clone());
        }
        for (problem, after) in faults_since(past.history, now) {
            let events = now.events().filter(|(_, told)| told.standing.path == after.path).count();
            growth.losses.push(Loss::Closed { problem, events, after });
        }
        for (id, contents) in &past.by_id {
            growth.losses.extend(self.fate(id, contents, home, objective));
        }
        let texts: BTreeSet<&str> = now.items.iter().map(|told| told.text.as_str()).collect();
        for told in past.history.items.iter().filter(|told| told.read.is_err()) {
            if !texts.contains(told.text.as_str()) && !self.is_mended(told) {
                growth.losses.push(Loss::LineGone { before: told.standing.clone() });
            }
        }
        let comments: BTreeSet<&String> = now.comments.iter().collect();
        growth.comments += past.history.comments.iter().filter(|comment| !comments.contains(comment)).count();
    }

    fn removed(&self, past: &Past, listing: &Listing, growth: &mut Growth) {
        let objective = past.history.objective.clone();
        let defined = listing.get(&layout::objective_file(&objective)).is_some();
        let Some(first) = past.history.items.first() else { return };
        if !defined && !past.is_started() {
            growth.withdrawn.push(objective);
            return;
        }
        let (events, before) = (past.by_id.len(), first.standing.clone());
        growth.losses.push(Loss::Removed { objective, events, defined, before });
    }

    /// What became of one event, if it is not as it was.
    fn fate(&self, id: &EventId, contents: &[(&Event, &Told)], home: usize, objective: &ObjectiveRef) -> Option<Loss> {
        let (objective, (event, told)) = (objective.clone(), contents.first()?);
        let places = self.by_id.get(id).map(Vec::as_slice).unwrap_or_default();
        let mut here = places.iter().filter(|(at, ..)| *at == home);
        let other = here.clone().find(|(_, now, _)| !contents.iter().any(|(event, _)| event == now));
        let event = (*event).clone();
        if let Some((_, now, after)) = other {
            let differences = differences(&event, now);
            let (before, after) = (told.standing.clone(), after.standing.clone());
            return Some(Loss::Edited { objective, event, differences, before, after });
        }
        if here.next().is_some() {
            return None;
        }
        if let Some((at, _, after)) = places.first() {
            let (to, after) = (self.histories[*at].objective.clone(), after.standing.clone());
            return Some(Loss::Elsewhere { objective, event, to, after });
        }
        let unread = self.histories[home].items.iter().find(|now| now.read.is_err() && now.text.contains(id.as_str()));
        Some(match unread {
            Some(now) => Loss::Spoilt { objective, event, after: now.standing.clone() },
            None => Loss::Gone { objective, event, before: told.standing.clone() },
        })
    }

    /// Whether a line that could not be read was no event yet, or can be read now.
    fn is_mended(&self, told: &Told) -> bool {
        let torn = matches!(told.read, Err(Problem::TornLine));
        torn || ids_in(&told.text).iter().any(|id| self.by_id.contains_key(id))
    }
}

/// The files that can no longer be read as a whole.
fn faults_since(before: &History, now: &History) -> Vec<(Problem, Standing)> {
    let new = now.faults.iter().filter(|(_, problem)| !before.faults.iter().any(|(_, known)| known == problem));
    new.map(|(standing, problem)| (problem.clone(), standing.clone())).collect()
}

/// What stands behind `"id":` in a text.
fn ids_in(text: &str) -> Vec<EventId> {
    let values = text.split("\"id\"").skip(1).filter_map(|rest| rest.split('"').nth(1));
    values.filter_map(|id| id.parse().ok()).collect()
}

/// The keys in which two events differ.
fn differences(before: &Event, after: &Event) -> Vec<Difference> {
    let keys = |event: &Event| -> BTreeMap<String, String> {
        let line = to_line(event).unwrap_or_default();
        let map: serde_json::Map<String, serde_json::Value> =
            serde_json::from_str(line.trim_start_matches("- ")).unwrap_or_default();
        let plain = |value: serde_json::Value| match value {
            serde_json::Value::String(text) => text,
            other => other.to_string(),
        };
        map.into_iter().map(|(key, value)| (key, plain(value))).collect()
    };
    let (before, after) = (keys(before), keys(after));
    let all: BTreeSet<&String> = before.keys().chain(after.keys()).collect();
    let differs = all.into_iter().filter(|key| before.get(*key) != after.get(*key));
    differs
        .map(|key| Difference { key: key.clone(), before: before.get(key).cloned(), after: after.get(key).cloned() })
        .collect()
}
