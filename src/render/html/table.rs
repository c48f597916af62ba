//! Tables, with headings that can be sorted by and values that machines sort.

use askama::Template;

use super::inline::{Face, shown};
use crate::language::pattern;
use crate::view::{Align, Audience, Cell, Column, Role, Room, Table};

/// A table with a name.
#[derive(Template)]
#[template(path = "table.html")]
pub struct Grid {
    caption: String,
    /// How each column stands: `r3` for figures in the third.
    classes: String,
    heads: Vec<Head>,
    /// Whether no column has a title that is seen.
    untitled: bool,
    rows: Vec<Vec<Field>>,
}

struct Head {
    title: String,
    /// What a column without a title is called, for those who hear the page.
    name: String,
}

struct Field {
    /// What it is sorted by, where that is not what is shown.
    value: Option<String>,
    face: Face,
}

impl Grid {
    /// The table, if there is anything in it.
    pub fn of(table: &Table, caption: &str) -> Option<Self> {
        let shown_columns: Vec<usize> = (0..table.columns.len()).filter(|at| is_shown(table, *at)).collect();
        if table.rows.is_empty() || shown_columns.is_empty() {
            return None;
        }
        let field = |row: &[Cell], at: usize| Some(field(row.get(at)?, &table.columns[at]));
        let row = |row: &Vec<Cell>| shown_columns.iter().filter_map(|at| field(row, *at)).collect();
        Some(Self {
            caption: shown(caption),
            classes: classes((1..).zip(&shown_columns).map(|(place, at)| (place, class(table, *at)))),
            untitled: shown_columns.iter().all(|at| table.columns[*at].title.is_empty()),
            heads: shown_columns.iter().map(|at| head(&table.columns[*at])).collect(),
            rows: table.rows.iter().map(row).collect(),
        })
    }
}

fn head(column: &Column) -> Head {
    Head { title: shown(&column.title), name: name(column.name) }
}

/// A column's name for people; `[column]` tells it from other texts.
fn name(column: &str) -> String {
    let said = pattern(&format!("{column} [column]"));
    said.map_or_else(|| column.replace('_', " "), str::to_owned)
}

/// A cell, with a value to be sorted by where its words would be sorted wrongly.
fn field(cell: &Cell, column: &Column) -> Field {
    let face = Face::of(cell, column.name);
    let raw = cell.raw();
    let reference = cell.words().first().is_some_and(|span| span.role == Role::Reference);
    let figure = !reference && raw.starts_with(|c: char| c.is_ascii_digit() || c == '-') && raw != face.text();
    Field { value: figure.then(|| shown(&raw)), face }
}

/// The classes of all columns, each with its column's place: the style sheet knows what `r3` says of a third cell.
pub fn classes<'a>(columns: impl Iterator<Item = (usize, Vec<&'a str>)>) -> String {
    let each = columns.flat_map(|(place, names)| names.into_iter().map(move |name| format!("{name}{place}")));
    each.collect::<Vec<_>>().join(" ")
}

/// People's columns in which something stands.
pub fn is_shown(table: &Table, at: usize) -> bool {
    let mut cells = table.rows.iter().filter_map(|row| row.get(at));
    table.columns[at].audience != Audience::Machines && cells.any(|cell| !Face::of(cell, "").is_empty())
}

/// How a column stands and gives way: `r` for figures, `t` for words that may wrap, `p` and `m` for what is left out where
/// there is little room and on a phone.
fn class(table: &Table, at: usize) -> Vec<&'static str> {
    let column = &table.columns[at];
    let words = table.rows.iter().filter_map(|row| row.get(at)).flat_map(Cell::words);
    let text = words.map(|span| span.role).all(|role| role != Role::Reference);
    let mut class = Vec::new();
    if column.align == Align::Right {
        class.push("r");
    }
    if text && (column.wraps || matches!(column.room, Room::Shrinks(_))) {
        class.push("t");
    }
    match column.room {
        Room::Spare(_) => class.push("p"),
        Room::Goes(3..) => class.push("m"),
        _ => {}
    }
    class
}
