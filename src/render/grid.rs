//! Cells lined up under their heads with comfy-table: no lines, two blanks between columns. What wraps goes on below, within its
//! column.

use std::collections::VecDeque;

use comfy_table::{CellAlignment, ContentArrangement, Table as Comfy, presets};

use crate::view::{Align, Column, Line, Room, Span};

use super::cell::Drawn;
use super::layout::{GAP, Wish, fit};
use super::{Look, line};

/// A column of words shrinks to this before lines are cut.
const MIN_WORDS: usize = 8;

/// How a column is headed and laid out.
pub struct Head {
    title: Line,
    align: Align,
    room: Room,
    wraps: bool,
}

impl Head {
    pub fn of(column: &Column, look: &Look) -> Self {
        Self {
            title: line::shown(&[Span::dim(&column.title)], look),
            align: column.align,
            room: column.room,
            wraps: column.wraps,
        }
    }

    /// The same, cut where it would wrap.
    pub fn on_one_line(self) -> Self {
        Self { wraps: false, ..self }
    }

    /// A column without a heading that shrinks.
    pub fn unnamed(to: usize) -> Self {
        Self { title: Line::new(), align: Align::Left, room: Room::Shrinks(to), wraps: false }
    }
}

/// The lines of a table; one a row, or more where a column wraps.
pub struct Lines {
    /// Absent if no column that is drawn has a title.
    pub head: Option<String>,
    pub rows: Vec<String>,
}

/// Lays the rows out. A row has one cell a head.
pub fn lines(heads: &[Head], rows: &[Vec<Drawn>], look: &Look) -> Lines {
    let wishes: Vec<Wish> = (0..heads.len()).map(|at| wish(&heads[at], at, rows)).collect();
    let widths = fit(&wishes, look.columns());
    let drawn: Vec<usize> = (0..heads.len()).filter(|at| widths[*at] > 0).collect();
    if drawn.is_empty() {
        return Lines { head: None, rows: vec![String::new(); rows.len()] };
    }
    let mut table = Comfy::new();
    table.load_style(presets::NOTHING).force_no_tty().set_content_arrangement(ContentArrangement::Disabled);
    let headed = drawn.iter().any(|at| !heads[*at].title.is_empty());
    // The table is laid out in plain words: comfy-table would have to parse colours to know how wide a cell is.
    let mut cells: Vec<Vec<Line>> = Vec::with_capacity(rows.len() + 1);
    if headed {
        let titles: Vec<Line> = drawn.iter().map(|at| line::cut(&heads[*at].title, widths[*at], look)).collect();
        table.set_header(titles.iter().map(|title| line::plain(title)));
        cells.push(titles);
    }
    for row in rows {
        let mut columns: Vec<VecDeque<Line>> = drawn
            .iter()
            .map(|at| match row.get(*at) {
                Some(cell) if heads[*at].wraps => cell.below(widths[*at], look).into(),
                Some(cell) => VecDeque::from([cell.at(widths[*at], look)]),
                None => VecDeque::new(),
            })
            .collect();
        for _ in 0..columns.iter().map(VecDeque::len).max().unwrap_or(0).max(1) {
            let line: Vec<Line> = columns.iter_mut().map(|lines| lines.pop_front().unwrap_or_default()).collect();
            table.add_row(line.iter().map(|cell| line::plain(cell)));
            cells.push(line);
        }
    }
    align(&mut table, heads, &drawn);
    let drawn = table.lines().zip(&cells);
    let mut lines = drawn.map(|(line, cells)| trimmed(if look.colour { coloured(&line, cells, look) } else { line }));
    let head = if headed { lines.next() } else { None };
    Lines { head, rows: lines.collect() }
}

/// What a column asks for: as much as its widest cell and its title; nothing if nothing is in it and it may go.
fn wish(head: &Head, at: usize, rows: &[Vec<Drawn>]) -> Wish {
    let cells = || rows.iter().filter_map(|row| row.get(at));
    let may_go = matches!(head.room, Room::Goes(_) | Room::Spare(_));
    if may_go && cells().all(Drawn::is_missing) {
        return Wish { natural: 0, room: head.room, eases: 0, least: 0 };
    }
    let widest = cells().map(Drawn::columns).max().unwrap_or(0);
    let natural = widest.max(line::columns(&head.title));
    let pictures = cells().filter_map(Drawn::gives_way);
    let (eases, least) = pictures.reduce(|a, b| (a.0.max(b.0), a.1.max(b.1))).unwrap_or(match head.room {
        Room::Shrinks(to) => (natural, to.min(MIN_WORDS)),
        Room::Fixed | Room::Goes(_) | Room::Spare(_) => (natural, natural),
    });
    Wish { natural, room: head.room, eases: eases.min(natural), least: least.min(natural) }
}

fn align(table: &mut Comfy, heads: &[Head], drawn: &[usize]) {
    let gap = u16::try_from(GAP).unwrap_or(1);
    for (column, at) in table.column_iter_mut().zip(drawn) {
        let last = drawn.last() == Some(at);
        column.set_padding((0, if last { 0 } else { gap }));
        column.set_cell_alignment(match heads[*at].align {
            Align::Left => CellAlignment::Left,
            Align::Right => CellAlignment::Right,
        });
    }
}

/// A line of the table with its cells in their colours. Between them, and before the first, it has only blanks.
fn coloured(line: &str, cells: &[Line], look: &Look) -> String {
    let mut out = String::with_capacity(2 * line.len());
    let mut rest = line;
    for cell in cells {
        let text = line::plain(cell);
        if let Some((blanks, after)) = rest.split_once(&text).filter(|_| !text.trim().is_empty()) {
            out.extend([blanks, &line::painted(cell, look)]);
            rest = after;
        }
    }
    out + rest
}

fn trimmed(mut line: String) -> String {
    line.truncate(line.trim_end().len());
    line
}
