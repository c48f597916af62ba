//! `okr history split` and `join`: the same events in other files.

use insta::assert_snapshot;

use crate::world::World;

/// The team, with a history that people have worked on by hand.
fn by_hand() -> World {
    let world = World::team();
    let path = "okrs/2026-Q4/acme/renewing.history.yaml";
    let text = world.read(path).replace("- {\"id\": \"a3\"", "# asked Ana twice\n- {\"id\": \"a3\"");
    world.write(path, &format!("# how renewing went\n{text}\n- at: 2026-11-11\n  by: bo\n  kr: nps\n  value: 39\n  note: |\n    - not an item\n- {{at: 2026-11-12, by: Ana Lima, event: comment, text: who am I}}"));
    world
}

/// What every reading command says of the store.
fn readings(world: &World) -> String {
    let commands = ["log --format json", "history renewing --format csv", "report full --format json", "show renewing"];
    commands.map(|command| world.stop_the_clock().okr(command).to_string()).concat()
}

#[test]
fn histories_are_split_by_author_and_joined_again_and_every_figure_stays() {
    let world = by_hand();
    world.write("okrs/okr.yaml", "# ours\nversion: 1\n# history: per-objective   # or per-author\nlang: en\n");
    let before = readings(&world);
    assert_snapshot!(world.edit("history split --dry-run"), @"
    would move 20 events of 4 objectives into 7 files
    would set history: per-author in okrs/okr.yaml
    ── stderr ──
    note: 1 event stays in the common file: by says nobody's key
    ");
    assert_snapshot!(world.session(&["history split", "history split"]), @"
    $ okr history split
    moved 20 events of 4 objectives into 7 files
    set history: per-author in okrs/okr.yaml
    ── stderr ──
    note: 1 event stays in the common file: by says nobody's key
    hint: commit this before others check in; a branch begun before may have to be told which file stays

    $ okr history split
    the histories are so already; nothing was changed
    ");
    assert_snapshot!(world.files("okrs/2026-Q4/acme").join(" "), @"renewing.ana.history.yaml renewing.bo.history.yaml renewing.history.yaml renewing.yaml");
    assert_snapshot!(world.read("okrs/2026-Q4/acme/renewing.history.yaml"), @"
    # how renewing went
    - {at: 2026-11-12, by: Ana Lima, event: comment, text: who am I}
    ");
    assert_snapshot!(world.read("okrs/2026-Q4/acme/renewing.bo.history.yaml"), @r#"
    - {"id": "a4", "at": "2026-11-10T09:00:00Z", "by": "bo", "event": "update", "kr": "churn", "value": 3.1, "status": "on-track"}
    - {"id": "a5", "at": "2026-11-10T09:00:00Z", "by": "bo", "event": "update", "kr": "up", "value": 99.45}
    - at: 2026-11-11
      by: bo
      kr: nps
      value: 39
      note: |
        - not an item
    "#);
    assert_snapshot!(world.read("okrs/okr.yaml"), @"
    # ours
    version: 1
    history: per-author
    # history: per-objective   # or per-author
    lang: en
    ");
    assert_eq!(readings(&world), before);
    let _ = world.me(Some("bo")).okr("update renewing.nps 41");
    let split = readings(&world);
    assert_snapshot!(world.session(&["history join --dry-run", "history join", "history join"]), @"
    $ okr history join --dry-run
    would move 21 events of 4 objectives into 4 files
    would set history: per-objective in okrs/okr.yaml

    $ okr history join
    moved 21 events of 4 objectives into 4 files
    set history: per-objective in okrs/okr.yaml
    ── stderr ──
    hint: commit this before others check in; a branch begun before may have to be told which file stays

    $ okr history join
    the histories are so already; nothing was changed
    ");
    assert_snapshot!(world.files("okrs/2026-Q4/acme").join(" "), @"renewing.history.yaml renewing.yaml");
    assert_snapshot!(world.read("okrs/2026-Q4/acme/renewing.history.yaml"), @r#"
    # how renewing went
    - {at: 2026-11-12, by: Ana Lima, event: comment, text: who am I}
    - {"id": "a1", "at": "2026-10-01T09:00:00Z", "by": "ana", "event": "create"}
    - {"id": "a2", "at": "2026-10-20T09:00:00Z", "by": "ana", "event": "update", "kr": "nps", "value": 34, "status": "on-track", "confidence": 7, "note": "first survey"}
    # asked Ana twice
    - {"id": "a3", "at": "2026-11-10T09:00:00Z", "by": "ana", "event": "update", "kr": "nps", "value": 38, "status": "at-risk", "confidence": 5}
    - {"id": "a6", "at": "2026-11-10T09:00:00Z", "by": "ana", "event": "update", "kr": "launch", "value": "beta"}

    - {"id": "a4", "at": "2026-11-10T09:00:00Z", "by": "bo", "event": "update", "kr": "churn", "value": 3.1, "status": "on-track"}
    - {"id": "a5", "at": "2026-11-10T09:00:00Z", "by": "bo", "event": "update", "kr": "up", "value": 99.45}
    - at: 2026-11-11
      by: bo
      kr: nps
      value: 39
      note: |
        - not an item
    - {"id": "5aa3qy9zmd", "at": "2026-11-15T12:00:03Z", "by": "bo", "event": "update", "kr": "nps", "value": 41}
    "#);
    assert_snapshot!(world.read("okrs/okr.yaml"), @"
    # ours
    version: 1
    history: per-objective
    # history: per-objective   # or per-author
    lang: en
    ");
    assert_eq!(readings(&world), split);
}

#[test]
fn killed_in_between_it_goes_on_from_there() {
    let world = by_hand();
    let before = readings(&world);
    let common = world.read("okrs/2026-Q4/acme/renewing.history.yaml");
    let _ = world.okr("history split");
    // As if the common file had not been rewritten any more, and the settings neither.
    world.write("okrs/2026-Q4/acme/renewing.history.yaml", &common);
    world.write("okrs/okr.yaml", "version: 1\n");
    assert_eq!(readings(&world), before);
    assert_snapshot!(world.edit("history split"), @r#"
    moved 7 events of 1 objective into 2 files
    set history: per-author in okrs/okr.yaml
    ── stderr ──
    note: 1 event stays in the common file: by says nobody's key
    hint: commit this before others check in; a branch begun before may have to be told which file stays
    --- 2026-Q4/acme/renewing.history.yaml
    +++ 2026-Q4/acme/renewing.history.yaml
    @@ -1,16 +1,2 @@
     # how renewing went
    -- {"id": "a1", "at": "2026-10-01T09:00:00Z", "by": "ana", "event": "create"}
    -- {"id": "a2", "at": "2026-10-20T09:00:00Z", "by": "ana", "event": "update", "kr": "nps", "value": 34, "status": "on-track", "confidence": 7, "note": "first survey"}
    -# asked Ana twice
    -- {"id": "a3", "at": "2026-11-10T09:00:00Z", "by": "ana", "event": "update", "kr": "nps", "value": 38, "status": "at-risk", "confidence": 5}
    -- {"id": "a4", "at": "2026-11-10T09:00:00Z", "by": "bo", "event": "update", "kr": "churn", "value": 3.1, "status": "on-track"}
    -- {"id": "a5", "at": "2026-11-10T09:00:00Z", "by": "bo", "event": "update", "kr": "up", "value": 99.45}
    -- {"id": "a6", "at": "2026-11-10T09:00:00Z", "by": "ana", "event": "update", "kr": "launch", "value": "beta"}
    -
    -- at: 2026-11-11
    -  by: bo
    -  kr: nps
    -  value: 39
    -  note: |
    -    - not an item
    -- {at: 2026-11-12, by: Ana Lima, event: comment, text: who am I}
    \ No newline at end of file
    +- {at: 2026-11-12, by: Ana Lima, event: comment, text: who am I}
    --- okr.yaml
    +++ okr.yaml
    @@ -1 +1,2 @@
     version: 1
    +history: per-author
    "#);
    assert_eq!(readings(&world), before);
}

#[test]
fn what_a_merge_put_into_somebody_elses_file_is_put_right() {
    let world = by_hand();
    let _ = world.okr("history split");
    let before = readings(&world);
    let ana = "okrs/2026-Q4/acme/renewing.ana.history.yaml";
    let bo = world.read("okrs/2026-Q4/acme/renewing.bo.history.yaml");
    world.write(ana, &format!("{}{bo}", world.read(ana)));
    world.remove("okrs/2026-Q4/acme/renewing.bo.history.yaml");
    assert_eq!(readings(&world), before);
    assert_snapshot!(world.session(&["history split", "history split"]), @"
    $ okr history split
    moved 3 events of 1 objective into 1 file
    ── stderr ──
    note: 1 event stays in the common file: by says nobody's key
    hint: commit this before others check in; a branch begun before may have to be told which file stays

    $ okr history split
    the histories are so already; nothing was changed
    ");
    assert_eq!(world.read("okrs/2026-Q4/acme/renewing.bo.history.yaml"), bo);
    assert_eq!(readings(&world), before);
}

#[test]
fn what_is_damaged_or_laid_out_otherwise_is_left_alone() {
    let world = by_hand();
    let path = "okrs/2026-Q4/eng/portal.history.yaml";
    world.write(path, &world.read(path).replace("\"p2\"", "\"p1\""));
    assert_snapshot!(world.edit("history split"), @r#"
    ── stderr ──
    error: okrs/2026-Q4/eng/portal.history.yaml:1:1: two events share the id p1 and say different things
      1 | - {"id": "p1", "at": "2026-10-01T10:00:00Z", "by": "ana", "event": "create"}
        | ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
    hint: a past line was edited and merged with the old one; remove the wrong one, and correct values with okr retract. The event does not count until then.
    error: okrs/2026-Q4/eng/portal.history.yaml:2:1: two events share the id p1 and say different things
      2 | - {"id": "p1", "at": "2026-10-10T09:00:00Z", "by": "bo", "event": "update", "kr": "finish", "val
        | ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
    hint: a past line was edited and merged with the old one; remove the wrong one, and correct values with okr retract. The event does not count until then.
    error: 2 damages have to be mended first; nothing was changed
    ── exit 3 ──
    "#);
    world.write(path, "[{at: 2026-11-01, by: bo, kr: beta, value: 12}]\n");
    assert_snapshot!(world.okr("history split"), @"
    moved 12 events of 3 objectives into 4 files
    set history: per-author in okrs/okr.yaml
    ── stderr ──
    note: 1 event stays in the common file: by says nobody's key
    note: okrs/2026-Q4/eng/portal.history.yaml stays as it is: its items do not begin with - at the start of a line
    hint: commit this before others check in; a branch begun before may have to be told which file stays
    ");
    assert_snapshot!(world.read(path), @"[{at: 2026-11-01, by: bo, kr: beta, value: 12}]");
}

#[test]
fn an_objective_called_split_is_reached_with_its_owner() {
    let world = World::worked();
    let _ = world.okr("create Split --slug split --kr \"a: 0 -> 9\"");
    assert_snapshot!(world.session(&["history acme/split", "history ana/split.kr1", "history"]), @r#"
    $ okr history acme/split
    ── stderr ──
    error: no objective in 2026-Q4 is called "acme/split"
    hint: okr list shows what there is
    ── exit 2 ──

    $ okr history ana/split.kr1
    a · ana/split.kr1 · 0 → 9

    No check-in yet. The first one: okr update ana/split.kr1 …

    $ okr history
    ── stderr ──
    error: the following required arguments were not provided:
      <REF[.KR]>

    Usage: okr history <REF[.KR]>

    For more information, try '--help'.
    ── exit 2 ──
    "#);
}
