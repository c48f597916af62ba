//! `okr export tables`.

use crate::world::World;

#[test]
fn a_folder_of_tables_in_two_formats() {
    let world = World::worked();
    insta::assert_snapshot!(world.okr("export tables warehouse"), @r"
── stderr ──
wrote 20 files into warehouse
");
    insta::assert_snapshot!(world.files("warehouse").join(" "), @"alignments.csv alignments.parquet cycles.csv cycles.parquet events.csv events.parquet figures.csv figures.parquet initiatives.csv initiatives.parquet key_results.csv key_results.parquet milestones.csv milestones.parquet objectives.csv objectives.parquet owners.csv owners.parquet tags.csv tags.parquet");
    insta::assert_snapshot!(world.read("warehouse/key_results.csv"), @r"
key_result,objective,id,position,title,owner,weight,due,metric,unit,baseline,target,at_least,at_most,worst
2026-Q4/acme/renewing.nps,2026-Q4/acme/renewing,nps,1,NPS rises,acme,2,2026-12-31,change,points,31,50,,,
2026-Q4/acme/renewing.churn,2026-Q4/acme/renewing,churn,2,Churn falls,acme,1,2026-12-31,change,%,4.2,2,,,
2026-Q4/acme/renewing.up,2026-Q4/acme/renewing,up,3,Uptime is kept,acme,1,2026-12-31,keep,%,,,99.9,,99
2026-Q4/acme/renewing.audit,2026-Q4/acme/renewing,audit,4,Audit passed,acme,1,2026-12-31,done,,,,,,
2026-Q4/acme/renewing.launch,2026-Q4/acme/renewing,launch,5,Launch,acme,1,2026-12-31,milestones,,,,,,
");
    insta::assert_snapshot!(world.read("warehouse/figures.csv"), @r"
as_of,objective,key_result,value,number,progress,expected,gap,gap_to_plan,pace,status,confidence,score,check_ins,missing,updated_at,updated_by,stale_days,forecast_on,forecast_number,forecast_progress,forecast_low,forecast_high,target_on
2026-11-15,2026-Q4/acme/renewing,,,,0.400585,0.583333,,-18.2749,off-track,at-risk,5,,,0,2026-11-10T09:00:00Z,,,,,,,,
2026-11-15,2026-Q4/acme/renewing,2026-Q4/acme/renewing.nps,38,38,0.368421,0.5,12,-13.1579,off-track,at-risk,5,,2,,2026-11-10T09:00:00Z,ana,,,,,,,
2026-11-15,2026-Q4/acme/renewing,2026-Q4/acme/renewing.churn,3.1,3.1,0.5,0.5,-1.1,0,on-track,on-track,,,1,,2026-11-10T09:00:00Z,bo,,,,,,,
2026-11-15,2026-Q4/acme/renewing,2026-Q4/acme/renewing.up,99.45,99.45,0.5,1,0.45,-50,off-track,,,,1,,2026-11-10T09:00:00Z,bo,,,,,,,
2026-11-15,2026-Q4/acme/renewing,2026-Q4/acme/renewing.audit,open,,0,0.5,,-50,off-track,,,,0,,,,46,,,,,,
2026-11-15,2026-Q4/acme/renewing,2026-Q4/acme/renewing.launch,beta,,0.666667,0.5,1,16.6667,on-track,,,,1,,2026-11-10T09:00:00Z,ana,,,,,,,
");
}

#[test]
fn again_is_no_obstacle_and_other_files_are() {
    let world = World::worked();
    let _ = world.okr("export tables warehouse");
    let before = std::fs::read(world.path("warehouse/events.parquet")).unwrap();
    world.write("notes/mine.md", "mine\n");
    insta::assert_snapshot!(world.session(&[
        "export tables warehouse",
        "export tables warehouse --only csv",
        "export tables notes",
        "export tables notes --force --only parquet",
        "export tables okrs/okr.yaml",
        "export tables",
    ]), @r"
$ okr export tables warehouse
── stderr ──
wrote 20 files into warehouse

$ okr export tables warehouse --only csv
── stderr ──
error: warehouse holds other files: alignments.parquet, cycles.parquet and events.parquet
hint: name an empty folder; --force writes beside what is there
── exit 2 ──

$ okr export tables notes
── stderr ──
error: notes holds other files: mine.md
hint: name an empty folder; --force writes beside what is there
── exit 2 ──

$ okr export tables notes --force --only parquet
── stderr ──
wrote 10 files into notes

$ okr export tables okrs/okr.yaml
── stderr ──
error: okrs/okr.yaml is no folder
hint: name another one
── exit 2 ──

$ okr export tables
── stderr ──
error: the following required arguments were not provided:
  <DIR>

Usage: okr export tables <DIR>

For more information, try '--help'.
── exit 2 ──
");
    assert_eq!(std::fs::read(world.path("warehouse/events.parquet")).unwrap(), before, "the same bytes");
    assert_eq!(world.read("notes/mine.md"), "mine\n");
}

#[test]
fn one_cycle_or_all() {
    let world = World::team();
    let cycles = |line: &str| {
        let _ = world.okr(line);
        let text = world.read("t/cycles.csv");
        text.lines().skip(1).map(|line| line.split(',').next().unwrap().to_owned()).collect::<Vec<_>>()
    };
    let all = cycles("export tables t");
    assert!(all.len() > 1, "{all:?}");
    assert_eq!(cycles("export tables t --cycle 2026-Q4"), ["2026-Q4"]);
}
