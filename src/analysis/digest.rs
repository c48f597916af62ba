//! What of an objective's files another run of the program may know instead of reading them.

use std::io;

use borsh::{BorshDeserialize, BorshSerialize};
use chrono::{DateTime, Utc};

use super::assessment::ObjectiveFigures;
use crate::model::{Happened, Moment, ObjectiveRef, packed};

/// From when until when what is in force stays so: between two events.
#[derive(Debug, Clone, Copy)]
pub struct Span {
    last: Option<DateTime<Utc>>,
    next: Option<DateTime<Utc>>,
}

impl Span {
    /// That around a moment.
    pub fn around<E: Happened>(events: &[E], moment: &Moment) -> Self {
        let seen = events.partition_point(|event| moment.has_seen(event.at()));
        let at = |event: Option<&E>| event.map(E::at);
        Self { last: at(seen.checked_sub(1).and_then(|at| events.get(at))), next: at(events.get(seen)) }
    }

    fn holds(&self, moment: &Moment) -> bool {
        self.last.is_none_or(|last| moment.has_seen(last)) && !self.next.is_some_and(|next| moment.has_seen(next))
    }
}

/// An objective's figures as bytes, with what else is known of it, while these events are in force; nothing where a number is
/// none that can be packed.
pub fn pack<T: BorshSerialize>(figures: &ObjectiveFigures, more: &T, span: Span) -> Option<Vec<u8>> {
    let write = || -> io::Result<Vec<u8>> {
        let mut bytes = Vec::with_capacity(512);
        packed::moments::write(&span.last, &mut bytes)?;
        packed::moments::write(&span.next, &mut bytes)?;
        (&figures.own, &figures.key_results, more).serialize(&mut bytes)?;
        Ok(bytes)
    };
    write().ok()
}

/// What this very program packed, if it is in force at this moment as well. It is still to be said what is expected then.
pub fn unpack<T: BorshDeserialize>(
    mut bytes: &[u8],
    reference: &ObjectiveRef,
    moment: &Moment,
) -> Option<(ObjectiveFigures, T)> {
    let from = &mut bytes;
    let span = Span { last: packed::moments::read(from).ok()?, next: packed::moments::read(from).ok()? };
    if !span.holds(moment) {
        return None;
    }
    let (own, key_results, more) = BorshDeserialize::deserialize(from).ok()?;
    from.is_empty().then(|| (ObjectiveFigures::new(reference.clone(), own, key_results), more))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::timeline::state;
    use crate::model::{CheckIn, Event, Objective, Reported, What, Zone};

    fn event(day: u32, value: i32) -> Event {
        let what = What::Update(CheckIn {
            key_result: Some("kr1".parse().unwrap()),
            value: Some(Reported::Number(value.into())),
            note: Some(format!("note {day}")),
            ..CheckIn::default()
        });
        let at = format!("2026-10-{day:02}T09:00:00Z").parse().unwrap();
        Event { id: format!("e{day}").parse().unwrap(), at, by: "ana".into(), what }
    }

    fn reference() -> ObjectiveRef {
        let [cycle, owner, slug] = ["2026-Q4", "acme", "renewing"];
        ObjectiveRef { cycle: cycle.parse().unwrap(), owner: owner.parse().unwrap(), slug: slug.parse().unwrap() }
    }

    fn objective() -> Objective {
        let metric = crate::model::Metric::change(31.into(), 50.into(), Some("points".into())).unwrap();
        let kr = crate::model::KeyResult {
            id: "kr1".parse().unwrap(),
            title: "NPS rises".into(),
            metric: Some(metric),
            weight: Default::default(),
            owner: Some("bo".parse().unwrap()),
            due: "2026-11-30".parse().ok(),
            initiatives: vec![],
        };
        Objective {
            title: "让客户续约".into(),
            description: Some("why".into()),
            kind: Default::default(),
            aligns_to: vec!["acme/growing.arr".parse().unwrap()],
            weight: Default::default(),
            tags: vec!["a".into()],
            key_results: vec![kr],
        }
    }

    fn end_of(day: u32) -> Moment {
        Moment::end_of(format!("2026-10-{day:02}").parse().unwrap(), Zone::UTC)
    }

    #[test]
    fn what_was_packed_is_known_until_the_next_event_and_not_before_the_last() {
        let (objective, events) = (objective(), [event(5, 34), event(10, 38), event(20, 44)]);
        for packed_on in 1..30 {
            let then = end_of(packed_on);
            let in_force = state(&objective, &events, &then);
            let figures = ObjectiveFigures::of(&reference(), &objective, &in_force);
            let packed = pack(&figures, &7_u8, Span::around(&events, &then)).unwrap();
            let phase = |day: u32| events.iter().filter(|event| end_of(day).has_seen(event.at)).count();
            for day in 1..30 {
                let now = end_of(day);
                let known = unpack::<u8>(&packed, &reference(), &now);
                assert_eq!(known.is_some(), phase(day) == phase(packed_on), "{packed_on} {day}");
                let Some((known, more)) = known else { continue };
                let again = ObjectiveFigures::of(&reference(), &objective, &state(&objective, &events, &now));
                assert_eq!(format!("{:?}", known.on(None, &now)), format!("{:?}", again.on(None, &now)));
                assert_eq!(more, 7);
            }
            for cut in [0, 1, packed.len() / 2, packed.len() - 1] {
                assert!(unpack::<u8>(&packed[..cut], &reference(), &then).is_none());
            }
        }
    }
}
