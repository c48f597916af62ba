//! The cadence report.

use chrono::Days;

use super::cells::table;
use crate::report::Cadence;
use crate::view::cell::Cell;
use crate::view::document::Table;

#[rustfmt::skip]
const NAMES: &[&str] = &[
    "person", "name", "day", "check_ins", "open_key_results", "stale",
];

/// One row a person and day with check-ins.
pub fn cadence(report: &Cadence) -> Table {
    let rows = report.people.iter().flat_map(|row| {
        let days = row.days.iter().enumerate().filter(|(_, count)| **count > 0);
        days.filter_map(|(at, count)| {
            let day = report.since.checked_add_days(Days::new(at as u64))?;
            Some(vec![
                Cell::text(&row.person),
                Cell::text(&row.name),
                Cell::Day(day),
                Cell::Count(*count),
                Cell::Count(row.key_results),
                Cell::Count(row.stale),
            ])
        })
    });
    table(NAMES, rows.collect())
}
