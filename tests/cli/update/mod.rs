//! `okr update`.

mod from;
mod references;
mod refused;
mod times;
mod values;
