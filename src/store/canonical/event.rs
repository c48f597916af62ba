//! One line of a history.

use super::Clean;
use super::line::Line;
use super::moment::{MOMENT, moment};
use crate::model::{CheckedIn, Confidence, Happening, ID_LENGTH, Reported};
use crate::store::schema::{RawEvent, Text};

/// The event on a line of a clean text: `- {"id": "…", …}` on one line, its keys in the order in which they are written, no
/// escape in any text. Its id and its moment may still be none.
pub fn event(line: &str) -> Option<RawEvent<'_>> {
    let line = &mut Line(line);
    let mut raw = RawEvent::default();
    line.eat("- {\"id\": ")?;
    raw.id = Some(line.quoted_of(ID_LENGTH)?.into());
    line.eat(", \"at\": ")?;
    raw.at = Some(line.quoted_of(MOMENT)?.into());
    line.eat(", \"by\": ")?;
    raw.by = Some(line.quoted()?.into());
    raw.event = text(line, ", \"event\": ")?;
    raw.kr = text(line, ", \"kr\": ")?;
    raw.value = after(line, ", \"value\": ", value)?.map(Reported::to_owned);
    raw.status = text(line, ", \"status\": ")?;
    raw.confidence = after(line, ", \"confidence\": ", |line| line.number()?.whole())?;
    raw.text = text(line, ", \"text\": ")?;
    raw.field = text(line, ", \"field\": ")?;
    raw.from = text(line, ", \"from\": ")?;
    raw.to = text(line, ", \"to\": ")?;
    raw.score = after(line, ", \"score\": ", |line| line.float())?;
    raw.phase = text(line, ", \"phase\": ")?;
    raw.went_well = text(line, ", \"went_well\": ")?;
    raw.stuck = text(line, ", \"stuck\": ")?;
    raw.next = text(line, ", \"next\": ")?;
    raw.of = text(line, ", \"of\": ")?;
    raw.note = text(line, ", \"note\": ")?;
    (line.rest() == "}").then_some(raw)
}

/// The check-in on the first line of a text, if it is one and nothing in it is out of bounds, and what follows that line. Nearly all
/// lines are; nothing of them is copied, and no end of a line is looked for: where the check-in ends the line has to. Nothing else
/// need be known of the text.
pub fn check_in(text: &str) -> Option<(Happening<'_>, &str)> {
    let line = &mut Line(text);
    line.eat("- {\"id\": ")?;
    let id = line.quoted_of(ID_LENGTH)?;
    line.eat(", \"at\": ")?;
    let at = moment(line.quoted_of(MOMENT)?)?;
    line.eat(", \"by\": ")?;
    let by = line.word()?;
    line.eat(", \"event\": \"update\"")?;
    let check_in = CheckedIn {
        key_result: after(line, ", \"kr\": ", |line| line.word())?,
        value: after(line, ", \"value\": ", value)?,
        status: after(line, ", \"status\": ", |line| line.word()?.parse().ok())?,
        confidence: after(line, ", \"confidence\": ", |line| Confidence::new(line.number()?.whole()?).ok())?,
        note: after(line, ", \"note\": ", clean)?,
    };
    line.eat("}")?;
    if !line.rest().is_empty() {
        line.eat("\n")?;
    }
    Some((Happening::check_in(id, at, by, check_in)?, line.rest()))
}

/// The value behind a key, if the key is next; nothing at all where its value is not one of these.
#[inline(always)]
fn after<'t, T>(line: &mut Line<'t>, key: &str, read: impl Fn(&mut Line<'t>) -> Option<T>) -> Option<Option<T>> {
    match line.eat(key) {
        Some(()) => read(line).map(Some),
        None => Some(None),
    }
}

#[inline(always)]
fn text<'t>(line: &mut Line<'t>, key: &str) -> Option<Option<Text<'t>>> {
    after(line, key, |line| line.quoted().map(Text::from))
}

/// A text in quotation marks; all else in a check-in is made of signs that are looked at one by one.
#[inline(always)]
fn clean<'t>(line: &mut Line<'t>) -> Option<&'t str> {
    let (text, is_plain) = line.quoted_and_plain()?;
    if is_plain { Some(text) } else { Clean::of(text).map(Clean::text) }
}

fn value<'t>(line: &mut Line<'t>) -> Option<Reported<&'t str>> {
    match line.rest().as_bytes().first()? {
        b'0'..=b'9' | b'-' => return line.number()?.quantity().map(Reported::Number),
        b'"' => return clean(line).map(Reported::Word),
        _ => {}
    }
    for (word, flag) in [("true", true), ("false", false)] {
        if line.eat(word).is_some() {
            return Some(Reported::Flag(flag));
        }
    }
    None
}
