//! A cycle's file.

use serde::Deserialize;

/// The keys of a cycle.
pub const CYCLE_KEYS: &[&str] = &["title", "start", "end", "closed"];

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields, expecting = "a mapping with the keys of a cycle")]
pub struct RawCycle {
    pub title: Option<String>,
    pub start: Option<String>,
    pub end: Option<String>,
    pub closed: Option<String>,
}
