//! Check-ins that an earlier one does not overrule: with `--at`, or where clocks differ.

use chrono::{DateTime, Utc};

use crate::model::{Event, KeyResultId, Record, What};

/// The check-in whose value stays in force though another one is told of now, since that is from before it.
pub fn later<'r>(record: &'r Record, id: &KeyResultId, at: DateTime<Utc>) -> Option<&'r Event> {
    let is_taken_back = |event: &Event| {
        record.events.iter().any(|other| matches!(&other.what, What::Retract { of, .. } if *of == event.id))
    };
    let gives_value = |event: &Event| matches!(&event.what, What::Update(said) if said.key_result.as_ref() == Some(id) && said.value.is_some());
    record
        .events
        .iter()
        .rev()
        .take_while(|event| event.at > at)
        .find(|event| gives_value(event) && !is_taken_back(event))
}
