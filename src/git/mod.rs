//! A store in a revision of Git, read by the `git` of the machine: nothing is checked out, and nothing is ever written.

mod blobs;
mod command;
mod error;
mod merge;
mod revision;
mod tree;

pub use error::RevisionError;
pub use merge::{Lines, merge_lines};
pub use revision::Revision;
