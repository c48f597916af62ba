//! `history: per-author`: merges without union, as the buttons of Git hosts do them.

use super::{assert_events, commit, git, shared};
use crate::world::World;

/// Two people checked in on one objective, each in a file of their own; nothing says union.
fn per_author() -> World {
    let world = shared();
    world.remove("okrs/.gitattributes");
    let _ = world.okr("history split");
    commit(&world, "split");
    world.git("branch -f theirs");
    world.git("checkout -q theirs");
    let _ = world.me(Some("bo")).okr("update renewing.nps 40");
    commit(&world, "theirs");
    world.git("checkout -q main");
    let _ = world.me(Some("ana")).okr("update renewing.nps 39");
    commit(&world, "ours");
    world
}

#[test]
fn a_bare_repository_merges_check_ins_of_two_people() {
    let world = per_author();
    world.git("clone -q --bare . ../bare.git");
    let merged = git(&world, "-C ../bare.git merge-tree --write-tree main theirs");
    assert!(merged.ends_with("── exit 0 ──\n"), "{merged}");
    let tree = merged.lines().next().unwrap();
    world.git(&format!("--git-dir=../bare.git --work-tree=. read-tree -u --reset {tree}"));
    assert_events(&world, 8);
}

#[test]
fn a_plain_merge_of_each_file_is_clean() {
    let world = per_author();
    for file in world.files("okrs/2026-Q4/acme") {
        let version = |name: &str, of: &str| {
            let text = git(&world, &format!("show {of}:okrs/2026-Q4/acme/{file}"));
            world.write(name, text.rsplit_once("── exit").unwrap().0);
        };
        version("O", "main~1");
        version("A", "main");
        version("B", "theirs");
        assert!(git(&world, "merge-file -p A O B").ends_with("── exit 0 ──\n"), "{file}");
    }
}

#[test]
fn one_file_an_objective_conflicts_there() {
    // What the above is for.
    let world = shared();
    world.remove("okrs/.gitattributes");
    commit(&world, "no union");
    world.git("branch -f theirs");
    for (branch, me) in [("theirs", "bo"), ("main", "ana")] {
        world.git(&format!("checkout -q {branch}"));
        let _ = world.me(Some(me)).okr("update renewing.nps 40");
        commit(&world, branch);
    }
    world.git("clone -q --bare . ../bare.git");
    assert!(git(&world, "-C ../bare.git merge-tree --write-tree main theirs").ends_with("── exit 1 ──\n"));
}
