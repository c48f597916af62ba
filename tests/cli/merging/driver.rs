//! Definitions, merged by Git with okr as its driver.

use insta::assert_snapshot;

use super::{OBJECTIVE, commit, git, shared};
use crate::world::World;

/// Each side changes things by commands.
fn changed(ours: &[&str], theirs: &[&str]) -> World {
    let world = shared();
    for (branch, lines) in [("theirs", theirs), ("main", ours)] {
        world.git(&format!("checkout -q {branch}"));
        lines.iter().for_each(|line| drop(world.okr(line)));
        commit(&world, branch);
    }
    world
}

#[test]
fn two_fields_and_two_key_results_are_no_conflict() {
    let world = changed(
        &[
            "kr edit renewing.nps --metric '31 -> 55 points'",
            "kr add renewing 'calls = Fewer calls: 90 -> 60 calls'",
            "set renewing tags retention",
        ],
        &[
            "kr edit renewing.nps --weight 3",
            "kr add renewing 'refs = References: 0 -> 5'",
            "set renewing title 'Make renewing obvious'",
        ],
    );
    assert!(git(&world, "merge --no-edit theirs").ends_with("── exit 0 ──\n"));
    assert_snapshot!(world.read(OBJECTIVE), @r#"
    # comments are kept
    title: Make renewing obvious
    description: |
      Renewals pay for everything else.
    tags: [retention]
    key_results:
      - id: nps
        title: NPS rises
        metric: {from: 31, to: 55, unit: points}
        weight: 3
      - id: churn
        title: Churn falls
        metric: {from: 4.2, to: 2.0, unit: "%"}
      - id: up
        title: Uptime is kept
        metric: {at_least: 99.9, worst: 99, unit: "%"}
      - id: audit
        title: Audit passed
        metric: done
      - id: launch
        title: Launch
        metric: {milestones: [design, beta, launch]}
      - id: calls
        title: Fewer calls
        metric: {from: 90, to: 60, unit: calls}
      - id: refs
        title: References
        metric: {from: 0, to: 5}
    "#);
}

#[test]
fn two_targets_are_a_conflict_that_is_told_and_read_and_decided() {
    let world = changed(
        &["kr edit renewing.nps --metric '31 -> 55 points'"],
        &["kr edit renewing.nps --metric '31 -> 60 points'", "set renewing title 'Make renewing obvious'"],
    );
    assert_snapshot!(git(&world, "merge --no-edit theirs"), @"
    Auto-merging okrs/2026-Q4/acme/renewing.history.yaml
    Auto-merging okrs/2026-Q4/acme/renewing.yaml
    CONFLICT (content): Merge conflict in okrs/2026-Q4/acme/renewing.yaml
    Automatic merge failed; fix conflicts and then commit the result.
    conflict: okrs/2026-Q4/acme/renewing.yaml: target of nps: ours 55 points, theirs 60 points, before 50 points
    hint: ours stands in 1 place, with a comment above; choose, remove it, then git add okrs/2026-Q4/acme/renewing.yaml
    ── exit 1 ──
    ");
    assert_snapshot!(world.git("status --short"), @"
    M  okrs/2026-Q4/acme/renewing.history.yaml
    UU okrs/2026-Q4/acme/renewing.yaml
    ");
    assert_snapshot!(world.session(&["show renewing.nps --format csv"]), @"
    $ okr show renewing.nps --format csv
    ref,id,title,unit,value,progress,expected,gap,gap_to_plan,pace,status,confidence,forecast,forecast_low,forecast_high,updated_at,updated_by
    2026-Q4/acme/renewing.nps,nps,NPS rises,points,38,0.291667,0.5,17,-20.8333,off-track,at-risk,5,,,,2026-11-10T09:00:00Z,ana
    ── stderr ──
    warning: okrs/2026-Q4/acme/renewing.yaml:8:5: a merge left this to be decided
      8 |     # CONFLICT target of nps: theirs 60 points, before 50 points; choose, then remove this line
        |     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
    hint: what stands there is ours; change it if theirs is right, then remove the comment.
    ");
    world.write(
        OBJECTIVE,
        &world
            .read(OBJECTIVE)
            .lines()
            .filter(|line| !line.contains("# CONFLICT"))
            .map(|line| format!("{line}\n"))
            .collect::<String>(),
    );
    world.git("add -A");
    world.git("commit -q --no-edit");
    assert_snapshot!(world.okr("show renewing.nps --format csv"), @"
    ref,id,title,unit,value,progress,expected,gap,gap_to_plan,pace,status,confidence,forecast,forecast_low,forecast_high,updated_at,updated_by
    2026-Q4/acme/renewing.nps,nps,NPS rises,points,38,0.291667,0.5,17,-20.8333,off-track,at-risk,5,,,,2026-11-10T09:00:00Z,ana
    ");
}

#[test]
fn without_the_driver_git_merges_lines_as_it_always_did() {
    let world = changed(&["set renewing title 'Ours'"], &["kr edit renewing.audit --title 'Theirs'"]);
    world.git("config --remove-section merge.okr");
    assert!(git(&world, "merge --no-edit theirs").ends_with("── exit 0 ──\n"));
}

#[test]
fn a_driver_that_is_gone_leaves_marks_and_not_one_side() {
    let world = changed(&["set renewing title 'Ours'"], &["set renewing title 'Theirs'"]);
    let driver = world.git("config merge.okr.driver");
    let (_, rest) = driver.trim().split_once(" merge-file").unwrap();
    world.write(
        "../home/.gitconfig",
        &format!("{}[merge \"okr\"]\n  driver = \"/nowhere/okr merge-file{rest}\"\n", world.read("../home/.gitconfig")),
    );
    world.git("config --remove-section merge.okr");
    assert!(git(&world, "merge --no-edit theirs").ends_with("── exit 1 ──\n"));
    assert_snapshot!(world.read(OBJECTIVE).lines().take(7).collect::<Vec<_>>().join("\n"), @"
    # comments are kept
    <<<<<<< ours
    title: Ours
    =======
    title: Theirs
    >>>>>>> theirs
    description: |
    ");
}

#[test]
fn ancestors_that_were_merged_both_ways_ask_again() {
    let world = changed(
        &["kr edit renewing.nps --metric '31 -> 55 points'"],
        &["kr edit renewing.nps --metric '31 -> 60 points'"],
    );
    // Each side takes the other one in and decides otherwise: neither is before the other.
    world.git("branch base-ours main");
    world.git("branch base-theirs theirs");
    for (branch, other, keep) in [("main", "base-theirs", "ours"), ("theirs", "base-ours", "ours")] {
        world.git(&format!("checkout -q {branch}"));
        let _ = git(&world, &format!("merge --no-edit {other}"));
        world.git(&format!("checkout -q --{keep} {OBJECTIVE}"));
        world.git("add -A");
        world.git("commit -q --no-edit");
    }
    world.git("checkout -q main");
    assert!(git(&world, "merge --no-edit theirs").ends_with("── exit 1 ──\n"));
    assert_snapshot!(world.read(OBJECTIVE).lines().filter(|line| line.contains("to: 55") || line.contains("60") || line.contains("<<<") || line.contains("CONFLICT")).collect::<Vec<_>>().join("\n"), @"
    <<<<<<< ours
        metric: {from: 31, to: 55, unit: points}
        metric: {from: 31, to: 60, unit: points}
    ");
}
