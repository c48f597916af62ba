//! One line of a history.

use chrono::{DateTime, NaiveDate, Utc};

use super::Clean;
use super::line::Line;
use crate::model::{CheckedIn, Confidence, Happening, ID_LENGTH, Reported};
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
/// lines are; nothing of them is copied, and no end of a line is looked for: where the check-in ends the line has to.
pub fn check_in(text: Clean<'_>) -> Option<(Happening<'_>, Clean<'_>)> {
    let line = &mut Line(text.text());
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
        note: after(line, ", \"note\": ", |line| line.quoted())?,
    };
    line.eat("}")?;
    if !line.rest().is_empty() {
        line.eat("\n")?;
    }
    Some((Happening::check_in(id, at, by, check_in)?, Clean(line.rest())))
}

/// A moment as `okr` writes it: `2026-10-12T09:00:00Z`.
pub fn moment(text: &str) -> Option<DateTime<Utc>> {
    const LAYOUT: &[u8; MOMENT] = b"0000-00-00T00:00:00Z";
    let bytes: &[u8; MOMENT] = text.as_bytes().try_into().ok()?;
    let mut digits = [0; MOMENT];
    let mut odd = false;
    // Sixteen bytes are looked at in one step, which a loop with an early end is not.
    for at in 0..MOMENT {
        // What differs from a zero by more than nine is no digit; a sign differs by nothing.
        digits[at] = bytes[at] ^ LAYOUT[at];
        odd |= digits[at] > if LAYOUT[at] == b'0' { 9 } else { 0 };
    }
    if odd {
        return None;
    }
    let two = |at: usize| u32::from(digits[at]) * 10 + u32::from(digits[at + 1]);
    let day = NaiveDate::from_ymd_opt((two(0) * 100 + two(2)) as i32, two(5), two(8))?;
    Some(day.and_hms_opt(two(11), two(14), two(17))?.and_utc())
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

fn value<'t>(line: &mut Line<'t>) -> Option<Reported<&'t str>> {
    match line.rest().as_bytes().first()? {
        b'0'..=b'9' | b'-' => return line.number()?.quantity().map(Reported::Number),
        b'"' => return line.quoted().map(Reported::Word),
        _ => {}
    }
    for (word, flag) in [("true", true), ("false", false)] {
        if line.eat(word).is_some() {
            return Some(Reported::Flag(flag));
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_moment_is_read_as_chrono_reads_it() {
        for text in ["2026-10-12T09:00:00Z", "2024-02-29T23:59:59Z", "1900-01-01T00:00:00Z"] {
            assert_eq!(moment(text), text.parse().ok(), "{text}");
        }
        for text in [
            "2026-02-29T09:00:00Z",
            "2026-10-12T24:00:00Z",
            "2026-10-12T09:00:60Z",
            "2026-10-12 09:00:00Z",
            "+026-10-12T09:00:00Z",
            "",
        ] {
            assert_eq!(moment(text), None, "{text}");
        }
    }
}
