//! Whether the reader of plain histories says what the one of all histories says.

use crate::model::Zone;

use super::plain;
use super::read::{Item, read_any};
use super::told::Told;

/// What the two make of a text, where the first reads it and that is not the same.
pub fn difference(text: &str, zone: Zone) -> Option<[String; 2]> {
    let item = |(told, line): (Told, usize)| Item { line, read: Ok(told.into_event()) };
    let plain = plain::events(text.as_bytes(), zone)?.into_iter().map(item).collect();
    let both = [plain, read_any(text, zone)].map(|items: Vec<Item>| format!("{items:?}"));
    (both[0] != both[1]).then_some(both)
}
