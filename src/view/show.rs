//! One objective, or one of its key results, in full.

use crate::language::say;
use crate::model::Zone;
use chrono::{DateTime, Datelike, NaiveDate, Utc};

use super::cell::{Cell, Role, Span, instant, pace_words, raw_moment, status_words};
use super::document::{Block, Column, Document, Line, Table};
use super::history::happened;
use super::names::Names;
use super::{chart, forecast, metric_words, words};
use crate::model::Score;
use crate::report::{self, KeyResultReport, Neighbour, ObjectiveReport};

/// One objective, or one of its key results, as a document.
pub fn show(report: &report::Show, names: &Names, zone: Zone) -> Document {
    let one = &report.objective;
    let year = report.as_of.year();
    let mut document = Document::default();
    match (&report.only, one.key_results.first()) {
        (Some(_), Some(kr)) => {
            document.push(Block::Title(vec![
                vec![Span::strong(&kr.title)],
                vec![Span::reference(names.reference(&kr.reference))],
            ]));
            document.push(Block::Facts(key_result_facts(kr, one, names, year, zone)));
            if let Some(chart) = chart::key_result(kr, &report.cycle, report.as_of, names) {
                document.push(Block::Chart(chart));
            }
        }
        _ => {
            let name = names.objective(&one.reference);
            document.push(Block::Title(vec![vec![Span::strong(&one.title)], vec![Span::reference(name)]]));
            document.push(Block::Facts(facts(report, names)));
            document.push(Block::Prose(one.description.clone().unwrap_or_default()));
            if let Some(chart) = chart::objective(one, &report.cycle, report.as_of, names) {
                document.push(Block::Chart(chart));
            }
            document.push(Block::Table(key_results(&one.key_results, year, zone)));
        }
    }
    let initiatives: Vec<Vec<Cell>> = one.key_results.iter().flat_map(initiatives).collect();
    if !initiatives.is_empty() {
        document.push(Block::Heading(say!("Initiatives").to_owned()));
        let columns = vec![
            Column::new("done", ""),
            Column::new("title", "").shrinks(16),
            Column::new("link", "").shrinks(10),
            Column::new("key_result", ""),
        ];
        document.push(Block::Table(Table { columns, rows: initiatives }));
    }
    if !report.served_by.is_empty() {
        document.push(Block::Heading(say!("Served by").to_owned()));
        document.push(Block::Table(neighbours(&report.served_by, names)));
    }
    if !report.recent.is_empty() {
        document.push(Block::Heading(say!("Lately").to_owned()));
        let columns = vec![
            Column::new("at", ""),
            Column::new("by", ""),
            Column::new("what", "").shrinks(20).wraps(),
            Column::new("id", "").spare(3),
        ];
        let row = |row: &report::LogRow| {
            let what = Cell::Words { shown: happened(row), raw: row.event.to_owned() };
            vec![Cell::Instant { at: row.at, zone, year }, Cell::text(&row.by), what, Cell::dim(row.id.to_string())]
        };
        document.push(Block::Table(Table { columns, rows: report.recent.iter().map(row).collect() }));
    }
    document
}

fn fact(name: &str, line: Line) -> (String, Line) {
    (name.to_owned(), line)
}

fn pace_line(one: &ObjectiveReport) -> Line {
    let mut line = vec![Span::strong(words::progress_of_expected(one.progress, one.expected))];
    if one.progress.is_some() {
        line.push(Span::plain(say!(" expected, ")));
        line.extend(words::gap_cell(one.gap_to_plan, one.pace).words());
    }
    if let Some(pace) = one.pace {
        line.push(Span::plain("  "));
        line.push(pace_words(pace));
    }
    if let Some(status) = one.status {
        line.extend([
            Span::dim(if one.disagrees { say!(", but people say ") } else { say!(", people say ") }),
            status_words(status),
        ]);
    }
    if one.missing > 0 {
        line.push(Span::dim(say!("  ({number} not measured)", number = one.missing)));
    }
    line
}

fn facts(report: &report::Show, names: &Names) -> Vec<(String, Line)> {
    let one = &report.objective;
    let mut facts = vec![fact(
        say!("owner"),
        vec![
            Span::plain(&one.owner_name),
            Span::dim(say!(" ({owner}, {level})", owner = one.owner, level = words::level(one.level))),
        ],
    )];
    let days = words::days(report.cycle.start, report.cycle.end, report.as_of.year());
    facts.push(fact(say!("cycle"), vec![Span::plain(one.cycle.to_string()), Span::dim(format!(" ({days})"))]));
    facts.push(fact(say!("progress"), pace_line(one)));
    if let Some(confidence) = one.confidence {
        facts.push(fact(say!("confidence"), vec![Span::plain(say!("{confidence} of 10", confidence))]));
    }
    if let Some(score) = one.score {
        let band = Score::new(score).ok().and_then(|score| report.scoring.band(score));
        let band = band.map(|band| format!("  {}", band.said())).unwrap_or_default();
        facts.push(fact(say!("score"), vec![Span::strong(report.scoring.show(score)), Span::dim(band)]));
    }
    if !one.state.is_open() {
        facts.push(fact(say!("state"), vec![Span::plain(words::state(&one.state))]));
    }
    for (at, parent) in report.serves.iter().enumerate() {
        let name = if at == 0 { say!("aligns to") } else { say!("and to") };
        let line =
            vec![Span::reference(names.reference(&parent.reference)), Span::plain(format!("  {}", parent.title))];
        facts.push(fact(name, line));
    }
    for (at, parent) in one.not_here.iter().enumerate() {
        let name = if at == 0 && report.serves.is_empty() { say!("aligns to") } else { say!("and to") };
        facts.push(fact(name, vec![Span::reference(names.reference(parent)), Span::dim(say!("  not here"))]));
    }
    if one.kind == crate::model::Kind::Committed {
        facts.push(fact(say!("kind"), vec![Span::plain(say!("committed"))]));
    }
    if !one.tags.is_empty() {
        facts.push(fact(say!("tags"), vec![Span::plain(one.tags.join(say!(", ")))]));
    }
    facts
}

fn key_result_facts(
    kr: &KeyResultReport,
    one: &ObjectiveReport,
    names: &Names,
    year: i32,
    zone: Zone,
) -> Vec<(String, Line)> {
    let mut facts = vec![fact(
        say!("objective"),
        vec![Span::reference(names.objective(&one.reference)), Span::plain(format!("  {}", one.title))],
    )];
    if let Some(metric) = &kr.metric {
        facts.push(fact(say!("measure"), vec![Span::plain(metric_words::metric(metric))]));
        facts.push(fact(say!("now"), vec![Span::strong(metric_words::value_of_target(metric, kr.reading.as_ref()))]));
        if let to_go @ (Cell::Amount { .. } | Cell::Words { .. }) = metric_words::to_go_cell(Some(metric), kr.to_go) {
            facts.push(fact(say!("to go"), to_go.words()));
        }
    }
    let mut progress = vec![Span::strong(words::progress_of_expected(kr.progress, kr.expected))];
    if let Some(pace) = kr.pace {
        progress.extend([Span::plain(say!(" expected, "))]);
        progress.extend(words::gap_cell(kr.gap_to_plan, kr.pace).words());
        progress.extend([Span::plain("  "), pace_words(pace)]);
    }
    if let Some(status) = kr.status {
        progress.extend([
            Span::dim(if kr.disagrees { say!(", but people say ") } else { say!(", people say ") }),
            status_words(status),
        ]);
    }
    facts.push(fact(say!("progress"), progress));
    facts.push(fact(say!("due"), vec![Span::plain(words::day(kr.due, year))]));
    facts.extend(forecast::sentence(kr, year).map(|line| fact(say!("forecast"), line)));
    facts.push(fact(say!("owner"), vec![Span::plain(kr.owner.to_string())]));
    if let Some(confidence) = kr.confidence {
        facts.push(fact(say!("confidence"), vec![Span::plain(say!("{confidence} of 10", confidence))]));
    }
    let last = kr.updated_at.map(|at| instant(at, zone, year));
    let by = kr.updated_by.as_deref().unwrap_or_default();
    let mut checked = vec![Span::plain(last.map_or(say!("never").to_owned(), |last| say!("{last} by {by}", last, by)))];
    if let Some(days) = kr.stale_days {
        checked.push(Span::new(say!("  {days} days without one", days), Role::Warning));
    }
    facts.push(fact(say!("last check-in"), checked));
    if let Some(note) = &kr.note {
        facts.push(fact(say!("last note"), vec![Span::plain(note)]));
    }
    facts
}

fn key_results(all: &[KeyResultReport], year: i32, zone: Zone) -> Table {
    let columns = vec![
        Column::new("id", say!("KR")),
        Column::new("title", "").shrinks(12),
        Column::new("value", say!("NOW")),
        Column::new("bar", "").for_people(),
        Column::new("progress", say!("DONE")).right(),
        Column::new("expected", say!("PLAN")).right().goes(5),
        Column::new("pace", say!("PACE")),
        forecast::column(all.iter(), 5),
        Column::new("confidence", say!("CONF")).right().spare(7),
        Column::new("updated", say!("LAST CHECK-IN")).goes(6),
    ];
    let row = |kr: &KeyResultReport| {
        let value = kr.metric.as_ref().map(|metric| metric_words::value_of_target(metric, kr.reading.as_ref()));
        vec![
            Cell::reference(kr.id.to_string()),
            Cell::text(&kr.title),
            value.map_or(Cell::dim(say!("no measure")), Cell::text),
            words::bar(kr.progress, kr.expected, kr.pace),
            Cell::Percent(kr.progress),
            words::expected_cell(kr.expected),
            words::pace_cell(kr.pace, kr.status, kr.disagrees),
            forecast::cell(kr),
            kr.confidence.map_or(Cell::text(""), |level| Cell::dim(level.to_string())),
            last(kr.updated_at, kr.stale_days, year, zone),
        ]
    };
    Table { columns, rows: all.iter().map(row).collect() }
}

fn last(at: Option<DateTime<Utc>>, stale: Option<i64>, year: i32, zone: Zone) -> Cell {
    let words = match at {
        Some(at) => words::day(at.with_timezone(&zone).date_naive(), year),
        None => say!("never").to_owned(),
    };
    let raw = at.map(raw_moment).unwrap_or_default();
    let mut shown = vec![Span::dim(words)];
    if let Some(days) = stale {
        shown.push(Span::new(say!(" ({days} days)", days), Role::Warning));
    }
    Cell::Words { shown, raw }
}

fn initiatives(kr: &KeyResultReport) -> Vec<Vec<Cell>> {
    let row = |one: &crate::model::Initiative| {
        let sign = if one.done { Span::new("✓", Role::Good) } else { Span::dim("·") };
        vec![
            Cell::Words { shown: vec![sign], raw: one.done.to_string() },
            Cell::text(&one.title),
            one.link.as_ref().map_or(Cell::text(""), Cell::dim),
            Cell::dim(kr.id.to_string()),
        ]
    };
    kr.initiatives.iter().map(row).collect()
}

fn neighbours(all: &[Neighbour], names: &Names) -> Table {
    let columns = vec![
        Column::new("ref", "").shrinks(32),
        Column::new("title", "").shrinks(12),
        Column::new("through", "").goes(3),
        Column::new("progress", "").right(),
        Column::new("pace", ""),
    ];
    let row = |one: &Neighbour| {
        vec![
            Cell::short_reference(names.reference(&one.reference), &one.reference),
            Cell::text(&one.title),
            one.through.as_ref().map_or(Cell::text(""), |kr| Cell::dim(say!("through {kr}", kr))),
            Cell::Percent(one.progress),
            Cell::Pace(one.pace),
        ]
    };
    Table { columns, rows: all.iter().map(row).collect() }
}

/// `38 of 50 points, 37 % of 50 % expected`: how a key result stands, after a check-in.
pub fn standing(kr: &KeyResultReport) -> Line {
    let mut line = Line::new();
    if let (Some(progress), Some(expected)) = (kr.progress, kr.expected) {
        line.push(Span::plain(words::of_expected(progress, expected)));
    }
    if let Some(pace) = kr.pace {
        line.extend([
            Span::plain(say!(", ")),
            Span::new(pace_words(pace).text.chars().skip(2).collect::<String>(), pace_words(pace).role),
        ]);
    }
    if let Some(status) = kr.status.filter(|_| kr.disagrees) {
        line.extend([Span::dim(say!("; said ")), status_words(status)]);
    }
    line
}

/// A day in the year of another one, for messages.
pub fn day_words(day: NaiveDate, year: i32) -> String {
    words::day(day, year)
}
