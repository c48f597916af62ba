//! Objective files that are none, or say what cannot be.

use super::case::{Case, case};

const FILE: &str = "2026-Q4/acme/bad.yaml";

fn bytes(name: &str, content: impl AsRef<[u8]>) -> Case {
    case(name, "show acme/bad").file(FILE, content)
}

/// A whole file.
fn whole(name: &str, text: &str) -> Case {
    bytes(name, text)
}

/// A field below a good title.
fn field(name: &str, text: &str) -> Case {
    bytes(name, format!("title: Bad\n{text}\n"))
}

/// A field of a key result.
fn key_result(name: &str, text: &str) -> Case {
    bytes(name, format!("title: Bad\nkey_results:\n  - id: a\n    title: A\n    {text}\n"))
}

fn metric(text: &str) -> Case {
    key_result(&format!("metric {text}"), &format!("metric: {text}"))
}

pub fn cases() -> Vec<Case> {
    let deep = |open: &str, close: &str| format!("title: {}{}\n", open.repeat(100_000), close.repeat(100_000));
    let laughs = super::case::laughs();
    let mut all = vec![
        whole("alias bomb", &format!("title: Bad\n{laughs}")),
        whole("alias bomb in a title", &format!("{laughs}title: *l9\n")),
        whole(
            "alias bomb by merge keys",
            &format!(
                "a: &a {{x: 1}}\n{}title: Bad\n",
                (0..3).map(|n| format!("b{n}: &b{n} {{<<: [*a, *a]}}\n")).collect::<String>()
            ),
        ),
        whole("an alias of itself", "title: &a [*a]\n"),
        whole("a mapping that is an alias of itself", "&a title: Bad\ntags: &b [*b]\n"),
        whole("an unknown alias", "title: *nobody\n"),
        whole("a tag", "title: !!python/object/apply:os.system [ls]\n"),
        whole("a tag of a number", "title: !!int Bad\n"),
        whole("a binary", "title: !!binary aGVsbG8=\n"),
        whole("100,000 lists in each other", &deep("[", "]")),
        whole("100,000 mappings in each other", &deep("{a: ", "}")),
        whole("100,000 lists that never end", &deep("[", "")),
        whole("100,000 blocks in each other", &format!("title: Bad\ntags:\n  {}x\n", "- ".repeat(100_000))),
        whole("50,000 mappings in each other", &format!("title: {}1{}\n", "{a: ".repeat(50_000), "}".repeat(50_000))),
        whole("700 keys deep", &(0..700).map(|depth| format!("{}a:\n", " ".repeat(depth))).collect::<String>()),
        whole("100,000 question marks", &format!("{}a\n", "? ".repeat(100_000))),
        whole("100,000 quotation marks", &format!("title: {}\n", "\"".repeat(100_000))),
        whole("25,000 keys", &(0..25_000).map(|key| format!("k{key}: 1\n")).collect::<String>()),
        whole("80,000 anchors", &format!("title: {}x\n", "&a ".repeat(80_000))),
        whole("10,000 anchors of their own", &(0..10_000).map(|at| format!("- &a{at} {at}\n")).collect::<String>()),
        whole(
            "501 key results",
            &format!(
                "title: Bad\nkey_results:\n{}",
                (0..501)
                    .map(|at| format!("  - {{id: k{at}, title: K, metric: {{from: 0, to: 9}}}}\n"))
                    .collect::<String>()
            ),
        ),
        whole("a line of 250 KB", &format!("title: {}\n", "a".repeat(250_000))),
        bytes("more than is ever read", vec![b'a'; (1 << 20) + 1]),
        case("a file of a gigabyte", "show acme/bad").set_up(|root| {
            let path = root.join("okrs").join(FILE);
            super::case::write(&path, b"title: ");
            std::fs::OpenOptions::new().write(true).open(path).unwrap().set_len(1 << 30).unwrap();
        }),
        whole("nothing", ""),
        whole("only a comment", "# nothing yet\n"),
        whole("only blanks", "   \n\n"),
        whole("null", "~\n"),
        whole("a word", "hello\n"),
        whole("a number", "42\n"),
        whole("a list", "- title: Bad\n"),
        whole("two documents", "title: One\n---\ntitle: Two\n"),
        whole("a directive", "%YAML 9.9\n---\ntitle: Bad\n"),
        whole("a key twice", "title: One\ntitle: Two\n"),
        whole("a key twice, far apart", "title: One\nkind: committed\nweight: 2\ntitle: Two\n"),
        key_result("a key of a key result twice", "title: B"),
        whole("a tab at the start of a line", "title: Bad\ntags:\n\t- a\n"),
        whole("a tab before a key", "title: Bad\n\tweight: 2\n"),
        bytes("a byte order mark in the middle", "title: Bad\n\u{feff}weight: two\n"),
        bytes("a byte order mark and a wrong key", "\u{feff}titel: Bad\n"),
        bytes("CRLF and a wrong key", "title: Bad\r\ncolour: red\r\n"),
        bytes("old Mac line ends and a wrong key", "title: Bad\rcolour: red\r"),
        bytes("a zero byte", b"title: B\0ad\n"),
        bytes("only zero bytes", vec![0; 4096]),
        bytes("an escape byte", b"title: \x1b[31mBad\n"),
        bytes("broken UTF-8", b"title: B\xffad\n"),
        bytes("UTF-8 that is cut off", b"title: Bad \xe4\xb8"),
        bytes("overlong UTF-8", b"title: \xc0\xaf\n"),
        bytes("a surrogate in UTF-8", b"title: \xed\xa0\x80\n"),
        bytes("beyond Unicode", b"title: \xf4\x90\x80\x80\n"),
        bytes("UTF-16", b"\xff\xfet\0i\0t\0l\0e\0:\0 \0B\0a\0d\0\n\0"),
        bytes("UTF-32", b"\xff\xfe\0\0t\0\0\0i\0\0\0"),
        bytes("Latin-1", b"title: Gr\xfcn\n"),
        bytes("a picture", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR"),
        bytes("an archive", b"PK\x03\x04\x14\0\0\0"),
        whole("marks of a merge", "<<<<<<< HEAD\ntitle: Ours\n=======\ntitle: Theirs\n>>>>>>> branch\n"),
        whole(
            "marks of a merge with its base",
            "title: Bad\n<<<<<<< ours\nweight: 1\n||||||| base\nweight: 2\n=======\nweight: 3\n>>>>>>> theirs\n",
        ),
        whole("one mark that was left", "title: Bad\n=======\n"),
        whole("a colon in a title", "title: Bad: worse\n"),
        whole("a hash in a quotation that stays open", "title: \"Bad # x\n"),
        whole("an apostrophe that stays open", "title: 'Bad\n"),
        whole("a bracket that stays open", "title: Bad\ntags: [a, b\n"),
        whole("a brace too many", "title: Bad\nkey_results: [{id: a, title: A}}]\n"),
        whole("at the start of a word", "title: @bad\n"),
        whole("a backtick at the start", "title: `bad`\n"),
        whole("a percent sign at the start", "title: %bad\n"),
        whole("an escape that is none", "title: \"\\q\"\n"),
        whole("half an escape", "title: \"\\u12\"\n"),
        whole("a lone surrogate as an escape", "title: \"\\ud800\"\n"),
        whole("uneven blanks", "title: Bad\n weight: 2\n"),
        whole("HTML", "<!DOCTYPE html><title>Bad</title>\n"),
        whole("JSON with a comma too many", "{\"title\": \"Bad\",,}\n"),
        whole("a shell script", "#!/bin/sh\nrm -rf /\n"),
    ];
    for (name, text) in [
        ("title no", "no"),
        ("title yes", "yes"),
        ("title on", "on"),
        ("title off", "off"),
        ("title true", "true"),
        ("title null", "null"),
        ("title a number", "42"),
        ("title a number with an exponent", "1e5"),
        ("title a date", "2026-11-30"),
        ("title a time", "12:30:45"),
        ("title an octal", "0o17"),
        ("title an old octal", "017"),
        ("title a hexadecimal", "0xff"),
        ("title infinity", ".inf"),
        ("title not a number", ".nan"),
        ("title a list", "[a]"),
        ("title a mapping", "{a: b}"),
        ("title empty", "\"\""),
        ("title blanks", "\"   \""),
        ("title of controls", "\"\\e[2J\\a\""),
        ("title of what nobody sees", "\"\\u200b\\u2060\""),
        ("title of two lines", "\"a\\nb\""),
    ] {
        all.push(whole(name, &format!("title: {text}\n")));
    }
    for (name, text) in [
        ("kind unknown", "kind: hopeful"),
        ("kind in capitals", "kind: COMMITTED"),
        ("kind a list", "kind: [committed]"),
        ("kind no", "kind: no"),
        ("weight zero", "weight: 0"),
        ("weight negative", "weight: -1"),
        ("weight huge", "weight: 1e300"),
        ("weight of 200 digits", &format!("weight: {}", "9".repeat(200))),
        ("weight not a number", "weight: .nan"),
        ("weight infinite", "weight: .inf"),
        ("weight 1e999", "weight: 1e999"),
        ("weight tiny", "weight: 1e-300"),
        ("weight a word", "weight: heavy"),
        ("weight with a comma", "weight: 1,5"),
        ("weight a date", "weight: 2026-11-30"),
        ("weight octal", "weight: 0o17"),
        ("weight a quoted number", "weight: \"2\""),
        ("weight yes", "weight: yes"),
        ("weight in sixties", "weight: 1:30"),
        ("tags a mapping", "tags: {a: b}"),
        ("tags numbers", "tags: [1, 2]"),
        ("tags in lists", "tags: [[a]]"),
        ("tags null", "tags: [~]"),
        ("tags no", "tags: [no, on]"),
        ("aligns to nothing", "aligns_to: [\"\"]"),
        ("aligns to what is not there", "aligns_to: [acme/nowhere]"),
        ("aligns to itself", "aligns_to: [acme/bad]"),
        ("aligns to a key result that is not there", "aligns_to: [acme/good.zzz]"),
        ("aligns to another cycle that is not there", "aligns_to: [2020-Q1/acme/good]"),
        ("aligns to a path upwards", "aligns_to: [\"../../etc/passwd\"]"),
        ("aligns to an absolute path", "aligns_to: [/etc/passwd]"),
        ("aligns to a number", "aligns_to: [42]"),
        ("aligns to a mapping", "aligns_to: {a: b}"),
        ("aligns to the same twice", "aligns_to: [acme/good, acme/good]"),
        ("aligns to an option", "aligns_to: [--help]"),
        ("aligns to NFD", "aligns_to: [\"acme/cafe\u{301}\"]"),
        ("description a list", "description: [a]"),
        ("an unknown key", "colour: red"),
        ("a misspelt key", "key_result: []"),
        ("a key in capitals", "Weight: 2"),
        ("a key with blanks", "\"key results\": []"),
        ("a Chinese key", "标题: 好"),
        ("a key that is a list", "[a]: b"),
        ("a key that is null", "~: b"),
        ("a merge key", "<<: {weight: 2}"),
        ("key results a word", "key_results: many"),
        ("key results words", "key_results: [a, b]"),
        ("key results null", "key_results: [~]"),
        ("a score in the definition", "score: 70"),
        ("a status in the definition", "status: on-track"),
        ("an owner in the definition", "owner: ana"),
    ] {
        all.push(field(name, text));
    }
    for (name, text) in [
        ("owner a path", "owner: ../acme"),
        ("owner in capitals", "owner: Ana"),
        ("owner reserved on Windows", "owner: con"),
        ("owner with a dot", "owner: a.b"),
        ("owner empty", "owner: \"\""),
        ("owner a number", "owner: 42"),
        ("due impossible", "due: 2026-02-30"),
        ("due in month 13", "due: 2026-13-01"),
        ("due on no leap day", "due: 2027-02-29"),
        ("due in the year 10000", "due: 10000-01-01"),
        ("due in the year 0", "due: 0000-01-01"),
        ("due a word", "due: tomorrow"),
        ("due the American way", "due: 11/30/2026"),
        ("due with a time", "due: 2026-11-30T10:00:00Z"),
        ("due before the cycle", "due: 2020-01-01"),
        ("due a number", "due: 20261130"),
        ("weight negative", "weight: -2"),
        ("an unknown key of a key result", "colour: red"),
        ("a value in the definition", "value: 3"),
        ("an initiative without a title", "initiatives: [{link: x}]"),
        ("an initiative with a key", "initiatives: [{title: A, colour: red}]"),
        ("initiatives a word", "initiatives: all"),
        ("an initiative half done", "initiatives: [{title: A, done: half}]"),
    ] {
        all.push(key_result(&format!("key result: {name}"), text));
    }
    for (name, id) in [
        ("an id with a slash", "a/b"),
        ("an id with dots", ".."),
        ("an id with blanks", "\"a b\""),
        ("an id in capitals", "A"),
        ("an id of 61 letters", &"a".repeat(61)),
        ("an id that is no", "no"),
        ("an id that is a number", "42"),
        ("an id that begins with a dash", "-a"),
        ("a reserved id", "nul"),
        ("an empty id", "\"\""),
        ("an id in Chinese", "续约"),
        ("an id with an accent", "café"),
        ("an id with a zero byte", "\"a\\0\""),
        ("an id with an escape", "\"a\\e[0m\""),
    ] {
        all.push(bytes(name, format!("title: Bad\nkey_results:\n  - id: {id}\n    title: A\n    metric: done\n")));
    }
    all.push(whole(
        "two key results of one id",
        "title: Bad\nkey_results:\n  - {id: a, title: A}\n  - {id: a, title: B}\n",
    ));
    all.push(whole("a key result without an id", "title: Bad\nkey_results:\n  - {title: A}\n"));
    all.push(whole("a key result without a title", "title: Bad\nkey_results:\n  - {id: a}\n"));
    for (name, weight) in [("weights of 1e300", "1e300".to_owned()), ("weights of 200 digits", "9".repeat(200))] {
        let key_results: String = (0..3)
            .map(|at| format!("  - {{id: k{at}, title: K, weight: {weight}, metric: {{from: 0, to: 9}}}}\n"))
            .collect();
        let steps: String = (0..3).map(|at| format!("        - {{s{at}: {weight}}}\n")).collect();
        let many = format!("title: Bad\nkey_results:\n{key_results}");
        let milestones =
            format!("title: Bad\nkey_results:\n  - id: m\n    title: M\n    metric:\n      milestones:\n{steps}");
        let updates: String = (0..3)
            .map(|at| {
                let when = "\"at\": \"2026-10-12T09:00:00Z\", \"by\": \"ana\"";
                format!("- {{\"id\": \"u{at}\", {when}, \"event\": \"update\", \"kr\": \"k{at}\", \"value\": 5}}\n")
            })
            .collect();
        for line in ["show acme/bad", "report gap"] {
            let three = case(&format!("three {name}: {line}"), line).file(FILE, &many);
            all.push(three.file("2026-Q4/acme/bad.history.yaml", &updates));
            all.push(case(&format!("milestones with {name}: {line}"), line).file(FILE, &milestones));
        }
        let heavy = |at: usize| {
            format!("title: Heavy\nweight: {weight}\nkey_results:\n  - {{id: k{at}, title: K, metric: done}}\n")
        };
        let objectives = (0..3).fold(case(&format!("three objectives with {name}"), "report gap"), |case, at| {
            case.file(&format!("2026-Q4/acme/heavy{at}.yaml"), heavy(at))
        });
        all.push(objectives);
    }
    for text in [
        "{from: 5, to: 5}",
        "{from: 0}",
        "{to: 5}",
        "{from: .nan, to: 5}",
        "{from: 0, to: .inf}",
        "{from: 0, to: 1e999}",
        "{from: 0, to: 1e-999}",
        "{from: 0o17, to: 0x1F}",
        "{from: 017, to: 5}",
        "{from: 1:30, to: 5}",
        "{from: 1_000, to: 5}",
        "{from: \"0\", to: 5}",
        "{from: \"1,200\", to: 5}",
        "{from: no, to: yes}",
        "{from: 0, to: [5]}",
        "{from: 2026-01-01, to: 5}",
        "{from: 0, to: 99999999999999999999999999999999999999}",
        "{from: 0, to: 0.00000000000000000000000000000000001}",
        "{from: １, to: ５}",
        "{from: 0, to: 5, unit: [x]}",
        "{from: 0, to: 5, unit: \"\\e[31m\"}",
        "{at_least: 5, at_most: 1}",
        "{at_least: 5, worst: 9}",
        "{at_most: 5, worst: 1}",
        "{at_least: 5, worst: 5}",
        "{worst: 5}",
        "{at_least: many}",
        "{from: 0, to: 5, at_least: 3}",
        "{from: 0, to: 5, milestones: [a]}",
        "{milestones: []}",
        "{milestones: [a, a]}",
        "{milestones: [\"\"]}",
        "{milestones: {a: 1}}",
        "{milestones: [{a: -1}]}",
        "{milestones: [{a: 0}]}",
        "{milestones: [{a: 1, b: 2}]}",
        "{milestones: [{a: 1, due: soon}]}",
        "{milestones: a}",
        "{milestones: [no, 1]}",
        "finished",
        "DONE",
        "42",
        "[done]",
        "~",
        "{}",
        "{done: true}",
        "{unit: x}",
    ] {
        all.push(metric(text));
    }
    all
}
