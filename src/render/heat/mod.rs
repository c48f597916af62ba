//! Check-ins by row and day on the terminal: a glance shows who keeps them up and when they stopped.

mod days;
mod signs;

#[cfg(test)]
mod pictures;

use crate::language::{marked, text};
use crate::view::{Align, Heat, HeatRow, Line, Role, Span};

use self::days::Days;
use self::signs::Signs;
use super::width::{pad, width};
use super::wrap::wrapped;
use super::{Look, line};

/// In fewer columns there is nothing to see.
const LEAST: usize = 30;
/// A label is cut down to this before days become weeks, and to the second before weeks are left out.
const EASY_LABEL: usize = 18;
const LEAST_LABEL: usize = 10;
/// The heading of the sums.
const TOTAL: &str = marked!("TOTAL");
const GAP: usize = 2;

/// The map's lines: what it is of, the days, a line a row, and what the signs mean. Nothing where there is no room.
pub fn heat(heat: &Heat, look: &Look) -> String {
    let count = heat.rows.iter().map(|row| row.counts.len()).max().unwrap_or(0);
    let columns = look.columns();
    if columns < LEAST || count == 0 {
        return String::new();
    }
    let labels: Vec<Line> = heat.rows.iter().map(|row| line::shown(std::slice::from_ref(&row.label), look)).collect();
    let widest = labels.iter().map(|label| line::columns(label)).max().unwrap_or(0);
    let totals: Vec<String> = heat.rows.iter().map(|row| total(row).to_string()).collect();
    let heading = text(TOTAL);
    let total_room = totals.iter().map(String::len).chain([width(heading)]).max().unwrap_or(0);

    let beside = |label: usize| columns.saturating_sub(label + total_room + 2 * GAP);
    let days = Days::fitting(heat.first, count, beside(widest.min(EASY_LABEL)), beside(widest.min(LEAST_LABEL)));
    let label_room = widest.min(columns.saturating_sub(days.columns() + total_room + 2 * GAP));
    let signs = Signs::of(&days, heat, look);

    let mut lines = wrapped(&line::shown(&[Span::strong(&heat.title)], look), columns);
    let beginning = " ".repeat(label_room + GAP);
    let head = vec![Span::plain(beginning), Span::dim(days.head())];
    lines.push(ended(head, heading, total_room, Role::Dim));
    for ((row, label), total) in heat.rows.iter().zip(&labels).zip(&totals) {
        let mut line = line::cut(label, label_room, look);
        line.push(Span::plain(" ".repeat(label_room + GAP - line::columns(&line))));
        line.extend(days.cells(&row.counts, &signs));
        let role = if total == "0" { Role::Dim } else { Role::Plain };
        lines.push(ended(line, total, total_room, role));
    }
    lines.extend(wrapped(&line::shown(&signs.legend(&days), look), columns));
    lines.into_iter().fold(String::new(), |out, mut one| {
        line::trim_end(&mut one);
        out + &line::painted(&line::joined(one), look) + "\n"
    })
}

fn total(row: &HeatRow) -> usize {
    row.counts.iter().fold(0, |sum, count| sum.saturating_add(*count))
}

/// A line with its sum at the right.
fn ended(mut line: Line, total: &str, room: usize, role: Role) -> Line {
    line.push(Span::plain(" ".repeat(GAP)));
    line.push(Span::new(pad(total, room, Align::Right), role));
    line
}
