//! The JSON Schemas against an independent validator: what `okr` writes they take, what its reader refuses they refuse, but
//! for what a schema cannot say; and they know every key, with a word on each.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on stops")]

use std::fs;
use std::path::{Path, PathBuf};

use jsonschema::Validator;
use okrs::store::layout::Definition;
use okrs::store::{Alone, KEYS, SchemaKind, Store, json_schema};
use serde_json::Value;

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn validator(kind: SchemaKind) -> Validator {
    jsonschema::draft7::new(&json_schema(kind)).unwrap()
}

/// A file as an editor sees it; `None` where it is not YAML.
fn read(path: &Path) -> Option<Value> {
    let text = String::from_utf8(fs::read(path).unwrap()).ok()?;
    let value: serde_yaml::Value = serde_yaml::from_str(text.trim_start_matches('\u{feff}')).ok()?;
    serde_json::to_value(value).ok()
}

fn kind_of(path: &Path) -> Option<SchemaKind> {
    let name = path.file_name()?.to_str()?;
    let stem = name.strip_suffix(".yaml")?;
    Some(match stem {
        "okr" => SchemaKind::Settings,
        "org" => SchemaKind::Org,
        "cycle" => SchemaKind::Cycle,
        stem if stem.ends_with(".history") => SchemaKind::History,
        _ => SchemaKind::Objective,
    })
}

fn files(folder: &Path, found: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() { files(&path, found) } else { found.push(path) }
    }
    found.sort();
}

#[test]
fn every_file_of_the_examples_and_of_our_own_goals_is_valid() {
    let mut all = Vec::new();
    for folder in ["examples/acme/okrs", "examples/gongsi/okrs", "examples/solo/okrs", "okrs"] {
        files(&root().join(folder), &mut all);
    }
    let mut seen = 0;
    for path in all {
        let Some(kind) = kind_of(&path) else { continue };
        let value = read(&path).unwrap();
        // A file of comments alone is an empty mapping.
        let value = if value.is_null() && kind != SchemaKind::History { serde_json::json!({}) } else { value };
        let errors: Vec<String> = validator(kind).iter_errors(&value).map(|why| why.to_string()).collect();
        assert!(errors.is_empty(), "{}: {errors:#?}", path.display());
        seen += 1;
    }
    assert!(seen > 100, "{seen}");
}

/// What the reader refuses and no schema can: by file under `tests/damage`, with the reason.
const ONLY_THE_READER: &[(&str, &str)] = &[
    ("settings/pace-in-the-wrong-order", "one number is compared with another"),
    ("settings/unknown-time-zone", "the time zones are 600 and change; the pattern tells what looks like one"),
    ("org/unit-and-person", "keys of two mappings are compared"),
    ("cycle/ends-before-it-starts", "one day is compared with another"),
    ("objective/day-that-is-not", "a pattern does not know which months have 31 days"),
    ("objective/from-equals-to", "one number is compared with another"),
    ("objective/twin-key-results", "ids of one list are compared"),
    ("objective/twin-milestones", "names of one list are compared"),
    ("objective/worst-is-better", "one number is compared with another"),
    ("history/twin-events", "ids of one list are compared"),
    ("history/unknown-key-result", "the key results stand in another file"),
    ("history/value-is-a-word", "the metric stands in another file"),
];

/// Files under `tests/damage` that are none: what they show is said, and costs nothing.
const SOUND: &[&str] = &["history/equal-lines", "history/hand-written", "history/retracts-nothing"];

/// What the reader and the schema say of a definition: whether each takes it.
fn verdicts(kind: SchemaKind, text: &str) -> (bool, bool) {
    let definition = match kind {
        SchemaKind::Settings => Definition::Settings,
        SchemaKind::Org => Definition::Org,
        SchemaKind::Cycle => Definition::Cycle,
        _ => Definition::Objective,
    };
    let alone = Alone::new(definition, "it".to_owned(), text.as_bytes().to_vec());
    let path = alone.path();
    let read = Store::new(alone).damages_of(path, definition).is_empty();
    let value: Value = serde_yaml::from_str(text).unwrap();
    (read, validator(kind).is_valid(&value))
}

#[test]
fn reader_and_schema_agree_on_single_keys() {
    let kr = |rest: &str| format!("{{title: a, key_results: [{{title: b, {rest}}}]}}");
    use SchemaKind::{Cycle, Objective, Org, Settings};
    let good = [
        (Objective, "{title: a, tags: one, aligns_to: 2026-Q4/acme/renewing.nps}".to_owned()),
        (Objective, "{title: a, tags: , aligns_to: [], key_results: }".to_owned()),
        (Objective, "{title: a, aligns_to: [renewing, acme/renewing, v1.0/acme/renewing]}".to_owned()),
        (Objective, kr("metric: done")),
        (Objective, kr("metric: aligned, weight: 0.5, due: 2026-11-30, owner: bo, id: a-1")),
        (Objective, kr("metric: {from: -1.5, to: 2, unit: points}")),
        (Objective, kr("metric: {at_least: 1, at_most: 2, worst: 0}")),
        (Objective, kr("metric: {milestones: [a, {b: 2}, {c: 2, due: 2026-11-30}, {name: d, weight: 2}, {name: e}]}")),
        (Objective, kr("initiatives: [{title: c, link: d, done: true}]")),
        (Org, "{units: , people: {ana: , bo: {}}}".to_owned()),
        (Cycle, "{closed: 2026-10-01}".to_owned()),
        (Settings, "{scoring: {scale: 1.0, bands: {a: 0, b: 0.7}}, checks: {OKR101: allow}, lang: zh}".to_owned()),
    ];
    let bad = [
        (Objective, "{}".to_owned()),
        (Objective, "[title]".to_owned()),
        (Objective, "{title: '  '}".to_owned()),
        (Objective, "{title: a, weight: 1001}".to_owned()),
        (Objective, "{title: a, weight: '2'}".to_owned()),
        (Objective, "{title: a, aligns_to: [a/b/c/d]}".to_owned()),
        (Objective, "{title: a, aligns_to: [acme/]}".to_owned()),
        (Objective, "{title: a, aligns_to: {b: c}}".to_owned()),
        (Objective, "{title: a, tags: [{b: c}]}".to_owned()),
        (Objective, kr("id: con")),
        (Objective, kr("id: Big")),
        (Objective, kr("owner: -a")),
        (Objective, kr("due: 30.11.2026")),
        (Objective, kr("due: 2026-13-01")),
        (Objective, kr("metric: finished")),
        (Objective, kr("metric: {from: 1}")),
        (Objective, kr("metric: {from: 1, to: 2, at_least: 3}")),
        (Objective, kr("metric: {from: '1', to: 2}")),
        (Objective, kr("metric: {worst: 2}")),
        (Objective, kr("metric: {milestones: []}")),
        (Objective, kr("metric: {milestones: [{due: 2026-11-30}]}")),
        (Objective, kr("metric: {milestones: [{a: 1, b: 2}]}")),
        (Objective, kr("initiatives: [{link: d}]")),
        (Objective, kr("initiatives: [{title: d, done: perhaps}]")),
        (Org, "{company: Acme Inc.}".to_owned()),
        (Org, "{people: {Ana: {}}}".to_owned()),
        (Org, "{units: {aux: {}}}".to_owned()),
        (Org, "{people: {ana: Ana Lima}}".to_owned()),
        (Cycle, "{start: 1.10.2026}".to_owned()),
        (Cycle, "{begin: 2026-10-01}".to_owned()),
        (Settings, "{version: 2}".to_owned()),
        (Settings, "{stale_after: 0}".to_owned()),
        (Settings, "{fiscal_year_start: 13}".to_owned()),
        (Settings, "{pace: {quiet: 2}}".to_owned()),
        (Settings, "{scoring: {scale: 10}}".to_owned()),
        (Settings, "{scoring: {bands: {}}}".to_owned()),
        (Settings, "{checks: {OKR101: off}}".to_owned()),
        (Settings, "{history: per-person}".to_owned()),
    ];
    // An editor marks what the reader lets pass, but okr would never write: a number for a text, and a key left empty.
    let stricter =
        [(Objective, "{title: 7}".to_owned()), (Objective, kr("metric: ")), (Settings, "{lang: }".to_owned())];
    for (kind, text) in &stricter {
        assert_eq!(verdicts(*kind, text), (true, false), "(reader, schema) of {text}");
    }
    for (kind, text) in &good {
        assert_eq!(verdicts(*kind, text), (true, true), "(reader, schema) of {text}");
    }
    for (kind, text) in &bad {
        assert_eq!(verdicts(*kind, text), (false, false), "(reader, schema) of {text}");
    }
}

/// Every mapping of a schema with its keys: the properties, and whatever is below.
fn mappings(value: &Value, path: &str, found: &mut Vec<(String, Vec<String>)>) {
    match value {
        Value::Object(map) => {
            if let Some(Value::Object(properties)) =
                map.get("properties").filter(|_| map.contains_key("additionalProperties"))
            {
                found.push((path.to_owned(), properties.keys().cloned().collect()));
                for (key, schema) in properties {
                    let told = schema.get("description").and_then(Value::as_str).is_some_and(|text| text.len() > 5);
                    assert!(told || schema.is_boolean(), "{path}.{key} has no description");
                }
            }
            map.iter()
                .filter(|(key, _)| *key != "examples")
                .for_each(|(key, below)| mappings(below, &format!("{path}.{key}"), found));
        }
        Value::Array(all) => all.iter().for_each(|below| mappings(below, path, found)),
        _ => {}
    }
}

#[test]
fn every_key_of_the_readers_is_there_with_a_word_on_it() {
    let mut found = Vec::new();
    SchemaKind::ALL.iter().for_each(|kind| mappings(&json_schema(*kind), kind.name(), &mut found));
    for keys in KEYS {
        // A metric's keys are spread over its forms.
        let all: Vec<&str> = found.iter().flat_map(|(_, keys)| keys).map(String::as_str).collect();
        let whole = found
            .iter()
            .any(|(_, known)| known.len() == keys.len() && keys.iter().all(|key| known.iter().any(|one| one == key)));
        let spread = keys.contains(&"at_least") && keys.iter().all(|key| all.contains(key));
        assert!(whole || spread, "no mapping has just the keys {keys:?}");
    }
    assert_eq!(KEYS.len(), 12);
}

#[test]
fn what_the_reader_refuses_is_refused() {
    let kinds = [
        (SchemaKind::Settings, "settings"),
        (SchemaKind::Org, "org"),
        (SchemaKind::Cycle, "cycle"),
        (SchemaKind::Objective, "objective"),
        (SchemaKind::History, "history"),
    ];
    let (mut refused, mut wrong) = (0, Vec::new());
    for (kind, folder) in kinds {
        let validator = validator(kind);
        let mut cases = Vec::new();
        files(&root().join("tests/damage").join(folder), &mut cases);
        for path in cases.iter().filter(|path| path.extension().is_some_and(|extension| extension == "yaml")) {
            let name = format!("{folder}/{}", path.file_stem().unwrap().to_str().unwrap());
            let valid = read(path).is_some_and(|value| validator.is_valid(&value));
            let known = ONLY_THE_READER.iter().any(|(case, _)| *case == name) || SOUND.contains(&name.as_str());
            match (valid, known) {
                (true, false) => wrong.push(format!("{name} is accepted")),
                (false, true) => wrong.push(format!("{name} is refused after all")),
                (false, false) if read(path).is_some() => refused += 1,
                _ => {}
            }
        }
    }
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
    assert!(refused >= 25, "{refused}");
}
