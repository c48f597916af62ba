//! Commands that ask at a terminal for what was not typed: `init`, `create`, `score`, `review`.

use insta::assert_snapshot;

use crate::world::World;

#[test]
fn init_asks_whom_the_store_is_for() {
    let world = World::new();
    let mut terminal = world.at_terminal("init");
    terminal.answer("The company's key", "Acme Inc").see("#").press(&"\x7f".repeat(8));
    assert_snapshot!(terminal.enter("acme").answer("The company's name", "Acme 公司").end(), @r#"
    ? The company's key, if it is for one acme
    ? The company's name Acme 公司
    created okrs with okr.yaml, org.yaml, .gitattributes, .schemas
    hint: this is not a Git repository; git init makes history, sharing and review
    of it
    hint: next: okr cycle new, then okr create "TITLE" --kr "TITLE: FROM -> TO
    UNIT"; others come in by okr org add-person
    "#);
    assert!(world.read("okrs/org.yaml").contains("company: acme") && world.read("okrs/org.yaml").contains("Acme 公司"));
    let back = World::new();
    let mut terminal = back.at_terminal("init");
    terminal.answer("The company's key", "acm").asks("The company's name").press("\x1b");
    let _ = terminal.answer("The company's key", "acme-inc").answer("The company's name", "").end();
    assert!(back.read("okrs/org.yaml").contains("acme-inc: {name: Acme Inc, lead: "), "{}", back.read("okrs/org.yaml"));
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
      hint: say from where to where: "Calls: 31 -> 50 points", or a level: "Calls:…
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
fn who_and_what_is_there_is_found_by_key_name_or_title() {
    let world = World::worked();
    world.write(
        "okrs/2026-Q4/ops/xuyue.yaml",
        "title: 让客户都愿意续约\nkey_results:\n  - {id: lv, title: 续约率提升, metric: done}\n",
    );
    world.write("okrs/2026-Q4/ops/broken.yaml", "title: [\n");
    let mut terminal = world.at_terminal("create --kr 'a = A: done'");
    terminal.answer("Objective", "Call back").asks("Whose is it?").see("Bo Chen");
    assert_snapshot!(terminal.screen(), @"
    ? Objective Call back
    ? Whose is it? (ana)
      acme  Acme Inc.
      eng  Engineering
      ops  客户成功部
      ana  Ana Lima
    v bo  Bo Chen
    [the company, a unit or a person; arrows and Tab choose, Esc goes back]
    ");
    terminal.press("成功").see("ops  客户成功部").press("\x1b[B\r").asks("What does it serve?");
    assert_snapshot!(terminal.screen(), @"
    ? Objective Call back
    ? Whose is it? ops
    ? What does it serve?
      acme/renewing  Make renewing the obvious choice
      acme/renewing.nps  NPS rises
      acme/renewing.churn  Churn falls
      acme/renewing.up  Uptime is kept
    v acme/renewing.audit  Audit passed
    [an objective or key result above; Enter for none]
    ");
    terminal.press("续约").see("续约率提升");
    assert_snapshot!(terminal.screen(), @"
    ? Objective Call back
    ? Whose is it? ops
    ? What does it serve? 续约
      ops/xuyue  让客户都愿意续约
      ops/xuyue.lv  续约率提升
    [an objective or key result above; Enter for none]
    ");
    // Tab takes the only one; a title alone is no reference.
    terminal.press("率").see("续约率提升").press("\r").see("# ");
    assert_snapshot!(terminal.screen(), @r#"
    ? Objective Call back
    ? Whose is it? ops
    # objective "续约率": it holds '续'; a–z, 0–9 and - are allowed
      hint: did you mean ops/xuyue.lv?
    ? What does it serve? 续约率
      ops/xuyue.lv  续约率提升
    [an objective or key result above; Enter for none]
    "#);
    terminal.press("\t").asks("What does it serve? ops/xuyue.lv").press("x\r").see("has no key result");
    assert_snapshot!(terminal.screen(), @r#"
    ? Objective Call back
    ? Whose is it? ops
    # ops/xuyue has no key result "lvx"
      hint: did you mean lv? It has lv
    ? What does it serve? ops/xuyue.lvx
    [an objective or key result above; Enter for none]
    "#);
    assert_snapshot!(terminal.press("\x7f\r").end(), @"
    ? Objective Call back
    ? Whose is it? ops
    ? What does it serve? ops/xuyue.lv
    created ops/call-back  Call back
    ");
    assert!(world.read("okrs/2026-Q4/ops/call-back.yaml").contains("aligns_to: [ops/xuyue.lv]"));
}

#[test]
fn a_company_knows_whose_an_objective_can_be() {
    let world = World::company();
    let mut terminal = world.at_terminal("create --kr 'a = A: done'");
    terminal.answer("Objective", "Call back").answer("Whose is it?", "en").see("# ");
    assert_snapshot!(terminal.screen(), @r#"
    ? Objective Call back
    # nobody here is called "en"
      hint: did you mean eng?
    ? Whose is it? (ana) en
      eng  Engineering
      bo  Bo Chen
    [the company, a unit or a person; arrows and Tab choose, Esc goes back]
    "#);
    terminal.press("gg\r").see("engg\"").press(&"\x7f".repeat(4)).enter("zoe").see("okr org shows");
    assert_snapshot!(terminal.screen(), @r#"
    ? Objective Call back
    # nobody here is called "zoe"
      hint: okr org shows who there is
    ? Whose is it? (ana) zoe
    [the company, a unit or a person; arrows and Tab choose, Esc goes back]
    "#);
    assert_snapshot!(terminal.press("\x03").end(), @r#"
    ? Objective Call back
    # nobody here is called "zoe"
      hint: okr org shows who there is
    ? Whose is it? (ana) zoe
    [the company, a unit or a person; arrows and Tab choose, Esc goes back]
    note: nothing was created
    "#);
    assert_eq!(world.files("okrs/2026-Q4"), ["cycle.yaml"]);
    // A default that would not be taken is none; on the command line a stranger is only warned of.
    let mut terminal = world.me(Some("zoe")).at_terminal("create --kr 'a = A: done'");
    terminal.answer("Objective", "Call back").answer("Whose is it?", "").see("# ");
    assert_snapshot!(terminal.screen(), @r#"
    ? Objective Call back
    # "" is no owner: it is empty
    ? Whose is it?
      acme  Acme Inc.
      eng  Engineering
      ops  客户成功部
      ana  Ana Lima
    v bo  Bo Chen
    [the company, a unit or a person; arrows and Tab choose, Esc goes back]
    "#);
    let alone = World::new();
    let _ = alone.okr("init --solo");
    let _ = alone.okr("cycle new 2026-Q4");
    let mut terminal = alone.at_terminal("create --kr 'a = A: done'");
    assert_snapshot!(terminal.answer("Objective", "Run").answer("Whose is it? (ana)", "club").end(), @"
    ? Objective Run
    ? Whose is it? club
    created run  Run
    warning: org.yaml does not know club; okr org add-person club tells it
    ");
}

#[test]
fn what_cannot_be_taken_is_told_with_the_way_out() {
    let world = World::company();
    let mut terminal = world.at_terminal("create --owner bo");
    terminal.answer("Objective", "Call back").answer("Key result 1", "Waiting: soon").see("# ");
    assert_snapshot!(terminal.screen(), @r#"
    ? Objective Call back
    # "soon" is no measure
      hint: measures: FROM -> TO [UNIT], >= N [UNIT] [worst M], <= N [UNIT] [worst…
    ? Key result 1 Waiting: soon
    [NPS rises: 31 -> 50 points; Uptime: >= 99.9 %; Enter for no more]
    "#);
    terminal.press(&"\x7f".repeat(6)).press(" 31 -> 5 days\r").see("colon");
    assert_snapshot!(terminal.screen(), @r#"
    ? Objective Call back
    # a colon is missing between "Waiting" and "31 -> 5 days"
      hint: write "Waiting: 31 -> 5 days"
    ? Key result 1 Waiting 31 -> 5 days
    [NPS rises: 31 -> 50 points; Uptime: >= 99.9 %; Enter for no more]
    "#);
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
    scored acme/renewing  53 of 100, some progress
    ");
    // What is passed over counts with what its figures suggest, in the question as in the answer: (2 × 70 + 50 + 50 + 0 + 67) / 6.
    let world = World::worked();
    let mut terminal = world.at_terminal("score renewing");
    terminal.answer("Score (37)", "70").answer("Score (50)", "-").answer("Score (50)", "-").answer("Score (0)", "-");
    terminal.answer("Score (67)", "-").asks("Score (51)").enter("60");
    assert_snapshot!(terminal.answer("Why?", "").end(), @"
    nps  NPS rises
    ? Score 70
    churn  Churn falls
    ? Score -
    up  Uptime is kept
    ? Score -
    audit  Audit passed
    ? Score -
    launch  Launch
    ? Score -
    the objective  Make renewing the obvious choice
    ? Score 60
    ? Why?
    scored acme/renewing.nps  70 of 100, a hard objective achieved; the figures
    suggest 37
    scored acme/renewing  60 of 100, some progress; the figures suggest 51
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
    scored eng/two  70 of 100, a hard objective achieved
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

#[test]
fn nobody_is_asked_for_what_a_closed_cycle_does_not_take() {
    let world = World::worked();
    let _ = world.okr("cycle close --force");
    for line in ["score", "score renewing", "create", "review renewing", "checkin", "checkin renewing"] {
        let said = world.at_terminal(line).end();
        assert!(
            said.starts_with("error: 2026-Q4 was closed on 2026-11-15: nothing in it is changed"),
            "{line}: {said}"
        );
    }
}

#[test]
fn add_person_asks_who_it_is() {
    let world = World::company();
    let mut terminal = world.at_terminal("org add-person");
    terminal.answer("Name", "李雷").answer("Address", "li.lei@acme.example").answer("Key", "bo").see("#");
    terminal.press("\x7f\x7f").enter("").answer("Unit", "eng");
    assert_snapshot!(terminal.end(), @"
    ? Name 李雷
    ? Address li.lei@acme.example
    ? Key li-lei
    ? Unit eng
    added li-lei
    ");
    assert!(world.read("okrs/org.yaml").contains("  li-lei: {name: 李雷, unit: eng, email: li.lei@acme.example}"));
    assert_snapshot!(world.at_terminal("org add-person").asks("Name").press("\x03").end(), @"
    ? Name
    note: nobody was added
    ");
    assert_snapshot!(world.okr("org add-person"), @"
    ── stderr ──
    error: who is to be added?
    hint: okr org add-person KEY --name NAME --email ADDRESS
    ── exit 2 ──
    ");
}

#[test]
fn a_name_typed_in_full_is_whom_it_names() {
    let world = World::company();
    let mut terminal = world.at_terminal("create --slug answer");
    terminal.answer("Objective", "Answer at once").answer("Whose is it?", "客户成功部").answer("Key result 1", "");
    let said = terminal.end();
    assert!(said.contains("created ops/answer"), "{said}");
}
