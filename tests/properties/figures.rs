//! Figures stay within the parts of which they are made.

use okrs::analysis::{assess, total};
use okrs::model::Moment;
use proptest::prelude::*;

use super::config;
use super::files::Files;

const PATHS: [&str; 4] =
    ["2026-Q4/acme/o0.yaml", "2026-Q4/acme/o1.yaml", "2026-Q4/acme/o2.yaml", "2026-Q4/acme/o3.yaml"];
const HISTORIES: [&str; 4] = [
    "2026-Q4/acme/o0.history.yaml",
    "2026-Q4/acme/o1.history.yaml",
    "2026-Q4/acme/o2.history.yaml",
    "2026-Q4/acme/o3.history.yaml",
];

/// What key results are measured by: rising, falling, kept above or below, with a last day or without.
const METRICS: [&str; 6] = [
    "{from: 0, to: 100}",
    "{from: 100, to: 0}",
    "{from: 250, to: -50}, due: 2026-11-10",
    "{at_least: 90, worst: 10}",
    "{at_most: 30, worst: 300}, due: 2026-12-01",
    "{from: -10, to: 0}, due: 2026-10-15",
];

/// Objectives of up to four key results, each with its weight and maybe a value; some align to the first.
type Parts = Vec<(Vec<(u32, Option<i32>)>, bool, u32)>;

fn parts() -> impl Strategy<Value = Parts> {
    let key_result = (1_u32..1_000, prop::option::of(-200_i32..400));
    prop::collection::vec((prop::collection::vec(key_result, 0..5), any::<bool>(), 1_u32..100), 1..=4)
}

fn store(parts: &Parts, blended: bool) -> Files {
    let mut files = Files::with(
        "okr.yaml",
        format!("version: 1\nrollup: {}\n", if blended { "blended" } else { "own" }).as_bytes(),
    );
    if !blended {
        files.0.insert("okr.yaml", b"version: 1\n".to_vec());
    }
    for (at, (key_results, aligned, weight)) in parts.iter().enumerate() {
        let mut definition = format!("title: O{at}\nweight: {weight}\n");
        if *aligned && at > 0 {
            definition += "aligns_to: [acme/o0]\n";
        }
        let mut history = String::new();
        if !key_results.is_empty() {
            definition += "key_results:\n";
        }
        for (number, (weight, value)) in key_results.iter().enumerate() {
            definition += &format!(
                "  - {{id: k{number}, title: K, weight: {weight}, metric: {}}}\n",
                METRICS[(at + number + *weight as usize) % METRICS.len()]
            );
            if let Some(value) = value {
                history += &format!(
                    "- {{\"id\": \"v{number}\", \"at\": \"2026-10-12T09:00:00Z\", \"by\": \"ana\", \"event\": \"update\", \"kr\": \"k{number}\", \"value\": {value}}}\n"
                );
            }
        }
        files.0.insert(PATHS[at], definition.into_bytes());
        files.0.insert(HISTORIES[at], history.into_bytes());
    }
    files
}

fn within(value: f64, parts: &[f64]) -> bool {
    let low = parts.iter().copied().fold(f64::INFINITY, f64::min);
    let high = parts.iter().copied().fold(f64::NEG_INFINITY, f64::max);
    (low - 1e-9..=high + 1e-9).contains(&value)
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn every_roll_up_stays_within_its_parts(parts in parts(), blended: bool, day in 1_u32..=28) {
        let snapshot = store(&parts, blended).read();
        let moment = Moment::end_of(format!("2026-11-{day:02}").parse().unwrap(), snapshot.settings.time_zone);
        let assessment = assess(&snapshot, moment);
        let clamped = |progress: okrs::model::Progress| progress.ratio().clamp(0.0, 1.0);
        let mut all = Vec::new();
        for (at, figures) in assessment.objectives.iter().enumerate() {
            let own = figures.key_results.iter().filter_map(|kr| kr.progress).map(clamped);
            let below = assessment.alignment.down[at].iter().filter_map(|link| assessment.objectives[link.other].progress).map(clamped);
            let parts: Vec<f64> = own.chain(below).collect();
            match figures.progress {
                Some(progress) => {
                    prop_assert!(within(progress.ratio(), &parts), "{progress:?} of {parts:?}");
                    all.push(progress.ratio());
                }
                None => prop_assert!(figures.key_results.iter().all(|kr| kr.progress.is_none())),
            }
            let expected = figures.expected.map(|expected| expected.ratio());
            prop_assert!(expected.is_none_or(|expected| (0.0..=1.0).contains(&expected)));
        }
        if let Some(progress) = total(&assessment, 0..snapshot.objectives.len()).progress {
            prop_assert!(within(progress.ratio(), &all), "{progress:?} of {all:?}");
        }
    }

    #[test]
    fn what_is_expected_never_falls(parts in parts(), first in 0_u32..92, later in 0_u32..92) {
        let snapshot = store(&parts, false).read();
        let at = |days: u32| {
            let day = chrono::NaiveDate::from_ymd_opt(2026, 10, 1).unwrap() + chrono::Days::new(u64::from(days));
            assess(&snapshot, Moment::end_of(day, snapshot.settings.time_zone))
        };
        let (before, after) = (at(first.min(later)), at(first.max(later)));
        for (before, after) in before.objectives.iter().zip(&after.objectives) {
            prop_assert!(before.expected.map(|e| e.ratio()) <= after.expected.map(|e| e.ratio()));
        }
    }
}
