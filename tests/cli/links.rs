//! What a repository brings along that leads elsewhere: nothing is written there.

use insta::assert_snapshot;

use crate::world::World;

fn in_a_repository() -> World {
    let world = World::worked();
    world.git("init -q");
    world
}

/// A link in the place of a folder.
fn link(world: &World, path: &str, to: &str) {
    std::os::unix::fs::symlink(to, world.path(path)).unwrap();
}

fn is_empty(world: &World, folder: &str) -> bool {
    std::fs::read_dir(world.path(folder)).unwrap().next().is_none()
}

#[test]
fn codeowners_are_not_written_through_a_linked_folder_or_outside_of_a_repository() {
    let world = in_a_repository();
    std::fs::create_dir(world.path("outside")).unwrap();
    link(&world, ".github", "outside");
    assert_snapshot!(world.okr("codeowners --write"), @"
    ── stderr ──
    error: .github is no folder; nothing was changed
    hint: links are never followed when writing; put a folder there
    ── exit 3 ──
    ");
    assert!(is_empty(&world, "outside"));
    // Git's settings can name any folder as the work tree.
    world.remove(".github");
    let above = world.path("..").display().to_string();
    world.git(&format!("config core.worktree {above}"));
    assert_snapshot!(world.okr("codeowners --write"), @"
    ── stderr ──
    error: the store is in no repository that has a .git
    hint: name the file: okr codeowners --write FILE
    ── exit 2 ──
    ");
}

#[test]
fn schemas_are_not_written_through_a_link() {
    let world = World::worked();
    std::fs::create_dir(world.path("outside")).unwrap();
    let _ = std::fs::remove_dir_all(world.path("okrs/.schemas"));
    link(&world, "okrs/.schemas", "../outside");
    assert_snapshot!(world.okr("schema --write"), @"
    ── stderr ──
    error: okrs/.schemas is no folder; nothing was changed
    hint: links are never followed when writing; put a folder there
    ── exit 3 ──
    ");
    assert!(is_empty(&world, "outside"));
}

#[test]
fn a_store_is_not_made_through_a_link() {
    let world = World::new();
    std::fs::create_dir(world.path("outside")).unwrap();
    link(&world, "okrs", "outside");
    assert_snapshot!(world.okr("init --company acme"), @"
    ── stderr ──
    error: okrs is a link, and a store is made where nothing leads elsewhere
    hint: name the folder itself
    ── exit 2 ──
    ");
    assert!(is_empty(&world, "outside"));
}

#[test]
fn a_journal_that_a_commit_brings_is_not_followed_and_not_touched() {
    let world = in_a_repository();
    let before = world.read("okrs/2026-Q4/acme/renewing.yaml");
    let store = format!("{{\"folder\": \"{}\", \"inode\": 1}}", world.path("okrs").display());
    let step = |path: &str| format!("{{\"do\": \"create\", \"path\": \"2026-Q4/acme/{path}\", \"text\": \"x\"}}");
    let done = "{\"do\": \"remove\", \"path\": \"2026-Q4/acme/gone.yaml\", \"before\": \"\"}";
    let parts = format!("[[{done}, {}]]", step("new.yaml"));
    let journal = format!("{{\"version\": 2, \"what\": \"x\", \"at\": \"y\", \"store\": {store}, \"parts\": {parts}}}");
    world.write("okrs/.okr-change", &journal);
    assert_snapshot!(world.okr("set renewing weight 2 --quiet"), @"
    ── stderr ──
    warning: okrs/.okr-change says what a command was to do in another folder, or before this one was in a repository: nothing of it is done; look at it, then remove it
    ");
    assert!(!world.path("okrs/2026-Q4/acme/new.yaml").exists());
    assert_eq!(world.read("okrs/.okr-change"), journal);
    assert_ne!(world.read("okrs/2026-Q4/acme/renewing.yaml"), before, "the command itself is done");
}
