//! `okr create` and the language of key results.

use insta::assert_snapshot;

use crate::world::World;

#[test]
fn an_objective_with_every_measure_is_written_as_one_would_write_it() {
    let world = World::company();
    assert_snapshot!(world.okr(
        "create 'Make renewing the obvious choice' --owner acme --committed --tag retention --weight 2 \
         --description 'Renewals pay for everything else.' --kr 'nps = NPS rises: 31 -> 50 points weight 2' \
         --kr 'churn = Churn falls: 4.2 -> 2.0 %' --kr 'Uptime is kept: >= 99.9 % worst 99' \
         --kr 'Audit passed: done' --kr 'Launch: milestones design, beta, launch @bo' --kr 'Teams deliver: aligned'"
    ), @"created acme/make-renewing-obvious  Make renewing the obvious choice");
    assert_snapshot!(world.read("okrs/2026-Q4/acme/make-renewing-obvious.yaml"), @r#"
    title: Make renewing the obvious choice
    description: Renewals pay for everything else.
    kind: committed
    weight: 2
    tags: [retention]
    key_results:
      - id: nps
        title: NPS rises
        metric: {from: 31, to: 50, unit: points}
        weight: 2
      - id: churn
        title: Churn falls
        metric: {from: 4.2, to: 2, unit: "%"}
      - id: kr1
        title: Uptime is kept
        metric: {at_least: 99.9, worst: 99, unit: "%"}
      - id: kr2
        title: Audit passed
        metric: done
      - id: kr3
        title: Launch
        metric: {milestones: [design, beta, launch]}
        owner: bo
      - id: kr4
        title: Teams deliver
        metric: aligned
    "#);
    assert_snapshot!(world.read("okrs/2026-Q4/acme/make-renewing-obvious.history.yaml"), @r#"- {"id": "4fy01x0vaz", "at": "2026-11-15T12:00:02Z", "by": "ana", "event": "create"}"#);
}

#[test]
fn names_come_from_titles_in_any_script_and_are_numbered_when_taken() {
    let world = World::company();
    assert_snapshot!(world.okr("create 让每个客户都愿意续约 --kr '回访：0 → 100 次'"), @"created ana/rang-mei-ge-ke-hu-du  让每个客户都愿意续约");
    assert_snapshot!(world.okr("create 'Élargir l’équipe à São Paulo' --kr 'People: 3 -> 5'"), @"created ana/elargir-lequipe-sao  Élargir l’équipe à São Paulo");
    assert_snapshot!(world.okr("create 'Élargir l’équipe à São Paulo' --kr 'People: 3 -> 5'"), @"created ana/elargir-lequipe-sao-2  Élargir l’équipe à São Paulo");
    assert_snapshot!(world.okr("create '!!!' --kr 'x: done'"), @"
    ── stderr ──
    error: no name can be made from this title
    hint: give it one with --slug: a–z, 0–9 and -
    ── exit 2 ──
    ");
    assert_snapshot!(world.okr("create Again --slug elargir-lequipe-sao --kr 'x: done'"), @"
    ── stderr ──
    error: there is an objective ana/elargir-lequipe-sao already
    hint: give it another --slug
    ── exit 2 ──
    ");
    assert_snapshot!(world.okr("create Nobody --owner nobody"), @r#"
    created nobody/nobody  Nobody
    ── stderr ──
    warning: org.yaml does not know nobody; okr org add-person nobody tells it
    hint: how will you know? okr kr add nobody/nobody "TITLE: FROM -> TO UNIT"
    "#);
}

#[test]
fn alignment_is_looked_up_before_anything_is_written() {
    let world = World::worked();
    let _ = world.okr("cycle new 2026");
    let _ =
        world.okr("--cycle 2026 create 'Lead the market' --owner acme --slug lead --kr 'share = Share: 10% -> 20%'");
    assert_snapshot!(world.okr("create 'Answer within a day' --align renewing.nps --align 2026/acme/lead --kr 'First answer: 30 -> 8 hours'"), @"created ana/answer-within-day  Answer within a day");
    assert_snapshot!(world.read("okrs/2026-Q4/ana/answer-within-day.yaml"), @"
    title: Answer within a day
    aligns_to: [acme/renewing.nps, 2026/acme/lead]
    key_results:
      - id: kr1
        title: First answer
        metric: {from: 30, to: 8, unit: hours}
    ");
    assert_snapshot!(world.okr("create X --align renewing.npss --kr 'x: done'"), @r#"
    ── stderr ──
    error: acme/renewing has no key result "npss"
    hint: did you mean nps? It has nps, churn, up, audit and launch
    ── exit 2 ──
    "#);
    assert_snapshot!(world.okr("create X --align nothing --kr 'x: done'"), @r#"
    ── stderr ──
    error: no objective in 2026-Q4 is called "nothing"
    hint: okr list shows what there is
    ── exit 2 ──
    "#);
    assert_snapshot!(world.files("okrs/2026-Q4/ana").join(" "), @"answer-within-day.history.yaml answer-within-day.yaml");
}

#[test]
fn a_key_result_that_cannot_be_measured_is_refused_with_the_way_to_write_it() {
    let world = World::company();
    assert_snapshot!(world.okr("create X --kr 'Ship it'"), @r#"
    ── stderr ──
    error: "Ship it" has no measure: a key result says how we will know
    hint: say from where to where: "Ship it: 31 -> 50 points", or a level: "Ship it: >= 99.9 %"; or done, milestones a, b, c
    ── exit 2 ──
    "#);
    assert_snapshot!(world.okr("create X --kr 'Ship it: soon'"), @r#"
    ── stderr ──
    error: "soon" is no measure
    hint: measures: FROM -> TO [UNIT], >= N [UNIT] [worst M], <= N [UNIT] [worst M], done, milestones a, b, c, aligned
    ── exit 2 ──
    "#);
    assert_snapshot!(world.okr("create X --kr 'Users: 1,200 -> 2,000'"), @r#"
    ── stderr ──
    error: "1,200" could be 1200 or 1.2
    hint: write 1200 or 1.2k; or 1.2
    ── exit 2 ──
    "#);
    assert_snapshot!(world.okr("create X --kr 'Users: 5 -> 5'"), @"
    ── stderr ──
    error: start and target are both 5: there is nothing to change
    hint: measures: FROM -> TO [UNIT], >= N [UNIT] [worst M], <= N [UNIT] [worst M], done, milestones a, b, c, aligned
    ── exit 2 ──
    ");
    assert_snapshot!(world.okr("create X --kr 'Time: 5 ms -> 3 s'"), @r#"
    ── stderr ──
    error: start is in "ms" and target in "s": one unit only
    hint: measures: FROM -> TO [UNIT], >= N [UNIT] [worst M], <= N [UNIT] [worst M], done, milestones a, b, c, aligned
    ── exit 2 ──
    "#);
    assert_snapshot!(world.okr("create X --kr 'Up: >= 99 worst 99.5'"), @"
    ── stderr ──
    error: worst 99.5 must be below 99
    hint: measures: FROM -> TO [UNIT], >= N [UNIT] [worst M], <= N [UNIT] [worst M], done, milestones a, b, c, aligned
    ── exit 2 ──
    ");
    assert_snapshot!(world.okr("create X --kr 'a = A: done' --kr 'a = B: done'"), @r#"
    ── stderr ──
    error: there is a key result "a" already
    hint: put another id in front: "id = TITLE: …"
    ── exit 2 ──
    "#);
    assert_snapshot!(world.okr("create ' '"), @"
    ── stderr ──
    error: an objective needs a title
    ── exit 2 ──
    ");
    assert_snapshot!(world.files("okrs/2026-Q4").join(" "), @"cycle.yaml");
}
