//! A cell between the document and the terminal: what it wants to be, before its column's width is known.

use crate::model::{Fraction, Progress};
use crate::view::{Cell, Line, Role, Span};

use super::wrap::wrapped;
use super::{Look, bar, line, spark};

/// A bar's columns where there is room for all.
const BAR: usize = 18;
/// A share's columns where there is room for all.
const SHARE: usize = 20;
/// A bar gives way to words down to this: ten columns are ten percent each.
const EASY_BAR: usize = 10;
/// The narrowest picture that still says something.
const MIN_BAR: usize = 6;

/// A cell that knows its width and can be drawn at a smaller one.
pub enum Drawn {
    Words {
        line: Line,
        /// Stays whole when the line before it is cut.
        tail: Line,
        columns: usize,
        /// There is nothing to read: no text, or the dash of what is missing.
        missing: bool,
    },
    Bar {
        progress: Option<Progress>,
        expected: Option<Fraction>,
        role: Role,
    },
    /// One sign a point; where there is no room for all, the last ones.
    Spark {
        signs: Vec<char>,
        role: Role,
    },
    Share {
        share: f64,
        role: Role,
    },
}

impl Drawn {
    pub fn of(cell: &Cell, look: &Look) -> Self {
        match cell {
            Cell::Bar { progress, expected, role } => {
                Drawn::Bar { progress: *progress, expected: *expected, role: *role }
            }
            Cell::Spark { points, role } => {
                Drawn::Spark { signs: spark::spark(points, look.ascii).chars().collect(), role: *role }
            }
            Cell::Share { share, role } => Drawn::Share { share: *share, role: *role },
            cell => Self::of_words(cell, look),
        }
    }

    fn of_words(cell: &Cell, look: &Look) -> Self {
        let line = line::shown(&cell.words(), look);
        let columns = line::columns(&line);
        Drawn::Words { line, tail: Line::new(), columns, missing: columns == 0 || cell.is_missing() }
    }

    /// Spans that are ready for the terminal; `tail` stays when the rest is cut.
    pub fn words(line: Line, tail: Line) -> Self {
        let columns = line::columns(&line) + line::columns(&tail);
        Drawn::Words { line, tail, columns, missing: columns == 0 }
    }

    /// The columns that it takes where there is room for all.
    pub fn columns(&self) -> usize {
        match self {
            Drawn::Words { columns, .. } => *columns,
            Drawn::Bar { .. } => BAR,
            Drawn::Spark { signs, .. } => signs.len(),
            Drawn::Share { .. } => SHARE,
        }
    }

    /// What it gives up before any word is cut, and what before lines are: absent for words, which their column knows.
    pub fn gives_way(&self) -> Option<(usize, usize)> {
        match self {
            Drawn::Words { .. } => None,
            Drawn::Bar { .. } | Drawn::Share { .. } => Some((EASY_BAR, MIN_BAR)),
            Drawn::Spark { signs, .. } => Some((signs.len(), MIN_BAR)),
        }
    }

    /// Whether a column of such cells could be left out without a loss.
    pub fn is_missing(&self) -> bool {
        match self {
            Drawn::Words { missing, .. } => *missing,
            Drawn::Bar { progress, .. } => progress.is_none(),
            Drawn::Spark { signs, .. } => signs.iter().all(|sign| *sign == ' '),
            Drawn::Share { .. } => false,
        }
    }

    /// The same in as many lines as it takes, for words.
    pub fn below(&self, room: usize, look: &Look) -> Vec<Line> {
        match self {
            // In one column nothing wraps: what is two columns wide would stick out.
            Drawn::Words { line, columns, .. } if *columns > room && room > 1 => wrapped(line, room),
            _ => vec![self.at(room, look)],
        }
    }

    /// What stands on the terminal, at most so many columns wide.
    pub fn at(&self, room: usize, look: &Look) -> Line {
        match self {
            Drawn::Words { line, tail, columns, .. } if *columns <= room => [line.as_slice(), tail].concat(),
            Drawn::Words { line, tail, .. } => {
                let tail = line::cut(tail, room / 2, look);
                let line = line::cut(line, room - line::columns(&tail), look);
                [line, tail].concat()
            }
            Drawn::Bar { progress, expected, role } => bar::bar(*progress, *expected, *role, room, look.ascii),
            Drawn::Spark { signs, role } => {
                let last: String = signs.iter().skip(signs.len().saturating_sub(room)).collect();
                picture(&last, *role)
            }
            Drawn::Share { share, role } => picture(&spark::share(*share, room.min(SHARE), look.ascii), *role),
        }
    }
}

/// The signs in their role; blanks at their end stay outside, where they may be cut off.
fn picture(text: &str, role: Role) -> Line {
    let signs = text.trim_end();
    vec![Span::new(signs, role), Span::plain(&text[signs.len()..])]
}
