//! `okr kr`.

mod add;
mod edit;
mod remove;
