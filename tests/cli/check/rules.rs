//! Every rule finds something in its bad example, and nothing in its good one.

use okrs::check::{Example, Look, RULES, Rule};

use crate::world::World;

/// The store that examples stand in, with an example's files put in.
fn with(example: &Example) -> World {
    let world = World::new();
    world.inside("store");
    let _ = world.git("init --quiet store");
    let own = [
        (".gitattributes", "*.history.yaml merge=union text eol=lf\n"),
        ("okr.yaml", "version: 1\n"),
        (
            "org.yaml",
            "company: acme\nunits:\n  acme: {name: Acme Inc.}\n  eng: {name: Engineering, parent: acme, lead: ana}\n\
             people:\n  ana: {name: Ana Lima, unit: eng, email: ana@acme.example}\n  bo: {name: Bo Chen, unit: eng}\n",
        ),
        ("2026-Q4/cycle.yaml", "start: 2026-10-01\nend: 2026-12-31\n"),
    ];
    for (file, text) in own.into_iter().chain(example.files()) {
        world.write(&format!("store/{file}"), text);
    }
    world
}

fn finds(rule: &Rule, example: &Example) -> (bool, String) {
    let said = with(example).okr(&format!("check --only {} --format json", rule.code)).to_string();
    (said.contains(&format!("\"code\": \"{}\"", rule.code)), said)
}

#[test]
fn every_rule_finds_its_bad_example_and_passes_its_good_one() {
    let mut wrong = Vec::new();
    for rule in RULES.iter().filter(|rule| !matches!(rule.look, Look::Verify)) {
        for (example, wanted) in [(&rule.bad, true), (&rule.good, false)] {
            let (found, said) = finds(rule, example);
            if found != wanted {
                wrong.push(format!("{} {} in {example:?}: {found}\n{said}", rule.code, rule.name));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// What a rule of method finds in good examples of others would be a wrong warning.
#[test]
fn no_good_example_of_a_rule_is_an_error_or_a_warning_to_another() {
    for rule in RULES.iter().filter(|rule| !matches!(rule.look, Look::Verify)) {
        let said = with(&rule.good).okr("check --format json").to_string();
        for severity in ["error", "warning"] {
            assert!(!said.contains(&format!("\"severity\": \"{severity}\"")), "{}: {said}", rule.name);
        }
    }
}
