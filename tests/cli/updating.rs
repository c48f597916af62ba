//! `okr update`: check-ins in every form.

use insta::assert_snapshot;

use crate::world::World;

#[test]
fn a_value_may_be_a_number_a_change_a_word_or_a_step() {
    let world = World::worked();
    assert_snapshot!(world.okr("update renewing.nps 40 --confidence 8"), @"updated acme/renewing.nps  38 → 40 points (+2)  47 % of 50 % expected, at risk");
    assert_snapshot!(world.okr("update renewing.nps +3"), @"updated acme/renewing.nps  40 → 43 points (+3)  63 % of 50 % expected, on track; said at risk");
    assert_snapshot!(world.okr("update renewing.nps -1.5"), @"updated acme/renewing.nps  43 → 41.5 points (−1.5)  55 % of 50 % expected, on track; said at risk");
    assert_snapshot!(world.okr("update renewing.nps =-1.5"), @"updated acme/renewing.nps  41.5 → −1.5 points (−43)  −171 % of 50 % expected, off track; said at risk");
    assert_snapshot!(world.okr("update renewing.nps 1.2k"), @"updated acme/renewing.nps  −1.5 → 1200 points (+1201.5)  6153 % of 50 % expected, done; said at risk");
    assert_snapshot!(world.okr("update renewing.nps 1_200"), @"updated acme/renewing.nps  1200 → 1200 points  6153 % of 50 % expected, done; said at risk");
    assert_snapshot!(world.okr("update renewing.churn 2.5%"), @"updated acme/renewing.churn  3.1 → 2.5 % (−0.6)  77 % of 50 % expected, on track");
    assert_snapshot!(world.okr("update renewing.audit done"), @"updated acme/renewing.audit  not yet → done  100 % of 50 % expected, done");
    assert_snapshot!(world.okr("update renewing.launch launch"), @"updated acme/renewing.launch  beta, 2 of 3 → launch, 3 of 3  100 % of 50 % expected, done");
    assert_snapshot!(world.okr("update renewing nps=41 churn=3 --status on-track --note 'both at once'"), @"
    updated acme/renewing.nps  1200 → 41 points (−1159)  53 % of 50 % expected, on track
    updated acme/renewing.churn  2.5 → 3.0 % (+0.5)  55 % of 50 % expected, on track
    ");
    assert_snapshot!(world.okr("update renewing --status at-risk --note 'two people left'"), @"updated acme/renewing");
    assert_snapshot!(world.okr("history renewing.nps --format csv"), @"
    at,by,key_result,before,after,change,progress_before,progress_after,status,confidence,note,metric_before,metric_after,id
    2026-11-15T12:00:11Z,ana,nps,1200,41,-1159,61.526316,0.526316,on-track,,both at once,,,3v3x8cmf9s
    2026-11-15T12:00:07Z,ana,nps,1200,1200,0,61.526316,61.526316,,,,,,q0vvkcfkgj
    2026-11-15T12:00:06Z,ana,nps,-1.5,1200,1201.5,-1.710526,61.526316,,,,,,01ztr21e7w
    2026-11-15T12:00:05Z,ana,nps,41.5,-1.5,-43,0.552632,-1.710526,,,,,,qcz2v5xjed
    2026-11-15T12:00:04Z,ana,nps,43,41.5,-1.5,0.631579,0.552632,,,,,,5vn9yw7qrq
    2026-11-15T12:00:03Z,ana,nps,40,43,3,0.473684,0.631579,,,,,,vq84knj9rg
    2026-11-15T12:00:02Z,ana,nps,38,40,2,0.368421,0.473684,,8,,,,3894rkj7pe
    2026-11-10T09:00:00Z,ana,nps,34,38,4,0.157895,0.368421,at-risk,5,,,,a3
    2026-10-20T09:00:00Z,ana,nps,31,34,3,0,0.157895,on-track,7,first survey,,,a2
    ");
}

#[test]
fn what_could_mean_two_things_is_refused_and_nothing_is_written() {
    let world = World::worked();
    let before = world.read("okrs/2026-Q4/acme/renewing.history.yaml");
    assert_snapshot!(world.okr("update renewing.nps 1,200"), @r#"
    ── stderr ──
    error: "1,200" could be 1200 or 1.2
    hint: write 1200 or 1.2k; or 1.2
    ── exit 2 ──
    "#);
    assert_snapshot!(world.okr("update renewing.nps 42%"), @r#"
    ── stderr ──
    error: "42%" says "%", and the key result is measured in points
    hint: acme/renewing.nps is measured so: 31 → 50 points
    ── exit 2 ──
    "#);
    assert_snapshot!(world.okr("update renewing.nps done"), @"
    ── stderr ──
    error: the key result is measured by a number
    hint: acme/renewing.nps is measured so: 31 → 50 points
    ── exit 2 ──
    ");
    assert_snapshot!(world.okr("update renewing.launch bta"), @r#"
    ── stderr ──
    error: "bta" is not one of its milestones: design, beta, launch
    hint: acme/renewing.launch is measured so: design, beta, launch
    ── exit 2 ──
    "#);
    assert_snapshot!(world.okr("update renewing.audit 5"), @"
    ── stderr ──
    error: the key result is done or open
    hint: acme/renewing.audit is measured so: done or not
    ── exit 2 ──
    ");
    assert_snapshot!(world.okr("update renewing 40"), @"
    ── stderr ──
    error: acme/renewing has 5 key results: nps, churn, up, audit, launch
    hint: okr update renewing.nps 40
    ── exit 2 ──
    ");
    assert_snapshot!(world.okr("update renewing.nps"), @"
    ── stderr ──
    error: what is the value?
    hint: okr update renewing.nps VALUE, or --status, --confidence, --note
    ── exit 2 ──
    ");
    assert_snapshot!(world.okr("update renewing.npss 40"), @r#"
    ── stderr ──
    error: acme/renewing has no key result "npss"
    hint: did you mean nps? It has nps, churn, up, audit and launch
    ── exit 2 ──
    "#);
    assert_snapshot!(world.okr("update renewng.nps 40"), @r#"
    ── stderr ──
    error: no objective in 2026-Q4 is called "renewng.nps"
    hint: did you mean acme/renewing.nps?
    ── exit 2 ──
    "#);
    assert_snapshot!(world.okr("update renewing.nps 40 --status fine"), @"
    ── stderr ──
    error: invalid value 'fine' for '--status <STATUS>': a status is on-track, at-risk, off-track or done

    For more information, try '--help'.
    ── exit 2 ──
    ");
    assert_snapshot!(world.okr("update renewing.nps 40 --confidence 11"), @"
    ── stderr ──
    error: invalid value '11' for '--confidence <1-10>': confidence is a whole number from 1 to 10

    For more information, try '--help'.
    ── exit 2 ──
    ");
    assert_snapshot!(world.okr("update renewing.nps 40 --at 2026-12-01"), @"
    ── stderr ──
    error: --at 2026-12-01 is in the future
    hint: a check-in says what is, not what will be
    ── exit 2 ──
    ");
    assert_snapshot!(world.okr("update renewing.nps 40 --at yesterday"), @r#"
    ── stderr ──
    error: --at "yesterday" is no moment
    hint: write it as 2026-10-12, "2026-10-12 09:00" or 2026-10-12T09:00:00Z
    ── exit 2 ──
    "#);
    assert_eq!(world.read("okrs/2026-Q4/acme/renewing.history.yaml"), before);
}

#[test]
fn a_reference_may_be_short_as_long_as_it_means_one() {
    let world = World::worked();
    let _ = world.okr("create 'Renewals portal' --owner eng --slug renewals-portal --kr 'Visits: 0 -> 10'");
    assert_snapshot!(world.okr("update renewin.nps 39"), @"updated acme/renewing.nps  38 → 39 points (+1)  42 % of 50 % expected, at risk");
    assert_snapshot!(world.okr("update rene.nps 39"), @r#"
    ── stderr ──
    error: 2 objectives begin with "rene.nps": acme/renewing and eng/renewals-portal
    hint: write more of it
    ── exit 2 ──
    "#);
    assert_snapshot!(world.okr("update eng/rene 4"), @"updated eng/renewals-portal.kr1  0 → 4 (+4)  40 % of 50 % expected, at risk");
    assert_snapshot!(world.okr("update 2026-Q4/acme/renewing.nps 39"), @"updated acme/renewing.nps  39 → 39 points  42 % of 50 % expected, at risk");
    assert_snapshot!(world.okr("update 2026-Q3/acme/renewing.nps 39"), @"
    ── stderr ──
    error: there is no cycle 2026-Q3
    hint: there is 2026-Q4; okr cycle new 2026-Q3 makes it
    ── exit 2 ──
    ");
    assert_snapshot!(world.okr("update a/b/c/d 39"), @"
    ── stderr ──
    error: a reference has at most three parts: cycle/owner/objective.kr
    hint: a reference is [cycle/][owner/]objective[.kr], as acme/renewing.nps; okr list shows them
    ── exit 2 ──
    ");
}

#[test]
fn a_day_in_the_past_takes_its_place_among_the_others() {
    let world = World::worked();
    assert_snapshot!(world.okr("update renewing.nps 33 --at 2026-10-10"), @"updated acme/renewing.nps  38 → 33 points (−5)  37 % of 50 % expected, off track; said at risk");
    assert_snapshot!(world.okr("update renewing.nps 36 --at '2026-10-30 09:30'"), @"updated acme/renewing.nps  38 → 36 points (−2)  37 % of 50 % expected, off track; said at risk");
    assert_snapshot!(world.okr("history renewing.nps"), @"
    NPS rises · acme/renewing.nps · 31 → 50 points

    WHEN          WHO  BEFORE  AFTER  CHANGE   PROGRESS  STATUS              CONF   NOTE
    Nov 10 09:00  ana      36     38  +2      26 → 37 %  on track → at risk  7 → 5  –
    Oct 30 09:30  ana      34     36  +2      16 → 26 %  –                   –      –
    Oct 20 09:00  ana      33     34  +1      11 → 16 %  on track            7      first survey
    Oct 10 12:00  ana      31     33  +2       0 → 11 %  –                   –      –
    ");
}

#[test]
fn a_file_of_check_ins_is_taken_as_a_whole_or_not_at_all() {
    let world = World::worked();
    world.write("good.csv", "ref,value,status,confidence,note,at\nrenewing.nps,39,on-track,8,\"good, really\",2026-11-12\nrenewing.audit,done,,,,\n");
    assert_snapshot!(world.okr("update --from good.csv"), @"
    updated acme/renewing.nps  38 → 39 points (+1)  42 % of 50 % expected, at risk; said on track
    updated acme/renewing.audit  not yet → done  100 % of 50 % expected, done
    ");
    let before = world.read("okrs/2026-Q4/acme/renewing.history.yaml");
    world.write("bad.csv", "ref,value,status\nrenewing.nps,40,\nrenewing.zz,1,\nrenewing.launch,gamma,\nnope,1,\nrenewing.churn,3,fine\nrenewing.up,,\n");
    assert_snapshot!(world.okr("update --from bad.csv"), @r#"
    ── stderr ──
    error: bad.csv:3: acme/renewing has no key result "zz" (it has nps, churn, up, audit and launch)
    error: bad.csv:4: "gamma" is not one of its milestones: design, beta, launch (acme/renewing.launch is measured so: design, beta, launch)
    error: bad.csv:5: no objective in 2026-Q4 is called "nope" (okr list shows what there is)
    error: bad.csv:6: a status is on-track, at-risk, off-track or done
    error: bad.csv:7: it says nothing: no value, status, confidence or note
    error: 5 rows of 6 cannot be taken; none was
    ── exit 2 ──
    "#);
    assert_snapshot!(world.okr_reading("update --from -", "{\"ref\": \"renewing.nps\", \"value\": 40}\n{\"ref\": \"renewing.nps\", \"valu\": 41}\n"), @r#"
    ── stderr ──
    error: standard input:2: unknown field "valu", expected one of "ref", "value", "status", "confidence", "note", "at"
    error: 1 row of 2 cannot be taken; none was
    ── exit 2 ──
    "#);
    assert_snapshot!(world.okr_reading("update --from -", "name,value\nx,1\n"), @r#"
    ── stderr ──
    error: standard input:1: unknown column "name"
    hint: columns: ref, value, status, confidence, note, at
    ── exit 2 ──
    "#);
    assert_snapshot!(world.okr("update --from absent.csv"), @"
    ── stderr ──
    error: absent.csv: No such file or directory (os error 2)
    ── exit 2 ──
    ");
    assert_eq!(world.read("okrs/2026-Q4/acme/renewing.history.yaml"), before);
    assert_snapshot!(world.okr_reading("update --from -", "{\"ref\": \"renewing.nps\", \"value\": 40, \"confidence\": 9}\n{\"ref\": \"renewing\", \"note\": \"as a whole\"}\n"), @"
    updated acme/renewing.nps  39 → 40 points (+1)  47 % of 50 % expected, at risk; said on track
    updated acme/renewing
    ");
}

#[test]
fn a_finished_objective_takes_no_more_check_ins() {
    let world = World::worked();
    let path = "okrs/2026-Q4/acme/renewing.history.yaml";
    let ended = "- {at: 2026-11-14, by: ana, event: complete}\n";
    world.write(path, &(world.read(path) + ended));
    assert_snapshot!(world.okr("update renewing.nps 40"), @r#"
    ── stderr ──
    error: acme/renewing is completed: it takes no more check-ins
    hint: to open it again, append an event "reopen" to its history
    ── exit 2 ──
    "#);
}
