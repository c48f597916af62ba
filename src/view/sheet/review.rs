//! The review report.

use crate::report::ReviewSheet;
use crate::view::cell::Cell;
use crate::view::document::{Column, Table};
use crate::view::words;

/// One row a key result.
pub fn review(report: &ReviewSheet) -> Table {
    let names = [
        "ref",
        "objective",
        "title",
        "owner",
        "progress",
        "expected",
        "pace",
        "status",
        "confidence",
        "confidences",
        "stale_days",
        "note",
        "last_review",
        "last_next",
    ];
    let rows = report.objectives.iter().flat_map(|row| {
        row.objective.key_results.iter().zip(&row.confidences).map(|(kr, trend)| {
            let levels: Vec<String> = trend.levels.iter().map(ToString::to_string).collect();
            let last = row.reviews.first();
            vec![
                Cell::text(kr.reference.to_string()),
                Cell::text(&row.objective.title),
                Cell::text(&kr.title),
                Cell::text(kr.owner.to_string()),
                Cell::Percent(kr.progress),
                words::expected_cell(kr.expected),
                Cell::Pace(kr.pace),
                Cell::Status(kr.status),
                Cell::maybe(kr.confidence.map(|level| level.to_string())),
                Cell::text(levels.join(" ")),
                Cell::maybe(kr.stale_days.map(|days| days.to_string())),
                Cell::maybe(kr.note.clone()),
                Cell::maybe(last.map(|review| review.at.to_rfc3339_opts(chrono::SecondsFormat::Secs, true))),
                Cell::maybe(last.and_then(|review| review.next.clone())),
            ]
        })
    });
    Table { rows: rows.collect(), columns: names.into_iter().map(|name| Column::new(name, "")).collect() }
}
