//! Metrics and their readings in words.

use super::cell::{Cell, amount};
use crate::language::{count, for_machines, say};
use crate::model::{Change, Metric, Quantity, Reading, ToGo, Value};

/// How many decimals the numbers of a metric are written with: as many as any of them needs.
fn decimals(metric: &Metric, value: Option<Quantity>) -> u32 {
    let numbers: [Option<Quantity>; 4] = match metric {
        Metric::Change(Change { from, to, .. }) => [Some(*from), Some(*to), None, value],
        Metric::Keep(keep) => [keep.at_least, keep.at_most, None, value],
        Metric::Done | Metric::Milestones(_) | Metric::Aligned => [None; 4],
    };
    numbers.into_iter().flatten().map(Quantity::decimals).max().unwrap_or(0)
}

/// How many decimals the metric's own numbers have.
pub fn own_decimals(metric: &Metric) -> u32 {
    decimals(metric, None)
}

fn number_of(reading: &Reading) -> Option<Quantity> {
    match reading.value() {
        Value::Number(number) => Some(*number),
        _ => None,
    }
}

/// `38 points`, `done`, `beta, 2 of 3`.
pub fn value(metric: &Metric, reading: &Reading) -> String {
    match (metric, reading.value()) {
        (_, Value::Number(number)) => amount(*number, decimals(metric, Some(*number)), metric.unit(), false),
        _ => bare(metric, reading),
    }
}

/// As [`value`], without the unit.
pub fn bare(metric: &Metric, reading: &Reading) -> String {
    match (metric, reading.value()) {
        (_, Value::Number(number)) => amount(*number, decimals(metric, Some(*number)), None, false),
        (_, Value::Done(true)) => say!(in "metric", "done").to_owned(),
        (_, Value::Done(false)) => say!("not yet").to_owned(),
        (Metric::Milestones(steps), Value::Steps(reached)) => {
            let name = reached.checked_sub(1).and_then(|at| steps.steps().get(at)).map(|step| step.name.as_str());
            match name {
                Some(name) => say!("{name}, {reached} of {all}", name, reached, all = steps.len()),
                None => say!("{reached} of {all}", reached = 0, all = steps.len()),
            }
        }
        (_, Value::Steps(reached)) => reached.to_string(),
    }
}

/// What is aimed at: `50`, `≥ 99.9`, `10–20`, `done`, `launch`, without a unit.
pub fn target(metric: &Metric) -> String {
    let digits = |number: Quantity| amount(number, decimals(metric, None), None, false);
    match metric {
        Metric::Change(change) => digits(change.to),
        Metric::Keep(keep) => match (keep.at_least, keep.at_most) {
            (Some(low), Some(high)) => format!("{}–{}", digits(low), digits(high)),
            (Some(low), None) => format!("≥ {}", digits(low)),
            (None, Some(high)) => format!("≤ {}", digits(high)),
            (None, None) => String::new(),
        },
        Metric::Done => say!(in "metric", "done").to_owned(),
        Metric::Milestones(steps) => say!("{reached} of {all}", reached = steps.len(), all = steps.len()),
        Metric::Aligned => say!("aligned").to_owned(),
    }
}

/// `38 of 50 points`, `99.45 of ≥ 99.9 %`, `not yet`, `beta, 2 of 3`.
pub fn value_of_target(metric: &Metric, reading: Option<&Reading>) -> String {
    let unit = |text: String| match metric.unit() {
        Some(unit) if is_currency(unit) => text,
        Some(unit) => format!("{text} {unit}"),
        None => text,
    };
    match (metric, reading) {
        (Metric::Change(_) | Metric::Keep(_), Some(reading)) => {
            let now = match (metric.unit().filter(|unit| is_currency(unit)), number_of(reading)) {
                (Some(_), Some(_)) => value(metric, reading),
                _ => bare(metric, reading),
            };
            unit(say!("{now} of {target}", now, target = target(metric)))
        }
        (Metric::Keep(_), None) => unit(say!("{now} of {target}", now = "–", target = target(metric))),
        (Metric::Aligned, _) => say!("by what aligns").to_owned(),
        (_, Some(reading)) => bare(metric, reading),
        (_, None) => "–".to_owned(),
    }
}

fn is_currency(unit: &str) -> bool {
    unit.chars().count() == 1 && unit.starts_with(crate::model::CURRENCIES)
}

/// The metric as one writes it: `31 → 50 points`, `≥ 99.9 %, worst 99`, `done`, `design, beta, launch`.
pub fn metric(metric: &Metric) -> String {
    let unit = metric.unit().map(|unit| format!(" {unit}")).unwrap_or_default();
    match metric {
        Metric::Change(change) => {
            let from = amount(change.from, decimals(metric, None), None, false);
            format!("{from} → {}{unit}", target(metric))
        }
        Metric::Keep(keep) => {
            let worst = keep.worst.map(|worst| say!(", worst {worst}", worst)).unwrap_or_default();
            format!("{}{unit}{worst}", target(metric))
        }
        Metric::Milestones(steps) => {
            steps.steps().iter().map(|step| step.name.as_str()).collect::<Vec<_>>().join(say!(", "))
        }
        Metric::Done => say!("done or not").to_owned(),
        Metric::Aligned => say!("by what aligns to it").to_owned(),
    }
}

/// As [`metric`], in English whatever is spoken: what histories hold is the same in every language.
pub fn recorded(of: &Metric) -> String {
    let _english = for_machines();
    metric(of)
}

/// The metric in the words that a command line takes for it: `31 → 50 points`, `≥ 99.9 % worst 99`,
/// `milestones design by 2026-10-31, beta *2`.
pub fn typed(of: &Metric) -> String {
    match of {
        Metric::Change(_) => metric(of),
        Metric::Keep(keep) => {
            let part = |sign: &str, number: Option<Quantity>| number.map(|number| format!("{sign} {number}"));
            let unit = keep.unit.as_ref().map(ToString::to_string);
            let all = [part("≥", keep.at_least), part("≤", keep.at_most), unit, part("worst", keep.worst)];
            all.into_iter().flatten().collect::<Vec<_>>().join(" ")
        }
        Metric::Done => "done".to_owned(),
        Metric::Aligned => "aligned".to_owned(),
        Metric::Milestones(steps) => {
            format!("milestones {}", steps.steps().iter().map(ToString::to_string).collect::<Vec<_>>().join(", "))
        }
    }
}

/// Where a metric starts, as a cell.
pub fn start_cell(metric: Option<&Metric>) -> Cell {
    let start = match metric {
        Some(Metric::Change(change)) => Some(change.from),
        Some(Metric::Keep(keep)) => keep.worst,
        _ => None,
    };
    start.map_or(Cell::Missing("no start"), |start| bare_number(start, metric))
}

fn bare_number(number: Quantity, metric: Option<&Metric>) -> Cell {
    let decimals = metric.map_or(0, |metric| decimals(metric, None));
    Cell::Amount { number, decimals, unit: None, signed: false }
}

/// What is still to go: `12 points`, `−1.1 %`, `1 step`.
pub fn to_go_cell(metric: Option<&Metric>, to_go: Option<ToGo>) -> Cell {
    match (metric, to_go) {
        (Some(metric), Some(ToGo::Amount(number))) => {
            let decimals = decimals(metric, Some(number));
            Cell::Amount { number, decimals, unit: metric.unit().map(str::to_owned), signed: false }
        }
        (_, Some(ToGo::Steps(steps))) => {
            let words = count!(steps, "step", "steps");
            Cell::Words { shown: vec![super::cell::Span::plain(words)], raw: steps.to_string() }
        }
        _ => Cell::Missing("nothing to count"),
    }
}
