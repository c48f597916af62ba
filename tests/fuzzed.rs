//! The seeds of the fuzzers, and all inputs in which they ever found a fault, replayed: what `fuzz/` asserts holds of them.

#![expect(clippy::unwrap_used, clippy::panic, reason = "a test that cannot go on stops")]

#[path = "../fuzz/src/mod.rs"]
mod fuzzed;

use std::fs;
use std::path::Path;

fn replay(target: &str, run: fn(&[u8])) {
    let mut count = 0;
    for kind in ["seeds", "found"] {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("fuzz").join(kind).join(target);
        let Ok(files) = fs::read_dir(folder) else { continue };
        for file in files {
            let path = file.unwrap().path();
            let bytes = fs::read(&path).unwrap();
            if std::panic::catch_unwind(|| run(&bytes)).is_err() {
                panic!("the fault above is in {}", path.display());
            }
            count += 1;
        }
    }
    assert!(count >= 10, "only {count} inputs for {target}");
}

#[test]
fn objectives_and_other_definitions() {
    replay("objective", fuzzed::objective::run);
}

#[test]
fn histories() {
    replay("history", fuzzed::history::run);
}

#[test]
fn key_results_as_typed() {
    replay("kr", fuzzed::kr::run);
}

#[test]
fn values_and_references_as_typed() {
    replay("values", fuzzed::values::run);
}

#[test]
fn edits() {
    replay("edit", fuzzed::edit::run);
}

#[test]
fn the_layout_that_okr_writes() {
    replay("canonical", fuzzed::canonical::run);
}

#[test]
fn merges() {
    replay("merge", fuzzed::merge::run);
}
