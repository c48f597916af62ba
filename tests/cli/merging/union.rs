//! `merge=union` in every way in which histories meet.

use insta::assert_snapshot;

use super::{HISTORY, assert_events, commit, events, git, shared};
use crate::world::World;

/// Both sides checked in: bo on theirs, ana on main. Six events before, one each.
fn both() -> World {
    let world = shared();
    world.git("checkout -q theirs");
    let _ = world.me(Some("bo")).okr("update renewing.nps 40");
    commit(&world, "theirs");
    world.git("checkout -q main");
    let _ = world.me(Some("ana")).okr("update renewing.nps 39");
    commit(&world, "ours");
    world
}

#[test]
fn by_merge_rebase_cherry_pick_and_squash() {
    for line in ["merge --no-edit theirs", "rebase theirs", "cherry-pick theirs", "merge --squash theirs"] {
        let world = both();
        assert!(git(&world, line).ends_with("── exit 0 ──\n"), "git {line}");
        assert_events(&world, 8);
    }
}

#[test]
fn by_stash() {
    let world = shared();
    let _ = world.okr("update renewing.nps 39");
    world.git("stash -q");
    world.git("checkout -q theirs");
    let _ = world.okr("update renewing.nps 40");
    commit(&world, "theirs");
    assert!(git(&world, "stash pop").ends_with("── exit 0 ──\n"));
    assert_events(&world, 8);
}

#[test]
fn the_same_event_on_both_sides_counts_once() {
    let world = both();
    world.git("checkout -q theirs");
    // Once more, in another order, as after a cherry-pick and a merge.
    world.git("cherry-pick main");
    world.git("checkout -q main");
    world.git("merge -q --no-edit theirs");
    assert_events(&world, 8);
    let squashed = both();
    squashed.git("merge -q --squash theirs");
    commit(&squashed, "squashed");
    assert!(git(&squashed, "merge --no-edit theirs").ends_with("── exit 0 ──\n"));
    assert_events(&squashed, 8);
}

#[test]
fn one_side_without_a_newline_at_its_end() {
    let world = shared();
    let line =
        r#"- {"id": "b1", "at": "2026-11-12T09:00:00Z", "by": "bo", "event": "update", "kr": "nps", "value": 40}"#;
    world.git("checkout -q theirs");
    world.write(HISTORY, &format!("{}{line}", world.read(HISTORY)));
    commit(&world, "theirs");
    world.git("checkout -q main");
    let _ = world.okr("update renewing.nps 39");
    commit(&world, "ours");
    world.git("merge -q --no-edit theirs");
    assert_events(&world, 8);
    let _ = world.okr("update renewing.nps 41");
    assert_events(&world, 9);
}

#[test]
fn both_sides_create_the_file() {
    let world = shared();
    for (branch, me) in [("theirs", "bo"), ("main", "ana")] {
        world.git(&format!("checkout -q {branch}"));
        let _ = world
            .me(Some(me))
            .okr("create 'Ship the portal' --owner eng --slug portal --kr 'finish = Finish: 40 -> 80 %'");
        let _ = world.okr(&format!("update portal.finish {}", if me == "bo" { 50 } else { 45 }));
        commit(&world, branch);
    }
    assert_snapshot!(git(&world, "merge --no-edit theirs").lines().filter(|line| line.contains("CONFLICT") || line.contains("exit")).collect::<Vec<_>>().join("\n"), @"── exit 0 ──");
    // Two people created it: both events are true.
    assert_events(&world, 10);
}

#[test]
fn an_old_line_that_was_edited_on_one_side_is_seen() {
    let world = shared();
    world.git("checkout -q theirs");
    world.write(HISTORY, &world.read(HISTORY).replace("\"value\": 34", "\"value\": 44"));
    commit(&world, "better");
    world.git("checkout -q main");
    let _ = world.okr("update renewing.nps 39");
    commit(&world, "ours");
    world.git("merge -q --no-edit theirs");
    // Git takes the edited line alone here: that is what okr verify is for. Where the last line was edited, both stand.
    assert_snapshot!(world.read(HISTORY).lines().filter(|line| line.contains("\"a2\"")).count(), @"1");
    let world = both();
    world.git("checkout -q theirs");
    world.write(HISTORY, &world.read(HISTORY).replace("\"value\": 40", "\"value\": 49"));
    commit(&world, "better");
    world.git("checkout -q main");
    world.git("merge -q --no-edit theirs~1");
    let _ = world.okr("update renewing.nps 42");
    commit(&world, "later");
    world.git("merge -q --no-edit theirs");
    assert_snapshot!(events(&world).1, @r#"
    error: okrs/2026-Q4/acme/renewing.history.yaml:8:1: two events share the id 0acwrr3fcd and say different things
      8 | - {"id": "0acwrr3fcd", "at": "2026-11-15T12:00:03Z", "by": "bo", "event": "update", "kr": "nps",
        | ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
    hint: a past line was edited and merged with the old one; remove the wrong one, and correct values with okr retract. The event does not count until then.
    error: okrs/2026-Q4/acme/renewing.history.yaml:10:1: two events share the id 0acwrr3fcd and say different things
      10 | - {"id": "0acwrr3fcd", "at": "2026-11-15T12:00:03Z", "by": "bo", "event": "update", "kr": "nps",
         | ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
    hint: a past line was edited and merged with the old one; remove the wrong one, and correct values with okr retract. The event does not count until then.
    "#);
}

#[test]
fn an_octopus_takes_a_history_that_one_side_at_a_time_changed() {
    let world = shared();
    for (branch, me) in [("one", "bo"), ("two", "mei")] {
        world.git(&format!("checkout -q -b {branch} main"));
        let _ = world.me(Some(me)).okr("update renewing.nps 40");
        commit(&world, branch);
    }
    world.git("checkout -q main");
    assert_snapshot!(git(&world, "merge --no-edit one two").lines().last().unwrap_or_default(), @"── exit 1 ──");
}
