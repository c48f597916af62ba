//! `okr import json`: what `okr export json` wrote is a store again.

use crate::world::World;

/// A store, and what it gives away.
fn exported() -> World {
    let world = World::worked();
    let _ = world.okr("export json --output store.json");
    world
}

fn contents(world: &World, folder: &str) -> Vec<(String, String)> {
    let mut files = world.files(folder);
    files.retain(|name| !name.starts_with(".schemas"));
    files.into_iter().map(|name| (name.clone(), world.read(&format!("{folder}/{name}")))).collect()
}

#[test]
fn a_new_store_is_the_old_one_byte_for_byte() {
    let world = exported();
    insta::assert_snapshot!(world.session(&["import json store.json --store copy --dry-run", "import json store.json --store copy"]), @r"
$ okr import json store.json --store copy --dry-run
would import 1 objective and 6 events in 5 files into copy

$ okr import json store.json --store copy
imported 1 objective and 6 events in 5 files into copy
");
    assert_eq!(contents(&world, "okrs"), contents(&world, "copy"));
    insta::assert_snapshot!(world.session(&["import json store.json --store copy", "check --store copy", "fmt --check --store copy --quiet"]), @r#"
$ okr import json store.json --store copy
all of store.json is here already; nothing was changed

$ okr check --store copy
advice[OKR116]: nps is said to be at-risk, and nobody says why
 --> copy/2026-Q4/acme/renewing.history.yaml:3:11
  |
3 | - {"id": "a3", "at": "2026-11-10T09:00:00Z", "by": "ana", "event": "update", "kr": "nps", "va...
  |           ^^
  |
  = help: okr update acme/renewing.nps --note "WHY"
  = rule: unexplained-risk (okr check --explain OKR116)

advice[OKR115]: no check-in for up to 46 days: audit
 --> copy/2026-Q4/acme/renewing.yaml:5:1
  |
5 | key_results:
  | ^^^^^^^^^^^
  |
  = help: okr update acme/renewing.audit VALUE, or --note TEXT alone
  = rule: stale-check-in (okr check --explain OKR115)

2 pieces of advice in 1 objective in 1 cycle

$ okr fmt --check --store copy --quiet
"#);
}

#[test]
fn without_a_store_one_is_made_in_okrs() {
    let world = World::new();
    world.write("store.json", &exported().read("store.json"));
    insta::assert_snapshot!(world.okr("import json store.json"), @"imported 1 objective and 6 events in 5 files into okrs");
    assert_eq!(contents(&world, "okrs"), contents(&exported(), "okrs"));
    insta::assert_snapshot!(world.okr("list"), @r"
2026-Q4 · Oct 1 – Dec 31 · day 46 of 92, 50 % of the time is gone · 1 objective

OBJECTIVE                                 OWNER                           DONE  PLAN  PACE
acme/renewing  Make renewing the obviou…  Acme Inc.  ████░┊░░░░  ▁▁▁▁▁▁▃  40 %  58 %  ✗ says at risk
");
}

#[test]
fn no_store_is_made_where_a_link_leads_elsewhere_or_another_one_is_meant() {
    let world = World::new();
    world.write("store.json", &exported().read("store.json"));
    world.write("elsewhere/mine", "mine");
    #[cfg(unix)]
    {
        std::os::unix::fs::symlink(world.path("elsewhere"), world.path("link")).unwrap();
        insta::assert_snapshot!(world.okr("import json store.json --store link"), @r"
── stderr ──
error: link is a link, and a store is made where nothing leads elsewhere
hint: name the folder itself
── exit 2 ──
");
        assert_eq!(world.files("elsewhere"), ["mine"]);
    }
    let _ = world.okr("init goals --solo");
    world.env("OKR_STORE", "goals");
    insta::assert_snapshot!(world.okr("import json store.json"), @r"
── stderr ──
error: org.yaml says something else here; nothing was changed
hint: --keep leaves what differs as it is here, and takes the rest
hint: this store has no cycle yet: where there is no store, okr import json makes one as it was
── exit 2 ──
");
}

#[test]
fn what_is_lacking_is_added_and_what_is_there_is_taken_once() {
    let world = exported();
    let _ = world.okr("import json store.json --store copy");
    let _ = world.okr("update renewing.nps 41 --note better");
    let _ = world.okr("create \"Sleep through the night\" --owner eng --slug calm");
    let _ = world.okr("comment renewing hi --store copy");
    let _ = world.okr("export json --output more.json");
    insta::assert_snapshot!(world.session(&["import json more.json --store copy --dry-run", "import json more.json --store copy", "import json more.json --store copy"]), @r"
$ okr import json more.json --store copy --dry-run
would import 1 objective and 2 events in 3 files into copy
── stderr ──
note: 4 files of it said the same here already

$ okr import json more.json --store copy
imported 1 objective and 2 events in 3 files into copy
── stderr ──
note: 4 files of it said the same here already

$ okr import json more.json --store copy
all of more.json is here already; nothing was changed
");
    insta::assert_snapshot!(world.okr("history renewing.nps --store copy"), @r"
NPS rises · acme/renewing.nps · 31 → 50 points

WHEN          WHO  BEFORE  AFTER  CHANGE   PROGRESS  STATUS              CONF   NOTE
Nov 15 12:00  ana      38     41  +3      37 → 53 %  –                   –      better
Nov 10 09:00  ana      34     38  +4      16 → 37 %  on track → at risk  7 → 5  –
Oct 20 09:00  ana      31     34  +3       0 → 16 %  on track            7      first survey
");
    assert!(world.read("copy/2026-Q4/acme/renewing.history.yaml").contains("\"text\": \"hi\""));
}

#[test]
fn a_file_that_says_something_else_stops_it_all_unless_it_is_kept() {
    let world = exported();
    let _ = world.okr("import json store.json --store copy");
    let _ = world.okr("set renewing title \"Make renewing easy\" --store copy");
    let _ = world.okr("create \"Sleep through the night\" --owner eng --slug calm");
    let _ = world.okr("export json --output more.json");
    let before = contents(&world, "copy");
    insta::assert_snapshot!(world.okr("import json more.json --store copy"), @r"
── stderr ──
error: 2026-Q4/acme/renewing.yaml says something else here; nothing was changed
hint: --keep leaves what differs as it is here, and takes the rest
── exit 2 ──
");
    assert_eq!(contents(&world, "copy"), before);
    insta::assert_snapshot!(world.okr("import json more.json --store copy --keep"), @r"
imported 1 objective and 1 event in 2 files into copy
── stderr ──
note: 4 files of it said the same here already
note: 1 file of it stayed as here: 2026-Q4/acme/renewing.yaml
");
    assert!(world.read("copy/2026-Q4/acme/renewing.yaml").contains("Make renewing easy"));
    assert!(world.path("copy/2026-Q4/eng/calm.yaml").exists());
}

#[test]
fn an_event_that_was_edited_is_another_one() {
    let world = exported();
    let _ = world.okr("import json store.json --store copy");
    let path = "copy/2026-Q4/acme/renewing.history.yaml";
    world.write(path, &world.read(path).replace("\"value\": 38", "\"value\": 39"));
    insta::assert_snapshot!(world.okr("import json store.json --store copy"), @r"
── stderr ──
error: 2026-Q4/acme/renewing.history.yaml says something else here; nothing was changed
hint: --keep leaves what differs as it is here, and takes the rest
── exit 2 ──
");
}

#[test]
fn events_that_stand_in_an_authors_own_file_are_not_added_again() {
    let world = exported();
    let _ = world.okr("import json store.json --store copy");
    let _ = world.okr("history split --store copy");
    insta::assert_snapshot!(world.okr("import json store.json --store copy --keep"), @"all of store.json is here already; nothing was changed");
}

#[test]
fn other_programs_may_have_laid_it_out_anew() {
    let world = exported();
    let document: serde_json::Value = serde_json::from_str(&world.read("store.json")).unwrap();
    world.write("pretty.json", &serde_json::to_string_pretty(&document).unwrap());
    let _ = world.okr("import json pretty.json --store copy");
    assert_eq!(contents(&world, "okrs"), contents(&world, "copy"));
    // ASCII only, as Python writes it, with the comments taken out.
    let mut plain = document;
    plain["files"]
        .as_array_mut()
        .unwrap()
        .iter_mut()
        .for_each(|file| drop(file.as_object_mut().unwrap().remove("yaml")));
    let ascii: String = plain
        .to_string()
        .encode_utf16()
        .map(|unit| match char::from_u32(unit.into()).filter(char::is_ascii) {
            Some(c) => c.to_string(),
            None => format!("\\u{unit:04x}"),
        })
        .collect();
    world.write("plain.json", &ascii);
    let _ = world.okr("import json plain.json --store plain");
    insta::assert_snapshot!(world.read("plain/2026-Q4/acme/renewing.yaml"), @r#"
title: Make renewing the obvious choice
description: |
  Renewals pay for everything else.
key_results:
  - id: nps
    title: NPS rises
    metric: {from: 31, to: 50, unit: points}
    weight: 2
  - id: churn
    title: Churn falls
    metric: {from: 4.2, to: 2.0, unit: "%"}
  - id: up
    title: Uptime is kept
    metric: {at_least: 99.9, worst: 99, unit: "%"}
  - id: audit
    title: Audit passed
    metric: done
  - id: launch
    title: Launch
    metric: {milestones: [design, beta, launch]}
"#);
    assert_eq!(
        world.read("plain/2026-Q4/acme/renewing.history.yaml"),
        world.read("okrs/2026-Q4/acme/renewing.history.yaml")
    );
}

#[test]
fn what_is_no_store_is_refused_and_nothing_is_made() {
    let world = World::company();
    for (name, text) in [
        ("list.json", "[1, 2]"),
        ("report.json", "{\"version\": 1, \"objectives\": []}"),
        ("torn.json", "{\"okr\": \"store\", \"version\": 1, \"files\": ["),
        ("newer.json", "{\"okr\": \"store\", \"version\": 2, \"files\": []}"),
        ("key.json", "{\"okr\": \"store\", \"version\": 1, \"files\": [\n{\"path\": \"okr.yaml\", \"date\": {}}]}"),
        ("path.json", "{\"okr\": \"store\", \"version\": 1, \"files\": [{\"path\": \"../okr.yaml\", \"data\": {}}]}"),
        (
            "twice.json",
            "{\"okr\": \"store\", \"version\": 1, \"files\": [{\"path\": \"okr.yaml\", \"data\": {}}, {\"path\": \"okr.yaml\", \"data\": {}}]}",
        ),
        ("events.json", "{\"okr\": \"store\", \"version\": 1, \"files\": [{\"path\": \"okr.yaml\", \"events\": []}]}"),
        (
            "other.json",
            "{\"okr\": \"store\", \"version\": 1, \"files\": [{\"path\": \"okr.yaml\", \"data\": {\"version\": 1}, \"yaml\": \"version: 2\\n\"}]}",
        ),
        (
            "damaged.json",
            "{\"okr\": \"store\", \"version\": 1, \"files\": [{\"path\": \"okr.yaml\", \"data\": {}}, {\"path\": \"2026-Q4/cycle.yaml\", \"data\": {}}, {\"path\": \"2026-Q4/acme/a.yaml\", \"data\": {\"title\": \"A\", \"colour\": 1}}]}",
        ),
        ("empty.json", "{\"okr\": \"store\", \"version\": 1, \"files\": []}"),
    ] {
        world.write(name, text);
    }
    insta::assert_snapshot!(world.session(&[
        "import json list.json --store new",
        "import json report.json --store new",
        "import json torn.json --store new",
        "import json newer.json --store new",
        "import json key.json --store new",
        "import json path.json --store new",
        "import json twice.json --store new",
        "import json events.json --store new",
        "import json other.json --store new",
        "import json damaged.json --store new",
        "import json empty.json --store new",
        "import json gone.json --store new",
    ]), @r#"
    $ okr import json list.json --store new
    ── stderr ──
    error: <world>/work/new holds no okr.yaml
    hint: okr init DIR makes a store
    ── exit 2 ──

    $ okr import json report.json --store new
    ── stderr ──
    error: <world>/work/new holds no okr.yaml
    hint: okr init DIR makes a store
    ── exit 2 ──

    $ okr import json torn.json --store new
    ── stderr ──
    error: torn.json:1:41: it is not JSON: EOF while parsing a list
    ── exit 2 ──

    $ okr import json newer.json --store new
    ── stderr ──
    error: newer.json: it is of version 2, which this okr does not know
    hint: a newer okr reads it
    ── exit 2 ──

    $ okr import json key.json --store new
    ── stderr ──
    error: key.json:2:27: unknown field "date", expected one of "path", "data", "events", "yaml"
    hint: okr export json writes what okr import json reads
    ── exit 2 ──

    $ okr import json path.json --store new
    ── stderr ──
    error: path.json: "../okr.yaml" is the path of no file of a store
    ── exit 2 ──

    $ okr import json twice.json --store new
    ── stderr ──
    error: twice.json: okr.yaml is in it twice
    ── exit 2 ──

    $ okr import json events.json --store new
    ── stderr ──
    error: events.json: okr.yaml needs data, and nothing else
    ── exit 2 ──

    $ okr import json other.json --store new
    ── stderr ──
    error: other.json: the yaml of okr.yaml says something else than the rest
    hint: take "yaml" away to go by the data, or mend one of the two
    ── exit 2 ──

    $ okr import json damaged.json --store new
    ── stderr ──
    error: damaged.json: 2026-Q4/acme/a.yaml:2:1: unknown key "colour", not a key of an objective; known: title, description, kind, aligns_to, weight, tags, key_results
      2 | colour: 1
        | ^^^^^^
    hint: remove the line. The objective is not shown until then.
    error: damaged.json is damaged; nothing was changed
    ── exit 3 ──

    $ okr import json empty.json --store new
    ── stderr ──
    error: empty.json has no okr.yaml, and there is no store to add it to
    hint: okr init makes a store
    ── exit 2 ──

    $ okr import json gone.json --store new
    ── stderr ──
    error: gone.json: No such file or directory (os error 2)
    ── exit 2 ──
    "#);
    assert!(!world.path("new").exists());
}
