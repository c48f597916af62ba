//! The one sheet for spreadsheets: a row a key result, with what is known of its objective repeated in front.

use super::figures::value;
use super::key_results::measure;
use super::sheet::{Column, Kind, Row, Value, column};
use super::{One, Rows, Sheet};
use crate::model::{Initiative, Metric};
use crate::report::Outlook;
use crate::report::figures::KeyResultReport;

const COLUMNS: &[Column] = &[
    column("ref", Kind::Text, "the whole reference of the key result; of an objective without any, the objective's"),
    column("cycle", Kind::Text, ""),
    column("level", Kind::Text, ""),
    column("unit", Kind::Text, "the unit that the objective counts for"),
    column("objective_owner", Kind::Text, ""),
    column("objective", Kind::Text, "its title"),
    column("objective_kind", Kind::Text, ""),
    column("objective_state", Kind::Text, "`open`, `completed` or `abandoned`"),
    column("objective_progress", Kind::Number, "0–1"),
    column("objective_pace", Kind::Text, "computed"),
    column("objective_score", Kind::Number, "0–100"),
    column("key_result", Kind::Text, "its title"),
    column("owner", Kind::Text, "whoever checks it in"),
    column("weight", Kind::Number, ""),
    column("due", Kind::Day, ""),
    column("metric", Kind::Text, ""),
    column("value_unit", Kind::Text, ""),
    column("baseline", Kind::Number, ""),
    column("target", Kind::Number, ""),
    column("at_least", Kind::Number, ""),
    column("at_most", Kind::Number, ""),
    column("worst", Kind::Number, ""),
    column("value", Kind::Text, "the value in force"),
    column("progress", Kind::Number, "0–1, unclamped"),
    column("expected", Kind::Number, "0–1"),
    column("gap", Kind::Number, "to the target, in the metric's unit"),
    column("gap_to_plan", Kind::Number, "percentage points"),
    column("pace", Kind::Text, "computed"),
    column("status", Kind::Text, "said"),
    column("confidence", Kind::Count, "1–10"),
    column("score", Kind::Number, "0–100"),
    column("forecast", Kind::Number, "the progress at the due date, 0–1"),
    column("note", Kind::Text, "of the last check-in that had one"),
    column("updated_at", Kind::Moment, "the last check-in"),
    column("updated_by", Kind::Text, ""),
    column("milestones", Kind::Text, "as `okr create --kr` takes them: `design by 2026-10-31, beta *2`"),
    column("initiatives", Kind::Text, "one a line: `[x] title <link>`"),
    column("objective_description", Kind::Text, ""),
    column("objective_weight", Kind::Number, "how much it counts in what it aligns to"),
    column("tags", Kind::Text, "of the objective, with commas between"),
    column("aligns_to", Kind::Text, "what the objective serves, whole references with commas between"),
    column("cycle_start", Kind::Day, ""),
    column("cycle_end", Kind::Day, ""),
];

/// The sheet.
pub const FLAT: Sheet = Sheet {
    name: "okrs",
    one: "key_result",
    about: "One row a key result, the columns of its objective repeated.",
    columns: COLUMNS,
    rows: Rows::Each(rows),
};

fn rows(one: &One) -> Vec<Row> {
    let of = &one.report;
    let cycle = one.assessment.snapshot.cycle(&of.cycle);
    let tail = [
        Value::maybe_text(of.description.as_ref()),
        Value::weight(of.weight),
        joined(&of.tags),
        joined(&of.aligns_to),
        Value::maybe(cycle, |cycle| Value::Day(cycle.start)),
        Value::maybe(cycle, |cycle| Value::Day(cycle.end)),
    ];
    let head = |reference: Value| {
        vec![
            reference,
            Value::text(&of.cycle),
            Value::text(of.level.as_str()),
            Value::maybe_text(of.unit.as_ref()),
            Value::text(&of.owner),
            Value::text(&of.title),
            Value::text(of.kind.as_str()),
            Value::text(of.state.as_str()),
            Value::progress(of.progress),
            Value::maybe_text(of.pace),
            Value::maybe(of.score, Value::Figure),
        ]
    };
    if of.key_results.is_empty() {
        let mut row = head(Value::text(&of.reference));
        row.resize(COLUMNS.len() - tail.len(), Value::Absent);
        row.extend(tail);
        return vec![row];
    }
    let row = |kr: &KeyResultReport| {
        head(Value::text(&kr.reference)).into_iter().chain(of_key_result(kr)).chain(tail.clone()).collect()
    };
    of.key_results.iter().map(row).collect()
}

/// Several texts in one cell.
fn joined(all: &[impl ToString]) -> Value {
    let all: Vec<String> = all.iter().map(ToString::to_string).collect();
    if all.is_empty() { Value::Absent } else { Value::Text(all.join(", ")) }
}

fn of_key_result(kr: &KeyResultReport) -> Vec<Value> {
    let mut row = vec![Value::text(&kr.title), Value::text(&kr.owner), Value::weight(kr.weight), Value::Day(kr.due)];
    row.extend(measure(kr.metric.as_ref()));
    let [value, _] = value(kr.value.as_ref());
    row.push(value);
    let forecast = kr.forecast.as_ref().and_then(Outlook::forecast);
    row.extend([
        Value::progress(kr.progress),
        Value::fraction(kr.expected),
        Value::maybe(kr.gap, Value::Number),
        Value::maybe(kr.gap_to_plan, Value::Figure),
        Value::maybe_text(kr.pace),
        Value::maybe_text(kr.status),
        Value::maybe(kr.confidence, |confidence| Value::Count(confidence.get().into())),
        Value::maybe(kr.score, Value::Figure),
        Value::progress(forecast.map(|forecast| forecast.progress)),
        Value::maybe_text(kr.note.as_ref()),
        Value::maybe(kr.updated_at, Value::Moment),
        Value::maybe_text(kr.updated_by.as_ref()),
        match &kr.metric {
            Some(Metric::Milestones(steps)) => joined(steps.steps()),
            _ => Value::Absent,
        },
        Value::maybe(Some(&kr.initiatives).filter(|all| !all.is_empty()), |all| Value::Text(tasks(all))),
    ]);
    row
}

/// Work as a list of tasks, a line each.
fn tasks(all: &[Initiative]) -> String {
    let task = |one: &Initiative| {
        let mark = if one.done { 'x' } else { ' ' };
        let link = one.link.as_ref().map(|link| format!(" <{link}>")).unwrap_or_default();
        format!("[{mark}] {}{link}", one.title)
    };
    all.iter().map(task).collect::<Vec<_>>().join("\n")
}
