//! What `okr.yaml` settles for a store. Every setting has a default.

use std::collections::BTreeMap;

use super::zone::Zone;

use super::ratio::Fraction;
use super::score::Scoring;

/// The settings of a store, with defaults filled in.
#[derive(Debug, Clone, PartialEq)]
pub struct Settings {
    /// How long this team's cycles are.
    pub cadence: Cadence,
    /// One history file an objective, or one a person and objective.
    pub history: HistoryLayout,
    /// The zone whose days are the store's days.
    pub time_zone: Zone,
    /// The month (1–12) in which the fiscal year begins.
    pub fiscal_year_start: u32,
    /// Days without a check-in after which an open key result is stale.
    pub stale_after: u32,
    /// What an objective's progress is the mean of.
    pub rollup: RollUp,
    /// Where pace turns.
    pub pace: PaceThresholds,
    /// How objectives are scored at the end.
    pub scoring: Scoring,
    /// How seriously rules are taken, by code or name as written.
    pub checks: BTreeMap<String, RuleLevel>,
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            cadence: Cadence::Quarter,
            history: HistoryLayout::PerObjective,
            time_zone: Zone::UTC,
            fiscal_year_start: 1,
            stale_after: 14,
            rollup: RollUp::KeyResults,
            pace: PaceThresholds::default(),
            scoring: Scoring::default(),
            checks: BTreeMap::new(),
        }
    }
}

/// The usual length of a cycle.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Cadence {
    Quarter,
    Month,
}

/// Where check-ins are written. Readers fold all of an objective's history files, whatever the setting.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum HistoryLayout {
    #[default]
    PerObjective,
    PerAuthor,
}

/// How seriously a rule of `okr check` is taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RuleLevel {
    /// Not at all: what it finds is not told.
    Allow,
    /// As advice.
    Advise,
    /// As a warning.
    Warn,
    /// As an error, on which the check fails.
    Deny,
}

/// What an objective's progress is the mean of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RollUp {
    /// Its key results; without any, what aligns to it.
    KeyResults,
    /// Its key results and what aligns to it, together.
    Blended,
}

/// The shares of expected progress at which pace turns, and the first part of a cycle in which there is none.
#[derive(Debug, Clone, PartialEq)]
pub struct PaceThresholds {
    pub on_track: Fraction,
    pub at_risk: Fraction,
    pub quiet: Fraction,
}

impl Default for PaceThresholds {
    fn default() -> Self {
        Self { on_track: Fraction::new(0.95), at_risk: Fraction::new(0.75), quiet: Fraction::new(0.1) }
    }
}
