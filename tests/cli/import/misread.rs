//! Values that could be read as something else than they are: refused, or read as what stands beside them says.

use insta::assert_snapshot;

use crate::world::World;

fn csv(text: &str, command: &str) -> String {
    let world = World::company();
    world.write("in.csv", text);
    world.width(110).okr(command).to_string()
}

#[test]
fn a_point_between_thousands_is_not_taken_for_a_decimal_one() {
    let text = "Objective;Key Result;Start;Target;Current\nGrow;Price;12,5;20,75;15\n;Visits;1.200;2.500;0.125\n;Users;1.200.000;2;1\n";
    assert_snapshot!(csv(text, "import csv in.csv"), @r#"
    ── stderr ──
    error: in.csv:2:3: "12,5" in Start has a comma in it; write 12.5
    error: in.csv:2:4: "20,75" in Target has a comma in it; write 20.75
    error: in.csv:3:3: "1.200" in Start could be 1200 or 1.2; write the one that is meant
    error: in.csv:3:4: "2.500" in Target could be 2500 or 2.5; write the one that is meant
    error: in.csv:4:3: "1.200.000" in Start: it is not a number
    error: in.csv cannot be imported as it is; nothing was changed
    ── exit 2 ──
    "#);
    // Nothing tells that it could be anything else.
    assert_snapshot!(csv("Objective,Key Result,Start,Target\nGrow,Time,1.200,2.5\n", "import csv in.csv --dry-run"), @r#"
    in.csv · 1 objective, 1 key result · into 2026-Q4 · nothing is changed

    Grow     ana/grow             line 2
    └─ Time  kr1       1.2 → 2.5  line 2
    "#);
}

#[test]
fn what_goes_on_behind_a_number_is_no_unit() {
    let text = "Objective,Key Result,Target\nGrow,a,2 000\n,b,2'000\n,c,1:30\n,d,3/5\n,e,10-20\n,f,20 → 40\n,g,100 (stretch: 150)\n,h,2026-10-01\n,i,3 of 5\n,j,$5/seat\n";
    assert_snapshot!(csv(text, "import csv in.csv"), @r#"
    ── stderr ──
    error: in.csv:2:3: "2 000" in Target is not a number
    error: in.csv:3:3: "2'000" in Target is not a number
    error: in.csv:4:3: "1:30" in Target is not a number
    error: in.csv:5:3: "3/5" in Target is not a number
    error: in.csv:6:3: "10-20" in Target is not a number
    error: in.csv:7:3: "20 → 40" in Target is not a number
    error: in.csv:8:3: "100 (stretch: 150)" in Target is not a number
    error: in.csv:9:3: "2026-10-01" in Target is not a number
    error: in.csv:10:3: "3 of 5" in Target is not a number
    error: in.csv:11:3: "$5/seat" in Target is not a number
    error: in.csv cannot be imported as it is; nothing was changed
    ── exit 2 ──
    "#);
}

#[test]
fn scales_are_never_units() {
    let text = "Objective,Key Result,Start,Target,Current\nGrow,ARR,1B,2 bn,1.5B\n,Cost,€1.2 Mio,€900k,\n,Users,\"900 thousand\",2 million,\n";
    assert_snapshot!(csv(text, "import csv in.csv --dry-run"), @r#"
    in.csv · 1 objective, 3 key results, 1 check-in · into 2026-Q4 · nothing is changed

    Grow      ana/grow                                       line 2
    ├─ ARR    kr1       1000000000 → 2000000000  1500000000  line 2
    ├─ Cost   kr2       1200000 → 900000 €                   line 3
    └─ Users  kr3       900000 → 2000000                     line 4
    "#);
}

#[test]
fn a_progress_is_of_what_its_column_says() {
    let of = |cells: [&str; 3]| {
        let [one, two, three] = cells;
        let text = format!("Objective,Key Result,Progress\nGrow,a,{one}\n,b,{two}\n,c,{three}\n");
        csv(&text, "import csv in.csv --dry-run")
    };
    assert_snapshot!(of(["0.4", "1", "0"]), @r#"
    in.csv · 1 objective, 3 key results, 3 check-ins · into 2026-Q4 · nothing is changed

    Grow  ana/grow                    line 2
    ├─ a  kr1       0 → 100 %  40 %   line 2
    ├─ b  kr2       0 → 100 %  100 %  line 3
    └─ c  kr3       0 → 100 %  0 %    line 4
    "#);
    assert_snapshot!(of(["0.4", "40", "1"]), @r#"
    in.csv · 1 objective, 3 key results, 3 check-ins · into 2026-Q4 · nothing is changed

    Grow  ana/grow                    line 2
    ├─ a  kr1       0 → 100 %  0.4 %  line 2
    ├─ b  kr2       0 → 100 %  40 %   line 3
    └─ c  kr3       0 → 100 %  1 %    line 4
    "#);
    assert_snapshot!(of(["1", "0", "1"]), @r#"
    ── stderr ──
    error: in.csv:2:3: "1" in Progress could be 1 % or all of it; write 1 % or 100 %
    error: in.csv:4:3: "1" in Progress could be 1 % or all of it; write 1 % or 100 %
    error: in.csv cannot be imported as it is; nothing was changed
    ── exit 2 ──
    "#);
    let world = World::company();
    world.write(
        "in.json",
        r#"{"objectives":[{"title":"Grow","key_results":[{"title":"a","progress":0.42},{"title":"b","progress":1}]}]}"#,
    );
    assert_snapshot!(world.width(110).okr("import json in.json --dry-run"), @r#"
    in.json · 1 objective, 2 key results, 2 check-ins · into 2026-Q4 · nothing is changed

    Grow  ana/grow                    line 1
    ├─ a  kr1       0 → 100 %  42 %   line 1
    └─ b  kr2       0 → 100 %  100 %  line 1
    "#);
}

#[test]
fn a_row_without_a_due_date_has_none() {
    let text = "Objective,Key Result,Target,Due\nGrow,a,5,2026-11-30\n,b,6,\n,c,7,2026-12-10\n";
    assert_snapshot!(csv(text, "import csv in.csv --dry-run --format json"), @r#"
    {
      "version": 1,
      "file": "in.csv",
      "preset": null,
      "dry_run": true,
      "new_cycles": [],
      "objectives": [
        {
          "ref": "2026-Q4/ana/grow",
          "line": 2,
          "title": "Grow",
          "owner": "ana",
          "cycle": "2026-Q4",
          "description": null,
          "kind": "aspirational",
          "weight": null,
          "tags": [],
          "aligns_to": [],
          "score": null,
          "status": null,
          "confidence": null,
          "note": null,
          "ended": null,
          "key_results": [
            {
              "id": "kr1",
              "line": 2,
              "title": "a",
              "owner": null,
              "due": "2026-11-30",
              "weight": null,
              "metric": {
                "type": "change",
                "from": 0,
                "to": 5,
                "unit": null
              },
              "value": null,
              "status": null,
              "confidence": null,
              "note": null,
              "score": null,
              "at": null,
              "initiatives": [],
              "dropped": false
            },
            {
              "id": "kr2",
              "line": 3,
              "title": "b",
              "owner": null,
              "due": null,
              "weight": null,
              "metric": {
                "type": "change",
                "from": 0,
                "to": 6,
                "unit": null
              },
              "value": null,
              "status": null,
              "confidence": null,
              "note": null,
              "score": null,
              "at": null,
              "initiatives": [],
              "dropped": false
            },
            {
              "id": "kr3",
              "line": 4,
              "title": "c",
              "owner": null,
              "due": "2026-12-10",
              "weight": null,
              "metric": {
                "type": "change",
                "from": 0,
                "to": 7,
                "unit": null
              },
              "value": null,
              "status": null,
              "confidence": null,
              "note": null,
              "score": null,
              "at": null,
              "initiatives": [],
              "dropped": false
            }
          ]
        }
      ],
      "skipped": [],
      "left_over": [],
      "unknown_owners": []
    }
    "#);
}

#[test]
fn lines_are_told_right_whatever_ends_them() {
    let text = "Objective,Key Result,Target,Note\r\n\r\nGrow,a,x,\"one\r\ntwo\"\r\n,b,y,\r\n";
    assert_snapshot!(csv(text, "import csv in.csv"), @r#"
    ── stderr ──
    error: in.csv:3:3: "x" in Target is not a number
    error: in.csv:5:3: "y" in Target is not a number
    error: in.csv cannot be imported as it is; nothing was changed
    ── exit 2 ──
    "#);
    assert_snapshot!(csv(&text.replace('\r', ""), "import csv in.csv"), @r#"
    ── stderr ──
    error: in.csv:3:3: "x" in Target is not a number
    error: in.csv:5:3: "y" in Target is not a number
    error: in.csv cannot be imported as it is; nothing was changed
    ── exit 2 ──
    "#);
}

#[test]
fn words_for_nothing_are_blanks() {
    let text = "Objective,Key Result,Owner,Start,Target,Due\nGrow,a,TBD,-,5,N/A\n,b,n/a,1,7,\n";
    assert_snapshot!(csv(text, "import csv in.csv --dry-run"), @r#"
    in.csv · 1 objective, 2 key results · into 2026-Q4 · nothing is changed

    Grow  ana/grow         line 2
    ├─ a  kr1       0 → 5  line 2
    └─ b  kr2       1 → 7  line 3
    ── stderr ──
    warning: in.csv:2:3: not imported: "TBD" (it stands for nothing, and is read as a blank, and 3 more like it)
    "#);
}

#[test]
fn a_goal_beside_titles_is_a_target() {
    let text = "O,KR,Start,Goal,Latest\nShip faster,Lead time,14,3,9\n";
    assert_snapshot!(csv(text, "import csv in.csv --dry-run"), @r#"
    in.csv · 1 objective, 1 key result, 1 check-in · into 2026-Q4 · nothing is changed

    Ship faster   ana/ship-faster             line 2
    └─ Lead time  kr1              14 → 3  9  line 2
    "#);
    let world = World::company();
    world.write(
        "in.yaml",
        "okrs:\n  - objective: Onboard\n    results:\n      - {name: Activation, baseline: 20%, goal: 45%, now: 31%}\n      - {goal: Ship it, target: 5}\n",
    );
    assert_snapshot!(world.width(110).okr("import yaml in.yaml --dry-run"), @r#"
    in.yaml · 1 objective, 2 key results, 1 check-in · into 2026-Q4 · nothing is changed

    Onboard        ana/onboard                   line 2
    ├─ Activation  kr1          20 → 45 %  31 %  line 4
    └─ Ship it     kr2          0 → 5            line 5
    "#);
}

#[test]
fn key_results_under_their_titles_are_whole() {
    let world = World::company();
    world.write(
        "in.yaml",
        "okrs:\n  - objective: Be reliable\n    KR:\n      Uptime: {min: 99.9, current: 99.5}\n      Pages: {from: 30, to: 5, current: 12}\n  - objective: Spend less\n    KR:\n      - {what: Docs site is live, done: true}\n      - Drop two vendors: done\n      - Publish docs: 40%\n      - {baseline: 20, target: 5}\n      - Hire well: somehow\n      - KR1: Ship it\n",
    );
    assert_snapshot!(world.width(110).okr("import yaml in.yaml --dry-run"), @r#"
    in.yaml · 2 objectives, 7 key results, 5 check-ins · into 2026-Q4 · nothing is changed

    Be reliable           ana/reliable                        line 2
    ├─ Uptime             kr1             ≥ 99.9       99.5   line 4
    └─ Pages              kr2             30 → 5       12     line 5

    Spend less            ana/spend-less                      line 6
    ├─ Docs site is live  kr2             done or not  done   line 8
    ├─ Drop two vendors   kr3             done or not  done   line 9
    ├─ Publish docs       kr4             0 → 100 %    40 %  line 10
    ├─ Hire well          kr5             done or not        line 12
    └─ Ship it            kr1             done or not        line 13
    ── stderr ──
    warning: in.yaml:11:9: not imported: "baseline: 20, target: 5" (it has no title)
    warning: in.yaml:12:9: not imported: "Hire well: somehow" (there is no place for it)
    "#);
}

#[test]
fn a_quarter_in_a_title_is_the_cycle() {
    let world = World::company();
    world.write(
        "in.md",
        "# Objective 1: Grow (Q1 2027)\n\n- Shops from 1 to 2\n\n## Q2 2027 (April – June)\n\n**Objective 2: Delight**\n\n- NPS from 31 to 50\n",
    );
    assert_snapshot!(world.width(110).okr("import markdown in.md --dry-run"), @r#"
    in.md · 2 objectives, 2 key results · nothing is changed

    new cycle 2027-Q1 (Jan 1 – Mar 31 2027)

    new cycle 2027-Q2 (Apr 1 – Jun 30 2027)

    Grow                  2027-Q1/ana/grow              line 1
    └─ Shops from 1 to 2  kr1                  1 → 2    line 3

    Delight               2027-Q2/ana/delight           line 7
    └─ NPS from 31 to 50  kr1                  31 → 50  line 9
    "#);
}

#[test]
fn what_excel_and_people_put_above_a_table_is_told() {
    assert_snapshot!(csv("sep=;\r\nObjective;Key Result;Target\r\nGrow;ARR;10\r\n", "import csv in.csv --dry-run"), @r#"
    in.csv · 1 objective, 1 key result · into 2026-Q4 · nothing is changed

    Grow    ana/grow          line 3
    └─ ARR  kr1       0 → 10  line 3
    "#);
    assert_snapshot!(csv("OKRs Q4 2026,,\n,,\nObjective,Key Result,Target\nGrow,ARR,10\n", "import csv in.csv"), @r#"
    ── stderr ──
    error: in.csv:1: no column is known to hold titles; the headers seem to stand in line 3
    hint: delete the lines above them
    ── exit 2 ──
    "#);
    assert_snapshot!(csv("Objective,Key Result,Start,Target\nGrow,Bugs,,0\n", "import csv in.csv"), @r#"
    ── stderr ──
    error: in.csv:2: "Bugs": the target is 0, and nothing says from where; give the start too
    error: in.csv cannot be imported as it is; nothing was changed
    ── exit 2 ──
    "#);
}

#[test]
fn a_text_that_is_not_utf_8_is_told_with_its_likely_encoding() {
    let world = World::company();
    let told = |bytes: &[u8]| {
        #[expect(clippy::disallowed_methods, reason = "a test lays out its world")]
        std::fs::write(world.path("in.csv"), bytes).unwrap();
        world.okr("import csv in.csv")
    };
    assert_snapshot!(told(b"\xc4\xbf\xb1\xea,\xb9\xd8\xbc\xfc\n"), @r#"
    ── stderr ──
    error: in.csv is not UTF-8 text
    hint: it is most likely GBK: iconv -f GBK -t UTF-8 makes UTF-8 of it
    ── exit 2 ──
    "#);
    assert_snapshot!(told(b"\xff\xfeO\0b\0"), @r#"
    ── stderr ──
    error: in.csv is not UTF-8 text
    hint: it is most likely UTF-16: iconv -f UTF-16 -t UTF-8 makes UTF-8 of it
    ── exit 2 ──
    "#);
    assert_snapshot!(told(b"Objective,Target\nGr\xf6\xdfe,5\n"), @r#"
    ── stderr ──
    error: in.csv is not UTF-8 text
    hint: save it as UTF-8; a spreadsheet as "CSV UTF-8"
    ── exit 2 ──
    "#);
}

#[test]
fn the_apostrophe_before_a_formula_is_taken_away() {
    let text = "Objective,Key Result,Target\n'=Danger,'-2 bugs,5\n'Tis well,'@home,6\n";
    assert_snapshot!(csv(text, "import csv in.csv --dry-run"), @r#"
    in.csv · 2 objectives, 2 key results · into 2026-Q4 · nothing is changed

    =Danger     ana/danger           line 2
    └─ -2 bugs  kr1           0 → 5  line 2

    'Tis well   ana/tis-well         line 3
    └─ @home    kr1           0 → 6  line 3
    "#);
}
