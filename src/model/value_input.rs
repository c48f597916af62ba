//! A value as typed in a check-in, read with the eyes of its metric.

use super::amount::{self, AmountError, MYRIADS};
use super::half_width::half_width;
use super::metric::Metric;
use super::quantity::{Quantity, QuantityError};
use super::reading::{Reading, ReadingError, Reported, Value};
use crate::language::say;

/// Why a typed value cannot be taken.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum ValueError {
    #[error(transparent)]
    Amount(#[from] AmountError),
    #[error("{}", say!(
        "{text} says {said}, and the key result is measured in {unit}",
        text = format_args!("{text:?}"),
        said = format_args!("{said:?}"),
        unit,
    ))]
    OtherUnit { text: String, said: String, unit: String },
    #[error("{}", say!(
        "{text} says {said}, and the key result is measured in plain numbers",
        text = format_args!("{text:?}"),
        said = format_args!("{said:?}"),
    ))]
    AnyUnit { text: String, said: String },
    #[error("{}", say!("there is no value yet that {text} could change", text = format_args!("{_0:?}")))]
    NothingToChange(String),
    #[error(transparent)]
    Reading(#[from] ReadingError),
    #[error(transparent)]
    Quantity(#[from] QuantityError),
}

/// Reads `42`, `42%`, `1.2k`, `1_200`, `+3`, `-1.5` (a change), `=-1.5` (a value), `done`, `open`, or a milestone's name
/// as a check-in of a key result with this metric, whose value in force is `now`. What it returns fits the metric.
///
/// # Errors
/// When it is no value, is ambiguous, or does not fit the metric.
pub fn read_value(text: &str, metric: &Metric, now: Option<&Reading>) -> Result<Reported, ValueError> {
    let text = text.trim();
    let reported = match metric {
        Metric::Change(_) | Metric::Keep(_) => Reported::Number(number(&half_width(text), metric, now)?),
        Metric::Done | Metric::Milestones(_) | Metric::Aligned => Reported::Word(text.to_owned()),
    };
    metric.read(reported.borrowed())?;
    Ok(reported)
}

/// A reading as it would be typed: what [`read_value`] makes the same reading of.
pub fn typed_value(metric: &Metric, reading: &Reading) -> String {
    match (reading.value(), metric) {
        // A sign alone would be a change.
        (Value::Number(number), _) if number.is_negative() => format!("={number}"),
        (Value::Number(number), _) => number.to_string(),
        (Value::Done(done), _) => if *done { "done" } else { "open" }.to_owned(),
        (Value::Steps(reached), Metric::Milestones(steps)) => {
            let last = reached.checked_sub(1).and_then(|at| steps.steps().get(at));
            last.map_or("none".to_owned(), |step| step.name.clone())
        }
        (Value::Steps(_), _) => "none".to_owned(),
    }
}

fn number(text: &str, metric: &Metric, now: Option<&Reading>) -> Result<Quantity, ValueError> {
    let (is_change, digits) = match text.strip_prefix('=') {
        Some(absolute) => (false, absolute),
        None => (text.starts_with(['+', '-', '−']), text),
    };
    let in_myriads = metric.unit().is_some_and(|unit| unit.starts_with(MYRIADS));
    let amount = if in_myriads { amount::scan_in_units(digits)? } else { amount::scan(digits)? };
    let said = amount.sign.map(String::from).unwrap_or_else(|| amount.rest.to_owned());
    // A unit that was written by hand may be full-width too.
    let unit = metric.unit().map(half_width);
    // 46万 is short for 46 of a unit that is called 万人.
    let is_short = in_myriads && unit.as_ref().is_some_and(|unit| said.starts_with(MYRIADS) && unit.starts_with(&said));
    if !said.is_empty() && !is_short && unit.as_deref() != Some(said.as_str()) {
        let text = text.to_owned();
        return Err(match metric.unit() {
            Some(unit) => ValueError::OtherUnit { text, said, unit: unit.to_owned() },
            None => ValueError::AnyUnit { text, said },
        });
    }
    if !is_change {
        return Ok(amount.number);
    }
    match now.map(Reading::value) {
        Some(Value::Number(before)) => Ok(before.plus(amount.number)?),
        _ => Err(ValueError::NothingToChange(text.to_owned())),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn metric(spec: &str) -> Metric {
        spec.parse().unwrap()
    }

    fn read(text: &str, spec: &str, now: Option<&str>) -> Result<Reported, ValueError> {
        let metric = metric(spec);
        let now = now.map(|text| metric.read(Reported::Number(text.parse().unwrap())).unwrap());
        read_value(text, &metric, now.as_ref())
    }

    fn value(text: &str, spec: &str, now: Option<&str>) -> String {
        match read(text, spec, now).unwrap() {
            Reported::Number(number) => number.to_string(),
            Reported::Word(word) => word,
            Reported::Flag(flag) => flag.to_string(),
        }
    }

    #[test]
    fn a_number_is_a_value_and_a_signed_one_is_a_change() {
        let points = "31 -> 50 points";
        assert_eq!(value("42", points, Some("38")), "42");
        assert_eq!(value("+3", points, Some("38")), "41");
        assert_eq!(value("-1.5", points, Some("38")), "36.5");
        assert_eq!(value("=-1.5", points, Some("38")), "-1.5");
        assert_eq!(value("1.2k", points, None), "1200");
        assert_eq!(value("1_200", points, None), "1200");
        assert_eq!(value("1.2万", points, None), "12000");
        assert_eq!(value("40 points", points, None), "40");
        assert_eq!(value("42%", "10% -> 50%", None), "42");
        assert_eq!(value("0.3", "0.1 -> 0.5", None), "0.3");
    }

    #[test]
    fn full_width_digits_and_signs_are_read_as_half_width() {
        assert_eq!(value("５５％", "10% -> 50%", None), "55");
        assert_eq!(value("55％", "10% -> 50%", None), "55");
        assert_eq!(value("５", "31 -> 50 points", None), "5");
        assert_eq!(value("＋３．５", "31 -> 50 points", Some("38")), "41.5");
        assert_eq!(value("－３", "31 -> 50 points", Some("38")), "35");
        assert_eq!(value("＝－３", "31 -> 50 points", Some("38")), "-3");
        assert_eq!(value("￥５万", "￥1 -> ￥9", None), "50000");
        assert_eq!(value("1500", "1200 -> 1800万元", None), "1500");
        assert_eq!(value("1500万元", "1200 -> 1800万元", None), "1500");
        assert_eq!(value("1500万", "1200 -> 1800万元", None), "1500");
        assert_eq!(value("1.5万元", "12000 -> 18000 元", None), "15000");
        assert!(matches!(read("１，２００", "1 -> 2", None), Err(ValueError::Amount(AmountError::Comma { .. }))));
    }

    #[test]
    fn a_unit_that_is_full_width_in_a_file_is_said_half_width() {
        let by_hand = Metric::change(1.into(), 9.into(), Some("％".into())).unwrap();
        assert_eq!(read_value("5%", &by_hand, None), Ok(Reported::Number(5.into())));
        assert_eq!(read_value("5％", &by_hand, None), Ok(Reported::Number(5.into())));
    }

    #[test]
    fn a_reading_can_be_typed_again() {
        let again = |text: &str, spec: &str| {
            let metric = metric(spec);
            let reading = metric.read(read(text, spec, None).unwrap().borrowed()).unwrap();
            let typed = typed_value(&metric, &reading);
            assert_eq!(
                metric.read(read_value(&typed, &metric, Some(&reading)).unwrap().borrowed()),
                Ok(reading),
                "{typed}"
            );
            typed
        };
        assert_eq!(again("38", "31 -> 50 points"), "38");
        assert_eq!(again("=-1.5", "-3 -> 0"), "=-1.5");
        assert_eq!(again("done", "done"), "done");
        assert_eq!(again("open", "done"), "open");
        assert_eq!(again("beta", "milestones design, beta, launch"), "beta");
        assert_eq!(again("none", "milestones design, beta, launch"), "none");
    }

    #[test]
    fn what_could_mean_two_things_is_refused() {
        assert!(matches!(read("1,200", "1 -> 2", None), Err(ValueError::Amount(AmountError::Comma { .. }))));
        assert!(matches!(read("42%", "31 -> 50 points", None), Err(ValueError::OtherUnit { .. })));
        assert!(matches!(read("+3", ">= 99", None), Err(ValueError::NothingToChange(_))));
        assert!(matches!(read("done", "1 -> 2", None), Err(ValueError::Amount(AmountError::NotANumber(_)))));
        assert_eq!(read("5", "aligned", None), Err(ValueError::Reading(ReadingError::Computed)));
    }

    #[test]
    fn words_are_taken_where_the_metric_knows_them() {
        assert_eq!(value("done", "done", None), "done");
        assert_eq!(value("beta", "milestones design, beta, launch", None), "beta");
        assert!(read("soon", "done", None).is_err());
    }
}
