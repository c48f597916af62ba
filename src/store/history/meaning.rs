//! From the keys of an item to the event that it is.

use std::borrow::Cow;

use chrono::{DateTime, Utc};

use crate::language::{marked, say};
use crate::model::{CheckIn, Confidence, Edit, Event, EventId, KeyResultId, Problem, What, Zone, day_of, start_of};
use crate::store::canonical;
use crate::store::convert::local_instant;
use crate::store::schema::{RawEvent, Text};

fn invalid(field: &str, why: impl ToString) -> Problem {
    Problem::Invalid { field: field.to_owned(), why: why.to_string() }
}

/// The event of an item; `content` is its text, from which the id follows where it has none.
///
/// # Errors
/// When a key is missing, or its value is none that an event can have.
pub fn event(mut raw: RawEvent, content: &str, zone: Zone) -> Result<Event, Problem> {
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
                .map(|level| Confidence::new(level).map_err(|why| invalid("confidence", why)))
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
