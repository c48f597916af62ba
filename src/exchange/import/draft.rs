//! What a foreign file says, before a store has looked at it.

use std::collections::HashSet;

use chrono::{DateTime, NaiveDate, Utc};

use crate::model::{
    AmountError, Confidence, CycleId, Initiative, KeyResultId, Kind, Metric, MetricError, ReadingError, ReferenceError,
    Reported, Slug, SpecError, Status,
};

/// All that a file says. Every word of it that means something is in a field of an objective or in a leftover.
#[derive(Debug, Default, PartialEq)]
pub struct Draft {
    pub objectives: Vec<DraftObjective>,
    /// Cycles of which more is told than their names.
    pub cycles: Vec<DraftCycle>,
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
    /// What is to be measured as the file's own word for it says.
    Measure(SpecError),
    /// A value of another measure.
    Reading(ReadingError),
    /// A number that the measure cannot be without, by its column.
    Without(&'static str),
    /// What is no name of an objective or a key result.
    Reference(ReferenceError),
    /// A target of 0 without a start, which then is 0 too.
    NoStart,
    Day,
    Confidence,
    Status,
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

/// A cycle whose days the file tells.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DraftCycle {
    pub id: CycleId,
    pub title: Option<String>,
    pub start: NaiveDate,
    pub end: NaiveDate,
}

/// An objective as the file has it.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct DraftObjective {
    pub place: Place,
    /// Its names in the file, by which others refer to it.
    pub ids: Vec<String>,
    /// Its name in the store that the file was made from.
    pub slug: Option<Slug>,
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
    /// Its name in the file, by which others refer to it.
    pub id: Option<String>,
    /// Its id in the store that the file was made from.
    pub key: Option<KeyResultId>,
    pub title: String,
    /// None where that store has no measure for it yet.
    pub metric: Option<Metric>,
    pub value: Option<Reported>,
    pub said: Said,
    pub owner: Option<String>,
    pub due: Option<NaiveDate>,
    pub weight: Option<f64>,
    pub initiatives: Vec<Initiative>,
    /// It is struck out, or cancelled: kept, and counted no more.
    pub is_dropped: bool,
}
