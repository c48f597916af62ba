//! Whatever a JSON document is made of: no word of it is lost, and nothing stops the reader.

use proptest::prelude::*;
use serde_json::{Map, Value, json};

use super::{json, yaml};
use crate::model::Zone;

// Without the ids of periods, which only the other tool needs.
const KEYS: &[&str] = &[
    "objectives",
    "Objective",
    "title",
    "name",
    "description",
    "key_results",
    "KRs",
    "kr",
    "Projects",
    "teams",
    "Q4",
    "2026",
    "owner",
    "cycle",
    "tags",
    "parent",
    "status",
    "note",
    "metric",
    "progress",
    "initiatives",
    "link",
    "okr_list",
    "objective_list",
    "kr_list",
    "content",
    "colour",
    "okrs",
    "data",
];

fn document() -> impl Strategy<Value = Value> {
    let leaf = any::<u16>().prop_map(|number| json!(format!("w{number}q")));
    leaf.prop_recursive(5, 60, 5, |inner| {
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..4).prop_map(Value::Array),
            prop::collection::vec((0..KEYS.len(), inner), 1..6).prop_map(|entries| {
                Value::Object(
                    entries.into_iter().map(|(key, value)| (KEYS[key].to_owned(), value)).collect::<Map<_, _>>(),
                )
            }),
        ]
    })
}

fn texts<'v>(value: &'v Value, into: &mut Vec<&'v str>) {
    match value {
        Value::String(text) => into.push(text),
        Value::Array(items) => items.iter().for_each(|item| texts(item, into)),
        Value::Object(entries) => entries.values().for_each(|value| texts(value, into)),
        _ => {}
    }
}

proptest! {
    #[test]
    fn no_word_is_lost(value in document()) {
        let text = serde_json::to_string_pretty(&value).unwrap();
        let zone: Zone = "UTC".parse().unwrap();
        let draft = json(&text, zone, &|_| false).unwrap();
        prop_assert_eq!(&draft.objectives, &yaml(&text, zone, &|_| false).unwrap().objectives);
        let kept = format!("{draft:?}");
        let mut words = Vec::new();
        texts(&value, &mut words);
        for word in words {
            prop_assert!(kept.contains(word), "{word} of\n{text}\n{draft:#?}");
        }
    }
}
