//! An objective that moves on one branch while others check in on another.

use insta::assert_snapshot;

use super::{HISTORY, assert_events, commit, git, shared};

#[test]
fn check_ins_at_the_old_place_count_at_the_new_one() {
    let world = shared();
    world.git("checkout -q theirs");
    let _ = world.me(Some("bo")).okr("update renewing.nps 40");
    commit(&world, "theirs");
    world.git("checkout -q main");
    assert_snapshot!(world.me(Some("ana")).okr("move renewing --owner eng --slug renew"), @"
    moved acme/renewing to eng/renew
    ── stderr ──
    hint: what happened to it stays at acme/renewing too, so that check-ins of other branches merge; okr history tidy takes it away
    ");
    // So much happens after it that Git would not see a renamed file any more.
    for number in 30..45 {
        let _ = world.okr(&format!("update renew.nps {number} --at 2026-11-01"));
    }
    commit(&world, "ours");
    assert!(git(&world, "merge --no-edit theirs").ends_with("── exit 0 ──\n"));
    assert_events(&world, 6 + 1 + 1 + 15);
    assert_snapshot!(world.session(&[
        "show eng/renew.nps --format csv",
        "history tidy --dry-run",
        "history tidy",
        "history tidy",
        "show eng/renew.nps --format csv",
    ]), @"
    $ okr show eng/renew.nps --format csv
    ref,id,title,unit,value,progress,expected,gap,gap_to_plan,pace,status,confidence,forecast,forecast_low,forecast_high,updated_at,updated_by
    2026-Q4/eng/renew.nps,nps,NPS rises,points,40,0.473684,0.5,10,-2.6316,at-risk,at-risk,5,49.4,0,101,2026-11-15T12:00:03Z,bo

    $ okr history tidy --dry-run
    would remove 1 old history; 1 event of other branches went along

    $ okr history tidy
    removed 1 old history; 1 event of other branches went along

    $ okr history tidy
    no moved objective left anything behind; nothing was changed

    $ okr show eng/renew.nps --format csv
    ref,id,title,unit,value,progress,expected,gap,gap_to_plan,pace,status,confidence,forecast,forecast_low,forecast_high,updated_at,updated_by
    2026-Q4/eng/renew.nps,nps,NPS rises,points,40,0.473684,0.5,10,-2.6316,at-risk,at-risk,5,49.4,0,101,2026-11-15T12:00:03Z,bo
    ");
    assert!(!world.path(HISTORY).exists());
    assert_events(&world, 6 + 1 + 1 + 15);
}

#[test]
fn a_file_that_an_author_begins_at_the_old_place_is_followed_too() {
    let world = shared();
    let _ = world.okr("history split");
    commit(&world, "split");
    world.git("branch -f theirs");
    world.git("checkout -q theirs");
    let _ = world.me(Some("mei")).okr("update renewing.nps 40");
    commit(&world, "theirs");
    world.git("checkout -q main");
    let _ = world.me(Some("ana")).okr("move renewing --owner eng");
    commit(&world, "ours");
    assert!(git(&world, "merge --no-edit theirs").ends_with("── exit 0 ──\n"));
    assert_events(&world, 8);
    let _ = world.okr("history tidy");
    assert_snapshot!(world.files("okrs/2026-Q4").join(" "), @"cycle.yaml eng/renewing.ana.history.yaml eng/renewing.bo.history.yaml eng/renewing.mei.history.yaml eng/renewing.yaml");
    assert_events(&world, 8);
}

#[test]
fn there_and_back_again_nothing_comes_twice() {
    let world = shared();
    let _ = world.okr("move renewing --owner eng");
    commit(&world, "there");
    let _ = world.okr("update renewing.nps 40");
    assert_snapshot!(world.session(&["move eng/renewing --owner acme", "history tidy"]), @"
    $ okr move eng/renewing --owner acme
    moved eng/renewing to acme/renewing
    ── stderr ──
    hint: what happened to it stays at eng/renewing too, so that check-ins of other branches merge; okr history tidy takes it away

    $ okr history tidy
    removed 1 old history; all of it stood at the new place
    ");
    assert_events(&world, 9);
}

#[test]
fn the_old_place_is_not_given_to_another_objective() {
    let world = shared();
    let _ = world.okr("move renewing --owner eng");
    commit(&world, "moved");
    assert_snapshot!(world.session(&[
        "create Renewing --owner acme --slug renewing",
        "create Other --owner acme --slug other",
        "move other --slug renewing",
        "history tidy",
        "move other --slug renewing",
    ]), @r#"
    $ okr create Renewing --owner acme --slug renewing
    ── stderr ──
    error: okrs/2026-Q4/acme/renewing.history.yaml is there already; nothing was changed
    hint: it is what happened to an objective that was here before; take another name with --slug
    ── exit 3 ──

    $ okr create Other --owner acme --slug other
    created acme/other  Other
    ── stderr ──
    hint: how will you know? okr kr add acme/other "TITLE: FROM -> TO UNIT"

    $ okr move other --slug renewing
    ── stderr ──
    error: what happened to another objective stands at acme/renewing
    hint: give it another --slug, or okr history tidy first
    ── exit 2 ──

    $ okr history tidy
    removed 1 old history; all of it stood at the new place

    $ okr move other --slug renewing
    moved acme/other to acme/renewing
    "#);
    assert_events(&world, 9);
}

#[test]
fn what_was_never_committed_leaves_nothing_behind() {
    let world = shared();
    let _ = world.okr("create Other --owner acme --slug other");
    assert_snapshot!(world.session(&["move other --owner eng"]), @"
    $ okr move other --owner eng
    moved acme/other to eng/other
    ");
    assert_snapshot!(world.files("okrs/2026-Q4").join(" "), @"acme/renewing.history.yaml acme/renewing.yaml cycle.yaml eng/other.history.yaml eng/other.yaml");
}

#[test]
fn removed_it_is_gone_from_the_old_place_too() {
    let world = shared();
    let _ = world.okr("move renewing --owner eng");
    assert_snapshot!(world.session(&["remove renewing --force", "list"]), @r#"
    $ okr remove renewing --force
    removed eng/renewing  3 files

    $ okr list
    2026-Q4 · Oct 1 – Dec 31 · day 46 of 92, 50 % of the time is gone · 0 objectives

    No objectives yet; the first one: okr create "TITLE"
    "#);
    assert!(!world.path(HISTORY).exists());
}

#[test]
fn a_verification_knows_what_was_taken_up() {
    let world = shared();
    let _ = world.okr("move renewing --owner eng");
    commit(&world, "moved");
    assert_snapshot!(world.okr("verify --base HEAD~1"), @"verified 6 events in 1 history since HEAD~1 (cd3aa43): none changed, none removed, 1 new");
    let _ = world.okr("history tidy");
    commit(&world, "tidied");
    assert_snapshot!(world.okr("verify --base HEAD~1"), @"verified 13 events in 2 histories since HEAD~1 (baf128c): none changed, none removed, 0 new");
    assert_snapshot!(world.okr("verify --base HEAD~2"), @"verified 6 events in 1 history since HEAD~2 (cd3aa43): none changed, none removed, 1 new");
    let _ = world.okr("history split");
    assert_snapshot!(world.okr("verify --base HEAD"), @"verified 7 events in 1 history since HEAD (d4350e2): none changed, none removed, 0 new");
}

#[test]
fn a_comparison_knows_whose_check_in_stands_at_the_old_place() {
    let world = shared();
    world.git("checkout -q theirs");
    let _ = world.me(Some("bo")).okr("update renewing.nps 40");
    commit(&world, "theirs");
    world.git("checkout -q main");
    let _ = world.me(Some("ana")).okr("move renewing --owner eng");
    commit(&world, "moved");
    world.git("merge -q --no-edit theirs");
    assert_snapshot!(world.okr("diff HEAD~1 HEAD"), @"
    Diff · HEAD~1 → HEAD · Nov 15 → Nov 15

    1 changed objective · 1 check-in

    · eng/renewing · Make renewing the obvious choice
    changed · 40 → 44 % (+4 pp)

    nps  check-ins  38 → 40 points (+11 pp) · 1 check-in by bo
    ");
}
