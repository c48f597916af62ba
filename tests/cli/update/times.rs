//! When a check-in was so: --at, time zones, the order of one moment.

use insta::assert_snapshot;

use crate::world::World;

#[test]
fn earlier_check_ins_take_their_place_in_the_past() {
    let world = World::worked();
    assert_snapshot!(world.session(&["update renewing.nps 33 --at 2026-10-12", r#"update renewing.nps 32 --at "2026-10-05 08:30""#, "update renewing.nps 35 --at 2026-10-25T23:30:00+02:00", "update renewing.nps 36 --at 2026-11-15", "history renewing.nps"]), @r#"
    $ okr update renewing.nps 33 --at 2026-10-12
    updated acme/renewing.nps  31 → 33 points (+2)  37 % of 50 % expected, off track; said at risk

    $ okr update renewing.nps 32 --at "2026-10-05 08:30"
    updated acme/renewing.nps  31 → 32 points (+1)  37 % of 50 % expected, off track; said at risk

    $ okr update renewing.nps 35 --at 2026-10-25T23:30:00+02:00
    updated acme/renewing.nps  34 → 35 points (+1)  37 % of 50 % expected, off track; said at risk

    $ okr update renewing.nps 36 --at 2026-11-15
    updated acme/renewing.nps  38 → 36 points (−2)  26 % of 50 % expected, off track; said at risk

    $ okr history renewing.nps
    NPS rises · acme/renewing.nps · 31 → 50 points

    WHEN          WHO  BEFORE  AFTER  CHANGE   PROGRESS  STATUS              CONF   NOTE
    Nov 15 12:00  ana      38     36  −2      37 → 26 %  –                   –      –
    Nov 10 09:00  ana      35     38  +3      21 → 37 %  on track → at risk  7 → 5  –
    Oct 25 21:30  ana      34     35  +1      16 → 21 %  –                   –      –
    Oct 20 09:00  ana      33     34  +1      11 → 16 %  on track            7      first survey
    Oct 12 12:00  ana      32     33  +1       5 → 11 %  –                   –      –
    Oct  5 08:30  ana      31     32  +1        0 → 5 %  –                   –      –
    "#);
}

#[test]
fn the_future_and_what_is_no_moment_are_refused() {
    let world = World::worked();
    assert_snapshot!(world.session(&["update renewing.nps 40 --at 2026-11-16", "update renewing.nps 40 --at 2026-11-15T23:00:00Z", "update renewing.nps 40 --at tomorrow", "update renewing.nps 40 --at 2026-02-30", r#"update renewing.nps 40 --at """#]), @r#"
    $ okr update renewing.nps 40 --at 2026-11-16
    ── stderr ──
    error: --at 2026-11-16 is in the future
    hint: only what has happened can be written down
    ── exit 2 ──

    $ okr update renewing.nps 40 --at 2026-11-15T23:00:00Z
    ── stderr ──
    error: --at 2026-11-15T23:00:00Z is in the future
    hint: only what has happened can be written down
    ── exit 2 ──

    $ okr update renewing.nps 40 --at tomorrow
    ── stderr ──
    error: --at "tomorrow" is no moment
    hint: write it as 2026-10-12, "2026-10-12 09:00" or 2026-10-12T09:00:00Z
    ── exit 2 ──

    $ okr update renewing.nps 40 --at 2026-02-30
    ── stderr ──
    error: --at "2026-02-30" is no moment
    hint: write it as 2026-10-12, "2026-10-12 09:00" or 2026-10-12T09:00:00Z
    ── exit 2 ──

    $ okr update renewing.nps 40 --at ""
    ── stderr ──
    error: --at "" is no moment
    hint: write it as 2026-10-12, "2026-10-12 09:00" or 2026-10-12T09:00:00Z
    ── exit 2 ──
    "#);
}

#[test]
fn days_are_those_of_the_stores_time_zone() {
    let world = World::worked();
    world.write("okrs/okr.yaml", "version: 1\ntime_zone: Asia/Shanghai\n");
    assert_snapshot!(world.edit(r#"update renewing.nps 40 --at "2026-11-15 19:30""#), @r#"
    updated acme/renewing.nps  38 → 40 points (+2)  47 % of 50 % expected, at risk
    --- 2026-Q4/acme/renewing.history.yaml
    +++ 2026-Q4/acme/renewing.history.yaml
    @@ -5,2 +5,3 @@
     - {"id": "a5", "at": "2026-11-10T09:00:00Z", "by": "bo", "event": "update", "kr": "up", "value": 99.45}
     - {"id": "a6", "at": "2026-11-10T09:00:00Z", "by": "ana", "event": "update", "kr": "launch", "value": "beta"}
    +- {"id": "kztj95h163", "at": "2026-11-15T11:30:00Z", "by": "ana", "event": "update", "kr": "nps", "value": 40}
    "#);
    assert_snapshot!(world.session(&[r#"update renewing.nps 40 --at "2026-11-15 21:00""#]), @r#"
    $ okr update renewing.nps 40 --at "2026-11-15 21:00"
    ── stderr ──
    error: --at 2026-11-15 21:00 is in the future
    hint: only what has happened can be written down
    ── exit 2 ──
    "#);
}

#[test]
fn two_check_ins_of_one_moment_keep_their_order() {
    let world = World::worked();
    world.stop_the_clock();
    assert_snapshot!(world.session(&["update renewing.nps 44", "update renewing.nps 45", "update renewing.nps 46", "history renewing.nps --format csv"]), @"
    $ okr update renewing.nps 44
    updated acme/renewing.nps  38 → 44 points (+6)  68 % of 50 % expected, on track; said at risk

    $ okr update renewing.nps 45
    updated acme/renewing.nps  44 → 45 points (+1)  74 % of 50 % expected, on track; said at risk

    $ okr update renewing.nps 46
    updated acme/renewing.nps  45 → 46 points (+1)  79 % of 50 % expected, on track; said at risk

    $ okr history renewing.nps --format csv
    at,by,key_result,before,after,change,progress_before,progress_after,status,confidence,note,metric_before,metric_after,id
    2026-11-15T12:00:02Z,ana,nps,45,46,1,0.736842,0.789474,,,,,,2624xqfs0x
    2026-11-15T12:00:02Z,ana,nps,44,45,1,0.684211,0.736842,,,,,,xz8p7k38y5
    2026-11-15T12:00:02Z,ana,nps,38,44,6,0.368421,0.684211,,,,,,ebzrz7epzk
    2026-11-10T09:00:00Z,ana,nps,34,38,4,0.157895,0.368421,at-risk,5,,,,a3
    2026-10-20T09:00:00Z,ana,nps,31,34,3,0,0.157895,on-track,7,first survey,,,a2
    ");
}

#[test]
fn a_change_told_of_an_earlier_day_is_one_of_the_value_of_that_day() {
    let world = World::worked();
    assert_snapshot!(world.session(&["update renewing.nps +1 --at 2026-10-22", "retract renewing a2", "update renewing.nps +1 --at 2026-10-21"]), @"
    $ okr update renewing.nps +1 --at 2026-10-22
    updated acme/renewing.nps  34 → 35 points (+1)  37 % of 50 % expected, off track; said at risk

    $ okr retract renewing a2
    took back a2  check-in of Oct 20 09:00 by ana

    $ okr update renewing.nps +1 --at 2026-10-21
    updated acme/renewing.nps  31 → 32 points (+1)  37 % of 50 % expected, off track; said at risk
    ");
}

#[test]
fn the_last_word_on_one_moment_counts() {
    let world = World::worked();
    assert_snapshot!(world.session(&[r#"update renewing.nps 43 --at "2026-11-14 09:00""#, r#"update renewing.nps 44 --at "2026-11-14 09:00""#, r#"update renewing.nps 42 --at "2026-11-14 09:00""#, "show renewing.nps"]), @r#"
    $ okr update renewing.nps 43 --at "2026-11-14 09:00"
    updated acme/renewing.nps  38 → 43 points (+5)  63 % of 50 % expected, on track; said at risk

    $ okr update renewing.nps 44 --at "2026-11-14 09:00"
    updated acme/renewing.nps  43 → 44 points (+1)  68 % of 50 % expected, on track; said at risk

    $ okr update renewing.nps 42 --at "2026-11-14 09:00"
    updated acme/renewing.nps  44 → 42 points (−2)  58 % of 50 % expected, on track; said at risk

    $ okr show renewing.nps
    NPS rises · acme/renewing.nps

    objective      acme/renewing  Make renewing the obvious choice
    measure        31 → 50 points
    now            42 of 50 points
    to go          8 points
    progress       58 % of 50 % expected, +8 pp  ✓ on track, but people say at risk
    due            Dec 31
    forecast       57 points on Dec 31 (80 % between 4 and 110) ✓  target on Dec 9
    owner          acme
    confidence     5 of 10
    last check-in  Nov 14 09:00 by ana
    last note      first survey

    NPS rises  acme/renewing.nps
                     │                                          ░░░░░░░░░░░░░░░░░╌╌╌╌╌▲▲▲▲▲▲▲▲▲▲▲ 137 %
    50 points  100 % ┤                                         ░░░░░░░░░░░░░╌╌╌╌╌░░░░░░░░░░░░⡀⡀⠄⠂
                     │                                        ░░░░░░░░░░╌╌╌╌░░░░░░░░░⡀⡀⠄⠄⠂⠂⠁⠁░░░░
                     │                                       ░░░░░░╌╌╌╌╌░░░░░░⡀⡀⠄⠄⠂⠁⠁░░░░░░░░░░░░
                     │                                      ░░╌╌╌╌╌░░░⡀⡀⠄⠄⠂⠂⠁⠁░░░░░░░░░░░░░░░░░░░
                     │                                    ┏●╌╌░⡀⡀⠄⠄⠂⠁⠁░░░░░░░░░░░░░░░░░░░░░░░░░░░
                50 % ┤                                 ⡀⡀⠄┃○⠂⠁⠁░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░
                     │                          ⡀⡀⠄⠄⠂⠁⠁┏━━┛   ░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░
                     │                  ⡀⡀⠄⠄⠂⠂⠁⠁       ┃        ░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░
                     │           ⡀⡀⠄⠄┏━━━━━━━━━━━━━━━━━┛          ░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░
                     │   ⡀⡀⠄⠄⠂⠂⠁⠁    ┃                              ░░░░░░░░░░░░░░░░░░░░░░░░░░░░░
           31    0 % └━━━━━━━━━━━━━━━┛─────────────────────┬─────────░░░░░░░░░░░░░░░░░░░░░░░░░░░░
                      Oct 1                          today, Nov 15                         Dec 31
    ━● reached 58 %   ⠄⠄○ plan 50 %   ╌░ forecast 137 % on Dec 31 (−143–417 %)

    Lately
    Nov 14 09:00  ana  updated nps 44 → 42 points                                   ed4bjgep72
    Nov 14 09:00  ana  updated nps 43 → 44 points                                   4apgzhpec0
    Nov 14 09:00  ana  updated nps 38 → 43 points                                   vvbtrxr32b
    Nov 10 09:00  ana  updated nps 34 → 38 points · at risk · 5/10                  a3
    Oct 20 09:00  ana  updated nps 31 → 34 points · on track · 7/10 · first survey  a2
    "#);
}

#[test]
fn where_a_clock_is_behind_it_is_said_that_the_later_check_in_stays_in_force() {
    let world = World::worked();
    assert_snapshot!(world.on("2026-11-09").session(&["update renewing.nps 40", "update renewing.nps 41 --at 2026-11-08"]), @"
    $ okr update renewing.nps 40
    updated acme/renewing.nps  34 → 40 points (+6)  47 % of 43 % expected, on track
    ── stderr ──
    warning: what ana said on 2026-11-10 09:00 is later than now, and stays in force

    $ okr update renewing.nps 41 --at 2026-11-08
    updated acme/renewing.nps  34 → 41 points (+7)  47 % of 43 % expected, on track
    ");
}
