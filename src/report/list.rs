//! `okr list`: the objectives of a cycle, one a line.

use chrono::NaiveDate;
use serde::Serialize;

use super::course::rows;
use super::figures::{CycleInfo, ObjectiveReport, VERSION};
use super::filter::Filter;
use super::sort::Sort;
use crate::analysis::{Assessment, Course};
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

/// The objectives of a cycle that pass a filter, each with its course week by week.
pub fn list(assessment: &Assessment, course: &Course, cycle: &Cycle, filter: &Filter, sort: Sort) -> List {
    let report = |at: usize| ObjectiveReport { course: rows(course, at, None), ..ObjectiveReport::of(assessment, at) };
    let mut objectives: Vec<ObjectiveReport> = filter.select(assessment, &cycle.id).into_iter().map(report).collect();
    objectives.sort_by(|a, b| sort.rows(a, b));
    List {
        version: VERSION,
        as_of: assessment.moment.day,
        cycle: CycleInfo::of(cycle, &assessment.moment),
        objectives,
        of: assessment.snapshot.of_cycle(&cycle.id).count(),
    }
}
