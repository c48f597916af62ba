//! History files: what people wrote is read, what was torn is healed, what is damaged is said.

use insta::assert_snapshot;

use crate::world::World;

const HISTORY: &str = "okrs/2026-Q4/acme/renewing.history.yaml";

#[test]
fn items_by_hand_count_as_any_other() {
    let world = World::worked();
    let by_hand = "\n# what we forgot\n- {at: 2026-11-11, by: bo, kr: nps, value: 39, note: 'by hand'}\n- at: 2026-11-12T09:00:00Z\n  by: bo\n  event: update\n  kr: nps\n  value: 40\n";
    world.write(HISTORY, &(world.read(HISTORY) + by_hand));
    assert_snapshot!(world.okr("history renewing.nps"), @"
    NPS rises · acme/renewing.nps · 31 → 50 points

    WHEN          WHO  BEFORE  AFTER  CHANGE   PROGRESS  STATUS              CONF   NOTE
    Nov 12 09:00  bo       39     40  +1      42 → 47 %  –                   –      –
    Nov 11 00:00  bo       38     39  +1      37 → 42 %  –                   –      by hand
    Nov 10 09:00  ana      34     38  +4      16 → 37 %  on track → at risk  7 → 5  –
    Oct 20 09:00  ana      31     34  +3       0 → 16 %  on track            7      first survey
    ");
    assert_snapshot!(world.okr("update renewing.nps +1"), @"updated acme/renewing.nps  40 → 41 points (+1)  53 % of 50 % expected, on track; said at risk");
}

#[test]
fn a_missing_newline_is_given_and_a_torn_line_is_taken_away() {
    let world = World::worked();
    world.write(HISTORY, world.read(HISTORY).trim_end());
    assert_snapshot!(world.okr("update renewing.nps 39"), @"updated acme/renewing.nps  38 → 39 points (+1)  42 % of 50 % expected, at risk");
    world.write(HISTORY, &(world.read(HISTORY) + "- {\"id\": \"torn\", \"at\": \"2026-11-1"));
    assert_snapshot!(world.okr("list"), @r#"
    2026-Q4 · Oct 1 – Dec 31 · day 46 of 92, 50 % of the time is gone · 1 objective

    OBJECTIVE                                        OWNER                    DONE  PLAN  PACE
    acme/renewing  Make renewing the obvious choice  Acme Inc.  █████░░┊░░░░  42 %  58 %  ✗ says at risk
    ── stderr ──
    error: okrs/2026-Q4/acme/renewing.history.yaml:8:1: the last line is not finished: a write was cut off
      8 | - {"id": "torn", "at": "2026-11-1
        | ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
    hint: the next check-in removes it; or remove it by hand. The event does not count until then.
    ── exit 3 ──
    "#);
    assert_snapshot!(world.okr("update renewing.nps 40"), @r#"
    updated acme/renewing.nps  39 → 40 points (+1)  47 % of 50 % expected, at risk
    ── stderr ──
    error: okrs/2026-Q4/acme/renewing.history.yaml:8:1: the last line is not finished: a write was cut off
      8 | - {"id": "torn", "at": "2026-11-1
        | ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
    hint: the next check-in removes it; or remove it by hand. The event does not count until then.
    warning: an unfinished line at the end of the history was removed: - {"id": "torn", "at": "2026-11-1
    "#);
    assert_snapshot!(world.okr("list"), @"
    2026-Q4 · Oct 1 – Dec 31 · day 46 of 92, 50 % of the time is gone · 1 objective

    OBJECTIVE                                        OWNER                    DONE  PLAN  PACE
    acme/renewing  Make renewing the obvious choice  Acme Inc.  █████░░┊░░░░  44 %  58 %  ✗ says at risk
    ");
    assert_snapshot!(world.read(HISTORY), @r#"
    - {"id": "a1", "at": "2026-10-01T09:00:00Z", "by": "ana", "event": "create"}
    - {"id": "a2", "at": "2026-10-20T09:00:00Z", "by": "ana", "event": "update", "kr": "nps", "value": 34, "status": "on-track", "confidence": 7, "note": "first survey"}
    - {"id": "a3", "at": "2026-11-10T09:00:00Z", "by": "ana", "event": "update", "kr": "nps", "value": 38, "status": "at-risk", "confidence": 5}
    - {"id": "a4", "at": "2026-11-10T09:00:00Z", "by": "bo", "event": "update", "kr": "churn", "value": 3.1, "status": "on-track"}
    - {"id": "a5", "at": "2026-11-10T09:00:00Z", "by": "bo", "event": "update", "kr": "up", "value": 99.45}
    - {"id": "a6", "at": "2026-11-10T09:00:00Z", "by": "ana", "event": "update", "kr": "launch", "value": "beta"}
    - {"id": "psbtn0fyty", "at": "2026-11-15T12:00:02Z", "by": "ana", "event": "update", "kr": "nps", "value": 39}
    - {"id": "m3y5297qpn", "at": "2026-11-15T12:00:04Z", "by": "ana", "event": "update", "kr": "nps", "value": 40}
    "#);
}

#[test]
fn one_id_with_two_contents_is_said_and_equal_lines_count_once() {
    let world = World::worked();
    let text = world.read(HISTORY);
    let line = text.lines().nth(2).unwrap();
    world.write(HISTORY, &format!("{text}{line}\n"));
    assert_snapshot!(world.okr("history renewing.nps --format csv"), @"
    at,by,key_result,before,after,change,progress_before,progress_after,status,confidence,note,metric_before,metric_after,id
    2026-11-10T09:00:00Z,ana,nps,34,38,4,0.157895,0.368421,at-risk,5,,,,a3
    2026-10-20T09:00:00Z,ana,nps,31,34,3,0,0.157895,on-track,7,first survey,,,a2
    ");
    world.write(HISTORY, &format!("{text}{}\n", line.replace("38", "48")));
    assert_snapshot!(world.okr("history renewing.nps"), @r#"
    NPS rises · acme/renewing.nps · 31 → 50 points

    WHEN          WHO  BEFORE  AFTER  CHANGE  PROGRESS  STATUS    CONF  NOTE          EVENT
    Oct 20 09:00  ana      31     34  +3      0 → 16 %  on track  7     first survey  a2
    ── stderr ──
    error: okrs/2026-Q4/acme/renewing.history.yaml:3:1: two events share the id a3 and say different things
      3 | - {"id": "a3", "at": "2026-11-10T09:00:00Z", "by": "ana", "event": "update", "kr": "nps", "value
        | ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
    hint: a past line was edited and merged with the old one; remove the wrong one, and correct values with okr retract. The event does not count until then.
    error: okrs/2026-Q4/acme/renewing.history.yaml:7:1: two events share the id a3 and say different things
      7 | - {"id": "a3", "at": "2026-11-10T09:00:00Z", "by": "ana", "event": "update", "kr": "nps", "value
        | ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
    hint: a past line was edited and merged with the old one; remove the wrong one, and correct values with okr retract. The event does not count until then.
    ── exit 3 ──
    "#);
}

#[test]
fn nothing_is_appended_in_the_middle_of_a_merge_or_through_a_link() {
    let world = World::worked();
    let text = world.read(HISTORY);
    world.write(HISTORY, &format!("{text}<<<<<<< HEAD\n- {{}}\n=======\n>>>>>>> other\n"));
    assert_snapshot!(world.okr("update renewing.nps 40"), @"
    ── stderr ──
    error: okrs/2026-Q4/acme/renewing.history.yaml:7:1: a merge was left unfinished here
      7 | <<<<<<< HEAD
        | ^
    hint: decide between the two sides and remove the lines with <<<<<<<, ======= and >>>>>>>. The event does not count until then.
    error: okrs/2026-Q4/acme/renewing.history.yaml cannot be added to as it is; nothing was changed
    ── exit 3 ──
    ");
    world.write("elsewhere.yaml", &text);
    let path = world.path(HISTORY);
    #[expect(clippy::disallowed_methods, reason = "a test lays out its world")]
    std::fs::remove_file(&path).unwrap();
    std::os::unix::fs::symlink(world.path("elsewhere.yaml"), &path).unwrap();
    assert_snapshot!(world.okr("update renewing.nps 40"), @"
    ── stderr ──
    error: okrs/2026-Q4/acme/renewing.history.yaml: it is not a regular file
    hint: put a regular file there; links are not followed. The objective is not shown until then.
    error: okrs/2026-Q4/acme/renewing.history.yaml cannot be added to as it is; nothing was changed
    ── exit 3 ──
    ");
    assert_eq!(world.read("elsewhere.yaml"), text);
}

#[test]
fn check_ins_are_taken_back_and_brought_back() {
    let world = World::worked();
    assert_snapshot!(world.okr("retract renewing a3 --note 'wrong base'"), @"took back a3  update of Nov 10 09:00 by ana");
    assert_snapshot!(world.okr("retract renewing a3"), @"
    ── stderr ──
    error: a3 was taken back already
    ── exit 2 ──
    ");
    assert_snapshot!(world.okr("retract renewing zz"), @r#"
    ── stderr ──
    error: acme/renewing has no event "zz"
    hint: okr log acme/renewing shows their ids
    ── exit 2 ──
    "#);
    assert_snapshot!(world.okr("retract renewing a"), @r#"
    ── stderr ──
    error: several events begin with "a": a1, a2, a3, a4, a5, a6
    ── exit 2 ──
    "#);
    assert_snapshot!(world.okr("history renewing.nps"), @"
    NPS rises · acme/renewing.nps · 31 → 50 points

    WHEN          WHO  BEFORE  AFTER  CHANGE  PROGRESS  STATUS    CONF  NOTE          EVENT
    Oct 20 09:00  ana      31     34  +3      0 → 16 %  on track  7     first survey  a2
    ");
    let log = world.okr("log renewing -n 1 --format csv").to_string();
    let id = log.trim().rsplit(',').next().unwrap().to_owned();
    assert_snapshot!(world.okr(&format!("retract renewing {id}")), @"took back 35f6rjkgm8  retract of Nov 15 12:00 by ana");
    assert_snapshot!(world.okr("history renewing.nps --format csv"), @"
    at,by,key_result,before,after,change,progress_before,progress_after,status,confidence,note,metric_before,metric_after,id
    2026-11-10T09:00:00Z,ana,nps,34,38,4,0.157895,0.368421,at-risk,5,,,,a3
    2026-10-20T09:00:00Z,ana,nps,31,34,3,0,0.157895,on-track,7,first survey,,,a2
    ");
    assert_snapshot!(world.okr("comment renewing 'ask @bo and @zoe'"), @"
    commented on acme/renewing
    ── stderr ──
    warning: org.yaml does not know @zoe
    ");
    assert_snapshot!(world.okr("comment renewing ' '"), @"
    ── stderr ──
    error: the comment is empty
    ── exit 2 ──
    ");
}

#[test]
fn with_a_history_per_author_each_person_writes_to_a_file_of_their_own() {
    let world = World::worked();
    world.write("okrs/okr.yaml", "version: 1\nhistory: per-author\n");
    let _ = world.okr("update renewing.nps 39");
    let _ = world.me(Some("bo")).okr("update renewing.nps 40");
    assert_snapshot!(world.files("okrs/2026-Q4/acme").join(" "), @"renewing.ana.history.yaml renewing.bo.history.yaml renewing.history.yaml renewing.yaml");
    assert_snapshot!(world.okr("history renewing.nps --format csv"), @"
    at,by,key_result,before,after,change,progress_before,progress_after,status,confidence,note,metric_before,metric_after,id
    2026-11-15T12:00:03Z,bo,nps,39,40,1,0.421053,0.473684,,,,,,0acwrr3fcd
    2026-11-15T12:00:02Z,ana,nps,38,39,1,0.368421,0.421053,,,,,,psbtn0fyty
    2026-11-10T09:00:00Z,ana,nps,34,38,4,0.157895,0.368421,at-risk,5,,,,a3
    2026-10-20T09:00:00Z,ana,nps,31,34,3,0,0.157895,on-track,7,first survey,,,a2
    ");
}
