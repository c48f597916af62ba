//! What is wrong with a file of the store: where, what, and what is lost by it.

use super::event::EventId;

/// One thing wrong with one file.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Damage {
    /// The file, relative to where the store was named from.
    pub file: String,
    /// Where in the file, if it can be told.
    pub place: Option<Box<Place>>,
    pub problem: Problem,
    /// What is not shown because of it.
    pub loss: Loss,
}

/// A place in a file, with the line to show.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Place {
    /// From 1.
    pub line: usize,
    /// From 1, in characters.
    pub column: usize,
    /// In characters, at least 1.
    pub length: usize,
    /// The line as it stands in the file; of a long one what is around the place, with `…` for what is left out in front.
    pub source: String,
}

/// So many characters of a line are kept on each side of a place: a file in one line that holds thousands of problems must
/// not be kept thousands of times.
const AROUND: usize = 200;

impl Place {
    /// A place on this line.
    pub fn new(line: usize, column: usize, length: usize, source: &str) -> Self {
        let before = column.saturating_sub(1);
        let left_out = before.saturating_sub(AROUND);
        let kept = source.chars().skip(left_out).take(before - left_out + length.min(AROUND) + AROUND);
        let source = if left_out > 0 { std::iter::once('…').chain(kept).collect() } else { kept.collect() };
        Self { line, column, length: length.max(1), source }
    }

    /// A whole line.
    pub fn of_line(line: usize, source: &str) -> Self {
        Self::new(line, 1, source.chars().count(), source)
    }

    /// How many characters of the kept line stand before the place.
    pub fn before(&self) -> usize {
        let before = self.column.saturating_sub(1);
        let cut = before > AROUND && self.source.starts_with('…');
        if cut { AROUND + 1 } else { before }
    }
}

/// What a damage takes away from what is shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Loss {
    /// A whole objective.
    Objective,
    /// A whole cycle.
    Cycle,
    /// The settings or the organisation; defaults stand in.
    Defaults,
    /// All events of a history file.
    History,
    /// One event of a history.
    Event,
    /// Nothing: a link or a detail is left out.
    Detail,
}

/// Which slip a malformed text most likely is, by which one knows how to mend it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Slip {
    /// Something else stands where a text belongs.
    Text,
    /// Where a number belongs.
    Number,
    /// Where a list belongs.
    List,
    /// Where a mapping of known keys belongs.
    Keys,
    /// Where a mapping of any keys belongs.
    Mapping,
    /// Where true or false belongs, among others.
    Truth,
    /// Two events on one line.
    Glued,
    SecondDocument,
    /// A quotation mark or a bracket.
    Unclosed,
    /// A value that begins with `*`.
    Anchor,
    /// A tab among the blanks of an indent.
    Tab,
    /// A value that begins with a sign of YAML.
    Sign,
    /// A colon within a value.
    Colon,
    /// Keys of an item that are not indented alike.
    Dash,
    /// A comma or a bracket is missing.
    Bracket,
    Other,
}

/// What is wrong.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Problem {
    /// The system would not read it.
    Unreadable(String),
    /// It is not a regular file (a link, a folder, a pipe).
    NotAFile,
    /// A link or a file where an owner's folder should be.
    NotAFolder,
    /// It is larger than any file of a store should be.
    TooLarge {
        limit: usize,
    },
    /// It holds bytes that are not UTF-8.
    NotText,
    /// A merge was left unfinished.
    ConflictMarker,
    /// A merge by key left a comment for somebody to choose; what stands below it is one of the two sides.
    Undecided,
    /// It is not YAML, or not the shape that the key wants.
    Malformed {
        why: String,
        slip: Slip,
    },
    UnknownKey {
        key: String,
        of: &'static str,
        known: &'static [&'static str],
    },
    MissingKey {
        key: &'static str,
        of: &'static str,
    },
    DuplicateKey {
        key: String,
    },
    /// A value is not what its key may hold.
    Invalid {
        field: String,
        why: String,
    },
    /// Two key results share an id.
    TwinKeyResult {
        id: String,
    },
    /// A cycle that ends before it starts.
    EndsBeforeStart,
    /// One event id stands for two contents.
    TwinEvent {
        id: EventId,
    },
    /// The last line is not finished: a write was cut off.
    TornLine,
    /// Two events stand on one line: a newline was lost between them.
    GluedEvents,
    /// A check-in whose key result is not in the objective's file.
    UnknownKeyResult {
        id: String,
    },
    /// A value that does not fit its key result's metric.
    Unfitting {
        value: String,
        why: String,
    },
    /// It aligns to what is not there; the nearest by name, if any.
    Dangling {
        target: String,
        near: Option<String>,
    },
    /// It aligns to what several objectives could be meant by.
    Ambiguous {
        target: String,
        candidates: Vec<String>,
    },
    /// It aligns to itself, directly or through others; the loop as references.
    Circular {
        path: Vec<String>,
    },
    /// Two files that differ only in the case of their names.
    BadName {
        why: String,
    },
    /// A history without its objective.
    Orphan,
    /// More of something than a file of a store should hold.
    TooMany {
        what: &'static str,
        most: usize,
    },
    /// So many more problems that are not told.
    More {
        count: usize,
    },
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn of_a_long_line_what_is_around_the_place_is_kept() {
        let line = format!("{}here{}", "a".repeat(1_000), "b".repeat(1_000));
        let place = Place::new(1, 1_001, 4, &line);
        assert_eq!((place.column, place.source.chars().count()), (1_001, 1 + 200 + 4 + 200));
        assert_eq!(place.source.chars().skip(place.before()).take(4).collect::<String>(), "here");
        let short = Place::new(1, 3, 4, "a here b");
        assert_eq!((short.before(), short.source.as_str()), (2, "a here b"));
    }
}
