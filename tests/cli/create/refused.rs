//! What is refused or warned about.

use insta::assert_snapshot;

use crate::world::World;

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
