//! What holds of every merge of objectives, held against a merge of single fields.

use std::collections::BTreeMap;

use proptest::prelude::*;

use super::compare::alike;
use super::{MARK, merge};
use crate::store::edit::{self, Yaml};

/// An objective as fields by name: `title`, `weight`, and `a.title`, `a.weight`, `a.to` of its key results.
type Fields = BTreeMap<String, u8>;

const KEY_RESULTS: [&str; 3] = ["a", "b", "c"];

/// Everything that is there, each field with one of few values.
fn base() -> impl Strategy<Value = (Fields, Vec<bool>)> {
    (prop::collection::vec(0_u8..4, 2 + 3 * KEY_RESULTS.len()), prop::collection::vec(any::<bool>(), KEY_RESULTS.len()))
        .prop_map(|(values, here)| (fields(&values, &here), here))
}

fn names() -> Vec<String> {
    let of = |kr: &&str| [format!("{kr}.title"), format!("{kr}.weight"), format!("{kr}.to")];
    ["title".to_owned(), "weight".to_owned()].into_iter().chain(KEY_RESULTS.iter().flat_map(of)).collect()
}

fn fields(values: &[u8], here: &[bool]) -> Fields {
    let all = names().into_iter().zip(values.iter().copied());
    let there =
        |name: &str| KEY_RESULTS.iter().zip(here).all(|(kr, here)| *here || !name.starts_with(&format!("{kr}.")));
    // A weight of 0 is one that is not given.
    all.filter(|(name, value)| there(name) && !(name.ends_with("weight") && *value == 0)).collect()
}

/// What one side makes of it: some fields changed, some key results removed or added.
fn side() -> impl Strategy<Value = (Vec<Option<u8>>, Vec<u8>)> {
    let change = prop::option::weighted(0.25, 0_u8..4);
    (prop::collection::vec(change, 2 + 3 * KEY_RESULTS.len()), prop::collection::vec(0_u8..6, KEY_RESULTS.len()))
}

fn changed(base: &Fields, here: &[bool], (changes, presence): &(Vec<Option<u8>>, Vec<u8>)) -> Fields {
    let values: Vec<u8> = names()
        .iter()
        .zip(changes)
        .map(|(name, change)| change.unwrap_or_else(|| base.get(name).copied().unwrap_or(0)))
        .collect();
    let here: Vec<bool> =
        here.iter().zip(presence).map(|(here, change)| if *change == 0 { !here } else { *here }).collect();
    fields(&values, &here)
}

/// The file, in one of several layouts.
fn written(fields: &Fields, layout: u8) -> String {
    let mut text = String::from(if layout.is_multiple_of(2) { "# top\n" } else { "" });
    let get = |name: &str| fields.get(name);
    text += &format!("title: Title {}{}\n", fields["title"], if layout.is_multiple_of(3) { "   # behind" } else { "" });
    if let Some(weight) = get("weight") {
        text += &format!("weight: {weight}{}\n", if layout % 3 == 1 { ".0" } else { "" });
    }
    let there: Vec<&str> = KEY_RESULTS.into_iter().filter(|kr| get(&format!("{kr}.title")).is_some()).collect();
    if there.is_empty() {
        return text;
    }
    text += "\nkey_results:\n";
    for kr in there {
        let (title, to) = (fields[&format!("{kr}.title")], u32::from(fields[&format!("{kr}.to")]) + 1);
        let weight = get(&format!("{kr}.weight"));
        if layout.is_multiple_of(5) {
            let weight = weight.map(|weight| format!(", weight: {weight}")).unwrap_or_default();
            text += &format!("  - {{id: {kr}, title: T{title}, metric: {{from: 0, to: {to}}}{weight}}}\n");
        } else {
            text += &format!(
                "  # of {kr}\n  - id: {kr}\n    title: T{title}\n    metric: {{from: 0, to: {to}, unit: x}}\n"
            );
            text += &weight.map(|weight| format!("    weight: {weight}\n")).unwrap_or_default();
        }
    }
    text
}

/// The fields that a file has.
fn read(text: &str) -> Fields {
    let Ok(Yaml::Map(top)) = edit::tree(text) else { panic!("not YAML:\n{text}") };
    let number = |value: &Yaml| {
        let text = match value {
            Yaml::Literal(text) | Yaml::Text(text) => text.trim_start_matches("Title ").trim_start_matches('T'),
            _ => panic!("{value:?}"),
        };
        text.parse::<f64>().unwrap() as u8
    };
    let get = |fields: &[(String, Yaml)], name: &str| {
        fields.iter().find(|(key, _)| key == name).map(|(_, value)| value.clone())
    };
    let mut found = Fields::new();
    found.extend(get(&top, "title").map(|value| ("title".to_owned(), number(&value))));
    found.extend(get(&top, "weight").map(|value| ("weight".to_owned(), number(&value))));
    let Some(Yaml::List(items)) = get(&top, "key_results") else { return found };
    for item in items {
        let Yaml::Map(item) = item else { panic!("{item:?}") };
        let Some(Yaml::Text(id)) = get(&item, "id") else { panic!("{item:?}") };
        found.insert(format!("{id}.title"), number(&get(&item, "title").unwrap()));
        found.extend(get(&item, "weight").map(|value| (format!("{id}.weight"), number(&value))));
        let Some(Yaml::Map(metric)) = get(&item, "metric") else { panic!("{item:?}") };
        found.insert(format!("{id}.to"), number(&get(&metric, "to").unwrap()) - 1);
    }
    found
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, cases: 1000, ..ProptestConfig::default() })]

    #[test]
    fn each_field_is_the_one_that_somebody_changed_or_a_conflict((base, here) in base(), ours in side(), theirs in side(), layouts in prop::array::uniform3(0_u8..30)) {
        let (ours, theirs) = (changed(&base, &here, &ours), changed(&base, &here, &theirs));
        // Layouts with and without a unit differ in what they say: the first side decides about all.
        let layouts = if layouts[0].is_multiple_of(5) { layouts.map(|layout| layout - layout % 5) } else { layouts.map(|layout| layout - layout % 5 + 1) };
        let texts = [written(&base, layouts[0]), written(&ours, layouts[1]), written(&theirs, layouts[2])];
        let merged = merge(&texts[0], &texts[1], &texts[2]).unwrap();
        let found = read(&merged.text);
        let removed = |fields: &Fields, kr: &str| !fields.contains_key(&format!("{kr}.title"));
        for name in names() {
            let kr = name.split_once('.').map(|(kr, _)| kr);
            let [b, o, t] = [&base, &ours, &theirs].map(|fields| fields.get(&name).copied());
            // Key results that one side removed or both added are looked at below.
            if kr.is_some_and(|kr| [&base, &ours, &theirs].iter().any(|fields| removed(fields, kr))) {
                continue;
            }
            let wanted = if o == b { t } else { o };
            prop_assert_eq!(found.get(&name).copied(), wanted, "{} in\n{}", name, merged.text);
            if o != b && t != b && o != t {
                prop_assert!(!merged.conflicts.is_empty());
            }
        }
        for kr in KEY_RESULTS {
            let of = |fields: &Fields| -> Fields { fields.iter().filter(|(name, _)| name.starts_with(&format!("{kr}."))).map(|(name, value)| (name.clone(), *value)).collect() };
            let [b, o, t, m] = [&base, &ours, &theirs, &found].map(of);
            match (b.is_empty(), o.is_empty(), t.is_empty()) {
                (true, false, true) => prop_assert_eq!(m, o),
                (true, true, false) => prop_assert_eq!(m, t),
                // A removal holds where the other side left it alone; else it stays, with a conflict.
                (false, true, false) if t == b => prop_assert!(m.is_empty()),
                (false, false, true) if o == b => prop_assert!(m.is_empty()),
                (false, true, false) => prop_assert!(m == t && !merged.conflicts.is_empty()),
                (false, false, true) => prop_assert!(m == o && !merged.conflicts.is_empty()),
                (true, false, false) => prop_assert!(o == t || !merged.conflicts.is_empty() || m.len() > o.len() || m.len() > t.len()),
                _ => {}
            }
        }
        prop_assert!(merged.text.matches(MARK).count() >= merged.conflicts.len());
        if merged.conflicts.is_empty() {
            prop_assert!(!merged.text.contains(MARK));
            let other = merge(&texts[0], &texts[2], &texts[1]).unwrap();
            prop_assert!(other.conflicts.is_empty());
            prop_assert!(alike(&edit::tree(&merged.text).unwrap(), &edit::tree(&other.text).unwrap()), "{}\n{}", merged.text, other.text);
        }
    }
}
