//! `okr list`: the objectives of a cycle, one a line.

use chrono::NaiveDate;
use serde::Serialize;

use super::figures::{CycleInfo, ObjectiveReport, VERSION};
use super::filter::Filter;
use super::sort::Sort;
use crate::analysis::Assessment;
use crate::model::Cycle;

#[derive(Debug, Serialize)]
pub struct List {
    pub version: u32,
    pub as_of: NaiveDate,
    pub cycle: CycleInfo,
    pub objectives: Vec<ObjectiveReport>,
    /// How many the cycle holds, shown or not.
    pub of: usize,
}

/// The objectives of a cycle that pass a filter.
pub fn list(assessment: &Assessment, cycle: &Cycle, filter: &Filter, sort: Sort) -> List {
    let mut objectives: Vec<ObjectiveReport> =
        filter.select(assessment, &cycle.id).into_iter().map(|at| ObjectiveReport::of(assessment, at)).collect();
    objectives.sort_by(|a, b| sort.objectives(a, b));
    List {
        version: VERSION,
        as_of: assessment.moment.day,
        cycle: CycleInfo::of(cycle, &assessment.moment),
        objectives,
        of: assessment.snapshot.of_cycle(&cycle.id).count(),
    }
}
