//! `history: per-author`: each person's check-ins in a file of their own, all of them read.

use insta::assert_snapshot;

use crate::world::World;

#[test]
fn each_person_writes_to_a_file_of_their_own_and_all_are_read() {
    let world = World::worked();
    world.write("okrs/okr.yaml", "version: 1\nhistory: per-author\n");
    let _ = world.okr("update renewing.nps 39");
    let _ = world.me(Some("bo")).okr("update renewing.nps 40");
    assert_snapshot!(world.files("okrs/2026-Q4/acme").join(" "), @"renewing.ana.history.yaml renewing.bo.history.yaml renewing.history.yaml renewing.yaml");
    assert_snapshot!(world.okr("history renewing.nps --format csv"), @"
    at,by,key_result,before,after,change,progress_before,progress_after,status,confidence,note,metric_before,metric_after,id
    2026-11-15T12:00:03Z,bo,nps,39,40,1,0.421053,0.473684,,,,,,0acwrr3fcd
    2026-11-15T12:00:02Z,ana,nps,38,39,1,0.368421,0.421053,,,,,,psbtn0fyty
    2026-11-10T09:00:00Z,ana,nps,34,38,4,0.157895,0.368421,at-risk,5,,,,a3
    2026-10-20T09:00:00Z,ana,nps,31,34,3,0,0.157895,on-track,7,first survey,,,a2
    ");
}
