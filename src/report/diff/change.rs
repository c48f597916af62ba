//! One change of an objective or a key result.

use chrono::{DateTime, NaiveDate, Utc};
use serde::Serialize;

use crate::analysis::Ease;
use crate::model::{Confidence, Kind, Lifecycle, Metric, OwnerKey, Quantity, Reading, Status, Weight};
use crate::report::Shown;

/// What changed, from what, to what. What is absent on a side is null there.
#[derive(Debug, Clone, Serialize)]
#[serde(tag = "what", rename_all = "kebab-case")]
pub enum Change {
    Title {
        before: String,
        after: String,
    },
    Description {
        before: Option<String>,
        after: Option<String>,
    },
    Kind {
        before: Kind,
        after: Kind,
    },
    Weight {
        before: Weight,
        after: Weight,
    },
    Tags {
        added: Vec<String>,
        removed: Vec<String>,
    },
    AlignsTo {
        before: Vec<String>,
        after: Vec<String>,
    },
    /// Open, completed or abandoned.
    State {
        before: Lifecycle,
        after: Lifecycle,
        /// Why, if whoever ended or opened it again said so.
        note: Option<String>,
    },
    Metric {
        before: Option<Metric>,
        after: Option<Metric>,
        ease: Option<Ease>,
    },
    /// Whoever checks it in.
    Owner {
        before: OwnerKey,
        after: OwnerKey,
    },
    /// The day by which it is due, its own or its cycle's last.
    Due {
        before: NaiveDate,
        after: NaiveDate,
        ease: Option<Ease>,
    },
    Initiatives {
        added: Vec<String>,
        removed: Vec<String>,
        done: Vec<String>,
        reopened: Vec<String>,
    },
    Value(Measured),
    Status {
        before: Option<Status>,
        after: Option<Status>,
    },
    Confidence {
        before: Option<Confidence>,
        after: Option<Confidence>,
    },
    /// 0–100.
    Score {
        before: Option<f64>,
        after: Option<f64>,
    },
    /// Check-ins that came.
    CheckIns {
        count: usize,
        by: Vec<String>,
        last: DateTime<Utc>,
        note: Option<String>,
    },
    /// Comments that came.
    Comments {
        count: usize,
        latest: Comment,
    },
    /// Reviews that came.
    Reviews {
        count: usize,
        latest: Comment,
    },
    /// Into which cycle it was carried, or from which it came.
    Carried {
        to: Option<String>,
        from: Option<String>,
    },
    /// Events that were taken back.
    Retracted {
        count: usize,
        by: Vec<String>,
    },
    /// Events that one side has and the other lacks without having taken them back.
    Gone {
        count: usize,
    },
}

/// A value before and after.
#[derive(Debug, Clone, Serialize)]
pub struct Measured {
    pub before: Option<Shown>,
    pub after: Option<Shown>,
    /// After less before, for numbers of one measure.
    pub change: Option<Quantity>,
    /// Percentage points of the way from start to target, by the measure that holds after.
    pub gained: Option<f64>,
    #[serde(skip)]
    pub readings: (Option<Reading>, Option<Reading>),
    #[serde(skip)]
    pub metrics: (Option<Metric>, Option<Metric>),
}

/// What somebody wrote.
#[derive(Debug, Clone, Serialize)]
pub struct Comment {
    pub at: DateTime<Utc>,
    pub by: String,
    pub text: String,
    /// What was said at a review, part by part.
    #[serde(skip)]
    pub review: Vec<(&'static str, String)>,
}

/// A field with one value before and another after, as text.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct FieldChange {
    pub field: &'static str,
    pub before: Option<String>,
    pub after: Option<String>,
    /// Whether less is asked for by it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub ease: Option<Ease>,
}

impl FieldChange {
    /// The change of a field, if there is one.
    pub fn of(field: &'static str, before: Option<impl ToString>, after: Option<impl ToString>) -> Option<Self> {
        let (before, after) = (before.map(|text| text.to_string()), after.map(|text| text.to_string()));
        (before != after).then_some(Self { field, before, after, ease: None })
    }
}

impl Change {
    /// Which way a target or a due date went.
    pub fn ease(&self) -> Option<Ease> {
        match self {
            Change::Metric { ease, .. } | Change::Due { ease, .. } => *ease,
            _ => None,
        }
    }

    /// Its name in JSON and CSV.
    pub fn name(&self) -> &'static str {
        match self {
            Change::Title { .. } => "title",
            Change::Description { .. } => "description",
            Change::Kind { .. } => "kind",
            Change::Weight { .. } => "weight",
            Change::Tags { .. } => "tags",
            Change::AlignsTo { .. } => "aligns-to",
            Change::State { .. } => "state",
            Change::Metric { .. } => "metric",
            Change::Owner { .. } => "owner",
            Change::Due { .. } => "due",
            Change::Initiatives { .. } => "initiatives",
            Change::Value(_) => "value",
            Change::Status { .. } => "status",
            Change::Confidence { .. } => "confidence",
            Change::Score { .. } => "score",
            Change::CheckIns { .. } => "check-ins",
            Change::Comments { .. } => "comments",
            Change::Reviews { .. } => "reviews",
            Change::Carried { .. } => "carried",
            Change::Retracted { .. } => "retracted",
            Change::Gone { .. } => "gone",
        }
    }
}
