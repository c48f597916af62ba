//! `okr status`, and `okr` alone.

use insta::assert_snapshot;

use crate::world::World;

#[test]
fn a_desk_in_one_screen_with_the_command_for_each_thing_on_it() {
    let world = World::team();
    assert_snapshot!(world.width(80).okr("status"), @"
    2026-Q4 · Oct 1 – Dec 31 · day 46 of 92, 50 % of the time is gone

    Ana Lima · 2 objectives, 29 % of 56 % expected: 1 off track, 1 at risk

    overdue  no check-in yet, 46 days                   okr update ana/tickets.day …
    slipped  59 % of 63 %  ✓ on track → ! at risk       okr show eng/portal
    behind   0 % of 50 %  ✗ off track                   okr show ana/tickets
    mention  mei, 2 days ago: @ana can we ask support?  okr comment eng/portal …

    okr checkin takes you through 1 key result in a minute.

    Next
    Nov 16  tomorrow    the middle of the cycle: review    okr report review
    Nov 22  in 7 days   a check-in of 1 key result is due  okr checkin
    Nov 30  in 15 days  due: Beta customers                okr show eng/portal.beta
    Dec 31  in 46 days  the cycle ends: score              okr report score
    ");
    assert_snapshot!(world.width(110).okr("status --me bo"), @"
    2026-Q4 · Oct 1 – Dec 31 · day 46 of 92, 50 % of the time is gone

    Bo Chen · 1 objective, 50 % of 50 % expected: 1 on track

    overdue  bo/learn-rust.pr  no check-in yet, 46 days  okr update bo/learn-rust.pr …

    okr checkin takes you through 1 key result in a minute.

    Next
    Nov 16  tomorrow    the middle of the cycle: review    okr report review
    Nov 21  in 6 days   a check-in of 1 key result is due  okr checkin
    Dec 31  in 46 days  the cycle ends: score              okr report score
    ");
}

#[test]
fn okr_alone_shows_the_desk_in_a_store_and_help_elsewhere() {
    let world = World::team();
    assert_eq!(world.okr("").to_string(), world.okr("status").to_string());
    let nowhere = World::new();
    assert_eq!(nowhere.okr("").to_string(), nowhere.okr("-h").to_string());
}

#[test]
fn a_mention_waits_until_it_is_answered() {
    let world = World::company();
    let _ = world
        .okr("create 'Make renewing the obvious choice' --owner ana --slug renewing --kr 'nps = NPS: 31 -> 50 points'");
    let _ = world.okr("update renewing.nps 45 --status on-track");
    let _ = world.me(Some("bo")).okr("comment renewing 'nice; @ana, can we ask @mei-lan?'");
    assert_snapshot!(world.on("2026-11-17").me(Some("ana")).okr("status"), @"
    2026-Q4 · Oct 1 – Dec 31 · day 48 of 92, 52 % of the time is gone

    Ana Lima · 1 objective, 74 % of 52 % expected: 1 on track

    review   ana/renewing  mid-cycle review due yesterday                    okr review ana/renewing
    mention  ana/renewing  bo, 2 days ago: nice; @ana, can we ask @mei-lan?  okr comment ana/renewing …

    Next
    Nov 29  in 12 days  a check-in of 1 key result is due  okr checkin
    Dec 31  in 44 days  the cycle ends: score              okr report score
    ");
    let _ = world.okr("comment renewing 'yes'");
    assert_snapshot!(world.okr("status"), @"
    2026-Q4 · Oct 1 – Dec 31 · day 48 of 92, 52 % of the time is gone

    Ana Lima · 1 objective, 74 % of 52 % expected: 1 on track

    review  ana/renewing  mid-cycle review due yesterday  okr review ana/renewing

    Next
    Nov 29  in 12 days  a check-in of 1 key result is due  okr checkin
    Dec 31  in 44 days  the cycle ends: score              okr report score
    ");
}

#[test]
fn what_has_slipped_within_a_week_says_from_where() {
    let world = World::company();
    let _ = world.on("2026-10-05").okr("create Renew --owner ana --kr 'nps = NPS: 0 -> 100 points'");
    let _ = world.on("2026-11-01").okr("update renew.nps 40");
    assert_snapshot!(world.on("2026-11-10").okr("status"), @"
    2026-Q4 · Oct 1 – Dec 31 · day 41 of 92, 45 % of the time is gone

    Ana Lima · 1 objective, 40 % of 45 % expected: 1 at risk

    slipped  ana/renew  40 % of 45 %  ✓ on track → ! at risk  okr show ana/renew

    Next
    Nov 15  in 5 days   a check-in of 1 key result is due  okr checkin
    Nov 16  in 6 days   the middle of the cycle: review    okr report review
    Dec 31  in 51 days  the cycle ends: score              okr report score
    ");
}

#[test]
fn reviews_are_asked_for_from_the_middle_on_and_scores_at_the_end() {
    let world = World::company();
    let _ = world.okr("create One --owner ana --kr 'nps = NPS: 0 -> 100 points'");
    let _ = world.okr("create Two --owner eng");
    let _ = world.okr("update one.nps 60");
    assert_snapshot!(world.on("2026-11-16").okr("status"), @"
    2026-Q4 · Oct 1 – Dec 31 · day 47 of 92, 51 % of the time is gone

    Ana Lima · 2 objectives, 60 % of 51 % expected: 1 on track, 1 not measured

    unmeasured  eng/two  no key result: how will you know?  okr kr add eng/two …
    review               2 mid-cycle reviews due today      okr report review

    Next
    Nov 16  today       the middle of the cycle: review    okr report review
    Nov 29  in 13 days  a check-in of 1 key result is due  okr checkin
    Dec 31  in 45 days  the cycle ends: score              okr report score
    ");
    let _ = world.okr("review two --mid --next go");
    assert_snapshot!(world.okr("status"), @"
    2026-Q4 · Oct 1 – Dec 31 · day 47 of 92, 51 % of the time is gone

    Ana Lima · 2 objectives, 60 % of 51 % expected: 1 on track, 1 not measured

    unmeasured  eng/two  no key result: how will you know?  okr kr add eng/two …
    review      ana/one  mid-cycle review due today         okr review ana/one

    Next
    Nov 16  today       the middle of the cycle: review    okr report review
    Nov 29  in 13 days  a check-in of 1 key result is due  okr checkin
    Dec 31  in 45 days  the cycle ends: score              okr report score
    ");
    let _ = world.on("2026-12-30").okr("update one.nps 99");
    assert_snapshot!(world.okr("status"), @"
    2026-Q4 · Oct 1 – Dec 31 · day 91 of 92, 99 % of the time is gone

    Ana Lima · 2 objectives, 99 % of 99 % expected: 1 on track, 1 not measured

    unmeasured  eng/two  no key result: how will you know?             okr kr add eng/two …
    score                2 objectives without a score; the cycle ends  okr report score

    Next
    Dec 31      tomorrow   the cycle ends: score               okr report score
    Jan 1 2027  in 2 days  2027-Q1 begins and is not made yet  okr cycle new 2027-Q1
    ");
    let _ = world.on("2027-01-02").okr("score one 100");
    assert_snapshot!(world.okr("status"), @"
    2026-Q4 · Oct 1 – Dec 31 2026 · ended 2 days ago

    Ana Lima · 2 objectives, 99 % of 100 % expected: 1 on track, 1 not measured

    unmeasured  eng/two  no key result: how will you know?               okr kr add eng/two …
    score       eng/two  1 objective without a score; the cycle is over  okr score eng/two --suggested

    Next
    Jan 2  today  2027-Q1 begins and is not made yet  okr cycle new 2027-Q1
    ── stderr ──
    note: no cycle holds 2027-01-02; this is 2026-Q4, the last one that ended
    ");
}

#[test]
fn whoever_is_nobody_sees_everybodys_desk() {
    let world = World::team();
    assert_snapshot!(world.me(None).okr("status -n 3"), @"
    2026-Q4 · Oct 1 – Dec 31 · day 46 of 92, 50 % of the time is gone

    Everybody · 5 objectives, 46 % of 59 % expected: 2 off track, 1 at risk, 2 on track

    overdue  acme/renewing.audit  no check-in yet, 46 days  okr update acme/renewing.audit …
    overdue  ana/tickets.day      no check-in yet, 46 days  okr update ana/tickets.day …
    overdue  bo/learn-rust.pr     no check-in yet, 46 days  okr update bo/learn-rust.pr …

    3 more; -n 0 shows all. okr checkin takes you through 3 key results in a minute.

    Next
    Nov 16  tomorrow    the middle of the cycle: review    okr report review
    Nov 21  in 6 days   a check-in of 1 key result is due  okr checkin
    Nov 30  in 15 days  due: Beta customers                okr show eng/portal.beta
    Dec 31  in 46 days  the cycle ends: score              okr report score
    ── stderr ──
    hint: this is everybody's desk; okr --me KEY, or OKR_ME=KEY in the environment, shows yours
    ");
    assert_eq!(world.me(Some("ana")).out("status --all -n 3"), world.me(None).out("status -n 3"));
}

#[test]
fn machines_get_all_of_it() {
    let world = World::team();
    assert_snapshot!(world.okr("status --format csv"), @r#"
    kind,ref,title,what,command
    overdue,2026-Q4/ana/tickets.day,Tickets answered within a day,"no check-in yet, 46 days",okr update ana/tickets.day …
    slipped,2026-Q4/eng/portal,Ship a renewal portal that people finish,59 % of 63 %  ✓ on track → ! at risk,okr show eng/portal
    behind,2026-Q4/ana/tickets,Answer every ticket within a day 👩🏽‍💻,0 % of 50 %  ✗ off track,okr show ana/tickets
    mention,2026-Q4/eng/portal,Ship a renewal portal that people finish,"mei, 2 days ago: @ana can we ask support?",okr comment eng/portal …
    "#);
    let json: serde_json::Value = serde_json::from_str(&world.out("status --format json")).unwrap();
    assert_snapshot!(serde_json::to_string_pretty(&json["matters"][0]).unwrap(), @r#"
    {
      "days": 46,
      "ever": false,
      "kind": "overdue",
      "ref": "2026-Q4/ana/tickets.day",
      "title": "Tickets answered within a day"
    }
    "#);
    assert_snapshot!(json["dates"].to_string(), @r#"[{"day":"2026-11-16","days":1,"kind":"review"},{"day":"2026-11-22","days":7,"key_results":1,"kind":"check-in"},{"day":"2026-11-30","days":15,"kind":"due","ref":"2026-Q4/eng/portal.beta","title":"Beta customers"},{"day":"2026-12-31","days":46,"kind":"end"}]"#);
}

#[test]
fn a_fresh_store_says_how_to_begin() {
    let world = World::new();
    let _ = world.okr("init");
    assert_snapshot!(world.okr(""), @"
    ── stderr ──
    error: this store has no cycle yet
    hint: okr cycle new makes the current one
    ── exit 2 ──
    ");
    let _ = world.okr("cycle new");
    assert_snapshot!(world.okr(""), @"
    2026-Q4 · Oct 1 – Dec 31 · day 46 of 92, 50 % of the time is gone

    Me · no objective in this cycle yet: okr create

    Next
    Nov 16  tomorrow    the middle of the cycle: review  okr report review
    Dec 31  in 46 days  the cycle ends: score            okr report score
    ");
}

#[test]
fn what_was_created_today_is_not_overdue_today() {
    let world = World::company();
    let _ = world.okr("create Renew --owner ana --kr 'nps = NPS: 0 -> 100 points'");
    assert!(!world.out("status").contains("overdue"));
    assert!(!world.on("2026-11-28").out("status").contains("overdue"));
    assert!(world.on("2026-11-29").out("status").contains("overdue  ana/renew.nps  no check-in yet, 15 days"));
}

#[test]
fn a_closed_cycle_says_so_and_what_comes_next() {
    let world = World::team();
    let _ = world.on("2026-11-29").okr("cycle close --force");
    assert_snapshot!(world.width(80).okr(""), @"
    2026-Q4 · Oct 1 – Dec 31 · closed Nov 29

    Ana Lima · 2 objectives, 29 % reached

    Nothing in it is changed any more. okr report score --cycle 2026-Q4 shows how it
    ended, okr cycle reopen 2026-Q4 opens it again.

    Next
    Jan 1 2027  in 33 days  2027-Q1 begins and is not made  okr cycle new 2027-Q1
                            yet
    ");
    assert_snapshot!(world.okr("status --all --lang zh"), @"
    2026-Q4 · 10月1日 – 12月31日 · 已于 11月29日关闭

    全体成员 · 5 个目标，完成 46 %

    其中的内容不再更改。okr report score --cycle 2026-Q4 显示最终结果，okr cycle
    reopen 2026-Q4 重新打开。

    接下来
    2027年1月1日  33 天后  2027-Q1 开始，但尚未创建  okr cycle new 2027-Q1
    ");
    let json: serde_json::Value = serde_json::from_str(&world.out("status --format json")).unwrap();
    assert_snapshot!(json["dates"].to_string(), @r#"[{"day":"2027-01-01","days":33,"id":"2027-Q1","kind":"next-cycle"}]"#);
    assert_snapshot!(world.okr("checkin"), @"
    ── stderr ──
    error: 2026-Q4 was closed on 2026-11-29: nothing in it is changed any more
    hint: okr cycle reopen 2026-Q4 opens it again
    ── exit 2 ──
    ");
    // Before that day it was open.
    assert!(world.out("status --as-of 2026-11-28").contains("day 59 of 92"));
    for command in ["list", "tree", "cycle show", "report review"] {
        let first = world.out(command).lines().next().unwrap().to_owned();
        assert!(first.contains("closed Nov 29") && !first.contains("gone"), "{command}: {first}");
    }
    let _ = world.okr("cycle new 2027-Q1");
    assert_snapshot!(world.okr("status"), @"
    2026-Q4 · Oct 1 – Dec 31 · closed Nov 29

    Ana Lima · 2 objectives, 29 % reached

    Nothing in it is changed any more. okr report score --cycle 2026-Q4 shows how it
    ended, okr cycle reopen 2026-Q4 opens it again.

    Next
    Jan 1 2027  in 33 days  2027-Q1 begins  okr --cycle 2027-Q1
    ");
    let _ = world.on("2027-01-03").okr("cycle new 2027-Q2");
    assert_snapshot!(world.okr("--cycle 2026-Q4 status"), @"
    2026-Q4 · Oct 1 – Dec 31 2026 · closed Nov 29 2026

    Ana Lima · 2 objectives, 29 % reached

    Nothing in it is changed any more. okr report score --cycle 2026-Q4 shows how it
    ended, okr cycle reopen 2026-Q4 opens it again.

    Next
    Jan 1  2 days ago  2027-Q1 has begun  okr --cycle 2027-Q1
    ");
    let _ = world.okr("cycle close 2027-Q1");
    assert_snapshot!(world.okr("list"), @"
    2027-Q1 · Jan 1 – Mar 31 · closed Jan 3 · 0 objectives

    No objective was in this cycle.
    ");
    assert_snapshot!(world.okr("status"), @"
    2027-Q1 · Jan 1 – Mar 31 · closed Jan 3

    Ana Lima · no objective in this cycle

    Nothing in it is changed any more. okr report score --cycle 2027-Q1 shows how it
    ended, okr cycle reopen 2027-Q1 opens it again.

    Next
    Apr 1  in 88 days  2027-Q2 begins  okr --cycle 2027-Q2
    ");
    let _ = world.okr("cycle close 2027-Q2");
    assert_snapshot!(world.okr("--cycle 2026-Q4 status"), @"
    2026-Q4 · Oct 1 – Dec 31 2026 · closed Nov 29 2026

    Ana Lima · 2 objectives, 29 % reached

    Nothing in it is changed any more. okr report score --cycle 2026-Q4 shows how it
    ended, okr cycle reopen 2026-Q4 opens it again.

    Next
    Jul 1  in 179 days  2027-Q3 begins and is not made yet  okr cycle new 2027-Q3
    ");
}

#[test]
fn what_was_set_after_the_middle_lacks_no_review_of_it() {
    let world = World::company();
    world.on("2026-11-29");
    let _ = world.okr("create \"Answer at once\" --owner ana --kr \"wait: 5 -> 1 hours\"");
    let said = world.okr("status").to_string();
    assert!(!said.contains("okr review"), "{said}");
    let _ = world.okr("create \"Sleep well\" --owner ana --at 2026-10-02 --kr \"pages: 5 -> 1 pages\"");
    let said = world.okr("status").to_string();
    assert!(said.contains("okr review ana/sleep-well"), "{said}");
}
