//! A cycle's file.

use schemars::JsonSchema;
use serde::Deserialize;

use super::words::{DAY, WORDS};

/// The keys of a cycle.
pub const CYCLE_KEYS: &[&str] = &["title", "start", "end", "closed"];

/// A cycle: its first and last day. A name that carries dates (2026-Q4, 2026-10, 2026-W40) needs neither.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, expecting = "a mapping with the keys of a cycle")]
pub struct RawCycle {
    /// What people call it.
    #[schemars(regex(pattern = WORDS), example = &"The launch")]
    pub title: Option<String>,
    /// Its first day, which belongs to it. Default: from its name.
    #[schemars(regex(pattern = DAY), example = &"2026-10-01")]
    pub start: Option<String>,
    /// Its last day, which belongs to it. Default: from its name.
    #[schemars(regex(pattern = DAY), example = &"2026-12-31")]
    pub end: Option<String>,
    /// The day on which it was closed; okr cycle close writes it. Nothing in a closed cycle is changed.
    #[schemars(regex(pattern = DAY), example = &"2027-01-05")]
    pub closed: Option<String>,
}
