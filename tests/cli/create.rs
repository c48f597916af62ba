//! `okr create`.

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
    +- {"id": "71gx1ep8t7", "at": "2026-11-15T12:00:02Z", "by": "ana", "event": "create"}
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

    KR                         NOW                             DONE   PLAN  PACE         LAST CHECK-IN
    nps    NPS rises           31 of 50 points   ░░░░░░┊░░░░░   0 %   50 %  ✗ off track  never (46 days)
    churn  Churn falls         4.2 of 2.0 %      ░░░░░░┊░░░░░   0 %   50 %  ✗ off track  never (46 days)
    kr1    Uptime is kept      – of ≥ 99.9 %     ░░░░░░░░░░░┊     –  100 %  –            never (46 days)
    kr2    p95 stays low       – of ≤ 300 ms     ░░░░░░░░░░░┊     –  100 %  –            never (46 days)
    kr3    Load stays between  – of 10–20 users  ░░░░░░░░░░░┊     –  100 %  –            never (46 days)
    kr4    Audit passed        not yet           ░░░░░░┊░░░░░   0 %   50 %  ✗ off track  never (46 days)
    kr5    Launch              0 of 3            ░░░░░░┊░░░░░   0 %   50 %  ✗ off track  never (46 days)
    kr6    Teams deliver       by what aligns    ░░░░░░░░░░░░     –      –  –            never

    Lately
    Nov 15 12:00  ana  created  71gx1ep8t7
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
    +- {"id": "ctzcexkfnq", "at": "2026-11-15T12:00:02Z", "by": "ana", "event": "create"}
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
    +- {"id": "k4sph8phzn", "at": "2026-11-15T12:00:02Z", "by": "ana", "event": "create"}
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
    +    metric: {from: -5, to: -18, unit: "°C"}
    "#);
}

#[test]
fn slugs_come_from_titles_in_any_script() {
    let world = World::company();
    assert_snapshot!(world.session(&[r#"create "让每个客户都愿意续约""#, r#"create "Élargir l’équipe à São Paulo""#, r#"create "让 NPS 翻倍""#, r#"create "CON""#, r#"create "Élargir l’équipe à São Paulo""#, r#"create "Anything" --slug my-own"#, r#"create "Other" --slug my-own"#, r#"create "!!!""#, r#"create "🎉""#, r#"create "🎉" --slug party"#, r#"create "X" --slug "My Slug""#, r#"create "  ""#, r#"create """#]), @r#"
    $ okr create "让每个客户都愿意续约"
    created ana/rang-mei-ge-ke-hu-du  让每个客户都愿意续约
    ── stderr ──
    hint: how will you know? okr kr add ana/rang-mei-ge-ke-hu-du "TITLE: FROM -> TO UNIT"

    $ okr create "Élargir l’équipe à São Paulo"
    created ana/elargir-lequipe-sao  Élargir l’équipe à São Paulo
    ── stderr ──
    hint: how will you know? okr kr add ana/elargir-lequipe-sao "TITLE: FROM -> TO UNIT"

    $ okr create "让 NPS 翻倍"
    created ana/rang-nps-fan-bei  让 NPS 翻倍
    ── stderr ──
    hint: how will you know? okr kr add ana/rang-nps-fan-bei "TITLE: FROM -> TO UNIT"

    $ okr create "CON"
    created ana/con-1  CON
    ── stderr ──
    hint: how will you know? okr kr add ana/con-1 "TITLE: FROM -> TO UNIT"

    $ okr create "Élargir l’équipe à São Paulo"
    created ana/elargir-lequipe-sao-2  Élargir l’équipe à São Paulo
    ── stderr ──
    hint: how will you know? okr kr add ana/elargir-lequipe-sao-2 "TITLE: FROM -> TO UNIT"

    $ okr create "Anything" --slug my-own
    created ana/my-own  Anything
    ── stderr ──
    hint: how will you know? okr kr add ana/my-own "TITLE: FROM -> TO UNIT"

    $ okr create "Other" --slug my-own
    ── stderr ──
    error: there is an objective ana/my-own already
    hint: give it another --slug
    ── exit 2 ──

    $ okr create "!!!"
    ── stderr ──
    error: no name can be made from this title
    hint: give it one with --slug: a–z, 0–9 and -
    ── exit 2 ──

    $ okr create "🎉"
    created ana/tada  🎉
    ── stderr ──
    hint: how will you know? okr kr add ana/tada "TITLE: FROM -> TO UNIT"

    $ okr create "🎉" --slug party
    created ana/party  🎉
    ── stderr ──
    hint: how will you know? okr kr add ana/party "TITLE: FROM -> TO UNIT"

    $ okr create "X" --slug "My Slug"
    ── stderr ──
    error: invalid value 'My Slug' for '--slug <SLUG>': it holds 'M'; a–z, 0–9 and - are allowed

    For more information, try '--help'.
    ── exit 2 ──

    $ okr create "  "
    ── stderr ──
    error: an objective needs a title
    ── exit 2 ──

    $ okr create ""
    ── stderr ──
    error: an objective needs a title
    ── exit 2 ──
    "#);
    assert_snapshot!(world.files("okrs/2026-Q4").join("\n"), @"
    ana/con-1.history.yaml
    ana/con-1.yaml
    ana/elargir-lequipe-sao-2.history.yaml
    ana/elargir-lequipe-sao-2.yaml
    ana/elargir-lequipe-sao.history.yaml
    ana/elargir-lequipe-sao.yaml
    ana/my-own.history.yaml
    ana/my-own.yaml
    ana/party.history.yaml
    ana/party.yaml
    ana/rang-mei-ge-ke-hu-du.history.yaml
    ana/rang-mei-ge-ke-hu-du.yaml
    ana/rang-nps-fan-bei.history.yaml
    ana/rang-nps-fan-bei.yaml
    ana/tada.history.yaml
    ana/tada.yaml
    cycle.yaml
    ");
}

#[test]
fn titles_that_yaml_would_misread_are_quoted() {
    let world = World::company();
    assert_snapshot!(world.edit(r#"create "yes: no # maybe" --kr "42: 1 -> 2" --slug a"#), @r#"
    created ana/a  yes: no # maybe
    --- (none)
    +++ 2026-Q4/ana/a.history.yaml
    @@ -0,0 +1 @@
    +- {"id": "gemsasxmvj", "at": "2026-11-15T12:00:02Z", "by": "ana", "event": "create"}
    --- (none)
    +++ 2026-Q4/ana/a.yaml
    @@ -0,0 +1,5 @@
    +title: "yes: no # maybe"
    +key_results:
    +  - id: kr1
    +    title: "42"
    +    metric: {from: 1, to: 2}
    "#);
    assert_snapshot!(world.edit(r#"create "- @ana's \ plan" --slug b --description "two: lines""#), @"
    ── stderr ──
    error: unexpected argument '- ' found

      tip: to pass '- ' as a value, use '-- - '

    Usage: okr create [OPTIONS] <TITLE>

    For more information, try '--help'.
    ── exit 2 ──
    ");
    assert_snapshot!(world.session(&["list --format csv"]), @"
    $ okr list --format csv
    ref,title,cycle,owner,level,kind,state,key_results,progress,expected,gap_to_plan,pace,status,confidence,updated
    2026-Q4/ana/a,yes: no # maybe,2026-Q4,ana,individual,aspirational,open,1,0,0.5,-50,off-track,,,
    ");
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
    +- {"id": "jfpmh6v68v", "at": "2026-11-15T12:00:04Z", "by": "ana", "event": "create"}
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
fn what_the_language_cannot_read_is_refused_with_the_reason() {
    let world = World::company();
    assert_snapshot!(world.session(&[r#"create X --kr "Ship it""#, r#"create X --kr "Ship: soon""#, r#"create X --kr ": 1 -> 2""#, r#"create X --kr "Users: 1,200 -> 2,000""#, r#"create X --kr "x: 5 -> 5""#, r#"create X --kr "x: 5 ms -> 3 s""#, r#"create X --kr "x: >= 1 >= 2""#, r#"create X --kr "x: >= 99 worst 100""#, r#"create X --kr "x: milestones""#, r#"create X --kr "x: milestones a, a""#, r#"create X --kr "a = x: done" --kr "a = y: done""#, r#"create X --kr "A B = x: done""#, r#"create X --kr "x: 1 -> many""#, r#"create X --kr """#, "create X --weight 0", "create X --weight -1", "create X --at 2026-12-24"]), @r#"
    $ okr create X --kr "Ship it"
    ── stderr ──
    error: "Ship it" has no measure: a key result says how we will know
    hint: say from where to where: "Ship it: 31 -> 50 points", or a level: "Ship it: >= 99.9 %"; or done, milestones a, b, c
    ── exit 2 ──

    $ okr create X --kr "Ship: soon"
    ── stderr ──
    error: "soon" is no measure
    hint: measures: FROM -> TO [UNIT], >= N [UNIT] [worst M], <= N [UNIT] [worst M], done, milestones a, b, c, aligned
    ── exit 2 ──

    $ okr create X --kr ": 1 -> 2"
    ── stderr ──
    error: ": 1 -> 2" has a measure but no title
    hint: measures: FROM -> TO [UNIT], >= N [UNIT] [worst M], <= N [UNIT] [worst M], done, milestones a, b, c, aligned
    ── exit 2 ──

    $ okr create X --kr "Users: 1,200 -> 2,000"
    ── stderr ──
    error: "1,200" could be 1200 or 1.2
    hint: write 1200 or 1.2k; or 1.2
    ── exit 2 ──

    $ okr create X --kr "x: 5 -> 5"
    ── stderr ──
    error: start and target are both 5: there is nothing to change
    hint: measures: FROM -> TO [UNIT], >= N [UNIT] [worst M], <= N [UNIT] [worst M], done, milestones a, b, c, aligned
    ── exit 2 ──

    $ okr create X --kr "x: 5 ms -> 3 s"
    ── stderr ──
    error: start is in "ms" and target in "s": one unit only
    hint: measures: FROM -> TO [UNIT], >= N [UNIT] [worst M], <= N [UNIT] [worst M], done, milestones a, b, c, aligned
    ── exit 2 ──

    $ okr create X --kr "x: >= 1 >= 2"
    ── stderr ──
    error: ">= 1 >= 2" is no measure
    hint: measures: FROM -> TO [UNIT], >= N [UNIT] [worst M], <= N [UNIT] [worst M], done, milestones a, b, c, aligned
    ── exit 2 ──

    $ okr create X --kr "x: >= 99 worst 100"
    ── stderr ──
    error: worst 100 must be below 99
    hint: measures: FROM -> TO [UNIT], >= N [UNIT] [worst M], <= N [UNIT] [worst M], done, milestones a, b, c, aligned
    ── exit 2 ──

    $ okr create X --kr "x: milestones"
    ── stderr ──
    error: it has no steps
    hint: measures: FROM -> TO [UNIT], >= N [UNIT] [worst M], <= N [UNIT] [worst M], done, milestones a, b, c, aligned
    ── exit 2 ──

    $ okr create X --kr "x: milestones a, a"
    ── stderr ──
    error: the step "a" is named twice
    hint: measures: FROM -> TO [UNIT], >= N [UNIT] [worst M], <= N [UNIT] [worst M], done, milestones a, b, c, aligned
    ── exit 2 ──

    $ okr create X --kr "a = x: done" --kr "a = y: done"
    ── stderr ──
    error: there is a key result "a" already
    hint: put another id in front: "id = TITLE: …"
    ── exit 2 ──

    $ okr create X --kr "A B = x: done"
    created ana/x  X

    $ okr create X --kr "x: 1 -> many"
    ── stderr ──
    error: "many" is not a number
    hint: measures: FROM -> TO [UNIT], >= N [UNIT] [worst M], <= N [UNIT] [worst M], done, milestones a, b, c, aligned
    ── exit 2 ──

    $ okr create X --kr ""
    ── stderr ──
    error: "" has no measure: a key result says how we will know
    hint: a key result is [ID =] TITLE: MEASURE, as "nps = NPS rises: 31 -> 50 points"
    ── exit 2 ──

    $ okr create X --weight 0
    created ana/x-2  X
    ── stderr ──
    hint: how will you know? okr kr add ana/x-2 "TITLE: FROM -> TO UNIT"

    $ okr create X --weight -1
    ── stderr ──
    error: --weight: a weight is a number from 0 to 1000
    ── exit 2 ──

    $ okr create X --at 2026-12-24
    ── stderr ──
    error: --at 2026-12-24 is in the future
    hint: only what has happened can be written down
    ── exit 2 ──
    "#);
    assert_snapshot!(world.files("okrs/2026-Q4").join("\n"), @"
    ana/x-2.history.yaml
    ana/x-2.yaml
    ana/x.history.yaml
    ana/x.yaml
    cycle.yaml
    ");
}

#[test]
fn unknown_owners_are_warned_about_and_no_cycle_is_an_error() {
    let world = World::new();
    let _ = world.okr("init --company acme");
    assert_snapshot!(world.session(&["create X"]), @"
    $ okr create X
    ── stderr ──
    error: this store has no cycle yet
    hint: okr cycle new makes the current one
    ── exit 2 ──
    ");
    let _ = world.okr("cycle new");
    assert_snapshot!(world.session(&["create X --owner nobody", r#"create X --owner "No One""#, "create X --cycle 2027-Q1"]), @r#"
    $ okr create X --owner nobody
    created nobody/x  X
    ── stderr ──
    warning: org.yaml does not know nobody; okr org add-person nobody tells it
    hint: how will you know? okr kr add nobody/x "TITLE: FROM -> TO UNIT"

    $ okr create X --owner "No One"
    ── stderr ──
    error: invalid value 'No One' for '--owner <KEY>': it holds 'N'; a–z, 0–9 and - are allowed

    For more information, try '--help'.
    ── exit 2 ──

    $ okr create X --cycle 2027-Q1
    ── stderr ──
    error: there is no cycle 2027-Q1
    hint: there is 2026-Q4; okr cycle new 2027-Q1 makes it
    ── exit 2 ──
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
    +- {"id": "6gbq4wrk0r", "at": "2026-10-02T12:00:02Z", "by": "ana", "event": "create"}
    --- (none)
    +++ 2026-Q4/ana/early.yaml
    @@ -0,0 +1 @@
    +title: Early
    "#);
}
