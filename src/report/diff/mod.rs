//! `okr diff`: what two states of a store have of difference, in the words of OKRs.

mod change;
mod events;
mod frame;
mod key_result;
mod objective;
mod pair;
mod summary;

use chrono::NaiveDate;
use serde::Serialize;

use super::figures::VERSION;
use super::filter::Filter;
use crate::analysis::Assessment;
use crate::model::{CycleId, KeyResultId, ObjectiveRef, Progress};

pub use crate::analysis::Ease;
pub use change::{Change, Comment, FieldChange, Measured};
pub use frame::{CycleChange, MemberChange, Presence};
pub use summary::Summary;

#[derive(Debug, Serialize)]
pub struct Diff {
    pub version: u32,
    pub before: Point,
    pub after: Point,
    /// The cycle that was asked for; all of them otherwise.
    pub cycle: Option<CycleId>,
    pub summary: Summary,
    pub settings: Vec<FieldChange>,
    pub organisation: Vec<MemberChange>,
    pub cycles: Vec<CycleChange>,
    /// Made easier first, then by reference.
    pub objectives: Vec<ObjectiveChange>,
    /// Objectives that are damaged on a side, and therefore not compared.
    pub unread: Vec<Unread>,
    /// Settings, organisation and cycles that are damaged on a side, as messages name their files: none of the three is
    /// then compared, and of a damaged cycle no objective.
    pub damaged: Vec<String>,
}

/// What the store on disk is called, as opposed to a revision.
pub const WORKING_TREE: &str = "working tree";

/// One of the two states.
#[derive(Debug, Clone, Serialize)]
pub struct Point {
    /// As it was asked for: a revision, a day, or [`WORKING_TREE`].
    pub name: String,
    /// The commit, where it is one.
    pub commit: Option<String>,
    /// The day on which it was committed, or that was asked for; today for the working tree.
    pub day: NaiveDate,
}

#[derive(Debug, Clone, Serialize)]
pub struct Unread {
    #[serde(rename = "ref")]
    pub reference: ObjectiveRef,
    /// `before` or `after`.
    pub side: &'static str,
}

/// What became of an objective.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Fate {
    New,
    Removed,
    /// The same history under another cycle, owner or name.
    Moved,
    Changed,
}

/// An objective that is not the same on both sides.
#[derive(Debug, Clone, Serialize)]
pub struct ObjectiveChange {
    /// As it is called after, or was before if it is gone.
    #[serde(rename = "ref")]
    pub reference: ObjectiveRef,
    pub fate: Fate,
    /// What a moved one was called before.
    pub moved_from: Option<ObjectiveRef>,
    pub title: String,
    /// 0–1; absent where nothing can be measured.
    pub progress_before: Option<Progress>,
    pub progress_after: Option<Progress>,
    /// Percentage points gained.
    pub gained: Option<f64>,
    pub changes: Vec<Change>,
    pub key_results: Vec<KeyResultChange>,
}

/// What became of a key result of an objective that is there on both sides, or of each one of a new or removed objective.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum KeyResultFate {
    Added,
    Removed,
    Changed,
}

#[derive(Debug, Clone, Serialize)]
pub struct KeyResultChange {
    pub id: KeyResultId,
    pub title: String,
    pub fate: KeyResultFate,
    /// What it measures, or did.
    pub metric: Option<crate::model::Metric>,
    pub progress_before: Option<Progress>,
    pub progress_after: Option<Progress>,
    pub changes: Vec<Change>,
}

/// Two states of a store with their figures.
pub struct Sides<'a> {
    pub before: &'a Assessment<'a>,
    pub after: &'a Assessment<'a>,
    /// The objectives that may differ, by the references of either side; those left out are known not to.
    pub candidates: &'a [ObjectiveRef],
}

/// What is asked of a comparison, besides the two states.
pub struct DiffOptions {
    pub before: Point,
    pub after: Point,
    pub cycle: Option<CycleId>,
    pub filter: Filter,
    pub unread: Vec<Unread>,
    /// Files of settings, organisation and cycles that could not be read on a side.
    pub damaged: Vec<String>,
}

impl Diff {
    /// Whether everything that was to be compared could be read.
    pub fn is_whole(&self) -> bool {
        self.unread.is_empty() && self.damaged.is_empty()
    }

    /// Whether both states say the same.
    pub fn is_empty(&self) -> bool {
        self.objectives.is_empty() && self.settings.is_empty() && self.organisation.is_empty() && self.cycles.is_empty()
    }
}

impl ObjectiveChange {
    /// Every change of it and of its key results.
    pub fn all_changes(&self) -> impl Iterator<Item = &Change> {
        self.changes.iter().chain(self.key_results.iter().flat_map(|kr| &kr.changes))
    }

    /// Whether anything of it asks for less than before.
    pub fn is_easier(&self) -> bool {
        self.all_changes().any(|change| change.ease() == Some(Ease::Easier))
    }
}

/// Compares two states of a store.
pub fn diff(sides: &Sides, options: DiffOptions) -> Diff {
    let DiffOptions { before, after, cycle, filter, unread, damaged } = options;
    let is_unread = |reference: &ObjectiveRef| unread.iter().any(|one| &one.reference == reference);
    let mut objectives: Vec<ObjectiveChange> = pair::pairs(sides)
        .into_iter()
        .filter(|pair| pair.passes(sides, &filter, cycle.as_ref()))
        .filter(|pair| pair.is_whole() || !is_unread(pair.reference(sides)))
        .filter_map(|pair| objective::change(sides, &pair))
        .collect();
    objectives.sort_by(|a, b| (!a.is_easier(), &a.reference).cmp(&(!b.is_easier(), &b.reference)));
    let (old, new) = (sides.before.snapshot, sides.after.snapshot);
    // A filter asks about objectives; what frames them is of no owner.
    let framed = damaged.is_empty() && filter.is_empty();
    let of_all = framed && cycle.is_none();
    let settings = if of_all { frame::settings(&old.settings, &new.settings) } else { Vec::new() };
    let organisation = if of_all { frame::organisation(&old.org, &new.org) } else { Vec::new() };
    let mut cycles = if framed { frame::cycles(&old.cycles, &new.cycles) } else { Vec::new() };
    cycles.retain(|change| cycle.as_ref().is_none_or(|cycle| cycle == &change.id));
    let summary = Summary::of(&objectives, settings.len(), organisation.len(), cycles.len());
    Diff {
        version: VERSION,
        before,
        after,
        cycle,
        summary,
        settings,
        organisation,
        cycles,
        objectives,
        unread,
        damaged,
    }
}
