//! `okr org show`.

use insta::assert_snapshot;

use crate::world::World;

#[test]
fn the_organisation_as_a_tree() {
    let world = World::team();
    assert_snapshot!(world.okr("org"), @"
    Acme Inc.       acme  company
    ├─ Engineering  eng   department  led by ana
    │  ├─ Ana Lima  ana   individual              ana@acme.example
    │  └─ Bo Chen   bo    individual              bo@acme.example
    └─ 客户成功部   ops   department  led by mei
       └─ 梅兰      mei   individual              mei@acme.example
    ");
    assert_snapshot!(world.width(60).okr("org show"), @"
    Acme Inc.       acme  company
    ├─ Engineering  eng   department  led by ana
    │  ├─ Ana Lima  ana   individual              ana@acme.exam…
    │  └─ Bo Chen   bo    individual              bo@acme.examp…
    └─ 客户成功部   ops   department  led by mei
       └─ 梅兰      mei   individual              mei@acme.exam…
    ");
}

#[test]
fn unknown_parents_and_rings_hide_nobody() {
    let world = World::team();
    world.write("okrs/org.yaml", "company: acme\nunits:\n  acme: {name: Acme}\n  a: {parent: b}\n  b: {parent: a}\n  c: {parent: nowhere}\npeople:\n  zoe: {unit: gone}\n  ana: {unit: a}\n");
    assert_snapshot!(world.okr("org show"), @"
    a     a     department
    Acme  acme  company
    b     b     department
    c     c     department
    ana   ana   individual
    zoe   zoe   individual
    ");
    assert_snapshot!(world.okr("list --unit a"), @"
    2026-Q4 · Oct 1 – Dec 31 · day 46 of 92, 50 % of the time is gone · 1 objective of 5

    OBJECTIVE                                       OWNER                       DONE  PLAN  PACE
    ana/tickets  Answer every ticket within a day…  ana    ░░░░░┊░░░░  ▁▁▁▁▁▁▁   0 %  50 %  ✗ off track
    ── stderr ──
    warning: org.yaml does not know bo, who has objectives; okr org add-person bo tells it
    warning: org.yaml does not know eng, who has objectives; okr org add-person eng tells it
    warning: org.yaml does not know ops, who has objectives; okr org add-person ops tells it
    ");
}

#[test]
fn a_store_for_one() {
    let world = World::new();
    let _ = world.okr("init --solo");
    assert_snapshot!(world.okr("org show"), @"Me  ana  individual");
}

#[test]
fn every_format_with_or_without_show() {
    let world = World::team();
    for format in ["json", "csv", "yaml", "markdown"] {
        assert_eq!(
            world.stdout(&format!("org --format {format}")),
            world.stdout(&format!("org show --format {format}"))
        );
    }
}
