//! The real binary in a sealed world, a file a command.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on stops")]

mod stores;
mod world;

mod cycle_look;
mod damage;
mod escapes;
mod figures;
mod formats;
mod history;
mod init;
mod list;
mod log;
mod org_look;
mod report_gap;
mod report_progress;
mod show;
mod streams;
mod tree;
mod widths;
