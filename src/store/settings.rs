//! From `okr.yaml` to settings: what is unknown or out of range is a problem, and its default stands in.

use std::collections::BTreeMap;

use super::collector::{Collector, key};
use super::schema::{RawPace, RawScoring, RawSettings};
use crate::language::{marked, say};
use crate::model::{
    Band, Cadence, Fraction, HistoryLayout, PaceThresholds, RollUp, RuleLevel, Scale, Scoring, Settings,
};

/// The newest layout of the store that this program reads.
const VERSION: u64 = 1;

/// The most bands of a score.
const MOST_BANDS: usize = 50;
/// The most rules that are set; there are far fewer.
const MOST_CHECKS: usize = 1_000;

/// The settings that a file gives.
pub fn settings(raw: RawSettings, c: &mut Collector) -> Settings {
    let defaults = Settings::default();
    if let Some(version) = raw.version.filter(|version| *version != VERSION) {
        c.invalid("version", say!("{version}: this okr reads version {known}", version, known = VERSION));
    }
    choice(c, "lang", raw.lang.as_deref(), &[("en", ()), ("zh", ())]);
    Settings {
        checks: checks(raw.checks, c),
        cadence: choice(
            c,
            "cadence",
            raw.cadence.as_deref(),
            &[("quarter", Cadence::Quarter), ("month", Cadence::Month)],
        )
        .unwrap_or(defaults.cadence),
        history: choice(
            c,
            "history",
            raw.history.as_deref(),
            &[("per-objective", HistoryLayout::PerObjective), ("per-author", HistoryLayout::PerAuthor)],
        )
        .unwrap_or(defaults.history),
        time_zone: c.parse("time_zone", raw.time_zone.as_deref()).unwrap_or(defaults.time_zone),
        fiscal_year_start: whole(c, "fiscal_year_start", raw.fiscal_year_start, 1, 12)
            .unwrap_or(defaults.fiscal_year_start),
        stale_after: whole(c, "stale_after", raw.stale_after, 1, 366).unwrap_or(defaults.stale_after),
        rollup: choice(
            c,
            "rollup",
            raw.rollup.as_deref(),
            &[("key-results", RollUp::KeyResults), ("blended", RollUp::Blended)],
        )
        .unwrap_or(defaults.rollup),
        pace: c.within([key("pace")], |c| pace(raw.pace.unwrap_or_default(), c)),
        scoring: c.within([key("scoring")], |c| scoring(raw.scoring.unwrap_or_default(), c)),
    }
}

fn choice<T: Copy>(c: &mut Collector, key: &str, text: Option<&str>, choices: &[(&str, T)]) -> Option<T> {
    let text = text?;
    let chosen = choices.iter().find(|(name, _)| *name == text).map(|(_, value)| *value);
    if chosen.is_none() {
        let names: Vec<&str> = choices.iter().map(|(name, _)| *name).collect();
        let names = names.join(say!(in "list", ", "));
        c.invalid(key, say!("{text} is not one of: {names}", text = format_args!("{text:?}"), names));
    }
    chosen
}

fn whole(c: &mut Collector, key: &str, number: Option<i64>, low: i64, high: i64) -> Option<u32> {
    let number = number?;
    if (low..=high).contains(&number) {
        return u32::try_from(number).ok();
    }
    c.invalid(key, say!("{number} is not between {low} and {high}", number, low, high));
    None
}

fn share(c: &mut Collector, key: &str, number: Option<f64>, default: Fraction) -> Fraction {
    match number {
        Some(number) if (0.0..=1.0).contains(&number) => Fraction::new(number),
        Some(number) => {
            c.invalid(key, say!("{number} is not between {low} and {high}", number, low = 0, high = 1));
            default
        }
        None => default,
    }
}

fn pace(raw: RawPace, c: &mut Collector) -> PaceThresholds {
    let defaults = PaceThresholds::default();
    let read = PaceThresholds {
        on_track: share(c, "on_track", raw.on_track, defaults.on_track),
        at_risk: share(c, "at_risk", raw.at_risk, defaults.at_risk),
        quiet: share(c, "quiet", raw.quiet, defaults.quiet),
    };
    if read.at_risk > read.on_track {
        c.invalid("at_risk", say!("it is above on_track: nothing could be at risk"));
        return defaults;
    }
    read
}

/// The scale, and the bands in its numbers.
fn scoring(raw: RawScoring, c: &mut Collector) -> Scoring {
    let defaults = Scoring::default();
    let scale = match raw.scale {
        Some(1.0) => Scale::One,
        None | Some(100.0) => Scale::Hundred,
        Some(scale) => {
            c.invalid("scale", say!("{scale} is neither 100 nor 1.0", scale));
            Scale::Hundred
        }
    };
    let most = if scale == Scale::One { 1.0 } else { 100.0 };
    let Some(raw) = raw.bands else { return Scoring { scale, ..defaults } };
    if raw.is_empty() || raw.values().any(|from| !(0.0..=most).contains(from)) {
        c.invalid("bands", say!("a band begins between 0 and {most}", most));
        return Scoring { scale, ..defaults };
    }
    let raw = c.bounded("bands", raw.into_iter().collect(), MOST_BANDS, marked!("bands"));
    let mut bands: Vec<Band> = raw.into_iter().map(|(name, from)| Band { name, from: from * 100.0 / most }).collect();
    bands.sort_by(|a, b| a.from.total_cmp(&b.from));
    Scoring { scale, bands }
}

/// How seriously each rule is to be taken. Which rules there are is not for the store to know.
fn checks(rules: Option<BTreeMap<String, String>>, c: &mut Collector) -> BTreeMap<String, RuleLevel> {
    const LEVELS: &[(&str, RuleLevel)] = &[
        ("allow", RuleLevel::Allow),
        ("advise", RuleLevel::Advise),
        ("warn", RuleLevel::Warn),
        ("deny", RuleLevel::Deny),
    ];
    let rules = c.bounded("checks", rules.into_iter().flatten().collect(), MOST_CHECKS, marked!("rules"));
    let rules = rules.into_iter();
    c.within([key("checks")], |c| {
        rules.filter_map(|(rule, level)| Some((rule.clone(), choice(c, &rule, Some(&level), LEVELS)?))).collect()
    })
}
