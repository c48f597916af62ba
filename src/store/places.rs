//! Where in a file the things stand that a check has found, and which rules people allowed there.

use std::collections::{HashMap, HashSet};

use super::edit::{Outline, Step};
use super::layout;
use super::lines::LineStarts;
use super::load::Store;
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
    lines: LineStarts,
}

/// Before the names of rules in a comment: `# okr: allow OKR101, long-title`.
const ALLOW: &str = "okr: allow ";

impl Places {
    /// The file of a path below the store; one that cannot be read is as an empty one.
    pub fn of(store: &Store, path: &str) -> Self {
        let bytes = store.source().read(path, layout::MAX_HISTORY).unwrap_or_default();
        let bytes = bytes.strip_prefix("\u{feff}".as_bytes()).unwrap_or(&bytes);
        Self::in_text(String::from_utf8_lossy(bytes).into_owned())
    }

    fn in_text(text: String) -> Self {
        Self { lines: LineStarts::of(&text), text }
    }

    fn line(&self, number: usize) -> &str {
        self.lines.line(&self.text, number)
    }

    /// The place of each thing that is there, and the rules that are allowed at it.
    pub fn find(&self, wanted: &[Wanted]) -> Vec<(Option<Place>, Vec<String>)> {
        // Reading the whole as YAML is what takes time; a key on a line of its own is found without.
        let needed = wanted.iter().any(|wanted| wanted.is_value() && self.bare_key(wanted).is_none());
        let outline = Outline::of(if needed { &self.text } else { "" });
        let events = self.lines_of_events(wanted);
        let allows = self.text.contains(ALLOW);
        let mut allowed_on: HashMap<usize, Vec<String>> = HashMap::new();
        let one = |wanted: &Wanted| {
            let place = self.place(&outline, &events, wanted);
            let mut allowed = |line: usize| allowed_on.entry(line).or_insert_with(|| self.allowed(line)).clone();
            let allowed = place.as_ref().filter(|_| allows).map(|place| allowed(place.line)).unwrap_or_default();
            (place, allowed)
        };
        wanted.iter().map(one).collect()
    }

    /// The first line that holds the id of each event that is looked for, all found in one pass.
    fn lines_of_events<'w>(&self, wanted: &'w [Wanted]) -> HashMap<&'w str, usize> {
        let mut left: HashSet<&'w str> = wanted
            .iter()
            .filter_map(|wanted| match wanted {
                Wanted::Event(id) => Some(id.as_str()),
                _ => None,
            })
            .collect();
        let mut found = HashMap::new();
        for (at, line) in self.text.lines().enumerate() {
            if left.is_empty() {
                break;
            }
            for word in line.split(|c: char| !(c.is_ascii_alphanumeric() || c == '-')) {
                if let Some(id) = left.take(word) {
                    found.insert(id, at + 1);
                }
            }
        }
        found
    }

    /// The place of a top-level key that stands alone on its line, with what belongs to it below.
    fn bare_key(&self, wanted: &Wanted) -> Option<Place> {
        let Wanted::Value([Step::Key(key)], None) = wanted else { return None };
        let is_it = |line: &str| line.strip_prefix(key.as_str()).is_some_and(|rest| rest.trim_end() == ":");
        let line = self.text.lines().position(is_it)?;
        Some(Place::new(line + 1, 1, key.chars().count(), self.line(line + 1)))
    }

    fn place(&self, outline: &Outline, events: &HashMap<&str, usize>, wanted: &Wanted) -> Option<Place> {
        if let Some(place) = self.bare_key(wanted) {
            return Some(place);
        }
        match wanted {
            Wanted::Value(path, words) => {
                let span = outline.find(path)?;
                let source = self.line(span.line);
                let (column, length) =
                    words.and_then(|words| within(source, span.column, words)).unwrap_or((span.column, span.len));
                Some(Place::new(span.line, column, length, source))
            }
            Wanted::Event(id) => {
                let line = *events.get(id.as_str())?;
                let source = self.line(line);
                let (column, length) = within(source, 1, id.as_str()).unwrap_or((1, source.chars().count()));
                Some(Place::new(line, column, length, source))
            }
            Wanted::Line(line) => Some(Place::of_line(*line, self.line(*line))),
        }
    }

    /// The rules that a comment on a line, or in the comment lines directly above it, allows there.
    fn allowed(&self, line: usize) -> Vec<String> {
        let above = (1..line).rev().map(|number| self.line(number));
        let comments = above.take_while(|line| line.trim_start().starts_with('#'));
        let names = comments.chain([self.line(line)]).filter_map(|line| {
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

/// The column and the length of words on a line, from a column on.
fn within(source: &str, from: usize, words: &str) -> Option<(usize, usize)> {
    let before = source.char_indices().nth(from - 1).map_or(source.len(), |(at, _)| at);
    let at = source[before..].find(words)? + before;
    Some((source[..at].chars().count() + 1, words.chars().count()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_found_in_the_value_that_holds_them() {
        let places = Places::in_text("# okr: allow OKR101\ntitle: Reach 50 customers # 50\nkey_results: []\n".into());
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
        let places = Places::in_text(text.into());
        assert_eq!(places.allowed(1), ["one", "two"]);
        assert_eq!(places.allowed(4), ["three"]);
        assert!(places.allowed(5).is_empty());
    }
}
