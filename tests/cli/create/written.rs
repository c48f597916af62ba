//! What `okr create` writes.

use insta::assert_snapshot;

use crate::world::World;

#[test]
fn all_five_metrics_are_written_as_they_would_be_by_hand() {
    let world = World::company();
    assert_snapshot!(world.edit(r#"create "Make renewing the obvious choice" --owner acme --description "Renewals pay for everything else." --committed --tag retention --tag 客户 --weight 2 --kr "nps = NPS rises: 31 -> 50 points" --kr "churn = Churn falls: 4.2% → 2.0% @bo" --kr "Uptime is kept: >= 99.9 % worst 99" --kr "p95 stays low: <= 300 ms" --kr "Load stays between: >= 10 <= 20 users" --kr "Audit passed: done" --kr "Launch: milestones design, beta, launch" --kr "Teams deliver: aligned""#), @r#"
    created acme/make-renewing-obvious  Make renewing the obvious choice
    --- (none)
    +++ 2026-Q4/acme/make-renewing-obvious.history.yaml
    @@ -0,0 +1 @@
    +- {"id": "4fy01x0vaz", "at": "2026-11-15T12:00:02Z", "by": "ana", "event": "create"}
    --- (none)
    +++ 2026-Q4/acme/make-renewing-obvious.yaml
    @@ -0,0 +1,31 @@
    +title: Make renewing the obvious choice
    +description: Renewals pay for everything else.
    +kind: committed
    +weight: 2
    +tags: [retention, 客户]
    +key_results:
    +  - id: nps
    +    title: NPS rises
    +    metric: {from: 31, to: 50, unit: points}
    +  - id: churn
    +    title: Churn falls
    +    metric: {from: 4.2, to: 2, unit: "%"}
    +    owner: bo
    +  - id: kr1
    +    title: Uptime is kept
    +    metric: {at_least: 99.9, worst: 99, unit: "%"}
    +  - id: kr2
    +    title: p95 stays low
    +    metric: {at_most: 300, unit: ms}
    +  - id: kr3
    +    title: Load stays between
    +    metric: {at_least: 10, at_most: 20, unit: users}
    +  - id: kr4
    +    title: Audit passed
    +    metric: done
    +  - id: kr5
    +    title: Launch
    +    metric: {milestones: [design, beta, launch]}
    +  - id: kr6
    +    title: Teams deliver
    +    metric: aligned
    "#);
    assert_snapshot!(world.session(&["show make-renewing"]), @"
    $ okr show make-renewing
    Make renewing the obvious choice · acme/make-renewing-obvious

    owner     Acme Inc. (acme, company)
    cycle     2026-Q4 (Oct 1 – Dec 31)
    progress  0 % of 50 % expected, −50 pp  ✗ off track  (4 not measured)
    kind      committed
    tags      retention, 客户

    Renewals pay for everything else.

    Make renewing the obvious choice  acme/make-renewing-obvious
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

    KR                         NOW                               DONE   PLAN  PACE         LAST CHECK-IN
    nps    NPS rises           31 of 50 points   ░░░░░░░┊░░░░░░   0 %   50 %  ✗ off track  never
    churn  Churn falls         4.2 of 2.0 %      ░░░░░░░┊░░░░░░   0 %   50 %  ✗ off track  never
    kr1    Uptime is kept      – of ≥ 99.9 %     ░░░░░░░░░░░░░┊     –  100 %  –            never
    kr2    p95 stays low       – of ≤ 300 ms     ░░░░░░░░░░░░░┊     –  100 %  –            never
    kr3    Load stays between  – of 10–20 users  ░░░░░░░░░░░░░┊     –  100 %  –            never
    kr4    Audit passed        not yet           ░░░░░░░┊░░░░░░   0 %   50 %  ✗ off track  never
    kr5    Launch              0 of 3            ░░░░░░░┊░░░░░░   0 %   50 %  ✗ off track  never
    kr6    Teams deliver       by what aligns    ░░░░░░░░░░░░░░     –      –  –            never

    Lately
    Nov 15 12:00  ana  created  4fy01x0vaz
    ");
}

#[test]
fn without_key_results_it_asks_how_one_will_know() {
    let world = World::company();
    assert_snapshot!(world.edit(r#"create "Answer every ticket within a day""#), @r#"
    created ana/answer-ticket-within  Answer every ticket within a day
    ── stderr ──
    hint: how will you know? okr kr add ana/answer-ticket-within "TITLE: FROM -> TO UNIT"
    --- (none)
    +++ 2026-Q4/ana/answer-ticket-within.history.yaml
    @@ -0,0 +1 @@
    +- {"id": "tsdhffj64k", "at": "2026-11-15T12:00:02Z", "by": "ana", "event": "create"}
    --- (none)
    +++ 2026-Q4/ana/answer-ticket-within.yaml
    @@ -0,0 +1 @@
    +title: Answer every ticket within a day
    "#);
}

#[test]
fn the_language_of_key_results_knows_chinese_signs_and_currencies() {
    let world = World::company();
    assert_snapshot!(world.edit(r#"create "让每个客户都愿意续约" --owner ops --kr "续约率：80% → 95%" --kr "发布：milestones 设计、公测、上线" --kr "Revenue: $1.2M -> $2M" --kr "Ratio 3:1 held: -5 -> -18 °C""#), @r#"
    created ops/rang-mei-ge-ke-hu-du  让每个客户都愿意续约
    --- (none)
    +++ 2026-Q4/ops/rang-mei-ge-ke-hu-du.history.yaml
    @@ -0,0 +1 @@
    +- {"id": "3t8rsn42zn", "at": "2026-11-15T12:00:02Z", "by": "ana", "event": "create"}
    --- (none)
    +++ 2026-Q4/ops/rang-mei-ge-ke-hu-du.yaml
    @@ -0,0 +1,14 @@
    +title: 让每个客户都愿意续约
    +key_results:
    +  - id: kr1
    +    title: 续约率
    +    metric: {from: 80, to: 95, unit: "%"}
    +  - id: kr2
    +    title: 发布
    +    metric: {milestones: [设计, 公测, 上线]}
    +  - id: kr3
    +    title: Revenue
    +    metric: {from: 1200000, to: 2000000, unit: $}
    +  - id: kr4
    +    title: Ratio 3:1 held
    +    metric: {from: -5, to: -18, unit: °C}
    "#);
}

#[test]
fn it_is_aligned_to_objectives_key_results_and_other_cycles() {
    let world = World::worked();
    let _ = world.okr("cycle new 2026");
    let _ = world.okr("create Lead --owner acme --cycle 2026");
    assert_snapshot!(world.edit(r#"create "Answer every ticket" --align renewing.nps --align 2026/acme/lead --kr "First answer: 30 -> 8 hours""#), @r#"
    created ana/answer-ticket  Answer every ticket
    --- (none)
    +++ 2026-Q4/ana/answer-ticket.history.yaml
    @@ -0,0 +1 @@
    +- {"id": "3b76ncmc0x", "at": "2026-11-15T12:00:04Z", "by": "ana", "event": "create"}
    --- (none)
    +++ 2026-Q4/ana/answer-ticket.yaml
    @@ -0,0 +1,6 @@
    +title: Answer every ticket
    +aligns_to: [acme/renewing.nps, 2026/acme/lead]
    +key_results:
    +  - id: kr1
    +    title: First answer
    +    metric: {from: 30, to: 8, unit: hours}
    "#);
    assert_snapshot!(world.session(&["create X --align renewing.nsp", "create X --align nothing", "create X --align 2027/acme/lead", "create X --align lead", "tree"]), @r#"
    $ okr create X --align renewing.nsp
    ── stderr ──
    error: acme/renewing has no key result "nsp"
    hint: did you mean nps? It has nps, churn, up, audit and launch
    ── exit 2 ──

    $ okr create X --align nothing
    ── stderr ──
    error: no objective in 2026-Q4 is called "nothing"
    hint: okr list shows what there is
    ── exit 2 ──

    $ okr create X --align 2027/acme/lead
    ── stderr ──
    error: there is no cycle 2027
    hint: there is 2026 and 2026-Q4; okr cycle new 2027 makes it
    ── exit 2 ──

    $ okr create X --align lead
    ── stderr ──
    error: no objective in 2026-Q4 is called "lead"
    hint: in another cycle: 2026/acme/lead
    ── exit 2 ──

    $ okr tree
    2026-Q4 · Oct 1 – Dec 31 · day 46 of 92, 50 % of the time is gone · ┊ = where the plan is

    Acme Inc.                                                       ████░░┊░░░░  40 %  ✗ off track
    └─ Make renewing the obvious choice  acme/renewing              ████░░┊░░░░  40 %  ✗ says at risk
       ├─ NPS rises                      nps     38 of 50 points    ████░┊░░░░░  37 %  ✗ says at risk
       │  └─ Answer every ticket         ana/answer-ticket          ░░░░░┊░░░░░   0 %  ✗ no check-in yet
       │     └─ First answer             kr1  30 of 8 hours         ░░░░░┊░░░░░   0 %  ✗ off track
       ├─ Churn falls                    churn   3.1 of 2.0 %       █████┊░░░░░  50 %  ✓ on track
       ├─ Uptime is kept                 up      99.45 of ≥ 99.9 %  ██████░░░░┊  50 %  ✗ off track
       ├─ Audit passed                   audit   not yet            ░░░░░┊░░░░░   0 %  ✗ off track
       └─ Launch                         launch  beta, 2 of 3       █████┊█░░░░  67 %  ✓ on track
    "#);
}

#[test]
fn it_can_have_been_set_earlier() {
    let world = World::company();
    assert_snapshot!(world.edit("create Early --at 2026-10-02"), @r#"
    created ana/early  Early
    ── stderr ──
    hint: how will you know? okr kr add ana/early "TITLE: FROM -> TO UNIT"
    --- (none)
    +++ 2026-Q4/ana/early.history.yaml
    @@ -0,0 +1 @@
    +- {"id": "sjqmb2j6cm", "at": "2026-10-02T12:00:02Z", "by": "ana", "event": "create"}
    --- (none)
    +++ 2026-Q4/ana/early.yaml
    @@ -0,0 +1 @@
    +title: Early
    "#);
}
