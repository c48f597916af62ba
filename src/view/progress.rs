//! The progress report.

use chrono::Datelike;

use super::cell::{Cell, Role, Span};
use super::document::{Block, Column, Document, Table};
use super::names::Names;
use super::{chart, words};
use crate::language::say;
use crate::report::{self, By, ProgressRow, Trend};

/// A progress report as a document.
pub fn progress(report: &report::Progress, names: &Names) -> Document {
    let mut document = Document::default();
    let year = report.as_of.year();
    document.push(Block::Title(vec![
        vec![Span::strong(say!("Progress"))],
        words::cycle_name(&report.cycle),
        vec![Span::plain(say!("as of {day}", day = words::day(report.as_of, year)))],
        vec![Span::dim(say!("change since {day}", day = words::day(report.since, year)))],
    ]));
    if report.total.total.objectives == 0 {
        document.push(Block::Paragraph(vec![Span::plain(say!("No objectives here."))]));
        return document;
    }
    let all = report.by.is_none();
    let mut rows = vec![row("cycle", &report.total, names)];
    for (by, word, group) in groups(report) {
        let alone = group.len() == 1 && by != By::Objective;
        // Owners are mostly what their units and objectives say already.
        let wanted = report.by == Some(by) || (all && !alone && by != By::Owner);
        if wanted {
            rows.extend(group.iter().map(|one| row(word, one, names)));
        }
    }
    document.push(Block::Table(Table { columns: columns(), rows }));
    document.push(Block::Paragraph(words::pace_counts(&report.total.total)));
    document
}

/// The rows below the cycle's own, from the company down.
pub(super) fn groups(report: &report::Progress) -> [(By, &'static str, &[ProgressRow]); 4] {
    [
        (By::Level, "level", &report.levels),
        (By::Unit, "unit", &report.units),
        (By::Owner, "owner", &report.owners),
        (By::Objective, "objective", &report.objectives),
    ]
}

pub(super) fn columns() -> Vec<Column> {
    vec![
        Column::new("by", ""),
        Column::new("key", "").shrinks(18),
        Column::new("name", "").shrinks(10),
        Column::new("objectives", say!("OBJECTIVES")).right().spare(5),
        Column::new("bar", "").for_people().goes(5),
        Column::new("expected", say!("PLAN")).right().goes(4),
        Column::new("progress", say!("DONE")).right(),
        Column::new("before", "").for_machines(),
        Column::new("gap_to_plan", say!("TO PLAN")).right(),
        Column::new("change", say!("CHANGE")).right().goes(1),
        Column::new("course", "").for_people().goes(6),
        Column::new("trend", "").goes(7),
        Column::new("pace", say!("PACE")),
    ]
}

pub(super) fn row(by: &'static str, row: &ProgressRow, names: &Names) -> Vec<Cell> {
    let total = &row.total;
    let name = match by {
        // What a cycle without a title is called.
        "cycle" if total.name == "all" => say!("all").to_owned(),
        "level" => words::group_name(By::Level, total),
        "unit" => words::group_name(By::Unit, total),
        _ => total.name.clone(),
    };
    let key = match &row.reference {
        Some(reference) => Cell::short_reference(names.objective(reference), reference),
        None if by == "level" || by == "cycle" => Cell::Words { shown: Vec::new(), raw: total.key.clone() },
        None => Cell::text(&total.key),
    };
    vec![
        Cell::dim(words::by(by)),
        key,
        if by == "cycle" { Cell::strong(name) } else { Cell::text(name) },
        Cell::Count(total.objectives),
        words::bar(total.progress, total.expected, total.pace),
        words::expected_cell(total.expected),
        Cell::Percent(total.progress),
        Cell::Percent(row.before),
        words::gap_cell(total.gap_to_plan, total.pace),
        words::change_cell(row.change),
        chart::spark(&row.course, total.pace),
        trend(row.trend),
        Cell::Pace(total.pace),
    ]
}

fn trend(trend: Option<Trend>) -> Cell {
    let (words, raw, role) = match trend {
        Some(Trend::Gaining) => (say!("↗ gaining"), "gaining", Role::Good),
        Some(Trend::Keeping) => (say!("→ keeping"), "keeping", Role::Dim),
        Some(Trend::Losing) => (say!("↘ losing"), "losing", Role::Bad),
        None => return Cell::Missing("not measured before"),
    };
    Cell::Words { shown: vec![Span::new(words, role)], raw: raw.to_owned() }
}
