//! What rules look at.

use std::collections::HashSet;
use std::ops::Deref;

use chrono::NaiveDate;

use super::signs::Signs;
use crate::analysis::{ObjectiveFigures, ObjectiveState, Standings};
use crate::model::{Cycle, CycleId, Header, HistoryLayout, Moment, Objective, ObjectiveRef, Record};

/// A store at a moment.
pub struct Subject<'a> {
    pub header: &'a Header,
    pub standings: &'a Standings<'a>,
    /// Those of each objective.
    signs: &'a [Signs],
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

/// What an objective's file defines.
#[derive(Clone, Copy)]
pub struct Defined<'a> {
    pub reference: &'a ObjectiveRef,
    pub objective: &'a Objective,
}

/// One objective of it, without its words and events.
#[derive(Clone, Copy)]
pub struct Sight<'a> {
    pub subject: &'a Subject<'a>,
    /// Its index.
    pub at: usize,
    pub figures: &'a ObjectiveFigures,
    pub signs: &'a Signs,
    pub cycle: &'a Cycle,
}

/// One objective of it, with all of these.
pub struct One<'a> {
    pub sight: Sight<'a>,
    pub record: &'a Record,
    /// What is in force.
    pub state: &'a ObjectiveState,
}

impl<'a> Deref for One<'a> {
    type Target = Sight<'a>;

    fn deref(&self) -> &Sight<'a> {
        &self.sight
    }
}

impl<'a> Subject<'a> {
    /// All of a store, or one cycle of it, which then counts as living whatever the day is.
    pub fn new(standings: &'a Standings<'a>, signs: &'a [Signs], today: NaiveDate, only: Option<&'a CycleId>) -> Self {
        let header = standings.header;
        let day = standings.moment.day;
        let lives = |cycle: &&Cycle| match only {
            Some(id) => &cycle.id == id,
            None => cycle.end >= day && cycle.closed.is_none(),
        };
        let living = header.cycles.iter().filter(lives).map(|cycle| &cycle.id).collect();
        Self { header, standings, signs, today, living, only, holding: holding(&header.cycles) }
    }

    pub fn moment(&self) -> &Moment {
        &self.standings.moment
    }

    /// Whether goals of this cycle can still be put better.
    pub fn lives(&self, cycle: &CycleId) -> bool {
        self.living.contains(cycle)
    }

    /// The cycles that are looked at.
    pub fn cycles(&self) -> impl Iterator<Item = &'a Cycle> + '_ {
        self.header.cycles.iter().filter(|cycle| self.only.is_none_or(|only| &cycle.id == only))
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
    pub fn objectives(&'a self) -> impl Iterator<Item = Sight<'a>> + 'a {
        (0..self.standings.objectives.len()).filter_map(|at| self.sight(at))
    }

    /// An objective by its index; none if its cycle is not looked at, or cannot be read.
    pub fn sight(&'a self, at: usize) -> Option<Sight<'a>> {
        let figures = &self.standings.objectives[at];
        let cycle = self.cycles().find(|cycle| cycle.id == figures.reference.cycle)?;
        Some(Sight { subject: self, at, figures, signs: &self.signs[at], cycle })
    }

    /// The signs of an objective by its index.
    pub fn signs(&self, at: usize) -> &'a Signs {
        &self.signs[at]
    }

    /// The objectives of one cycle.
    pub fn of_cycle(&'a self, cycle: &'a CycleId) -> impl Iterator<Item = Sight<'a>> {
        self.objectives().filter(move |sight| &sight.figures.reference.cycle == cycle)
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
