//! `okr verify`: histories only grow.

use insta::assert_snapshot;
use okrs::check::{Example, Look, RULES};

use crate::world::World;

const HISTORY: &str = "okrs/2026-Q4/acme/renewing.history.yaml";

/// Commits all there is, as this person.
fn commit(world: &World, who: &str, message: &str) {
    let _ = world.git("add -A");
    let _ = world.git(&format!("-c user.name={who} -c user.email={who}@acme.example commit -q -m '{message}'"));
}

/// The worked example on `main`, and a branch from there.
fn branched() -> World {
    let world = World::worked();
    world.git("init -q -b main");
    world.on("2026-11-10");
    commit(&world, "ana", "base");
    let _ = world.git("checkout -q -b feature");
    world.on("2026-11-12");
    world
}

fn change(world: &World, file: &str, from: &str, to: &str) {
    let text = world.read(file);
    assert!(text.contains(from), "{file} holds {from}");
    world.write(file, &text.replace(from, to));
}

#[test]
fn what_only_grew_is_well() {
    let world = branched();
    let _ = world.okr("update renewing.nps 40");
    commit(&world, "ana", "check in");
    let _ = world.okr("comment renewing 'go on'");
    assert_snapshot!(world.session(&["verify --base main", "verify --base main --rev HEAD", "verify --base main --quiet"]), @"
    $ okr verify --base main
    verified 6 events in 1 history since main (f69735d): none changed, none removed, 2 new

    $ okr verify --base main --rev HEAD
    verified 6 events in 1 history since main (f69735d): none changed, none removed, 1 new

    $ okr verify --base main --quiet
    ");
}

#[test]
fn a_base_that_has_gone_on_is_no_alarm() {
    let world = branched();
    let _ = world.okr("update renewing.nps 40");
    commit(&world, "ana", "check in");
    let _ = world.git("checkout -q main");
    let _ = world.okr("update renewing.churn 2.9");
    commit(&world, "ana", "check in on main");
    let _ = world.git("checkout -q feature");
    assert_snapshot!(world.okr("verify --base main"), @"verified 6 events in 1 history since main (f69735d): none changed, none removed, 1 new");
}

#[test]
fn order_files_and_moves_do_not_matter() {
    let world = branched();
    let _ = world.okr("move renewing --owner eng");
    let path = "okrs/2026-Q4/eng/renewing.history.yaml";
    let text = world.read(path);
    // The lines the other way round, half of them in a person's own file, one of them twice.
    let lines: Vec<&str> = text.lines().rev().collect();
    world.write(path, &format!("{}\n", lines[..4].join("\n")));
    world.write("okrs/2026-Q4/eng/renewing.ana.history.yaml", &format!("{}\n", lines[3..].join("\n")));
    assert_snapshot!(world.okr("verify --base main"), @"verified 6 events in 1 history since main (f69735d): none changed, none removed, 1 new");
}

#[test]
fn an_edited_a_removed_and_a_spoilt_event_are_found() {
    let world = branched();
    change(&world, HISTORY, "\"value\": 38", "\"value\": 48");
    change(&world, HISTORY, "\"value\": 3.1, ", "\"value\": 3.1, }, ");
    let text = world.read(HISTORY);
    let kept: Vec<&str> = text.lines().filter(|line| !line.contains("a5")).collect();
    world.write(HISTORY, &(kept.join("\n") + "\n"));
    assert_snapshot!(world.okr("verify --base main"), @r#"
    error[OKR202]: the check-in of up by bo on 2026-11-10 is gone
     --> f69735d:okrs/2026-Q4/acme/renewing.history.yaml:5:11
      |
    5 | - {"id": "a5", "at": "2026-11-10T09:00:00Z", "by": "bo", "event": "update", "kr": "up", "valu...
      |           ^^
      |
      = help: put the line back; okr retract takes back what was wrong
      = rule: event-removed (okr check --explain OKR202)

    error[OKR201]: the check-in of nps by ana on 2026-11-10 says something else than it did: value 38 →
                   48
     --> okrs/2026-Q4/acme/renewing.history.yaml:3:100
      |
    3 | ...", "event": "update", "kr": "nps", "value": 48, "status": "at-risk", "confidence": 5}
      |                                                ^^
      |
      = help: put the line back as it was; okr retract takes back what was wrong
      = rule: event-changed (okr check --explain OKR201)

    error[OKR201]: the check-in of churn by bo on 2026-11-10 cannot be read any more
     --> okrs/2026-Q4/acme/renewing.history.yaml:4:1
      |
    4 | - {"id": "a4", "at": "2026-11-10T09:00:00Z", "by": "bo", "event": "update", "kr": "churn", "value": 3.1, }, "status": "on-track"}
      | ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
      |
      = help: put the line back as it was; okr retract takes back what was wrong
      = rule: event-changed (okr check --explain OKR201)

    3 errors in 6 events in 1 history since main (f69735d): 2 changed, 1 removed, 0 new
    ── exit 1 ──
    "#);
    assert_snapshot!(world.okr("verify --base main --format github"), @"
    ::error file=okrs/2026-Q4/acme/renewing.history.yaml,line=3,col=100,endColumn=102,title=OKR201 event-changed::the check-in of nps by ana on 2026-11-10 says something else than it did: value 38 → 48%0Aput the line back as it was; okr retract takes back what was wrong
    ::error file=okrs/2026-Q4/acme/renewing.history.yaml,line=4,col=1,endColumn=130,title=OKR201 event-changed::the check-in of churn by bo on 2026-11-10 cannot be read any more%0Aput the line back as it was; okr retract takes back what was wrong
    ::error file=okrs/2026-Q4/acme/renewing.history.yaml,line=5,col=11,endColumn=13,title=OKR202 event-removed::the check-in of up by bo on 2026-11-10 is gone%0Aput the line back; okr retract takes back what was wrong
    ── exit 1 ──
    ");
}

#[test]
fn an_old_line_beside_its_edited_one_is_found() {
    let world = branched();
    let text = world.read(HISTORY);
    let twin = text.lines().nth(1).unwrap().replace("34", "35");
    world.write(HISTORY, &format!("{text}{twin}\n"));
    assert_snapshot!(world.okr("verify --base main"), @r#"
    error[OKR201]: the check-in of nps by ana on 2026-10-20 says something else than it did: value 34 →
                   35
     --> okrs/2026-Q4/acme/renewing.history.yaml:7:100
      |
    7 | ...", "event": "update", "kr": "nps", "value": 35, "status": "on-track", "confidence": 7, "no...
      |                                                ^^
      |
      = help: put the line back as it was; okr retract takes back what was wrong
      = rule: event-changed (okr check --explain OKR201)

    1 error in 6 events in 1 history since main (f69735d): 1 changed, none removed, 0 new
    ── exit 1 ──
    "#);
}

#[test]
fn a_history_that_was_removed_is_named() {
    let world = branched();
    let _ = world.okr("create 'Never begun' --slug never --owner eng --kr 'a = A: 0 -> 1'");
    commit(&world, "ana", "another");
    let _ = world.okr("remove renewing --force");
    let _ = world.okr("remove never");
    assert_snapshot!(world.okr("verify --base HEAD"), @r#"
    error[OKR202]: acme/renewing was removed with its history, 6 events
     --> 825fcce:okrs/2026-Q4/acme/renewing.history.yaml:1:1
      |
    1 | - {"id": "a1", "at": "2026-10-01T09:00:00Z", "by": "ana", "event": "create"}
      | ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
      |
      = help: git checkout 825fcce -- 'okrs/2026-Q4/acme/renewing.*' brings it back; okr abandon ends
              what is given up
      = rule: event-removed (okr check --explain OKR202)

    1 error in 7 events in 2 histories since HEAD (825fcce): none changed, 6 removed, 0 new
    ── stderr ──
    note: removed before anybody had checked in, which is no loss: eng/never
    ── exit 1 ──
    "#);
}

#[test]
fn events_that_went_to_another_objective_are_missed() {
    let world = branched();
    let _ = world.okr("create 'Answer tickets' --slug tickets --owner eng --kr 'a = A: 0 -> 1'");
    let text = world.read(HISTORY);
    let line = text.lines().nth(1).unwrap();
    world.write(HISTORY, &text.replace(&format!("{line}\n"), ""));
    let other = world.read("okrs/2026-Q4/eng/tickets.history.yaml");
    world.write("okrs/2026-Q4/eng/tickets.history.yaml", &format!("{other}{line}\n"));
    assert_snapshot!(world.okr("verify --base main"), @r#"
    error[OKR202]: the check-in of nps by ana on 2026-10-20 is gone from acme/renewing: it stands in the
                   history of eng/tickets
     --> okrs/2026-Q4/eng/tickets.history.yaml:2:1
      |
    2 | - {"id": "a2", "at": "2026-10-20T09:00:00Z", "by": "ana", "event": "update", "kr": "nps", "value": 34, "status": "on-track", "confidence": 7, "note": "first survey"}
      | ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
      |
      = help: put the line back where it was; okr move takes an objective with its whole history
      = rule: event-removed (okr check --explain OKR202)

    1 error in 6 events in 1 history since main (f69735d): none changed, 1 removed, 1 new
    ── exit 1 ──
    "#);
}

#[test]
fn a_file_in_the_middle_of_a_merge_cannot_be_read() {
    let world = branched();
    let text = world.read(HISTORY);
    world.write(HISTORY, &format!("<<<<<<< HEAD\n{text}=======\n>>>>>>> other\n"));
    assert_snapshot!(world.okr("verify --base main"), @"
    error[OKR201]: 6 events cannot be read any more: a merge was left unfinished here
     --> okrs/2026-Q4/acme/renewing.history.yaml:1:1
      |
    1 | <<<<<<< HEAD
      | ^
      |
      = help: decide between the two sides and remove the lines with <<<<<<<, ======= and >>>>>>>.
      = rule: event-changed (okr check --explain OKR201)

    1 error in 6 events in 1 history since main (f69735d): 6 changed, none removed, 0 new
    ── exit 1 ──
    ");
}

#[test]
fn late_changes_of_targets_are_named_and_early_ones_are_not() {
    let world = branched();
    let _ = world.okr("kr edit renewing.nps --metric '31 -> 60 points'");
    assert_snapshot!(world.okr("verify --base main"), @"verified 6 events in 1 history since main (f69735d): none changed, none removed, 1 new");
    world.on("2026-12-01");
    let _ = world.okr("kr edit renewing.nps --metric '31 -> 45 points'");
    let _ = world.okr("kr edit renewing.up --due 2026-12-20");
    let _ = world.okr("kr edit renewing.launch --metric 'milestones design, beta, launch, party'");
    let _ = world.okr("kr remove renewing.audit");
    // By hand, so the day of the comparison stands for that of the change.
    change(&world, "okrs/2026-Q4/acme/renewing.yaml", "from: 4.2, to: 2.0", "from: 4.2, to: 3.0");
    assert_snapshot!(world.okr("verify --base main"), @r#"
    warning[OKR203]: the key result acme/renewing.audit was removed on 2026-12-01, after the middle of
                     2026-Q4 (2026-11-16): Audit passed, done or not
      --> f69735d:okrs/2026-Q4/acme/renewing.yaml:16:5
       |
    16 |   - id: audit
       |     ^^^^^^^^^
       |
       = help: keep it and score what was reached, or say why with okr kr edit --note
       = rule: late-target-change (okr check --explain OKR203)

    warning[OKR203]: the target of acme/renewing.nps was made easier on 2026-12-01, after the middle of
                     2026-Q4 (2026-11-16): 31 → 50 points  ⇒  31 → 45 points
     --> okrs/2026-Q4/acme/renewing.yaml:8:13
      |
    8 |     metric: {from: 31, to: 45, unit: points}
      |             ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
      |
      = help: keep it and score what was reached, or say why with okr kr edit --note
      = rule: late-target-change (okr check --explain OKR203)

    warning[OKR203]: the target of acme/renewing.churn was made easier on 2026-12-01, after the middle
                     of 2026-Q4 (2026-11-16): 4.2 → 2.0 %  ⇒  4.2 → 3.0 %
      --> okrs/2026-Q4/acme/renewing.yaml:12:13
       |
    12 |     metric: {from: 4.2, to: 3.0, unit: "%"}
       |             ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
       |
       = help: keep it and score what was reached, or say why with okr kr edit --note
       = rule: late-target-change (okr check --explain OKR203)

    warning[OKR203]: the due date of acme/renewing.up was brought forward on 2026-12-01, after the
                     middle of 2026-Q4 (2026-11-16): 2026-12-31  ⇒  2026-12-20
      --> okrs/2026-Q4/acme/renewing.yaml:16:10
       |
    16 |     due: 2026-12-20
       |          ^^^^^^^^^^
       |
       = help: keep it and score what was reached, or say why with okr kr edit --note
       = rule: late-target-change (okr check --explain OKR203)

    warning[OKR203]: the target of acme/renewing.launch was made harder on 2026-12-01, after the middle
                     of 2026-Q4 (2026-11-16): design, beta, launch  ⇒  design, beta, launch, party
      --> okrs/2026-Q4/acme/renewing.yaml:19:13
       |
    19 |     metric: {milestones: [design, beta, launch, party]}
       |             ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
       |
       = help: keep it and score what was reached, or say why with okr kr edit --note
       = rule: late-target-change (okr check --explain OKR203)

    5 warnings in 6 events in 1 history since main (f69735d): none changed, none removed, 5 new
    "#);
    assert_snapshot!(world.okr("verify --base main --deny-warnings --format csv"), @r#"
    code,name,severity,message,help,file,line,column,objective,fixable
    OKR203,late-target-change,warning,"the key result acme/renewing.audit was removed on 2026-12-01, after the middle of 2026-Q4 (2026-11-16): Audit passed, done or not","keep it and score what was reached, or say why with okr kr edit --note",f69735d:okrs/2026-Q4/acme/renewing.yaml,16,5,2026-Q4/acme/renewing,false
    OKR203,late-target-change,warning,"the target of acme/renewing.nps was made easier on 2026-12-01, after the middle of 2026-Q4 (2026-11-16): 31 → 50 points  ⇒  31 → 45 points","keep it and score what was reached, or say why with okr kr edit --note",okrs/2026-Q4/acme/renewing.yaml,8,13,2026-Q4/acme/renewing,false
    OKR203,late-target-change,warning,"the target of acme/renewing.churn was made easier on 2026-12-01, after the middle of 2026-Q4 (2026-11-16): 4.2 → 2.0 %  ⇒  4.2 → 3.0 %","keep it and score what was reached, or say why with okr kr edit --note",okrs/2026-Q4/acme/renewing.yaml,12,13,2026-Q4/acme/renewing,false
    OKR203,late-target-change,warning,"the due date of acme/renewing.up was brought forward on 2026-12-01, after the middle of 2026-Q4 (2026-11-16): 2026-12-31  ⇒  2026-12-20","keep it and score what was reached, or say why with okr kr edit --note",okrs/2026-Q4/acme/renewing.yaml,16,10,2026-Q4/acme/renewing,false
    OKR203,late-target-change,warning,"the target of acme/renewing.launch was made harder on 2026-12-01, after the middle of 2026-Q4 (2026-11-16): design, beta, launch  ⇒  design, beta, launch, party","keep it and score what was reached, or say why with okr kr edit --note",okrs/2026-Q4/acme/renewing.yaml,19,13,2026-Q4/acme/renewing,false
    ── exit 1 ──
    "#);
}

#[test]
fn events_are_by_the_author_of_the_commit_that_added_them_first() {
    let world = branched();
    let _ = world.okr("update renewing.nps 40");
    commit(&world, "ana", "check in");
    world.me(Some("bo"));
    let _ = world.okr("update renewing.churn 2.9");
    commit(&world, "bo", "check in");
    // Somebody else puts the lines in another order, and the objective in another place.
    let text = world.read(HISTORY);
    world.write(HISTORY, &text.lines().rev().map(|line| format!("{line}\n")).collect::<String>());
    let _ = world.git("mv okrs/2026-Q4/acme okrs/2026-Q4/ops");
    commit(&world, "mei", "tidy up");
    assert_snapshot!(world.okr("verify --base main --signed-by-author"), @"verified 6 events in 1 history since main (f69735d): none changed, none removed, 2 new");
    let _ = world.okr("update renewing.nps 41");
    commit(&world, "mei", "for bo");
    let _ = world.okr("update renewing.nps 42");
    commit(&world, "stranger", "for bo too");
    let _ = world.okr("update renewing.nps 43");
    assert_snapshot!(world.okr("verify --base main --signed-by-author"), @r#"
    error[OKR204]: the check-in of nps by bo on 2026-11-12 was committed in ec609ab by mei
                   (mei@acme.example)
     --> okrs/2026-Q4/ops/renewing.history.yaml:9:54
      |
    9 | - {"id": "fkdt0wd6k5", "at": "2026-11-12T12:00:05Z", "by": "bo", "event": "update", "kr": "np...
      |                                                      ^^^^^^^^^^
      |
      = help: let everybody commit what they check in themselves; git commit --amend --author corrects
              the last commit
      = rule: not-signed-by-author (okr check --explain OKR204)

    error[OKR204]: the check-in of nps by bo on 2026-11-12 was committed in 875a89c by
                   stranger@acme.example, whom org.yaml does not know
      --> okrs/2026-Q4/ops/renewing.history.yaml:10:54
       |
    10 | - {"id": "j93k46npd8", "at": "2026-11-12T12:00:06Z", "by": "bo", "event": "update", "kr": "n...
       |                                                      ^^^^^^^^^^
       |
       = help: put email: stranger@acme.example to that person's line in org.yaml, or commit with the
               address that stands there
       = rule: not-signed-by-author (okr check --explain OKR204)

    2 errors in 6 events in 1 history since main (f69735d): none changed, none removed, 5 new
    ── stderr ──
    note: 1 event is not committed yet, and signed by nobody
    ── exit 1 ──
    "#);
}

#[test]
fn an_event_of_the_branch_that_somebody_else_edits_is_not_signed_any_more() {
    let world = branched();
    let _ = world.okr("update renewing.nps 40");
    commit(&world, "ana", "check in");
    change(&world, HISTORY, "\"value\": 40", "\"value\": 44");
    commit(&world, "bo", "better so");
    assert_snapshot!(world.okr("verify --base main --signed-by-author"), @r#"
    error[OKR204]: the check-in of nps by ana on 2026-11-12 was committed in 3b0781b by bo
                   (bo@acme.example)
     --> okrs/2026-Q4/acme/renewing.history.yaml:7:54
      |
    7 | - {"id": "ex72drqxb5", "at": "2026-11-12T12:00:02Z", "by": "ana", "event": "update", "kr": "n...
      |                                                      ^^^^^^^^^^^
      |
      = help: let everybody commit what they check in themselves; git commit --amend --author corrects
              the last commit
      = rule: not-signed-by-author (okr check --explain OKR204)

    1 error in 6 events in 1 history since main (f69735d): none changed, none removed, 1 new
    ── exit 1 ──
    "#);
}

#[test]
fn what_a_merge_brings_is_its_parents_and_what_it_adds_its_own() {
    let world = branched();
    let _ = world.okr("update renewing.nps 40");
    commit(&world, "ana", "check in");
    let _ = world.git("checkout -q -b other main");
    world.me(Some("bo"));
    let _ = world.okr("update renewing.churn 2.9");
    commit(&world, "bo", "check in");
    let _ = world.git("checkout -q feature");
    let _ = world.git("-c user.name=mei -c user.email=mei@acme.example merge -q --no-commit other");
    let _ = world.okr("comment renewing 'hello'");
    commit(&world, "mei", "merge");
    assert_snapshot!(world.okr("verify --base main --signed-by-author"), @r#"
    error[OKR204]: the comment by bo on 2026-11-12 was committed in d592bec by mei (mei@acme.example)
     --> okrs/2026-Q4/acme/renewing.history.yaml:9:54
      |
    9 | - {"id": "y22ayw9443", "at": "2026-11-12T12:00:04Z", "by": "bo", "event": "comment", "text": ...
      |                                                      ^^^^^^^^^^
      |
      = help: let everybody commit what they check in themselves; git commit --amend --author corrects
              the last commit
      = rule: not-signed-by-author (okr check --explain OKR204)

    1 error in 6 events in 1 history since main (f69735d): none changed, none removed, 3 new
    ── exit 1 ──
    "#);
}

#[test]
fn only_owners_and_leads_check_in_and_everybody_comments() {
    let world = branched();
    change(&world, "okrs/org.yaml", "acme: {name: Acme Inc.}", "acme: {name: Acme Inc., lead: mei}");
    change(&world, "okrs/2026-Q4/acme/renewing.yaml", "title: Churn falls", "title: Churn falls\n    owner: bo");
    for (who, line) in [
        ("mei", "update renewing.nps 40"),
        ("bo", "update renewing.churn 2.9"),
        ("ana", "update renewing.churn 2.8"),
        ("bo", "comment renewing 'why?'"),
        ("bo", "retract renewing a4"),
        ("bo", "retract renewing a3"),
        ("bo", "score renewing 70"),
    ] {
        let _ = world.me(Some(who)).okr(line);
    }
    assert_snapshot!(world.width(80).okr("verify --base main --owners"), @r#"
    error[OKR205]: the retraction by bo on 2026-11-12 is about acme/renewing, which
                   is for mei to report
      --> okrs/2026-Q4/acme/renewing.history.yaml:12:54
       |
    12 | - {"id": "0k5et7ryz8", "at": "2026-11-12T12:00:07Z", "by": "bo", "event"...
       |                                                      ^^^^^^^^^^
       |
       = help: ask mei to check in, or change the owner first; a comment is
               everybody's
       = rule: not-by-an-owner (okr check --explain OKR205)

    error[OKR205]: the score by bo on 2026-11-12 is about acme/renewing, which is
                   for mei to report
      --> okrs/2026-Q4/acme/renewing.history.yaml:13:54
       |
    13 | - {"id": "a3wn2heem6", "at": "2026-11-12T12:00:08Z", "by": "bo", "event"...
       |                                                      ^^^^^^^^^^
       |
       = help: ask mei to check in, or change the owner first; a comment is
               everybody's
       = rule: not-by-an-owner (okr check --explain OKR205)

    2 errors in 6 events in 1 history since main (f69735d): none changed, none
    removed, 7 new
    ── exit 1 ──
    "#);
}

#[test]
fn the_settings_are_those_of_the_base() {
    let world = branched();
    world.write("okrs/okr.yaml", "version: 1\nchecks: {OKR202: allow, late-target-change: deny}\n");
    change(&world, HISTORY, "- {\"id\": \"a1\"", "# okr: allow OKR202\n# - {\"id\": \"a1\"");
    assert_snapshot!(world.okr("verify --base main"), @r#"
    error[OKR202]: the creation by ana on 2026-10-01 is gone
     --> f69735d:okrs/2026-Q4/acme/renewing.history.yaml:1:11
      |
    1 | - {"id": "a1", "at": "2026-10-01T09:00:00Z", "by": "ana", "event": "create"}
      |           ^^
      |
      = help: put the line back; okr retract takes back what was wrong
      = rule: event-removed (okr check --explain OKR202)

    1 error in 6 events in 1 history since main (f69735d): none changed, 1 removed, 0 new
    ── exit 1 ──
    "#);
    commit(&world, "ana", "switch it off");
    world.write(HISTORY, "");
    assert_snapshot!(world.okr("verify --base HEAD --format csv"), @"
    code,name,severity,message,help,file,line,column,objective,fixable
    ── stderr ──
    note: 2 lines of comment are gone from the histories
    ");
}

#[test]
fn a_base_without_a_store_and_one_that_is_not_there() {
    let world = World::new();
    world.write("README", "hello\n");
    world.git("init -q -b main");
    commit(&world, "ana", "empty");
    let _ = world.okr("init --solo");
    let _ = world.okr("cycle new");
    let _ = world.okr("create 'One' --kr 'a = A: 0 -> 1'");
    assert_snapshot!(world.session(&["verify --base main", "verify --base origin/main", "verify"]), @r#"
    $ okr verify --base main
    verified 0 events in 0 histories since main (acb262e): none changed, none removed, 1 new
    ── stderr ──
    note: main (acb262e) holds no store here yet, so everything is new

    $ okr verify --base origin/main
    ── stderr ──
    error: Git knows no commit "origin/main"
    hint: git fetch --no-tags origin main:refs/remotes/origin/main brings what is missing
    ── exit 2 ──

    $ okr verify
    ── stderr ──
    error: the following required arguments were not provided:
      --base <REV>

    Usage: okr verify --base <REV>

    For more information, try '--help'.
    ── exit 2 ──
    "#);
}

#[test]
fn a_store_that_moved_to_another_folder_is_compared_with_itself() {
    let world = branched();
    let _ = world.git("mv okrs goals");
    let path = "goals/2026-Q4/acme/renewing.history.yaml";
    change(&world, path, "\"value\": 38", "\"value\": 48");
    commit(&world, "ana", "move");
    assert_snapshot!(world.okr("verify --base main --store goals --format csv"), @"
    code,name,severity,message,help,file,line,column,objective,fixable
    OKR201,event-changed,error,the check-in of nps by ana on 2026-11-10 says something else than it did: value 38 → 48,put the line back as it was; okr retract takes back what was wrong,goals/2026-Q4/acme/renewing.history.yaml,3,100,2026-Q4/acme/renewing,false
    ── exit 1 ──
    ");
}

#[test]
fn every_rule_of_changes_finds_its_example() {
    for rule in RULES.iter().filter(|rule| matches!(rule.look, Look::Verify)) {
        let world = World::company();
        let put = |example: &Example| {
            for (file, text) in example.files() {
                world.write(&format!("okrs/{file}"), text);
            }
        };
        put(&rule.good);
        world.git("init -q -b main");
        commit(&world, "ana", "before");
        let _ = world.git("tag before");
        let verify = || world.okr("verify --base before --signed-by-author --owners --format json").to_string();
        let code = format!("\"code\": \"{}\"", rule.code);
        assert!(!verify().contains(&code), "{}", rule.code);
        put(&rule.bad);
        commit(&world, "ana", "after");
        assert!(verify().contains(&code), "{}: {}", rule.code, verify());
    }
}

/// A clone as CI makes it, in the folder `ci`.
fn cloned(world: &World, words: &str) {
    let from = world.path("").display().to_string();
    let _ = world.git(&format!("clone -q {words} 'file://{from}' ci"));
    world.inside("ci");
}

#[test]
fn a_shallow_clone_says_what_to_fetch() {
    let world = branched();
    let _ = world.okr("update renewing.nps 40");
    commit(&world, "ana", "check in");
    cloned(&world, "--depth 1 --branch feature");
    assert_snapshot!(world.session(&["verify --base origin/main", "verify --base main", "verify --base HEAD^"]), @r#"
    $ okr verify --base origin/main
    ── stderr ──
    error: Git knows no commit "origin/main"
    hint: git fetch --no-tags --unshallow origin main:refs/remotes/origin/main brings what is missing
    hint: in GitHub Actions, actions/checkout with fetch-depth: 0 does that; in GitLab CI, the variable GIT_DEPTH: 0
    ── exit 2 ──

    $ okr verify --base main
    ── stderr ──
    error: Git knows no commit "main"
    hint: git fetch --no-tags --unshallow origin main:refs/remotes/origin/main brings what is missing, then say origin/main
    hint: in GitHub Actions, actions/checkout with fetch-depth: 0 does that; in GitLab CI, the variable GIT_DEPTH: 0
    ── exit 2 ──

    $ okr verify --base HEAD^
    ── stderr ──
    error: Git knows no commit "HEAD^"
    hint: git fetch --no-tags --unshallow origin brings what is missing
    hint: in GitHub Actions, actions/checkout with fetch-depth: 0 does that; in GitLab CI, the variable GIT_DEPTH: 0
    ── exit 2 ──
    "#);
    // The base without what lies between.
    let _ = world.git("-C ci fetch -q --no-tags --depth=1 origin main:refs/remotes/origin/main");
    assert_snapshot!(world.okr("verify --base origin/main"), @"
    ── stderr ──
    error: origin/main and HEAD have no commit in common, as far as this shallow clone reaches
    hint: git fetch --no-tags --unshallow origin main:refs/remotes/origin/main brings what is missing
    hint: in GitHub Actions, actions/checkout with fetch-depth: 0 does that; in GitLab CI, the variable GIT_DEPTH: 0
    ── exit 2 ──
    ");
    // What is said to type is typed.
    let _ = world.git("-C ci fetch -q --no-tags --unshallow origin main:refs/remotes/origin/main");
    assert_snapshot!(world.okr("verify --base origin/main --signed-by-author"), @"verified 6 events in 1 history since origin/main (f69735d): none changed, none removed, 1 new");
}

#[test]
fn a_pull_request_as_github_checks_it_out() {
    let world = branched();
    let _ = world.okr("update renewing.nps 40");
    commit(&world, "ana", "check in");
    let _ = world.git("checkout -q -b pull main");
    let _ = world.git("-c user.name=hub -c user.email=hub@hub.example merge -q --no-ff -m merge feature");
    cloned(&world, "--depth 2 --branch pull");
    // Its --unshallow brings the parents of the pull request's own commits too.
    assert_snapshot!(world.session(&["verify --base HEAD^1", "verify --base HEAD^1 --signed-by-author"]), @"
    $ okr verify --base HEAD^1
    verified 6 events in 1 history since HEAD^1 (f69735d): none changed, none removed, 1 new

    $ okr verify --base HEAD^1 --signed-by-author
    ── stderr ──
    error: this clone is shallow: it does not reach back to where the two part
    hint: git fetch --no-tags --unshallow origin brings what is missing
    hint: in GitHub Actions, actions/checkout with fetch-depth: 0 does that; in GitLab CI, the variable GIT_DEPTH: 0
    ── exit 2 ──
    ");
    let _ = world.git("-C ci fetch -q --no-tags --unshallow origin");
    assert_snapshot!(world.okr("verify --base HEAD^1 --signed-by-author"), @"verified 6 events in 1 history since HEAD^1 (f69735d): none changed, none removed, 1 new");
}

#[test]
fn a_partial_clone_fetches_nothing_by_itself() {
    let world = branched();
    change(&world, HISTORY, "\"value\": 38", "\"value\": 48");
    commit(&world, "ana", "edit");
    let _ = world.git("config uploadpack.allowFilter true");
    cloned(&world, "--filter=blob:none --branch feature");
    assert_snapshot!(world.okr("verify --base origin/main"), @"
    ── stderr ──
    error: this clone lacks f69735d:okrs/2026-Q4/acme/renewing.history.yaml
    hint: it was made with --filter, and nothing is fetched unasked: git fetch --refetch --no-filter --no-tags origin
    ── exit 3 ──
    ");
    assert_snapshot!(world.okr("verify --base origin/main --rev HEAD --signed-by-author"), @"
    ── stderr ──
    error: this clone lacks f69735d:okrs/2026-Q4/acme/renewing.history.yaml
    hint: it was made with --filter, and nothing is fetched unasked: git fetch --refetch --no-filter --no-tags origin
    ── exit 3 ──
    ");
    let _ = world.git("-C ci fetch -q --refetch --no-filter --no-tags origin");
    assert_snapshot!(world.okr("verify --base origin/main --format csv"), @"
    code,name,severity,message,help,file,line,column,objective,fixable
    OKR201,event-changed,error,the check-in of nps by ana on 2026-11-10 says something else than it did: value 38 → 48,put the line back as it was; okr retract takes back what was wrong,okrs/2026-Q4/acme/renewing.history.yaml,3,100,2026-Q4/acme/renewing,false
    ── exit 1 ──
    ");
}

#[test]
fn what_events_and_revisions_say_never_reaches_the_terminal_raw() {
    let world = branched();
    let evil = "- {\"id\": \"e1\", \"at\": \"2026-11-10T09:00:00Z\", \"by\": \"bo\\u001b[31m\", \"event\": \"edit\", \"field\": \"a\\u202eb\\u001b]8;;\", \"to\": \"x\\ny\"}\n";
    let text = world.read(HISTORY);
    world.write(HISTORY, &format!("{text}{evil}"));
    commit(&world, "ana", "evil");
    let _ = world.git("branch 'main\u{202e}x'");
    world.write(HISTORY, &format!("{text}{}", evil.replace("x\\n", "z\\n")));
    for format in ["table", "github", "markdown"] {
        let said = world.okr(&format!("verify --base 'main\u{202e}x' --format {format}")).to_string();
        assert!(said.contains("OKR201"), "{said}");
        assert!(!said.contains(['\u{1b}', '\u{202e}', '\u{9b}']), "{said:?}");
    }
    let said = world.okr("verify --base HEAD --owners").to_string();
    assert!(!said.contains(['\u{1b}', '\u{202e}']), "{said:?}");
    assert_snapshot!(world.session(&["verify --base --upload-pack=x", "verify --base=--all", "verify --base ^main", "verify --base main..feature"]), @r#"
    $ okr verify --base --upload-pack=x
    ── stderr ──
    error: unexpected argument '--upload-pack' found

    Usage: okr verify [OPTIONS] --base <REV>

    For more information, try '--help'.
    ── exit 2 ──

    $ okr verify --base=--all
    ── stderr ──
    error: Git knows no commit "--all"
    hint: git log --oneline shows what there is; git fetch --no-tags origin brings what is missing
    ── exit 2 ──

    $ okr verify --base ^main
    ── stderr ──
    error: Git knows no commit "^main"
    hint: git log --oneline shows what there is; git fetch --no-tags origin brings what is missing
    ── exit 2 ──

    $ okr verify --base main..feature
    ── stderr ──
    error: Git knows no commit "main..feature"
    hint: git log --oneline shows what there is; git fetch --no-tags origin brings what is missing
    ── exit 2 ──
    "#);
}
