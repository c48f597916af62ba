//! `okr export`, a format a file.

mod calendar;
mod files;
mod flat;
mod lines;
mod outline;
mod tables;
mod whole;
