//! What a foreign file says, before a store has looked at it.

use std::collections::HashSet;

use chrono::{DateTime, NaiveDate, Utc};

use crate::model::{AmountError, Confidence, Initiative, Keep, Kind, Metric, MetricError, Quantity, Reported, Status};

/// All that a file says. Every word of it that means something is in a field of an objective or in a leftover.
#[derive(Debug, Default, PartialEq)]
pub struct Draft {
    pub objectives: Vec<DraftObjective>,
    /// What did not become anything.
    pub leftovers: Vec<Leftover>,
    /// What was meant as something that it is not. A draft with these is never made into anything.
    pub wrong: Vec<Wrong>,
}

/// A cycle, an owner or a tag that is named for what stands below it.
#[derive(Debug, Clone)]
pub struct Named {
    pub place: Place,
    /// As the file has it.
    pub words: String,
    /// As it stands in objectives and key results.
    pub value: String,
}

impl Draft {
    /// Leaves over what was named for nothing.
    pub fn leave_unused(&mut self, named: Vec<Named>) {
        let of_key_results =
            |one: &DraftObjective| one.key_results.iter().filter_map(|kr| kr.owner.clone()).collect::<Vec<_>>();
        let own = self
            .objectives
            .iter()
            .flat_map(|one| one.owner.iter().chain(&one.cycle).chain(&one.tags).cloned().chain(of_key_results(one)));
        let used: HashSet<String> = own.collect();
        // A year is used by its quarters.
        let is_used =
            |value: &String| used.contains(value) || used.iter().any(|used| used.starts_with(&format!("{value}-")));
        let unused = named.into_iter().filter(|one| !is_used(&one.value));
        self.leftovers.extend(unused.map(|one| Leftover { place: one.place, text: one.words, why: Why::Unused }));
    }
}

/// Where in a file something stands.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Place {
    /// From 1.
    pub line: usize,
    /// From 1: a field of a CSV row, or a character of a YAML line.
    pub column: Option<usize>,
}

impl Place {
    pub fn line(line: usize) -> Self {
        Self { line, column: None }
    }
}

/// A piece of the file that did not become anything, and why.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Leftover {
    pub place: Place,
    pub text: String,
    pub why: Why,
}

/// Why something was left over.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Why {
    /// A heading that is neither a cycle, an owner nor an objective.
    Heading,
    /// A cycle or an owner under which nothing stands.
    Unused,
    /// Text that belongs to no objective.
    Prose,
    /// An item of a list that belongs to no objective.
    NoObjective,
    /// A table within Markdown.
    Table,
    /// Code, HTML or a comment.
    Code,
    /// Links within the document.
    Contents,
    /// A column whose header means nothing here.
    Column,
    /// A key that means nothing here.
    Key,
    /// A value where something else was expected; a YAML alias or tag.
    Value,
    /// A current value of what has no target.
    NoTarget,
    /// One more owner than the one that an objective has.
    MoreOwners,
    /// One more parent than a key result has.
    MoreParents,
    /// Progress of an objective, which follows from its key results.
    Computed,
    /// A word in front that is no status here.
    Status,
    /// A title under which nothing stands.
    NoTitle,
    /// A parent that is neither in the file nor in the store.
    Parent,
    /// A zero that stands for "not scored" as well.
    Unscored,
    /// A word that stands for nothing, such as `N/A`.
    Nothing,
}

/// Something that is not what its place says.
#[derive(Debug, Clone, PartialEq)]
pub struct Wrong {
    pub place: Place,
    /// The column's header or the key.
    pub field: String,
    pub text: String,
    pub why: Unfit,
}

/// Why a text does not fit its place.
#[derive(Debug, Clone, PartialEq)]
pub enum Unfit {
    Amount(AmountError),
    Metric(MetricError),
    /// A target of 0 without a start, which then is 0 too.
    NoStart,
    Day,
    Confidence,
    Score,
    /// 1 is the whole on one scale, and next to nothing on another.
    ScoreScale,
    /// Of progresses that are all 0 or 1: the whole on one scale, and next to nothing on another.
    ProgressScale,
    /// A point that stands between thousands where others have commas.
    Point {
        thousands: String,
        decimal: String,
    },
    Weight,
    Flag,
    Percent,
    /// Units of the numbers of one key result.
    Units {
        one: String,
        other: String,
    },
    /// The row has so many fields, and the header so many.
    Fields {
        found: usize,
        wanted: usize,
    },
}

/// An objective as the file has it.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct DraftObjective {
    pub place: Place,
    /// Its names in the file, by which others refer to it.
    pub ids: Vec<String>,
    pub title: String,
    pub description: Option<String>,
    /// As written: a key, a name, a handle, an address.
    pub owner: Option<String>,
    /// The cycle as its own name, made from what is written: `2018-Q3` from `2018 Q3`, `Q4` where no year is told.
    pub cycle: Option<String>,
    pub days: Days,
    /// The last day of its key results that have none of their own.
    pub due: Option<NaiveDate>,
    pub parents: Vec<Parent>,
    pub weight: Option<f64>,
    pub tags: Vec<String>,
    pub kind: Option<Kind>,
    pub said: Said,
    pub end: Option<End>,
    pub key_results: Vec<DraftKeyResult>,
}

/// First and last day, as far as they are told.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Days {
    pub first: Option<NaiveDate>,
    pub last: Option<NaiveDate>,
}

/// What an objective is under.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Parent {
    /// Another objective of the draft.
    Objective(usize),
    /// By its id or title in the file.
    Named { name: String, place: Place },
}

/// How an objective has ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum End {
    Completed,
    /// It is struck out.
    Abandoned,
}

/// What is said of an objective or a key result.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Said {
    pub status: Option<Status>,
    pub confidence: Option<Confidence>,
    pub note: Option<String>,
    /// 0–100.
    pub score: Option<f64>,
    pub at: Option<DateTime<Utc>>,
}

impl Said {
    /// Takes over what is not said here yet.
    pub fn merge(&mut self, other: Said) {
        let Said { status, confidence, note, score, at } = other;
        self.status = self.status.or(status);
        self.confidence = self.confidence.or(confidence);
        self.note = self.note.take().or(note);
        self.score = self.score.or(score);
        self.at = self.at.or(at);
    }
}

/// A key result as the file has it.
#[derive(Debug, Clone, PartialEq)]
pub struct DraftKeyResult {
    pub place: Place,
    pub id: Option<String>,
    pub title: String,
    pub metric: Metric,
    pub value: Option<Reported>,
    pub said: Said,
    pub owner: Option<String>,
    pub due: Option<NaiveDate>,
    pub weight: Option<f64>,
    pub initiatives: Vec<Initiative>,
    /// It is struck out, or cancelled: kept, and counted no more.
    pub is_dropped: bool,
}

/// The numbers of a key result as they are told, on their way to a metric.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Measure {
    pub start: Option<Quantity>,
    pub target: Option<Quantity>,
    /// The level to keep, from below and from above.
    pub at_least: Option<Quantity>,
    pub at_most: Option<Quantity>,
    pub current: Option<Quantity>,
    /// In percent.
    pub progress: Option<f64>,
    pub unit: Option<String>,
    pub done: Option<bool>,
}

/// A metric with the first value, and a current value for which there is no measure.
#[derive(Debug, PartialEq)]
pub struct Measured {
    pub metric: Metric,
    pub value: Option<Reported>,
    pub unused: Option<Quantity>,
}

impl Measure {
    /// Takes the unit of one of the numbers.
    ///
    /// # Errors
    /// When another one has another unit.
    pub fn take_unit(&mut self, unit: Option<String>) -> Result<(), Unfit> {
        match (unit, &self.unit) {
            (Some(one), Some(other)) if one != *other => Err(Unfit::Units { one, other: other.clone() }),
            (Some(unit), None) => {
                self.unit = Some(unit);
                Ok(())
            }
            _ => Ok(()),
        }
    }

    /// Why these numbers are no measure.
    pub fn unfit(&self, why: MetricError) -> Unfit {
        if self.start.is_none() && matches!(why, MetricError::NoSpan(_)) { Unfit::NoStart } else { Unfit::Metric(why) }
    }

    /// Whether no number is told, only what it would be of.
    pub fn unit_only(&self) -> bool {
        Self { unit: None, ..self.clone() } == Self::default()
    }

    /// The metric and the value in force: from start (0 if only a target is told) to target; without a target what the title
    /// says; else 0 to 100 % where a progress is told; else done or not. A progress without a value is the value that far
    /// between start and target.
    ///
    /// # Errors
    /// When start and target are equal.
    pub fn metric(&self, title: &str) -> Result<Measured, MetricError> {
        let level = Keep { at_least: self.at_least, at_most: self.at_most, worst: None, unit: self.unit.clone() };
        let metric = match self.target {
            None if level.at_least.or(level.at_most).is_some() => Some(Metric::keep(level)?),
            Some(target) => Some(Metric::change(self.start.unwrap_or(Quantity::ZERO), target, self.unit.clone())?),
            None => crate::check::titles::measure(title),
        };
        if let Some(metric) = metric {
            let value = self.current.or_else(|| self.on_the_way(&metric));
            // A level has no way between two values on which a progress or an end could be.
            if value.is_some() || (self.progress.is_none() && self.done != Some(true)) {
                return Ok(Measured { metric, value: value.map(Reported::Number), unused: None });
            }
        }
        let in_percent = self.unit.as_deref() == Some("%");
        let percent = self.progress.and_then(|percent| Quantity::nearest(percent, 4));
        if let Some(value) = percent.or(self.current.filter(|_| in_percent))
            && self.done.is_none()
        {
            let metric = Metric::change(Quantity::ZERO, Quantity::from(100), Some("%".to_owned()))?;
            return Ok(Measured { metric, value: Some(Reported::Number(value)), unused: None });
        }
        let done = self.done == Some(true);
        let value = done.then(|| Reported::Word("done".to_owned()));
        Ok(Measured { metric: Metric::Done, value, unused: self.current })
    }

    /// The value that a progress, or having reached the end, is of this metric.
    fn on_the_way(&self, metric: &Metric) -> Option<Quantity> {
        let Metric::Change(change) = metric else { return None };
        let progress = self.progress.or((self.done == Some(true)).then_some(100.0))?;
        let value = change.from.as_f64() + change.to.minus(change.from).as_f64() * progress / 100.0;
        Quantity::nearest(value, change.from.decimals().max(change.to.decimals()) + 4)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn q(text: &str) -> Option<Quantity> {
        Some(text.parse().unwrap())
    }

    fn made(title: &str, measure: Measure) -> (String, Option<String>) {
        let Measured { metric, value, .. } = measure.metric(title).unwrap();
        (format!("{metric:?}"), value.map(|value| value.to_string()))
    }

    fn spec(text: &str) -> String {
        format!("{:?}", text.parse::<Metric>().unwrap())
    }

    #[test]
    fn numbers_come_before_words_and_words_before_done() {
        let nothing = Measure::default();
        let numbers = Measure { start: q("31"), target: q("50"), current: q("38"), ..Measure::default() };
        assert_eq!(made("NPS from 1 to 2", numbers), (spec("31 -> 50"), Some("38".into())));
        assert_eq!(made("NPS from 31 to 50", nothing.clone()), (spec("31 -> 50"), None));
        assert_eq!(made("Ship it", nothing), (spec("done"), None));
        let target = Measure { target: q("5"), done: Some(true), ..Measure::default() };
        assert_eq!(made("Hire", target), (spec("0 -> 5"), Some("5".into())));
    }

    #[test]
    fn a_progress_is_a_value_on_the_way_or_a_percentage() {
        let progress = |progress: f64| Measure { progress: Some(progress), ..Measure::default() };
        assert_eq!(made("NPS from 31 to 50", progress(50.0)), (spec("31 -> 50"), Some("40.5".into())));
        assert_eq!(made("Churn from 4 to 2 %", progress(25.0)), (spec("4 -> 2 %"), Some("3.5".into())));
        assert_eq!(made("Ship it", progress(70.0)), (spec("0 -> 100 %"), Some("70".into())));
        assert_eq!(made("Keep uptime >= 99.9 %", progress(70.0)), (spec("0 -> 100 %"), Some("70".into())));
    }

    #[test]
    fn a_value_without_a_target_is_not_lost() {
        let measured = Measure { current: q("7"), ..Measure::default() }.metric("Ship it").unwrap();
        assert_eq!((measured.metric, measured.unused), (Metric::Done, q("7")));
        assert!(Measure { start: q("5"), target: q("5"), ..Measure::default() }.metric("x").is_err());
    }
}
