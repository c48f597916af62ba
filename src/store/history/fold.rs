//! From all items of an objective's history files to the events that count.

use crate::model::Happened;

/// An event with the place it was read from.
pub type Placed<E> = (E, usize);

/// Puts events in their order and takes equal ones once, each with the place it was read from. The order of lines and files never
/// matters, so a merge in any order gives the same. An id that stands for two different contents is damage: neither counts, and
/// both are returned.
pub fn fold<E: Happened>(mut events: Vec<Placed<E>>) -> (Vec<Placed<E>>, Vec<Placed<E>>) {
    if all_differ(&events) {
        sort(&mut events);
        return (events, Vec::new());
    }
    events.sort_by(|(a, _), (b, _)| a.seen().id().cmp(b.seen().id()));
    let mut damaged = Vec::new();
    let mut kept: Vec<Placed<E>> = Vec::with_capacity(events.len());
    let mut events = events.into_iter().peekable();
    while let Some(first) = events.next() {
        let mut same = vec![first];
        while let Some(next) = events.next_if(|(event, _)| event.seen().id() == same[0].0.seen().id()) {
            same.push(next);
        }
        let all_equal = same.iter().all(|(event, _)| event.seen() == same[0].0.seen());
        if all_equal { kept.extend(same.into_iter().next()) } else { damaged.extend(same) }
    }
    sort(&mut kept);
    damaged.sort_by_key(|(_, place)| *place);
    (kept, damaged)
}

fn sort<E: Happened>(events: &mut [Placed<E>]) {
    let order = |(a, _): &Placed<E>, (b, _): &Placed<E>| a.look(|a| b.look(|b| a.order().cmp(&b.order())));
    if !events.is_sorted_by_key(|(event, _)| event.at()) {
        return events.sort_by(order);
    }
    // Nearly all histories stand in the order of their moments: what is left are events of the same one.
    events.chunk_by_mut(|(a, _), (b, _)| a.at() == b.at()).for_each(|same| same.sort_by(order));
}

/// Whether every event has an id of its own, as in a file that was never merged twice. Of two ids that are alike but not the same it
/// may say that they do not differ; of two that are the same never that they do.
fn all_differ<E: Happened>(events: &[Placed<E>]) -> bool {
    // A table that is half empty at least: each mark is put into the first free place from where its last bits point to.
    let size = (2 * events.len()).next_power_of_two();
    let mut table = vec![0; size];
    events.iter().all(|(event, _)| {
        let mark = event.look(|event| mark(event.id().as_bytes()));
        let mut places = (0..MOST_STEPS).map(|step| (mark as usize).wrapping_add(step) % size);
        let place = places.find(|&at| table[at] == 0 || table[at] == mark);
        place.is_some_and(|at| std::mem::replace(&mut table[at], mark) == 0)
    })
}

/// No free place is farther away, but where ids were made to meet: these are sorted, which takes no longer for them.
const MOST_STEPS: usize = 256;

/// A number other than zero by which most ids differ: of those that this program makes, their first and last eight characters.
fn mark(id: &[u8]) -> u64 {
    let mark = match (id.first_chunk(), id.last_chunk()) {
        (Some(first), Some(last)) => u64::from_le_bytes(*first).rotate_left(5) ^ u64::from_be_bytes(*last),
        _ => id.iter().fold(0, |mark, byte| mark << 8 | u64::from(*byte)),
    };
    // Multiplied, every bit depends on all of those below it, and the highest on all of them.
    mark.wrapping_mul(0x9e37_79b9_7f4a_7c15).rotate_left(20) | 1
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Event, What};

    fn event(id: &str, day: u32, text: &str) -> Event {
        Event {
            id: id.parse().unwrap(),
            at: format!("2026-10-{day:02}T09:00:00Z").parse().unwrap(),
            by: "ana".into(),
            what: What::Comment { text: text.to_owned() },
        }
    }

    #[test]
    fn any_order_of_lines_folds_to_the_same_events() {
        let (a, b, c) = (event("a", 2, "x"), event("b", 1, "y"), event("c", 2, "z"));
        let one = fold(vec![(a.clone(), 1), (b.clone(), 2), (c.clone(), 3), (a.clone(), 4)]);
        let other = fold(vec![(c, 1), (a.clone(), 2), (a, 3), (b, 4)]);
        let events = |folded: &[Placed<Event>]| folded.iter().map(|(event, _)| event.clone()).collect::<Vec<_>>();
        assert_eq!(events(&one.0), events(&other.0));
        assert_eq!(one.0.iter().map(|(event, _)| event.id.as_str()).collect::<Vec<_>>(), ["b", "a", "c"]);
    }

    #[test]
    fn many_ids_are_told_apart_and_none_that_stands_twice() {
        let id = |at: u64| crate::model::EventId::from_bits(at.wrapping_mul(0x2545_f491_4f6c_dd1d));
        let mut events: Vec<(Event, usize)> =
            (0..5_000).map(|at| (event(id(at).as_str(), 1, "x"), at as usize)).collect();
        assert!(all_differ(&events));
        events.push(events[77].clone());
        assert!(!all_differ(&events));
        let (kept, damaged) = fold(events);
        assert_eq!((kept.len(), damaged.len()), (5_000, 0));
    }

    #[test]
    fn one_id_with_two_contents_is_damage_and_neither_is_chosen() {
        let (events, damaged) =
            fold(vec![(event("a", 1, "x"), 1), (event("a", 1, "changed"), 2), (event("b", 1, "y"), 3)]);
        assert_eq!(events.len(), 1);
        assert_eq!(damaged.iter().map(|(_, line)| *line).collect::<Vec<_>>(), [1, 2]);
    }
}
