//! `okr remove`.

use insta::assert_snapshot;

use crate::world::World;

#[test]
fn an_objective_without_check_ins_goes_with_its_history_and_folder() {
    let world = World::company();
    let _ = world.okr("create Plain --slug plain --owner eng");
    assert_snapshot!(world.edit("remove plain"), @r#"
    removed eng/plain  2 files
    --- 2026-Q4/eng/plain.history.yaml
    +++ (none)
    @@ -1 +0,0 @@
    -- {"id": "gaqrvy9re5", "at": "2026-11-15T12:00:02Z", "by": "ana", "event": "create"}
    --- 2026-Q4/eng/plain.yaml
    +++ (none)
    @@ -1 +0,0 @@
    -title: Plain
    "#);
    assert!(!world.path("okrs/2026-Q4/eng").exists());
}

#[test]
fn one_with_check_ins_is_kept_unless_forced() {
    let world = World::worked();
    assert_snapshot!(world.edit("remove renewing"), @"
    ── stderr ──
    error: acme/renewing has 5 check-ins and comments
    hint: --force removes it all the same
    ── exit 2 ──
    ");
    let _ = world.okr("remove renewing --force");
    assert_snapshot!(world.files("okrs/2026-Q4").join("\n"), @"cycle.yaml");
}

#[test]
fn one_that_others_align_to_is_kept_unless_forced() {
    let world = World::company();
    let _ = world.okr("create Top --slug top --owner acme");
    let _ = world.okr("create Low --slug low --owner eng --align top");
    let _ = world.okr("create Lower --slug lower --owner bo --align top");
    assert_snapshot!(world.session(&["remove top", "remove top --force", "list"]), @"
    $ okr remove top
    ── stderr ──
    error: bo/lower and eng/low align to acme/top
    hint: okr align gives them another parent; --force removes it all the same
    ── exit 2 ──

    $ okr remove top --force
    removed acme/top  2 files

    $ okr list
    2026-Q4 · Oct 1 – Dec 31 · day 46 of 92, 50 % of the time is gone · 2 objectives

    OBJECTIVE         OWNER        KRS                      DONE  PACE
    bo/lower   Lower  Bo Chen        0  ░░░░░░░░░░░░░░░░░░     –  –
    eng/low    Low    Engineering    0  ░░░░░░░░░░░░░░░░░░     –  –
    ── stderr ──
    warning: okrs/2026-Q4/bo/lower.yaml:2:13: it aligns to acme/top, which is not there
      2 | aligns_to: [acme/top]
        |             ^^^^^^^^
    hint: correct or remove it.
    warning: okrs/2026-Q4/eng/low.yaml:2:13: it aligns to acme/top, which is not there
      2 | aligns_to: [acme/top]
        |             ^^^^^^^^
    hint: correct or remove it.
    ");
}

#[test]
fn what_is_not_there_is_not_removed() {
    let world = World::worked();
    assert_snapshot!(world.session(&["remove renewign", "remove renewing.nps"]), @r#"
    $ okr remove renewign
    ── stderr ──
    error: no objective in 2026-Q4 is called "renewign"
    hint: did you mean acme/renewing?
    ── exit 2 ──

    $ okr remove renewing.nps
    ── stderr ──
    error: "renewing.nps" names a key result
    hint: the objective is acme/renewing; without .nps
    ── exit 2 ──
    "#);
}
