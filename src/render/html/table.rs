//! Tables, with headings that can be sorted by and values that machines sort.

use askama::Template;

use super::inline::{Face, shown};
use crate::view::{Align, Audience, Cell, Column, Role, Room, Table};

/// A table with a name.
#[derive(Template)]
#[template(path = "table.html")]
pub struct Grid {
    caption: String,
    heads: Vec<Head>,
    /// Whether no column has a title that is seen.
    untitled: bool,
    rows: Vec<Vec<Field>>,
}

struct Head {
    title: String,
    /// What a column without a title is called, for those who hear the page.
    name: String,
    class: String,
}

struct Field {
    class: String,
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
        let classes: Vec<String> = (0..table.columns.len()).map(|at| class(table, at)).collect();
        let head = |at: &usize| head(&table.columns[*at], &classes[*at]);
        let field = |row: &[Cell], at: usize| field(row.get(at)?, &table.columns[at], &classes[at]);
        let row = |row: &Vec<Cell>| shown_columns.iter().filter_map(|at| field(row, *at)).collect();
        Some(Self {
            caption: shown(caption),
            untitled: shown_columns.iter().all(|at| table.columns[*at].title.is_empty()),
            heads: shown_columns.iter().map(head).collect(),
            rows: table.rows.iter().map(row).collect(),
        })
    }
}

fn head(column: &Column, class: &str) -> Head {
    let name = column.name.replace('_', " ");
    Head { title: shown(&column.title), name, class: class.to_owned() }
}

fn field(cell: &Cell, column: &Column, class: &str) -> Option<Field> {
    let face = Face::of(cell, column.name);
    let raw = cell.raw();
    let value = (raw != face.text()).then(|| shown(&raw));
    Some(Field { class: class.to_owned(), value, face })
}

/// People's columns in which something stands.
pub fn is_shown(table: &Table, at: usize) -> bool {
    let mut cells = table.rows.iter().filter_map(|row| row.get(at));
    table.columns[at].audience != Audience::Machines && cells.any(|cell| !Face::of(cell, "").is_empty())
}

/// How a column stands and gives way: `r` for figures, `t` for words that may wrap, `p` and `m` for what is left out where
/// there is little room and on a phone.
fn class(table: &Table, at: usize) -> String {
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
    class.join(" ")
}
