//! Nothing that stands in a file commands the terminal, turns text around, hides, or is obeyed by Markdown or a spreadsheet.

mod every;

use std::process::Output;

use crate::world::World;

/// What an attacker, or an unlucky paste, puts into every text. As YAML and JSON know it inside double quotation marks.
const EVIL: &str = concat!(
    r"\u001b[31mred\u001b]8;;https://evil.example\u0007link\u001b]52;c;cm0gLXJm\u0007",
    r"\u009b0m\u0085\u0000\u0008\u007f\u202eevil\u2066\u2069\u200f\u061c\u200b\ufeff\u2028line\nnew\rline\ttab",
    r" | <script>alert(1)</script> [x](javascript:1) `code` =1+1 ##[error]x ##vso[task.x]y"
);

/// The same for the start of a text, where a spreadsheet looks.
const FORMULA: &str = "=HYPERLINK(1)";

fn evil_world() -> World {
    let world = World::company();
    // YAML has no \u0000 in text that we accept, and knows \u escapes as JSON does.
    world.write(
        "okrs/org.yaml",
        &format!(
            "company: acme\nunits:\n  acme: {{name: \"{EVIL}\"}}\n  eng: {{name: \"{FORMULA}{EVIL}\", parent: acme, lead: ana}}\n\
             people:\n  ana: {{name: \"{EVIL}\", unit: eng, email: \"{EVIL}\"}}\n  bo: {{name: \"{FORMULA}\", unit: eng}}\n"
        ),
    );
    world.write("okrs/2026-Q4/cycle.yaml", &format!("start: 2026-10-01\nend: 2026-12-31\ntitle: \"{EVIL}\"\n"));
    world.write(
        "okrs/2026-Q4/acme/evil.yaml",
        &format!(
            "title: \"{EVIL}\"\ndescription: \"{EVIL}\"\ntags: [\"{EVIL}\", \"{FORMULA}\"]\nkey_results:\n  - id: a\n    \
             title: \"{EVIL}\"\n    metric: {{from: 0, to: 9, unit: \"{EVIL}\"}}\n    initiatives:\n      \
             - {{title: \"{EVIL}\", link: \"{EVIL}\"}}\n  - id: b\n    title: \"{FORMULA}\"\n    \
             metric: {{milestones: [\"{EVIL}\", \"{FORMULA}\", third]}}\n"
        ),
    );
    world.write(
        "okrs/2026-Q4/acme/evil.history.yaml",
        &format!(
            "- {{\"id\": \"e1\", \"at\": \"2026-10-05T09:00:00Z\", \"by\": \"{EVIL}\", \"event\": \"update\", \"kr\": \"a\", \"value\": 3, \"note\": \"{EVIL}\"}}\n\
             - {{\"id\": \"e2\", \"at\": \"2026-10-06T09:00:00Z\", \"by\": \"{FORMULA}\", \"event\": \"comment\", \"text\": \"{FORMULA}{EVIL}\"}}\n\
             - {{\"id\": \"e3\", \"at\": \"2026-10-07T09:00:00Z\", \"by\": \"ana\", \"event\": \"edit\", \"field\": \"{EVIL}\", \"from\": \"{EVIL}\", \"to\": \"{EVIL}\"}}\n\
             - {{\"id\": \"e4\", \"at\": \"2026-10-08T09:00:00Z\", \"by\": \"ana\", \"event\": \"update\", \"kr\": \"b\", \"value\": \"{FORMULA}\"}}\n\
             - {{\"id\": \"e5\", \"at\": \"2026-10-09T09:00:00Z\", \"by\": \"ana\", \"event\": \"update\", \"kr\": \"a\", \"value\": \"{EVIL}\"}}\n\
             - {{\"id\": \"e6\", \"at\": \"2026-10-09T09:00:00Z\", \"by\": \"ana\", \"event\": \"review\", \"phase\": \"{EVIL}\", \"next\": \"{EVIL}\"}}\n\
             - {{\"id\": \"e7\", \"at\": \"{EVIL}\", \"by\": \"ana\", \"event\": \"{EVIL}\"}}\n\
             - {{\"id\": \"{EVIL}\", \"at\": \"2026-10-09T09:00:00Z\", \"by\": \"ana\", \"event\": \"{EVIL}\", \"{EVIL}\": 1}}\n"
        ),
    );
    world.write("okrs/2026-Q4/eng/served.yaml", &format!("title: \"{FORMULA}\"\naligns_to: [acme/evil.a]\n"));
    world.write("okrs/2026-Q4/eng/key.yaml", &format!("title: x\n\"{EVIL}\": red\n"));
    world.write("okrs/2026-Q4/eng/kind.yaml", &format!("title: x\nkind: \"{EVIL}\"\n"));
    world.write("okrs/2026-Q4/eng/align.yaml", &format!("title: x\naligns_to: [\"{EVIL}\"]\n"));
    world.write("okrs/2026-Q4/eng/raw.yaml", "title: x\n\u{1b}[31m\u{202e}colour: red\n");
    world.write("okrs/2026-Q4/eng/raw-key.yaml", "title: x\ncol\u{202e}our\u{200b}: red\n");
    world.write("okrs/2026-Q4/eng/na\u{1b}[31m\u{202e}me.yaml", "title: x\n");
    world
}

const COMMANDS: &[&str] = &[
    "list",
    "show evil",
    "show evil.a",
    "show evil.b",
    "tree",
    "tree evil",
    "history evil",
    "history evil.a",
    "log",
    "log evil",
    "cycle list",
    "cycle show",
    "org show",
    "report gap",
    "report cadence",
    "report review",
    "report score",
    "report full",
    "report gap --by owner",
    "report gap --fail-on off-track,at-risk,stale",
    "report progress",
    "check",
];

/// Characters that a terminal obeys or that deceive a reader, but for the ends of lines. Joiners and variation selectors are
/// not here, as they have their places.
fn is_raw(character: char) -> bool {
    (character.is_control() && character != '\n')
        || matches!(character, '\u{ad}' | '\u{34f}' | '\u{61c}' | '\u{115f}' | '\u{1160}' | '\u{17b4}' | '\u{17b5}'
            | '\u{180b}'..='\u{180f}' | '\u{200b}' | '\u{200e}' | '\u{200f}' | '\u{2028}'..='\u{202e}'
            | '\u{2060}'..='\u{206f}' | '\u{3164}' | '\u{feff}' | '\u{ffa0}' | '\u{fff0}'..='\u{fffb}'
            | '\u{13430}'..='\u{1345f}' | '\u{1bca0}'..='\u{1bca3}' | '\u{1d173}'..='\u{1d17a}'
            | '\u{e0000}'..='\u{e00ff}' | '\u{e01f0}'..='\u{e0fff}')
}

fn run(world: &World, line: &str) -> (String, String, Option<i32>) {
    let Output { status, stdout, stderr } = world.command().args(line.split_whitespace()).output().unwrap();
    (String::from_utf8(stdout).unwrap(), String::from_utf8(stderr).unwrap(), status.code())
}

/// What a system that runs a job obeys wherever it stands in the log, to which both streams go.
fn assert_unobeyed(what: &str, text: &str) {
    if let Some(line) = text.lines().find(|line| line.contains("##[") || line.contains("##vso[")) {
        panic!("{what}: {line}");
    }
}

fn assert_plain(what: &str, text: &str) {
    if let Some(line) = text.lines().find(|line| line.contains(is_raw)) {
        panic!("{what}: {}", line.escape_debug());
    }
}

#[test]
fn nothing_raw_reaches_the_terminal() {
    let world = evil_world();
    for width in [60, 100, 140] {
        world.width(width);
        for command in COMMANDS {
            let (out, errors, code) = run(&world, command);
            assert!(matches!(code, Some(0 | 1 | 3)), "okr {command}: {code:?}\n{errors}");
            assert!(!out.is_empty(), "okr {command}");
            assert_plain(&format!("okr {command}"), &out);
            assert_plain(&format!("errors of okr {command}"), &errors);
        }
    }
}

#[test]
fn a_difference_shows_nothing_raw() {
    let world = evil_world();
    world.write("okrs/2026-Q4/eng/raw.yaml", "title:   x # \u{202e}colour\ndescription: \"a\u{200b}b\"\n");
    let (out, errors, code) = run(&world, "fmt --check");
    assert_eq!(code, Some(3));
    assert!(out.contains("colour"), "{out}");
    assert_plain("okr fmt --check", &out);
    assert_plain("errors of okr fmt --check", &errors);
}

#[test]
fn markdown_is_text_and_nothing_else() {
    let world = evil_world();
    for command in COMMANDS {
        let (out, ..) = run(&world, &format!("{command} --format markdown"));
        assert_plain(&format!("okr {command}"), &out);
        let code_left_out = |line: &str| line.split('`').step_by(2).collect::<String>();
        let mut fenced = false;
        let outside = out.lines().filter(|line| {
            let fence = line.starts_with("```");
            fenced ^= fence;
            !fenced && !fence
        });
        for line in outside.map(code_left_out) {
            assert!(!line.contains("<script") || line.contains("\\<script"), "okr {command}: {line}");
            assert!(!line.contains("[x](") || line.contains("\\[x"), "okr {command}: {line}");
        }
        assert!(!fenced, "okr {command}: a picture's fence stays open");
        let mut columns = None;
        for line in out.lines() {
            // Every row of a table has as many cells as its head.
            let cells = line.starts_with('|').then(|| line.replace("\\|", "").matches('|').count());
            if let (Some(head), Some(cells)) = (columns, cells) {
                assert_eq!(head, cells, "okr {command}: {line}");
            }
            columns = cells;
        }
    }
}

#[test]
fn spreadsheets_compute_nothing() {
    let world = evil_world();
    for command in COMMANDS {
        let (out, ..) = run(&world, &format!("{command} --format csv"));
        for record in csv::ReaderBuilder::new().has_headers(false).from_reader(out.as_bytes()).records() {
            for cell in &record.unwrap() {
                let computed = cell.starts_with(['=', '@', '+', '\t', '\r']);
                assert!(
                    !computed && (!cell.starts_with('-') || cell.parse::<f64>().is_ok()),
                    "okr {command}: {cell:?}"
                );
                assert_plain(&format!("okr {command} as CSV"), &cell.replace('\t', ""));
            }
        }
    }
}

#[test]
fn json_carries_the_text_as_it_is_with_controls_escaped() {
    let world = evil_world();
    for command in COMMANDS {
        let (out, ..) = run(&world, &format!("{command} --format json"));
        serde_json::from_str::<serde_json::Value>(&out).unwrap();
        assert_plain(&format!("okr {command} as JSON"), &out);
        let (out, ..) = run(&world, &format!("{command} --format yaml"));
        serde_yaml::from_str::<serde_json::Value>(&out).unwrap();
        assert_plain(&format!("okr {command} as YAML"), &out);
    }
}

#[test]
fn what_is_typed_is_made_harmless_in_messages_too() {
    let world = evil_world();
    let evil = "\u{1b}[31m\u{202e}x\u{9b}\u{200b}";
    for words in [
        &["show", evil][..],
        &["--cycle", evil, "list"],
        &["--me", evil, "list", "--mine"],
        &["--store", evil, "list"],
        &["list", "--as-of", evil],
        &["list", "--owner", evil],
        &["list", "--tag", evil],
        &["list", "--sort", evil],
        &[evil],
        &["list", "--format", evil],
        &["report", "progress", "--since", evil],
        &["update", "evil.a", evil],
        &["update", "evil.zz", "3"],
        &["create", "x", "--kr", evil],
        &["cycle", "show", evil],
        &["retract", "evil", evil],
    ] {
        let Output { stdout, stderr, status } = world.command().args(words).output().unwrap();
        assert_plain(&format!("okr {words:?}"), &String::from_utf8(stdout).unwrap());
        assert_plain(&format!("errors of okr {words:?}"), &String::from_utf8(stderr).unwrap());
        assert_ne!(status.code(), Some(4), "okr {words:?}");
    }
}
