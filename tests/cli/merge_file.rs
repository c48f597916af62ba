//! `okr merge-file`, as Git calls it.

use insta::assert_snapshot;

use crate::world::{Said, World};

const BASE: &str = "title: Renew\nkey_results:\n  - id: nps\n    title: NPS rises # loud\n    metric: {from: 31, to: 45, unit: points}\n";

/// A world in which Git would call okr for a file.
fn merging(base: &str, ours: &str, theirs: &str) -> World {
    let world = World::new();
    world.write("O", base);
    world.write("A", ours);
    world.write("B", theirs);
    world
}

fn merged(world: &World, line: &str) -> String {
    let said: Said = world.okr(line);
    format!("{said}── A ──\n{}", world.read("A"))
}

#[test]
fn three_files_are_enough_by_hand() {
    let world = merging(BASE, &BASE.replace("45", "50"), &BASE.replace("Renew", "Renewing"));
    assert_snapshot!(merged(&world, "merge-file O A B"), @"
    ── A ──
    title: Renewing
    key_results:
      - id: nps
        title: NPS rises # loud
        metric: {from: 31, to: 50, unit: points}
    ");
}

#[test]
fn two_targets_are_a_conflict_in_words_and_the_file_stays_yaml() {
    let world = merging(BASE, &BASE.replace("45", "50"), &BASE.replace("45", "60"));
    assert_snapshot!(merged(&world, "merge-file O A B okrs/2026-Q4/acme/renewing.yaml 7"), @"
    ── stderr ──
    conflict: okrs/2026-Q4/acme/renewing.yaml: target of nps: ours 50 points, theirs 60 points, before 45 points
    hint: ours stands in 1 place, with a comment above; choose, remove it, then git add okrs/2026-Q4/acme/renewing.yaml
    ── exit 1 ──
    ── A ──
    title: Renew
    key_results:
      - id: nps
        title: NPS rises # loud
        # CONFLICT target of nps: theirs 60 points, before 45 points; choose, then remove this line
        metric: {from: 31, to: 50, unit: points}
    ");
}

#[test]
fn two_fields_are_no_conflict_and_nothing_is_said() {
    let world =
        merging(BASE, &BASE.replace("45", "50"), &BASE.replace("points", "pts").replace("Renew", "Renew # ours"));
    assert_snapshot!(merged(&world, "merge-file O A B x.yaml"), @"
    ── A ──
    title: Renew # ours
    key_results:
      - id: nps
        title: NPS rises # loud
        metric: {from: 31, to: 50, unit: pts}
    ");
}

#[test]
fn what_is_no_yaml_is_merged_by_lines() {
    let world =
        merging(BASE, &BASE.replace("title: Renew", "title: [Renew"), &BASE.replace("title: Renew", "title: 'Renew"));
    assert_snapshot!(merged(&world, "merge-file O A B x.yaml"), @"
    ── stderr ──
    conflict: x.yaml: it was merged by lines, because our version: line 2: it is not YAML: illegal placement of ':' indicator
    ── exit 1 ──
    ── A ──
    <<<<<<< ours
    title: [Renew
    =======
    title: 'Renew
    >>>>>>> theirs
    key_results:
      - id: nps
        title: NPS rises # loud
        metric: {from: 31, to: 45, unit: points}
    ");
    // Where the lines do not meet there is nothing to decide, whatever they mean.
    let world = merging(BASE, &BASE.replace("title: Renew", "title: [Renew"), &BASE.replace("45", "60"));
    assert_snapshot!(merged(&world, "merge-file O A B x.yaml"), @"
    ── A ──
    title: [Renew
    key_results:
      - id: nps
        title: NPS rises # loud
        metric: {from: 31, to: 60, unit: points}
    ");
}

#[test]
fn between_ancestors_a_conflict_is_marked_by_lines_as_long_as_git_wants() {
    let world = merging(BASE, &BASE.replace("45", "50"), &BASE.replace("45", "60"));
    assert_snapshot!(merged(&world, "merge-file O A B x.yaml 9"), @"
    ── exit 1 ──
    ── A ──
    title: Renew
    key_results:
      - id: nps
        title: NPS rises # loud
    <<<<<<<<< ours
        metric: {from: 31, to: 50, unit: points}
    =========
        metric: {from: 31, to: 60, unit: points}
    >>>>>>>>> theirs
    ");
}

#[test]
fn a_history_is_never_merged_by_key() {
    let line = |id: &str| {
        format!("- {{\"id\": \"{id}\", \"at\": \"2026-10-01T09:00:00Z\", \"by\": \"ana\", \"event\": \"create\"}}\n")
    };
    let world = merging(&line("a1"), &(line("a1") + &line("b1")), &(line("a1") + &line("c1")));
    assert_snapshot!(merged(&world, "merge-file O A B okrs/2026-Q4/acme/renewing.history.yaml 7"), @r#"
    ── A ──
    - {"id": "a1", "at": "2026-10-01T09:00:00Z", "by": "ana", "event": "create"}
    - {"id": "b1", "at": "2026-10-01T09:00:00Z", "by": "ana", "event": "create"}
    - {"id": "c1", "at": "2026-10-01T09:00:00Z", "by": "ana", "event": "create"}
    "#);
}

#[test]
fn bytes_that_are_no_text_and_files_that_are_not_there_are_told() {
    let world = merging(BASE, &BASE.replace("45", "50"), "a\0b");
    assert_snapshot!(merged(&world, "merge-file O A B x.yaml"), @"
    ── stderr ──
    error: x.yaml was not merged, because their version is not UTF-8 text; ours stands
    hint: git checkout --theirs x.yaml takes theirs
    ── exit 3 ──
    ── A ──
    title: Renew
    key_results:
      - id: nps
        title: NPS rises # loud
        metric: {from: 31, to: 50, unit: points}
    ");
    assert_snapshot!(merged(&world, "merge-file O A C x.yaml"), @"
    ── stderr ──
    error: x.yaml was not merged, because their version cannot be read: it is not there; ours stands
    hint: git checkout --theirs x.yaml takes theirs
    ── exit 3 ──
    ── A ──
    title: Renew
    key_results:
      - id: nps
        title: NPS rises # loud
        metric: {from: 31, to: 50, unit: points}
    ");
}

#[test]
fn a_conflict_that_nobody_has_decided_is_shown_where_it_stands_and_hides_nothing() {
    let world = World::worked();
    let path = "okrs/2026-Q4/acme/renewing.yaml";
    world.write("O", &world.read(path));
    world.write("B", &world.read(path).replace("to: 50", "to: 60").replace("title: Make", "title: Do make"));
    world.write(path, &world.read(path).replace("to: 50", "to: 55"));
    assert_snapshot!(world.session(&[
        &format!("merge-file O {path} B {path}"),
        "show renewing.nps --format csv",
        "update renewing.nps 40",
    ]), @"
    $ okr merge-file O okrs/2026-Q4/acme/renewing.yaml B okrs/2026-Q4/acme/renewing.yaml
    ── stderr ──
    conflict: okrs/2026-Q4/acme/renewing.yaml: target of nps: ours 55 points, theirs 60 points, before 50 points
    hint: ours stands in 1 place, with a comment above; choose, remove it, then git add okrs/2026-Q4/acme/renewing.yaml
    ── exit 1 ──

    $ okr show renewing.nps --format csv
    ref,id,title,unit,value,progress,expected,gap,gap_to_plan,pace,status,confidence,forecast,forecast_low,forecast_high,updated_at,updated_by
    2026-Q4/acme/renewing.nps,nps,NPS rises,points,38,0.291667,0.5,17,-20.8333,off-track,at-risk,5,,,,2026-11-10T09:00:00Z,ana
    ── stderr ──
    warning: okrs/2026-Q4/acme/renewing.yaml:8:5: a merge left this to be decided
      8 |     # CONFLICT target of nps: theirs 60 points, before 50 points; choose, then remove this line
        |     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
    hint: what stands there is ours; change it if theirs is right, then remove the comment.

    $ okr update renewing.nps 40
    updated acme/renewing.nps  38 → 40 points (+2)  38 % of 50 % expected, at risk
    ── stderr ──
    warning: okrs/2026-Q4/acme/renewing.yaml:8:5: a merge left this to be decided
      8 |     # CONFLICT target of nps: theirs 60 points, before 50 points; choose, then remove this line
        |     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
    hint: what stands there is ours; change it if theirs is right, then remove the comment.
    ");
    world.write(
        "okrs/okr.yaml",
        "version: 1\n# CONFLICT lang: theirs zh, before none; choose, then remove this line\nlang: en\n",
    );
    assert_snapshot!(world.okr("list"), @"
    2026-Q4 · Oct 1 – Dec 31 · day 46 of 92, 50 % of the time is gone · 1 objective

    OBJECTIVE                                 OWNER                           DONE  PLAN  PACE
    acme/renewing  Do make renewing the obv…  Acme Inc.  ████░┊░░░░  ▁▁▁▁▁▁▃  40 %  58 %  ✗ says at risk
    ── stderr ──
    warning: okrs/okr.yaml:2:1: a merge left this to be decided
      2 | # CONFLICT lang: theirs zh, before none; choose, then remove this line
        | ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
    hint: what stands there is ours; change it if theirs is right, then remove the comment.
    warning: okrs/2026-Q4/acme/renewing.yaml:8:5: a merge left this to be decided
      8 |     # CONFLICT target of nps: theirs 60 points, before 50 points; choose, then remove this line
        |     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
    hint: what stands there is ours; change it if theirs is right, then remove the comment.
    ");
}

#[test]
fn what_stands_in_the_files_commands_no_terminal() {
    let evil = r#""\x1b[31m\u202e\x9b\x07 | <script>""#;
    let world = merging(BASE, &BASE.replace("Renew", evil), &BASE.replace("Renew", "\u{202e}\u{200b}raw"));
    let output = world.command().args(["merge-file", "O", "A", "B", "x\u{1b}[31m\u{202e}.yaml"]).output().unwrap();
    let said = String::from_utf8(output.stderr).unwrap();
    assert_eq!(output.status.code(), Some(1));
    assert!(!said.chars().any(|c| (c.is_control() && c != '\n') || matches!(c, '\u{202e}' | '\u{200b}')), "{said:?}");
    // In the file they are as theirs, and it reads as YAML.
    assert!(serde_yaml::from_str::<serde_yaml::Value>(&world.read("A")).is_ok(), "{}", world.read("A"));
}
