//! What an import writes.

use insta::assert_snapshot;

use super::with;
use crate::world::World;

#[test]
fn definitions_and_histories_are_written_in_one_change() {
    let world = with("side-by-side.csv");
    assert_snapshot!(world.edit("import csv side-by-side.csv"), @r#"
    created ana/delight-customers  Delight customers
    created bo/ship-weekly  Ship weekly
    imported 2 objectives, 4 key results, 2 check-ins, 1 score into 2026-Q4
    --- (none)
    +++ 2026-Q4/ana/delight-customers.history.yaml
    @@ -0,0 +1,4 @@
    +- {"id": "xztjw9tpsc", "at": "2026-11-15T12:00:02Z", "by": "ana", "event": "create"}
    +- {"id": "jmyfjkjcj0", "at": "2026-11-15T12:00:02.001Z", "by": "ana", "event": "update", "kr": "kr1", "value": 38, "confidence": 7, "note": "imported from side-by-side.csv"}
    +- {"id": "qmp4yt4d8y", "at": "2026-11-15T12:00:02.002Z", "by": "ana", "event": "update", "kr": "kr2", "value": 3.1, "confidence": 5, "note": "imported from side-by-side.csv"}
    +- {"id": "xyd1htcfjj", "at": "2026-11-15T12:00:02.003Z", "by": "ana", "event": "score", "kr": "kr1", "score": 40.0, "note": "imported from side-by-side.csv"}
    --- (none)
    +++ 2026-Q4/ana/delight-customers.yaml
    @@ -0,0 +1,10 @@
    +title: Delight customers
    +key_results:
    +  - id: kr1
    +    title: NPS
    +    metric: {from: 31, to: 50, unit: points}
    +  - id: kr2
    +    title: Churn
    +    metric: {from: 4.2, to: 2, unit: "%"}
    +    owner: bo
    +    due: 2026-11-30
    --- (none)
    +++ 2026-Q4/bo/ship-weekly.history.yaml
    @@ -0,0 +1 @@
    +- {"id": "nzkxt92aak", "at": "2026-11-15T12:00:02Z", "by": "ana", "event": "create"}
    --- (none)
    +++ 2026-Q4/bo/ship-weekly.yaml
    @@ -0,0 +1,8 @@
    +title: Ship weekly
    +key_results:
    +  - id: kr1
    +    title: Releases a month
    +    metric: {from: 1, to: 4}
    +  - id: kr2
    +    title: Rollbacks are rare
    +    metric: done
    "#);
    assert_snapshot!(world.okr("check"), @"
    advice[OKR102]: this is a piece of work, not what comes of it
     --> okrs/2026-Q4/bo/ship-weekly.yaml:1:8
      |
    1 | title: Ship weekly
      |        ^^^^^^^^^^^
      |
      = help: what will be different once it is done, and for whom? The work is an initiative
      = rule: objective-is-a-task (okr check --explain OKR102)

    1 piece of advice in 2 objectives in 1 cycle
    ");
}

#[test]
fn a_whole_export_of_another_tool_can_be_worked_with() {
    let world = with("peoplebox.csv");
    assert_snapshot!(world.edit("import csv peoplebox.csv --quiet"), @r#"
    ── stderr ──
    warning: peoplebox.csv:1:5: not imported: "Action" (this column is not read)
    warning: peoplebox.csv:1:8: not imported: "Goal Cycle" (this column is not read)
    warning: peoplebox.csv:1:10: not imported: "Scope" (this column is not read)
    warning: peoplebox.csv:1:11: not imported: "Departments" (this column is not read)
    warning: peoplebox.csv:1:21: not imported: "Review Cycle ID" (this column is not read)
    warning: peoplebox.csv:1:22: not imported: "Review Cycle Weightage" (this column is not read)
    warning: peoplebox.csv:1:23: not imported: "Approved" (this column is not read)
    warning: peoplebox.csv:4:7: not imported: "mei@acme.example" (an objective or key result has one owner)
    warning: peoplebox.csv:6:18: not imported: "Not Started" (it says neither on track, at risk, off track nor done)
    --- (none)
    +++ 2026-Q4/ana/make-renewing-obvious.history.yaml
    @@ -0,0 +1,4 @@
    +- {"id": "enx2nwbxcp", "at": "2026-11-15T12:00:02Z", "by": "ana", "event": "create"}
    +- {"id": "a7226kvmrn", "at": "2026-11-15T12:00:02.001Z", "by": "ana", "event": "update", "kr": "kr1", "value": 38, "status": "at-risk", "note": "imported from peoplebox.csv"}
    +- {"id": "nwqg2w59r4", "at": "2026-11-15T12:00:02.002Z", "by": "ana", "event": "update", "kr": "kr2", "value": "done", "status": "done", "note": "imported from peoplebox.csv"}
    +- {"id": "jrcp383kt2", "at": "2026-11-15T12:00:02.003Z", "by": "ana", "event": "update", "status": "on-track", "note": "imported from peoplebox.csv"}
    --- (none)
    +++ 2026-Q4/ana/make-renewing-obvious.yaml
    @@ -0,0 +1,15 @@
    +title: Make renewing the obvious choice
    +description: |-
    +  Renewals pay
    +  for everything else.
    +tags: [retention, growth]
    +key_results:
    +  - id: kr1
    +    title: NPS rises
    +    metric: {from: 31, to: 50}
    +    owner: bo
    +  - id: kr2
    +    title: Contract templates are signed off
    +    metric: done
    +    owner: carl
    +    due: 2026-11-30
    --- (none)
    +++ 2026-Q4/mei/support-answers-within.history.yaml
    @@ -0,0 +1,3 @@
    +- {"id": "rt2vc3z1qw", "at": "2026-11-15T12:00:02Z", "by": "ana", "event": "create"}
    +- {"id": "wweb4rc3ht", "at": "2026-11-15T12:00:02.001Z", "by": "ana", "event": "update", "kr": "kr1", "value": 80, "note": "imported from peoplebox.csv"}
    +- {"id": "b6ca8mz8rf", "at": "2026-11-15T12:00:02.002Z", "by": "ana", "event": "update", "kr": "kr2", "value": 1200, "status": "on-track", "note": "imported from peoplebox.csv"}
    --- (none)
    +++ 2026-Q4/mei/support-answers-within.yaml
    @@ -0,0 +1,9 @@
    +title: Support answers within a day
    +aligns_to: [ana/make-renewing-obvious]
    +key_results:
    +  - id: kr1
    +    title: Support answers within a day
    +    metric: {from: 60, to: 95, unit: "%"}
    +  - id: kr2
    +    title: Evening rota
    +    metric: {from: 0, to: 5000, unit: €}
    "#);
    assert_snapshot!(world.okr("tree"), @"
    2026-Q4 · Oct 1 – Dec 31 · day 46 of 92, 50 % of the time is gone · ┊ = where the plan is

    Acme Inc.                                                         ░░░░░░░░░░      –  –

    not aligned                                                       ██████┊░░░   68 %  ✓ on track
    └─ Make renewing the obvious choice   ana/make-renewing-obvious   ██████┊░░░   68 %  ✓ says at risk
       ├─ NPS rises                       kr1  38 of 50               ████░┊░░░░   37 %  ✗ says at risk
       ├─ Contract templates are signed…  kr2  done                   ███████┊██  100 %  ★ done
       └─ Support answers within a day    mei/support-answers-within  ████░┊░░░░   41 %  ! says on track
          ├─ Support answers within a d…  kr1  80 of 95 %             █████┊░░░░   57 %  ✓ on track
          └─ Evening rota                 kr2  €1200 of 5000          ██░░░┊░░░░   24 %  ✗ says on track
    ");
}

#[test]
fn a_cycle_that_is_over_gets_its_check_ins_at_its_end() {
    let world = World::company();
    world.write("in.csv", "objective,key result,start,target,current,score,updated\nGrow,Staff,1,5,4,0.8,\nGrow,Shops,1,3,3,,2026-08-12\n");
    assert_snapshot!(world.okr("import csv in.csv --cycle 2026-Q3"), @"
    created cycle 2026-Q3
    created ana/grow  Grow
    imported 1 objective, 2 key results, 2 check-ins, 1 score into 2026-Q3
    ");
    assert_snapshot!(world.read("okrs/2026-Q3/ana/grow.history.yaml"), @r#"
    - {"id": "ssscen0mb6", "at": "2026-08-12T12:00:00Z", "by": "ana", "event": "create"}
    - {"id": "q9tabp52c2", "at": "2026-09-30T23:59:59.001Z", "by": "ana", "event": "update", "kr": "kr1", "value": 4, "note": "imported from in.csv"}
    - {"id": "zeqd812gwg", "at": "2026-08-12T12:00:00.002Z", "by": "ana", "event": "update", "kr": "kr2", "value": 3, "note": "imported from in.csv"}
    - {"id": "2hq56zh6we", "at": "2026-09-30T23:59:59.003Z", "by": "ana", "event": "score", "kr": "kr1", "score": 80.0, "note": "imported from in.csv"}
    "#);
    assert_snapshot!(world.okr("show grow --cycle 2026-Q3 --as-of 2026-09-30"), @"
    Grow · ana/grow

    owner     Ana Lima (ana, individual)
    cycle     2026-Q3 (Jul 1 – Sep 30)
    progress  88 % of 100 % expected, −13 pp  ! at risk

    Grow  ana/grow
    100 % ┤                                                                                        ⡀⡀⠄⠄○
          │                                                                               ⡀⡀⠄⠄⠂⠂⠂⠁⠁    ●
          │                                                                     ⡀⡀⡀⠄⠄⠂⠂⠁⠁⠁             ┃
          │                                                            ⡀⡀⠄⠄⠄⠂⠂⠁⠁                       ┃
          │                                                   ⡀⡀⠄⠄⠂⠂⠂⠁⠁                                ┃
     50 % ┤                                         ⡀┏━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━┛
          │                                ⡀⡀⠄⠄⠄⠂⠂⠁⠁ ┃
          │                       ⡀⡀⠄⠄⠂⠂⠂⠁⠁          ┃
          │             ⡀⡀⡀⠄⠄⠂⠂⠁⠁⠁                   ┃
          │    ⡀⡀⠄⠄⠄⠂⠂⠁⠁                             ┃
      0 % └━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━┛─────────────────────────────────────────────────┬
           Jul 1                                                                           today, Sep 30
    ━● reached 88 %   ⠄⠄○ plan 100 %

    KR          NOW                          DONE   PLAN  PACE       LAST CHECK-IN
    kr1  Staff  4 of 5  ██████████████░░░┊   75 %  100 %  ! at risk  Sep 30
    kr2  Shops  3 of 3  █████████████████┊  100 %  100 %  ★ done     Aug 12

    Lately
    Sep 30 23:59  ana  scored kr1 80 · imported from in.csv      2hq56zh6we
    Sep 30 23:59  ana  updated kr1 1 → 4 · imported from in.csv  q9tabp52c2
    Aug 12 12:00  ana  updated kr2 1 → 3 · imported from in.csv  zeqd812gwg
    Aug 12 12:00  ana  created                                   ssscen0mb6
    ");
}

#[test]
fn objectives_align_to_what_is_in_the_store_by_title_or_whole_name() {
    let world = World::worked();
    world.write("in.csv", "title,parent,owner\nTickets,Make renewing the obvious choice,eng\nCalls,acme/renewing.nps,eng\nLost,renew,eng\n");
    assert_snapshot!(world.edit("import csv in.csv"), @r#"
    created eng/tickets  Tickets
    created eng/calls  Calls
    created eng/lost  Lost
    imported 3 objectives, 0 key results into 2026-Q4
    ── stderr ──
    warning: in.csv:4:2: not imported: "renew" (neither the file nor the store has this parent)
    --- (none)
    +++ 2026-Q4/eng/calls.history.yaml
    @@ -0,0 +1 @@
    +- {"id": "bkxnhbqhy9", "at": "2026-11-15T12:00:02Z", "by": "ana", "event": "create"}
    --- (none)
    +++ 2026-Q4/eng/calls.yaml
    @@ -0,0 +1,2 @@
    +title: Calls
    +aligns_to: [acme/renewing.nps]
    --- (none)
    +++ 2026-Q4/eng/lost.history.yaml
    @@ -0,0 +1 @@
    +- {"id": "88fx7cyf8x", "at": "2026-11-15T12:00:02Z", "by": "ana", "event": "create"}
    --- (none)
    +++ 2026-Q4/eng/lost.yaml
    @@ -0,0 +1 @@
    +title: Lost
    --- (none)
    +++ 2026-Q4/eng/tickets.history.yaml
    @@ -0,0 +1 @@
    +- {"id": "ve3nvk450f", "at": "2026-11-15T12:00:02Z", "by": "ana", "event": "create"}
    --- (none)
    +++ 2026-Q4/eng/tickets.yaml
    @@ -0,0 +1,2 @@
    +title: Tickets
    +aligns_to: [acme/renewing]
    "#);
}

#[test]
fn hostile_titles_are_stored_as_create_stores_them() {
    let world = World::company();
    world.write("in.csv", "objective,key result,owner,note\n\"=HYPERLINK(1) \u{202e}evil\u{1b}[31m\",\"a\r\nb\u{200b}\",\"Evil <b>\u{1b}[0m\",\"# x: {y} \u{2028}\"\n");
    assert_snapshot!(world.edit("import csv in.csv"), @r##"
    created evil-b-0m/hyperlink-1-evil  =HYPERLINK(1) \u{202e}evil\u{1b}[31m
    imported 1 objective, 1 key result, 1 check-in into 2026-Q4
    ── stderr ──
    warning: org.yaml does not know evil-b-0m; okr org add-person evil-b-0m tells it
    --- (none)
    +++ 2026-Q4/evil-b-0m/hyperlink-1-evil.history.yaml
    @@ -0,0 +1,2 @@
    +- {"id": "qsbk7fkyad", "at": "2026-11-15T12:00:02Z", "by": "ana", "event": "create"}
    +- {"id": "bx14tzk0tj", "at": "2026-11-15T12:00:02.001Z", "by": "ana", "event": "update", "kr": "kr1", "note": "# x: {y} (imported from in.csv)"}
    --- (none)
    +++ 2026-Q4/evil-b-0m/hyperlink-1-evil.yaml
    @@ -0,0 +1,5 @@
    +title: "=HYPERLINK(1) \u202eevil\x1b[31m"
    +key_results:
    +  - id: kr1
    +    title: "a b\u200b"
    +    metric: done
    "##);
}
