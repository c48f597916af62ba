//! A store that went out as JSON and came in again is the same store: the examples, and a large one.

#![expect(
    clippy::unwrap_used,
    clippy::disallowed_methods,
    clippy::disallowed_macros,
    reason = "a test that cannot go on stops, and lays out its world"
)]

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

fn okr(words: &[&str]) -> String {
    let output = Command::new(assert_cmd::cargo::cargo_bin!("okr"))
        .env_clear()
        .env("HOME", "/nonexistent")
        .env("OKR_NOW", "2026-11-15T12:00:00Z")
        .args(words)
        .output()
        .unwrap();
    assert!(output.status.success(), "{words:?}: {}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).unwrap()
}

/// Every file that is the store's own, by its path.
fn files(root: &Path) -> BTreeMap<PathBuf, String> {
    let mut found = BTreeMap::new();
    let mut folders = vec![root.to_owned()];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|extension| extension == "yaml") {
                let text = fs::read_to_string(&path).unwrap();
                found.insert(path.strip_prefix(root).unwrap().to_owned(), text);
            }
        }
    }
    found
}

/// Exports a store, imports it into an empty folder, and compares. The same by its data alone, without the texts of files:
/// then nothing but comments and blank lines is lost, and `okr fmt` lays out the rest as it was.
fn goes_round(store: &Path) {
    let world = tempfile::tempdir().unwrap();
    let path = |name: &str| world.path().join(name).to_str().unwrap().to_owned();
    okr(&["export", "json", "--store", store.to_str().unwrap(), "--output", &path("store.json")]);
    okr(&["import", "json", &path("store.json"), "--store", &path("copy")]);
    same(&files(store), &files(&world.path().join("copy")));
    let mut document: serde_yaml::Value =
        serde_json::from_str(&fs::read_to_string(path("store.json")).unwrap()).unwrap();
    for file in document["files"].as_sequence_mut().unwrap() {
        file.as_mapping_mut().unwrap().remove("yaml");
    }
    fs::write(path("plain.json"), serde_json::to_string(&document).unwrap()).unwrap();
    okr(&["import", "json", &path("plain.json"), "--store", &path("plain")]);
    let (copy, plain) = (world.path().join("copy"), world.path().join("plain"));
    for (path, text) in files(&copy) {
        fs::write(copy.join(path), without_comments(&text)).unwrap();
    }
    okr(&["fmt", "--store", copy.to_str().unwrap(), "--quiet"]);
    okr(&["fmt", "--store", plain.to_str().unwrap(), "--quiet"]);
    same(&files(&copy), &files(&plain));
}

/// A definition without comments and blank lines. In these stores no text has a number sign behind a blank.
fn without_comments(text: &str) -> String {
    let own = |line: &str| line.split(" #").next().unwrap().trim_end().to_owned() + "\n";
    text.lines().filter(|line| !line.trim().is_empty() && !line.trim_start().starts_with('#')).map(own).collect()
}

fn same(one: &BTreeMap<PathBuf, String>, other: &BTreeMap<PathBuf, String>) {
    assert_eq!(one.keys().collect::<Vec<_>>(), other.keys().collect::<Vec<_>>());
    for (path, text) in one {
        assert_eq!(text, &other[path], "{}", path.display());
    }
}

#[test]
fn the_examples_and_our_own_store() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    for store in ["examples/acme/okrs", "examples/gongsi/okrs", "examples/solo/okrs", "okrs"] {
        goes_round(&root.join(store));
    }
}

#[test]
fn a_store_as_the_benchmarks_have_it() {
    let world = tempfile::tempdir().unwrap();
    let script = Path::new(env!("CARGO_MANIFEST_DIR")).join("benches/generate.py");
    let made = Command::new("python3").arg(script).arg("300").arg(world.path().join("large")).status();
    if !made.is_ok_and(|status| status.success()) {
        assert!(std::env::var_os("OKR_CI").is_none(), "python3 makes the store");
        eprintln!("left out: there is no python3 to make the store with");
        return;
    }
    goes_round(&world.path().join("large/okrs"));
}
