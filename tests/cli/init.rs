//! `okr init`, finding the store, and who one is.

use insta::assert_snapshot;

use crate::world::World;

#[test]
fn a_store_is_made_once_and_a_second_time_changes_nothing() {
    let world = World::new();
    assert_snapshot!(world.okr("init --company acme"), @r#"
    created okrs with okr.yaml, org.yaml, .gitattributes
    ── stderr ──
    hint: this is not a Git repository; git init makes history, sharing and review of it
    hint: next: okr cycle new, then okr create "TITLE" --kr "TITLE: FROM -> TO UNIT"
    "#);
    assert_snapshot!(world.files("okrs").join(" "), @".gitattributes okr.yaml org.yaml");
    let before = world.read("okrs/org.yaml");
    assert_snapshot!(world.okr("init --company acme"), @"okrs is a store already; nothing was changed");
    assert_eq!(world.read("okrs/org.yaml"), before);
}
