//! The sum of a group of objectives, as reports show it.

use serde::Serialize;

use crate::analysis::Total;
use crate::model::{Fraction, Pace, Progress};

/// The sum of a group of objectives.
#[derive(Debug, Clone, Serialize)]
pub struct TotalRow {
    /// The owner, unit or level that is summed up.
    pub key: String,
    pub name: String,
    pub objectives: usize,
    pub progress: Option<Progress>,
    pub expected: Option<Fraction>,
    pub gap_to_plan: Option<f64>,
    pub pace: Option<Pace>,
    /// Objectives without a progress, left out of the mean.
    pub missing: usize,
    pub by_pace: PaceCounts,
}

/// How many objectives have each pace.
#[derive(Debug, Clone, Copy, Serialize)]
pub struct PaceCounts {
    pub off_track: usize,
    pub at_risk: usize,
    pub on_track: usize,
    pub done: usize,
    pub too_early: usize,
}

impl TotalRow {
    pub fn of(key: impl ToString, name: impl ToString, total: &Total) -> Self {
        let [off_track, at_risk, on_track, done, too_early] = total.by_pace;
        Self {
            key: key.to_string(),
            name: name.to_string(),
            objectives: total.objectives,
            progress: total.progress,
            expected: total.expected,
            gap_to_plan: total.gap_to_plan(),
            pace: total.pace,
            missing: total.missing,
            by_pace: PaceCounts { off_track, at_risk, on_track, done, too_early },
        }
    }
}
