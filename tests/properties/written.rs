//! What commands write into definition files is read as what was meant.

use okrs::model::{Keep, KeyResultSpec, Metric, Milestone, Quantity, Weight};
use okrs::store::compose;
use okrs::store::edit::{Yaml, document, set, tree};
use okrs::store::format::format;
use okrs::store::layout::Definition;
use proptest::prelude::*;

use super::files::{CYCLE, Files, OBJECTIVE};
use super::{config, number, text};

fn quantity() -> impl Strategy<Value = Quantity> {
    number().prop_map(|text| text.parse().unwrap())
}

fn unit() -> impl Strategy<Value = Option<String>> {
    prop::option::of(text())
}

fn metric() -> impl Strategy<Value = Metric> {
    let keep = (prop::option::of(quantity()), prop::option::of(quantity()), prop::option::of(quantity()), unit());
    // The names of keys are names of steps too.
    let name =
        prop_oneof![4 => text(), 1 => prop::sample::select(vec!["name", "weight", "due"]).prop_map(str::to_owned)];
    let step = (name, 1_u32..50, prop::option::of(1_u32..28));
    prop_oneof![
        Just(Metric::Done),
        Just(Metric::Aligned),
        (quantity(), quantity(), unit()).prop_filter_map("a change", |(from, to, unit)| Metric::change(
            from,
            to,
            unit.map(Into::into)
        )
        .ok()),
        keep.prop_filter_map("a level", |(at_least, at_most, worst, unit)| Metric::keep(Keep {
            at_least,
            at_most,
            worst,
            unit: unit.map(Into::into)
        })
        .ok()),
        prop::collection::vec(step, 1..5).prop_filter_map("milestones", |steps| {
            let step = |(name, weight, day): (String, u32, Option<u32>)| Milestone {
                name,
                weight: Weight::new(f64::from(weight)).unwrap(),
                due: day.and_then(|day| format!("2026-11-{day:02}").parse().ok()),
            };
            Metric::milestones(steps.into_iter().map(step).collect()).ok()
        }),
    ]
}

pub fn key_result() -> impl Strategy<Value = KeyResultSpec> {
    (text(), metric(), 1_u32..100, prop::option::of(1_u32..28)).prop_map(|(title, metric, weight, day)| KeyResultSpec {
        id: None,
        title,
        metric,
        owner: Some("ana".parse().unwrap()),
        weight: Weight::new(f64::from(weight)).unwrap(),
        due: day.and_then(|day| format!("2026-10-{day:02}").parse().ok()),
    })
}

/// An objective with its texts, as `create` and `set` write it.
pub fn objective(title: &str, description: &str, tags: &[String], key_results: &[KeyResultSpec]) -> String {
    let key_result =
        |(at, spec): (usize, &KeyResultSpec)| compose::key_result(&format!("k{at}").parse().unwrap(), spec);
    document(&[
        ("title".to_owned(), Yaml::text(title)),
        ("description".to_owned(), Yaml::text(description)),
        ("tags".to_owned(), Yaml::List(tags.iter().map(Yaml::text).collect())),
        ("key_results".to_owned(), Yaml::List(key_results.iter().enumerate().map(key_result).collect())),
    ])
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn an_objective_is_read_as_it_was_written(
        title in text(),
        description in any::<String>().prop_map(|text| if text.trim().is_empty() { String::new() } else { text }),
        tags in prop::collection::vec(text(), 0..4),
        key_results in prop::collection::vec(key_result(), 0..5),
    ) {
        let written = objective(&title, &description, &tags, &key_results);
        for written in [written.clone(), format(&written, Definition::Objective).unwrap()] {
            let snapshot = Files::with(OBJECTIVE, written.as_bytes()).read();
            prop_assert!(snapshot.damages.is_empty(), "{:?}\n{}", snapshot.damages, written);
            let read = &snapshot.objectives[0].objective;
            prop_assert_eq!(&read.title, &title);
            prop_assert_eq!(read.description.as_deref().unwrap_or_default().trim(), description.trim(), "{}", written);
            prop_assert_eq!(&read.tags, &tags);
            prop_assert_eq!(read.key_results.len(), key_results.len());
            for (read, meant) in read.key_results.iter().zip(&key_results) {
                prop_assert_eq!((&read.title, read.metric.as_ref()), (&meant.title, Some(&meant.metric)), "{}", written);
                prop_assert_eq!((read.weight, &read.owner, read.due), (meant.weight, &meant.owner, meant.due));
            }
        }
    }

    #[test]
    fn a_cycle_and_an_organisation_are_read_as_they_were_written(title in text(), name in text(), email in text()) {
        let cycle = document(&[
            ("title".to_owned(), Yaml::text(&title)),
            ("start".to_owned(), Yaml::Literal("2026-10-01".to_owned())),
            ("end".to_owned(), Yaml::Literal("2026-12-31".to_owned())),
        ]);
        let snapshot = Files::with(CYCLE, cycle.as_bytes()).read();
        prop_assert_eq!(snapshot.cycles[0].title.as_ref(), Some(&title), "{}", cycle);
        let person = Yaml::Map(vec![("name".to_owned(), Yaml::text(&name)), ("email".to_owned(), Yaml::text(&email))]);
        let entry = Yaml::Literal(person.inline(true).unwrap());
        let path = ["people", "bo"].map(okrs::store::edit::Step::key);
        let org = set("company: acme\nunits:\n  acme: {name: Acme}\npeople:\n  ana: {unit: acme}\n", &path, &entry, &[]).unwrap();
        let snapshot = Files::with("org.yaml", org.as_bytes()).read();
        let person = &snapshot.org.people[&"bo".parse().unwrap()];
        prop_assert_eq!((person.name.as_ref(), person.email.as_ref()), (Some(&name), Some(&email)), "{}", org);
    }

    #[test]
    fn a_value_that_is_set_is_there_and_nothing_else_changes(
        title in text(),
        new in text(),
        tags in prop::collection::vec(text(), 0..3),
        key_results in prop::collection::vec(key_result(), 1..4),
        comment in "[ -~]{0,20}",
    ) {
        let before = format!("# {comment}\n{}", objective(&title, "words", &tags, &key_results));
        let path = [okrs::store::edit::Step::key("title")];
        let after = set(&before, &path, &Yaml::text(&new), okrs::store::OBJECTIVE_KEYS).unwrap();
        let wanted = {
            let Yaml::Map(mut entries) = tree(&before).unwrap() else { unreachable!("an objective is a mapping") };
            entries[0].1 = Yaml::text(&new);
            Yaml::Map(entries)
        };
        prop_assert_eq!(tree(&after).unwrap().value(), wanted.value());
        let first = after.lines().next().unwrap().to_owned();
        prop_assert_eq!(first, format!("# {comment}"));
    }
}
