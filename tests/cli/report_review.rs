//! `okr report review`.

use insta::assert_snapshot;

use crate::world::World;

const REVIEW: &str = "- {\"id\": \"r1\", \"at\": \"2026-11-12T09:00:00Z\", \"by\": \"ana\", \"event\": \"review\", \"phase\": \"mid\", \"went_well\": \"two teams renewed early\", \"stuck\": \"the audit has no owner\", \"next\": \"bo takes the audit\"}\n";

fn reviewed(world: &World) {
    let file = "okrs/2026-Q4/acme/renewing.history.yaml";
    world.write(file, &(world.read(file) + REVIEW));
}

#[test]
fn risks_come_first_with_confidence_last_notes_and_what_was_decided() {
    let world = World::team();
    reviewed(&world);
    assert_snapshot!(world.width(100).okr("report review"), @"
    Review · 2026-Q4 · Oct 1 – Dec 31 · day 46 of 92, 50 % of the time is gone

    46 % of 59 % expected: 2 off track, 1 at risk, 2 on track. 1 of 5 open objectives is reviewed.

    Off track (2)
    Answer every ticket within a day 👩🏽‍💻   ana/tickets   0 % of 50 %   ✗ off track   Ana Lima

    KR                                  NOW         DONE  PACE         OWNER  LAST NOTE
    day  Tickets answered within a day  70 of 95 %   0 %  ✗ off track  ana    46 days without a check-in

    Make renewing the obvious choice   acme/renewing   40 % of 58 %   ✗ says at risk   Acme Inc.

    KR                      NOW                DONE  PACE            CONF   LAST NOTE
    nps     NPS rises       38 of 50 points    37 %  ✗ says at risk  7 → 5  first survey
    up      Uptime is kept  99.45 of ≥ 99.9 %  50 %  ✗ off track
    audit   Audit passed    not yet             0 %  ✗ off track            46 days without a check-in
    churn   Churn falls     3.1 of 2.0 %       50 %  ✓ on track
    launch  Launch          beta, 2 of 3       67 %  ✓ on track

    last time  mid-cycle review, Nov 12, by ana
    went well  two teams renewed early
    stuck      the audit has no owner
    next       bo takes the audit

    At risk (1)
    Ship a renewal portal that people finish   eng/portal   59 % of 63 %   ! at risk   heading for 80 %
    Engineering

    KR                             NOW                 DONE  PACE        CONF       LAST NOTE
    beta    Beta customers         15 of 25 customers  60 %  ! at risk
    finish  Share of started ren…  63 of 80 %          58 %  ✓ on track  6 → 7 → 8  guided onboarding is
                                                                                    live 🎉

    On track, done, or too early (2)
    Learn to write Rust that lasts   bo/learn-rust   50 % of 50 %   ✓ on track   Bo Chen

    KR                                   NOW      DONE  PACE         OWNER  LAST NOTE
    pr    Pull requests merged upstream  0 of 5    0 %  ✗ off track  bo     46 days without a check-in
    book  Read the book                  done    100 %  ★ done       bo

    让每个客户都愿意续约，并且主动推荐给朋友们   ops/xuyue   79 % of 75 %   ✓ on track   客户成功部

    KR                         NOW               DONE  PACE        CONF  OWNER  LAST NOTE
    huifang  每月回访的客户数  70 of 120 家      58 %  ✓ on track  8     ops    客户反馈很好 👍🏽
    shouci   首次响应时间      28 of ≤ 30 分钟  100 %  ✓ on track        ops
    ");
    assert_snapshot!(world.width(80).okr("report review --owner acme"), @"
    Review · 2026-Q4 · Oct 1 – Dec 31 · day 46 of 92, 50 % of the time is gone

    40 % of 58 % expected: 1 off track. 1 of 1 open objectives is reviewed.

    Off track (1)
    Make renewing the obvious choice   acme/renewing   40 % of 58 %   ✗ says at risk
    Acme Inc.

    KR                      DONE  PACE            CONF   LAST NOTE
    nps     NPS rises       37 %  ✗ says at risk  7 → 5  first survey
    up      Uptime is kept  50 %  ✗ off track
    audit   Audit passed     0 %  ✗ off track            46 days without a check-in
    churn   Churn falls     50 %  ✓ on track
    launch  Launch          67 %  ✓ on track

    last time  mid-cycle review, Nov 12, by ana
    went well  two teams renewed early
    stuck      the audit has no owner
    next       bo takes the audit
    ");
}

#[test]
fn the_sheet_in_a_pull_request_and_for_machines() {
    let world = World::worked();
    reviewed(&world);
    assert_snapshot!(world.okr("report review --format markdown"), @"
    ## Review · 2026-Q4 · Oct 1 – Dec 31 · day 46 of 92, 50 % of the time is gone

    40 % of 58 % expected: 1 off track. 1 of 1 open objectives is reviewed.

    ### Off track (1)

    **Make renewing the obvious choice** `acme/renewing` 40 % of 58 % ✗ says at risk Acme Inc.

    | KR |  | NOW | DONE | PACE | CONF | OWNER | LAST NOTE |
    | :-- | :-- | :-- | --: | :-- | :-- | :-- | :-- |
    | `nps` | NPS rises | 38 of 50 points | 37 % | ✗ says at risk | 7 → 5 | acme | first survey |
    | `up` | Uptime is kept | 99.45 of ≥ 99.9 % | 50 % | ✗ off track |  | acme |  |
    | `audit` | Audit passed | not yet | 0 % | ✗ off track |  | acme | 46 days without a check-in |
    | `churn` | Churn falls | 3.1 of 2.0 % | 50 % | ✓ on track |  | acme |  |
    | `launch` | Launch | beta, 2 of 3 | 67 % | ✓ on track |  | acme |  |

    - **last time**: mid-cycle review, Nov 12, by ana
    - **went well**: two teams renewed early
    - **stuck**: the audit has no owner
    - **next**: bo takes the audit
    ");
    assert_snapshot!(world.okr("report review --format csv"), @"
    ref,objective,title,owner,progress,expected,pace,status,confidence,confidences,stale_days,note,last_review,last_next
    2026-Q4/acme/renewing.nps,Make renewing the obvious choice,NPS rises,acme,0.368421,0.5,off-track,at-risk,5,7 5,,first survey,2026-11-12T09:00:00Z,bo takes the audit
    2026-Q4/acme/renewing.churn,Make renewing the obvious choice,Churn falls,acme,0.5,0.5,on-track,on-track,,,,,2026-11-12T09:00:00Z,bo takes the audit
    2026-Q4/acme/renewing.up,Make renewing the obvious choice,Uptime is kept,acme,0.5,1,off-track,,,,,,2026-11-12T09:00:00Z,bo takes the audit
    2026-Q4/acme/renewing.audit,Make renewing the obvious choice,Audit passed,acme,0,0.5,off-track,,,,46,,2026-11-12T09:00:00Z,bo takes the audit
    2026-Q4/acme/renewing.launch,Make renewing the obvious choice,Launch,acme,0.666667,0.5,on-track,,,,,,2026-11-12T09:00:00Z,bo takes the audit
    ");
    assert_snapshot!(world.okr("report review --as-of 2026-11-11 --format csv"), @"
    ref,objective,title,owner,progress,expected,pace,status,confidence,confidences,stale_days,note,last_review,last_next
    2026-Q4/acme/renewing.nps,Make renewing the obvious choice,NPS rises,acme,0.368421,0.456522,at-risk,at-risk,5,7 5,,first survey,,
    2026-Q4/acme/renewing.churn,Make renewing the obvious choice,Churn falls,acme,0.5,0.456522,on-track,on-track,,,,,,
    2026-Q4/acme/renewing.up,Make renewing the obvious choice,Uptime is kept,acme,0.5,1,off-track,,,,,,,
    2026-Q4/acme/renewing.audit,Make renewing the obvious choice,Audit passed,acme,0,0.456522,off-track,,,,42,,,
    2026-Q4/acme/renewing.launch,Make renewing the obvious choice,Launch,acme,0.666667,0.456522,on-track,,,,,,,
    ");
}

#[test]
fn an_empty_cycle_has_nothing_to_review() {
    assert_snapshot!(World::company().okr("report review"), @"
    Review · 2026-Q4 · Oct 1 – Dec 31 · day 46 of 92, 50 % of the time is gone

    No objectives here.
    ");
}
