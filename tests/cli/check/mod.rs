//! `okr check`.

mod rules;
