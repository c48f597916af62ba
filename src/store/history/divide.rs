//! A history cut into those of its authors, and put together again: every item keeps its bytes, with the comments around it.

use std::collections::{BTreeMap, HashSet};

use crate::model::Zone;

use super::chunk::{Chunk, chunks};
use super::read::read_items;
use crate::model::OwnerKey;

/// A history cut by author.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Divided {
    /// What stands above the first item, and the items of those whose `by` is no key.
    pub rest: String,
    /// How many items that are.
    pub stay: usize,
    /// The items of each author, and how many these are.
    pub authors: BTreeMap<OwnerKey, (String, usize)>,
}

/// One item with the comments above and behind it.
struct Piece<'t> {
    item: &'t str,
    text: &'t str,
}

/// Cuts a history by author. `None` where it is not one item below the other from the first column on, or one of them
/// cannot be read.
pub fn divide(text: &str, zone: Zone) -> Option<Divided> {
    let (head, pieces) = pieces(text)?;
    let mut divided = Divided { rest: head.to_owned(), ..Divided::default() };
    let items = read_items(text, zone);
    if items.len() != pieces.len() {
        return None;
    }
    for (item, piece) in items.into_iter().zip(&pieces) {
        let event = item.read.ok()?;
        match event.by.parse::<OwnerKey>() {
            Ok(author) => {
                let (text, count) = divided.authors.entry(author).or_default();
                add(text, piece.text);
                *count += 1;
            }
            Err(_) => {
                add(&mut divided.rest, piece.text);
                divided.stay += 1;
            }
        }
    }
    Some(divided)
}

/// A history with the items of another one behind its own: those that it holds already are left out. Also how many were
/// added. `None` where one of the two is not one item below the other.
pub fn appended(text: &str, more: &str) -> Option<(String, usize)> {
    let known: HashSet<&str> = pieces(text)?.1.iter().map(|piece| piece.item.trim_end()).collect();
    let (head, pieces) = pieces(more)?;
    let mut out = text.to_owned();
    let head = head.trim_start_matches('\u{feff}');
    if !head.is_empty() && !text.contains(head) {
        add(&mut out, head);
    }
    let mut count = 0;
    for piece in pieces {
        if !known.contains(piece.item.trim_end()) {
            add(&mut out, piece.text);
            count += 1;
        }
    }
    Some((out, count))
}

/// Adds whole lines.
fn add(text: &mut String, lines: &str) {
    if !text.is_empty() && !text.ends_with(['\n', '\u{feff}']) {
        text.push('\n');
    }
    text.push_str(lines);
    if !lines.ends_with('\n') {
        text.push('\n');
    }
}

/// What stands above the first item, and the items with their comments, byte for byte.
fn pieces(text: &str) -> Option<(&str, Vec<Piece<'_>>)> {
    let chunks: Vec<_> = chunks(text).collect();
    if chunks.iter().any(|chunk| !chunk.text.starts_with('-')) {
        return None;
    }
    let Some(first) = chunks.first() else { return Some((text, Vec::new())) };
    let mut cuts: Vec<usize> = vec![first.start];
    for pair in chunks.windows(2) {
        let end = pair[0].start + pair[0].text.len();
        cuts.push(end + behind(&text[end..pair[1].start]));
    }
    cuts.push(text.len());
    let piece = |(at, chunk): (usize, &Chunk)| {
        let item = &text[chunk.start..chunk.start + chunk.text.len()];
        Piece { item, text: &text[cuts[at]..cuts[at + 1]] }
    };
    Some((&text[..first.start], chunks.iter().enumerate().map(piece).collect()))
}

/// How much of what stands between two items belongs to the first: all but the comments directly above the second one.
fn behind(between: &str) -> usize {
    let mut cut = between.len();
    for line in between.split_inclusive('\n').rev() {
        if !line.starts_with('#') {
            break;
        }
        cut -= line.len();
    }
    cut
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::store::history::fold;

    const TEXT: &str = "# of renewing\n- {\"id\": \"a1\", \"at\": \"2026-10-01T09:00:00Z\", \"by\": \"ana\", \"event\": \"create\"}\n\
        # bo's, by hand\n- at: 2026-10-02\n  by: bo\n  note: |\n    - {not: an item}\n  # inside\n  kr: nps\n  value: 3\n  # behind\n\n\
        # nobody's\n- {at: 2026-10-03, by: Ana Lima, event: comment, text: hi} # odd\n- {id: a2, at: 2026-10-04, by: ana, event: complete}";

    #[test]
    fn each_item_goes_to_its_author_with_its_comments() {
        let divided = divide(TEXT, Zone::UTC).unwrap();
        assert_eq!(
            divided.rest,
            "# of renewing\n# nobody's\n- {at: 2026-10-03, by: Ana Lima, event: comment, text: hi} # odd\n"
        );
        let of = |author: &str| divided.authors[&author.parse().unwrap()].0.clone();
        assert_eq!(
            of("ana"),
            "- {\"id\": \"a1\", \"at\": \"2026-10-01T09:00:00Z\", \"by\": \"ana\", \"event\": \"create\"}\n\
             - {id: a2, at: 2026-10-04, by: ana, event: complete}\n"
        );
        assert_eq!(
            of("bo"),
            "# bo's, by hand\n- at: 2026-10-02\n  by: bo\n  note: |\n    - {not: an item}\n  # inside\n  kr: nps\n  value: 3\n  # behind\n\n"
        );
    }

    #[test]
    fn what_is_there_already_is_not_added_again() {
        let divided = divide(TEXT, Zone::UTC).unwrap();
        let (ana, count) = &divided.authors[&"ana".parse().unwrap()];
        assert_eq!(appended(ana, ana), Some((ana.clone(), 0)));
        assert_eq!(appended("", ana), Some((ana.clone(), *count)));
        assert_eq!(divide("[{at: 2026-10-03, by: ana, event: create}]\n", Zone::UTC), None);
        assert_eq!(divide("  - {at: 2026-10-03, by: ana, event: create}\n", Zone::UTC), None);
        assert_eq!(divide("", Zone::UTC), Some(Divided::default()));
    }

    /// Pieces of histories as people and programs write them.
    fn history() -> impl Strategy<Value = String> {
        let by = prop::sample::select(vec!["ana", "bo", "mei", "Ana Lima", "con", "x y"]);
        let end = prop::sample::select(vec!["\n", "\r\n"]);
        let line = (0_u32..4, 1_u32..28, by, 0_u32..40, end).prop_map(|(kind, day, by, id, end)| {
            let text = match kind {
                0 => format!("- {{\"id\": \"e{id}\", \"at\": \"2026-10-{day:02}T09:00:00Z\", \"by\": \"{by}\", \"event\": \"comment\", \"text\": \"{day} {by}\"}}"),
                1 => format!("- {{at: 2026-10-{day:02}, by: {by}, event: comment, text: t{day}}} # by hand"),
                2 => format!("- at: 2026-10-{day:02}\n  by: {by}\n  # inside\n  event: comment\n  text: |\n    - one {day}\n    two"),
                _ => format!("# {id}\n\n  # in\n# {by}"),
            };
            text.replace('\n', end) + end
        });
        (prop::collection::vec(line, 0..12), any::<bool>()).prop_map(|(lines, ended)| {
            let text = lines.concat();
            if ended { text } else { text.trim_end().to_owned() }
        })
    }

    fn events(texts: &[&str]) -> (Vec<crate::model::Event>, usize) {
        let items = texts.iter().flat_map(|text| read_items(text, Zone::UTC));
        let placed = items.enumerate().map(|(at, item)| (item.read.unwrap(), at)).collect();
        let (events, twins) = fold(placed);
        (events.into_iter().map(|(event, _)| event).collect(), twins.len())
    }

    fn lines(texts: &[&str]) -> Vec<String> {
        let mut lines: Vec<String> = texts.iter().flat_map(|text| text.lines()).map(str::to_owned).collect();
        lines.sort();
        lines
    }

    proptest! {
        #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

        #[test]
        fn cut_and_put_together_again_it_says_the_same(text in history()) {
            let divided = divide(&text, Zone::UTC).unwrap();
            let mut parts: Vec<&str> = vec![&divided.rest];
            parts.extend(divided.authors.values().map(|(text, _)| text.as_str()));
            prop_assert_eq!(events(&[&text]), events(&parts));
            prop_assert_eq!(lines(&[&text]), lines(&parts));
            let joined = parts[1..].iter().fold(parts[0].to_owned(), |text, part| appended(&text, part).unwrap().0);
            prop_assert_eq!(events(&[&text]), events(&[&joined]));
            // Once more, as after a crash in the middle: nothing comes twice.
            prop_assert_eq!(divide(&joined, Zone::UTC).unwrap().authors.len(), divided.authors.len());
            for (author, (part, _)) in &divided.authors {
                let again = divide(&joined, Zone::UTC).unwrap().authors[author].0.clone();
                prop_assert_eq!(appended(part, &again).unwrap().1, 0);
            }
        }
    }
}
