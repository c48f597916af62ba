//! What the fuzzers do with their input; `tests/fuzzed.rs` does the same with the seeds and with all that was ever found.

pub mod canonical;
pub mod edit;
mod files;
pub mod history;
pub mod kr;
pub mod merge;
pub mod objective;
pub mod values;
