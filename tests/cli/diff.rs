//! `okr diff`: what changed, in words.

use insta::assert_snapshot;
use serde_json::Value;

use crate::world::World;

/// A company with a goal of every kind of measure, committed on November 10.
fn committed() -> World {
    let world = World::worked();
    let _ = world.git("init -q -b main");
    world.write(
        "okrs/2026-Q4/ana/tickets.yaml",
        "title: Nobody waits for an answer\nkey_results:\n  - {id: open, title: Open, metric: {from: 90, to: 10}}\n",
    );
    world.on("2026-11-10").commit("first");
    let _ = world.on("2026-11-15");
    world
}

#[test]
fn nothing_changed_is_said_and_is_no_difference() {
    let world = committed();
    assert_snapshot!(world.okr("diff --exit-code"), @"
    Diff · HEAD → working tree · Nov 10 → Nov 15

    No difference.
    ");
    assert_snapshot!(world.okr("diff --stat"), @"
    Diff · HEAD → working tree · Nov 10 → Nov 15

    No difference.
    ");
}

#[test]
fn every_kind_of_change_is_told_in_words() {
    let world = committed();
    for line in [
        "update renewing nps=41 churn=2.8 --status on-track --confidence 6 --note 'the new onboarding'",
        "kr edit renewing.nps --metric '31 -> 45 points'",
        "kr edit renewing.up --metric '>= 99.95 % worst 99'",
        "kr edit renewing.launch --due 2026-12-15",
        "set renewing kind committed",
        "align tickets renewing.churn",
        "set tickets title '让每位客户当天得到答复'",
        "comment renewing '@bo look at churn'",
        "move tickets --owner bo",
        "create 'Sleep well on call' --owner ana --slug sleep --kr 'pages = Pages at night: 12 -> 2'",
        "review renewing --mid --stuck 'the survey'",
        "org add-person zoe --unit ops",
    ] {
        let _ = world.okr(line);
    }
    assert_snapshot!(world.width(80).okr("diff --exit-code"), @"
    Diff · HEAD → working tree · Nov 10 → Nov 15

    1 new, 1 moved, 1 changed objectives · ▼ 1 target made easier · 1 target made
    harder · 1 due date brought forward · 2 check-ins · 1 comment · 1 review · 1
    change of the organisation

    ⚠ Asks for less than before
    ▼  acme/renewing.nps  target  50 → 45 points · lowered

    · acme/renewing · Make renewing the obvious choice
    changed · 40 → 53 % (+13 pp)

               kind       aspirational → committed
               comment    ana: @bo look at churn
               review     ana: mid; stuck: the survey
    ▼  nps     target     50 → 45 points · lowered
       nps     check-ins  38 → 41 points (+21 pp) · at risk → on track · confidence
                          5 → 6 · 1 check-in by ana: the new onboarding
       churn   check-ins  3.1 → 2.8 % (+14 pp) · confidence 6 · 1 check-in by ana:
                          the new onboarding
    ▲  up      target     ≥ 99.9 → ≥ 99.95 % · raised
    ▲  launch  due        Dec 31 → Dec 15, 16 days earlier · brought forward

    + ana/sleep · Sleep well on call
    new · 0 %

    +  pages  Pages at night: 12 → 2

    → bo/tickets · 让每位客户当天得到答复
    moved from ana/tickets · 0 % as before

    title      Nobody waits for an answer → 让每位客户当天得到答复
    aligns to  acme/renewing.churn

    Settings, organisation and cycles
    +  zoe  person  unit ops
    ── exit 1 ──
    ");
    assert_snapshot!(world.width(120).okr("diff --stat"), @"
    Diff · HEAD → working tree · Nov 10 → Nov 15

       OBJECTIVE                                        DEFINED  EASIER  CHECK-INS  OTHER       PROGRESS  GAINED
    ·  acme/renewing  Make renewing the obvious choice        4     ▼ 1          2      2      40 → 53 %  +13 pp
    +  ana/sleep      Sleep well on call                      1                                      0 %       –
    →  bo/tickets     让每位客户当天得到答复                  2                            0 % as before    0 pp

    1 new, 1 moved, 1 changed objectives · ▼ 1 target made easier · 1 target made harder · 1 due date brought forward · 2
    check-ins · 1 comment · 1 review · 1 change of the organisation
    ");
    assert_snapshot!(world.okr("diff --format markdown"), @r"
    ## Diff · HEAD → working tree · Nov 10 → Nov 15

    **1 new, 1 moved, 1 changed objectives** · ▼ 1 target made easier · 1 target made harder · 1 due date brought forward · 2 check-ins · 1 comment · 1 review · 1 change of the organisation

    ### ⚠ Asks for less than before

    |  |  |  |  |
    | :-- | :-- | :-- | :-- |
    | ▼ | `acme/renewing.nps` | target | **50 → 45 points** · lowered |

    ### · acme/renewing · Make renewing the obvious choice

    changed · 40 → 53 % (+13 pp)

    |  |  |  |  |
    | :-- | :-- | :-- | :-- |
    |  |  | kind | aspirational → committed |
    |  |  | comment | ana: `@bo` look at churn |
    |  |  | review | ana: mid; stuck: the survey |
    | ▼ | `nps` | target | **50 → 45 points** · lowered |
    |  | `nps` | check-ins | 38 → **41 points** (+21 pp) · at risk → on track · confidence 5 → 6 · 1 check-in by ana: the new onboarding |
    |  | `churn` | check-ins | 3.1 → 2.8 % (+14 pp) · confidence 6 · 1 check-in by ana: the new onboarding |
    | ▲ | `up` | target | ≥ 99.9 → ≥ 99.95 % · raised |
    | ▲ | `launch` | due | **Dec 31 → Dec 15**, 16 days earlier · brought forward |

    ### \+ ana/sleep · Sleep well on call

    new · 0 %

    |  |  |  |
    | :-- | :-- | :-- |
    | \+ | `pages` | Pages at night: 12 → 2 |

    ### → bo/tickets · 让每位客户当天得到答复

    moved from `ana/tickets` · 0 % as before

    |  |  |
    | :-- | :-- |
    | title | Nobody waits for an answer → 让每位客户当天得到答复 |
    | aligns to | `acme/renewing.churn` |

    ### Settings, organisation and cycles

    |  |  |  |  |
    | :-- | :-- | :-- | :-- |
    | \+ | `zoe` | person | unit ops |
    ");
    assert_snapshot!(world.okr("diff --owner bo --stat"), @"
    Diff · HEAD → working tree · Nov 10 → Nov 15

       OBJECTIVE                           DEFINED  EASIER  CHECK-INS       PROGRESS  GAINED
    →  bo/tickets  让每位客户当天得到答复        2                     0 % as before    0 pp

    1 moved objective
    ");
}

#[test]
fn what_ended_and_what_is_gone_is_told() {
    let world = committed();
    let _ = world.okr("score renewing.nps 70");
    let _ = world.okr("complete renewing --score 60");
    let _ = world.okr("remove tickets --force");
    assert_snapshot!(world.okr("diff"), @"
    Diff · HEAD → working tree · Nov 10 → Nov 15

    1 changed, 1 removed objectives · 2 scores · 1 completed

    · acme/renewing · Make renewing the obvious choice
    changed · 40 % as before

         state  open → completed
         score  60
    nps  score  70

    − ana/tickets · Nobody waits for an answer
    removed · was at 0 %

    −  open  Open: 90 → 10, was at 0 %
    ");
}

#[test]
fn targets_of_every_kind_that_ask_for_less_stand_out() {
    let world = committed();
    for (kr, metric) in [
        ("nps", "31 -> 45"),
        ("churn", "4.2 -> 3 %"),
        ("up", ">= 99.5 % worst 99"),
        ("launch", "milestones design, launch"),
    ] {
        let _ = world.okr(&format!("kr edit renewing.{kr} --metric '{metric}' --force"));
    }
    let _ = world.okr("kr edit renewing.audit --due 2027-01-15");
    assert_snapshot!(world.okr("diff"), @"
    Diff · HEAD → working tree · Nov 10 → Nov 15

    1 changed objective · ▼ 4 targets made easier · ▼ 1 due date put off

    ⚠ Asks for less than before
    ▼  acme/renewing.nps     measure  31 → 50 points ⇒ 31 → 45 · lowered
    ▼  acme/renewing.churn   target   2.0 → 3.0 % · made easier
    ▼  acme/renewing.up      target   ≥ 99.9 → ≥ 99.5 % · lowered
    ▼  acme/renewing.audit   due      Dec 31 2026 → Jan 15 2027, 15 days later · put off
    ▼  acme/renewing.launch  steps    removed beta · lowered

    · acme/renewing · Make renewing the obvious choice
    changed · 40 → 47 % (+7 pp)

    ▼  nps     measure  31 → 50 points ⇒ 31 → 45 · lowered
    ▼  churn   target   2.0 → 3.0 % · made easier
    ▼  up      target   ≥ 99.9 → ≥ 99.5 % · lowered
    ▼  audit   due      Dec 31 2026 → Jan 15 2027, 15 days later · put off
    ▼  launch  steps    removed beta · lowered
    ");
}

#[test]
fn what_was_given_up_opened_again_or_taken_back_says_why() {
    let world = committed();
    let _ = world.okr("abandon tickets --note 'the product is sold'");
    let _ = world.okr("retract renewing.nps");
    assert_snapshot!(world.okr("diff"), @"
    Diff · HEAD → working tree · Nov 10 → Nov 15

    2 changed objectives · 1 event taken back · 1 abandoned

    · acme/renewing · Make renewing the obvious choice
    changed · 40 → 33 % (−7 pp)

    nps  taken back  1 event by ana
    nps  value       38 → 34 points (−21 pp) · at risk → on track · confidence 5 → 7

    · ana/tickets · Nobody waits for an answer
    changed · 0 % as before

    state  open → abandoned: the product is sold
    ");
    world.commit("second");
    let _ = world.okr("reopen tickets --note 'it is not'");
    world.write("okrs/okr.yaml", "stale_after: 21\n");
    world.write("okrs/2026-Q4/cycle.yaml", "start: 2026-10-01\nend: 2027-01-15\n");
    assert_snapshot!(world.okr("diff"), @"
    Diff · HEAD → working tree · Nov 15 → Nov 15

    1 changed objective · 1 reopened · 1 setting · 1 cycle

    ⚠ Asks for less than before
    ▼  2026-Q4  end  2026-12-31 → 2027-01-15 · put off

    · ana/tickets · Nobody waits for an answer
    changed · 0 % as before

    state  abandoned → open: it is not

    Settings, organisation and cycles
    stale_after  setting  14 → 21
    2026-Q4      cycle    Oct 1 – Jan 15 2027 · end 2026-12-31 → 2027-01-15
    ");
    assert_snapshot!(world.okr("diff --cycle 2026-Q3"), @"
    ── stderr ──
    error: neither state has a cycle 2026-Q3
    hint: okr cycle list shows what there is
    ── exit 2 ──
    ");
}

#[test]
fn of_very_many_objectives_a_reader_sees_the_first() {
    let world = committed();
    for number in 1..=120 {
        world.write(&format!("okrs/2026-Q4/bo/o-{number}.yaml"), "title: Something else\n");
    }
    let said = world.out("diff");
    assert_eq!(said.matches("+ bo/o-").count(), 100);
    assert!(said.contains("and 20 more objectives; --all shows them"), "{said}");
    assert_eq!(world.out("diff --all --format markdown").matches("bo/o-").count(), 120);
    let report: Value = serde_json::from_str(&world.out("diff --format json")).unwrap();
    assert_eq!(report["objectives"].as_array().unwrap().len(), 120);
}

#[test]
fn revisions_days_and_where_two_branches_parted_can_be_named() {
    let world = committed();
    let _ = world.git("checkout -q -b side");
    let _ = world.okr("update renewing.nps 44");
    world.commit("second");
    let _ = world.git("checkout -q main");
    let _ = world.okr("update renewing.churn 2.9");
    world.commit("third");
    assert_snapshot!(world.okr("diff main...side --stat"), @"
    Diff · main...side · Nov 10 → Nov 15

       OBJECTIVE                                        DEFINED  EASIER  CHECK-INS   PROGRESS  GAINED
    ·  acme/renewing  Make renewing the obvious choice                           1  40 → 51 %  +11 pp

    1 changed objective · 1 check-in
    ");
    assert_snapshot!(world.okr("diff main..side --stat"), @"
    Diff · main → side · Nov 15 → Nov 15

       OBJECTIVE                                    DEFINED  EASIER  CHECK-INS  OTHER   PROGRESS  GAINED
    ·  acme/renewing  Make renewing the obvious c…                           1      1  42 → 51 %   +9 pp

    1 changed objective · 1 check-in · 1 past event is gone
    ");
    assert_snapshot!(world.okr("diff HEAD~1 HEAD --stat"), @"
    Diff · HEAD~1 → HEAD · Nov 10 → Nov 15

       OBJECTIVE                                        DEFINED  EASIER  CHECK-INS   PROGRESS  GAINED
    ·  acme/renewing  Make renewing the obvious choice                           1  40 → 42 %   +2 pp

    1 changed objective · 1 check-in
    ");
    assert_snapshot!(world.okr("diff 2026-10-31 2026-11-12"), @"
    Diff · 2026-10-31 → 2026-11-12

    1 changed objective · 4 check-ins

    · acme/renewing · Make renewing the obvious choice
    changed · 6 → 40 % (+34 pp)

    nps     check-ins  34 → 38 points (+21 pp) · on track → at risk · confidence 7 → 5 · 1 check-in by
                       ana
    churn   check-ins  4.2 → 3.1 % (+50 pp) · on track · 1 check-in by bo
    up      check-ins  99.45 % · 1 check-in by bo
    launch  check-ins  0 of 3 → beta, 2 of 3 (+67 pp) · 1 check-in by ana
    ");
}

#[test]
fn what_cannot_be_compared_says_what_to_do() {
    let world = committed();
    assert_snapshot!(world.okr("diff 2026-11-31"), @"
    ── stderr ──
    error: there is no day 2026-11-31
    hint: days are written as 2026-11-15; a tag of that name goes by tags/NAME
    ── exit 2 ──
    ");
    assert_snapshot!(world.okr("diff nowhere"), @r#"
    ── stderr ──
    error: Git knows no commit "nowhere"
    hint: git log --oneline and git tag show what there is; git fetch --tags brings what others have
    ── exit 2 ──
    "#);
    let outside = World::worked();
    assert_snapshot!(outside.okr("diff"), @"
    ── stderr ──
    error: <world>/work/okrs is in no Git repository
    hint: git init and a commit begin a history; --as-of DATE shows figures of a past day without one
    ── exit 2 ──
    ");
    assert_snapshot!(outside.okr("diff 2026-10-31 --stat"), @"
    Diff · 2026-10-31 → working tree · Oct 31 → Nov 15

       OBJECTIVE                                        DEFINED  EASIER  CHECK-INS  PROGRESS  GAINED
    ·  acme/renewing  Make renewing the obvious choice                           4  6 → 40 %  +34 pp

    1 changed objective · 4 check-ins
    ");
}

#[test]
fn a_damaged_file_hides_nothing_else() {
    let world = committed();
    let _ = world.okr("update renewing.nps 44");
    world.write("okrs/2026-Q4/ana/tickets.yaml", "title: x\ncolour: red\n");
    assert_snapshot!(world.okr("diff --stat"), @r#"
    Diff · HEAD → working tree · Nov 10 → Nov 15

       OBJECTIVE                                        DEFINED  EASIER  CHECK-INS   PROGRESS  GAINED
    ·  acme/renewing  Make renewing the obvious choice                           1  40 → 51 %  +11 pp

    1 changed objective · 1 check-in

    not compared: ana/tickets, which is damaged in working tree
    ── stderr ──
    error: okrs/2026-Q4/ana/tickets.yaml:2:1: unknown key "colour", not a key of an objective; known: title, description, kind, aligns_to, weight, tags, key_results
      2 | colour: red
        | ^^^^^^
    hint: remove the line. The objective is not shown until then.
    ── exit 3 ──
    "#);
}

#[test]
fn what_a_damaged_frame_keeps_from_being_compared_is_never_called_no_difference() {
    let world = committed();
    let _ = world.okr("update renewing.nps 44");
    let cycle = world.read("okrs/2026-Q4/cycle.yaml");
    world.write("okrs/2026-Q4/cycle.yaml", &format!("{cycle}colour: red\n"));
    assert_snapshot!(world.okr("diff"), @r#"
    Diff · HEAD → working tree · Nov 10 → Nov 15

    No difference in what could be read.

    not compared: settings, organisation, cycles, and the objectives of damaged cycles, because of
    okrs/2026-Q4/cycle.yaml
    ── stderr ──
    error: okrs/2026-Q4/cycle.yaml:3:1: unknown key "colour", not a key of a cycle; known: title, start, end, closed
      3 | colour: red
        | ^^^^^^
    hint: remove the line. The cycle is not shown until then.
    ── exit 3 ──
    "#);
    assert_snapshot!(world.okr("diff --stat --format markdown"), @r#"
    ## Diff · HEAD → working tree · Nov 10 → Nov 15

    No difference in what could be read.

    not compared: settings, organisation, cycles, and the objectives of damaged cycles, because of `okrs/2026-Q4/cycle.yaml`
    ── stderr ──
    error: okrs/2026-Q4/cycle.yaml:3:1: unknown key "colour", not a key of a cycle; known: title, start, end, closed
      3 | colour: red
        | ^^^^^^
    hint: remove the line. The cycle is not shown until then.
    ── exit 3 ──
    "#);
    let said: Value = serde_json::from_str(&world.out("diff --format json")).unwrap();
    assert_eq!(said["damaged"], serde_json::json!(["okrs/2026-Q4/cycle.yaml"]));
    world.write("okrs/2026-Q4/cycle.yaml", &cycle);
    let _ = world.okr("retract renewing.nps");
    world.write("okrs/org.yaml", "company: acme\nbogus: 1\n");
    assert_snapshot!(world.okr("diff --stat"), @r#"
    Diff · HEAD → working tree · Nov 10 → Nov 15

    No difference in what could be read.

    not compared: settings, organisation, cycles, and the objectives of damaged cycles, because of
    okrs/org.yaml
    ── stderr ──
    error: okrs/org.yaml:2:1: unknown key "bogus", not a key of the organisation; known: company, units, people
      2 | bogus: 1
        | ^^^^^
    hint: remove the line. Defaults stand in until then.
    ── exit 3 ──
    "#);
}

/// A change and its reverse: what is new one way is removed the other, and easier is harder.
#[test]
fn the_other_way_round_it_is_the_reverse() {
    let world = committed();
    let _ = world.okr("kr edit renewing.nps --metric '31 -> 45 points'");
    let _ = world.okr("create 'Sleep well on call' --owner ana --slug sleep");
    world.commit("second");
    let summary = |line: &str| -> Value {
        let report: Value = serde_json::from_str(&world.out(line)).unwrap();
        report["summary"].clone()
    };
    let (there, back) = (summary("diff HEAD~1 HEAD --format json"), summary("diff HEAD HEAD~1 --format json"));
    assert_eq!((&there["objectives"]["new"], &back["objectives"]["removed"]), (&1.into(), &1.into()));
    assert_eq!((&there["objectives"]["removed"], &back["objectives"]["new"]), (&0.into(), &0.into()));
    assert_eq!((&there["targets_easier"], &back["targets_harder"]), (&1.into(), &1.into()));
    assert_eq!((&there["targets_harder"], &back["targets_easier"]), (&0.into(), &0.into()));
}

#[test]
fn nothing_in_a_title_is_obeyed_in_any_format() {
    let world = committed();
    world.write("okrs/2026-Q4/ana/evil.yaml", "title: \"\\e[2J <script>x</script> | `y` \\u202e\"\n");
    for format in ["table", "markdown", "json", "csv", "html", "yaml"] {
        let said = world.out(&format!("diff --format {format}"));
        assert!(said.contains("script"), "{format}");
        assert!(!said.contains(['\u{1b}', '\u{202e}']), "{format}: {said}");
        assert!(format != "html" || !said.contains("<script>x"), "{said}");
    }
}
