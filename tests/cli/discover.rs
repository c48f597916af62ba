//! How the store is found.

use insta::assert_snapshot;

use crate::world::World;

#[test]
fn a_store_is_found_from_above_from_within_and_from_far_below() {
    let world = World::company();
    assert_snapshot!(world.okr("cycle list --format csv"), @"
    current,id,title,start,end,state,objectives,progress,expected,gap_to_plan,pace
    true,2026-Q4,,2026-10-01,2026-12-31,day 46 of 92,0,,,,
    ");
    for folder in ["okrs", "okrs/2026-Q4/acme", "src/deep"] {
        assert_eq!(
            world.inside(folder).okr("cycle list --format csv"),
            world.inside("").okr("cycle list --format csv")
        );
    }
}

#[test]
fn an_option_goes_before_the_environment_which_goes_before_the_folder() {
    let world = World::company();
    world.write("other/okr.yaml", "version: 1\n");
    world.write("other/org.yaml", "people:\n  zoe: {name: Zoe}\n");
    world.write("third/okr.yaml", "version: 1\n");
    world.write("third/org.yaml", "people:\n  yan: {name: Yan}\n");
    assert_snapshot!(world.session(&["org"]), @"
    $ okr org
    Acme Inc.       acme  company
    ├─ Engineering  eng   department  led by ana
    │  ├─ Ana Lima  ana   individual              ana@acme.example
    │  └─ Bo Chen   bo    individual              bo@acme.example
    └─ 客户成功部   ops   department  led by mei
       └─ 梅兰      mei   individual              mei@acme.example
    ");
    world.env("OKR_STORE", "other");
    assert_snapshot!(world.session(&["org", "org --store third", "org --store okrs"]), @"
    $ okr org
    Zoe  zoe  individual

    $ okr org --store third
    Yan  yan  individual

    $ okr org --store okrs
    Acme Inc.       acme  company
    ├─ Engineering  eng   department  led by ana
    │  ├─ Ana Lima  ana   individual              ana@acme.example
    │  └─ Bo Chen   bo    individual              bo@acme.example
    └─ 客户成功部   ops   department  led by mei
       └─ 梅兰      mei   individual              mei@acme.example
    ");
}

#[test]
fn the_users_settings_come_last() {
    let world = World::company();
    world.write("elsewhere/okr.yaml", "version: 1\n");
    world.write("elsewhere/org.yaml", "people:\n  zoe: {name: Zoe}\n");
    let config = format!("store: {}\n", world.path("elsewhere").display());
    world.write("../home/.config/okr/config.yaml", &config);
    assert_snapshot!(world.session(&["org"]), @"
    $ okr org
    Acme Inc.       acme  company
    ├─ Engineering  eng   department  led by ana
    │  ├─ Ana Lima  ana   individual              ana@acme.example
    │  └─ Bo Chen   bo    individual              bo@acme.example
    └─ 客户成功部   ops   department  led by mei
       └─ 梅兰      mei   individual              mei@acme.example
    ");
    world.inside("../outside");
    assert_snapshot!(world.session(&["org"]), @"
    $ okr org
    Zoe  zoe  individual
    ");
}

#[test]
fn users_settings_that_cannot_be_read_are_named() {
    let world = World::company();
    world.inside("../outside").write("../home/.config/okr/config.yaml", "stor: /x\n");
    assert_snapshot!(world.session(&["org"]), @r#"
    $ okr org
    ── stderr ──
    error: <world>/home/.config/okr/config.yaml: unknown field "stor", expected one of "store", "me", "lang"
    ── exit 3 ──
    "#);
    world.write("../home/.config/okr/config.yaml", "store: /nowhere/at/all\n");
    assert_snapshot!(world.session(&["org"]), @"
    $ okr org
    ── stderr ──
    error: /nowhere/at/all holds no okr.yaml
    hint: okr init DIR makes a store
    ── exit 2 ──
    ");
}

#[test]
fn nowhere_says_how_to_make_one() {
    let world = World::new();
    world.write("empty/readme.txt", "nothing\n");
    assert_snapshot!(world.session(&["org", "org --store empty", "org --store missing"]), @"
    $ okr org
    ── stderr ──
    error: no store here: neither <world>/work nor any folder above it holds okr.yaml or okrs/okr.yaml
    hint: okr init makes one here; --store DIR or $OKR_STORE names another
    ── exit 2 ──

    $ okr org --store empty
    ── stderr ──
    error: <world>/work/empty holds no okr.yaml
    hint: okr init DIR makes a store
    ── exit 2 ──

    $ okr org --store missing
    ── stderr ──
    error: <world>/work/missing holds no okr.yaml
    hint: okr init DIR makes a store
    ── exit 2 ──
    ");
}
