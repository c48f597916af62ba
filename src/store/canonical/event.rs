//! One line of a history.

use super::line::Line;
use super::number;
use crate::model::{ID_LENGTH, Reported};
use crate::store::schema::{RawEvent, Text};

/// How long a moment is: `2026-10-12T09:00:00Z`.
const MOMENT: usize = 20;

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
    raw.value = after(line, ", \"value\": ", value)?;
    raw.status = text(line, ", \"status\": ")?;
    raw.confidence = after(line, ", \"confidence\": ", |line| number::whole(line.number()?))?;
    raw.text = text(line, ", \"text\": ")?;
    raw.field = text(line, ", \"field\": ")?;
    raw.from = text(line, ", \"from\": ")?;
    raw.to = text(line, ", \"to\": ")?;
    raw.score = after(line, ", \"score\": ", |line| number::float(line.number()?))?;
    raw.phase = text(line, ", \"phase\": ")?;
    raw.went_well = text(line, ", \"went_well\": ")?;
    raw.stuck = text(line, ", \"stuck\": ")?;
    raw.next = text(line, ", \"next\": ")?;
    raw.of = text(line, ", \"of\": ")?;
    raw.note = text(line, ", \"note\": ")?;
    (line.rest() == "}").then_some(raw)
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

fn value(line: &mut Line) -> Option<Reported> {
    if line.rest().starts_with('"') {
        return line.quoted().map(|word| Reported::Word(word.to_owned()));
    }
    for (word, flag) in [("true", true), ("false", false)] {
        if line.eat(word).is_some() {
            return Some(Reported::Flag(flag));
        }
    }
    number::quantity(line.number()?).map(Reported::Number)
}
