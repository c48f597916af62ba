//! What a report becomes before any format draws it: blocks of typed cells.

use super::cell::{Cell, Span};

/// A report, ready to be drawn by any format.
#[derive(Debug, Clone, Default)]
pub struct Document {
    pub blocks: Vec<Block>,
    /// What CSV prints, where that is not the first table or tree.
    pub sheet: Option<Block>,
}

/// One part of a document, drawn below the one before it with an empty line between, unless it is a `Note`.
#[derive(Debug, Clone)]
pub enum Block {
    /// The first line: what this is, of which cycle, on which day. Parts are joined by ` · `.
    Title(Vec<Line>),
    /// The name of a section.
    Heading(String),
    /// A sentence or a line of figures.
    Paragraph(Line),
    /// Lines of running text, as a description holds them; wrapped to the width.
    Prose(String),
    /// Names with values, one a line, the values in one column.
    Facts(Vec<(String, Line)>),
    Table(Table),
    Tree(Tree),
}

/// A run of spans that stands on one line.
pub type Line = Vec<Span>;

/// Rows under columns. Every row has one cell a column.
#[derive(Debug, Clone, Default)]
pub struct Table {
    pub columns: Vec<Column>,
    pub rows: Vec<Vec<Cell>>,
}

/// A tree whose lines have columns to their right: the label is drawn with the branches.
#[derive(Debug, Clone, Default)]
pub struct Tree {
    /// The columns to the right of the labels.
    pub columns: Vec<Column>,
    pub roots: Vec<Node>,
}

/// A line of a tree.
#[derive(Debug, Clone, Default)]
pub struct Node {
    pub label: Line,
    /// One cell a column of the tree.
    pub cells: Vec<Cell>,
    pub children: Vec<Node>,
    /// How many lines below this one are folded away.
    pub folded: usize,
}

/// What stands in one column, and how it gives way where there is little room.
#[derive(Debug, Clone)]
pub struct Column {
    /// The name that machines read: snake_case, never translated.
    pub name: &'static str,
    /// The heading that people read; empty for none.
    pub title: String,
    pub align: Align,
    pub audience: Audience,
    pub room: Room,
    /// Whether words that are cut on one line go on below, in this column of a table.
    pub wraps: bool,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Align {
    Left,
    Right,
}

/// Who sees a column.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Audience {
    /// Terminal, Markdown, HTML and CSV.
    Everyone,
    /// People only: a picture or a repetition that CSV does not want.
    People,
    /// CSV only: what people see elsewhere on the screen, or do not want.
    Machines,
}

/// What a column does when the terminal is too narrow for all.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Room {
    /// It stays as wide as its widest cell.
    Fixed,
    /// It may be cut, with an ellipsis, down to so many columns.
    Shrinks(usize),
    /// It is left out; the highest number goes first.
    Goes(u8),
    /// It is only drawn where no word is cut for it; the highest number goes first.
    Spare(u8),
}

impl Column {
    pub fn new(name: &'static str, title: impl Into<String>) -> Self {
        let (align, audience, room) = (Align::Left, Audience::Everyone, Room::Fixed);
        Self { name, title: title.into(), align, audience, room, wraps: false }
    }

    pub fn right(mut self) -> Self {
        self.align = Align::Right;
        self
    }

    pub fn shrinks(mut self, to: usize) -> Self {
        self.room = Room::Shrinks(to);
        self
    }

    pub fn wraps(mut self) -> Self {
        self.wraps = true;
        self
    }

    pub fn goes(mut self, when: u8) -> Self {
        self.room = Room::Goes(when);
        self
    }

    pub fn spare(mut self, when: u8) -> Self {
        self.room = Room::Spare(when);
        self
    }

    pub fn for_people(mut self) -> Self {
        self.audience = Audience::People;
        self
    }

    pub fn for_machines(mut self) -> Self {
        self.audience = Audience::Machines;
        self
    }
}

impl Document {
    pub fn push(&mut self, block: Block) -> &mut Self {
        self.blocks.push(block);
        self
    }

    /// What CSV prints: the sheet, else the first table or tree.
    pub fn main(&self) -> Option<&Block> {
        if self.sheet.is_some() {
            return self.sheet.as_ref();
        }
        self.blocks.iter().find(|block| matches!(block, Block::Table(_) | Block::Tree(_)))
    }
}
