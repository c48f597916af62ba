//! What a report becomes before any format draws it: blocks of typed cells.

use chrono::NaiveDate;

use super::cell::{Cell, Role, Span};
pub use crate::model::Place;

/// A report, ready to be drawn by any format.
#[derive(Debug, Clone, Default)]
pub struct Document {
    pub blocks: Vec<Block>,
}

impl From<Table> for Document {
    fn from(table: Table) -> Self {
        Self { blocks: vec![Block::Table(table)] }
    }
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
    /// The few figures of one glance.
    Tiles(Vec<Tile>),
    /// Progress over time against the plan.
    Chart(Chart),
    /// How many check-ins there were, by row and day.
    Heat(Heat),
    /// A part of a longer document.
    Section(Section),
    /// Lines of a file as they stand in it.
    Code(Code),
    /// Something that a check found.
    Finding(Box<Finding>),
}

/// Lines of a file, under its name.
#[derive(Debug, Clone)]
pub struct Code {
    pub caption: String,
    pub text: String,
}

/// Something that a check found: what, where, and what to do about it.
#[derive(Debug, Clone)]
pub struct Finding {
    pub code: &'static str,
    pub name: &'static str,
    /// `error`, `warning` or `advice`.
    pub severity: &'static str,
    pub role: Role,
    pub message: String,
    pub help: String,
    pub file: String,
    pub place: Option<Place>,
    /// What its rule finds, and why that matters.
    pub what: &'static str,
    pub why: &'static str,
}

/// A figure to be seen first, with what it is and what explains it: `40 %`, `progress`, `58 % expected`.
#[derive(Debug, Clone)]
pub struct Tile {
    pub label: String,
    pub value: Span,
    pub detail: Line,
}

/// A part of a longer document, with a heading of its own.
#[derive(Debug, Clone)]
pub struct Section {
    /// What links within a page name it by: letters, digits and hyphens.
    pub id: String,
    pub title: String,
    /// What is worth knowing of it while it is folded.
    pub summary: Line,
    /// Whether it is folded away where a format can do that.
    pub folded: bool,
    pub blocks: Vec<Block>,
}

/// Progress over time: what was reached, the plan line, and where it may end. Progress is 0–1, unclamped.
#[derive(Debug, Clone)]
pub struct Chart {
    /// What is drawn: for captions and for those who hear the page.
    pub title: String,
    pub reference: Option<Span>,
    /// The days at the left and right edge.
    pub first: NaiveDate,
    pub last: NaiveDate,
    /// The report's day.
    pub today: NaiveDate,
    /// What was expected, as straight lines between points.
    pub plan: Vec<(NaiveDate, f64)>,
    /// What was reached, from the first day to today; each value holds until the next.
    pub reached: Vec<(NaiveDate, f64)>,
    pub forecast: Option<ChartForecast>,
    /// What progress 0 and 1 stand for, in the metric's own words: `31` and `50 points`.
    pub bottom: String,
    pub top: String,
    /// How it stands, as a colour.
    pub role: Role,
}

/// Where a progress may end: a straight line with a widening band from today to a day.
#[derive(Debug, Clone, Copy)]
pub struct ChartForecast {
    pub day: NaiveDate,
    pub low: f64,
    pub middle: f64,
    pub high: f64,
    /// Where the line stands today.
    pub today: f64,
}

/// Check-ins by row and day.
#[derive(Debug, Clone)]
pub struct Heat {
    pub title: String,
    /// The first day of the first cell; one cell a day.
    pub first: NaiveDate,
    pub rows: Vec<HeatRow>,
}

/// One row of a heat map: as many counts as there are days.
#[derive(Debug, Clone)]
pub struct HeatRow {
    pub label: Span,
    pub counts: Vec<usize>,
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

impl Tile {
    pub fn value_line(&self) -> Line {
        vec![self.value.clone()]
    }
}

impl Document {
    pub fn push(&mut self, block: Block) -> &mut Self {
        self.blocks.push(block);
        self
    }

    /// What CSV prints: the first table or tree.
    pub fn main(&self) -> Option<&Block> {
        let mut all = self.blocks.iter().flat_map(Block::with_parts);
        all.find(|block| matches!(block, Block::Table(_) | Block::Tree(_)))
    }
}

impl Block {
    /// The block itself, or the blocks of a section at any depth.
    pub fn with_parts(&self) -> Box<dyn Iterator<Item = &Block> + '_> {
        match self {
            Block::Section(section) => Box::new(section.blocks.iter().flat_map(Block::with_parts)),
            other => Box::new(std::iter::once(other)),
        }
    }
}
