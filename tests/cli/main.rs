//! The real binary in a sealed world, a file a command.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on stops")]

mod stores;
mod world;

mod align;
#[cfg(unix)]
mod asked;
#[cfg(unix)]
mod cache;
mod check;
#[cfg(unix)]
mod checkin;
mod chinese;
mod codeowners;
mod comment;
mod completions;
mod create;
mod cycle_close;
mod cycle_look;
mod cycle_new;
mod damage;
mod diff;
mod discover;
mod edits;
mod escapes;
mod export;
mod figures;
mod find;
mod fmt;
mod formats;
mod help;
mod history;
mod history_file;
mod history_layout;
mod hooks;
mod hostile_repository;
mod import;
mod init;
mod kr;
mod large;
mod links;
mod list;
mod log;
mod me;
mod merge_file;
mod merging;
mod r#move;
mod org;
mod org_look;
mod org_set;
mod per_author;
mod remove;
mod report_cadence;
mod report_full;
mod report_gap;
mod report_progress;
mod report_review;
mod report_score;
mod retract;
mod rev;
mod review;
mod schema;
mod score;
mod set;
mod show;
mod sparse;
mod status;
mod streams;
mod tree;
mod update;
mod verify;
mod widths;
