//! `okr export csv`.

use crate::world::World;

#[test]
fn a_row_a_key_result_with_raw_values() {
    let world = World::worked();
    insta::assert_snapshot!(world.okr("export csv --columns ref,objective_progress,metric,baseline,target,value,progress,expected,gap,gap_to_plan,pace,status,confidence,note,updated_at"), @r"
ref,objective_progress,metric,baseline,target,value,progress,expected,gap,gap_to_plan,pace,status,confidence,note,updated_at
2026-Q4/acme/renewing.nps,0.400585,change,31,50,38,0.368421,0.5,12,-13.1579,off-track,at-risk,5,first survey,2026-11-10T09:00:00Z
2026-Q4/acme/renewing.churn,0.400585,change,4.2,2,3.1,0.5,0.5,-1.1,0,on-track,on-track,,,2026-11-10T09:00:00Z
2026-Q4/acme/renewing.up,0.400585,keep,,,99.45,0.5,1,0.45,-50,off-track,,,,2026-11-10T09:00:00Z
2026-Q4/acme/renewing.audit,0.400585,done,,,open,0,0.5,,-50,off-track,,,,
2026-Q4/acme/renewing.launch,0.400585,milestones,,,beta,0.666667,0.5,1,16.6667,on-track,,,,2026-11-10T09:00:00Z
");
    insta::assert_snapshot!(world.out("export csv").lines().next().unwrap(), @"ref,cycle,level,unit,objective_owner,objective,objective_kind,objective_state,objective_progress,objective_pace,objective_score,key_result,owner,weight,due,metric,value_unit,baseline,target,at_least,at_most,worst,value,progress,expected,gap,gap_to_plan,pace,status,confidence,score,forecast,note,updated_at,updated_by,milestones,initiatives,objective_description,objective_weight,tags,aligns_to,cycle_start,cycle_end");
}

#[test]
fn an_objective_without_key_results_is_a_row_too() {
    let world = World::company();
    world.write("okrs/2026-Q4/eng/calm.yaml", "title: \"=Sleep through the night\"\n");
    insta::assert_snapshot!(world.okr("export csv --columns ref,objective,key_result,progress"), @r"
ref,objective,key_result,progress
2026-Q4/eng/calm,'=Sleep through the night,,
");
}

#[test]
fn what_is_exported_can_be_filled_in_and_taken_back() {
    let world = World::worked();
    let week = world.out("export csv --columns ref,value,status,confidence,note");
    let filled =
        week.replace("2026-Q4/acme/renewing.nps,38,at-risk,5,", "2026-Q4/acme/renewing.nps,41,on-track,6,better");
    assert_ne!(week, filled);
    world.write("week.csv", &filled);
    insta::assert_snapshot!(world.okr("update --from week.csv"), @r"
updated acme/renewing.nps  38 → 41 points (+3)  53 % of 50 % expected, on track
updated acme/renewing.churn  3.1 → 3.1 %  50 % of 50 % expected, on track
updated acme/renewing.up  99.45 → 99.45 %  50 % of 100 % expected, off track
updated acme/renewing.audit  not yet → not yet  0 % of 50 % expected, off track
updated acme/renewing.launch  beta, 2 of 3 → beta, 2 of 3  67 % of 50 % expected, on track
");
}

#[test]
fn a_column_that_is_not_there_is_refused_with_the_nearest() {
    let world = World::worked();
    insta::assert_snapshot!(world.okr("export csv --columns ref,progres"), @r#"
── stderr ──
error: there is no column "progres"
hint: did you mean progress?
── exit 2 ──
"#);
    insta::assert_snapshot!(world.okr("export csv --columns zzz"), @r#"
── stderr ──
error: there is no column "zzz"
hint: columns: ref, cycle, level, unit, objective_owner, objective, objective_kind, objective_state, objective_progress, objective_pace, objective_score, key_result, owner, weight, due, metric, value_unit, baseline, target, at_least, at_most, worst, value, progress, expected, gap, gap_to_plan, pace, status, confidence, score, forecast, note, updated_at, updated_by, milestones, initiatives, objective_description, objective_weight, tags, aligns_to, cycle_start and cycle_end
── exit 2 ──
"#);
}

#[test]
fn filters_days_and_revisions_are_as_everywhere() {
    let world = World::worked();
    world.git("init -q");
    world.commit("first");
    let _ = world.on("2026-11-16").okr("update renewing.nps 44");
    let value = |line: &str| {
        world.out(&format!("export csv --columns ref,value {line}")).lines().nth(1).unwrap_or_default().to_owned()
    };
    assert_eq!(value(""), "2026-Q4/acme/renewing.nps,44");
    assert_eq!(value("--as-of 2026-10-31"), "2026-Q4/acme/renewing.nps,34");
    assert_eq!(value("--rev HEAD"), "2026-Q4/acme/renewing.nps,38");
    assert_eq!(value("--owner bo"), "");
    insta::assert_snapshot!(world.okr("export csv --all --cycle 2026-Q4"), @r"
── stderr ──
error: --all and --cycle are two different things
hint: leave one of them out
── exit 2 ──
");
}
