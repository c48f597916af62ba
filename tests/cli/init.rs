//! `okr init`.

use insta::assert_snapshot;

use crate::world::World;

#[test]
fn a_store_is_made_once_and_a_second_time_changes_nothing() {
    let world = World::new();
    assert_snapshot!(world.okr("init --company acme"), @r#"
    created okrs with okr.yaml, org.yaml, .gitattributes, .schemas
    ── stderr ──
    hint: this is not a Git repository; git init makes history, sharing and review of it
    hint: next: okr cycle new, then okr create "TITLE" --kr "TITLE: FROM -> TO UNIT"; others come in by okr org add-person
    "#);
    assert_snapshot!(world.files("okrs").join(" "), @".gitattributes .schemas/cycle.json .schemas/history.json .schemas/objective.json .schemas/org.json .schemas/settings.json okr.yaml org.yaml");
    assert_snapshot!(world.read("okrs/okr.yaml"), @"
    # yaml-language-server: $schema=.schemas/settings.json
    # The settings of this store. Every line can be left out; these are the defaults.
    version: 1
    # cadence: quarter           # how long your cycles are: quarter or month
    # time_zone: UTC             # whose days count: Europe/Lisbon, Asia/Shanghai, …
    # fiscal_year_start: 1       # the month in which your year begins
    # stale_after: 14            # days without a check-in before a key result is called stale
    # rollup: key-results        # or blended: what aligns to an objective counts in its progress too
    # pace: {on_track: 0.95, at_risk: 0.75, quiet: 0.1}
    # history: per-objective     # or per-author: one history file a person, for hosts whose merge button conflicts
    ");
    assert_snapshot!(world.read("okrs/org.yaml"), @"
    # yaml-language-server: $schema=.schemas/org.json
    # Who is who: one line a unit or person, so that edits merge. A key is a folder in every cycle.
    company: acme
    units:
      acme: {name: Acme, lead: ana}
      # eng: {name: Engineering, parent: acme, lead: ana}
    people:
      ana: {name: Me, unit: acme}
    ");
    assert_snapshot!(world.read("okrs/.gitattributes"), @"
    *.yaml merge=okr
    *.history.yaml merge=union text eol=lf
    ");
    assert_snapshot!(world.edit("init --company acme"), @"okrs is a store already; nothing was changed");
}

#[test]
fn a_companys_objectives_are_on_the_desk_of_who_made_its_store() {
    let world = World::new();
    world.write("../home/.gitconfig", "[user]\n  name = 1 Two\n  email = one@x.example\n");
    world.me(None);
    let _ = world.session(&[
        "init --company acme",
        "cycle new 2026-Q4",
        "create Listen --owner acme --kr \"Calls: 0 -> 9\"",
    ]);
    assert_snapshot!(world.read("okrs/org.yaml"), @r#"
    # yaml-language-server: $schema=.schemas/org.json
    # Who is who: one line a unit or person, so that edits merge. A key is a folder in every cycle.
    company: acme
    units:
      acme: {name: Acme, lead: "1"}
      # eng: {name: Engineering, parent: acme, lead: ana}
    people:
      1: {name: 1 Two, unit: acme, email: one@x.example}
    "#);
    assert_snapshot!(world.okr("status"), @"
    2026-Q4 · Oct 1 – Dec 31 · day 46 of 92, 50 % of the time is gone

    1 Two · 1 objective, 0 % of 50 % expected: 1 off track

    behind  acme/listen  0 % of 50 %  ✗ off track  okr show acme/listen

    Next
    Nov 16  tomorrow    the middle of the cycle: review    okr report review
    Nov 28  in 13 days  a check-in of 1 key result is due  okr checkin
    Dec 31  in 46 days  the cycle ends: score              okr report score
    ");
}

#[test]
fn a_store_for_one_person_has_no_company() {
    let world = World::new();
    world.write("../home/.gitconfig", "[user]\n  name = José da Silva\n  email = jose@x.example\n");
    world.me(None);
    assert_snapshot!(world.okr("init --solo goals"), @r#"
    created goals with okr.yaml, org.yaml, .gitattributes, .schemas
    ── stderr ──
    hint: this is not a Git repository; git init makes history, sharing and review of it
    hint: next: okr cycle new, then okr create "TITLE" --kr "TITLE: FROM -> TO UNIT"
    "#);
    assert_snapshot!(world.read("goals/org.yaml"), @"
    # yaml-language-server: $schema=.schemas/org.json
    # Who is who: one line a unit or person, so that edits merge. A key is a folder in every cycle.
    people:
      jose: {name: José da Silva, email: jose@x.example}
    ");
}

#[test]
fn without_a_flag_and_without_a_terminal_it_is_for_one_person() {
    let world = World::new();
    assert_snapshot!(world.edit("init"), @r#"
    created okrs with okr.yaml, org.yaml, .gitattributes, .schemas
    ── stderr ──
    hint: this is not a Git repository; git init makes history, sharing and review of it
    hint: next: okr cycle new, then okr create "TITLE" --kr "TITLE: FROM -> TO UNIT"
    --- (none)
    +++ .gitattributes
    @@ -0,0 +1,2 @@
    +*.yaml merge=okr
    +*.history.yaml merge=union text eol=lf
    --- (none)
    +++ okr.yaml
    @@ -0,0 +1,10 @@
    +# yaml-language-server: $schema=.schemas/settings.json
    +# The settings of this store. Every line can be left out; these are the defaults.
    +version: 1
    +# cadence: quarter           # how long your cycles are: quarter or month
    +# time_zone: UTC             # whose days count: Europe/Lisbon, Asia/Shanghai, …
    +# fiscal_year_start: 1       # the month in which your year begins
    +# stale_after: 14            # days without a check-in before a key result is called stale
    +# rollup: key-results        # or blended: what aligns to an objective counts in its progress too
    +# pace: {on_track: 0.95, at_risk: 0.75, quiet: 0.1}
    +# history: per-objective     # or per-author: one history file a person, for hosts whose merge button conflicts
    --- (none)
    +++ org.yaml
    @@ -0,0 +1,4 @@
    +# yaml-language-server: $schema=.schemas/org.json
    +# Who is who: one line a unit or person, so that edits merge. A key is a folder in every cycle.
    +people:
    +  ana: {name: Me}
    "#);
}

#[test]
fn in_a_git_repository_there_is_nothing_to_hint_at_about_git() {
    let world = World::new();
    world.git("init -q");
    assert_snapshot!(world.okr("init --company acme"), @r#"
    created okrs with okr.yaml, org.yaml, .gitattributes, .schemas
    ── stderr ──
    hint: next: okr cycle new, then okr create "TITLE" --kr "TITLE: FROM -> TO UNIT"; others come in by okr org add-person
    "#);
    assert_snapshot!(world.git("check-attr merge text eol -- okrs/2026-Q4/acme/a.history.yaml"), @"
    okrs/2026-Q4/acme/a.history.yaml: merge: union
    okrs/2026-Q4/acme/a.history.yaml: text: set
    okrs/2026-Q4/acme/a.history.yaml: eol: lf
    ");
}

#[test]
fn attributes_that_are_there_are_kept_and_added_to() {
    let world = World::new();
    world.write("okrs/.gitattributes", "*.png binary");
    assert_snapshot!(world.edit("init --solo"), @r#"
    created okrs with okr.yaml, org.yaml, .gitattributes, .schemas
    ── stderr ──
    hint: this is not a Git repository; git init makes history, sharing and review of it
    hint: next: okr cycle new, then okr create "TITLE" --kr "TITLE: FROM -> TO UNIT"
    --- .gitattributes
    +++ .gitattributes
    @@ -1 +1,3 @@
    -*.png binary
    \ No newline at end of file
    +*.png binary
    +*.yaml merge=okr
    +*.history.yaml merge=union text eol=lf
    --- (none)
    +++ okr.yaml
    @@ -0,0 +1,10 @@
    +# yaml-language-server: $schema=.schemas/settings.json
    +# The settings of this store. Every line can be left out; these are the defaults.
    +version: 1
    +# cadence: quarter           # how long your cycles are: quarter or month
    +# time_zone: UTC             # whose days count: Europe/Lisbon, Asia/Shanghai, …
    +# fiscal_year_start: 1       # the month in which your year begins
    +# stale_after: 14            # days without a check-in before a key result is called stale
    +# rollup: key-results        # or blended: what aligns to an objective counts in its progress too
    +# pace: {on_track: 0.95, at_risk: 0.75, quiet: 0.1}
    +# history: per-objective     # or per-author: one history file a person, for hosts whose merge button conflicts
    --- (none)
    +++ org.yaml
    @@ -0,0 +1,4 @@
    +# yaml-language-server: $schema=.schemas/org.json
    +# Who is who: one line a unit or person, so that edits merge. A key is a folder in every cycle.
    +people:
    +  ana: {name: Me}
    "#);
}

#[test]
fn a_store_that_lacks_a_file_is_given_it() {
    let world = World::new();
    let _ = world.okr("init --solo");
    world.remove("okrs/.gitattributes");
    assert_snapshot!(world.edit("init --solo"), @"
    added .gitattributes to okrs
    --- (none)
    +++ .gitattributes
    @@ -0,0 +1,2 @@
    +*.yaml merge=okr
    +*.history.yaml merge=union text eol=lf
    ");
}

#[test]
fn bad_keys_and_flags_that_exclude_each_other_are_refused_before_anything_is_written() {
    let world = World::new();
    assert_snapshot!(world.session(&["init --company Acme", "init --company con", r#"init --company """#, "init --company acme --solo", "--me Ana init --solo", "--me acme init --company acme"]), @r#"
    $ okr init --company Acme
    ── stderr ──
    error: "Acme" is no company's key: it holds 'A'; a–z, 0–9 and - are allowed
    ── exit 2 ──

    $ okr init --company con
    ── stderr ──
    error: "con" is no company's key: Windows reserves this name
    ── exit 2 ──

    $ okr init --company ""
    ── stderr ──
    error: "" is no company's key: it is empty
    ── exit 2 ──

    $ okr init --company acme --solo
    ── stderr ──
    error: the argument '--company <KEY>' cannot be used with '--solo'

    Usage: okr init --company <KEY> [DIR]

    For more information, try '--help'.
    ── exit 2 ──

    $ okr --me Ana init --solo
    ── stderr ──
    error: "Ana" is no person: it holds 'A'; a–z, 0–9 and - are allowed
    ── exit 2 ──

    $ okr --me acme init --company acme
    ── stderr ──
    error: acme cannot be the company and you: each key is one folder in a cycle
    hint: okr --me KEY … names you otherwise
    ── exit 2 ──
    "#);
    assert_eq!(world.files(""), Vec::<String>::new());
}

#[test]
fn a_file_in_the_way_is_named() {
    let world = World::new();
    world.write("okrs", "I am a file\n");
    assert_snapshot!(world.session(&["init --solo"]), @"
    $ okr init --solo
    ── stderr ──
    error: okrs is no folder; nothing was changed
    hint: links are never followed when writing; put a folder there
    ── exit 3 ──
    ");
}

#[test]
fn schemas_for_editors_are_left_out_when_asked_and_can_come_later() {
    let world = World::new();
    assert_snapshot!(world.okr("init --solo --no-schemas"), @r#"
    created okrs with okr.yaml, org.yaml, .gitattributes
    ── stderr ──
    hint: this is not a Git repository; git init makes history, sharing and review of it
    hint: next: okr cycle new, then okr create "TITLE" --kr "TITLE: FROM -> TO UNIT"
    "#);
    assert_snapshot!(world.read("okrs/org.yaml"), @"
    # Who is who: one line a unit or person, so that edits merge. A key is a folder in every cycle.
    people:
      ana: {name: Me}
    ");
    assert_snapshot!(world.okr("init --no-schemas"), @"okrs is a store already; nothing was changed");
    assert_snapshot!(world.okr("init"), @"added .schemas to okrs");
    assert_snapshot!(world.okr("init"), @"okrs is a store already; nothing was changed");
}

#[test]
fn a_person_whose_name_is_not_latin_is_called_as_in_the_address() {
    for (email, key) in [("li.na@acme.example", "li-na"), ("28371@mail.example", "li-nuo")] {
        let world = World::new();
        world.me(None);
        let _ = world.git("config --global user.name 李娜");
        let _ = world.git(&format!("config --global user.email {email}"));
        let _ = world.okr("init --company acme");
        let org = world.read("okrs/org.yaml");
        assert!(org.contains(&format!("  {key}: {{name: 李娜, unit: acme, email: {email}}}")), "{org}");
    }
}

#[test]
fn the_days_of_a_store_are_those_of_whoever_makes_it() {
    for (zone, written) in [
        ("Asia/Shanghai", "\ntime_zone: Asia/Shanghai  "),
        (":Europe/Lisbon", "\ntime_zone: Europe/Lisbon  "),
        ("Etc/UTC", "\n# time_zone: UTC  "),
        ("CST-8", "\n# time_zone: UTC  "),
    ] {
        for lang in ["en", "zh"] {
            let world = World::new();
            world.env("TZ", zone);
            let _ = world.okr(&format!("--lang {lang} init --solo ."));
            assert!(world.read("okr.yaml").contains(written), "{zone}: {}", world.read("okr.yaml"));
            assert!(!world.okr("fmt --check").to_string().contains("exit"), "{zone}");
        }
    }
}
