//! The forms of a value.

use insta::assert_snapshot;

use crate::world::World;

#[test]
fn every_form_of_a_number_is_a_value_and_a_signed_one_a_change() {
    let world = World::worked();
    assert_snapshot!(world.session(&["update renewing.nps 42", "update renewing.nps +3", "update renewing.nps -1.5", "update renewing.nps =-1.5", "update renewing.nps 1.2k", "update renewing.nps 1_200", r#"update renewing.nps "40 points""#, "update renewing.churn 3%", r#"update renewing.churn "2,5""#, "update renewing.up 99.95", "update renewing.nps 1.2万", "update renewing.nps −2"]), @r#"
    $ okr update renewing.nps 42
    updated acme/renewing.nps  38 → 42 points (+4)  58 % of 50 % expected, on track; said at risk

    $ okr update renewing.nps +3
    updated acme/renewing.nps  42 → 45 points (+3)  74 % of 50 % expected, on track; said at risk

    $ okr update renewing.nps -1.5
    updated acme/renewing.nps  45 → 43.5 points (−1.5)  66 % of 50 % expected, on track; said at risk

    $ okr update renewing.nps =-1.5
    updated acme/renewing.nps  43.5 → −1.5 points (−45)  −171 % of 50 % expected, off track; said at risk

    $ okr update renewing.nps 1.2k
    updated acme/renewing.nps  −1.5 → 1200 points (+1201.5)  6153 % of 50 % expected, done; said at risk

    $ okr update renewing.nps 1_200
    updated acme/renewing.nps  1200 → 1200 points  6153 % of 50 % expected, done; said at risk

    $ okr update renewing.nps "40 points"
    updated acme/renewing.nps  1200 → 40 points (−1160)  47 % of 50 % expected, at risk

    $ okr update renewing.churn 3%
    updated acme/renewing.churn  3.1 → 3.0 % (−0.1)  55 % of 50 % expected, on track

    $ okr update renewing.churn "2,5"
    ── stderr ──
    error: "2,5" has a comma in it
    hint: write 2.5
    ── exit 2 ──

    $ okr update renewing.up 99.95
    updated acme/renewing.up  99.45 → 99.95 % (+0.5)  100 % of 100 % expected, on track

    $ okr update renewing.nps 1.2万
    updated acme/renewing.nps  40 → 12000 points (+11960)  62995 % of 50 % expected, done; said at risk

    $ okr update renewing.nps −2
    updated acme/renewing.nps  12000 → 11998 points (−2)  62984 % of 50 % expected, done; said at risk
    "#);
    assert_snapshot!(world.okr("history renewing --format csv"), @"
    at,by,key_result,before,after,change,progress_before,progress_after,status,confidence,note,metric_before,metric_after,id
    2026-11-15T12:00:13Z,ana,nps,12000,11998,-2,629.947368,629.842105,,,,,,sp9n6dgy6g
    2026-11-15T12:00:12Z,ana,nps,40,12000,11960,0.473684,629.947368,,,,,,xq37vky6p5
    2026-11-15T12:00:11Z,ana,up,99.45,99.95,0.5,0.5,1,,,,,,vje39vp8be
    2026-11-15T12:00:09Z,ana,churn,3.1,3,-0.1,0.5,0.545455,,,,,,ynpvhd9rrc
    2026-11-15T12:00:08Z,ana,nps,1200,40,-1160,61.526316,0.473684,,,,,,s8rtvr75yw
    2026-11-15T12:00:07Z,ana,nps,1200,1200,0,61.526316,61.526316,,,,,,q0vvkcfkgj
    2026-11-15T12:00:06Z,ana,nps,-1.5,1200,1201.5,-1.710526,61.526316,,,,,,01ztr21e7w
    2026-11-15T12:00:05Z,ana,nps,43.5,-1.5,-45,0.657895,-1.710526,,,,,,qcz2v5xjed
    2026-11-15T12:00:04Z,ana,nps,45,43.5,-1.5,0.736842,0.657895,,,,,,2p4nr5p6nx
    2026-11-15T12:00:03Z,ana,nps,42,45,3,0.578947,0.736842,,,,,,4ghcxm88xm
    2026-11-15T12:00:02Z,ana,nps,38,42,4,0.368421,0.578947,,,,,,vqpgg218s1
    2026-11-10T09:00:00Z,ana,launch,none,beta,,0,0.666667,,,,,,a6
    2026-11-10T09:00:00Z,bo,up,,99.45,,,0.5,,,,,,a5
    2026-11-10T09:00:00Z,bo,churn,4.2,3.1,-1.1,0,0.5,on-track,,,,,a4
    2026-11-10T09:00:00Z,ana,nps,34,38,4,0.157895,0.368421,at-risk,5,,,,a3
    2026-10-20T09:00:00Z,ana,nps,31,34,3,0,0.157895,on-track,7,first survey,,,a2
    ");
}

#[test]
fn words_are_values_where_the_metric_knows_them() {
    let world = World::worked();
    assert_snapshot!(world.session(&["update renewing.audit done", "update renewing.audit open", "update renewing.audit yes", "update renewing.launch launch", "update renewing.launch design", "update renewing.launch Beta", "update renewing.launch soon", "update renewing.nps done", "update renewing.audit 1"]), @r#"
    $ okr update renewing.audit done
    updated acme/renewing.audit  not yet → done  100 % of 50 % expected, done

    $ okr update renewing.audit open
    updated acme/renewing.audit  done → not yet  0 % of 50 % expected, off track

    $ okr update renewing.audit yes
    ── stderr ──
    error: the key result is done or open
    hint: acme/renewing.audit is measured so: done or not
    ── exit 2 ──

    $ okr update renewing.launch launch
    updated acme/renewing.launch  beta, 2 of 3 → launch, 3 of 3  100 % of 50 % expected, done

    $ okr update renewing.launch design
    updated acme/renewing.launch  launch, 3 of 3 → design, 1 of 3  33 % of 50 % expected, off track

    $ okr update renewing.launch Beta
    ── stderr ──
    error: "Beta" is not one of its milestones: design, beta, launch
    hint: acme/renewing.launch is measured so: design, beta, launch
    ── exit 2 ──

    $ okr update renewing.launch soon
    ── stderr ──
    error: "soon" is not one of its milestones: design, beta, launch
    hint: acme/renewing.launch is measured so: design, beta, launch
    ── exit 2 ──

    $ okr update renewing.nps done
    ── stderr ──
    error: "done" is not a number
    hint: acme/renewing.nps is measured so: 31 → 50 points
    ── exit 2 ──

    $ okr update renewing.audit 1
    ── stderr ──
    error: the key result is done or open
    hint: acme/renewing.audit is measured so: done or not
    ── exit 2 ──
    "#);
}
