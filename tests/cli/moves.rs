//! `okr move` and `okr remove`: links follow, and nothing that was tried is lost by accident.

use insta::assert_snapshot;

use crate::world::World;

fn aligned() -> World {
    let world = World::worked();
    let _ = world.okr(
        "create Tickets --owner eng --slug tickets --align renewing.nps --align renewing --kr 'First: 30 -> 8 hours'",
    );
    let _ = world.okr("cycle new 2027-Q1");
    let _ =
        world.okr("--cycle 2027-Q1 create Later --owner eng --slug later --align 2026-Q4/acme/renewing --kr 'x: done'");
    world
}

#[test]
fn a_moved_objective_takes_its_history_and_its_links_along() {
    let world = aligned();
    assert_snapshot!(world.okr("move renewing --owner ops --slug renewal"), @"moved acme/renewing to ops/renewal; 2 links followed");
    assert_snapshot!(world.files("okrs/2026-Q4").join(" "), @"cycle.yaml eng/tickets.history.yaml eng/tickets.yaml ops/renewal.history.yaml ops/renewal.yaml");
    assert_snapshot!(world.read("okrs/2026-Q4/eng/tickets.yaml"), @"
    title: Tickets
    aligns_to: [ops/renewal.nps, ops/renewal]
    key_results:
      - id: kr1
        title: First
        metric: {from: 30, to: 8, unit: hours}
    ");
    assert_snapshot!(world.read("okrs/2027-Q1/eng/later.yaml"), @"
    title: Later
    aligns_to: [2026-Q4/ops/renewal]
    key_results:
      - id: kr1
        title: x
        metric: done
    ");
    assert_snapshot!(world.okr("history renewal.nps"), @"
    NPS rises · ops/renewal.nps · 31 → 50 points

    WHEN          WHO  BEFORE  AFTER  CHANGE   PROGRESS  STATUS              CONF   NOTE          EVENT
    Nov 10 09:00  ana      34     38  +4      16 → 37 %  on track → at risk  7 → 5  –             a3
    Oct 20 09:00  ana      31     34  +3       0 → 16 %  on track            7      first survey  a2
    ");
    assert_snapshot!(world.okr("move renewal --owner eng --slug tickets"), @"
    ── stderr ──
    error: there is an objective eng/tickets already
    hint: give it another --slug
    ── exit 2 ──
    ");
    assert_snapshot!(world.okr("move renewal --owner ops"), @"ops/renewal is so already; nothing was changed");
    assert_snapshot!(world.okr("move renewal --owner nobody"), @"
    moved ops/renewal to nobody/renewal; 2 links followed
    ── stderr ──
    warning: org.yaml does not know nobody; okr org add-person nobody tells it
    ");
}

#[test]
fn what_has_check_ins_or_followers_is_only_removed_by_force() {
    let world = aligned();
    assert_snapshot!(world.okr("remove renewing"), @"
    ── stderr ──
    error: acme/renewing has 5 check-ins and comments
    hint: --force removes it all the same
    ── exit 2 ──
    ");
    assert_snapshot!(world.okr("create Fresh --owner acme --slug fresh --kr 'x: done'"), @"created acme/fresh  Fresh");
    let _ = world.okr("align tickets fresh");
    assert_snapshot!(world.okr("remove fresh"), @"
    ── stderr ──
    error: eng/tickets aligns to acme/fresh
    hint: okr align gives them another parent; --force removes it all the same
    ── exit 2 ──
    ");
    assert_snapshot!(world.okr("align tickets --none"), @"aligned eng/tickets to nothing");
    assert_snapshot!(world.okr("remove fresh"), @"removed acme/fresh  2 files");
    assert_snapshot!(world.okr("remove renewing --force"), @"removed acme/renewing  2 files");
    assert_snapshot!(world.files("okrs/2026-Q4").join(" "), @"cycle.yaml eng/tickets.history.yaml eng/tickets.yaml");
}
