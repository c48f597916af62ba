//! Sums over groups of objectives: by owner, unit, level, or all of a cycle.

use super::assessment::Standings;
use super::rollup::mean;
use crate::model::{EPSILON, Fraction, Pace, Progress, gap_to_plan};

/// The sum of a group of objectives: their mean by weight.
#[derive(Debug, Clone, PartialEq)]
pub struct Total {
    pub objectives: usize,
    pub progress: Option<Progress>,
    pub expected: Option<Fraction>,
    pub pace: Option<Pace>,
    /// Objectives without a progress, left out of the mean.
    pub missing: usize,
    /// How many objectives have each pace, in the order of [`Pace::ALL`].
    pub by_pace: [usize; 5],
}

impl Total {
    /// Progress less expected, in percentage points.
    pub fn gap_to_plan(&self) -> Option<f64> {
        Some(gap_to_plan(self.progress?, self.expected?))
    }
}

/// Sums a group of objectives of one cycle up; what was given up does not count.
pub fn total(standings: &Standings, group: impl IntoIterator<Item = usize>) -> Total {
    let group: Vec<usize> = group.into_iter().filter(|&at| standings.objectives[at].counts()).collect();
    let part = |&at: &usize| {
        let figures = &standings.objectives[at];
        (figures.own.weight, figures.progress, figures.expected)
    };
    let sum = mean(group.iter().map(part));
    let count = |pace: Pace| group.iter().filter(|&&at| standings.objectives[at].pace == Some(pace)).count();
    let by_pace = Pace::ALL.map(count);
    let all_early = by_pace[4] > 0 && by_pace[4] == by_pace.iter().sum::<usize>();
    let pace = sum.progress.zip(sum.expected).map(|(p, e)| match p {
        p if p.ratio() >= 1.0 - EPSILON && by_pace[3] == group.len() => Pace::Done,
        _ if all_early => Pace::TooEarly,
        p => Pace::of(p, e, &standings.header.settings.pace),
    });
    Total {
        objectives: group.len(),
        progress: sum.progress,
        expected: sum.expected,
        pace,
        missing: sum.missing,
        by_pace,
    }
}
