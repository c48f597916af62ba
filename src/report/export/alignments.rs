//! The sheet of alignments: the edges of the tree.

use super::sheet::{Column, Kind, Row, Value, column};
use super::{One, Rows, Sheet};
use crate::report::figures::target;

const COLUMNS: &[Column] = &[
    column("objective", Kind::Text, "what serves; → objectives"),
    column("position", Kind::Count, "from 1, as its file lists them; the lowest is its place in the tree"),
    column("to_objective", Kind::Text, "what is served, or whose key result is; → objectives"),
    column("to_key_result", Kind::Text, "the key result that is served, if it is one; → key_results"),
];

pub const SHEET: Sheet = Sheet {
    name: "alignments",
    one: "alignment",
    about: "One row for each objective or key result that an objective aligns to. Links that lead nowhere are left out.",
    columns: COLUMNS,
    rows: Rows::Each(rows),
};

fn rows(one: &One) -> Vec<Row> {
    let links = &one.assessment.alignment.up[one.at];
    links
        .iter()
        .map(|link| {
            let to = target(one.assessment, link.other, link.key_result);
            let key_result = to.key_result.as_ref().map(|_| to.to_string());
            vec![
                Value::text(&one.report.reference),
                Value::count(link.rank + 1),
                Value::text(&to.objective),
                Value::maybe_text(key_result),
            ]
        })
        .collect()
}
