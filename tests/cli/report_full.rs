//! `okr report full`.

use insta::assert_snapshot;

use crate::world::World;

#[test]
fn all_of_a_cycle_on_a_terminal_and_in_a_pull_request() {
    let world = World::worked();
    assert_snapshot!(world.width(100).okr("report full"), @"
    OKRs · 2026-Q4 · Oct 1 – Dec 31 · day 46 of 92, 50 % of the time is gone

    progress         40 %  58 % expected
    time gone        50 %  day 46 of 92
    objectives       1  1 off track
    behind the plan  3  of 5 key results
    on time          80 %  1 of 5 overdue

    ────────────────────────────────────────────────────────────────────────────────────────────────────
    Alignment

    Acme Inc.                                                       ██████░░┊░░░░░  40 %  ✗ off track
    └─ Make renewing the obvious choice  acme/renewing              ██████░░┊░░░░░  40 %  ✗ says at risk
       ├─ NPS rises                      nps     38 of 50 points    █████░░┊░░░░░░  37 %  ✗ says at risk
       ├─ Churn falls                    churn   3.1 of 2.0 %       ███████┊░░░░░░  50 %  ✓ on track
       ├─ Uptime is kept                 up      99.45 of ≥ 99.9 %  ███████░░░░░░┊  50 %  ✗ off track
       ├─ Audit passed                   audit   not yet            ░░░░░░░┊░░░░░░   0 %  ✗ off track
       └─ Launch                         launch  beta, 2 of 3       ███████┊█░░░░░  67 %  ✓ on track

    ────────────────────────────────────────────────────────────────────────────────────────────────────
    Progress

                                                       PLAN  DONE  TO PLAN  CHANGE           PACE
    cycle                     all          ████░┊░░░░  58 %  40 %   −18 pp  +34 pp  ▁▁▁▁▁▁▃  ✗ off track
    objective  acme/renewing  Make renew…  ████░┊░░░░  58 %  40 %   −18 pp  +34 pp  ▁▁▁▁▁▁▃  ✗ off track

    1 off track

    ────────────────────────────────────────────────────────────────────────────────────────────────────
    Over time

    Make renewing the obvious choice  acme/renewing
    100 % ┤                                                                                       ⡀⡀⡀⠄⠄⠂
          │                                                                            ⡀⡀⡀⠄⠄⠂⠂⠂⠁⠁⠁
          │                                                                 ⡀⡀⠄⠄⠄⠂⠂⠂⠁⠁⠁
          │                                                     ⡀⡀⡀⠄⠄⠄⠂⠂⠂⠁⠁⠁
          │                                             ○⠄⠄⠂⠂⠂⠁⠁
     50 % ┤                                        ⡀⠄⠂⠁⠁│
          │                                ⡀⡀⠄⠄⠄⠂⠂⠁     ●
          │                       ⡀⡀⠄⠄⠂⠂⠂⠁⠁             ┃
          │             ⡀⡀⡀⠄⠄⠂⠂⠁⠁⠁                      ┃
          │    ⡀⡀⠄⠄⠄⠂⠂⠁⠁           ┏━━━━━━━━━━━━━━━━━━━━┛
      0 % └━━━━━━━━━━━━━━━━━━━━━━━━┛────────────────────┬───────────────────────────────────────────────
           Oct 1                                  today, Nov 15                                   Dec 31
    ━● reached 40 %   ⠄⠄○ plan 58 %

    ────────────────────────────────────────────────────────────────────────────────────────────────────
    Gaps

    KEY RESULT                             NOW  TARGET      TO GO  DONE  TO PLAN  CHANGE  PACE
    acme/renewing.audit   Audit pass…  not yet    done          –   0 %   −50 pp    0 pp  ✗ off track
    acme/renewing.up      Uptime is…     99.45  ≥ 99.9     0.45 %  50 %   −50 pp       –  ✗ off track
    acme/renewing.nps     NPS rises         38      50  12 points  37 %   −13 pp  +21 pp  ✗ says at risk
    acme/renewing.churn   Churn falls      3.1     2.0     −1.1 %  50 %     0 pp  +50 pp  ✓ on track
    acme/renewing.launch  Launch        2 of 3  3 of 3     1 step  67 %   +17 pp  +67 pp  ✓ on track

    Totals
    BY              OBJECTIVES  PLAN  DONE  TO PLAN  PACE
    level  company           1  58 %  40 %   −18 pp  ✗ off track
    all    2026-Q4           1  58 %  40 %   −18 pp  ✗ off track

    3 of 5 key results are behind the plan. The company's largest gap: acme/renewing.audit.

    ────────────────────────────────────────────────────────────────────────────────────────────────────
    Review

    40 % of 58 % expected: 1 off track. None is reviewed yet; the middle of the cycle is Nov 16.

    Off track (1)
    Make renewing the obvious choice   acme/renewing   40 % of 58 %   ✗ says at risk   Acme Inc.

    KR                      NOW                DONE  PACE            CONF   LAST NOTE
    nps     NPS rises       38 of 50 points    37 %  ✗ says at risk  7 → 5  first survey
    up      Uptime is kept  99.45 of ≥ 99.9 %  50 %  ✗ off track
    audit   Audit passed    not yet             0 %  ✗ off track            46 days without a check-in
    churn   Churn falls     3.1 of 2.0 %       50 %  ✓ on track
    launch  Launch          beta, 2 of 3       67 %  ✓ on track

    ────────────────────────────────────────────────────────────────────────────────────────────────────
    Cadence

    1 of 5 open key results is overdue, with no check-in for more than 14 days; 4 not.

    Check-ins by person and day
              Oct 1        12      19      26      Nov 2   9        TOTAL
    Ana Lima  ···· ······· ······· ·░····· ······· ······· ·▒·····      3
    Bo Chen   ···· ······· ······· ······· ······· ······· ·▒·····      2
    ░ 1   ▒ 2   ▓ 3   █ 4   check-ins a day

    People
    WHO              CHECK-INS    LAST  OPEN KRS  STALE
    acme  Acme Inc.          0       –         5      1
    ana   Ana Lima           3  Nov 10         0      0
    bo    Bo Chen            2  Nov 10         0      0

    On time, by week
    WEEK                                 ON TIME  OPEN KRS  CHECK-INS
    Oct 1 – Oct 7    ██████████████████    100 %         5          0
    Oct 8 – Oct 14   ██████████████████    100 %         5          0
    Oct 15 – Oct 21  ████░░░░░░░░░░░░░░     20 %         5          1
    Oct 22 – Oct 28  ████░░░░░░░░░░░░░░     20 %         5          0
    Oct 29 – Nov 4   ░░░░░░░░░░░░░░░░░░      0 %         5          0
    Nov 5 – Nov 11   ██████████████░░░░     80 %         5          4
    Nov 12 – Nov 15  ██████████████░░░░     80 %         5          0

    No check-in for more than 14 days
    KEY RESULT                         OWNER  DAYS
    acme/renewing.audit  Audit passed  acme     46

    ────────────────────────────────────────────────────────────────────────────────────────────────────
    Activity

    WHEN          WHO  OBJECTIVE      WHAT                                                         EVENT
    Nov 10 09:00  ana  acme/renewing  updated launch 0 of 3 → beta, 2 of 3                         a6
    Nov 10 09:00  bo   acme/renewing  updated up 99.45 %                                           a5
    Nov 10 09:00  bo   acme/renewing  updated churn 4.2 → 3.1 % · on track                         a4
    Nov 10 09:00  ana  acme/renewing  updated nps 34 → 38 points · at risk · 5/10                  a3
    Oct 20 09:00  ana  acme/renewing  updated nps 31 → 34 points · on track · 7/10 · first survey  a2
    Oct  1 09:00  ana  acme/renewing  created                                                      a1
    ");
    assert_snapshot!(world.okr("report full --format markdown"), @"
    ## OKRs · 2026-Q4 · Oct 1 – Dec 31 · day 46 of 92, 50 % of the time is gone

    - **progress**: 40 % · 58 % expected
    - **time gone**: 50 % · day 46 of 92
    - **objectives**: 1 · 1 off track
    - **behind the plan**: 3 · of 5 key results
    - **on time**: 80 % · 1 of 5 overdue

    ## Alignment

    - Acme Inc. · 40 % · −18 pp · ✗ off track
      - **Make renewing the obvious choice** · `acme/renewing` · 40 % · −18 pp · ✗ says at risk · 5/10
        - NPS rises · nps 38 of 50 points · 37 % · −13 pp · ✗ says at risk · 5/10
        - Churn falls · churn 3.1 of 2.0 % · 50 % · 0 pp · ✓ on track
        - Uptime is kept · up 99.45 of ≥ 99.9 % · 50 % · −50 pp · ✗ off track
        - Audit passed · audit not yet · 0 % · −50 pp · ✗ off track
        - Launch · launch beta, 2 of 3 · 67 % · +17 pp · ✓ on track

    ## Progress

    |  |  |  | OBJECTIVES | PLAN | DONE | TO PLAN | CHANGE |  |  | PACE |
    | :-- | :-- | :-- | --: | --: | --: | --: | --: | :-- | :-- | :-- |
    | cycle |  | **all** | 1 | 58 % | 40 % | −18 pp | +34 pp | ▁▁▁▁▁▁▃ | ↗ gaining | ✗ off track |
    | objective | `acme/renewing` | Make renewing the obvious choice | 1 | 58 % | 40 % | −18 pp | +34 pp | ▁▁▁▁▁▁▃ | ↗ gaining | ✗ off track |

    1 off track

    <details>
    <summary>Over time</summary>

    **Make renewing the obvious choice** `acme/renewing`

    ```text
    100 % ┤                                                                ⡀⡀⠄⠄⠂
          │                                                        ⡀⡀⠄⠄⠂⠂⠁⠁
          │                                                ⡀⡀⠄⠄⠂⠂⠁⠁
          │                                        ⡀⡀⠄⠄⠂⠂⠁⠁
          │                                 ⡀○⠄⠂⠂⠁⠁
     50 % ┤                              ⡀⠂⠁ │
          │                        ⡀⡀⠄⠂⠂⠁    ●
          │                 ⡀⡀⠄⠂⠂⠁⠁          ┃
          │          ⡀⡀⠄⠄⠂⠁⠁                 ┃
          │   ⡀⡀⠄⠄⠂⠁⠁        ┏━━━━━━━━━━━━━━━┛
      0 % └━━━━━━━━━━━━━━━━━━┛───────────────┬──────────────────────────────────
           Oct 1                       today, Nov 15                      Dec 31
    ━● reached 40 %   ⠄⠄○ plan 58 %
    ```

    </details>

    ## Gaps

    | KEY RESULT |  | START | NOW | TARGET | TO GO | PLAN | DONE | TO PLAN | CHANGE | PACE | FORECAST | CONF |
    | :-- | :-- | --: | --: | --: | --: | --: | --: | --: | --: | :-- | :-- | --: |
    | `acme/renewing.audit` | Audit passed | – | **not yet** | done | – | 50 % | 0 % | −50 pp | 0 pp | ✗ off track | – |  |
    | `acme/renewing.up` | Uptime is kept | 99.0 | **99.45** | ≥ 99.9 | 0.45 % | 100 % | 50 % | −50 pp | – | ✗ off track | too early |  |
    | `acme/renewing.nps` | NPS rises | 31 | **38** | 50 | 12 points | 50 % | 37 % | −13 pp | +21 pp | ✗ says at risk | too early | 5/10 |
    | `acme/renewing.churn` | Churn falls | 4.2 | **3.1** | 2.0 | −1.1 % | 50 % | 50 % | 0 pp | +50 pp | ✓ on track | too early |  |
    | `acme/renewing.launch` | Launch | – | **2 of 3** | 3 of 3 | 1 step | 50 % | 67 % | +17 pp | +67 pp | ✓ on track | – |  |

    ### Totals

    | BY |  | OBJECTIVES | PLAN | DONE | TO PLAN | PACE |
    | :-- | :-- | --: | --: | --: | --: | :-- |
    | level | company | 1 | 58 % | 40 % | −18 pp | ✗ off track |
    | all | 2026-Q4 | 1 | 58 % | 40 % | −18 pp | ✗ off track |

    3 of 5 key results are behind the plan. The company's largest gap: `acme/renewing.audit`.

    <details>
    <summary>Review · 0 of 1 open objectives reviewed</summary>

    40 % of 58 % expected: 1 off track. None is reviewed yet; the middle of the cycle is Nov 16.

    ### Off track (1)

    **Make renewing the obvious choice** `acme/renewing` 40 % of 58 % ✗ says at risk Acme Inc.

    | KR |  | NOW | DONE | PACE | CONF | OWNER | LAST NOTE |
    | :-- | :-- | :-- | --: | :-- | :-- | :-- | :-- |
    | `nps` | NPS rises | 38 of 50 points | 37 % | ✗ says at risk | 7 → 5 | acme | first survey |
    | `up` | Uptime is kept | 99.45 of ≥ 99.9 % | 50 % | ✗ off track |  | acme |  |
    | `audit` | Audit passed | not yet | 0 % | ✗ off track |  | acme | 46 days without a check-in |
    | `churn` | Churn falls | 3.1 of 2.0 % | 50 % | ✓ on track |  | acme |  |
    | `launch` | Launch | beta, 2 of 3 | 67 % | ✓ on track |  | acme |  |

    </details>

    <details>
    <summary>Cadence</summary>

    1 of 5 open key results is overdue, with no check-in for more than 14 days; 4 not.

    ```text
    Check-ins by person and day
              Oct 1        12      19      26      Nov 2   9        TOTAL
    Ana Lima  ···· ······· ······· ·░····· ······· ······· ·▒·····      3
    Bo Chen   ···· ······· ······· ······· ······· ······· ·▒·····      2
    ░ 1   ▒ 2   ▓ 3   █ 4   check-ins a day
    ```

    ### People

    | WHO |  | CHECK-INS | LAST | OPEN KRS | STALE |
    | :-- | :-- | --: | --: | --: | --: |
    | acme | Acme Inc. | 0 | – | 5 | 1 |
    | ana | Ana Lima | 3 | Nov 10 | 0 | 0 |
    | bo | Bo Chen | 2 | Nov 10 | 0 | 0 |

    ### On time, by week

    | WEEK | ON TIME | OPEN KRS | CHECK-INS |
    | :-- | --: | --: | --: |
    | Oct 1 – Oct 7 | 100 % | 5 | 0 |
    | Oct 8 – Oct 14 | 100 % | 5 | 0 |
    | Oct 15 – Oct 21 | 20 % | 5 | 1 |
    | Oct 22 – Oct 28 | 20 % | 5 | 0 |
    | Oct 29 – Nov 4 | 0 % | 5 | 0 |
    | Nov 5 – Nov 11 | 80 % | 5 | 4 |
    | Nov 12 – Nov 15 | 80 % | 5 | 0 |

    ### No check-in for more than 14 days

    | KEY RESULT |  | OWNER | LAST | DAYS |
    | :-- | :-- | :-- | --: | --: |
    | `acme/renewing.audit` | Audit passed | acme | – | 46 |

    </details>

    <details>
    <summary>Activity</summary>

    | WHEN | WHO | OBJECTIVE | WHAT | EVENT |
    | :-- | :-- | :-- | :-- | :-- |
    | Nov 10 09:00 | ana | `acme/renewing` | updated launch 0 of 3 → **beta, 2 of 3** | a6 |
    | Nov 10 09:00 | bo | `acme/renewing` | updated up 99.45 % | a5 |
    | Nov 10 09:00 | bo | `acme/renewing` | updated churn 4.2 → 3.1 % · on track | a4 |
    | Nov 10 09:00 | ana | `acme/renewing` | updated nps 34 → **38 points** · at risk · 5/10 | a3 |
    | Oct 20 09:00 | ana | `acme/renewing` | updated nps 31 → **34 points** · on track · 7/10 · first survey | a2 |
    | Oct  1 09:00 | ana | `acme/renewing` | created | a1 |

    </details>
    ");
}

#[test]
fn its_figures_are_those_of_the_reports_it_holds() {
    let world = World::worked();
    let json = |line: &str| -> serde_json::Value { serde_json::from_str(&world.stdout(line)).unwrap() };
    let full = json("report full --format json");
    let gap = json("report gap --format json");
    assert_eq!(full["progress"]["total"]["progress"], gap["total"]["progress"]);
    assert_eq!(full["cadence"], json("report cadence --format json"));
    assert_eq!(full["review"], json("report review --format json"));
    assert_eq!(full["score"], json("report score --format json"));
    assert_eq!(full["progress"], json("report progress --format json"));
    assert_eq!(full["activity"], json("log --format json"));
}

#[test]
fn tables_are_files_of_their_own_in_a_folder() {
    let world = World::worked();
    assert_snapshot!(world.okr("report full --format csv --output tables"), @"
    ── stderr ──
    wrote gap.csv, progress.csv, review.csv, score.csv, check_ins.csv, activity.csv to tables
    ");
    assert_eq!(
        world.files("tables"),
        ["activity.csv", "check_ins.csv", "gap.csv", "progress.csv", "review.csv", "score.csv"]
    );
    assert_eq!(world.read("tables/gap.csv"), world.stdout("report gap --since 7 --format csv"));
    assert_snapshot!(world.okr("report full --output tables"), @"
    ── stderr ──
    error: --output is for the tables of --format csv
    hint: other formats go to standard output: okr report full --format markdown > FILE
    ── exit 2 ──
    ");
    world.write("file", "");
    assert_snapshot!(world.okr("report full --format csv --output file"), @"
    ── stderr ──
    error: file cannot be written: File exists (os error 17)
    ── exit 3 ──
    ");
}

#[test]
fn an_empty_cycle_and_one_that_is_over() {
    assert_snapshot!(World::company().okr("report full"), @"
    OKRs · 2026-Q4 · Oct 1 – Dec 31 · day 46 of 92, 50 % of the time is gone

    No objectives here.
    ");
    let world = World::worked();
    assert_snapshot!(world.okr("report full --as-of 2027-02-01 --format csv"), @"
    kind,ref,cycle,owner,unit,level,title,unit_of_measure,start,value,target,gap,expected,progress,gap_to_plan,change,pace,status,confidence,forecast,forecast_low,forecast_high,target_on,updated_at
    objective,2026-Q4/acme/renewing,2026-Q4,acme,acme,company,Make renewing the obvious choice,,,,,,1,0.400585,-59.9415,0,off-track,at-risk,5,,,,,2026-11-10T09:00:00Z
    key_result,2026-Q4/acme/renewing.audit,2026-Q4,acme,acme,company,Audit passed,,,false,done,,1,0,-100,0,off-track,,,,,,,
    key_result,2026-Q4/acme/renewing.nps,2026-Q4,acme,acme,company,NPS rises,points,31,38,50,12,1,0.368421,-63.1579,0,off-track,at-risk,5,,,,,2026-11-10T09:00:00Z
    key_result,2026-Q4/acme/renewing.churn,2026-Q4,acme,acme,company,Churn falls,%,4.2,3.1,2,-1.1,1,0.5,-50,0,off-track,on-track,,,,,,2026-11-10T09:00:00Z
    key_result,2026-Q4/acme/renewing.up,2026-Q4,acme,acme,company,Uptime is kept,%,99,99.45,99.9,0.45,1,0.5,-50,0,off-track,,,,,,,2026-11-10T09:00:00Z
    key_result,2026-Q4/acme/renewing.launch,2026-Q4,acme,acme,company,Launch,,,beta,3 of 3,1,1,0.666667,-33.3333,0,off-track,,,,,,,2026-11-10T09:00:00Z
    ── stderr ──
    note: no cycle holds 2027-02-01; this is 2026-Q4, the last one that ended
    ");
}

#[test]
fn a_page_is_the_same_whatever_the_machine() {
    let world = World::team();
    let page = world.stdout("report full --format html");
    world.env("TZ", "Asia/Tokyo").env("LC_ALL", "de_DE.UTF-8").width(60);
    assert_eq!(page, world.stdout("report full --format html"));
}
