//! From the text of a history file to events, each with the line on which it begins.

use std::borrow::Cow;

use crate::model::Zone;
use chrono::{DateTime, Utc};
use serde::de::IgnoredAny;

use super::chunk::{Chunk, chunks};
use super::plain;
use super::surrogates;
use super::tail::{Sound, sound};
use crate::language::{marked, say};
use crate::model::{CheckIn, Edit, Event, EventId, KeyResultId, Problem, Slip, What, day_of, start_of};
use crate::store::canonical;
use crate::store::convert::local_instant;
use crate::store::diagnose::MOST;
use crate::store::schema::{EVENT_KEYS, RawEvent, Text};
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

fn invalid(field: &str, why: impl ToString) -> Problem {
    Problem::Invalid { field: field.to_owned(), why: why.to_string() }
}

pub(super) fn event(mut raw: RawEvent, content: &str, zone: Zone) -> Result<Event, Problem> {
    let missing = |key| Problem::MissingKey { key, of: marked!("an event") };
    let at = raw.at.as_ref().ok_or_else(|| missing("at"))?;
    let at = instant(&at.0, zone).ok_or_else(|| {
        let text = format_args!("{:?}", at.0);
        invalid("at", say!("{text} is no moment; write 2026-10-12T09:00:00Z", text))
    })?;
    let id = match &raw.id {
        Some(id) => id.0.parse().map_err(|why| invalid("id", why))?,
        None => derived_id(content),
    };
    let by = raw.by.as_ref().map(|by| trimmed(&by.0)).filter(|by| !by.is_empty()).ok_or_else(|| missing("by"))?.into();
    let name = raw.event.take().map_or(Cow::Borrowed("update"), |name| name.0);
    Ok(Event { id, at, by, what: what(&name, &mut raw)? })
}

fn what(name: &str, raw: &mut RawEvent) -> Result<What, Problem> {
    let own = |text: &mut Option<Text>| text.take().map(Text::into_string);
    let kr = |text: &Option<Text>| -> Result<Option<KeyResultId>, Problem> {
        text.as_ref().map(|kr| kr.0.parse().map_err(|why| invalid("kr", why))).transpose()
    };
    let need = |text: &mut Option<Text>, key: &'static str| {
        own(text).ok_or(Problem::MissingKey { key, of: marked!("this event") })
    };
    Ok(match name {
        "create" => What::Create,
        "update" => What::Update(CheckIn {
            key_result: kr(&raw.kr)?,
            value: raw.value.take(),
            status: raw.status.as_ref().map(|text| text.0.parse().map_err(|why| invalid("status", why))).transpose()?,
            confidence: raw
                .confidence
                .map(|level| crate::model::Confidence::new(level).map_err(|why| invalid("confidence", why)))
                .transpose()?,
            note: own(&mut raw.note),
        }),
        "comment" => What::Comment { text: need(&mut raw.text.take().or(raw.note.take()), "text")? },
        "edit" => What::Edit(Edit {
            field: need(&mut raw.field, "field")?,
            from: own(&mut raw.from),
            to: own(&mut raw.to),
            note: own(&mut raw.note),
        }),
        "score" => What::Score { key_result: kr(&raw.kr)?, score: score(raw.score)?, note: own(&mut raw.note) },
        "review" => What::Review {
            phase: own(&mut raw.phase),
            went_well: own(&mut raw.went_well),
            stuck: own(&mut raw.stuck),
            next: own(&mut raw.next),
        },
        "complete" => What::Complete { note: own(&mut raw.note) },
        "abandon" => What::Abandon { note: own(&mut raw.note) },
        "reopen" => What::Reopen { note: own(&mut raw.note) },
        "carry" => What::Carry { from: own(&mut raw.from), to: own(&mut raw.to) },
        "retract" => {
            let of = need(&mut raw.of, "of")?.parse().map_err(|why| invalid("of", why))?;
            What::Retract { of, note: own(&mut raw.note) }
        }
        other => {
            return Err(invalid(
                "event",
                say!("{name} is no event that this okr knows", name = format_args!("{other:?}")),
            ));
        }
    })
}

/// The text without blanks around it, which hardly any has.
fn trimmed(text: &str) -> &str {
    let ends = [text.as_bytes().first(), text.as_bytes().last()];
    if ends.iter().flatten().all(|byte| byte.is_ascii_graphic()) { text } else { text.trim() }
}

fn score(score: Option<f64>) -> Result<f64, Problem> {
    let score = score.ok_or(Problem::MissingKey { key: "score", of: marked!("this event") })?;
    if (0.0..=100.0).contains(&score) {
        Ok(score)
    } else {
        Err(invalid("score", say!("{number} is not between {low} and {high}", number = score, low = 0, high = 100)))
    }
}

/// A moment as RFC 3339; or a day with a time, or a day, which means its beginning, in the store's zone.
fn instant(text: &str, zone: Zone) -> Option<DateTime<Utc>> {
    if let Some(at) = canonical::moment(text) {
        return Some(at);
    }
    if let Ok(at) = DateTime::parse_from_rfc3339(text) {
        return Some(at.with_timezone(&Utc));
    }
    day_of(text).map(|day| start_of(day, zone)).or_else(|| local_instant(text, zone))
}

/// The id of an item that was written by hand without one: it follows from what the item says (64-bit FNV-1a), so that
/// it stays the same from one reading to the next.
fn derived_id(content: &str) -> EventId {
    let hash = |hash: u64, byte: u8| (hash ^ u64::from(byte)).wrapping_mul(0x0000_0100_0000_01b3);
    EventId::from_bits(content.trim().bytes().fold(0xcbf2_9ce4_8422_2325, hash))
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
