//! The key results that `show` shows.

use crate::report::{KeyResultReport, Shown};
use crate::view::cell::Cell;
use crate::view::document::{Column, Table};
use crate::view::{forecast, metric_words, words};

/// The key results of one objective.
pub fn key_results(all: &[KeyResultReport]) -> Table {
    let names = [
        "ref",
        "id",
        "title",
        "unit",
        "value",
        "progress",
        "expected",
        "gap",
        "gap_to_plan",
        "pace",
        "status",
        "confidence",
        "forecast",
        "forecast_low",
        "forecast_high",
        "updated_at",
        "updated_by",
    ];
    let row = |kr: &KeyResultReport| {
        let value = match &kr.value {
            Some(Shown::Number(number)) => Cell::Amount { number: *number, decimals: 0, unit: None, signed: false },
            Some(Shown::Done(done)) => Cell::text(done.to_string()),
            Some(Shown::Step(step)) => Cell::maybe(step.clone()),
            None => Cell::Missing("no value yet"),
        };
        vec![
            Cell::text(kr.reference.to_string()),
            Cell::text(kr.id.to_string()),
            Cell::text(&kr.title),
            Cell::maybe(kr.metric.as_ref().and_then(|metric| metric.unit()).map(str::to_owned)),
            value,
            Cell::Percent(kr.progress),
            words::expected_cell(kr.expected),
            metric_words::to_go_cell(kr.metric.as_ref(), kr.to_go),
            words::gap_cell(kr.gap_to_plan, kr.pace),
            Cell::Pace(kr.pace),
            Cell::Status(kr.status),
            Cell::maybe(kr.confidence.map(|level| level.to_string())),
            forecast::end(kr, |forecast| forecast.value),
            forecast::end(kr, |forecast| forecast.low),
            forecast::end(kr, |forecast| forecast.high),
            Cell::maybe(kr.updated_at.map(|at| at.to_rfc3339_opts(chrono::SecondsFormat::Secs, true))),
            Cell::maybe(kr.updated_by.clone()),
        ]
    };
    Table {
        columns: names.into_iter().map(|name| Column::new(name, "")).collect(),
        rows: all.iter().map(row).collect(),
    }
}
