//! What several sheets have: their columns, and cells of key results.

use chrono::{DateTime, Utc};

use crate::model::{Confidence, Quantity};
use crate::report::{KeyResultReport, Outlook, Shown};
use crate::view::cell::{Cell, raw_moment};
use crate::view::document::{Column, Table};

/// A table whose columns have these names.
pub fn table(names: &[&'static str], rows: Vec<Vec<Cell>>) -> Table {
    Table { columns: names.iter().map(|name| Column::new(name, "")).collect(), rows }
}

pub fn number(number: Quantity) -> Cell {
    Cell::Amount { number, decimals: 0, unit: None, signed: false }
}

pub fn moment(at: Option<DateTime<Utc>>) -> Cell {
    Cell::maybe(at.map(raw_moment))
}

pub fn confidence(level: Option<Confidence>) -> Cell {
    Cell::maybe(level.map(|level| level.to_string()))
}

/// The value of a key result: a number, done or not, or the last step that was reached.
pub fn value(kr: &KeyResultReport) -> Cell {
    match &kr.value {
        Some(Shown::Number(value)) => number(*value),
        Some(Shown::Done(done)) => Cell::text(done.to_string()),
        Some(Shown::Step(step)) => Cell::maybe(step.clone()),
        None => Cell::Missing("no value yet"),
    }
}

/// Where a key result will end, and the low and the high end of the band around it.
pub fn forecast(kr: &KeyResultReport) -> [Cell; 3] {
    match kr.forecast.as_ref().and_then(Outlook::forecast) {
        Some(forecast) => [forecast.value, forecast.low, forecast.high].map(number),
        None => [0; 3].map(|_| Cell::Missing("no forecast")),
    }
}
