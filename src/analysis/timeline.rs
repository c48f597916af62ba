//! What was in force for an objective at a moment: its events up to then, folded.

use std::collections::HashSet;

use borsh::{BorshDeserialize, BorshSerialize};
use chrono::{DateTime, NaiveDate, Utc};
use compact_str::CompactString;

use crate::model::{
    CheckIn, Confidence, Ended, Event, EventId, KeyResult, Lifecycle, Moment, Objective, Reading, Status, ToGo, What,
    packed,
};

/// An objective's state at a moment.
#[derive(Debug, Clone, Default, BorshSerialize, BorshDeserialize)]
pub struct ObjectiveState {
    pub lifecycle: Lifecycle,
    /// The day on which it was written down, if its history tells.
    #[borsh(serialize_with = "packed::day::write", deserialize_with = "packed::day::read")]
    pub created: Option<NaiveDate>,
    /// What was last said of the objective as a whole.
    pub said: Said,
    /// The last score given, 0–100.
    pub score: Option<f64>,
    /// In the order of the definition's key results.
    pub key_results: Vec<KeyResultState>,
}

/// A key result's state at a moment.
#[derive(Debug, Clone, Default, BorshSerialize, BorshDeserialize)]
pub struct KeyResultState {
    /// The value in force: of the last check-in that has one, else the metric's start.
    pub reading: Option<Reading>,
    pub said: Said,
    pub score: Option<f64>,
}

impl KeyResultState {
    /// What is missing to the target, of the key result whose state this is.
    pub fn to_go(&self, kr: &KeyResult) -> Option<ToGo> {
        kr.metric.as_ref()?.to_go(self.reading.as_ref()?.value())
    }
}

/// What people last said: each of status, confidence and note as of the last check-in that has one.
#[derive(Debug, Clone, Default, PartialEq, BorshSerialize, BorshDeserialize)]
pub struct Said {
    pub status: Option<Status>,
    pub confidence: Option<Confidence>,
    pub note: Option<String>,
    /// The last check-in, whatever it held.
    #[borsh(serialize_with = "packed::word::write", deserialize_with = "packed::word::read")]
    pub last: Option<(DateTime<Utc>, CompactString)>,
    /// How many check-ins there were.
    pub check_ins: usize,
}

impl Said {
    /// When the last check-in was.
    pub fn at(&self) -> Option<DateTime<Utc>> {
        self.last.as_ref().map(|(at, _)| *at)
    }

    fn hear(&mut self, event: &Event, check_in: &CheckIn) {
        self.status = check_in.status.or(self.status);
        self.confidence = check_in.confidence.or(self.confidence);
        self.last = Some((event.at, event.by.clone()));
        self.check_ins += 1;
    }
}

/// The ids that retractions take back. A retraction can itself be retracted: the later word counts.
pub fn retracted(events: &[Event]) -> HashSet<&EventId> {
    let mut gone = HashSet::new();
    for event in events.iter().rev() {
        if let What::Retract { of, .. } = &event.what
            && !gone.contains(&event.id)
        {
            gone.insert(of);
        }
    }
    gone
}

/// The events that count at a moment, in their order: neither later, nor retracted by then.
pub fn live<'a>(events: &'a [Event], moment: &Moment) -> impl Iterator<Item = &'a Event> + use<'a> {
    let seen = &events[..events.partition_point(|event| moment.has_seen(event.at))];
    let any = seen.iter().any(|event| matches!(event.what, What::Retract { .. }));
    let gone = if any { retracted(seen) } else { HashSet::new() };
    seen.iter().filter(move |event| !gone.contains(&event.id))
}

/// Folds an objective's events up to a moment.
pub fn state(objective: &Objective, events: &[Event], moment: &Moment) -> ObjectiveState {
    let start = |kr: &crate::model::KeyResult| KeyResultState {
        reading: kr.metric.as_ref().and_then(|metric| metric.start()),
        ..KeyResultState::default()
    };
    let mut state =
        ObjectiveState { key_results: objective.key_results.iter().map(start).collect(), ..ObjectiveState::default() };
    let live: Vec<&Event> = live(events, moment).collect();
    live.iter().for_each(|event| apply(&mut state, objective, event));
    let created = live.iter().find(|event| matches!(event.what, What::Create));
    state.created = created.map(|event| moment.day_of(event.at));
    remember_last(&mut state, objective, &live);
    state
}

/// The last value and the last note of each, found from the end: only they are worth reading and keeping.
fn remember_last(state: &mut ObjectiveState, objective: &Objective, live: &[&Event]) {
    let mut valued = vec![false; objective.key_results.len()];
    for event in live.iter().rev() {
        let What::Update(check_in) = &event.what else { continue };
        let place = check_in.key_result.as_ref().map(|id| objective.place_of(id));
        let said = match place {
            None => Some(&mut state.said),
            Some(at) => at.map(|at| &mut state.key_results[at].said),
        };
        if let (Some(said), Some(note)) = (said.filter(|said| said.note.is_none()), &check_in.note) {
            said.note = Some(note.clone());
        }
        if let (Some(Some(at)), Some(value)) = (place, &check_in.value)
            && !valued[at]
            && let Some(reading) = objective.key_results[at].metric.as_ref().and_then(|metric| metric.read(value).ok())
        {
            state.key_results[at].reading = Some(reading);
            valued[at] = true;
        }
    }
}

fn apply(state: &mut ObjectiveState, objective: &Objective, event: &Event) {
    let ended = || Box::new(Ended { at: event.at, by: event.by.clone() });
    match &event.what {
        What::Update(check_in) => match &check_in.key_result {
            None => state.said.hear(event, check_in),
            Some(id) => {
                // A key result that was removed keeps its history, which no longer counts.
                let Some(at) = objective.place_of(id) else { return };
                state.key_results[at].said.hear(event, check_in);
            }
        },
        What::Score { key_result: None, score, .. } => state.score = Some(*score),
        What::Score { key_result: Some(id), score, .. } => {
            if let Some(at) = objective.place_of(id) {
                state.key_results[at].score = Some(*score);
            }
        }
        What::Complete { .. } => state.lifecycle = Lifecycle::Completed(ended()),
        What::Abandon { .. } => state.lifecycle = Lifecycle::Abandoned(ended()),
        What::Reopen { .. } => state.lifecycle = Lifecycle::Open,
        What::Create
        | What::Comment { .. }
        | What::Edit(_)
        | What::Review { .. }
        | What::Carry { .. }
        | What::Retract { .. } => {}
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Reported, Value};

    fn event(id: &str, day: u32, what: What) -> Event {
        let at = format!("2026-10-{day:02}T09:00:00Z").parse().unwrap();
        Event { id: id.parse().unwrap(), at, by: "ana".into(), what }
    }

    fn update(id: &str, day: u32, value: i32, status: Option<Status>) -> Event {
        let what = What::Update(CheckIn {
            key_result: Some("kr1".parse().unwrap()),
            value: Some(Reported::Number(value.into())),
            status,
            ..CheckIn::default()
        });
        event(id, day, what)
    }

    fn objective() -> Objective {
        let spec: crate::model::KeyResultSpec = "x: 31 -> 50 points".parse().unwrap();
        let kr = crate::model::KeyResult {
            id: "kr1".parse().unwrap(),
            title: spec.title,
            metric: Some(spec.metric),
            weight: Default::default(),
            owner: None,
            due: None,
            initiatives: vec![],
        };
        Objective {
            title: "o".into(),
            description: None,
            kind: Default::default(),
            aligns_to: vec![],
            weight: Default::default(),
            tags: vec![],
            key_results: vec![kr],
        }
    }

    fn value(events: &[Event], day: u32) -> (Value, Option<Status>) {
        let day = format!("2026-10-{day:02}").parse().unwrap();
        let state = state(&objective(), events, &Moment::end_of(day, crate::model::Zone::UTC));
        let kr = &state.key_results[0];
        (kr.reading.as_ref().unwrap().value().clone(), kr.said.status)
    }

    #[test]
    fn the_last_value_that_was_not_taken_back_is_in_force() {
        let retract = |id: &str, day, of: &str| event(id, day, What::Retract { of: of.parse().unwrap(), note: None });
        let events = [
            update("a", 5, 34, Some(Status::OnTrack)),
            update("b", 10, 99, None),
            retract("c", 12, "b"),
            retract("d", 14, "c"),
        ];
        assert_eq!(value(&events, 4), (Value::Number(31.into()), None));
        assert_eq!(value(&events, 5), (Value::Number(34.into()), Some(Status::OnTrack)));
        assert_eq!(value(&events, 11), (Value::Number(99.into()), Some(Status::OnTrack)));
        assert_eq!(value(&events, 12), (Value::Number(34.into()), Some(Status::OnTrack)));
        assert_eq!(value(&events, 14), (Value::Number(99.into()), Some(Status::OnTrack)));
    }

    #[test]
    fn an_ended_objective_can_be_opened_again() {
        let events = [event("a", 5, What::Complete { note: None }), event("b", 8, What::Reopen { note: None })];
        let on = |day: u32| {
            let day = format!("2026-10-{day:02}").parse().unwrap();
            state(&objective(), &events, &Moment::end_of(day, crate::model::Zone::UTC)).lifecycle
        };
        assert!(on(4).is_open());
        assert_eq!(on(5).as_str(), "completed");
        assert!(on(8).is_open());
    }
}
