//! Every reading command in every format, on one small store.

mod csv;
mod html;
mod json;
mod markdown;
mod yaml;

use serde_json::Value;

use crate::stores::READING;
use crate::world::World;

/// One objective with two key results, so that a whole document is still read.
fn small() -> World {
    let world = World::company();
    world.write(
        "okrs/2026-Q4/acme/renewing.yaml",
        "title: Make renewing obvious | 续约\ntags: [retention]\nkey_results:\n  - id: nps\n    title: NPS rises\n    \
         metric: {from: 31, to: 50, unit: points}\n  - id: audit\n    title: \"Audit, passed\"\n    metric: done\n",
    );
    world.write(
        "okrs/2026-Q4/acme/renewing.history.yaml",
        "- {\"id\": \"a2\", \"at\": \"2026-10-20T09:00:00Z\", \"by\": \"ana\", \"event\": \"update\", \"kr\": \"nps\", \"value\": 38, \"status\": \"at-risk\", \"confidence\": 5, \"note\": \"first, \\\"survey\\\"\"}\n",
    );
    world
}

#[test]
fn json_and_yaml_say_the_same_and_csv_has_equal_rows() {
    let world = World::team();
    for command in READING {
        let json: Value = serde_json::from_str(&world.stdout(&format!("{command} --format json"))).unwrap();
        assert_eq!(json["version"], 1, "okr {command}");
        let yaml: Value = serde_yaml::from_str(&world.stdout(&format!("{command} --format yaml"))).unwrap();
        assert_eq!(json, yaml, "okr {command}");
        let text = world.stdout(&format!("{command} --format csv"));
        // The reader is strict: a row of another length is an error.
        let mut csv = ::csv::Reader::from_reader(text.as_bytes());
        assert!(csv.headers().unwrap().iter().all(|name| !name.is_empty()), "okr {command}");
        assert!(csv.records().map(Result::unwrap).count() > 0, "okr {command}");
    }
}

#[test]
fn every_percentage_of_a_table_is_in_the_json() {
    let world = World::team();
    world.width(140);
    for command in READING {
        let json: Value = serde_json::from_str(&world.stdout(&format!("{command} --format json"))).unwrap();
        let mut numbers = Vec::new();
        collect(&json, &mut numbers);
        for figure in percentages(&world.stdout(command)) {
            let there = numbers.iter().any(|n| (n - figure).abs() <= 0.5001 || (n * 100.0 - figure).abs() <= 0.5001);
            assert!(there, "okr {command} shows {figure}, which its JSON lacks");
        }
    }
}

fn collect(json: &Value, numbers: &mut Vec<f64>) {
    match json {
        Value::Number(number) => numbers.extend(number.as_f64()),
        Value::Array(items) => items.iter().for_each(|item| collect(item, numbers)),
        Value::Object(fields) => fields.values().for_each(|item| collect(item, numbers)),
        Value::Null | Value::Bool(_) | Value::String(_) => {}
    }
}

/// The numbers before `%` and `pp`.
fn percentages(text: &str) -> Vec<f64> {
    let words: Vec<&str> = text.split_whitespace().collect();
    let before = words.windows(2).filter(|pair| pair[1].starts_with('%') || pair[1].starts_with("pp"));
    before.filter_map(|pair| pair[0].replace('−', "-").trim_start_matches(['+', '≥', '(']).parse().ok()).collect()
}
