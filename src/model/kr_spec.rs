//! The one-line language in which a key result is written on the command line.
//!
//! `[id =] TITLE: FROM -> TO [UNIT]`, `TITLE: >= N [UNIT] [worst M]`, `TITLE: <= N [UNIT] [worst M]`,
//! `TITLE: >= N <= M [UNIT] [worst W]`, `TITLE: done`, `TITLE: milestones a, b, c`, `TITLE: aligned`; and behind any of
//! them, in any order, `weight N`, `due DATE`, and `@KEY`, whoever checks it in where that is not the objective's owner.
//! A milestone may have a weight and a day of its own: `milestones design by 2026-10-31, beta *2 by 2026-11-30, launch`.

use std::fmt;
use std::str::FromStr;

use chrono::NaiveDate;

use super::amount::{self, Amount, AmountError};
use super::day::day_of;
use super::key::{KeyError, KeyResultId, OwnerKey};
use super::metric::{Keep, Metric, MetricError, Milestone};
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
            return Err(SpecError::NoMeasure(rest.trim().to_owned()));
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

/// An id in front of `=`, if one word stands there; else all of it is title and measure.
fn split_id(text: &str) -> Result<(Option<KeyResultId>, &str), SpecError> {
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
        if let (None, Some(owner)) = (&extras.owner, word.strip_prefix('@').and_then(|key| key.parse().ok())) {
            (rest, extras.owner) = (before, Some(owner));
            continue;
        }
        // Without a digit it is a unit that ends so, as in "kg of weight lost".
        let said = last_word(before).filter(|_| word.starts_with(|c: char| c.is_ascii_digit()));
        match said {
            Some((before, "weight")) if extras.weight.is_none() => {
                (rest, extras.weight) = (before, Some(weight(word)?))
            }
            Some((before, "due")) if extras.due.is_none() => (rest, extras.due) = (before, Some(day(word)?)),
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
        if let Some((from, to)) = text.split_once("->").or_else(|| text.split_once('→')) {
            return change(from, to);
        }
        if comparator(text).is_some() {
            return keep(text);
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
    let (text, due) = match last_word(text).and_then(|(before, date)| Some((last_word(before)?, date))) {
        Some(((before, "by"), date)) if digit(date) => (before.trim_end(), Some(day(date)?)),
        _ => (text, None),
    };
    let (name, counts) = match last_word(text).and_then(|(name, word)| Some((name, word.strip_prefix(['*', '×'])?))) {
        Some((name, number)) if digit(number) => (name.trim_end(), weight(number)?),
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
    let (from, to) = (amount::scan(from)?, amount::scan(to)?);
    let unit = match (unit(&from), unit(&to)) {
        (Some(a), Some(b)) if a != b => return Err(SpecError::TwoUnits { from: a, to: b }),
        (a, b) => b.or(a),
    };
    Ok(Metric::change(from.number, to.number, unit)?)
}

fn unit(amount: &Amount) -> Option<String> {
    amount.sign.map(String::from).or_else(|| (!amount.rest.is_empty()).then(|| amount.rest.to_owned()))
}

/// Which limit a comparator sets, and what follows it.
fn comparator(text: &str) -> Option<(bool, &str)> {
    let at_least = [">=", "≥", "＞="].iter().find_map(|sign| text.strip_prefix(sign));
    let at_most = || ["<=", "≤", "＜="].iter().find_map(|sign| text.strip_prefix(sign));
    at_least.map(|rest| (true, rest)).or_else(|| at_most().map(|rest| (false, rest)))
}

fn keep(text: &str) -> Result<Metric, SpecError> {
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
        if let Some(at) = rest.find(['<', '>', '≤', '≥', '＜', '＞']) {
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
mod tests {
    use super::*;

    fn spec(text: &str) -> KeyResultSpec {
        text.parse().unwrap_or_else(|why| panic!("{text}: {why}"))
    }

    fn q(text: &str) -> Quantity {
        text.parse().unwrap()
    }

    fn change(from: &str, to: &str, unit: Option<&str>) -> Metric {
        Metric::change(q(from), q(to), unit.map(str::to_owned)).unwrap()
    }

    #[test]
    fn a_change_is_written_with_an_arrow() {
        let nps = spec("nps = NPS rises: 31 -> 50 points");
        assert_eq!(nps.id.unwrap().as_str(), "nps");
        assert_eq!(nps.title, "NPS rises");
        assert_eq!(nps.metric, change("31", "50", Some("points")));
        assert_eq!(spec("续约率：80% → 95%").metric, change("80", "95", Some("%")));
        assert_eq!(spec("Revenue: $1.2M -> $2M").metric, change("1200000", "2000000", Some("$")));
        assert_eq!(spec("Ratio 3:1 held: 1 -> 2").title, "Ratio 3:1 held");
        assert_eq!(spec("Temperature: -5 -> -18 °C").metric, change("-5", "-18", Some("°C")));
        assert_eq!(spec("Run: 5km -> 10km").metric, change("5", "10", Some("km")));
    }

    #[test]
    fn a_level_is_written_with_a_comparator() {
        let level = |at_least: Option<&str>, at_most: Option<&str>, worst: Option<&str>, unit: Option<&str>| {
            let keep = Keep {
                at_least: at_least.map(q),
                at_most: at_most.map(q),
                worst: worst.map(q),
                unit: unit.map(str::to_owned),
            };
            Metric::keep(keep).unwrap()
        };
        assert_eq!(spec("Up: >= 99.9 % worst 99").metric, level(Some("99.9"), None, Some("99"), Some("%")));
        assert_eq!(spec("p95: ≤ 300 ms").metric, level(None, Some("300"), None, Some("ms")));
        assert_eq!(spec("Load: >= 10 <= 20 users").metric, level(Some("10"), Some("20"), None, Some("users")));
        assert_eq!(spec("Load: >= 10 users <= 20").metric, level(Some("10"), Some("20"), None, Some("users")));
    }

    #[test]
    fn words_name_the_other_measures() {
        assert_eq!(spec("Audit passed: done").metric, Metric::Done);
        assert_eq!(spec("Teams deliver: aligned").metric, Metric::Aligned);
        let Metric::Milestones(steps) = spec("发布: milestones 设计、公测, 上线").metric else {
            panic!("milestones")
        };
        assert_eq!(steps.steps().iter().map(|step| step.name.as_str()).collect::<Vec<_>>(), ["设计", "公测", "上线"]);
    }

    #[test]
    fn an_owner_may_stand_behind_the_measure() {
        let kr = spec("uptime = A daemon runs for 10 days: 0 -> 10 days @alanshaw");
        assert_eq!(kr.owner.unwrap().as_str(), "alanshaw");
        assert_eq!(kr.metric, change("0", "10", Some("days")));
        assert_eq!(spec("Steps: milestones a, b @bo").owner.unwrap().as_str(), "bo");
        assert_eq!(spec("Ask @ana: done").owner, None);
    }

    #[test]
    fn weight_and_due_day_may_stand_behind_the_measure_too() {
        let kr = spec("nps = NPS rises: 31 -> 50 points weight 2 due 2026-11-30 @bo");
        assert_eq!(kr.metric, change("31", "50", Some("points")));
        assert_eq!((kr.weight.get(), kr.due, kr.owner.unwrap().as_str()), (2.0, "2026-11-30".parse().ok(), "bo"));
        let kr = spec("Audit passed: done @bo due 2026-11-30");
        assert_eq!((kr.metric, kr.weight), (Metric::Done, Weight::ONE));
        assert_eq!(spec("Lost: 0 -> 5 kg of weight").metric, change("0", "5", Some("kg of weight")));
        assert_eq!("x: done due 2026-13-01".parse::<KeyResultSpec>(), Err(SpecError::Day("2026-13-01".into())));
        assert!(matches!("x: done weight 5000".parse::<KeyResultSpec>(), Err(SpecError::Weight(..))));
    }

    #[test]
    fn a_milestone_may_have_a_weight_and_a_day() {
        let kr = spec(
            "Launch: milestones design by 2026-10-31, closed beta *2 by 2026-11-30, done by us, x64 due 2026-12-18",
        );
        let Metric::Milestones(steps) = kr.metric else { panic!("milestones") };
        let step = |at: usize| (steps.steps()[at].name.as_str(), steps.steps()[at].weight.get(), steps.steps()[at].due);
        assert_eq!(step(0), ("design", 1.0, "2026-10-31".parse().ok()));
        assert_eq!(step(1), ("closed beta", 2.0, "2026-11-30".parse().ok()));
        assert_eq!(step(2), ("done by us", 1.0, None));
        assert_eq!(step(3), ("x64", 1.0, None));
        assert_eq!(kr.due, "2026-12-18".parse().ok());
    }

    #[test]
    fn a_milestone_may_have_a_colon_in_its_name_and_is_shown_as_it_is_typed() {
        let kr = spec("Launch: x: milestones Phase 1: design by 2026-10-31, Phase 2: beta *2");
        let Metric::Milestones(steps) = &kr.metric else { panic!("milestones") };
        let shown: Vec<String> = steps.steps().iter().map(ToString::to_string).collect();
        assert_eq!(
            (kr.title.as_str(), shown.join(", ").as_str()),
            ("Launch: x", "Phase 1: design by 2026-10-31, Phase 2: beta *2")
        );
        assert!(matches!("Goal: 1 -> 2: soon".parse::<KeyResultSpec>(), Err(SpecError::UnknownMeasure(_))));
    }

    #[test]
    fn what_has_no_measure_or_an_unclear_one_is_refused_with_the_reason() {
        let error = |text: &str| text.parse::<KeyResultSpec>().unwrap_err();
        assert_eq!(error("Ship it"), SpecError::NoMeasure("Ship it".into()));
        assert_eq!(error(": 1 -> 2"), SpecError::NoTitle(": 1 -> 2".into()));
        assert_eq!(error("Ship: soon"), SpecError::UnknownMeasure("soon".into()));
        assert!(matches!(error("Users: 1,200 -> 2,000"), SpecError::Amount(AmountError::Comma { .. })));
        assert!(matches!(error("x: 5 -> 5"), SpecError::Metric(MetricError::NoSpan(_))));
        assert!(matches!(error("x: 5 ms -> 3 s"), SpecError::TwoUnits { .. }));
        assert!(matches!(error("x: >= 1 >= 2"), SpecError::UnknownMeasure(_)));
    }
}
