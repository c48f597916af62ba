//! `okr create`.

mod refused;
mod titles;
mod written;
