//! The sheet of objectives.

use super::sheet::{Column, Kind, Row, Value, column};
use super::{One, Rows, Sheet};
use crate::model::Lifecycle;

const COLUMNS: &[Column] = &[
    column("objective", Kind::Text, "its whole reference, `cycle/owner/slug`"),
    column("cycle", Kind::Text, "→ cycles"),
    column("owner", Kind::Text, "→ owners"),
    column("slug", Kind::Text, "its name within the owner's folder"),
    column("title", Kind::Text, ""),
    column("description", Kind::Text, ""),
    column("kind", Kind::Text, "`aspirational` or `committed`"),
    column("level", Kind::Text, "`company`, `department` or `individual`"),
    column("unit", Kind::Text, "the unit that it counts for; → owners"),
    column("weight", Kind::Number, "how much it counts in what it aligns to"),
    column("state", Kind::Text, "`open`, `completed` or `abandoned`"),
    column("ended_at", Kind::Moment, "when it was completed or abandoned"),
    column("ended_by", Kind::Text, "by whom"),
];

pub const SHEET: Sheet = Sheet {
    name: "objectives",
    one: "objective",
    about: "One row an objective, as its file defines it.",
    columns: COLUMNS,
    rows: Rows::Each(rows),
};

fn rows(one: &One) -> Vec<Row> {
    let report = &one.report;
    let ended = match &report.state {
        Lifecycle::Open => None,
        Lifecycle::Completed(ended) | Lifecycle::Abandoned(ended) => Some(ended),
    };
    vec![vec![
        Value::text(&report.reference),
        Value::text(&report.cycle),
        Value::text(&report.owner),
        Value::text(&report.reference.slug),
        Value::text(&report.title),
        Value::maybe_text(report.description.as_ref()),
        Value::text(report.kind.as_str()),
        Value::text(report.level.as_str()),
        Value::maybe_text(report.unit.as_ref()),
        Value::weight(report.weight),
        Value::text(report.state.as_str()),
        Value::maybe(ended, |ended| Value::Moment(ended.at)),
        Value::maybe(ended, |ended| Value::text(&ended.by)),
    ]]
}
