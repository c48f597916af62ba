//! `okr import`.

mod csv;
mod exported;
mod layouts;
mod markdown;
mod misread;
mod refused;
mod whole;
mod written;

use crate::world::{Said, World};

/// A company with a file of another tool.
fn with(name: &str) -> World {
    let world = World::company();
    world.write(name, &fixture(name));
    world
}

/// A file of `tests/imports`.
fn fixture(name: &str) -> String {
    std::fs::read_to_string(format!("{}/tests/imports/{name}", env!("CARGO_MANIFEST_DIR"))).unwrap()
}

/// What would become of a file of `tests/imports`.
fn plan(format: &str, name: &str) -> Said {
    let world = with(name);
    let before = world.files("okrs");
    let said = world.width(110).okr(&format!("import {format} {name} --dry-run"));
    assert_eq!(world.files("okrs"), before, "a dry run changes nothing");
    said
}
