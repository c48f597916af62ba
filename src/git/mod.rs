//! A store in a revision of Git, read by the `git` of the machine: nothing is checked out, and nothing is ever written.

mod ancestry;
mod blobs;
mod changed;
pub mod codeowners;
mod command;
pub mod driver;
mod error;
mod former;
pub mod hook;
mod keeping;
mod merge;
mod names;
mod repository;
mod revision;
mod sparse;
mod tree;
pub mod verify;

pub use ancestry::{Range, RangeError};
pub use changed::Listing;
pub use error::RevisionError;
pub use former::former_folders;
pub use keeping::{keeping, prefix, setting};
pub use merge::{Lines, merge_lines};
pub use names::revisions;
pub use repository::{Repository, is_committed};
pub use revision::Revision;
pub use sparse::{LeftOut, left_out};
