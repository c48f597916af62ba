//! The worked example and the corners of the figures, by numbers.

use crate::model::Zone;

use super::*;
use crate::model::{
    CheckIn, Cycle, Event, Fraction, KeyResult, KeyResultSpec, Objective, Pace, Progress, Reported, RollUp, ToGo,
    Weight, What, gap_to_plan,
};

const DAY: &str = "2026-11-15";

fn cycle() -> Cycle {
    let day = |text: &str| text.parse().unwrap();
    Cycle {
        id: "2026-Q4".parse().unwrap(),
        title: None,
        start: day("2026-10-01"),
        end: day("2026-12-31"),
        closed: None,
    }
}

fn objective(specs: &[&str], weights: &[f64], aligns_to: &[&str]) -> Objective {
    let key_result = |(spec, weight): (&&str, &f64)| {
        let spec: KeyResultSpec = spec.parse().unwrap();
        KeyResult {
            id: spec.id.unwrap(),
            title: spec.title,
            metric: Some(spec.metric),
            weight: Weight::new(*weight).unwrap(),
            owner: None,
            due: None,
            initiatives: vec![],
        }
    };
    Objective {
        title: "o".into(),
        description: None,
        kind: Default::default(),
        aligns_to: aligns_to.iter().map(|text| text.parse().unwrap()).collect(),
        weight: Weight::ONE,
        tags: vec![],
        key_results: specs.iter().zip(weights).map(key_result).collect(),
    }
}

fn record(slug: &str, objective: Objective, values: &[(&str, Reported)]) -> Record {
    let event = |(at, (kr, value)): (usize, &(&str, Reported))| Event {
        id: format!("e{at}").parse().unwrap(),
        at: "2026-11-10T09:00:00Z".parse().unwrap(),
        by: "ana".into(),
        what: What::Update(CheckIn {
            key_result: Some(kr.parse().unwrap()),
            value: Some(value.clone()),
            ..CheckIn::default()
        }),
    };
    let reference = crate::model::ObjectiveRef {
        cycle: "2026-Q4".parse().unwrap(),
        owner: "acme".parse().unwrap(),
        slug: slug.parse().unwrap(),
    };
    Record { reference, objective, events: values.iter().enumerate().map(event).collect() }
}

fn snapshot(mut objectives: Vec<Record>) -> Snapshot {
    objectives.sort_by(|a, b| a.reference.cmp(&b.reference));
    Snapshot { header: Header { cycles: vec![cycle()], ..Header::default() }, objectives }
}

fn on(day: &str) -> Moment {
    Moment::end_of(day.parse().unwrap(), Zone::UTC)
}

fn number(text: &str) -> Reported {
    Reported::Number(text.parse().unwrap())
}

/// Progress and expected in per cent with one decimal, gap to plan, pace.
fn figures(progress: Option<Progress>, expected: Option<Fraction>, pace: Option<Pace>) -> (f64, f64, f64, Pace) {
    let (p, e) = (progress.unwrap(), expected.unwrap());
    let one = |number: f64| crate::model::rounded(number, 1);
    (one(p.ratio() * 100.0), one(e.ratio() * 100.0), one(gap_to_plan(p, e)), pace.unwrap())
}

#[test]
fn the_worked_example_comes_out() {
    let specs = [
        "nps = NPS: 31 -> 50 points",
        "churn = Churn: 4.2 -> 2.0 %",
        "up = Uptime: >= 99.9 % worst 99",
        "audit = Audit: done",
        "launch = Launch: milestones design, beta, launch",
    ];
    let values = [
        ("nps", number("38")),
        ("churn", number("3.1")),
        ("up", number("99.45")),
        ("launch", Reported::Word("beta".into())),
    ];
    let snapshot = snapshot(vec![record("renewing", objective(&specs, &[2.0, 1.0, 1.0, 1.0, 1.0], &[]), &values)]);
    let assessment = assess(&snapshot, on(DAY));
    let whole = &assessment.objectives[0];
    let kr = |at: usize| {
        let kr = &whole.key_results[at];
        figures(kr.progress, kr.expected, kr.pace)
    };
    assert_eq!(kr(0), (36.8, 50.0, -13.2, Pace::OffTrack));
    assert_eq!(kr(1), (50.0, 50.0, 0.0, Pace::OnTrack));
    assert_eq!(kr(2), (50.0, 100.0, -50.0, Pace::OffTrack));
    assert_eq!(kr(3), (0.0, 50.0, -50.0, Pace::OffTrack));
    assert_eq!(kr(4), (66.7, 50.0, 16.7, Pace::OnTrack));
    let key_results = &snapshot.objectives[0].objective.key_results;
    let to_go = |at: usize| assessment.states[0].key_results[at].to_go(&key_results[at]);
    assert_eq!(to_go(0), Some(ToGo::Amount("12".parse().unwrap())));
    assert_eq!(to_go(1), Some(ToGo::Amount("-1.1".parse().unwrap())));
    assert_eq!(to_go(4), Some(ToGo::Steps(1)));
    assert_eq!(figures(whole.progress, whole.expected, whole.pace), (40.1, 58.3, -18.3, Pace::OffTrack));
}

#[test]
fn an_aligned_key_result_and_an_objective_without_any_take_the_mean_of_what_serves_them() {
    let snapshot = snapshot(vec![
        record("a", objective(&["teams = Teams: aligned"], &[1.0], &[]), &[]),
        record("b", objective(&[], &[], &[]), &[]),
        record("c", objective(&["x = X: 0 -> 10"], &[1.0], &["acme/a.teams", "acme/b"]), &[("x", number("4"))]),
        record("d", objective(&["x = X: 0 -> 10"], &[1.0], &["acme/a.teams"]), &[("x", number("8"))]),
        record("e", objective(&["x = X: >= 5"], &[1.0], &["acme/a.teams"]), &[]),
    ]);
    let assessment = assess(&snapshot, on(DAY));
    let of = |at: usize| {
        let figures_of = &assessment.objectives[at];
        figures(figures_of.progress, figures_of.expected, figures_of.pace)
    };
    assert_eq!(of(0), (60.0, 50.0, 10.0, Pace::OnTrack), "e has no value yet and is left out");
    assert_eq!(of(1), (40.0, 50.0, -10.0, Pace::AtRisk));
    assert_eq!(assessment.objectives[4].progress, None);
    assert_eq!(assessment.objectives[4].missing, 1);
}

#[test]
fn the_first_tenth_of_a_cycle_has_no_pace_and_a_kept_level_is_done_only_when_due() {
    let specs = ["x = X: 0 -> 10", "up = Up: >= 99"];
    let values = [("up", number("99.5"))];
    let snapshot = snapshot(vec![record("a", objective(&specs, &[1.0, 1.0], &[]), &values)]);
    let paces =
        |day: &str| assess(&snapshot, on(day)).objectives[0].key_results.iter().map(|kr| kr.pace).collect::<Vec<_>>();
    assert_eq!(paces("2026-10-09"), [Some(Pace::TooEarly), None], "day 9 of 92 is 9.8 %");
    assert_eq!(paces("2026-10-10")[0], Some(Pace::OffTrack));
    assert_eq!(paces("2026-11-15")[1], Some(Pace::OnTrack));
    assert_eq!(paces("2026-12-31")[1], Some(Pace::Done));
}

#[test]
fn silence_is_stale_after_fourteen_days() {
    let specs = ["x = X: 0 -> 10", "y = Y: 0 -> 10"];
    let snapshot = snapshot(vec![record("a", objective(&specs, &[1.0, 1.0], &[]), &[("x", number("1"))])]);
    let stale =
        |day: &str| assess(&snapshot, on(day)).objectives[0].key_results.iter().map(|kr| kr.stale).collect::<Vec<_>>();
    assert_eq!(stale("2026-11-24"), [None, Some(55)]);
    assert_eq!(stale("2026-11-25"), [Some(15), Some(56)]);
}

#[test]
fn a_circle_is_cut_and_said_and_the_figures_end() {
    let snapshot = snapshot(vec![
        record("a", objective(&[], &[], &["acme/b"]), &[]),
        record("b", objective(&[], &[], &["acme/c"]), &[]),
        record("c", objective(&["x = X: 0 -> 10"], &[1.0], &["acme/a"]), &[("x", number("5"))]),
        record("d", objective(&[], &[], &["acme/d"]), &[]),
    ]);
    let assessment = assess(&snapshot, on(DAY));
    assert_eq!(assessment.alignment.faults.len(), 2);
    assert_eq!(assessment.alignment.bottom_up.len(), 4);
}

#[test]
fn blended_counts_each_objective_once() {
    let mut snapshot = snapshot(vec![
        record("a", objective(&["x = X: 0 -> 10"], &[1.0], &[]), &[("x", number("2"))]),
        record("b", objective(&["y = Y: 0 -> 10"], &[1.0], &["acme/a.x", "acme/a"]), &[("y", number("8"))]),
    ]);
    snapshot.settings.rollup = RollUp::Blended;
    let assessment = assess(&snapshot, on(DAY));
    assert_eq!(assessment.objectives[0].progress.map(|p| crate::model::rounded(p.ratio(), 6)), Some(0.5));
}
