//! An event as the line that is appended.

use std::io::{self, Write};

use chrono::SecondsFormat;
use serde::Serialize;
use serde_json::ser::{CharEscape, Formatter};

use crate::model::{CheckIn, Edit, Event, Reported, What};
use crate::store::schema::{RawEvent, Text};
use crate::store::text::is_bare;

/// The line of an event: `- {…}` and a newline. It holds no byte that a terminal obeys and reads the same as JSON and
/// as YAML.
///
/// # Errors
/// Never for events that were made by this program; JSON has no number that is not finite.
pub fn to_line(event: &Event) -> Result<String, serde_json::Error> {
    Ok(format!("- {}\n", one_line(&raw(event))?))
}

/// A value as JSON on one line, in the same manner.
///
/// # Errors
/// When JSON cannot say it, as a mapping whose keys are no texts.
pub fn one_line(value: &impl Serialize) -> Result<String, serde_json::Error> {
    let mut bytes = Vec::new();
    value.serialize(&mut serde_json::Serializer::with_formatter(&mut bytes, OneLine))?;
    Ok(String::from_utf8_lossy(&bytes).into_owned())
}

fn raw(event: &Event) -> RawEvent<'_> {
    let text = |text: &Option<String>| text.clone().map(Text::from);
    // Milliseconds, where there are any: two check-ins of one second must keep their order.
    let mut raw = RawEvent {
        id: Some(event.id.as_str().into()),
        at: Some(event.at.to_rfc3339_opts(SecondsFormat::AutoSi, true).into()),
        by: Some(event.by.as_str().into()),
        event: Some(event.what.name().into()),
        ..RawEvent::default()
    };
    match &event.what {
        What::Create => {}
        What::Update(CheckIn { key_result, value, status, confidence, note }) => {
            raw.kr = key_result.as_ref().map(|kr| kr.as_str().into());
            raw.value = value.clone();
            raw.status = status.map(|status| status.as_str().into());
            raw.confidence = confidence.map(|confidence| confidence.get().into());
            raw.note = text(note);
        }
        What::Comment { text } => raw.text = Some(text.as_str().into()),
        What::Edit(Edit { field, from, to, note }) => {
            raw.note = text(note);
            raw.field = Some(field.as_str().into());
            (raw.from, raw.to) = (text(from), text(to));
        }
        What::Score { key_result, score, note } => {
            raw.kr = key_result.as_ref().map(|kr| kr.as_str().into());
            raw.score = Some(*score);
            raw.note = text(note);
        }
        What::Review { phase, went_well, stuck, next } => {
            (raw.phase, raw.went_well, raw.stuck, raw.next) = (text(phase), text(went_well), text(stuck), text(next));
        }
        What::Complete { note } | What::Abandon { note } | What::Reopen { note } => raw.note = text(note),
        What::Carry { from, to } => (raw.from, raw.to) = (text(from), text(to)),
        What::Retract { of, note } => {
            raw.of = Some(of.as_str().into());
            raw.note = text(note);
        }
    }
    raw
}

/// JSON on one line that YAML 1.1 and 1.2 read alike: blanks after `:` and `,`, `.0` before an exponent, and everything
/// that a reader could take for a line end or a terminal for a command as `\uXXXX`.
struct OneLine;

impl Formatter for OneLine {
    fn begin_object_key<W: ?Sized + Write>(&mut self, w: &mut W, first: bool) -> io::Result<()> {
        if first { Ok(()) } else { w.write_all(b", ") }
    }

    fn begin_array_value<W: ?Sized + Write>(&mut self, w: &mut W, first: bool) -> io::Result<()> {
        if first { Ok(()) } else { w.write_all(b", ") }
    }

    fn begin_object_value<W: ?Sized + Write>(&mut self, w: &mut W) -> io::Result<()> {
        w.write_all(b": ")
    }

    fn write_f64<W: ?Sized + Write>(&mut self, w: &mut W, value: f64) -> io::Result<()> {
        let text = format!("{value:?}");
        match text.split_once('e') {
            Some((digits, exponent)) if !digits.contains('.') => write!(w, "{digits}.0e{exponent}"),
            _ => w.write_all(text.as_bytes()),
        }
    }

    fn write_string_fragment<W: ?Sized + Write>(&mut self, w: &mut W, fragment: &str) -> io::Result<()> {
        let mut plain = 0;
        for (at, c) in fragment.char_indices().filter(|(_, c)| !is_bare(*c)) {
            w.write_all(&fragment.as_bytes()[plain..at])?;
            for unit in c.encode_utf16(&mut [0; 2]) {
                write!(w, "\\u{unit:04x}")?;
            }
            plain = at + c.len_utf8();
        }
        w.write_all(&fragment.as_bytes()[plain..])
    }

    fn write_char_escape<W: ?Sized + Write>(&mut self, w: &mut W, escape: CharEscape) -> io::Result<()> {
        let text: &[u8] = match escape {
            CharEscape::Quote => b"\\\"",
            CharEscape::ReverseSolidus => b"\\\\",
            CharEscape::Solidus => b"/",
            CharEscape::Backspace => b"\\b",
            CharEscape::FormFeed => b"\\f",
            CharEscape::LineFeed => b"\\n",
            CharEscape::CarriageReturn => b"\\r",
            CharEscape::Tab => b"\\t",
            CharEscape::AsciiControl(byte) => return write!(w, "\\u{byte:04x}"),
        };
        w.write_all(text)
    }
}

/// Reported values as machines and histories write them.
impl std::fmt::Display for Reported {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Reported::Flag(flag) => write!(f, "{flag}"),
            Reported::Number(number) => write!(f, "{number}"),
            Reported::Word(word) => f.write_str(word),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_event_is_one_line_of_json_and_of_yaml_without_a_byte_that_a_terminal_obeys() {
        let note = "say \"hi\"\n\u{1b}[31m\u{202e}中文 🎉\u{85}".to_owned();
        let event = Event {
            id: "01jd8xyzab".parse().unwrap(),
            at: "2026-10-12T09:00:00Z".parse().unwrap(),
            by: "ana".into(),
            what: What::Update(CheckIn {
                key_result: Some("nps".parse().unwrap()),
                value: Some(Reported::Number("38.5".parse().unwrap())),
                note: Some(note.clone()),
                ..CheckIn::default()
            }),
        };
        let line = to_line(&event).unwrap();
        assert_eq!(
            line,
            "- {\"id\": \"01jd8xyzab\", \"at\": \"2026-10-12T09:00:00Z\", \"by\": \"ana\", \"event\": \"update\", \
             \"kr\": \"nps\", \"value\": 38.5, \"note\": \"say \\\"hi\\\"\\n\\u001b[31m\\u202e中文 🎉\\u0085\"}\n"
        );
        let json: serde_json::Value = serde_json::from_str(line.trim_start_matches("- ")).unwrap();
        let yaml: Vec<serde_yaml::Value> = serde_yaml::from_str(&line).unwrap();
        assert_eq!(json["note"], note);
        assert_eq!(yaml[0]["note"].as_str(), Some(note.as_str()));
    }
}
