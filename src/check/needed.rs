//! Which events rules look at: those of a large store are most of it, and hardly any is looked at twice.

use std::collections::HashSet;

use chrono::NaiveDate;
use compact_str::CompactString;

use crate::model::{CheckIn, Event, KeyResultId, Moment, Org, OwnerKey, Record, What};

/// What tells the events that a rule may have something to say of from all others. A rule that looks at more events has to be
/// known here.
pub struct Needed<'a> {
    moment: Moment,
    today: Moment,
    people: HashSet<&'a str>,
}

impl<'a> Needed<'a> {
    pub fn new(org: &'a Org, today: NaiveDate, moment: Moment) -> Self {
        let today = Moment::end_of(today, moment.zone);
        Self { moment, today, people: org.people.keys().map(OwnerKey::as_str).collect() }
    }

    /// Whether all of these people are known: events of others are looked at for whose they are.
    pub fn knows_all(&self, people: &[CompactString]) -> bool {
        people.iter().all(|by| self.knows(by))
    }

    fn knows(&self, by: &str) -> bool {
        self.people.is_empty() || self.people.contains(by)
    }

    /// Takes all other events out of a record whose figures are known.
    pub fn keep(&self, record: &mut Record) {
        // What is taken back is told by all the others.
        if record.events.iter().any(|event| matches!(event.what, What::Retract { .. })) {
            return;
        }
        let last = self.last_check_ins(&record.events);
        let needed = |at: usize, event: &Event| {
            last.contains(&at)
                || !self.today.has_seen(event.at)
                || matches!(event.what, What::Review { .. })
                || !self.knows(&event.by)
        };
        let events = std::mem::take(&mut record.events).into_iter().enumerate();
        record.events = events.filter(|(at, event)| needed(*at, event)).map(|(_, event)| event).collect();
        record.events.shrink_to_fit();
    }

    /// The places of the last check-ins on each key result up to the moment.
    fn last_check_ins(&self, events: &[Event]) -> Vec<usize> {
        let mut seen: Vec<&KeyResultId> = Vec::new();
        let mut last = Vec::new();
        for (at, event) in events.iter().enumerate().rev().filter(|(_, event)| self.moment.has_seen(event.at)) {
            let What::Update(CheckIn { key_result: Some(id), .. }) = &event.what else { continue };
            if !seen.contains(&id) {
                seen.push(id);
                last.push(at);
            }
        }
        last
    }
}
