//! A measure as it is written on the command line, behind the colon of a key result: `31 -> 50 points`, `>= 99.9 % worst 99`,
//! `milestones a, b, c`.

use std::fmt;
use std::str::FromStr;

use super::amount::{self, Amount, MYRIADS};
use super::chinese_measure::{in_signs, with_worst};
use super::half_width::half_width;
use super::kr_spec::{LONGEST_STEP, SpecError, day, last_word, weight};
use super::metric::{Keep, Metric};
use super::milestones::Milestone;
use super::quantity::Quantity;
use super::weight::Weight;

impl FromStr for Metric {
    type Err = SpecError;

    fn from_str(text: &str) -> Result<Self, SpecError> {
        let text = text.trim();
        match text.split_whitespace().next() {
            Some("done") if text == "done" => return Ok(Metric::Done),
            Some("aligned") if text == "aligned" => return Ok(Metric::Aligned),
            Some("milestones") => return milestones(text.trim_start_matches("milestones")),
            _ => {}
        }
        let half = half_width(text);
        let signs = in_signs(&half);
        let measure = signs.as_deref().unwrap_or(&half);
        if let Some((from, to)) = measure.split_once("->").or_else(|| measure.split_once('→')) {
            return change(from, to);
        }
        if comparator(measure).is_some() {
            return keep(measure);
        }
        Err(SpecError::UnknownMeasure(text.to_owned()))
    }
}

fn milestones(list: &str) -> Result<Metric, SpecError> {
    let names = list.split([',', '，', '、']).map(str::trim).filter(|name| !name.is_empty());
    Ok(Metric::milestones(names.map(milestone).collect::<Result<_, _>>()?)?)
}

/// As it is typed, and read by [`milestone`].
impl fmt::Display for Milestone {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.name)?;
        if self.weight != Weight::ONE {
            write!(f, " *{}", self.weight.get())?;
        }
        self.due.iter().try_for_each(|due| write!(f, " by {due}"))
    }
}

/// `NAME [*WEIGHT] [by DATE]`.
fn milestone(text: &str) -> Result<Milestone, SpecError> {
    let digit = |text: &str| text.starts_with(|c: char| c.is_ascii_digit());
    let behind = |text| last_word(text).map(|(before, word)| (before, half_width(word)));
    let (text, due) = match behind(text).and_then(|(before, date)| Some((last_word(before)?, date))) {
        Some(((before, "by"), date)) if digit(&date) => (before.trim_end(), Some(day(&date)?)),
        _ => (text, None),
    };
    let (name, counts) = match behind(text) {
        Some((name, word)) if word.strip_prefix(['*', '×']).is_some_and(digit) => {
            (name.trim_end(), weight(word.trim_start_matches(['*', '×']))?)
        }
        _ => (text, Weight::ONE),
    };
    // With a weight it becomes a key, and YAML takes none of more than 1,024 characters, escapes included.
    let length = name.chars().count();
    if length > LONGEST_STEP {
        return Err(SpecError::LongStep(length));
    }
    Ok(Milestone { name: name.to_owned(), weight: counts, due })
}

fn change(from: &str, to: &str) -> Result<Metric, SpecError> {
    // In 1200 → 1800万 both are in 万, and so is what is said of it later.
    if let Some(metric) = change_in_myriads(from, to)? {
        return Ok(metric);
    }
    let (from, to) = (amount::scan(from)?, amount::scan(to)?);
    let unit = match (unit(&from), unit(&to)) {
        (Some(a), Some(b)) if a != b => return Err(SpecError::TwoUnits { from: a, to: b }),
        (a, b) => b.or(a),
    };
    Ok(Metric::change(from.number, to.number, unit.map(Into::into))?)
}

/// A change whose unit begins with 万 or 亿, be it written once or twice; none where the two differ, as of 5000万 and 1.2亿.
fn change_in_myriads(from: &str, to: &str) -> Result<Option<Metric>, SpecError> {
    let (from, to) = (amount::scan_in_units(from)?, amount::scan_in_units(to)?);
    let (a, b) = (from.rest, to.rest);
    let longer = if b.len() >= a.len() { b } else { a };
    let signed = from.sign.is_some() || to.sign.is_some();
    if signed || !longer.starts_with(MYRIADS) || !(longer.starts_with(a) && longer.starts_with(b)) {
        return Ok(None);
    }
    Ok(Some(Metric::change(from.number, to.number, Some(longer.into()))?))
}

fn unit(amount: &Amount) -> Option<String> {
    amount.sign.map(String::from).or_else(|| (!amount.rest.is_empty()).then(|| amount.rest.to_owned()))
}

/// Which limit a comparator sets, and what follows it.
fn comparator(text: &str) -> Option<(bool, &str)> {
    let at_least = [">=", "≥"].iter().find_map(|sign| text.strip_prefix(sign));
    let at_most = || ["<=", "≤"].iter().find_map(|sign| text.strip_prefix(sign));
    at_least.map(|rest| (true, rest)).or_else(|| at_most().map(|rest| (false, rest)))
}

fn keep(text: &str) -> Result<Metric, SpecError> {
    let text = with_worst(text);
    let text = text.as_str();
    let mut level = Keep { at_least: None, at_most: None, worst: None, unit: None };
    let (levels, worst) = match text.split_once("worst") {
        Some((levels, worst)) => (levels, Some(worst)),
        None => (text, None),
    };
    let mut rest = levels.trim();
    while let Some((at_least, after)) = comparator(rest) {
        let amount = amount::scan(after)?;
        let limit: &mut Option<Quantity> = if at_least { &mut level.at_least } else { &mut level.at_most };
        if limit.replace(amount.number).is_some() {
            return Err(SpecError::UnknownMeasure(text.to_owned()));
        }
        level.unit = amount.sign.map(|sign| sign.to_string().into()).or(level.unit);
        rest = amount.rest;
        if let Some(at) = rest.find(['<', '>', '≤', '≥']) {
            let unit = rest[..at].trim();
            level.unit = level.unit.or((!unit.is_empty()).then(|| unit.into()));
            rest = &rest[at..];
        }
    }
    level.unit = level.unit.or((!rest.is_empty()).then(|| rest.into()));
    if let Some(worst) = worst {
        level.worst = Some(amount::scan(worst)?.number);
    }
    Ok(Metric::keep(level)?)
}
