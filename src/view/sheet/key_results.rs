//! The key results that `show` shows.

use super::cells::{confidence, forecast, moment, table, value};
use crate::report::KeyResultReport;
use crate::view::cell::Cell;
use crate::view::document::Table;
use crate::view::{metric_words, words};

#[rustfmt::skip]
const NAMES: &[&str] = &[
    "ref", "id", "title", "unit", "value", "progress", "expected", "gap", "gap_to_plan", "pace", "status",
    "confidence", "forecast", "forecast_low", "forecast_high", "updated_at", "updated_by",
];

/// The key results of one objective.
pub fn key_results(all: &[KeyResultReport]) -> Table {
    let row = |kr: &KeyResultReport| {
        let mut row = vec![
            Cell::text(kr.reference.to_string()),
            Cell::text(kr.id.to_string()),
            Cell::text(&kr.title),
            Cell::maybe(kr.metric.as_ref().and_then(|metric| metric.unit()).map(str::to_owned)),
            value(kr),
            Cell::Percent(kr.progress),
            words::expected_cell(kr.expected),
            metric_words::to_go_cell(kr.metric.as_ref(), kr.to_go),
            words::gap_cell(kr.gap_to_plan, kr.pace),
            Cell::Pace(kr.pace),
            Cell::Status(kr.status),
            confidence(kr.confidence),
        ];
        row.extend(forecast(kr));
        row.extend([moment(kr.updated_at), Cell::maybe(kr.updated_by.clone())]);
        row
    };
    table(NAMES, all.iter().map(row).collect())
}
