//! `okr cycle close`, `okr cycle reopen` and `okr carry`.

use insta::assert_snapshot;

use crate::world::World;

/// The worked company and the cycle after.
fn two_cycles() -> World {
    let world = World::worked();
    let _ = world.okr("cycle new 2027-Q1");
    world
}

#[test]
fn a_cycle_closes_when_everything_is_scored_and_then_stays_as_it_is() {
    let world = two_cycles();
    let world = world.on("2027-01-04");
    assert_snapshot!(world.okr("cycle close 2026-Q4"), @"
    ── stderr ──
    error: acme/renewing is not scored; 2026-Q4 stays open
    hint: okr score 2026-Q4/acme/renewing --suggested, or okr abandon 2026-Q4/acme/renewing; --force closes it all the same
    ── exit 2 ──
    ");
    let _ = world.okr("score 2026-Q4/acme/renewing 40");
    assert_snapshot!(world.edit("cycle close 2026-Q4"), @"
    closed 2026-Q4
    --- 2026-Q4/cycle.yaml
    +++ 2026-Q4/cycle.yaml
    @@ -1,2 +1,3 @@
     start: 2026-10-01
     end: 2026-12-31
    +closed: 2027-01-04
    ");
    assert_snapshot!(world.session(&[
        "update 2026-Q4/acme/renewing.nps 50",
        "set 2026-Q4/acme/renewing title x",
        "comment 2026-Q4/acme/renewing x",
        "score 2026-Q4/acme/renewing 50",
        "move 2026-Q4/acme/renewing --slug x",
        "remove 2026-Q4/acme/renewing --force",
        "create x --cycle 2026-Q4 --owner acme",
        "kr add 2026-Q4/acme/renewing 'A: 1 -> 2'",
        "align 2026-Q4/acme/renewing --none",
        "cycle close 2026-Q4",
        "cycle reopen 2026-Q4",
        "cycle reopen 2026-Q4",
        "update 2026-Q4/acme/renewing.nps 50",
    ]), @"
    $ okr update 2026-Q4/acme/renewing.nps 50
    ── stderr ──
    error: 2026-Q4 was closed on 2027-01-04: nothing in it is changed any more
    hint: okr cycle reopen 2026-Q4 opens it again
    ── exit 2 ──

    $ okr set 2026-Q4/acme/renewing title x
    ── stderr ──
    error: 2026-Q4 was closed on 2027-01-04: nothing in it is changed any more
    hint: okr cycle reopen 2026-Q4 opens it again
    ── exit 2 ──

    $ okr comment 2026-Q4/acme/renewing x
    ── stderr ──
    error: 2026-Q4 was closed on 2027-01-04: nothing in it is changed any more
    hint: okr cycle reopen 2026-Q4 opens it again
    ── exit 2 ──

    $ okr score 2026-Q4/acme/renewing 50
    ── stderr ──
    error: 2026-Q4 was closed on 2027-01-04: nothing in it is changed any more
    hint: okr cycle reopen 2026-Q4 opens it again
    ── exit 2 ──

    $ okr move 2026-Q4/acme/renewing --slug x
    ── stderr ──
    error: 2026-Q4 was closed on 2027-01-04: nothing in it is changed any more
    hint: okr cycle reopen 2026-Q4 opens it again
    ── exit 2 ──

    $ okr remove 2026-Q4/acme/renewing --force
    ── stderr ──
    error: 2026-Q4 was closed on 2027-01-04: nothing in it is changed any more
    hint: okr cycle reopen 2026-Q4 opens it again
    ── exit 2 ──

    $ okr create x --cycle 2026-Q4 --owner acme
    ── stderr ──
    error: 2026-Q4 was closed on 2027-01-04: nothing in it is changed any more
    hint: okr cycle reopen 2026-Q4 opens it again
    ── exit 2 ──

    $ okr kr add 2026-Q4/acme/renewing 'A: 1 -> 2'
    ── stderr ──
    error: 2026-Q4 was closed on 2027-01-04: nothing in it is changed any more
    hint: okr cycle reopen 2026-Q4 opens it again
    ── exit 2 ──

    $ okr align 2026-Q4/acme/renewing --none
    2026-Q4/acme/renewing is so already; nothing was changed

    $ okr cycle close 2026-Q4
    ── stderr ──
    error: 2026-Q4 was closed on 2027-01-04: nothing in it is changed any more
    hint: okr cycle reopen 2026-Q4 opens it again
    ── exit 2 ──

    $ okr cycle reopen 2026-Q4
    reopened 2026-Q4

    $ okr cycle reopen 2026-Q4
    ── stderr ──
    error: 2026-Q4 is open
    ── exit 2 ──

    $ okr update 2026-Q4/acme/renewing.nps 50
    updated 2026-Q4/acme/renewing.nps  38 → 50 points (+12)  100 % of 100 % expected, done; said at risk
    ");
    assert!(!world.read("okrs/2026-Q4/cycle.yaml").contains("closed"));
}

#[test]
fn force_closes_and_what_is_unfinished_is_carried_on() {
    let world = two_cycles();
    world.write("okrs/2026-Q4/acme/over.yaml", "title: Over\n");
    let _ = world.okr("abandon over");
    assert_snapshot!(world.edit("cycle close 2026-Q4 --force --carry-to 2027-Q1"), @r#"
    carried 2026-Q4/acme/renewing to 2027-Q1/acme/renewing
    closed 2026-Q4  1 objective is not scored
    ── stderr ──
    warning: 2026-Q4 ends on 2026-12-31 only
    --- 2026-Q4/acme/renewing.history.yaml
    +++ 2026-Q4/acme/renewing.history.yaml
    @@ -5,2 +5,3 @@
     - {"id": "a5", "at": "2026-11-10T09:00:00Z", "by": "bo", "event": "update", "kr": "up", "value": 99.45}
     - {"id": "a6", "at": "2026-11-10T09:00:00Z", "by": "ana", "event": "update", "kr": "launch", "value": "beta"}
    +- {"id": "0k9egq6hve", "at": "2026-11-15T12:00:04.006Z", "by": "ana", "event": "carry", "to": "2027-Q1/acme/renewing"}
    --- 2026-Q4/cycle.yaml
    +++ 2026-Q4/cycle.yaml
    @@ -1,2 +1,3 @@
     start: 2026-10-01
     end: 2026-12-31
    +closed: 2026-11-15
    --- (none)
    +++ 2027-Q1/acme/renewing.history.yaml
    @@ -0,0 +1,6 @@
    +- {"id": "gvz71sqktk", "at": "2026-11-15T12:00:04Z", "by": "ana", "event": "create"}
    +- {"id": "qjym8mrpx2", "at": "2026-11-15T12:00:04.001Z", "by": "ana", "event": "carry", "from": "2026-Q4/acme/renewing"}
    +- {"id": "avrsj53ps9", "at": "2026-11-15T12:00:04.002Z", "by": "ana", "event": "update", "kr": "nps", "value": 38, "note": "carried over from 2026-Q4/acme/renewing"}
    +- {"id": "bd36fdj1mx", "at": "2026-11-15T12:00:04.003Z", "by": "ana", "event": "update", "kr": "churn", "value": 3.1, "note": "carried over from 2026-Q4/acme/renewing"}
    +- {"id": "dfg8f0naw0", "at": "2026-11-15T12:00:04.004Z", "by": "ana", "event": "update", "kr": "up", "value": 99.45, "note": "carried over from 2026-Q4/acme/renewing"}
    +- {"id": "vqwj4enp45", "at": "2026-11-15T12:00:04.005Z", "by": "ana", "event": "update", "kr": "launch", "value": "beta", "note": "carried over from 2026-Q4/acme/renewing"}
    --- (none)
    +++ 2027-Q1/acme/renewing.yaml
    @@ -0,0 +1,21 @@
    +# comments are kept
    +title: Make renewing the obvious choice
    +description: |
    +  Renewals pay for everything else.
    +key_results:
    +  - id: nps
    +    title: NPS rises
    +    metric: {from: 31, to: 50, unit: points}
    +    weight: 2
    +  - id: churn
    +    title: Churn falls
    +    metric: {from: 4.2, to: 2.0, unit: "%"}
    +  - id: up
    +    title: Uptime is kept
    +    metric: {at_least: 99.9, worst: 99, unit: "%"}
    +  - id: audit
    +    title: Audit passed
    +    metric: done
    +  - id: launch
    +    title: Launch
    +    metric: {milestones: [design, beta, launch]}
    "#);
    assert_snapshot!(world.on("2027-01-04").okr("tree"), @"
    2027-Q1 · Jan 1 – Mar 31 · day 4 of 90, 4 % of the time is gone · ┊ = where the plan is

    Acme Inc.                                                       ███┊███░░░░░░░░░░  40 %  · too early
    └─ Make renewing the obvious choice  acme/renewing              ███┊███░░░░░░░░░░  40 %  · too early
       ├─ NPS rises                      nps     38 of 50 points    ┊█████░░░░░░░░░░░  37 %  · too early
       ├─ Churn falls                    churn   3.1 of 2.0 %       ┊████████░░░░░░░░  50 %  · too early
       ├─ Uptime is kept                 up      99.45 of ≥ 99.9 %  █████████░░░░░░░┊  50 %  · too early
       ├─ Audit passed                   audit   not yet            ┊░░░░░░░░░░░░░░░░   0 %  · too early
       └─ Launch                         launch  beta, 2 of 3       ┊██████████░░░░░░  67 %  · too early
    ");
}

#[test]
fn a_rebased_copy_starts_from_todays_values() {
    let world = two_cycles();
    let _ = world.okr("update renewing audit=done");
    assert_snapshot!(world.edit("carry renewing --to 2027-Q1 --rebase"), @r#"
    carried 2026-Q4/acme/renewing to 2027-Q1/acme/renewing
    ── stderr ──
    note: acme/renewing: audit is done, and stays behind
    --- 2026-Q4/acme/renewing.history.yaml
    +++ 2026-Q4/acme/renewing.history.yaml
    @@ -6,2 +6,3 @@
     - {"id": "a6", "at": "2026-11-10T09:00:00Z", "by": "ana", "event": "update", "kr": "launch", "value": "beta"}
     - {"id": "em9w18fvd3", "at": "2026-11-15T12:00:03Z", "by": "ana", "event": "update", "kr": "audit", "value": "done"}
    +- {"id": "be2t1e2ra1", "at": "2026-11-15T12:00:04.004Z", "by": "ana", "event": "carry", "to": "2027-Q1/acme/renewing"}
    --- (none)
    +++ 2027-Q1/acme/renewing.history.yaml
    @@ -0,0 +1,4 @@
    +- {"id": "gvz71sqktk", "at": "2026-11-15T12:00:04Z", "by": "ana", "event": "create"}
    +- {"id": "qjym8mrpx2", "at": "2026-11-15T12:00:04.001Z", "by": "ana", "event": "carry", "from": "2026-Q4/acme/renewing"}
    +- {"id": "6ayhdc69cr", "at": "2026-11-15T12:00:04.002Z", "by": "ana", "event": "update", "kr": "up", "value": 99.45, "note": "carried over from 2026-Q4/acme/renewing"}
    +- {"id": "6wm6gzgjta", "at": "2026-11-15T12:00:04.003Z", "by": "ana", "event": "update", "kr": "launch", "value": "beta", "note": "carried over from 2026-Q4/acme/renewing"}
    --- (none)
    +++ 2027-Q1/acme/renewing.yaml
    @@ -0,0 +1,18 @@
    +# comments are kept
    +title: Make renewing the obvious choice
    +description: |
    +  Renewals pay for everything else.
    +key_results:
    +  - id: nps
    +    title: NPS rises
    +    metric: {from: 38, to: 50, unit: points}
    +    weight: 2
    +  - id: churn
    +    title: Churn falls
    +    metric: {from: 3.1, to: 2.0, unit: "%"}
    +  - id: up
    +    title: Uptime is kept
    +    metric: {at_least: 99.9, worst: 99, unit: "%"}
    +  - id: launch
    +    title: Launch
    +    metric: {milestones: [design, beta, launch]}
    "#);
    assert_snapshot!(world.session(&[
        "carry renewing --to 2027-Q1",
        "carry renewing --to 2026-Q4",
        "carry renewing --to 2030",
        "carry nothing --to 2027-Q1",
    ]), @r#"
    $ okr carry renewing --to 2027-Q1
    ── stderr ──
    error: there is an objective 2027-Q1/acme/renewing already
    hint: okr move 2027-Q1/acme/renewing --slug NAME gives it another name
    ── exit 2 ──

    $ okr carry renewing --to 2026-Q4
    ── stderr ──
    error: 2026-Q4/acme/renewing is in 2026-Q4 already
    ── exit 2 ──

    $ okr carry renewing --to 2030
    ── stderr ──
    error: there is no cycle 2030
    hint: there is 2026-Q4 and 2027-Q1; okr cycle new 2030 makes it
    ── exit 2 ──

    $ okr carry nothing --to 2027-Q1
    ── stderr ──
    error: no objective in 2026-Q4 is called "nothing"
    hint: okr list shows what there is
    ── exit 2 ──
    "#);
}

#[test]
fn links_follow_where_they_lead_somewhere() {
    let world = two_cycles();
    world.write("okrs/2026-Q4/eng/a.yaml", "title: A # stays\naligns_to: [acme/renewing.nps, acme/other]\nkey_results:\n  - {id: k, title: K, metric: done, due: 2026-12-01}\n");
    world.write("okrs/2026-Q4/acme/other.yaml", "title: Other\n");
    assert_snapshot!(world.edit("carry acme/renewing eng/a --to 2027-Q1"), @r#"
    carried 2026-Q4/acme/renewing to 2027-Q1/acme/renewing
    carried 2026-Q4/eng/a to 2027-Q1/eng/a
    ── stderr ──
    note: eng/a: 2026-Q4/acme/other is not carried, so the link to it is left out
    note: eng/a: k was due before 2027-01-01; it is now due when the cycle ends
    --- 2026-Q4/acme/renewing.history.yaml
    +++ 2026-Q4/acme/renewing.history.yaml
    @@ -5,2 +5,3 @@
     - {"id": "a5", "at": "2026-11-10T09:00:00Z", "by": "bo", "event": "update", "kr": "up", "value": 99.45}
     - {"id": "a6", "at": "2026-11-10T09:00:00Z", "by": "ana", "event": "update", "kr": "launch", "value": "beta"}
    +- {"id": "88pvn68t2n", "at": "2026-11-15T12:00:03.008Z", "by": "ana", "event": "carry", "to": "2027-Q1/acme/renewing"}
    --- (none)
    +++ 2026-Q4/eng/a.history.yaml
    @@ -0,0 +1 @@
    +- {"id": "mwme9ah96d", "at": "2026-11-15T12:00:03.009Z", "by": "ana", "event": "carry", "to": "2027-Q1/eng/a"}
    --- (none)
    +++ 2027-Q1/acme/renewing.history.yaml
    @@ -0,0 +1,6 @@
    +- {"id": "pyft32g1m9", "at": "2026-11-15T12:00:03Z", "by": "ana", "event": "create"}
    +- {"id": "9d5qk8radc", "at": "2026-11-15T12:00:03.001Z", "by": "ana", "event": "carry", "from": "2026-Q4/acme/renewing"}
    +- {"id": "gn2s5yf1vq", "at": "2026-11-15T12:00:03.002Z", "by": "ana", "event": "update", "kr": "nps", "value": 38, "note": "carried over from 2026-Q4/acme/renewing"}
    +- {"id": "4b3v7jp3v1", "at": "2026-11-15T12:00:03.003Z", "by": "ana", "event": "update", "kr": "churn", "value": 3.1, "note": "carried over from 2026-Q4/acme/renewing"}
    +- {"id": "yb2tk77zzz", "at": "2026-11-15T12:00:03.004Z", "by": "ana", "event": "update", "kr": "up", "value": 99.45, "note": "carried over from 2026-Q4/acme/renewing"}
    +- {"id": "kk1k7psvx5", "at": "2026-11-15T12:00:03.005Z", "by": "ana", "event": "update", "kr": "launch", "value": "beta", "note": "carried over from 2026-Q4/acme/renewing"}
    --- (none)
    +++ 2027-Q1/acme/renewing.yaml
    @@ -0,0 +1,21 @@
    +# comments are kept
    +title: Make renewing the obvious choice
    +description: |
    +  Renewals pay for everything else.
    +key_results:
    +  - id: nps
    +    title: NPS rises
    +    metric: {from: 31, to: 50, unit: points}
    +    weight: 2
    +  - id: churn
    +    title: Churn falls
    +    metric: {from: 4.2, to: 2.0, unit: "%"}
    +  - id: up
    +    title: Uptime is kept
    +    metric: {at_least: 99.9, worst: 99, unit: "%"}
    +  - id: audit
    +    title: Audit passed
    +    metric: done
    +  - id: launch
    +    title: Launch
    +    metric: {milestones: [design, beta, launch]}
    --- (none)
    +++ 2027-Q1/eng/a.history.yaml
    @@ -0,0 +1,2 @@
    +- {"id": "hehtdfxw31", "at": "2026-11-15T12:00:03.006Z", "by": "ana", "event": "create"}
    +- {"id": "g0b5hh08p2", "at": "2026-11-15T12:00:03.007Z", "by": "ana", "event": "carry", "from": "2026-Q4/eng/a"}
    --- (none)
    +++ 2027-Q1/eng/a.yaml
    @@ -0,0 +1,4 @@
    +title: A # stays
    +aligns_to: [acme/renewing.nps]
    +key_results:
    +  - {id: k, title: K, metric: done}
    "#);
}

#[test]
fn what_was_carried_says_where_to_and_where_from() {
    let world = two_cycles();
    let _ = world.git("init -q -b main");
    world.commit("first");
    let _ = world.okr("carry renewing --to 2027-Q1");
    assert_snapshot!(world.okr("log renewing -n 1"), @"
    Activity · 2026-Q4 · 7 events

    WHEN          WHO  OBJECTIVE      WHAT                              EVENT
    Nov 15 12:00  ana  acme/renewing  carried to 2027-Q1/acme/renewing  y2dar3vxt7

    6 more; -n 0 shows all
    ");
    assert_snapshot!(world.okr("--cycle 2027-Q1 log --event carry"), @"
    Activity · 2027-Q1 · 1 event

    WHEN          WHO  OBJECTIVE      WHAT                                     EVENT
    Nov 15 12:00  ana  acme/renewing  carried over from 2026-Q4/acme/renewing  9d5qk8radc
    ");
    assert_snapshot!(world.okr("--cycle 2027-Q1 log --event carry --format csv"), @"
    at,by,ref,event,key_result,what,retracted,id
    2026-11-15T12:00:03Z,ana,2027-Q1/acme/renewing,carry,,2026-Q4/acme/renewing,false,9d5qk8radc
    ");
    assert_snapshot!(world.okr("log renewing -n 1 --lang zh"), @"
    动态 · 2026-Q4 · 7 条事件

    时间            成员  目标           内容                          事件
    11月15日 12:00  ana   acme/renewing  结转到 2027-Q1/acme/renewing  y2dar3vxt7

    还有 6 条；-n 0 显示全部
    ");
    assert_snapshot!(world.okr("--cycle 2027-Q1 log --event carry --lang zh"), @"
    动态 · 2027-Q1 · 1 条事件

    时间            成员  目标           内容                          事件
    11月15日 12:00  ana   acme/renewing  结转自 2026-Q4/acme/renewing  9d5qk8radc
    ");
    assert_snapshot!(world.okr("--cycle 2026-Q4 diff"), @"
    Diff · HEAD → working tree · Nov 15 → Nov 15 · only 2026-Q4

    1 changed objective

    · acme/renewing · Make renewing the obvious choice
    changed · 40 % as before

    carried  to 2027-Q1/acme/renewing
    ");
    assert_snapshot!(world.okr("--cycle 2027-Q1 diff"), @"
    Diff · HEAD → working tree · Nov 15 → Nov 15 · only 2027-Q1

    1 new objective · 4 check-ins

    + acme/renewing · Make renewing the obvious choice
    new · 40 %

               carried    over from 2026-Q4/acme/renewing
    +  nps                NPS rises: 31 → 50 points
       nps     weight     1 → 2
       nps     check-ins  38 points · 1 check-in by ana: carried over from 2026-Q4/acme/renewing
    +  churn              Churn falls: 4.2 → 2.0 %
       churn   check-ins  3.1 % · 1 check-in by ana: carried over from 2026-Q4/acme/renewing
    +  up                 Uptime is kept: ≥ 99.9 %, worst 99
       up      check-ins  99.45 % · 1 check-in by ana: carried over from 2026-Q4/acme/renewing
    +  audit              Audit passed: done or not
    +  launch             Launch: design, beta, launch
       launch  check-ins  beta, 2 of 3 · 1 check-in by ana: carried over from 2026-Q4/acme/renewing
    ");
    assert_snapshot!(world.okr("--cycle 2027-Q1 diff --lang zh"), @"
    差异 · HEAD → 工作区 · 11月15日 → 11月15日 · 仅 2027-Q1

    目标：新增 1 个 · 4 次更新

    + acme/renewing · Make renewing the obvious choice
    新增 · 40 %

               结转  自 2026-Q4/acme/renewing
    +  nps           NPS rises：31 → 50 points
       nps     权重  1 → 2
       nps     更新  38 points · ana 的 1 次更新：carried over from 2026-Q4/acme/renewing
    +  churn         Churn falls：4.2 → 2.0 %
       churn   更新  3.1 % · ana 的 1 次更新：carried over from 2026-Q4/acme/renewing
    +  up            Uptime is kept：≥ 99.9 %，最差 99
       up      更新  99.45 % · ana 的 1 次更新：carried over from 2026-Q4/acme/renewing
    +  audit         Audit passed：完成与否
    +  launch        Launch：design，beta，launch
       launch  更新  beta，2 / 3 · ana 的 1 次更新：carried over from 2026-Q4/acme/renewing
    ");
}
