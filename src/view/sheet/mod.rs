//! Reports as CSV has them, where that is another table than people see first: raw values under names that no language changes.

mod cadence;
mod cells;
mod diff;
mod findings;
mod gap;
mod key_results;
mod progress;
mod review;
mod score;

pub use cadence::cadence;
pub use diff::diff;
pub use findings::findings;
pub use gap::gap;
pub use key_results::key_results;
pub use progress::progress;
pub use review::review;
pub use score::score;
