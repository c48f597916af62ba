//! What was in force for an objective at a moment: its events up to then, folded.

use std::collections::HashSet;

use borsh::{BorshDeserialize, BorshSerialize};
use chrono::{DateTime, NaiveDate, Utc};
use compact_str::CompactString;

use crate::model::{
    CheckedIn, Confidence, Did, Ended, Happened, Happening, KeyResult, KeyResultPlaces, Lifecycle, Moment, Objective,
    Reading, Status, ToGo, What, packed,
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

    /// Hears of a check-in before all those that it has heard of.
    fn hear(&mut self, event: &Happening, check_in: &CheckedIn) {
        self.status = self.status.or(check_in.status);
        self.confidence = self.confidence.or(check_in.confidence);
        if let (None, Some(note)) = (&self.note, check_in.note) {
            self.note = Some(note.to_owned());
        }
        self.last.get_or_insert_with(|| (event.at(), event.by().into()));
        self.check_ins += 1;
    }
}

/// The ids that retractions take back. A retraction can itself be retracted: the later word counts.
pub fn retracted<E: Happened>(events: &[E]) -> HashSet<&str> {
    let mut gone = HashSet::new();
    for event in events.iter().rev().map(E::seen) {
        if let Some(What::Retract { of, .. }) = event.other()
            && !gone.contains(event.id())
        {
            gone.insert(of.as_str());
        }
    }
    gone
}

/// The events that count at a moment, in their order: neither later, nor retracted by then.
pub fn live<'a, E: Happened>(events: &'a [E], moment: &Moment) -> impl DoubleEndedIterator<Item = &'a E> + use<'a, E> {
    let seen = &events[..events.partition_point(|event| moment.has_seen(event.at()))];
    let any = seen.iter().any(|event| event.look(|event| matches!(event.other(), Some(What::Retract { .. }))));
    let gone = if any { retracted(seen) } else { HashSet::new() };
    seen.iter().filter(move |event| gone.is_empty() || !gone.contains(event.seen().id()))
}

/// Folds an objective's events up to a moment.
pub fn state<E: Happened>(objective: &Objective, events: &[E], moment: &Moment) -> ObjectiveState {
    let key_results = vec![KeyResultState::default(); objective.key_results.len()];
    let state = ObjectiveState { key_results, ..ObjectiveState::default() };
    let places = KeyResultPlaces::of(objective);
    let mut folding = Folding { objective, places, moment, state, lifecycle: None };
    // From the last to the first: only what was said last is worth reading and keeping.
    live(events, moment).rev().for_each(|event| event.look(|event| folding.hear(event)));
    folding.finish()
}

/// A state of which the later events are known.
struct Folding<'o> {
    objective: &'o Objective,
    places: KeyResultPlaces<'o>,
    moment: &'o Moment,
    state: ObjectiveState,
    lifecycle: Option<Lifecycle>,
}

impl Folding<'_> {
    fn hear(&mut self, event: &Happening) {
        let other = match event.did() {
            Did::CheckIn(check_in) => return self.hear_check_in(event, check_in),
            Did::Other(other) => other,
        };
        let ended = || Box::new(Ended { at: event.at(), by: event.by().into() });
        match other {
            What::Score { key_result, score, .. } => {
                let given = match key_result {
                    None => Some(&mut self.state.score),
                    Some(id) => self.places.get(id.as_str()).map(|at| &mut self.state.key_results[at].score),
                };
                given.into_iter().for_each(|given| *given = given.or(Some(*score)));
            }
            What::Complete { .. } => {
                self.lifecycle.get_or_insert_with(|| Lifecycle::Completed(ended()));
            }
            What::Abandon { .. } => {
                self.lifecycle.get_or_insert_with(|| Lifecycle::Abandoned(ended()));
            }
            What::Reopen { .. } => {
                self.lifecycle.get_or_insert(Lifecycle::Open);
            }
            // The first that counts is met last.
            What::Create => self.state.created = Some(self.moment.day_of(event.at())),
            What::Update(_)
            | What::Comment { .. }
            | What::Edit(_)
            | What::Review { .. }
            | What::Carry { .. }
            | What::Retract { .. } => {}
        }
    }

    fn hear_check_in(&mut self, event: &Happening, check_in: &CheckedIn) {
        let Some(id) = check_in.key_result else { return self.state.said.hear(event, check_in) };
        // A key result that was removed keeps its history, which no longer counts.
        let Some(at) = self.places.get(id) else { return };
        let key_result = &mut self.state.key_results[at];
        key_result.said.hear(event, check_in);
        if let (None, Some(value), Some(metric)) =
            (&key_result.reading, check_in.value, &self.objective.key_results[at].metric)
        {
            key_result.reading = metric.read(value).ok();
        }
    }

    fn finish(mut self) -> ObjectiveState {
        self.state.lifecycle = self.lifecycle.unwrap_or_default();
        for (kr, state) in self.objective.key_results.iter().zip(&mut self.state.key_results) {
            if state.reading.is_none() {
                state.reading = kr.metric.as_ref().and_then(|metric| metric.start());
            }
        }
        self.state
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{CheckIn, Event, Reported, Value};

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
