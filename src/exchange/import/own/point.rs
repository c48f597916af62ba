//! One point of an outline of ours: a key result with its measure, its value, and figures that follow from them.

use std::sync::LazyLock;

use chrono::NaiveDate;
use regex::Regex;

use super::phrase::{Phrase, parts};
use crate::check::titles::pattern;
use crate::exchange::import::numbers;
use crate::language::marked;
use crate::model::{KeyResultId, KeyResultSpec, Metric, OwnerKey, Reported, Weight};

/// A key result as its point has it.
#[derive(Debug, PartialEq)]
pub struct Point {
    pub key: Option<KeyResultId>,
    pub title: String,
    pub measured: Option<Measured>,
}

/// What stands behind its title.
#[derive(Debug, PartialEq)]
pub struct Measured {
    pub metric: Metric,
    pub weight: Weight,
    pub due: Option<NaiveDate>,
    pub owner: Option<OwnerKey>,
    /// The value in force, where something was said since the start.
    pub value: Option<Reported>,
}

static PERCENT: LazyLock<Regex> = LazyLock::new(|| pattern(r"^[-−]?[0-9]+ ?[%％]$"));

/// Reads a point whose first code may be its id.
pub fn point(words: &str, codes: &[String]) -> Point {
    let own =
        codes.first().and_then(|code| Some((code.parse().ok()?, words.strip_prefix(code.as_str())?.trim_start())));
    let (key, text) = own.map_or((None, words), |(key, text)| (Some(key), text));
    let bare = without_figures(text);
    let readings = values(bare).chain([(bare, None)]).chain([(text, None)]);
    match readings.filter_map(|(before, value)| measured(before, value)).next() {
        Some((title, measured)) => Point { key, title, measured: Some(measured) },
        None => Point { key, title: text.to_owned(), measured: None },
    }
}

/// Every place where a text may end before the value in force, the last one first.
fn values(text: &str) -> impl Iterator<Item = (&str, Option<&str>)> {
    let leads = Phrase::of(marked!(", now {value}"));
    let leads = leads.forms().filter_map(|form| form.strip_suffix("{value}"));
    let mut found: Vec<(usize, usize)> =
        leads.flat_map(|lead| text.rmatch_indices(lead)).map(|(at, lead)| (at, at + lead.len())).collect();
    found.sort_unstable_by(|a, b| b.cmp(a));
    found.into_iter().map(|(at, end)| (&text[..at], Some(&text[end..])))
}

/// Title and measure, if the text is what the command line takes, and the value one of that measure.
fn measured(text: &str, value: Option<&str>) -> Option<(String, Measured)> {
    // With an id in front no word of the title is taken for one.
    let spec: KeyResultSpec = format!("x = {text}").parse().ok()?;
    let value = match value {
        Some(value) => self::value(value.trim(), &spec.metric)?,
        None => None,
    };
    let start = spec.metric.start();
    let value = value.filter(|value| spec.metric.read(value.borrowed()).ok() != start);
    let KeyResultSpec { title, metric, weight, due, owner, .. } = spec;
    Some((title, Measured { metric, weight, due, owner, value }))
}

/// A value as words about it have it: `38`, `done`, `not yet`, `beta, 2 of 3`; of no milestone, `0 of 3`, none within.
fn value(text: &str, metric: &Metric) -> Option<Option<Reported>> {
    let value = match metric {
        Metric::Change(_) | Metric::Keep(_) => {
            let (number, unit) = numbers::amount(text).ok()?;
            Some(Reported::Number(number)).filter(|_| unit.is_none() || unit.as_deref() == metric.unit())?
        }
        Metric::Done if Phrase::of(marked!("done [metric]")).is(text) => Reported::Word("done".to_owned()),
        Metric::Done if Phrase::of(marked!("not yet")).is(text) => Reported::Word("open".to_owned()),
        Metric::Milestones(steps) => {
            let named = Phrase::of(marked!("{name}, {reached} of {all}")).read(text, ["name"]);
            if Phrase::of(marked!("{reached} of {all}")).read(text, ["reached"]) == Some(["0"]) {
                return Some(None);
            }
            let name = named.map(|[name]| name).filter(|name| steps.steps().iter().any(|step| step.name == *name));
            Reported::Word(name?.to_owned())
        }
        Metric::Done | Metric::Aligned => return None,
    };
    metric.fits(value.borrowed()).ok().map(|()| Some(value))
}

/// A text without the progress and the pace that stand in brackets at its end.
fn without_figures(text: &str) -> &str {
    let brackets = text.strip_suffix(')').and_then(|text| text.rsplit_once(" ("));
    brackets.filter(|(_, inner)| parts(inner).all(is_figure)).map_or(text, |(before, _)| before)
}

/// Whether a word is a progress or a pace: what follows from the rest.
pub fn is_figure(word: &str) -> bool {
    let paces = [
        marked!("★ done"),
        marked!("✓ on track"),
        marked!("! at risk"),
        marked!("✗ off track"),
        marked!("· too early"),
    ];
    PERCENT.is_match(word) || paces.map(Phrase::of).iter().any(|pace| pace.is(word))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> (Option<String>, String, Option<String>) {
        let Point { key, title, measured } = point(text, &["nps".to_owned()]);
        let value = measured.as_ref().and_then(|all| all.value.as_ref()).map(|value| match value {
            Reported::Word(word) => word.clone(),
            Reported::Number(number) => number.to_string(),
            Reported::Flag(flag) => flag.to_string(),
        });
        let measured =
            measured.map(|all| format!("{:?}", all.metric).chars().take_while(|c| c.is_alphabetic()).collect());
        (measured, format!("{}{title}", key.map(|key| format!("{key}|")).unwrap_or_default()), value)
    }

    #[test]
    fn points_are_read_in_both_languages() {
        let some = |text: &str| Some(text.to_owned());
        let change = || some("Change");
        assert_eq!(
            read("nps NPS rises: 31 → 50 points, now 42 (58 %, ✓ on track)"),
            (change(), "nps|NPS rises".into(), some("42"))
        );
        assert_eq!(read("nps 上升: 31 → 50 分，当前值 42 (58 %，✓ 正常)"), (change(), "nps|上升".into(), some("42")));
        assert_eq!(read("NPS rises: 31 → 50, now 31 (0 %, ✗ off track)"), (change(), "NPS rises".into(), None));
        assert_eq!(read("Cold: −5 → −18 °C, now −7.5"), (change(), "Cold".into(), some("-7.5")));
        assert_eq!(read("a: b = c: done, now done (100 %, ★ done)"), (some("Done"), "a: b = c".into(), some("done")));
        assert_eq!(read("Audit: done，当前值 未完成 (0 %，✗ 偏离)"), (some("Done"), "Audit".into(), None));
        let steps = "Launch: milestones Phase 1: design, beta *2 by 2026-11-30, launch";
        assert_eq!(
            read(&format!("{steps}, now beta, 2 of 3 (67 %)")),
            (some("Milestones"), "Launch".into(), some("beta"))
        );
        assert_eq!(read(&format!("{steps}, now 0 of 3 (0 %)")), (some("Milestones"), "Launch".into(), None));
    }

    #[test]
    fn what_only_looks_like_a_value_stays_in_the_title() {
        let change = || Some("Change".to_owned());
        assert_eq!(read("Sales, now and then: 0 → 9"), (change(), "Sales, now and then".into(), None));
        assert_eq!(read("Ship it (for good)"), (None, "Ship it (for good)".into(), None));
        assert_eq!(read("Ship it, now or never"), (None, "Ship it, now or never".into(), None));
    }
}
