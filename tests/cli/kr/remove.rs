//! `okr kr remove`.

use insta::assert_snapshot;

use crate::world::World;

#[test]
fn a_key_result_without_check_ins_is_removed_and_one_with_them_only_by_force() {
    let world = World::worked();
    assert_snapshot!(world.edit("kr remove renewing.audit"), @r#"
    removed acme/renewing.audit  Audit passed
    --- 2026-Q4/acme/renewing.history.yaml
    +++ 2026-Q4/acme/renewing.history.yaml
    @@ -5,2 +5,3 @@
     - {"id": "a5", "at": "2026-11-10T09:00:00Z", "by": "bo", "event": "update", "kr": "up", "value": 99.45}
     - {"id": "a6", "at": "2026-11-10T09:00:00Z", "by": "ana", "event": "update", "kr": "launch", "value": "beta"}
    +- {"id": "f60kdgzxx6", "at": "2026-11-15T12:00:02Z", "by": "ana", "event": "edit", "field": "audit", "from": "Audit passed"}
    --- 2026-Q4/acme/renewing.yaml
    +++ 2026-Q4/acme/renewing.yaml
    @@ -14,7 +14,4 @@
         title: Uptime is kept
         metric: {at_least: 99.9, worst: 99, unit: "%"}
    -  - id: audit
    -    title: Audit passed
    -    metric: done
       - id: launch
         title: Launch
    "#);
    assert_snapshot!(world.edit("kr remove renewing.nps"), @"
    ── stderr ──
    error: renewing.nps has 2 check-ins
    hint: --force removes it all the same; its check-ins stay in the history
    ── exit 2 ──
    ");
    assert_snapshot!(world.edit("kr remove renewing.nps --force"), @r#"
    removed acme/renewing.nps  NPS rises
    --- 2026-Q4/acme/renewing.history.yaml
    +++ 2026-Q4/acme/renewing.history.yaml
    @@ -6,2 +6,3 @@
     - {"id": "a6", "at": "2026-11-10T09:00:00Z", "by": "ana", "event": "update", "kr": "launch", "value": "beta"}
     - {"id": "f60kdgzxx6", "at": "2026-11-15T12:00:02Z", "by": "ana", "event": "edit", "field": "audit", "from": "Audit passed"}
    +- {"id": "n57samtzcp", "at": "2026-11-15T12:00:04Z", "by": "ana", "event": "edit", "field": "nps", "from": "NPS rises"}
    --- 2026-Q4/acme/renewing.yaml
    +++ 2026-Q4/acme/renewing.yaml
    @@ -4,8 +4,4 @@
       Renewals pay for everything else.
     key_results:
    -  - id: nps
    -    title: NPS rises
    -    metric: {from: 31, to: 50, unit: points}
    -    weight: 2
       - id: churn
         title: Churn falls
    "#);
    assert_snapshot!(world.session(&["show renewing", "kr remove renewing.nps", "kr remove renewing"]), @r#"
    $ okr show renewing
    Make renewing the obvious choice · acme/renewing

    owner     Acme Inc. (acme, company)
    cycle     2026-Q4 (Oct 1 – Dec 31)
    progress  56 % of 67 % expected, −11 pp  ! at risk, but people say on track

    Renewals pay for everything else.

    Make renewing the obvious choice  acme/renewing
    100 % ┤                                                                                      ⡀⡀⡀⠄⠄⠄⠂
          │                                                                        ⡀⡀⡀⠄⠄⠄⠄⠂⠂⠂⠁⠁⠁⠁
          │                                                          ⡀⡀⡀⠄⠄⠄⠄⠂⠂⠂⠁⠁⠁⠁
          │                                            ⡀○⡀⠄⠄⠄⠄⠂⠂⠂⠁⠁⠁⠁
          │                                       ⡀┏━━━━●
     50 % ┤                                     ⡀⠂ ┃
          │                                ⡀⡀⠄⠄⠂   ┃
          │                       ⡀⡀⠄⠄⠂⠂⠂⠁⠁        ┃
          │             ⡀⡀⡀⠄⠄⠂⠂⠁⠁⠁                 ┃
          │    ⡀⡀⠄⠄⠄⠂⠂⠁⠁                           ┃
      0 % └━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━┛────┬───────────────────────────────────────────────
           Oct 1                                  today, Nov 15                                   Dec 31
    ━● reached 56 %   ⠄⠄○ plan 67 %

    KR                      NOW                                  DONE   PLAN  PACE         LAST CHECK-IN
    churn   Churn falls     3.1 of 2.0 %       ████████┊░░░░░░░  50 %   50 %  ✓ on track   Nov 10
    up      Uptime is kept  99.45 of ≥ 99.9 %  ████████░░░░░░░┊  50 %  100 %  ✗ off track  Nov 10
    launch  Launch          beta, 2 of 3       ████████┊██░░░░░  67 %   50 %  ✓ on track   Nov 10

    Lately
    Nov 15 12:00  ana  changed nps: NPS rises ⇒ –            n57samtzcp
    Nov 15 12:00  ana  changed audit: Audit passed ⇒ –       f60kdgzxx6
    Nov 10 09:00  ana  updated launch 0 of 3 → beta, 2 of 3  a6
    Nov 10 09:00  bo   updated up 99.45 %                    a5
    Nov 10 09:00  bo   updated churn 4.2 → 3.1 % · on track  a4
    Nov 10 09:00  ana  updated nps · at risk · 5/10          a3

    $ okr kr remove renewing.nps
    ── stderr ──
    error: acme/renewing has no key result "nps"
    hint: it has churn, up and launch
    ── exit 2 ──

    $ okr kr remove renewing
    ── stderr ──
    error: renewing names an objective
    hint: okr remove removes objectives
    ── exit 2 ──
    "#);
}

#[test]
fn the_last_key_result_leaves_no_empty_list() {
    let world = World::company();
    let _ = world.okr(r#"create Plain --slug plain --kr "Calls: 0 -> 20""#);
    assert_snapshot!(world.edit("kr remove plain.kr1"), @r#"
    removed ana/plain.kr1  Calls
    --- 2026-Q4/ana/plain.history.yaml
    +++ 2026-Q4/ana/plain.history.yaml
    @@ -1 +1,2 @@
     - {"id": "f3aydcp5w5", "at": "2026-11-15T12:00:02Z", "by": "ana", "event": "create"}
    +- {"id": "r1c34s5298", "at": "2026-11-15T12:00:03Z", "by": "ana", "event": "edit", "field": "kr1", "from": "Calls"}
    --- 2026-Q4/ana/plain.yaml
    +++ 2026-Q4/ana/plain.yaml
    @@ -1,5 +1,2 @@
     title: Plain
    -key_results:
    -  - id: kr1
    -    title: Calls
    -    metric: {from: 0, to: 20}
    +key_results: []
    "#);
    assert_snapshot!(world.edit(r#"kr add plain "Calls: 0 -> 20""#), @r#"
    added ana/plain.kr1  Calls: 0 → 20
    --- 2026-Q4/ana/plain.history.yaml
    +++ 2026-Q4/ana/plain.history.yaml
    @@ -1,2 +1,3 @@
     - {"id": "f3aydcp5w5", "at": "2026-11-15T12:00:02Z", "by": "ana", "event": "create"}
     - {"id": "r1c34s5298", "at": "2026-11-15T12:00:03Z", "by": "ana", "event": "edit", "field": "kr1", "from": "Calls"}
    +- {"id": "aj333mvpw2", "at": "2026-11-15T12:00:04Z", "by": "ana", "event": "edit", "field": "kr1", "to": "Calls: 0 → 20"}
    --- 2026-Q4/ana/plain.yaml
    +++ 2026-Q4/ana/plain.yaml
    @@ -1,2 +1,5 @@
     title: Plain
    -key_results: []
    +key_results:
    +  - id: kr1
    +    title: Calls
    +    metric: {from: 0, to: 20}
    "#);
}

#[test]
fn what_others_align_to_is_not_removed_by_accident() {
    let world = World::worked();
    let _ = world.okr("create Evidence --owner eng --slug evidence --align renewing.audit --kr 'Controls: 0 -> 20'");
    assert_snapshot!(world.okr("kr remove renewing.audit"), @"
    ── stderr ──
    error: eng/evidence aligns to acme/renewing.audit
    hint: okr align gives them another parent; --force removes it all the same
    ── exit 2 ──
    ");
    assert_snapshot!(world.okr("kr remove renewing.audit --force"), @"removed acme/renewing.audit  Audit passed");
}
