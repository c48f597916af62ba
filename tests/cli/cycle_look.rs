//! `okr cycle list` and `okr cycle show`.

use insta::assert_snapshot;

use crate::world::World;

#[test]
fn all_cycles() {
    let world = World::team();
    let _ = world.okr("cycle new 2027-Q1");
    assert_snapshot!(world.width(60).okr("cycle list"), @"
    Cycles · 3 cycles

       CYCLE    STATE                          DONE  PACE
       2026     day 319 of 365  ░░░░░░░░░░░┊░   0 %  ✗ off track
    ▶  2026-Q4  day 46 of 92    ██████░┊░░░░░  46 %  ! at risk
       2027-Q1  to come         ░░░░░░░░░░░░░     –  –
    ");
    assert_snapshot!(world.width(80).okr("cycle list"), @"
    Cycles · 3 cycles

       CYCLE    START       STATE                               DONE  PACE
       2026     Jan 1       day 319 of 365  ░░░░░░░░░░░░░░░┊░░   0 %  ✗ off track
    ▶  2026-Q4  Oct 1       day 46 of 92    ████████░░┊░░░░░░░  46 %  ! at risk
       2027-Q1  Jan 1 2027  to come         ░░░░░░░░░░░░░░░░░░     –  –
    ");
    assert_snapshot!(world.width(100).okr("cycle list"), @"
    Cycles · 3 cycles

       CYCLE    START       END          STATE           OBJECTIVES              DONE  PLAN  PACE
       2026     Jan 1       Dec 31       day 319 of 365           1  ░░░░░░░░┊░   0 %  87 %  ✗ off track
    ▶  2026-Q4  Oct 1       Dec 31       day 46 of 92             5  █████┊░░░░  46 %  59 %  ! at risk
       2027-Q1  Jan 1 2027  Mar 31 2027  to come                  0  ░░░░░░░░░░     –     –  –
    ");
    assert_snapshot!(world.width(120).okr("cycle list"), @"
    Cycles · 3 cycles

       CYCLE    START       END          STATE           OBJECTIVES                      DONE  PLAN  PACE
       2026     Jan 1       Dec 31       day 319 of 365           1  ░░░░░░░░░░░░░░░┊░░   0 %  87 %  ✗ off track
    ▶  2026-Q4  Oct 1       Dec 31       day 46 of 92             5  ████████░░┊░░░░░░░  46 %  59 %  ! at risk
       2027-Q1  Jan 1 2027  Mar 31 2027  to come                  0  ░░░░░░░░░░░░░░░░░░     –     –  –
    ");
}

#[test]
fn one_cycle() {
    let world = World::team();
    assert_snapshot!(world.width(60).okr("cycle show"), @"
    2026-Q4 · Oct 1 – Dec 31
    day 46 of 92, 50 % of the time is gone

    left         46 days
    progress     46 % of 59 % expected, −14 pp
    objectives   5: 2 off track, 1 at risk, 2 on track
    key results  12: 5 off track, 1 at risk, 5 on track, 1 done;
                 3 stale
    check-ins    12

    LEVEL       OBJECTIVES          DONE  PLAN  TO PLAN  PACE
    company              1  ██░┊░░  40 %  58 %   −18 pp  ✗ off…
    department           2  ████┊░  69 %  69 %     0 pp  ✓ on t…
    individual           2  ██░┊░░  25 %  50 %   −25 pp  ✗ off…
    ");
    assert_snapshot!(world.width(80).okr("cycle show"), @"
    2026-Q4 · Oct 1 – Dec 31 · day 46 of 92, 50 % of the time is gone

    left         46 days
    progress     46 % of 59 % expected, −14 pp
    objectives   5: 2 off track, 1 at risk, 2 on track
    key results  12: 5 off track, 1 at risk, 5 on track, 1 done; 3 stale
    check-ins    12

    LEVEL       OBJECTIVES                      DONE  PLAN  TO PLAN  PACE
    company              1  ███████░░░┊░░░░░░░  40 %  58 %   −18 pp  ✗ off track
    department           2  ████████████┊░░░░░  69 %  69 %     0 pp  ✓ on track
    individual           2  █████░░░░┊░░░░░░░░  25 %  50 %   −25 pp  ✗ off track
    ");
    assert_snapshot!(world.width(100).okr("cycle show"), @"
    2026-Q4 · Oct 1 – Dec 31 · day 46 of 92, 50 % of the time is gone

    left         46 days
    progress     46 % of 59 % expected, −14 pp
    objectives   5: 2 off track, 1 at risk, 2 on track
    key results  12: 5 off track, 1 at risk, 5 on track, 1 done; 3 stale
    check-ins    12

    LEVEL       OBJECTIVES                      DONE  PLAN  TO PLAN  PACE
    company              1  ███████░░░┊░░░░░░░  40 %  58 %   −18 pp  ✗ off track
    department           2  ████████████┊░░░░░  69 %  69 %     0 pp  ✓ on track
    individual           2  █████░░░░┊░░░░░░░░  25 %  50 %   −25 pp  ✗ off track
    ");
    assert_snapshot!(world.width(120).okr("cycle show"), @"
    2026-Q4 · Oct 1 – Dec 31 · day 46 of 92, 50 % of the time is gone

    left         46 days
    progress     46 % of 59 % expected, −14 pp
    objectives   5: 2 off track, 1 at risk, 2 on track
    key results  12: 5 off track, 1 at risk, 5 on track, 1 done; 3 stale
    check-ins    12

    LEVEL       OBJECTIVES                      DONE  PLAN  TO PLAN  PACE
    company              1  ███████░░░┊░░░░░░░  40 %  58 %   −18 pp  ✗ off track
    department           2  ████████████┊░░░░░  69 %  69 %     0 pp  ✓ on track
    individual           2  █████░░░░┊░░░░░░░░  25 %  50 %   −25 pp  ✗ off track
    ");
    assert_snapshot!(world.okr("cycle show 2026"), @"
    2026 · Jan 1 – Dec 31 · day 319 of 365, 87 % of the time is gone

    left         46 days
    progress     0 % of 87 % expected, −87 pp
    objectives   1: 1 off track
    key results  1: 1 off track; 1 stale
    check-ins    0

    LEVEL    OBJECTIVES                      DONE  PLAN  TO PLAN  PACE
    company           1  ░░░░░░░░░░░░░░░┊░░   0 %  87 %   −87 pp  ✗ off track
    ");
    assert_snapshot!(world.okr("--cycle 2026 cycle show"), @"
    2026 · Jan 1 – Dec 31 · day 319 of 365, 87 % of the time is gone

    left         46 days
    progress     0 % of 87 % expected, −87 pp
    objectives   1: 1 off track
    key results  1: 1 off track; 1 stale
    check-ins    0

    LEVEL    OBJECTIVES                      DONE  PLAN  TO PLAN  PACE
    company           1  ░░░░░░░░░░░░░░░┊░░   0 %  87 %   −87 pp  ✗ off track
    ");
}

#[test]
fn other_days() {
    let world = World::team();
    assert_snapshot!(world.okr("cycle show --as-of 2026-10-01"), @"
    2026-Q4 · Oct 1 – Dec 31 · day 1 of 92, 1 % of the time is gone

    left         91 days
    progress     0 % of 1 % expected, −1 pp
    objectives   5: 5 too early
    key results  12: 10 too early, 2 not measured
    check-ins    0

    LEVEL       OBJECTIVES                      DONE  PLAN  TO PLAN  PACE
    company              1  ┊░░░░░░░░░░░░░░░░░   0 %   1 %    −1 pp  · too early
    department           2  ┊░░░░░░░░░░░░░░░░░   0 %   1 %    −1 pp  · too early
    individual           2  ┊░░░░░░░░░░░░░░░░░   0 %   1 %    −1 pp  · too early
    ");
    assert_snapshot!(world.okr("cycle show --as-of 2026-12-31"), @"
    2026-Q4 · Oct 1 – Dec 31 · day 92 of 92, 100 % of the time is gone

    left         0 days
    progress     46 % of 100 % expected, −54 pp
    objectives   5: 4 off track, 1 at risk
    key results  12: 10 off track, 2 done; 10 stale
    check-ins    12

    LEVEL       OBJECTIVES                      DONE   PLAN  TO PLAN  PACE
    company              1  ███████░░░░░░░░░░┊  40 %  100 %   −60 pp  ✗ off track
    department           2  ████████████░░░░░┊  69 %  100 %   −31 pp  ✗ off track
    individual           2  █████░░░░░░░░░░░░┊  25 %  100 %   −75 pp  ✗ off track
    ");
    world.on("2027-01-09");
    assert_snapshot!(world.okr("cycle show 2026-Q4"), @"
    2026-Q4 · Oct 1 – Dec 31 2026 · ended 9 days ago

    left         0 days
    progress     46 % of 100 % expected, −54 pp
    objectives   5: 4 off track, 1 at risk
    key results  12: 10 off track, 2 done; 10 stale
    check-ins    12

    LEVEL       OBJECTIVES                      DONE   PLAN  TO PLAN  PACE
    company              1  ███████░░░░░░░░░░┊  40 %  100 %   −60 pp  ✗ off track
    department           2  ████████████░░░░░┊  69 %  100 %   −31 pp  ✗ off track
    individual           2  █████░░░░░░░░░░░░┊  25 %  100 %   −75 pp  ✗ off track
    ");
    assert_snapshot!(world.okr("cycle list"), @"
    Cycles · 2 cycles

    CYCLE    START       END          STATE  OBJECTIVES                      DONE   PLAN  PACE
    2026     Jan 1 2026  Dec 31 2026  ended           1  ░░░░░░░░░░░░░░░░░┊   0 %  100 %  ✗ off track
    2026-Q4  Oct 1 2026  Dec 31 2026  ended           5  ████████░░░░░░░░░┊  46 %  100 %  ✗ off track
    ");
}

#[test]
fn nothing_there() {
    let world = World::company();
    assert_snapshot!(world.okr("cycle show"), @"
    2026-Q4 · Oct 1 – Dec 31 · day 46 of 92, 50 % of the time is gone

    left         46 days
    progress     not measured
    objectives   none yet
    key results  0
    check-ins    0
    ");
    assert_snapshot!(world.okr("cycle show 2027-Q3"), @"
    ── stderr ──
    error: there is no cycle 2027-Q3
    hint: there is 2026-Q4; okr cycle new 2027-Q3 makes it
    ── exit 2 ──
    ");
}

#[test]
fn no_cycle_at_all() {
    let world = World::new();
    let _ = world.okr("init --company acme");
    assert_snapshot!(world.okr("cycle list"), @"
    Cycles · 0 cycles
    ── stderr ──
    hint: there is no cycle yet; okr cycle new makes the current one
    ");
    assert_snapshot!(world.okr("cycle show"), @"
    ── stderr ──
    error: this store has no cycle yet
    hint: okr cycle new makes the current one
    ── exit 2 ──
    ");
}
