//! `okr cycle new`.

use insta::assert_snapshot;

use crate::world::World;

#[test]
fn a_quarter_and_a_month_are_made_without_a_word_of_warning() {
    let world = World::new();
    let _ = world.okr("init --solo");
    assert_snapshot!(world.edit("cycle new 2026-Q4"), @"
    created 2026-Q4 (Oct 1 – Dec 31 2026)
    --- (none)
    +++ 2026-Q4/cycle.yaml
    @@ -0,0 +1,2 @@
    +start: 2026-10-01
    +end: 2026-12-31
    ");
    assert_snapshot!(world.edit(r#"cycle new 2026-11 --title "十一月""#), @"
    created 2026-11 (Nov 1 – Nov 30 2026)
    --- (none)
    +++ 2026-11/cycle.yaml
    @@ -0,0 +1,3 @@
    +title: 十一月
    +start: 2026-11-01
    +end: 2026-11-30
    ");
}

#[test]
fn other_lengths_are_made_with_the_reason_against_them() {
    let world = World::new();
    let _ = world.okr("init --solo");
    assert_snapshot!(world.session(&["cycle new 2026-H2", "cycle new 2026", "cycle new 2026-W40", "cycle new sprint --start 2026-10-05 --end 2026-10-16", "cycle new marathon --start 2026-01-01 --end 2027-06-30", "cycle new launch --start 2026-10-05 --end 2026-11-27", "cycle list"]), @"
    $ okr cycle new 2026-H2
    created 2026-H2 (Jul 1 – Dec 31 2026)
    ── stderr ──
    warning: half a year is long for a cycle: what was true at its start is forgotten at its end. Most teams use a quarter or a month (2026-Q3, 2026-07).

    $ okr cycle new 2026
    created 2026 (Jan 1 – Dec 31 2026)
    ── stderr ──
    warning: a year is long for a cycle: targets stop being believable. Most teams use a quarter or a month (2026-Q1, 2026-01).

    $ okr cycle new 2026-W40
    created 2026-W40 (Sep 28 – Oct 4 2026)
    ── stderr ──
    warning: a week is short for a cycle: objectives become a to-do list. Most teams use a quarter or a month.

    $ okr cycle new sprint --start 2026-10-05 --end 2026-10-16
    created sprint (Oct 5 – Oct 16 2026)
    ── stderr ──
    warning: 12 days are short for a cycle: objectives become a to-do list. Most teams use a quarter or a month.

    $ okr cycle new marathon --start 2026-01-01 --end 2027-06-30
    created marathon (Jan 1 2026 – Jun 30 2027)
    ── stderr ──
    warning: 546 days are long for a cycle: targets stop being believable. Most teams use a quarter or a month.

    $ okr cycle new launch --start 2026-10-05 --end 2026-11-27
    created launch (Oct 5 – Nov 27 2026)

    $ okr cycle list
    Cycles · 6 cycles

       CYCLE     START   END          STATE           OBJECTIVES                      DONE  PACE
       2026      Jan 1   Dec 31       day 319 of 365           0  ░░░░░░░░░░░░░░░░░░     –  –
       marathon  Jan 1   Jun 30 2027  day 319 of 546           0  ░░░░░░░░░░░░░░░░░░     –  –
       2026-H2   Jul 1   Dec 31       day 138 of 184           0  ░░░░░░░░░░░░░░░░░░     –  –
       2026-W40  Sep 28  Oct 4        ended                    0  ░░░░░░░░░░░░░░░░░░     –  –
       sprint    Oct 5   Oct 16       ended                    0  ░░░░░░░░░░░░░░░░░░     –  –
    ▶  launch    Oct 5   Nov 27       day 42 of 54             0  ░░░░░░░░░░░░░░░░░░     –  –
    ");
}

#[test]
fn without_a_name_it_is_the_current_one_of_the_cadence() {
    let world = World::new();
    let _ = world.okr("init --solo");
    assert_snapshot!(world.session(&["cycle new"]), @"
    $ okr cycle new
    created 2026-Q4 (Oct 1 – Dec 31 2026)
    ");
    world.write("okrs/okr.yaml", "version: 1\ncadence: month\n");
    assert_snapshot!(world.session(&["cycle new"]), @"
    $ okr cycle new
    created 2026-11 (Nov 1 – Nov 30 2026)
    ");
}

#[test]
fn fiscal_years_move_quarters_and_halves_but_not_months() {
    let world = World::new();
    let _ = world.okr("init --solo");
    world.write("okrs/okr.yaml", "version: 1\nfiscal_year_start: 4\n");
    assert_snapshot!(world.session(&["cycle new", "cycle new FY2027-Q4", "cycle new 2027-H1", "cycle new 2027", "cycle new 2026-11"]), @"
    $ okr cycle new
    created 2027-Q3 (Oct 1 – Dec 31 2026)

    $ okr cycle new FY2027-Q4
    created FY2027-Q4 (Jan 1 – Mar 31 2027)

    $ okr cycle new 2027-H1
    created 2027-H1 (Apr 1 – Sep 30 2026)
    ── stderr ──
    warning: half a year is long for a cycle: what was true at its start is forgotten at its end. Most teams use a quarter or a month (2027-Q1, 2026-04).

    $ okr cycle new 2027
    created 2027 (Apr 1 2026 – Mar 31 2027)
    ── stderr ──
    warning: a year is long for a cycle: targets stop being believable. Most teams use a quarter or a month (2027-Q1, 2026-04).

    $ okr cycle new 2026-11
    created 2026-11 (Nov 1 – Nov 30 2026)
    ");
}

#[test]
fn what_is_there_already_or_makes_no_sense_is_refused() {
    let world = World::company();
    assert_snapshot!(world.session(&["cycle new 2026-Q4", "cycle new", "cycle new summer", "cycle new 2026-Q5", "cycle new 2025-W53", "cycle new 2026-13", "cycle new x --start 2026-13-01 --end 2026-12-01", "cycle new x --start 2026-12-01 --end 2026-11-01", "cycle new x --start 2026-12-01", "cycle new ../x", r#"cycle new "my cycle""#]), @r#"
    $ okr cycle new 2026-Q4
    ── stderr ──
    error: there is a cycle 2026-Q4 already
    hint: okr cycle show 2026-Q4 shows it
    ── exit 2 ──

    $ okr cycle new
    ── stderr ──
    error: there is a cycle 2026-Q4 already
    hint: okr cycle show 2026-Q4 shows it
    ── exit 2 ──

    $ okr cycle new summer
    ── stderr ──
    error: summer carries no dates in its name
    hint: give --start and --end, or a name that does: 2026-Q4, 2026-10, 2026-H2, 2026, 2026-W40
    ── exit 2 ──

    $ okr cycle new 2026-Q5
    ── stderr ──
    error: 2026-Q5 carries no dates in its name
    hint: give --start and --end, or a name that does: 2026-Q4, 2026-10, 2026-H2, 2026, 2026-W40
    ── exit 2 ──

    $ okr cycle new 2025-W53
    ── stderr ──
    error: 2025-W53 carries no dates in its name
    hint: give --start and --end, or a name that does: 2026-Q4, 2026-10, 2026-H2, 2026, 2026-W40
    ── exit 2 ──

    $ okr cycle new 2026-13
    ── stderr ──
    error: 2026-13 carries no dates in its name
    hint: give --start and --end, or a name that does: 2026-Q4, 2026-10, 2026-H2, 2026, 2026-W40
    ── exit 2 ──

    $ okr cycle new x --start 2026-13-01 --end 2026-12-01
    ── stderr ──
    error: --start "2026-13-01" is not a day
    hint: write it as 2026-10-01
    ── exit 2 ──

    $ okr cycle new x --start 2026-12-01 --end 2026-11-01
    ── stderr ──
    error: it would end on 2026-11-01, before it starts on 2026-12-01
    ── exit 2 ──

    $ okr cycle new x --start 2026-12-01
    ── stderr ──
    error: x carries no dates in its name
    hint: give --start and --end, or a name that does: 2026-Q4, 2026-10, 2026-H2, 2026, 2026-W40
    ── exit 2 ──

    $ okr cycle new ../x
    ── stderr ──
    error: "../x" is no name of a cycle: it holds '/'; letters, digits, - _ and . are allowed
    ── exit 2 ──

    $ okr cycle new "my cycle"
    ── stderr ──
    error: "my cycle" is no name of a cycle: it holds ' '; letters, digits, - _ and . are allowed
    ── exit 2 ──
    "#);
    assert_snapshot!(world.files("okrs").join(" "), @".gitattributes .schemas/cycle.json .schemas/history.json .schemas/objective.json .schemas/org.json .schemas/settings.json 2026-Q4/cycle.yaml okr.yaml org.yaml");
}

#[test]
fn dates_of_ones_own_go_before_those_of_the_name() {
    let world = World::new();
    let _ = world.okr("init --solo");
    assert_snapshot!(world.edit("cycle new 2026-Q4 --start 2026-10-05"), @"
    created 2026-Q4 (Oct 5 – Dec 31 2026)
    --- (none)
    +++ 2026-Q4/cycle.yaml
    @@ -0,0 +1,2 @@
    +start: 2026-10-05
    +end: 2026-12-31
    ");
}
