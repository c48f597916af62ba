//! The sheet of cycles.

use super::sheet::{Column, Kind, Row, Value, column};
use super::{Extent, Rows, Sheet};

const COLUMNS: &[Column] = &[
    column("cycle", Kind::Text, "its id, the name of its folder"),
    column("title", Kind::Text, "what people call it"),
    column("first_day", Kind::Day, "its first day"),
    column("last_day", Kind::Day, "its last day, which belongs to it"),
    column("days", Kind::Count, "all its days"),
    column("closed", Kind::Day, "the day on which it was closed"),
];

pub const SHEET: Sheet = Sheet {
    name: "cycles",
    one: "cycle",
    about: "One row a cycle, by start.",
    columns: COLUMNS,
    rows: Rows::Whole(rows),
};

fn rows(extent: &Extent) -> Vec<Row> {
    let exported = extent.assessment.snapshot.cycles.iter().filter(|cycle| extent.cycles.contains(&cycle.id));
    exported
        .map(|cycle| {
            vec![
                Value::text(&cycle.id),
                Value::maybe_text(cycle.title.as_ref()),
                Value::Day(cycle.start),
                Value::Day(cycle.end),
                Value::Count(cycle.days()),
                Value::maybe(cycle.closed, Value::Day),
            ]
        })
        .collect()
}
