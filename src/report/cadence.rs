//! `okr report cadence`: who checks in, how often, and what has been left alone.

use std::collections::BTreeMap;

use chrono::{Days, NaiveDate};
use serde::Serialize;

use super::figures::{CycleInfo, KeyResultReport, ObjectiveReport, VERSION};
use super::filter::Filter;
use crate::analysis::{Assessment, Wanting, live, wanting};
use crate::model::{Cycle, Fraction, Moment, OwnerKey, What};

#[derive(Debug, Serialize)]
pub struct Cadence {
    pub version: u32,
    pub as_of: NaiveDate,
    pub cycle: CycleInfo,
    /// Days without a check-in after which a key result is stale.
    pub stale_after: u32,
    pub check_ins: usize,
    /// The day from which weeks and days are told: the cycle's first, or of a longer cycle that of its last 106 weeks.
    pub since: NaiveDate,
    /// Week by week; the last one may be unfinished.
    pub weeks: Vec<Week>,
    /// Everybody who checks in or should, those with the most stale key results first.
    pub people: Vec<PersonRow>,
    /// Open key results without a check-in for too long, the longest first.
    pub stale: Vec<KeyResultReport>,
}

/// One week of a cycle.
#[derive(Debug, Clone, Serialize)]
pub struct Week {
    pub first: NaiveDate,
    pub last: NaiveDate,
    pub check_ins: usize,
    /// Open key results that want check-ins, of those that were there at the week's end.
    pub open: usize,
    /// Those of them that had been checked in within `stale_after` days, or could not be late yet.
    pub on_time: usize,
    /// `on_time` of `open`, 0–1.
    pub share: Option<Fraction>,
}

/// One person's check-ins.
#[derive(Debug, Clone, Serialize)]
pub struct PersonRow {
    pub person: String,
    pub name: String,
    pub check_ins: usize,
    pub last: Option<NaiveDate>,
    /// Open key results that this person is to check in.
    pub key_results: usize,
    pub stale: usize,
    /// Check-ins by day, from `since` to the report's day.
    pub days: Vec<usize>,
}

/// The cadence of a cycle: an assessment now, and one at the end of each of its weeks (see [`week_ends`]).
pub fn cadence(now: &Assessment, week_ends: &[Assessment], cycle: &Cycle, filter: &Filter) -> Cadence {
    let selected = filter.select(now, &cycle.id);
    let check_ins = check_ins(now, cycle, &selected);
    let on_time = |end: &Assessment| -> (usize, usize) {
        let all = selected.iter().flat_map(|&at| wanting(end, at).filter(move |one| is_there(now, end, at, one)));
        all.fold((0, 0), |(open, on_time), one| (open + 1, on_time + usize::from(one.figures.stale.is_none())))
    };
    let week = |end: &Assessment| {
        let last = end.moment.day;
        let first = last.checked_sub_days(Days::new(days_since_week(cycle, last))).unwrap_or(last);
        let (open, on_time) = on_time(end);
        let within = check_ins.iter().filter(|(_, day)| (first..=last).contains(day)).count();
        let share = (open > 0).then(|| Fraction::new(on_time as f64 / open as f64));
        Week { first, last, check_ins: within, open, on_time, share }
    };
    let mut stale: Vec<KeyResultReport> = selected
        .iter()
        .filter(|&&at| now.objectives[at].key_results.iter().any(|kr| kr.stale.is_some()))
        .flat_map(|&at| ObjectiveReport::of(now, at).key_results)
        .filter(|kr| kr.stale_days.is_some())
        .collect();
    stale.sort_by(|a, b| b.stale_days.cmp(&a.stale_days).then_with(|| a.reference.cmp(&b.reference)));
    Cadence {
        version: VERSION,
        as_of: now.moment.day,
        cycle: CycleInfo::of(cycle, &now.moment),
        stale_after: now.snapshot.settings.stale_after,
        check_ins: check_ins.len(),
        since: since(cycle, &now.moment),
        weeks: week_ends.iter().map(week).collect(),
        people: people(now, cycle, &selected, &check_ins),
        stale,
    }
}

/// Whether a key result was there at the end of a week: its objective was created by then, or it was checked in before that was
/// written down. The history up to a week does not know of a creation that is still to come: the one up to now does.
fn is_there(now: &Assessment, end: &Assessment, at: usize, one: &Wanting) -> bool {
    let created = now.objectives[at].own.created;
    created.is_none_or(|created| created <= end.moment.day) || one.figures.updated_at.is_some()
}

/// The most weeks that are told: two years, with those that holidays begin and end in.
const MOST_WEEKS: i64 = 106;

/// The first day of the weeks that are told.
fn since(cycle: &Cycle, moment: &Moment) -> NaiveDate {
    let begun = (moment.day.min(cycle.end) - cycle.start).num_days() / 7 + 1;
    let untold = u64::try_from(begun - MOST_WEEKS).unwrap_or_default();
    cycle.start.checked_add_days(Days::new(7 * untold)).unwrap_or(cycle.start)
}

/// The last days of the weeks that have begun and are told; that of an unfinished one is the moment's.
pub fn week_ends(cycle: &Cycle, moment: &Moment) -> Vec<NaiveDate> {
    let last = moment.day.min(cycle.end);
    let since = since(cycle, moment);
    let end = |week: u64| since.checked_add_days(Days::new(7 * week)).filter(|day| *day <= last);
    (0..).map_while(end).map(|first| first.checked_add_days(Days::new(6)).unwrap_or(first).min(last)).collect()
}

fn days_since_week(cycle: &Cycle, day: NaiveDate) -> u64 {
    u64::try_from((day - cycle.start).num_days().rem_euclid(7)).unwrap_or_default()
}

/// Who checked in on which days of the cycle. Several key results by one command are several check-ins.
fn check_ins<'a>(now: &'a Assessment, cycle: &Cycle, selected: &[usize]) -> Vec<(&'a str, NaiveDate)> {
    let mut all = Vec::new();
    for &at in selected {
        for event in live(&now.snapshot.objectives[at].events, &now.moment) {
            let day = now.moment.day_of(event.at);
            if matches!(event.what, What::Update(_)) && cycle.contains(day) {
                all.push((event.by.as_str(), day));
            }
        }
    }
    all
}

fn people(now: &Assessment, cycle: &Cycle, selected: &[usize], check_ins: &[(&str, NaiveDate)]) -> Vec<PersonRow> {
    let last = now.moment.day.min(cycle.end);
    let since = since(cycle, &now.moment);
    let days = usize::try_from((last - since).num_days() + 1).unwrap_or_default();
    let mut rows: BTreeMap<&str, PersonRow> = BTreeMap::new();
    let snapshot = now.snapshot;
    let new = |person: &str| PersonRow {
        person: person.to_owned(),
        name: person.parse().map_or(person.to_owned(), |key: OwnerKey| snapshot.org.name(&key).to_owned()),
        check_ins: 0,
        last: None,
        key_results: 0,
        stale: 0,
        days: vec![0; days],
    };
    for &(person, day) in check_ins {
        let row = rows.entry(person).or_insert_with(|| new(person));
        row.check_ins += 1;
        row.last = row.last.max(Some(day));
        let at = usize::try_from((day - since).num_days()).ok();
        if let Some(count) = at.and_then(|at| row.days.get_mut(at)) {
            *count += 1;
        }
    }
    for one in selected.iter().flat_map(|&at| wanting(now, at)) {
        let person = snapshot.org.person_for(one.owner).as_str();
        let row = rows.entry(person).or_insert_with(|| new(person));
        row.key_results += 1;
        row.stale += usize::from(one.figures.stale.is_some());
    }
    let mut rows: Vec<PersonRow> = rows.into_values().collect();
    rows.sort_by(|a, b| {
        b.stale.cmp(&a.stale).then(b.check_ins.cmp(&a.check_ins)).then_with(|| a.person.cmp(&b.person))
    });
    rows
}
