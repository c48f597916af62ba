//! The example stores: every view of them works, the worked figures come out, and the script that makes them makes
//! exactly what is committed.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on stops")]

use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use serde_json::Value;

const DAY: &str = "2026-11-15";

fn examples() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("examples")
}

/// Runs `okr` on an example, in an environment of its own, after the quarter has ended.
fn okr(example: &str, words: &[&str]) -> Output {
    let mut command = Command::new(assert_cmd::cargo::cargo_bin!("okr"));
    command
        .env_clear()
        .env("HOME", "/nonexistent")
        .env("OKR_NOW", "2027-01-04T09:00:00Z")
        .args(["--cycle", "2026-Q4", "--store"])
        .arg(examples().join(example).join("okrs"))
        .args(words);
    command.output().unwrap()
}

/// What it says, having said it without a word of trouble.
fn said(example: &str, words: &[&str]) -> String {
    let output = okr(example, words);
    let (out, err) = (String::from_utf8(output.stdout).unwrap(), String::from_utf8(output.stderr).unwrap());
    assert_eq!((output.status.code(), err.as_str()), (Some(0), ""), "{example}: {words:?}");
    assert!(!out.trim().is_empty(), "{example}: {words:?} says nothing");
    out
}

fn json(example: &str, words: &[&str]) -> Value {
    let words: Vec<&str> = words.iter().chain(&["--format", "json"]).copied().collect();
    serde_json::from_str(&said(example, &words)).unwrap()
}

#[test]
fn every_view_of_every_example_works() {
    for example in ["acme", "gongsi", "solo"] {
        for view in [&["tree"][..], &["list"], &["report", "gap"], &["report", "progress"], &["log", "-n", "0"]] {
            for day in [DAY, "2026-12-31"] {
                let words: Vec<&str> = view.iter().chain(&["--as-of", day]).copied().collect();
                let _ = said(example, &words);
                let _ = json(example, &words);
            }
        }
    }
}

#[test]
fn the_worked_figures_come_out() {
    let renewing = json("acme", &["show", "acme/renewing", "--as-of", DAY]);
    let near = |value: &Value, wanted: f64| {
        let value = value.as_f64().unwrap_or_else(|| panic!("{value} is no number"));
        assert!((value - wanted).abs() < 5e-4, "{value} is not {wanted}");
    };
    near(&renewing["progress"], 0.4006);
    near(&renewing["expected"], 0.5833);
    assert_eq!(renewing["pace"], "off-track");
    let key_results = renewing["key_results"].as_array().unwrap();
    let ids: Vec<&str> = key_results.iter().map(|kr| kr["id"].as_str().unwrap()).collect();
    assert_eq!(ids, ["nps", "churn", "up", "audit", "launch"]);
    let wanted = [
        (0.3684, 0.5, "off-track"),
        (0.5, 0.5, "on-track"),
        (0.5, 1.0, "off-track"),
        (0.0, 0.5, "off-track"),
        (2.0 / 3.0, 0.5, "on-track"),
    ];
    for (kr, (progress, expected, pace)) in key_results.iter().zip(wanted) {
        near(&kr["progress"], progress);
        near(&kr["expected"], expected);
        assert_eq!(kr["pace"], pace, "{}", kr["id"]);
    }
    assert_eq!(key_results[0]["value"].to_string(), "38");
    assert_eq!(key_results[1]["value"].to_string(), "3.1");
    assert_eq!(key_results[2]["value"].to_string(), "99.45");
}

#[test]
fn the_log_tells_the_story() {
    let log = said("acme", &["log", "renewing", "-n", "0"]);
    for line in [
        "updated churn 2.4 % · on track · 9/10 · Better than we hoped · taken back",
        "took back churn 2.4 % · Trial accounts were left in: 2.4 was wrong, it is 3.4",
        "commented: @sofia two weeks without features for the web team's database.",
    ] {
        // Long notes go on below, so lines are compared by their beginning.
        let beginning: String = line.chars().take(40).collect();
        assert!(log.contains(&beginning), "{line}\n{log}");
    }
    let log = said("acme", &["log", "cs/goodbye", "-n", "0"]);
    assert!(log.contains("changed health.metric: 0 → 240 accounts ⇒ 0 → 180 accounts"), "{log}");
}

#[cfg(unix)]
#[test]
fn the_script_makes_what_is_committed() {
    let folder = tempfile::tempdir().unwrap();
    let made = Command::new("bash")
        .arg(examples().join("make.sh"))
        .arg(folder.path())
        .arg(assert_cmd::cargo::cargo_bin!("okr"))
        .output()
        .unwrap();
    assert!(made.status.success(), "{}", String::from_utf8_lossy(&made.stderr));
    for example in ["acme", "gongsi", "solo"] {
        let place = Path::new(example).join("okrs");
        let (made, committed) = (folder.path().join(&place), examples().join(&place));
        let names = files(&made);
        assert_eq!(names, files(&committed), "{example}: other files; run examples/make.sh");
        for name in names {
            let read = |folder: &Path| std::fs::read_to_string(folder.join(&name)).unwrap();
            assert_eq!(read(&made), read(&committed), "{example}: {}; run examples/make.sh", name.display());
        }
    }
}

#[cfg(unix)]
fn files(root: &Path) -> Vec<PathBuf> {
    let mut names = Vec::new();
    let mut folders = vec![root.to_owned()];
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(&folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else {
                names.push(path.strip_prefix(root).unwrap().to_owned());
            }
        }
    }
    names.sort();
    names
}
