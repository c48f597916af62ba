//! Merges by real Git: histories by union, definitions by key.

mod driver;
mod moved;
mod plain;
mod union;

use std::collections::BTreeSet;
use std::process::Command;

use crate::world::World;

const HISTORY: &str = "okrs/2026-Q4/acme/renewing.history.yaml";
const OBJECTIVE: &str = "okrs/2026-Q4/acme/renewing.yaml";

/// The worked example under Git, with hooks installed, and the branch theirs beside main.
fn shared() -> World {
    let world = World::worked();
    world.write("../home/.gitconfig", "[user]\n  name = Test\n  email = test@acme.example\n");
    world.git("init -q -b main");
    let _ = world.okr("hooks install");
    world.remove(".git/hooks/pre-commit");
    commit(&world, "begin");
    world.git("branch theirs");
    world
}

fn commit(world: &World, message: &str) {
    world.git("add -A");
    world.git(&format!("commit -q -m '{message}'"));
}

/// What Git says and how it ends, whatever it is.
fn git(world: &World, line: &str) -> String {
    let output = Command::new("git")
        .env_clear()
        .env("PATH", "/usr/local/bin:/usr/bin:/bin")
        .env("HOME", world.path("../home"))
        .env("GIT_CONFIG_NOSYSTEM", "1")
        .env("GIT_EDITOR", "true")
        .args(line.split_whitespace())
        .current_dir(world.path(""))
        .output()
        .unwrap();
    let said = String::from_utf8_lossy(&output.stdout).into_owned() + &String::from_utf8_lossy(&output.stderr);
    format!("{said}── exit {} ──\n", output.status.code().unwrap())
}

/// The ids of the events that okr reads, and what it complains of.
fn events(world: &World) -> (BTreeSet<String>, String) {
    let output = world.command().args(["log", "--format", "json"]).output().unwrap();
    let log: serde_json::Value = serde_json::from_slice(&output.stdout).unwrap();
    let ids: Vec<String> = log["events"].as_array().unwrap().iter().map(|event| event["id"].to_string()).collect();
    let unique: BTreeSet<String> = ids.iter().cloned().collect();
    assert_eq!(ids.len(), unique.len(), "an event comes twice");
    (unique, String::from_utf8(output.stderr).unwrap())
}

/// Asserts that the store reads without a complaint, and how many events it then has.
#[track_caller]
fn assert_events(world: &World, count: usize) {
    let (events, complaints) = events(world);
    assert_eq!((events.len(), complaints.as_str()), (count, ""));
}
