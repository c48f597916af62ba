//! `okr score`, `complete`, `abandon`, `reopen`.

use insta::assert_snapshot;

use crate::world::World;

#[test]
fn scores_are_kept_with_whoever_gave_them_and_the_owners_counts() {
    let world = World::worked();
    assert_snapshot!(world.edit("score renewing.nps 70 --note 'harder than it looked'"), @r#"
    scored acme/renewing.nps  70 of 100, a hard objective achieved; the figures suggest 37
    --- 2026-Q4/acme/renewing.history.yaml
    +++ 2026-Q4/acme/renewing.history.yaml
    @@ -5,2 +5,3 @@
     - {"id": "a5", "at": "2026-11-10T09:00:00Z", "by": "bo", "event": "update", "kr": "up", "value": 99.45}
     - {"id": "a6", "at": "2026-11-10T09:00:00Z", "by": "ana", "event": "update", "kr": "launch", "value": "beta"}
    +- {"id": "5z10tzfn8g", "at": "2026-11-15T12:00:02Z", "by": "ana", "event": "score", "kr": "nps", "score": 70.0, "note": "harder than it looked"}
    "#);
    assert_snapshot!(world.session(&[
        "score renewing churn=100 up=50",
        "score renewing --suggested",
        "score renewing 80",
        "score renewing.nps 100",
    ]), @"
    $ okr score renewing churn=100 up=50
    scored acme/renewing.churn  100 of 100, outstanding; the figures suggest 50
    scored acme/renewing.up  50 of 100, some progress

    $ okr score renewing --suggested
    scored acme/renewing.audit  0 of 100, no progress
    scored acme/renewing.launch  67 of 100, some progress
    scored acme/renewing  60 of 100, some progress

    $ okr score renewing 80
    scored acme/renewing  80 of 100, a hard objective achieved; the figures suggest 60

    $ okr score renewing.nps 100
    scored acme/renewing.nps  100 of 100, outstanding; the figures suggest 37
    ");
    let _ = world.me(Some("bo")).okr("score renewing 10");
    assert_snapshot!(world.width(120).okr("report score"), @"
    Scores · 2026-Q4 · as of Nov 15

    Mean 10 of 100 (median 10, spread 0, from 10 to 10).

                               FROM                      OBJECTIVES  SHARE
    outstanding                 100  ░░░░░░░░░░░░░░░░░░           0    0 %
    a hard objective achieved    70  ░░░░░░░░░░░░░░░░░░           0    0 %
    some progress                30  ░░░░░░░░░░░░░░░░░░           0    0 %
    no progress                   0  ██████████████████           1  100 %

    Groups
    BY                              OBJECTIVES  NOT SCORED                      MEAN  MEDIAN  SPREAD
    level  company                           1           0  ██░░░░░░░░░░░░░░░░    10      10       0
    unit   acme          Acme Inc.           1           0  ██░░░░░░░░░░░░░░░░    10      10       0
    owner  acme          Acme Inc.           1           0  ██░░░░░░░░░░░░░░░░    10      10       0
    kind   aspirational                      1           0  ██░░░░░░░░░░░░░░░░    10      10       0
    all    2026-Q4                           1           0  ██░░░░░░░░░░░░░░░░    10      10       0

    Objectives
    OBJECTIVE                                        KIND          DONE  SUGGESTED  SCORE  BAND         SCORED BY
    acme/renewing  Make renewing the obvious choice  aspirational  40 %         70     10  no progress  bo 10 · ana 80
    ");
}

#[test]
fn a_bystander_is_told_whose_score_counts() {
    let world = World::team();
    assert_snapshot!(world.me(Some("bo")).okr("score ops/xuyue 10"), @"
    scored ops/xuyue  10 of 100, no progress; the figures suggest 79
    ── stderr ──
    note: you are neither ops nor a lead above: your score is kept and shown, theirs counts
    ");
    assert_snapshot!(world.me(Some("mei")).okr("score ops/xuyue 70"), @"scored ops/xuyue  70 of 100, a hard objective achieved; the figures suggest 79");
}

#[test]
fn a_score_off_the_scale_is_refused() {
    let world = World::worked();
    assert_snapshot!(world.session(&[
        "score renewing 0.7",
        "score renewing 101",
        "score renewing -1",
        "score renewing good",
        "score renewing",
        "score renewing.nope 3",
        "score renewing.audit --suggested",
        "score renewing nps=30 churn",
    ]), @r#"
    $ okr score renewing 0.7
    ── stderr ──
    error: 0.7: 0.7 of 100 would be next to nothing
    hint: scores are 0 to 100 here: 70?
    hint: for 0.0 to 1.0, put scoring: {scale: 1.0} into okr.yaml
    ── exit 2 ──

    $ okr score renewing 101
    ── stderr ──
    error: 101: a score is a number from 0 to 100
    ── exit 2 ──

    $ okr score renewing -1
    ── stderr ──
    error: -1: a score is a number from 0 to 100
    ── exit 2 ──

    $ okr score renewing good
    ── stderr ──
    error: "good" is not a score
    hint: a number from 0 to 100
    ── exit 2 ──

    $ okr score renewing
    ── stderr ──
    error: what is the score?
    hint: okr score renewing SCORE, or --suggested for what the figures say
    ── exit 2 ──

    $ okr score renewing.nope 3
    ── stderr ──
    error: acme/renewing has no key result "nope"
    hint: it has nps, churn, up, audit and launch
    ── exit 2 ──

    $ okr score renewing.audit --suggested
    scored acme/renewing.audit  0 of 100, no progress

    $ okr score renewing nps=30 churn
    ── stderr ──
    error: "churn" is not KR=SCORE
    ── exit 2 ──
    "#);
    world.write("okrs/okr.yaml", "version: 1\nscoring: {scale: 1.0}\n");
    assert_snapshot!(world.session(&["score renewing 70", "score renewing 0.7", "show renewing"]), @"
    $ okr score renewing 70
    ── stderr ──
    error: 70: a score is a number from 0 to 1
    ── exit 2 ──

    $ okr score renewing 0.7
    scored acme/renewing  0.7 of 1, a hard objective achieved; the figures suggest 0.4

    $ okr show renewing
    Make renewing the obvious choice · acme/renewing

    owner       Acme Inc. (acme, company)
    cycle       2026-Q4 (Oct 1 – Dec 31)
    progress    40 % of 58 % expected, −18 pp  ✗ off track, but people say at risk
    confidence  5 of 10
    score       0.7  a hard objective achieved

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
    nps     NPS rises       38 of 50 points    ████░┊░░░░░  37 %   50 %  ✗ says at risk  Nov 10
    churn   Churn falls     3.1 of 2.0 %       █████┊░░░░░  50 %   50 %  ✓ on track      Nov 10
    up      Uptime is kept  99.45 of ≥ 99.9 %  ██████░░░░┊  50 %  100 %  ✗ off track     Nov 10
    audit   Audit passed    not yet            ░░░░░┊░░░░░   0 %   50 %  ✗ off track     never (46 days)
    launch  Launch          beta, 2 of 3       █████┊█░░░░  67 %   50 %  ✓ on track      Nov 10

    Lately
    Nov 15 12:00  ana  scored 70                                    6rdy9t3hy1
    Nov 15 12:00  ana  scored audit 0                               9pttq3968q
    Nov 10 09:00  ana  updated launch 0 of 3 → beta, 2 of 3         a6
    Nov 10 09:00  bo   updated up 99.45 %                           a5
    Nov 10 09:00  bo   updated churn 4.2 → 3.1 % · on track         a4
    Nov 10 09:00  ana  updated nps 34 → 38 points · at risk · 5/10  a3
    ");
}

#[test]
fn what_is_completed_takes_no_check_ins_until_it_is_opened_again() {
    let world = World::worked();
    assert_snapshot!(world.session(&[
        "complete renewing --score 70 --note 'closed after the board'",
        "update renewing.nps 50",
        "complete renewing",
        "abandon renewing",
        "reopen renewing --note 'one more customer'",
        "reopen renewing",
        "update renewing.nps 50",
        "complete renewing",
        "reopen renewing",
        "abandon renewing --note 'the product is gone'",
        "score renewing 3",
        "list",
    ]), @"
    $ okr complete renewing --score 70 --note 'closed after the board'
    scored acme/renewing  70 of 100, a hard objective achieved; the figures suggest 40
    completed acme/renewing

    $ okr update renewing.nps 50
    ── stderr ──
    error: acme/renewing is completed
    hint: okr reopen acme/renewing opens it again
    ── exit 2 ──

    $ okr complete renewing
    ── stderr ──
    error: acme/renewing is completed
    hint: okr reopen acme/renewing opens it again
    ── exit 2 ──

    $ okr abandon renewing
    ── stderr ──
    error: acme/renewing is completed
    hint: okr reopen acme/renewing opens it again
    ── exit 2 ──

    $ okr reopen renewing --note 'one more customer'
    reopened acme/renewing

    $ okr reopen renewing
    ── stderr ──
    error: acme/renewing is open
    ── exit 2 ──

    $ okr update renewing.nps 50
    updated acme/renewing.nps  38 → 50 points (+12)  100 % of 50 % expected, done; said at risk

    $ okr complete renewing
    completed acme/renewing

    $ okr reopen renewing
    reopened acme/renewing

    $ okr abandon renewing --note 'the product is gone'
    abandoned acme/renewing

    $ okr score renewing 3
    ── stderr ──
    error: acme/renewing is abandoned: it takes no score
    hint: okr reopen acme/renewing takes that back
    ── exit 2 ──

    $ okr list
    2026-Q4 · Oct 1 – Dec 31 · day 46 of 92, 50 % of the time is gone · 1 objective

    OBJECTIVE                                      OWNER                           DONE  PLAN  PACE
    acme/renewing  Make renewing the obvious cho…  Acme Inc.  █████┊░░░░  ▁▁▁▁▁▁▅  61 %  58 %  abandoned
    ");
    assert_snapshot!(world.okr("log -n 5"), @"
    Activity · 2026-Q4 · 13 events

    WHEN          WHO  OBJECTIVE      WHAT                             EVENT
    Nov 15 12:00  ana  acme/renewing  abandoned · the product is gone  0dbcm0re0q
    Nov 15 12:00  ana  acme/renewing  reopened                         5c370qexkv
    Nov 15 12:00  ana  acme/renewing  completed                        kzrwyj67hp
    Nov 15 12:00  ana  acme/renewing  updated nps 38 → 50 points       62dk1363dy
    Nov 15 12:00  ana  acme/renewing  reopened · one more customer     xy79fykbzf

    8 more; -n 0 shows all
    ");
}
