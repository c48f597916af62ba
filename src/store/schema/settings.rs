//! The settings' file.

use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::Deserialize;

/// The keys of `okr.yaml`, in the order in which `init` shows them.
pub const SETTINGS_KEYS: &[&str] = &[
    "version",
    "cadence",
    "time_zone",
    "fiscal_year_start",
    "stale_after",
    "rollup",
    "pace",
    "scoring",
    "history",
    "checks",
    "lang",
];
pub const PACE_KEYS: &[&str] = &["on_track", "at_risk", "quiet"];
pub const SCORING_KEYS: &[&str] = &["scale", "bands"];

/// The settings of a store. Every one can be left out.
#[derive(Debug, Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, expecting = "a mapping of settings")]
pub struct RawSettings {
    /// The layout of the store.
    #[schemars(extend("enum" = [1]))]
    pub version: Option<u64>,
    /// How long your cycles are: which cycle is meant where several hold a day, and what okr cycle new makes. Default:
    /// quarter.
    #[schemars(extend("enum" = ["quarter", "month"]))]
    pub cadence: Option<String>,
    /// Whose days are the store's days: a name of the time zone database. Default: UTC.
    #[schemars(regex(pattern = r"^[A-Za-z][A-Za-z0-9_+/-]*$"), example = &"Europe/Lisbon", example = &"Asia/Shanghai")]
    pub time_zone: Option<String>,
    /// The month in which the fiscal year begins: quarters, halves and years are counted from there. Default: 1.
    #[schemars(range(min = 1, max = 12), example = 4)]
    pub fiscal_year_start: Option<i64>,
    /// Days without a check-in after which an open key result is stale. Default: 14.
    #[schemars(range(min = 1, max = 366), example = 7)]
    pub stale_after: Option<i64>,
    /// What an objective's progress is the mean of: its key-results (default), or blended with what aligns to it.
    #[schemars(extend("enum" = ["key-results", "blended"]))]
    pub rollup: Option<String>,
    /// Where pace turns.
    pub pace: Option<RawPace>,
    /// How objectives are scored at the end.
    pub scoring: Option<RawScoring>,
    /// per-objective (default): one history file an objective. per-author: one a person and objective, for hosts whose merge
    /// button ignores merge=union.
    #[schemars(extend("enum" = ["per-objective", "per-author"]))]
    pub history: Option<String>,
    /// How severe single checks are, by code.
    #[schemars(extend("additionalProperties" = {"enum": ["allow", "warn", "deny"]}), extend("examples" = [{"OKR101": "allow"}]))]
    pub checks: Option<BTreeMap<String, String>>,
    /// The language of messages. Default: en.
    #[schemars(extend("enum" = ["en", "zh"]))]
    pub lang: Option<String>,
}

/// Where pace turns, as shares of 1.
#[derive(Debug, Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, expecting = "a mapping with on_track, at_risk and quiet")]
pub struct RawPace {
    /// On track from this share of the expected progress. Default: 0.95.
    #[schemars(range(min = 0, max = 1), example = 0.95)]
    pub on_track: Option<f64>,
    /// At risk from this share of the expected progress, off track below. Default: 0.75.
    #[schemars(range(min = 0, max = 1), example = 0.75)]
    pub at_risk: Option<f64>,
    /// The first part of a cycle, in which there is no pace. Default: 0.1.
    #[schemars(range(min = 0, max = 1), example = 0.1)]
    pub quiet: Option<f64>,
}

/// How objectives are scored at the end.
#[derive(Debug, Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, expecting = "a mapping with scale and bands")]
pub struct RawScoring {
    /// Scores go from 0 to this: 100 (default) or 1.0.
    #[schemars(extend("enum" = [100, 1]))]
    pub scale: Option<f64>,
    /// The names of scores, each with the score from which it counts, in the scale's numbers.
    #[schemars(
        extend("additionalProperties" = {"type": "number", "minimum": 0, "maximum": 100}),
        extend("minProperties" = 1),
        extend("examples" = [{"missed": 0, "some": 30, "good": 70, "outstanding": 100}])
    )]
    pub bands: Option<BTreeMap<String, f64>>,
}
