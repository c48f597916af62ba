//! The sheet of figures: what follows from the definitions and events, as every report shows it.

use super::sheet::{Column, Kind, Row, Value, column};
use super::{One, Rows, Sheet};
use crate::report::figures::{KeyResultReport, ObjectiveReport, Shown};
use crate::report::{Forecast, Outlook};

const COLUMNS: &[Column] = &[
    column("as_of", Kind::Day, "the day at whose end this was so"),
    column("objective", Kind::Text, "→ objectives"),
    column("key_result", Kind::Text, "→ key_results; absent in the row of the objective as a whole"),
    column("value", Kind::Text, "the value in force: a number, `done` or `open`, or the last milestone reached"),
    column("number", Kind::Number, "the same where it is a number"),
    column("progress", Kind::Number, "0–1; of key results below 0 and above 1 are possible"),
    column("expected", Kind::Number, "the progress that the plan expects by now, 0–1"),
    column("gap", Kind::Number, "to the target, in the metric's unit"),
    column("gap_to_plan", Kind::Number, "progress less expected, in percentage points; negative is behind"),
    column("pace", Kind::Text, "computed: `on-track`, `at-risk`, `off-track`, `done`, `too-early`"),
    column("status", Kind::Text, "said: `on-track`, `at-risk`, `off-track`, `done`"),
    column("confidence", Kind::Count, "1–10"),
    column("score", Kind::Number, "0–100, whatever the scale of the settings"),
    column("check_ins", Kind::Count, "of a key result: how many there were"),
    column("missing", Kind::Count, "of an objective: its parts without a progress, left out of the mean"),
    column("updated_at", Kind::Moment, "the last check-in"),
    column("updated_by", Kind::Text, "of a key result: by whom"),
    column("stale_days", Kind::Count, "of a key result: days without a check-in, where they are too many"),
    column("forecast_on", Kind::Day, "the day that the forecast is for; absent where there is none"),
    column("forecast_number", Kind::Number, "of a key result: the value then"),
    column("forecast_progress", Kind::Number, "the progress then"),
    column("forecast_low", Kind::Number, "the worse end of its 80 % band, as progress"),
    column("forecast_high", Kind::Number, "the better end"),
    column("target_on", Kind::Day, "of a key result: the day on which it would reach its target"),
];

pub const SHEET: Sheet = Sheet {
    name: "figures",
    one: "figures",
    about: "The figures of each objective and each of its key results at the end of one day.",
    columns: COLUMNS,
    rows: Rows::Each(rows),
};

fn rows(one: &One) -> Vec<Row> {
    let head =
        |key_result: Value| vec![Value::Day(one.assessment.moment.day), Value::text(&one.report.reference), key_result];
    let objective = head(Value::Absent).into_iter().chain(of_objective(&one.report)).collect();
    let key_results = one.report.key_results.iter();
    let key_results =
        key_results.map(|kr| head(Value::text(&kr.reference)).into_iter().chain(of_key_result(kr)).collect());
    std::iter::once(objective).chain(key_results).collect()
}

fn of_objective(of: &ObjectiveReport) -> [Value; 21] {
    let forecast = of.forecast.as_ref();
    [
        Value::Absent,
        Value::Absent,
        Value::progress(of.progress),
        Value::fraction(of.expected),
        Value::Absent,
        Value::maybe(of.gap_to_plan, Value::Figure),
        Value::maybe_text(of.pace),
        Value::maybe_text(of.status),
        Value::maybe(of.confidence, |confidence| Value::Count(confidence.get().into())),
        Value::maybe(of.score, Value::Figure),
        Value::Absent,
        Value::count(of.missing),
        Value::maybe(of.updated_at, Value::Moment),
        Value::Absent,
        Value::Absent,
        Value::maybe(forecast, |forecast| Value::Day(forecast.on)),
        Value::Absent,
        Value::progress(forecast.map(|forecast| forecast.progress)),
        Value::progress(forecast.map(|forecast| forecast.progress_low)),
        Value::progress(forecast.map(|forecast| forecast.progress_high)),
        Value::Absent,
    ]
}

fn of_key_result(of: &KeyResultReport) -> [Value; 21] {
    let forecast: Option<&Forecast> = of.forecast.as_ref().and_then(Outlook::forecast);
    let [value, number] = value(of.value.as_ref());
    [
        value,
        number,
        Value::progress(of.progress),
        Value::fraction(of.expected),
        Value::maybe(of.gap, Value::Number),
        Value::maybe(of.gap_to_plan, Value::Figure),
        Value::maybe_text(of.pace),
        Value::maybe_text(of.status),
        Value::maybe(of.confidence, |confidence| Value::Count(confidence.get().into())),
        Value::maybe(of.score, Value::Figure),
        Value::count(of.check_ins),
        Value::Absent,
        Value::maybe(of.updated_at, Value::Moment),
        Value::maybe_text(of.updated_by.as_ref()),
        Value::maybe(of.stale_days, Value::Count),
        Value::maybe(forecast, |forecast| Value::Day(forecast.on)),
        Value::maybe(forecast, |forecast| Value::Number(forecast.value)),
        Value::progress(forecast.map(|forecast| forecast.progress)),
        Value::progress(forecast.map(|forecast| forecast.progress_low)),
        Value::progress(forecast.map(|forecast| forecast.progress_high)),
        Value::maybe(forecast.and_then(|forecast| forecast.target_on), Value::Day),
    ]
}

/// A value as text, and as a number where it is one.
pub fn value(shown: Option<&Shown>) -> [Value; 2] {
    match shown {
        None | Some(Shown::Step(None)) => [Value::Absent, Value::Absent],
        Some(Shown::Number(number)) => [Value::text(number), Value::Number(*number)],
        Some(Shown::Done(done)) => [Value::text(if *done { "done" } else { "open" }), Value::Absent],
        Some(Shown::Step(Some(step))) => [Value::text(step), Value::Absent],
    }
}
