//! The review report.

use super::cells::{confidence, moment, table};
use crate::report::ReviewSheet;
use crate::view::cell::Cell;
use crate::view::document::Table;
use crate::view::words;

#[rustfmt::skip]
const NAMES: &[&str] = &[
    "ref", "objective", "title", "owner", "progress", "expected", "pace", "status", "confidence", "confidences",
    "stale_days", "note", "last_review", "last_next",
];

/// One row a key result.
pub fn review(report: &ReviewSheet) -> Table {
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
                confidence(kr.confidence),
                Cell::text(levels.join(" ")),
                Cell::maybe(kr.stale_days.map(|days| days.to_string())),
                Cell::maybe(kr.note.clone()),
                moment(last.map(|review| review.at)),
                Cell::maybe(last.and_then(|review| review.next.clone())),
            ]
        })
    });
    table(NAMES, rows.collect())
}
