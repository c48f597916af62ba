//! `okr org set`.

use insta::assert_snapshot;

use crate::world::World;

#[test]
fn each_field_of_a_unit_and_of_a_person_is_changed_added_and_removed() {
    let world = World::company();
    assert_snapshot!(world.edit("org set acme lead mei"), @"
    changed acme  lead: mei
    --- org.yaml
    +++ org.yaml
    @@ -1,5 +1,5 @@
     company: acme
     units:
    -  acme: {name: Acme Inc.}
    +  acme: {name: Acme Inc., lead: mei}
       eng: {name: Engineering, parent: acme, lead: ana}
       ops: {name: 客户成功部, parent: acme, lead: mei}
    ");
    assert_snapshot!(world.edit("org set eng lead bo"), @"
    changed eng  lead: ana  ⇒  bo
    --- org.yaml
    +++ org.yaml
    @@ -2,5 +2,5 @@
     units:
       acme: {name: Acme Inc., lead: mei}
    -  eng: {name: Engineering, parent: acme, lead: ana}
    +  eng: {name: Engineering, parent: acme, lead: bo}
       ops: {name: 客户成功部, parent: acme, lead: mei}
     people:
    ");
    assert_snapshot!(world.edit("org set eng parent ops"), @"
    changed eng  parent: acme  ⇒  ops
    --- org.yaml
    +++ org.yaml
    @@ -2,5 +2,5 @@
     units:
       acme: {name: Acme Inc., lead: mei}
    -  eng: {name: Engineering, parent: acme, lead: bo}
    +  eng: {name: Engineering, parent: ops, lead: bo}
       ops: {name: 客户成功部, parent: acme, lead: mei}
     people:
    ");
    assert_snapshot!(world.edit("org set eng parent \"\""), @"
    changed eng  parent: ops  ⇒  removed
    --- org.yaml
    +++ org.yaml
    @@ -2,5 +2,5 @@
     units:
       acme: {name: Acme Inc., lead: mei}
    -  eng: {name: Engineering, parent: ops, lead: bo}
    +  eng: {name: Engineering, lead: bo}
       ops: {name: 客户成功部, parent: acme, lead: mei}
     people:
    ");
    assert_snapshot!(world.edit("org set ops name \"Customers: all of them\""), @r#"
    changed ops  name: 客户成功部  ⇒  Customers: all of them
    --- org.yaml
    +++ org.yaml
    @@ -3,5 +3,5 @@
       acme: {name: Acme Inc., lead: mei}
       eng: {name: Engineering, lead: bo}
    -  ops: {name: 客户成功部, parent: acme, lead: mei}
    +  ops: {name: "Customers: all of them", parent: acme, lead: mei}
     people:
       ana: {name: Ana Lima, unit: eng, email: ana@acme.example}
    "#);
    assert_snapshot!(world.edit("org set ana unit acme"), @r#"
    changed ana  unit: eng  ⇒  acme
    --- org.yaml
    +++ org.yaml
    @@ -5,5 +5,5 @@
       ops: {name: "Customers: all of them", parent: acme, lead: mei}
     people:
    -  ana: {name: Ana Lima, unit: eng, email: ana@acme.example}
    +  ana: {name: Ana Lima, unit: acme, email: ana@acme.example}
       bo: {name: Bo Chen, unit: eng, email: bo@acme.example}
       mei: {name: 梅兰, unit: ops, email: mei@acme.example}
    "#);
    assert_snapshot!(world.edit("org set ana email \"\""), @r#"
    changed ana  email: ana@acme.example  ⇒  removed
    --- org.yaml
    +++ org.yaml
    @@ -5,5 +5,5 @@
       ops: {name: "Customers: all of them", parent: acme, lead: mei}
     people:
    -  ana: {name: Ana Lima, unit: acme, email: ana@acme.example}
    +  ana: {name: Ana Lima, unit: acme}
       bo: {name: Bo Chen, unit: eng, email: bo@acme.example}
       mei: {name: 梅兰, unit: ops, email: mei@acme.example}
    "#);
    assert_snapshot!(world.edit("org set ana name \"\""), @r#"
    changed ana  name: Ana Lima  ⇒  removed
    --- org.yaml
    +++ org.yaml
    @@ -5,5 +5,5 @@
       ops: {name: "Customers: all of them", parent: acme, lead: mei}
     people:
    -  ana: {name: Ana Lima, unit: acme}
    +  ana: {unit: acme}
       bo: {name: Bo Chen, unit: eng, email: bo@acme.example}
       mei: {name: 梅兰, unit: ops, email: mei@acme.example}
    "#);
    assert_snapshot!(world.edit("org set ana unit \"\""), @r#"
    changed ana  unit: acme  ⇒  removed
    --- org.yaml
    +++ org.yaml
    @@ -5,5 +5,5 @@
       ops: {name: "Customers: all of them", parent: acme, lead: mei}
     people:
    -  ana: {unit: acme}
    +  ana: {}
       bo: {name: Bo Chen, unit: eng, email: bo@acme.example}
       mei: {name: 梅兰, unit: ops, email: mei@acme.example}
    "#);
    assert_snapshot!(world.edit("org set ana email Ana@Acme.example"), @r#"
    changed ana  email: Ana@Acme.example
    --- org.yaml
    +++ org.yaml
    @@ -5,5 +5,5 @@
       ops: {name: "Customers: all of them", parent: acme, lead: mei}
     people:
    -  ana: {}
    +  ana: {email: Ana@Acme.example}
       bo: {name: Bo Chen, unit: eng, email: bo@acme.example}
       mei: {name: 梅兰, unit: ops, email: mei@acme.example}
    "#);
    assert_snapshot!(world.session(&["org", "--me bo org set eng lead bo", "org set ana name \"\"", "org set ana email Ana@Acme.example"]), @r#"
    $ okr org
    Acme Inc.                  acme  company     led by mei
    ├─ Engineering             eng   department  led by bo
    │  └─ Bo Chen              bo    individual              bo@acme.example
    ├─ Customers: all of them  ops   department  led by mei
    │  └─ 梅兰                 mei   individual              mei@acme.example
    └─ ana                     ana   individual              Ana@Acme.example

    $ okr --me bo org set eng lead bo
    eng is so already; nothing was changed

    $ okr org set ana name ""
    ana is so already; nothing was changed

    $ okr org set ana email Ana@Acme.example
    ana is so already; nothing was changed
    "#);
}

#[test]
fn comments_and_layout_survive() {
    let world = World::company();
    world.write(
        "okrs/org.yaml",
        "# who is who\ncompany: acme   # us\n\nunits:\n  # makes it\n  eng:  # since 2020\n    name: 'Engineering'  # or so\n    # who decides\n    lead: ana\n  \
         web: {parent: eng,   lead: ana}   # small\n  ops:\n  law: {}  # outside\npeople:\n  ana: {name: Ana}\n  bo:   # new\n",
    );
    assert_snapshot!(world.edit("org set eng name Research"), @"
    changed eng  name: Engineering  ⇒  Research
    --- org.yaml
    +++ org.yaml
    @@ -5,5 +5,5 @@
       # makes it
       eng:  # since 2020
    -    name: 'Engineering'  # or so
    +    name: 'Research'  # or so
         # who decides
         lead: ana
    ");
    assert_snapshot!(world.edit("org set eng parent ops"), @"
    changed eng  parent: ops
    --- org.yaml
    +++ org.yaml
    @@ -6,4 +6,5 @@
       eng:  # since 2020
         name: 'Research'  # or so
    +    parent: ops
         # who decides
         lead: ana
    ");
    assert_snapshot!(world.edit("org set eng lead \"\""), @"
    changed eng  lead: ana  ⇒  removed
    --- org.yaml
    +++ org.yaml
    @@ -7,6 +7,4 @@
         name: 'Research'  # or so
         parent: ops
    -    # who decides
    -    lead: ana
       web: {parent: eng,   lead: ana}   # small
       ops:
    ");
    assert_snapshot!(world.edit("org set web name Web"), @"
    changed web  name: Web
    --- org.yaml
    +++ org.yaml
    @@ -7,5 +7,5 @@
         name: 'Research'  # or so
         parent: ops
    -  web: {parent: eng,   lead: ana}   # small
    +  web: {name: Web, parent: eng,   lead: ana}   # small
       ops:
       law: {}  # outside
    ");
    assert_snapshot!(world.edit("org set ops lead bo"), @"
    changed ops  lead: bo
    --- org.yaml
    +++ org.yaml
    @@ -9,4 +9,5 @@
       web: {name: Web, parent: eng,   lead: ana}   # small
       ops:
    +    lead: bo
       law: {}  # outside
     people:
    ");
    assert_snapshot!(world.edit("org set law name Law"), @"
    changed law  name: Law
    --- org.yaml
    +++ org.yaml
    @@ -10,5 +10,5 @@
       ops:
         lead: bo
    -  law: {}  # outside
    +  law: {name: Law}  # outside
     people:
       ana: {name: Ana}
    ");
    assert_snapshot!(world.edit("org set bo unit law"), @"
    changed bo  unit: law
    --- org.yaml
    +++ org.yaml
    @@ -14,2 +14,3 @@
       ana: {name: Ana}
       bo:   # new
    +    unit: law
    ");
    // The company is one without a line, too.
    assert_snapshot!(world.edit("org set acme lead ana"), @"
    changed acme  lead: ana
    --- org.yaml
    +++ org.yaml
    @@ -11,4 +11,5 @@
         lead: bo
       law: {name: Law}  # outside
    +  acme: {lead: ana}
     people:
       ana: {name: Ana}
    ");
    assert_snapshot!(world.okr("org"), @"
    acme            acme  company     led by ana
    ├─ Law          law   department
    │  └─ bo        bo    individual
    ├─ ops          ops   department  led by bo
    │  └─ Research  eng   department
    │     └─ Web    web   department  led by ana
    └─ Ana          ana   individual
    ");
}

#[test]
fn what_would_break_the_organisation_is_refused_and_nothing_changes() {
    let world = World::company();
    let _ = world.okr("org add-unit web --parent eng");
    let before = world.read("okrs/org.yaml");
    assert_snapshot!(world.session(&[
        "org set enj lead ana",
        "org set nobody-near lead ana",
        "org set Eng lead ana",
        "org set eng leed ana",
        "org set ana lead bo",
        "org set eng email eng@acme.example",
        "org set eng key web",
        "org set eng lead anna",
        "org set eng lead ops",
        "org set eng lead Ana",
        "org set web parent emg",
        "org set ana unit \"Web Team\"",
        "org set ana unit sales",
        "org set eng parent eng",
        "org set eng parent web",
        "org set acme parent eng",
        "org set acme parent acme",
        "org set ana email BO@acme.example",
        "org set ana",
    ]), @r#"
    $ okr org set enj lead ana
    ── stderr ──
    error: org.yaml does not know "enj"
    hint: did you mean eng?
    hint: okr org add-unit enj or okr org add-person enj adds it
    ── exit 2 ──

    $ okr org set nobody-near lead ana
    ── stderr ──
    error: org.yaml does not know "nobody-near"
    hint: okr org add-unit nobody-near or okr org add-person nobody-near adds it
    ── exit 2 ──

    $ okr org set Eng lead ana
    ── stderr ──
    error: invalid value 'Eng' for '<KEY>': it holds 'E'; a–z, 0–9 and - are allowed

    For more information, try '--help'.
    ── exit 2 ──

    $ okr org set eng leed ana
    ── stderr ──
    error: a unit has no field "leed"
    hint: did you mean lead?
    ── exit 2 ──

    $ okr org set ana lead bo
    ── stderr ──
    error: a person has no field "lead"
    hint: fields: name, unit, email
    ── exit 2 ──

    $ okr org set eng email eng@acme.example
    ── stderr ──
    error: a unit has no field "email"
    hint: fields: name, parent, lead
    ── exit 2 ──

    $ okr org set eng key web
    ── stderr ──
    error: a unit has no field "key"
    hint: fields: name, parent, lead
    ── exit 2 ──

    $ okr org set eng lead anna
    ── stderr ──
    error: org.yaml has no person "anna"
    hint: did you mean ana?
    hint: okr org add-person anna adds them
    ── exit 2 ──

    $ okr org set eng lead ops
    ── stderr ──
    error: org.yaml has no person "ops"
    hint: okr org shows who there is
    ── exit 2 ──

    $ okr org set eng lead Ana
    ── stderr ──
    error: "Ana" is no person: it holds 'A'; a–z, 0–9 and - are allowed
    ── exit 2 ──

    $ okr org set web parent emg
    ── stderr ──
    error: org.yaml has no unit "emg"
    hint: did you mean eng?
    hint: okr org add-unit emg adds it
    ── exit 2 ──

    $ okr org set ana unit "Web Team"
    ── stderr ──
    error: "Web Team" is no unit: it holds 'W'; a–z, 0–9 and - are allowed
    ── exit 2 ──

    $ okr org set ana unit sales
    ── stderr ──
    error: org.yaml has no unit "sales"
    hint: okr org add-unit sales adds it
    ── exit 2 ──

    $ okr org set eng parent eng
    ── stderr ──
    error: eng cannot be a part of itself
    hint: okr org shows the units
    ── exit 2 ──

    $ okr org set eng parent web
    ── stderr ──
    error: web is a part of eng, which cannot be a part of it too
    hint: give web another parent first: okr org set web parent KEY
    ── exit 2 ──

    $ okr org set acme parent eng
    ── stderr ──
    error: eng is a part of acme, which cannot be a part of it too
    hint: acme is the company: everything is below it
    ── exit 2 ──

    $ okr org set acme parent acme
    ── stderr ──
    error: acme cannot be a part of itself
    hint: acme is the company: everything is below it
    ── exit 2 ──

    $ okr org set ana email BO@acme.example
    ── stderr ──
    error: bo has this address already
    hint: okr org set bo email "" takes it from them
    ── exit 2 ──

    $ okr org set ana
    ── stderr ──
    error: the following required arguments were not provided:
      <FIELD>
      <VALUE>

    Usage: okr org set <KEY> <FIELD> <VALUE>

    For more information, try '--help'.
    ── exit 2 ──
    "#);
    assert_eq!(world.read("okrs/org.yaml"), before);
    world.write("okrs/org.yaml", "company: acme\nunits:\n  acme: &us {name: Acme}\n  eng: *us\npeople:\n  ana: {}\n");
    assert_snapshot!(world.session(&["org set eng lead ana"]), @"
    $ okr org set eng lead ana
    ── stderr ──
    error: units.eng is not a mapping; nothing was changed
    ── exit 3 ──
    ");
    world.write("okrs/org.yaml", "company: acme\npeople: {ana: {unit: Eng}}\n");
    assert_snapshot!(world.session(&["org set ana unit acme"]), @r#"
    $ okr org set ana unit acme
    ── stderr ──
    error: okrs/org.yaml:2:22: unit: "Eng": it holds 'E'; a–z, 0–9 and - are allowed
      2 | people: {ana: {unit: Eng}}
        |                      ^^^
    hint: correct the value. Defaults stand in until then.
    error: the store's settings or organisation cannot be read; nothing was changed
    hint: mend the file first
    ── exit 3 ──
    "#);
}

#[test]
fn a_store_for_one_person_and_line_ends_of_windows() {
    let world = World::new();
    let _ = world.okr("init --solo");
    assert_snapshot!(world.edit("org set ana name \"Ana Lima\""), @"
    changed ana  name: Me  ⇒  Ana Lima
    --- org.yaml
    +++ org.yaml
    @@ -2,3 +2,3 @@
     # Who is who: one line a unit or person, so that edits merge. A key is a folder in every cycle.
     people:
    -  ana: {name: Me}
    +  ana: {name: Ana Lima}
    ");
    world.write("okrs/org.yaml", "people:\r\n  ana: {name: Ana}\r\n");
    assert_snapshot!(world.edit("org set ana email ana@acme.example"), @"
    changed ana  email: ana@acme.example
    --- org.yaml
    +++ org.yaml
    @@ -1,2 +1,2 @@
     people:␍
    -  ana: {name: Ana}␍
    +  ana: {name: Ana, email: ana@acme.example}␍
    ");
    world.remove("okrs/org.yaml");
    assert_snapshot!(world.session(&["org set ana name Ana"]), @r#"
    $ okr org set ana name Ana
    ── stderr ──
    error: org.yaml does not know "ana"
    hint: okr org add-unit ana or okr org add-person ana adds it
    ── exit 2 ──
    "#);
}
