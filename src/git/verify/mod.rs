//! Whether the histories of a store only grew between two of its states, event by event. Lines may change their order,
//! their file and, with their objective, their place; what they say may not.

mod commits;
mod growth;
mod histories;
mod targets;

pub use commits::{Added, added};
pub use growth::{Difference, Growth, Loss, New, growth};
pub use histories::{Standing, State};
pub use targets::{Revised, TargetChange, target_changes};
