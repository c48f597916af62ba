//! What rules look at.

use std::collections::HashSet;

use chrono::NaiveDate;

use crate::analysis::{Assessment, ObjectiveFigures};
use crate::model::{Cycle, CycleId, HistoryLayout, Moment, Record, Snapshot};

/// A store at a moment.
pub struct Subject<'a> {
    pub snapshot: &'a Snapshot,
    pub assessment: &'a Assessment<'a>,
    /// Today, whatever moment is looked at.
    pub today: NaiveDate,
    /// The cycles of which goals can still be put better.
    living: HashSet<&'a CycleId>,
    /// The cycles that hold shorter ones.
    holding: HashSet<&'a CycleId>,
    /// The one cycle that is looked at, if it is one.
    only: Option<&'a CycleId>,
}

/// How a store is kept in Git.
#[derive(Debug, Clone, Default)]
pub struct Keeping {
    /// What the attribute `merge` is for a history file of the store, by `git check-attr`: `union`, `unspecified`, …
    pub merge: String,
    /// What `eol` is for one.
    pub eol: String,
    /// Where the repository's remotes are, as its settings say.
    pub remotes: Vec<String>,
    pub history: HistoryLayout,
    /// How many people could check in.
    pub people: usize,
}

/// One objective of it.
pub struct One<'a> {
    pub subject: &'a Subject<'a>,
    /// Its index in the snapshot.
    pub at: usize,
    pub record: &'a Record,
    pub figures: &'a ObjectiveFigures,
    pub cycle: &'a Cycle,
}

impl<'a> Subject<'a> {
    /// All of a store, or one cycle of it, which then counts as living whatever the day is.
    pub fn new(assessment: &'a Assessment<'a>, today: NaiveDate, only: Option<&'a CycleId>) -> Self {
        let snapshot = assessment.snapshot;
        let day = assessment.moment.day;
        let lives = |cycle: &&Cycle| match only {
            Some(id) => &cycle.id == id,
            None => cycle.end >= day && cycle.closed.is_none(),
        };
        let living = snapshot.cycles.iter().filter(lives).map(|cycle| &cycle.id).collect();
        Self { snapshot, assessment, today, living, only, holding: holding(&snapshot.cycles) }
    }

    pub fn moment(&self) -> &Moment {
        &self.assessment.moment
    }

    /// Whether goals of this cycle can still be put better.
    pub fn lives(&self, cycle: &CycleId) -> bool {
        self.living.contains(cycle)
    }

    /// The cycles that are looked at.
    pub fn cycles(&self) -> impl Iterator<Item = &'a Cycle> + '_ {
        self.snapshot.cycles.iter().filter(|cycle| self.only.is_none_or(|only| &cycle.id == only))
    }

    /// The cycles whose goals can still be put better.
    pub fn living(&self) -> impl Iterator<Item = &'a Cycle> + '_ {
        self.cycles().filter(|cycle| self.lives(&cycle.id))
    }

    /// Whether a cycle holds shorter ones, as a year does its quarters: it is a place for what they serve.
    pub fn holds_others(&self, cycle: &Cycle) -> bool {
        self.holding.contains(&cycle.id)
    }

    /// Every objective that is looked at, in the order of references.
    pub fn objectives(&'a self) -> impl Iterator<Item = One<'a>> + 'a {
        (0..self.snapshot.objectives.len()).filter_map(|at| self.one(at))
    }

    /// An objective by its index; none if its cycle is not looked at, or cannot be read.
    pub fn one(&'a self, at: usize) -> Option<One<'a>> {
        let record = &self.snapshot.objectives[at];
        let cycle = self.cycles().find(|cycle| cycle.id == record.reference.cycle)?;
        Some(One { subject: self, at, record, figures: &self.assessment.objectives[at], cycle })
    }
}

/// The cycles that hold shorter ones, of cycles in the order of their first days and, where that is the same, their last.
fn holding(cycles: &[Cycle]) -> HashSet<&CycleId> {
    let mut found = HashSet::new();
    // The earliest end of all that begin later than those that are looked at.
    let mut earliest: Option<NaiveDate> = None;
    for same_start in cycles.chunk_by(|a, b| a.start == b.start).rev() {
        let Some(shortest) = same_start.first().map(|cycle| cycle.end) else { continue };
        let holds = |cycle: &&Cycle| cycle.end > shortest || earliest.is_some_and(|end| end <= cycle.end);
        found.extend(same_start.iter().filter(holds).map(|cycle| &cycle.id));
        earliest = Some(earliest.map_or(shortest, |end| end.min(shortest)));
    }
    found
}
