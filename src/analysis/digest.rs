//! What of an objective's files another run of the program may know instead of reading them.

use std::io;

use borsh::{BorshDeserialize, BorshSerialize};
use chrono::{DateTime, Utc};
use compact_str::CompactString;

use super::timeline::ObjectiveState;
use crate::model::{Event, Moment, Objective, packed};

/// What is left of an objective's files: hardly any of its events, but what they come to.
#[derive(Debug, Clone)]
pub struct Digest {
    pub objective: Objective,
    pub state: ObjectiveState,
    pub events: Vec<Event>,
    /// Whose the events were of which nothing is left, each once.
    pub others_by: Vec<CompactString>,
}

/// From when until when what is in force stays so: between two events.
#[derive(Debug, Clone, Copy)]
pub struct Span {
    last: Option<DateTime<Utc>>,
    next: Option<DateTime<Utc>>,
}

impl Span {
    /// That around a moment.
    pub fn around(events: &[Event], moment: &Moment) -> Self {
        let seen = events.partition_point(|event| moment.has_seen(event.at));
        let at = |event: Option<&Event>| event.map(|event| event.at);
        Self { last: at(seen.checked_sub(1).and_then(|at| events.get(at))), next: at(events.get(seen)) }
    }

    fn holds(&self, moment: &Moment) -> bool {
        self.last.is_none_or(|last| moment.has_seen(last)) && !self.next.is_some_and(|next| moment.has_seen(next))
    }
}

impl Digest {
    /// As bytes; nothing where a number is none that can be packed.
    pub fn pack(parts: (&Objective, &ObjectiveState, &[Event], &[CompactString]), span: Span) -> Option<Vec<u8>> {
        let write = || -> io::Result<Vec<u8>> {
            let mut bytes = Vec::with_capacity(1_024);
            packed::moments::write(&span.last, &mut bytes)?;
            packed::moments::write(&span.next, &mut bytes)?;
            parts.serialize(&mut bytes)?;
            Ok(bytes)
        };
        write().ok()
    }

    /// What this very program packed, if it is in force at this moment as well.
    pub fn unpack(bytes: &[u8], moment: &Moment) -> Option<Self> {
        let read = |mut bytes: &[u8]| -> io::Result<Option<Digest>> {
            let from = &mut bytes;
            let span = Span { last: packed::moments::read(from)?, next: packed::moments::read(from)? };
            if !span.holds(moment) {
                return Ok(None);
            }
            let (objective, state, events, others_by) = BorshDeserialize::deserialize(from)?;
            Ok(from.is_empty().then_some(Digest { objective, state, events, others_by }))
        };
        read(bytes).ok().flatten()
    }
}
