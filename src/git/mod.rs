//! A store in a revision of Git, read by the `git` of the machine: nothing is checked out, and nothing is ever written.

mod blobs;
mod command;
pub mod driver;
mod error;
pub mod hook;
mod merge;
mod repository;
mod revision;
mod tree;

pub use error::RevisionError;
pub use merge::{Lines, merge_lines};
pub use repository::{Repository, is_committed};
pub use revision::Revision;
