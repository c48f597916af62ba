//! One person's desk.

use chrono::Datelike;

use super::cell::{Cell, Role, Span, pace_words, percent};
use super::document::{Block, Column, Document, Line, Table};
use super::names::Names;
use super::words;
use crate::language::{count, marked, say, text};
use crate::report::{Coming, DateRow, Matter, MatterRow, Standing, StatusReport};

/// A desk as a document.
pub fn status(report: &StatusReport, names: &Names) -> Document {
    let mut document = Document::default();
    document.push(Block::Title(words::cycle_title(&report.cycle, report.as_of)));
    document.push(Block::Paragraph(summary(report)));
    if !report.matters.is_empty() {
        document.push(Block::Table(matters(report, names)));
    }
    let advice = if closed(report) { Some(done_with(report)) } else { advice(report) };
    if let Some(advice) = advice {
        document.push(Block::Paragraph(advice));
    }
    if !report.dates.is_empty() {
        document.push(Block::Heading(say!(in "dates", "Next").to_owned()));
        document.push(Block::Table(dates(report, names)));
    }
    document
}

/// Whether the cycle was closed by the day of the report: nothing in it can be done any more.
fn closed(report: &StatusReport) -> bool {
    report.cycle.closed_by(report.as_of).is_some()
}

/// What can be done with a closed cycle.
fn done_with(report: &StatusReport) -> Line {
    let id = &report.cycle.id;
    vec![
        Span::plain(say!("Nothing in it is changed any more. ")),
        Span::reference(format!("okr report score --cycle {id}")),
        Span::plain(say!(" shows how it ended, ")),
        Span::reference(format!("okr cycle reopen {id}")),
        Span::plain(say!(" opens it again.")),
    ]
}

/// `Ana Lima · 2 objectives, 20 % of 54 % expected: 2 off track`.
fn summary(report: &StatusReport) -> Line {
    let total = &report.total;
    let whose = report.name.clone().unwrap_or_else(|| say!("Everybody").to_owned());
    let mut line = vec![Span::strong(whose), Span::dim(" · ")];
    if total.objectives == 0 && closed(report) {
        line.push(Span::plain(say!("no objective in this cycle")));
        return line;
    }
    if total.objectives == 0 && report.matters.is_empty() {
        line.push(Span::plain(say!("no objective in this cycle yet: ")));
        line.push(Span::reference("okr create"));
        return line;
    }
    line.push(Span::plain(count!(total.objectives, "objective", "objectives")));
    if let (true, Some(progress)) = (closed(report), total.progress) {
        line.push(Span::plain(say!(", {progress} reached", progress = percent(progress.ratio()))));
        return line;
    }
    if total.progress.is_some() {
        let standing = words::progress_of_expected(total.progress, total.expected);
        line.push(Span::plain(say!(", {standing} expected", standing)));
    }
    let paces = words::pace_counts(total);
    if !paces.is_empty() {
        line.push(Span::plain(say!(": ")));
        line.extend(paces);
    }
    line
}

fn matters(report: &StatusReport, names: &Names) -> Table {
    let columns = vec![
        Column::new("kind", ""),
        // The command names it too.
        Column::new("ref", "").spare(8),
        Column::new("title", "").for_machines(),
        Column::new("what", "").shrinks(24).wraps(),
        Column::new("command", ""),
    ];
    let row = |row: &MatterRow| {
        let (word, role) = kind(&row.matter);
        let reference = row.reference.as_ref();
        let what = what(&row.matter);
        vec![
            Cell::Words { shown: vec![Span::new(text(word), role)], raw: word.to_owned() },
            reference.map_or(Cell::text(""), |whole| Cell::short_reference(names.reference(whole), whole)),
            Cell::maybe(row.title.as_ref()),
            Cell::Words { raw: what.iter().map(|span| span.text.as_str()).collect(), shown: what },
            Cell::reference(command(row, names)),
        ]
    };
    Table { columns, rows: report.matters.iter().map(row).collect() }
}

fn kind(matter: &Matter) -> (&'static str, Role) {
    match matter {
        Matter::Overdue { .. } => (marked!("overdue"), Role::Bad),
        Matter::Slipped { .. } => (marked!("slipped"), Role::Bad),
        Matter::Behind { standing } => (marked!("behind"), pace_words(standing.pace).role),
        Matter::Unmeasured => (marked!("unmeasured"), Role::Warning),
        Matter::Unreviewed { .. } => (marked!("review"), Role::Warning),
        Matter::Unscored { .. } => (marked!("score"), Role::Warning),
        Matter::Mentioned { .. } => (marked!("mention"), Role::Strong),
    }
}

fn what(matter: &Matter) -> Line {
    let plain = |text: String| vec![Span::plain(text)];
    match matter {
        Matter::Overdue { days, ever: true } => plain(say!("no check-in for {days}", days = words::days_count(*days))),
        Matter::Overdue { days, ever: false } => {
            plain(say!("no check-in yet, {days}", days = words::days_count(*days)))
        }
        Matter::Slipped { before, standing } => {
            let standing_now = words::progress_of_expected(standing.progress, standing.expected);
            vec![Span::plain(standing_now + "  "), pace_words(*before), Span::dim(" → "), pace_words(standing.pace)]
        }
        Matter::Behind { standing } => stands(standing),
        Matter::Unmeasured => plain(say!("no key result: how will you know?").to_owned()),
        Matter::Unreviewed { days, objectives } => plain(match (objectives.len(), *days) {
            (1, 0) => say!("mid-cycle review due today").to_owned(),
            (1, days) => say!("mid-cycle review due {day}", day = words::ago(days)),
            (several, 0) => say!("{several} mid-cycle reviews due today", several),
            (several, days) => say!("{several} mid-cycle reviews due {day}", several, day = words::ago(days)),
        }),
        Matter::Unscored { days, objectives } => {
            let objectives = count!(objectives.len(), "objective", "objectives");
            plain(match *days {
                ..0 => say!("{objectives} without a score; the cycle is over", objectives),
                _ => say!("{objectives} without a score; the cycle ends", objectives),
            })
        }
        Matter::Mentioned { by, days, text, .. } => {
            let first = text.lines().next().unwrap_or_default();
            vec![Span::plain(say!("{by}, {day}: ", by, day = words::ago(*days))), Span::strong(first)]
        }
    }
}

/// `40 % of 58 %  ✗ says on track`.
fn stands(standing: &Standing) -> Line {
    let mut line =
        vec![Span::plain(words::progress_of_expected(standing.progress, standing.expected)), Span::plain("  ")];
    let disagrees = standing.status.is_some_and(|status| !standing.pace.agrees_with(status));
    line.extend(words::pace_cell(Some(standing.pace), standing.status, disagrees).words());
    line
}

/// What to type about it.
fn command(row: &MatterRow, names: &Names) -> String {
    let Some(reference) = &row.reference else {
        return match row.matter {
            Matter::Unscored { .. } => "okr report score".to_owned(),
            _ => "okr report review".to_owned(),
        };
    };
    let (whole, objective) = (names.reference(reference), names.objective(&reference.objective));
    match row.matter {
        Matter::Overdue { .. } => format!("okr update {whole} …"),
        Matter::Slipped { .. } | Matter::Behind { .. } => format!("okr show {whole}"),
        Matter::Unmeasured => format!("okr kr add {objective} …"),
        Matter::Unreviewed { .. } => format!("okr review {objective}"),
        Matter::Unscored { .. } => format!("okr score {objective} --suggested"),
        Matter::Mentioned { .. } => format!("okr comment {objective} …"),
    }
}

/// What to do first.
fn advice(report: &StatusReport) -> Option<Line> {
    let more = report.of - report.matters.len();
    let mut line = Line::new();
    if more > 0 {
        line.push(Span::dim(say!("{more} more; -n 0 shows all. ", more)));
    }
    if report.overdue > 0 {
        let key_results = count!(report.overdue, "key result", "key results");
        line.extend([
            Span::reference("okr checkin"),
            Span::plain(say!(" takes you through {key_results} in a minute.", key_results)),
        ]);
    } else if report.matters.is_empty() && report.total.objectives > 0 {
        line.push(Span::new(say!("✓ Nothing waits for you."), Role::Good));
    }
    (!line.is_empty()).then_some(line)
}

fn dates(report: &StatusReport, names: &Names) -> Table {
    let columns = vec![
        Column::new("day", ""),
        Column::new("in_days", ""),
        Column::new("what", "").shrinks(24).wraps(),
        Column::new("command", ""),
    ];
    let row = |row: &DateRow| {
        let (what, command) = coming(row, names);
        vec![
            Cell::Words {
                shown: vec![Span::plain(words::day(row.day, report.as_of.year()))],
                raw: row.day.to_string(),
            },
            Cell::Words { shown: vec![Span::dim(until(row.days))], raw: row.days.to_string() },
            Cell::Words { raw: what.iter().map(|span| span.text.as_str()).collect(), shown: what },
            Cell::reference(command),
        ]
    };
    Table { columns, rows: report.dates.iter().map(row).collect() }
}

/// What comes, and what to type then.
fn coming(row: &DateRow, names: &Names) -> (Line, String) {
    match &row.coming {
        Coming::CheckIn { key_results } => {
            let key_results = count!(*key_results, "key result", "key results");
            (vec![Span::plain(say!("a check-in of {key_results} is due", key_results))], "okr checkin".to_owned())
        }
        Coming::Due { reference, title } => {
            let name = names.reference(reference);
            (vec![Span::plain(say!("due: {title}", title))], format!("okr show {name}"))
        }
        Coming::Review => (vec![Span::plain(say!("the middle of the cycle: review"))], "okr report review".to_owned()),
        Coming::End => (vec![Span::plain(say!("the cycle ends: score"))], "okr report score".to_owned()),
        Coming::Follows { id } => {
            let words = if row.days > 0 { say!("{id} begins", id) } else { say!("{id} has begun", id) };
            (vec![Span::plain(words)], format!("okr --cycle {id}"))
        }
        Coming::NextCycle { id } => {
            (vec![Span::plain(say!("{id} begins and is not made yet", id))], format!("okr cycle new {id}"))
        }
    }
}

fn until(days: i64) -> String {
    match days {
        ..=0 => words::ago(-days),
        1 => say!("tomorrow").to_owned(),
        days => say!("in {days} days", days),
    }
}
