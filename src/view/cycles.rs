//! Cycles.

use chrono::Datelike;

use super::cell::{Cell, Role, Span};
use super::document::{Block, Column, Document, Line, Table};
use super::words;
use crate::language::{count, say};
use crate::report::{By, CycleList, CycleRow, CycleShow, TotalRow};

/// All cycles as a document.
pub fn cycle_list(report: &CycleList) -> Document {
    let mut document = Document::default();
    document.push(Block::Title(vec![
        vec![Span::strong(say!("Cycles"))],
        vec![Span::plain(count!(report.cycles.len(), "cycle", "cycles"))],
    ]));
    let columns = vec![
        Column::new("current", ""),
        Column::new("id", say!("CYCLE")),
        Column::new("title", "").shrinks(8),
        Column::new("start", say!(in "cycle", "START")).goes(4),
        Column::new("end", say!(in "cycle", "END")).goes(5),
        Column::new("state", say!("STATE")),
        Column::new("objectives", say!("OBJECTIVES")).right().goes(7),
        Column::new("bar", "").for_people(),
        Column::new("progress", say!("DONE")).right(),
        Column::new("expected", say!("PLAN")).right().goes(6),
        Column::new("gap_to_plan", "").for_machines(),
        Column::new("pace", say!("PACE")),
    ];
    let row = |row: &CycleRow| {
        let (cycle, total) = (&row.cycle, &row.total);
        let sign = if row.current { vec![Span::new("▶", Role::Good)] } else { Vec::new() };
        vec![
            Cell::Words { shown: sign, raw: row.current.to_string() },
            Cell::reference(cycle.id.to_string()),
            Cell::text(cycle.title.clone().unwrap_or_default()),
            day(cycle.start, report.as_of.year()),
            day(cycle.end, report.as_of.year()),
            Cell::text(state(row, report.as_of)),
            Cell::Count(total.objectives),
            words::bar(total.progress, total.expected, total.pace),
            Cell::Percent(total.progress),
            words::expected_cell(total.expected),
            words::gap_cell(total.gap_to_plan, total.pace),
            Cell::Pace(total.pace),
        ]
    };
    document.push(Block::Table(Table { columns, rows: report.cycles.iter().map(row).collect() }));
    document
}

fn day(day: chrono::NaiveDate, year: i32) -> Cell {
    Cell::Words { shown: vec![Span::plain(words::day(day, year))], raw: day.to_string() }
}

fn state(row: &CycleRow, as_of: chrono::NaiveDate) -> String {
    let cycle = &row.cycle;
    if cycle.closed_by(as_of).is_some() {
        say!("closed").to_owned()
    } else if as_of < cycle.start {
        say!("to come").to_owned()
    } else if as_of > cycle.end {
        say!("ended").to_owned()
    } else {
        words::day_of_cycle(cycle)
    }
}

/// One cycle as a document.
pub fn cycle_show(report: &CycleShow) -> Document {
    let mut document = Document::default();
    document.push(Block::Title(words::cycle_title(&report.cycle, report.as_of)));
    let mut facts: Vec<(String, Line)> = Vec::new();
    if report.cycle.closed_by(report.as_of).is_none() {
        let left = count!(usize::try_from(report.days_left).unwrap_or(0), "day", "days");
        facts.push((say!("left").to_owned(), vec![Span::plain(left)]));
    }
    facts.push((say!("progress").to_owned(), progress(&report.total)));
    if report.total.objectives > 0 {
        let mut objectives = vec![Span::plain(format!("{}{}", report.total.objectives, say!(": ")))];
        objectives.extend(words::pace_counts(&report.total));
        facts.push((say!("objectives").to_owned(), objectives));
    } else {
        facts.push((say!("objectives").to_owned(), vec![Span::plain(say!("none yet"))]));
    }
    facts.push((say!("key results").to_owned(), key_results(report)));
    facts
        .push((say!(in "number", "check-ins").to_owned(), vec![Span::plain(report.key_results.check_ins.to_string())]));
    document.push(Block::Facts(facts));
    document.push(Block::Table(levels(report)));
    document
}

fn progress(total: &TotalRow) -> Line {
    let mut line = vec![Span::strong(words::progress_of_expected(total.progress, total.expected))];
    if total.progress.is_some() {
        line.push(Span::plain(say!(" expected, ")));
        line.extend(words::gap_cell(total.gap_to_plan, total.pace).words());
    }
    line
}

fn key_results(report: &CycleShow) -> Line {
    let counts = &report.key_results;
    let paces = words::paces([
        counts.off_track,
        counts.at_risk,
        counts.on_track,
        counts.done,
        counts.too_early,
        counts.missing,
    ]);
    let mut line = vec![Span::plain(counts.all.to_string())];
    if !paces.is_empty() {
        line.push(Span::dim(say!(": ")));
        line.extend(paces);
    }
    if counts.stale > 0 {
        line.push(Span::new(say!("; {number} stale", number = counts.stale), Role::Warning));
    }
    line
}

fn levels(report: &CycleShow) -> Table {
    let columns = vec![
        Column::new("level", say!("LEVEL")),
        Column::new("objectives", say!("OBJECTIVES")).right(),
        Column::new("bar", "").for_people(),
        Column::new("progress", say!("DONE")).right(),
        Column::new("expected", say!("PLAN")).right(),
        Column::new("gap_to_plan", say!("TO PLAN")).right(),
        Column::new("off_track", "").for_machines(),
        Column::new("at_risk", "").for_machines(),
        Column::new("on_track", "").for_machines(),
        Column::new("done", "").for_machines(),
        Column::new("pace", say!("PACE")),
    ];
    let row = |total: &TotalRow| {
        vec![
            Cell::text(words::group_name(By::Level, total)),
            Cell::Count(total.objectives),
            words::bar(total.progress, total.expected, total.pace),
            Cell::Percent(total.progress),
            words::expected_cell(total.expected),
            words::gap_cell(total.gap_to_plan, total.pace),
            Cell::Count(total.by_pace.off_track),
            Cell::Count(total.by_pace.at_risk),
            Cell::Count(total.by_pace.on_track),
            Cell::Count(total.by_pace.done),
            Cell::Pace(total.pace),
        ]
    };
    Table { columns, rows: report.levels.iter().map(row).collect() }
}
