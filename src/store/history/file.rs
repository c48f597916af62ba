//! A history file as it stands: every item with its own text, read or not.

use crate::model::Zone;

use super::read::{Item, read, read_items};
use crate::model::{Place, Problem};
use crate::store::define::place_of_byte;
use crate::store::lines::LineStarts;

/// A history file, item by item.
#[derive(Debug, Default)]
pub struct HistoryFile {
    text: String,
    lines: LineStarts,
    pub items: Vec<Item>,
    /// What keeps the file as a whole from being read, and where. Its items are then those that are left when one looks
    /// past that: they do not count, and are not lost either.
    pub fault: Option<(Place, Problem)>,
}

impl HistoryFile {
    /// Reads the bytes of a history; `zone` is the one of the store.
    pub fn read(bytes: &[u8], zone: Zone) -> Self {
        match read(bytes, zone) {
            Ok((text, items)) => Self::of(text.into_owned(), items, None),
            Err((at, problem)) => {
                let text = without_marks(&String::from_utf8_lossy(bytes).replace('\0', " "));
                let items = read_items(&text, zone);
                Self::of(text, items, Some((place_of_byte(bytes, at), problem)))
            }
        }
    }

    fn of(text: String, items: Vec<Item>, fault: Option<(Place, Problem)>) -> Self {
        Self { lines: LineStarts::of(&text), text, items, fault }
    }

    /// How many items the bytes of a history hold, without reading them.
    pub fn count(bytes: &[u8]) -> usize {
        super::chunk::count(&String::from_utf8_lossy(bytes))
    }

    /// The text of an item by its index, without the blanks around it.
    pub fn text_of(&self, item: usize) -> &str {
        let Some(own) = self.items.get(item) else { return "" };
        let start = self.lines.start(&self.text, own.line);
        // What follows an item up to the next one are comments and blank lines, or lines of its own.
        let end = self.items.get(item + 1).map_or(self.text.len(), |next| self.lines.start(&self.text, next.line));
        self.text.get(start..end).unwrap_or_default().trim()
    }

    /// Where an item stands: its first line.
    pub fn place_of(&self, item: usize) -> Place {
        let line = self.items.get(item).map_or(1, |item| item.line);
        Place::of_line(line, self.lines.line(&self.text, line))
    }

    /// The comments that stand on lines of their own.
    pub fn comments(&self) -> impl Iterator<Item = &str> {
        self.text.lines().map(str::trim).filter(|line| line.starts_with('#') && line.len() > 1)
    }
}

/// The text with the marks of an unfinished merge made comments; the number of its lines stays.
fn without_marks(text: &str) -> String {
    const MARKS: [&str; 4] = ["<<<<<<< ", "||||||| ", ">>>>>>> ", "======="];
    let line = |line: &str| {
        if MARKS.iter().any(|mark| line.starts_with(mark)) { "#\n".to_owned() } else { line.to_owned() }
    };
    text.split_inclusive('\n').map(line).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_item_has_its_text_and_its_place() {
        let text = "# why\n- {\"id\": \"a1\", \"at\": \"2026-10-12\", \"by\": \"ana\", \"event\": \"create\"}\n- at: 2026-10-13\n  by: bo\n  value: 3\n";
        let file = HistoryFile::read(text.as_bytes(), Zone::UTC);
        assert_eq!(file.text_of(1), "- at: 2026-10-13\n  by: bo\n  value: 3");
        assert_eq!((file.place_of(0).line, file.place_of(1).line), (2, 3));
        assert_eq!(file.comments().collect::<Vec<_>>(), ["# why"]);
        assert_eq!(HistoryFile::count(text.as_bytes()), 2);
    }

    #[test]
    fn both_sides_of_an_unfinished_merge_are_seen() {
        let event = |id: &str| {
            format!("- {{\"id\": \"{id}\", \"at\": \"2026-10-12\", \"by\": \"ana\", \"event\": \"create\"}}\n")
        };
        let text = format!("{}<<<<<<< HEAD\n{}=======\n{}>>>>>>> eng\n", event("a1"), event("a2"), event("a3"));
        let file = HistoryFile::read(text.as_bytes(), Zone::UTC);
        assert_eq!(file.items.iter().filter(|item| item.read.is_ok()).count(), 3);
        assert_eq!(file.fault.map(|(place, problem)| (place.line, problem)), Some((2, Problem::ConflictMarker)));
    }
}
