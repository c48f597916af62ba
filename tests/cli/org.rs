//! `okr org`.

use insta::assert_snapshot;

use crate::world::World;

#[test]
fn the_organisation_is_a_tree() {
    let world = World::company();
    assert_snapshot!(world.session(&["org", "org show --format csv", "org show --format json"]), @r#"
    $ okr org
    Acme Inc.       acme  company
    ├─ Engineering  eng   department  led by ana
    │  ├─ Ana Lima  ana   individual              ana@acme.example
    │  └─ Bo Chen   bo    individual              bo@acme.example
    └─ 客户成功部   ops   department  led by mei
       └─ 梅兰      mei   individual              mei@acme.example

    $ okr org show --format csv
    depth,title,key,level,lead,email
    0,Acme Inc.,acme,company,,
    1,Engineering,eng,department,ana,
    2,Ana Lima,ana,individual,,ana@acme.example
    2,Bo Chen,bo,individual,,bo@acme.example
    1,客户成功部,ops,department,mei,
    2,梅兰,mei,individual,,mei@acme.example

    $ okr org show --format json
    {
      "version": 1,
      "roots": [
        {
          "key": "acme",
          "name": "Acme Inc.",
          "level": "company",
          "lead": null,
          "email": null,
          "below": [
            {
              "key": "eng",
              "name": "Engineering",
              "level": "department",
              "lead": "ana",
              "email": null,
              "below": [
                {
                  "key": "ana",
                  "name": "Ana Lima",
                  "level": "individual",
                  "lead": null,
                  "email": "ana@acme.example",
                  "below": []
                },
                {
                  "key": "bo",
                  "name": "Bo Chen",
                  "level": "individual",
                  "lead": null,
                  "email": "bo@acme.example",
                  "below": []
                }
              ]
            },
            {
              "key": "ops",
              "name": "客户成功部",
              "level": "department",
              "lead": "mei",
              "email": null,
              "below": [
                {
                  "key": "mei",
                  "name": "梅兰",
                  "level": "individual",
                  "lead": null,
                  "email": "mei@acme.example",
                  "below": []
                }
              ]
            }
          ]
        }
      ]
    }
    "#);
}

#[test]
fn units_and_people_are_added_as_one_line_each() {
    let world = World::company();
    assert_snapshot!(world.edit(r#"org add-unit web --name "Web team" --parent eng --lead bo"#), @"
    added unit web
    --- org.yaml
    +++ org.yaml
    @@ -4,4 +4,5 @@
       eng: {name: Engineering, parent: acme, lead: ana}
       ops: {name: 客户成功部, parent: acme, lead: mei}
    +  web: {name: Web team, parent: eng, lead: bo}
     people:
       ana: {name: Ana Lima, unit: eng, email: ana@acme.example}
    ");
    assert_snapshot!(world.edit("org add-unit legal"), @"
    added unit legal
    --- org.yaml
    +++ org.yaml
    @@ -5,4 +5,5 @@
       ops: {name: 客户成功部, parent: acme, lead: mei}
       web: {name: Web team, parent: eng, lead: bo}
    +  legal: {parent: acme}
     people:
       ana: {name: Ana Lima, unit: eng, email: ana@acme.example}
    ");
    assert_snapshot!(world.edit(r#"org add-person yan --name "颜, 回" --unit web --email yan@acme.example"#), @r#"
    added yan
    --- org.yaml
    +++ org.yaml
    @@ -10,2 +10,3 @@
       bo: {name: Bo Chen, unit: eng, email: bo@acme.example}
       mei: {name: 梅兰, unit: ops, email: mei@acme.example}
    +  yan: {name: "颜, 回", unit: web, email: yan@acme.example}
    "#);
    assert_snapshot!(world.edit("org add-person zoe"), @r#"
    added zoe
    --- org.yaml
    +++ org.yaml
    @@ -11,2 +11,3 @@
       mei: {name: 梅兰, unit: ops, email: mei@acme.example}
       yan: {name: "颜, 回", unit: web, email: yan@acme.example}
    +  zoe: {}
    "#);
    assert_snapshot!(world.session(&["org"]), @"
    $ okr org
    Acme Inc.        acme   company
    ├─ Engineering   eng    department  led by ana
    │  ├─ Web team   web    department  led by bo
    │  │  └─ 颜, 回  yan    individual              yan@acme.example
    │  ├─ Ana Lima   ana    individual              ana@acme.example
    │  └─ Bo Chen    bo     individual              bo@acme.example
    ├─ legal         legal  department
    ├─ 客户成功部    ops    department  led by mei
    │  └─ 梅兰       mei    individual              mei@acme.example
    └─ zoe           zoe    individual
    ");
}

#[test]
fn the_first_unit_of_a_store_for_one_person_makes_its_list() {
    let world = World::new();
    let _ = world.okr("init --solo");
    assert_snapshot!(world.edit("org add-unit family --name Family"), @"
    added unit family
    --- org.yaml
    +++ org.yaml
    @@ -1,4 +1,6 @@
     # yaml-language-server: $schema=.schemas/org.json
     # Who is who: one line a unit or person, so that edits merge. A key is a folder in every cycle.
    +units:
    +  family: {name: Family}
     people:
       ana: {name: Me}
    ");
    assert_snapshot!(world.edit("org add-person kim --unit family"), @"
    added kim
    --- org.yaml
    +++ org.yaml
    @@ -5,2 +5,3 @@
     people:
       ana: {name: Me}
    +  kim: {unit: family}
    ");
    assert_snapshot!(world.session(&["org"]), @"
    $ okr org
    Family  family  department
    └─ kim  kim     individual

    Me      ana     individual
    ");
}

#[test]
fn what_is_taken_unknown_or_no_key_is_refused() {
    let world = World::company();
    assert_snapshot!(world.session(&["org add-unit eng", "org add-person eng", "org add-person ana", "org add-unit web --parent enj", "org add-person kim --unit web", "org add-person kim --email bo@acme.example", r#"org add-person "Kim L""#, "org add-unit web --lead nobody"]), @r#"
    $ okr org add-unit eng
    ── stderr ──
    error: org.yaml has "eng" already
    hint: okr org set eng FIELD VALUE changes it
    ── exit 2 ──

    $ okr org add-person eng
    ── stderr ──
    error: org.yaml has "eng" already
    hint: okr org set eng FIELD VALUE changes it
    ── exit 2 ──

    $ okr org add-person ana
    ── stderr ──
    error: org.yaml has "ana" already
    hint: okr org set ana FIELD VALUE changes it
    ── exit 2 ──

    $ okr org add-unit web --parent enj
    ── stderr ──
    error: org.yaml has no unit "enj"
    hint: did you mean eng?
    hint: okr org add-unit enj adds it
    ── exit 2 ──

    $ okr org add-person kim --unit web
    ── stderr ──
    error: org.yaml has no unit "web"
    hint: okr org add-unit web adds it
    ── exit 2 ──

    $ okr org add-person kim --email bo@acme.example
    ── stderr ──
    error: bo has this address already
    hint: okr org set bo email "" takes it from them
    ── exit 2 ──

    $ okr org add-person "Kim L"
    ── stderr ──
    error: invalid value 'Kim L' for '[KEY]': it holds 'K'; a–z, 0–9 and - are allowed

    For more information, try '--help'.
    ── exit 2 ──

    $ okr org add-unit web --lead nobody
    added unit web
    ── stderr ──
    warning: org.yaml does not know nobody; okr org add-person nobody tells it
    "#);
}

#[test]
fn a_commented_file_with_windows_line_ends_keeps_them() {
    let world = World::company();
    world.write("okrs/org.yaml", "# who\r\ncompany: acme\r\nunits:\r\n  acme: {name: Acme}   # us\r\n\r\npeople:\r\n  ana: {name: Ana}  # boss\r\n");
    assert_snapshot!(world.edit("org add-unit web --name Web"), @"
    added unit web
    --- org.yaml
    +++ org.yaml
    @@ -3,4 +3,5 @@
     units:␍
       acme: {name: Acme}   # us␍
    +  web: {name: Web, parent: acme}␍
     ␍
     people:␍
    ");
    assert_snapshot!(world.edit("org add-person kim --name Kim --unit web"), @"
    added kim
    --- org.yaml
    +++ org.yaml
    @@ -7,2 +7,3 @@
     people:␍
       ana: {name: Ana}  # boss␍
    +  kim: {name: Kim, unit: web}␍
    ");
}
