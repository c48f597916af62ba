//! An objective's file.

use compact_str::CompactString;
use schemars::JsonSchema;
use serde::Deserialize;

use super::list::OneOrMany;
use super::metric::RawMetric;
use super::words::{DAY, KEY, REFERENCE, WORDS};

/// The keys of an objective, in the order in which `okr` writes them.
pub const OBJECTIVE_KEYS: &[&str] = &["title", "description", "kind", "aligns_to", "weight", "tags", "key_results"];

/// An objective: what we aim at. How far it has come stands in its history, which okr update writes.
#[derive(Debug, Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, expecting = "a mapping with the keys of an objective")]
pub struct RawObjective {
    /// What is to be better, in words that move people and hold no number.
    #[schemars(required, regex(pattern = WORDS), example = &"Make renewing the obvious choice")]
    pub title: Option<String>,
    /// Why it matters, and what it is not about. Markdown.
    #[schemars(example = &"Renewals pay for everything else.")]
    pub description: Option<String>,
    /// aspirational (default): 70 % of it is a success. committed: all of it is promised.
    #[schemars(extend("enum" = ["aspirational", "committed"]))]
    pub kind: Option<String>,
    /// The objectives or key results above that this one serves, as [cycle/][owner/]objective[.kr]. The first is its place
    /// in the tree.
    #[serde(default)]
    #[schemars(inner(regex(pattern = REFERENCE)), example = ["acme/become-the-default.share"])]
    pub aligns_to: OneOrMany<String>,
    /// How much it counts in the mean of what it aligns to. Default: 1.
    #[schemars(range(min = 0, max = 1000), example = 2)]
    pub weight: Option<f64>,
    /// Words to find it by.
    #[serde(default)]
    #[schemars(example = ["retention"])]
    pub tags: OneOrMany<String>,
    /// How we shall know: two to five outcomes with a measure.
    pub key_results: Option<Vec<RawKeyResult>>,
}

/// The keys of a key result, in the order in which `okr` writes them.
pub const KEY_RESULT_KEYS: &[&str] = &["id", "title", "metric", "weight", "owner", "due", "initiatives"];

/// A key result: an outcome with a measure.
#[derive(Debug, Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, expecting = "a mapping with the keys of a key result")]
pub struct RawKeyResult {
    /// Its name within the objective, in references and the history: never change it once there are check-ins. Default: kr1,
    /// kr2, … by its place.
    #[schemars(with = "Option<String>", regex(pattern = KEY), example = &"nps")]
    pub id: Option<CompactString>,
    /// The outcome, without its numbers: they stand in metric.
    #[schemars(required, regex(pattern = WORDS), example = &"NPS rises")]
    pub title: Option<String>,
    /// How it is measured.
    pub metric: Option<RawMetric>,
    /// How much it counts in its objective. Default: 1.
    #[schemars(range(min = 0, max = 1000), example = 2)]
    pub weight: Option<f64>,
    /// The person or unit who checks it in. Default: the objective's owner.
    #[schemars(regex(pattern = KEY), example = &"bo")]
    pub owner: Option<String>,
    /// The day by which it is due. Default: the cycle's last day.
    #[schemars(regex(pattern = DAY), example = &"2026-11-30")]
    pub due: Option<String>,
    /// The work that should move it: shown, never counted as progress.
    pub initiatives: Option<Vec<RawInitiative>>,
}

/// The keys of an initiative.
pub const INITIATIVE_KEYS: &[&str] = &["title", "link", "done"];

/// An initiative: work that should move the key result.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, expecting = "a mapping with the keys of an initiative")]
pub struct RawInitiative {
    /// What is to be done.
    #[schemars(example = &"Guided onboarding")]
    pub title: String,
    /// Where the work is tracked.
    #[schemars(example = &"https://example.com/issues/12")]
    pub link: Option<String>,
    /// Whether it is done. Default: false.
    #[serde(default)]
    pub done: bool,
}
