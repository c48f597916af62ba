//! A calendar of whole days as RFC 5545 wants it: lines of 75 octets that end in CRLF, texts escaped.

use chrono::Days;

use super::escape;
use crate::view::{Agenda, Appointment};

/// The longest line in octets, its end left out.
const LONGEST: usize = 75;

/// The calendar's text.
pub fn ics(agenda: &Agenda) -> String {
    let mut out = String::new();
    let mut put = |line: &str| fold(&mut out, line);
    put("BEGIN:VCALENDAR");
    put("VERSION:2.0");
    put("PRODID:-//okr//okr//EN");
    put("CALSCALE:GREGORIAN");
    put("METHOD:PUBLISH");
    put(&format!("X-WR-CALNAME:{}", text(&agenda.name)));
    let stamp = agenda.as_of.format("%Y%m%dT%H%M%SZ").to_string();
    for appointment in &agenda.appointments {
        event(appointment, &stamp, &mut put);
    }
    put("END:VCALENDAR");
    out
}

fn event(of: &Appointment, stamp: &str, put: &mut impl FnMut(&str)) {
    put("BEGIN:VEVENT");
    put(&format!("UID:{}", text(&of.uid)));
    put(&format!("DTSTAMP:{stamp}"));
    put(&format!("DTSTART;VALUE=DATE:{}", of.day.format("%Y%m%d")));
    // The end is the first day that no longer belongs to it.
    if let Some(next) = of.day.checked_add_days(Days::new(1)) {
        put(&format!("DTEND;VALUE=DATE:{}", next.format("%Y%m%d")));
    }
    put(&format!("SUMMARY:{}", text(&of.summary)));
    put(&format!("DESCRIPTION:{}", text(&of.description)));
    put(&format!("CATEGORIES:{}", text(of.category)));
    // A day to keep in mind keeps nobody from meeting.
    put("TRANSP:TRANSPARENT");
    put("END:VEVENT");
}

/// A value of the type TEXT.
fn text(text: &str) -> String {
    let visible = escape::csv(text);
    let mut out = String::with_capacity(visible.len() + 8);
    for character in visible.chars() {
        match character {
            '\\' => out.push_str("\\\\"),
            ';' => out.push_str("\\;"),
            ',' => out.push_str("\\,"),
            '\n' => out.push_str("\\n"),
            '\t' => out.push(' '),
            '\r' => {}
            other => out.push(other),
        }
    }
    out
}

/// Adds a line, cut between characters into lines that begin with a blank from the second on.
fn fold(out: &mut String, line: &str) {
    let mut length = 0;
    for character in line.chars() {
        if length + character.len_utf8() > LONGEST {
            out.push_str("\r\n ");
            length = 1;
        }
        out.push(character);
        length += character.len_utf8();
    }
    out.push_str("\r\n");
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn agenda(summary: &str) -> Agenda {
        Agenda {
            name: "OKRs of acme".to_owned(),
            as_of: "2026-11-15T00:00:00Z".parse().unwrap(),
            appointments: vec![Appointment {
                uid: "due.2026-Q4/acme/renewing.nps@acme.okr".to_owned(),
                day: "2026-12-31".parse().unwrap(),
                summary: summary.to_owned(),
                description: "Renewals\nokr show renewing".to_owned(),
                category: "due",
            }],
        }
    }

    #[test]
    fn a_day_ends_before_the_next_and_text_is_escaped() {
        insta::assert_snapshot!(ics(&agenda("Plan; a, b\\c: 让客户\u{1b}")).replace("\r\n", "\n"), @r"
BEGIN:VCALENDAR
VERSION:2.0
PRODID:-//okr//okr//EN
CALSCALE:GREGORIAN
METHOD:PUBLISH
X-WR-CALNAME:OKRs of acme
BEGIN:VEVENT
UID:due.2026-Q4/acme/renewing.nps@acme.okr
DTSTAMP:20261115T000000Z
DTSTART;VALUE=DATE:20261231
DTEND;VALUE=DATE:20270101
SUMMARY:Plan\; a\, b\\c: 让客户\\u{1b}
DESCRIPTION:Renewals\nokr show renewing
CATEGORIES:due
TRANSP:TRANSPARENT
END:VEVENT
END:VCALENDAR
");
    }

    /// As a reader does it: lines joined, then escapes taken back.
    fn unfolded(ics: &str) -> Vec<String> {
        ics.replace("\r\n ", "").split("\r\n").map(str::to_owned).collect()
    }

    proptest! {
        #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

        #[test]
        fn no_line_is_too_long_and_every_text_comes_back(summary in "[ -~äé让客😀\\n;,\\\\]{0,200}") {
            let written = ics(&agenda(&summary));
            prop_assert!(written.split("\r\n").all(|line| line.len() <= LONGEST && !line.contains(['\r', '\n'])));
            let lines = unfolded(&written);
            let read = lines.iter().find_map(|line| line.strip_prefix("SUMMARY:")).unwrap();
            let mut back = String::new();
            let mut characters = read.chars();
            while let Some(character) = characters.next() {
                match character {
                    '\\' => back.push(match characters.next().unwrap() { 'n' => '\n', other => other }),
                    other => back.push(other),
                }
            }
            prop_assert_eq!(back, summary);
        }
    }
}
