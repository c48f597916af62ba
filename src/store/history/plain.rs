//! A history as `okr` keeps it: an event of JSON on each line, comments and empty lines between them.

use crate::model::Zone;

use super::read::event;
use super::told::Told;
use crate::store::canonical::{self, Clean};
use crate::store::schema::RawEvent;

/// About how long a line is, in bytes.
const LINE: usize = 160;

/// The events of such a text, each with its line. Where any line is something else, or says what cannot be, nothing: that
/// takes a reader which can tell what is wrong.
pub fn events(bytes: &[u8], zone: Zone) -> Option<Vec<(Told<'_>, usize)>> {
    let text = Clean::of(std::str::from_utf8(bytes).ok()?)?;
    let mut events = Vec::with_capacity(bytes.len() / LINE + 1);
    for (at, line) in text.lines().enumerate() {
        if line.is_empty() || line.starts_with('#') {
            continue;
        }
        let told = match canonical::check_in(line) {
            Some(check_in) => Told::Line(check_in),
            None => event(canonical::event(line).or_else(|| json(line))?, line, zone).ok()?.into(),
        };
        events.push((told, at + 1));
    }
    Some(events)
}

/// An event with escapes in its texts, or blanks elsewhere than `okr` writes them.
fn json(line: &str) -> Option<RawEvent<'_>> {
    serde_json::from_str(line.strip_prefix("- ").filter(|json| json.starts_with('{'))?).ok()
}
