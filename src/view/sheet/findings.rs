//! What a check found.

use super::cells::table;
use crate::report::FindingRow;
use crate::view::cell::Cell;
use crate::view::document::Table;

#[rustfmt::skip]
const NAMES: &[&str] = &[
    "code", "name", "severity", "message", "help", "file", "line", "column", "objective", "fixable",
];

/// One row a finding.
pub fn findings(rows: &[FindingRow]) -> Table {
    let number = |number: Option<usize>| Cell::text(number.map(|n| n.to_string()).unwrap_or_default());
    let row = |row: &FindingRow| {
        vec![
            Cell::text(row.code),
            Cell::text(row.name),
            Cell::text(row.severity.as_str()),
            Cell::text(&row.message),
            Cell::text(&row.help),
            Cell::text(&row.file),
            number(row.line),
            number(row.column),
            Cell::text(row.objective.as_ref().map(ToString::to_string).unwrap_or_default()),
            Cell::text(if row.fixable { "true" } else { "false" }),
        ]
    };
    table(NAMES, rows.iter().map(row).collect())
}
