//! `okr kr add`.

use insta::assert_snapshot;

use crate::world::World;

#[test]
fn key_results_are_added_behind_the_others() {
    let world = World::worked();
    assert_snapshot!(world.edit(r#"kr add renewing "nrr = Net revenue: 98 -> 110 %" "Churned customers call back: done @bo""#), @r#"
    added acme/renewing.nrr  Net revenue: 98 → 110 %
    added acme/renewing.kr1  Churned customers call back: done or not
    --- 2026-Q4/acme/renewing.history.yaml
    +++ 2026-Q4/acme/renewing.history.yaml
    @@ -5,2 +5,4 @@
     - {"id": "a5", "at": "2026-11-10T09:00:00Z", "by": "bo", "event": "update", "kr": "up", "value": 99.45}
     - {"id": "a6", "at": "2026-11-10T09:00:00Z", "by": "ana", "event": "update", "kr": "launch", "value": "beta"}
    +- {"id": "q30sq27m66", "at": "2026-11-15T12:00:02Z", "by": "ana", "event": "edit", "field": "nrr", "to": "Net revenue: 98 → 110 %"}
    +- {"id": "44mwm37czv", "at": "2026-11-15T12:00:02.001Z", "by": "ana", "event": "edit", "field": "kr1", "to": "Churned customers call back: done or not"}
    --- 2026-Q4/acme/renewing.yaml
    +++ 2026-Q4/acme/renewing.yaml
    @@ -20,2 +20,9 @@
         title: Launch
         metric: {milestones: [design, beta, launch]}
    +  - id: nrr
    +    title: Net revenue
    +    metric: {from: 98, to: 110, unit: "%"}
    +  - id: kr1
    +    title: Churned customers call back
    +    metric: done
    +    owner: bo
    "#);
}

#[test]
fn steps_that_are_called_as_keys_are_get_the_long_form() {
    let world = World::worked();
    let edit =
        world.edit("kr add renewing 'Terms: milestones weight *3, name *2 by 2026-12-01, due by 2026-12-18, rest *2'");
    assert_snapshot!(edit, @r#"
    added acme/renewing.kr1  Terms: weight, name, due, rest
    --- 2026-Q4/acme/renewing.history.yaml
    +++ 2026-Q4/acme/renewing.history.yaml
    @@ -5,2 +5,3 @@
     - {"id": "a5", "at": "2026-11-10T09:00:00Z", "by": "bo", "event": "update", "kr": "up", "value": 99.45}
     - {"id": "a6", "at": "2026-11-10T09:00:00Z", "by": "ana", "event": "update", "kr": "launch", "value": "beta"}
    +- {"id": "877pwbqaej", "at": "2026-11-15T12:00:02Z", "by": "ana", "event": "edit", "field": "kr1", "to": "Terms: weight, name, due, rest"}
    --- 2026-Q4/acme/renewing.yaml
    +++ 2026-Q4/acme/renewing.yaml
    @@ -20,2 +20,15 @@
         title: Launch
         metric: {milestones: [design, beta, launch]}
    +  - id: kr1
    +    title: Terms
    +    metric:
    +      milestones:
    +        - name: weight
    +          weight: 3
    +        - name: name
    +          weight: 2
    +          due: 2026-12-01
    +        - name: due
    +          weight: 1
    +          due: 2026-12-18
    +        - rest: 2
    "#);
    assert_snapshot!(world.okr("update renewing.kr1 name"), @"updated acme/renewing.kr1  0 of 4 → name, 2 of 4  63 % of 0 % expected, on track");
}

#[test]
fn the_first_key_result_makes_the_list() {
    let world = World::company();
    let _ = world.okr("create Plain --slug plain");
    assert_snapshot!(world.edit(r#"kr add plain "Calls: 0 -> 20""#), @r#"
    added ana/plain.kr1  Calls: 0 → 20
    --- 2026-Q4/ana/plain.history.yaml
    +++ 2026-Q4/ana/plain.history.yaml
    @@ -1 +1,2 @@
     - {"id": "f3aydcp5w5", "at": "2026-11-15T12:00:02Z", "by": "ana", "event": "create"}
    +- {"id": "vgswpew595", "at": "2026-11-15T12:00:03Z", "by": "ana", "event": "edit", "field": "kr1", "to": "Calls: 0 → 20"}
    --- 2026-Q4/ana/plain.yaml
    +++ 2026-Q4/ana/plain.yaml
    @@ -1 +1,5 @@
     title: Plain
    +key_results:
    +  - id: kr1
    +    title: Calls
    +    metric: {from: 0, to: 20}
    "#);
    assert_snapshot!(world.edit(r#"kr add plain "More calls: 0 -> 20""#), @r#"
    added ana/plain.kr2  More calls: 0 → 20
    --- 2026-Q4/ana/plain.history.yaml
    +++ 2026-Q4/ana/plain.history.yaml
    @@ -1,2 +1,3 @@
     - {"id": "f3aydcp5w5", "at": "2026-11-15T12:00:02Z", "by": "ana", "event": "create"}
     - {"id": "vgswpew595", "at": "2026-11-15T12:00:03Z", "by": "ana", "event": "edit", "field": "kr1", "to": "Calls: 0 → 20"}
    +- {"id": "vspd7pf4sg", "at": "2026-11-15T12:00:04Z", "by": "ana", "event": "edit", "field": "kr2", "to": "More calls: 0 → 20"}
    --- 2026-Q4/ana/plain.yaml
    +++ 2026-Q4/ana/plain.yaml
    @@ -4,2 +4,5 @@
         title: Calls
         metric: {from: 0, to: 20}
    +  - id: kr2
    +    title: More calls
    +    metric: {from: 0, to: 20}
    "#);
}

#[test]
fn what_is_taken_or_no_spec_is_not_added() {
    let world = World::worked();
    assert_snapshot!(world.session(&[r#"kr add renewing "nps = Again: done""#, r#"kr add renewing "a = X: done" "a = Y: done""#, r#"kr add renewing "No measure""#, "kr add renewing", r#"kr add renewing.nps "X: done""#, r#"kr add nothing "X: done""#]), @r#"
    $ okr kr add renewing "nps = Again: done"
    ── stderr ──
    error: there is a key result "nps" already
    hint: put another id in front: "id = TITLE: …"
    ── exit 2 ──

    $ okr kr add renewing "a = X: done" "a = Y: done"
    ── stderr ──
    error: there is a key result "a" already
    hint: put another id in front: "id = TITLE: …"
    ── exit 2 ──

    $ okr kr add renewing "No measure"
    ── stderr ──
    error: "No measure" has no measure: a key result says how we will know
    hint: say from where to where: "No measure: 31 -> 50 points", or a level: "No measure: >= 99.9 %"; or done, milestones a, b, c
    ── exit 2 ──

    $ okr kr add renewing
    ── stderr ──
    error: the following required arguments were not provided:
      <SPEC>...

    Usage: okr kr add <REF> <SPEC>...

    For more information, try '--help'.
    ── exit 2 ──

    $ okr kr add renewing.nps "X: done"
    ── stderr ──
    error: "renewing.nps" names a key result
    hint: the objective is acme/renewing; without .nps
    ── exit 2 ──

    $ okr kr add nothing "X: done"
    ── stderr ──
    error: no objective in 2026-Q4 is called "nothing"
    hint: okr list shows what there is
    ── exit 2 ──
    "#);
}

#[test]
fn no_more_are_added_than_are_read() {
    let world = World::worked();
    let all: String =
        (0..500).map(|at| format!("  - id: k{at}\n    title: K\n    metric: {{from: 0, to: 9}}\n")).collect();
    world.write("okrs/2026-Q4/acme/many.yaml", &format!("title: Many\nkey_results:\n{all}"));
    let before = world.read("okrs/2026-Q4/acme/many.yaml");
    assert_snapshot!(world.session(&["kr add many 'one more: 0 -> 1'"]), @"
    $ okr kr add many 'one more: 0 -> 1'
    ── stderr ──
    error: okrs/2026-Q4/acme/many.yaml would not be read any more: there are more than 500 key results; nothing was changed
    hint: keep fewer; what is that large is several.
    ── exit 2 ──
    ");
    assert_eq!(world.read("okrs/2026-Q4/acme/many.yaml"), before);
}
