//! A cell between the document and the terminal: what it wants to be, before its column's width is known.

use crate::model::{Fraction, Progress};
use crate::view::{Cell, Line, Role};

use super::wrap::wrapped;
use super::{Look, bar, line};

/// A bar's columns where there is room for all.
const BAR: usize = 18;
/// A bar gives way to words down to this: ten columns are ten percent each.
pub const EASY_BAR: usize = 10;
/// The narrowest bar that still says something.
pub const MIN_BAR: usize = 6;

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
}

impl Drawn {
    pub fn of(cell: &Cell, look: &Look) -> Self {
        if let Cell::Bar { progress, expected, role } = cell {
            return Drawn::Bar { progress: *progress, expected: *expected, role: *role };
        }
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
        }
    }

    /// Whether a column of such cells could be left out without a loss.
    pub fn is_missing(&self) -> bool {
        match self {
            Drawn::Words { missing, .. } => *missing,
            Drawn::Bar { progress, .. } => progress.is_none(),
        }
    }

    /// The same in as many lines as it takes, for words.
    pub fn below(&self, room: usize, look: &Look) -> Vec<String> {
        match self {
            Drawn::Words { line, columns, .. } if *columns > room => {
                wrapped(line, room).iter().map(|line| line::painted(line, look)).collect()
            }
            _ => vec![self.at(room, look)],
        }
    }

    /// What stands on the terminal, at most so many columns wide.
    pub fn at(&self, room: usize, look: &Look) -> String {
        match self {
            Drawn::Words { line, tail, columns, .. } if *columns <= room => {
                line::painted(line, look) + &line::painted(tail, look)
            }
            Drawn::Words { line, tail, .. } => {
                let tail = line::cut(tail, room / 2, look);
                let line = line::cut(line, room - line::columns(&tail), look);
                line::painted(&line, look) + &line::painted(&tail, look)
            }
            Drawn::Bar { progress, expected, role } => {
                line::painted(&bar::bar(*progress, *expected, *role, room, look.ascii), look)
            }
        }
    }
}
