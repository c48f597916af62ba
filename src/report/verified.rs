//! What a comparison with a revision found.

use serde::Serialize;

use super::findings::Findings;

/// What became of the past of a store since a revision.
#[derive(Serialize)]
pub struct Verified {
    #[serde(flatten)]
    pub findings: Findings,
    /// The revision as it was asked for.
    pub base: String,
    /// The commit that it and what is looked at have in common, shortened; that is what was compared with.
    pub merge_base: String,
    /// How many history files there were.
    pub histories: usize,
    /// How many events they held.
    pub events: usize,
    /// How many of these say something else now, or cannot be read any more.
    pub changed: usize,
    /// How many of these are gone.
    pub removed: usize,
    /// How many events came.
    pub new: usize,
}
