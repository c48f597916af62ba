//! The ends of histories as crashes, people and other programs leave them: what counts is never cut off, and what a crash left
//! costs only itself.

use std::fs;
use std::io::Write;

use super::place::Place;

const HISTORY: &str = "all/ana/o0.history.yaml";

/// A store whose objective stands at 3, and then these bytes at the end of its history.
fn ending_in(bytes: &[u8]) -> Place {
    let place = Place::with(1);
    place.done(&["update", "o0.n", "3"]);
    let path = place.folder.join("okrs").join(HISTORY);
    fs::OpenOptions::new().append(true).open(path).unwrap().write_all(bytes).unwrap();
    place
}

/// The values of its check-ins, the newest first, and what is said on stderr.
fn values(place: &Place) -> (Vec<u64>, String) {
    let output = place.run(&["history", "o0.n", "--format", "json"]);
    let history: serde_json::Value = serde_json::from_slice(&output.stdout).unwrap();
    let updates = history["updates"].as_array().unwrap();
    let values = updates.iter().map(|update| update["after"].as_u64().unwrap()).collect();
    (values, String::from_utf8(output.stderr).unwrap())
}

#[test]
fn what_a_crash_left_costs_only_itself_and_the_next_check_in_takes_it_away() {
    for torn in [
        &b"- {\"id\": \"x\", \"at\": \"2026-1"[..],
        b"- {\"id\": \"x\", \"note\": \"gr\xc3",
        b"- {\"id\": \"x\", \"note\": \"\xe5\xae",
        b"\0\0\0\0\0\0\0\0",
        b"- {\"id\": \"x\"\0\0\0\0",
        b"- {",
    ] {
        let shown = String::from_utf8_lossy(torn);
        let place = ending_in(torn);
        let (before, said) = values(&place);
        assert_eq!(before, [3], "{shown}");
        assert!(said.contains("the last line is not finished"), "{shown}: {said}");
        let (_, said) = place.done(&["update", "o0.n", "4", "--quiet"]);
        assert!(said.contains("an unfinished line at the end of the history was removed"), "{shown}: {said}");
        assert_eq!(values(&place), (vec![4, 3], String::new()), "{shown}");
        place.events(HISTORY);
    }
}

#[test]
fn what_counts_is_never_cut_off_though_no_newline_ends_it() {
    for whole in [
        "- {\"id\": \"x1\", \"at\": \"2026-11-20T00:00:00Z\", \"by\": \"ana\", \"event\": \"update\", \"kr\": \"n\", \"value\": 33} # on the phone",
        "- {\"at\": 2026-11-20, \"by\": ana, \"kr\": n, \"value\": 33}",
        "- at: 2026-11-20\n  by: ana\n  kr: n\n  value: 33\n  note: |\n    - {",
    ] {
        let place = ending_in(whole.as_bytes());
        let before = values(&place);
        assert!(before.0.contains(&33) && before.1.is_empty(), "{whole}: {before:?}");
        let (_, said) = place.done(&["comment", "o0", "more"]);
        assert_eq!(said, "", "{whole}");
        assert_eq!(values(&place), before, "{whole}");
    }
}

#[test]
fn nothing_is_added_where_it_would_not_be_read() {
    let event = "{at: 2026-11-01, by: ana, kr: n, value: 25}";
    for other in [format!("  - {event}\n"), format!("[{event}, {event}]\n")] {
        let place = Place::with(1);
        place.write(&format!("okrs/{HISTORY}"), &other);
        let before = values(&place);
        assert!(before.0.contains(&25), "{other}: {before:?}");
        let output = place.run(&["update", "o0.n", "30"]);
        assert_eq!(output.status.code(), Some(3));
        let said = String::from_utf8(output.stderr).unwrap();
        assert!(
            said.contains("does not begin its items in the first column") && said.contains("hint: begin"),
            "{said}"
        );
        assert_eq!(values(&place), before);
    }
}

#[test]
fn a_torn_line_is_not_taken_along_when_an_objective_moves() {
    let place = Place::with(1);
    let git = |words: &[&str]| {
        let mut git = std::process::Command::new("git");
        git.args(["-c", "user.name=a", "-c", "user.email=a@b.example"]).args(words).current_dir(&place.folder);
        assert!(git.env("HOME", &place.folder).output().unwrap().status.success(), "git {words:?}");
    };
    git(&["init", "-q"]);
    git(&["add", "."]);
    git(&["commit", "-qm", "all"]);
    let path = place.folder.join("okrs").join(HISTORY);
    fs::OpenOptions::new().append(true).open(path).unwrap().write_all(b"- {\"id\": \"x\", \"no").unwrap();
    let output = place.run(&["move", "o0", "--slug", "moved"]);
    assert_eq!(output.status.code(), Some(0));
    let said = String::from_utf8(output.stderr).unwrap();
    assert!(said.contains("was removed: - {\"id\": \"x\", \"no"), "{said}");
    let (_, said) = place.done(&["update", "moved.n", "5"]);
    assert_eq!(said, "");
    place.events("all/ana/moved.history.yaml");
    place.events(HISTORY);
}
