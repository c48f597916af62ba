//! Files that cannot be changed safely are left alone.

use insta::assert_snapshot;

use super::{FILE, commented};

#[test]
fn anchors_are_left_to_people() {
    let world = commented();
    world.write(FILE, "title: &t Renew\nkey_results:\n  - {id: nps, title: *t, metric: done}\n");
    assert_snapshot!(world.rewrite("set renewing title New"), @"
    ── stderr ──
    error: title is written in a way that cannot be changed safely; change it by hand; nothing was changed
    ── exit 3 ──
    ");
    assert_snapshot!(world.rewrite("kr edit renewing.nps --title Own"), @"
    ── stderr ──
    error: key_results[0].title is written in a way that cannot be changed safely; change it by hand; nothing was changed
    ── exit 3 ──
    ");
}

#[test]
fn a_damaged_file_is_not_edited() {
    let world = commented();
    world.write(FILE, "title: Renew\ntitel: Twice\n  bad: [\n");
    assert_snapshot!(world.rewrite("set renewing title New"), @r#"
    ── stderr ──
    error: okrs/2026-Q4/acme/renewing.yaml:2:1: unknown field "titel", expected one of "title", "description", "kind", "aligns_to", "weight", "tags", "key_results"
      2 | titel: Twice
        | ^
    hint: correct the line. The objective is not shown until then.
    error: 2026-Q4/acme/renewing cannot be read; nothing was changed
    ── exit 3 ──
    "#);
    world.write(FILE, "title: Renew\nkey_result:\n  - id: nps\n");
    assert_snapshot!(world.rewrite("set renewing title New"), @r#"
    ── stderr ──
    error: okrs/2026-Q4/acme/renewing.yaml:2:1: unknown key "key_result", not a key of an objective; known: title, description, kind, aligns_to, weight, tags, key_results
      2 | key_result:
        | ^^^^^^^^^^
    hint: did you mean key_results? The objective is not shown until then.
    error: 2026-Q4/acme/renewing cannot be read; nothing was changed
    ── exit 3 ──
    "#);
}

#[cfg(unix)]
#[test]
fn a_definition_that_is_a_link_is_not_replaced() {
    let world = commented();
    world.link(FILE, "outside.yaml");
    assert_snapshot!(world.session(&["set renewing title New"]), @r#"
    $ okr set renewing title New
    ── stderr ──
    error: no objective in 2026-Q4 is called "renewing"
    hint: okr list shows what there is
    ── exit 2 ──
    "#);
}
