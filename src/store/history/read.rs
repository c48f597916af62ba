//! From the text of a history file to events, each with the line on which it begins.

use std::borrow::Cow;

use serde::de::IgnoredAny;

use super::chunk::{Chunk, chunks};
use super::meaning::event;
use super::plain;
use super::surrogates;
use super::tail::{Sound, sound};
use crate::language::{marked, say};
use crate::model::{Event, Problem, Slip, Zone};
use crate::store::diagnose::MOST;
use crate::store::schema::{EVENT_KEYS, RawEvent};
use crate::store::text::{decode, too_deep};
use crate::store::words;

/// One item of a history file, read or not.
#[derive(Debug)]
pub struct Item {
    /// The line on which it begins, from 1.
    pub line: usize,
    pub read: Result<Event, Problem>,
}

/// Reads every item of the bytes of a history, and its text. One that cannot be read does not hide the others, and neither
/// does what a crash left at the end, which need not even be text.
///
/// # Errors
/// When what stands before that is no text, or in the middle of a merge; with the byte at which that stands.
pub fn read(bytes: &[u8], zone: Zone) -> Result<(Cow<'_, str>, Vec<Item>), (usize, Problem)> {
    let Sound { bytes: whole, torn } = sound(bytes);
    let text = decode(whole)?;
    let mut items = read_items(text, zone);
    let Some(torn) = torn else { return Ok((text.into(), items)) };
    // Behind a newline, or, where zeros follow the last item, behind that.
    items.push(Item { line: text.matches('\n').count() + 1, read: Err(Problem::TornLine) });
    Ok((format!("{text}{}", String::from_utf8_lossy(torn).replace('\0', "\u{fffd}")).into(), items))
}

/// The items of a text that ends as it should. Of more than [`MOST`] that cannot be read, one item stands for the rest.
pub(super) fn read_items(text: &str, zone: Zone) -> Vec<Item> {
    match plain::events(text.as_bytes(), zone) {
        Some(events) => events.into_iter().map(|(told, line)| Item { line, read: Ok(told.into_event()) }).collect(),
        None => read_any(text, zone),
    }
}

/// The same of a text in any form.
pub(super) fn read_any(text: &str, zone: Zone) -> Vec<Item> {
    // The whole as one flow list, or something else: no line begins an item, so YAML reads it as one.
    if chunks(text).any(|chunk| !chunk.text.trim_start_matches(' ').starts_with('-')) {
        return read_whole(text, zone);
    }
    let mut items = Vec::new();
    let (mut wrong, mut first_untold) = (0, None);
    for chunk in chunks(text) {
        let read = match wrong < MOST {
            true => read_chunk(&chunk, zone).map_err(|why| match why {
                Problem::Malformed { .. } if chunk.text.contains("}- {") => Problem::GluedEvents,
                why => why,
            }),
            // Reading YAML only to throw it away would take far longer than reading a sound file of that size.
            false => read_json(&chunk, zone).unwrap_or(Err(Problem::More { count: 0 })),
        };
        wrong += usize::from(read.is_err());
        if wrong > MOST && read.is_err() {
            first_untold.get_or_insert(chunk.line);
        } else {
            items.push(Item { line: chunk.line, read });
        }
    }
    items.extend(first_untold.map(|line| Item { line, read: Err(Problem::More { count: wrong - MOST }) }));
    items
}

/// Whether one line is no item, however it is read.
pub(super) fn is_malformed(line: &str) -> bool {
    let json = line.strip_prefix("- ").is_some_and(|json| serde_json::from_str::<IgnoredAny>(json).is_ok());
    let chunk = Chunk { line: 1, start: 0, text: line };
    !json && matches!(read_chunk(&chunk, Zone::UTC), Err(Problem::Malformed { .. }))
}

/// An item that is written as `okr` writes them; nothing where it is not.
fn read_json(chunk: &Chunk, zone: Zone) -> Option<Result<Event, Problem>> {
    let flow =
        chunk.text.trim_start_matches(' ').strip_prefix("- ").map(str::trim).filter(|text| text.starts_with('{'));
    let raw = serde_json::from_str::<RawEvent>(flow?).ok()?;
    Some(event(raw, chunk.text, zone))
}

fn read_chunk(chunk: &Chunk, zone: Zone) -> Result<Event, Problem> {
    if let Some(read) = read_json(chunk, zone) {
        return read;
    }
    if too_deep(chunk.text).is_some() {
        return Err(words::nested_too_deeply());
    }
    // A text in a block ends in a newline of its own: the next append or merge gives the file's last line one.
    let ended = if chunk.text.ends_with('\n') { Cow::Borrowed(chunk.text) } else { format!("{}\n", chunk.text).into() };
    let ended = as_yaml(&ended);
    let mut items: Vec<RawEvent> = serde_yaml::from_str(&ended).map_err(|why| malformed(chunk.text, &why))?;
    match items.pop() {
        Some(raw) => event(raw, chunk.text, zone),
        None => Err(Problem::Malformed { why: say!("an empty item").to_owned(), slip: Slip::Other }),
    }
}

/// The text as YAML reads it, that of a line of JSON with a comment behind it among them.
fn as_yaml(text: &str) -> Cow<'_, str> {
    let is_yaml = |text: &str| serde_yaml::from_str::<IgnoredAny>(text).is_ok();
    surrogates::joined(text).filter(|_| !is_yaml(text)).map_or(Cow::Borrowed(text), Cow::Owned)
}

/// What the reader says, with the key that it does not know, and with what glued two events together.
fn malformed(text: &str, why: &serde_yaml::Error) -> Problem {
    let message = why.to_string();
    let unknown = message.split_once("unknown field `").and_then(|(_, rest)| rest.split_once('`'));
    match unknown {
        Some((key, _)) => Problem::UnknownKey { key: key.to_owned(), of: marked!("an event"), known: EVENT_KEYS },
        None if text.contains("}- {") => {
            Problem::Malformed { why: say!("two events stand on one line").to_owned(), slip: Slip::Glued }
        }
        None => words::malformed(&message),
    }
}

fn read_whole(text: &str, zone: Zone) -> Vec<Item> {
    if too_deep(text).is_some() {
        return vec![Item { line: 1, read: Err(words::nested_too_deeply()) }];
    }
    match serde_yaml::from_str::<Option<Vec<RawEvent>>>(&as_yaml(text)) {
        Ok(items) => {
            // Which of its lines an item stands on is not known; where they begin is.
            let line = chunks(text).next().map_or(1, |chunk| chunk.line);
            let item = |raw: RawEvent| {
                let content = format!("{raw:?}");
                Item { line, read: event(raw, &content, zone) }
            };
            items.into_iter().flatten().map(item).collect()
        }
        Err(why) => {
            let line = why.location().map_or(1, |at| at.line());
            vec![Item { line, read: Err(malformed(text, &why)) }]
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn summary(text: &str) -> Vec<String> {
        let show = |item: Item| match item.read {
            Ok(event) => format!("{}: {} {} by {}", item.line, event.at.to_rfc3339(), event.what.name(), event.by),
            Err(problem) => format!("{}: {problem:?}", item.line),
        };
        read(text.as_bytes(), Zone::UTC).unwrap().1.into_iter().map(show).collect()
    }

    #[test]
    fn lines_of_json_items_by_hand_and_comments_are_read() {
        let text = "# by hand\n- {\"id\": \"a1\", \"at\": \"2026-10-12T09:00:00Z\", \"by\": \"ana\", \"event\": \"create\"}\n\n\
                    - {at: 2026-10-13T09:00:00Z, by: bo, event: comment, text: 'go on'} # flow\n\
                    - at: 2026-10-14\n  by: ana\n  kr: nps\n  # inside\n  value: 32\n- {\"id\": \"a2\"}\n";
        assert_eq!(
            summary(text),
            [
                "2: 2026-10-12T09:00:00+00:00 create by ana",
                "4: 2026-10-13T09:00:00+00:00 comment by bo",
                "5: 2026-10-14T00:00:00+00:00 update by ana",
                "10: MissingKey { key: \"at\", of: \"an event\" }",
            ]
        );
        assert_eq!(summary("  - {at: 2026-10-14, by: ana, event: create}\n").len(), 1);
        assert_eq!(summary("").len(), 0);
        assert_eq!(summary("# only words\n").len(), 0);
    }

    #[test]
    fn a_line_that_was_cut_off_is_never_taken_for_an_event() {
        let whole = "- {\"id\": \"a1\", \"at\": \"2026-10-12T09:00:00Z\", \"by\": \"ana\", \"event\": \"update\", \"kr\": \"nps\", \"value\": 423}";
        for cut in 3..whole.len() {
            assert_eq!(summary(&whole[..cut]), ["1: TornLine"], "{}", &whole[..cut]);
        }
        assert_eq!(summary(whole).len(), 1);
    }

    #[test]
    fn an_item_without_an_id_keeps_the_one_that_follows_from_its_words() {
        let id = |text: &str| read_items(text, Zone::UTC).remove(0).read.unwrap().id;
        let text = "- {at: 2026-10-14, by: ana, event: create}\n";
        assert_eq!(id(text), id(text));
        assert_ne!(id(text), id("- {at: 2026-10-14, by: bo, event: create}\n"));
    }
}
