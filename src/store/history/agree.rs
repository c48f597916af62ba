//! Whether the reader of plain histories says what the one of all histories says.

use chrono_tz::Tz;

use super::{plain, read::read_any};

/// What the two make of a text, where the first reads it and that is not the same.
pub fn difference(text: &str, zone: Tz) -> Option<[String; 2]> {
    let both = [plain::items(text, zone)?, read_any(text, zone)].map(|items| format!("{items:?}"));
    (both[0] != both[1]).then_some(both)
}
