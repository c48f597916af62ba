//! Where in a file the things stand that a check has found, and which rules people allowed there.

use super::edit::{Outline, Step};
use super::layout;
use super::load::Store;
use super::text;
use crate::model::{EventId, Place};

/// What is looked for in a file.
pub enum Wanted<'a> {
    /// A value, by the keys that lead to it; of its text these words only.
    Value(&'a [Step], Option<&'a str>),
    /// The line of an event.
    Event(&'a EventId),
    /// A line that is known, from 1.
    Line(usize),
}

/// A file in which several things are looked for.
pub struct Places {
    text: String,
}

/// Before the names of rules in a comment: `# okr: allow OKR101, long-title`.
const ALLOW: &str = "okr: allow ";

impl Places {
    /// The file of a path below the store; one that cannot be read is as an empty one.
    pub fn of(store: &Store, path: &str) -> Self {
        let bytes = store.source().read(path, layout::MAX_HISTORY).unwrap_or_default();
        let bytes = bytes.strip_prefix("\u{feff}".as_bytes()).unwrap_or(&bytes);
        Self { text: String::from_utf8_lossy(bytes).into_owned() }
    }

    /// The place of each thing that is there, and the rules that are allowed at it.
    pub fn find(&self, wanted: &[Wanted]) -> Vec<(Option<Place>, Vec<String>)> {
        let outline = Outline::of(if wanted.iter().any(Wanted::is_value) { &self.text } else { "" });
        let allows = self.text.contains(ALLOW);
        let one = |wanted: &Wanted| {
            let place = self.place(&outline, wanted);
            let allowed = place.as_ref().filter(|_| allows).map(|place| self.allowed(place.line)).unwrap_or_default();
            (place, allowed)
        };
        wanted.iter().map(one).collect()
    }

    fn place(&self, outline: &Outline, wanted: &Wanted) -> Option<Place> {
        match wanted {
            Wanted::Value(path, words) => {
                let span = outline.find(path)?;
                let source = text::line(&self.text, span.line).into_owned();
                let place = Place { line: span.line, column: span.column, length: span.len.max(1), source };
                Some(words.and_then(|words| within(&place, words)).unwrap_or(place))
            }
            Wanted::Event(id) => {
                let line = self.text.lines().position(|line| line.contains(id.as_str()))?;
                let source = text::line(&self.text, line + 1).into_owned();
                let place = Place { line: line + 1, column: 1, length: source.chars().count().max(1), source };
                Some(within(&place, id.as_str()).unwrap_or(place))
            }
            Wanted::Line(line) => {
                let source = text::line(&self.text, *line).into_owned();
                Some(Place { line: *line, column: 1, length: source.chars().count().max(1), source })
            }
        }
    }

    /// The rules that a comment on a line, or in the comment lines directly above it, allows there.
    fn allowed(&self, line: usize) -> Vec<String> {
        let lines: Vec<&str> = self.text.lines().take(line).collect();
        let Some((own, above)) = lines.split_last() else { return Vec::new() };
        let comments = above.iter().rev().take_while(|line| line.trim_start().starts_with('#'));
        let names = comments.chain([own]).filter_map(|line| {
            let (_, comment) = line.split_once('#')?;
            comment.split_once(ALLOW).map(|(_, names)| names)
        });
        let words = names.flat_map(|names| names.split([',', ' ']));
        words.filter(|word| !word.is_empty()).map(str::to_owned).collect()
    }
}

impl Wanted<'_> {
    fn is_value(&self) -> bool {
        matches!(self, Wanted::Value(..))
    }
}

/// The place of words within a place, or behind it on the same line.
fn within(place: &Place, words: &str) -> Option<Place> {
    let before: String = place.source.chars().take(place.column - 1).collect();
    let at = place.source[before.len()..].find(words)? + before.len();
    let column = place.source[..at].chars().count() + 1;
    Some(Place { column, length: words.chars().count().max(1), ..place.clone() })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_found_in_the_value_that_holds_them() {
        let places = Places { text: "# okr: allow OKR101\ntitle: Reach 50 customers # 50\nkey_results: []\n".into() };
        let path = [Step::key("title")];
        let found = places.find(&[Wanted::Value(&path, Some("50")), Wanted::Value(&[Step::key("tags")], None)]);
        let (place, allowed) = &found[0];
        let place = place.as_ref().unwrap();
        assert_eq!((place.line, place.column, place.length), (2, 14, 2));
        assert_eq!(allowed, &["OKR101"]);
        assert_eq!(found[1].0.as_ref().unwrap().line, 2);
    }

    #[test]
    fn a_comment_allows_rules_on_its_line_and_below_itself() {
        let text = "title: a # okr: allow one, two\n# okr: allow three\n# because\nweight: 2\nkind: committed\n";
        let places = Places { text: text.into() };
        assert_eq!(places.allowed(1), ["one", "two"]);
        assert_eq!(places.allowed(4), ["three"]);
        assert!(places.allowed(5).is_empty());
    }
}
