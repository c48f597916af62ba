//! The gap report.

use chrono::Datelike;

use super::cell::{Cell, Role, Span};
use super::document::{Block, Column, Document, Line, Table};
use super::names::Names;
use super::{forecast, metric_words, words};
use crate::language::{count, marked, say, text};
use crate::model::Level;
use crate::report::{self, By, Group, KeyResultReport, ObjectiveReport, Sort, TotalRow};

/// The heading of the objectives' table.
pub const OBJECTIVES: &str = marked!("Objectives");

/// More units or owners than this are not summed up one by one where not all rows are told.
const MOST_TOTALS: usize = 100;

/// A gap report as a document.
pub fn gap(report: &report::Gap, names: &Names) -> Document {
    let mut document = Document::default();
    let year = report.as_of.year();
    document.push(Block::Title(vec![
        vec![Span::strong(say!("Gap"))],
        words::cycle_name(&report.cycle),
        vec![Span::plain(say!("as of {day}", day = words::day(report.as_of, year)))],
        vec![Span::dim(order(report.sort))],
        report.since.map_or(vec![], |day| vec![Span::dim(say!("change since {day}", day = words::day(day, year)))]),
    ]));
    if report.total.objectives == 0 {
        document.push(Block::Paragraph(vec![Span::plain(say!("No objectives here."))]));
    }
    for group in &report.groups {
        if let Some(name) = &group.name {
            document.push(Block::Heading(heading(group, name, report.by)));
            document.push(Block::Paragraph(total_line(&group.total)));
        }
        document.push(Block::Table(key_results(group, names, report.since.is_some())));
        document.blocks.extend(more(group.untold.0, count!(group.untold.0, "more key result", "more key results")));
    }
    if report.total.objectives > 0 {
        document.push(Block::Heading(text(OBJECTIVES).to_owned()));
        let objectives = report.groups.iter().flat_map(|group| &group.objectives[..group.told]).collect();
        document.push(Block::Table(objectives_table(objectives, report.sort, names)));
        let untold: usize = report.groups.iter().map(|group| group.untold.1).sum();
        document.blocks.extend(more(untold, count!(untold, "more objective", "more objectives")));
        document.push(Block::Heading(say!("Totals").to_owned()));
        document.push(Block::Table(totals(report)));
        document.push(Block::Paragraph(summary(report, names)));
    }
    document
}

/// What the rows of a group have in common.
fn heading(group: &Group, name: &str, by: Option<By>) -> String {
    by.map_or_else(|| name.to_owned(), |by| words::named(by, group.key.as_deref().unwrap_or_default(), name))
}

fn order(sort: Sort) -> &'static str {
    match sort {
        Sort::Gap => say!("worst first"),
        Sort::Progress => say!("least progress first"),
        Sort::Ref => say!("by reference"),
        Sort::Title => say!("by title"),
        Sort::Updated => say!("longest without a check-in first"),
        Sort::Status => say!("worst status first"),
    }
}

/// `1 objective, 40 % of 58 %, −18 pp`.
fn total_line(total: &TotalRow) -> Line {
    let count = count!(total.objectives, "objective", "objectives");
    let mut line = vec![
        Span::plain(count),
        Span::plain(say!(", ")),
        Span::plain(words::progress_of_expected(total.progress, total.expected)),
    ];
    if let Some(gap) = total.gap_to_plan {
        line.push(Span::plain(say!(", ")));
        line.extend(words::gap_cell(Some(gap), total.pace).words());
    }
    line
}

fn key_results(group: &Group, names: &Names, changes: bool) -> Table {
    let mut columns = vec![
        Column::new("ref", say!("KEY RESULT")).shrinks(32),
        Column::new("title", "").shrinks(9),
        Column::new("start", say!("START")).right().goes(5),
        Column::new("value", say!("NOW")).right().goes(1),
        Column::new("target", say!("TARGET")).right().goes(3),
        Column::new("to_go", say!("TO GO")).right().goes(4),
        Column::new("expected", say!("PLAN")).right().goes(6),
        Column::new("progress", say!("DONE")).right(),
        Column::new("gap_to_plan", say!("TO PLAN")).right(),
        Column::new("pace", say!("PACE")),
        forecast::column(group.key_results().map(|(_, kr)| kr), 2),
        Column::new("confidence", say!("CONF")).right().spare(7),
    ];
    let at = 9;
    if changes {
        columns.insert(at, Column::new("change", say!("CHANGE")).right());
    }
    let row = |(_, kr): (&ObjectiveReport, &KeyResultReport)| {
        let metric = kr.metric.as_ref();
        let now = metric.zip(kr.reading.as_ref()).map(|(metric, reading)| match metric {
            crate::model::Metric::Milestones(steps) => match reading.value() {
                crate::model::Value::Steps(reached) => say!("{reached} of {all}", reached, all = steps.len()),
                _ => metric_words::bare(metric, reading),
            },
            metric => metric_words::bare(metric, reading),
        });
        let mut cells = vec![
            Cell::short_reference(names.reference(&kr.reference), &kr.reference),
            Cell::text(&kr.title),
            metric_words::start_cell(metric),
            now.map_or(Cell::Missing("no value yet"), Cell::strong),
            metric.map_or(Cell::Missing("no measure"), |metric| Cell::text(metric_words::target(metric))),
            metric_words::to_go_cell(metric, kr.to_go),
            words::expected_cell(kr.expected),
            Cell::Percent(kr.progress),
            words::gap_cell(kr.gap_to_plan, kr.pace),
            words::pace_cell(kr.pace, kr.status, kr.disagrees),
            forecast::cell(kr),
            kr.confidence.map_or(Cell::text(""), |level| Cell::dim(format!("{level}/10"))),
        ];
        if changes {
            cells.insert(at, words::change_cell(kr.change));
        }
        cells
    };
    Table { columns, rows: group.key_results().map(row).collect() }
}

/// `39,600 more key results`, and how to see them; nothing where all are told.
fn more(untold: usize, how_many: String) -> Option<Block> {
    let words = || say!("{how_many} in this order; --all shows them.", how_many);
    (untold > 0).then(|| Block::Paragraph(vec![Span::dim(words())]))
}

fn objectives_table(mut objectives: Vec<&ObjectiveReport>, sort: Sort, names: &Names) -> Table {
    objectives.sort_by(|a, b| sort.rows(*a, *b));
    let columns = vec![
        Column::new("ref", say!("OBJECTIVE")).shrinks(32),
        Column::new("title", "").shrinks(12),
        Column::new("bar", "").for_people().goes(2),
        Column::new("expected", say!("PLAN")).right().goes(1),
        Column::new("progress", say!("DONE")).right(),
        Column::new("gap_to_plan", say!("TO PLAN")).right(),
        Column::new("pace", say!("PACE")),
    ];
    let row = |one: &ObjectiveReport| {
        vec![
            Cell::short_reference(names.objective(&one.reference), &one.reference),
            Cell::text(&one.title),
            words::bar(one.progress, one.expected, one.pace),
            words::expected_cell(one.expected),
            Cell::Percent(one.progress),
            words::gap_cell(one.gap_to_plan, one.pace),
            words::pace_cell(one.pace, one.status, one.disagrees),
        ]
    };
    Table { columns, rows: objectives.into_iter().map(row).collect() }
}

fn totals(report: &report::Gap) -> Table {
    let columns = vec![
        Column::new("by", say!("BY")),
        Column::new("name", "").shrinks(12),
        Column::new("objectives", say!("OBJECTIVES")).right(),
        Column::new("expected", say!("PLAN")).right(),
        Column::new("progress", say!("DONE")).right(),
        Column::new("gap_to_plan", say!("TO PLAN")).right(),
        Column::new("pace", say!("PACE")),
    ];
    let row = |(by, total): (&'static str, &TotalRow)| {
        let name = match by {
            "level" => words::group_name(By::Level, total),
            "unit" => words::group_name(By::Unit, total),
            _ => total.name.clone(),
        };
        vec![
            Cell::dim(words::by(by)),
            Cell::text(name),
            Cell::Count(total.objectives),
            words::expected_cell(total.expected),
            Cell::Percent(total.progress),
            words::gap_cell(total.gap_to_plan, total.pace),
            Cell::Pace(total.pace),
        ]
    };
    let levels = report.levels.iter().map(|total| ("level", total));
    let units = report.units.iter().map(|total| ("unit", total));
    let owners = report.owners.iter().map(|total| ("owner", total));
    let told = |rows: &[TotalRow]| (2..=MOST_TOTALS).contains(&rows.len()) || (report.is_whole() && rows.len() > 1);
    let rows = levels.chain(units.filter(|_| told(&report.units))).chain(owners.filter(|_| told(&report.owners)));
    Table { columns, rows: rows.map(row).chain([row(("all", &report.total))]).collect() }
}

fn summary(report: &report::Gap, names: &Names) -> Line {
    let all = report.measured;
    let behind = match (report.behind, all) {
        (_, 0) => say!("No key result can be measured yet.").to_owned(),
        _ if report.early => say!("It is too early to say who is behind the plan.").to_owned(),
        (0, 1) => say!("The one key result is on the plan or ahead of it.").to_owned(),
        (0, all) => say!("All {all} key results are on the plan or ahead of it.", all),
        (1, all) => say!("{behind} of {all} key results is behind the plan.", behind = 1, all),
        (behind, all) => say!("{behind} of {all} key results are behind the plan.", behind, all),
    };
    let mut line = vec![Span::plain(behind)];
    if report.missing > 0 {
        line.push(Span::dim(say!(" {number} not measured, and left out.", number = report.missing)));
    }
    if let Some((level, reference)) = &report.largest {
        line.push(Span::plain(match level {
            Level::Company => say!(" The company's largest gap: "),
            Level::Department => say!(" The department's largest gap: "),
            Level::Individual => say!(" The largest gap: "),
        }));
        line.push(Span::new(names.reference(reference), Role::Reference));
        line.push(Span::plain(say!(".")));
    }
    line
}
