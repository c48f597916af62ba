//! Sparse checkouts: what is not checked out is elsewhere, and not missing.

use insta::assert_snapshot;

use crate::world::World;

/// The worked example with an objective of eng below one of its key results, in a repository of which only eng's folder and
/// one of a longer cycle is checked out.
fn sparse() -> World {
    let world = World::worked();
    let _ = world.okr("cycle new 2026");
    let _ = world.okr("create 'Be the default' --cycle 2026 --slug default --owner acme --kr 's = Share: 10 -> 20 %'");
    let _ = world.okr("create 'Answer every ticket' --slug tickets --owner eng --kr 't = Open tickets: 90 -> 10'");
    let _ = world.okr("align tickets renewing.nps 2026/acme/default");
    let _ = world.okr("create 'Ship on Fridays' --slug fridays --owner eng --kr 'f = Fridays: 0 -> 10'");
    let _ = world.okr("align fridays 2026/acme/default");
    let _ = world.okr("create 'Learn to type' --slug typing --owner bo --kr 'w = Words: 30 -> 60'");
    let _ = world.okr("align typing tickets");
    world.git("init -q -b main");
    let _ = world.git("add -A");
    let _ = world.git("-c user.name=Ana -c user.email=ana@acme.example commit -q -m base");
    let _ = world.git("sparse-checkout set okrs/2026-Q4/eng okrs/2026-Q4/bo");
    assert!(!world.path("okrs/2026-Q4/acme").exists());
    world
}

#[test]
fn a_parent_that_is_not_checked_out_is_not_here_and_no_damage() {
    let world = sparse();
    assert_snapshot!(world.session(&["tree", "show tickets", "check", "list --format csv", "report gap --fail-on unaligned --format csv"]), @r#"
    $ okr tree
    2026-Q4 · Oct 1 – Dec 31 · day 46 of 92, 50 % of the time is gone · ┊ = where the plan is

    → 2026/acme/default                  ░░░░░░░░░┊░░░░░░░░  0 %  −50 pp  not here
    └─ Ship on Fridays      eng/fridays  ░░░░░░░░░┊░░░░░░░░  0 %  −50 pp  ✗ no check-in yet
       └─ Fridays           f  0 of 10   ░░░░░░░░░┊░░░░░░░░  0 %  −50 pp  ✗ off track

    → acme/renewing.nps                  ░░░░░░░░░┊░░░░░░░░  0 %  −50 pp  not here
    └─ Answer every ticket  eng/tickets  ░░░░░░░░░┊░░░░░░░░  0 %  −50 pp  ✗ no check-in yet
       ├─ Open tickets      t  90 of 10  ░░░░░░░░░┊░░░░░░░░  0 %  −50 pp  ✗ off track
       └─ Learn to type     bo/typing    ░░░░░░░░░┊░░░░░░░░  0 %  −50 pp  ✗ no check-in yet
          └─ Words          w  30 of 60  ░░░░░░░░░┊░░░░░░░░  0 %  −50 pp  ✗ off track

    $ okr show tickets
    Answer every ticket · eng/tickets

    owner      Engineering (eng, department)
    cycle      2026-Q4 (Oct 1 – Dec 31)
    progress   0 % of 50 % expected, −50 pp  ✗ off track
    aligns to  acme/renewing.nps  not here
    and to     2026/acme/default  not here

    Answer every ticket  eng/tickets
    100 % ┤                                                                                        ⡀⡀⠄⠄⠂
          │                                                                               ⡀⡀⠄⠄⠂⠂⠂⠁⠁
          │                                                                     ⡀⡀⡀⠄⠄⠂⠂⠁⠁⠁
          │                                                            ⡀⡀⠄⠄⠄⠂⠂⠁⠁
          │                                                   ⡀⡀⠄⠄⠂⠂⠂⠁⠁
     50 % ┤                                         ⡀⡀⡀⠄○⠂⠂⠁⠁⠁
          │                                ⡀⡀⠄⠄⠄⠂⠂⠁⠁    │
          │                       ⡀⡀⠄⠄⠂⠂⠂⠁⠁             │
          │             ⡀⡀⡀⠄⠄⠂⠂⠁⠁⠁                      │
          │    ⡀⡀⠄⠄⠄⠂⠂⠁⠁                                │
      0 % └━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━●───────────────────────────────────────────────
           Oct 1                                  today, Nov 15                                   Dec 31
    ━● reached 0 %   ⠄⠄○ plan 50 %

    KR                NOW                           DONE  PLAN  PACE         FORECAST   LAST CHECK-IN
    t   Open tickets  90 of 10  ░░░░░░░░░┊░░░░░░░░   0 %  50 %  ✗ off track  too early  never

    Served by
    bo/typing  Learn to type  0 %  ✗ off track

    Lately
    Nov 15 12:00  ana  changed aligns_to: acme/renewing.nps, 2026/acme/default  fttygaa9pb
    Nov 15 12:00  ana  created                                                  8jj8sa74gz

    $ okr check
    advice[OKR111]: one key result tells one side only
     --> okrs/2026-Q4/bo/typing.yaml:3:1
      |
    3 | key_results:
      | ^^^^^^^^^^^
      |
      = help: what else has to hold? okr kr add bo/typing "TITLE: >= N UNIT"
      = rule: number-of-key-results (okr check --explain OKR111)

    advice[OKR111]: one key result tells one side only
     --> okrs/2026-Q4/eng/fridays.yaml:3:1
      |
    3 | key_results:
      | ^^^^^^^^^^^
      |
      = help: what else has to hold? okr kr add eng/fridays "TITLE: >= N UNIT"
      = rule: number-of-key-results (okr check --explain OKR111)

    advice[OKR111]: one key result tells one side only
     --> okrs/2026-Q4/eng/tickets.yaml:3:1
      |
    3 | key_results:
      | ^^^^^^^^^^^
      |
      = help: what else has to hold? okr kr add eng/tickets "TITLE: >= N UNIT"
      = rule: number-of-key-results (okr check --explain OKR111)

    3 pieces of advice in 3 objectives in 1 cycle

    $ okr list --format csv
    ref,title,cycle,owner,level,kind,state,key_results,progress,expected,gap_to_plan,pace,status,confidence,updated
    2026-Q4/bo/typing,Learn to type,2026-Q4,bo,individual,aspirational,open,1,0,0.5,-50,off-track,,,
    2026-Q4/eng/fridays,Ship on Fridays,2026-Q4,eng,department,aspirational,open,1,0,0.5,-50,off-track,,,
    2026-Q4/eng/tickets,Answer every ticket,2026-Q4,eng,department,aspirational,open,1,0,0.5,-50,off-track,,,

    $ okr report gap --fail-on unaligned --format csv
    kind,ref,cycle,owner,unit,level,title,unit_of_measure,start,value,target,gap,expected,progress,gap_to_plan,change,pace,status,confidence,forecast,forecast_low,forecast_high,target_on,updated_at
    objective,2026-Q4/bo/typing,2026-Q4,bo,eng,individual,Learn to type,,,,,,0.5,0,-50,,off-track,,,,,,,
    objective,2026-Q4/eng/fridays,2026-Q4,eng,eng,department,Ship on Fridays,,,,,,0.5,0,-50,,off-track,,,,,,,
    objective,2026-Q4/eng/tickets,2026-Q4,eng,eng,department,Answer every ticket,,,,,,0.5,0,-50,,off-track,,,,,,,
    key_result,2026-Q4/bo/typing.w,2026-Q4,bo,eng,individual,Words,,30,30,60,30,0.5,0,-50,,off-track,,,,,,,
    key_result,2026-Q4/eng/fridays.f,2026-Q4,eng,eng,department,Fridays,,0,0,10,10,0.5,0,-50,,off-track,,,,,,,
    key_result,2026-Q4/eng/tickets.t,2026-Q4,eng,eng,department,Open tickets,,90,90,10,-80,0.5,0,-50,,off-track,,,,,,,
    "#);
    assert_snapshot!(world.okr("tree fridays --format json"), @r#"
    {
      "version": 1,
      "as_of": "2026-11-15",
      "cycle": {
        "id": "2026-Q4",
        "title": null,
        "start": "2026-10-01",
        "end": "2026-12-31",
        "closed": null,
        "days": 92,
        "day": 46,
        "elapsed": 0.5
      },
      "roots": [
        {
          "node": "objective",
          "ref": "2026-Q4/eng/fridays",
          "cycle": "2026-Q4",
          "owner": "eng",
          "owner_name": "Engineering",
          "unit": "eng",
          "level": "department",
          "title": "Ship on Fridays",
          "description": null,
          "kind": "aspirational",
          "tags": [],
          "weight": 1,
          "state": "open",
          "progress": 0.0,
          "expected": 0.5,
          "gap_to_plan": -50.0,
          "pace": "off-track",
          "status": null,
          "disagrees": false,
          "confidence": null,
          "score": null,
          "missing": 0,
          "aligns_to": [],
          "not_here": [
            "2026/acme/default"
          ],
          "updated_at": null,
          "forecast": null,
          "key_results": [],
          "children": [
            {
              "node": "key-result",
              "ref": "2026-Q4/eng/fridays.f",
              "id": "f",
              "title": "Fridays",
              "metric": {
                "type": "change",
                "from": 0,
                "to": 10,
                "unit": null
              },
              "owner": "eng",
              "weight": 1,
              "due": "2026-12-31",
              "value": 0,
              "progress": 0.0,
              "expected": 0.5,
              "gap": 10,
              "gap_to_plan": -50.0,
              "pace": "off-track",
              "status": null,
              "disagrees": false,
              "confidence": null,
              "score": null,
              "note": null,
              "updated_at": null,
              "updated_by": null,
              "check_ins": 0,
              "stale_days": null,
              "forecast": {
                "state": "too-early",
                "days": 0
              },
              "initiatives": [],
              "children": []
            }
          ]
        }
      ],
      "objectives": 1,
      "of": 3
    }
    "#);
}

#[test]
fn machines_are_told_too() {
    let world = sparse();
    let said = world.okr("tree --format json").to_string();
    assert!(said.contains("\"node\": \"not-here\",\n      \"ref\": \"2026-Q4/acme/renewing.nps\""), "{said}");
    let said = world.okr("show tickets --format json").to_string();
    assert!(
        said.contains("\"not_here\": [\n    \"2026-Q4/acme/renewing.nps\",\n    \"2026/acme/default\"\n  ]"),
        "{said}"
    );
    assert_snapshot!(world.okr("tree --format csv"), @"
    depth,title,kind,ref,owner,value,progress,expected,gap_to_plan,pace,status,confidence,updated
    0,→ 2026/acme/default,not-here,2026/acme/default,acme,,0,0.5,-50,off-track,,,
    1,Ship on Fridays,objective,2026-Q4/eng/fridays,eng,,0,0.5,-50,off-track,,,
    2,Fridays,key_result,2026-Q4/eng/fridays.f,eng,0 of 10,0,0.5,-50,off-track,,,
    0,→ acme/renewing.nps,not-here,2026-Q4/acme/renewing.nps,acme,,0,0.5,-50,off-track,,,
    1,Answer every ticket,objective,2026-Q4/eng/tickets,eng,,0,0.5,-50,off-track,,,
    2,Open tickets,key_result,2026-Q4/eng/tickets.t,eng,90 of 10,0,0.5,-50,off-track,,,
    2,Learn to type,objective,2026-Q4/bo/typing,bo,,0,0.5,-50,off-track,,,
    3,Words,key_result,2026-Q4/bo/typing.w,bo,30 of 60,0,0.5,-50,off-track,,,
    ");
}

#[test]
fn what_is_nowhere_is_still_damage() {
    let world = sparse();
    let text = world.read("okrs/2026-Q4/eng/fridays.yaml");
    world.write("okrs/2026-Q4/eng/fridays.yaml", &text.replace("2026/acme/default", "acme/renewals"));
    assert_snapshot!(world.okr("list"), @"
    2026-Q4 · Oct 1 – Dec 31 · day 46 of 92, 50 % of the time is gone · 3 objectives

    OBJECTIVE                         OWNER        KRS                           DONE  PLAN  PACE
    bo/typing    Learn to type        Bo Chen        1  ░░░░░░░┊░░░░░░  ▁▁▁▁▁▁▁   0 %  50 %  ✗ off track
    eng/fridays  Ship on Fridays      Engineering    1  ░░░░░░░┊░░░░░░  ▁▁▁▁▁▁▁   0 %  50 %  ✗ off track
    eng/tickets  Answer every ticket  Engineering    1  ░░░░░░░┊░░░░░░  ▁▁▁▁▁▁▁   0 %  50 %  ✗ off track
    ── stderr ──
    warning: okrs/2026-Q4/eng/fridays.yaml:2:13: it aligns to acme/renewals, which is not there
      2 | aligns_to: [acme/renewals]
        |             ^^^^^^^^^^^^^
    hint: correct or remove it.
    ");
    // Checked out again, and removed by hand: that is missing.
    let _ = world.git("sparse-checkout disable");
    world.remove("okrs/2026/acme/default.yaml");
    assert_snapshot!(world.okr("check --only dangling-alignment --format csv"), @r#"
    code,name,severity,message,help,file,line,column,objective,fixable
    OKR018,dangling-alignment,error,"it aligns to acme/renewals, which is not there",did you mean acme/renewing?,okrs/2026-Q4/eng/fridays.yaml,2,13,2026-Q4/eng/fridays,false
    OKR018,dangling-alignment,error,"it aligns to 2026/acme/default, which is not there",correct or remove it.,okrs/2026-Q4/eng/tickets.yaml,2,32,2026-Q4/eng/tickets,false
    ── exit 1 ──
    "#);
}

#[test]
fn a_verification_misses_nothing_that_is_left_out() {
    let world = sparse();
    let _ = world.okr("update tickets 80");
    assert_snapshot!(world.session(&["verify --base HEAD", "verify --base HEAD --rev HEAD"]), @"
    $ okr verify --base HEAD
    verified 13 events in 5 histories since HEAD (21cdbeb): none changed, none removed, 1 new

    $ okr verify --base HEAD --rev HEAD
    verified 13 events in 5 histories since HEAD (21cdbeb): none changed, none removed, 0 new
    ");
    // The branch took an event out of a history that is not checked out.
    let _ = world.git("sparse-checkout disable");
    let text = world.read("okrs/2026-Q4/acme/renewing.history.yaml");
    world.write("okrs/2026-Q4/acme/renewing.history.yaml", &text.replace("\"value\": 38", "\"value\": 48"));
    let _ = world.git("add -A");
    let _ = world.git("-c user.name=Ana -c user.email=ana@acme.example commit -q -m edit");
    let _ = world.git("sparse-checkout set okrs/2026-Q4/eng");
    assert!(!world.path("okrs/2026-Q4/acme").exists());
    assert_snapshot!(world.okr("verify --base HEAD^"), @r#"
    error[OKR201]: the check-in of nps by ana on 2026-11-10 says something else than it did: value 38 →
                   48
     --> okrs/2026-Q4/acme/renewing.history.yaml:3:100
      |
    3 | ...", "event": "update", "kr": "nps", "value": 48, "status": "at-risk", "confidence": 5}
      |                                                ^^
      |
      = help: put the line back as it was; okr retract takes back what was wrong
      = rule: event-changed (okr check --explain OKR201)

    1 error in 13 events in 5 histories since HEAD^ (21cdbeb): 1 changed, none removed, 1 new
    ── exit 1 ──
    "#);
}

#[test]
fn git_is_asked_only_when_something_dangles() {
    let world = sparse();
    let _ = world.git("sparse-checkout disable");
    world.write("bin/git", "#!/bin/sh\necho asked >> \"$HOME/asked\"\nexec /usr/bin/git \"$@\"\n");
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        std::fs::set_permissions(world.path("bin/git"), std::fs::Permissions::from_mode(0o755)).unwrap();
    }
    let bin = world.path("bin").display().to_string();
    world.env("PATH", &format!("{bin}:/usr/local/bin:/usr/bin:/bin"));
    let _ = world.okr("tree");
    let _ = world.okr("list");
    assert!(!world.path("../home/asked").exists());
    world.remove("okrs/2026/acme/default.yaml");
    let _ = world.okr("list");
    assert!(world.path("../home/asked").exists());
}
