//! A history as `okr` keeps it: an event of JSON on each line, comments and empty lines between them.

use crate::model::Zone;

use super::meaning::event;
use super::told::Told;
use crate::store::canonical::{self, Clean};
use crate::store::schema::RawEvent;

/// About how long a line is, in bytes.
const LINE: usize = 160;

/// The events of such a text, each with its line. Where any line is something else, or says what cannot be, nothing: that
/// takes a reader which can tell what is wrong.
pub fn events(bytes: &[u8], zone: Zone) -> Option<Vec<(Told<'_>, usize)>> {
    let mut text = std::str::from_utf8(bytes).ok()?;
    let mut events = Vec::with_capacity(bytes.len() / LINE + 1);
    for at in 1.. {
        if let Some((check_in, behind)) = canonical::check_in(text) {
            events.push((Told::Line(check_in), at));
            text = behind;
            continue;
        }
        if text.is_empty() {
            break;
        }
        let (line, behind) = text.split_once('\n').unwrap_or((text, ""));
        let line = Clean::of(line)?.text();
        if !line.is_empty() && !line.starts_with('#') {
            let told = event(canonical::event(line).or_else(|| json(line))?, line, zone).ok()?;
            events.push((told.into(), at));
        }
        text = behind;
    }
    Some(events)
}

/// An event with escapes in its texts, or blanks elsewhere than `okr` writes them.
fn json(line: &str) -> Option<RawEvent<'_>> {
    serde_json::from_str(line.strip_prefix("- ").filter(|json| json.starts_with('{'))?).ok()
}
