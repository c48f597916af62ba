//! Eight processes that check in on one objective at the same time: every event is there.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on stops")]

#[path = "cli/world.rs"]
mod world;

use std::process::Command;

use world::World;

const PROCESSES: usize = 8;
const UPDATES: usize = 100;

#[test]
fn eight_processes_with_a_hundred_updates_each_lose_nothing() {
    let world = World::worked();
    let before = world.read("okrs/2026-Q4/acme/renewing.history.yaml").lines().count();
    let folder = world.path("");
    std::thread::scope(|scope| {
        for process in 0..PROCESSES {
            let folder = &folder;
            scope.spawn(move || {
                for update in 0..UPDATES {
                    let note = format!("process {process}, update {update}");
                    let status = Command::new(assert_cmd::cargo::cargo_bin!("okr"))
                        .args(["--quiet", "--me", "ana", "update", "acme/renewing.nps", "40", "--note", &note])
                        .current_dir(folder)
                        .env_remove("OKR_STORE")
                        .env_remove("OKR_CYCLE")
                        .env_remove("OKR_SEED")
                        .env("OKR_NOW", "2026-11-15T12:00:00Z")
                        .status()
                        .unwrap();
                    assert!(status.success());
                }
            });
        }
    });
    let history = world.read("okrs/2026-Q4/acme/renewing.history.yaml");
    assert_eq!(history.lines().count(), before + PROCESSES * UPDATES);
    for line in history.lines() {
        let json = line.strip_prefix("- ").unwrap();
        assert!(serde_json::from_str::<serde_json::Value>(json).is_ok(), "{line}");
    }
    for process in 0..PROCESSES {
        for update in 0..UPDATES {
            assert_eq!(history.matches(&format!("\"process {process}, update {update}\"")).count(), 1);
        }
    }
}
