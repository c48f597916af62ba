//! The progress report.

use crate::report::Progress;
use crate::view::document::Table;
use crate::view::names::Names;
use crate::view::progress::{columns, groups, row};

/// One row for the cycle, and for each level, unit, owner and objective in it.
pub fn progress(report: &Progress, names: &Names) -> Table {
    let below =
        groups(report).into_iter().flat_map(|(_, word, group)| group.iter().map(move |one| row(word, one, names)));
    let rows = std::iter::once(row("cycle", &report.total, names)).chain(below).collect();
    Table { columns: columns(), rows }
}
