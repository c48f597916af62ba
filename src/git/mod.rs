//! A store in a revision of Git, read by the `git` of the machine: nothing is checked out, and nothing is ever written.

mod base;
mod blobs;
mod command;
mod error;
mod revision;
mod sparse;
mod tree;

pub use base::merge_base;
pub use error::RevisionError;
pub use revision::Revision;
pub use sparse::not_checked_out;
