//! `okr log`.

use insta::assert_snapshot;

use crate::world::World;

#[test]
fn the_feed_at_every_width() {
    let world = World::team();
    assert_snapshot!(world.width(60).okr("log"), @"
    Activity · 2026-Q4 · 19 events

    WHEN          WHO  OBJECTIVE      WHAT
    Nov 13 11:00  mei  eng/portal     commented: @ana can we ask
                                      support?
    Nov 12 10:05  mei  ops/xuyue      updated shouci 28 分钟
    Nov 12 10:00  mei  ops/xuyue      updated huifang 0 → 70 家
                                      · on track · 8/10 · 客户反
                                      馈很好 👍🏽
    Nov 10 09:00  ana  acme/renewing  updated launch 0 of 3 →
                                      beta, 2 of 3
    Nov 10 09:00  bo   acme/renewing  updated up 99.45 %
    Nov 10 09:00  bo   acme/renewing  updated churn 4.2 → 3.1 %
                                      · on track
    Nov 10 09:00  ana  acme/renewing  updated nps 34 → 38 points
                                      · at risk · 5/10
    Nov  8 11:00  bo   eng/portal     updated beta 0 → 15
                                      customers · at risk
    Nov  8 10:00  mei  eng/portal     took back beta 30
                                      customers · counted twice
    Nov  8 09:00  bo   eng/portal     updated beta 30 customers
                                      · on track · taken back
    Nov  7 09:00  bo   eng/portal     updated finish 52 → 63 % ·
                                      on track · 8/10 · guided
                                      onboarding is live 🎉
    Nov  1 10:00  bo   bo/learn-rust  updated book not yet →
                                      done
    Oct 24 09:00  bo   eng/portal     updated finish 44 → 52 % ·
                                      on track · 7/10 · shorter
                                      form
    Oct 20 09:00  ana  acme/renewing  updated nps 31 → 34 points
                                      · on track · 7/10 · first
                                      survey
    Oct 10 09:00  bo   eng/portal     updated finish 40 → 44 % ·
                                      on track · 6/10
    Oct  1 10:00  mei  ops/xuyue      created
    Oct  1 10:00  ana  eng/portal     created
    Oct  1 10:00  bo   bo/learn-rust  created
    Oct  1 09:00  ana  acme/renewing  created
    ");
    assert_snapshot!(world.width(80).okr("log"), @"
    Activity · 2026-Q4 · 19 events

    WHEN          WHO  OBJECTIVE      WHAT
    Nov 13 11:00  mei  eng/portal     commented: @ana can we ask support?
    Nov 12 10:05  mei  ops/xuyue      updated shouci 28 分钟
    Nov 12 10:00  mei  ops/xuyue      updated huifang 0 → 70 家 · on track · 8/10 ·
                                      客户反馈很好 👍🏽
    Nov 10 09:00  ana  acme/renewing  updated launch 0 of 3 → beta, 2 of 3
    Nov 10 09:00  bo   acme/renewing  updated up 99.45 %
    Nov 10 09:00  bo   acme/renewing  updated churn 4.2 → 3.1 % · on track
    Nov 10 09:00  ana  acme/renewing  updated nps 34 → 38 points · at risk · 5/10
    Nov  8 11:00  bo   eng/portal     updated beta 0 → 15 customers · at risk
    Nov  8 10:00  mei  eng/portal     took back beta 30 customers · counted twice
    Nov  8 09:00  bo   eng/portal     updated beta 30 customers · on track · taken
                                      back
    Nov  7 09:00  bo   eng/portal     updated finish 52 → 63 % · on track · 8/10 ·
                                      guided onboarding is live 🎉
    Nov  1 10:00  bo   bo/learn-rust  updated book not yet → done
    Oct 24 09:00  bo   eng/portal     updated finish 44 → 52 % · on track · 7/10 ·
                                      shorter form
    Oct 20 09:00  ana  acme/renewing  updated nps 31 → 34 points · on track · 7/10 ·
                                      first survey
    Oct 10 09:00  bo   eng/portal     updated finish 40 → 44 % · on track · 6/10
    Oct  1 10:00  mei  ops/xuyue      created
    Oct  1 10:00  ana  eng/portal     created
    Oct  1 10:00  bo   bo/learn-rust  created
    Oct  1 09:00  ana  acme/renewing  created
    ");
    assert_snapshot!(world.width(100).okr("log"), @"
    Activity · 2026-Q4 · 19 events

    WHEN          WHO  OBJECTIVE      WHAT                                                         EVENT
    Nov 13 11:00  mei  eng/portal     commented: @ana can we ask support?                          p8
    Nov 12 10:05  mei  ops/xuyue      updated shouci 28 分钟                                       x3
    Nov 12 10:00  mei  ops/xuyue      updated huifang 0 → 70 家 · on track · 8/10 · 客户反馈很好   x2
                                      👍🏽
    Nov 10 09:00  ana  acme/renewing  updated launch 0 of 3 → beta, 2 of 3                         a6
    Nov 10 09:00  bo   acme/renewing  updated up 99.45 %                                           a5
    Nov 10 09:00  bo   acme/renewing  updated churn 4.2 → 3.1 % · on track                         a4
    Nov 10 09:00  ana  acme/renewing  updated nps 34 → 38 points · at risk · 5/10                  a3
    Nov  8 11:00  bo   eng/portal     updated beta 0 → 15 customers · at risk                      p7
    Nov  8 10:00  mei  eng/portal     took back beta 30 customers · counted twice                  p6
    Nov  8 09:00  bo   eng/portal     updated beta 30 customers · on track · taken back            p5
    Nov  7 09:00  bo   eng/portal     updated finish 52 → 63 % · on track · 8/10 · guided          p4
                                      onboarding is live 🎉
    Nov  1 10:00  bo   bo/learn-rust  updated book not yet → done                                  r2
    Oct 24 09:00  bo   eng/portal     updated finish 44 → 52 % · on track · 7/10 · shorter form    p3
    Oct 20 09:00  ana  acme/renewing  updated nps 31 → 34 points · on track · 7/10 · first survey  a2
    Oct 10 09:00  bo   eng/portal     updated finish 40 → 44 % · on track · 6/10                   p2
    Oct  1 10:00  mei  ops/xuyue      created                                                      x1
    Oct  1 10:00  ana  eng/portal     created                                                      p1
    Oct  1 10:00  bo   bo/learn-rust  created                                                      r1
    Oct  1 09:00  ana  acme/renewing  created                                                      a1
    ");
    assert_snapshot!(world.width(120).okr("log"), @"
    Activity · 2026-Q4 · 19 events

    WHEN          WHO  OBJECTIVE      WHAT                                                                       EVENT
    Nov 13 11:00  mei  eng/portal     commented: @ana can we ask support?                                        p8
    Nov 12 10:05  mei  ops/xuyue      updated shouci 28 分钟                                                     x3
    Nov 12 10:00  mei  ops/xuyue      updated huifang 0 → 70 家 · on track · 8/10 · 客户反馈很好 👍🏽              x2
    Nov 10 09:00  ana  acme/renewing  updated launch 0 of 3 → beta, 2 of 3                                       a6
    Nov 10 09:00  bo   acme/renewing  updated up 99.45 %                                                         a5
    Nov 10 09:00  bo   acme/renewing  updated churn 4.2 → 3.1 % · on track                                       a4
    Nov 10 09:00  ana  acme/renewing  updated nps 34 → 38 points · at risk · 5/10                                a3
    Nov  8 11:00  bo   eng/portal     updated beta 0 → 15 customers · at risk                                    p7
    Nov  8 10:00  mei  eng/portal     took back beta 30 customers · counted twice                                p6
    Nov  8 09:00  bo   eng/portal     updated beta 30 customers · on track · taken back                          p5
    Nov  7 09:00  bo   eng/portal     updated finish 52 → 63 % · on track · 8/10 · guided onboarding is live 🎉  p4
    Nov  1 10:00  bo   bo/learn-rust  updated book not yet → done                                                r2
    Oct 24 09:00  bo   eng/portal     updated finish 44 → 52 % · on track · 7/10 · shorter form                  p3
    Oct 20 09:00  ana  acme/renewing  updated nps 31 → 34 points · on track · 7/10 · first survey                a2
    Oct 10 09:00  bo   eng/portal     updated finish 40 → 44 % · on track · 6/10                                 p2
    Oct  1 10:00  mei  ops/xuyue      created                                                                    x1
    Oct  1 10:00  ana  eng/portal     created                                                                    p1
    Oct  1 10:00  bo   bo/learn-rust  created                                                                    r1
    Oct  1 09:00  ana  acme/renewing  created                                                                    a1
    ");
}

#[test]
fn some_of_it() {
    let world = World::team();
    assert_snapshot!(world.okr("log -n 3"), @"
    Activity · 2026-Q4 · 19 events

    WHEN          WHO  OBJECTIVE   WHAT                                                           EVENT
    Nov 13 11:00  mei  eng/portal  commented: @ana can we ask support?                            p8
    Nov 12 10:05  mei  ops/xuyue   updated shouci 28 分钟                                         x3
    Nov 12 10:00  mei  ops/xuyue   updated huifang 0 → 70 家 · on track · 8/10 · 客户反馈很好 👍🏽  x2

    16 more; -n 0 shows all
    ");
    assert_snapshot!(world.okr("log -n 0 --unit ops"), @"
    Activity · 2026-Q4 · 3 events

    WHEN          WHO  OBJECTIVE  WHAT                                                           EVENT
    Nov 12 10:05  mei  ops/xuyue  updated shouci 28 分钟                                         x3
    Nov 12 10:00  mei  ops/xuyue  updated huifang 0 → 70 家 · on track · 8/10 · 客户反馈很好 👍🏽  x2
    Oct  1 10:00  mei  ops/xuyue  created                                                        x1
    ");
    assert_snapshot!(world.okr("log portal"), @"
    Activity · 2026-Q4 · 8 events

    WHEN          WHO  OBJECTIVE   WHAT                                                            EVENT
    Nov 13 11:00  mei  eng/portal  commented: @ana can we ask support?                             p8
    Nov  8 11:00  bo   eng/portal  updated beta 0 → 15 customers · at risk                         p7
    Nov  8 10:00  mei  eng/portal  took back beta 30 customers · counted twice                     p6
    Nov  8 09:00  bo   eng/portal  updated beta 30 customers · on track · taken back               p5
    Nov  7 09:00  bo   eng/portal  updated finish 52 → 63 % · on track · 8/10 · guided onboarding  p4
                                   is live 🎉
    Oct 24 09:00  bo   eng/portal  updated finish 44 → 52 % · on track · 7/10 · shorter form       p3
    Oct 10 09:00  bo   eng/portal  updated finish 40 → 44 % · on track · 6/10                      p2
    Oct  1 10:00  ana  eng/portal  created                                                         p1
    ");
    assert_snapshot!(world.okr("log bo/learn-rust -n 1"), @"
    Activity · 2026-Q4 · 2 events

    WHEN          WHO  OBJECTIVE      WHAT                         EVENT
    Nov  1 10:00  bo   bo/learn-rust  updated book not yet → done  r2

    1 more; -n 0 shows all
    ");
    assert_snapshot!(world.okr("log renewing.nps"), @"
    Activity · 2026-Q4 · 2 events

    WHEN          WHO  OBJECTIVE      WHAT                                                         EVENT
    Nov 10 09:00  ana  acme/renewing  updated nps 34 → 38 points · at risk · 5/10                  a3
    Oct 20 09:00  ana  acme/renewing  updated nps 31 → 34 points · on track · 7/10 · first survey  a2
    ");
}

#[test]
fn retracted_events_stay_visible() {
    let world = World::team();
    let _ = world.okr("retract portal p7 --note 'wrong customer list'");
    assert_snapshot!(world.okr("log portal -n 4"), @"
    Activity · 2026-Q4 · 9 events

    WHEN          WHO  OBJECTIVE   WHAT                                               EVENT
    Nov 15 12:00  ana  eng/portal  took back beta 15 customers · wrong customer list  4xdy1cc8gw
    Nov 13 11:00  mei  eng/portal  commented: @ana can we ask support?                p8
    Nov  8 11:00  bo   eng/portal  updated beta 15 customers · at risk · taken back   p7
    Nov  8 10:00  mei  eng/portal  took back beta 30 customers · counted twice        p6

    5 more; -n 0 shows all
    ");
    assert_snapshot!(world.okr("history portal.beta"), @"
    Beta customers · eng/portal.beta · 0 → 25 customers

    No check-in yet. The first one: okr update eng/portal.beta …
    ");
    assert_snapshot!(world.okr("show portal.beta"), @"
    Beta customers · eng/portal.beta

    objective      eng/portal  Ship a renewal portal that people finish
    measure        0 → 25 customers
    now            0 of 25 customers
    to go          25 customers
    progress       0 % of 75 % expected, −75 pp  ✗ off track
    due            Nov 30
    forecast       too early: no check-in with a value yet, 3 are needed
    owner          eng
    last check-in  never  46 days without one

    Beta customers  eng/portal.beta
    25 customers  100 % ┤                                                  ⡀⡀⠄⠄⠂⠂⠂⠂⠂⠂⠂⠂⠂⠂⠂⠂⠂⠂⠂⠂⠂⠂⠂⠂⠂⠂⠂⠂⠂
                        │                                            ⡀⠄⠄⠂⠁⠁
                        │                                       ○⠄⠂⠂⠁
                        │                                  ⡀⠄⠂⠂⠁│
                        │                            ⡀⡀⠄⠂⠁┏━━━━━┓
                   50 % ┤                       ⡀⠄⠄⠂⠁     ┃     ┃
                        │                  ⡀⠄⠄⠂⠁          ┃     ┃
                        │             ⡀⠄⠂⠂⠁               ┃     ┃
                        │       ⡀⡀⠄⠂⠁⠁                    ┃     ┃
                        │  ⡀⡀⠄⠂⠁                          ┃     ┃
               0    0 % └━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━┛─────●───────────────────────────────────────
                         Oct 1                            today, Nov 15                           Dec 31
    ━● reached 0 %   ⠄⠄○ plan 75 %

    Initiatives
    ✓  Guided onboarding  https://example.com/issues/12  beta
    ·  In-app help                                       beta

    Lately
    Nov 15 12:00  ana  took back beta 15 customers · wrong customer list  4xdy1cc8gw
    Nov  8 11:00  bo   updated beta 15 customers · at risk · taken back   p7
    Nov  8 10:00  mei  took back beta 30 customers · counted twice        p6
    Nov  8 09:00  bo   updated beta 30 customers · on track · taken back  p5
    ");
}

#[test]
fn a_past_day() {
    let world = World::team();
    assert_snapshot!(world.okr("log --as-of 2026-10-20"), @"
    Activity · 2026-Q4 · 6 events

    WHEN          WHO  OBJECTIVE      WHAT                                                         EVENT
    Oct 20 09:00  ana  acme/renewing  updated nps 31 → 34 points · on track · 7/10 · first survey  a2
    Oct 10 09:00  bo   eng/portal     updated finish 40 → 44 % · on track · 6/10                   p2
    Oct  1 10:00  mei  ops/xuyue      created                                                      x1
    Oct  1 10:00  ana  eng/portal     created                                                      p1
    Oct  1 10:00  bo   bo/learn-rust  created                                                      r1
    Oct  1 09:00  ana  acme/renewing  created                                                      a1
    ");
}

#[test]
fn nothing_yet() {
    let world = World::company();
    assert_snapshot!(world.okr("log"), @"
    Activity · 2026-Q4 · 0 events

    Nothing has happened yet.
    ");
}

#[test]
fn one_key_result() {
    let world = World::team();
    assert_snapshot!(world.okr("log renewing.nps"), @"
    Activity · 2026-Q4 · 2 events

    WHEN          WHO  OBJECTIVE      WHAT                                                         EVENT
    Nov 10 09:00  ana  acme/renewing  updated nps 34 → 38 points · at risk · 5/10                  a3
    Oct 20 09:00  ana  acme/renewing  updated nps 31 → 34 points · on track · 7/10 · first survey  a2
    ");
    assert_snapshot!(world.okr("log renewing.npss"), @r#"
    ── stderr ──
    error: acme/renewing has no key result "npss"
    hint: did you mean nps? It has nps, churn, up, audit and launch
    ── exit 2 ──
    "#);
}

#[test]
fn the_log_can_be_narrowed_by_day_person_event_and_mention() {
    let world = World::worked();
    let _ = world.okr("comment renewing '@bo can support help? (ask @mei.)'");
    let _ = world.okr("comment renewing 'mail bo@acme.example'");
    assert_snapshot!(world.okr("log --since 2026-11-10 --by bo"), @"
    Activity · 2026-Q4 · 2 events

    WHEN          WHO  OBJECTIVE      WHAT                                  EVENT
    Nov 10 09:00  bo   acme/renewing  updated up 99.45 %                    a5
    Nov 10 09:00  bo   acme/renewing  updated churn 4.2 → 3.1 % · on track  a4
    ");
    assert_snapshot!(world.okr("log --event comment,create"), @"
    Activity · 2026-Q4 · 3 events

    WHEN          WHO  OBJECTIVE      WHAT                                          EVENT
    Nov 15 12:00  ana  acme/renewing  commented: mail bo@acme.example               tcpb6e153j
    Nov 15 12:00  ana  acme/renewing  commented: @bo can support help? (ask @mei.)  2m9qmba9z4
    Oct  1 09:00  ana  acme/renewing  created                                       a1
    ");
    assert_snapshot!(world.okr("log --mentions mei"), @"
    Activity · 2026-Q4 · 1 event

    WHEN          WHO  OBJECTIVE      WHAT                                          EVENT
    Nov 15 12:00  ana  acme/renewing  commented: @bo can support help? (ask @mei.)  2m9qmba9z4
    ");
    assert_snapshot!(world.okr("log --mentions bo --since 3"), @"
    Activity · 2026-Q4 · 1 event

    WHEN          WHO  OBJECTIVE      WHAT                                          EVENT
    Nov 15 12:00  ana  acme/renewing  commented: @bo can support help? (ask @mei.)  2m9qmba9z4
    ");
    assert_snapshot!(world.okr("log --event party"), @"
    ── stderr ──
    error: invalid value 'party' for '--event <EVENT>'
      [possible values: create, update, comment, edit, score, review, complete, abandon, reopen, carry, retract]

      tip: a similar value exists: 'carry'

    For more information, try '--help'.
    ── exit 2 ──
    ");
    assert_snapshot!(world.okr("log --since soon"), @r#"
    ── stderr ──
    error: --since "soon" is neither a number of days nor a day
    hint: write 14 or 2026-10-31
    ── exit 2 ──
    "#);
}
