//! Commands that ask at a terminal for what was not typed: `init`, `create`, `score`, `review`.

use insta::assert_snapshot;

use crate::world::World;

#[test]
fn init_asks_whom_the_store_is_for() {
    let world = World::new();
    let mut terminal = world.at_terminal("init");
    terminal.answer("The company's key", "Acme Inc").see("#").press(&"\x7f".repeat(8));
    assert_snapshot!(terminal.enter("acme").end(), @r#"
    ? The company's key, if it is for one acme
    created okrs with okr.yaml, org.yaml, .gitattributes, .schemas
    hint: this is not a Git repository; git init makes history, sharing and review
    of it
    hint: next: okr org add-unit, okr org add-person and okr cycle new, then okr
    create "TITLE" --kr "TITLE: FROM -> TO UNIT"
    "#);
    assert!(world.read("okrs/org.yaml").contains("company: acme"));
    let alone = World::new();
    assert_snapshot!(alone.at_terminal("init").answer("The company's key", "").end(), @r#"
    ? The company's key, if it is for one
    created okrs with okr.yaml, org.yaml, .gitattributes, .schemas
    hint: this is not a Git repository; git init makes history, sharing and review
    of it
    hint: next: okr cycle new, then okr create "TITLE" --kr "TITLE: FROM -> TO UNIT"
    "#);
    let nothing = World::new();
    assert_snapshot!(nothing.at_terminal("init").asks("The company's key").press("\x03").end(), @"
    ? The company's key, if it is for one
    [as acme; Enter for a store of your own]
    error: nothing was made
    hint: okr init --solo, or okr init --company KEY, asks nothing
    ── exit 2 ──
    ");
    assert_eq!(nothing.files("okrs"), Vec::<String>::new());
}

#[test]
fn create_asks_for_an_objective_with_its_key_results() {
    let world = World::worked();
    let mut terminal = world.at_terminal("create");
    terminal.answer("Objective", "让每个客户都愿意续约").answer("Whose is it? (ana)", "eng");
    terminal.asks("What does it serve?").press("renewing").see("acme/renewing").press("\x1b[B\t");
    terminal.asks("What does it serve? acme/renewing").press(".nps\r");
    terminal.answer("Key result 1", "Calls").see("# ");
    assert_snapshot!(terminal.screen(), @r#"
    ? Objective 让每个客户都愿意续约
    ? Whose is it? eng
    ? What does it serve? acme/renewing.nps
    # "Calls" has no measure: a key result says how we will know
    ? Key result 1 Calls
    [NPS rises: 31 -> 50 points; Uptime: >= 99.9 %; Enter for no more]
    "#);
    terminal.enter(": 0 -> 100 calls").answer("Key result 2", "Audit: dome").press("\x7f\x7fne\r").asks("Key result 3");
    // Back to the last one, which is changed, and then on.
    terminal.press("\x1b").asks("Key result 2 Audit").press("\r").answer("Key result 3", "");
    assert_snapshot!(terminal.end(), @"
    ? Objective 让每个客户都愿意续约
    ? Whose is it? eng
    ? What does it serve? acme/renewing.nps
    ? Key result 1 Calls: 0 -> 100 calls
    ? Key result 2 Audit: done
    ? Key result 3 ←
    ? Key result 2 Audit: done
    ? Key result 3
    created eng/rang-mei-ge-ke-hu-du  让每个客户都愿意续约
    ");
    assert_snapshot!(world.read("okrs/2026-Q4/eng/rang-mei-ge-ke-hu-du.yaml"), @"
    title: 让每个客户都愿意续约
    aligns_to: [acme/renewing.nps]
    key_results:
      - id: kr1
        title: Calls
        metric: {from: 0, to: 100, unit: calls}
      - id: kr2
        title: Audit
        metric: done
    ");
}

#[test]
fn what_was_typed_is_not_asked_for() {
    let world = World::company();
    let mut terminal = world.at_terminal("create --owner bo --kr 'Calls: 0 -> 100 calls'");
    assert_snapshot!(terminal.answer("Objective", "Call all").end(), @"
    ? Objective Call all
    created bo/call-all  Call all
    ");
    assert_snapshot!(world.at_terminal("create").asks("Objective").press("\x03").end(), @"
    ? Objective
    [what will be different at the end of the cycle? No number, no task]
    note: nothing was created
    ");
    assert_snapshot!(world.okr("create"), @r#"
    ── stderr ──
    error: what is to be achieved?
    hint: okr create "TITLE" --kr "TITLE: FROM -> TO UNIT"
    ── exit 2 ──
    "#);
}

#[test]
fn score_suggests_what_the_figures_say_of_each_part_and_of_the_whole() {
    let world = World::worked();
    let mut terminal = world.at_terminal("score renewing");
    terminal.answer("Score (37)", "70").answer("Score (50)", "").answer("Score (50)", "900").see("# ");
    terminal.press("\x7f\x7f\x7f").enter("-").answer("Score (0)", "").asks("Score (67)").press("\x1b");
    terminal.asks("Score (0)").enter("10").answer("Score (67)", "");
    assert_snapshot!(terminal.asks("Score (53)").screen(), @"
    nps  NPS rises
    ? Score 70
    churn  Churn falls
    ? Score 50
    up  Uptime is kept
    ? Score -
    audit  Audit passed
    ? Score 0
    launch  Launch
    ? Score ←
    audit  Audit passed
    ? Score 10
    launch  Launch
    ? Score 67
    the objective  Make renewing the obvious choice
    ? Score (53)
    [0 to 100; the figures suggest 53, - gives none]
    ");
    assert_snapshot!(terminal.enter("").answer("Why?", "the audit is late").end(), @"
    nps  NPS rises
    ? Score 70
    churn  Churn falls
    ? Score 50
    up  Uptime is kept
    ? Score -
    audit  Audit passed
    ? Score 0
    launch  Launch
    ? Score ←
    audit  Audit passed
    ? Score 10
    launch  Launch
    ? Score 67
    the objective  Make renewing the obvious choice
    ? Score 53
    ? Why? the audit is late
    scored acme/renewing.nps  70 of 100, a hard objective achieved; the figures
    suggest 37
    scored acme/renewing.churn  50 of 100, some progress
    scored acme/renewing.audit  10 of 100, no progress; the figures suggest 0
    scored acme/renewing.launch  67 of 100, some progress
    scored acme/renewing  53 of 100, some progress; the figures suggest 40
    ");
    assert_snapshot!(world.okr("score"), @"
    ── stderr ──
    error: what is to be scored?
    hint: okr score REF SCORE, or --suggested
    ── exit 2 ──
    ");
    assert_snapshot!(world.okr("score renewing"), @"
    ── stderr ──
    error: what is the score?
    hint: okr score renewing SCORE, or --suggested for what the figures say
    ── exit 2 ──
    ");
}

#[test]
fn score_without_an_objective_offers_those_that_have_none() {
    let world = World::company();
    let _ = world.okr("create One --owner ana --slug one --kr 'a = A: done'");
    let _ = world.okr("create Two --owner eng --slug two --kr 'a = A: done'");
    let mut terminal = world.at_terminal("score");
    terminal
        .asks("Which objective?")
        .see("eng/two  Two")
        .press("\x1b[B\r")
        .answer("Score (0)", "70")
        .asks("Score (70)");
    assert_snapshot!(terminal.press("\r").answer("Why?", "").end(), @"
    ? Which objective? eng/two  Two
    a  A
    ? Score 70
    the objective  Two
    ? Score 70
    ? Why?
    scored eng/two.a  70 of 100, a hard objective achieved; the figures suggest 0
    scored eng/two  70 of 100, a hard objective achieved; the figures suggest 0
    ");
    assert_snapshot!(world.at_terminal("score").asks("Which").press("\x1b").end(), @"? Which objective? ←");
    let _ = world.okr("score one 0");
    assert_snapshot!(world.at_terminal("score").end(), @"note: nothing of yours is without a score in 2026-Q4");
}

#[test]
fn review_asks_where_there_is_no_editor() {
    let world = World::worked();
    let mut terminal = world.at_terminal("review renewing");
    terminal
        .answer("What went well?", "两个团队提前续约")
        .answer("What is stuck?", "the audit")
        .asks("What comes next?");
    terminal.press("\x1b").asks("What is stuck? the audit").press(" has no owner\r").answer("What comes next?", "");
    assert_snapshot!(terminal.end(), @"
    ? What went well? 两个团队提前续约
    ? What is stuck? the audit
    ? What comes next? ←
    ? What is stuck? the audit has no owner
    ? What comes next?
    reviewed acme/renewing  in the middle of the cycle
    ");
    assert_snapshot!(world.okr("log -n 1"), @"
    Activity · 2026-Q4 · 7 events

    WHEN          WHO  OBJECTIVE      WHAT                                                 EVENT
    Nov 15 12:00  ana  acme/renewing  reviewed · mid; went well: 两个团队提前续约; stuck:  63cmgbks61
                                      the audit has no owner

    6 more; -n 0 shows all
    ");
    assert_snapshot!(world.at_terminal("review renewing").asks("What went").press("\x03").end(), @"
    ? What went well?
    [Enter for nothing, Ctrl-C ends]
    note: nothing was written, so nothing was recorded
    ");
}

#[test]
fn nobody_is_asked_for_what_cannot_be_written() {
    let world = World::new();
    let _ = world.okr("init --solo");
    assert_snapshot!(world.at_terminal("create").end(), @"
    error: this store has no cycle yet
    hint: okr cycle new makes the current one
    ── exit 2 ──
    ");
}
