//! `okr check`.

mod explain;
mod findings;
mod fix;
mod rules;
mod settings;
