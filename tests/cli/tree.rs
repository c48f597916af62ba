//! `okr tree`.

use insta::assert_snapshot;

use crate::world::World;

#[test]
fn the_worked_example() {
    let world = World::worked();
    assert_snapshot!(world.width(60).okr("tree"), @"
    2026-Q4 · Oct 1 – Dec 31
    day 46 of 92, 50 % of the time is gone
    ┊ = where the plan is

    Acme Inc.                               40 %  ✗ off track
    └─ Make renewing…   acme/renewing       40 %  ✗ says at risk
       ├─ NPS rises     nps     38 of 50…   37 %  ✗ says at risk
       ├─ Churn falls   churn   3.1 of 2.…  50 %  ✓ on track
       ├─ Uptime is k…  up      99.45 of…   50 %  ✗ off track
       ├─ Audit passed  audit   not yet      0 %  ✗ off track
       └─ Launch        launch  beta, 2 o…  67 %  ✓ on track
    ");
    assert_snapshot!(world.width(80).okr("tree"), @"
    2026-Q4 · Oct 1 – Dec 31 · day 46 of 92, 50 % of the time is gone
    ┊ = where the plan is

    Acme Inc.                                      ████░┊░░░░  40 %  ✗ off track
    └─ Make renewing the…  acme/renewing           ████░┊░░░░  40 %  ✗ says at risk
       ├─ NPS rises        nps     38 of 50 poin…  ████░┊░░░░  37 %  ✗ says at risk
       ├─ Churn falls      churn   3.1 of 2.0 %    █████┊░░░░  50 %  ✓ on track
       ├─ Uptime is kept   up      99.45 of ≥ 99…  █████░░░░┊  50 %  ✗ off track
       ├─ Audit passed     audit   not yet         ░░░░░┊░░░░   0 %  ✗ off track
       └─ Launch           launch  beta, 2 of 3    █████┊█░░░  67 %  ✓ on track
    ");
    assert_snapshot!(world.width(100).okr("tree"), @"
    2026-Q4 · Oct 1 – Dec 31 · day 46 of 92, 50 % of the time is gone · ┊ = where the plan is

    Acme Inc.                                                       ██████░░┊░░░░░  40 %  ✗ off track
    └─ Make renewing the obvious choice  acme/renewing              ██████░░┊░░░░░  40 %  ✗ says at risk
       ├─ NPS rises                      nps     38 of 50 points    █████░░┊░░░░░░  37 %  ✗ says at risk
       ├─ Churn falls                    churn   3.1 of 2.0 %       ███████┊░░░░░░  50 %  ✓ on track
       ├─ Uptime is kept                 up      99.45 of ≥ 99.9 %  ███████░░░░░░┊  50 %  ✗ off track
       ├─ Audit passed                   audit   not yet            ░░░░░░░┊░░░░░░   0 %  ✗ off track
       └─ Launch                         launch  beta, 2 of 3       ███████┊█░░░░░  67 %  ✓ on track
    ");
    assert_snapshot!(world.width(120).okr("tree"), @"
    2026-Q4 · Oct 1 – Dec 31 · day 46 of 92, 50 % of the time is gone · ┊ = where the plan is

    Acme Inc.                                                       ███████░░░┊░░░░░░░  40 %  −18 pp  ✗ off track
    └─ Make renewing the obvious choice  acme/renewing              ███████░░░┊░░░░░░░  40 %  −18 pp  ✗ says at risk  5/10
       ├─ NPS rises                      nps     38 of 50 points    ███████░░┊░░░░░░░░  37 %  −13 pp  ✗ says at risk  5/10
       ├─ Churn falls                    churn   3.1 of 2.0 %       █████████┊░░░░░░░░  50 %    0 pp  ✓ on track
       ├─ Uptime is kept                 up      99.45 of ≥ 99.9 %  █████████░░░░░░░░┊  50 %  −50 pp  ✗ off track
       ├─ Audit passed                   audit   not yet            ░░░░░░░░░┊░░░░░░░░   0 %  −50 pp  ✗ off track
       └─ Launch                         launch  beta, 2 of 3       █████████┊██░░░░░░  67 %  +17 pp  ✓ on track
    ");
}

#[test]
fn several_levels_across_cycles_with_references_and_the_unaligned() {
    let world = World::team();
    assert_snapshot!(world.width(60).okr("tree"), @"
    2026-Q4 · Oct 1 – Dec 31
    day 46 of 92, 50 % of the time is gone
    ┊ = where the plan is

    2026                                  0 %  ✗ off track
    └─ Become the d…  2026/acme/leader    0 %  ✗ no check-in yet
       └─ Market sh…  share  8 of 15 %    0 %  ✗ off track
          └─ Make r…  acme/renewing      40 %  ✗ says at risk
             ├─ NPS…  nps     38 of 5…   37 %  ✗ says at risk
             │  └─…   ops/xuyue          79 %  ✓ on track
             │…       huifang  70 of…    58 %  ✓ on track
             │…       shouci   28 of…   100 %  ✓ on track
             │…       ana/tickets         0 %  ✗ no check-in yet
             │…       day  70 of 95 %     0 %  ✗ off track
             ├─ Chu…  churn   3.1 of…    50 %  ✓ on track
             │  └─…   eng/portal         59 %  ! at risk
             │…       finish  63 of 8…   58 %  ✓ on track
             │…       ana/tickets         0 %  ✗ off track
             │…       beta    15 of 2…   60 %  ! at risk
             ├─ Upt…  up      99.45 o…   50 %  ✗ off track
             ├─ Aud…  audit   not yet     0 %  ✗ off track
             ├─ Lau…  launch  beta, 2…   67 %  ✓ on track
             └─ ↗ S…  eng/portal         59 %  ! at risk

    not aligned                          50 %  ✓ on track
    └─ Learn to wri…  bo/learn-rust      50 %  ✓ on track
       ├─ Read the…   book  done        100 %  ★ done
       └─ Pull requ…  pr    0 of 5        0 %  ✗ off track
    ");
    assert_snapshot!(world.width(80).okr("tree"), @"
    2026-Q4 · Oct 1 – Dec 31 · day 46 of 92, 50 % of the time is gone
    ┊ = where the plan is

    2026                                                      0 %  ✗ off track
    └─ Become the default for smal…  2026/acme/leader         0 %  ✗ no check-in yet
       └─ Market share               share  8 of 15 %         0 %  ✗ off track
          └─ Make renewing the obv…  acme/renewing           40 %  ✗ says at risk
             ├─ NPS rises            nps     38 of 50 poi…   37 %  ✗ says at risk
             │  └─ 让每个客户都愿…   ops/xuyue               79 %  ✓ on track
             │     ├─ 每月回访的客…  huifang  70 of 120 家   58 %  ✓ on track
             │     ├─ 首次响应时间   shouci   28 of ≤ 30…   100 %  ✓ on track
             │     └─ Answer every…  ana/tickets              0 %  ✗ no check-in yet
             │        └─ Tickets a…  day  70 of 95 %          0 %  ✗ off track
             ├─ Churn falls          churn   3.1 of 2.0 %    50 %  ✓ on track
             │  └─ Ship a renewal…   eng/portal              59 %  ! at risk
             │     ├─ Share of sta…  finish  63 of 80 %      58 %  ✓ on track
             │     │  └─ ↗ Answer…   ana/tickets              0 %  ✗ off track
             │     └─ Beta custome…  beta    15 of 25 cus…   60 %  ! at risk
             ├─ Uptime is kept       up      99.45 of ≥ 9…   50 %  ✗ off track
             ├─ Audit passed         audit   not yet          0 %  ✗ off track
             ├─ Launch               launch  beta, 2 of 3    67 %  ✓ on track
             └─ ↗ Ship a renewal p…  eng/portal              59 %  ! at risk

    not aligned                                              50 %  ✓ on track
    └─ Learn to write Rust that la…  bo/learn-rust           50 %  ✓ on track
       ├─ Read the book              book  done             100 %  ★ done
       └─ Pull requests merged ups…  pr    0 of 5             0 %  ✗ off track
    ");
    assert_snapshot!(world.width(100).okr("tree"), @"
    2026-Q4 · Oct 1 – Dec 31 · day 46 of 92, 50 % of the time is gone · ┊ = where the plan is

    2026                                                            ░░░░░░░░┊░    0 %  ✗ off track
    └─ Become the default for small t…  2026/acme/leader            ░░░░░░░░┊░    0 %  ✗ no check-in yet
       └─ Market share                  share  8 of 15 %            ░░░░░░░░┊░    0 %  ✗ off track
          └─ Make renewing the obviou…  acme/renewing               ████░┊░░░░   40 %  ✗ says at risk
             ├─ NPS rises               nps     38 of 50 points     ████░┊░░░░   37 %  ✗ says at risk
             │  └─ 让每个客户都愿意续…  ops/xuyue                   ███████┊░░   79 %  ✓ on track
             │     ├─ 每月回访的客户数  huifang  70 of 120 家       █████┊░░░░   58 %  ✓ on track
             │     ├─ 首次响应时间      shouci   28 of ≤ 30 分钟    █████████┊  100 %  ✓ on track
             │     └─ Answer every ti…  ana/tickets                 ░░░░░┊░░░░    0 %  ✗ no check-in yet
             │        └─ Tickets answ…  day  70 of 95 %             ░░░░░┊░░░░    0 %  ✗ off track
             ├─ Churn falls             churn   3.1 of 2.0 %        █████┊░░░░   50 %  ✓ on track
             │  └─ Ship a renewal por…  eng/portal                  ██████┊░░░   59 %  ! at risk
             │     ├─ Share of starte…  finish  63 of 80 %          █████┊░░░░   58 %  ✓ on track
             │     │  └─ ↗ Answer eve…  ana/tickets                               0 %  ✗ off track
             │     └─ Beta customers    beta    15 of 25 customers  ██████░┊░░   60 %  ! at risk
             ├─ Uptime is kept          up      99.45 of ≥ 99.9 %   █████░░░░┊   50 %  ✗ off track
             ├─ Audit passed            audit   not yet             ░░░░░┊░░░░    0 %  ✗ off track
             ├─ Launch                  launch  beta, 2 of 3        █████┊█░░░   67 %  ✓ on track
             └─ ↗ Ship a renewal port…  eng/portal                               59 %  ! at risk

    not aligned                                                     █████┊░░░░   50 %  ✓ on track
    └─ Learn to write Rust that lasts   bo/learn-rust               █████┊░░░░   50 %  ✓ on track
       ├─ Read the book                 book  done                  █████┊████  100 %  ★ done
       └─ Pull requests merged upstre…  pr    0 of 5                ░░░░░┊░░░░    0 %  ✗ off track
    ");
    assert_snapshot!(world.width(120).okr("tree"), @"
    2026-Q4 · Oct 1 – Dec 31 · day 46 of 92, 50 % of the time is gone · ┊ = where the plan is

    2026                                                                  ░░░░░░░░┊░    0 %  −87 pp  ✗ off track
    └─ Become the default for small teams 🚀  2026/acme/leader            ░░░░░░░░┊░    0 %  −87 pp  ✗ no check-in yet
       └─ Market share                        share  8 of 15 %            ░░░░░░░░┊░    0 %  −87 pp  ✗ off track
          └─ Make renewing the obvious choi…  acme/renewing               ████░┊░░░░   40 %  −18 pp  ✗ says at risk     5/10
             ├─ NPS rises                     nps     38 of 50 points     ████░┊░░░░   37 %  −13 pp  ✗ says at risk     5/10
             │  └─ 让每个客户都愿意续约，并…  ops/xuyue                   ███████┊░░   79 %   +4 pp  ✓ on track         8/10
             │     ├─ 每月回访的客户数        huifang  70 of 120 家       █████┊░░░░   58 %   +8 pp  ✓ on track         8/10
             │     ├─ 首次响应时间            shouci   28 of ≤ 30 分钟    █████████┊  100 %    0 pp  ✓ on track
             │     └─ Answer every ticket w…  ana/tickets                 ░░░░░┊░░░░    0 %  −50 pp  ✗ no check-in yet
             │        └─ Tickets answered w…  day  70 of 95 %             ░░░░░┊░░░░    0 %  −50 pp  ✗ off track
             ├─ Churn falls                   churn   3.1 of 2.0 %        █████┊░░░░   50 %    0 pp  ✓ on track
             │  └─ Ship a renewal portal th…  eng/portal                  ██████┊░░░   59 %   −4 pp  ! at risk          8/10
             │     ├─ Share of started rene…  finish  63 of 80 %          █████┊░░░░   58 %   +8 pp  ✓ on track         8/10
             │     │  └─ ↗ Answer every tic…  ana/tickets                               0 %          ✗ off track
             │     └─ Beta customers          beta    15 of 25 customers  ██████░┊░░   60 %  −15 pp  ! at risk
             ├─ Uptime is kept                up      99.45 of ≥ 99.9 %   █████░░░░┊   50 %  −50 pp  ✗ off track
             ├─ Audit passed                  audit   not yet             ░░░░░┊░░░░    0 %  −50 pp  ✗ off track
             ├─ Launch                        launch  beta, 2 of 3        █████┊█░░░   67 %  +17 pp  ✓ on track
             └─ ↗ Ship a renewal portal tha…  eng/portal                               59 %          ! at risk

    not aligned                                                           █████┊░░░░   50 %    0 pp  ✓ on track
    └─ Learn to write Rust that lasts         bo/learn-rust               █████┊░░░░   50 %    0 pp  ✓ on track
       ├─ Read the book                       book  done                  █████┊████  100 %  +50 pp  ★ done
       └─ Pull requests merged upstream       pr    0 of 5                ░░░░░┊░░░░    0 %  −50 pp  ✗ off track
    ");
}

#[test]
fn the_year_shows_what_serves_it_in_the_quarter() {
    let world = World::team();
    assert_snapshot!(world.okr("--cycle 2026 tree"), @"
    2026 · Jan 1 – Dec 31 · day 319 of 365, 87 % of the time is gone · ┊ = where the plan is

    Acme Inc.                                                       ░░░░░░░░┊░    0 %  ✗ off track
    └─ Become the default for small t…  acme/leader                 ░░░░░░░░┊░    0 %  ✗ no check-in yet
       └─ Market share                  share  8 of 15 %            ░░░░░░░░┊░    0 %  ✗ off track
          └─ Make renewing the obviou…  2026-Q4/acme/renewing       ████░┊░░░░   40 %  ✗ says at risk
             ├─ NPS rises               nps     38 of 50 points     ████░┊░░░░   37 %  ✗ says at risk
             │  └─ 让每个客户都愿意续…  2026-Q4/ops/xuyue           ███████┊░░   79 %  ✓ on track
             │     ├─ 每月回访的客户数  huifang  70 of 120 家       █████┊░░░░   58 %  ✓ on track
             │     ├─ 首次响应时间      shouci   28 of ≤ 30 分钟    █████████┊  100 %  ✓ on track
             │     └─ Answer every ti…  2026-Q4/ana/tickets         ░░░░░┊░░░░    0 %  ✗ no check-in yet
             │        └─ Tickets answ…  day  70 of 95 %             ░░░░░┊░░░░    0 %  ✗ off track
             ├─ Churn falls             churn   3.1 of 2.0 %        █████┊░░░░   50 %  ✓ on track
             │  └─ Ship a renewal por…  2026-Q4/eng/portal          ██████┊░░░   59 %  ! at risk
             │     ├─ Share of starte…  finish  63 of 80 %          █████┊░░░░   58 %  ✓ on track
             │     │  └─ ↗ Answer eve…  2026-Q4/ana/tickets                       0 %  ✗ off track
             │     └─ Beta customers    beta    15 of 25 customers  ██████░┊░░   60 %  ! at risk
             ├─ Uptime is kept          up      99.45 of ≥ 99.9 %   █████░░░░┊   50 %  ✗ off track
             ├─ Audit passed            audit   not yet             ░░░░░┊░░░░    0 %  ✗ off track
             ├─ Launch                  launch  beta, 2 of 3        █████┊█░░░   67 %  ✓ on track
             └─ ↗ Ship a renewal port…  2026-Q4/eng/portal                       59 %  ! at risk
    ");
}

#[test]
fn a_part_of_the_tree() {
    let world = World::team();
    assert_snapshot!(world.okr("tree portal"), @"
    2026-Q4 · Oct 1 – Dec 31 · day 46 of 92, 50 % of the time is gone · ┊ = where the plan is

    Ship a renewal portal that people finish   eng/portal                  ██████┊░░░  59 %  ! at risk
    ├─ Share of started renewals that are fi…  finish  63 of 80 %          █████┊░░░░  58 %  ✓ on track
    │  └─ ↗ Answer every ticket within a day…  ana/tickets                              0 %  ✗ off track
    └─ Beta customers                          beta    15 of 25 customers  ██████░┊░░  60 %  ! at risk
    ");
    assert_snapshot!(world.okr("tree renewing.churn"), @"
    2026-Q4 · Oct 1 – Dec 31 · day 46 of 92, 50 % of the time is gone · ┊ = where the plan is

    Churn falls                         acme/renewing.churn  3.1 of 2.0 %  █████┊░░░░  50 %  ✓ on track
    └─ Ship a renewal portal that peo…  eng/portal                         ██████┊░░░  59 %  ! at risk
       ├─ Share of started renewals t…  finish  63 of 80 %                 █████┊░░░░  58 %  ✓ on track
       │  └─ ↗ Answer every ticket wi…  ana/tickets                                     0 %  ✗ off track
       └─ Beta customers                beta    15 of 25 customers         ██████░┊░░  60 %  ! at risk
    ");
    assert_snapshot!(world.okr("tree renewing.audit"), @"
    2026-Q4 · Oct 1 – Dec 31 · day 46 of 92, 50 % of the time is gone · ┊ = where the plan is

    Audit passed  acme/renewing.audit  not yet  ░░░░░░░░░┊░░░░░░░░  0 %  −50 pp  ✗ off track
    ");
    assert_snapshot!(world.okr("tree tickets"), @"
    2026-Q4 · Oct 1 – Dec 31 · day 46 of 92, 50 % of the time is gone · ┊ = where the plan is

    Answer every ticket within a day 👩🏽‍💻  ana/tickets      ░░░░░░░┊░░░░░░  0 %  −50 pp  ✗ no check-in yet
    └─ Tickets answered within a day     day  70 of 95 %  ░░░░░░░┊░░░░░░  0 %  −50 pp  ✗ off track
    ");
    assert_snapshot!(world.okr("tree nothing"), @r#"
    ── stderr ──
    error: no objective in 2026-Q4 is called "nothing"
    hint: okr list shows what there is
    ── exit 2 ──
    "#);
}

#[test]
fn a_depth_folds_what_is_below() {
    let world = World::team();
    assert_snapshot!(world.okr("tree --depth 0"), @"
    2026-Q4 · Oct 1 – Dec 31 · day 46 of 92, 50 % of the time is gone · ┊ = where the plan is

    2026         ░░░░░░░░░░░░░░░┊░░   0 %  −87 pp  ✗ off track
    not aligned  █████████┊░░░░░░░░  50 %    0 pp  ✓ on track
    ");
    assert_snapshot!(world.okr("tree --depth 2"), @"
    2026-Q4 · Oct 1 – Dec 31 · day 46 of 92, 50 % of the time is gone · ┊ = where the plan is

    2026                                                        ░░░░░░░░░░░░┊░    0 %  ✗ off track
    └─ Become the default for small teams 🚀  2026/acme/leader  ░░░░░░░░░░░░┊░    0 %  ✗ no check-in yet
       └─ Market share (+16)                  share  8 of 15 %  ░░░░░░░░░░░░┊░    0 %  ✗ off track

    not aligned                                                 ███████┊░░░░░░   50 %  ✓ on track
    └─ Learn to write Rust that lasts         bo/learn-rust     ███████┊░░░░░░   50 %  ✓ on track
       ├─ Read the book                       book  done        ███████┊██████  100 %  ★ done
       └─ Pull requests merged upstream       pr    0 of 5      ░░░░░░░┊░░░░░░    0 %  ✗ off track
    ");
    assert_snapshot!(world.okr("tree renewing --depth 1"), @"
    2026-Q4 · Oct 1 – Dec 31 · day 46 of 92, 50 % of the time is gone · ┊ = where the plan is

    Make renewing the obvious choice         acme/renewing              ████░┊░░░░  40 %  ✗ says at risk
    ├─ NPS rises (+5)                        nps     38 of 50 points    ████░┊░░░░  37 %  ✗ says at risk
    ├─ Churn falls (+4)                      churn   3.1 of 2.0 %       █████┊░░░░  50 %  ✓ on track
    ├─ Uptime is kept                        up      99.45 of ≥ 99.9 %  █████░░░░┊  50 %  ✗ off track
    ├─ Audit passed                          audit   not yet            ░░░░░┊░░░░   0 %  ✗ off track
    ├─ Launch                                launch  beta, 2 of 3       █████┊█░░░  67 %  ✓ on track
    └─ ↗ Ship a renewal portal that people…  eng/portal                             59 %  ! at risk
    ");
}

#[test]
fn filters_keep_the_way_down() {
    let world = World::team();
    assert_snapshot!(world.okr("tree --unit ops"), @"
    2026-Q4 · Oct 1 – Dec 31 · day 46 of 92, 50 % of the time is gone · ┊ = where the plan is

    2026                                                            ░░░░░░░░┊░    0 %  ✗ off track
    └─ Become the default for small tea…  2026/acme/leader          ░░░░░░░░┊░    0 %  ✗ no check-in yet
       └─ Market share                    share  8 of 15 %          ░░░░░░░░┊░    0 %  ✗ off track
          └─ Make renewing the obvious…   acme/renewing             ████░┊░░░░   40 %  ✗ says at risk
             └─ NPS rises                 nps  38 of 50 points      ████░┊░░░░   37 %  ✗ says at risk
                └─ 让每个客户都愿意续约…  ops/xuyue                 ███████┊░░   79 %  ✓ on track
                   ├─ 每月回访的客户数    huifang  70 of 120 家     █████┊░░░░   58 %  ✓ on track
                   └─ 首次响应时间        shouci   28 of ≤ 30 分钟  █████████┊  100 %  ✓ on track
    ");
    assert_snapshot!(world.okr("tree --owner ana"), @"
    2026-Q4 · Oct 1 – Dec 31 · day 46 of 92, 50 % of the time is gone · ┊ = where the plan is

    2026                                                             ░░░░░░░░┊░   0 %  ✗ off track
    └─ Become the default for small teams 🚀   2026/acme/leader      ░░░░░░░░┊░   0 %  ✗ no check-in yet
       └─ Market share                         share  8 of 15 %      ░░░░░░░░┊░   0 %  ✗ off track
          └─ Make renewing the obvious choice  acme/renewing         ████░┊░░░░  40 %  ✗ says at risk
             └─ NPS rises                      nps  38 of 50 points  ████░┊░░░░  37 %  ✗ says at risk
                └─ 让每个客户都愿意续约，并…   ops/xuyue             ███████┊░░  79 %  ✓ on track
                   └─ Answer every ticket wi…  ana/tickets           ░░░░░┊░░░░   0 %  ✗ no check-in yet
                      └─ Tickets answered wi…  day  70 of 95 %       ░░░░░┊░░░░   0 %  ✗ off track
    ");
    assert_snapshot!(world.okr("tree --mine"), @"
    2026-Q4 · Oct 1 – Dec 31 · day 46 of 92, 50 % of the time is gone · ┊ = where the plan is

    2026                                                             ░░░░░░░░┊░   0 %  ✗ off track
    └─ Become the default for small teams 🚀   2026/acme/leader      ░░░░░░░░┊░   0 %  ✗ no check-in yet
       └─ Market share                         share  8 of 15 %      ░░░░░░░░┊░   0 %  ✗ off track
          └─ Make renewing the obvious choice  acme/renewing         ████░┊░░░░  40 %  ✗ says at risk
             └─ NPS rises                      nps  38 of 50 points  ████░┊░░░░  37 %  ✗ says at risk
                └─ 让每个客户都愿意续约，并…   ops/xuyue             ███████┊░░  79 %  ✓ on track
                   └─ Answer every ticket wi…  ana/tickets           ░░░░░┊░░░░   0 %  ✗ no check-in yet
                      └─ Tickets answered wi…  day  70 of 95 %       ░░░░░┊░░░░   0 %  ✗ off track
    ");
    assert_snapshot!(world.okr("tree --pace at-risk"), @"
    2026-Q4 · Oct 1 – Dec 31 · day 46 of 92, 50 % of the time is gone · ┊ = where the plan is

    2026                                                             ░░░░░░░░┊░   0 %  ✗ off track
    └─ Become the default for small te…  2026/acme/leader            ░░░░░░░░┊░   0 %  ✗ no check-in yet
       └─ Market share                   share  8 of 15 %            ░░░░░░░░┊░   0 %  ✗ off track
          └─ Make renewing the obvious…  acme/renewing               ████░┊░░░░  40 %  ✗ says at risk
             ├─ Churn falls              churn  3.1 of 2.0 %         █████┊░░░░  50 %  ✓ on track
             │  └─ Ship a renewal port…  eng/portal                  ██████┊░░░  59 %  ! at risk
             │     ├─ Share of started…  finish  63 of 80 %          █████┊░░░░  58 %  ✓ on track
             │     └─ Beta customers     beta    15 of 25 customers  ██████░┊░░  60 %  ! at risk
             └─ ↗ Ship a renewal porta…  eng/portal                              59 %  ! at risk
    ");
    assert_snapshot!(world.okr("tree --tag nothing"), @"
    2026-Q4 · Oct 1 – Dec 31 · day 46 of 92, 50 % of the time is gone · ┊ = where the plan is

    None of 5 objectives matches.
    ");
}

#[test]
fn a_past_day() {
    let world = World::team();
    assert_snapshot!(world.okr("tree --as-of 2026-10-05"), @"
    2026-Q4 · Oct 1 – Dec 31 · day 5 of 92, 5 % of the time is gone · ┊ = where the plan is

    2026                                                              ░░░░░░░┊░░  0 %  ✗ off track
    └─ Become the default for small team…  2026/acme/leader           ░░░░░░░┊░░  0 %  ✗ no check-in yet
       └─ Market share                     share  8 of 15 %           ░░░░░░░┊░░  0 %  ✗ off track
          └─ Make renewing the obvious c…  acme/renewing              ┊░░░░░░░░░  0 %  · too early
             ├─ NPS rises                  nps     31 of 50 points    ┊░░░░░░░░░  0 %  · too early
             │  └─ 让每个客户都愿意续约…   ops/xuyue                  ┊░░░░░░░░░  0 %  · too early
             │     ├─ 每月回访的客户数     huifang  0 of 120 家       ┊░░░░░░░░░  0 %  · too early
             │     ├─ 首次响应时间         shouci   – of ≤ 30 分钟    ░░░░░░░░░┊    –  –
             │     └─ Answer every ticke…  ana/tickets                ┊░░░░░░░░░  0 %  · too early
             │        └─ Tickets answere…  day  70 of 95 %            ┊░░░░░░░░░  0 %  · too early
             ├─ Churn falls                churn   4.2 of 2.0 %       ┊░░░░░░░░░  0 %  · too early
             │  └─ Ship a renewal portal…  eng/portal                 ┊░░░░░░░░░  0 %  · too early
             │     ├─ Share of started r…  finish  40 of 80 %         ┊░░░░░░░░░  0 %  · too early
             │     │  └─ ↗ Answer every…   ana/tickets                            0 %  · too early
             │     └─ Beta customers       beta    0 of 25 customers  ┊░░░░░░░░░  0 %  · too early
             ├─ Uptime is kept             up      – of ≥ 99.9 %      ░░░░░░░░░┊    –  –
             ├─ Audit passed               audit   not yet            ┊░░░░░░░░░  0 %  · too early
             ├─ Launch                     launch  0 of 3             ┊░░░░░░░░░  0 %  · too early
             └─ ↗ Ship a renewal portal…   eng/portal                             0 %  · too early

    not aligned                                                       ┊░░░░░░░░░  0 %  · too early
    └─ Learn to write Rust that lasts      bo/learn-rust              ┊░░░░░░░░░  0 %  · too early
       ├─ Read the book                    book  not yet              ┊░░░░░░░░░  0 %  · too early
       └─ Pull requests merged upstream    pr    0 of 5               ┊░░░░░░░░░  0 %  · too early
    ");
}

#[test]
fn a_store_for_one_has_no_owners() {
    let world = World::new();
    let _ = world.okr("init --solo");
    let _ = world.okr("cycle new 2026-Q4");
    let _ = world.okr("create 'Run a marathon' --kr 'km = Kilometres a week: 10 -> 50 km'");
    let _ = world.okr("create 'Sleep well' --align run --kr 'Hours: >= 8 h worst 5'");
    assert_snapshot!(world.okr("tree"), @"
    2026-Q4 · Oct 1 – Dec 31 · day 46 of 92, 50 % of the time is gone · ┊ = where the plan is

    Me                                        ░░░░░░░░░┊░░░░░░░░  0 %  −50 pp  ✗ off track
    └─ Run a marathon        run-marathon     ░░░░░░░░░┊░░░░░░░░  0 %  −50 pp  ✗ no check-in yet
       ├─ Kilometres a week  km  10 of 50 km  ░░░░░░░░░┊░░░░░░░░  0 %  −50 pp  ✗ off track
       └─ Sleep well         sleep-well       ░░░░░░░░░░░░░░░░░░    –       –  –
          └─ Hours           kr1  – of ≥ 8 h  ░░░░░░░░░░░░░░░░░┊    –       –  –
    ");
}

#[test]
fn an_empty_cycle_says_what_comes_next() {
    let world = World::company();
    assert_snapshot!(world.okr("tree"), @r#"
    2026-Q4 · Oct 1 – Dec 31 · day 46 of 92, 50 % of the time is gone · ┊ = where the plan is

    No objectives yet; the first one: okr create "TITLE"
    "#);
}
