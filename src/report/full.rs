//! `okr report full`: all reports of a cycle as one document.

use chrono::NaiveDate;
use serde::Serialize;

use super::cadence::{Cadence, cadence};
use super::figures::{CycleInfo, ObjectiveReport, VERSION};
use super::filter::Filter;
use super::gap::{Gap, GapOptions, gap};
use super::log::{Log, LogFilter, log};
use super::progress::{Progress, progress};
use super::review::{ReviewSheet, review};
use super::score::{ScoreReport, score};
use super::sort::Sort;
use super::tree::{Tree, TreeOptions, tree};
use crate::analysis::{Assessment, Course, mean};
use crate::model::{self, Cycle, Fraction};

/// Every report of a cycle, each as its own command prints it.
#[derive(Debug, Serialize)]
pub struct Full {
    pub version: u32,
    pub as_of: NaiveDate,
    pub cycle: CycleInfo,
    pub progress: Progress,
    /// Where the objectives that have a forecast will end, by weight.
    pub heading_for: Option<Heading>,
    pub tree: Tree,
    /// Every objective with how it moved, worst first.
    pub objectives: Vec<ObjectiveReport>,
    /// For people: its key results are those of the objectives, its totals those of the progress report.
    #[serde(skip)]
    pub gap: Gap,
    pub review: ReviewSheet,
    pub score: ScoreReport,
    pub cadence: Cadence,
    pub activity: Log,
}

/// The mean of objectives' forecasts by weight.
#[derive(Debug, Clone, Copy, Serialize)]
pub struct Heading {
    pub progress: model::Progress,
    /// Open objectives that have a forecast.
    pub objectives: usize,
}

fn heading_for(objectives: &[ObjectiveReport]) -> Option<Heading> {
    let all = || objectives.iter().filter_map(|one| Some((one.weight, one.forecast?.progress)));
    let sum = mean(all().map(|(weight, progress)| (weight, Some(progress), Some(Fraction::NONE))));
    Some(Heading { progress: sum.progress?, objectives: all().count() })
}

/// What a full report is made of: the figures at several moments.
pub struct FullParts<'a> {
    pub now: &'a Assessment<'a>,
    /// At the day that changes are counted from.
    pub before: &'a Assessment<'a>,
    /// Week by week up to the report's day.
    pub course: &'a Course,
    /// The corners of pictures, up to the cycle's end.
    pub pictures: &'a Course,
    /// At the ends of the cycle's weeks.
    pub week_ends: &'a [Assessment<'a>],
    /// The cycle that scores are compared with.
    pub scored_before: Option<(&'a Assessment<'a>, &'a Cycle)>,
    pub cycle: &'a Cycle,
    pub filter: &'a Filter,
}

/// The events that one reads of a cycle's activity.
const ACTIVITY: usize = 200;

/// The lines of a tree that one unfolds.
const TREE_LINES: usize = 2_000;

/// All reports of a cycle.
pub fn full(parts: &FullParts) -> Full {
    let FullParts { now, before, course, pictures, week_ends, scored_before, cycle, filter } = parts;
    let selected = filter.select(now, &cycle.id);
    let mut objectives: Vec<ObjectiveReport> =
        selected.iter().map(|&at| ObjectiveReport::of(now, at).moved(pictures, at)).collect();
    objectives.sort_by(|a, b| a.level.cmp(&b.level).then_with(|| Sort::Gap.rows(a, b)));
    let whole = TreeOptions {
        filter: (*filter).clone(),
        most_lines: Some(TREE_LINES),
        forecasts: true,
        ..TreeOptions::default()
    };
    let gaps = GapOptions { filter: (*filter).clone(), sort: Sort::Gap, by: None, most: None };
    Full {
        version: VERSION,
        as_of: now.moment.day,
        cycle: CycleInfo::of(cycle, &now.moment),
        progress: progress(now, before, course, cycle, filter, Sort::Gap, None),
        heading_for: heading_for(&objectives),
        tree: tree(now, cycle, &whole),
        objectives,
        gap: gap(now, Some(before), cycle, &gaps),
        review: review(now, cycle, filter),
        score: score(now, cycle, *scored_before, filter),
        cadence: cadence(now, week_ends, cycle, filter),
        activity: log(now, cycle, &selected, &LogFilter::default(), Some(ACTIVITY)),
    }
}
