//! The cadence report.

use crate::language::{count, say};
use crate::model::Zone;
use chrono::{Datelike, NaiveDate};

use super::cell::{Cell, Role, Span};
use super::document::{Block, Column, Document, Heat, HeatRow, Line, Table};
use super::names::Names;
use super::words;
use crate::model::Progress;
use crate::report::{self, KeyResultReport, PersonRow, Week};

/// A cadence report as a document.
pub fn cadence(report: &report::Cadence, names: &Names, zone: Zone) -> Document {
    let mut document = Document::default();
    let year = report.as_of.year();
    document.push(Block::Title(vec![
        vec![Span::strong(say!("Cadence"))],
        words::cycle_name(&report.cycle),
        vec![Span::plain(say!("as of {day}", day = words::day(report.as_of, year)))],
        vec![Span::plain(count!(report.check_ins, "check-in", "check-ins"))],
    ]));
    document.blocks.extend(blocks(report, names, zone));
    document
}

/// Its parts, for a longer document too.
pub fn blocks(report: &report::Cadence, names: &Names, zone: Zone) -> Vec<Block> {
    let year = report.as_of.year();
    let mut blocks = vec![Block::Paragraph(summary(report))];
    if report.since > report.cycle.start {
        let since = words::day(report.since, year);
        blocks.push(Block::Paragraph(vec![Span::plain(say!("Weeks and days are told from {since} on.", since))]));
    }
    if report.people.iter().any(|row| row.check_ins > 0) {
        blocks.push(Block::Heat(heat(report)));
    }
    if !report.people.is_empty() {
        blocks.push(Block::Heading(say!("People").to_owned()));
        blocks.push(Block::Table(people(&report.people, year)));
    }
    if !report.weeks.is_empty() {
        blocks.push(Block::Heading(say!("On time, by week").to_owned()));
        blocks.push(Block::Table(weeks(&report.weeks, year)));
    }
    if !report.stale.is_empty() {
        blocks.push(Block::Heading(say!("No check-in for more than {days} days", days = report.stale_after)));
        blocks.push(Block::Table(stale(&report.stale, names, year, zone)));
    }
    blocks
}

fn summary(report: &report::Cadence) -> Line {
    let Some(week) = report.weeks.last().filter(|week| week.open > 0) else {
        return vec![Span::plain(say!("No key result waits for a check-in."))];
    };
    let late = week.open - week.on_time;
    let role = if late == 0 { Role::Good } else { Role::Warning };
    let overdue = say!("{number} of {all} open key results", number = late, all = week.open);
    let (days, rest) = (report.stale_after, week.on_time);
    let words = match late {
        1 => say!(" is overdue, with no check-in for more than {days} days; {rest} not.", days, rest),
        _ => say!(" are overdue, with no check-in for more than {days} days; {rest} not.", days, rest),
    };
    vec![Span::new(overdue, role), Span::plain(words)]
}

/// The check-ins of everybody who made any, day by day.
pub fn heat(report: &report::Cadence) -> Heat {
    let busy = report.people.iter().filter(|row| row.check_ins > 0);
    Heat {
        title: say!("Check-ins by person and day").to_owned(),
        first: report.since,
        rows: busy.map(|row| HeatRow { label: Span::plain(&row.name), counts: row.days.clone() }).collect(),
    }
}

fn people(all: &[PersonRow], year: i32) -> Table {
    let columns = vec![
        Column::new("person", say!("WHO")).shrinks(16),
        Column::new("name", "").shrinks(10),
        Column::new("check_ins", say!("CHECK-INS")).right(),
        Column::new("last", say!("LAST")).right(),
        Column::new("key_results", say!("OPEN KRS")).right(),
        Column::new("stale", say!("STALE")).right(),
    ];
    let row = |row: &PersonRow| {
        vec![
            Cell::text(&row.person),
            if row.name == row.person { Cell::text("") } else { Cell::dim(&row.name) },
            Cell::Count(row.check_ins),
            day(row.last, year),
            Cell::Count(row.key_results),
            stale_count(row.stale),
        ]
    };
    Table { columns, rows: all.iter().map(row).collect() }
}

fn stale_count(count: usize) -> Cell {
    let role = if count > 0 { Role::Warning } else { Role::Dim };
    Cell::Words { shown: vec![Span::new(count.to_string(), role)], raw: count.to_string() }
}

fn day(day: Option<NaiveDate>, year: i32) -> Cell {
    day.map_or(Cell::Missing("never"), |day| Cell::Words {
        shown: vec![Span::plain(words::day(day, year))],
        raw: day.to_string(),
    })
}

fn weeks(all: &[Week], year: i32) -> Table {
    let columns = vec![
        Column::new("first", say!("WEEK")),
        Column::new("last", "").for_machines(),
        Column::new("bar", "").for_people().goes(1),
        Column::new("share", say!("ON TIME")).right(),
        Column::new("on_time", "").for_machines(),
        Column::new("open", say!("OPEN KRS")).right(),
        Column::new("check_ins", say!("CHECK-INS")).right(),
    ];
    let row = |week: &Week| {
        let share = week.share.map(Progress::from);
        let role = match share.map(Progress::ratio) {
            Some(share) if share >= 0.9 => Role::Good,
            Some(share) if share >= 0.6 => Role::Warning,
            _ => Role::Bad,
        };
        vec![
            Cell::Words {
                shown: vec![Span::plain(words::days(week.first, week.last, year))],
                raw: week.first.to_string(),
            },
            Cell::Day(week.last),
            Cell::Bar { progress: share, expected: None, role },
            Cell::Percent(share),
            Cell::Count(week.on_time),
            Cell::Count(week.open),
            Cell::Count(week.check_ins),
        ]
    };
    Table { columns, rows: all.iter().map(row).collect() }
}

fn stale(all: &[KeyResultReport], names: &Names, year: i32, zone: Zone) -> Table {
    let columns = vec![
        Column::new("ref", say!("KEY RESULT")).shrinks(32),
        Column::new("title", "").shrinks(12),
        Column::new("owner", say!("OWNER")).goes(2),
        Column::new("updated", say!("LAST")).right().goes(1),
        Column::new("days", say!("DAYS")).right(),
    ];
    let row = |kr: &KeyResultReport| {
        let days = kr.stale_days.map_or(String::new(), |days| days.to_string());
        vec![
            Cell::short_reference(names.reference(&kr.reference), &kr.reference),
            Cell::text(&kr.title),
            Cell::text(kr.owner.to_string()),
            day(kr.updated_at.map(|at| at.with_timezone(&zone).date_naive()), year),
            Cell::Words { shown: vec![Span::new(&days, Role::Warning)], raw: days },
        ]
    };
    Table { columns, rows: all.iter().map(row).collect() }
}
