//! A store in a revision of Git, read by the `git` of the machine: nothing is checked out, and nothing is ever written.

mod blobs;
mod command;
mod error;
mod revision;
mod tree;

pub use error::RevisionError;
pub use revision::Revision;
