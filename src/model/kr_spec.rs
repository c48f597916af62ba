//! The one-line language in which a key result is written on the command line.
//!
//! `[id =] TITLE: FROM -> TO [UNIT]`, `TITLE: >= N [UNIT] [worst M]`, `TITLE: <= N [UNIT] [worst M]`,
//! `TITLE: >= N <= M [UNIT] [worst W]`, `TITLE: done`, `TITLE: milestones a, b, c`, `TITLE: aligned`; and behind any of
//! them, in any order, `weight N`, `due DATE`, and `@KEY`, whoever checks it in where that is not the objective's owner.
//! A milestone may have a weight and a day of its own: `milestones design by 2026-10-31, beta *2 by 2026-11-30, launch`.
//! Full-width digits and signs, as Chinese keyboards type them, are read as half-width ones, and Chinese words as signs.

use std::str::FromStr;

use chrono::NaiveDate;

use super::amount::AmountError;
use super::day::day_of;
use super::half_width::half_width;
use super::key::{KeyError, KeyResultId, OwnerKey};
use super::metric::{Metric, MetricError};
use super::missing_colon::parted;
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
pub(super) const LONGEST_STEP: usize = 100;

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

pub(super) fn last_word(text: &str) -> Option<(&str, &str)> {
    text.trim_end().rsplit_once(char::is_whitespace)
}

pub(super) fn day(text: &str) -> Result<NaiveDate, SpecError> {
    day_of(text).ok_or_else(|| SpecError::Day(text.to_owned()))
}

pub(super) fn weight(text: &str) -> Result<Weight, SpecError> {
    let weight = text.parse().map_err(|_| WeightError).and_then(Weight::new);
    weight.map_err(|why| SpecError::Weight(text.to_owned(), why))
}

#[cfg(test)]
mod tests;
