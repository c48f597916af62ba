//! `okr fmt`.

use std::fs;
use std::path::Path;

use insta::assert_snapshot;

use crate::world::World;

const UNTIDY: &str = "# by hand\ntags: [ retention,\"b c\" ]\ntitle:   \"Make renewing the obvious choice\"   # the first\n\
                      key_results:\n- title: 续约率上升\n  id: nps\n  metric:\n    to: 50\n    from: 31\n    unit: points\n  weight: 2    # the loudest\n\n  \
                      # money\n- {id: churn, title: Churn falls, metric: {from: 4.2, to: 2.0, unit: '%'}}\n";

fn untidy() -> World {
    let world = World::company();
    world.write("okrs/2026-Q4/acme/renewing.yaml", UNTIDY);
    world
}

#[test]
fn a_file_is_laid_out_as_okr_writes_it_and_then_stays_so() {
    let world = untidy();
    assert_snapshot!(world.edit("fmt"), @r#"
    formatted okrs/2026-Q4/acme/renewing.yaml
    1 of 4 files formatted
    --- 2026-Q4/acme/renewing.yaml
    +++ 2026-Q4/acme/renewing.yaml
    @@ -1,14 +1,13 @@
     # by hand
    -tags: [ retention,"b c" ]
    -title:   "Make renewing the obvious choice"   # the first
    +title: Make renewing the obvious choice  # the first
    +tags: [retention, b c]
     key_results:
    -- title: 续约率上升
    -  id: nps
    -  metric:
    -    to: 50
    -    from: 31
    -    unit: points
    -  weight: 2    # the loudest
    +  - id: nps
    +    title: 续约率上升
    +    metric: {from: 31, to: 50, unit: points}
    +    weight: 2  # the loudest
     
       # money
    -- {id: churn, title: Churn falls, metric: {from: 4.2, to: 2.0, unit: '%'}}
    +  - id: churn
    +    title: Churn falls
    +    metric: {from: 4.2, to: 2.0, unit: "%"}
    "#);
    assert_snapshot!(world.edit("fmt"), @"4 files, nothing to format");
    assert_snapshot!(world.edit("fmt --check"), @"4 files, nothing to format");
}

#[test]
fn a_check_writes_nothing_and_shows_the_difference() {
    let world = untidy();
    assert_snapshot!(world.edit("fmt --check"), @r#"
    --- okrs/2026-Q4/acme/renewing.yaml as it is
    +++ okrs/2026-Q4/acme/renewing.yaml formatted
    @@ -1,14 +1,13 @@
     # by hand
    -tags: [ retention,"b c" ]
    -title:   "Make renewing the obvious choice"   # the first
    +title: Make renewing the obvious choice  # the first
    +tags: [retention, b c]
     key_results:
    -- title: 续约率上升
    -  id: nps
    -  metric:
    -    to: 50
    -    from: 31
    -    unit: points
    -  weight: 2    # the loudest
    +  - id: nps
    +    title: 续约率上升
    +    metric: {from: 31, to: 50, unit: points}
    +    weight: 2  # the loudest
     
       # money
    -- {id: churn, title: Churn falls, metric: {from: 4.2, to: 2.0, unit: '%'}}
    +  - id: churn
    +    title: Churn falls
    +    metric: {from: 4.2, to: 2.0, unit: "%"}
    ── stderr ──
    note: 1 of 4 files would be formatted
    hint: okr fmt does it
    ── exit 1 ──
    "#);
    assert_snapshot!(world.edit("fmt --check --quiet"), @"
    okrs/2026-Q4/acme/renewing.yaml
    ── exit 1 ──
    ");
    assert_snapshot!(world.okr("fmt --check org.yaml"), @"1 file, nothing to format");
    assert_snapshot!(world.okr("fmt --check okrs/org.yaml"), @"1 file, nothing to format");
}

#[test]
fn line_ends_and_a_byte_order_mark_of_windows_go() {
    let world = World::company();
    world.write("okrs/2026-Q4/acme/windows.yaml", "\u{feff}title: a\r\ntags: [b]\r\n");
    assert_snapshot!(world.okr("fmt --check windows"), @r"
    --- okrs/2026-Q4/acme/windows.yaml as it is
    +++ okrs/2026-Q4/acme/windows.yaml formatted
    @@ -1,2 +1,2 @@
    -\u{feff}title: a␍
    -tags: [b]␍
    +title: a
    +tags: [b]
    ── stderr ──
    note: 1 file would be formatted
    hint: okr fmt does it
    ── exit 1 ──
    ");
    assert_snapshot!(world.okr("fmt windows"), @"formatted okrs/2026-Q4/acme/windows.yaml");
    assert_eq!(world.read("okrs/2026-Q4/acme/windows.yaml"), "title: a\ntags: [b]\n");
}

#[test]
fn what_is_damaged_is_said_and_the_rest_is_formatted() {
    let world = untidy();
    world.write("okrs/2026-Q4/acme/bad.yaml", "titel: A\n");
    world.write("okrs/2026-Q4/acme/odd.yaml", "title:   &x A\ndescription: *x\n");
    world.write("okrs/org.yaml", "company: acme\npeople: [ana]\n");
    assert_snapshot!(world.rewrite("fmt --quiet"), @r#"
    --- 2026-Q4/acme/renewing.yaml
    +++ 2026-Q4/acme/renewing.yaml
    @@ -1,14 +1,13 @@
     # by hand
    -tags: [ retention,"b c" ]
    -title:   "Make renewing the obvious choice"   # the first
    +title: Make renewing the obvious choice  # the first
    +tags: [retention, b c]
     key_results:
    -- title: 续约率上升
    -  id: nps
    -  metric:
    -    to: 50
    -    from: 31
    -    unit: points
    -  weight: 2    # the loudest
    +  - id: nps
    +    title: 续约率上升
    +    metric: {from: 31, to: 50, unit: points}
    +    weight: 2  # the loudest
     
       # money
    -- {id: churn, title: Churn falls, metric: {from: 4.2, to: 2.0, unit: '%'}}
    +  - id: churn
    +    title: Churn falls
    +    metric: {from: 4.2, to: 2.0, unit: "%"}
    "#);
    assert_snapshot!(world.okr("fmt"), @r#"
    3 files, nothing to format
    ── stderr ──
    error: okrs/org.yaml:2:9: people: a list stands where a mapping belongs
      2 | people: [ana]
        |         ^
    hint: write lines of key: value. Defaults stand in until then.
    error: okrs/2026-Q4/acme/bad.yaml:1:1: unknown key "titel", not a key of an objective; known: title, description, kind, aligns_to, weight, tags, key_results
      1 | titel: A
        | ^^^^^
    hint: did you mean title? The objective is not shown until then.
    warning: okrs/2026-Q4/acme/odd.yaml is left as it is: line 1 has an anchor (&)
    ── exit 3 ──
    "#);
}

#[test]
fn objectives_files_and_folders_are_named() {
    let world = untidy();
    world.write("okrs/2026-Q4/eng/portal.yaml", "title:   b\n");
    world.write("okrs/2026-Q4/acme/renewing.history.yaml", "");
    assert_snapshot!(world.okr("fmt okrs/2026-Q4/eng"), @"formatted okrs/2026-Q4/eng/portal.yaml");
    assert_snapshot!(world.okr("fmt renewing portal okrs/okr.yaml"), @"
    formatted okrs/2026-Q4/acme/renewing.yaml
    1 of 3 files formatted
    ");
    assert_snapshot!(world.okr("fmt okrs/2026-Q4/acme/renewing.history.yaml"), @r#"
    ── stderr ──
    error: "okrs/2026-Q4/acme/renewing.history.yaml" is no definition file of the store
    hint: a history is never rewritten: it only grows
    ── exit 2 ──
    "#);
    assert_snapshot!(world.okr("fmt okrs/.gitattributes"), @r#"
    ── stderr ──
    error: "okrs/.gitattributes" is no definition file of the store
    hint: okr fmt lays out okr.yaml, org.yaml, cycle.yaml and the files of objectives
    ── exit 2 ──
    "#);
    assert_snapshot!(world.okr("fmt nothing"), @r#"
    ── stderr ──
    error: no objective in 2026-Q4 is called "nothing"
    hint: okr list shows what there is
    ── exit 2 ──
    "#);
    world.inside("okrs/2026-Q4");
    assert_snapshot!(world.okr("fmt eng/portal.yaml ../org.yaml"), @"2 files, nothing to format");
}

#[test]
fn an_editor_hands_over_a_text_and_gets_one_back() {
    let world = World::new();
    assert_snapshot!(world.okr_reading("fmt -", UNTIDY), @r#"
    # by hand
    title: Make renewing the obvious choice  # the first
    tags: [retention, b c]
    key_results:
      - id: nps
        title: 续约率上升
        metric: {from: 31, to: 50, unit: points}
        weight: 2  # the loudest

      # money
      - id: churn
        title: Churn falls
        metric: {from: 4.2, to: 2.0, unit: "%"}
    "#);
    assert_snapshot!(world.okr_reading("fmt - --check", UNTIDY), @r#"
    --- standard input as it is
    +++ standard input formatted
    @@ -1,14 +1,13 @@
     # by hand
    -tags: [ retention,"b c" ]
    -title:   "Make renewing the obvious choice"   # the first
    +title: Make renewing the obvious choice  # the first
    +tags: [retention, b c]
     key_results:
    -- title: 续约率上升
    -  id: nps
    -  metric:
    -    to: 50
    -    from: 31
    -    unit: points
    -  weight: 2    # the loudest
    +  - id: nps
    +    title: 续约率上升
    +    metric: {from: 31, to: 50, unit: points}
    +    weight: 2  # the loudest
     
       # money
    -- {id: churn, title: Churn falls, metric: {from: 4.2, to: 2.0, unit: '%'}}
    +  - id: churn
    +    title: Churn falls
    +    metric: {from: 4.2, to: 2.0, unit: "%"}
    ── exit 1 ──
    "#);
    assert_snapshot!(world.okr_reading("fmt - --kind org", "people: {ana: {unit: eng,name: Ana}}\ncompany: acme"), @"
    company: acme
    people:
      ana: {name: Ana, unit: eng}
    ");
    assert_snapshot!(world.okr_reading("fmt - --kind cycle", "end: '2026-12-31'\nstart: 2026-10-01\n"), @"
    start: 2026-10-01
    end: 2026-12-31
    ");
    assert_snapshot!(world.okr_reading("fmt -", "titel: a\n"), @r#"
    ── stderr ──
    error: standard input:1:1: unknown key "titel", not a key of an objective; known: title, description, kind, aligns_to, weight, tags, key_results
      1 | titel: a
        | ^^^^^
    hint: did you mean title? The objective is not shown until then.
    ── exit 3 ──
    "#);
    assert_snapshot!(world.okr_reading("fmt -", "title: &x a\n"), @"
    title: &x a
    ── stderr ──
    warning: standard input is left as it is: line 1 has an anchor (&)
    ");
    assert_snapshot!(world.okr("fmt - renewing"), @"
    ── stderr ──
    error: - is one file; nothing else can be named with it
    ── exit 2 ──
    ");
}

#[cfg(unix)]
#[test]
fn a_link_is_not_followed() {
    let world = untidy();
    world.link("okrs/2026-Q4/acme/renewing.yaml", "elsewhere.yaml");
    assert_snapshot!(world.okr("fmt okrs/2026-Q4/acme/renewing.yaml"), @"
    ── stderr ──
    error: okrs/2026-Q4/acme/renewing.yaml: it is not a regular file
    hint: put a regular file there; links are not followed. The objective is not shown until then.
    ── exit 3 ──
    ");
    assert_eq!(world.read("elsewhere.yaml"), UNTIDY);
}

/// Every command that writes a definition, one after the other.
const WRITING: &[&str] = &[
    "org add-unit web --name \"Web team: design, code\" --parent eng --lead bo",
    "org add-person li --name \"李 Li of a department with a name so long that it takes more than one line\" --unit web --email li@acme.example",
    "cycle new 2026-Q3",
    "cycle new launch --start 2026-10-05 --end 2026-11-27 --title \"The launch: all of it\"",
    "create \"让续约成为 #1 choice\" --owner acme --slug renewing --description \"One.\nTwo: three\n\" --tag a --tag \"b, c\" --committed --weight 2 \
     --kr \"nps = NPS: 31 -> 50 %\" --kr \"Uptime: >= 99.9 % worst 99\" --kr \"Launch: milestones a long first step, another long step, the last of the long steps, launch\" --kr \"Audit: done\"",
    "create \"Below: 'it'\" --owner eng --slug below --align renewing.nps --kr \"x: 0 -> 1\"",
    "kr add renewing \"Churn: 4.2 -> 2.0 $\"",
    "kr edit renewing.nps --weight 3 --owner bo --due 2026-11-30 --initiative \"Call: everybody\" --initiative \"Ask\"",
    "kr edit renewing.nps --done Ask --metric \"31 -> 60 points\"",
    "set renewing description \"One line\"",
    "set below tags \"x, y\"",
    "align below renewing",
    "kr remove renewing.kr3",
    "cycle close 2026-Q3",
    "carry renewing --to launch",
];

#[test]
fn what_okr_writes_is_laid_out_already() {
    let world = World::company();
    for line in WRITING {
        let said = world.okr(line).to_string();
        assert!(!said.contains("error:"), "okr {line}\n{said}");
        assert!(
            world.okr("fmt --check").to_string().contains("nothing to format"),
            "okr {line}\n{}",
            world.okr("fmt --check")
        );
    }
    let alone = World::new();
    let _ = alone.okr("init --solo .");
    assert_snapshot!(alone.okr("fmt --check"), @"2 files, nothing to format");
}

#[test]
fn the_examples_and_our_own_goals_are_laid_out_already() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let examples = fs::read_dir(root.join("examples")).unwrap().map(|entry| entry.unwrap().path());
    let stores = examples.flat_map(|folder| [folder.join("okrs"), folder]).chain([root.join("okrs")]);
    let mut seen = 0;
    for store in stores.filter(|folder| folder.join("okr.yaml").is_file()) {
        let said = World::new().okr(&format!("--store {} --lang en fmt --check", store.display())).to_string();
        assert!(said.contains("nothing to format"), "{said}");
        seen += 1;
    }
    assert_eq!(seen, 4);
}
