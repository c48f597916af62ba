//! A history as `okr` keeps it: an event of JSON on each line, comments and empty lines between them.

use crate::model::Zone;
use chrono::{DateTime, NaiveDate, Utc};

use super::read::event;
use crate::model::Event;
use crate::store::canonical::{self, Clean};
use crate::store::schema::RawEvent;

/// About how long a line is, in bytes.
const LINE: usize = 160;

/// The events of such a text, each with its line. Where any line is something else, or says what cannot be, nothing: that
/// takes a reader which can tell what is wrong.
pub fn events(bytes: &[u8], zone: Zone) -> Option<Vec<(Event, usize)>> {
    let text = Clean::of(std::str::from_utf8(bytes).ok()?)?;
    let mut events = Vec::with_capacity(bytes.len() / LINE + 1);
    for (at, line) in text.lines().enumerate() {
        if line.is_empty() || line.starts_with('#') {
            continue;
        }
        let raw = canonical::event(line).or_else(|| json(line))?;
        events.push((event(raw, line, zone).ok()?, at + 1));
    }
    Some(events)
}

/// An event with escapes in its texts, or blanks elsewhere than `okr` writes them.
fn json(line: &str) -> Option<RawEvent<'_>> {
    serde_json::from_str(line.strip_prefix("- ").filter(|json| json.starts_with('{'))?).ok()
}

/// A moment as `okr` writes it: `2026-10-12T09:00:00Z`.
pub fn instant(text: &str) -> Option<DateTime<Utc>> {
    let bytes: &[u8; 20] = text.as_bytes().try_into().ok()?;
    let signs = [(4, b'-'), (7, b'-'), (10, b'T'), (13, b':'), (16, b':'), (19, b'Z')];
    if signs.iter().any(|&(at, sign)| bytes[at] != sign) {
        return None;
    }
    let number = |from: usize, to: usize| {
        let add = |sum: u32, byte: &u8| byte.is_ascii_digit().then(|| sum * 10 + u32::from(byte - b'0'));
        bytes[from..to].iter().try_fold(0, add)
    };
    let day = NaiveDate::from_ymd_opt(number(0, 4)? as i32, number(5, 7)?, number(8, 10)?)?;
    Some(day.and_hms_opt(number(11, 13)?, number(14, 16)?, number(17, 19)?)?.and_utc())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_moment_is_read_as_chrono_reads_it() {
        for text in ["2026-10-12T09:00:00Z", "2024-02-29T23:59:59Z", "1900-01-01T00:00:00Z"] {
            assert_eq!(instant(text), text.parse().ok(), "{text}");
        }
        for text in [
            "2026-02-29T09:00:00Z",
            "2026-10-12T24:00:00Z",
            "2026-10-12T09:00:60Z",
            "2026-10-12 09:00:00Z",
            "+026-10-12T09:00:00Z",
            "",
        ] {
            assert_eq!(instant(text), None, "{text}");
        }
    }
}
