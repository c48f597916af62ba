//! `okr report cadence`.

use insta::assert_snapshot;

use crate::world::World;

#[test]
fn who_checks_in_and_what_is_left_alone() {
    let world = World::team();
    assert_snapshot!(world.width(100).okr("report cadence"), @"
    Cadence · 2026-Q4 · as of Nov 15 · 12 check-ins

    3 of 11 open key results are overdue, with no check-in for more than 14 days; 8 not.

    Check-ins by person and day
              Oct 1        12      19      26      Nov 2   9        TOTAL
    Bo Chen   ···· ·····░· ······· ·····░· ······░ ·····░░ ·▒·····      7
    Ana Lima  ···· ······· ······· ·░····· ······· ······· ·▒·····      3
    梅兰      ···· ······· ······· ······· ······· ······· ···▒···      2
    ░ 1   ▒ 2   ▓ 3   █ 4   check-ins a day

    People
    WHO              CHECK-INS    LAST  OPEN KRS  STALE
    bo    Bo Chen            7  Nov 10         2      1
    ana   Ana Lima           3  Nov 10         2      1
    acme  Acme Inc.          0       –         5      1
    mei   梅兰               2  Nov 12         2      0

    On time, by week
    WEEK                                 ON TIME  OPEN KRS  CHECK-INS
    Oct 1 – Oct 7    ██████████████████    100 %        12          0
    Oct 8 – Oct 14   ██████████████████    100 %        12          1
    Oct 15 – Oct 21  ███░░░░░░░░░░░░░░░     17 %        12          1
    Oct 22 – Oct 28  ███░░░░░░░░░░░░░░░     17 %        12          1
    Oct 29 – Nov 4   ██░░░░░░░░░░░░░░░░      9 %        11          1
    Nov 5 – Nov 11   ██████████░░░░░░░░     55 %        11          6
    Nov 12 – Nov 15  █████████████░░░░░     73 %        11          2

    No check-in for more than 14 days
    KEY RESULT                                          OWNER  DAYS
    acme/renewing.audit  Audit passed                   acme     46
    ana/tickets.day      Tickets answered within a day  ana      46
    bo/learn-rust.pr     Pull requests merged upstream  bo       46
    ");
    assert_snapshot!(world.width(60).okr("report cadence --unit eng"), @"
    Cadence · 2026-Q4 · as of Nov 15 · 5 check-ins

    2 of 4 open key results are overdue, with no check-in for
    more than 14 days; 2 not.

    Check-ins by person and day
             Oct       Nov  TOTAL
    Bo Chen  · 1 · 1 1 2 ·      5
    check-ins a week

    People
    WHO            CHECK-INS   LAST  OPEN KRS  STALE
    bo   Bo Chen           5  Nov 8         2      1
    ana  Ana Lima          0      –         2      1

    On time, by week
    WEEK                            ON TIME  OPEN KRS  CHECK-INS
    Oct 1 – Oct 7    █████████████    100 %         5          0
    Oct 8 – Oct 14   █████████████    100 %         5          1
    Oct 15 – Oct 21  ███░░░░░░░░░░     20 %         5          0
    Oct 22 – Oct 28  ███░░░░░░░░░░     20 %         5          1
    Oct 29 – Nov 4   ███░░░░░░░░░░     25 %         4          1
    Nov 5 – Nov 11   ███████░░░░░░     50 %         4          2
    Nov 12 – Nov 15  ███████░░░░░░     50 %         4          0

    No check-in for more than 14 days
    KEY RESULT                                       OWNER  DAYS
    ana/tickets.day   Tickets answered within a day  ana      46
    bo/learn-rust.pr  Pull requests merged upstream  bo       46
    ");
    assert_snapshot!(world.okr("report cadence --format csv"), @"
    person,name,day,check_ins,open_key_results,stale
    bo,Bo Chen,2026-10-10,1,2,1
    bo,Bo Chen,2026-10-24,1,2,1
    bo,Bo Chen,2026-11-01,1,2,1
    bo,Bo Chen,2026-11-07,1,2,1
    bo,Bo Chen,2026-11-08,1,2,1
    bo,Bo Chen,2026-11-10,2,2,1
    ana,Ana Lima,2026-10-20,1,2,1
    ana,Ana Lima,2026-11-10,2,2,1
    mei,梅兰,2026-11-12,2,2,0
    ");
}

#[test]
fn a_week_counts_whoever_had_checked_in_by_its_end() {
    let world = World::worked();
    assert_snapshot!(world.okr("report cadence --format json --as-of 2026-10-22"), @r#"
    {
      "version": 1,
      "as_of": "2026-10-22",
      "cycle": {
        "id": "2026-Q4",
        "title": null,
        "start": "2026-10-01",
        "end": "2026-12-31",
        "closed": null,
        "days": 92,
        "day": 22,
        "elapsed": 0.23913
      },
      "stale_after": 14,
      "check_ins": 1,
      "since": "2026-10-01",
      "weeks": [
        {
          "first": "2026-10-01",
          "last": "2026-10-07",
          "check_ins": 0,
          "open": 5,
          "on_time": 5,
          "share": 1.0
        },
        {
          "first": "2026-10-08",
          "last": "2026-10-14",
          "check_ins": 0,
          "open": 5,
          "on_time": 5,
          "share": 1.0
        },
        {
          "first": "2026-10-15",
          "last": "2026-10-21",
          "check_ins": 1,
          "open": 5,
          "on_time": 1,
          "share": 0.2
        },
        {
          "first": "2026-10-22",
          "last": "2026-10-22",
          "check_ins": 0,
          "open": 5,
          "on_time": 1,
          "share": 0.2
        }
      ],
      "people": [
        {
          "person": "acme",
          "name": "Acme Inc.",
          "check_ins": 0,
          "last": null,
          "key_results": 5,
          "stale": 4,
          "days": [
            0,
            0,
            0,
            0,
            0,
            0,
            0,
            0,
            0,
            0,
            0,
            0,
            0,
            0,
            0,
            0,
            0,
            0,
            0,
            0,
            0,
            0
          ]
        },
        {
          "person": "ana",
          "name": "Ana Lima",
          "check_ins": 1,
          "last": "2026-10-20",
          "key_results": 0,
          "stale": 0,
          "days": [
            0,
            0,
            0,
            0,
            0,
            0,
            0,
            0,
            0,
            0,
            0,
            0,
            0,
            0,
            0,
            0,
            0,
            0,
            0,
            1,
            0,
            0
          ]
        }
      ],
      "stale": [
        {
          "ref": "2026-Q4/acme/renewing.audit",
          "id": "audit",
          "title": "Audit passed",
          "metric": {
            "type": "done"
          },
          "owner": "acme",
          "weight": 1,
          "due": "2026-12-31",
          "value": false,
          "progress": 0.0,
          "expected": 0.23913,
          "gap": null,
          "gap_to_plan": -23.913,
          "pace": "off-track",
          "status": null,
          "disagrees": false,
          "confidence": null,
          "score": null,
          "note": null,
          "updated_at": null,
          "updated_by": null,
          "check_ins": 0,
          "stale_days": 22,
          "forecast": null,
          "initiatives": []
        },
        {
          "ref": "2026-Q4/acme/renewing.churn",
          "id": "churn",
          "title": "Churn falls",
          "metric": {
            "type": "change",
            "from": 4.2,
            "to": 2,
            "unit": "%"
          },
          "owner": "acme",
          "weight": 1,
          "due": "2026-12-31",
          "value": 4.2,
          "progress": 0.0,
          "expected": 0.23913,
          "gap": -2.2,
          "gap_to_plan": -23.913,
          "pace": "off-track",
          "status": null,
          "disagrees": false,
          "confidence": null,
          "score": null,
          "note": null,
          "updated_at": null,
          "updated_by": null,
          "check_ins": 0,
          "stale_days": 22,
          "forecast": {
            "state": "too-early",
            "days": 0
          },
          "initiatives": []
        },
        {
          "ref": "2026-Q4/acme/renewing.launch",
          "id": "launch",
          "title": "Launch",
          "metric": {
            "type": "milestones",
            "milestones": [
              {
                "name": "design",
                "weight": 1,
                "due": null
              },
              {
                "name": "beta",
                "weight": 1,
                "due": null
              },
              {
                "name": "launch",
                "weight": 1,
                "due": null
              }
            ]
          },
          "owner": "acme",
          "weight": 1,
          "due": "2026-12-31",
          "value": null,
          "progress": 0.0,
          "expected": 0.23913,
          "gap": 3,
          "gap_to_plan": -23.913,
          "pace": "off-track",
          "status": null,
          "disagrees": false,
          "confidence": null,
          "score": null,
          "note": null,
          "updated_at": null,
          "updated_by": null,
          "check_ins": 0,
          "stale_days": 22,
          "forecast": null,
          "initiatives": []
        },
        {
          "ref": "2026-Q4/acme/renewing.up",
          "id": "up",
          "title": "Uptime is kept",
          "metric": {
            "type": "keep",
            "at_least": 99.9,
            "at_most": null,
            "worst": 99,
            "unit": "%"
          },
          "owner": "acme",
          "weight": 1,
          "due": "2026-12-31",
          "value": null,
          "progress": null,
          "expected": 1.0,
          "gap": null,
          "gap_to_plan": null,
          "pace": null,
          "status": null,
          "disagrees": false,
          "confidence": null,
          "score": null,
          "note": null,
          "updated_at": null,
          "updated_by": null,
          "check_ins": 0,
          "stale_days": 22,
          "forecast": {
            "state": "too-early",
            "days": 0
          },
          "initiatives": []
        }
      ]
    }
    "#);
}

#[test]
fn stale_key_results_can_fail_a_build_and_no_objectives_are_no_fault() {
    let world = World::worked();
    assert_snapshot!(world.okr("report cadence --fail-on stale --format csv"), @"
    person,name,day,check_ins,open_key_results,stale
    ana,Ana Lima,2026-10-20,1,0,0
    ana,Ana Lima,2026-11-10,2,0,0
    bo,Bo Chen,2026-11-10,2,0,0
    ── stderr ──
    failed: 1 is stale: acme/renewing.audit
    ── exit 1 ──
    ");
    assert_snapshot!(World::company().okr("report cadence"), @"
    Cadence · 2026-Q4 · as of Nov 15 · 0 check-ins

    No key result waits for a check-in.

    On time, by week
    WEEK             ON TIME  OPEN KRS  CHECK-INS
    Oct 1 – Oct 7          –         0          0
    Oct 8 – Oct 14         –         0          0
    Oct 15 – Oct 21        –         0          0
    Oct 22 – Oct 28        –         0          0
    Oct 29 – Nov 4         –         0          0
    Nov 5 – Nov 11         –         0          0
    Nov 12 – Nov 15        –         0          0
    ");
}

#[test]
fn what_never_had_a_check_in_is_not_said_to_have_had_one_and_counts_once_it_was_there() {
    let world = World::company();
    let _ =
        world.on("2026-11-10").okr("create Renew --owner ana --kr 'nps = NPS: 0 -> 100' --kr 'churn = Churn: 4 -> 2'");
    let _ = world.on("2026-11-15").okr("create Learn --owner bo --kr 'pr = Pull requests: 0 -> 8'");
    assert_snapshot!(world.width(80).okr("report cadence"), @"
    Cadence · 2026-Q4 · as of Nov 15 · 0 check-ins

    0 of 3 open key results are overdue, with no check-in for more than 14 days; 3
    not.

    People
    WHO            CHECK-INS  LAST  OPEN KRS  STALE
    ana  Ana Lima          0     –         2      0
    bo   Bo Chen           0     –         1      0

    On time, by week
    WEEK                                 ON TIME  OPEN KRS  CHECK-INS
    Oct 1 – Oct 7    ░░░░░░░░░░░░░░░░░░        –         0          0
    Oct 8 – Oct 14   ░░░░░░░░░░░░░░░░░░        –         0          0
    Oct 15 – Oct 21  ░░░░░░░░░░░░░░░░░░        –         0          0
    Oct 22 – Oct 28  ░░░░░░░░░░░░░░░░░░        –         0          0
    Oct 29 – Nov 4   ░░░░░░░░░░░░░░░░░░        –         0          0
    Nov 5 – Nov 11   ██████████████████    100 %         2          0
    Nov 12 – Nov 15  ██████████████████    100 %         3          0
    ");
    let zh = world.out("report cadence --lang zh");
    assert_snapshot!(zh.lines().nth(2).unwrap(), @"3 个进行中的关键结果里有 0 个逾期，超过 14 天未更新；3 个没有逾期。");
    assert_snapshot!(world.on("2026-11-24").okr("report cadence"), @"
    Cadence · 2026-Q4 · as of Nov 24 · 0 check-ins

    2 of 3 open key results are overdue, with no check-in for more than 14 days; 1
    not.

    People
    WHO            CHECK-INS  LAST  OPEN KRS  STALE
    ana  Ana Lima          0     –         2      2
    bo   Bo Chen           0     –         1      0

    On time, by week
    WEEK                                 ON TIME  OPEN KRS  CHECK-INS
    Oct 1 – Oct 7    ░░░░░░░░░░░░░░░░░░        –         0          0
    Oct 8 – Oct 14   ░░░░░░░░░░░░░░░░░░        –         0          0
    Oct 15 – Oct 21  ░░░░░░░░░░░░░░░░░░        –         0          0
    Oct 22 – Oct 28  ░░░░░░░░░░░░░░░░░░        –         0          0
    Oct 29 – Nov 4   ░░░░░░░░░░░░░░░░░░        –         0          0
    Nov 5 – Nov 11   ██████████████████    100 %         2          0
    Nov 12 – Nov 18  ██████████████████    100 %         3          0
    Nov 19 – Nov 24  ██████░░░░░░░░░░░░     33 %         3          0

    No check-in for more than 14 days
    KEY RESULT              OWNER  DAYS
    ana/renew.churn  Churn  ana      15
    ana/renew.nps    NPS    ana      15
    ");
    // A check-in that is written down later than it was made shows that there was something to check in.
    let _ = world.okr("update renew.nps 10 --at 2026-10-20");
    let json: serde_json::Value = serde_json::from_str(&world.out("report cadence --format json")).unwrap();
    let open: Vec<i64> = json["weeks"].as_array().unwrap().iter().map(|week| week["open"].as_i64().unwrap()).collect();
    assert_eq!(open, [0, 0, 1, 1, 1, 2, 3, 3]);
}
