//! `okr list`.

use insta::assert_snapshot;

use crate::world::World;

#[test]
fn objectives_are_listed_by_reference_at_every_width() {
    let world = World::team();
    assert_snapshot!(world.width(60).okr("list"), @"
    2026-Q4 · Oct 1 – Dec 31
    day 46 of 92, 50 % of the time is gone · 5 objectives

    OBJECTIVE                               DONE  PACE
    acme/renewi…  Make renewi…  ████░┊░░░░  40 %  ✗ says at risk
    ana/tickets   Answer ever…  ░░░░░┊░░░░   0 %  ✗ off track
    bo/learn-ru…  Learn to wr…  █████┊░░░░  50 %  ✓ on track
    eng/portal    Ship a rene…  ██████┊░░░  59 %  ! at risk
    ops/xuyue     让每个客户…   ███████┊░░  79 %  ✓ on track
    ");
    assert_snapshot!(world.width(80).okr("list"), @"
    2026-Q4 · Oct 1 – Dec 31 · day 46 of 92, 50 % of the time is gone · 5 objectives

    OBJECTIVE                          OWNER                    DONE  PACE
    acme/renewing  Make renewing the…  Acme Inc.    ████░┊░░░░  40 %  ✗ says at risk
    ana/tickets    Answer every tick…  Ana Lima     ░░░░░┊░░░░   0 %  ✗ off track
    bo/learn-rust  Learn to write Ru…  Bo Chen      █████┊░░░░  50 %  ✓ on track
    eng/portal     Ship a renewal po…  Engineering  ██████┊░░░  59 %  ! at risk
    ops/xuyue      让每个客户都愿意…   客户成功部   ███████┊░░  79 %  ✓ on track
    ");
    assert_snapshot!(world.width(100).okr("list"), @"
    2026-Q4 · Oct 1 – Dec 31 · day 46 of 92, 50 % of the time is gone · 5 objectives

    OBJECTIVE                               OWNER                             DONE  PLAN  PACE
    acme/renewing  Make renewing the obvi…  Acme Inc.    ████░┊░░░░  ▁▁▁▁▁▁▃  40 %  58 %  ✗ says at risk
    ana/tickets    Answer every ticket wi…  Ana Lima     ░░░░░┊░░░░  ▁▁▁▁▁▁▁   0 %  50 %  ✗ off track
    bo/learn-rust  Learn to write Rust th…  Bo Chen      █████┊░░░░  ▁▁▁▁▄▄▄  50 %  50 %  ✓ on track
    eng/portal     Ship a renewal portal…   Engineering  ██████┊░░░  ▁▁▁▂▂▅▅  59 %  63 %  ! at risk
    ops/xuyue      让每个客户都愿意续约，…  客户成功部   ███████┊░░  ▁▁▁▁▁▁▆  79 %  75 %  ✓ on track
    ");
    assert_snapshot!(world.width(120).okr("list"), @"
    2026-Q4 · Oct 1 – Dec 31 · day 46 of 92, 50 % of the time is gone · 5 objectives

    OBJECTIVE                                                  OWNER                              DONE  PLAN  PACE
    acme/renewing  Make renewing the obvious choice            Acme Inc.    ████░░┊░░░░  ▁▁▁▁▁▁▃  40 %  58 %  ✗ says at risk
    ana/tickets    Answer every ticket within a day 👩🏽‍💻         Ana Lima     ░░░░░┊░░░░░  ▁▁▁▁▁▁▁   0 %  50 %  ✗ off track
    bo/learn-rust  Learn to write Rust that lasts              Bo Chen      █████┊░░░░░  ▁▁▁▁▄▄▄  50 %  50 %  ✓ on track
    eng/portal     Ship a renewal portal that people finish    Engineering  ██████┊░░░░  ▁▁▁▂▂▅▅  59 %  63 %  ! at risk
    ops/xuyue      让每个客户都愿意续约，并且主动推荐给朋友们  客户成功部   ████████┊░░  ▁▁▁▁▁▁▆  79 %  75 %  ✓ on track
    ");
}

#[test]
fn the_order_is_chosen() {
    let world = World::team();
    assert_snapshot!(world.okr("list --sort gap"), @"
    2026-Q4 · Oct 1 – Dec 31 · day 46 of 92, 50 % of the time is gone · 5 objectives

    OBJECTIVE                               OWNER                             DONE  PLAN  PACE
    ana/tickets    Answer every ticket wi…  Ana Lima     ░░░░░┊░░░░  ▁▁▁▁▁▁▁   0 %  50 %  ✗ off track
    acme/renewing  Make renewing the obvi…  Acme Inc.    ████░┊░░░░  ▁▁▁▁▁▁▃  40 %  58 %  ✗ says at risk
    eng/portal     Ship a renewal portal…   Engineering  ██████┊░░░  ▁▁▁▂▂▅▅  59 %  63 %  ! at risk
    bo/learn-rust  Learn to write Rust th…  Bo Chen      █████┊░░░░  ▁▁▁▁▄▄▄  50 %  50 %  ✓ on track
    ops/xuyue      让每个客户都愿意续约，…  客户成功部   ███████┊░░  ▁▁▁▁▁▁▆  79 %  75 %  ✓ on track
    ");
    assert_snapshot!(world.okr("list --sort progress"), @"
    2026-Q4 · Oct 1 – Dec 31 · day 46 of 92, 50 % of the time is gone · 5 objectives

    OBJECTIVE                               OWNER                             DONE  PLAN  PACE
    ana/tickets    Answer every ticket wi…  Ana Lima     ░░░░░┊░░░░  ▁▁▁▁▁▁▁   0 %  50 %  ✗ off track
    acme/renewing  Make renewing the obvi…  Acme Inc.    ████░┊░░░░  ▁▁▁▁▁▁▃  40 %  58 %  ✗ says at risk
    bo/learn-rust  Learn to write Rust th…  Bo Chen      █████┊░░░░  ▁▁▁▁▄▄▄  50 %  50 %  ✓ on track
    eng/portal     Ship a renewal portal…   Engineering  ██████┊░░░  ▁▁▁▂▂▅▅  59 %  63 %  ! at risk
    ops/xuyue      让每个客户都愿意续约，…  客户成功部   ███████┊░░  ▁▁▁▁▁▁▆  79 %  75 %  ✓ on track
    ");
    assert_snapshot!(world.okr("list --sort title"), @"
    2026-Q4 · Oct 1 – Dec 31 · day 46 of 92, 50 % of the time is gone · 5 objectives

    OBJECTIVE                               OWNER                             DONE  PLAN  PACE
    ana/tickets    Answer every ticket wi…  Ana Lima     ░░░░░┊░░░░  ▁▁▁▁▁▁▁   0 %  50 %  ✗ off track
    bo/learn-rust  Learn to write Rust th…  Bo Chen      █████┊░░░░  ▁▁▁▁▄▄▄  50 %  50 %  ✓ on track
    acme/renewing  Make renewing the obvi…  Acme Inc.    ████░┊░░░░  ▁▁▁▁▁▁▃  40 %  58 %  ✗ says at risk
    eng/portal     Ship a renewal portal…   Engineering  ██████┊░░░  ▁▁▁▂▂▅▅  59 %  63 %  ! at risk
    ops/xuyue      让每个客户都愿意续约，…  客户成功部   ███████┊░░  ▁▁▁▁▁▁▆  79 %  75 %  ✓ on track
    ");
    assert_snapshot!(world.okr("list --sort updated"), @"
    2026-Q4 · Oct 1 – Dec 31 · day 46 of 92, 50 % of the time is gone · 5 objectives

    OBJECTIVE                               OWNER                             DONE  PLAN  PACE
    ana/tickets    Answer every ticket wi…  Ana Lima     ░░░░░┊░░░░  ▁▁▁▁▁▁▁   0 %  50 %  ✗ off track
    bo/learn-rust  Learn to write Rust th…  Bo Chen      █████┊░░░░  ▁▁▁▁▄▄▄  50 %  50 %  ✓ on track
    eng/portal     Ship a renewal portal…   Engineering  ██████┊░░░  ▁▁▁▂▂▅▅  59 %  63 %  ! at risk
    acme/renewing  Make renewing the obvi…  Acme Inc.    ████░┊░░░░  ▁▁▁▁▁▁▃  40 %  58 %  ✗ says at risk
    ops/xuyue      让每个客户都愿意续约，…  客户成功部   ███████┊░░  ▁▁▁▁▁▁▆  79 %  75 %  ✓ on track
    ");
    assert_snapshot!(world.okr("list --sort status"), @"
    2026-Q4 · Oct 1 – Dec 31 · day 46 of 92, 50 % of the time is gone · 5 objectives

    OBJECTIVE                               OWNER                             DONE  PLAN  PACE
    acme/renewing  Make renewing the obvi…  Acme Inc.    ████░┊░░░░  ▁▁▁▁▁▁▃  40 %  58 %  ✗ says at risk
    eng/portal     Ship a renewal portal…   Engineering  ██████┊░░░  ▁▁▁▂▂▅▅  59 %  63 %  ! at risk
    ops/xuyue      让每个客户都愿意续约，…  客户成功部   ███████┊░░  ▁▁▁▁▁▁▆  79 %  75 %  ✓ on track
    ana/tickets    Answer every ticket wi…  Ana Lima     ░░░░░┊░░░░  ▁▁▁▁▁▁▁   0 %  50 %  ✗ off track
    bo/learn-rust  Learn to write Rust th…  Bo Chen      █████┊░░░░  ▁▁▁▁▄▄▄  50 %  50 %  ✓ on track
    ");
}

#[test]
fn filters_choose_objectives() {
    let world = World::team();
    assert_snapshot!(world.okr("list --owner ana --owner bo"), @"
    2026-Q4 · Oct 1 – Dec 31 · day 46 of 92, 50 % of the time is gone · 2 objectives of 5

    OBJECTIVE                                     OWNER                          DONE  PLAN  PACE
    ana/tickets    Answer every ticket within a…  Ana Lima  ░░░░░┊░░░░  ▁▁▁▁▁▁▁   0 %  50 %  ✗ off track
    bo/learn-rust  Learn to write Rust that las…  Bo Chen   █████┊░░░░  ▁▁▁▁▄▄▄  50 %  50 %  ✓ on track
    ");
    assert_snapshot!(world.okr("list --unit eng"), @"
    2026-Q4 · Oct 1 – Dec 31 · day 46 of 92, 50 % of the time is gone · 3 objectives of 5

    OBJECTIVE                                  OWNER                             DONE  PLAN  PACE
    ana/tickets    Answer every ticket withi…  Ana Lima     ░░░░░┊░░░░  ▁▁▁▁▁▁▁   0 %  50 %  ✗ off track
    bo/learn-rust  Learn to write Rust that…   Bo Chen      █████┊░░░░  ▁▁▁▁▄▄▄  50 %  50 %  ✓ on track
    eng/portal     Ship a renewal portal tha…  Engineering  ██████┊░░░  ▁▁▁▂▂▅▅  59 %  63 %  ! at risk
    ");
    assert_snapshot!(world.okr("list --level company"), @"
    2026-Q4 · Oct 1 – Dec 31 · day 46 of 92, 50 % of the time is gone · 1 objective of 5

    OBJECTIVE                                 OWNER                           DONE  PLAN  PACE
    acme/renewing  Make renewing the obviou…  Acme Inc.  ████░┊░░░░  ▁▁▁▁▁▁▃  40 %  58 %  ✗ says at risk
    ");
    assert_snapshot!(world.okr("list --status at-risk"), @"
    2026-Q4 · Oct 1 – Dec 31 · day 46 of 92, 50 % of the time is gone · 2 objectives of 5

    OBJECTIVE                               OWNER                             DONE  PLAN  PACE
    acme/renewing  Make renewing the obvi…  Acme Inc.    ████░┊░░░░  ▁▁▁▁▁▁▃  40 %  58 %  ✗ says at risk
    eng/portal     Ship a renewal portal…   Engineering  ██████┊░░░  ▁▁▁▂▂▅▅  59 %  63 %  ! at risk
    ");
    assert_snapshot!(world.okr("list --pace off-track,too-early"), @"
    2026-Q4 · Oct 1 – Dec 31 · day 46 of 92, 50 % of the time is gone · 2 objectives of 5

    OBJECTIVE                                 OWNER                           DONE  PLAN  PACE
    acme/renewing  Make renewing the obviou…  Acme Inc.  ████░┊░░░░  ▁▁▁▁▁▁▃  40 %  58 %  ✗ says at risk
    ana/tickets    Answer every ticket with…  Ana Lima   ░░░░░┊░░░░  ▁▁▁▁▁▁▁   0 %  50 %  ✗ off track
    ");
    assert_snapshot!(world.okr("list --tag retention --tag portal"), @"
    2026-Q4 · Oct 1 – Dec 31 · day 46 of 92, 50 % of the time is gone · 1 objective of 5

    OBJECTIVE                                    OWNER                             DONE  PLAN  PACE
    eng/portal  Ship a renewal portal that peo…  Engineering  ██████┊░░░  ▁▁▁▂▂▅▅  59 %  63 %  ! at risk
    ");
    assert_snapshot!(world.okr("list --kind committed"), @"
    2026-Q4 · Oct 1 – Dec 31 · day 46 of 92, 50 % of the time is gone · 1 objective of 5

    OBJECTIVE                                    OWNER                             DONE  PLAN  PACE
    eng/portal  Ship a renewal portal that peo…  Engineering  ██████┊░░░  ▁▁▁▂▂▅▅  59 %  63 %  ! at risk
    ");
    assert_snapshot!(world.okr("list --mine"), @"
    2026-Q4 · Oct 1 – Dec 31 · day 46 of 92, 50 % of the time is gone · 1 objective of 5

    OBJECTIVE                                     OWNER                          DONE  PLAN  PACE
    ana/tickets  Answer every ticket within a d…  Ana Lima  ░░░░░┊░░░░  ▁▁▁▁▁▁▁   0 %  50 %  ✗ off track
    ");
    assert_snapshot!(world.okr("list --open --unit ops"), @"
    2026-Q4 · Oct 1 – Dec 31 · day 46 of 92, 50 % of the time is gone · 1 objective of 5

    OBJECTIVE                                   OWNER                            DONE  PLAN  PACE
    ops/xuyue  让每个客户都愿意续约，并且主动…  客户成功部  ███████┊░░  ▁▁▁▁▁▁▆  79 %  75 %  ✓ on track
    ");
}

#[test]
fn what_no_objective_is_says_so() {
    let world = World::team();
    assert_snapshot!(world.okr("list --tag nothing"), @"
    2026-Q4 · Oct 1 – Dec 31 · day 46 of 92, 50 % of the time is gone · 0 objectives of 5

    None of 5 objectives matches.
    ");
    assert_snapshot!(world.okr("list --unit nowhere"), @r#"
    ── stderr ──
    error: org.yaml has no unit "nowhere"
    hint: okr org shows the units
    ── exit 2 ──
    "#);
    assert_snapshot!(world.okr("list --owner zoe"), @r#"
    ── stderr ──
    error: nobody here is called "zoe"
    hint: okr org shows who there is
    ── exit 2 ──
    "#);
    assert_snapshot!(world.okr("list --pace late"), @"
    ── stderr ──
    error: invalid value 'late' for '--pace <PACE>': a pace is on-track, at-risk, off-track, done or too-early

    For more information, try '--help'.
    ── exit 2 ──
    ");
}

#[test]
fn a_past_day_shows_what_was_known_then() {
    let world = World::team();
    assert_snapshot!(world.okr("list --as-of 2026-10-20"), @"
    2026-Q4 · Oct 1 – Dec 31 · day 20 of 92, 22 % of the time is gone · 5 objectives

    OBJECTIVE                                  OWNER                         DONE  PLAN  PACE
    acme/renewing  Make renewing the obvious…  Acme Inc.    █░┊░░░░░░░  ▁▁▁   6 %  22 %  ✗ says on track
    ana/tickets    Answer every ticket withi…  Ana Lima     ░░┊░░░░░░░  ▁▁▁   0 %  22 %  ✗ off track
    bo/learn-rust  Learn to write Rust that…   Bo Chen      ░░┊░░░░░░░  ▁▁▁   0 %  22 %  ✗ off track
    eng/portal     Ship a renewal portal tha…  Engineering  █░┊░░░░░░░  ▁▁▁   5 %  27 %  ✗ says on track
    ops/xuyue      让每个客户都愿意续约，并…   客户成功部   ░░┊░░░░░░░  ▁▁▁   0 %  22 %  ✗ off track
    ");
    assert_snapshot!(world.okr("list --as-of 2026-09-30"), @"
    2026 · Jan 1 – Dec 31 · day 273 of 365, 75 % of the time is gone · 1 objective

    OBJECTIVE                                           OWNER                          DONE  PACE
    acme/leader  Become the default for small teams 🚀  Acme Inc.  ░░░░░░░░░░░░░┊░░░░   0 %  ✗ off track
    ");
    assert_snapshot!(world.okr("list --as-of 2026-13-01"), @r#"
    ── stderr ──
    error: --as-of "2026-13-01" is not a day
    hint: write it as 2026-11-15; days are those of the years 1900 to 2999
    ── exit 2 ──
    "#);
}

#[test]
fn the_cycle_is_chosen_or_found() {
    let world = World::team();
    assert_snapshot!(world.okr("--cycle 2026 list"), @"
    2026 · Jan 1 – Dec 31 · day 319 of 365, 87 % of the time is gone · 1 objective

    OBJECTIVE                                           OWNER                          DONE  PACE
    acme/leader  Become the default for small teams 🚀  Acme Inc.  ░░░░░░░░░░░░░░░┊░░   0 %  ✗ off track
    ");
    assert_snapshot!(world.okr("--cycle 2027 list"), @"
    ── stderr ──
    error: there is no cycle 2027
    hint: there is 2026 and 2026-Q4; okr cycle new 2027 makes it
    ── exit 2 ──
    ");
    // Nothing is offered that would be refused.
    assert_snapshot!(world.okr("--cycle 2026-Q9 list"), @"
    ── stderr ──
    error: there is no cycle 2026-Q9
    hint: there is 2026 and 2026-Q4
    ── exit 2 ──
    ");
    assert_snapshot!(world.okr("--cycle 2026-q4 list"), @"
    ── stderr ──
    error: there is no cycle 2026-q4
    hint: there is 2026 and 2026-Q4
    ── exit 2 ──
    ");
    assert_snapshot!(world.okr("--cycle launch list"), @"
    ── stderr ──
    error: there is no cycle launch
    hint: there is 2026 and 2026-Q4; okr cycle new launch --start DATE --end DATE makes it
    ── exit 2 ──
    ");
    world.write("okrs/2027-Q1/cycle.yaml", "start: [\n");
    assert_snapshot!(world.okr("--cycle 2027-Q1 list"), @"
    ── stderr ──
    error: okrs/2027-Q1/cycle.yaml:1:8: start: a list stands where a text belongs
      1 | start: [
        |        ^
    hint: put the value in quotation marks. The cycle is not shown until then.
    error: there is no cycle 2027-Q1
    hint: there is 2026 and 2026-Q4
    ── exit 2 ──
    ");
    world.remove("okrs/2027-Q1/cycle.yaml");
    world.on("2027-02-03");
    assert_snapshot!(world.okr("list"), @"
    2026-Q4 · Oct 1 – Dec 31 2026 · ended 34 days ago · 5 objectives

    OBJECTIVE                      OWNER                                    DONE   PLAN  PACE
    acme/renewing  Make renewing…  Acme Inc.    ████░░░░░┊  ▁▁▁▁▁▁▃▃▃▃▃▃▃▃  40 %  100 %  ✗ says at risk
    ana/tickets    Answer every…   Ana Lima     ░░░░░░░░░┊  ▁▁▁▁▁▁▁▁▁▁▁▁▁▁   0 %  100 %  ✗ off track
    bo/learn-rust  Learn to writ…  Bo Chen      █████░░░░┊  ▁▁▁▁▁▄▄▄▄▄▄▄▄▄  50 %  100 %  ✗ off track
    eng/portal     Ship a renewa…  Engineering  ██████░░░┊  ▁▁▁▁▂▂▅▅▅▅▅▅▅▅  59 %  100 %  ✗ says at risk
    ops/xuyue      让每个客户都…   客户成功部   ████████░┊  ▁▁▁▁▁▁▆▆▆▆▆▆▆▆  79 %  100 %  ! says on track
    ── stderr ──
    note: no cycle holds 2027-02-03; this is 2026-Q4, the last one that ended
    ");
}

#[test]
fn an_empty_cycle_says_what_comes_next() {
    let world = World::company();
    assert_snapshot!(world.okr("list"), @r#"
    2026-Q4 · Oct 1 – Dec 31 · day 46 of 92, 50 % of the time is gone · 0 objectives

    No objectives yet; the first one: okr create "TITLE"
    "#);
}
