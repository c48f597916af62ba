//! `okr report progress`.

use insta::assert_snapshot;

use crate::world::World;

#[test]
fn a_team_at_every_width() {
    let world = World::team();
    assert_snapshot!(world.width(60).okr("report progress"), @"
    Progress · 2026-Q4 · as of Nov 15 · change since Nov 8

                                      DONE  TO PLAN  PACE
    cycle                  all        46 %   −14 pp  ! at risk
    level                  company    40 %   −18 pp  ✗ off track
    level                  departme…  69 %     0 pp  ✓ on track
    level                  individu…  25 %   −25 pp  ✗ off track
    unit       acme        Acme Inc.  40 %   −18 pp  ✗ off track
    unit       eng         Engineer…  36 %   −18 pp  ✗ off track
    unit       ops         客户成功…  79 %    +4 pp  ✓ on track
    objective  ana/ticke…  Answer e…   0 %   −50 pp  ✗ off track
    objective  acme/rene…  Make ren…  40 %   −18 pp  ✗ off track
    objective  eng/portal  Ship a r…  59 %    −4 pp  ! at risk
    objective  bo/learn-…  Learn to…  50 %     0 pp  ✓ on track
    objective  ops/xuyue   让每个客…  79 %    +4 pp  ✓ on track

    2 off track, 1 at risk, 2 on track
    ");
    assert_snapshot!(world.width(80).okr("report progress"), @"
    Progress · 2026-Q4 · as of Nov 15 · change since Nov 8

                                            PLAN  DONE  TO PLAN  CHANGE  PACE
    cycle                     all           59 %  46 %   −14 pp  +23 pp  ! at risk
    level                     company       58 %  40 %   −18 pp  +34 pp  ✗ off track
    level                     department    69 %  69 %     0 pp  +40 pp  ✓ on track
    level                     individual    50 %  25 %   −25 pp    0 pp  ✗ off track
    unit       acme           Acme Inc.     58 %  40 %   −18 pp  +34 pp  ✗ off track
    unit       eng            Engineering   54 %  36 %   −18 pp    0 pp  ✗ off track
    unit       ops            客户成功部    75 %  79 %    +4 pp  +79 pp  ✓ on track
    objective  ana/tickets    Answer ever…  50 %   0 %   −50 pp    0 pp  ✗ off track
    objective  acme/renewing  Make renewi…  58 %  40 %   −18 pp  +34 pp  ✗ off track
    objective  eng/portal     Ship a rene…  63 %  59 %    −4 pp    0 pp  ! at risk
    objective  bo/learn-rust  Learn to wr…  50 %  50 %     0 pp    0 pp  ✓ on track
    objective  ops/xuyue      让每个客户…   75 %  79 %    +4 pp  +79 pp  ✓ on track

    2 off track, 1 at risk, 2 on track
    ");
    assert_snapshot!(world.width(100).okr("report progress"), @"
    Progress · 2026-Q4 · as of Nov 15 · change since Nov 8

                                                       PLAN  DONE  TO PLAN  CHANGE           PACE
    cycle                     all          █████┊░░░░  59 %  46 %   −14 pp  +23 pp  ▁▁▁▁▁▂▄  ! at risk
    level                     company      ████░┊░░░░  58 %  40 %   −18 pp  +34 pp  ▁▁▁▁▁▁▃  ✗ off track
    level                     department   ██████┊░░░  69 %  69 %     0 pp  +40 pp  ▁▁▁▁▁▃▅  ✓ on track
    level                     individual   ███░░┊░░░░  50 %  25 %   −25 pp    0 pp  ▁▁▁▁▂▂▂  ✗ off track
    unit       acme           Acme Inc.    ████░┊░░░░  58 %  40 %   −18 pp  +34 pp  ▁▁▁▁▁▁▃  ✗ off track
    unit       eng            Engineering  ████░┊░░░░  54 %  36 %   −18 pp    0 pp  ▁▁▁▁▂▃▃  ✗ off track
    unit       ops            客户成功部   ███████┊░░  75 %  79 %    +4 pp  +79 pp  ▁▁▁▁▁▁▆  ✓ on track
    objective  ana/tickets    Answer eve…  ░░░░░┊░░░░  50 %   0 %   −50 pp    0 pp  ▁▁▁▁▁▁▁  ✗ off track
    objective  acme/renewing  Make renew…  ████░┊░░░░  58 %  40 %   −18 pp  +34 pp  ▁▁▁▁▁▁▃  ✗ off track
    objective  eng/portal     Ship a ren…  ██████┊░░░  63 %  59 %    −4 pp    0 pp  ▁▁▁▂▂▅▅  ! at risk
    objective  bo/learn-rust  Learn to w…  █████┊░░░░  50 %  50 %     0 pp    0 pp  ▁▁▁▁▄▄▄  ✓ on track
    objective  ops/xuyue      让每个客户…  ███████┊░░  75 %  79 %    +4 pp  +79 pp  ▁▁▁▁▁▁▆  ✓ on track

    2 off track, 1 at risk, 2 on track
    ");
    assert_snapshot!(world.width(120).okr("report progress"), @"
    Progress · 2026-Q4 · as of Nov 15 · change since Nov 8

                                                                PLAN  DONE  TO PLAN  CHANGE                      PACE
    cycle                     all                   █████┊░░░░  59 %  46 %   −14 pp  +23 pp  ▁▁▁▁▁▂▄  ↗ gaining  ! at risk
    level                     company               ████░┊░░░░  58 %  40 %   −18 pp  +34 pp  ▁▁▁▁▁▁▃  ↗ gaining  ✗ off track
    level                     department            ██████┊░░░  69 %  69 %     0 pp  +40 pp  ▁▁▁▁▁▃▅  ↗ gaining  ✓ on track
    level                     individual            ███░░┊░░░░  50 %  25 %   −25 pp    0 pp  ▁▁▁▁▂▂▂  ↘ losing   ✗ off track
    unit       acme           Acme Inc.             ████░┊░░░░  58 %  40 %   −18 pp  +34 pp  ▁▁▁▁▁▁▃  ↗ gaining  ✗ off track
    unit       eng            Engineering           ████░┊░░░░  54 %  36 %   −18 pp    0 pp  ▁▁▁▁▂▃▃  ↘ losing   ✗ off track
    unit       ops            客户成功部            ███████┊░░  75 %  79 %    +4 pp  +79 pp  ▁▁▁▁▁▁▆  ↗ gaining  ✓ on track
    objective  ana/tickets    Answer every ticket…  ░░░░░┊░░░░  50 %   0 %   −50 pp    0 pp  ▁▁▁▁▁▁▁  ↘ losing   ✗ off track
    objective  acme/renewing  Make renewing the o…  ████░┊░░░░  58 %  40 %   −18 pp  +34 pp  ▁▁▁▁▁▁▃  ↗ gaining  ✗ off track
    objective  eng/portal     Ship a renewal port…  ██████┊░░░  63 %  59 %    −4 pp    0 pp  ▁▁▁▂▂▅▅  ↘ losing   ! at risk
    objective  bo/learn-rust  Learn to write Rust…  █████┊░░░░  50 %  50 %     0 pp    0 pp  ▁▁▁▁▄▄▄  ↘ losing   ✓ on track
    objective  ops/xuyue      让每个客户都愿意续…   ███████┊░░  75 %  79 %    +4 pp  +79 pp  ▁▁▁▁▁▁▆  ↗ gaining  ✓ on track

    2 off track, 1 at risk, 2 on track
    ");
}

#[test]
fn since_days_or_a_day() {
    let world = World::team();
    assert_snapshot!(world.okr("report progress --since 30"), @"
    Progress · 2026-Q4 · as of Nov 15 · change since Oct 16

                                                       PLAN  DONE  TO PLAN  CHANGE           PACE
    cycle                     all          █████┊░░░░  59 %  46 %   −14 pp  +45 pp  ▁▁▁▁▁▂▄  ! at risk
    level                     company      ████░┊░░░░  58 %  40 %   −18 pp  +40 pp  ▁▁▁▁▁▁▃  ✗ off track
    level                     department   ██████┊░░░  69 %  69 %     0 pp  +66 pp  ▁▁▁▁▁▃▅  ✓ on track
    level                     individual   ███░░┊░░░░  50 %  25 %   −25 pp  +25 pp  ▁▁▁▁▂▂▂  ✗ off track
    unit       acme           Acme Inc.    ████░┊░░░░  58 %  40 %   −18 pp  +40 pp  ▁▁▁▁▁▁▃  ✗ off track
    unit       eng            Engineering  ████░┊░░░░  54 %  36 %   −18 pp  +35 pp  ▁▁▁▁▂▃▃  ✗ off track
    unit       ops            客户成功部   ███████┊░░  75 %  79 %    +4 pp  +79 pp  ▁▁▁▁▁▁▆  ✓ on track
    objective  ana/tickets    Answer eve…  ░░░░░┊░░░░  50 %   0 %   −50 pp    0 pp  ▁▁▁▁▁▁▁  ✗ off track
    objective  acme/renewing  Make renew…  ████░┊░░░░  58 %  40 %   −18 pp  +40 pp  ▁▁▁▁▁▁▃  ✗ off track
    objective  eng/portal     Ship a ren…  ██████┊░░░  63 %  59 %    −4 pp  +54 pp  ▁▁▁▂▂▅▅  ! at risk
    objective  bo/learn-rust  Learn to w…  █████┊░░░░  50 %  50 %     0 pp  +50 pp  ▁▁▁▁▄▄▄  ✓ on track
    objective  ops/xuyue      让每个客户…  ███████┊░░  75 %  79 %    +4 pp  +79 pp  ▁▁▁▁▁▁▆  ✓ on track

    2 off track, 1 at risk, 2 on track
    ");
    assert_snapshot!(world.okr("report progress --since 2026-10-09"), @"
    Progress · 2026-Q4 · as of Nov 15 · change since Oct 9

                                                       PLAN  DONE  TO PLAN  CHANGE           PACE
    cycle                     all          █████┊░░░░  59 %  46 %   −14 pp  +46 pp  ▁▁▁▁▁▂▄  ! at risk
    level                     company      ████░┊░░░░  58 %  40 %   −18 pp  +40 pp  ▁▁▁▁▁▁▃  ✗ off track
    level                     department   ██████┊░░░  69 %  69 %     0 pp  +69 pp  ▁▁▁▁▁▃▅  ✓ on track
    level                     individual   ███░░┊░░░░  50 %  25 %   −25 pp  +25 pp  ▁▁▁▁▂▂▂  ✗ off track
    unit       acme           Acme Inc.    ████░┊░░░░  58 %  40 %   −18 pp  +40 pp  ▁▁▁▁▁▁▃  ✗ off track
    unit       eng            Engineering  ████░┊░░░░  54 %  36 %   −18 pp  +36 pp  ▁▁▁▁▂▃▃  ✗ off track
    unit       ops            客户成功部   ███████┊░░  75 %  79 %    +4 pp  +79 pp  ▁▁▁▁▁▁▆  ✓ on track
    objective  ana/tickets    Answer eve…  ░░░░░┊░░░░  50 %   0 %   −50 pp    0 pp  ▁▁▁▁▁▁▁  ✗ off track
    objective  acme/renewing  Make renew…  ████░┊░░░░  58 %  40 %   −18 pp  +40 pp  ▁▁▁▁▁▁▃  ✗ off track
    objective  eng/portal     Ship a ren…  ██████┊░░░  63 %  59 %    −4 pp  +59 pp  ▁▁▁▂▂▅▅  ! at risk
    objective  bo/learn-rust  Learn to w…  █████┊░░░░  50 %  50 %     0 pp  +50 pp  ▁▁▁▁▄▄▄  ✓ on track
    objective  ops/xuyue      让每个客户…  ███████┊░░  75 %  79 %    +4 pp  +79 pp  ▁▁▁▁▁▁▆  ✓ on track

    2 off track, 1 at risk, 2 on track
    ");
    assert_snapshot!(world.okr("report progress --since 14d"), @"
    Progress · 2026-Q4 · as of Nov 15 · change since Nov 1

                                                       PLAN  DONE  TO PLAN  CHANGE           PACE
    cycle                     all          █████┊░░░░  59 %  46 %   −14 pp  +31 pp  ▁▁▁▁▁▂▄  ! at risk
    level                     company      ████░┊░░░░  58 %  40 %   −18 pp  +34 pp  ▁▁▁▁▁▁▃  ✗ off track
    level                     department   ██████┊░░░  69 %  69 %     0 pp  +61 pp  ▁▁▁▁▁▃▅  ✓ on track
    level                     individual   ███░░┊░░░░  50 %  25 %   −25 pp    0 pp  ▁▁▁▁▂▂▂  ✗ off track
    unit       acme           Acme Inc.    ████░┊░░░░  58 %  40 %   −18 pp  +34 pp  ▁▁▁▁▁▁▃  ✗ off track
    unit       eng            Engineering  ████░┊░░░░  54 %  36 %   −18 pp  +15 pp  ▁▁▁▁▂▃▃  ✗ off track
    unit       ops            客户成功部   ███████┊░░  75 %  79 %    +4 pp  +79 pp  ▁▁▁▁▁▁▆  ✓ on track
    objective  ana/tickets    Answer eve…  ░░░░░┊░░░░  50 %   0 %   −50 pp    0 pp  ▁▁▁▁▁▁▁  ✗ off track
    objective  acme/renewing  Make renew…  ████░┊░░░░  58 %  40 %   −18 pp  +34 pp  ▁▁▁▁▁▁▃  ✗ off track
    objective  eng/portal     Ship a ren…  ██████┊░░░  63 %  59 %    −4 pp  +44 pp  ▁▁▁▂▂▅▅  ! at risk
    objective  bo/learn-rust  Learn to w…  █████┊░░░░  50 %  50 %     0 pp    0 pp  ▁▁▁▁▄▄▄  ✓ on track
    objective  ops/xuyue      让每个客户…  ███████┊░░  75 %  79 %    +4 pp  +79 pp  ▁▁▁▁▁▁▆  ✓ on track

    2 off track, 1 at risk, 2 on track
    ");
    assert_snapshot!(world.okr("report progress --since 2026-12-01"), @"
    ── stderr ──
    error: --since 2026-12-01 is after 2026-11-15
    ── exit 2 ──
    ");
    assert_snapshot!(world.okr("report progress --since yesterday"), @r#"
    ── stderr ──
    error: --since "yesterday" is neither a number of days nor a day
    hint: write 14 or 2026-10-31
    ── exit 2 ──
    "#);
}

#[test]
fn one_breakdown() {
    let world = World::team();
    assert_snapshot!(world.okr("report progress --by level"), @"
    Progress · 2026-Q4 · as of Nov 15 · change since Nov 8

                                           PLAN  DONE  TO PLAN  CHANGE                      PACE
    cycle  all         ████████░░┊░░░░░░░  59 %  46 %   −14 pp  +23 pp  ▁▁▁▁▁▂▄  ↗ gaining  ! at risk
    level  company     ███████░░░┊░░░░░░░  58 %  40 %   −18 pp  +34 pp  ▁▁▁▁▁▁▃  ↗ gaining  ✗ off track
    level  department  ████████████┊░░░░░  69 %  69 %     0 pp  +40 pp  ▁▁▁▁▁▃▅  ↗ gaining  ✓ on track
    level  individual  █████░░░░┊░░░░░░░░  50 %  25 %   −25 pp    0 pp  ▁▁▁▁▂▂▂  ↘ losing   ✗ off track

    2 off track, 1 at risk, 2 on track
    ");
    assert_snapshot!(world.okr("report progress --by unit"), @"
    Progress · 2026-Q4 · as of Nov 15 · change since Nov 8

                                            PLAN  DONE  TO PLAN  CHANGE                      PACE
    cycle        all          █████░░┊░░░░  59 %  46 %   −14 pp  +23 pp  ▁▁▁▁▁▂▄  ↗ gaining  ! at risk
    unit   acme  Acme Inc.    █████░░┊░░░░  58 %  40 %   −18 pp  +34 pp  ▁▁▁▁▁▁▃  ↗ gaining  ✗ off track
    unit   eng   Engineering  ████░░┊░░░░░  54 %  36 %   −18 pp    0 pp  ▁▁▁▁▂▃▃  ↘ losing   ✗ off track
    unit   ops   客户成功部   █████████┊░░  75 %  79 %    +4 pp  +79 pp  ▁▁▁▁▁▁▆  ↗ gaining  ✓ on track

    2 off track, 1 at risk, 2 on track
    ");
    assert_snapshot!(world.okr("report progress --by owner"), @"
    Progress · 2026-Q4 · as of Nov 15 · change since Nov 8

                                            PLAN  DONE  TO PLAN  CHANGE                      PACE
    cycle        all          █████░░┊░░░░  59 %  46 %   −14 pp  +23 pp  ▁▁▁▁▁▂▄  ↗ gaining  ! at risk
    owner  acme  Acme Inc.    █████░░┊░░░░  58 %  40 %   −18 pp  +34 pp  ▁▁▁▁▁▁▃  ↗ gaining  ✗ off track
    owner  eng   Engineering  ███████┊░░░░  63 %  59 %    −4 pp    0 pp  ▁▁▁▂▂▅▅  ↘ losing   ! at risk
    owner  ops   客户成功部   █████████┊░░  75 %  79 %    +4 pp  +79 pp  ▁▁▁▁▁▁▆  ↗ gaining  ✓ on track
    owner  ana   Ana Lima     ░░░░░░┊░░░░░  50 %   0 %   −50 pp    0 pp  ▁▁▁▁▁▁▁  ↘ losing   ✗ off track
    owner  bo    Bo Chen      ██████┊░░░░░  50 %  50 %     0 pp    0 pp  ▁▁▁▁▄▄▄  ↘ losing   ✓ on track

    2 off track, 1 at risk, 2 on track
    ");
    assert_snapshot!(world.okr("report progress --by objective --sort progress"), @"
    Progress · 2026-Q4 · as of Nov 15 · change since Nov 8

                                                       PLAN  DONE  TO PLAN  CHANGE           PACE
    cycle                     all          █████┊░░░░  59 %  46 %   −14 pp  +23 pp  ▁▁▁▁▁▂▄  ! at risk
    objective  ana/tickets    Answer eve…  ░░░░░┊░░░░  50 %   0 %   −50 pp    0 pp  ▁▁▁▁▁▁▁  ✗ off track
    objective  acme/renewing  Make renew…  ████░┊░░░░  58 %  40 %   −18 pp  +34 pp  ▁▁▁▁▁▁▃  ✗ off track
    objective  bo/learn-rust  Learn to w…  █████┊░░░░  50 %  50 %     0 pp    0 pp  ▁▁▁▁▄▄▄  ✓ on track
    objective  eng/portal     Ship a ren…  ██████┊░░░  63 %  59 %    −4 pp    0 pp  ▁▁▁▂▂▅▅  ! at risk
    objective  ops/xuyue      让每个客户…  ███████┊░░  75 %  79 %    +4 pp  +79 pp  ▁▁▁▁▁▁▆  ✓ on track

    2 off track, 1 at risk, 2 on track
    ");
}

#[test]
fn a_past_day_and_a_gate() {
    let world = World::team();
    assert_snapshot!(world.okr("report progress --as-of 2026-10-12 --since 3"), @"
    Progress · 2026-Q4 · as of Oct 12 · change since Oct 9

                                                            PLAN  DONE  TO PLAN  CHANGE      PACE
    cycle                     all               █┊░░░░░░░░  14 %   1 %   −13 pp   +1 pp  ▁▁  ✗ off track
    level                     company           ░┊░░░░░░░░  13 %   0 %   −13 pp    0 pp  ▁▁  ✗ off track
    level                     department        █┊░░░░░░░░  15 %   3 %   −12 pp   +3 pp  ▁▁  ✗ off track
    level                     individual        ░┊░░░░░░░░  13 %   0 %   −13 pp    0 pp  ▁▁  ✗ off track
    unit       acme           Acme Inc.         ░┊░░░░░░░░  13 %   0 %   −13 pp    0 pp  ▁▁  ✗ off track
    unit       eng            Engineering       █┊░░░░░░░░  14 %   2 %   −12 pp   +2 pp  ▁▁  ✗ off track
    unit       ops            客户成功部        ░┊░░░░░░░░  13 %   0 %   −13 pp    0 pp  ▁▁  ✗ off track
    objective  acme/renewing  Make renewing t…  ░┊░░░░░░░░  13 %   0 %   −13 pp    0 pp  ▁▁  ✗ off track
    objective  ana/tickets    Answer every ti…  ░┊░░░░░░░░  13 %   0 %   −13 pp    0 pp  ▁▁  ✗ off track
    objective  bo/learn-rust  Learn to write…   ░┊░░░░░░░░  13 %   0 %   −13 pp    0 pp  ▁▁  ✗ off track
    objective  ops/xuyue      让每个客户都愿…   ░┊░░░░░░░░  13 %   0 %   −13 pp    0 pp  ▁▁  ✗ off track
    objective  eng/portal     Ship a renewal…   █┊░░░░░░░░  16 %   5 %   −11 pp   +5 pp  ▁▁  ✗ off track

    5 off track
    ");
    assert_snapshot!(world.okr("report progress --owner eng --fail-on at-risk"), @"
    Progress · 2026-Q4 · as of Nov 15 · change since Nov 8

                                                        PLAN  DONE  TO PLAN  CHANGE           PACE
    cycle                  all              ██████┊░░░  63 %  59 %    −4 pp    0 pp  ▁▁▁▂▂▅▅  ! at risk
    objective  eng/portal  Ship a renewal…  ██████┊░░░  63 %  59 %    −4 pp    0 pp  ▁▁▁▂▂▅▅  ! at risk

    1 at risk
    ── stderr ──
    failed: 2 are at-risk: eng/portal and eng/portal.beta
    ── exit 1 ──
    ");
}

#[test]
fn nothing_there() {
    let world = World::company();
    assert_snapshot!(world.okr("report progress"), @"
    Progress · 2026-Q4 · as of Nov 15 · change since Nov 8

    No objectives here.
    ");
    assert_snapshot!(world.okr("report progress --format csv"), @"
    by,key,name,objectives,expected,progress,before,gap_to_plan,change,trend,pace
    cycle,2026-Q4,all,0,,,,,,,
    ");
}
