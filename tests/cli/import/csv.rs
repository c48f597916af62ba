//! `okr import csv`: presets, guessed headers, and `--map`.

use insta::assert_snapshot;

use super::{plan, with};
use crate::world::World;

#[test]
fn goals_of_peoplebox_hang_on_each_other() {
    assert_snapshot!(plan("csv", "peoplebox.csv"), @r#"
    peoplebox.csv · a file of peoplebox · 2 objectives, 4 key results, 5 check-ins · into 2026-Q4
    nothing is changed

    Make renewing the obvious choice      ana/make-renewing-obvious                on track        line 2
    ├─ NPS rises                          kr1                         31 → 50      38        bo    line 4
    └─ Contract templates are signed off  kr2                         done or not  done      carl  line 5

    Support answers within a day          mei/support-answers-within                               line 6
    ├─ Support answers within a day       kr1                         60 → 95 %    80 %            line 6
    └─ Evening rota                       kr2                         0 → 5000 €   €1200           line 7
    ── stderr ──
    warning: peoplebox.csv:1:5: not imported: "Action" (this column is not read)
    warning: peoplebox.csv:1:8: not imported: "Goal Cycle" (this column is not read)
    warning: peoplebox.csv:1:10: not imported: "Scope" (this column is not read)
    warning: peoplebox.csv:1:11: not imported: "Departments" (this column is not read)
    warning: peoplebox.csv:1:21: not imported: "Review Cycle ID" (this column is not read)
    warning: peoplebox.csv:1:22: not imported: "Review Cycle Weightage" (this column is not read)
    warning: peoplebox.csv:1:23: not imported: "Approved" (this column is not read)
    warning: peoplebox.csv:4:7: not imported: "mei@acme.example" (an objective or key result has one owner)
    warning: peoplebox.csv:6:18: not imported: "Not Started" (it says neither on track, at risk, off track nor done)
    warning: org.yaml does not know carl; okr org add-person carl tells it
    "#);
}

#[test]
fn milestones_of_betterworks_belong_to_the_goal_above() {
    assert_snapshot!(plan("csv", "betterworks.csv"), @r#"
    betterworks.csv · a file of betterworks · 2 objectives, 3 key results, 3 check-ins · into 2026-Q4
    nothing is changed

    Open the second shop    ana/open-second-shop                         line 2
    ├─ Lease is signed      kr1                    0 → 100 %  100 %      line 4
    └─ Staff are trained    kr2                    0 → 100 %  10 %   bo  line 5

    Answer within a day     mei/answer-within-day                        line 6
    └─ Answer within a day  kr1                    0 → 100 %  65 %       line 6
    ── stderr ──
    warning: betterworks.csv:2:3: not imported: "40" (it follows from the key results)
    "#);
}

#[test]
fn metrics_of_peoplecues_stand_beside_their_objective() {
    assert_snapshot!(plan("csv", "peoplecues.csv"), @"
    peoplecues.csv · a file of peoplecues · 2 objectives, 3 key results · into 2026-Q4 · nothing is changed

    Be easy to buy from          ana/easy-buy                     line 2
    ├─ Days from quote to order  kr1               20 → 8         line 2
    └─ Orders without a call     kr2               35 → 70 %  bo  line 3

    Know our numbers             mei/know-numbers                 line 4
    └─ Monthly close in days     kr1               12 → 5         line 4
    ");
}

#[test]
fn goals_of_engagedly_are_objectives() {
    assert_snapshot!(plan("csv", "engagedly.csv"), @r#"
    engagedly.csv · a file of engagedly · 2 objectives, 0 key results, 2 check-ins · into 2026-Q4
    nothing is changed

    Retain the ten largest accounts         bo/retain-ten-largest       on track  line 2
    Write the onboarding guide (completed)  mei/write-onboarding-guide  done      line 3
    ── stderr ──
    warning: engagedly.csv:1:6: not imported: "Notification Frequency" (this column is not read)
    warning: engagedly.csv:1:9: not imported: "Assigner" (this column is not read)
    warning: engagedly.csv:1:10: not imported: "Assigner Email ID" (this column is not read)
    "#);
}

#[test]
fn key_results_of_culture_amp_have_columns_of_their_own() {
    assert_snapshot!(plan("csv", "culture-amp.csv"), @r#"
    culture-amp.csv · a file of culture-amp · 2 objectives, 3 key results, 3 check-ins · into 2026-Q4
    nothing is changed

    Become the team people ask to join        ana/become-team-people                    line 2
    ├─ Referrals from 2 to 6                  kr1                     2 → 6      4      line 2
    └─ Exit talks with everybody              kr2                     0 → 100 %  20 %   line 2

    Close the books in five days (completed)  mei/close-books-five                      line 3
    └─ Close the books in five days           kr1                     0 → 100 %  100 %  line 3
    ── stderr ──
    warning: culture-amp.csv:1:4: not imported: "visibility" (this column is not read)
    warning: culture-amp.csv:1:7: not imported: "created_at" (this column is not read)
    warning: culture-amp.csv:1:8: not imported: "priority" (this column is not read)
    warning: culture-amp.csv:2:5: not imported: "bo@acme.example" (an objective or key result has one owner)
    warning: culture-amp.csv:2:9: not imported: "ongoing" (it says neither on track, at risk, off track nor done)
    warning: culture-amp.csv:2:10: not imported: "0.35" (it follows from the key results)
    "#);
}

#[test]
fn objectives_of_ally_name_their_parent_and_period() {
    assert_snapshot!(plan("csv", "ally.csv"), @"
    ally.csv · a file of ally · 1 objective, 2 key results · into 2026-Q4 · nothing is changed

    Be the default                  ana/default                    line 2
    ├─ Three partners ship with us  kr1          done or not  bo   line 3
    └─ Half of trials convert       kr2          done or not  mei  line 4
    ");
}

#[test]
fn objective_and_key_result_may_stand_side_by_side() {
    assert_snapshot!(plan("csv", "side-by-side.csv"), @"
    side-by-side.csv · 2 objectives, 4 key results, 2 check-ins, 1 score · into 2026-Q4 · nothing is changed

    Delight customers      ana/delight-customers                                     line 2
    ├─ NPS                 kr1                    31 → 50 points  38 points  40      line 2
    └─ Churn               kr2                    4.2 → 2.0 %     3.1 %          bo  line 3

    Ship weekly            bo/ship-weekly                                            line 4
    ├─ Releases a month    kr1                    1 → 4                              line 4
    └─ Rollbacks are rare  kr2                    done or not                        line 5
    ");
}

#[test]
fn chinese_headers_are_known() {
    assert_snapshot!(plan("csv", "chinese.csv"), @r#"
    chinese.csv · 1 objective, 2 key results, 2 check-ins · into 2026-Q4 · nothing is changed

    让每个客户都愿意续约   mei/rang-mei-ge-ke-hu-du                       line 2
    ├─ 续约率              kr1                       80 → 92 %  85 %      line 2
    └─ 每周回访全部大客户  kr2                       0 → 100 %  60 %  bo  line 3
    ── stderr ──
    warning: chinese.csv:1:11: not imported: "部门" (this column is not read)
    "#);
}

#[test]
fn columns_of_any_name_are_mapped() {
    let world = World::company();
    world.write("in.csv", "Outcome|Driver|Ziel, Q4|Ist|Colour\nGrow|bo|40|12|red\n");
    assert_snapshot!(world.session(&["import csv in.csv --dry-run --delimiter |", "import csv in.csv --dry-run --delimiter | --map title=Outcome,owner=Driver --map target=Zeil", "import csv in.csv --dry-run --delimiter | --map titel=Outcome", "import csv in.csv --dry-run --delimiter | --map Outcome", "import csv in.csv --dry-run --delimiter | --map title=Outcome,owner=Driver,title=Colour", "import csv in.csv --dry-run --delimiter xy", "import csv in.csv --dry-run --delimiter | --map title=Outcome,owner=Driver --map current=Ist"]), @r#"
    $ okr import csv in.csv --dry-run --delimiter |
    ── stderr ──
    error: in.csv:1: no column is known to hold titles; the headers are Outcome, Driver, Ziel, Q4, Ist and Colour
    hint: say which one does: --map "title=Outcome", or objective= and key-result= where both are in one row
    ── exit 2 ──

    $ okr import csv in.csv --dry-run --delimiter | --map title=Outcome,owner=Driver --map target=Zeil
    ── stderr ──
    error: in.csv:1: --map: there is no column "Zeil"
    hint: did you mean "Ziel, Q4"?
    ── exit 2 ──

    $ okr import csv in.csv --dry-run --delimiter | --map titel=Outcome
    ── stderr ──
    error: --map: there is no field "titel"
    hint: did you mean title?
    ── exit 2 ──

    $ okr import csv in.csv --dry-run --delimiter | --map Outcome
    ── stderr ──
    error: --map "Outcome" is not FIELD=HEADER
    hint: write title=Outcome,owner=Driver
    ── exit 2 ──

    $ okr import csv in.csv --dry-run --delimiter | --map title=Outcome,owner=Driver,title=Colour
    ── stderr ──
    error: --map: two columns are mapped to title
    hint: only id, parent, owner and tags may have several
    ── exit 2 ──

    $ okr import csv in.csv --dry-run --delimiter xy
    ── stderr ──
    error: --delimiter "xy" is not one character that can stand between fields
    hint: write ',' or ';' or tab
    ── exit 2 ──

    $ okr import csv in.csv --dry-run --delimiter | --map title=Outcome,owner=Driver --map current=Ist
    in.csv · 1 objective, 1 key result · into 2026-Q4 · nothing is changed

    Grow     bo/grow               line 2
    └─ Grow  kr1      done or not  line 2
    ── stderr ──
    warning: in.csv:1:3: not imported: "Ziel, Q4" (this column is not read)
    warning: in.csv:1:5: not imported: "Colour" (this column is not read)
    warning: in.csv:2: not imported: "12" (a value of what has no target)
    "#);
}

#[test]
fn a_preset_can_be_asked_for() {
    let world = with("betterworks.csv");
    world.write("less.csv", "name,type,progress\nOpen the shop,goal,40\nLease,milestone,100\n");
    assert_snapshot!(world.session(&["import csv less.csv --preset betterworks --dry-run", "import csv less.csv --preset bw --dry-run"]), @r#"
    $ okr import csv less.csv --preset betterworks --dry-run
    less.csv · a file of betterworks · 1 objective, 1 key result, 1 check-in · into 2026-Q4
    nothing is changed

    Open the shop  ana/open-shop                    line 2
    └─ Lease       kr1            0 → 100 %  100 %  line 3
    ── stderr ──
    warning: less.csv:2:3: not imported: "40" (it follows from the key results)

    $ okr import csv less.csv --preset bw --dry-run
    ── stderr ──
    error: invalid value 'bw' for '--preset <TOOL>'
      [possible values: okr, peoplebox, betterworks, peoplecues, engagedly, culture-amp, ally]

    For more information, try '--help'.
    ── exit 2 ──
    "#);
}

#[test]
fn days_choose_the_cycle_and_one_that_is_missing_is_made() {
    let world = World::company();
    world.write(
        "in.csv",
        "title,owner,start date,due date\nQuarter,bo,2026-10-05,2026-12-18\nNext,bo,2027-01-04,2027-03-26\nHalf,bo,2027-02-01,2027-05-31\nYear,bo,2027-01-01,2027-12-31\nOnly a day,bo,,2026-11-30\n",
    );
    assert_snapshot!(world.okr("import csv in.csv --dry-run --format csv"), @"
    depth,title,kind,ref,measure,value,score,owner,aligns_to,line
    0,Quarter,objective,2026-Q4/bo/quarter,,,,bo,,2
    0,Next,objective,2027-Q1/bo/next,,,,bo,,3
    0,Half,objective,2027-H1/bo/half,,,,bo,,4
    0,Year,objective,2027/bo/year,,,,bo,,5
    0,Only a day,objective,2026-Q4/bo/only-day,,,,bo,,6
    ");
    assert_snapshot!(world.okr("import csv in.csv"), @"
    created cycle 2027-Q1
    created cycle 2027-H1
    created cycle 2027
    created bo/quarter  Quarter
    created 2027-Q1/bo/next  Next
    created 2027-H1/bo/half  Half
    created 2027/bo/year  Year
    created bo/only-day  Only a day
    imported 5 objectives, 0 key results into 2026-Q4, 2027, 2027-H1 and 2027-Q1
    ");
    assert_eq!(world.read("okrs/2027-H1/cycle.yaml"), "start: 2027-01-01\nend: 2027-06-30\n");
}
