//! `okr update`.

mod forms;
mod from;
mod references;
mod refused;
mod times;
mod written;
