//! A store in a revision of Git, read by the `git` of the machine: nothing is checked out, and nothing is ever written.

mod blobs;
mod command;
mod error;
mod keeping;
mod revision;
mod tree;

pub use error::RevisionError;
pub use keeping::{keeping, prefix};
pub use revision::Revision;
