//! `okr retract`.

use insta::assert_snapshot;

use crate::world::World;

#[test]
fn a_check_in_is_taken_back_by_the_beginning_of_its_id() {
    let world = World::worked();
    assert_snapshot!(world.edit(r#"retract renewing a3 --note "wrong customers""#), @r#"
    took back a3  check-in of Nov 10 09:00 by ana
    --- 2026-Q4/acme/renewing.history.yaml
    +++ 2026-Q4/acme/renewing.history.yaml
    @@ -5,2 +5,3 @@
     - {"id": "a5", "at": "2026-11-10T09:00:00Z", "by": "bo", "event": "update", "kr": "up", "value": 99.45}
     - {"id": "a6", "at": "2026-11-10T09:00:00Z", "by": "ana", "event": "update", "kr": "launch", "value": "beta"}
    +- {"id": "2zee6b2pfr", "at": "2026-11-15T12:00:02Z", "by": "ana", "event": "retract", "of": "a3", "note": "wrong customers"}
    "#);
    assert_snapshot!(world.session(&["history renewing.nps", "show renewing.nps"]), @"
    $ okr history renewing.nps
    NPS rises · acme/renewing.nps · 31 → 50 points

    WHEN          WHO  BEFORE  AFTER  CHANGE  PROGRESS  STATUS    CONF  NOTE          EVENT
    Oct 20 09:00  ana      31     34  +3      0 → 16 %  on track  7     first survey  a2

    $ okr show renewing.nps
    NPS rises · acme/renewing.nps

    objective      acme/renewing  Make renewing the obvious choice
    measure        31 → 50 points
    now            34 of 50 points
    to go          16 points
    progress       16 % of 50 % expected, −34 pp  ✗ off track, but people say on track
    due            Dec 31
    forecast       too early: check-ins on 1 day so far, 3 are needed
    owner          acme
    confidence     7 of 10
    last check-in  Oct 20 09:00 by ana  26 days without one
    last note      first survey

    NPS rises  acme/renewing.nps
    50 points  100 % ┤                                                                             ⡀⡀⠄⠄⠂
                     │                                                                     ⡀⡀⠄⠄⠂⠂⠁⠁
                     │                                                             ⡀⡀⠄⠄⠂⠂⠁⠁
                     │                                                     ⡀⡀⠄⠄⠂⠂⠁⠁
                     │                                             ⡀⡀⠄⠄⠂⠂⠁⠁
                50 % ┤                                    ⡀⡀⡀⠄○⠂⠂⠁⠁
                     │                            ⡀⡀⠄⠄⠂⠂⠁⠁┏━━━┓
                     │                    ⡀⡀⠄⠄⠂⠂⠁⠁        ┃   ┃
                     │            ⡀⡀⠄⠄⠂┏━━━━━━━━━━━━━━━━━━┛   ●
                     │    ⡀⡀⠄⠄⠂⠂⠁⠁     ┃
           31    0 % └━━━━━━━━━━━━━━━━━┛──────────────────────┬─────────────────────────────────────────
                      Oct 1                             today, Nov 15                             Dec 31
    ━● reached 16 %   ⠄⠄○ plan 50 %

    Lately
    Nov 15 12:00  ana  took back nps 38 points · wrong customers                    2zee6b2pfr
    Nov 10 09:00  ana  updated nps 38 points · at risk · 5/10 · taken back          a3
    Oct 20 09:00  ana  updated nps 31 → 34 points · on track · 7/10 · first survey  a2
    ");
}

#[test]
fn a_retraction_can_be_taken_back() {
    let world = World::worked();
    assert_snapshot!(world.session(&["retract renewing a3", "retract renewing a3", "log renewing --format csv"]), @r#"
    $ okr retract renewing a3
    took back a3  check-in of Nov 10 09:00 by ana

    $ okr retract renewing a3
    ── stderr ──
    error: a3 was taken back already
    ── exit 2 ──

    $ okr log renewing --format csv
    at,by,ref,event,key_result,what,retracted,id
    2026-11-15T12:00:02Z,ana,2026-Q4/acme/renewing,retract,nps,nps 38 points,false,m67vvg8v9a
    2026-11-10T09:00:00Z,ana,2026-Q4/acme/renewing,update,launch,"launch 0 of 3 → beta, 2 of 3",false,a6
    2026-11-10T09:00:00Z,bo,2026-Q4/acme/renewing,update,up,up 99.45 %,false,a5
    2026-11-10T09:00:00Z,bo,2026-Q4/acme/renewing,update,churn,churn 4.2 → 3.1 % · on track,false,a4
    2026-11-10T09:00:00Z,ana,2026-Q4/acme/renewing,update,nps,nps 38 points · at risk · 5/10 · taken back,true,a3
    2026-10-20T09:00:00Z,ana,2026-Q4/acme/renewing,update,nps,nps 31 → 34 points · on track · 7/10 · first survey,false,a2
    2026-10-01T09:00:00Z,ana,2026-Q4/acme/renewing,create,,,false,a1
    "#);
    let id = world.read("okrs/2026-Q4/acme/renewing.history.yaml").lines().last().unwrap()[9..19].to_owned();
    assert_snapshot!(world.okr(&format!("retract renewing {}", &id[..6])), @"took back m67vvg8v9a  retraction of Nov 15 12:00 by ana");
    assert_snapshot!(world.session(&["history renewing.nps", "retract renewing a3"]), @"
    $ okr history renewing.nps
    NPS rises · acme/renewing.nps · 31 → 50 points

    WHEN          WHO  BEFORE  AFTER  CHANGE   PROGRESS  STATUS              CONF   NOTE          EVENT
    Nov 10 09:00  ana      34     38  +4      16 → 37 %  on track → at risk  7 → 5  –             a3
    Oct 20 09:00  ana      31     34  +3       0 → 16 %  on track            7      first survey  a2

    $ okr retract renewing a3
    took back a3  check-in of Nov 10 09:00 by ana
    ");
}

#[test]
fn what_is_not_there_or_several_is_refused() {
    let world = World::worked();
    assert_snapshot!(world.session(&["retract renewing zz", "retract renewing a", r#"retract renewing """#, "retract renewign a1", r#"retract renewing a1 --note """#]), @r#"
    $ okr retract renewing zz
    ── stderr ──
    error: acme/renewing has no event "zz"
    hint: okr log acme/renewing shows their ids
    ── exit 2 ──

    $ okr retract renewing a
    ── stderr ──
    error: several events begin with "a": a1, a2, a3, a4, a5, a6
    ── exit 2 ──

    $ okr retract renewing ""
    ── stderr ──
    error: acme/renewing has no event ""
    hint: okr log acme/renewing shows their ids
    ── exit 2 ──

    $ okr retract renewign a1
    ── stderr ──
    error: no objective in 2026-Q4 is called "renewign"
    hint: did you mean acme/renewing?
    ── exit 2 ──

    $ okr retract renewing a1 --note ""
    ── stderr ──
    error: --note is empty
    ── exit 2 ──
    "#);
}
