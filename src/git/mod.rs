//! A store in a revision of Git, read by the `git` of the machine: nothing is checked out, and nothing is ever written.

mod ancestry;
mod base;
mod blobs;
mod changed;
pub mod codeowners;
mod command;
mod error;
mod former;
mod keeping;
mod revision;
mod sparse;
mod tree;
pub mod verify;

pub use ancestry::{Range, RangeError};
pub use base::merge_base;
pub use changed::Listing;
pub use error::RevisionError;
pub use former::former_folders;
pub use keeping::{keeping, prefix};
pub use revision::Revision;
pub use sparse::{LeftOut, left_out};
