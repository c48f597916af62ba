//! `okr kr`.

use insta::assert_snapshot;

use crate::world::World;

#[test]
fn key_results_are_added_behind_the_others() {
    let world = World::worked();
    assert_snapshot!(world.edit(r#"kr add renewing "nrr = Net revenue: 98 -> 110 %" "Churned customers call back: done @bo""#), @r#"
    added acme/renewing.nrr  Net revenue: 98 → 110 %
    added acme/renewing.kr1  Churned customers call back: done or not
    --- 2026-Q4/acme/renewing.history.yaml
    +++ 2026-Q4/acme/renewing.history.yaml
    @@ -5,2 +5,4 @@
     - {"id": "a5", "at": "2026-11-10T09:00:00Z", "by": "bo", "event": "update", "kr": "up", "value": 99.45}
     - {"id": "a6", "at": "2026-11-10T09:00:00Z", "by": "ana", "event": "update", "kr": "launch", "value": "beta"}
    +- {"id": "q30sq27m66", "at": "2026-11-15T12:00:02Z", "by": "ana", "event": "edit", "field": "nrr", "to": "Net revenue: 98 → 110 %"}
    +- {"id": "44mwm37czv", "at": "2026-11-15T12:00:02.001Z", "by": "ana", "event": "edit", "field": "kr1", "to": "Churned customers call back: done or not"}
    --- 2026-Q4/acme/renewing.yaml
    +++ 2026-Q4/acme/renewing.yaml
    @@ -20,2 +20,9 @@
         title: Launch
         metric: {milestones: [design, beta, launch]}
    +  - id: nrr
    +    title: Net revenue
    +    metric: {from: 98, to: 110, unit: "%"}
    +  - id: kr1
    +    title: Churned customers call back
    +    metric: done
    +    owner: bo
    "#);
}

#[test]
fn the_first_key_result_makes_the_list() {
    let world = World::company();
    let _ = world.okr("create Plain --slug plain");
    assert_snapshot!(world.edit(r#"kr add plain "Calls: 0 -> 20""#), @r#"
    added ana/plain.kr1  Calls: 0 → 20
    --- 2026-Q4/ana/plain.history.yaml
    +++ 2026-Q4/ana/plain.history.yaml
    @@ -1 +1,2 @@
     - {"id": "f3aydcp5w5", "at": "2026-11-15T12:00:02Z", "by": "ana", "event": "create"}
    +- {"id": "vgswpew595", "at": "2026-11-15T12:00:03Z", "by": "ana", "event": "edit", "field": "kr1", "to": "Calls: 0 → 20"}
    --- 2026-Q4/ana/plain.yaml
    +++ 2026-Q4/ana/plain.yaml
    @@ -1 +1,5 @@
     title: Plain
    +key_results:
    +  - id: kr1
    +    title: Calls
    +    metric: {from: 0, to: 20}
    "#);
    assert_snapshot!(world.edit(r#"kr add plain "More calls: 0 -> 20""#), @r#"
    added ana/plain.kr2  More calls: 0 → 20
    --- 2026-Q4/ana/plain.history.yaml
    +++ 2026-Q4/ana/plain.history.yaml
    @@ -1,2 +1,3 @@
     - {"id": "f3aydcp5w5", "at": "2026-11-15T12:00:02Z", "by": "ana", "event": "create"}
     - {"id": "vgswpew595", "at": "2026-11-15T12:00:03Z", "by": "ana", "event": "edit", "field": "kr1", "to": "Calls: 0 → 20"}
    +- {"id": "vspd7pf4sg", "at": "2026-11-15T12:00:04Z", "by": "ana", "event": "edit", "field": "kr2", "to": "More calls: 0 → 20"}
    --- 2026-Q4/ana/plain.yaml
    +++ 2026-Q4/ana/plain.yaml
    @@ -4,2 +4,5 @@
         title: Calls
         metric: {from: 0, to: 20}
    +  - id: kr2
    +    title: More calls
    +    metric: {from: 0, to: 20}
    "#);
}

#[test]
fn what_is_taken_or_no_spec_is_not_added() {
    let world = World::worked();
    assert_snapshot!(world.session(&[r#"kr add renewing "nps = Again: done""#, r#"kr add renewing "a = X: done" "a = Y: done""#, r#"kr add renewing "No measure""#, "kr add renewing", r#"kr add renewing.nps "X: done""#, r#"kr add nothing "X: done""#]), @r#"
    $ okr kr add renewing "nps = Again: done"
    ── stderr ──
    error: there is a key result "nps" already
    hint: put another id in front: "id = TITLE: …"
    ── exit 2 ──

    $ okr kr add renewing "a = X: done" "a = Y: done"
    ── stderr ──
    error: there is a key result "a" already
    hint: put another id in front: "id = TITLE: …"
    ── exit 2 ──

    $ okr kr add renewing "No measure"
    ── stderr ──
    error: "No measure" has no measure: a key result says how we will know
    hint: say from where to where: "No measure: 31 -> 50 points", or a level: "No measure: >= 99.9 %"; or done, milestones a, b, c
    ── exit 2 ──

    $ okr kr add renewing
    ── stderr ──
    error: the following required arguments were not provided:
      <SPEC>...

    Usage: okr kr add <REF> <SPEC>...

    For more information, try '--help'.
    ── exit 2 ──

    $ okr kr add renewing.nps "X: done"
    ── stderr ──
    error: "renewing.nps" names a key result
    hint: the objective is acme/renewing; without .nps
    ── exit 2 ──

    $ okr kr add nothing "X: done"
    ── stderr ──
    error: no objective in 2026-Q4 is called "nothing"
    hint: okr list shows what there is
    ── exit 2 ──
    "#);
}

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
    assert_snapshot!(world.edit("kr edit renewing.churn --metric done"), @r#"
    changed acme/renewing.churn  metric: 4.2 → 2.0 %  ⇒  done or not
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
    Nov 10 09:00  bo   acme/renewing  updated churn not yet → not yet · on track            a4
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
fn a_key_result_without_check_ins_is_removed_and_one_with_them_only_by_force() {
    let world = World::worked();
    assert_snapshot!(world.edit("kr remove renewing.audit"), @r#"
    removed acme/renewing.audit  Audit passed
    --- 2026-Q4/acme/renewing.history.yaml
    +++ 2026-Q4/acme/renewing.history.yaml
    @@ -5,2 +5,3 @@
     - {"id": "a5", "at": "2026-11-10T09:00:00Z", "by": "bo", "event": "update", "kr": "up", "value": 99.45}
     - {"id": "a6", "at": "2026-11-10T09:00:00Z", "by": "ana", "event": "update", "kr": "launch", "value": "beta"}
    +- {"id": "f60kdgzxx6", "at": "2026-11-15T12:00:02Z", "by": "ana", "event": "edit", "field": "audit", "from": "Audit passed"}
    --- 2026-Q4/acme/renewing.yaml
    +++ 2026-Q4/acme/renewing.yaml
    @@ -14,7 +14,4 @@
         title: Uptime is kept
         metric: {at_least: 99.9, worst: 99, unit: "%"}
    -  - id: audit
    -    title: Audit passed
    -    metric: done
       - id: launch
         title: Launch
    "#);
    assert_snapshot!(world.edit("kr remove renewing.nps"), @"
    ── stderr ──
    error: renewing.nps has 2 check-ins
    hint: --force removes it all the same; its check-ins stay in the history
    ── exit 2 ──
    ");
    assert_snapshot!(world.edit("kr remove renewing.nps --force"), @r#"
    removed acme/renewing.nps  NPS rises
    --- 2026-Q4/acme/renewing.history.yaml
    +++ 2026-Q4/acme/renewing.history.yaml
    @@ -6,2 +6,3 @@
     - {"id": "a6", "at": "2026-11-10T09:00:00Z", "by": "ana", "event": "update", "kr": "launch", "value": "beta"}
     - {"id": "f60kdgzxx6", "at": "2026-11-15T12:00:02Z", "by": "ana", "event": "edit", "field": "audit", "from": "Audit passed"}
    +- {"id": "n57samtzcp", "at": "2026-11-15T12:00:04Z", "by": "ana", "event": "edit", "field": "nps", "from": "NPS rises"}
    --- 2026-Q4/acme/renewing.yaml
    +++ 2026-Q4/acme/renewing.yaml
    @@ -4,8 +4,4 @@
       Renewals pay for everything else.
     key_results:
    -  - id: nps
    -    title: NPS rises
    -    metric: {from: 31, to: 50, unit: points}
    -    weight: 2
       - id: churn
         title: Churn falls
    "#);
    assert_snapshot!(world.session(&["show renewing", "kr remove renewing.nps", "kr remove renewing"]), @r#"
    $ okr show renewing
    Make renewing the obvious choice · acme/renewing

    owner     Acme Inc. (acme, company)
    cycle     2026-Q4 (Oct 1 – Dec 31)
    progress  56 % of 67 % expected, −11 pp  ! at risk, but people say on track

    Renewals pay for everything else.

    KR                      NOW                                  DONE   PLAN  PACE         LAST CHECK-IN
    churn   Churn falls     3.1 of 2.0 %       ████████┊░░░░░░░  50 %   50 %  ✓ on track   Nov 10
    up      Uptime is kept  99.45 of ≥ 99.9 %  ████████░░░░░░░┊  50 %  100 %  ✗ off track  Nov 10
    launch  Launch          beta, 2 of 3       ████████┊██░░░░░  67 %   50 %  ✓ on track   Nov 10

    Lately
    Nov 15 12:00  ana  changed nps: NPS rises ⇒ –            n57samtzcp
    Nov 15 12:00  ana  changed audit: Audit passed ⇒ –       f60kdgzxx6
    Nov 10 09:00  ana  updated launch 0 of 3 → beta, 2 of 3  a6
    Nov 10 09:00  bo   updated up 99.45 %                    a5
    Nov 10 09:00  bo   updated churn 4.2 → 3.1 % · on track  a4
    Nov 10 09:00  ana  updated nps · at risk · 5/10          a3

    $ okr kr remove renewing.nps
    ── stderr ──
    error: acme/renewing has no key result "nps"
    hint: it has churn, up and launch
    ── exit 2 ──

    $ okr kr remove renewing
    ── stderr ──
    error: renewing names an objective
    hint: okr remove removes objectives
    ── exit 2 ──
    "#);
}

#[test]
fn the_last_key_result_leaves_no_empty_list() {
    let world = World::company();
    let _ = world.okr(r#"create Plain --slug plain --kr "Calls: 0 -> 20""#);
    assert_snapshot!(world.edit("kr remove plain.kr1"), @r#"
    removed ana/plain.kr1  Calls
    --- 2026-Q4/ana/plain.history.yaml
    +++ 2026-Q4/ana/plain.history.yaml
    @@ -1 +1,2 @@
     - {"id": "f3aydcp5w5", "at": "2026-11-15T12:00:02Z", "by": "ana", "event": "create"}
    +- {"id": "r1c34s5298", "at": "2026-11-15T12:00:03Z", "by": "ana", "event": "edit", "field": "kr1", "from": "Calls"}
    --- 2026-Q4/ana/plain.yaml
    +++ 2026-Q4/ana/plain.yaml
    @@ -1,5 +1,2 @@
     title: Plain
    -key_results:
    -  - id: kr1
    -    title: Calls
    -    metric: {from: 0, to: 20}
    +key_results: []
    "#);
    assert_snapshot!(world.edit(r#"kr add plain "Calls: 0 -> 20""#), @r#"
    added ana/plain.kr1  Calls: 0 → 20
    --- 2026-Q4/ana/plain.history.yaml
    +++ 2026-Q4/ana/plain.history.yaml
    @@ -1,2 +1,3 @@
     - {"id": "f3aydcp5w5", "at": "2026-11-15T12:00:02Z", "by": "ana", "event": "create"}
     - {"id": "r1c34s5298", "at": "2026-11-15T12:00:03Z", "by": "ana", "event": "edit", "field": "kr1", "from": "Calls"}
    +- {"id": "aj333mvpw2", "at": "2026-11-15T12:00:04Z", "by": "ana", "event": "edit", "field": "kr1", "to": "Calls: 0 → 20"}
    --- 2026-Q4/ana/plain.yaml
    +++ 2026-Q4/ana/plain.yaml
    @@ -1,2 +1,5 @@
     title: Plain
    -key_results: []
    +key_results:
    +  - id: kr1
    +    title: Calls
    +    metric: {from: 0, to: 20}
    "#);
}
