//! History files as they are found: written by hand, merged, cut off, damaged.

mod append;
mod merge;
mod read;

const HISTORY: &str = "okrs/2026-Q4/acme/renewing.history.yaml";
