//! What is found is told at its place, in every format.

use insta::assert_snapshot;
use serde_json::Value;

use crate::world::World;

/// A store with something for every severity, in English and Chinese.
fn faulty() -> World {
    let world = World::company();
    world.write(
        "okrs/2026-Q4/acme/renewing.yaml",
        "title: Grow ARR to $10M\nkey_results:\n  - {id: nps, title: NPS from 31 to 50, metric: {from: 31, to: 45, unit: points}}\n\
         \x20 - {id: churn, title: Churn falls, metric: {from: 4, to: 2, unit: \"%\"}}\n",
    );
    world.write("okrs/2026-Q4/eng/xuyue.yaml", "title: 完成门诊楼搬迁\naligns_to: [acme/renewng]\nowner: bo\n");
    world.write("okrs/2026-Q4/ops/huifang.yaml", "title: 让老客户愿意再来\naligns_to: [acme/renewing, acme/renewng]\n");
    world
}

#[test]
fn findings_are_drawn_with_the_line_that_they_are_about() {
    assert_snapshot!(faulty().okr("check"), @r#"
    error[OKR005]: unknown key "owner", not a key of an objective; known: title, description, kind,
                   aligns_to, weight, tags, key_results
     --> okrs/2026-Q4/eng/xuyue.yaml:3:1
      |
    3 | owner: bo
      | ^^^^^
      |
      = help: remove the line.
      = rule: unknown-key (okr check --explain OKR005)

    error[OKR018]: it aligns to acme/renewng, which is not there
     --> okrs/2026-Q4/ops/huifang.yaml:2:28
      |
    2 | aligns_to: [acme/renewing, acme/renewng]
      |                            ^^^^^^^^^^^^
      |
      = help: did you mean acme/renewing?
      = rule: dangling-alignment (okr check --explain OKR018)

    advice[OKR101]: "$10M" is a target, and this is an objective
     --> okrs/2026-Q4/acme/renewing.yaml:1:20
      |
    1 | title: Grow ARR to $10M
      |                    ^^^^
      |
      = help: what will be different then? Put the number into a key result
      = rule: objective-names-a-number (okr check --explain OKR101)

    advice[OKR115]: no check-in for up to 46 days: nps, churn
     --> okrs/2026-Q4/acme/renewing.yaml:2:1
      |
    2 | key_results:
      | ^^^^^^^^^^^
      |
      = help: okr update acme/renewing.churn VALUE, or --note TEXT alone
      = rule: stale-check-in (okr check --explain OKR115)

    advice[OKR109]: the title says "50", and the metric does not
     --> okrs/2026-Q4/acme/renewing.yaml:3:37
      |
    3 |   - {id: nps, title: NPS from 31 to 50, metric: {from: 31, to: 45, unit: points}}
      |                                     ^^
      |
      = help: correct one of the two: okr kr edit acme/renewing.nps --title or --metric
      = rule: title-contradicts-metric (okr check --explain OKR109)

    advice[OKR111]: it has no key results, and nothing aligns to it: how will you know?
     --> okrs/2026-Q4/ops/huifang.yaml:1:1
      |
    1 | title: 让老客户愿意再来
      | ^^^^^^^^^^^^^^^^^^^^^^^
      |
      = help: okr kr add ops/huifang "TITLE: FROM -> TO UNIT"
      = rule: number-of-key-results (okr check --explain OKR111)

    2 errors, 4 pieces of advice in 2 objectives in 1 cycle
    ── exit 1 ──
    "#);
}

#[test]
fn a_narrow_terminal_and_an_ascii_one_show_them_too() {
    let world = faulty();
    world.width(60).env("LC_ALL", "C");
    assert_snapshot!(world.okr("check --only OKR018,OKR107,objective-is-a-task"), @"
    error[OKR018]: it aligns to acme/renewng, which is not there
     --> okrs/2026-Q4/ops/huifang.yaml:2:28
      |
    2 | aligns_to: [acme/renewing, acme/renewng]
      |                            ^^^^^^^^^^^^
      |
      = help: did you mean acme/renewing?
      = rule: dangling-alignment (okr check --explain OKR018)

    1 error in 2 objectives in 1 cycle
    ── exit 1 ──
    ");
}

#[test]
fn a_clean_store_says_so_in_a_line() {
    let world = World::company();
    assert_snapshot!(world.okr("check"), @"✓ nothing found in 0 objectives in 1 cycle");
    assert_snapshot!(world.okr("check --quiet"), @"");
}

#[test]
fn git_hosts_get_annotations() {
    let world = faulty();
    let _ = world.git("init --quiet");
    world.inside("okrs/2026-Q4");
    assert_snapshot!(world.okr("check --format github"), @r#"
    ::error file=okrs/2026-Q4/eng/xuyue.yaml,line=3,col=1,endColumn=6,title=OKR005 unknown-key::unknown key "owner", not a key of an objective; known: title, description, kind, aligns_to, weight, tags, key_results%0Aremove the line.
    ::error file=okrs/2026-Q4/ops/huifang.yaml,line=2,col=28,endColumn=40,title=OKR018 dangling-alignment::it aligns to acme/renewng, which is not there%0Adid you mean acme/renewing?
    ::notice file=okrs/2026-Q4/acme/renewing.yaml,line=1,col=20,endColumn=24,title=OKR101 objective-names-a-number::"$10M" is a target, and this is an objective%0Awhat will be different then? Put the number into a key result
    ::notice file=okrs/2026-Q4/acme/renewing.yaml,line=2,col=1,endColumn=12,title=OKR115 stale-check-in::no check-in for up to 46 days: nps, churn%0Aokr update acme/renewing.churn VALUE, or --note TEXT alone
    ::notice file=okrs/2026-Q4/acme/renewing.yaml,line=3,col=37,endColumn=39,title=OKR109 title-contradicts-metric::the title says "50", and the metric does not%0Acorrect one of the two: okr kr edit acme/renewing.nps --title or --metric
    ::notice file=okrs/2026-Q4/ops/huifang.yaml,line=1,col=1,endColumn=16,title=OKR111 number-of-key-results::it has no key results, and nothing aligns to it: how will you know?%0Aokr kr add ops/huifang "TITLE: FROM -> TO UNIT"
    ── exit 1 ──
    "#);
}

#[test]
fn code_scanners_get_sarif_that_keeps_to_its_schema() {
    let world = faulty();
    let _ = world.git("init --quiet");
    world.inside("okrs");
    let said: Value = serde_json::from_str(&world.out("check --format sarif")).unwrap();
    let mut schema: Value = serde_json::from_str(include_str!("../../schemas/sarif-2.1.0.json")).unwrap();
    // A bracket is not opened in the published pattern, so it is none; languages are not what we write.
    for part in ["run", "toolComponent"] {
        schema["definitions"][part]["properties"]["language"].as_object_mut().unwrap().remove("pattern");
    }
    let validator = jsonschema::validator_for(&schema).unwrap();
    let wrong: Vec<String> = validator.iter_errors(&said).map(|why| why.to_string()).collect();
    assert!(wrong.is_empty(), "{wrong:?}");
    let results = said["runs"][0]["results"].as_array().unwrap();
    assert_eq!(results.len(), 6);
    let place = &results[0]["locations"][0]["physicalLocation"];
    assert_eq!(place["artifactLocation"]["uri"], "okrs/2026-Q4/eng/xuyue.yaml");
    assert_eq!(place["region"]["startLine"], 3);
}

#[test]
fn json_csv_and_markdown_hold_the_same() {
    let world = faulty();
    assert_snapshot!(world.okr("check --only OKR101,OKR005 --format json"), @r#"
    {
      "version": 1,
      "as_of": "2026-11-15",
      "errors": 1,
      "warnings": 0,
      "advice": 1,
      "findings": [
        {
          "code": "OKR005",
          "name": "unknown-key",
          "severity": "error",
          "message": "unknown key \"owner\", not a key of an objective; known: title, description, kind, aligns_to, weight, tags, key_results",
          "help": "remove the line.",
          "file": "okrs/2026-Q4/eng/xuyue.yaml",
          "line": 3,
          "column": 1,
          "end_column": 6,
          "objective": "2026-Q4/eng/xuyue",
          "fixable": false
        },
        {
          "code": "OKR101",
          "name": "objective-names-a-number",
          "severity": "advice",
          "message": "\"$10M\" is a target, and this is an objective",
          "help": "what will be different then? Put the number into a key result",
          "file": "okrs/2026-Q4/acme/renewing.yaml",
          "line": 1,
          "column": 20,
          "end_column": 24,
          "objective": "2026-Q4/acme/renewing",
          "fixable": false
        }
      ]
    }
    ── exit 1 ──
    "#);
    assert_snapshot!(world.okr("check --only OKR101,OKR005 --format csv"), @r#"
    code,name,severity,message,help,file,line,column,objective,fixable
    OKR005,unknown-key,error,"unknown key ""owner"", not a key of an objective; known: title, description, kind, aligns_to, weight, tags, key_results",remove the line.,okrs/2026-Q4/eng/xuyue.yaml,3,1,2026-Q4/eng/xuyue,false
    OKR101,objective-names-a-number,advice,"""$10M"" is a target, and this is an objective",what will be different then? Put the number into a key result,okrs/2026-Q4/acme/renewing.yaml,1,20,2026-Q4/acme/renewing,false
    ── exit 1 ──
    "#);
    assert_snapshot!(world.okr("check --only OKR101,OKR005 --format markdown"), @r#"
    ## Check · 2026-11-15

    1 error, **1 piece of advice** in 2 objectives in 1 cycle

    - ❌ **error** `okrs/2026-Q4/eng/xuyue.yaml:3:1`: unknown key "owner", not a key of an objective; known: title, description, kind, aligns\_to, weight, tags, key\_results
      `OKR005 unknown-key`: remove the line.

    - 💡 **advice** `okrs/2026-Q4/acme/renewing.yaml:1:20`: "\$10M" is a target, and this is an objective
      `OKR101 objective-names-a-number`: what will be different then? Put the number into a key result
    ── exit 1 ──
    "#);
}

#[test]
fn of_very_many_a_terminal_shows_the_first() {
    let world = World::company();
    for number in 1..=50 {
        world.write(&format!("okrs/2026-Q4/bo/o-{number}.yaml"), "title: Growth\n");
    }
    let said = world.out("check --only objective-is-a-label,too-many-objectives");
    assert_eq!(said.matches("advice[").count(), 40);
    assert_snapshot!(said.lines().rev().take(3).collect::<Vec<_>>().join("\n"), @"
    51 pieces of advice in 50 objectives in 1 cycle

    and 11 more: 10 objective-is-a-label, 1 too-many-objectives; --all shows them
    ");
    assert_eq!(world.out("check --only objective-is-a-label --all").matches("advice[").count(), 50);
}

#[test]
fn what_a_past_revision_or_day_held_is_checked_as_well() {
    let world = faulty();
    let _ = world.git("init --quiet");
    world.commit("all");
    world.write("okrs/2026-Q4/eng/xuyue.yaml", "title: 让搬迁不耽误一位患者\n");
    assert_snapshot!(world.okr("check --only OKR005 --rev HEAD"), @r#"
    error[OKR005]: unknown key "owner", not a key of an objective; known: title, description, kind,
                   aligns_to, weight, tags, key_results
     --> HEAD:okrs/2026-Q4/eng/xuyue.yaml:3:1
      |
    3 | owner: bo
      | ^^^^^
      |
      = help: remove the line.
      = rule: unknown-key (okr check --explain OKR005)

    1 error in 2 objectives in 1 cycle
    ── exit 1 ──
    "#);
    assert_snapshot!(world.okr("check --only OKR005"), @"✓ nothing found in 3 objectives in 1 cycle");
    assert_snapshot!(world.okr("check --only stale-check-in --as-of 2026-10-02"), @"✓ nothing found in 3 objectives in 1 cycle");
}

#[test]
fn a_quarter_of_fourteen_weeks_and_the_shortest_february_are_no_odd_cycles() {
    let world = World::company();
    for (name, first, last, odd) in [
        ("w14", "2027-04-05", "2027-07-11", false),
        ("long", "2027-04-05", "2027-07-12", true),
        ("feb", "2027-02-01", "2027-02-28", false),
        ("short", "2027-02-01", "2027-02-27", true),
    ] {
        world.write(&format!("okrs/{name}/cycle.yaml"), &format!("start: {first}\nend: {last}\n"));
        let found = world.okr("check --format csv").to_string();
        assert_eq!(found.contains(&format!("{name}/cycle.yaml")), odd, "{name}: {found}");
        world.remove(&format!("okrs/{name}/cycle.yaml"));
    }
}
