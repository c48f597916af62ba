//! What is read here is what YAML and JSON say, in texts that are nearly in the layout that `okr` writes.

use proptest::prelude::*;

use super::difference;

/// Pieces of definitions and histories, right ones and wrong ones.
const OBJECTIVE: &[&str] = &[
    "title: ",
    "description: ",
    "kind: committed\n",
    "aligns_to: ",
    "weight: ",
    "tags: ",
    "key_results:\n",
    "key_results: []\n",
    "  - id: ",
    "  - title: ",
    "    title: ",
    "    metric: ",
    "    weight: ",
    "    owner: ",
    "    due: ",
    "    initiatives:\n",
    "      - title: ",
    "        done: true\n",
    "        done: false\n",
    "        link: ",
    "      - done: true\n",
    "  -   id: ",
    "   title: ",
    "- id: ",
    "  ",
    "    ",
    "- ",
    "# why\n",
    " # why",
    "\n",
    "\n\n",
    "---\n",
    "\t",
    "\u{85}",
    "\u{feff}",
];

const VALUES: &[&str] = &[
    "Make it so",
    "让客户续约",
    "null",
    "Null",
    "~",
    "true",
    "yes",
    "12",
    "1.50",
    "-0",
    "0x1f",
    "1e3",
    ".5",
    "99.9",
    "1_000",
    "\"a: b\"",
    "\"a",
    "'a'",
    "a: b",
    "a:b",
    "a #b",
    "a#b",
    "a ",
    "[a, b]",
    "[acme/renewing.nps]",
    "[a b, \"c\"]",
    "[]",
    "[a,b]",
    "[1]",
    "[~]",
    "{}",
    "{from: 1, to: 2}",
    "{from: 4.2, to: 2, unit: points}",
    "{from: 1, to: 2, unit: \"%\"}",
    "{at_least: 99.9, worst: 99}",
    "{from: 1, from: 2}",
    "{milestones: [a, b]}",
    "{milestones: [a, true]}",
    "{milestones: [a, 设计]}",
    "{milestones: [a, {b: 2}]}",
    "{milestones: [a], unit: x}",
    "{milestones: []}",
    "https://a.example/b",
    "[true, False]",
    "{from: 1, to: 2} # x",
    "{from: 1,to: 2}",
    "{from: 1, to: 1_0, unit: a}",
    "done",
    "aligned",
    "2026-11-30",
    "2026-1-3",
    "|\n  text",
    "&a b",
    "*a",
    "!t a",
    "%",
    "@a",
    "`a",
    "? a",
    "- a",
    "é",
    "\u{2028}",
];

const EVENT: &[&str] = &[
    "- {",
    "- {\"",
    "}",
    "}\n",
    "- {\"id\": \"a1\", \"at\": \"2026-10-12T09:00:00Z\", \"by\": \"ana\", \"event\": \"update\"",
    ", ",
    ",",
    "\"value\": ",
    "\"kr\": \"nps\"",
    "\"status\": \"on-track\"",
    "\"confidence\": ",
    "\"score\": ",
    "\"note\": ",
    "\"event\": ",
    "\"text\": ",
    "\"of\": \"a1\"",
    "\"done\"",
    "\"comment\"",
    "\"score\"",
    "\"retract\"",
    "\"at\": \"2026-10-12\"",
    "\"by\": \" \"",
    "\"say \\\"hi\\\"\"",
    "\"中文\"",
    "true",
    "false",
    "null",
    "12",
    "-3.5",
    "1.50",
    "1e3",
    "-0",
    "007",
    "38",
    "\n",
    "# why\n",
    "  ",
    "\t",
    "- at: 2026-10-14\n  by: ana\n  value: 3\n",
    "x",
    "\u{85}",
    "\u{7f}",
    "\u{2028}",
];

const ORG: &[&str] = &[
    "company: acme\n",
    "units:\n",
    "people:\n",
    "units: {}\n",
    "people: null\n",
    "  acme: ",
    "  eng: ",
    "  null: ",
    "  1: ",
    "  a b: ",
    "  \"q\": ",
    "    x: ",
    "{name: Eng, parent: acme}\n",
    "{name: \"E, n\", lead: ana}\n",
    "{name: Ana Lima, unit: eng, email: \"a@b.c\"}\n",
    "{email: a@b.c}\n",
    "{}\n",
    "{name: 5}\n",
    "{name: a, name: b}\n",
    "{name: a} # x\n",
    "\n",
    "# why\n",
    "~\n",
    "{name: null}\n",
    "{name: 王芳}\n",
];

fn pieces(of: &'static [&'static str]) -> impl Strategy<Value = String> {
    prop::collection::vec(prop::sample::select(of), 1..4).prop_map(|pieces| pieces.concat())
}

fn definition() -> impl Strategy<Value = String> {
    let line = prop_oneof![
        8 => (prop::sample::select(OBJECTIVE), prop::sample::select(VALUES)).prop_map(|(key, value)| format!("{key}{value}\n")),
        1 => pieces(OBJECTIVE),
        1 => pieces(VALUES),
    ];
    prop::collection::vec(line, 0..12).prop_map(|lines| lines.concat())
}

/// What most files look like, with one other value and one other line.
fn sound_definition() -> impl Strategy<Value = String> {
    let good = [
        ("title: ", "让客户续约"),
        ("aligns_to: ", "[acme/renewing.nps]"),
        ("key_results:", ""),
        ("  - id: ", "nps"),
        ("    title: ", "NPS rises"),
        ("    metric: ", "{from: 31, to: 50, unit: points}"),
        ("    initiatives:", ""),
        ("      - title: ", "Call everybody"),
        ("        done: ", "true"),
    ];
    let at = 0..good.len();
    (at.clone(), prop::sample::select(VALUES), at, prop::sample::select(OBJECTIVE), any::<bool>()).prop_map(
        move |(at, value, before, odd, is_odd)| {
            let line = |(place, (key, good)): (usize, &(&str, &str))| {
                let odd = if is_odd && place == before { odd } else { "" };
                format!("{odd}{key}{}\n", if place == at { value } else { good })
            };
            good.iter().enumerate().map(line).collect()
        },
    )
}

fn history() -> impl Strategy<Value = String> {
    let sound = prop::sample::select(EVENT).prop_map(|piece| {
        format!(
            "- {{\"id\": \"b{}\", \"at\": \"2026-10-12T09:00:00Z\", \"by\": \"ana\", \"value\": {piece}}}\n",
            piece.len()
        )
    });
    prop::collection::vec(prop_oneof![check_in(), sound, pieces(EVENT)], 0..6).prop_map(|lines| lines.concat())
}

/// What nearly every line of a history is, each part of it with values within and out of bounds, or left out.
fn check_in() -> impl Strategy<Value = String> {
    const PARTS: [(&str, &[&str]); 9] = [
        ("id", &["\"1a2b3c4d5e\"", "\"a-1\"", "\"\"", "\"no id\"", "7"]),
        (
            "at",
            &["\"2026-10-12T09:00:00Z\"", "\"2026-10-12\"", "\"2026-02-30T09:00:00Z\"", "\"2026-10-12T09:00:00.5Z\""],
        ),
        ("by", &["\"ana\"", "\"a\nb\"", "\"Ana Lima\"", "\" ana \"", "\"\"", "\"王芳\"", "null"]),
        ("event", &["\"update\"", "\"Update\"", "\"comment\""]),
        ("kr", &["\"nps\"", "\"n\ns\"", "\"NPS\"", "\"con\"", "\"a.b\""]),
        (
            "value",
            &["38", "-4.25", "1e3", "01", "true", "\"done\"", "\"none\"", "\"a\nb\"", "null", "99999999999999999"],
        ),
        ("status", &["\"on-track\"", "\"off-track\"", "\"fine\"", "\"\""]),
        ("confidence", &["7", "10", "0", "11", "7.5", "\"7\""]),
        (
            "note",
            &["\"Went well\"", "\"a \\\"b\\\"\"", "\"让 #1\"", "\"\"", "\"a: b, {c}\"", "\"a\nb\"", "\"a\n- {b\""],
        ),
    ];
    // The first value of a part is the usual one.
    let choice = prop_oneof![6 => Just(Some(0)), 1 => Just(None), 1 => (0_usize..12).prop_map(Some)];
    prop::collection::vec(choice, PARTS.len()).prop_map(|choices| {
        let part = |((key, values), choice): (&(&str, &[&str]), Option<usize>)| {
            Some(format!("\"{key}\": {}", values[choice? % values.len()]))
        };
        let parts: Vec<String> = PARTS.iter().zip(choices).filter_map(part).collect();
        format!("- {{{}}}\n", parts.join(", "))
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(4000))]

    #[test]
    fn a_definition_says_what_yaml_says(text in prop_oneof![definition(), sound_definition()]) {
        prop_assert_eq!(difference(&text), None, "{}", text);
    }

    #[test]
    fn an_organisation_says_what_yaml_says(lines in prop::collection::vec(prop::sample::select(ORG), 0..12)) {
        prop_assert_eq!(difference(&lines.concat()), None, "{}", lines.concat());
    }

    #[test]
    fn a_history_says_what_json_and_yaml_say(text in history()) {
        prop_assert_eq!(difference(&text), None, "{}", text);
    }
}

#[test]
fn the_layout_that_okr_writes_is_read_here() {
    use super::{Canonical, Clean, event};
    use crate::store::schema::RawObjective;
    let text = "# why\ntitle: Make renewing the obvious choice\naligns_to: [acme/renewing.nps]\ntags: [retention]\nkey_results:\n  - id: nps\n    title: NPS rises\n    metric: {from: 31, to: 50, unit: points}\n    due: 2026-11-30\n";
    let read = RawObjective::canonical(text).unwrap();
    assert_eq!((read.key_results.unwrap().len(), read.tags.0.len()), (1, 1));
    let line = "- {\"id\": \"01jd8xyzab\", \"at\": \"2026-10-12T09:00:00Z\", \"by\": \"ana\", \"event\": \"update\", \"kr\": \"nps\", \"value\": 38.5, \"status\": \"on-track\", \"confidence\": 7, \"note\": \"上线\"}";
    assert!(event(line).is_some());
    assert_eq!(Clean::of("a\n\nb").map(|clean| clean.lines().collect()), Some(vec!["a", "", "b"]));
    assert_eq!(Clean::of("\n").map(|clean| clean.lines().count()), Some(1));
}
