//! What a check-in is of: references that are short, misspelt, ambiguous or nonsense.

use insta::assert_snapshot;

use crate::world::World;

#[test]
fn unknown_and_ambiguous_references_are_answered_with_what_was_meant() {
    let world = World::worked();
    let _ = world.okr("create Renewals --slug renewals-portal --owner eng");
    let _ = world.okr("create Tickets --slug tickets --owner eng");
    let _ = world.okr("create Tickets --slug tickets --owner ops");
    let _ = world.okr("cycle new 2026-11");
    let _ = world.okr("create Solo --slug lonely --cycle 2026-11");
    assert_snapshot!(world.session(&["update renewing.nsp 40", "update renewing.zzz 40", "update renew.nps 40", "update renewal.nps 40", "update renewign.nps 40", "update tickets 3", "update eng/tickets 3", "update zzz 3", "update lonely 3", "update 2027-Q1/acme/x 3", "update a/b/c/d 3", r#"update "re new" 3"#, "update .nps 3", "update renewing. 3", r#"update "" 3"#, "update"]), @r#"
    $ okr update renewing.nsp 40
    ── stderr ──
    error: acme/renewing has no key result "nsp"
    hint: did you mean nps? It has nps, churn, up, audit and launch
    ── exit 2 ──

    $ okr update renewing.zzz 40
    ── stderr ──
    error: acme/renewing has no key result "zzz"
    hint: it has nps, churn, up, audit and launch
    ── exit 2 ──

    $ okr update renew.nps 40
    ── stderr ──
    error: 2 objectives begin with "renew": acme/renewing and eng/renewals-portal
    hint: write more of it
    ── exit 2 ──

    $ okr update renewal.nps 40
    ── stderr ──
    error: eng/renewals-portal has no key result "nps"
    hint: it has none; okr kr add renewals-portal "TITLE: FROM -> TO"
    ── exit 2 ──

    $ okr update renewign.nps 40
    ── stderr ──
    error: no objective in 2026-Q4 is called "renewign"
    hint: did you mean acme/renewing.nps?
    ── exit 2 ──

    $ okr update tickets 3
    ── stderr ──
    error: 2 objectives are called "tickets": eng/tickets and ops/tickets
    hint: write more of it
    ── exit 2 ──

    $ okr update eng/tickets 3
    ── stderr ──
    error: eng/tickets has no key results
    hint: okr kr add eng/tickets "TITLE: FROM -> TO"
    ── exit 2 ──

    $ okr update zzz 3
    ── stderr ──
    error: no objective in 2026-Q4 is called "zzz"
    hint: okr list shows what there is
    ── exit 2 ──

    $ okr update lonely 3
    ── stderr ──
    error: no objective in 2026-Q4 is called "lonely"
    hint: in another cycle: 2026-11/ana/lonely
    ── exit 2 ──

    $ okr update 2027-Q1/acme/x 3
    ── stderr ──
    error: there is no cycle 2027-Q1
    hint: there is 2026-Q4 and 2026-11; okr cycle new 2027-Q1 makes it
    ── exit 2 ──

    $ okr update a/b/c/d 3
    ── stderr ──
    error: a reference has at most three parts: cycle/owner/objective.kr
    hint: a reference is [cycle/][owner/]objective[.kr], as acme/renewing.nps; okr list shows them
    ── exit 2 ──

    $ okr update "re new" 3
    ── stderr ──
    error: objective "re new": it holds ' '; a–z, 0–9 and - are allowed
    hint: a reference is [cycle/][owner/]objective[.kr], as acme/renewing.nps; okr list shows them
    ── exit 2 ──

    $ okr update .nps 3
    ── stderr ──
    error: ".nps" names no objective
    hint: a reference is [cycle/][owner/]objective[.kr], as acme/renewing.nps; okr list shows them
    ── exit 2 ──

    $ okr update renewing. 3
    ── stderr ──
    error: "renewing." names no key result
    hint: a reference is [cycle/][owner/]objective[.kr], as acme/renewing.nps; okr list shows them
    ── exit 2 ──

    $ okr update "" 3
    ── stderr ──
    error: "" names no objective
    hint: a reference is [cycle/][owner/]objective[.kr], as acme/renewing.nps; okr list shows them
    ── exit 2 ──

    $ okr update
    ── stderr ──
    error: the following required arguments were not provided:
      <REF>

    Usage: okr update <REF> [VALUE]...

    For more information, try '--help'.
    ── exit 2 ──
    "#);
}
