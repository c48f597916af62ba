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
    let mut kept: Vec<(E, usize)> = Vec::with_capacity(events.len());
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

fn sort<E: Happened>(events: &mut [(E, usize)]) {
    events.sort_by(|(a, _), (b, _)| a.seen().order().cmp(&b.seen().order()));
}

/// Whether every event has an id of its own, as in a file that was never merged twice; not told of ids that are longer than
/// those that this program makes.
fn all_differ<E: Happened>(events: &[(E, usize)]) -> bool {
    let packed = |(event, _): &(E, usize)| {
        let id = event.seen().id();
        (id.len() <= 16).then(|| id.bytes().fold(0, |packed: u128, byte| packed << 8 | u128::from(byte)))
    };
    let mut ids = Vec::with_capacity(events.len());
    for event in events {
        let Some(id) = packed(event) else { return false };
        ids.push(id);
    }
    ids.sort_unstable();
    ids.windows(2).all(|pair| pair[0] != pair[1])
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
        let events = |folded: &[(Event, usize)]| folded.iter().map(|(event, _)| event.clone()).collect::<Vec<_>>();
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
