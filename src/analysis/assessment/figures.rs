//! An objective as a row of figures: what sums, orders, filters and alignment need of it, and no more. Its words and events
//! are most of a large store, and are only wanted of the few that are shown.

use borsh::{BorshDeserialize, BorshSerialize};
use chrono::{DateTime, NaiveDate, Utc};

use crate::analysis::expected::expected_of;
use crate::analysis::timeline::{KeyResultState, ObjectiveState};
use crate::model::{
    Cycle, Fraction, KeyResult, KeyResultId, Kind, Lifecycle, Measure, Moment, Objective, ObjectiveRef, OwnerKey, Pace,
    Placed, Progress, ReferenceQuery, Status, Weight, gap_to_plan, packed,
};

/// An objective's figures.
#[derive(Debug, Clone)]
pub struct ObjectiveFigures {
    pub reference: ObjectiveRef,
    /// What its own files come to.
    pub own: OwnFigures,
    /// The mean of its parts by weight; `None` where none has a progress.
    pub progress: Option<Progress>,
    pub expected: Option<Fraction>,
    pub pace: Option<Pace>,
    /// What people say: the worst of its open key results', or what was said of it as a whole if that is worse.
    pub status: Option<Status>,
    /// In the order of the definition.
    pub key_results: Vec<KeyResultFigures>,
    /// Parts without a progress, left out of the mean.
    pub missing: usize,
}

/// What an objective's own files come to, whatever the day is and whatever aligns to it.
#[derive(Debug, Clone, BorshSerialize, BorshDeserialize)]
pub struct OwnFigures {
    pub kind: Kind,
    pub weight: Weight,
    pub tags: Box<[String]>,
    /// As written: the first is its place in the tree.
    pub aligns_to: Box<[ReferenceQuery]>,
    pub lifecycle: Lifecycle,
    /// The day on which it was written down, if its history tells.
    #[borsh(serialize_with = "packed::day::write", deserialize_with = "packed::day::read")]
    pub created: Option<NaiveDate>,
    /// What was last said of the objective as a whole.
    pub status: Option<Status>,
    /// The last check-in on the objective as a whole.
    #[borsh(serialize_with = "packed::moments::write", deserialize_with = "packed::moments::read")]
    pub said_at: Option<DateTime<Utc>>,
    pub is_scored: bool,
}

/// A key result's figures.
#[derive(Debug, Clone, BorshSerialize, BorshDeserialize)]
pub struct KeyResultFigures {
    pub id: KeyResultId,
    pub weight: Weight,
    /// `None` where no measure is written yet.
    pub measure: Option<Measure>,
    /// Whoever checks it in, where it is not the objective's owner.
    pub owner: Option<Box<OwnerKey>>,
    /// The day that is written for it.
    #[borsh(serialize_with = "packed::day::write", deserialize_with = "packed::day::read")]
    own_due: Option<NaiveDate>,
    /// The day by which it is due: its own, else the cycle's last.
    #[borsh(skip)]
    pub due: NaiveDate,
    /// Unclamped; `None` where there is no measure, no value yet, or nothing aligned to it.
    pub progress: Option<Progress>,
    #[borsh(skip)]
    pub expected: Option<Fraction>,
    #[borsh(skip)]
    pub pace: Option<Pace>,
    /// What people last said.
    pub status: Option<Status>,
    /// The last check-in.
    #[borsh(serialize_with = "packed::moments::write", deserialize_with = "packed::moments::read")]
    pub updated_at: Option<DateTime<Utc>>,
    /// Days since the last check-in, or since the cycle began, where that is too long.
    #[borsh(skip)]
    pub stale: Option<i64>,
}

impl ObjectiveFigures {
    /// The figures that follow from an objective's own files, by what is in force: nothing is rolled up yet, and nothing is
    /// expected before [`ObjectiveFigures::on`] says when.
    pub fn of(reference: &ObjectiveRef, objective: &Objective, state: &ObjectiveState) -> Self {
        let key_results = objective.key_results.iter().zip(&state.key_results);
        let own = OwnFigures {
            kind: objective.kind,
            weight: objective.weight,
            tags: objective.tags.clone().into(),
            aligns_to: objective.aligns_to.clone().into(),
            lifecycle: state.lifecycle.clone(),
            created: state.created,
            status: state.said.status,
            said_at: state.said.at(),
            is_scored: state.score.is_some(),
        };
        Self::new(reference.clone(), own, key_results.map(|(kr, state)| KeyResultFigures::of(kr, state)).collect())
    }

    /// The same of parts that are known.
    pub fn new(reference: ObjectiveRef, own: OwnFigures, key_results: Vec<KeyResultFigures>) -> Self {
        let (progress, expected, pace, status) = (None, None, None, None);
        Self { reference, own, progress, expected, pace, status, key_results, missing: 0 }
    }

    /// With what is expected at a moment of a cycle.
    #[must_use]
    pub fn on(mut self, cycle: Option<&Cycle>, moment: &Moment) -> Self {
        for kr in &mut self.key_results {
            kr.due = kr.own_due.or(cycle.map(|cycle| cycle.end)).unwrap_or(moment.day);
            let measure = kr.measure.as_ref();
            kr.expected = cycle.zip(measure).and_then(|(cycle, measure)| expected_of(measure, kr.due, cycle, moment));
        }
        self
    }

    pub fn is_open(&self) -> bool {
        self.own.lifecycle.is_open()
    }

    /// Whether it counts in sums: everything that was not given up.
    pub fn counts(&self) -> bool {
        !self.own.lifecycle.is_abandoned()
    }

    /// The last check-in on it or any of its key results.
    pub fn updated_at(&self) -> Option<DateTime<Utc>> {
        self.key_results.iter().filter_map(|kr| kr.updated_at).chain(self.own.said_at).max()
    }

    /// Progress less expected, in percentage points; negative is behind. Progress counts clamped, as in every mean.
    pub fn gap_to_plan(&self) -> Option<f64> {
        Some(gap_to_plan(self.progress?, self.expected?))
    }

    /// Whether what people say and what is computed are two different things.
    pub fn disagrees(&self) -> bool {
        matches!((self.pace, self.status), (Some(pace), Some(status)) if !pace.agrees_with(status))
    }

    /// The first day from which a check-in is waited for: the cycle's, or a later one on which the objective was written down.
    pub fn waits_since(&self, cycle: &Cycle) -> NaiveDate {
        self.own.created.map_or(cycle.start, |created| created.max(cycle.start))
    }
}

impl KeyResultFigures {
    fn of(kr: &KeyResult, state: &KeyResultState) -> Self {
        Self {
            id: kr.id.clone(),
            weight: kr.weight,
            measure: kr.metric.as_ref().map(Measure::of),
            owner: kr.owner.clone().map(Box::new),
            own_due: kr.due,
            due: kr.due.unwrap_or_default(),
            progress: state.reading.as_ref().map(|reading| reading.progress()),
            expected: None,
            pace: None,
            status: state.said.status,
            updated_at: state.said.at(),
            stale: None,
        }
    }

    /// Progress less expected, in percentage points; negative is behind.
    pub fn gap_to_plan(&self) -> Option<f64> {
        Some(gap_to_plan(self.progress?, self.expected?))
    }

    /// Whether what people say and what is computed are two different things.
    pub fn disagrees(&self) -> bool {
        matches!((self.pace, self.status), (Some(pace), Some(status)) if !pace.agrees_with(status))
    }
}

impl KeyResultFigures {
    /// Whether a day is written for it, or for one of its milestones.
    pub fn has_own_days(&self) -> bool {
        self.own_due.is_some() || matches!(self.measure, Some(Measure::DatedMilestones(_)))
    }
}

impl Placed for ObjectiveFigures {
    fn reference(&self) -> &ObjectiveRef {
        &self.reference
    }

    fn aligns_to(&self) -> &[ReferenceQuery] {
        &self.own.aligns_to
    }

    fn ids(&self) -> impl Iterator<Item = &KeyResultId> {
        self.key_results.iter().map(|kr| &kr.id)
    }
}
