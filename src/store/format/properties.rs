//! What holds of every document: formatting it twice is formatting it once, and values and comments are the same before
//! and after.

use proptest::prelude::*;

use super::sample::{Sample, printed};
use super::*;
use crate::store::edit::{Yaml, document};

/// What `format` promises, checked without its own check.
fn holds(text: &str, kind: Definition) -> Result<(), TestCaseError> {
    let once = match format(text, kind) {
        Ok(once) => once,
        Err(why) => return Err(TestCaseError::fail(format!("{why}\n{text}"))),
    };
    prop_assert_eq!(format(&once, kind), Ok(once.clone()), "twice is not once:\n{}", text);
    let value = |text: &str| serde_yaml::from_str::<serde_yaml::Value>(text.trim_start_matches('\u{feff}')).unwrap();
    prop_assert_eq!(value(text), value(&once));
    // Every comment of a sample has a number of its own, so that no other text is taken for one.
    let marks = |text: &str| {
        let mut all: Vec<String> = text.split("# comment ").skip(1).map(number).collect();
        all.sort();
        all
    };
    prop_assert_eq!(marks(text), marks(&once), "{}", once);
    // A text in a block may hold blank lines of its own.
    let blocks = once.contains(['|', '>']);
    let tidy = !once.contains(['\r', '\u{feff}']) && (blocks || !once.contains("\n\n\n"));
    prop_assert!(tidy, "{}", once);
    prop_assert!(once.is_empty() || (once.ends_with('\n') && !once.starts_with('\n')));
    Ok(())
}

fn number(text: &str) -> String {
    text.chars().take_while(char::is_ascii_digit).collect()
}

fn text() -> impl Strategy<Value = Yaml> {
    let words = "[a-zA-Z0-9 :#'\"，。让客户\\-\\[\\]{}&*!|>%@,.?/~]{0,24}";
    prop_oneof![4 => words, 1 => "([a-z让]{1,12} ){8,20}end", 1 => "[a-z ]{1,9}\n[a-z ]{1,9}\n?", 1 => "yes|no|null|12|1\\.50|2026-10-01|~"]
        .prop_map(Yaml::Text)
}

/// A metric as `okr` writes it.
fn metric() -> impl Strategy<Value = Yaml> {
    let number = (-900i32..9000).prop_map(|number| Yaml::Literal(format!("{}", f64::from(number) / 10.0)));
    let steps =
        prop::collection::vec(text(), 1..9).prop_map(|steps| Yaml::Map(vec![("milestones".into(), Yaml::List(steps))]));
    let change = (number.clone(), number, text())
        .prop_map(|(from, to, unit)| Yaml::Map(vec![("from".into(), from), ("to".into(), to), ("unit".into(), unit)]));
    prop_oneof![change, steps, Just(Yaml::text("done"))]
}

fn objective() -> impl Strategy<Value = Vec<(String, Yaml)>> {
    let initiative = text()
        .prop_map(|title| Yaml::Map(vec![("title".into(), title), ("done".into(), Yaml::Literal("true".into()))]));
    let kr = (text(), metric(), prop::collection::vec(initiative, 0..3)).prop_map(|(title, metric, initiatives)| {
        let mut fields = vec![("id".to_owned(), Yaml::text("nps")), ("title".into(), title), ("metric".into(), metric)];
        if !initiatives.is_empty() {
            fields.push(("initiatives".into(), Yaml::List(initiatives)));
        }
        Yaml::Map(fields)
    });
    (text(), text(), prop::collection::vec(text(), 0..4), prop::collection::vec(kr, 0..4)).prop_map(
        |(title, description, tags, krs)| {
            vec![
                ("title".into(), title),
                ("description".into(), description),
                ("tags".into(), Yaml::List(tags)),
                ("key_results".into(), Yaml::List(krs)),
            ]
        },
    )
}

fn org() -> impl Strategy<Value = Vec<(String, Yaml)>> {
    let key = "[a-z]{1,6}";
    let person = (text(), text(), key).prop_map(|(name, email, unit)| {
        Yaml::Map(vec![("name".into(), name), ("unit".into(), Yaml::text(unit)), ("email".into(), email)])
    });
    (prop::collection::btree_map(key, person, 0..4), key).prop_map(|(people, company)| {
        let people = people.into_iter().collect();
        vec![("company".into(), Yaml::text(company)), ("people".into(), Yaml::Map(people))]
    })
}

proptest! {
    #[test]
    fn objectives_of_any_layout_keep_what_they_say(entries in objective(), choices in prop::collection::vec(any::<u8>(), 0..400)) {
        holds(&printed(&Sample { entries }, &choices), Definition::Objective)?;
    }

    #[test]
    fn organisations_of_any_layout_keep_what_they_say(
        entries in org(),
        choices in prop::collection::vec(any::<u8>(), 0..200),
    ) {
        holds(&printed(&Sample { entries }, &choices), Definition::Org)?;
    }

    #[test]
    fn what_okr_writes_is_formatted_already(entries in objective()) {
        let text = document(&entries);
        prop_assert_eq!(format(&text, Definition::Objective), Ok(text));
    }

    /// Whatever is typed, nothing panics, and what is formatted stays so.
    #[test]
    fn no_text_breaks_it(text in "[a-c:\\-\\[\\]{}#&*|> \\n\"',?0-9]{0,60}") {
        for kind in [Definition::Objective, Definition::Settings, Definition::Org] {
            if let Ok(once) = format(&text, kind) {
                prop_assert_eq!(format(&once, kind), Ok(once));
            }
        }
    }
}
