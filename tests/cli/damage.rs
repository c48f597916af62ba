//! Damaged files: what is said of each, and that the rest is still shown.
//!
//! `tests/damage/<kind>/<case>.yaml` is put where a file of that kind stands, in the worked example's store; the snapshot
//! beside it is all that `okr list` says then.

use std::fs;
use std::path::Path;

use insta::assert_snapshot;

use crate::world::World;

/// Puts each case of a kind in its place and compares what a command says.
fn each(kind: &str, place: &str, command: &str) {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/damage").join(kind);
    let mut cases: Vec<_> = fs::read_dir(&folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    cases.retain(|path| path.extension().is_some_and(|extension| extension == "yaml"));
    cases.sort();
    assert!(!cases.is_empty());
    let mut settings = insta::Settings::clone_current();
    settings.set_snapshot_path(&folder);
    settings.set_prepend_module_to_snapshot(false);
    settings.set_omit_expression(true);
    let _bound = settings.bind_to_scope();
    for case in cases {
        let world = World::worked();
        world.write(
            "okrs/2026-Q4/eng/damaged.yaml",
            "title: Beside it\nkey_results:\n  - {id: n, title: N, metric: {from: 0, to: 10}}\n",
        );
        world.write(&format!("okrs/{place}"), &fs::read_to_string(&case).unwrap());
        assert_snapshot!(case.file_stem().unwrap().to_string_lossy().into_owned(), world.okr(command));
    }
}

#[test]
fn objectives() {
    each("objective", "2026-Q4/eng/damaged.yaml", "list");
}

#[test]
fn histories() {
    each("history", "2026-Q4/eng/damaged.history.yaml", "list");
}

#[test]
fn settings() {
    each("settings", "okr.yaml", "list");
}

#[test]
fn organisations() {
    each("org", "org.yaml", "list");
}

#[test]
fn cycles() {
    each("cycle", "2026-Q3/cycle.yaml", "cycle list");
}

#[test]
fn bytes_that_are_no_text() {
    let world = World::worked();
    let write = |path: &str, bytes: &[u8]| {
        world.write(path, "");
        #[expect(clippy::disallowed_methods, reason = "a test lays out its world")]
        fs::write(world.path(path), bytes).unwrap();
    };
    write("okrs/2026-Q4/eng/latin.yaml", b"title: Fine\ndescription: caf\xe9\n");
    write("okrs/2026-Q4/eng/nul.yaml", b"title: Zero\0here\n");
    write("okrs/2026-Q4/eng/utf16.yaml", b"\xff\xfet\0i\0t\0l\0e\0");
    write("okrs/2026-Q4/eng/bom.yaml", b"\xef\xbb\xbftitle: With a mark of byte order\n");
    write("okrs/2026-Q4/acme/renewing.history.yaml", b"- {\"id\": \"a2\", \"at\": \"2026-10-20T09:00:00Z\", \"by\": \"ana\", \"event\": \"update\", \"kr\": \"nps\", \"value\": 34, \"note\": \"caf\xe9\"}\n");
    assert_snapshot!(world.okr("list"), @r#"
    2026-Q4 · Oct 1 – Dec 31 · day 46 of 92, 50 % of the time is gone · 2 objectives

    OBJECTIVE                                  OWNER                             DONE  PLAN  PACE
    acme/renewing  Make renewing the obvious…  Acme Inc.    ░░░░░┊░░░░  ▁▁▁▁▁▁▁   0 %  50 %  ✗ off track
    eng/bom        With a mark of byte order   Engineering  ░░░░░░░░░░  –           –     –  –
    ── stderr ──
    error: okrs/2026-Q4/acme/renewing.history.yaml:1:116: this byte is not UTF-8 text
      1 | …"update", "kr": "nps", "value": 34, "note": "caf�"}
        |                                                  ^
    hint: save the file as UTF-8. Its events do not count until then.
    error: okrs/2026-Q4/eng/nul.yaml: the name cannot be an objective's: Windows reserves this name
    hint: rename the file. The objective is not shown until then.
    error: okrs/2026-Q4/eng/latin.yaml:2:17: this byte is not UTF-8 text
      2 | description: caf�
        |                 ^
    hint: save the file as UTF-8. The objective is not shown until then.
    error: okrs/2026-Q4/eng/utf16.yaml:1:1: this byte is not UTF-8 text
      1 | ��t\u{0}i\u{0}t\u{0}l\u{0}e\u{0}
        | ^
    hint: save the file as UTF-8. The objective is not shown until then.
    ── exit 3 ──
    "#);
}

#[cfg(unix)]
#[test]
fn links_folders_and_unreadable_names() {
    let world = World::worked();
    world.write("elsewhere.yaml", "title: Secret\n");
    world.write("okrs/2026-Q4/eng/README.md", "left alone");
    world.write("okrs/2026-Q4/eng/notes.txt", "left alone");
    world.write("okrs/2026-Q4/eng/Big Plans.yaml", "title: Big plans\n");
    world.write("okrs/2026-Q4/eng/con.yaml", "title: A name that Windows keeps\n");
    world.write("okrs/2026-Q4/eng/folder.yaml/x", "");
    std::os::unix::fs::symlink(world.path("elsewhere.yaml"), world.path("okrs/2026-Q4/eng/link.yaml")).unwrap();
    assert_snapshot!(world.okr("list"), @"
    2026-Q4 · Oct 1 – Dec 31 · day 46 of 92, 50 % of the time is gone · 1 objective

    OBJECTIVE                                 OWNER                           DONE  PLAN  PACE
    acme/renewing  Make renewing the obviou…  Acme Inc.  ████░┊░░░░  ▁▁▁▁▁▁▃  40 %  58 %  ✗ says at risk
    ── stderr ──
    error: okrs/2026-Q4/eng/Big Plans.yaml: the name cannot be an objective's: it holds 'B'; a–z, 0–9 and - are allowed
    hint: rename the file. The objective is not shown until then.
    error: okrs/2026-Q4/eng/con.yaml: the name cannot be an objective's: Windows reserves this name
    hint: rename the file. The objective is not shown until then.
    error: okrs/2026-Q4/eng/folder.yaml: it is not a regular file
    hint: put a regular file there; links are not followed. The objective is not shown until then.
    error: okrs/2026-Q4/eng/link.yaml: it is not a regular file
    hint: put a regular file there; links are not followed. The objective is not shown until then.
    ── exit 3 ──
    ");
    assert_snapshot!(world.okr("show eng/link"), @"
    ── stderr ──
    error: okrs/2026-Q4/eng/Big Plans.yaml: the name cannot be an objective's: it holds 'B'; a–z, 0–9 and - are allowed
    hint: rename the file. The objective is not shown until then.
    error: okrs/2026-Q4/eng/con.yaml: the name cannot be an objective's: Windows reserves this name
    hint: rename the file. The objective is not shown until then.
    error: okrs/2026-Q4/eng/folder.yaml: it is not a regular file
    hint: put a regular file there; links are not followed. The objective is not shown until then.
    error: okrs/2026-Q4/eng/link.yaml: it is not a regular file
    hint: put a regular file there; links are not followed. The objective is not shown until then.
    error: 2026-Q4/eng/link cannot be read
    ── exit 3 ──
    ");
}

#[cfg(unix)]
#[test]
fn a_folder_that_is_a_link_is_not_followed() {
    let world = World::worked();
    world.write("outside/secret.yaml", "title: Secret\n");
    std::os::unix::fs::symlink(world.path("outside"), world.path("okrs/2026-Q4/eng")).unwrap();
    assert_snapshot!(world.okr("list"), @"
    2026-Q4 · Oct 1 – Dec 31 · day 46 of 92, 50 % of the time is gone · 1 objective

    OBJECTIVE                                 OWNER                           DONE  PLAN  PACE
    acme/renewing  Make renewing the obviou…  Acme Inc.  ████░┊░░░░  ▁▁▁▁▁▁▃  40 %  58 %  ✗ says at risk
    ── stderr ──
    error: okrs/2026-Q4/eng: it is a link, not a folder
    hint: put the folder itself there; links are not followed. The objective is not shown until then.
    ── exit 3 ──
    ");
}

#[test]
fn a_history_without_its_objective() {
    let world = World::worked();
    world.write(
        "okrs/2026-Q4/eng/gone.history.yaml",
        "- {\"id\": \"z1\", \"at\": \"2026-10-01T09:00:00Z\", \"by\": \"ana\", \"event\": \"create\"}\n",
    );
    assert_snapshot!(world.okr("list"), @"
    2026-Q4 · Oct 1 – Dec 31 · day 46 of 92, 50 % of the time is gone · 1 objective

    OBJECTIVE                                 OWNER                           DONE  PLAN  PACE
    acme/renewing  Make renewing the obviou…  Acme Inc.  ████░┊░░░░  ▁▁▁▁▁▁▃  40 %  58 %  ✗ says at risk
    ── stderr ──
    warning: okrs/2026-Q4/eng/gone.history.yaml: a history without its objective
    hint: restore the objective's file, or remove this one.
    ");
    assert_snapshot!(world.okr("show gone"), @r#"
    ── stderr ──
    error: no objective in 2026-Q4 is called "gone"
    hint: okr list shows what there is
    ── exit 2 ──
    "#);
}

#[test]
fn links_that_lead_nowhere_are_warnings() {
    let world = World::worked();
    world.write(
        "okrs/2026-Q4/eng/dangling.yaml",
        "title: Dangling\naligns_to:\n  - acme/renewin.nps\n  - acme/renewing.npss\n  - 2025/acme/renewing\n  - zzz\n",
    );
    world.write("okrs/2026-Q4/eng/self.yaml", "title: Self\naligns_to: [eng/self]\n");
    assert_snapshot!(world.okr("list"), @"
    2026-Q4 · Oct 1 – Dec 31 · day 46 of 92, 50 % of the time is gone · 3 objectives

    OBJECTIVE                               OWNER                             DONE  PLAN  PACE
    acme/renewing  Make renewing the obvi…  Acme Inc.    ████░┊░░░░  ▁▁▁▁▁▁▃  40 %  58 %  ✗ says at risk
    eng/dangling   Dangling                 Engineering  ░░░░░░░░░░  –           –     –  –
    eng/self       Self                     Engineering  ░░░░░░░░░░  –           –     –  –
    ── stderr ──
    warning: okrs/2026-Q4/eng/dangling.yaml:4:5: it aligns to acme/renewing.npss, which is not there
      4 |   - acme/renewing.npss
        |     ^^^^^^^^^^^^^^^^^^
    hint: did you mean acme/renewing.nps?
    warning: okrs/2026-Q4/eng/dangling.yaml:5:5: it aligns to 2025/acme/renewing, which is not there
      5 |   - 2025/acme/renewing
        |     ^^^^^^^^^^^^^^^^^^
    hint: correct or remove it.
    warning: okrs/2026-Q4/eng/dangling.yaml:6:5: it aligns to zzz, which is not there
      6 |   - zzz
        |     ^^^
    hint: correct or remove it.
    warning: okrs/2026-Q4/eng/self.yaml:2:13: the alignment goes in a circle: eng/self → eng/self
      2 | aligns_to: [eng/self]
        |             ^^^^^^^^
    hint: this link is left out; remove the one that is wrong.
    ");
}

#[test]
fn a_link_that_could_be_several_names_them() {
    let world = World::worked();
    world.write("okrs/2026-Q4/eng/portal.yaml", "title: Portal\n");
    world.write("okrs/2026-Q4/ops/portal.yaml", "title: 门户\n");
    world.write("okrs/2026-Q4/ana/both.yaml", "title: Both\naligns_to: [portal]\n");
    assert_snapshot!(world.okr("tree"), @"
    2026-Q4 · Oct 1 – Dec 31 · day 46 of 92, 50 % of the time is gone · ┊ = where the plan is

    Acme Inc.                                                       ██████░░┊░░░░░  40 %  ✗ off track
    └─ Make renewing the obvious choice  acme/renewing              ██████░░┊░░░░░  40 %  ✗ says at risk
       ├─ NPS rises                      nps     38 of 50 points    █████░░┊░░░░░░  37 %  ✗ says at risk
       ├─ Churn falls                    churn   3.1 of 2.0 %       ███████┊░░░░░░  50 %  ✓ on track
       ├─ Uptime is kept                 up      99.45 of ≥ 99.9 %  ███████░░░░░░┊  50 %  ✗ off track
       ├─ Audit passed                   audit   not yet            ░░░░░░░┊░░░░░░   0 %  ✗ off track
       └─ Launch                         launch  beta, 2 of 3       ███████┊█░░░░░  67 %  ✓ on track

    not aligned                                                     ░░░░░░░░░░░░░░     –  –
    ├─ Both                              ana/both                   ░░░░░░░░░░░░░░     –  –
    ├─ Portal                            eng/portal                 ░░░░░░░░░░░░░░     –  –
    └─ 门户                              ops/portal                 ░░░░░░░░░░░░░░     –  –
    ── stderr ──
    warning: okrs/2026-Q4/ana/both.yaml:2:13: it aligns to portal, which could be eng/portal and ops/portal
      2 | aligns_to: [portal]
        |             ^^^^^^
    hint: write more of it.
    ");
}

#[test]
fn rings_are_cut_and_named() {
    let world = World::worked();
    world.write("okrs/2026-Q4/eng/one.yaml", "title: One\naligns_to: [eng/two]\n");
    world.write("okrs/2026-Q4/eng/two.yaml", "title: Two\naligns_to: [eng/three]\n");
    world.write("okrs/2026-Q4/eng/three.yaml", "title: Three\naligns_to: [acme/renewing, eng/one]\n");
    assert_snapshot!(world.okr("tree"), @"
    2026-Q4 · Oct 1 – Dec 31 · day 46 of 92, 50 % of the time is gone · ┊ = where the plan is

    Acme Inc.                                                       ██████░░┊░░░░░  40 %  ✗ off track
    └─ Make renewing the obvious choice  acme/renewing              ██████░░┊░░░░░  40 %  ✗ says at risk
       ├─ NPS rises                      nps     38 of 50 points    █████░░┊░░░░░░  37 %  ✗ says at risk
       ├─ Churn falls                    churn   3.1 of 2.0 %       ███████┊░░░░░░  50 %  ✓ on track
       ├─ Uptime is kept                 up      99.45 of ≥ 99.9 %  ███████░░░░░░┊  50 %  ✗ off track
       ├─ Audit passed                   audit   not yet            ░░░░░░░┊░░░░░░   0 %  ✗ off track
       ├─ Launch                         launch  beta, 2 of 3       ███████┊█░░░░░  67 %  ✓ on track
       └─ Three                          eng/three                  ░░░░░░░░░░░░░░     –  –
          └─ Two                         eng/two                    ░░░░░░░░░░░░░░     –  –
             └─ One                      eng/one                    ░░░░░░░░░░░░░░     –  –
    ── stderr ──
    warning: okrs/2026-Q4/eng/three.yaml:2:28: the alignment goes in a circle: eng/one → eng/two → eng/three → eng/one
      2 | aligns_to: [acme/renewing, eng/one]
        |                            ^^^^^^^
    hint: this link is left out; remove the one that is wrong.
    ");
    assert_snapshot!(world.okr("show one"), @"
    One · eng/one

    owner      Engineering (eng, department)
    cycle      2026-Q4 (Oct 1 – Dec 31)
    progress   not measured
    aligns to  eng/two  Two
    ── stderr ──
    warning: okrs/2026-Q4/eng/three.yaml:2:28: the alignment goes in a circle: eng/one → eng/two → eng/three → eng/one
      2 | aligns_to: [acme/renewing, eng/one]
        |                            ^^^^^^^
    hint: this link is left out; remove the one that is wrong.
    ");
}

#[test]
fn a_damaged_objective_can_neither_be_shown_nor_updated() {
    let world = World::worked();
    world.write("okrs/2026-Q4/eng/damaged.yaml", "title: Damaged\ncolour: red\n");
    assert_snapshot!(world.okr("show damaged"), @r#"
    ── stderr ──
    error: okrs/2026-Q4/eng/damaged.yaml:2:1: unknown key "colour", not a key of an objective; known: title, description, kind, aligns_to, weight, tags, key_results
      2 | colour: red
        | ^^^^^^
    hint: remove the line. The objective is not shown until then.
    error: 2026-Q4/eng/damaged cannot be read
    ── exit 3 ──
    "#);
    assert_snapshot!(world.okr("history damaged"), @r#"
    ── stderr ──
    error: okrs/2026-Q4/eng/damaged.yaml:2:1: unknown key "colour", not a key of an objective; known: title, description, kind, aligns_to, weight, tags, key_results
      2 | colour: red
        | ^^^^^^
    hint: remove the line. The objective is not shown until then.
    error: 2026-Q4/eng/damaged cannot be read
    ── exit 3 ──
    "#);
    assert_snapshot!(world.okr("update damaged 3"), @r#"
    ── stderr ──
    error: okrs/2026-Q4/eng/damaged.yaml:2:1: unknown key "colour", not a key of an objective; known: title, description, kind, aligns_to, weight, tags, key_results
      2 | colour: red
        | ^^^^^^
    hint: remove the line. The objective is not shown until then.
    error: 2026-Q4/eng/damaged cannot be read; nothing was changed
    ── exit 3 ──
    "#);
    assert_snapshot!(world.okr("show renewing.nps"), @r#"
    NPS rises · acme/renewing.nps

    objective      acme/renewing  Make renewing the obvious choice
    measure        31 → 50 points
    now            38 of 50 points
    to go          12 points
    progress       37 % of 50 % expected, −13 pp  ✗ off track, but people say at risk
    due            Dec 31
    forecast       too early: check-ins on 2 days so far, 3 are needed
    owner          acme
    confidence     5 of 10
    last check-in  Nov 10 09:00 by ana
    last note      first survey

    NPS rises  acme/renewing.nps
    50 points  100 % ┤                                                                             ⡀⡀⠄⠄⠂
                     │                                                                     ⡀⡀⠄⠄⠂⠂⠁⠁
                     │                                                             ⡀⡀⠄⠄⠂⠂⠁⠁
                     │                                                     ⡀⡀⠄⠄⠂⠂⠁⠁
                     │                                             ⡀⡀⠄⠄⠂⠂⠁⠁
                50 % ┤                                    ⡀⡀⡀⠄○⠂⠂⠁⠁
                     │                            ⡀⡀⠄⠄⠂⠂⠁⠁┏━━━●
                     │                    ⡀⡀⠄⠄⠂⠂⠁⠁        ┃
                     │            ⡀⡀⠄⠄⠂┏━━━━━━━━━━━━━━━━━━┛
                     │    ⡀⡀⠄⠄⠂⠂⠁⠁     ┃
           31    0 % └━━━━━━━━━━━━━━━━━┛──────────────────────┬─────────────────────────────────────────
                      Oct 1                             today, Nov 15                             Dec 31
    ━● reached 37 %   ⠄⠄○ plan 50 %

    Lately
    Nov 10 09:00  ana  updated nps 34 → 38 points · at risk · 5/10                  a3
    Oct 20 09:00  ana  updated nps 31 → 34 points · on track · 7/10 · first survey  a2
    ── stderr ──
    error: okrs/2026-Q4/eng/damaged.yaml:2:1: unknown key "colour", not a key of an objective; known: title, description, kind, aligns_to, weight, tags, key_results
      2 | colour: red
        | ^^^^^^
    hint: remove the line. The objective is not shown until then.
    ── exit 3 ──
    "#);
    assert_snapshot!(world.okr("--quiet report progress --by level --format json --owner mei"), @r#"
    {
      "version": 1,
      "as_of": "2026-11-15",
      "since": "2026-11-08",
      "cycle": {
        "id": "2026-Q4",
        "title": null,
        "start": "2026-10-01",
        "end": "2026-12-31",
        "closed": null,
        "days": 92,
        "day": 46,
        "elapsed": 0.5
      },
      "total": {
        "key": "2026-Q4",
        "name": "all",
        "objectives": 0,
        "progress": null,
        "expected": null,
        "gap_to_plan": null,
        "pace": null,
        "missing": 0,
        "by_pace": {
          "off_track": 0,
          "at_risk": 0,
          "on_track": 0,
          "done": 0,
          "too_early": 0
        },
        "before": null,
        "change": null,
        "trend": null,
        "course": []
      },
      "levels": [],
      "units": [],
      "owners": [],
      "objectives": []
    }
    ── stderr ──
    error: okrs/2026-Q4/eng/damaged.yaml:2:1: unknown key "colour", not a key of an objective; known: title, description, kind, aligns_to, weight, tags, key_results
      2 | colour: red
        | ^^^^^^
    hint: remove the line. The objective is not shown until then.
    ── exit 3 ──
    "#);
}

#[test]
fn damage_goes_before_findings() {
    let world = World::worked();
    world.write("okrs/2026-Q4/eng/damaged.yaml", "title: Damaged\ncolour: red\n");
    let code = |line: &str| world.command().args(line.split_whitespace()).output().unwrap().status.code();
    assert_eq!(code("report gap --fail-on off-track"), Some(3));
    for command in ["list", "tree", "log", "report gap", "report progress", "cycle show"] {
        assert_eq!(code(command), Some(3), "okr {command}");
    }
}

#[test]
fn what_is_marked_is_as_wide_as_it_is_drawn() {
    let world = World::company();
    world.write("okrs/2026-Q4/eng/a.yaml", "title: 标题\n部门: eng\n");
    let said = world.okr("tree").to_string();
    let lines: Vec<&str> = said.lines().skip_while(|line| !line.contains("部门: eng")).take(2).collect();
    assert_eq!(lines[0].find("部门").unwrap(), lines[1].find('^').unwrap());
    assert_eq!(lines[1].trim_start_matches(|c| c != '^'), "^^^^", "{said}");
}

#[test]
fn a_damage_is_said_once_a_command_however_often_it_is_met() {
    let world = World::worked();
    let by_hand = world.read("okrs/2026-Q4/acme/renewing.yaml").replace("{from: 31, to: 50, unit: points}", "done");
    world.write("okrs/2026-Q4/acme/renewing.yaml", &by_hand);
    assert_snapshot!(world.session(&["complete renewing --score 70", "reopen renewing", "score renewing 60"]), @r#"
    $ okr complete renewing --score 70
    scored acme/renewing  70 of 100, a hard objective achieved; the figures suggest 28
    completed acme/renewing
    ── stderr ──
    warning: okrs/2026-Q4/acme/renewing.history.yaml:2:1: the value 34 does not count: the key result is done or open
      2 | - {"id": "a2", "at": "2026-10-20T09:00:00Z", "by": "ana", "event": "update", "kr": "nps", "value
        | ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
    hint: take it back with okr retract, and check in again.
    warning: okrs/2026-Q4/acme/renewing.history.yaml:3:1: the value 38 does not count: the key result is done or open
      3 | - {"id": "a3", "at": "2026-11-10T09:00:00Z", "by": "ana", "event": "update", "kr": "nps", "value
        | ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
    hint: take it back with okr retract, and check in again.

    $ okr reopen renewing
    reopened acme/renewing
    ── stderr ──
    warning: okrs/2026-Q4/acme/renewing.history.yaml:2:1: the value 34 does not count: the key result is done or open
      2 | - {"id": "a2", "at": "2026-10-20T09:00:00Z", "by": "ana", "event": "update", "kr": "nps", "value
        | ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
    hint: take it back with okr retract, and check in again.
    warning: okrs/2026-Q4/acme/renewing.history.yaml:3:1: the value 38 does not count: the key result is done or open
      3 | - {"id": "a3", "at": "2026-11-10T09:00:00Z", "by": "ana", "event": "update", "kr": "nps", "value
        | ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
    hint: take it back with okr retract, and check in again.

    $ okr score renewing 60
    scored acme/renewing  60 of 100, some progress; the figures suggest 28
    ── stderr ──
    warning: okrs/2026-Q4/acme/renewing.history.yaml:2:1: the value 34 does not count: the key result is done or open
      2 | - {"id": "a2", "at": "2026-10-20T09:00:00Z", "by": "ana", "event": "update", "kr": "nps", "value
        | ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
    hint: take it back with okr retract, and check in again.
    warning: okrs/2026-Q4/acme/renewing.history.yaml:3:1: the value 38 does not count: the key result is done or open
      3 | - {"id": "a3", "at": "2026-11-10T09:00:00Z", "by": "ana", "event": "update", "kr": "nps", "value
        | ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
    hint: take it back with okr retract, and check in again.
    "#);
}
