//! `okr export markdown`.

use okrs::model::KeyResultSpec;

use crate::world::World;

#[test]
fn owners_objectives_and_key_results_under_headings() {
    let world = World::worked();
    world.write("okrs/2026-Q4/eng/calm.yaml", "title: Sleep *through* the night\naligns_to: [acme/renewing.up]\nkey_results:\n  - id: pages\n    title: \"Pages at night: fewer\"\n    metric: {from: 12, to: 2}\n    due: 2026-11-30\n    initiatives:\n      - {title: Mend the pager, link: https://example.com/1, done: true}\n      - {title: Talk to @bo}\n");
    insta::assert_snapshot!(world.okr("export markdown"), @r"
# 2026-Q4

2026-10-01 to 2026-12-31, as of 2026-11-15

## Acme Inc.

`acme`, company

### Make renewing the obvious choice

`acme/renewing`, aspirational, 40 %, ✗ off track

Renewals pay for everything else.

- `nps` NPS rises: 31 → 50 points weight 2, now 38 (37 %, ✗ off track)
- `churn` Churn falls: 4.2 → 2.0 %, now 3.1 (50 %, ✓ on track)
- `up` Uptime is kept: ≥ 99.9 % worst 99, now 99.45 (50 %, ✗ off track)
- `audit` Audit passed: done, now not yet (0 %, ✗ off track)
- `launch` Launch: milestones design, beta, launch, now beta, 2 of 3 (67 %, ✓ on track)

## Engineering

`eng`, department

### Sleep \*through\* the night

`eng/calm`, aspirational, 0 %, ✗ off track

aligns to `2026-Q4/acme/renewing.up`

- `pages` Pages at night: fewer: 12 → 2 due 2026-11-30, now 12 (0 %, ✗ off track)
  - [x] Mend the pager `https://example.com/1`
  - [ ] Talk to `@bo`
");
}

#[test]
fn several_cycles_are_several_headings_and_empty_ones_are_left_out() {
    let world = World::worked();
    let _ = world.okr("cycle new 2027-Q1");
    let titles = |line: &str| {
        let text = world.out(line);
        text.lines().filter(|line| line.starts_with("# ")).map(str::to_owned).collect::<Vec<_>>()
    };
    assert_eq!(titles("export markdown --all"), ["# 2026-Q4"]);
    assert_eq!(titles("export markdown --cycle 2027-Q1"), ["# 2027-Q1"]);
    let _ = world.okr("create \"Open a second office\" --cycle 2027-Q1 --owner ops");
    assert_eq!(titles("export markdown --all"), ["# 2026-Q4", "# 2027-Q1"]);
}

/// Behind its id, and up to `, now`, a point is what the command line takes for a key result.
#[test]
fn a_point_can_be_typed_again() {
    let world = World::worked();
    let text = world.out("export markdown");
    let points: Vec<&str> = text.lines().filter_map(|line| line.strip_prefix("- ")).collect();
    let specs: Vec<KeyResultSpec> = points.iter().map(|point| typed(point).parse().unwrap()).collect();
    let lines: Vec<String> =
        specs.iter().map(|spec| format!("{} {:?} {}", spec.title, spec.metric, spec.weight.get())).collect();
    insta::assert_snapshot!(lines.join("\n"), @r#"
NPS rises Change(Change { from: 31, to: 50, unit: Some("points") }) 2
Churn falls Change(Change { from: 4.2, to: 2, unit: Some("%") }) 1
Uptime is kept Keep(Keep { at_least: Some(99.9), at_most: None, worst: Some(99), unit: Some("%") }) 1
Audit passed Done 1
Launch Milestones(Milestones { milestones: [Milestone { name: "design", weight: Weight(1.0), due: None }, Milestone { name: "beta", weight: Weight(1.0), due: None }, Milestone { name: "launch", weight: Weight(1.0), due: None }] }) 1
"#);
}

fn typed(point: &str) -> &str {
    let behind = point.split_once("` ").unwrap().1;
    behind.split(", now ").next().unwrap()
}
