//! The one-line language in which a key result is written on the command line.
//!
//! `[id =] TITLE: FROM -> TO [UNIT]`, `TITLE: >= N [UNIT] [worst M]`, `TITLE: <= N [UNIT] [worst M]`,
//! `TITLE: >= N <= M [UNIT] [worst W]`, `TITLE: done`, `TITLE: milestones a, b, c`, `TITLE: aligned`; and behind any of
//! them, in any order, `weight N`, `due DATE`, and `@KEY`, whoever checks it in where that is not the objective's owner.
//! A milestone may have a weight and a day of its own: `milestones design by 2026-10-31, beta *2 by 2026-11-30, launch`.
//! Full-width digits and signs, as Chinese keyboards type them, are read as half-width ones, and Chinese words as signs.

use std::fmt;
use std::str::FromStr;

use chrono::NaiveDate;

use super::amount::{self, Amount, AmountError, MYRIADS};
use super::chinese_measure::{in_signs, with_worst};
use super::day::day_of;
use super::half_width::half_width;
use super::key::{KeyError, KeyResultId, OwnerKey};
use super::metric::{Keep, Metric, MetricError, Milestone};
use super::missing_colon::parted;
use super::quantity::Quantity;
use super::weight::{Weight, WeightError};
use crate::language::say;

/// A key result as one line says it.
#[derive(Debug, Clone, PartialEq)]
pub struct KeyResultSpec {
    pub id: Option<KeyResultId>,
    pub title: String,
    pub metric: Metric,
    pub owner: Option<OwnerKey>,
    pub weight: Weight,
    pub due: Option<NaiveDate>,
}

/// The longest name of a milestone that can be typed, in characters.
const LONGEST_STEP: usize = 100;

/// Why a line is no key result.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum SpecError {
    #[error("{}", say!("{text} has no measure: a key result says how we will know", text = format_args!("{_0:?}")))]
    NoMeasure(String),
    #[error("{}", say!("a colon is missing between {title} and {measure}", title = format_args!("{title:?}"), measure = format_args!("{measure:?}")))]
    NoColon { title: String, measure: String },
    #[error("{}", say!("{text} has a measure but no title", text = format_args!("{_0:?}")))]
    NoTitle(String),
    #[error("{}", say!("{text} is no measure", text = format_args!("{_0:?}")))]
    UnknownMeasure(String),
    #[error(transparent)]
    Amount(#[from] AmountError),
    #[error("{}", say!(
        "start is in {from} and target in {to}: one unit only",
        from = format_args!("{from:?}"),
        to = format_args!("{to:?}"),
    ))]
    TwoUnits { from: String, to: String },
    #[error("{}", say!("{text} is no id of a key result: {why}", text = format_args!("{_0:?}"), why = _1))]
    Id(String, KeyError),
    #[error("{}", say!("@{key} is nobody's key: {why}", key = _0, why = _1))]
    Owner(String, KeyError),
    #[error("{}", say!("{text} is not a day; write it as 2026-11-30", text = format_args!("{_0:?}")))]
    Day(String),
    #[error("{}", say!("{text}: {why}", text = format_args!("{_0:?}"), why = _1))]
    Weight(String, WeightError),
    #[error("{}", say!(
        "a milestone's name has {count} characters; people type it at every check-in: {most} are the most",
        count = _0,
        most = LONGEST_STEP,
    ))]
    LongStep(usize),
    #[error(transparent)]
    Metric(#[from] MetricError),
}

impl FromStr for KeyResultSpec {
    type Err = SpecError;

    fn from_str(text: &str) -> Result<Self, SpecError> {
        let (id, rest) = split_id(text)?;
        let (rest, extras) = split_extras(rest)?;
        let colons = rest.char_indices().rev().filter(|(_, c)| matches!(c, ':' | '：'));
        let mut parts = colons.map(|(at, colon)| (rest[..at].trim(), rest[at + colon.len_utf8()..].trim()));
        let Some((title, measure)) = parts.next() else {
            return Err(without_colon(rest.trim()));
        };
        if title.is_empty() {
            return Err(SpecError::NoTitle(text.trim().to_owned()));
        }
        if measure.is_empty() {
            return Err(SpecError::NoMeasure(title.to_owned()));
        }
        let (title, metric) = match measure.parse() {
            Ok(metric) => (title, metric),
            // A milestone's name may have a colon in it, as a title may.
            Err(why) => parts.find_map(|(title, measure)| Some((title, steps_of(measure)?))).ok_or(why)?,
        };
        let Extras { owner, weight, due } = extras;
        let weight = weight.unwrap_or_default();
        Ok(Self { id, title: title.to_owned(), metric, owner, weight, due })
    }
}

/// The milestones that a text names, where it says that they are some.
fn steps_of(text: &str) -> Option<Metric> {
    text.parse().ok().filter(|metric| matches!(metric, Metric::Milestones(_)))
}

fn without_colon(text: &str) -> SpecError {
    match parted(text) {
        Some(("", _)) => SpecError::NoTitle(text.to_owned()),
        Some((title, measure)) => SpecError::NoColon { title: title.to_owned(), measure: measure.to_owned() },
        None => SpecError::NoMeasure(text.to_owned()),
    }
}

/// An id in front of `=`, if one word stands there; else all of it is title and measure.
fn split_id(text: &str) -> Result<(Option<KeyResultId>, &str), SpecError> {
    // A full-width one may as well be part of a title, so what is no id is no mistake.
    if let Some((Ok(id), rest)) = text.split_once('＝').map(|(id, rest)| (half_width(id.trim()).parse(), rest)) {
        return Ok((Some(id), rest));
    }
    match text.split_once('=') {
        Some((id, rest)) if !rest.starts_with('=') && !id.ends_with(['<', '>']) && !id.trim().contains(' ') => {
            let id = id.trim();
            match id.parse() {
                Ok(id) => Ok((Some(id), rest)),
                // `A: x=1 -> 2` has an equals sign in its measure.
                Err(_) if id.contains([':', '：']) => Ok((None, text)),
                Err(why) => Err(SpecError::Id(id.to_owned(), why)),
            }
        }
        _ => Ok((None, text)),
    }
}

/// What may stand behind the measure.
#[derive(Default)]
struct Extras {
    owner: Option<OwnerKey>,
    weight: Option<Weight>,
    due: Option<NaiveDate>,
}

/// Takes `@KEY`, `weight N` and `due DATE` from the end, each once.
fn split_extras(text: &str) -> Result<(&str, Extras), SpecError> {
    let mut extras = Extras::default();
    let mut rest = text;
    while let Some((before, word)) = last_word(rest) {
        let word = half_width(word);
        if let (None, Some(key)) = (&extras.owner, word.strip_prefix('@').filter(|key| !key.is_empty())) {
            let owner = key.parse().map_err(|why| SpecError::Owner(key.to_owned(), why))?;
            (rest, extras.owner) = (before, Some(owner));
            continue;
        }
        // Without a digit it is a unit that ends so, as in "kg of weight lost".
        let said = last_word(before).filter(|_| word.starts_with(|c: char| c.is_ascii_digit()));
        match said {
            Some((before, "weight")) if extras.weight.is_none() => {
                (rest, extras.weight) = (before, Some(weight(&word)?))
            }
            Some((before, "due")) if extras.due.is_none() => (rest, extras.due) = (before, Some(day(&word)?)),
            _ => break,
        }
    }
    Ok((rest, extras))
}

fn last_word(text: &str) -> Option<(&str, &str)> {
    text.trim_end().rsplit_once(char::is_whitespace)
}

fn day(text: &str) -> Result<NaiveDate, SpecError> {
    day_of(text).ok_or_else(|| SpecError::Day(text.to_owned()))
}

fn weight(text: &str) -> Result<Weight, SpecError> {
    let weight = text.parse().map_err(|_| WeightError).and_then(Weight::new);
    weight.map_err(|why| SpecError::Weight(text.to_owned(), why))
}

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
    Ok(Metric::change(from.number, to.number, unit)?)
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
    Ok(Some(Metric::change(from.number, to.number, Some(longer.to_owned()))?))
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
        level.unit = amount.sign.map(String::from).or(level.unit);
        rest = amount.rest;
        if let Some(at) = rest.find(['<', '>', '≤', '≥']) {
            let unit = rest[..at].trim();
            level.unit = level.unit.or((!unit.is_empty()).then(|| unit.to_owned()));
            rest = &rest[at..];
        }
    }
    level.unit = level.unit.or((!rest.is_empty()).then(|| rest.to_owned()));
    if let Some(worst) = worst {
        level.worst = Some(amount::scan(worst)?.number);
    }
    Ok(Metric::keep(level)?)
}

#[cfg(test)]
mod tests;
