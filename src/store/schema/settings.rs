//! The settings' file.

use std::collections::BTreeMap;

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

#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, expecting = "a mapping of settings")]
pub struct RawSettings {
    pub version: Option<u64>,
    pub cadence: Option<String>,
    pub history: Option<String>,
    pub time_zone: Option<String>,
    pub fiscal_year_start: Option<i64>,
    pub stale_after: Option<i64>,
    pub rollup: Option<String>,
    pub pace: Option<RawPace>,
    pub scoring: Option<RawScoring>,
    pub checks: Option<BTreeMap<String, String>>,
    pub lang: Option<String>,
}

#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, expecting = "a mapping with on_track, at_risk and quiet")]
pub struct RawPace {
    pub on_track: Option<f64>,
    pub at_risk: Option<f64>,
    pub quiet: Option<f64>,
}

#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, expecting = "a mapping with scale and bands")]
pub struct RawScoring {
    pub scale: Option<f64>,
    pub bands: Option<BTreeMap<String, f64>>,
}
