//! `okr checkin`, at a real pseudo-terminal and without one.

use insta::assert_snapshot;

use crate::world::World;

/// Ana's: one number with a check-in of its own, one that waited too long.
fn two() -> World {
    let world = World::company();
    let _ = world.on("2026-10-05").okr(
        "create 'Make renewing the obvious choice' --owner ana --slug renewing \
         --kr 'nps = NPS rises: 31 -> 50 points' --kr 'launch = Launch: milestones design, beta, launch'",
    );
    let _ = world.on("2026-11-10").okr("update renewing.nps 38 --status on-track --confidence 7 --note 'first survey'");
    world.on("2026-11-15");
    world
}

#[test]
fn every_key_result_is_asked_about_and_all_is_recorded_at_the_end() {
    let world = two();
    let mut terminal = world.at_terminal("checkin");
    terminal
        .answer("Value", "beta")
        .answer("Status", "")
        .answer("Confidence", "8")
        .answer("Note", "上线了，客户很满意");
    terminal.see("2 of 2").answer("Value", "+2").asks("Status");
    assert_snapshot!(terminal.screen(), @"
    1 of 2 · Launch · ana/renewing.launch

    measure  design, beta, launch
    now      0 of 3 · 0 % of 50 % expected  ✗ off track
    last     no check-in yet
    ? Value beta
      0 of 3 → beta, 2 of 3  67 % of 50 % expected  ✓ on track
    ? Status ✓ on track  as the figures say
    ? Confidence 8
    ? Note 上线了，客户很满意

    2 of 2 · NPS rises · ana/renewing.nps

    measure  31 → 50 points
    now      38 of 50 points · 37 % of 50 % expected  ✗ off track
    last     Nov 10, 5 days ago: on track, 7/10 · first survey
    ? Value +2
      38 → 40 points (+2)  47 % of 50 % expected  ! at risk
    ? Status
      ✓ on track
    > ! at risk  as the figures say
      ✗ off track
      ★ done
    [arrows and Enter choose, Esc goes back]
    ");
    terminal.answer("Status", "").answer("Confidence", "").answer("Note", "").asks("Record");
    assert_snapshot!(terminal.screen(), @"
    measure  design, beta, launch
    now      0 of 3 · 0 % of 50 % expected  ✗ off track
    last     no check-in yet
    ? Value beta
      0 of 3 → beta, 2 of 3  67 % of 50 % expected  ✓ on track
    ? Status ✓ on track  as the figures say
    ? Confidence 8
    ? Note 上线了，客户很满意

    2 of 2 · NPS rises · ana/renewing.nps

    measure  31 → 50 points
    now      38 of 50 points · 37 % of 50 % expected  ✗ off track
    last     Nov 10, 5 days ago: on track, 7/10 · first survey
    ? Value +2
      38 → 40 points (+2)  47 % of 50 % expected  ! at risk
    ? Status ! at risk  as the figures say
    ? Confidence 7
    ? Note

    ana/renewing.launch  0 of 3 → beta, 2 of 3  ✓ on track  8/10  上线了，客户很满意
    ana/renewing.nps     38 → 40 points (+2)    ! at risk   7/10
    ? Record these 2 check-ins? (Y/n)
    [Esc goes back, n drops them]
    ");
    assert_snapshot!(terminal.enter("").end(), @"
    ? Value beta
      0 of 3 → beta, 2 of 3  67 % of 50 % expected  ✓ on track
    ? Status ✓ on track  as the figures say
    ? Confidence 8
    ? Note 上线了，客户很满意

    2 of 2 · NPS rises · ana/renewing.nps

    measure  31 → 50 points
    now      38 of 50 points · 37 % of 50 % expected  ✗ off track
    last     Nov 10, 5 days ago: on track, 7/10 · first survey
    ? Value +2
      38 → 40 points (+2)  47 % of 50 % expected  ! at risk
    ? Status ! at risk  as the figures say
    ? Confidence 7
    ? Note

    ana/renewing.launch  0 of 3 → beta, 2 of 3  ✓ on track  8/10  上线了，客户很满意
    ana/renewing.nps     38 → 40 points (+2)    ! at risk   7/10
    ? Record these 2 check-ins? Yes
    updated ana/renewing.launch  0 of 3 → beta, 2 of 3  67 % of 50 % expected, on
    track
    updated ana/renewing.nps  38 → 40 points (+2)  47 % of 50 % expected, at risk
    ");
    let history = world.read("okrs/2026-Q4/ana/renewing.history.yaml");
    assert_snapshot!(history.lines().skip(2).collect::<Vec<_>>().join("\n"), @r#"
    - {"id": "mf38t2hxyt", "at": "2026-11-15T12:00:04Z", "by": "ana", "event": "update", "kr": "launch", "value": "beta", "status": "on-track", "confidence": 8, "note": "上线了，客户很满意"}
    - {"id": "ch43rjzp7q", "at": "2026-11-15T12:00:04.001Z", "by": "ana", "event": "update", "kr": "nps", "value": 40, "status": "at-risk", "confidence": 7}
    "#);
}

#[test]
fn enter_alone_keeps_what_was_and_is_a_check_in_all_the_same() {
    let world = two();
    let mut terminal = world.at_terminal("checkin renewing.nps");
    terminal.answer("Value", "").answer("Status", "").answer("Confidence", "").answer("Note", "").asks("Record");
    assert_snapshot!(terminal.enter("y").end(), @"

    1 of 1 · NPS rises · ana/renewing.nps

    measure  31 → 50 points
    now      38 of 50 points · 37 % of 50 % expected  ✗ off track
    last     Nov 10, 5 days ago: on track, 7/10 · first survey
    ? Value 38
      38 → 38 points  37 % of 50 % expected  ✗ off track
    ? Status ✓ on track
    ? Confidence 7
    ? Note

    ana/renewing.nps  38 → 38 points  ✓ on track  7/10
    ? Record this check-in? Yes
    updated ana/renewing.nps  38 → 38 points  37 % of 50 % expected, off track; said
    on track
    ");
    assert_snapshot!(world.okr("history renewing.nps"), @"
    NPS rises · ana/renewing.nps · 31 → 50 points

    WHEN          WHO  BEFORE  AFTER  CHANGE  PROGRESS  STATUS    CONF  NOTE          EVENT
    Nov 15 12:00  ana      38     38  0           37 %  on track  7     –             hbb8c86dzv
    Nov 10 12:00  ana      31     38  +7      0 → 37 %  on track  7     first survey  p9164yyqj3
    ");
}

#[test]
fn one_can_skip_go_back_and_end_without_losing_what_was_entered() {
    let world = two();
    let mut terminal = world.at_terminal("checkin");
    terminal.answer("Value", "s").see("2 of 2").answer("Value", "40").asks("Status").press("\x1b");
    // Back to the one that was skipped.
    terminal.asks("Value (38) 40").press("\x1b").asks("Value (none)").enter("design");
    terminal.answer("Status", "").answer("Confidence", "").answer("Note", "");
    terminal.asks("Value (38)").press("\x03").asks("Record this check-in?");
    assert_snapshot!(terminal.enter("").end(), @"

    1 of 2 · Launch · ana/renewing.launch

    measure  design, beta, launch
    now      0 of 3 · 0 % of 50 % expected  ✗ off track
    last     no check-in yet
    ? Value design
      0 of 3 → design, 1 of 3  33 % of 50 % expected  ✗ off track
    ? Status ✗ off track  as the figures say
    ? Confidence
    ? Note

    2 of 2 · NPS rises · ana/renewing.nps

    measure  31 → 50 points
    now      38 of 50 points · 37 % of 50 % expected  ✗ off track
    last     Nov 10, 5 days ago: on track, 7/10 · first survey
    ? Value (38)

    ana/renewing.launch  0 of 3 → design, 1 of 3  ✗ off track
    ? Record this check-in? Yes
    updated ana/renewing.launch  0 of 3 → design, 1 of 3  33 % of 50 % expected, off
    track
    ");
    assert_snapshot!(world.okr("log -n 1"), @"
    Activity · 2026-Q4 · 3 events

    WHEN          WHO  OBJECTIVE     WHAT                                                EVENT
    Nov 15 12:00  ana  ana/renewing  updated launch 0 of 3 → design, 1 of 3 · off track  h08ndry35h

    2 more; -n 0 shows all
    ");
}

#[test]
fn the_end_can_be_gone_back_from_or_dropped() {
    let world = two();
    let before = world.read("okrs/2026-Q4/ana/renewing.history.yaml");
    let mut terminal = world.at_terminal("checkin renewing.nps");
    terminal.answer("Value", "40").answer("Status", "").answer("Confidence", "").answer("Note", "so");
    terminal.asks("Record").press("\x1b");
    terminal.answer("Value (38) 40", "").answer("Status", "").answer("Confidence", "").answer("Note so", "");
    assert_snapshot!(terminal.answer("Record", "n").end(), @"
    ? Value 40
      38 → 40 points (+2)  47 % of 50 % expected  ! at risk
    ? Status ! at risk  as the figures say
    ? Confidence 7
    ? Note so

    ana/renewing.nps  38 → 40 points (+2)  ! at risk  7/10  so
    ? Record this check-in? ←

    1 of 1 · NPS rises · ana/renewing.nps

    measure  31 → 50 points
    now      38 of 50 points · 37 % of 50 % expected  ✗ off track
    last     Nov 10, 5 days ago: on track, 7/10 · first survey
    ? Value 40
      38 → 40 points (+2)  47 % of 50 % expected  ! at risk
    ? Status ! at risk  as the figures say
    ? Confidence 7
    ? Note so

    ana/renewing.nps  38 → 40 points (+2)  ! at risk  7/10  so
    ? Record this check-in? No
    note: nothing was recorded
    ");
    let mut terminal = world.at_terminal("checkin renewing.nps");
    assert_snapshot!(terminal.asks("Value").press("\x03").end(), @"

    1 of 1 · NPS rises · ana/renewing.nps

    measure  31 → 50 points
    now      38 of 50 points · 37 % of 50 % expected  ✗ off track
    last     Nov 10, 5 days ago: on track, 7/10 · first survey
    ? Value (38)
    [Enter keeps it, s skips, b goes back, q ends]
    note: nothing was recorded
    ");
    assert_eq!(world.read("okrs/2026-Q4/ana/renewing.history.yaml"), before);
}

#[test]
fn a_value_that_cannot_be_taken_is_asked_for_again() {
    let world = two();
    let mut terminal = world.at_terminal("checkin");
    terminal.answer("Value", "soon").see("is not one of its milestones");
    assert_snapshot!(terminal.screen(), @r#"
    1 of 2 · Launch · ana/renewing.launch

    measure  design, beta, launch
    now      0 of 3 · 0 % of 50 % expected  ✗ off track
    last     no check-in yet
    # "soon" is not one of its milestones: design, beta, launch
      hint: ana/renewing.launch is measured so: design, beta, launch
    ? Value (none) soon
    [Enter keeps it, s skips, b goes back, q ends]
    "#);
    terminal.press("\x7f\x7f\x7f\x7f").enter("s").see("2 of 2").answer("Value", "1,200").see("could be");
    assert_snapshot!(terminal.screen(), @r#"
    1 of 2 · Launch · ana/renewing.launch

    measure  design, beta, launch
    now      0 of 3 · 0 % of 50 % expected  ✗ off track
    last     no check-in yet
    ? Value s

    2 of 2 · NPS rises · ana/renewing.nps

    measure  31 → 50 points
    now      38 of 50 points · 37 % of 50 % expected  ✗ off track
    last     Nov 10, 5 days ago: on track, 7/10 · first survey
    # "1,200" could be 1200 or 1.2
      hint: write 1200 or 1.2k; or 1.2
    ? Value (38) 1,200
    [Enter keeps it, s skips, b goes back, q ends]
    "#);
    assert_snapshot!(terminal.press("\x03").end(), @r#"
    1 of 2 · Launch · ana/renewing.launch

    measure  design, beta, launch
    now      0 of 3 · 0 % of 50 % expected  ✗ off track
    last     no check-in yet
    ? Value s

    2 of 2 · NPS rises · ana/renewing.nps

    measure  31 → 50 points
    now      38 of 50 points · 37 % of 50 % expected  ✗ off track
    last     Nov 10, 5 days ago: on track, 7/10 · first survey
    # "1,200" could be 1200 or 1.2
      hint: write 1200 or 1.2k; or 1.2
    ? Value (38) 1,200
    [Enter keeps it, s skips, b goes back, q ends]
    note: nothing was recorded
    "#);
}

#[test]
fn a_status_other_than_the_figures_is_chosen_with_the_arrows() {
    let world = two();
    let mut terminal = world.at_terminal("checkin renewing.nps");
    terminal.answer("Value", "50").asks("Status").press("\x1b[A").enter("").asks("Confidence");
    terminal.enter("11").see("from 1 to 10").press("\x7f\x7f").enter("3").answer("Note", "").asks("Record");
    assert_snapshot!(terminal.enter("").end(), @"

    1 of 1 · NPS rises · ana/renewing.nps

    measure  31 → 50 points
    now      38 of 50 points · 37 % of 50 % expected  ✗ off track
    last     Nov 10, 5 days ago: on track, 7/10 · first survey
    ? Value 50
      38 → 50 points (+12)  100 % of 50 % expected  ★ done
    ? Status ✗ off track
    ? Confidence 3
    ? Note

    ana/renewing.nps  38 → 50 points (+12)  ✗ off track  3/10
    ? Record this check-in? Yes
    updated ana/renewing.nps  38 → 50 points (+12)  100 % of 50 % expected, done;
    said off track
    ");
}

#[test]
fn where_nobody_can_be_asked_it_says_which_update_to_use() {
    let world = two();
    assert_snapshot!(world.okr("checkin"), @"
    ── stderr ──
    error: okr checkin asks at a terminal, and there is none
    hint: okr update ana/renewing.launch VALUE --status STATUS
    hint: okr update ana/renewing.nps VALUE --status STATUS
    ── exit 2 ──
    ");
    assert_snapshot!(world.me(Some("bo")).okr("checkin"), @"
    ── stderr ──
    note: nothing here wants a check-in in 2026-Q4
    ");
    assert_snapshot!(world.okr("checkin --all"), @"
    ── stderr ──
    error: okr checkin asks at a terminal, and there is none
    hint: okr update ana/renewing.launch VALUE --status STATUS
    hint: okr update ana/renewing.nps VALUE --status STATUS
    ── exit 2 ──
    ");
    assert_snapshot!(world.okr("checkin renewing.nsp"), @r#"
    ── stderr ──
    error: ana/renewing has no key result "nsp"
    hint: did you mean nps? It has nps and launch
    ── exit 2 ──
    "#);
    let _ = world.okr("cycle new 2027-Q1");
    let _ = world.okr("--cycle 2027-Q1 create Later --owner ana --kr 'a = A: done'");
    assert_snapshot!(world.okr("checkin 2027-Q1/ana/later"), @r#"
    ── stderr ──
    error: "2027-Q1/ana/later" is of 2027-Q1, and this check-in is of 2026-Q4
    hint: okr --cycle 2027-Q1 checkin ana/later
    ── exit 2 ──
    "#);
}

#[test]
fn a_closed_cycle_is_not_asked_about() {
    let world = two();
    let _ = world.okr("cycle close --force");
    assert_snapshot!(world.okr("checkin"), @"
    ── stderr ──
    error: 2026-Q4 was closed on 2026-11-15: nothing in it is changed any more
    hint: okr cycle reopen 2026-Q4 opens it again
    ── exit 2 ──
    ");
}

#[test]
fn what_was_recorded_in_a_repository_is_to_be_committed() {
    let world = two();
    let _ = world.git("init -q");
    let mut terminal = world.at_terminal("checkin renewing.nps");
    terminal.answer("Value", "40").answer("Status", "").answer("Confidence", "").answer("Note", "").asks("Record");
    let said = terminal.enter("").end();
    assert_snapshot!(said.lines().skip_while(|line| !line.starts_with("updated")).collect::<Vec<_>>().join("\n"), @"
    updated ana/renewing.nps  38 → 40 points (+2)  47 % of 50 % expected, at risk
    hint: next: git add okrs && git commit, then git push -u origin HEAD to share it
    ");
    let mut terminal = world.at_terminal("--quiet checkin renewing.nps");
    terminal.answer("Value", "41").answer("Status", "").answer("Confidence", "").answer("Note", "").asks("Record");
    assert!(!terminal.enter("").end().contains("git commit"));
    let mut terminal = world.at_terminal("checkin renewing.nps");
    assert!(!terminal.answer("Value", "q").end().contains("git commit"));
}
