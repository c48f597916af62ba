//! The review sheet.

use crate::language::say;
use crate::model::Zone;
use chrono::Datelike;

use super::cell::{Cell, Role, Span, percent};
use super::document::{Block, Column, Document, Line, Table};
use super::names::Names;
use super::{metric_words, words};
use crate::model::Pace;
use crate::report::{self, ConfidenceTrend, KeyResultReport, ReviewNote, ReviewRow, Risk};

/// The sheet as a document.
pub fn review(report: &report::ReviewSheet, names: &Names, zone: Zone) -> Document {
    let mut document = Document::default();
    let mut title = vec![vec![Span::strong(say!("Review"))]];
    title.extend(words::cycle_title(&report.cycle, report.as_of));
    document.push(Block::Title(title));
    document.blocks.extend(blocks(report, names, zone, None));
    document
}

/// Its parts, for a longer document too: of many objectives only so many, those at risk first.
pub fn blocks(report: &report::ReviewSheet, names: &Names, zone: Zone, most: Option<usize>) -> Vec<Block> {
    if report.objectives.is_empty() {
        return vec![Block::Paragraph(vec![Span::plain(say!("No objectives here."))])];
    }
    let mut blocks = vec![Block::Paragraph(summary(report))];
    let mut risk = None;
    let shown = most.unwrap_or(usize::MAX).min(report.objectives.len());
    for row in &report.objectives[..shown] {
        if risk != Some(row.risk) {
            risk = Some(row.risk);
            blocks.push(Block::Heading(heading(row.risk, report)));
        }
        blocks.push(Block::Paragraph(headline(row, names)));
        blocks.push(Block::Table(key_results(row)));
        blocks.extend(said_last(row, report.as_of.year(), zone));
    }
    if shown < report.objectives.len() {
        let more =
            say!("{number} more, at less risk: okr report review has all.", number = report.objectives.len() - shown);
        blocks.push(Block::Paragraph(vec![Span::dim(more)]));
    }
    blocks
}

fn summary(report: &report::ReviewSheet) -> Line {
    let mut line = vec![Span::strong(words::progress_of_expected(report.total.progress, report.total.expected))];
    line.push(Span::plain(say!(" expected: ")));
    line.extend(words::pace_counts(&report.total));
    line.push(Span::plain(say!(". ")));
    let middle = words::day(report.middle, report.as_of.year());
    line.push(match (report.reviewed, report.open) {
        (_, 0) => Span::dim(say!("Nothing is open any more.")),
        (0, _) => Span::new(say!("None is reviewed yet; the middle of the cycle is {middle}.", middle), Role::Warning),
        (1, open) => Span::plain(say!("{reviewed} of {open} open objectives is reviewed.", reviewed = 1, open)),
        (reviewed, open) => Span::plain(say!("{reviewed} of {open} open objectives are reviewed.", reviewed, open)),
    });
    line
}

fn heading(risk: Risk, report: &report::ReviewSheet) -> String {
    let count = report.objectives.iter().filter(|row| row.risk == risk).count();
    let words = match risk {
        Risk::OffTrack => say!("Off track"),
        Risk::AtRisk => say!("At risk"),
        Risk::Fine => say!("On track, done, or too early"),
        Risk::Ended => say!("Completed or abandoned"),
    };
    format!("{words} ({count})")
}

/// `Make renewing the obvious choice  acme/renewing  40 % of 58 % expected  ✗ off track  Acme Inc.`
fn headline(row: &ReviewRow, names: &Names) -> Line {
    let one = &row.objective;
    let mut line = vec![
        Span::strong(&one.title),
        Span::plain("   "),
        Span::reference(names.objective(&one.reference)),
        Span::plain("   "),
        Span::plain(words::progress_of_expected(one.progress, one.expected)),
        Span::plain("   "),
    ];
    match one.state.is_open() {
        true => line.extend(words::pace_cell(one.pace, one.status, one.disagrees).words()),
        false => line.push(Span::dim(words::state(&one.state))),
    }
    if let Some(forecast) = one.forecast {
        line.push(Span::dim(say!("   heading for {progress}", progress = percent(forecast.progress.ratio()))));
    }
    line.push(Span::dim(format!("   {}", one.owner_name)));
    line
}

fn key_results(row: &ReviewRow) -> Table {
    let all = &row.objective.key_results;
    let columns = vec![
        Column::new("id", say!("KR")),
        Column::new("title", "").shrinks(14),
        Column::new("value", say!("NOW")).goes(3),
        Column::new("progress", say!("DONE")).right(),
        Column::new("pace", say!("PACE")),
        Column::new("confidence", say!("CONF")).goes(2),
        Column::new("owner", say!("OWNER")).spare(8),
        Column::new("note", say!("LAST NOTE")).shrinks(16).wraps(),
    ];
    let trend = |kr: &KeyResultReport| row.confidences.iter().find(|trend| trend.id == kr.id);
    let mut before = None;
    let cells = |kr: &KeyResultReport| {
        // One check-in on several key results says the same of all of them: once is enough.
        let repeated = kr.note.is_some() && kr.note == before;
        before.clone_from(&kr.note);
        let value = kr.metric.as_ref().map(|metric| metric_words::value_of_target(metric, kr.reading.as_ref()));
        vec![
            Cell::reference(kr.id.to_string()),
            Cell::text(&kr.title),
            value.map_or(Cell::dim(say!("no measure")), Cell::text),
            Cell::Percent(kr.progress),
            words::pace_cell(kr.pace, kr.status, kr.disagrees),
            trend(kr).map_or(Cell::text(""), confidence),
            Cell::dim(kr.owner.to_string()),
            if repeated { Cell::dim("″") } else { note(kr) },
        ]
    };
    let mut order: Vec<&KeyResultReport> = all.iter().collect();
    order.sort_by_key(|kr| match kr.pace {
        Some(Pace::OffTrack) => 0,
        Some(Pace::AtRisk) => 1,
        _ => 2,
    });
    Table { columns, rows: order.into_iter().map(cells).collect() }
}

/// `7 → 5 → 7`: the last few.
fn confidence(trend: &ConfidenceTrend) -> Cell {
    let levels: Vec<u8> = trend.levels.iter().map(|level| level.get()).collect();
    let (Some(last), shown) = (levels.last(), &levels[levels.len().saturating_sub(LATEST)..]) else {
        return Cell::text("");
    };
    let role = match levels.len().checked_sub(2).and_then(|at| levels.get(at)) {
        Some(before) if before > last => Role::Bad,
        Some(before) if before < last => Role::Good,
        _ => Role::Dim,
    };
    let words: Vec<String> = shown.iter().map(ToString::to_string).collect();
    Cell::Words { shown: vec![Span::new(words.join(" → "), role)], raw: last.to_string() }
}

/// How many levels of confidence are shown.
const LATEST: usize = 4;

fn note(kr: &KeyResultReport) -> Cell {
    let mut shown = Vec::new();
    if let Some(days) = kr.stale_days {
        shown.push(Span::new(say!("{days} days without a check-in ", days), Role::Warning));
    }
    shown.extend(kr.note.as_ref().map(Span::plain));
    Cell::Words { shown, raw: kr.note.clone().unwrap_or_default() }
}

/// What was said at the last review.
fn said_last(row: &ReviewRow, year: i32, zone: Zone) -> Option<Block> {
    let review = row.reviews.first()?;
    let day = words::day(review.at.with_timezone(&zone).date_naive(), year);
    let by = &review.by;
    let when = match review.phase.as_deref() {
        None => say!("{day}, by {by}", day, by),
        Some("mid") => say!("mid-cycle review, {day}, by {by}", day, by),
        Some("end") => say!("end-cycle review, {day}, by {by}", day, by),
        Some(phase) => say!("{phase}-cycle review, {day}, by {by}", phase, day, by),
    };
    let mut facts = vec![(say!("last time").to_owned(), vec![Span::dim(when)])];
    facts.extend(parts(review).map(|(name, text)| (name.to_owned(), vec![Span::plain(text)])));
    Some(Block::Facts(facts))
}

/// The parts of a review that say something.
fn parts(review: &ReviewNote) -> impl Iterator<Item = (&'static str, &str)> {
    let all = [(say!("went well"), &review.went_well), (say!("stuck"), &review.stuck), (say!("next"), &review.next)];
    all.into_iter().filter_map(|(name, text)| Some((name, text.as_deref()?)))
}
