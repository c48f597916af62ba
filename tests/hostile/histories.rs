//! Histories that are damaged, lie, or come from elsewhere.

use super::case::{Case, case};

const FILE: &str = "2026-Q4/acme/good.history.yaml";

fn bytes(name: &str, content: impl AsRef<[u8]>) -> Case {
    case(name, "history acme/good").file(FILE, content)
}

/// A check-in of which one field is replaced.
fn event(name: &str, field: &str, value: &str) -> Case {
    let fields = [
        ("id", "\"x1\""),
        ("at", "\"2026-10-12T09:00:00Z\""),
        ("by", "\"ana\""),
        ("event", "\"update\""),
        ("kr", "\"n\""),
        ("value", "4"),
    ];
    let known = fields.iter().any(|(key, _)| *key == field);
    let fields = fields.iter().map(|(key, usual)| (*key, if *key == field { value } else { usual }));
    let more = (!known).then_some((field, value));
    let text: Vec<String> = fields.chain(more).map(|(key, value)| format!("\"{key}\": {value}")).collect();
    bytes(&format!("{name} ({field})"), format!("- {{{}}}\n", text.join(", ")))
}

const GOOD: &str = "- {\"id\": \"g1\", \"at\": \"2026-10-05T09:00:00Z\", \"by\": \"ana\", \"event\": \"update\", \"kr\": \"n\", \"value\": 3}\n";

pub fn cases() -> Vec<Case> {
    let twin = GOOD.replace("3}", "4}");
    let glued = GOOD.trim_end();
    let mut all = vec![
        bytes("a torn line", &GOOD[..60]),
        bytes("a torn line behind a good one", format!("{GOOD}{}", &GOOD[..60])),
        bytes("a torn line in the middle", format!("{}\n{GOOD}", &GOOD[..60])),
        bytes("two events glued", format!("{glued}{glued}\n")),
        bytes("no line end", glued),
        bytes("one id with two contents", format!("{GOOD}{twin}")),
        bytes("the same line twice", format!("{GOOD}{GOOD}")),
        bytes("marks of a merge", format!("<<<<<<< HEAD\n{GOOD}=======\n{twin}>>>>>>> theirs\n")),
        bytes("one mark that was left", format!("{GOOD}>>>>>>> theirs\n")),
        bytes("a zero byte", format!("{GOOD}- {{\"id\": \"\0\"}}\n")),
        bytes("broken UTF-8", [GOOD.as_bytes(), b"- {\"id\": \"\xff\"}\n"].concat()),
        bytes("UTF-16", b"\xff\xfe-\0 \0{\0}\0"),
        bytes("CRLF", GOOD.replace('\n', "\r\n")),
        bytes("a byte order mark", format!("\u{feff}{GOOD}")),
        bytes("a byte order mark in the middle", format!("{GOOD}\u{feff}{GOOD}")),
        bytes("words", "hello\n"),
        bytes("a mapping", "id: x\n"),
        bytes("a number", "42\n"),
        bytes("an empty item", "-\n"),
        bytes("an item that is null", "- ~\n"),
        bytes("an item that is a list", "- [a]\n"),
        bytes("an item that is a word", "- hello\n"),
        bytes("an empty mapping", "- {}\n"),
        bytes("JSON lines without dashes", GOOD.replace("- {", "{")),
        bytes("a JSON list", format!("[{}]\n", &glued[2..])),
        bytes(
            "an alias bomb",
            format!("- &a [x, x]\n{}", (0..30).map(|n| format!("- &a{n} [*a, *a]\n")).collect::<String>()),
        ),
        bytes("100,000 lists in each other", format!("- {{\"id\": {}{}}}\n", "[".repeat(100_000), "]".repeat(100_000))),
        bytes("100,000 mappings in each other", format!("- {}1{}\n", "{\"a\": ".repeat(100_000), "}".repeat(100_000))),
        bytes("100,000 dashes", format!("{}x\n", "- ".repeat(100_000))),
        bytes(
            "an event on two lines",
            "- {\"id\": \"x1\", \"at\":\n   \"2026-10-12T09:00:00Z\", \"by\": \"ana\", \"event\": \"comment\", \"text\": 42}\n",
        ),
        bytes(
            "an event with a key twice",
            "- {\"id\": \"x1\", \"id\": \"x2\", \"at\": \"2026-10-12T09:00:00Z\", \"by\": \"ana\", \"event\": \"create\"}\n",
        ),
        bytes("a line of 10 MB", format!("- {{\"id\": \"{}\"}}\n", "a".repeat(10_000_000))),
        case("a history of a gigabyte", "history acme/good").set_up(|root| {
            let path = root.join("okrs").join(FILE);
            std::fs::OpenOptions::new().write(true).open(path).unwrap().set_len(1 << 30).unwrap();
        }),
        case("an orphan", "list").file("2026-Q4/acme/gone.history.yaml", GOOD),
        case("a history by nobody's key", "list").file("2026-Q4/acme/good.A B.history.yaml", GOOD),
        case("an update of a torn history", "update good.n 4").file(FILE, "<<<<<<< HEAD\n"),
    ];
    for (name, field, value) in [
        ("empty", "id", "\"\""),
        ("a number", "id", "42"),
        ("null", "id", "null"),
        ("of 500 letters", "id", &format!("\"{}\"", "a".repeat(500))),
        ("with an escape", "id", "\"\\u001b[31m\""),
        ("a list", "id", "[\"a\"]"),
        ("empty", "at", "\"\""),
        ("a word", "at", "\"yesterday\""),
        ("an impossible day", "at", "\"2026-02-30T00:00:00Z\""),
        ("hour 25", "at", "\"2026-10-12T25:00:00Z\""),
        ("a leap second", "at", "\"2026-06-30T23:59:60Z\""),
        ("a leap day that is none", "at", "\"2027-02-29T00:00:00Z\""),
        ("the year 10000", "at", "\"10000-01-01T00:00:00Z\""),
        ("far in the past", "at", "\"0001-01-01T00:00:00Z\""),
        ("a year below zero", "at", "\"-0001-01-01T00:00:00Z\""),
        ("in the future", "at", "\"2030-01-01T00:00:00Z\""),
        ("another zone", "at", "\"2026-10-12T09:00:00+99:00\""),
        ("no zone", "at", "\"2026-10-12T09:00:00\""),
        ("seconds since 1970", "at", "1760000000"),
        ("a list", "at", "[]"),
        ("empty", "by", "\"\""),
        ("a number", "by", "42"),
        ("null", "by", "null"),
        ("with an escape", "by", "\"\\u001b]52;c;x\\u0007\""),
        ("a mapping", "by", "{}"),
        ("unknown", "event", "\"explode\""),
        ("misspelt", "event", "\"updaet\""),
        ("empty", "event", "\"\""),
        ("a number", "event", "1"),
        ("in capitals", "event", "\"UPDATE\""),
        ("unknown", "kr", "\"zzz\""),
        ("a path", "kr", "\"../n\""),
        ("a number", "kr", "1"),
        ("with dots", "kr", "\"a.b\""),
        ("empty", "kr", "\"\""),
        ("a list", "value", "[1]"),
        ("a mapping", "value", "{\"a\": 1}"),
        ("a word", "value", "\"many\""),
        ("not a number", "value", "NaN"),
        ("infinite", "value", "Infinity"),
        ("1e999", "value", "1e999"),
        ("-1e999", "value", "-1e999"),
        ("1e-999", "value", "1e-999"),
        ("of 400 digits", "value", &"9".repeat(400)),
        ("with a zero in front", "value", "007"),
        ("hexadecimal", "value", "0x10"),
        ("with a plus", "value", "+3"),
        ("null", "value", "null"),
        ("true", "value", "true"),
        ("a milestone of another", "value", "\"one\""),
        ("unknown", "status", "\"fine\""),
        ("a number", "status", "1"),
        ("0", "confidence", "0"),
        ("11", "confidence", "11"),
        ("7.5", "confidence", "7.5"),
        ("-1", "confidence", "-1"),
        ("a word", "confidence", "\"high\""),
        ("huge", "confidence", "99999999999999999999"),
        ("a list", "note", "[1]"),
        ("a number", "note", "1"),
        ("unknown", "colour", "\"red\""),
        ("of nothing", "of", "\"zzz\""),
        ("of a key result", "score", "70"),
    ] {
        all.push(event(name, field, value));
    }
    for line in ["history good", "list", "update good.n 4", "check"] {
        all.push(case(&format!("an unreadable history: {line}"), line).unreadable(FILE));
    }
    for (name, rest) in [
        ("a score of 101", "\"event\": \"score\", \"score\": 101"),
        ("a score of -1", "\"event\": \"score\", \"score\": -1"),
        ("a score that is a word", "\"event\": \"score\", \"score\": \"good\""),
        ("a score that is missing", "\"event\": \"score\""),
        ("a retraction of itself", "\"event\": \"retract\", \"of\": \"x1\""),
        ("a retraction of nothing", "\"event\": \"retract\""),
        ("a retraction of what is not there", "\"event\": \"retract\", \"of\": \"zzz\""),
        ("a comment without a text", "\"event\": \"comment\""),
        ("an edit without a field", "\"event\": \"edit\""),
        ("a review in an unknown phase", "\"event\": \"review\", \"phase\": \"never\""),
        ("a carry from a path", "\"event\": \"carry\", \"from\": \"../../x\""),
        ("an update of nothing", "\"event\": \"update\""),
        ("a milestone that is not there", "\"event\": \"update\", \"kr\": \"m\", \"value\": \"three\""),
        ("a number for a thing that is done", "\"event\": \"update\", \"kr\": \"d\", \"value\": 7"),
    ] {
        all.push(bytes(
            name,
            format!("- {{\"id\": \"x1\", \"at\": \"2026-10-12T09:00:00Z\", \"by\": \"ana\", {rest}}}\n"),
        ));
    }
    all
}
