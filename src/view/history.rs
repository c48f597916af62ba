//! The history of check-ins: before and after, side by side.

use crate::language::{count, say};
use crate::model::Zone;
use chrono::Datelike;

use super::cell::{Cell, Role, Span, percent, status_words};
use super::document::{Block, Column, Document, Table};
use super::{metric_words, words};
use crate::model::{Metric, Reading, Status};
use crate::report::{self, HistoryRow};

/// A history as a document.
pub fn history(report: &report::History, shown: &str, zone: Zone) -> Document {
    let mut document = Document::default();
    let mut title = vec![vec![Span::strong(&report.title)], vec![Span::reference(shown)]];
    if let (true, Some(metric)) = (report.single, report.key_results.first().and_then(|kr| kr.metric.as_ref())) {
        title.push(vec![Span::plain(metric_words::metric(metric))]);
    }
    document.push(Block::Title(title));
    if report.updates.is_empty() {
        document.push(Block::Paragraph(vec![
            Span::plain(say!("No check-in yet. The first one: ")),
            Span::reference(format!("okr update {shown} …")),
        ]));
    }
    let columns = vec![
        Column::new("at", say!("WHEN")),
        Column::new("by", say!("WHO")),
        if report.single {
            Column::new("key_result", "").for_machines()
        } else {
            Column::new("key_result", say!("KR"))
        },
        Column::new("before", say!("BEFORE")).right(),
        Column::new("after", say!("AFTER")).right(),
        Column::new("change", say!("CHANGE")),
        Column::new("progress", say!("PROGRESS")).for_people().right().goes(4),
        Column::new("progress_before", "").for_machines(),
        Column::new("progress_after", "").for_machines(),
        Column::new("status", say!("STATUS")).goes(3),
        Column::new("confidence", say!("CONF")).goes(5),
        Column::new("note", say!("NOTE")).shrinks(20).wraps(),
        Column::new("metric_before", "").for_machines(),
        Column::new("metric_after", "").for_machines(),
        Column::new("id", say!("EVENT")).spare(7),
    ];
    let rows = report.updates.iter().map(|update| row(update, report, zone)).collect();
    document.push(Block::Table(Table { columns, rows }));
    document
}

fn row(update: &HistoryRow, report: &report::History, zone: Zone) -> Vec<Cell> {
    let metric = report.key_results.iter().find(|kr| kr.id == update.key_result).and_then(|kr| kr.metric.as_ref());
    let (before, after) = &update.readings;
    let arrow = |a: String, b: String| if a == b { b } else { format!("{a} → {b}") };
    let progress = match (update.progress_before, update.progress_after) {
        (before, Some(after)) => {
            let after = percent(after.ratio());
            let words =
                before.map_or(after.clone(), |before| arrow(percent(before.ratio()).replace(" %", ""), after.clone()));
            Cell::text(if before.is_some_and(|before| percent(before.ratio()) == after) { after } else { words })
        }
        _ => Cell::Missing("no value yet"),
    };
    vec![
        Cell::Instant { at: update.at, zone, year: report.as_of.year() },
        Cell::text(&update.by),
        Cell::text(update.key_result.to_string()),
        reading(metric, before, false),
        reading(metric, after, true),
        change(update),
        progress,
        Cell::Percent(update.progress_before),
        Cell::Percent(update.progress_after),
        status(update),
        confidence(update),
        note(update),
        Cell::maybe(update.metric_before.clone()),
        Cell::maybe(update.metric_after.clone()),
        Cell::dim(&update.id),
    ]
}

/// What was said; for a measure that was changed, first what it was and became.
fn note(update: &HistoryRow) -> Cell {
    let said = update.note.as_ref();
    let Some(after) = &update.metric_after else { return said.map_or(Cell::Missing("no note"), Cell::text) };
    let before = update.metric_before.as_deref().unwrap_or("–");
    let mut shown = vec![Span::new(say!("measure: {before}  ⇒  {after}", before, after), Role::Warning)];
    shown.extend(said.map(|said| Span::plain(format!(" · {said}"))));
    Cell::Words { shown, raw: said.cloned().unwrap_or_default() }
}

fn reading(metric: Option<&Metric>, reading: &Option<Reading>, strong: bool) -> Cell {
    let (Some(metric), Some(reading)) = (metric, reading) else { return Cell::Missing("no value yet") };
    // The name of the step says it; how many there are stands in the title.
    let words = match (metric, reading.value()) {
        (Metric::Milestones(steps), crate::model::Value::Steps(reached)) => {
            let step = reached.checked_sub(1).and_then(|at| steps.steps().get(at));
            step.map_or(say!("none").to_owned(), |step| step.name.clone())
        }
        _ => metric_words::bare(metric, reading),
    };
    let raw = match reading.value() {
        crate::model::Value::Number(number) => number.to_string(),
        _ => words.clone(),
    };
    Cell::Words { shown: vec![Span::new(words, if strong { Role::Strong } else { Role::Plain })], raw }
}

/// The change, green where it is progress: a falling metric that falls is good news.
fn change(update: &HistoryRow) -> Cell {
    let role = match update.improved {
        Some(true) => Role::Good,
        Some(false) => Role::Bad,
        None => Role::Dim,
    };
    match update.change {
        Some(change) => {
            let decimals = [&update.readings.0, &update.readings.1].into_iter().flatten();
            let decimals = decimals.filter_map(|reading| match reading.value() {
                crate::model::Value::Number(number) => Some(number.decimals()),
                _ => None,
            });
            let words = super::cell::amount(change, decimals.max().unwrap_or(0), None, true);
            Cell::Words { shown: vec![Span::new(words, role)], raw: change.to_string() }
        }
        None if update.improved.is_some() => Cell::Words {
            shown: vec![Span::new(
                if update.improved == Some(true) { say!("reached") } else { say!(in "value", "taken back") },
                role,
            )],
            raw: String::new(),
        },
        None => Cell::Missing("nothing changed"),
    }
}

fn status(update: &HistoryRow) -> Cell {
    let Some(now) = update.status else { return Cell::Missing("nothing said") };
    let mut shown = vec![status_words(now)];
    if let Some(before) = update.status_before.filter(|before| *before != now) {
        shown.splice(0..0, [status_words(before), Span::dim(" → ")]);
    }
    Cell::Words { shown, raw: now.to_string() }
}

fn confidence(update: &HistoryRow) -> Cell {
    let Some(now) = update.confidence else { return Cell::Missing("nothing said") };
    let words = match update.confidence_before.filter(|before| *before != now) {
        Some(before) => format!("{before} → {now}"),
        None => now.to_string(),
    };
    Cell::Words { shown: vec![Span::plain(words)], raw: now.to_string() }
}

/// A row of the activity, in words: `updated nps 31 → 34 points, on track, 7/10: first survey`.
pub fn happened(row: &report::LogRow) -> Vec<Span> {
    let mut first = vec![Span::new(verb(row), verb_role(row))];
    if let Some(kr) = &row.key_result {
        first.push(Span::plain(format!(" {kr}")));
    }
    if let Some(metric) = &row.metric
        && let (before, Some(after)) = &row.readings
    {
        first.push(Span::plain(" "));
        if let Some(before) = before {
            first.push(Span::dim(format!("{} → ", metric_words::bare(metric, before))));
        }
        first.push(Span::strong(metric_words::value(metric, after)));
    }
    if let Some(score) = row.score {
        first.push(Span::strong(format!(" {score}")));
    }
    if let Some(field) = &row.field {
        first.push(Span::plain(say!(" {field}: ", field)));
        // Measures hold arrows of their own.
        first.extend(row.from.as_ref().map(|from| Span::dim(format!("{from} ⇒ "))));
        first.push(Span::plain(row.to.as_deref().unwrap_or("–")));
    } else if let Some(to) = row.to.as_ref().or(row.from.as_ref()) {
        first.push(Span::plain(format!(" {to}")));
    }
    if let (Some(of), None) = (&row.of, &row.readings.1) {
        first.push(Span::plain(format!(" {of}")));
    }
    let mut parts = vec![first];
    // `done · done` says nothing twice as well as once.
    let is_done = row.readings.1.as_ref().is_some_and(|after| matches!(after.value(), crate::model::Value::Done(true)));
    let status = row.status.filter(|status| !(is_done && *status == Status::Done));
    parts.extend(status.map(|status| vec![status_words(status)]));
    parts.extend(row.confidence.map(|confidence| vec![Span::dim(format!("{confidence}/10"))]));
    let reviewed = (!row.review.is_empty()).then(|| words::reviewed(&row.review));
    parts.extend(reviewed.or_else(|| row.text.clone()).map(|text| vec![Span::plain(text)]));
    if row.retracted {
        parts.push(vec![Span::new(say!("taken back"), Role::Warning)]);
    }
    let between = if row.event == "comment" { say!(": ") } else { " · " };
    parts.join(&Span::dim(between))
}

fn verb(row: &report::LogRow) -> &'static str {
    match row.event {
        "create" => say!("created"),
        "update" => say!("updated"),
        "comment" => say!("commented"),
        "edit" => say!("changed"),
        "score" => say!("scored"),
        "review" => say!("reviewed"),
        "complete" => say!("completed"),
        "abandon" => say!("abandoned"),
        "reopen" => say!("reopened"),
        "carry" if row.to.is_some() => say!("carried to"),
        "carry" if row.from.is_some() => say!("carried over from"),
        "carry" => say!("carried on"),
        _ => say!("took back"),
    }
}

fn verb_role(row: &report::LogRow) -> Role {
    if row.retracted { Role::Dim } else { Role::Plain }
}

/// The activity feed as a document.
pub fn log(report: &report::Log, names: &super::Names, zone: Zone) -> Document {
    let mut document = Document::default();
    document.push(Block::Title(vec![
        vec![Span::strong(say!("Activity"))],
        words::cycle_name(&report.cycle),
        vec![Span::plain(count!(report.of, "event", "events"))],
    ]));
    let columns = vec![
        Column::new("at", say!("WHEN")),
        Column::new("by", say!("WHO")),
        Column::new("ref", say!("OBJECTIVE")).shrinks(30),
        Column::new("event", "").for_machines(),
        Column::new("key_result", "").for_machines(),
        Column::new("what", say!("WHAT")).shrinks(16).wraps(),
        Column::new("retracted", "").for_machines(),
        Column::new("id", say!("EVENT")).spare(5),
    ];
    let row = |row: &report::LogRow| {
        let shown = happened(row);
        let raw = shown.iter().skip(1).map(|span| span.text.as_str()).collect::<String>();
        let raw = raw.trim_start_matches([':', '：', ' ', '·']).trim().to_owned();
        vec![
            Cell::Instant { at: row.at, zone, year: report.as_of.year() },
            Cell::text(&row.by),
            Cell::short_reference(names.objective(&row.reference), &row.reference),
            Cell::text(row.event),
            Cell::maybe(row.key_result.as_ref().map(ToString::to_string)),
            Cell::Words { shown, raw },
            Cell::text(row.retracted.to_string()),
            Cell::dim(row.id.to_string()),
        ]
    };
    document.push(Block::Table(Table { columns, rows: report.events.iter().map(row).collect() }));
    if report.events.is_empty() {
        document.push(Block::Paragraph(vec![Span::plain(say!("Nothing has happened yet."))]));
    }
    if report.of > report.events.len() {
        let more = report.of - report.events.len();
        document.push(Block::Paragraph(vec![Span::dim(say!("{more} more; -n 0 shows all", more))]));
    }
    document
}
