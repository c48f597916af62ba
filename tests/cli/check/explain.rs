//! `okr check --explain` and `--rules`.

use insta::assert_snapshot;
use okrs::check::RULES;

use crate::world::World;

#[test]
fn a_rule_is_explained_with_examples() {
    let world = World::new();
    assert_snapshot!(world.okr("check --explain okr101"), @r##"
    OKR101 · objective-names-a-number · advice

    An objective is a figure: it names the number that it wants to reach.

    A number says how one will know, not what one wants: it belongs in a key result, where it can be
    measured and moved. An objective that inspires survives a target that turns out wrong.

    It finds something in
    2026-Q4/acme/renewing.yaml
      title: Grow ARR to $10M
      key_results:
        - {id: nps, title: NPS rises, metric: {from: 31, to: 50, unit: points}}
        - {id: churn, title: Churn falls, metric: {from: 4.2, to: 2, unit: "%"}}

    and nothing in
    2026-Q4/acme/renewing.yaml
      title: Make Q4 the quarter our retailers remember
      key_results:
        - {id: nps, title: NPS rises, metric: {from: 31, to: 50, unit: points}}
        - {id: churn, title: Churn falls, metric: {from: 4.2, to: 2, unit: "%"}}

    In okr.yaml, checks: {objective-names-a-number: allow} switches it off; advise, warn and deny set
    how serious it is. A comment "# okr: allow OKR101" on the line or above it allows it there.
    "##);
    assert_snapshot!(world.okr("check --explain torn-line --format markdown"), @r#"
    ## OKR014 · torn-line · error

    The last line of a history is not finished.

    A write was cut off by a crash or a full disk. The next check-in cuts the rest off, and so does okr check --fix: an unfinished line is never taken for an event.

    ### It finds something in

    `2026-Q4/acme/renewing.yaml`

    ```text
    title: Make renewing the obvious choice
    key_results:
      - {id: nps, title: NPS rises, metric: {from: 31, to: 50, unit: points}}
    ```

    `2026-Q4/acme/renewing.history.yaml`

    ```text
    - {"id": "a1", "at": "2026-10-20T09:00:00Z", "by": "ana", "event": "update", "kr": "nps", "value": 34}
    - {"id": "a2", "at": "2026-10-2
    ```

    ### and nothing in

    `2026-Q4/acme/renewing.yaml`

    ```text
    title: Make renewing the obvious choice
    key_results:
      - {id: nps, title: NPS rises, metric: {from: 31, to: 50, unit: points}}
    ```

    `2026-Q4/acme/renewing.history.yaml`

    ```text
    - {"id": "a1", "at": "2026-10-20T09:00:00Z", "by": "ana", "event": "update", "kr": "nps", "value": 34}
    ```

    It is always an error: what it finds cannot be read.
    "#);
    assert_snapshot!(world.okr("check --explain objective-named-a-number"), @r#"
    ── stderr ──
    error: there is no rule "objective-named-a-number"
    hint: did you mean objective-names-a-number?
    ── exit 2 ──
    "#);
}

#[test]
fn all_rules_are_listed() {
    let world = World::new();
    let said = world.out("check --rules");
    assert_eq!(said.lines().filter(|line| line.starts_with("OKR")).count(), RULES.len());
    let list: serde_json::Value = serde_json::from_str(&world.out("check --rules --format json")).unwrap();
    assert_eq!(list["rules"].as_array().unwrap().len(), RULES.len());
    assert_snapshot!(list["rules"][0], @r#"{"code":"OKR001","concern":"integrity","name":"unreadable-file","severity":"error","what":"A file of the store cannot be read.","why":"What cannot be read is missing in every figure. Links, folders and pipes in the place of a file are never followed, and no file of a store is larger than a few MiB."}"#);
    assert_snapshot!(world.okr("check --rules --format sarif"), @"
    ── stderr ──
    error: only findings can be printed so
    hint: --format table, json, csv, markdown, html or yaml
    ── exit 2 ──
    ");
}
