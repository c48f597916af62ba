//! `okr report progress`: progress against the plan, and what changed since some days ago.

use chrono::NaiveDate;
use serde::Serialize;

use super::course::{CourseRow, group_rows, rows};
use super::figures::{CycleInfo, ObjectiveReport, VERSION};
use super::filter::Filter;
use super::gap::{parted, totals};
use super::sort::{By, Sort};
use super::total_row::TotalRow;
use crate::analysis::{Assessment, Course, total};
use crate::model::{Cycle, ObjectiveRef, OwnerKey};

#[derive(Debug, Serialize)]
pub struct Progress {
    pub version: u32,
    pub as_of: NaiveDate,
    /// The day that changes are counted from, at its end.
    pub since: NaiveDate,
    pub cycle: CycleInfo,
    pub total: ProgressRow,
    pub levels: Vec<ProgressRow>,
    pub units: Vec<ProgressRow>,
    pub owners: Vec<ProgressRow>,
    pub objectives: Vec<ProgressRow>,
    /// The one breakdown that was asked for; all where none was.
    #[serde(skip)]
    pub by: Option<By>,
}

/// Progress of one objective or of a group of them.
#[derive(Debug, Clone, Serialize)]
pub struct ProgressRow {
    #[serde(flatten)]
    pub total: TotalRow,
    /// Present where the row is one objective.
    #[serde(rename = "ref", skip_serializing_if = "Option::is_none")]
    pub reference: Option<ObjectiveRef>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub owner: Option<OwnerKey>,
    /// Progress on the day that changes are counted from.
    pub before: Option<crate::model::Progress>,
    /// Percentage points gained since.
    pub change: Option<f64>,
    pub trend: Option<Trend>,
    /// Week by week, up to the report's day.
    pub course: Vec<CourseRow>,
}

/// Whether the gap to plan became smaller: progress grew by a percentage point more than the plan did, or less.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Trend {
    Gaining,
    Keeping,
    Losing,
}

impl Trend {
    fn of(before: Option<f64>, now: Option<f64>) -> Option<Self> {
        let difference = now? - before?;
        Some(match difference {
            d if d >= 1.0 => Trend::Gaining,
            d if d <= -1.0 => Trend::Losing,
            _ => Trend::Keeping,
        })
    }
}

/// Progress now, against an assessment of the same snapshot some days before, and week by week.
pub fn progress(
    now: &Assessment,
    before: &Assessment,
    course: &Course,
    cycle: &Cycle,
    filter: &Filter,
    sort: Sort,
    by: Option<By>,
) -> Progress {
    let selected = filter.select(now, &cycle.id);
    let pair = |by: By| -> Vec<ProgressRow> {
        let earlier = totals(before, &selected, by);
        let courses = parted(now, &selected, by).into_values().map(|members| group_rows(now, course, &members));
        let rows = totals(now, &selected, by).into_iter().zip(earlier).zip(courses);
        rows.map(|((now, before), course)| ProgressRow::of(now, &before, course)).collect()
    };
    let sum = |assessment: &Assessment| {
        TotalRow::of(&cycle.id, cycle.title.as_deref().unwrap_or("all"), &total(assessment, selected.iter().copied()))
    };
    let mut objectives: Vec<(ObjectiveReport, ProgressRow)> =
        selected.iter().map(|&at| (ObjectiveReport::of(now, at), objective_row(now, before, course, at))).collect();
    objectives.sort_by(|(a, _), (b, _)| sort.rows(a, b));
    Progress {
        version: VERSION,
        as_of: now.moment.day,
        since: before.moment.day,
        cycle: CycleInfo::of(cycle, &now.moment),
        total: ProgressRow::of(sum(now), &sum(before), group_rows(now, course, &selected)),
        levels: pair(By::Level),
        units: pair(By::Unit),
        owners: pair(By::Owner),
        objectives: objectives.into_iter().map(|(_, row)| row).collect(),
        by,
    }
}

impl ProgressRow {
    fn of(now: TotalRow, before: &TotalRow, course: Vec<CourseRow>) -> Self {
        let points = |total: &TotalRow| total.progress.map(|progress| progress.ratio() * 100.0);
        Self {
            reference: None,
            owner: None,
            before: before.progress,
            change: points(&now).zip(points(before)).map(|(now, before)| crate::model::rounded(now - before, 4)),
            trend: Trend::of(before.gap_to_plan, now.gap_to_plan),
            course,
            total: now,
        }
    }
}

fn objective_row(now: &Assessment, before: &Assessment, course: &Course, at: usize) -> ProgressRow {
    let record = &now.snapshot.objectives[at];
    let row = |assessment: &Assessment| {
        TotalRow::of(record.reference.in_cycle(), &record.objective.title, &total(assessment, [at]))
    };
    let mut row = ProgressRow::of(row(now), &row(before), rows(course, at, None));
    // The objective's own pace knows about levels that are kept and about early days; the sum of one does not.
    row.total.pace = now.objectives[at].pace;
    row.reference = Some(record.reference.clone());
    row.owner = Some(record.reference.owner.clone());
    row
}
