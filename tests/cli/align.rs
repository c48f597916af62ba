//! `okr align`.

use insta::assert_snapshot;

use crate::world::World;

#[test]
fn parents_are_set_added_and_taken_away() {
    let world = World::worked();
    let _ = world.okr("create Tickets --slug tickets");
    let _ = world.okr("create Portal --slug portal --owner eng");
    assert_snapshot!(world.edit("align tickets renewing.nps"), @r#"
    aligned ana/tickets to acme/renewing.nps
    --- 2026-Q4/ana/tickets.history.yaml
    +++ 2026-Q4/ana/tickets.history.yaml
    @@ -1 +1,2 @@
     - {"id": "37fyv9mxc8", "at": "2026-11-15T12:00:02Z", "by": "ana", "event": "create"}
    +- {"id": "fya6t1qrdv", "at": "2026-11-15T12:00:04Z", "by": "ana", "event": "edit", "field": "aligns_to", "to": "acme/renewing.nps"}
    --- 2026-Q4/ana/tickets.yaml
    +++ 2026-Q4/ana/tickets.yaml
    @@ -1 +1,2 @@
     title: Tickets
    +aligns_to: [acme/renewing.nps]
    "#);
    assert_snapshot!(world.edit("align tickets portal --add"), @r#"
    aligned ana/tickets to acme/renewing.nps, eng/portal
    --- 2026-Q4/ana/tickets.history.yaml
    +++ 2026-Q4/ana/tickets.history.yaml
    @@ -1,2 +1,3 @@
     - {"id": "37fyv9mxc8", "at": "2026-11-15T12:00:02Z", "by": "ana", "event": "create"}
     - {"id": "fya6t1qrdv", "at": "2026-11-15T12:00:04Z", "by": "ana", "event": "edit", "field": "aligns_to", "to": "acme/renewing.nps"}
    +- {"id": "xv8xgjfm4f", "at": "2026-11-15T12:00:05Z", "by": "ana", "event": "edit", "field": "aligns_to", "from": "acme/renewing.nps", "to": "acme/renewing.nps, eng/portal"}
    --- 2026-Q4/ana/tickets.yaml
    +++ 2026-Q4/ana/tickets.yaml
    @@ -1,2 +1,2 @@
     title: Tickets
    -aligns_to: [acme/renewing.nps]
    +aligns_to: [acme/renewing.nps, eng/portal]
    "#);
    assert_snapshot!(world.edit("align tickets portal --add"), @"ana/tickets is so already; nothing was changed");
    assert_snapshot!(world.edit("align tickets portal renewing.churn"), @r#"
    aligned ana/tickets to eng/portal, acme/renewing.churn
    --- 2026-Q4/ana/tickets.history.yaml
    +++ 2026-Q4/ana/tickets.history.yaml
    @@ -2,2 +2,3 @@
     - {"id": "fya6t1qrdv", "at": "2026-11-15T12:00:04Z", "by": "ana", "event": "edit", "field": "aligns_to", "to": "acme/renewing.nps"}
     - {"id": "xv8xgjfm4f", "at": "2026-11-15T12:00:05Z", "by": "ana", "event": "edit", "field": "aligns_to", "from": "acme/renewing.nps", "to": "acme/renewing.nps, eng/portal"}
    +- {"id": "74w4s2zvny", "at": "2026-11-15T12:00:07Z", "by": "ana", "event": "edit", "field": "aligns_to", "from": "acme/renewing.nps, eng/portal", "to": "eng/portal, acme/renewing.churn"}
    --- 2026-Q4/ana/tickets.yaml
    +++ 2026-Q4/ana/tickets.yaml
    @@ -1,2 +1,2 @@
     title: Tickets
    -aligns_to: [acme/renewing.nps, eng/portal]
    +aligns_to: [eng/portal, acme/renewing.churn]
    "#);
    assert_snapshot!(world.edit("align tickets --none"), @r#"
    aligned ana/tickets to nothing
    --- 2026-Q4/ana/tickets.history.yaml
    +++ 2026-Q4/ana/tickets.history.yaml
    @@ -3,2 +3,3 @@
     - {"id": "xv8xgjfm4f", "at": "2026-11-15T12:00:05Z", "by": "ana", "event": "edit", "field": "aligns_to", "from": "acme/renewing.nps", "to": "acme/renewing.nps, eng/portal"}
     - {"id": "74w4s2zvny", "at": "2026-11-15T12:00:07Z", "by": "ana", "event": "edit", "field": "aligns_to", "from": "acme/renewing.nps, eng/portal", "to": "eng/portal, acme/renewing.churn"}
    +- {"id": "g6ahcp4fav", "at": "2026-11-15T12:00:08Z", "by": "ana", "event": "edit", "field": "aligns_to", "from": "eng/portal, acme/renewing.churn"}
    --- 2026-Q4/ana/tickets.yaml
    +++ 2026-Q4/ana/tickets.yaml
    @@ -1,2 +1 @@
     title: Tickets
    -aligns_to: [eng/portal, acme/renewing.churn]
    "#);
    assert_snapshot!(world.edit("align tickets --none"), @"ana/tickets is so already; nothing was changed");
}

#[test]
fn circles_are_refused() {
    let world = World::company();
    for slug in ["one", "two", "three"] {
        let _ = world.okr(&format!("create {slug} --slug {slug} --owner eng"));
    }
    assert_snapshot!(world.session(&["align two one", "align three two", "align one three", "align one one"]), @"
    $ okr align two one
    aligned eng/two to eng/one

    $ okr align three two
    aligned eng/three to eng/two

    $ okr align one three
    ── stderr ──
    error: that would go in a circle: eng/one → eng/three → eng/two → eng/one
    hint: nothing was changed
    ── exit 2 ──

    $ okr align one one
    ── stderr ──
    error: that would go in a circle: eng/one → eng/one
    hint: nothing was changed
    ── exit 2 ──
    ");
}

#[test]
fn a_circle_through_another_cycle_is_refused_too() {
    let world = World::company();
    let _ = world.okr("cycle new 2026");
    let _ = world.okr("create Year --slug year --owner acme --cycle 2026");
    let _ = world.okr("create Quarter --slug quarter --owner acme");
    assert_snapshot!(world.edit("align quarter 2026/acme/year"), @r#"
    aligned acme/quarter to 2026/acme/year
    --- 2026-Q4/acme/quarter.history.yaml
    +++ 2026-Q4/acme/quarter.history.yaml
    @@ -1 +1,2 @@
     - {"id": "rk6hbzyq5f", "at": "2026-11-15T12:00:04Z", "by": "ana", "event": "create"}
    +- {"id": "rttvzjb0x5", "at": "2026-11-15T12:00:05Z", "by": "ana", "event": "edit", "field": "aligns_to", "to": "2026/acme/year"}
    --- 2026-Q4/acme/quarter.yaml
    +++ 2026-Q4/acme/quarter.yaml
    @@ -1 +1,2 @@
     title: Quarter
    +aligns_to: [2026/acme/year]
    "#);
    assert_snapshot!(world.session(&["align 2026/acme/year 2026-Q4/acme/quarter", "--cycle 2026 align year 2026-Q4/acme/quarter"]), @"
    $ okr align 2026/acme/year 2026-Q4/acme/quarter
    ── stderr ──
    error: that would go in a circle: acme/year → acme/quarter → acme/year
    hint: nothing was changed
    ── exit 2 ──

    $ okr --cycle 2026 align year 2026-Q4/acme/quarter
    ── stderr ──
    error: that would go in a circle: acme/year → acme/quarter → acme/year
    hint: nothing was changed
    ── exit 2 ──
    ");
}

#[test]
fn parents_that_are_not_there_are_refused() {
    let world = World::worked();
    let _ = world.okr("create Tickets --slug tickets");
    assert_snapshot!(world.session(&["align tickets renewign", "align tickets renewing.nsp", "align tickets", "align tickets renewing --none", "align tickets --none --add", "align tickets.kr1 renewing"]), @r#"
    $ okr align tickets renewign
    ── stderr ──
    error: no objective in 2026-Q4 is called "renewign"
    hint: did you mean acme/renewing?
    ── exit 2 ──

    $ okr align tickets renewing.nsp
    ── stderr ──
    error: acme/renewing has no key result "nsp"
    hint: did you mean nps? It has nps, churn, up, audit and launch
    ── exit 2 ──

    $ okr align tickets
    ── stderr ──
    error: the following required arguments were not provided:
      <PARENT>...

    Usage: okr align <REF> <PARENT>...

    For more information, try '--help'.
    ── exit 2 ──

    $ okr align tickets renewing --none
    ── stderr ──
    error: the argument '[PARENT]...' cannot be used with '--none'

    Usage: okr align <REF> <PARENT>...

    For more information, try '--help'.
    ── exit 2 ──

    $ okr align tickets --none --add
    ── stderr ──
    error: the argument '--none' cannot be used with '--add'

    Usage: okr align --none <REF> [PARENT]...

    For more information, try '--help'.
    ── exit 2 ──

    $ okr align tickets.kr1 renewing
    ── stderr ──
    error: "tickets.kr1" names a key result
    hint: the objective is ana/tickets; without .kr1
    ── exit 2 ──
    "#);
}

#[test]
fn a_single_parent_written_without_a_list_is_understood() {
    let world = World::worked();
    world.write(
        "okrs/2026-Q4/ana/tickets.yaml",
        "title: Tickets\naligns_to: acme/renewing # the main thing\nweight: 2\n",
    );
    world.write("okrs/2026-Q4/eng/portal.yaml", "title: Portal\n");
    assert_snapshot!(world.edit("align tickets eng/portal --add"), @r#"
    aligned ana/tickets to acme/renewing, eng/portal
    --- (none)
    +++ 2026-Q4/ana/tickets.history.yaml
    @@ -0,0 +1 @@
    +- {"id": "4d4pbyc8vk", "at": "2026-11-15T12:00:02Z", "by": "ana", "event": "edit", "field": "aligns_to", "from": "acme/renewing", "to": "acme/renewing, eng/portal"}
    --- 2026-Q4/ana/tickets.yaml
    +++ 2026-Q4/ana/tickets.yaml
    @@ -1,3 +1,3 @@
     title: Tickets
    -aligns_to: acme/renewing # the main thing
    +aligns_to: [acme/renewing, eng/portal] # the main thing
     weight: 2
    "#);
}

#[test]
fn a_block_list_with_comments_is_appended_to() {
    let world = World::worked();
    world.write(
        "okrs/2026-Q4/ana/tickets.yaml",
        "title: Tickets\naligns_to:\n  # first\n  - acme/renewing # main\n  # last\nweight: 2\n",
    );
    world.write("okrs/2026-Q4/eng/portal.yaml", "title: Portal\n");
    assert_snapshot!(world.edit("align tickets eng/portal --add"), @r#"
    aligned ana/tickets to acme/renewing, eng/portal
    --- (none)
    +++ 2026-Q4/ana/tickets.history.yaml
    @@ -0,0 +1 @@
    +- {"id": "4d4pbyc8vk", "at": "2026-11-15T12:00:02Z", "by": "ana", "event": "edit", "field": "aligns_to", "from": "acme/renewing", "to": "acme/renewing, eng/portal"}
    --- 2026-Q4/ana/tickets.yaml
    +++ 2026-Q4/ana/tickets.yaml
    @@ -3,4 +3,5 @@
       # first
       - acme/renewing # main
    +  - eng/portal
       # last
     weight: 2
    "#);
}
