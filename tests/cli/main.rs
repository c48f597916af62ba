//! The real binary in a sealed world, a file a command.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on stops")]

mod world;

mod align;
mod comment;
mod create;
mod cycle_new;
mod discover;
mod edits;
mod history_file;
mod init;
mod kr;
mod me;
mod r#move;
mod org;
mod remove;
mod retract;
mod set;
mod update;
