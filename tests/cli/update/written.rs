//! What a check-in writes, and what it says.

use insta::assert_snapshot;

use crate::world::World;

#[test]
fn a_check_in_appends_one_line_and_says_how_it_stands() {
    let world = World::worked();
    assert_snapshot!(world.edit(r#"update renewing.nps 40 --status at-risk --confidence 6 --note "new onboarding is live""#), @r#"
    updated acme/renewing.nps  38 → 40 points (+2)  47 % of 50 % expected, at risk
    --- 2026-Q4/acme/renewing.history.yaml
    +++ 2026-Q4/acme/renewing.history.yaml
    @@ -5,2 +5,3 @@
     - {"id": "a5", "at": "2026-11-10T09:00:00Z", "by": "bo", "event": "update", "kr": "up", "value": 99.45}
     - {"id": "a6", "at": "2026-11-10T09:00:00Z", "by": "ana", "event": "update", "kr": "launch", "value": "beta"}
    +- {"id": "677x7z4kj7", "at": "2026-11-15T12:00:02Z", "by": "ana", "event": "update", "kr": "nps", "value": 40, "status": "at-risk", "confidence": 6, "note": "new onboarding is live"}
    "#);
}

#[test]
fn several_key_results_are_checked_in_at_once_or_none() {
    let world = World::worked();
    assert_snapshot!(world.edit("update renewing nps=40 churn=3.0 up=99.9 audit=done launch=launch --status on-track"), @r#"
    updated acme/renewing.nps  38 → 40 points (+2)  47 % of 50 % expected, at risk; said on track
    updated acme/renewing.churn  3.1 → 3.0 % (−0.1)  55 % of 50 % expected, on track
    updated acme/renewing.up  99.45 → 99.9 % (+0.45)  100 % of 100 % expected, on track
    updated acme/renewing.audit  not yet → done  100 % of 50 % expected, done
    updated acme/renewing.launch  beta, 2 of 3 → launch, 3 of 3  100 % of 50 % expected, done
    --- 2026-Q4/acme/renewing.history.yaml
    +++ 2026-Q4/acme/renewing.history.yaml
    @@ -5,2 +5,7 @@
     - {"id": "a5", "at": "2026-11-10T09:00:00Z", "by": "bo", "event": "update", "kr": "up", "value": 99.45}
     - {"id": "a6", "at": "2026-11-10T09:00:00Z", "by": "ana", "event": "update", "kr": "launch", "value": "beta"}
    +- {"id": "maknw0m0m0", "at": "2026-11-15T12:00:02Z", "by": "ana", "event": "update", "kr": "nps", "value": 40, "status": "on-track"}
    +- {"id": "129a8jkc4n", "at": "2026-11-15T12:00:02.001Z", "by": "ana", "event": "update", "kr": "churn", "value": 3, "status": "on-track"}
    +- {"id": "bqk65v7gz1", "at": "2026-11-15T12:00:02.002Z", "by": "ana", "event": "update", "kr": "up", "value": 99.9, "status": "on-track"}
    +- {"id": "av84e57v9y", "at": "2026-11-15T12:00:02.003Z", "by": "ana", "event": "update", "kr": "audit", "value": "done", "status": "on-track"}
    +- {"id": "k7ay0eeq2k", "at": "2026-11-15T12:00:02.004Z", "by": "ana", "event": "update", "kr": "launch", "value": "launch", "status": "on-track"}
    "#);
    assert_snapshot!(world.edit("update renewing nps=41 churn=many"), @r#"
    ── stderr ──
    error: "many" is not a number
    hint: acme/renewing.churn is measured so: 4.2 → 2.0 %
    ── exit 2 ──
    "#);
    assert_snapshot!(world.edit("update renewing nps=41 nsp=3"), @r#"
    ── stderr ──
    error: acme/renewing has no key result "nsp"
    hint: did you mean nps? It has nps, churn, up, audit and launch
    ── exit 2 ──
    "#);
    assert_snapshot!(world.edit("update renewing nps=41 42"), @r#"
    ── stderr ──
    error: "42" is not KR=VALUE
    hint: with several values each is KR=VALUE: nps=38 churn=3.1
    ── exit 2 ──
    "#);
    assert_snapshot!(world.edit("update renewing.nps churn=3"), @r#"
    ── stderr ──
    error: "churn=3" is not a number
    hint: acme/renewing.nps is measured so: 31 → 50 points
    ── exit 2 ──
    "#);
}

#[test]
fn the_same_key_result_twice_in_one_command_adds_up() {
    let world = World::worked();
    assert_snapshot!(world.edit("update renewing nps=+1 nps=+1"), @r#"
    updated acme/renewing.nps  38 → 39 points (+1)
    updated acme/renewing.nps  39 → 40 points (+1)  47 % of 50 % expected, at risk
    --- 2026-Q4/acme/renewing.history.yaml
    +++ 2026-Q4/acme/renewing.history.yaml
    @@ -5,2 +5,4 @@
     - {"id": "a5", "at": "2026-11-10T09:00:00Z", "by": "bo", "event": "update", "kr": "up", "value": 99.45}
     - {"id": "a6", "at": "2026-11-10T09:00:00Z", "by": "ana", "event": "update", "kr": "launch", "value": "beta"}
    +- {"id": "psbtn0fyty", "at": "2026-11-15T12:00:02Z", "by": "ana", "event": "update", "kr": "nps", "value": 39}
    +- {"id": "pvzczjgpsq", "at": "2026-11-15T12:00:02.001Z", "by": "ana", "event": "update", "kr": "nps", "value": 40}
    "#);
}

#[test]
fn a_whole_objective_takes_status_confidence_and_note() {
    let world = World::worked();
    assert_snapshot!(world.edit(r#"update renewing --status at-risk --confidence 4 --note "two people left""#), @r#"
    updated acme/renewing
    --- 2026-Q4/acme/renewing.history.yaml
    +++ 2026-Q4/acme/renewing.history.yaml
    @@ -5,2 +5,3 @@
     - {"id": "a5", "at": "2026-11-10T09:00:00Z", "by": "bo", "event": "update", "kr": "up", "value": 99.45}
     - {"id": "a6", "at": "2026-11-10T09:00:00Z", "by": "ana", "event": "update", "kr": "launch", "value": "beta"}
    +- {"id": "72vy3wdz1f", "at": "2026-11-15T12:00:02Z", "by": "ana", "event": "update", "status": "at-risk", "confidence": 4, "note": "two people left"}
    "#);
    assert_snapshot!(world.edit("update renewing.nps --confidence 3"), @r#"
    updated acme/renewing.nps  37 % of 50 % expected, off track; said at risk
    --- 2026-Q4/acme/renewing.history.yaml
    +++ 2026-Q4/acme/renewing.history.yaml
    @@ -6,2 +6,3 @@
     - {"id": "a6", "at": "2026-11-10T09:00:00Z", "by": "ana", "event": "update", "kr": "launch", "value": "beta"}
     - {"id": "72vy3wdz1f", "at": "2026-11-15T12:00:02Z", "by": "ana", "event": "update", "status": "at-risk", "confidence": 4, "note": "two people left"}
    +- {"id": "sesa9xsrp5", "at": "2026-11-15T12:00:03Z", "by": "ana", "event": "update", "kr": "nps", "confidence": 3}
    "#);
    assert_snapshot!(world.session(&["show renewing"]), @"
    $ okr show renewing
    Make renewing the obvious choice · acme/renewing

    owner       Acme Inc. (acme, company)
    cycle       2026-Q4 (Oct 1 – Dec 31)
    progress    40 % of 58 % expected, −18 pp  ✗ off track, but people say at risk
    confidence  4 of 10

    Renewals pay for everything else.

    Make renewing the obvious choice  acme/renewing
    100 % ┤                                                                                       ⡀⡀⡀⠄⠄⠂
          │                                                                            ⡀⡀⡀⠄⠄⠂⠂⠂⠁⠁⠁
          │                                                                 ⡀⡀⠄⠄⠄⠂⠂⠂⠁⠁⠁
          │                                                     ⡀⡀⡀⠄⠄⠄⠂⠂⠂⠁⠁⠁
          │                                          ⡀⡀⡀○⠄⠄⠂⠂⠂⠁⠁
     50 % ┤                                      ⡀⠄⠁⠁   │
          │                                ⡀⡀⠄⠄⠂⠁  ┏━━━━●
          │                       ⡀⡀⠄⠄⠂⠂⠂⠁⠁        ┃
          │             ⡀⡀⡀⠄⠄⠂⠂⠁⠁⠁                 ┃
          │    ⡀⡀⠄⠄⠄⠂⠂⠁⠁      ┏━━━━━━━━━━━━━━━━━━━━┛
      0 % └━━━━━━━━━━━━━━━━━━━┛─────────────────────────┬───────────────────────────────────────────────
           Oct 1                                  today, Nov 15                                   Dec 31
    ━● reached 40 %   ⠄⠄○ plan 58 %

    KR                      NOW                             DONE   PLAN  PACE            LAST CHECK-IN
    nps     NPS rises       38 of 50 points    ████░┊░░░░░  37 %   50 %  ✗ says at risk  Nov 15
    churn   Churn falls     3.1 of 2.0 %       █████┊░░░░░  50 %   50 %  ✓ on track      Nov 10
    up      Uptime is kept  99.45 of ≥ 99.9 %  ██████░░░░┊  50 %  100 %  ✗ off track     Nov 10
    audit   Audit passed    not yet            ░░░░░┊░░░░░   0 %   50 %  ✗ off track     never (46 days)
    launch  Launch          beta, 2 of 3       █████┊█░░░░  67 %   50 %  ✓ on track      Nov 10

    Lately
    Nov 15 12:00  ana  updated nps · 3/10                           sesa9xsrp5
    Nov 15 12:00  ana  updated · at risk · 4/10 · two people left   72vy3wdz1f
    Nov 10 09:00  ana  updated launch 0 of 3 → beta, 2 of 3         a6
    Nov 10 09:00  bo   updated up 99.45 %                           a5
    Nov 10 09:00  bo   updated churn 4.2 → 3.1 % · on track         a4
    Nov 10 09:00  ana  updated nps 34 → 38 points · at risk · 5/10  a3
    ");
}

#[test]
fn an_objective_with_one_key_result_takes_the_value_for_it() {
    let world = World::company();
    let _ = world.okr(r#"create Tickets --slug tickets --kr "First answer: 30 -> 8 hours""#);
    let _ = world.okr("create Bare --slug bare");
    assert_snapshot!(world.edit("update tickets 20"), @r#"
    updated ana/tickets.kr1  30 → 20 hours (−10)  45 % of 50 % expected, at risk
    --- 2026-Q4/ana/tickets.history.yaml
    +++ 2026-Q4/ana/tickets.history.yaml
    @@ -1 +1,2 @@
     - {"id": "37fyv9mxc8", "at": "2026-11-15T12:00:02Z", "by": "ana", "event": "create"}
    +- {"id": "zf3a29p8sh", "at": "2026-11-15T12:00:04Z", "by": "ana", "event": "update", "kr": "kr1", "value": 20}
    "#);
    assert_snapshot!(world.session(&["update tickets +2", "update tickets kr1=18", "update tickets", "update bare 3", r#"update bare --note "no measure yet""#]), @r#"
    $ okr update tickets +2
    updated ana/tickets.kr1  20 → 22 hours (+2)  36 % of 50 % expected, off track

    $ okr update tickets kr1=18
    updated ana/tickets.kr1  22 → 18 hours (−4)  55 % of 50 % expected, on track

    $ okr update tickets
    ── stderr ──
    error: what is the value?
    hint: okr update tickets VALUE, or --status, --confidence, --note
    ── exit 2 ──

    $ okr update bare 3
    ── stderr ──
    error: ana/bare has no key results
    hint: okr kr add ana/bare "TITLE: FROM -> TO"
    ── exit 2 ──

    $ okr update bare --note "no measure yet"
    updated ana/bare
    "#);
}

#[test]
fn quiet_says_nothing_and_does_it_all_the_same() {
    let world = World::worked();
    assert_snapshot!(world.edit("update renewing.nps 40 --quiet"), @r#"
    --- 2026-Q4/acme/renewing.history.yaml
    +++ 2026-Q4/acme/renewing.history.yaml
    @@ -5,2 +5,3 @@
     - {"id": "a5", "at": "2026-11-10T09:00:00Z", "by": "bo", "event": "update", "kr": "up", "value": 99.45}
     - {"id": "a6", "at": "2026-11-10T09:00:00Z", "by": "ana", "event": "update", "kr": "launch", "value": "beta"}
    +- {"id": "zg6fwameve", "at": "2026-11-15T12:00:02Z", "by": "ana", "event": "update", "kr": "nps", "value": 40}
    "#);
}

#[test]
fn each_author_has_a_file_where_the_settings_say_so() {
    let world = World::worked();
    world.write("okrs/okr.yaml", "version: 1\nhistory: per-author\n");
    assert_snapshot!(world.edit("update renewing.nps 40"), @r#"
    updated acme/renewing.nps  38 → 40 points (+2)  47 % of 50 % expected, at risk
    --- (none)
    +++ 2026-Q4/acme/renewing.ana.history.yaml
    @@ -0,0 +1 @@
    +- {"id": "zg6fwameve", "at": "2026-11-15T12:00:02Z", "by": "ana", "event": "update", "kr": "nps", "value": 40}
    "#);
    assert_snapshot!(world.session(&["--me bo update renewing.nps +1", "history renewing.nps"]), @"
    $ okr --me bo update renewing.nps +1
    updated acme/renewing.nps  40 → 41 points (+1)  53 % of 50 % expected, on track; said at risk

    $ okr history renewing.nps
    NPS rises · acme/renewing.nps · 31 → 50 points

    WHEN          WHO  BEFORE  AFTER  CHANGE   PROGRESS  STATUS              CONF   NOTE
    Nov 15 12:00  bo       40     41  +1      47 → 53 %  –                   –      –
    Nov 15 12:00  ana      38     40  +2      37 → 47 %  –                   –      –
    Nov 10 09:00  ana      34     38  +4      16 → 37 %  on track → at risk  7 → 5  –
    Oct 20 09:00  ana      31     34  +3       0 → 16 %  on track            7      first survey
    ");
}
