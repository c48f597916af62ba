//! From all items of an objective's history files to the events that count.

use crate::model::{Event, EventId};

/// An event with the place it was read from.
pub type Placed = (Event, usize);

/// Puts events in their order and takes equal ones once. The order of lines and files never matters, so a merge in any
/// order gives the same. An id that stands for two different contents is damage: neither counts, and the places of both
/// are returned.
pub fn fold(mut events: Vec<Placed>) -> (Vec<Placed>, Vec<(EventId, usize)>) {
    if all_differ(&events) {
        events.sort_by(|(a, _), (b, _)| a.order().cmp(&b.order()));
        return (events, Vec::new());
    }
    events.sort_by(|(a, _), (b, _)| a.id.cmp(&b.id));
    let twins: Vec<EventId> = events
        .windows(2)
        .filter(|pair| pair[0].0.id == pair[1].0.id && pair[0].0 != pair[1].0)
        .map(|pair| pair[0].0.id.clone())
        .collect();
    let mut damaged = Vec::new();
    let mut kept = Vec::with_capacity(events.len());
    for (event, place) in events {
        // They were found in the order of their ids.
        if twins.binary_search(&event.id).is_ok() {
            damaged.push((event.id, place));
        } else {
            kept.push((event, place));
        }
    }
    kept.dedup_by(|(a, _), (b, _)| a.id == b.id);
    kept.sort_by(|(a, _), (b, _)| a.order().cmp(&b.order()));
    damaged.sort_by_key(|(_, place)| *place);
    (kept, damaged)
}

/// Whether every event has an id of its own, as in a file that was never merged twice; not told of ids that are longer than
/// those that this program makes.
fn all_differ(events: &[Placed]) -> bool {
    let packed = |(event, _): &Placed| {
        let id = event.id.as_str().as_bytes();
        let mut bytes = [0; 16];
        bytes.get_mut(..id.len())?.copy_from_slice(id);
        Some(u128::from_be_bytes(bytes))
    };
    let Some(mut ids) = events.iter().map(packed).collect::<Option<Vec<u128>>>() else { return false };
    ids.sort_unstable();
    ids.windows(2).all(|pair| pair[0] != pair[1])
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::What;

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
        let events = |folded: &[Placed]| folded.iter().map(|(event, _)| event.clone()).collect::<Vec<_>>();
        assert_eq!(events(&one.0), events(&other.0));
        assert_eq!(one.0.iter().map(|(event, _)| event.id.as_str()).collect::<Vec<_>>(), ["b", "a", "c"]);
    }

    #[test]
    fn one_id_with_two_contents_is_damage_and_neither_is_chosen() {
        let (events, damaged) =
            fold(vec![(event("a", 1, "x"), 1), (event("a", 1, "changed"), 2), (event("b", 1, "y"), 3)]);
        assert_eq!(events.len(), 1);
        assert_eq!(damaged.iter().map(|(_, line)| *line).collect::<Vec<_>>(), [1, 2]);
    }
}
