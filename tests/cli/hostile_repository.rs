//! Nothing that a repository's settings name is ever run, and what does not need Git works without it.

use std::path::Path;

use crate::world::World;

/// Commands that ask Git something.
const ASKING: &[&str] = &[
    "check",
    "diff",
    "diff HEAD~1 HEAD",
    "diff HEAD~1...HEAD --format json",
    "verify --base HEAD~1 --signed-by-author --owners",
    "verify --base HEAD~1 --rev HEAD",
    "codeowners",
    "hooks show",
    "tree --rev HEAD~1",
    "check --rev HEAD",
    "check --format sarif",
    "list",
];

/// Commands that change something in a repository, and so may look whether it is kept there.
const CHANGING: &[&str] = &[
    "fmt",
    "fmt --check",
    "cycle new 2027-Q1",
    "carry renewing --to 2027-Q1",
    "move 2026-Q4/acme/renewing --slug moved",
    "merge-file okrs/okr.yaml okrs/okr.yaml okrs/okr.yaml",
    "history tidy",
    "remove 2026-Q4/acme/moved --force",
];

#[test]
fn no_setting_of_the_repository_makes_anything_run() {
    let world = World::worked();
    let _ = world.git("init -q -b main");
    world.commit("first");
    let _ = world.okr("update renewing.nps 41");
    world.commit("second");
    let trap = world.path("trap.sh");
    world.write("trap.sh", &format!("#!/bin/sh\ntouch '{}'\ncat\n", world.path("sprung").display()));
    let _ = std::process::Command::new("chmod").arg("+x").arg(&trap).status().unwrap();
    let trap = trap.display().to_string();
    for name in [
        "core.fsmonitor",
        "core.pager",
        "core.editor",
        "core.askPass",
        "core.sshCommand",
        "core.gitProxy",
        "diff.external",
        "diff.evil.textconv",
        "diff.evil.command",
        "filter.evil.clean",
        "filter.evil.smudge",
        "filter.evil.process",
        "merge.evil.driver",
        "gpg.program",
        "alias.cat-file",
        "alias.check-attr",
        "credential.helper",
        "uploadpack.packObjectsHook",
    ] {
        let _ = world.git(&format!("config {name} '{trap}'"));
    }
    let _ = world.git("config log.showSignature true");
    let _ = world.git(&format!("config core.hooksPath '{}'", world.path("").display()));
    let _ = world.git(&format!("config remote.origin.url 'ext::{trap}'"));
    world.write(".git/info/attributes", "*.yaml filter=evil diff=evil\n");
    let _ = world.okr("update renewing.churn 2.9");
    // The trap works: plain Git walks into it.
    let _ = std::process::Command::new("git").args(["status"]).current_dir(world.path("")).output().unwrap();
    assert!(Path::new(&world.path("sprung")).exists(), "plain git does not spring the trap");
    world.remove("sprung");
    for line in ASKING.iter().chain(CHANGING) {
        let said = world.okr(line).to_string();
        assert!(!Path::new(&world.path("sprung")).exists(), "okr {line}\n{said}");
    }
}

#[test]
fn what_needs_no_git_works_without_it() {
    let world = World::worked();
    world.env("PATH", "/nowhere");
    for line in
        ["check", "tree", "fmt --check", "schema objective", "diff 2026-10-31", "codeowners", "update renewing.nps 40"]
    {
        let said = world.okr(line).to_string();
        assert!(!said.contains("error:") && !said.contains("exit 2"), "okr {line}\n{said}");
    }
    let said = world.okr("diff").to_string();
    assert!(said.contains("git is not installed"), "{said}");
}
