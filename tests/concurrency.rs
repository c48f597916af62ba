//! Many processes at once on one objective, through the real binary: no event is lost and none is torn.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on stops")]

use std::collections::BTreeSet;
use std::path::Path;
use std::process::{Command, Stdio};
use std::thread;

const PROCESSES: usize = 8;
const UPDATES: usize = 100;

fn okr(folder: &Path, arguments: &[&str]) {
    let output = Command::new(assert_cmd::cargo::cargo_bin!("okr"))
        .env_clear()
        .env("PATH", "/usr/local/bin:/usr/bin:/bin")
        .env("HOME", folder)
        .env("OKR_ME", "ana")
        .args(arguments)
        .current_dir(folder)
        .stdin(Stdio::null())
        .output()
        .unwrap();
    assert!(output.status.success(), "{arguments:?}: {}", String::from_utf8_lossy(&output.stderr));
}

#[test]
fn eight_processes_with_a_hundred_updates_each_keep_all_of_them() {
    let folder = tempfile::tempdir().unwrap();
    let here = folder.path();
    okr(here, &["init", "--solo"]);
    okr(here, &["cycle", "new", "all", "--start", "2020-01-01", "--end", "2099-12-31"]);
    okr(here, &["create", "Count", "--slug", "count", "--kr", "n = Number: 0 -> 1000"]);
    thread::scope(|scope| {
        for process in 0..PROCESSES {
            scope.spawn(move || {
                for update in 0..UPDATES {
                    let value = (process * UPDATES + update).to_string();
                    okr(here, &["update", "count.n", &value, "--quiet"]);
                }
            });
        }
    });

    let text = std::fs::read_to_string(here.join("okrs/all/ana/count.history.yaml")).unwrap();
    let events: Vec<serde_json::Value> =
        text.lines().map(|line| serde_json::from_str(line.strip_prefix("- ").unwrap()).unwrap()).collect();
    let updates: Vec<_> = events.iter().filter(|event| event["event"] == "update").collect();
    let values: BTreeSet<u64> = updates.iter().map(|event| event["value"].as_u64().unwrap()).collect();
    let ids: BTreeSet<&str> = events.iter().map(|event| event["id"].as_str().unwrap()).collect();
    assert_eq!(updates.len(), PROCESSES * UPDATES);
    assert_eq!(values, (0..(PROCESSES * UPDATES) as u64).collect());
    assert_eq!(ids.len(), events.len());
}
