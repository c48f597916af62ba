//! The columns of the sheet that `okr export csv` writes.

use std::collections::HashMap;

use crate::exchange::import::draft::{Draft, Leftover, Place, Why};
use crate::model::Metric;

/// Columns that are read.
const READ: &[&str] = &[
    "ref",
    "cycle",
    "objective_owner",
    "objective",
    "objective_kind",
    "objective_state",
    "objective_score",
    "key_result",
    "owner",
    "weight",
    "due",
    "metric",
    "value_unit",
    "baseline",
    "target",
    "at_least",
    "at_most",
    "worst",
    "value",
    "status",
    "confidence",
    "score",
    "note",
    "updated_at",
    "milestones",
    "objective_description",
    "objective_weight",
    "tags",
    "aligns_to",
    "cycle_start",
    "cycle_end",
    "initiatives",
];

/// Columns of what follows from the others, from the organisation, or from who imports.
const DERIVED: &[&str] = &[
    "level",
    "unit",
    "objective_progress",
    "objective_pace",
    "progress",
    "expected",
    "gap",
    "gap_to_plan",
    "pace",
    "forecast",
    "updated_by",
];

/// What the rows of one objective have in common.
pub const REPEATED: &[&str] = &[
    "cycle",
    "objective_owner",
    "objective",
    "objective_kind",
    "objective_state",
    "objective_score",
    "objective_description",
    "objective_weight",
    "tags",
    "aligns_to",
    "cycle_start",
    "cycle_end",
];

/// What a row says of its key result.
pub const OF_KEY_RESULT: &[&str] = &[
    "owner",
    "weight",
    "due",
    "metric",
    "value",
    "status",
    "confidence",
    "score",
    "note",
    "updated_at",
    "initiatives",
];

/// What a row says of its measure, each for some kinds of measures.
pub const MEASURE: &[&str] = &["value_unit", "baseline", "target", "at_least", "at_most", "worst", "milestones"];

/// Whether a header line is one of ours: it has references, titles and measures under the names that we give them.
pub fn is_sheet(headers: &[String]) -> bool {
    ["ref", "objective", "key_result", "metric"].iter().all(|name| headers.iter().any(|header| header == name))
}

/// Where each column that is read stands, under headers in a line; others are left over, but for those that follow from the rest.
pub fn known<'h>(headers: &'h [String], line: usize, draft: &mut Draft) -> HashMap<&'h str, usize> {
    let mut columns: HashMap<&str, usize> = HashMap::new();
    for (at, header) in headers.iter().enumerate() {
        let is_new = READ.contains(&header.as_str()) && !columns.contains_key(header.as_str());
        if is_new {
            columns.insert(header, at);
        } else if !DERIVED.contains(&header.as_str()) && !header.is_empty() {
            let place = Place { line, column: Some(at + 1) };
            draft.leftovers.push(Leftover { place, text: header.clone(), why: Why::Column });
        }
    }
    columns
}

/// The columns in which a measure of this kind stands.
pub fn measured_by(metric: Option<&Metric>) -> &'static [&'static str] {
    match metric {
        Some(Metric::Change(_)) => &["value_unit", "baseline", "target"],
        Some(Metric::Keep(_)) => &["value_unit", "at_least", "at_most", "worst"],
        Some(Metric::Milestones(_)) => &["milestones"],
        Some(Metric::Done | Metric::Aligned) | None => &[],
    }
}
