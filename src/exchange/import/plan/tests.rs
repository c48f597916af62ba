//! Plans, with stores made up for them.

use super::*;
use crate::exchange::import::draft::{Days, Parent, Why};

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn cycle(id: &str, start: &str, end: &str) -> Cycle {
    Cycle { id: id.parse().unwrap(), title: None, start: day(start), end: day(end), closed: None }
}

fn objective(title: &str) -> DraftObjective {
    DraftObjective { title: title.to_owned(), ..DraftObjective::default() }
}

fn planned(objectives: Vec<DraftObjective>, cycles: &[Cycle], skip_existing: bool) -> Result<Plan, Vec<Trouble>> {
    let there: ObjectiveRef = ObjectiveRef {
        cycle: "2026-Q4".parse().unwrap(),
        owner: "ana".parse().unwrap(),
        slug: "grow".parse().unwrap(),
    };
    let facts = Facts {
        org: &Org::default(),
        cycles,
        cadence: Cadence::Quarter,
        fiscal_start: 1,
        cycle: None,
        current: cycles.last().map(|cycle| cycle.id.clone()),
        owner: "ana".parse().unwrap(),
        now: "2026-11-15T12:00:00Z".parse().unwrap(),
        existing: &|cycle| {
            if cycle == &there.cycle { vec![(there.clone(), "Grow".to_owned())] } else { Vec::new() }
        },
        resolve: &|name, _| (name == "bo/served").then(|| name.to_owned()),
        skip_existing,
    };
    plan(Draft { objectives, ..Draft::default() }, &facts)
}

fn refs(plan: &Plan) -> Vec<String> {
    plan.objectives.iter().map(|planned| planned.reference.to_string()).collect()
}

fn quarter() -> [Cycle; 1] {
    [cycle("2026-Q4", "2026-10-01", "2026-12-31")]
}

#[test]
fn names_are_free_and_ids_are_short() {
    let kr = |id: &str| DraftKeyResult {
        place: Place::default(),
        id: Some(id.to_owned()),
        key: None,
        title: "x".to_owned(),
        metric: Some(crate::model::Metric::Done),
        value: None,
        said: Default::default(),
        owner: None,
        due: None,
        weight: None,
        initiatives: Vec::new(),
        is_dropped: false,
    };
    let ids = ["KR-2", "kr-2", "12", "7072252816005349396", "kr1", "成"];
    let grown = DraftObjective { key_results: ids.map(kr).into(), ..objective("Grow more") };
    let plan = planned(vec![grown, objective("grow"), objective("!!!")], &quarter(), false).unwrap();
    assert_eq!(refs(&plan), ["2026-Q4/ana/grow-more", "2026-Q4/ana/grow-2", "2026-Q4/ana/objective"]);
    let ids: Vec<String> = plan.objectives[0].key_results.iter().map(|kr| kr.id.to_string()).collect();
    assert_eq!(ids, ["kr-2", "kr2", "kr3", "kr4", "kr1", "kr5"]);
}

#[test]
fn what_is_there_is_told_or_skipped_and_can_be_aligned_to() {
    let two = || {
        let parent = Parent::Named { name: "Grow".to_owned(), place: Place::default() };
        vec![objective("Grow"), DraftObjective { parents: vec![parent], ..objective("Sell") }]
    };
    let troubles = planned(two(), &quarter(), false).unwrap_err();
    assert!(matches!(troubles.as_slice(), [Trouble::Exists { .. }]));
    let plan = planned(two(), &quarter(), true).unwrap();
    assert_eq!((refs(&plan), plan.skipped.len()), (vec!["2026-Q4/ana/sell".to_owned()], 1));
    assert_eq!(plan.objectives[0].aligns_to, ["ana/grow"]);
}

#[test]
fn days_choose_the_shortest_cycle_that_holds_them() {
    let of = |first: &str, last: &str| DraftObjective {
        days: Days { first: Some(day(first)), last: Some(day(last)) },
        ..objective(&format!("{first} {last}"))
    };
    let year = cycle("2026", "2026-01-01", "2026-12-31");
    let all = vec![
        of("2026-10-02", "2026-12-30"),
        of("2026-02-02", "2026-12-30"),
        of("2027-02-02", "2027-02-20"),
        of("2027-02-02", "2027-05-20"),
        of("2027-02-02", "2027-12-20"),
    ];
    let plan = planned(all, &[year, quarter()[0].clone()], false).unwrap();
    let cycles: Vec<String> = plan.objectives.iter().map(|planned| planned.reference.cycle.to_string()).collect();
    assert_eq!(cycles, ["2026-Q4", "2026", "2027-Q1", "2027-H1", "2027"]);
    assert_eq!(plan.cycles.len(), 3);
    let troubles = planned(vec![of("2026-02-02", "2029-01-01")], &quarter(), false).unwrap_err();
    assert!(matches!(troubles.as_slice(), [Trouble::NoCycleFor { .. }]));
}

#[test]
fn a_quarter_without_a_year_is_the_only_one_that_there_is() {
    let named = |name: &str| vec![DraftObjective { cycle: Some(name.to_owned()), ..objective("Win") }];
    assert_eq!(refs(&planned(named("Q4"), &quarter(), false).unwrap()), ["2026-Q4/ana/win"]);
    assert_eq!(refs(&planned(named("2026-q4"), &quarter(), false).unwrap()), ["2026-Q4/ana/win"]);
    assert_eq!(refs(&planned(named("2025-Q4"), &quarter(), false).unwrap()), ["2025-Q4/ana/win"]);
    assert!(matches!(planned(named("Q3"), &quarter(), false).unwrap_err().as_slice(), [Trouble::NoYear { .. }]));
    assert!(matches!(planned(named("Summer"), &quarter(), false).unwrap_err().as_slice(), [Trouble::NoDates { .. }]));
    assert!(matches!(planned(vec![objective("Win")], &[], false).unwrap_err().as_slice(), [Trouble::NoCurrent { .. }]));
}

#[test]
fn parents_are_found_in_the_file_then_in_the_store_and_never_go_round() {
    let with = |id: &str, title: &str, parents: &[&str]| DraftObjective {
        ids: vec![id.to_owned()],
        parents: parents.iter().map(|name| Parent::Named { name: (*name).to_owned(), place: Place::line(7) }).collect(),
        ..objective(title)
    };
    let plan =
        planned(vec![with("1", "Win", &["2", "bo/served", "Lost", "2"]), with("2", "Serve", &[])], &quarter(), false);
    let plan = plan.unwrap();
    assert_eq!(plan.objectives[0].aligns_to, ["ana/serve", "bo/served"]);
    assert_eq!(plan.leftovers, [Leftover { place: Place::line(7), text: "Lost".into(), why: Why::Parent }]);
    let round = planned(
        vec![with("1", "Win", &["2"]), with("2", "Serve", &["1"]), with("3", "Rest", &["1"])],
        &quarter(),
        false,
    );
    assert!(matches!(round.unwrap_err().as_slice(), [Trouble::Circle { .. }, Trouble::Circle { .. }]));
}
