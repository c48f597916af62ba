//! Lists of objectives.

use crate::language::{count, say};
use crate::model::Zone;
use chrono::Datelike;

use super::cell::{Cell, Span};
use super::document::{Block, Column, Document, Table};
use super::names::Names;
use super::{chart, words};
use crate::report::{self, ObjectiveReport};

/// A list of objectives as a document.
pub fn list(report: &report::List, names: &Names, zone: Zone) -> Document {
    let mut document = Document::default();
    let mut title = words::cycle_title(&report.cycle, report.as_of);
    let shown = count!(report.objectives.len(), "objective", "objectives");
    title.push(vec![Span::plain(if report.objectives.len() < report.of {
        say!("{shown} of {all}", shown, all = report.of)
    } else {
        shown
    })]);
    document.push(Block::Title(title));
    if report.objectives.is_empty() {
        document.push(Block::Paragraph(words::no_objectives(report.of, &report.cycle, report.as_of)));
    }
    let columns = vec![
        Column::new("ref", say!("OBJECTIVE")).shrinks(32),
        Column::new("title", "").shrinks(12),
        Column::new("cycle", "").for_machines(),
        Column::new("owner", say!("OWNER")).goes(4),
        Column::new("level", "").for_machines(),
        Column::new("kind", "").for_machines(),
        Column::new("state", "").for_machines(),
        Column::new("key_results", say!("KRS")).right().spare(9),
        Column::new("bar", "").for_people(),
        Column::new("course", "").for_people().goes(5),
        Column::new("progress", say!("DONE")).right(),
        Column::new("expected", say!("PLAN")).right().goes(6),
        Column::new("gap_to_plan", "").for_machines(),
        Column::new("pace", say!("PACE")),
        Column::new("status", "").for_machines(),
        Column::new("confidence", say!("CONF")).right().spare(8),
        Column::new("updated", say!("LAST CHECK-IN")).spare(7),
    ];
    let row = |one: &ObjectiveReport| {
        vec![
            Cell::short_reference(names.objective(&one.reference), &one.reference),
            Cell::text(&one.title),
            Cell::text(one.cycle.to_string()),
            Cell::Words { shown: vec![Span::plain(&one.owner_name)], raw: one.owner.to_string() },
            Cell::text(one.level.as_str()),
            Cell::text(one.kind.as_str()),
            Cell::text(one.state.as_str()),
            Cell::Count(one.key_results.len()),
            words::bar(one.progress, one.expected, one.pace),
            chart::spark(&one.course, one.pace),
            Cell::Percent(one.progress),
            words::expected_cell(one.expected),
            words::gap_cell(one.gap_to_plan, one.pace),
            if one.state.is_open() {
                words::pace_cell(one.pace, one.status, one.disagrees)
            } else {
                Cell::Words {
                    shown: vec![Span::dim(words::state(&one.state))],
                    raw: one.pace.map(|pace| pace.to_string()).unwrap_or_default(),
                }
            },
            Cell::Status(one.status),
            one.confidence.map_or(Cell::text(""), |level| Cell::dim(level.to_string())),
            one.updated_at.map_or(Cell::Missing("never"), |at| Cell::Instant { at, zone, year: report.as_of.year() }),
        ]
    };
    document.push(Block::Table(Table { columns, rows: report.objectives.iter().map(row).collect() }));
    document
}
