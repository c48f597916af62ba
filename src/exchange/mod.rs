//! What leaves a store for other programs, and comes into one from them, one format a folder.

pub mod import;
pub mod whole;
