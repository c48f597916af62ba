//! What happened between the two states: the events that one history has and the other lacks.

use std::collections::HashSet;

use super::super::log::{review_parts, review_text};
use super::change::{Change, Comment};
use crate::analysis::live;
use crate::model::{CheckIn, Event, EventId, KeyResultId, Moment, Record, What};

/// The events that count on one side only.
#[derive(Default)]
pub struct Happened<'a> {
    came: Vec<&'a Event>,
    /// Events that counted before, with the retraction that took each back.
    retracted: Vec<(&'a Event, &'a Event)>,
    /// Events that counted before and that nobody took back.
    gone: Vec<&'a Event>,
}

impl<'a> Happened<'a> {
    /// Between a record at a moment, or none, and another.
    pub fn between(before: Option<(&'a Record, &Moment)>, after: Option<(&'a Record, &Moment)>) -> Self {
        let events = |side: Option<(&'a Record, &Moment)>| -> Vec<&'a Event> {
            side.map(|(record, moment)| live(&record.events, moment).collect()).unwrap_or_default()
        };
        let (old, new) = (events(before), events(after));
        let ids = |events: &[&'a Event]| -> HashSet<&'a EventId> { events.iter().map(|event| &event.id).collect() };
        let (old_ids, new_ids) = (ids(&old), ids(&new));
        let mut happened = Self {
            came: new.iter().filter(|event| !old_ids.contains(&event.id)).copied().collect(),
            ..Self::default()
        };
        for event in old.into_iter().filter(|event| !new_ids.contains(&event.id)) {
            let takes_back = |other: &&&Event| matches!(&other.what, What::Retract { of, .. } if *of == event.id);
            match new.iter().rev().find(takes_back) {
                Some(retraction) => happened.retracted.push((event, retraction)),
                // A retraction that is itself gone shows in what came back.
                None if matches!(event.what, What::Retract { .. }) => {}
                None => happened.gone.push(event),
            }
        }
        happened
    }

    /// Whether anything of it concerns a key result's values.
    pub fn concerns(&self, key_result: &KeyResultId) -> bool {
        let taken = self.retracted.iter().map(|(event, _)| event);
        let mut all = self.came.iter().chain(taken).chain(&self.gone);
        all.any(|event| event.key_result() == Some(key_result))
    }

    /// What was said when the objective was last ended, or opened again.
    pub fn ending_note(&self) -> Option<String> {
        self.came.iter().rev().find_map(|event| match &event.what {
            What::Complete { note } | What::Abandon { note } | What::Reopen { note } => Some(note.clone()),
            _ => None,
        })?
    }

    /// What happened to a key result, or to the objective as a whole, apart from values, statuses and scores.
    pub fn changes(&self, key_result: Option<&KeyResultId>) -> Vec<Change> {
        let mine = |event: &&&'a Event| event.key_result() == key_result;
        let came: Vec<&Event> = self.came.iter().filter(mine).copied().collect();
        let mut changes = Vec::new();
        changes.extend(check_ins(&came));
        let comments: Vec<Comment> = came.iter().filter_map(|event| comment(event)).collect();
        let reviews: Vec<Comment> = came.iter().filter_map(|event| review(event)).collect();
        let last = |all: &[Comment]| all.last().cloned().map(|latest| (all.len(), latest));
        changes.extend(last(&comments).map(|(count, latest)| Change::Comments { count, latest }));
        changes.extend(last(&reviews).map(|(count, latest)| Change::Reviews { count, latest }));
        changes.extend(came.iter().filter_map(|event| match &event.what {
            What::Carry { from, to } => Some(Change::Carried { to: to.clone(), from: from.clone() }),
            _ => None,
        }));
        let retracted = self.retracted.iter().filter(|(event, _)| event.key_result() == key_result);
        let by = names(retracted.clone().map(|(_, retraction)| *retraction));
        let count = retracted.count();
        changes.extend((count > 0).then_some(Change::Retracted { count, by }));
        let count = self.gone.iter().filter(mine).count();
        changes.extend((count > 0).then_some(Change::Gone { count }));
        changes
    }
}

fn check_ins(came: &[&Event]) -> Option<Change> {
    let updates = came.iter().filter_map(|event| match &event.what {
        What::Update(check_in) => Some((*event, check_in)),
        _ => None,
    });
    let all: Vec<(&Event, &CheckIn)> = updates.collect();
    let (last, _) = all.last()?;
    let note = all.iter().rev().find_map(|(_, check_in)| check_in.note.clone());
    Some(Change::CheckIns { count: all.len(), by: names(all.iter().map(|(event, _)| *event)), last: last.at, note })
}

/// Who they are by, each once, in the order of their first event.
fn names<'a>(events: impl Iterator<Item = &'a Event>) -> Vec<String> {
    let mut names: Vec<String> = Vec::new();
    for event in events {
        if !names.iter().any(|name| name == event.by.as_str()) {
            names.push(event.by.to_string());
        }
    }
    names
}

fn comment(event: &Event) -> Option<Comment> {
    let What::Comment { text } = &event.what else { return None };
    Some(Comment { at: event.at, by: event.by.to_string(), text: text.clone(), review: Vec::new() })
}

fn review(event: &Event) -> Option<Comment> {
    let What::Review { phase, went_well, stuck, next } = &event.what else { return None };
    let review = review_parts([phase, went_well, stuck, next]);
    Some(Comment { at: event.at, by: event.by.to_string(), text: review_text(&review), review })
}
