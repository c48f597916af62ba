//! `okr move`.

use insta::assert_snapshot;

use crate::world::World;

#[test]
fn history_goes_along_and_links_follow() {
    let world = World::worked();
    let _ = world.okr("create Tickets --slug tickets --align renewing.nps");
    let _ = world.okr("create Portal --slug portal --owner eng --align tickets --align renewing");
    world.write("okrs/2026-Q4/bo/calls.yaml", "title: Calls # mine\naligns_to: acme/renewing.churn   # why\n");
    assert_snapshot!(world.edit("move renewing --owner eng"), @r#"
    moved acme/renewing to eng/renewing; 3 links followed
    moved 2026-Q4/acme/renewing.history.yaml → 2026-Q4/eng/renewing.history.yaml
    moved 2026-Q4/acme/renewing.yaml → 2026-Q4/eng/renewing.yaml
    --- 2026-Q4/ana/tickets.yaml
    +++ 2026-Q4/ana/tickets.yaml
    @@ -1,2 +1,2 @@
     title: Tickets
    -aligns_to: [acme/renewing.nps]
    +aligns_to: [eng/renewing.nps]
    --- 2026-Q4/bo/calls.yaml
    +++ 2026-Q4/bo/calls.yaml
    @@ -1,2 +1,2 @@
     title: Calls # mine
    -aligns_to: acme/renewing.churn   # why
    +aligns_to: eng/renewing.churn   # why
    --- 2026-Q4/eng/portal.yaml
    +++ 2026-Q4/eng/portal.yaml
    @@ -1,2 +1,2 @@
     title: Portal
    -aligns_to: [ana/tickets, acme/renewing]
    +aligns_to: [ana/tickets, eng/renewing]
    --- 2026-Q4/acme/renewing.history.yaml
    +++ 2026-Q4/eng/renewing.history.yaml
    @@ -5,2 +5,3 @@
     - {"id": "a5", "at": "2026-11-10T09:00:00Z", "by": "bo", "event": "update", "kr": "up", "value": 99.45}
     - {"id": "a6", "at": "2026-11-10T09:00:00Z", "by": "ana", "event": "update", "kr": "launch", "value": "beta"}
    +- {"id": "w53cm4kej3", "at": "2026-11-15T12:00:04Z", "by": "ana", "event": "edit", "field": "ref", "from": "acme/renewing", "to": "eng/renewing"}
    "#);
    assert_snapshot!(world.session(&["tree", "log renewing"]), @"
    $ okr tree
    2026-Q4 · Oct 1 – Dec 31 · day 46 of 92, 50 % of the time is gone · ┊ = where the plan is

    Acme Inc.                                                       ░░░░░░░░░░░░░░     –  –

    not aligned                                                     ██████░░┊░░░░░  40 %  ✗ off track
    └─ Make renewing the obvious choice  eng/renewing               ██████░░┊░░░░░  40 %  ✗ says at risk
       ├─ NPS rises                      nps     38 of 50 points    █████░░┊░░░░░░  37 %  ✗ says at risk
       │  └─ Tickets                     ana/tickets                ░░░░░░░░░░░░░░     –  –
       │     └─ Portal                   eng/portal                 ░░░░░░░░░░░░░░     –  –
       ├─ Churn falls                    churn   3.1 of 2.0 %       ███████┊░░░░░░  50 %  ✓ on track
       │  └─ Calls                       bo/calls                   ░░░░░░░░░░░░░░     –  –
       ├─ Uptime is kept                 up      99.45 of ≥ 99.9 %  ███████░░░░░░┊  50 %  ✗ off track
       ├─ Audit passed                   audit   not yet            ░░░░░░░┊░░░░░░   0 %  ✗ off track
       ├─ Launch                         launch  beta, 2 of 3       ███████┊█░░░░░  67 %  ✓ on track
       └─ ↗ Portal                       eng/portal                                    –  –

    $ okr log renewing
    Activity · 2026-Q4 · 7 events

    WHEN          WHO  OBJECTIVE     WHAT                                                  EVENT
    Nov 15 12:00  ana  eng/renewing  changed ref: acme/renewing ⇒ eng/renewing             w53cm4kej3
    Nov 10 09:00  ana  eng/renewing  updated launch 0 of 3 → beta, 2 of 3                  a6
    Nov 10 09:00  bo   eng/renewing  updated up 99.45 %                                    a5
    Nov 10 09:00  bo   eng/renewing  updated churn 4.2 → 3.1 % · on track                  a4
    Nov 10 09:00  ana  eng/renewing  updated nps 34 → 38 points · at risk · 5/10           a3
    Oct 20 09:00  ana  eng/renewing  updated nps 31 → 34 points · on track · 7/10 · first  a2
                                     survey
    Oct  1 09:00  ana  eng/renewing  created                                               a1
    ");
    assert_snapshot!(world.edit("move eng/renewing --slug renew"), @r#"
    moved eng/renewing to eng/renew; 3 links followed
    moved 2026-Q4/eng/renewing.history.yaml → 2026-Q4/eng/renew.history.yaml
    moved 2026-Q4/eng/renewing.yaml → 2026-Q4/eng/renew.yaml
    --- 2026-Q4/ana/tickets.yaml
    +++ 2026-Q4/ana/tickets.yaml
    @@ -1,2 +1,2 @@
     title: Tickets
    -aligns_to: [eng/renewing.nps]
    +aligns_to: [eng/renew.nps]
    --- 2026-Q4/bo/calls.yaml
    +++ 2026-Q4/bo/calls.yaml
    @@ -1,2 +1,2 @@
     title: Calls # mine
    -aligns_to: eng/renewing.churn   # why
    +aligns_to: eng/renew.churn   # why
    --- 2026-Q4/eng/portal.yaml
    +++ 2026-Q4/eng/portal.yaml
    @@ -1,2 +1,2 @@
     title: Portal
    -aligns_to: [ana/tickets, eng/renewing]
    +aligns_to: [ana/tickets, eng/renew]
    --- 2026-Q4/eng/renewing.history.yaml
    +++ 2026-Q4/eng/renew.history.yaml
    @@ -6,2 +6,3 @@
     - {"id": "a6", "at": "2026-11-10T09:00:00Z", "by": "ana", "event": "update", "kr": "launch", "value": "beta"}
     - {"id": "w53cm4kej3", "at": "2026-11-15T12:00:04Z", "by": "ana", "event": "edit", "field": "ref", "from": "acme/renewing", "to": "eng/renewing"}
    +- {"id": "zj7bhve2e7", "at": "2026-11-15T12:00:07Z", "by": "ana", "event": "edit", "field": "ref", "from": "eng/renewing", "to": "eng/renew"}
    "#);
}

#[test]
fn links_from_another_cycle_follow_with_their_cycle() {
    let world = World::worked();
    let _ = world.okr("cycle new 2026-11");
    let _ = world.okr("create November --slug nov --owner acme --cycle 2026-11 --align 2026-Q4/acme/renewing.nps");
    assert_snapshot!(world.edit("move 2026-Q4/acme/renewing --cycle 2026-Q4 --owner eng"), @r#"
    moved acme/renewing to eng/renewing; 1 link followed
    moved 2026-Q4/acme/renewing.history.yaml → 2026-Q4/eng/renewing.history.yaml
    moved 2026-Q4/acme/renewing.yaml → 2026-Q4/eng/renewing.yaml
    --- 2026-11/acme/nov.yaml
    +++ 2026-11/acme/nov.yaml
    @@ -1,2 +1,2 @@
     title: November
    -aligns_to: [2026-Q4/acme/renewing.nps]
    +aligns_to: [2026-Q4/eng/renewing.nps]
    --- 2026-Q4/acme/renewing.history.yaml
    +++ 2026-Q4/eng/renewing.history.yaml
    @@ -5,2 +5,3 @@
     - {"id": "a5", "at": "2026-11-10T09:00:00Z", "by": "bo", "event": "update", "kr": "up", "value": 99.45}
     - {"id": "a6", "at": "2026-11-10T09:00:00Z", "by": "ana", "event": "update", "kr": "launch", "value": "beta"}
    +- {"id": "w53cm4kej3", "at": "2026-11-15T12:00:04Z", "by": "ana", "event": "edit", "field": "ref", "from": "acme/renewing", "to": "eng/renewing"}
    "#);
}

#[test]
fn histories_of_all_authors_go_along() {
    let world = World::worked();
    world.write("okrs/2026-Q4/acme/renewing.bo.history.yaml", "- {\"id\": \"z1\", \"at\": \"2026-11-12T09:00:00Z\", \"by\": \"bo\", \"event\": \"comment\", \"text\": \"hi\"}\n");
    let _ = world.okr("move renewing --owner bo");
    assert_snapshot!(world.files("okrs/2026-Q4").join("\n"), @"
    bo/renewing.bo.history.yaml
    bo/renewing.history.yaml
    bo/renewing.yaml
    cycle.yaml
    ");
}

#[test]
fn a_taken_name_an_unknown_owner_and_nothing_to_do() {
    let world = World::worked();
    let _ = world.okr("create Renewing --slug renewing --owner eng");
    assert_snapshot!(world.session(&["move acme/renewing --owner eng", "move acme/renewing --owner acme", "move acme/renewing", "move renewing --owner bo", "move acme/renewing.nps --owner bo", r#"move acme/renewing --slug "No Slug""#, "move acme/renewing --owner nobody"]), @r#"
    $ okr move acme/renewing --owner eng
    ── stderr ──
    error: there is an objective eng/renewing already
    hint: give it another --slug
    ── exit 2 ──

    $ okr move acme/renewing --owner acme
    acme/renewing is so already; nothing was changed

    $ okr move acme/renewing
    ── stderr ──
    error: the following required arguments were not provided:
      --owner <KEY>

    Usage: okr move --owner <KEY> <REF>

    For more information, try '--help'.
    ── exit 2 ──

    $ okr move renewing --owner bo
    ── stderr ──
    error: 2 objectives are called "renewing": acme/renewing and eng/renewing
    hint: write more of it
    ── exit 2 ──

    $ okr move acme/renewing.nps --owner bo
    ── stderr ──
    error: "acme/renewing.nps" names a key result
    hint: the objective is acme/renewing; without .nps
    ── exit 2 ──

    $ okr move acme/renewing --slug "No Slug"
    ── stderr ──
    error: invalid value 'No Slug' for '--slug <NAME>': it holds 'N'; a–z, 0–9 and - are allowed

    For more information, try '--help'.
    ── exit 2 ──

    $ okr move acme/renewing --owner nobody
    moved acme/renewing to nobody/renewing
    ── stderr ──
    warning: org.yaml does not know nobody; okr org add-person nobody tells it
    "#);
}
