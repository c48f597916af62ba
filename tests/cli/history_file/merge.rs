//! Two people's check-ins, merged by Git.

use insta::assert_snapshot;

use crate::world::World;

/// A store under Git with the branches main and theirs, and nobody's check-in yet.
fn shared() -> World {
    let world = World::worked();
    world.write("../home/.gitconfig", "[user]\n  name = Test\n  email = test@acme.example\n");
    world.git("init -q -b main");
    world.git("add -A");
    world.git("commit -q -m begin");
    world.git("branch theirs");
    world
}

fn committed(world: &World, branch: &str, me: &'static str, line: &str) {
    world.git(&format!("checkout -q {branch}"));
    let _ = world.me(Some(me)).okr(line);
    world.git("commit -q -a -m check-in");
}

#[test]
fn check_ins_of_two_branches_on_one_objective_merge_without_a_conflict() {
    let world = shared();
    committed(&world, "theirs", "bo", "update renewing nps=40 churn=3 --at 2026-11-12");
    committed(&world, "main", "ana", "update renewing.nps 39 --at 2026-11-11");
    world.git("merge -q --no-edit theirs");
    assert_snapshot!(world.okr("history renewing --format csv"), @"
    at,by,key_result,before,after,change,progress_before,progress_after,status,confidence,note,metric_before,metric_after,id
    2026-11-12T12:00:02Z,bo,churn,3.1,3,-0.1,0.5,0.545455,,,,,,rjwass1hep
    2026-11-12T12:00:02Z,bo,nps,39,40,1,0.421053,0.473684,,,,,,8ak6yy3w38
    2026-11-11T12:00:03Z,ana,nps,38,39,1,0.368421,0.421053,,,,,,fdy50k76ww
    2026-11-10T09:00:00Z,ana,launch,none,beta,,0,0.666667,,,,,,a6
    2026-11-10T09:00:00Z,bo,up,,99.45,,,0.5,,,,,,a5
    2026-11-10T09:00:00Z,bo,churn,4.2,3.1,-1.1,0,0.5,on-track,,,,,a4
    2026-11-10T09:00:00Z,ana,nps,34,38,4,0.157895,0.368421,at-risk,5,,,,a3
    2026-10-20T09:00:00Z,ana,nps,31,34,3,0,0.157895,on-track,7,first survey,,,a2
    ");
    assert_snapshot!(world.git("diff --stat HEAD~1"), @"
    okrs/2026-Q4/acme/renewing.history.yaml | 2 ++
    1 file changed, 2 insertions(+)
    ");
}

#[test]
fn a_rename_on_one_side_and_a_check_in_on_the_other_both_stay() {
    let world = shared();
    committed(&world, "theirs", "bo", "update renewing.nps 40");
    world.git("checkout -q main");
    let _ = world.okr("move renewing --owner eng");
    world.git("add -A");
    world.git("commit -q -m move");
    world.git("merge -q --no-edit theirs");
    assert_snapshot!(world.session(&["history renewing.nps --format csv", "list"]), @"
    $ okr history renewing.nps --format csv
    at,by,key_result,before,after,change,progress_before,progress_after,status,confidence,note,metric_before,metric_after,id
    2026-11-15T12:00:02Z,bo,nps,38,40,2,0.368421,0.473684,,,,,,r0g4d8x156
    2026-11-10T09:00:00Z,ana,nps,34,38,4,0.157895,0.368421,at-risk,5,,,,a3
    2026-10-20T09:00:00Z,ana,nps,31,34,3,0,0.157895,on-track,7,first survey,,,a2

    $ okr list
    2026-Q4 · Oct 1 – Dec 31 · day 46 of 92, 50 % of the time is gone · 1 objective

    OBJECTIVE                               OWNER                             DONE  PLAN  PACE
    eng/renewing  Make renewing the obvio…  Engineering  ████░┊░░░░  ▁▁▁▁▁▁▄  44 %  58 %  ✗ says at risk
    ");
}
