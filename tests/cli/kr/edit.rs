//! `okr kr edit`.

use insta::assert_snapshot;

use crate::world::World;

#[test]
fn every_field_can_be_edited_and_is_recorded() {
    let world = World::worked();
    assert_snapshot!(world.edit(r#"kr edit renewing.nps --metric "31 -> 60 points""#), @r#"
    changed acme/renewing.nps  metric: 31 → 50 points  ⇒  31 → 60 points
    --- 2026-Q4/acme/renewing.history.yaml
    +++ 2026-Q4/acme/renewing.history.yaml
    @@ -5,2 +5,3 @@
     - {"id": "a5", "at": "2026-11-10T09:00:00Z", "by": "bo", "event": "update", "kr": "up", "value": 99.45}
     - {"id": "a6", "at": "2026-11-10T09:00:00Z", "by": "ana", "event": "update", "kr": "launch", "value": "beta"}
    +- {"id": "9tmppbrdy8", "at": "2026-11-15T12:00:02Z", "by": "ana", "event": "edit", "field": "nps.metric", "from": "31 → 50 points", "to": "31 → 60 points"}
    --- 2026-Q4/acme/renewing.yaml
    +++ 2026-Q4/acme/renewing.yaml
    @@ -6,5 +6,5 @@
       - id: nps
         title: NPS rises
    -    metric: {from: 31, to: 50, unit: points}
    +    metric: {from: 31, to: 60, unit: points}
         weight: 2
       - id: churn
    "#);
    assert_snapshot!(world.edit(r#"kr edit renewing.nps --title "NPS: rises" --weight 3 --owner bo --due 2026-11-30"#), @r#"
    changed acme/renewing.nps  title: NPS rises  ⇒  NPS: rises
    changed acme/renewing.nps  weight: 2  ⇒  3
    changed acme/renewing.nps  owner: bo
    changed acme/renewing.nps  due: 2026-11-30
    --- 2026-Q4/acme/renewing.history.yaml
    +++ 2026-Q4/acme/renewing.history.yaml
    @@ -6,2 +6,6 @@
     - {"id": "a6", "at": "2026-11-10T09:00:00Z", "by": "ana", "event": "update", "kr": "launch", "value": "beta"}
     - {"id": "9tmppbrdy8", "at": "2026-11-15T12:00:02Z", "by": "ana", "event": "edit", "field": "nps.metric", "from": "31 → 50 points", "to": "31 → 60 points"}
    +- {"id": "wts929m96z", "at": "2026-11-15T12:00:03Z", "by": "ana", "event": "edit", "field": "nps.title", "from": "NPS rises", "to": "NPS: rises"}
    +- {"id": "apdhnkbm9y", "at": "2026-11-15T12:00:03.001Z", "by": "ana", "event": "edit", "field": "nps.weight", "from": "2", "to": "3"}
    +- {"id": "ptwarbp268", "at": "2026-11-15T12:00:03.002Z", "by": "ana", "event": "edit", "field": "nps.owner", "to": "bo"}
    +- {"id": "r820gr99wk", "at": "2026-11-15T12:00:03.003Z", "by": "ana", "event": "edit", "field": "nps.due", "to": "2026-11-30"}
    --- 2026-Q4/acme/renewing.yaml
    +++ 2026-Q4/acme/renewing.yaml
    @@ -5,7 +5,9 @@
     key_results:
       - id: nps
    -    title: NPS rises
    +    title: "NPS: rises"
         metric: {from: 31, to: 60, unit: points}
    -    weight: 2
    +    weight: 3
    +    owner: bo
    +    due: 2026-11-30
       - id: churn
         title: Churn falls
    "#);
    assert_snapshot!(world.edit(r#"kr edit renewing.nps --initiative "Guided onboarding" --initiative "Call everybody""#), @r#"
    changed acme/renewing.nps  initiatives: Guided onboarding
    changed acme/renewing.nps  initiatives: Call everybody
    --- 2026-Q4/acme/renewing.history.yaml
    +++ 2026-Q4/acme/renewing.history.yaml
    @@ -10,2 +10,4 @@
     - {"id": "ptwarbp268", "at": "2026-11-15T12:00:03.002Z", "by": "ana", "event": "edit", "field": "nps.owner", "to": "bo"}
     - {"id": "r820gr99wk", "at": "2026-11-15T12:00:03.003Z", "by": "ana", "event": "edit", "field": "nps.due", "to": "2026-11-30"}
    +- {"id": "6331v5fjnc", "at": "2026-11-15T12:00:04Z", "by": "ana", "event": "edit", "field": "nps.initiatives", "to": "Guided onboarding"}
    +- {"id": "pzxcqjkw64", "at": "2026-11-15T12:00:04.001Z", "by": "ana", "event": "edit", "field": "nps.initiatives", "to": "Call everybody"}
    --- 2026-Q4/acme/renewing.yaml
    +++ 2026-Q4/acme/renewing.yaml
    @@ -10,4 +10,7 @@
         owner: bo
         due: 2026-11-30
    +    initiatives:
    +      - title: Guided onboarding
    +      - title: Call everybody
       - id: churn
         title: Churn falls
    "#);
    assert_snapshot!(world.edit(r#"kr edit renewing.nps --done "Guided onboarding""#), @r#"
    changed acme/renewing.nps  initiatives: Guided onboarding  ⇒  Guided onboarding (done)
    --- 2026-Q4/acme/renewing.history.yaml
    +++ 2026-Q4/acme/renewing.history.yaml
    @@ -12,2 +12,3 @@
     - {"id": "6331v5fjnc", "at": "2026-11-15T12:00:04Z", "by": "ana", "event": "edit", "field": "nps.initiatives", "to": "Guided onboarding"}
     - {"id": "pzxcqjkw64", "at": "2026-11-15T12:00:04.001Z", "by": "ana", "event": "edit", "field": "nps.initiatives", "to": "Call everybody"}
    +- {"id": "nmzwebf1a4", "at": "2026-11-15T12:00:05Z", "by": "ana", "event": "edit", "field": "nps.initiatives", "from": "Guided onboarding", "to": "Guided onboarding (done)"}
    --- 2026-Q4/acme/renewing.yaml
    +++ 2026-Q4/acme/renewing.yaml
    @@ -12,4 +12,5 @@
         initiatives:
           - title: Guided onboarding
    +        done: true
           - title: Call everybody
       - id: churn
    "#);
    assert_snapshot!(world.edit("kr edit renewing.churn --metric done --force"), @r#"
    changed acme/renewing.churn  metric: 4.2 → 2.0 %  ⇒  done or not
    ── stderr ──
    warning: no longer counted: 1 value of acme/renewing.churn
    --- 2026-Q4/acme/renewing.history.yaml
    +++ 2026-Q4/acme/renewing.history.yaml
    @@ -13,2 +13,3 @@
     - {"id": "pzxcqjkw64", "at": "2026-11-15T12:00:04.001Z", "by": "ana", "event": "edit", "field": "nps.initiatives", "to": "Call everybody"}
     - {"id": "nmzwebf1a4", "at": "2026-11-15T12:00:05Z", "by": "ana", "event": "edit", "field": "nps.initiatives", "from": "Guided onboarding", "to": "Guided onboarding (done)"}
    +- {"id": "q4gh924q71", "at": "2026-11-15T12:00:06Z", "by": "ana", "event": "edit", "field": "churn.metric", "from": "4.2 → 2.0 %", "to": "done or not"}
    --- 2026-Q4/acme/renewing.yaml
    +++ 2026-Q4/acme/renewing.yaml
    @@ -16,5 +16,5 @@
       - id: churn
         title: Churn falls
    -    metric: {from: 4.2, to: 2.0, unit: "%"}
    +    metric: done
       - id: up
         title: Uptime is kept
    "#);
    assert_snapshot!(world.session(&["history renewing.nps --format csv", "log renewing"]), @"
    $ okr history renewing.nps --format csv
    at,by,key_result,before,after,change,progress_before,progress_after,status,confidence,note,metric_before,metric_after,id
    2026-11-15T12:00:02Z,ana,nps,,,,,,,,,31 → 50 points,31 → 60 points,9tmppbrdy8
    2026-11-10T09:00:00Z,ana,nps,34,38,4,0.103448,0.241379,at-risk,5,,,,a3
    2026-10-20T09:00:00Z,ana,nps,31,34,3,0,0.103448,on-track,7,first survey,,,a2

    $ okr log renewing
    Activity · 2026-Q4 · 15 events

    WHEN          WHO  OBJECTIVE      WHAT                                                  EVENT
    Nov 15 12:00  ana  acme/renewing  changed churn.metric: 4.2 → 2.0 % ⇒ done or not       q4gh924q71
    Nov 15 12:00  ana  acme/renewing  changed nps.initiatives: Guided onboarding ⇒ Guided   nmzwebf1a4
                                      onboarding (done)
    Nov 15 12:00  ana  acme/renewing  changed nps.initiatives: Call everybody               pzxcqjkw64
    Nov 15 12:00  ana  acme/renewing  changed nps.initiatives: Guided onboarding            6331v5fjnc
    Nov 15 12:00  ana  acme/renewing  changed nps.due: 2026-11-30                           r820gr99wk
    Nov 15 12:00  ana  acme/renewing  changed nps.owner: bo                                 ptwarbp268
    Nov 15 12:00  ana  acme/renewing  changed nps.weight: 2 ⇒ 3                             apdhnkbm9y
    Nov 15 12:00  ana  acme/renewing  changed nps.title: NPS rises ⇒ NPS: rises             wts929m96z
    Nov 15 12:00  ana  acme/renewing  changed nps.metric: 31 → 50 points ⇒ 31 → 60 points   9tmppbrdy8
    Nov 10 09:00  ana  acme/renewing  updated launch 0 of 3 → beta, 2 of 3                  a6
    Nov 10 09:00  bo   acme/renewing  updated up 99.45 %                                    a5
    Nov 10 09:00  bo   acme/renewing  updated churn · on track                              a4
    Nov 10 09:00  ana  acme/renewing  updated nps 34 → 38 points · at risk · 5/10           a3
    Oct 20 09:00  ana  acme/renewing  updated nps 31 → 34 points · on track · 7/10 · first  a2
                                      survey
    Oct  1 09:00  ana  acme/renewing  created                                               a1
    ");
}

#[test]
fn an_edit_that_changes_nothing_writes_nothing() {
    let world = World::worked();
    assert_snapshot!(world.edit(r#"kr edit renewing.nps --title "NPS rises""#), @"acme/renewing.nps is so already; nothing was changed");
    assert_snapshot!(world.edit("kr edit renewing.nps"), @"
    ── stderr ──
    error: what is to be changed?
    hint: --title, --metric, --weight, --owner, --due, --initiative or --done
    ── exit 2 ──
    ");
}

#[test]
fn edits_that_make_no_sense_are_refused() {
    let world = World::worked();
    assert_snapshot!(world.session(&["kr edit renewing --title X", "kr edit renewing.nsp --title X", r#"kr edit renewing.nps --metric "50 -> 50""#, "kr edit renewing.nps --metric soon", "kr edit renewing.nps --due someday", "kr edit renewing.nps --weight 0", "kr edit renewing.nps --done Unknown", r#"kr edit renewing.nps --title """#, r#"kr edit renewing.nps --owner "Bo C""#]), @r#"
    $ okr kr edit renewing --title X
    ── stderr ──
    error: renewing names an objective
    hint: a key result is OBJECTIVE.KR; okr set changes objectives
    ── exit 2 ──

    $ okr kr edit renewing.nsp --title X
    ── stderr ──
    error: acme/renewing has no key result "nsp"
    hint: did you mean nps? It has nps, churn, up, audit and launch
    ── exit 2 ──

    $ okr kr edit renewing.nps --metric "50 -> 50"
    ── stderr ──
    error: start and target are both 50: there is nothing to change
    hint: measures: FROM -> TO [UNIT], >= N [UNIT] [worst M], <= N [UNIT] [worst M], done, milestones a, b, c, aligned
    ── exit 2 ──

    $ okr kr edit renewing.nps --metric soon
    ── stderr ──
    error: "soon" is no measure
    hint: measures: FROM -> TO [UNIT], >= N [UNIT] [worst M], <= N [UNIT] [worst M], done, milestones a, b, c, aligned
    ── exit 2 ──

    $ okr kr edit renewing.nps --due someday
    ── stderr ──
    error: --due "someday" is not a day
    hint: write it as 2026-11-30
    ── exit 2 ──

    $ okr kr edit renewing.nps --weight 0
    changed acme/renewing.nps  weight: 2  ⇒  0

    $ okr kr edit renewing.nps --done Unknown
    ── stderr ──
    error: renewing.nps has no initiative "Unknown"
    ── exit 2 ──

    $ okr kr edit renewing.nps --title ""
    ── stderr ──
    error: a key result needs a title
    ── exit 2 ──

    $ okr kr edit renewing.nps --owner "Bo C"
    ── stderr ──
    error: invalid value 'Bo C' for '--owner <KEY>': it holds 'B'; a–z, 0–9 and - are allowed

    For more information, try '--help'.
    ── exit 2 ──
    "#);
}

#[test]
fn a_measure_that_earlier_values_do_not_fit_is_only_taken_by_force() {
    let world = World::worked();
    let before = world.read("okrs/2026-Q4/acme/renewing.yaml");
    assert_snapshot!(world.session(&[
        "kr edit renewing.nps --metric done",
        "kr edit renewing.nps --metric aligned --title \"NPS of all\"",
        "kr edit renewing.launch --metric \"milestones design, launch\"",
        "kr edit renewing.launch --metric \"0 -> 3 steps\"",
    ]), @r#"
    $ okr kr edit renewing.nps --metric done
    ── stderr ──
    error: 2 values of acme/renewing.nps would no longer be counted, the last by ana on 2026-11-10
    hint: okr kr add acme/renewing "TITLE: MEASURE" makes a new key result, and keeps this one
    hint: okr kr remove acme/renewing.nps --force takes this one away; its check-ins stay in the history
    hint: --force changes the measure all the same
    ── exit 2 ──

    $ okr kr edit renewing.nps --metric aligned --title "NPS of all"
    ── stderr ──
    error: 2 values of acme/renewing.nps would no longer be counted, the last by ana on 2026-11-10
    hint: okr kr add acme/renewing "TITLE: MEASURE" makes a new key result, and keeps this one
    hint: okr kr remove acme/renewing.nps --force takes this one away; its check-ins stay in the history
    hint: --force changes the measure all the same
    ── exit 2 ──

    $ okr kr edit renewing.launch --metric "milestones design, launch"
    ── stderr ──
    error: 1 value of acme/renewing.launch would no longer be counted, the last by ana on 2026-11-10
    hint: okr kr add acme/renewing "TITLE: MEASURE" makes a new key result, and keeps this one
    hint: okr kr remove acme/renewing.launch --force takes this one away; its check-ins stay in the history
    hint: --force changes the measure all the same
    ── exit 2 ──

    $ okr kr edit renewing.launch --metric "0 -> 3 steps"
    ── stderr ──
    error: 1 value of acme/renewing.launch would no longer be counted, the last by ana on 2026-11-10
    hint: okr kr add acme/renewing "TITLE: MEASURE" makes a new key result, and keeps this one
    hint: okr kr remove acme/renewing.launch --force takes this one away; its check-ins stay in the history
    hint: --force changes the measure all the same
    ── exit 2 ──
    "#);
    assert_eq!(world.read("okrs/2026-Q4/acme/renewing.yaml"), before);
    // What still fits, what has no values, and what was taken back is no obstacle.
    assert_snapshot!(world.session(&[
        "kr edit renewing.nps --metric \">= 40 points\"",
        "kr edit renewing.launch --metric \"milestones beta, launch, party\"",
        "kr edit renewing.audit --metric \"0 -> 3 findings\"",
        "retract renewing.up",
        "kr edit renewing.up --metric done",
        "kr edit renewing.nps --force",
    ]), @r#"
    $ okr kr edit renewing.nps --metric ">= 40 points"
    changed acme/renewing.nps  metric: 31 → 50 points  ⇒  ≥ 40 points

    $ okr kr edit renewing.launch --metric "milestones beta, launch, party"
    changed acme/renewing.launch  metric: design, beta, launch  ⇒  beta, launch, party

    $ okr kr edit renewing.audit --metric "0 -> 3 findings"
    changed acme/renewing.audit  metric: done or not  ⇒  0 → 3 findings

    $ okr retract renewing.up
    took back a5  check-in of Nov 10 09:00 by bo

    $ okr kr edit renewing.up --metric done
    changed acme/renewing.up  metric: ≥ 99.9 %, worst 99  ⇒  done or not

    $ okr kr edit renewing.nps --force
    ── stderr ──
    error: what is to be changed?
    hint: --title, --metric, --weight, --owner, --due, --initiative or --done
    ── exit 2 ──
    "#);
    assert_snapshot!(world.session(&[
        "kr edit renewing.nps --metric done --force --note \"the board counts otherwise\"",
        "kr edit renewing.churn --metric done --force",
        "kr edit renewing.churn --metric done --force",
        "show renewing.nps",
        "update renewing.nps open",
        "tree renewing",
        "kr edit renewing.nps --metric \"31 -> 50 points\"",
    ]), @r#"
    $ okr kr edit renewing.nps --metric done --force --note "the board counts otherwise"
    changed acme/renewing.nps  metric: ≥ 40 points  ⇒  done or not
    ── stderr ──
    warning: no longer counted: 2 values of acme/renewing.nps

    $ okr kr edit renewing.churn --metric done --force
    changed acme/renewing.churn  metric: 4.2 → 2.0 %  ⇒  done or not
    ── stderr ──
    warning: no longer counted: 1 value of acme/renewing.churn

    $ okr kr edit renewing.churn --metric done --force
    acme/renewing.churn is so already; nothing was changed

    $ okr show renewing.nps
    NPS rises · acme/renewing.nps

    objective      acme/renewing  Make renewing the obvious choice
    measure        done or not
    now            not yet
    progress       0 % of 50 % expected, −50 pp  ✗ off track, but people say at risk
    due            Dec 31
    owner          acme
    confidence     5 of 10
    last check-in  Nov 10 09:00 by ana
    last note      first survey

    NPS rises  acme/renewing.nps
    done  100 % ┤                                                                                  ⡀⡀⠄⠄⠂
                │                                                                         ⡀⡀⡀⠄⠄⠂⠂⠁⠁
                │                                                                 ⡀⡀⠄⠄⠂⠂⠁⠁
                │                                                        ⡀⡀⠄⠄⠂⠂⠂⠁⠁
                │                                               ⡀⡀⡀⠄⠄⠂⠂⠁⠁
           50 % ┤                                       ⡀⡀⠄⠄○⠂⠁⠁
                │                              ⡀⡀⠄⠄⠂⠂⠂⠁⠁    │
                │                     ⡀⡀⠄⠄⠄⠂⠂⠁⠁             │
                │             ⡀⡀⠄⠄⠂⠂⠁⠁                      │
                │    ⡀⡀⠄⠄⠂⠂⠁⠁⠁                              │
            0 % └━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━●───────────────────────────────────────────
                 Oct 1                                today, Nov 15                               Dec 31
    ━● reached 0 %   ⠄⠄○ plan 50 %

    Lately
    Nov 10 09:00  ana  updated nps · at risk · 5/10                  a3
    Oct 20 09:00  ana  updated nps · on track · 7/10 · first survey  a2

    $ okr update renewing.nps open
    updated acme/renewing.nps  not yet → not yet  0 % of 50 % expected, off track; said at risk

    $ okr tree renewing
    2026-Q4 · Oct 1 – Dec 31 · day 46 of 92, 50 % of the time is gone · ┊ = where the plan is

    Make renewing the obvious choice  acme/renewing            █░░░░┊░░░░   6 %  −44 pp  ✗ says at risk
    ├─ NPS rises                      nps     not yet          ░░░░░┊░░░░   0 %  −50 pp  ✗ says at risk
    ├─ Churn falls                    churn   not yet          ░░░░░┊░░░░   0 %  −50 pp  ✗ says on track
    ├─ Uptime is kept                 up      not yet          ░░░░░┊░░░░   0 %  −50 pp  ✗ off track
    ├─ Audit passed                   audit   0 of 3 findings  ░░░░░┊░░░░   0 %  −50 pp  ✗ off track
    └─ Launch                         launch  beta, 1 of 3     ███░░┊░░░░  33 %  −17 pp  ✗ off track

    $ okr kr edit renewing.nps --metric "31 -> 50 points"
    ── stderr ──
    error: 1 value of acme/renewing.nps would no longer be counted, the last by ana on 2026-11-15
    hint: okr kr add acme/renewing "TITLE: MEASURE" makes a new key result, and keeps this one
    hint: okr kr remove acme/renewing.nps --force takes this one away; its check-ins stay in the history
    hint: --force changes the measure all the same
    ── exit 2 ──
    "#);
}
