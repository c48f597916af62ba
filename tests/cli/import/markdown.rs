//! `okr import markdown`: outlines as people keep them.

use insta::assert_snapshot;

use super::{plan, with};
use crate::world::World;

#[test]
fn bold_lines_above_lists_are_objectives() {
    assert_snapshot!(plan("markdown", "bold.md"), @r#"
    bold.md · 2 objectives, 6 key results, 2 check-ins · into 2026-Q4 · nothing is changed

    Renewing is the obvious choice           ana/renewing-obvious-choice                              line 5
    ├─ NPS rises from 31 to 50 points        kr1                          31 → 50 points              line 7
    ├─ Churn 4.2 % -> 2 %                    kr2                          4.2 → 2.0 %           bo    line 8
    ├─ Uptime >= 99.9 %                      kr3                          ≥ 99.9 %                    line 9
    └─ [P0] Calls are answered in two rings  kr4                          done or not           mei  line 10

    Nobody waits for an answer               ana/nobody-waits-answer                                 line 14
    ├─ Hotline open on Sundays               kr1                          done or not     done       line 16
    └─ Chat bot in the shop (struck out)     kr2                          done or not                line 17
    ── stderr ──
    warning: bold.md:1: not imported: "Team goals" (a heading that names no cycle, owner or objective)
    warning: bold.md:12: not imported: "Support feels human (see below)" (text outside of any objective)
    warning: bold.md:19: not imported: "See the board for the daily work. (https://board.example/q4)" (text outside of any objective)
    "#);
}

#[test]
fn a_handbook_has_numbered_headings_with_owners_and_results() {
    assert_snapshot!(plan("markdown", "handbook.md"), @r#"
    handbook.md · 2 objectives, 4 key results, 4 check-ins · into FY2020-Q4 · nothing is changed

    new cycle FY2020-Q4 (Oct 1 – Dec 31 2020)

    Increase ARR                           ceo/increase-arr                                         line 18
    ├─ 60%+ of activations use two stages  kr1                  0 → 100 %            70 %           line 20
    ├─ New pipeline from $1.2M to $2M      kr2                  1200000 → 2000000 $  $1500000  cro  line 21
    └─ Support: 100% SLA achievement       kr3                  done or not                    cmo  line 24

    Popular product                        vpe/popular-product                                      line 26
    └─ Cut page load from 4 s to 2 s       kr1                  4 → 2 s              2 s            line 30
    ── stderr ──
    warning: handbook.md:2: not imported: "title: \"FY20-Q4 OKRs\"" (this key is not read)
    warning: handbook.md:3: not imported: "owner: acme" (nothing below it belongs to it)
    warning: handbook.md:4: not imported: "layout: handbook" (this key is not read)
    warning: handbook.md:7: not imported: "On this page" (a heading that names no cycle, owner or objective)
    warning: handbook.md:9: not imported: "1. CEO: Increase ARR (#1-ceo-increase-arr) 2. VPE: Popular product (#2-vpe-popul…" (a table of contents)
    warning: handbook.md:12: not imported: "Overview" (a heading that names no cycle, owner or objective)
    warning: handbook.md:14: not imported: "Objectives are set by the executive team. (https://handbook.example/team)" (text outside of any objective)
    warning: handbook.md:32: not imported: "| week | done |…" (tables are read by okr import csv)
    warning: org.yaml does not know ceo, cmo, cro and vpe; okr org add-person KEY tells it of each
    "#);
}

#[test]
fn lists_within_lists_are_objectives_down_to_the_last() {
    assert_snapshot!(plan("markdown", "nested.md"), @r#"
    nested.md · 3 objectives, 4 key results, 3 check-ins, 1 score · into 2026-Q4 · nothing is changed

    Grow revenue                  ana/grow-revenue                                                         line 1
    └─ Two new regions            kr1                      done or not  done                               line 6

    Double new business           ceo/double-new-business                              → ana/grow-revenue  line 2
    ├─ Leads from 200 to 400      kr1                      200 → 400    310   cmo                          line 3
    └─ 100% SLA achievement       kr2                      0 → 100 %    95 %  support                      line 5

    Delight customers             ana/delight-customers                                                    line 7
    └─ First answer within a day  kr1                      done or not                                     line 8
    ── stderr ──
    warning: nested.md:4: not imported: "VPE" (nothing below it belongs to it)
    warning: nested.md:11: not imported: "Nothing stands below this" (it stands under no objective)
    warning: org.yaml does not know ceo, cmo and support; okr org add-person KEY tells it of each
    "#);
}

#[test]
fn headings_over_tasks_align_to_the_heading_above() {
    assert_snapshot!(plan("markdown", "tasks.md"), @r#"
    tasks.md · 2 objectives, 4 key results, 2 check-ins · into 2026-Q4 · nothing is changed

    Launch the new shop            ana/launch-new-shop                                                      line 5
    ├─ Checkout works              kr1                      done or not  done  web                          line 9
    └─ [P1] Search finds what is…  kr2                      done or not                                    line 12

    Payments never fail            ana/payments-never-fail                          → ana/launch-new-shop  line 14
    ├─ Failed payments 2 % -> 0.…  kr1                      2.0 → 0.5 %        bo                          line 16
    └─ Refunds within 2 days       kr2                      done or not  done                              line 17
    ── stderr ──
    warning: tasks.md:1: not imported: "Product 2026" (a heading that names no cycle, owner or objective)
    warning: tasks.md:19: not imported: "```sh…" (code, HTML or a comment)
    warning: org.yaml does not know web; okr org add-person web tells it
    "#);
}

#[test]
fn marks_say_what_lines_are() {
    assert_snapshot!(plan("markdown", "marks.md"), @r#"
    marks.md · 2 objectives, 4 key results, 1 score · into 2026-Q4 · nothing is changed

    让每个客户都愿意续约                    mei/rang-mei-ge-ke-hu-du                        line 5
    ├─ 续约率从 80% 提升到 92%              kr1                       80 → 92 %             line 7
    └─ 每周回访                             kr2                       done or not      bo   line 8

    Be the place where people want to work  ana/place-where-people                         line 10
    ├─ eNPS from 20 to 40                   kr1                       20 → 40              line 12
    └─ Hire 5 engineers                     kr2                       done or not  50      line 13
    ── stderr ──
    warning: marks.md:3: not imported: "Owner: nobody yet" (text outside of any objective)
    "#);
}

#[test]
fn what_is_ticked_struck_linked_or_behind_an_arrow_is_kept() {
    let world = with("handbook.md");
    world.write("tasks.md", &super::fixture("tasks.md"));
    world.write("bold.md", &super::fixture("bold.md"));
    let _ = world.okr("import markdown tasks.md");
    let _ = world.okr("import markdown bold.md");
    let _ = world.okr("import markdown handbook.md");
    assert_snapshot!(world.read("okrs/FY2020-Q4/ceo/increase-arr.yaml"), @r#"
    title: Increase ARR
    key_results:
      - id: kr1
        title: 60%+ of activations use two stages
        metric: {from: 0, to: 100, unit: "%"}
      - id: kr2
        title: New pipeline from $1.2M to $2M
        metric: {from: 1200000, to: 2000000, unit: $}
        owner: cro
        initiatives:
          - title: New pipeline
            link: https://issues.example/12
          - title: Sales plays
            link: https://issues.example/13
          - title: Partner programme
      - id: kr3
        title: "Support: 100% SLA achievement"
        metric: done
        owner: cmo
    "#);
    assert_snapshot!(world.read("okrs/FY2020-Q4/ceo/increase-arr.history.yaml"), @r#"
    - {"id": "arv8j68j4v", "at": "2020-12-31T23:59:59Z", "by": "ana", "event": "create"}
    - {"id": "abt6hzqd33", "at": "2020-12-31T23:59:59.001Z", "by": "ana", "event": "update", "kr": "kr1", "value": 70, "note": "imported from handbook.md"}
    - {"id": "jwypb9qbes", "at": "2020-12-31T23:59:59.002Z", "by": "ana", "event": "update", "kr": "kr2", "value": 1500000, "note": "imported from handbook.md"}
    - {"id": "805cshrw41", "at": "2020-12-31T23:59:59.003Z", "by": "ana", "event": "update", "kr": "kr3", "note": "was in the 80s (imported from handbook.md)"}
    "#);
    assert_snapshot!(world.read("okrs/2026-Q4/ana/launch-new-shop.yaml"), @r#"
    title: Launch the new shop
    description: Everybody can buy in three steps.
    tags: [p0]
    key_results:
      - id: kr1
        title: Checkout works
        metric: done
        owner: web
        initiatives:
          - title: Payment
            done: true
          - title: Address book
      - id: kr2
        title: "[P1] Search finds what is there"
        metric: done
    "#);
    assert_snapshot!(world.read("okrs/2026-Q4/ana/nobody-waits-answer.yaml"), @"
    title: Nobody waits for an answer
    key_results:
      - id: kr1
        title: Hotline open on Sundays
        metric: done
      - id: kr2
        title: Chat bot in the shop
        metric: done
        weight: 0
    ");
    assert_snapshot!(world.read("okrs/2026-Q4/ana/nobody-waits-answer.history.yaml"), @r#"
    - {"id": "rrwz6g0nsn", "at": "2026-11-15T12:00:03Z", "by": "ana", "event": "create"}
    - {"id": "ttd492c2eb", "at": "2026-11-15T12:00:03.001Z", "by": "ana", "event": "update", "kr": "kr1", "value": "done", "note": "imported from bold.md"}
    - {"id": "t0aj3mm0dp", "at": "2026-11-15T12:00:03.002Z", "by": "ana", "event": "update", "kr": "kr2", "note": "struck out; imported from bold.md"}
    "#);
}

#[test]
fn several_cycles_of_one_document_are_kept_apart() {
    let world = World::company();
    world.write("okr.md", "# Team\n\n## 2027\n\n### Q1\n\n**Open**\n\n- Doors: 0 -> 2 shops\n\n### Q2\n\n**Grow**\n\n- 10 -> 20 staff\n\n## Engineering\n\n- Build\n  - from 1 to 2 days\n");
    assert_snapshot!(world.okr("import markdown okr.md"), @r#"
    created cycle 2027-Q1
    created cycle 2027-Q2
    created 2027-Q1/ana/open  Open
    created 2027-Q2/ana/grow  Grow
    created eng/build  Build
    imported 3 objectives, 3 key results into 2026-Q4, 2027-Q1 and 2027-Q2
    ── stderr ──
    warning: okr.md:1: not imported: "Team" (a heading that names no cycle, owner or objective)
    "#);
    assert_snapshot!(world.okr("import markdown okr.md --cycle 2027-Q3 --dry-run"), @r#"
    okr.md · 3 objectives, 3 key results · into 2027-Q3 · nothing is changed

    new cycle 2027-Q3 (Jul 1 – Sep 30 2027)

    Open                    ana/open                   line 7
    └─ Doors: 0 -> 2 shops  kr1        0 → 2 shops     line 9

    Grow                    ana/grow                  line 13
    └─ 10 -> 20 staff       kr1        10 → 20 staff  line 15

    Build                   eng/build                 line 19
    └─ from 1 to 2 days     kr1        1 → 2 days     line 20
    ── stderr ──
    warning: okr.md:1: not imported: "Team" (a heading that names no cycle, owner or objective)
    "#);
}

#[test]
fn standard_input_is_read_and_windows_line_ends_too() {
    let world = World::company();
    let text = "\u{feff}**Grow**\r\n\r\n- Staff from 10 to 20\r\n- [X] Doors\r\n";
    assert_snapshot!(world.okr_reading("import markdown - --owner eng", text), @"
    created eng/grow  Grow
    imported 1 objective, 2 key results, 1 check-in into 2026-Q4
    ");
    assert_snapshot!(world.read("okrs/2026-Q4/eng/grow.yaml"), @"
    title: Grow
    key_results:
      - id: kr1
        title: Staff from 10 to 20
        metric: {from: 10, to: 20}
      - id: kr2
        title: Doors
        metric: done
    ");
    assert_snapshot!(world.read("okrs/2026-Q4/eng/grow.history.yaml"), @r#"
    - {"id": "qzd281swmm", "at": "2026-11-15T12:00:02Z", "by": "ana", "event": "create"}
    - {"id": "2f0dqtrzac", "at": "2026-11-15T12:00:02.001Z", "by": "ana", "event": "update", "kr": "kr2", "value": "done", "note": "imported from standard input"}
    "#);
}
