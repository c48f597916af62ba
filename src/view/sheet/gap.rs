//! The gap report.

use super::cells::{confidence, forecast, moment, number, table, value};
use crate::model::Metric;
use crate::report::{Gap, KeyResultReport, ObjectiveReport};
use crate::view::cell::Cell;
use crate::view::document::Table;
use crate::view::{metric_words, words};

#[rustfmt::skip]
const NAMES: &[&str] = &[
    "kind", "ref", "cycle", "owner", "unit", "level", "title", "unit_of_measure", "start", "value", "target", "gap",
    "expected", "progress", "gap_to_plan", "change", "pace", "status", "confidence", "forecast", "forecast_low",
    "forecast_high", "target_on", "updated_at",
];

/// Objectives and key results as rows for machines.
pub fn gap(report: &Gap) -> Table {
    let mut rows = Vec::new();
    for group in &report.groups {
        for objective in &group.objectives {
            rows.push(objective_row(objective));
        }
        for (objective, kr) in group.key_results() {
            rows.push(key_result_row(objective, kr));
        }
    }
    table(NAMES, rows)
}

fn whose(kind: &str, reference: String, objective: &ObjectiveReport, title: &str) -> Vec<Cell> {
    vec![
        Cell::text(kind),
        Cell::text(reference),
        Cell::text(objective.cycle.to_string()),
        Cell::text(objective.owner.to_string()),
        Cell::maybe(objective.unit.as_ref().map(ToString::to_string)),
        Cell::text(objective.level.as_str()),
        Cell::text(title),
    ]
}

fn objective_row(objective: &ObjectiveReport) -> Vec<Cell> {
    let mut row = whose("objective", objective.reference.to_string(), objective, &objective.title);
    row.extend((0..5).map(|_| Cell::Missing("an objective has no metric")));
    row.extend([
        words::expected_cell(objective.expected),
        Cell::Percent(objective.progress),
        words::gap_cell(objective.gap_to_plan, objective.pace),
        words::change_cell(objective.change),
        Cell::Pace(objective.pace),
        Cell::Status(objective.status),
        confidence(objective.confidence),
    ]);
    row.extend((0..4).map(|_| Cell::Missing("an objective has no metric")));
    row.push(moment(objective.updated_at));
    row
}

fn key_result_row(objective: &ObjectiveReport, kr: &KeyResultReport) -> Vec<Cell> {
    let metric = kr.metric.as_ref();
    let mut row = whose("key_result", kr.reference.to_string(), objective, &kr.title);
    row.extend([
        Cell::maybe(metric.and_then(|metric| metric.unit()).map(str::to_owned)),
        metric_words::start_cell(metric),
        value(kr),
        metric.map_or(Cell::Missing("no measure"), raw_target),
        metric_words::to_go_cell(metric, kr.to_go),
        words::expected_cell(kr.expected),
        Cell::Percent(kr.progress),
        words::gap_cell(kr.gap_to_plan, kr.pace),
        words::change_cell(kr.change),
        Cell::Pace(kr.pace),
        Cell::Status(kr.status),
        confidence(kr.confidence),
    ]);
    row.extend(forecast(kr));
    row.extend([
        kr.forecast.as_ref().and_then(|outlook| outlook.forecast()?.target_on).map_or(Cell::Missing("none"), Cell::Day),
        moment(kr.updated_at),
    ]);
    row
}

fn raw_target(metric: &Metric) -> Cell {
    let one = match metric {
        Metric::Change(change) => Some(change.to),
        // Of two limits neither is the target.
        Metric::Keep(keep) => keep.at_least.xor(keep.at_most),
        _ => None,
    };
    one.map_or_else(|| Cell::text(metric_words::target(metric)), number)
}
