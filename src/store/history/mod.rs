//! History files: one event a line, JSON behind `- `, which YAML reads as well.

mod agree;
mod append;
mod chunk;
mod divide;
mod file;
mod fold;
mod line;
mod meaning;
mod plain;
#[cfg(test)]
mod properties;
mod read;
mod surrogates;
mod tail;
mod told;

pub use agree::difference;
pub use append::{Healed, append, can_append, take_back};
pub use divide::{appended, divide};
pub use file::HistoryFile;
pub use fold::{Placed, fold};
pub use line::{one_line, to_line};
pub use plain::events as plain_events;
pub use read::{Item, read};
pub use surrogates::joined;
pub use tail::{Sound, sound};
pub use told::Told;
