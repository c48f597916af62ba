//! The sheet of key results.

use super::sheet::{Column, Kind, Row, Value, column};
use super::{One, Rows, Sheet};
use crate::model::{Metric, Quantity};

const COLUMNS: &[Column] = &[
    column("key_result", Kind::Text, "its whole reference, `cycle/owner/slug.id`"),
    column("objective", Kind::Text, "→ objectives"),
    column("id", Kind::Text, "its name within the objective"),
    column("position", Kind::Count, "its place in the objective, from 1"),
    column("title", Kind::Text, ""),
    column("owner", Kind::Text, "whoever checks it in; → owners"),
    column("weight", Kind::Number, "how much it counts in the objective"),
    column("due", Kind::Day, "the day by which it is due"),
    column(
        "metric",
        Kind::Text,
        "`change`, `keep`, `done`, `milestones`, `aligned`; absent where no measure is written yet",
    ),
    column("unit", Kind::Text, "what is counted"),
    column("baseline", Kind::Number, "of a change: where it began"),
    column("target", Kind::Number, "of a change: where it is to end"),
    column("at_least", Kind::Number, "of a level that is kept"),
    column("at_most", Kind::Number, "of a level that is kept"),
    column("worst", Kind::Number, "of a level that is kept: where it counts 0"),
];

pub const SHEET: Sheet = Sheet {
    name: "key_results",
    one: "key_result",
    about: "One row a key result, as its objective's file defines it.",
    columns: COLUMNS,
    rows: Rows::Each(rows),
};

fn rows(one: &One) -> Vec<Row> {
    let all = one.report.key_results.iter().enumerate();
    all.map(|(at, kr)| {
        let mut row = vec![
            Value::text(&kr.reference),
            Value::text(&one.report.reference),
            Value::text(&kr.id),
            Value::count(at + 1),
            Value::text(&kr.title),
            Value::text(&kr.owner),
            Value::weight(kr.weight),
            Value::Day(kr.due),
        ];
        row.extend(measure(kr.metric.as_ref()));
        row
    })
    .collect()
}

/// The columns of the metric: what it is, its unit, and its numbers.
pub fn measure(metric: Option<&Metric>) -> [Value; 7] {
    let number = |number: Option<Quantity>| Value::maybe(number, Value::Number);
    let (what, [from, to], [at_least, at_most, worst]) = match metric {
        None => (None, [None; 2], [None; 3]),
        Some(Metric::Change(change)) => (Some("change"), [Some(change.from), Some(change.to)], [None; 3]),
        Some(Metric::Keep(keep)) => (Some("keep"), [None; 2], [keep.at_least, keep.at_most, keep.worst]),
        Some(Metric::Done) => (Some("done"), [None; 2], [None; 3]),
        Some(Metric::Milestones(_)) => (Some("milestones"), [None; 2], [None; 3]),
        Some(Metric::Aligned) => (Some("aligned"), [None; 2], [None; 3]),
    };
    let unit = metric.and_then(Metric::unit);
    [
        Value::maybe_text(what),
        Value::maybe_text(unit),
        number(from),
        number(to),
        number(at_least),
        number(at_most),
        number(worst),
    ]
}
