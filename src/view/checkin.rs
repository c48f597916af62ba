//! What is shown of a key result before it is asked about.

use chrono::{Datelike, NaiveDate};

use super::cell::{Cell, Span, pace_words, status_words};
use super::document::{Block, Column, Document, Line, Table};
use super::{metric_words, words};
use crate::language::say;
use crate::model::{Confidence, Status, Zone};
use crate::report::KeyResultReport;

/// A key result in a few lines: what it is, how it stands, what was said last. `place` is its number, and of how many.
pub fn asked(kr: &KeyResultReport, name: &str, place: (usize, usize), today: NaiveDate, zone: Zone) -> Document {
    let title = vec![
        vec![Span::dim(say!("{place} of {all}", place = place.0, all = place.1))],
        vec![Span::strong(&kr.title)],
        vec![Span::reference(name)],
    ];
    let mut facts = Vec::new();
    let mut now = Line::new();
    if let Some(metric) = &kr.metric {
        facts.push((say!("measure").to_owned(), vec![Span::plain(metric_words::metric(metric))]));
        now.push(Span::plain(metric_words::value_of_target(metric, kr.reading.as_ref())));
        now.push(Span::dim(" · "));
    }
    now.extend(figures_standing(kr));
    facts.push((say!("now").to_owned(), now));
    facts.push((say!("last").to_owned(), last(kr, today, zone)));
    Document { blocks: vec![Block::Title(title), Block::Facts(facts)] }
}

/// What was said last, and when.
fn last(kr: &KeyResultReport, today: NaiveDate, zone: Zone) -> Line {
    let Some(day) = kr.updated_at.map(|at| at.with_timezone(&zone).date_naive()) else {
        return vec![Span::dim(say!("no check-in yet"))];
    };
    let ago = words::ago((today - day).num_days());
    let mut line = vec![Span::dim(say!("{day}, {ago}", day = words::day(day, today.year()), ago))];
    line.extend(kr.status.into_iter().flat_map(|status| [Span::dim(say!(": ")), status_words(status)]));
    line.extend(kr.confidence.map(|level| Span::dim(say!(", {level}/10", level))));
    line.extend(kr.note.iter().flat_map(|note| [Span::dim(" · "), Span::plain(note)]));
    line
}

/// What was entered of a key result.
pub struct Entered<'e> {
    pub name: String,
    /// `38 → 40 points (+2)`; empty without a value.
    pub change: Line,
    pub status: Option<Status>,
    pub confidence: Option<Confidence>,
    pub note: Option<&'e str>,
}

/// All that was entered, before it is recorded.
pub fn entered(all: Vec<Entered>) -> Document {
    let columns = vec![
        Column::new("ref", "").shrinks(16),
        Column::new("change", "").shrinks(12),
        Column::new("status", ""),
        Column::new("confidence", "").right(),
        Column::new("note", "").shrinks(16).wraps(),
    ];
    let row = |one: Entered| {
        let words = |shown: Line| Cell::Words { raw: String::new(), shown };
        vec![
            Cell::reference(one.name),
            words(one.change),
            words(one.status.map(signed_status).into_iter().collect()),
            one.confidence.map_or(Cell::text(""), |level| Cell::dim(format!("{level}/10"))),
            Cell::text(one.note.unwrap_or_default()),
        ]
    };
    let table = Table { columns, rows: all.into_iter().map(row).collect() };
    Document { blocks: vec![Block::Table(table)] }
}

/// `37 % of 50 % expected  ✗ off track`: the figures alone.
pub fn figures_standing(kr: &KeyResultReport) -> Line {
    let mut line = Line::new();
    match (kr.progress, kr.expected) {
        (Some(progress), Some(expected)) => {
            line.push(Span::plain(words::of_expected(progress, expected)));
        }
        _ => line.push(Span::dim(say!("not measured yet"))),
    }
    line.extend(kr.pace.into_iter().flat_map(|pace| [Span::plain("  "), pace_words(pace)]));
    line
}

/// `✓ on track`: what people say, with the sign that the same pace has.
pub fn signed_status(status: Status) -> Span {
    let sign = match status {
        Status::OnTrack => "✓",
        Status::AtRisk => "!",
        Status::OffTrack => "✗",
        Status::Done => "★",
    };
    let said = status_words(status);
    Span::new(format!("{sign} {}", said.text), said.role)
}
