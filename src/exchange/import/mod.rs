//! Objectives from other tools' files: each format is a pure function from its text to a [`Draft`], and [`plan`] says what of
//! a draft is to be created in a store.

mod cells;
mod cycle_name;
mod draft;
pub mod layout;
pub mod markdown;
mod measure;
mod numbers;
mod own;
mod owners;
pub mod plan;
pub mod table;
mod wording;

pub use draft::{Days, Draft, DraftKeyResult, DraftObjective, End, Leftover, Parent, Place, Said, Unfit, Why, Wrong};
pub use measure::Measure;
pub use owners::owner_key;
