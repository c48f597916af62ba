//! What `okr export markdown` and `okr export csv` write is read back as what it was, in either language, whatever stands in
//! titles, measures and descriptions. `PROPTEST_CASES` sets how many are tried.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on stops")]

#[path = "../fuzz/src/files.rs"]
#[expect(dead_code, reason = "what is read here is read in another way")]
mod files;

use files::{Files, HISTORY, OBJECTIVE};
use okrs::analysis::{Assessment, assess};
use okrs::exchange::import::table::{self, Options};
use okrs::exchange::import::{Draft, DraftKeyResult, DraftObjective, Parent, markdown};
use okrs::language::{Language, speak};
use okrs::model::{
    Initiative, Keep, KeyResult, Kind, Metric, Milestone, Moment, Objective, Quantity, Reported, Weight, Zone,
};
use okrs::report::Filter;
use okrs::report::export::{Extent, FLAT};
use okrs::store::Store;
use okrs::store::compose::{self, NewObjective};
use okrs::{render, report, view};
use proptest::prelude::*;
use proptest::test_runner::TestRunner;

/// What people write, and what looks like something that exports write.
const PIECES: &[&str] = &[
    "Churn falls",
    "a: b",
    "续约率：",
    "NPS",
    ", now 5",
    "，当前值 3",
    "(58 %, ✓ on track)",
    "(for good)",
    "weight 2",
    "due 2026-11-30",
    "@bo",
    "#12",
    "`x`",
    "*a* _b_ ~~c~~",
    "[x](https://e.example)",
    "<b>",
    "&amp;",
    "|",
    "\\",
    "a = b",
    "1. x",
    "- x",
    "# y",
    "KR1:",
    "Objective: y",
    "31 → 50",
    "-> 5",
    ">= 3 worst",
    "done",
    "milestones a, b",
    "(0.7)",
    "=> 70%",
    "CEO: z",
    "$5",
    "2026 Q4",
    "aligns to x",
    "'=1+1",
    "tagged",
];

const UNITS: &[&str] = &["points", "%", "ms", "分", "km", "m2", "kg of weight", "k users", "$", "€"];
const STEPS: &[&str] = &["design", "Phase 1: beta", "上线", "x64", "done by us", "Q4 (or later)", "none"];

fn pieces(most: usize) -> impl Strategy<Value = String> {
    prop::collection::vec(prop::sample::select(PIECES), 1..most).prop_map(|pieces| pieces.join(" "))
}

fn title() -> impl Strategy<Value = String> {
    pieces(4).prop_filter("an apostrophe before a formula is that of a spreadsheet", |text| !text.starts_with('\''))
}

fn quantity() -> impl Strategy<Value = Quantity> {
    (-10_000_i64..10_000, 0_u32..4).prop_map(|(digits, decimals)| Quantity::from_digits(digits, decimals).unwrap())
}

fn metric() -> impl Strategy<Value = Metric> {
    let unit = || prop::option::of(prop::sample::select(UNITS).prop_map(str::to_owned));
    let keep = (prop::option::of(quantity()), prop::option::of(quantity()), prop::option::of(quantity()), unit());
    let day = |day: Option<u32>| day.map(|day| format!("2026-11-{day:02}").parse().unwrap());
    let step = (1_u32..4, prop::option::of(1_u32..28)).prop_map(move |(weight, due)| (weight, day(due)));
    let steps = (prop::sample::subsequence(STEPS, 1..4), prop::collection::vec(step, 3));
    prop_oneof![
        Just(Metric::Done),
        Just(Metric::Aligned),
        (quantity(), quantity(), unit()).prop_filter_map("a change", |(from, to, unit)| Metric::change(
            from,
            to,
            unit.map(Into::into)
        )
        .ok()),
        keep.prop_filter_map("a level", |(at_least, at_most, worst, unit)| {
            Metric::keep(Keep { at_least, at_most, worst, unit: unit.map(Into::into) }).ok()
        }),
        steps.prop_filter_map("milestones", |(names, parts)| {
            let step = |(name, (weight, due)): (&&str, &(u32, _))| Milestone {
                name: (*name).to_owned(),
                weight: Weight::new(f64::from(*weight)).unwrap(),
                due: *due,
            };
            Metric::milestones(names.iter().zip(&parts).map(step).collect()).ok()
        }),
    ]
}

/// A value that fits, of which most are said.
fn value(metric: &Metric, number: Quantity, at: usize) -> Option<Reported> {
    match metric {
        _ if at == 0 => None,
        Metric::Change(_) | Metric::Keep(_) => Some(Reported::Number(number)),
        Metric::Done => Some(Reported::Word(["done", "open"][at % 2].to_owned())),
        Metric::Milestones(steps) => Some(Reported::Word(steps.steps()[at % steps.len()].name.clone())),
        Metric::Aligned => None,
    }
}

type Measured = (KeyResult, Option<Reported>);

fn key_result() -> impl Strategy<Value = Measured> {
    let extras = (
        prop::sample::select(&[0.0, 0.5, 1.0, 1.0, 2.0][..]),
        prop::option::of(prop::sample::select(&["bo", "team-x"][..])),
        prop::option::of(1_u32..28),
    );
    let tasks =
        prop::collection::vec((title(), prop::option::of(Just("https://e.example/a_b|c")), any::<bool>()), 0..2);
    (title(), metric(), extras, tasks, quantity(), 0_usize..6).prop_map(
        |(title, metric, (weight, owner, due), tasks, number, at)| {
            let value = value(&metric, number, at);
            let task = |(title, link, done): (String, Option<&str>, bool)| {
                // A mention or a number at the end of a task without a link looks as a link does.
                Initiative { title: format!("{title} z"), link: link.map(str::to_owned), done }
            };
            let key_result = KeyResult {
                id: "x".parse().unwrap(),
                title,
                metric: Some(metric),
                weight: Weight::new(weight).unwrap(),
                owner: owner.map(|owner| owner.parse().unwrap()),
                due: due.map(|day| format!("2026-11-{day:02}").parse().unwrap()),
                initiatives: tasks.into_iter().map(task).collect(),
            };
            (key_result, value)
        },
    )
}

type Whole = (Objective, Vec<Option<Reported>>);

fn objective() -> impl Strategy<Value = Whole> {
    let tags = prop::sample::subsequence(&["growth", "2026 bets", "a|b", "续约"][..], 0..3);
    let lines = prop::collection::vec(pieces(5), 1..4);
    let description = prop::option::of(prop::collection::vec(lines, 1..3)).prop_map(|paragraphs| {
        paragraphs.map(|all| all.iter().map(|lines| lines.join("\n")).collect::<Vec<_>>().join("\n\n"))
    });
    let weight = prop::sample::select(&[1.0, 0.5, 3.0][..]);
    (title(), description, any::<bool>(), weight, tags, prop::collection::vec(key_result(), 0..5)).prop_map(
        |(title, description, committed, weight, tags, key_results)| {
            let (mut key_results, values): (Vec<KeyResult>, Vec<_>) = key_results.into_iter().unzip();
            for (at, kr) in key_results.iter_mut().enumerate() {
                kr.id = format!("id-{at}").parse().unwrap();
            }
            let objective = Objective {
                title,
                description: description.filter(|text| !text.starts_with('\'')),
                kind: if committed { Kind::Committed } else { Kind::Aspirational },
                aligns_to: Vec::new(),
                weight: Weight::new(weight).unwrap(),
                tags: tags.into_iter().map(str::to_owned).collect(),
                key_results,
            };
            (objective, values)
        },
    )
}

fn store((objective, values): &Whole) -> Files {
    let text = compose::objective(NewObjective {
        title: &objective.title,
        description: objective.description.as_deref(),
        kind: objective.kind,
        aligns_to: &["acme/upper.kr1".to_owned()],
        weight: Some(objective.weight),
        tags: &objective.tags,
        key_results: objective.key_results.iter().map(compose::defined).collect(),
    });
    let mut files = Files::with(OBJECTIVE, text.as_bytes());
    files.0.insert(
        "2026-Q4/acme/upper.yaml",
        b"title: Upper\nkey_results: [{id: kr1, title: A, metric: aligned}]\n".to_vec(),
    );
    let mut history = String::new();
    for (at, value) in values.iter().enumerate().filter_map(|(at, value)| Some((at, value.as_ref()?))) {
        history += &format!(
            "- {{\"id\": \"e{at}\", \"at\": \"2026-10-0{}T09:00:00Z\", \"by\": \"ana\", \"event\": \"update\", \"kr\": \"id-{at}\", \"value\": {}}}\n",
            at + 2,
            serde_json::to_string(value).unwrap()
        );
    }
    files.0.insert(HISTORY, history.into_bytes());
    files
}

/// The same as one writes it into the other language and reads it where any is spoken.
fn outline(assessment: &Assessment, language: Language) -> String {
    speak(language);
    let outline = report::outline(assessment, &assessment.snapshot.cycles, &Filter::default());
    let text = render::outline(&view::outline(&outline));
    speak(Language::English);
    text
}

fn sheet(assessment: &Assessment) -> String {
    let cycles = assessment.snapshot.cycles.iter().map(|cycle| &cycle.id);
    let extent = Extent::new(assessment, cycles, &Filter::default());
    let mut out = Vec::new();
    let chosen: Vec<usize> = (0..FLAT.columns.len()).collect();
    render::sheet::csv(FLAT.columns, &chosen, &mut FLAT.batches(&extent), &mut out).unwrap();
    String::from_utf8(out).unwrap()
}

/// What both sides have in common, in words.
fn told((objective, values): &Whole) -> Vec<String> {
    let Objective { title, description, kind, weight, tags, key_results, .. } = objective;
    let mut told = vec![format!("{title:?} {description:?} {kind:?} {} {tags:?} 2026-Q4/acme/upper.kr1", weight.get())];
    for (kr, value) in key_results.iter().zip(values) {
        let KeyResult { id, title, metric, weight, owner, due, .. } = kr;
        let owner = owner.as_ref().map_or("acme", |owner| owner.as_str());
        let reading =
            |metric: &Metric| value.as_ref().map_or(metric.start(), |value| metric.read(value.borrowed()).ok());
        let reading = metric.as_ref().and_then(reading);
        told.push(format!(
            "{id} {title:?} {metric:?} {} {owner} {} {reading:?}",
            weight.get(),
            due.unwrap_or("2026-12-31".parse().unwrap())
        ));
    }
    told
}

/// The same of what was read.
fn told_again(draft: &Draft) -> Vec<String> {
    let is_it = |one: &&DraftObjective| one.slug.as_ref().is_some_and(|slug| slug.as_str() == "fuzzed");
    let Some(objective) = draft.objectives.iter().find(is_it) else { return Vec::new() };
    let DraftObjective { title, description, kind, weight, tags, key_results, parents, .. } = objective;
    let parents: Vec<&str> = parents
        .iter()
        .map(|parent| match parent {
            Parent::Named { name, .. } => name.as_str(),
            Parent::Objective(_) => "?",
        })
        .collect();
    let (kind, weight) = (kind.unwrap_or_default(), weight.unwrap_or(1.0));
    let mut told = vec![format!("{title:?} {description:?} {kind:?} {weight} {tags:?} {}", parents.join(" "))];
    for kr in key_results {
        let DraftKeyResult { key, title, metric, weight, owner, due, value, .. } = kr;
        let owner = owner.as_deref().unwrap_or("acme");
        let reading =
            |metric: &Metric| value.as_ref().map_or(metric.start(), |value| metric.read(value.borrowed()).ok());
        let reading = metric.as_ref().and_then(reading);
        let id = key.as_ref().map(ToString::to_string).unwrap_or_default();
        told.push(format!(
            "{id} {title:?} {metric:?} {} {owner} {} {reading:?}",
            weight.unwrap_or(1.0),
            due.unwrap_or("2026-12-31".parse().unwrap())
        ));
    }
    told
}

/// The work of each key result of the first objective.
fn tasks_of(draft: &Draft) -> Vec<&[Initiative]> {
    draft.objectives[0].key_results.iter().map(|kr| kr.initiatives.as_slice()).collect()
}

fn comes_back(whole: &Whole) -> Result<(), TestCaseError> {
    let store = Store::new(store(whole));
    let snapshot = store.load_all(store.header());
    prop_assert!(snapshot.damages.is_empty(), "{:?}", snapshot.damages);
    let assessment = assess(&snapshot, Moment::end_of("2026-11-15".parse().unwrap(), Zone::UTC));
    let tasks: Vec<&[Initiative]> = whole.0.key_results.iter().map(|kr| kr.initiatives.as_slice()).collect();
    for language in [Language::English, Language::Chinese] {
        let text = outline(&assessment, language);
        let draft = markdown::read(&text, &|_| true);
        prop_assert_eq!(told(whole), told_again(&draft), "{}", text);
        prop_assert!(draft.leftovers.is_empty() && draft.wrong.is_empty(), "{:?}\n{}", draft, text);
        prop_assert_eq!(&tasks, &tasks_of(&draft), "{}", text);
    }
    let text = sheet(&assessment);
    let (draft, preset) = table::read(&text, &Options::default()).unwrap();
    prop_assert_eq!(preset.map(|preset| preset.name), Some("okr"));
    prop_assert_eq!(&tasks, &tasks_of(&draft), "{}", text);
    prop_assert_eq!(told(whole), told_again(&draft), "{}", text);
    prop_assert!(draft.leftovers.is_empty() && draft.wrong.is_empty(), "{:?}\n{}", draft, text);
    Ok(())
}

/// One test, since the language is that of the whole process.
#[test]
fn what_was_exported_is_read_as_it_was() {
    let config = ProptestConfig { failure_persistence: None, ..ProptestConfig::default() };
    TestRunner::new(config).run(&objective(), |whole| comes_back(&whole)).unwrap_or_else(|why| panic!("{why}"));
}
