//! How seriously rules are taken is for those who use them to say.

use insta::assert_snapshot;

use crate::world::World;

fn label() -> World {
    let world = World::company();
    world.write("okrs/2026-Q4/bo/growth.yaml", "title: Growth\n");
    world
}

const ONLY: &str = "check --only objective-is-a-label";

#[test]
fn advice_fails_nothing_and_settings_make_an_error_of_it() {
    let world = label();
    assert_snapshot!(world.okr(ONLY), @r#"
    advice[OKR104]: "Growth" is a topic; what do you want of it?
     --> okrs/2026-Q4/bo/growth.yaml:1:8
      |
    1 | title: Growth
      |        ^^^^^^
      |
      = help: say where you want to be when the cycle ends
      = rule: objective-is-a-label (okr check --explain OKR104)

    1 piece of advice in 1 objective in 1 cycle
    "#);
    world.write("okrs/okr.yaml", "checks: {objective-is-a-label: deny}\n");
    assert_snapshot!(world.okr(ONLY), @r#"
    error[OKR104]: "Growth" is a topic; what do you want of it?
     --> okrs/2026-Q4/bo/growth.yaml:1:8
      |
    1 | title: Growth
      |        ^^^^^^
      |
      = help: say where you want to be when the cycle ends
      = rule: objective-is-a-label (okr check --explain OKR104)

    1 error in 1 objective in 1 cycle
    ── exit 1 ──
    "#);
    world.write("okrs/okr.yaml", "checks: {okr104: warn}\n");
    assert_snapshot!(world.okr(&format!("{ONLY} --deny-warnings")), @r#"
    warning[OKR104]: "Growth" is a topic; what do you want of it?
     --> okrs/2026-Q4/bo/growth.yaml:1:8
      |
    1 | title: Growth
      |        ^^^^^^
      |
      = help: say where you want to be when the cycle ends
      = rule: objective-is-a-label (okr check --explain OKR104)

    1 warning in 1 objective in 1 cycle
    ── exit 1 ──
    "#);
    world.write("okrs/okr.yaml", "checks: {OKR104: allow}\n");
    assert_snapshot!(world.okr("check --allow number-of-key-results,unaligned"), @"✓ nothing found in 1 objective in 1 cycle");
}

#[test]
fn options_have_the_last_word() {
    let world = label();
    world.write("okrs/okr.yaml", "checks: {OKR104: allow}\n");
    assert_snapshot!(world.okr("check --deny OKR104 --only OKR104"), @r#"
    error[OKR104]: "Growth" is a topic; what do you want of it?
     --> okrs/2026-Q4/bo/growth.yaml:1:8
      |
    1 | title: Growth
      |        ^^^^^^
      |
      = help: say where you want to be when the cycle ends
      = rule: objective-is-a-label (okr check --explain OKR104)

    1 error in 1 objective in 1 cycle
    ── exit 1 ──
    "#);
    assert_snapshot!(world.okr("check --deny OKR999"), @r#"
    ── stderr ──
    error: there is no rule "OKR999"
    hint: okr check --rules lists them
    ── exit 2 ──
    "#);
    assert_snapshot!(world.okr("check --only objektive-is-a-label"), @r#"
    ── stderr ──
    error: there is no rule "objektive-is-a-label"
    hint: did you mean objective-is-a-label?
    ── exit 2 ──
    "#);
}

#[test]
fn a_comment_allows_a_rule_where_it_stands() {
    let world = label();
    world.write("okrs/2026-Q4/bo/growth.yaml", "# okr: allow OKR104 (the board wants it so)\ntitle: Growth\n");
    world.write("okrs/2026-Q4/bo/quality.yaml", "title: Quality # okr: allow objective-is-a-label, unaligned\n");
    assert_snapshot!(world.okr(ONLY), @"✓ nothing found in 2 objectives in 1 cycle");
}

#[test]
fn what_cannot_be_read_is_an_error_whatever_the_settings_say() {
    let world = label();
    world.write("okrs/okr.yaml", "checks: {unknown-key: allow, too-many-objectve: deny}\n");
    world.write("okrs/2026-Q4/bo/growth.yaml", "title: Growth\ncolour: red\n");
    assert_snapshot!(world.okr("check"), @r#"
    error[OKR005]: unknown key "colour", not a key of an objective; known: title, description, kind,
                   aligns_to, weight, tags, key_results
     --> okrs/2026-Q4/bo/growth.yaml:2:1
      |
    2 | colour: red
      | ^^^^^^
      |
      = help: remove the line.
      = rule: unknown-key (okr check --explain OKR005)

    warning[OKR027]: unknown-key is always an error: what it finds cannot be read
     --> okrs/okr.yaml:1:23
      |
    1 | checks: {unknown-key: allow, too-many-objectve: deny}
      |                       ^^^^^
      |
      = help: remove the line
      = rule: unknown-rule (okr check --explain OKR027)

    warning[OKR027]: there is no rule "too-many-objectve"
     --> okrs/okr.yaml:1:49
      |
    1 | checks: {unknown-key: allow, too-many-objectve: deny}
      |                                                 ^^^^
      |
      = help: did you mean too-many-objectives?
      = rule: unknown-rule (okr check --explain OKR027)

    1 error, 2 warnings in 0 objectives in 1 cycle
    ── exit 1 ──
    "#);
}

#[test]
fn filters_leave_out_what_is_somebody_elses() {
    let world = label();
    world.write("okrs/2026-Q4/ana/quality.yaml", "title: Quality\n");
    world.write("okrs/2026-Q4/mei/market.yaml", "title: 市场\nbogus: 1\n");
    assert_snapshot!(world.okr("check --only OKR104,OKR005 --mine"), @r#"
    advice[OKR104]: "Quality" is a topic; what do you want of it?
     --> okrs/2026-Q4/ana/quality.yaml:1:8
      |
    1 | title: Quality
      |        ^^^^^^^
      |
      = help: say where you want to be when the cycle ends
      = rule: objective-is-a-label (okr check --explain OKR104)

    1 piece of advice in 1 objective in 1 cycle
    "#);
    assert_snapshot!(world.okr("check --only OKR104,OKR005 --owner mei"), @r#"
    error[OKR005]: unknown key "bogus", not a key of an objective; known: title, description, kind,
                   aligns_to, weight, tags, key_results
     --> okrs/2026-Q4/mei/market.yaml:2:1
      |
    2 | bogus: 1
      | ^^^^^
      |
      = help: remove the line.
      = rule: unknown-key (okr check --explain OKR005)

    1 error in 0 objectives in 1 cycle
    ── exit 1 ──
    "#);
    assert_snapshot!(world.okr("check --cycle 2026-Q3"), @"
    ── stderr ──
    error: there is no cycle 2026-Q3
    hint: there is 2026-Q4; okr cycle new 2026-Q3 makes it
    ── exit 2 ──
    ");
}
