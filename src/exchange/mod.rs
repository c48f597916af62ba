//! What comes from other programs' files.

pub mod import;
