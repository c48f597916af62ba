//! `--rev`: every reading command on a revision of Git.

use insta::assert_snapshot;

use crate::stores::READING;
use crate::world::World;

impl World {
    /// The worked example with a history in Git: written down on November 10, changed on November 13, and again since.
    fn revised() -> Self {
        let world = Self::worked();
        world.git("init -q -b main");
        world.on("2026-11-10").commit("first");
        let _ = world.git("tag v1");
        world.on("2026-11-13");
        let _ = world.okr("update renewing.nps 45 --status on-track --note 'second survey'");
        let _ = world.okr("kr remove renewing.audit --force");
        let _ = world.okr("org add-unit web --name 'The web team' --parent eng");
        world.commit("second");
        world.on("2026-11-15");
        let _ = world.okr("update renewing.nps 49");
        world
    }
}

#[test]
fn the_tree_as_people_saw_it_then() {
    let world = World::revised();
    assert_snapshot!(world.session(&["tree", "tree --rev main", "tree --rev v1"]), @"
    $ okr tree
    2026-Q4 · Oct 1 – Dec 31 · day 46 of 92, 50 % of the time is gone · ┊ = where the plan is

    Acme Inc.                                                       ██████████┊█░░░░░  71 %  ✓ on track
    └─ Make renewing the obvious choice  acme/renewing              ██████████┊█░░░░░  71 %  ✓ on track
       ├─ NPS rises                      nps     49 of 50 points    ████████┊███████░  95 %  ✓ on track
       ├─ Churn falls                    churn   3.1 of 2.0 %       ████████┊░░░░░░░░  50 %  ✓ on track
       ├─ Uptime is kept                 up      99.45 of ≥ 99.9 %  █████████░░░░░░░┊  50 %  ✗ off track
       └─ Launch                         launch  beta, 2 of 3       ████████┊██░░░░░░  67 %  ✓ on track

    $ okr tree --rev main
    2026-Q4 · Oct 1 – Dec 31 · day 44 of 92, 48 % of the time is gone · ┊ = where the plan is

    Acme Inc.                                                       █████████┊█░░░░░░  63 %  ✓ on track
    └─ Make renewing the obvious choice  acme/renewing              █████████┊█░░░░░░  63 %  ✓ on track
       ├─ NPS rises                      nps     45 of 50 points    ████████┊████░░░░  74 %  ✓ on track
       ├─ Churn falls                    churn   3.1 of 2.0 %       ████████┊░░░░░░░░  50 %  ✓ on track
       ├─ Uptime is kept                 up      99.45 of ≥ 99.9 %  █████████░░░░░░░┊  50 %  ✗ off track
       └─ Launch                         launch  beta, 2 of 3       ████████┊██░░░░░░  67 %  ✓ on track

    $ okr tree --rev v1
    2026-Q4 · Oct 1 – Dec 31 · day 41 of 92, 45 % of the time is gone · ┊ = where the plan is

    Acme Inc.                                                       ██████░┊░░░░░░  40 %  ✗ off track
    └─ Make renewing the obvious choice  acme/renewing              ██████░┊░░░░░░  40 %  ✗ says at risk
       ├─ NPS rises                      nps     38 of 50 points    █████░┊░░░░░░░  37 %  ! at risk
       ├─ Churn falls                    churn   3.1 of 2.0 %       ██████┊░░░░░░░  50 %  ✓ on track
       ├─ Uptime is kept                 up      99.45 of ≥ 99.9 %  ███████░░░░░░┊  50 %  ✗ off track
       ├─ Audit passed                   audit   not yet            ░░░░░░┊░░░░░░░   0 %  ✗ off track
       └─ Launch                         launch  beta, 2 of 3       ██████┊██░░░░░  67 %  ✓ on track
    ");
}

#[test]
fn definitions_history_and_organisation_are_those_of_the_revision() {
    let world = World::revised();
    assert_snapshot!(world.session(&[
        "show renewing --rev v1",
        "history renewing.nps --rev main",
        "log --rev v1",
        "org --rev v1",
        "org show --rev main",
        "cycle show --rev v1",
        "report gap --rev v1 --format csv",
    ]), @"
    $ okr show renewing --rev v1
    Make renewing the obvious choice · acme/renewing

    owner       Acme Inc. (acme, company)
    cycle       2026-Q4 (Oct 1 – Dec 31)
    progress    40 % of 54 % expected, −14 pp  ✗ off track, but people say at risk
    confidence  5 of 10

    Renewals pay for everything else.

    Make renewing the obvious choice  acme/renewing
    100 % ┤                                                                                       ⡀⡀⡀⠄⠄⠂
          │                                                                            ⡀⡀⡀⠄⠄⠂⠂⠂⠁⠁⠁
          │                                                                 ⡀⡀⠄⠄⠄⠂⠂⠂⠁⠁⠁
          │                                                     ⡀⡀⡀⠄⠄⠄⠂⠂⠂⠁⠁⠁
          │                                          ⡀⡀⡀⠄⠄⠄⠂⠂⠂⠁⠁
     50 % ┤                                      ⡀⠄○⠁
          │                                ⡀⡀⠄⠄⠂⠁  ●
          │                       ⡀⡀⠄⠄⠂⠂⠂⠁⠁        ┃
          │             ⡀⡀⡀⠄⠄⠂⠂⠁⠁⠁                 ┃
          │    ⡀⡀⠄⠄⠄⠂⠂⠁⠁      ┏━━━━━━━━━━━━━━━━━━━━┛
      0 % └━━━━━━━━━━━━━━━━━━━┛────────────────────┬────────────────────────────────────────────────────
           Oct 1                             today, Nov 10                                        Dec 31
    ━● reached 40 %   ⠄⠄○ plan 54 %

    KR                      NOW                                DONE   PLAN  PACE         LAST CHECK-IN
    nps     NPS rises       38 of 50 points    █████░┊░░░░░░░  37 %   45 %  ! at risk    Nov 10
    churn   Churn falls     3.1 of 2.0 %       ██████┊░░░░░░░  50 %   45 %  ✓ on track   Nov 10
    up      Uptime is kept  99.45 of ≥ 99.9 %  ███████░░░░░░┊  50 %  100 %  ✗ off track  Nov 10
    audit   Audit passed    not yet            ░░░░░░┊░░░░░░░   0 %   45 %  ✗ off track  never (41 days)
    launch  Launch          beta, 2 of 3       ██████┊██░░░░░  67 %   45 %  ✓ on track   Nov 10

    Lately
    Nov 10 09:00  ana  updated launch 0 of 3 → beta, 2 of 3                         a6
    Nov 10 09:00  bo   updated up 99.45 %                                           a5
    Nov 10 09:00  bo   updated churn 4.2 → 3.1 % · on track                         a4
    Nov 10 09:00  ana  updated nps 34 → 38 points · at risk · 5/10                  a3
    Oct 20 09:00  ana  updated nps 31 → 34 points · on track · 7/10 · first survey  a2
    Oct  1 09:00  ana  created                                                      a1

    $ okr history renewing.nps --rev main
    NPS rises · acme/renewing.nps · 31 → 50 points

    WHEN          WHO  BEFORE  AFTER  CHANGE   PROGRESS  STATUS              CONF   NOTE
    Nov 13 12:00  ana      38     45  +7      37 → 74 %  at risk → on track  –      second survey
    Nov 10 09:00  ana      34     38  +4      16 → 37 %  on track → at risk  7 → 5  –
    Oct 20 09:00  ana      31     34  +3       0 → 16 %  on track            7      first survey

    $ okr log --rev v1
    Activity · 2026-Q4 · 6 events

    WHEN          WHO  OBJECTIVE      WHAT                                                         EVENT
    Nov 10 09:00  ana  acme/renewing  updated launch 0 of 3 → beta, 2 of 3                         a6
    Nov 10 09:00  bo   acme/renewing  updated up 99.45 %                                           a5
    Nov 10 09:00  bo   acme/renewing  updated churn 4.2 → 3.1 % · on track                         a4
    Nov 10 09:00  ana  acme/renewing  updated nps 34 → 38 points · at risk · 5/10                  a3
    Oct 20 09:00  ana  acme/renewing  updated nps 31 → 34 points · on track · 7/10 · first survey  a2
    Oct  1 09:00  ana  acme/renewing  created                                                      a1

    $ okr org --rev v1
    Acme Inc.       acme  company
    ├─ Engineering  eng   department  led by ana
    │  ├─ Ana Lima  ana   individual              ana@acme.example
    │  └─ Bo Chen   bo    individual              bo@acme.example
    └─ 客户成功部   ops   department  led by mei
       └─ 梅兰      mei   individual              mei@acme.example

    $ okr org show --rev main
    Acme Inc.           acme  company
    ├─ Engineering      eng   department  led by ana
    │  ├─ The web team  web   department
    │  ├─ Ana Lima      ana   individual              ana@acme.example
    │  └─ Bo Chen       bo    individual              bo@acme.example
    └─ 客户成功部       ops   department  led by mei
       └─ 梅兰          mei   individual              mei@acme.example

    $ okr cycle show --rev v1
    2026-Q4 · Oct 1 – Dec 31 · day 41 of 92, 45 % of the time is gone

    left         51 days
    progress     40 % of 54 % expected, −14 pp
    objectives   1: 1 off track
    key results  5: 2 off track, 1 at risk, 2 on track; 1 stale
    check-ins    5

    LEVEL    OBJECTIVES                      DONE  PLAN  TO PLAN  PACE
    company           1  ███████░░┊░░░░░░░░  40 %  54 %   −14 pp  ✗ off track

    $ okr report gap --rev v1 --format csv
    kind,ref,cycle,owner,unit,level,title,unit_of_measure,start,value,target,gap,expected,progress,gap_to_plan,change,pace,status,confidence,forecast,forecast_low,forecast_high,target_on,updated_at
    objective,2026-Q4/acme/renewing,2026-Q4,acme,acme,company,Make renewing the obvious choice,,,,,,0.538043,0.400585,-13.7459,,off-track,at-risk,5,,,,,2026-11-10T09:00:00Z
    key_result,2026-Q4/acme/renewing.up,2026-Q4,acme,acme,company,Uptime is kept,%,99,99.45,99.9,0.45,1,0.5,-50,,off-track,,,,,,,2026-11-10T09:00:00Z
    key_result,2026-Q4/acme/renewing.audit,2026-Q4,acme,acme,company,Audit passed,,,false,done,,0.445652,0,-44.5652,,off-track,,,,,,,
    key_result,2026-Q4/acme/renewing.nps,2026-Q4,acme,acme,company,NPS rises,points,31,38,50,12,0.445652,0.368421,-7.7231,,at-risk,at-risk,5,,,,,2026-11-10T09:00:00Z
    key_result,2026-Q4/acme/renewing.churn,2026-Q4,acme,acme,company,Churn falls,%,4.2,3.1,2,-1.1,0.445652,0.5,5.4348,,on-track,on-track,,,,,,2026-11-10T09:00:00Z
    key_result,2026-Q4/acme/renewing.launch,2026-Q4,acme,acme,company,Launch,,,beta,3 of 3,1,0.445652,0.666667,22.1014,,on-track,,,,,,,2026-11-10T09:00:00Z
    ");
}

#[test]
fn the_day_is_that_of_the_commit_unless_another_is_asked_for() {
    let world = World::revised();
    assert_snapshot!(world.session(&[
        "cycle list --rev v1 --format csv",
        "cycle list --rev v1 --as-of 2026-12-31 --format csv",
    ]), @"
    $ okr cycle list --rev v1 --format csv
    current,id,title,start,end,state,objectives,progress,expected,gap_to_plan,pace
    true,2026-Q4,,2026-10-01,2026-12-31,day 41 of 92,1,0.400585,0.538043,-13.7459,off-track

    $ okr cycle list --rev v1 --as-of 2026-12-31 --format csv
    current,id,title,start,end,state,objectives,progress,expected,gap_to_plan,pace
    true,2026-Q4,,2026-10-01,2026-12-31,day 92 of 92,1,0.400585,1,-59.9415,off-track
    ");
    // Noon in UTC is two in the morning there, on the day after.
    let zone = World::worked();
    zone.write("okrs/okr.yaml", "version: 1\ntime_zone: Pacific/Kiritimati\n");
    zone.git("init -q");
    zone.on("2026-11-10").commit("first");
    assert_snapshot!(zone.okr("cycle list --rev HEAD --format csv"), @"
    current,id,title,start,end,state,objectives,progress,expected,gap_to_plan,pace
    true,2026-Q4,,2026-10-01,2026-12-31,day 42 of 92,1,0.400585,0.547101,-14.6517,off-track
    ");
}

#[test]
fn what_is_damaged_is_named_by_its_place_in_the_revision() {
    let world = World::revised();
    let renewing = world.read("okrs/2026-Q4/acme/renewing.yaml");
    world.write("okrs/2026-Q4/acme/renewing.yaml", &renewing.replace("title: NPS", "titel: NPS"));
    world.write("okrs/2026-Q4/acme/lost.history.yaml", "- {}\n");
    world.commit("broken");
    let _ = world.git("checkout -q v1");
    assert_snapshot!(world.session(&["tree", "tree --rev main", "cycle list --rev main~1 --format csv"]), @r#"
    $ okr tree
    2026-Q4 · Oct 1 – Dec 31 · day 46 of 92, 50 % of the time is gone · ┊ = where the plan is

    Acme Inc.                                                       ██████░░┊░░░░░  40 %  ✗ off track
    └─ Make renewing the obvious choice  acme/renewing              ██████░░┊░░░░░  40 %  ✗ says at risk
       ├─ NPS rises                      nps     38 of 50 points    █████░░┊░░░░░░  37 %  ✗ says at risk
       ├─ Churn falls                    churn   3.1 of 2.0 %       ███████┊░░░░░░  50 %  ✓ on track
       ├─ Uptime is kept                 up      99.45 of ≥ 99.9 %  ███████░░░░░░┊  50 %  ✗ off track
       ├─ Audit passed                   audit   not yet            ░░░░░░░┊░░░░░░   0 %  ✗ off track
       └─ Launch                         launch  beta, 2 of 3       ███████┊█░░░░░  67 %  ✓ on track

    $ okr tree --rev main
    2026-Q4 · Oct 1 – Dec 31 · day 46 of 92, 50 % of the time is gone · ┊ = where the plan is

    No objectives yet; the first one: okr create "TITLE"
    ── stderr ──
    error: main:okrs/2026-Q4/acme/renewing.yaml:7:5: unknown key "titel", not a key of a key result; known: id, title, metric, weight, owner, due, initiatives
      7 |     titel: NPS rises
        |     ^^^^^
    hint: did you mean title? The objective is not shown until then.
    warning: main:okrs/2026-Q4/acme/lost.history.yaml: a history without its objective
    hint: restore the objective's file, or remove this one.
    ── exit 3 ──

    $ okr cycle list --rev main~1 --format csv
    current,id,title,start,end,state,objectives,progress,expected,gap_to_plan,pace
    true,2026-Q4,,2026-10-01,2026-12-31,day 44 of 92,1,0.62807,0.582609,4.5461,on-track
    "#);
}

#[cfg(unix)]
#[test]
fn links_are_not_followed_there_either() {
    let world = World::revised();
    world.link("okrs/2026-Q4/acme/renewing.yaml", "elsewhere.yaml");
    world.commit("linked");
    let on_disk = world.okr("list").to_string();
    let in_git = world.okr("list --rev main").to_string();
    assert_eq!(on_disk.replace(" okrs/", " main:okrs/"), in_git);
    assert_snapshot!(in_git, @r#"
    2026-Q4 · Oct 1 – Dec 31 · day 46 of 92, 50 % of the time is gone · 0 objectives

    No objectives yet; the first one: okr create "TITLE"
    ── stderr ──
    error: main:okrs/2026-Q4/acme/renewing.yaml: it is not a regular file
    hint: put a regular file there; links are not followed. The objective is not shown until then.
    warning: main:okrs/2026-Q4/acme/renewing.history.yaml: a history without its objective
    hint: restore the objective's file, or remove this one.
    ── exit 3 ──
    "#);
}

#[test]
fn a_revision_that_is_none() {
    let world = World::revised();
    assert_snapshot!(world.session(&[
        "tree --rev v9",
        "tree --rev ''",
        "tree --rev=--all",
        "tree --rev=-n1",
        "tree --rev ^main",
        "tree --rev v1..main",
        "tree --rev main:okrs",
        "tree --rev 0123456789012345678901234567890123456789",
        "tree --rev main@{7}",
    ]), @r#"
    $ okr tree --rev v9
    ── stderr ──
    error: Git knows no commit "v9"
    hint: git log --oneline and git tag show what there is; git fetch --tags brings what others have
    ── exit 2 ──

    $ okr tree --rev ''
    ── stderr ──
    error: Git knows no commit ""
    hint: git log --oneline and git tag show what there is; git fetch --tags brings what others have
    ── exit 2 ──

    $ okr tree --rev=--all
    ── stderr ──
    error: Git knows no commit "--all"
    hint: git log --oneline and git tag show what there is; git fetch --tags brings what others have
    ── exit 2 ──

    $ okr tree --rev=-n1
    ── stderr ──
    error: Git knows no commit "-n1"
    hint: git log --oneline and git tag show what there is; git fetch --tags brings what others have
    ── exit 2 ──

    $ okr tree --rev ^main
    ── stderr ──
    error: Git knows no commit "^main"
    hint: git log --oneline and git tag show what there is; git fetch --tags brings what others have
    ── exit 2 ──

    $ okr tree --rev v1..main
    ── stderr ──
    error: Git knows no commit "v1..main"
    hint: git log --oneline and git tag show what there is; git fetch --tags brings what others have
    ── exit 2 ──

    $ okr tree --rev main:okrs
    ── stderr ──
    error: Git knows no commit "main:okrs"
    hint: git log --oneline and git tag show what there is; git fetch --tags brings what others have
    ── exit 2 ──

    $ okr tree --rev 0123456789012345678901234567890123456789
    ── stderr ──
    error: Git knows no commit "0123456789012345678901234567890123456789"
    hint: git log --oneline and git tag show what there is; git fetch --tags brings what others have
    ── exit 2 ──

    $ okr tree --rev main@{7}
    ── stderr ──
    error: Git knows no commit "main@{7}"
    hint: git log --oneline and git tag show what there is; git fetch --tags brings what others have
    ── exit 2 ──
    "#);
}

#[test]
fn names_of_a_revision_in_every_form() {
    let world = World::revised();
    let _ = world.git("-c user.name=A -c user.email=a@x.example tag -a -m signed v1-tagged v1");
    let whole = world.git("rev-parse v1").trim().to_owned();
    let wanted = world.okr("report gap --rev v1");
    for rev in ["main~1", "main^", "v1-tagged", ":/first", "main^{/first}", &whole, &whole[..10], "refs/tags/v1"] {
        assert_eq!(world.okr(&format!("report gap --rev {rev}")), wanted, "{rev}");
    }
}

#[test]
fn a_revision_without_the_store() {
    let world = World::new();
    world.git("init -q -b main");
    world.write("README.md", "# Ours\n");
    world.commit("before");
    let _ = world.okr("init --company acme");
    world.commit("empty store");
    let _ = world.okr("cycle new 2026-Q4");
    assert_snapshot!(world.session(&[
        "tree --rev main~1",
        "tree --rev main",
        "cycle list --rev main",
        "tree --rev main --cycle 2026-Q4",
        "tree --rev main --store nowhere",
    ]), @"
    $ okr tree --rev main~1
    ── stderr ──
    error: main~1 holds no okrs/okr.yaml
    hint: git log --oneline --all -- :/okrs/okr.yaml shows the revisions that touched it
    ── exit 2 ──

    $ okr tree --rev main
    ── stderr ──
    error: this store has no cycle yet
    hint: this is the store as it was in main
    ── exit 2 ──

    $ okr cycle list --rev main
    Cycles · 0 cycles
    ── stderr ──
    hint: there is no cycle yet; okr cycle new makes the current one

    $ okr tree --rev main --cycle 2026-Q4
    ── stderr ──
    error: there is no cycle 2026-Q4
    hint: this is the store as it was in main
    ── exit 2 ──

    $ okr tree --rev main --store nowhere
    ── stderr ──
    error: <world>/work/nowhere holds no okr.yaml
    hint: okr init DIR makes a store
    hint: --rev reads the store that is there today, as it was in the revision
    ── exit 2 ──
    ");
}

#[test]
fn a_cycle_or_objective_that_was_not_there_yet() {
    let world = World::revised();
    let _ = world.okr("create 'Later' --owner ana --kr 'done = It is done: done'");
    let _ = world.okr("cycle new 2027-Q1");
    world.commit("later");
    assert_snapshot!(world.session(&[
        "show later --rev main",
        "show later --rev v1",
        "list --rev v1 --cycle 2027-Q1",
        "show renewing.audit --rev main",
    ]), @r#"
    $ okr show later --rev main
    Later · ana/later

    owner     Ana Lima (ana, individual)
    cycle     2026-Q4 (Oct 1 – Dec 31)
    progress  0 % of 50 % expected, −50 pp  ✗ off track

    Later  ana/later
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

    KR                NOW                          DONE  PLAN  PACE         LAST CHECK-IN
    done  It is done  not yet  ░░░░░░░░░┊░░░░░░░░   0 %  50 %  ✗ off track  never

    Lately
    Nov 15 12:00  ana  created  he7xxh1ft8

    $ okr show later --rev v1
    ── stderr ──
    error: no objective in 2026-Q4 is called "later"
    hint: okr list shows what there is
    ── exit 2 ──

    $ okr list --rev v1 --cycle 2027-Q1
    ── stderr ──
    error: there is no cycle 2027-Q1
    hint: in v1 there is 2026-Q4
    ── exit 2 ──

    $ okr show renewing.audit --rev main
    ── stderr ──
    error: acme/renewing has no key result "audit"
    hint: it has nps, churn, up and launch
    ── exit 2 ──
    "#);
}

#[test]
fn outside_of_git() {
    let world = World::worked();
    assert_snapshot!(world.okr("tree --rev HEAD"), @"
    ── stderr ──
    error: <world>/work/okrs is in no Git repository
    hint: git init and a commit begin a history; --as-of DATE shows figures of a past day without one
    ── exit 2 ──
    ");
    world.git("init -q");
    assert_snapshot!(world.okr("tree --rev HEAD"), @r#"
    ── stderr ──
    error: Git knows no commit "HEAD"
    hint: git log --oneline and git tag show what there is; git fetch --tags brings what others have
    ── exit 2 ──
    "#);
    world.env("PATH", "/nonexistent");
    assert_snapshot!(world.okr("tree --rev HEAD"), @"
    ── stderr ──
    error: git is not installed, or not in $PATH
    hint: --rev asks Git for the files; install it from git-scm.com
    ── exit 2 ──
    ");
}

#[test]
fn a_shallow_clone_says_how_to_get_the_rest() {
    let world = World::revised();
    let _ = world
        .git("clone -q --depth 1 file://<here> shallow".replace("<here>", &world.path("").to_string_lossy()).as_str());
    assert_snapshot!(world.session(&[
        "list --store shallow/okrs --rev HEAD --format csv",
        "list --store shallow/okrs --rev HEAD~1",
    ]), @r#"
    $ okr list --store shallow/okrs --rev HEAD --format csv
    ref,title,cycle,owner,level,kind,state,key_results,progress,expected,gap_to_plan,pace,status,confidence,updated
    2026-Q4/acme/renewing,Make renewing the obvious choice,2026-Q4,acme,company,aspirational,open,4,0.62807,0.582609,4.5461,on-track,on-track,5,2026-11-13T12:00:02Z

    $ okr list --store shallow/okrs --rev HEAD~1
    ── stderr ──
    error: Git knows no commit "HEAD~1"
    hint: this clone is shallow: git fetch --unshallow --tags brings what is older
    ── exit 2 ──
    "#);
}

#[test]
fn what_git_itself_refuses_is_said_in_its_words() {
    let world = World::revised();
    world.env("GIT_TEST_ASSUME_DIFFERENT_OWNER", "1");
    assert_snapshot!(world.okr("list --rev v1"), @"
    ── stderr ──
    error: Git: detected dubious ownership in repository at '<world>/work'
    hint: git status in the store's folder tells more
    ── exit 2 ──
    ");
}

#[test]
fn an_object_that_the_repository_has_lost_hides_nothing_else() {
    let world = World::team();
    world.git("init -q -b main");
    world.commit("all");
    let object = world.git("rev-parse main:okrs/2026-Q4/acme/renewing.history.yaml");
    let (folder, file) = object.trim().split_at(2);
    world.remove(&format!(".git/objects/{folder}/{file}"));
    assert_snapshot!(world.okr("list --rev main --owner acme"), @"
    2026-Q4 · Oct 1 – Dec 31 · day 46 of 92, 50 % of the time is gone · 1 objective of 5

    OBJECTIVE                                    OWNER                           DONE  PLAN  PACE
    acme/renewing  Make renewing the obvious c…  Acme Inc.  ░░░░░┊░░░░  ▁▁▁▁▁▁▁   0 %  50 %  ✗ off track
    ── stderr ──
    error: main:okrs/2026-Q4/acme/renewing.history.yaml: cannot be read: the repository lacks its object b3bfb8d12b87db90b4e753c001a9f8af49437135
    hint: look at the file's permissions. Its events do not count until then.
    ── exit 3 ──
    ");
}

#[cfg(unix)]
#[test]
fn a_store_behind_a_link_is_that_of_its_own_repository() {
    let world = World::revised();
    std::os::unix::fs::symlink(world.path("okrs"), world.path("../home/goals")).unwrap();
    let wanted = world.okr("report gap --rev v1");
    assert_eq!(world.inside("../home").okr("report gap --rev v1 --store goals"), wanted);
}

#[test]
fn hooks_and_other_working_trees_are_no_obstacle() {
    let world = World::revised();
    let wanted = world.okr("report gap --rev v1");
    let _ = world.git("worktree add -q ../tree v1");
    assert_eq!(world.inside("../tree").okr("report gap --rev v1"), wanted);
    assert_eq!(world.inside("../tree/okrs/2026-Q4").okr("report gap --rev v1"), wanted);
    assert_eq!(world.inside("").okr("report gap --rev v1 --store ../tree/okrs"), wanted);
    let (git_dir, index) = (world.path("nowhere/.git"), world.path("nowhere/index"));
    world.env("GIT_DIR", &git_dir.to_string_lossy()).env("GIT_INDEX_FILE", &index.to_string_lossy());
    assert_eq!(world.okr("report gap --rev v1"), wanted);
}

#[test]
fn a_store_at_the_top_of_its_repository() {
    let world = World::revised();
    world.inside("okrs").env("GIT_CEILING_DIRECTORIES", &world.path("").to_string_lossy());
    let _ = world.git("-C okrs init -q -b main");
    let _ = world.git("-C okrs add -A");
    let _ = world.git("-C okrs -c user.name=Ana -c user.email=ana@acme.example commit -q -m all");
    world.write("okrs/2026-Q4/acme/broken.yaml", "titel: x\n");
    let _ = world.git("-C okrs add -A");
    let _ = world.git("-C okrs -c user.name=Ana -c user.email=ana@acme.example commit -q -m broken");
    assert_snapshot!(world.okr("tree --rev HEAD"), @r#"
    2026-Q4 · Oct 1 – Dec 31 · day 46 of 92, 50 % of the time is gone · ┊ = where the plan is

    Acme Inc.                                                       ██████████┊█░░░░░  71 %  ✓ on track
    └─ Make renewing the obvious choice  acme/renewing              ██████████┊█░░░░░  71 %  ✓ on track
       ├─ NPS rises                      nps     49 of 50 points    ████████┊███████░  95 %  ✓ on track
       ├─ Churn falls                    churn   3.1 of 2.0 %       ████████┊░░░░░░░░  50 %  ✓ on track
       ├─ Uptime is kept                 up      99.45 of ≥ 99.9 %  █████████░░░░░░░┊  50 %  ✗ off track
       └─ Launch                         launch  beta, 2 of 3       ████████┊██░░░░░░  67 %  ✓ on track
    ── stderr ──
    error: HEAD:2026-Q4/acme/broken.yaml:1:1: unknown key "titel", not a key of an objective; known: title, description, kind, aligns_to, weight, tags, key_results
      1 | titel: x
        | ^^^^^
    hint: did you mean title? The objective is not shown until then.
    ── exit 3 ──
    "#);
    assert_eq!(world.okr("tree --rev HEAD~1"), world.inside("").okr("tree --rev HEAD~1 --store okrs"));
}

#[test]
fn what_changes_a_store_knows_no_revision() {
    let world = World::revised();
    assert_snapshot!(world.session(&["update renewing.nps 50 --rev v1", "org --rev v1 add-unit x --name X"]), @"
    $ okr update renewing.nps 50 --rev v1
    ── stderr ──
    error: unexpected argument '--rev' found

      tip: to pass '--rev' as a value, use '-- --rev'

    Usage: okr update <REF> <VALUE>...

    For more information, try '--help'.
    ── exit 2 ──

    $ okr org --rev v1 add-unit x --name X
    ── stderr ──
    error: the subcommand 'add-unit' cannot be used with '--rev <GIT_REV>'

    Usage: okr org [OPTIONS]
           okr org <COMMAND>

    For more information, try '--help'.
    ── exit 2 ──
    ");
}

#[test]
fn a_store_that_was_committed_reads_the_same_in_every_command_and_format() {
    let world = World::team();
    world.git("init -q");
    world.commit("all");
    // A check names the files that it read, and those of a revision are other ones.
    for line in READING.iter().filter(|line| **line != "check") {
        for format in ["table", "json", "csv", "markdown", "yaml"] {
            let day = if line.starts_with("org") { "" } else { "--as-of 2026-11-12" };
            let line = format!("{line} --format {format}");
            assert_eq!(
                world.stdout(&format!("{line} {day}")),
                world.stdout(&format!("{line} {day} --rev HEAD")),
                "{line}"
            );
        }
    }
}

#[test]
fn an_example_that_was_committed_reads_the_same() {
    let world = World::new();
    copy(&std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("examples/acme"), &world.path(""));
    world.git("init -q");
    world.commit("all");
    let lines = [
        "tree",
        "list",
        "show renewing",
        "show regulated",
        "history renewing",
        "log",
        "log -n 0",
        "report gap",
        "report progress",
        "cycle list",
        "cycle show",
        "cycle show 2026",
        "--cycle 2026 tree",
    ];
    for day in ["2026-10-20", "2026-11-15", "2027-01-31"] {
        for line in lines {
            let line = format!("{line} --as-of {day} --format json");
            assert_eq!(world.okr(&line), world.okr(&format!("{line} --rev HEAD")), "{line}");
        }
    }
    assert_eq!(world.okr("org --format json"), world.okr("org --format json --rev HEAD"));
}

fn copy(from: &std::path::Path, to: &std::path::Path) {
    std::fs::create_dir_all(to).unwrap();
    for entry in std::fs::read_dir(from).unwrap() {
        let entry = entry.unwrap();
        let to = to.join(entry.file_name());
        if entry.path().is_dir() {
            copy(&entry.path(), &to);
        } else {
            std::fs::copy(entry.path(), to).unwrap();
        }
    }
}
