//! `okr show`.

use insta::assert_snapshot;

use crate::world::World;

#[test]
fn an_objective_is_shown_at_every_width() {
    let world = World::team();
    assert_snapshot!(world.width(60).okr("show renewing"), @"
    Make renewing the obvious choice · acme/renewing

    owner       Acme Inc. (acme, company)
    cycle       2026-Q4 (Oct 1 – Dec 31)
    progress    40 % of 58 % expected, −18 pp  ✗ off track, but
                people say at risk
    confidence  5 of 10
    aligns to   2026/acme/leader.share  Market share

    Renewals pay for everything else.

    Make renewing the obvious choice  acme/renewing
    100 % ┤                                                 ⡀⡀⠄⠂
          │                                           ⡀⡀⠄⠂⠂⠁
          │                                     ⡀⠄⠄⠂⠁⠁
          │                              ⡀⡀⠄⠄⠂⠁⠁
          │                        ⡀⡀○⠂⠂⠁
     50 % ┤                      ⡀⠁  │
          │                  ⡀⡀⠄⠂ ┏━━●
          │             ⡀⠄⠄⠂⠁     ┃
          │        ⡀⠄⠂⠂⠁          ┃
          │   ⡀⠄⠂⠁⠁   ┏━━━━━━━━━━━┛
      0 % └━━━━━━━━━━━┛──────────────┬──────────────────────────
           Oct 1               today, Nov 15              Dec 31
    ━● reached 40 %   ⠄⠄○ plan 58 %

    KR                NOW                        DONE  PACE
    nps     NPS ris…  38 of 50 points    ██░┊░░  37 %  ✗ says a…
    churn   Churn f…  3.1 of 2.0 %       ███┊░░  50 %  ✓ on tra…
    up      Uptime…   99.45 of ≥ 99.9 %  ███░░┊  50 %  ✗ off tr…
    audit   Audit p…  not yet            ░░░┊░░   0 %  ✗ off tr…
    launch  Launch    beta, 2 of 3       ███┊░░  67 %  ✓ on tra…

    Served by
    eng/portal  Ship a renewal…  through churn  59 %  ! at risk
    eng/portal  Ship a renewal…                 59 %  ! at risk
    ops/xuyue   让每个客户都愿…  through nps    79 %  ✓ on track

    Lately
    Nov 10 09:00  ana  updated launch 0 of 3 → beta, 2 of 3
    Nov 10 09:00  bo   updated up 99.45 %
    Nov 10 09:00  bo   updated churn 4.2 → 3.1 % · on track
    Nov 10 09:00  ana  updated nps 34 → 38 points · at risk ·
                       5/10
    Oct 20 09:00  ana  updated nps 31 → 34 points · on track ·
                       7/10 · first survey
    Oct  1 09:00  ana  created
    ");
    assert_snapshot!(world.width(80).okr("show renewing"), @"
    Make renewing the obvious choice · acme/renewing

    owner       Acme Inc. (acme, company)
    cycle       2026-Q4 (Oct 1 – Dec 31)
    progress    40 % of 58 % expected, −18 pp  ✗ off track, but people say at risk
    confidence  5 of 10
    aligns to   2026/acme/leader.share  Market share

    Renewals pay for everything else.

    Make renewing the obvious choice  acme/renewing
    100 % ┤                                                                    ⡀⡀⠄⠄⠂
          │                                                           ⡀⡀⡀⠄⠄⠂⠂⠁⠁
          │                                                   ⡀⡀⠄⠄⠂⠂⠁⠁
          │                                          ⡀⡀⠄⠄⠂⠂⠁⠁⠁
          │                                 ⡀⡀⠄○⠄⠂⠂⠁⠁
     50 % ┤                               ⠄⠁   │
          │                         ⡀⡀⠄⠄⠂⠂ ┏━━━●
          │                  ⡀⡀⠄⠄⠂⠁⠁       ┃
          │           ⡀⠄⠄⠂⠂⠁⠁              ┃
          │   ⡀⡀⠄⠄⠂⠂⠁⠁    ┏━━━━━━━━━━━━━━━━┛
      0 % └━━━━━━━━━━━━━━━┛────────────────────┬────────────────────────────────────
           Oct 1                         today, Nov 15                        Dec 31
    ━● reached 40 %   ⠄⠄○ plan 58 %

    KR                    NOW                            DONE   PLAN  PACE
    nps     NPS rises     38 of 50 points    ████░┊░░░░  37 %   50 %  ✗ says at risk
    churn   Churn falls   3.1 of 2.0 %       █████┊░░░░  50 %   50 %  ✓ on track
    up      Uptime is k…  99.45 of ≥ 99.9 %  █████░░░░┊  50 %  100 %  ✗ off track
    audit   Audit passed  not yet            ░░░░░┊░░░░   0 %   50 %  ✗ off track
    launch  Launch        beta, 2 of 3       █████┊█░░░  67 %   50 %  ✓ on track

    Served by
    eng/portal  Ship a renewal portal that people…   through churn  59 %  ! at risk
    eng/portal  Ship a renewal portal that people…                  59 %  ! at risk
    ops/xuyue   让每个客户都愿意续约，并且主动推荐…  through nps    79 %  ✓ on track

    Lately
    Nov 10 09:00  ana  updated launch 0 of 3 → beta, 2 of 3                  a6
    Nov 10 09:00  bo   updated up 99.45 %                                    a5
    Nov 10 09:00  bo   updated churn 4.2 → 3.1 % · on track                  a4
    Nov 10 09:00  ana  updated nps 34 → 38 points · at risk · 5/10           a3
    Oct 20 09:00  ana  updated nps 31 → 34 points · on track · 7/10 · first  a2
                       survey
    Oct  1 09:00  ana  created                                               a1
    ");
    assert_snapshot!(world.width(100).okr("show renewing"), @"
    Make renewing the obvious choice · acme/renewing

    owner       Acme Inc. (acme, company)
    cycle       2026-Q4 (Oct 1 – Dec 31)
    progress    40 % of 58 % expected, −18 pp  ✗ off track, but people say at risk
    confidence  5 of 10
    aligns to   2026/acme/leader.share  Market share

    Renewals pay for everything else.

    Make renewing the obvious choice  acme/renewing
    100 % ┤                                                                                       ⡀⡀⡀⠄⠄⠂
          │                                                                            ⡀⡀⡀⠄⠄⠂⠂⠂⠁⠁⠁
          │                                                                 ⡀⡀⠄⠄⠄⠂⠂⠂⠁⠁⠁
          │                                                     ⡀⡀⡀⠄⠄⠄⠂⠂⠂⠁⠁⠁
          │                                          ⡀⡀⡀○⠄⠄⠂⠂⠂⠁⠁
     50 % ┤                                       ⡀⠂⠁   │
          │                                ⡀⡀⠄⠄⠄⠂⠂ ┏━━━━●
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

    Served by
    eng/portal  Ship a renewal portal that people finish    through churn  59 %  ! at risk
    eng/portal  Ship a renewal portal that people finish                   59 %  ! at risk
    ops/xuyue   让每个客户都愿意续约，并且主动推荐给朋友们  through nps    79 %  ✓ on track

    Lately
    Nov 10 09:00  ana  updated launch 0 of 3 → beta, 2 of 3                         a6
    Nov 10 09:00  bo   updated up 99.45 %                                           a5
    Nov 10 09:00  bo   updated churn 4.2 → 3.1 % · on track                         a4
    Nov 10 09:00  ana  updated nps 34 → 38 points · at risk · 5/10                  a3
    Oct 20 09:00  ana  updated nps 31 → 34 points · on track · 7/10 · first survey  a2
    Oct  1 09:00  ana  created                                                      a1
    ");
    assert_snapshot!(world.width(120).okr("show renewing"), @"
    Make renewing the obvious choice · acme/renewing

    owner       Acme Inc. (acme, company)
    cycle       2026-Q4 (Oct 1 – Dec 31)
    progress    40 % of 58 % expected, −18 pp  ✗ off track, but people say at risk
    confidence  5 of 10
    aligns to   2026/acme/leader.share  Market share

    Renewals pay for everything else.

    Make renewing the obvious choice  acme/renewing
    100 % ┤                                                                                       ⡀⡀⡀⠄⠄⠂
          │                                                                            ⡀⡀⡀⠄⠄⠂⠂⠂⠁⠁⠁
          │                                                                 ⡀⡀⠄⠄⠄⠂⠂⠂⠁⠁⠁
          │                                                     ⡀⡀⡀⠄⠄⠄⠂⠂⠂⠁⠁⠁
          │                                          ⡀⡀⡀○⠄⠄⠂⠂⠂⠁⠁
     50 % ┤                                       ⡀⠂⠁   │
          │                                ⡀⡀⠄⠄⠄⠂⠂ ┏━━━━●
          │                       ⡀⡀⠄⠄⠂⠂⠂⠁⠁        ┃
          │             ⡀⡀⡀⠄⠄⠂⠂⠁⠁⠁                 ┃
          │    ⡀⡀⠄⠄⠄⠂⠂⠁⠁      ┏━━━━━━━━━━━━━━━━━━━━┛
      0 % └━━━━━━━━━━━━━━━━━━━┛─────────────────────────┬───────────────────────────────────────────────
           Oct 1                                  today, Nov 15                                   Dec 31
    ━● reached 40 %   ⠄⠄○ plan 58 %

    KR                      NOW                                DONE   PLAN  PACE            FORECAST   CONF  LAST CHECK-IN
    nps     NPS rises       38 of 50 points    █████░░┊░░░░░░  37 %   50 %  ✗ says at risk  too early     5  Nov 10
    churn   Churn falls     3.1 of 2.0 %       ███████┊░░░░░░  50 %   50 %  ✓ on track      too early        Nov 10
    up      Uptime is kept  99.45 of ≥ 99.9 %  ███████░░░░░░┊  50 %  100 %  ✗ off track     too early        Nov 10
    audit   Audit passed    not yet            ░░░░░░░┊░░░░░░   0 %   50 %  ✗ off track     –                never (46 days)
    launch  Launch          beta, 2 of 3       ███████┊█░░░░░  67 %   50 %  ✓ on track      –                Nov 10

    Served by
    eng/portal  Ship a renewal portal that people finish    through churn  59 %  ! at risk
    eng/portal  Ship a renewal portal that people finish                   59 %  ! at risk
    ops/xuyue   让每个客户都愿意续约，并且主动推荐给朋友们  through nps    79 %  ✓ on track

    Lately
    Nov 10 09:00  ana  updated launch 0 of 3 → beta, 2 of 3                         a6
    Nov 10 09:00  bo   updated up 99.45 %                                           a5
    Nov 10 09:00  bo   updated churn 4.2 → 3.1 % · on track                         a4
    Nov 10 09:00  ana  updated nps 34 → 38 points · at risk · 5/10                  a3
    Oct 20 09:00  ana  updated nps 31 → 34 points · on track · 7/10 · first survey  a2
    Oct  1 09:00  ana  created                                                      a1
    ");
}

#[test]
fn what_it_serves_and_what_serves_it_is_shown() {
    let world = World::team();
    assert_snapshot!(world.okr("show portal"), @"
    Ship a renewal portal that people finish · eng/portal

    owner       Engineering (eng, department)
    cycle       2026-Q4 (Oct 1 – Dec 31)
    progress    59 % of 63 % expected, −4 pp  ! at risk, people say at risk
    confidence  8 of 10
    aligns to   acme/renewing.churn  Churn falls
    and to      acme/renewing  Make renewing the obvious choice
    kind        committed
    tags        retention, portal

    Ship a renewal portal that people finish  eng/portal
    100 % ┤                                                                             ⡀⡀⡀⡀⠄⠄⠄⠄⠂
          │                                                            ⡀⡀⡀⡀⠄⠄⠄⠄⠂⠂⠂⠂⠂⠁⠁⠁⠁
          │                                                   ⡀⡀⠄⠄⠂⠂⠁⠁⠁               ╌╌╌╌╌╌╌╌╌╌╌ 80 %
          │                                            ⡀⡀⠄⠄⠂⠁⠁    ╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌░░░░░░
          │                                   ┏━━━━━━●╌╌╌╌╌╌╌╌╌╌╌╌░░
     50 % ┤                              ⡀⡀⠄⠄⠂┃⠁
          │                        ⡀⠄⠄⠂⠂⠁     ┃
          │                 ⡀⠄⠄⠂⠂⠁⠁           ┃
          │          ⡀⡀⠄⠂⠂⠁⠁    ┏━━━━━━━━━━━━━┛
          │   ⡀⡀⠄⠂⠂┏━━━━━━━━━━━━┛
      0 % └━━━━━━━━┛─────────────────────────────────┬───────────────────────────────────────────
           Oct 1                               today, Nov 15                               Dec 31
    ━● reached 59 %   ⠄⠄○ plan 63 %   ╌░ forecast 80 % on Dec 31 (77–80 %)

    KR                            NOW                             DONE  PLAN  PACE        FORECAST
    finish  Share of started re…  63 of 80 %          █████┊░░░░  58 %  50 %  ✓ on track  100 (78–100) ✓
    beta    Beta customers        15 of 25 customers  ██████░┊░░  60 %  75 %  ! at risk   too early

    Initiatives
    ✓  Guided onboarding  https://example.com/issues/12  beta
    ·  In-app help                                       beta

    Served by
    ana/tickets  Answer every ticket within a day 👩🏽‍💻  through finish  0 %  ✗ off track

    Lately
    Nov 13 11:00  mei  commented: @ana can we ask support?                                        p8
    Nov  8 11:00  bo   updated beta 0 → 15 customers · at risk                                    p7
    Nov  8 10:00  mei  took back beta 30 customers · counted twice                                p6
    Nov  8 09:00  bo   updated beta 30 customers · on track · taken back                          p5
    Nov  7 09:00  bo   updated finish 52 → 63 % · on track · 8/10 · guided onboarding is live 🎉  p4
    Oct 24 09:00  bo   updated finish 44 → 52 % · on track · 7/10 · shorter form                  p3
    ");
    assert_snapshot!(world.okr("show xuyue"), @"
    让每个客户都愿意续约，并且主动推荐给朋友们 · ops/xuyue

    owner       客户成功部 (ops, department)
    cycle       2026-Q4 (Oct 1 – Dec 31)
    progress    79 % of 75 % expected, +4 pp  ✓ on track, people say on track
    confidence  8 of 10
    aligns to   acme/renewing.nps  NPS rises

    让每个客户都愿意续约，并且主动推荐给朋友们  ops/xuyue
    100 % ┤                                                                                   ⡀⡀⡀⡀⡀⠄⠄⠄⠄⠂
          │                                                                 ⡀⡀⡀⡀⠄⠄⠄⠄⠄⠂⠂⠂⠂⠂⠁⠁⠁⠁
          │                                          ┏━━●⡀⡀⡀⡀⡀⠄⠄⠄⠄⠂⠂⠂⠂⠂⠁⠁⠁⠁⠁
          │                                         ⡀┃⠁⠁⠁
          │                                       ⡀⠂ ┃
     50 % ┤                                     ⡀⠂   ┃
          │                                ⡀⡀⠄⠄⠂     ┃
          │                       ⡀⡀⠄⠄⠂⠂⠂⠁⠁          ┃
          │             ⡀⡀⡀⠄⠄⠂⠂⠁⠁⠁                   ┃
          │    ⡀⡀⠄⠄⠄⠂⠂⠁⠁                             ┃
      0 % └━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━┛──┬───────────────────────────────────────────────
           Oct 1                                  today, Nov 15                                   Dec 31
    ━● reached 79 %   ⠄⠄○ plan 75 %

    KR                         NOW                                DONE   PLAN  PACE        LAST CHECK-IN
    huifang  每月回访的客户数  70 of 120 家     ███████┊█░░░░░░   58 %   50 %  ✓ on track  Nov 12
    shouci   首次响应时间      28 of ≤ 30 分钟  ██████████████┊  100 %  100 %  ✓ on track  Nov 12

    Served by
    ana/tickets  Answer every ticket within a day 👩🏽‍💻  0 %  ✗ off track

    Lately
    Nov 12 10:05  mei  updated shouci 28 分钟                                         x3
    Nov 12 10:00  mei  updated huifang 0 → 70 家 · on track · 8/10 · 客户反馈很好 👍🏽  x2
    Oct  1 10:00  mei  created                                                        x1
    ");
    assert_snapshot!(world.okr("show tickets"), @"
    Answer every ticket within a day 👩🏽‍💻 · ana/tickets

    owner      Ana Lima (ana, individual)
    cycle      2026-Q4 (Oct 1 – Dec 31)
    progress   0 % of 50 % expected, −50 pp  ✗ off track
    aligns to  ops/xuyue  让每个客户都愿意续约，并且主动推荐给朋友们
    and to     eng/portal.finish  Share of started renewals that are finished without a call to support

    Answer every ticket within a day 👩🏽‍💻  ana/tickets
    100 % ┤                                                                                        ⡀⡀⠄⠄⠂
          │                                                                               ⡀⡀⠄⠄⠂⠂⠂⠁⠁
          │                                                                     ⡀⡀⡀⠄⠄⠂⠂⠁⠁⠁
          │                                                            ⡀⡀⠄⠄⠄⠂⠂⠁⠁
          │                                                   ⡀⡀⠄⠄⠂⠂⠂⠁⠁
     50 % ┤                                         ⡀⡀⡀⠄○⠂⠂⠁⠁⠁
          │                                ⡀⡀⠄⠄⠄⠂⠂⠁⠁    │
          │                       ⡀⡀⠄⠄⠂⠂⠂⠁⠁             │
          │             ⡀⡀⡀⠄⠄⠂⠂⠁⠁⠁                      │
          │    ⡀⡀⠄⠄⠄⠂⠂⠁⠁                                │
      0 % └━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━●───────────────────────────────────────────────
           Oct 1                                  today, Nov 15                                   Dec 31
    ━● reached 0 %   ⠄⠄○ plan 50 %

    KR                                  NOW                     DONE  PLAN  PACE         LAST CHECK-IN
    day  Tickets answered within a day  70 of 95 %  ░░░░░┊░░░░   0 %  50 %  ✗ off track  never (46 days)
    ");
    assert_snapshot!(world.okr("show 2026/acme/leader"), @"
    Become the default for small teams 🚀 · acme/leader

    owner     Acme Inc. (acme, company)
    cycle     2026 (Jan 1 – Dec 31)
    progress  0 % of 87 % expected, −87 pp  ✗ off track

    Become the default for small teams 🚀  acme/leader
    100 % ┤                                                                                        ⡀⡀⠄⠄⠂
          │                                                                               ⡀○⠄⠄⠂⠂⠂⠁⠁
          │                                                                     ⡀⡀⡀⠄⠄⠂⠂⠁⠁⠁ │
          │                                                            ⡀⡀⡀⠄⠄⠂⠂⠁⠁           │
          │                                                   ⡀⡀⠄⠄⠄⠂⠂⠁⠁                    │
     50 % ┤                                          ⡀⡀⠄⠄⠂⠂⠂⠁⠁                             │
          │                                 ⡀⡀⠄⠄⠂⠂⠁⠁⠁                                      │
          │                       ⡀⡀⡀⠄⠄⠂⠂⠁⠁⠁                                               │
          │              ⡀⡀⠄⠄⠄⠂⠂⠁⠁                                                         │
          │     ⡀⡀⠄⠄⠂⠂⠂⠁⠁                                                                  │
      0 % └━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━●────────────
           Jan 1                                                                        Nov 15    Dec 31
    ━● reached 0 %   ⠄⠄○ plan 87 %

    KR                   NOW                        DONE  PLAN  PACE         FORECAST   LAST CHECK-IN
    share  Market share  8 of 15 %  ░░░░░░░░░░░░┊░   0 %  87 %  ✗ off track  too early  never (319 days)

    Served by
    2026-Q4/acme/renewing  Make renewing the obvious choice  through share  40 %  ✗ off track
    ");
}

#[test]
fn one_key_result_of_each_measure() {
    let world = World::team();
    assert_snapshot!(world.okr("show renewing.nps"), @"
    NPS rises · acme/renewing.nps

    objective      acme/renewing  Make renewing the obvious choice
    measure        31 → 50 points
    now            38 of 50 points
    to go          12 points
    progress       37 % of 50 % expected, −13 pp  ✗ off track, but people say at risk
    due            Dec 31
    forecast       too early: check-ins on 2 days so far, 3 are needed
    owner          acme
    confidence     5 of 10
    last check-in  Nov 10 09:00 by ana
    last note      first survey

    NPS rises  acme/renewing.nps
    50 points  100 % ┤                                                                             ⡀⡀⠄⠄⠂
                     │                                                                     ⡀⡀⠄⠄⠂⠂⠁⠁
                     │                                                             ⡀⡀⠄⠄⠂⠂⠁⠁
                     │                                                     ⡀⡀⠄⠄⠂⠂⠁⠁
                     │                                             ⡀⡀⠄⠄⠂⠂⠁⠁
                50 % ┤                                    ⡀⡀⡀⠄○⠂⠂⠁⠁
                     │                            ⡀⡀⠄⠄⠂⠂⠁⠁┏━━━●
                     │                    ⡀⡀⠄⠄⠂⠂⠁⠁        ┃
                     │            ⡀⡀⠄⠄⠂┏━━━━━━━━━━━━━━━━━━┛
                     │    ⡀⡀⠄⠄⠂⠂⠁⠁     ┃
           31    0 % └━━━━━━━━━━━━━━━━━┛──────────────────────┬─────────────────────────────────────────
                      Oct 1                             today, Nov 15                             Dec 31
    ━● reached 37 %   ⠄⠄○ plan 50 %

    Served by
    ops/xuyue  让每个客户都愿意续约，并且主动推荐给朋友们  through nps  79 %  ✓ on track

    Lately
    Nov 10 09:00  ana  updated nps 34 → 38 points · at risk · 5/10                  a3
    Oct 20 09:00  ana  updated nps 31 → 34 points · on track · 7/10 · first survey  a2
    ");
    assert_snapshot!(world.okr("show renewing.churn"), @"
    Churn falls · acme/renewing.churn

    objective      acme/renewing  Make renewing the obvious choice
    measure        4.2 → 2.0 %
    now            3.1 of 2.0 %
    to go          −1.1 %
    progress       50 % of 50 % expected, 0 pp  ✓ on track, people say on track
    due            Dec 31
    forecast       too early: check-ins on 1 day so far, 3 are needed
    owner          acme
    last check-in  Nov 10 09:00 by bo

    Churn falls  acme/renewing.churn
    2.0 %  100 % ┤                                                                                 ⡀⡀⠄⠄⠂
                 │                                                                         ⡀⡀⠄⠄⠂⠂⠁⠁
                 │                                                                ⡀⡀⠄⠄⠂⠂⠁⠁⠁
                 │                                                       ⡀⡀⡀⠄⠄⠂⠂⠁⠁
                 │                                               ⡀⡀⠄⠄⠂⠂⠁⠁
            50 % ┤                                     ┏━━━━●⠂⠂⠁⠁
                 │                              ⡀⡀⠄⠄⠂⠂⠁┃
                 │                     ⡀⡀⠄⠄⠂⠂⠁⠁⠁       ┃
                 │            ⡀⡀⡀⠄⠄⠂⠂⠁⠁                ┃
                 │    ⡀⡀⠄⠄⠂⠂⠁⠁                         ┃
      4.2    0 % └━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━┛────┬───────────────────────────────────────────
                  Oct 1                               today, Nov 15                               Dec 31
    ━● reached 50 %   ⠄⠄○ plan 50 %

    Served by
    eng/portal  Ship a renewal portal that people finish  through churn  59 %  ! at risk

    Lately
    Nov 10 09:00  bo  updated churn 4.2 → 3.1 % · on track  a4
    ");
    assert_snapshot!(world.okr("show renewing.up"), @"
    Uptime is kept · acme/renewing.up

    objective      acme/renewing  Make renewing the obvious choice
    measure        ≥ 99.9 %, worst 99
    now            99.45 of ≥ 99.9 %
    to go          0.45 %
    progress       50 % of 100 % expected, −50 pp  ✗ off track
    due            Dec 31
    forecast       too early: check-ins on 1 day so far, 3 are needed
    owner          acme
    last check-in  Nov 10 09:00 by bo

    Uptime is kept  acme/renewing.up
    ≥ 99.9 %  100 % ┤⠂⠂⠂⠂⠂⠂⠂⠂⠂⠂⠂⠂⠂⠂⠂⠂⠂⠂⠂⠂⠂⠂⠂⠂⠂⠂⠂⠂⠂⠂⠂⠂⠂⠂⠂⠂⠂⠂⠂⠂⠂○⠂⠂⠂⠂⠂⠂⠂⠂⠂⠂⠂⠂⠂⠂⠂⠂⠂⠂⠂⠂⠂⠂⠂⠂⠂⠂⠂⠂⠂⠂⠂⠂⠂⠂⠂⠂⠂⠂⠂⠂⠂
                    │                                         │
                    │                                         │
                    │                                         │
                    │                                         │
               50 % ┤                                    ━━━━━●
                    │
                    │
                    │
                    │
        99.0    0 % └─────────────────────────────────────────┬─────────────────────────────────────────
                     Oct 1                              today, Nov 15                             Dec 31
    ━● reached 50 %   ⠄⠄○ plan 100 %

    Lately
    Nov 10 09:00  bo  updated up 99.45 %  a5
    ");
    assert_snapshot!(world.okr("show renewing.audit"), @"
    Audit passed · acme/renewing.audit

    objective      acme/renewing  Make renewing the obvious choice
    measure        done or not
    now            not yet
    progress       0 % of 50 % expected, −50 pp  ✗ off track
    due            Dec 31
    owner          acme
    last check-in  never  46 days without one

    Audit passed  acme/renewing.audit
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
    ");
    assert_snapshot!(world.okr("show renewing.launch"), @"
    Launch · acme/renewing.launch

    objective      acme/renewing  Make renewing the obvious choice
    measure        design, beta, launch
    now            beta, 2 of 3
    to go          1 step
    progress       67 % of 50 % expected, +17 pp  ✓ on track
    due            Dec 31
    owner          acme
    last check-in  Nov 10 09:00 by ana

    Launch  acme/renewing.launch
    3 of 3  100 % ┤                                                                                ⡀⡀⠄⠄⠂
                  │                                                                        ⡀⡀⠄⠄⠂⠂⠁⠁
                  │                                                               ⡀⡀⠄⠄⠄⠂⠂⠁⠁
                  │                                     ┏━━━━●            ⡀⡀⠄⠄⠂⠂⠁⠁
                  │                                     ┃    │   ⡀⡀⠄⠄⠄⠂⠂⠁⠁
             50 % ┤                                     ┃⡀⡀⠄⠄○⠂⠁⠁
                  │                             ⡀⡀⠄⠄⠄⠂⠂⠁┃
                  │                     ⡀⡀⠄⠄⠂⠂⠁⠁        ┃
                  │            ⡀⡀⠄⠄⠄⠂⠂⠁⠁                ┃
                  │    ⡀⡀⠄⠄⠂⠂⠁⠁                         ┃
              0 % └━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━┛────┬──────────────────────────────────────────
                   Oct 1                               today, Nov 15                              Dec 31
    ━● reached 67 %   ⠄⠄○ plan 50 %

    Lately
    Nov 10 09:00  ana  updated launch 0 of 3 → beta, 2 of 3  a6
    ");
    assert_snapshot!(world.okr("show portal.beta"), @"
    Beta customers · eng/portal.beta

    objective      eng/portal  Ship a renewal portal that people finish
    measure        0 → 25 customers
    now            15 of 25 customers
    to go          10 customers
    progress       60 % of 75 % expected, −15 pp  ! at risk, people say at risk
    due            Nov 30
    forecast       too early: check-ins on 1 day so far, 3 are needed
    owner          eng
    last check-in  Nov 8 11:00 by bo

    Beta customers  eng/portal.beta
    25 customers  100 % ┤                                                  ⡀⡀⠄⠄⠂⠂⠂⠂⠂⠂⠂⠂⠂⠂⠂⠂⠂⠂⠂⠂⠂⠂⠂⠂⠂⠂⠂⠂⠂
                        │                                            ⡀⠄⠄⠂⠁⠁
                        │                                       ○⠄⠂⠂⠁
                        │                                  ⡀⠄⠂⠂⠁│
                        │                            ⡀⡀⠄⠂⠁┏━━━━━●
                   50 % ┤                       ⡀⠄⠄⠂⠁     ┃
                        │                  ⡀⠄⠄⠂⠁          ┃
                        │             ⡀⠄⠂⠂⠁               ┃
                        │       ⡀⡀⠄⠂⠁⠁                    ┃
                        │  ⡀⡀⠄⠂⠁                          ┃
               0    0 % └━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━┛─────┬───────────────────────────────────────
                         Oct 1                            today, Nov 15                           Dec 31
    ━● reached 60 %   ⠄⠄○ plan 75 %

    Initiatives
    ✓  Guided onboarding  https://example.com/issues/12  beta
    ·  In-app help                                       beta

    Lately
    Nov  8 11:00  bo   updated beta 0 → 15 customers · at risk            p7
    Nov  8 10:00  mei  took back beta 30 customers · counted twice        p6
    Nov  8 09:00  bo   updated beta 30 customers · on track · taken back  p5
    ");
}

#[test]
fn narrow_and_chinese() {
    let world = World::team();
    assert_snapshot!(world.width(60).okr("show xuyue.huifang"), @"
    每月回访的客户数 · ops/xuyue.huifang

    objective      ops/xuyue  让每个客户都愿意续约，并且主动推荐
                   给朋友们
    measure        0 → 120 家
    now            70 of 120 家
    to go          50 家
    progress       58 % of 50 % expected, +8 pp  ✓ on track,
                   people say on track
    due            Dec 31
    forecast       too early: check-ins on 1 day so far, 3 are
                   needed
    owner          ops
    confidence     8 of 10
    last check-in  Nov 12 10:00 by mei
    last note      客户反馈很好 👍🏽

    每月回访的客户数  ops/xuyue.huifang
    120 家  100 % ┤                                          ⡀⠄⠂
                  │                                      ⡀⠄⠂⠁
                  │                                 ⡀⠄⠄⠂⠁
                  │                             ⡀⠄⠂⠁
                  │                    ┏━● ⡀⡀⠄⠂⠁
             50 % ┤                    ┃⠄○⠁
                  │                ⡀⠄⠂⠁┃
                  │           ⡀⠄⠂⠁⠁    ┃
                  │       ⡀⠄⠂⠁         ┃
                  │  ⡀⠄⠂⠂⠁             ┃
         0    0 % └━━━━━━━━━━━━━━━━━━━━┛─┬──────────────────────
                   Oct 1           today, Nov 15          Dec 31
    ━● reached 58 %   ⠄⠄○ plan 50 %

    Lately
    Nov 12 10:00  mei  updated huifang 0 → 70 家 · on track ·
                       8/10 · 客户反馈很好 👍🏽
    ");
    assert_snapshot!(world.width(60).okr("show xuyue"), @"
    让每个客户都愿意续约，并且主动推荐给朋友们 · ops/xuyue

    owner       客户成功部 (ops, department)
    cycle       2026-Q4 (Oct 1 – Dec 31)
    progress    79 % of 75 % expected, +4 pp  ✓ on track, people
                say on track
    confidence  8 of 10
    aligns to   acme/renewing.nps  NPS rises

    让每个客户都愿意续约，并且主动推荐给朋友们  ops/xuyue
    100 % ┤                                               ⡀⡀⡀⠄⠄⠂
          │                                     ⡀⡀⠄⠄⠄⠂⠂⠂⠁⠁
          │                        ┏━●⡀⡀⠄⠄⠂⠂⠂⠁⠁⠁
          │                        ┃⠁
          │                      ⡀⠁┃
     50 % ┤                     ⠄  ┃
          │                  ⡀⡀⠄   ┃
          │             ⡀⠄⠄⠂⠁      ┃
          │        ⡀⠄⠂⠂⠁           ┃
          │   ⡀⠄⠂⠁⠁                ┃
      0 % └━━━━━━━━━━━━━━━━━━━━━━━━┛─┬──────────────────────────
           Oct 1               today, Nov 15              Dec 31
    ━● reached 79 %   ⠄⠄○ plan 75 %

    KR                NOW                       DONE  PACE
    huifang  每月回…  70 of 120 家     ███┊░░   58 %  ✓ on tra…
    shouci   首次响…  28 of ≤ 30 分钟  █████┊  100 %  ✓ on tra…

    Served by
    ana/tickets  Answer every ticket within a…  0 %  ✗ off track

    Lately
    Nov 12 10:05  mei  updated shouci 28 分钟
    Nov 12 10:00  mei  updated huifang 0 → 70 家 · on track ·
                       8/10 · 客户反馈很好 👍🏽
    Oct  1 10:00  mei  created
    ");
}

#[test]
fn a_past_day() {
    let world = World::team();
    assert_snapshot!(world.okr("show renewing --as-of 2026-10-20"), @"
    Make renewing the obvious choice · acme/renewing

    owner       Acme Inc. (acme, company)
    cycle       2026-Q4 (Oct 1 – Dec 31)
    progress    6 % of 22 % expected, −15 pp  ✗ off track, but people say on track  (1 not measured)
    confidence  7 of 10
    aligns to   2026/acme/leader.share  Market share

    Renewals pay for everything else.

    Make renewing the obvious choice  acme/renewing
    100 % ┤                                                                                       ⡀⡀⡀⠄⠄⠂
          │                                                                            ⡀⡀⡀⠄⠄⠂⠂⠂⠁⠁⠁
          │                                                                 ⡀⡀⠄⠄⠄⠂⠂⠂⠁⠁⠁
          │                                                     ⡀⡀⡀⠄⠄⠄⠂⠂⠂⠁⠁⠁
          │                                           ⡀⡀⠄⠄⠄⠂⠂⠂⠁⠁
     50 % ┤                                      ⡀⠄⠄⠂⠁
          │                                ⡀⡀⠄⠄⠂⠁
          │                       ⡀⡀⠄⠄⠂⠂⠂⠁⠁
          │             ⡀⡀⡀⠄⠄⠂○⠁⠁⠁
          │    ⡀⡀⠄⠄⠄⠂⠂⠁⠁      ●
      0 % └━━━━━━━━━━━━━━━━━━━┛─────────────────────────────────────────────────────────────────────────
           Oct 1        today, Oct 20                                                             Dec 31
    ━● reached 6 %   ⠄⠄○ plan 22 %

    KR                      NOW                            DONE   PLAN  PACE             LAST CHECK-IN
    nps     NPS rises       34 of 50 points  ██┊░░░░░░░░░  16 %   22 %  ✗ says on track  Oct 20
    churn   Churn falls     4.2 of 2.0 %     ░░┊░░░░░░░░░   0 %   22 %  ✗ off track      never (20 days)
    up      Uptime is kept  – of ≥ 99.9 %    ░░░░░░░░░░░┊     –  100 %  –                never (20 days)
    audit   Audit passed    not yet          ░░┊░░░░░░░░░   0 %   22 %  ✗ off track      never (20 days)
    launch  Launch          0 of 3           ░░┊░░░░░░░░░   0 %   22 %  ✗ off track      never (20 days)

    Served by
    eng/portal  Ship a renewal portal that people finish    through churn  5 %  ✗ off track
    eng/portal  Ship a renewal portal that people finish                   5 %  ✗ off track
    ops/xuyue   让每个客户都愿意续约，并且主动推荐给朋友们  through nps    0 %  ✗ off track

    Lately
    Oct 20 09:00  ana  updated nps 31 → 34 points · on track · 7/10 · first survey  a2
    Oct  1 09:00  ana  created                                                      a1
    ");
    assert_snapshot!(world.okr("show renewing.nps --as-of 2026-10-19"), @"
    NPS rises · acme/renewing.nps

    objective      acme/renewing  Make renewing the obvious choice
    measure        31 → 50 points
    now            31 of 50 points
    to go          19 points
    progress       0 % of 21 % expected, −21 pp  ✗ off track
    due            Dec 31
    forecast       too early: no check-in with a value yet, 3 are needed
    owner          acme
    last check-in  never  19 days without one

    NPS rises  acme/renewing.nps
    50 points  100 % ┤                                                                             ⡀⡀⠄⠄⠂
                     │                                                                     ⡀⡀⠄⠄⠂⠂⠁⠁
                     │                                                             ⡀⡀⠄⠄⠂⠂⠁⠁
                     │                                                     ⡀⡀⠄⠄⠂⠂⠁⠁
                     │                                             ⡀⡀⠄⠄⠂⠂⠁⠁
                50 % ┤                                    ⡀⡀⡀⠄⠄⠂⠂⠁⠁
                     │                            ⡀⡀⠄⠄⠂⠂⠁⠁
                     │                    ⡀⡀⠄⠄⠂⠂⠁⠁
                     │            ⡀⡀⠄⠄○⠂⠁⠁
                     │    ⡀⡀⠄⠄⠂⠂⠁⠁    │
           31    0 % └━━━━━━━━━━━━━━━━●─────────────────────────────────────────────────────────────────
                      Oct 1     today, Oct 19                                                     Dec 31
    ━● reached 0 %   ⠄⠄○ plan 21 %

    Served by
    ops/xuyue  让每个客户都愿意续约，并且主动推荐给朋友们  through nps  0 %  ✗ off track
    ");
}

#[test]
fn a_reference_that_names_nothing_or_several() {
    let world = World::team();
    assert_snapshot!(world.okr("show r"), @"
    Make renewing the obvious choice · acme/renewing

    owner       Acme Inc. (acme, company)
    cycle       2026-Q4 (Oct 1 – Dec 31)
    progress    40 % of 58 % expected, −18 pp  ✗ off track, but people say at risk
    confidence  5 of 10
    aligns to   2026/acme/leader.share  Market share

    Renewals pay for everything else.

    Make renewing the obvious choice  acme/renewing
    100 % ┤                                                                                       ⡀⡀⡀⠄⠄⠂
          │                                                                            ⡀⡀⡀⠄⠄⠂⠂⠂⠁⠁⠁
          │                                                                 ⡀⡀⠄⠄⠄⠂⠂⠂⠁⠁⠁
          │                                                     ⡀⡀⡀⠄⠄⠄⠂⠂⠂⠁⠁⠁
          │                                          ⡀⡀⡀○⠄⠄⠂⠂⠂⠁⠁
     50 % ┤                                       ⡀⠂⠁   │
          │                                ⡀⡀⠄⠄⠄⠂⠂ ┏━━━━●
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

    Served by
    eng/portal  Ship a renewal portal that people finish    through churn  59 %  ! at risk
    eng/portal  Ship a renewal portal that people finish                   59 %  ! at risk
    ops/xuyue   让每个客户都愿意续约，并且主动推荐给朋友们  through nps    79 %  ✓ on track

    Lately
    Nov 10 09:00  ana  updated launch 0 of 3 → beta, 2 of 3                         a6
    Nov 10 09:00  bo   updated up 99.45 %                                           a5
    Nov 10 09:00  bo   updated churn 4.2 → 3.1 % · on track                         a4
    Nov 10 09:00  ana  updated nps 34 → 38 points · at risk · 5/10                  a3
    Oct 20 09:00  ana  updated nps 31 → 34 points · on track · 7/10 · first survey  a2
    Oct  1 09:00  ana  created                                                      a1
    ");
    assert_snapshot!(world.okr("show renewal"), @r#"
    ── stderr ──
    error: no objective in 2026-Q4 is called "renewal"
    hint: did you mean acme/renewing?
    ── exit 2 ──
    "#);
    assert_snapshot!(world.okr("show portal.finsh"), @r#"
    ── stderr ──
    error: eng/portal has no key result "finsh"
    hint: did you mean finish? It has finish and beta
    ── exit 2 ──
    "#);
    assert_snapshot!(world.okr("show learn-rust.book.x"), @r#"
    ── stderr ──
    error: key result "book.x": it holds '.'; a–z, 0–9 and - are allowed
    hint: a reference is [cycle/][owner/]objective[.kr], as acme/renewing.nps; okr list shows them
    ── exit 2 ──
    "#);
    assert_snapshot!(world.okr("show 2026/leader"), @r#"
    ── stderr ──
    error: no objective in 2026-Q4 is called "2026/leader"
    hint: okr list shows what there is
    hint: 2026 is a cycle: write 2026/OWNER/leader
    ── exit 2 ──
    "#);
    assert_snapshot!(world.okr("show nobody/renewing"), @r#"
    ── stderr ──
    error: no objective in 2026-Q4 is called "nobody/renewing"
    hint: okr list shows what there is
    ── exit 2 ──
    "#);
}

#[test]
fn a_store_for_one() {
    let world = World::new();
    let _ = world.okr("init --solo");
    let _ = world.okr("cycle new 2026-Q4");
    let _ = world.okr("create 'Run a marathon' --kr 'km = Kilometres a week: 10 -> 50 km' --kr 'Race: done'");
    assert_snapshot!(world.okr("list"), @"
    2026-Q4 · Oct 1 – Dec 31 · day 46 of 92, 50 % of the time is gone · 1 objective

    OBJECTIVE                     OWNER  KRS                               DONE  PLAN  PACE
    run-marathon  Run a marathon  Me       2  ░░░░░░░░░┊░░░░░░░░  ▁▁▁▁▁▁▁   0 %  50 %  ✗ off track
    ");
    assert_snapshot!(world.okr("show run"), @"
    Run a marathon · run-marathon

    owner     Me (ana, individual)
    cycle     2026-Q4 (Oct 1 – Dec 31)
    progress  0 % of 50 % expected, −50 pp  ✗ off track

    Run a marathon  run-marathon
    100 % ┤                                                                                        ⡀⡀⠄⠄⠂
          │                                                                               ⡀⡀⠄⠄⠂⠂⠂⠁⠁
          │                                                                     ⡀⡀⡀⠄⠄⠂⠂⠁⠁⠁
          │                                                            ⡀⡀⠄⠄⠄⠂⠂⠁⠁
          │                                                   ⡀⡀⠄⠄⠂⠂⠂⠁⠁
     50 % ┤                                         ⡀⡀⡀⠄○⠂⠂⠁⠁⠁
          │                                ⡀⡀⠄⠄⠄⠂⠂⠁⠁    │
          │                       ⡀⡀⠄⠄⠂⠂⠂⠁⠁             │
          │             ⡀⡀⡀⠄⠄⠂⠂⠁⠁⠁                      │
          │    ⡀⡀⠄⠄⠄⠂⠂⠁⠁                                │
      0 % └━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━●───────────────────────────────────────────────
           Oct 1                                  today, Nov 15                                   Dec 31
    ━● reached 0 %   ⠄⠄○ plan 50 %

    KR                      NOW                        DONE  PLAN  PACE         FORECAST   LAST CHECK-IN
    km   Kilometres a week  10 of 50 km  ░░░░░░┊░░░░░   0 %  50 %  ✗ off track  too early  never
    kr1  Race               not yet      ░░░░░░┊░░░░░   0 %  50 %  ✗ off track  –          never

    Lately
    Nov 15 12:00  ana  created  41gpd0xaa2
    ");
    assert_snapshot!(world.okr("tree"), @"
    2026-Q4 · Oct 1 – Dec 31 · day 46 of 92, 50 % of the time is gone · ┊ = where the plan is

    Me                                         ░░░░░░░░░┊░░░░░░░░  0 %  −50 pp  ✗ off track
    └─ Run a marathon        run-marathon      ░░░░░░░░░┊░░░░░░░░  0 %  −50 pp  ✗ no check-in yet
       ├─ Kilometres a week  km   10 of 50 km  ░░░░░░░░░┊░░░░░░░░  0 %  −50 pp  ✗ off track
       └─ Race               kr1  not yet      ░░░░░░░░░┊░░░░░░░░  0 %  −50 pp  ✗ off track
    ");
}

#[test]
fn a_forecast_says_where_it_ends_and_when_the_target_is_reached() {
    let world = World::worked();
    for (day, value) in [("2026-10-12", 33), ("2026-10-26", 36), ("2026-11-02", 37)] {
        let _ = world.okr(&format!("update renewing.nps {value} --at {day}"));
    }
    assert_snapshot!(world.okr("show renewing.nps"), @"
    NPS rises · acme/renewing.nps

    objective      acme/renewing  Make renewing the obvious choice
    measure        31 → 50 points
    now            38 of 50 points
    to go          12 points
    progress       37 % of 50 % expected, −13 pp  ✗ off track, but people say at risk
    due            Dec 31
    forecast       48 points on Dec 31 (80 % between 43 and 53) ✗  target on Jan 14 2027
    owner          acme
    confidence     5 of 10
    last check-in  Nov 10 09:00 by ana
    last note      first survey

    NPS rises  acme/renewing.nps
    50 points  100 % ┤                                                                 ░░░░░░⡀⡀⠄⠂
                     │                                                            ░░░⡀⡀⠄⠄⠂⠂⠁⠁░░╌╌ 87 %
                     │                                                      ░░⡀⡀⠄⠄⠂⠁⠁░╌╌╌╌╌╌╌╌╌░░
                     │                                                ⡀⡀⠄⠄⠂⠂⠁⠁╌╌╌╌╌╌╌╌░░░░░░░░░░░
                     │                                         ⡀⡀⠄⠄⠂⠁⠁╌╌╌╌╌╌╌╌░░░░░░░░░░░░░░░░░░░
                50 % ┤                                 ⡀⡀⠄⠄○⠂╌╌╌╌╌╌╌╌╌░░░░░░░░░░░░░░░
                     │                          ⡀⡀⠄⠄⠂⠁⠁┏━━━●╌░░
                     │                  ⡀⡀┏━━━━━━━━━━━━┛
                     │           ⡀⡀⠄⠄┏━━━━┛
                     │   ⡀⡀⠄⠄⠂⠂┏━━━━━┛
           31    0 % └━━━━━━━━━┛───────────────────────────┬─────────────────────────────────────
                      Oct 1                          today, Nov 15                         Dec 31
    ━● reached 37 %   ⠄⠄○ plan 50 %   ╌░ forecast 87 % on Dec 31 (61–113 %)

    Lately
    Nov 10 09:00  ana  updated nps 37 → 38 points · at risk · 5/10                  a3
    Nov  2 12:00  ana  updated nps 36 → 37 points                                   70wdybkh7t
    Oct 26 12:00  ana  updated nps 34 → 36 points                                   encmej315e
    Oct 20 09:00  ana  updated nps 33 → 34 points · on track · 7/10 · first survey  a2
    Oct 12 12:00  ana  updated nps 31 → 33 points                                   m4p7529wah
    ");
    let said = world.on("2026-12-28").okr("show renewing.nps").to_string();
    assert!(said.contains("target on Jan 14 2027"), "what was checked in by then says the same: {said}");
}
