//! `okr report score`.

use insta::assert_snapshot;

use crate::world::World;

/// Scores of two cycles, as a team writes them.
fn scored() -> World {
    let world = World::company();
    let _ = world.okr("cycle new 2026-Q3");
    let objective = |cycle: &str, owner: &str, slug: &str, kind: &str, scores: &[(&str, u32)]| {
        let base = format!("okrs/{cycle}/{owner}/{slug}");
        world.write(
            &format!("{base}.yaml"),
            &format!(
                "title: Goal {slug}\nkind: {kind}\nkey_results:\n  - {{id: a, title: A, metric: {{from: 0, to: 10}}}}\n"
            ),
        );
        let day = if cycle.ends_with("Q3") { "2026-09-30" } else { "2026-11-12" };
        let mut history = format!(
            "- {{\"id\": \"u{slug}\", \"at\": \"{day}T08:00:00Z\", \"by\": \"bo\", \"event\": \"update\", \"kr\": \"a\", \"value\": 6}}\n"
        );
        for (at, (by, score)) in scores.iter().enumerate() {
            history += &format!(
                "- {{\"id\": \"s{at}{slug}\", \"at\": \"{day}T09:00:0{at}Z\", \"by\": \"{by}\", \"event\": \"score\", \"score\": {score}}}\n"
            );
        }
        world.write(&format!("{base}.history.yaml"), &history);
    };
    objective("2026-Q3", "eng", "calm", "aspirational", &[("ana", 100)]);
    objective("2026-Q3", "bo", "learn", "committed", &[("bo", 100)]);
    objective("2026-Q4", "eng", "fast", "aspirational", &[("ana", 100), ("bo", 40)]);
    objective("2026-Q4", "bo", "teach", "committed", &[("mei", 90), ("bo", 60)]);
    objective("2026-Q4", "mei", "hear", "aspirational", &[("bo", 30)]);
    objective("2026-Q4", "ops", "glad", "aspirational", &[]);
    world
}

#[test]
fn the_scores_of_a_cycle_against_the_one_before() {
    let world = scored();
    assert_snapshot!(world.width(100).okr("report score"), @"
    Scores · 2026-Q4 · as of Nov 15 · against 2026-Q3

    Mean 63.3 of 100 (median 60, spread 28.7, from 30 to 100), −36.7 against 2026-Q3. 1 of 4 is not
    scored.

                               FROM                      OBJECTIVES  SHARE  2026-Q3
    outstanding                 100  ██████░░░░░░░░░░░░           1   33 %        2
    a hard objective achieved    70  ░░░░░░░░░░░░░░░░░░           0    0 %        0
    some progress                30  ████████████░░░░░░           2   67 %        0
    no progress                   0  ░░░░░░░░░░░░░░░░░░           0    0 %        0

    Groups
    BY                                OBJECTIVES  NOT SCORED                MEAN  MEDIAN  SPREAD  CHANGE
    level  department                          2           1  ████████████   100     100       0       0
    level  individual                          2           0  █████░░░░░░░    45      45      15     −55
    unit   eng           Engineering           2           0  ██████████░░    80      80      20     −20
    unit   ops           客户成功部            2           1  ████░░░░░░░░    30      30       0       –
    owner  eng           Engineering           1           0  ████████████   100     100       0       0
    owner  ops           客户成功部            1           1  ░░░░░░░░░░░░     –       –       –       –
    owner  bo            Bo Chen               1           0  ███████░░░░░    60      60       0     −40
    owner  mei           梅兰                  1           0  ████░░░░░░░░    30      30       0       –
    kind   aspirational                        3           1  ████████░░░░    65      65      35     −35
    kind   committed                           1           0  ███████░░░░░    60      60       0     −40
    all    2026-Q4                             4           1  ████████░░░░  63.3      60    28.7   −36.7

    Objectives
    OBJECTIVE              KIND          DONE  SUGGESTED  SCORE  BAND           SCORED BY
    eng/fast   Goal fast   aspirational  60 %         60    100  outstanding    ana 100 · bo 40
    bo/teach   Goal teach  committed     60 %         60     60  some progress  bo 60 · mei 90
    mei/hear   Goal hear   aspirational  60 %         60     30  some progress  bo
    ops/glad   Goal glad   aspirational  60 %         60      –  –

    To talk about
    ! Engineering (eng): all 2 aspirational objectives reached 100. Aim higher: what is sure to be
    reached is not aspirational.

    ✗ bo/teach  Goal teach: committed, and scored 60. What was promised is to be reached whole.
    ");
    assert_snapshot!(world.width(60).okr("report score --unit eng"), @"
    Scores · 2026-Q4 · as of Nov 15 · against 2026-Q3

    Mean 80 of 100 (median 80, spread 20, from 60 to 100), −20
    against 2026-Q3.

                    FROM              OBJECTIVES  SHARE  2026-Q3
    outstanding      100  █████░░░░░           1   50 %        2
    a hard object…    70  ░░░░░░░░░░           0    0 %        0
    some progress     30  █████░░░░░           1   50 %        0
    no progress        0  ░░░░░░░░░░           0    0 %        0

    Groups
    BY                   OBJECTIVES  NOT SCORED  MEAN  CHANGE
    level  department             1           0   100       0
    level  individual             1           0    60     −40
    unit   eng                    2           0    80     −20
    owner  eng                    1           0   100       0
    owner  bo                     1           0    60     −40
    kind   aspirational           1           0   100       0
    kind   committed              1           0    60     −40
    all    2026-Q4                2           0    80     −20

    Objectives
    OBJECTIVE              SUGGESTED  SCORE  BAND
    eng/fast   Goal fast          60    100  outstanding
    bo/teach   Goal teach         60     60  some progress

    To talk about
    ! Engineering (eng): all 2 aspirational objectives reached
    100. Aim higher: what is sure to be reached is not
    aspirational.

    ✗ bo/teach  Goal teach: committed, and scored 60. What was
    promised is to be reached whole.
    ");
    assert_snapshot!(world.okr("report score --format csv"), @"
    ref,title,owner,unit,level,kind,state,progress,suggested,score,band,by,at,counts
    2026-Q4/eng/fast,Goal fast,eng,eng,department,aspirational,open,0.6,60,100,outstanding,ana,2026-11-12T09:00:00Z,true
    2026-Q4/eng/fast,Goal fast,eng,eng,department,aspirational,open,0.6,60,40,some progress,bo,2026-11-12T09:00:01Z,false
    2026-Q4/eng/fast.a,A,eng,eng,department,aspirational,open,0.6,60,,,,,false
    2026-Q4/bo/teach,Goal teach,bo,eng,individual,committed,open,0.6,60,90,a hard objective achieved,mei,2026-11-12T09:00:00Z,false
    2026-Q4/bo/teach,Goal teach,bo,eng,individual,committed,open,0.6,60,60,some progress,bo,2026-11-12T09:00:01Z,true
    2026-Q4/bo/teach.a,A,bo,eng,individual,committed,open,0.6,60,,,,,false
    2026-Q4/mei/hear,Goal hear,mei,ops,individual,aspirational,open,0.6,60,30,some progress,bo,2026-11-12T09:00:00Z,true
    2026-Q4/mei/hear.a,A,mei,ops,individual,aspirational,open,0.6,60,,,,,false
    2026-Q4/ops/glad,Goal glad,ops,ops,department,aspirational,open,0.6,60,,,,,false
    2026-Q4/ops/glad.a,A,ops,ops,department,aspirational,open,0.6,60,,,,,false
    ");
}

#[test]
fn a_team_that_scores_from_0_to_1_with_bands_of_its_own() {
    let world = scored();
    world.write("okrs/okr.yaml", "version: 1\nscoring: {scale: 1.0, bands: {missed: 0, close: 0.4, made: 0.7}}\n");
    assert_snapshot!(world.width(100).okr("report score"), @"
    Scores · 2026-Q4 · as of Nov 15 · against 2026-Q3

    Mean 0.633 of 1 (median 0.6, spread 0.287, from 0.3 to 1), −0.367 against 2026-Q3. 1 of 4 is not
    scored.

            FROM                      OBJECTIVES  SHARE  2026-Q3
    made     0.7  ██████░░░░░░░░░░░░           1   33 %        2
    close    0.4  ██████░░░░░░░░░░░░           1   33 %        0
    missed     0  ██████░░░░░░░░░░░░           1   33 %        0

    Groups
    BY                                OBJECTIVES  NOT SCORED                MEAN  MEDIAN  SPREAD  CHANGE
    level  department                          2           1  ███████████      1       1       0       0
    level  individual                          2           0  █████░░░░░░   0.45    0.45    0.15   −0.55
    unit   eng           Engineering           2           0  █████████░░    0.8     0.8     0.2    −0.2
    unit   ops           客户成功部            2           1  ███░░░░░░░░    0.3     0.3       0       –
    owner  eng           Engineering           1           0  ███████████      1       1       0       0
    owner  ops           客户成功部            1           1  ░░░░░░░░░░░      –       –       –       –
    owner  bo            Bo Chen               1           0  ███████░░░░    0.6     0.6       0    −0.4
    owner  mei           梅兰                  1           0  ███░░░░░░░░    0.3     0.3       0       –
    kind   aspirational                        3           1  ███████░░░░   0.65    0.65    0.35   −0.35
    kind   committed                           1           0  ███████░░░░    0.6     0.6       0    −0.4
    all    2026-Q4                             4           1  ███████░░░░  0.633     0.6   0.287  −0.367

    Objectives
    OBJECTIVE              KIND          DONE  SUGGESTED  SCORE  BAND    SCORED BY
    eng/fast   Goal fast   aspirational  60 %        0.6      1  made    ana 1 · bo 0.4
    bo/teach   Goal teach  committed     60 %        0.6    0.6  close   bo 0.6 · mei 0.9
    mei/hear   Goal hear   aspirational  60 %        0.6    0.3  missed  bo
    ops/glad   Goal glad   aspirational  60 %        0.6      –  –

    To talk about
    ! Engineering (eng): all 2 aspirational objectives reached 1. Aim higher: what is sure to be reached
    is not aspirational.

    ✗ bo/teach  Goal teach: committed, and scored 0.6. What was promised is to be reached whole.
    ");
    let json: serde_json::Value = serde_json::from_str(&world.stdout("report score --format json")).unwrap();
    assert_eq!(json["total"]["mean"], 63.3333, "machines read 0 to 100 whatever the scale");
    world.write("okrs/okr.yaml", "version: 1\nscoring: {scale: 1.0, bands: {made: 70}}\n");
    assert_snapshot!(world.okr("cycle list"), @"
    Cycles · 2 cycles

       CYCLE    START  END     STATE         OBJECTIVES                      DONE   PLAN  PACE
       2026-Q3  Jul 1  Sep 30  ended                  2  ███████████░░░░░░┊  60 %  100 %  ✗ off track
    ▶  2026-Q4  Oct 1  Dec 31  day 46 of 92           4  █████████┊█░░░░░░░  60 %   50 %  ✓ on track
    ── stderr ──
    error: okrs/okr.yaml:2:30: bands: a band begins between 0 and 1
      2 | scoring: {scale: 1.0, bands: {made: 70}}
        |                              ^^^^^^^^^^
    hint: correct the value. Defaults stand in until then.
    ── exit 3 ──
    ");
}

#[test]
fn before_anything_is_scored_and_as_a_gate() {
    assert_snapshot!(World::worked().okr("report score"), @"
    Scores · 2026-Q4 · as of Nov 15

    Nothing is scored yet; okr score REF --suggested. 1 of 1 is not scored.

    Objectives
    OBJECTIVE                                        KIND          DONE  SUGGESTED  SCORE
    acme/renewing  Make renewing the obvious choice  aspirational  40 %         40      –
    ");
    assert_snapshot!(scored().okr("report score --as-of 2027-01-05 --fail-on unscored --format csv"), @"
    ref,title,owner,unit,level,kind,state,progress,suggested,score,band,by,at,counts
    2026-Q4/eng/fast,Goal fast,eng,eng,department,aspirational,open,0.6,60,100,outstanding,ana,2026-11-12T09:00:00Z,true
    2026-Q4/eng/fast,Goal fast,eng,eng,department,aspirational,open,0.6,60,40,some progress,bo,2026-11-12T09:00:01Z,false
    2026-Q4/eng/fast.a,A,eng,eng,department,aspirational,open,0.6,60,,,,,false
    2026-Q4/bo/teach,Goal teach,bo,eng,individual,committed,open,0.6,60,90,a hard objective achieved,mei,2026-11-12T09:00:00Z,false
    2026-Q4/bo/teach,Goal teach,bo,eng,individual,committed,open,0.6,60,60,some progress,bo,2026-11-12T09:00:01Z,true
    2026-Q4/bo/teach.a,A,bo,eng,individual,committed,open,0.6,60,,,,,false
    2026-Q4/mei/hear,Goal hear,mei,ops,individual,aspirational,open,0.6,60,30,some progress,bo,2026-11-12T09:00:00Z,true
    2026-Q4/mei/hear.a,A,mei,ops,individual,aspirational,open,0.6,60,,,,,false
    2026-Q4/ops/glad,Goal glad,ops,ops,department,aspirational,open,0.6,60,,,,,false
    2026-Q4/ops/glad.a,A,ops,ops,department,aspirational,open,0.6,60,,,,,false
    ── stderr ──
    note: no cycle holds 2027-01-05; this is 2026-Q4, the last one that ended
    failed: 1 is unscored: ops/glad
    ── exit 1 ──
    ");
    assert_snapshot!(World::company().okr("report score"), @"
    Scores · 2026-Q4 · as of Nov 15

    No objectives here.
    ");
}
