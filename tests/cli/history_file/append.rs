//! What is healed before appending, and what refuses it.

use insta::assert_snapshot;

use super::HISTORY;
use crate::world::World;

#[test]
fn a_missing_final_newline_is_given_before_appending() {
    let world = World::worked();
    world.write(HISTORY, world.read(HISTORY).trim_end());
    assert_snapshot!(world.edit("update renewing.nps 40"), @r#"
    updated acme/renewing.nps  38 → 40 points (+2)  47 % of 50 % expected, at risk
    --- 2026-Q4/acme/renewing.history.yaml
    +++ 2026-Q4/acme/renewing.history.yaml
    @@ -4,3 +4,4 @@
     - {"id": "a4", "at": "2026-11-10T09:00:00Z", "by": "bo", "event": "update", "kr": "churn", "value": 3.1, "status": "on-track"}
     - {"id": "a5", "at": "2026-11-10T09:00:00Z", "by": "bo", "event": "update", "kr": "up", "value": 99.45}
    -- {"id": "a6", "at": "2026-11-10T09:00:00Z", "by": "ana", "event": "update", "kr": "launch", "value": "beta"}
    \ No newline at end of file
    +- {"id": "a6", "at": "2026-11-10T09:00:00Z", "by": "ana", "event": "update", "kr": "launch", "value": "beta"}
    +- {"id": "zg6fwameve", "at": "2026-11-15T12:00:02Z", "by": "ana", "event": "update", "kr": "nps", "value": 40}
    "#);
}

#[test]
fn a_torn_last_line_is_cut_off_with_a_warning() {
    let world = World::worked();
    let text = world.read(HISTORY);
    world.write(HISTORY, &(text + "- {\"id\": \"torn\", \"at\": \"2026-11-"));
    assert_snapshot!(world.session(&["history renewing.nps"]), @r#"
    $ okr history renewing.nps
    NPS rises · acme/renewing.nps · 31 → 50 points

    WHEN          WHO  BEFORE  AFTER  CHANGE   PROGRESS  STATUS              CONF   NOTE          EVENT
    Nov 10 09:00  ana      34     38  +4      16 → 37 %  on track → at risk  7 → 5  –             a3
    Oct 20 09:00  ana      31     34  +3       0 → 16 %  on track            7      first survey  a2
    ── stderr ──
    error: okrs/2026-Q4/acme/renewing.history.yaml:7:1: the last line is not finished: a write was cut off
      7 | - {"id": "torn", "at": "2026-11-
        | ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
    hint: the next check-in removes it; or remove it by hand. The event does not count until then.
    ── exit 3 ──
    "#);
    assert_snapshot!(world.edit("update renewing.nps 40"), @r#"
    updated acme/renewing.nps  38 → 40 points (+2)  47 % of 50 % expected, at risk
    ── stderr ──
    error: okrs/2026-Q4/acme/renewing.history.yaml:7:1: the last line is not finished: a write was cut off
      7 | - {"id": "torn", "at": "2026-11-
        | ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
    hint: the next check-in removes it; or remove it by hand. The event does not count until then.
    warning: an unfinished line at the end of the history was removed: - {"id": "torn", "at": "2026-11-
    --- 2026-Q4/acme/renewing.history.yaml
    +++ 2026-Q4/acme/renewing.history.yaml
    @@ -5,3 +5,3 @@
     - {"id": "a5", "at": "2026-11-10T09:00:00Z", "by": "bo", "event": "update", "kr": "up", "value": 99.45}
     - {"id": "a6", "at": "2026-11-10T09:00:00Z", "by": "ana", "event": "update", "kr": "launch", "value": "beta"}
    -- {"id": "torn", "at": "2026-11-
    \ No newline at end of file
    +- {"id": "nd69m0hc62", "at": "2026-11-15T12:00:03Z", "by": "ana", "event": "update", "kr": "nps", "value": 40}
    "#);
}

#[test]
fn a_torn_line_of_somebodys_own_is_never_cut_off() {
    let world = World::worked();
    let text = world.read(HISTORY);
    world.write(HISTORY, &(text + "- {id: mine, at: 2026-11-"));
    assert_snapshot!(world.edit("update renewing.nps 40"), @r#"
    updated acme/renewing.nps  38 → 40 points (+2)  47 % of 50 % expected, at risk
    ── stderr ──
    error: okrs/2026-Q4/acme/renewing.history.yaml:7:1: ',' or '}' is missing here
      7 | - {id: mine, at: 2026-11-
        | ^^^^^^^^^^^^^^^^^^^^^^^^^
    hint: close the bracket, or put a comma between the values. The event does not count until then.
    --- 2026-Q4/acme/renewing.history.yaml
    +++ 2026-Q4/acme/renewing.history.yaml
    @@ -5,3 +5,4 @@
     - {"id": "a5", "at": "2026-11-10T09:00:00Z", "by": "bo", "event": "update", "kr": "up", "value": 99.45}
     - {"id": "a6", "at": "2026-11-10T09:00:00Z", "by": "ana", "event": "update", "kr": "launch", "value": "beta"}
    -- {id: mine, at: 2026-11-
    \ No newline at end of file
    +- {id: mine, at: 2026-11-
    +- {"id": "zg6fwameve", "at": "2026-11-15T12:00:02Z", "by": "ana", "event": "update", "kr": "nps", "value": 40}
    "#);
}

#[test]
fn conflict_markers_refuse_every_append() {
    let world = World::worked();
    let text = world.read(HISTORY);
    let (first, rest) = text.split_at(text.find("- {\"id\": \"a3\"").unwrap());
    world.write(HISTORY, &format!("{first}<<<<<<< HEAD\n=======\n{rest}>>>>>>> theirs\n"));
    assert_snapshot!(world.edit("update renewing.nps 40"), @"
    ── stderr ──
    error: okrs/2026-Q4/acme/renewing.history.yaml:3:1: a merge was left unfinished here
      3 | <<<<<<< HEAD
        | ^
    hint: decide between the two sides and remove the lines with <<<<<<<, ======= and >>>>>>>. Its events do not count until then.
    error: okrs/2026-Q4/acme/renewing.history.yaml cannot be added to as it is; nothing was changed
    ── exit 3 ──
    ");
    world.write(HISTORY, &format!("{first}<<<<<<< HEAD\n{rest}=======\n>>>>>>> theirs\n- {{\"id\": \"later\", \"at\": \"2026-11-12T09:00:00Z\", \"by\": \"ana\", \"event\": \"comment\", \"text\": \"x\"}}\n"));
    assert_snapshot!(world.edit(r#"comment renewing "more""#), @"
    ── stderr ──
    error: okrs/2026-Q4/acme/renewing.history.yaml holds the marks of an unfinished merge; nothing was changed
    hint: finish the merge first: keep the lines of both sides, remove the marks
    ── exit 3 ──
    ");
    assert_snapshot!(world.session(&["show renewing"]), @"
    $ okr show renewing
    Make renewing the obvious choice · acme/renewing

    owner     Acme Inc. (acme, company)
    cycle     2026-Q4 (Oct 1 – Dec 31)
    progress  0 % of 50 % expected, −50 pp  ✗ off track  (1 not measured)

    Renewals pay for everything else.

    Make renewing the obvious choice  acme/renewing
    100 % ┤                                                                                        ⡀⡀⠄⠄⠂
          │                                                                               ⡀⡀⠄⠄⠂⠂⠂⠁⠁
          │                                                                     ⡀⡀⡀⠄⠄⠂⠂⠁⠁⠁
          │                                                            ⡀⡀⠄⠄⠄⠂⠂⠁⠁
          │                                                   ⡀⡀⠄⠄⠂⠂⠂⠁⠁
     50 % ┤                                         ⡀⡀⡀⠄○⠂⠂⠁⠁⠁
          │                                ⡀⡀⠄⠄⠄⠂⠂⠁⠁    │
          │                       ⡀⡀⠄⠄⠂⠂⠂⠁⠁             │
          │             ⡀⡀⡀⠄⠄⠂⠂⠁⠁⠁                      │
          │    ⡀⡀⠄⠄⠄⠂⠂⠁⠁                                │
      0 % └━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━●───────────────────────────────────────────────
           Oct 1                                  today, Nov 15                                   Dec 31
    ━● reached 0 %   ⠄⠄○ plan 50 %

    KR                      NOW                                DONE   PLAN  PACE         LAST CHECK-IN
    nps     NPS rises       31 of 50 points  ░░░░░░░░┊░░░░░░░   0 %   50 %  ✗ off track  never (46 days)
    churn   Churn falls     4.2 of 2.0 %     ░░░░░░░░┊░░░░░░░   0 %   50 %  ✗ off track  never (46 days)
    up      Uptime is kept  – of ≥ 99.9 %    ░░░░░░░░░░░░░░░┊     –  100 %  –            never (46 days)
    audit   Audit passed    not yet          ░░░░░░░░┊░░░░░░░   0 %   50 %  ✗ off track  never (46 days)
    launch  Launch          0 of 3           ░░░░░░░░┊░░░░░░░   0 %   50 %  ✗ off track  never (46 days)
    ── stderr ──
    error: okrs/2026-Q4/acme/renewing.history.yaml:3:1: a merge was left unfinished here
      3 | <<<<<<< HEAD
        | ^
    hint: decide between the two sides and remove the lines with <<<<<<<, ======= and >>>>>>>. Its events do not count until then.
    ── exit 3 ──
    ");
}

#[cfg(unix)]
#[test]
fn a_history_that_is_a_link_is_refused() {
    let world = World::worked();
    world.link(HISTORY, "outside.yaml");
    let before = world.read("outside.yaml");
    assert_snapshot!(world.session(&["update renewing.nps 40", "show renewing"]), @"
    $ okr update renewing.nps 40
    ── stderr ──
    error: okrs/2026-Q4/acme/renewing.history.yaml: it is not a regular file
    hint: put a regular file there; links are not followed. The objective is not shown until then.
    error: okrs/2026-Q4/acme/renewing.history.yaml cannot be added to as it is; nothing was changed
    ── exit 3 ──

    $ okr show renewing
    Make renewing the obvious choice · acme/renewing

    owner     Acme Inc. (acme, company)
    cycle     2026-Q4 (Oct 1 – Dec 31)
    progress  0 % of 50 % expected, −50 pp  ✗ off track  (1 not measured)

    Renewals pay for everything else.

    Make renewing the obvious choice  acme/renewing
    100 % ┤                                                                                        ⡀⡀⠄⠄⠂
          │                                                                               ⡀⡀⠄⠄⠂⠂⠂⠁⠁
          │                                                                     ⡀⡀⡀⠄⠄⠂⠂⠁⠁⠁
          │                                                            ⡀⡀⠄⠄⠄⠂⠂⠁⠁
          │                                                   ⡀⡀⠄⠄⠂⠂⠂⠁⠁
     50 % ┤                                         ⡀⡀⡀⠄○⠂⠂⠁⠁⠁
          │                                ⡀⡀⠄⠄⠄⠂⠂⠁⠁    │
          │                       ⡀⡀⠄⠄⠂⠂⠂⠁⠁             │
          │             ⡀⡀⡀⠄⠄⠂⠂⠁⠁⠁                      │
          │    ⡀⡀⠄⠄⠄⠂⠂⠁⠁                                │
      0 % └━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━●───────────────────────────────────────────────
           Oct 1                                  today, Nov 15                                   Dec 31
    ━● reached 0 %   ⠄⠄○ plan 50 %

    KR                      NOW                                DONE   PLAN  PACE         LAST CHECK-IN
    nps     NPS rises       31 of 50 points  ░░░░░░░░┊░░░░░░░   0 %   50 %  ✗ off track  never (46 days)
    churn   Churn falls     4.2 of 2.0 %     ░░░░░░░░┊░░░░░░░   0 %   50 %  ✗ off track  never (46 days)
    up      Uptime is kept  – of ≥ 99.9 %    ░░░░░░░░░░░░░░░┊     –  100 %  –            never (46 days)
    audit   Audit passed    not yet          ░░░░░░░░┊░░░░░░░   0 %   50 %  ✗ off track  never (46 days)
    launch  Launch          0 of 3           ░░░░░░░░┊░░░░░░░   0 %   50 %  ✗ off track  never (46 days)
    ── stderr ──
    error: okrs/2026-Q4/acme/renewing.history.yaml: it is not a regular file
    hint: put a regular file there; links are not followed. The objective is not shown until then.
    ── exit 3 ──
    ");
    assert_eq!(world.read("outside.yaml"), before);
}
