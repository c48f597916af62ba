//! An objective's file.

use serde::Deserialize;

use super::list::OneOrMany;
use super::metric::RawMetric;

/// The keys of an objective, in the order in which `okr` writes them.
pub const OBJECTIVE_KEYS: &[&str] = &["title", "description", "kind", "aligns_to", "weight", "tags", "key_results"];

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields, expecting = "a mapping with the keys of an objective")]
pub struct RawObjective {
    pub title: Option<String>,
    pub description: Option<String>,
    pub kind: Option<String>,
    #[serde(default)]
    pub aligns_to: OneOrMany<String>,
    pub weight: Option<f64>,
    #[serde(default)]
    pub tags: OneOrMany<String>,
    pub key_results: Option<Vec<RawKeyResult>>,
}

/// The keys of a key result, in the order in which `okr` writes them.
pub const KEY_RESULT_KEYS: &[&str] = &["id", "title", "metric", "weight", "owner", "due", "initiatives"];

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields, expecting = "a mapping with the keys of a key result")]
pub struct RawKeyResult {
    pub id: Option<String>,
    pub title: Option<String>,
    pub metric: Option<RawMetric>,
    pub weight: Option<f64>,
    pub owner: Option<String>,
    pub due: Option<String>,
    pub initiatives: Option<Vec<RawInitiative>>,
}

/// The keys of an initiative.
pub const INITIATIVE_KEYS: &[&str] = &["title", "link", "done"];

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields, expecting = "a mapping with the keys of an initiative")]
pub struct RawInitiative {
    pub title: String,
    pub link: Option<String>,
    #[serde(default)]
    pub done: bool,
}
