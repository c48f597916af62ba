//! What is typed: references, values, days, texts and options that are none.

use std::ffi::OsString;
use std::os::unix::ffi::OsStringExt;

use super::case::{Case, case, typed};

pub fn cases() -> Vec<Case> {
    let mut all = Vec::new();
    for value in [
        "",
        " ",
        "many",
        "1,200",
        "1.200,50",
        "1e999",
        "-1e999",
        "NaN",
        "inf",
        "Infinity",
        "0x10",
        "0o17",
        "12:30",
        "1__000",
        "_1",
        "1_",
        "+",
        "-",
        "=",
        "=+",
        "1.2.3",
        "5%",
        "5 ms",
        "$5",
        "١٢",
        "五",
        "1k2",
        "1kk",
        "--",
        "99999999999999999999999999999999999999999",
        "0.0000000000000000000000000000000000000001",
        "done",
        "\u{1b}[31m5",
        "5\u{202e}",
        "5\n6",
        "½",
        "1/2",
        "5 - 3",
        "true",
        "null",
    ] {
        all.push(typed(&format!("update good.n {value:?}"), &["update", "good.n", "--", value]));
    }
    for (name, reference, value) in [
        ("a word for what is done or not", "good.d", "maybe"),
        ("a number for what is done or not", "good.d", "7"),
        ("a milestone that is not there", "good.m", "three"),
        ("an empty milestone", "good.m", ""),
        ("no such key result", "good.z", "3"),
        ("several key results", "good", "3"),
    ] {
        all.push(typed(name, &["update", reference, value]));
    }
    for reference in [
        "",
        ".",
        "..",
        "/",
        "//",
        "a//b",
        "../good",
        "acme/../acme/good",
        "/etc/passwd",
        "acme/good/",
        "a/b/c/d/e",
        "good.",
        ".n",
        "good.n.n",
        "GOOD",
        "go od",
        "good\\n",
        "good;ls",
        "$(ls)",
        "`ls`",
        "good\u{0301}",
        "gооd",
        "-",
        "*",
        "con",
        "nul.n",
        "2026-Q4/acme/nowhere",
        "2020-Q1/acme/good",
        "nobody/good",
        "good@HEAD",
        "\u{1b}[2J",
        "\u{202e}doog",
        "~",
        "%00",
        "C:\\okrs",
        "file:///etc/passwd",
    ] {
        all.push(typed(&format!("show {reference:?}"), &["show", "--", reference]));
    }
    for spec in [
        "",
        ":",
        "NPS",
        "NPS:",
        ": 1 -> 2",
        "NPS: 1 ->",
        "NPS: -> 2",
        "NPS: 5 -> 5",
        "NPS: a -> b",
        "NPS: 1 -> 1e999",
        "NPS: 1,000 -> 2",
        "NPS: >= x",
        "NPS: >= 5 worst 9",
        "NPS: <= 5 worst 1",
        "NPS: milestones",
        "NPS: milestones a, a",
        "NPS: milestones ,",
        "NPS: finished",
        "a b = NPS: done",
        "../x = NPS: done",
        "= NPS: done",
        "NPS: 1 -> 2 \u{1b}[31m",
        "NPS: ١ -> ٢",
        "NPS: NaN -> 2",
        "NPS: 1 → → 2",
        "NPS: done done",
        "con = NPS: done",
        "n = Again: done",
    ] {
        // A part of a title, and a unit whose escape is written as one.
        let harmless = ["a b = NPS: done", "NPS: 1 -> 2 \u{1b}[31m"].contains(&spec);
        all.push(typed(&format!("--kr {spec:?}"), &["kr", "add", "good", spec]).may_write_if(harmless));
    }
    let long_step = format!("A: milestones {}", "s".repeat(101));
    all.push(typed("a milestone of 101 characters as --kr", &["kr", "add", "good", &long_step]));
    all.push(typed("100,000 brackets as --kr", &["kr", "add", "good", &"[".repeat(100_000)]));
    all.push(typed("40,000 arrows as --kr", &["kr", "add", "good", &format!("A: {}", "→".repeat(40_000))]));
    for (name, words) in [
        ("--at in the future", &["update", "good.n", "4", "--at", "2027-01-01"][..]),
        ("--at nonsense", &["update", "good.n", "4", "--at", "yesterday"]),
        ("--at on an impossible day", &["update", "good.n", "4", "--at", "2026-02-30"]),
        ("--at on no leap day", &["update", "good.n", "4", "--at", "2025-02-29"]),
        ("--at in the year 10000", &["update", "good.n", "4", "--at", "10000-01-01"]),
        ("--at with an offset of 99 hours", &["update", "good.n", "4", "--at", "2026-10-01T00:00:00+99:00"]),
        ("--at hour 25", &["update", "good.n", "4", "--at", "2026-10-01 25:00"]),
        ("--at empty", &["update", "good.n", "4", "--at", ""]),
        ("--confidence 0", &["update", "good.n", "4", "--confidence", "0"]),
        ("--confidence 11", &["update", "good.n", "4", "--confidence", "11"]),
        ("--confidence high", &["update", "good.n", "4", "--confidence", "high"]),
        ("--confidence -1", &["update", "good.n", "4", "--confidence=-1"]),
        ("--status fine", &["update", "good.n", "4", "--status", "fine"]),
        ("--status empty", &["update", "good.n", "4", "--status", ""]),
        ("--as-of nonsense", &["list", "--as-of", "whenever"]),
        ("--as-of impossible", &["list", "--as-of", "2026-02-30"]),
        ("--as-of the year 10000", &["list", "--as-of", "10000-01-01"]),
        ("--rev without a repository", &["list", "--rev", "HEAD"]),
        ("--rev an option", &["list", "--rev", "--upload-pack=ls"]),
        ("--format unknown", &["list", "--format", "xml"]),
        ("--color unknown", &["list", "--color", "pink"]),
        ("--level unknown", &["list", "--level", "galaxy"]),
        ("--owner unknown", &["list", "--owner", "nobody"]),
        ("--owner a path", &["create", "T", "--owner", "../x"]),
        ("--owner reserved", &["create", "T", "--owner", "aux"]),
        ("--owner in capitals", &["create", "T", "--owner", "Acme"]),
        ("--owner in NFD", &["create", "T", "--owner", "cafe\u{301}"]),
        ("--slug a path", &["create", "T", "--owner", "acme", "--slug", "../x"]),
        ("--slug absolute", &["create", "T", "--owner", "acme", "--slug", "/tmp/x"]),
        ("--slug taken", &["create", "T", "--owner", "acme", "--slug", "good"]),
        ("--slug reserved", &["create", "T", "--owner", "acme", "--slug", "com1"]),
        ("--slug with a dot", &["create", "T", "--owner", "acme", "--slug", "a.b"]),
        ("--slug of 61 letters", &["create", "T", "--owner", "acme", "--slug", &"a".repeat(61)]),
        ("--slug empty", &["create", "T", "--owner", "acme", "--slug", ""]),
        ("an empty title", &["create", "", "--owner", "acme"]),
        ("a title of blanks", &["create", "   ", "--owner", "acme"]),
        ("a title of nothing that is a letter", &["create", "!!!", "--owner", "acme"]),
        ("--weight 0", &["create", "T", "--owner", "acme", "--weight", "0"]),
        ("--weight -1", &["create", "T", "--owner", "acme", "--weight=-1"]),
        ("--weight NaN", &["create", "T", "--owner", "acme", "--weight", "NaN"]),
        ("--weight inf", &["create", "T", "--owner", "acme", "--weight", "inf"]),
        ("--weight 1e999", &["create", "T", "--owner", "acme", "--weight", "1e999"]),
        ("--store nowhere", &["--store", "/nonexistent", "list"]),
        ("--store a file", &["--store", "okrs/okr.yaml", "list"]),
        ("--store empty", &["--store", "", "list"]),
        ("--me a path", &["--me", "../ana", "update", "good.n", "4"]),
        ("--me empty", &["--me", "", "update", "good.n", "4"]),
        ("--me in capitals", &["--me", "ANA", "update", "good.n", "4"]),
        ("an unknown command", &["explode"]),
        ("a misspelt command", &["updaet", "good.n", "4"]),
        ("an unknown option", &["list", "--explode"]),
        ("an option twice", &["list", "--format", "json", "--format", "csv"]),
        ("no argument", &["update"]),
        ("too many arguments", &["show", "good", "good"]),
        ("an option without its value", &["list", "--owner"]),
        ("a contradiction", &["create", "T", "--owner", "acme", "--committed", "--aspirational"]),
        ("align to none and to something", &["align", "good", "acme/good", "--none"]),
        ("score 101", &["score", "good", "101"]),
        ("score -1", &["score", "good", "--", "-1"]),
        ("score a word", &["score", "good", "fine"]),
        ("score NaN", &["score", "good", "NaN"]),
        ("a comment of nothing", &["comment", "good", ""]),
        ("a comment of 100 KB", &["comment", "good", &"x".repeat(100_000)]),
        ("a note of 100 KB", &["update", "good.n", "4", "--note", &"x".repeat(100_000)]),
        ("a title of 100 KB", &["create", &"x".repeat(100_000), "--owner", "acme"]),
        ("retract nothing", &["retract", "good", "zzz"]),
        ("retract an empty id", &["retract", "good", ""]),
        ("set an unknown field", &["set", "good", "colour", "red"]),
        ("set weight to words", &["set", "good", "weight", "heavy"]),
        ("set kind to hope", &["set", "good", "kind", "hope"]),
        ("set a title to nothing", &["set", "good", "title", ""]),
        ("move to a path", &["move", "good", "--owner", "../x"]),
        ("move onto another", &["move", "good", "--slug", "con"]),
        ("carry into nowhere", &["carry", "good", "--to", "2020-Q1"]),
        ("carry into itself", &["carry", "good", "--to", "2026-Q4"]),
        ("carry to a path", &["carry", "good", "--to", "../x"]),
        ("complete what is not scored", &["complete", "nowhere"]),
        ("remove what has check-ins", &["remove", "good"]),
        ("reopen what is open", &["reopen", "good"]),
        ("a review of nothing", &["review", "nowhere", "--mid"]),
        ("explain an unknown rule", &["check", "--explain", "OKR999"]),
        ("only an unknown rule", &["check", "--only", "nonsense"]),
        ("fail on what is not known", &["report", "gap", "--fail-on", "sadness"]),
        ("report nothing that there is", &["report", "weather"]),
        ("verify without a repository", &["verify", "--base", "main"]),
        ("diff without a repository", &["diff", "HEAD"]),
        ("diff from an impossible day", &["diff", "2026-02-30"]),
        ("schema of nothing", &["schema", "weather"]),
        ("merge-file of nothing", &["merge-file", "a", "b", "c"]),
        ("fmt of what is not there", &["fmt", "nowhere.yaml"]),
        ("fmt of what is outside", &["fmt", "/etc/passwd"]),
        ("add a unit that is there", &["org", "add-unit", "eng"]),
        ("add a unit of a path", &["org", "add-unit", "../x"]),
        ("add a person that is a unit", &["org", "add-person", "eng"]),
        ("init over a file", &["init", "okrs/okr.yaml"]),
        ("update --from nowhere", &["update", "--from", "nowhere.csv"]),
        ("update --from a folder", &["update", "--from", "okrs"]),
        ("update --from a device", &["update", "--from", "/dev/null"]),
    ] {
        all.push(typed(name, words).may_write_if(["--weight 0", "a title of 100 KB"].contains(&name)));
    }
    for (name, text) in [
        ("an unknown column", "ref,value,colour\ngood.n,4,red\n"),
        ("no column that is known", "a,b\n1,2\n"),
        ("a row too long", "ref,value\ngood.n,4,5,6\n"),
        ("a quotation that stays open", "ref,value\n\"good.n,4\n"),
        ("a bad row among good ones", "ref,value\ngood.n,4\ngood.n,many\n"),
        ("a zero byte", "ref,value\ngood.n,4\0\n"),
        ("JSON lines cut off", "{\"ref\": \"good.n\", \"value\": 4}\n{\"ref\": \"good\n"),
        ("JSON with an unknown key", "{\"ref\": \"good.n\", \"value\": 4, \"colour\": 1}\n"),
        ("100,000 lists in JSON", &format!("{}\n", "[".repeat(100_000))),
        ("a formula", "ref,value\ngood.n,=1+1\n"),
        ("only a head", "ref,value\n"),
        ("a value in the future", "ref,value,at\ngood.n,4,2030-01-01\n"),
        ("a reference upwards", "ref,value\n../../x,4\n"),
        ("semicolons", "ref;value\ngood.n;4\n"),
        ("NaN in JSON", "{\"ref\": \"good.n\", \"value\": NaN}\n"),
    ] {
        let text = text.to_owned();
        all.push(
            typed(&format!("update --from: {name}"), &["update", "--from", "in"])
                .set_up(move |root| super::case::write(&root.join("in"), text.as_bytes())),
        );
    }
    for (name, bytes) in [
        ("UTF-16", &b"\xff\xfer\0e\0f\0,\0v\0a\0l\0u\0e\0\n\0"[..]),
        ("broken UTF-8", b"ref,value,note\ngood.n,4,caf\xe9\n"),
        ("broken UTF-8 in the head", b"ref,value,n\xffte\ngood.n,4,x\n"),
        ("broken UTF-8 in JSON", b"{\"ref\": \"good.n\", \"value\": 4, \"note\": \"\xff\"}\n"),
        ("a zero byte in the head", b"ref\0,value\ngood.n,4\n"),
        ("a byte order mark and an unknown column", b"\xef\xbb\xbfref,value,colour\r\ngood.n,4,red\r\n"),
        ("CRLF and a bad value", b"ref,value\r\ngood.n,many\r\n"),
        ("CR alone and a bad value", b"ref,value\rgood.n,many\r"),
    ] {
        all.push(csv(name, bytes));
    }
    all.push(csv("a byte order mark and nothing else wrong", b"\xef\xbb\xbfref,value\ngood.n,4\n").may_write());
    all.push(csv("CRLF and nothing else wrong", b"ref,value\r\ngood.n,4\r\n").may_write());
    all.push(case("an argument that is no text", "show").word(OsString::from_vec(b"go\xffod".to_vec())));
    all.push(case("a title that is no text", "create").word(OsString::from_vec(b"\xff\xfe".to_vec())));
    all.push(case("a store that is no text", "--store").word(OsString::from_vec(b"/tmp/\xff".to_vec())).word("list"));
    all.push((0..20_000).fold(case("20,000 arguments", "align good"), |case, _| case.word("acme/good")));
    all
}

fn csv(name: &str, bytes: &'static [u8]) -> Case {
    typed(&format!("update --from: {name}"), &["update", "--from", "in"])
        .set_up(move |root| super::case::write(&root.join("in"), bytes))
}
