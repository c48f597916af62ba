//! What `okr export` gives to other programs: the store as flat sheets that refer to each other by whole references.
//!
//! A sheet is a list of columns and a function that makes the rows of one objective, or of the whole. Nobody holds all
//! rows at once: they come in batches.

mod alignments;
mod cycles;
mod events;
mod figures;
mod flat;
mod key_results;
mod objectives;
mod owners;
mod parts;
mod sheet;

use std::collections::BTreeSet;

pub use flat::FLAT;
pub use sheet::{Column, Kind, Row, Value};

use super::figures::ObjectiveReport;
use super::filter::Filter;
use crate::analysis::Assessment;
use crate::model::{CycleId, Record, map_long};

/// Objectives whose rows are made at one time.
const BATCH: usize = 1024;

/// The sheets of a whole store, those first that others refer to.
pub const SHEETS: &[Sheet] = &[
    cycles::SHEET,
    owners::SHEET,
    objectives::SHEET,
    key_results::SHEET,
    parts::MILESTONES,
    parts::INITIATIVES,
    parts::TAGS,
    alignments::SHEET,
    events::SHEET,
    figures::SHEET,
];

/// A table that is the same for every store.
pub struct Sheet {
    /// Its file's name.
    pub name: &'static str,
    /// What one row is.
    pub one: &'static str,
    /// What it holds, in a sentence.
    pub about: &'static str,
    pub columns: &'static [Column],
    rows: Rows,
}

enum Rows {
    /// All at once: there are few.
    Whole(fn(&Extent) -> Vec<Row>),
    /// By objective.
    Each(fn(&One) -> Vec<Row>),
}

/// What is exported: some cycles of an assessed store, and of them the objectives that pass a filter.
pub struct Extent<'a> {
    assessment: &'a Assessment<'a>,
    cycles: BTreeSet<&'a CycleId>,
    selected: Vec<usize>,
}

/// An objective whose rows are made.
struct One<'a> {
    assessment: &'a Assessment<'a>,
    at: usize,
    record: &'a Record,
    report: ObjectiveReport,
}

impl<'a> Extent<'a> {
    /// Of a store that was read with all events.
    pub fn new(assessment: &'a Assessment<'a>, cycles: impl IntoIterator<Item = &'a CycleId>, filter: &Filter) -> Self {
        let cycles: BTreeSet<&CycleId> = cycles.into_iter().collect();
        let all = assessment.snapshot.objectives.iter().enumerate();
        let of_cycles = all.filter(|(_, record)| cycles.contains(&record.reference.cycle)).map(|(at, _)| at);
        let selected = of_cycles.filter(|&at| filter.passes(assessment, at)).collect();
        Self { assessment, cycles, selected }
    }

    fn records(&self) -> impl Iterator<Item = &'a Record> {
        self.selected.iter().map(|&at| &self.assessment.snapshot.objectives[at])
    }
}

impl Sheet {
    /// Its rows, in an order that is always the same.
    pub fn batches<'e>(&'e self, extent: &'e Extent) -> Box<dyn Iterator<Item = Vec<Row>> + 'e> {
        match &self.rows {
            Rows::Whole(make) => Box::new(std::iter::once_with(|| make(extent))),
            Rows::Each(make) => Box::new(extent.selected.chunks(BATCH).map(|batch| {
                map_long(batch, |&at| make(&One::new(extent.assessment, at))).into_iter().flatten().collect()
            })),
        }
    }
}

impl<'a> One<'a> {
    fn new(assessment: &'a Assessment<'a>, at: usize) -> Self {
        let record = &assessment.snapshot.objectives[at];
        Self { assessment, at, record, report: ObjectiveReport::of(assessment, at) }
    }
}

#[cfg(test)]
mod tests;
