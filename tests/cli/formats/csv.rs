//! Every reading command as CSV.

use insta::assert_snapshot;

use super::small;

#[test]
fn list() {
    assert_snapshot!(small().okr("list --format csv"), @"
    ref,title,cycle,owner,level,kind,state,key_results,progress,expected,gap_to_plan,pace,status,confidence,updated
    2026-Q4/acme/renewing,Make renewing obvious | 续约,2026-Q4,acme,company,aspirational,open,2,0.184211,0.5,-31.5789,off-track,at-risk,5,2026-10-20T09:00:00Z
    ");
}

#[test]
fn show_renewing() {
    assert_snapshot!(small().okr("show renewing --format csv"), @r#"
    ref,id,title,unit,value,progress,expected,gap,gap_to_plan,pace,status,confidence,forecast,forecast_low,forecast_high,updated_at,updated_by
    2026-Q4/acme/renewing.nps,nps,NPS rises,points,38,0.368421,0.5,12,-13.1579,off-track,at-risk,5,,,,2026-10-20T09:00:00Z,ana
    2026-Q4/acme/renewing.audit,audit,"Audit, passed",,false,0,0.5,,-50,off-track,,,,,,,
    "#);
}

#[test]
fn show_renewing_nps() {
    assert_snapshot!(small().okr("show renewing.nps --format csv"), @"
    ref,id,title,unit,value,progress,expected,gap,gap_to_plan,pace,status,confidence,forecast,forecast_low,forecast_high,updated_at,updated_by
    2026-Q4/acme/renewing.nps,nps,NPS rises,points,38,0.368421,0.5,12,-13.1579,off-track,at-risk,5,,,,2026-10-20T09:00:00Z,ana
    ");
}

#[test]
fn tree() {
    assert_snapshot!(small().okr("tree --format csv"), @r#"
    depth,title,kind,ref,owner,value,progress,expected,gap_to_plan,pace,status,confidence,updated
    0,Acme Inc.,group,,acme,,0.184211,0.5,-31.5789,off-track,,,
    1,Make renewing obvious | 续约,objective,2026-Q4/acme/renewing,acme,,0.184211,0.5,-31.5789,off-track,at-risk,5,2026-10-20T09:00:00Z
    2,NPS rises,key_result,2026-Q4/acme/renewing.nps,acme,38 of 50 points,0.368421,0.5,-13.1579,off-track,at-risk,5,2026-10-20T09:00:00Z
    2,"Audit, passed",key_result,2026-Q4/acme/renewing.audit,acme,not yet,0,0.5,-50,off-track,,,
    "#);
}

#[test]
fn history_renewing() {
    assert_snapshot!(small().okr("history renewing --format csv"), @r#"
    at,by,key_result,before,after,change,progress_before,progress_after,status,confidence,note,metric_before,metric_after,id
    2026-10-20T09:00:00Z,ana,nps,31,38,7,0,0.368421,at-risk,5,"first, ""survey""",,,a2
    "#);
}

#[test]
fn log() {
    assert_snapshot!(small().okr("log --format csv"), @r#"
    at,by,ref,event,key_result,what,retracted,id
    2026-10-20T09:00:00Z,ana,2026-Q4/acme/renewing,update,nps,"nps 31 → 38 points · at risk · 5/10 · first, ""survey""",false,a2
    "#);
}

#[test]
fn cycle_list() {
    assert_snapshot!(small().okr("cycle list --format csv"), @"
    current,id,title,start,end,state,objectives,progress,expected,gap_to_plan,pace
    true,2026-Q4,,2026-10-01,2026-12-31,day 46 of 92,1,0.184211,0.5,-31.5789,off-track
    ");
}

#[test]
fn cycle_show() {
    assert_snapshot!(small().okr("cycle show --format csv"), @"
    level,objectives,progress,expected,gap_to_plan,off_track,at_risk,on_track,done,pace
    company,1,0.184211,0.5,-31.5789,1,0,0,0,off-track
    ");
}

#[test]
fn org_show() {
    assert_snapshot!(small().okr("org show --format csv"), @"
    depth,title,key,level,lead,email
    0,Acme Inc.,acme,company,,
    1,Engineering,eng,department,ana,
    2,Ana Lima,ana,individual,,ana@acme.example
    2,Bo Chen,bo,individual,,bo@acme.example
    1,客户成功部,ops,department,mei,
    2,梅兰,mei,individual,,mei@acme.example
    ");
}

#[test]
fn report_gap() {
    assert_snapshot!(small().okr("report gap --format csv"), @r#"
    kind,ref,cycle,owner,unit,level,title,unit_of_measure,start,value,target,gap,expected,progress,gap_to_plan,change,pace,status,confidence,forecast,forecast_low,forecast_high,target_on,updated_at
    objective,2026-Q4/acme/renewing,2026-Q4,acme,acme,company,Make renewing obvious | 续约,,,,,,0.5,0.184211,-31.5789,,off-track,at-risk,5,,,,,2026-10-20T09:00:00Z
    key_result,2026-Q4/acme/renewing.audit,2026-Q4,acme,acme,company,"Audit, passed",,,false,done,,0.5,0,-50,,off-track,,,,,,,
    key_result,2026-Q4/acme/renewing.nps,2026-Q4,acme,acme,company,NPS rises,points,31,38,50,12,0.5,0.368421,-13.1579,,off-track,at-risk,5,,,,,2026-10-20T09:00:00Z
    "#);
}

#[test]
fn report_progress() {
    assert_snapshot!(small().okr("report progress --format csv"), @"
    by,key,name,objectives,expected,progress,before,gap_to_plan,change,trend,pace
    cycle,2026-Q4,all,1,0.5,0.184211,0.184211,-31.5789,0,losing,off-track
    level,company,company,1,0.5,0.184211,0.184211,-31.5789,0,losing,off-track
    unit,acme,Acme Inc.,1,0.5,0.184211,0.184211,-31.5789,0,losing,off-track
    owner,acme,Acme Inc.,1,0.5,0.184211,0.184211,-31.5789,0,losing,off-track
    objective,2026-Q4/acme/renewing,Make renewing obvious | 续约,1,0.5,0.184211,0.184211,-31.5789,0,losing,off-track
    ");
}
