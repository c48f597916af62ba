//! The real binary in a sealed world, a file a command.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on stops")]

mod world;

mod creating;
mod edits;
mod histories;
mod init;
mod moves;
mod updating;
