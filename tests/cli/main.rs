//! The real binary in a sealed world, a file a command.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on stops")]

mod stores;
mod world;

mod creating;
mod cycle_look;
mod damage;
mod edits;
mod escapes;
mod figures;
mod formats;
mod histories;
mod history;
mod init;
mod list;
mod log;
mod moves;
mod org_look;
mod report_gap;
mod report_progress;
mod show;
mod streams;
mod tree;
mod updating;
mod widths;
