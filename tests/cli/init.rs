//! `okr init`, finding the store, and who one is.

use insta::assert_snapshot;

use crate::world::World;

#[test]
fn a_store_is_made_once_and_a_second_time_changes_nothing() {
    let world = World::new();
    assert_snapshot!(world.okr("init --company acme"), @"");
    assert_snapshot!(world.files("okrs").join(" "), @"");
    let before = world.read("okrs/org.yaml");
    assert_snapshot!(world.okr("init --company acme"), @"");
    assert_eq!(world.read("okrs/org.yaml"), before);
}
