//! `okr schema`.

use insta::assert_snapshot;

use crate::world::World;

#[test]
fn without_a_kind_it_says_how_to_tell_an_editor() {
    assert_snapshot!(World::new().okr("schema"), @r#"
    KIND       DESCRIBES                   SCHEMA IN THE STORE
    settings   okr.yaml                    .schemas/settings.json
    org        org.yaml                    .schemas/org.json
    cycle      CYCLE/cycle.yaml            .schemas/cycle.json
    objective  CYCLE/OWNER/*.yaml          .schemas/objective.json
    history    CYCLE/OWNER/*.history.yaml  .schemas/history.json

    okr init and okr schema --write write the schemas. Editors with the YAML language
    server read where a file's schema is from its first line, an objective's from:

      # yaml-language-server: $schema=../../.schemas/objective.json

    VS Code needs no such line, but the extension redhat.vscode-yaml and, for a store in
    okrs/, this in .vscode/settings.json:

      "yaml.schemas": {
        "okrs/.schemas/objective.json": ["okrs/*/*/*.yaml", "!**/*.history.yaml"],
        "okrs/.schemas/history.json": "okrs/*/*/*.history.yaml",
        "okrs/.schemas/cycle.json": "okrs/*/cycle.yaml",
        "okrs/.schemas/settings.json": "okrs/okr.yaml",
        "okrs/.schemas/org.json": "okrs/org.yaml"
      }

    The pattern with ! needs a YAML language server of September 2026 or newer; older
    ones show false errors in histories.
    "#);
}

#[test]
fn a_schema_is_printed_without_a_store() {
    assert_snapshot!(World::new().okr("schema cycle"), @r#"
    {
      "$schema": "http://json-schema.org/draft-07/schema#",
      "additionalProperties": false,
      "description": "A cycle: its first and last day. A name that carries dates (2026-Q4, 2026-10, 2026-W40) needs neither.",
      "properties": {
        "closed": {
          "description": "The day on which it was closed; okr cycle close writes it. Nothing in a closed cycle is changed.",
          "examples": [
            "2027-01-05"
          ],
          "pattern": "^(19|2[0-9])[0-9]{2}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$",
          "type": "string"
        },
        "end": {
          "description": "Its last day, which belongs to it. Default: from its name.",
          "examples": [
            "2026-12-31"
          ],
          "pattern": "^(19|2[0-9])[0-9]{2}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$",
          "type": "string"
        },
        "start": {
          "description": "Its first day, which belongs to it. Default: from its name.",
          "examples": [
            "2026-10-01"
          ],
          "pattern": "^(19|2[0-9])[0-9]{2}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$",
          "type": "string"
        },
        "title": {
          "description": "What people call it.",
          "examples": [
            "The launch"
          ],
          "pattern": "\\S",
          "type": "string"
        }
      },
      "title": "cycle.yaml",
      "type": "object"
    }
    "#);
    for kind in ["settings", "org", "cycle", "objective", "history"] {
        let schema: serde_json::Value = serde_json::from_str(&World::new().stdout(&format!("schema {kind}"))).unwrap();
        assert_eq!(schema["$schema"], "http://json-schema.org/draft-07/schema#");
    }
    assert_snapshot!(World::new().okr("schema goal"), @"
    ── stderr ──
    error: invalid value 'goal' for '[KIND]'
      [possible values: settings, org, cycle, objective, history]

    For more information, try '--help'.
    ── exit 2 ──
    ");
    assert_snapshot!(World::new().okr("schema cycle --write"), @"
    ── stderr ──
    error: the argument '[KIND]' cannot be used with '--write [<DIR>]'

    Usage: okr schema <KIND>

    For more information, try '--help'.
    ── exit 2 ──
    ");
}

#[test]
fn all_are_written_into_the_store_or_a_folder() {
    let world = World::new();
    let _ = world.okr("init --solo --no-schemas");
    assert_snapshot!(world.session(&["schema --write", "schema --write", "schema --write docs/schemas/"]), @"
    $ okr schema --write
    wrote 5 schemas into okrs/.schemas

    $ okr schema --write
    the schemas in okrs/.schemas are up to date

    $ okr schema --write docs/schemas/
    wrote 5 schemas into docs/schemas
    ");
    assert_snapshot!(world.files("okrs").join(" "), @".gitattributes .schemas/cycle.json .schemas/history.json .schemas/objective.json .schemas/org.json .schemas/settings.json okr.yaml org.yaml");
    world.write("okrs/.schemas/org.json", "{}");
    assert_snapshot!(world.okr("schema --write"), @"wrote 1 schema into okrs/.schemas");
    assert_eq!(world.read("okrs/.schemas/org.json"), world.read("docs/schemas/org.json"));
    assert_snapshot!(World::new().okr("schema --write"), @"
    ── stderr ──
    error: no store here: neither <world>/work nor any folder above it holds okr.yaml or okrs/okr.yaml
    hint: okr init makes one here; --store DIR or $OKR_STORE names another
    ── exit 2 ──
    ");
}

#[test]
fn the_folder_of_schemas_disturbs_nobody() {
    let world = World::worked();
    assert!(world.path("okrs/.schemas/objective.json").is_file());
    for line in ["list", "tree", "cycle list", "log", "report full", "fmt --check", "fmt"] {
        let with = world.okr(line).to_string();
        let without = World::worked();
        for kind in ["settings", "org", "cycle", "objective", "history"] {
            without.remove(&format!("okrs/.schemas/{kind}.json"));
        }
        assert_eq!(with, without.okr(line).to_string(), "okr {line}");
        assert!(!with.contains("schemas"), "okr {line}");
    }
    world.write("okrs/.schemas/cycle.yaml", "start: 2026-10-01\nend: 2026-12-31\n");
    assert!(!world.okr("cycle list").to_string().contains("schemas"));
}

#[cfg(unix)]
#[test]
fn a_link_is_not_written_through() {
    let world = World::company();
    world.link("okrs/.schemas/org.json", "elsewhere.json");
    assert_snapshot!(world.okr("schema --write"), @"
    ── stderr ──
    error: okrs/.schemas/org.json is not a regular file; nothing was changed
    hint: links are never followed when writing; put a regular file there
    ── exit 3 ──
    ");
}
