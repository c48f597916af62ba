//! `okr set`.

use insta::assert_snapshot;

use crate::world::World;

#[test]
fn each_field_is_changed_added_and_removed() {
    let world = World::worked();
    assert_snapshot!(world.edit(r#"set renewing title "Renew: the obvious choice""#), @r#"
    changed acme/renewing  title: Make renewing the obvious choice  ⇒  Renew: the obvious choice
    --- 2026-Q4/acme/renewing.history.yaml
    +++ 2026-Q4/acme/renewing.history.yaml
    @@ -5,2 +5,3 @@
     - {"id": "a5", "at": "2026-11-10T09:00:00Z", "by": "bo", "event": "update", "kr": "up", "value": 99.45}
     - {"id": "a6", "at": "2026-11-10T09:00:00Z", "by": "ana", "event": "update", "kr": "launch", "value": "beta"}
    +- {"id": "fhqsqvbd4h", "at": "2026-11-15T12:00:02Z", "by": "ana", "event": "edit", "field": "title", "from": "Make renewing the obvious choice", "to": "Renew: the obvious choice"}
    --- 2026-Q4/acme/renewing.yaml
    +++ 2026-Q4/acme/renewing.yaml
    @@ -1,4 +1,4 @@
     # comments are kept
    -title: Make renewing the obvious choice
    +title: "Renew: the obvious choice"
     description: |
       Renewals pay for everything else.
    "#);
    assert_snapshot!(world.edit("set renewing kind committed"), @r#"
    changed acme/renewing  kind: committed
    --- 2026-Q4/acme/renewing.history.yaml
    +++ 2026-Q4/acme/renewing.history.yaml
    @@ -6,2 +6,3 @@
     - {"id": "a6", "at": "2026-11-10T09:00:00Z", "by": "ana", "event": "update", "kr": "launch", "value": "beta"}
     - {"id": "fhqsqvbd4h", "at": "2026-11-15T12:00:02Z", "by": "ana", "event": "edit", "field": "title", "from": "Make renewing the obvious choice", "to": "Renew: the obvious choice"}
    +- {"id": "pg2afprc3y", "at": "2026-11-15T12:00:03Z", "by": "ana", "event": "edit", "field": "kind", "to": "committed"}
    --- 2026-Q4/acme/renewing.yaml
    +++ 2026-Q4/acme/renewing.yaml
    @@ -3,4 +3,5 @@
     description: |
       Renewals pay for everything else.
    +kind: committed
     key_results:
       - id: nps
    "#);
    assert_snapshot!(world.edit("set renewing kind aspirational"), @r#"
    changed acme/renewing  kind: committed  ⇒  aspirational
    --- 2026-Q4/acme/renewing.history.yaml
    +++ 2026-Q4/acme/renewing.history.yaml
    @@ -7,2 +7,3 @@
     - {"id": "fhqsqvbd4h", "at": "2026-11-15T12:00:02Z", "by": "ana", "event": "edit", "field": "title", "from": "Make renewing the obvious choice", "to": "Renew: the obvious choice"}
     - {"id": "pg2afprc3y", "at": "2026-11-15T12:00:03Z", "by": "ana", "event": "edit", "field": "kind", "to": "committed"}
    +- {"id": "bvw90wcgtg", "at": "2026-11-15T12:00:04Z", "by": "ana", "event": "edit", "field": "kind", "from": "committed", "to": "aspirational"}
    --- 2026-Q4/acme/renewing.yaml
    +++ 2026-Q4/acme/renewing.yaml
    @@ -3,5 +3,5 @@
     description: |
       Renewals pay for everything else.
    -kind: committed
    +kind: aspirational
     key_results:
       - id: nps
    "#);
    assert_snapshot!(world.edit("set renewing weight 2.5"), @r#"
    changed acme/renewing  weight: 2.5
    --- 2026-Q4/acme/renewing.history.yaml
    +++ 2026-Q4/acme/renewing.history.yaml
    @@ -8,2 +8,3 @@
     - {"id": "pg2afprc3y", "at": "2026-11-15T12:00:03Z", "by": "ana", "event": "edit", "field": "kind", "to": "committed"}
     - {"id": "bvw90wcgtg", "at": "2026-11-15T12:00:04Z", "by": "ana", "event": "edit", "field": "kind", "from": "committed", "to": "aspirational"}
    +- {"id": "vjt2htz26b", "at": "2026-11-15T12:00:05Z", "by": "ana", "event": "edit", "field": "weight", "to": "2.5"}
    --- 2026-Q4/acme/renewing.yaml
    +++ 2026-Q4/acme/renewing.yaml
    @@ -4,4 +4,5 @@
       Renewals pay for everything else.
     kind: aspirational
    +weight: 2.5
     key_results:
       - id: nps
    "#);
    assert_snapshot!(world.edit(r#"set renewing tags "retention， product,,客户""#), @r#"
    changed acme/renewing  tags: retention, product, 客户
    --- 2026-Q4/acme/renewing.history.yaml
    +++ 2026-Q4/acme/renewing.history.yaml
    @@ -9,2 +9,3 @@
     - {"id": "bvw90wcgtg", "at": "2026-11-15T12:00:04Z", "by": "ana", "event": "edit", "field": "kind", "from": "committed", "to": "aspirational"}
     - {"id": "vjt2htz26b", "at": "2026-11-15T12:00:05Z", "by": "ana", "event": "edit", "field": "weight", "to": "2.5"}
    +- {"id": "2km9vzpcxb", "at": "2026-11-15T12:00:06Z", "by": "ana", "event": "edit", "field": "tags", "to": "retention, product, 客户"}
    --- 2026-Q4/acme/renewing.yaml
    +++ 2026-Q4/acme/renewing.yaml
    @@ -5,4 +5,5 @@
     kind: aspirational
     weight: 2.5
    +tags: [retention, product, 客户]
     key_results:
       - id: nps
    "#);
    assert_snapshot!(world.edit(r#"set renewing description "One line""#), @r#"
    changed acme/renewing  description: Renewals pay for everything else.  ⇒  One line
    --- 2026-Q4/acme/renewing.history.yaml
    +++ 2026-Q4/acme/renewing.history.yaml
    @@ -10,2 +10,3 @@
     - {"id": "vjt2htz26b", "at": "2026-11-15T12:00:05Z", "by": "ana", "event": "edit", "field": "weight", "to": "2.5"}
     - {"id": "2km9vzpcxb", "at": "2026-11-15T12:00:06Z", "by": "ana", "event": "edit", "field": "tags", "to": "retention, product, 客户"}
    +- {"id": "95axc9te4c", "at": "2026-11-15T12:00:07Z", "by": "ana", "event": "edit", "field": "description", "from": "Renewals pay for everything else.", "to": "One line"}
    --- 2026-Q4/acme/renewing.yaml
    +++ 2026-Q4/acme/renewing.yaml
    @@ -1,6 +1,5 @@
     # comments are kept
     title: "Renew: the obvious choice"
    -description: |
    -  Renewals pay for everything else.
    +description: One line
     kind: aspirational
     weight: 2.5
    "#);
    assert_snapshot!(world.edit(r#"set renewing description """#), @r#"
    changed acme/renewing  description: One line  ⇒  removed
    --- 2026-Q4/acme/renewing.history.yaml
    +++ 2026-Q4/acme/renewing.history.yaml
    @@ -11,2 +11,3 @@
     - {"id": "2km9vzpcxb", "at": "2026-11-15T12:00:06Z", "by": "ana", "event": "edit", "field": "tags", "to": "retention, product, 客户"}
     - {"id": "95axc9te4c", "at": "2026-11-15T12:00:07Z", "by": "ana", "event": "edit", "field": "description", "from": "Renewals pay for everything else.", "to": "One line"}
    +- {"id": "gzqykr5r0w", "at": "2026-11-15T12:00:08Z", "by": "ana", "event": "edit", "field": "description", "from": "One line"}
    --- 2026-Q4/acme/renewing.yaml
    +++ 2026-Q4/acme/renewing.yaml
    @@ -1,5 +1,4 @@
     # comments are kept
     title: "Renew: the obvious choice"
    -description: One line
     kind: aspirational
     weight: 2.5
    "#);
    assert_snapshot!(world.edit(r#"set renewing tags """#), @r#"
    changed acme/renewing  tags: retention, product, 客户  ⇒  removed
    --- 2026-Q4/acme/renewing.history.yaml
    +++ 2026-Q4/acme/renewing.history.yaml
    @@ -12,2 +12,3 @@
     - {"id": "95axc9te4c", "at": "2026-11-15T12:00:07Z", "by": "ana", "event": "edit", "field": "description", "from": "Renewals pay for everything else.", "to": "One line"}
     - {"id": "gzqykr5r0w", "at": "2026-11-15T12:00:08Z", "by": "ana", "event": "edit", "field": "description", "from": "One line"}
    +- {"id": "mkaykh4dgr", "at": "2026-11-15T12:00:09Z", "by": "ana", "event": "edit", "field": "tags", "from": "retention, product, 客户"}
    --- 2026-Q4/acme/renewing.yaml
    +++ 2026-Q4/acme/renewing.yaml
    @@ -3,5 +3,4 @@
     kind: aspirational
     weight: 2.5
    -tags: [retention, product, 客户]
     key_results:
       - id: nps
    "#);
    assert_snapshot!(world.edit(r#"set renewing weight """#), @r#"
    changed acme/renewing  weight: 2.5  ⇒  removed
    --- 2026-Q4/acme/renewing.history.yaml
    +++ 2026-Q4/acme/renewing.history.yaml
    @@ -13,2 +13,3 @@
     - {"id": "gzqykr5r0w", "at": "2026-11-15T12:00:08Z", "by": "ana", "event": "edit", "field": "description", "from": "One line"}
     - {"id": "mkaykh4dgr", "at": "2026-11-15T12:00:09Z", "by": "ana", "event": "edit", "field": "tags", "from": "retention, product, 客户"}
    +- {"id": "cmfwazk2dd", "at": "2026-11-15T12:00:10Z", "by": "ana", "event": "edit", "field": "weight", "from": "2.5"}
    --- 2026-Q4/acme/renewing.yaml
    +++ 2026-Q4/acme/renewing.yaml
    @@ -2,5 +2,4 @@
     title: "Renew: the obvious choice"
     kind: aspirational
    -weight: 2.5
     key_results:
       - id: nps
    "#);
}

#[test]
fn what_is_so_already_is_left_alone() {
    let world = World::worked();
    assert_snapshot!(world.edit(r#"set renewing title "Make renewing the obvious choice""#), @"acme/renewing is so already; nothing was changed");
    assert_snapshot!(world.edit(r#"set renewing weight """#), @"acme/renewing is so already; nothing was changed");
    assert_snapshot!(world.edit("set renewing weight 1"), @r#"
    changed acme/renewing  weight: 1
    --- 2026-Q4/acme/renewing.history.yaml
    +++ 2026-Q4/acme/renewing.history.yaml
    @@ -5,2 +5,3 @@
     - {"id": "a5", "at": "2026-11-10T09:00:00Z", "by": "bo", "event": "update", "kr": "up", "value": 99.45}
     - {"id": "a6", "at": "2026-11-10T09:00:00Z", "by": "ana", "event": "update", "kr": "launch", "value": "beta"}
    +- {"id": "724ahgsw55", "at": "2026-11-15T12:00:04Z", "by": "ana", "event": "edit", "field": "weight", "to": "1"}
    --- 2026-Q4/acme/renewing.yaml
    +++ 2026-Q4/acme/renewing.yaml
    @@ -3,4 +3,5 @@
     description: |
       Renewals pay for everything else.
    +weight: 1
     key_results:
       - id: nps
    "#);
}

#[test]
fn what_cannot_be_is_refused() {
    let world = World::worked();
    assert_snapshot!(world.session(&[r#"set renewing title """#, "set renewing titel X", "set renewing kind hopeful", "set renewing weight -1", "set renewing weight heavy", "set renewing owner bo", "set renewing slug x", "set renewing aligns_to x", "set renewing key_results x", "set renewing zzz x", "set renewing.nps title X", "set nothing title X"]), @r#"
    $ okr set renewing title ""
    ── stderr ──
    error: an objective needs a title
    ── exit 2 ──

    $ okr set renewing titel X
    ── stderr ──
    error: an objective has no field "titel"
    hint: did you mean title?
    ── exit 2 ──

    $ okr set renewing kind hopeful
    ── stderr ──
    error: "hopeful" is neither aspirational nor committed
    ── exit 2 ──

    $ okr set renewing weight -1
    ── stderr ──
    error: "-1": a weight is a number from 0 to 1000
    ── exit 2 ──

    $ okr set renewing weight heavy
    ── stderr ──
    error: "heavy": a weight is a number from 0 to 1000
    ── exit 2 ──

    $ okr set renewing owner bo
    ── stderr ──
    error: owner and name are where the file stands
    hint: okr move REF --owner KEY, or --slug NAME
    ── exit 2 ──

    $ okr set renewing slug x
    ── stderr ──
    error: owner and name are where the file stands
    hint: okr move REF --owner KEY, or --slug NAME
    ── exit 2 ──

    $ okr set renewing aligns_to x
    ── stderr ──
    error: what it aligns to is checked first
    hint: okr align REF PARENT…
    ── exit 2 ──

    $ okr set renewing key_results x
    ── stderr ──
    error: key results have commands of their own
    hint: okr kr add, okr kr edit, okr kr remove
    ── exit 2 ──

    $ okr set renewing zzz x
    ── stderr ──
    error: an objective has no field "zzz"
    hint: fields: title, description, kind, weight, tags
    ── exit 2 ──

    $ okr set renewing.nps title X
    ── stderr ──
    error: "renewing.nps" names a key result
    hint: the objective is acme/renewing; without .nps
    ── exit 2 ──

    $ okr set nothing title X
    ── stderr ──
    error: no objective in 2026-Q4 is called "nothing"
    hint: okr list shows what there is
    ── exit 2 ──
    "#);
}
