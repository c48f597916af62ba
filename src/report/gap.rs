//! `okr report gap`: where everybody stands against target and plan, worst first.

use std::borrow::Cow;
use std::cmp::Ordering;
use std::collections::{BTreeMap, HashMap, HashSet};

use chrono::NaiveDate;
use serde::Serialize;

use super::figures::{CycleInfo, KeyResultReport, ObjectiveReport, VERSION};
use super::filter::Filter;
use super::sort::{self, By, Sort};
use super::total_row::TotalRow;
use crate::analysis::{Standings, total};
use crate::model::{Cycle, Level, OwnerKey, Pace, Reference, both, map_long};

#[derive(Debug, Serialize)]
pub struct Gap {
    pub version: u32,
    pub as_of: NaiveDate,
    /// The day that changes are counted from, where they are.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub since: Option<NaiveDate>,
    pub cycle: CycleInfo,
    /// The rows, in groups if grouping was asked for, else in one.
    pub groups: Vec<Group>,
    /// The sum of all that is shown.
    pub total: TotalRow,
    pub levels: Vec<TotalRow>,
    pub units: Vec<TotalRow>,
    pub owners: Vec<TotalRow>,
    /// Key results with a gap to plan below 0, and all that have one.
    pub behind: usize,
    pub measured: usize,
    /// Key results without a progress: they have no gap.
    pub missing: usize,
    /// The key result with the largest gap to plan among those of the highest level that has one behind.
    #[serde(skip)]
    pub largest: Option<(Level, Reference)>,
    /// Whether it is too early to say of any key result that it is behind.
    #[serde(skip)]
    pub early: bool,
    #[serde(skip)]
    pub sort: Sort,
    /// What the groups are made by.
    #[serde(skip)]
    pub by: Option<By>,
}

/// Objectives that belong together, and their key results, each in order.
#[derive(Debug, Serialize)]
pub struct Group {
    /// What they share; absent without grouping.
    pub key: Option<String>,
    pub name: Option<String>,
    pub total: TotalRow,
    pub objectives: Vec<ObjectiveReport>,
    /// How many of the objectives are told; those behind them are there for a key result of theirs.
    #[serde(skip)]
    pub told: usize,
    /// The places of the key results that are told, in order: objective, key result.
    #[serde(skip)]
    pub order: Vec<(usize, usize)>,
    /// How many key results and objectives are not told.
    #[serde(skip)]
    pub untold: (usize, usize),
}

impl Group {
    /// The key results that are told, in order, with their objectives.
    pub fn key_results(&self) -> impl Iterator<Item = (&ObjectiveReport, &KeyResultReport)> {
        self.order.iter().map(|&(at, kr)| (&self.objectives[at], &self.objectives[at].key_results[kr]))
    }
}

/// What a gap report is to look like.
#[derive(Debug, Clone)]
pub struct GapOptions {
    pub filter: Filter,
    pub sort: Sort,
    pub by: Option<By>,
    /// The most key results to tell of a group, and half as many objectives; all where absent.
    pub most: Option<usize>,
}

/// The gaps of a cycle, with what changed since an standings of the same snapshot some days before, if there is one.
pub fn gap(standings: &Standings, before: Option<&Standings>, cycle: &Cycle, options: &GapOptions) -> Gap {
    let selected = options.filter.select(standings, &cycle.id);
    let told = || (groups(standings, before, &selected, options), Measures::of(standings, &selected));
    let sums = || [By::Level, By::Unit, By::Owner].map(|by| totals(standings, &selected, by));
    let ((groups, measures), [levels, units, owners]) = both(selected.len(), told, sums);
    Gap {
        version: VERSION,
        as_of: standings.moment.day,
        since: before.map(|before| before.moment.day),
        cycle: CycleInfo::of(cycle, &standings.moment),
        total: TotalRow::of(&cycle.id, cycle.id.as_str(), &total(standings, selected.iter().copied())),
        levels,
        units,
        owners,
        behind: measures.behind,
        measured: measures.measured,
        missing: measures.missing,
        early: measures.measured > 0 && measures.early == measures.measured,
        largest: measures.largest.map(|(level, _, reference)| (level, reference)),
        groups,
        sort: options.sort,
        by: options.by,
    }
}

impl Gap {
    /// Whether every row is told.
    pub fn is_whole(&self) -> bool {
        self.groups.iter().all(|group| group.untold == (0, 0))
    }
}

/// The key results of what was not given up, counted.
#[derive(Default)]
struct Measures {
    measured: usize,
    missing: usize,
    behind: usize,
    early: usize,
    largest: Option<(Level, f64, Reference)>,
}

impl Measures {
    fn of(standings: &Standings, selected: &[usize]) -> Self {
        let mut sum = Self::default();
        let (mut owner, mut level) = (None, Level::Individual);
        for &at in selected.iter().filter(|&&at| standings.objectives[at].counts()) {
            let objective = &standings.objectives[at];
            if owner != Some(&objective.reference.owner) {
                level = standings.header.org.level(&objective.reference.owner);
                owner = Some(&objective.reference.owner);
            }
            for figures in &objective.key_results {
                let Some(gap) = figures.gap_to_plan() else {
                    sum.missing += 1;
                    continue;
                };
                sum.measured += 1;
                sum.early += usize::from(figures.pace == Some(Pace::TooEarly));
                if !is_behind(gap, figures.pace) {
                    continue;
                }
                sum.behind += 1;
                // The first of equal ones stands: they come in the order of their references but for those of one objective.
                let further = |(other, largest, reference): &(Level, f64, Reference)| {
                    let same = level == *other && gap == *largest && reference.objective == objective.reference;
                    let first = same && reference.key_result.as_ref().is_some_and(|id| figures.id < *id);
                    first || level < *other || (level == *other && gap < *largest)
                };
                if sum.largest.as_ref().is_none_or(further) {
                    sum.largest = Some((level, gap, objective.reference.key_result(&figures.id)));
                }
            }
        }
        sum
    }
}

/// In a cycle's first days nobody is behind yet.
fn is_behind(gap: f64, pace: Option<Pace>) -> bool {
    gap < -0.05 && pace != Some(Pace::TooEarly)
}

/// The key of an objective in a grouping, and how it is called.
fn key_of<'a>(standings: &'a Standings, at: usize, by: By) -> (Level, Cow<'a, str>, Cow<'a, str>) {
    let (org, reference) = (&standings.header.org, &standings.objectives[at].reference);
    let owner = &reference.owner;
    let named = |key: &'a OwnerKey| (org.level(key), key.as_str().into(), org.name(key).into());
    match by {
        By::Objective => {
            let title = standings.record(at).objective.title.clone();
            (org.level(owner), reference.in_cycle().into(), title.into())
        }
        By::Owner => named(owner),
        By::Unit => org.unit_of(owner).map_or((Level::Individual, "".into(), "no unit".into()), named),
        By::Level => {
            let level = org.level(owner);
            (level, level.as_str().into(), level.as_str().into())
        }
    }
}

/// The sums of a grouping, from the company down.
pub(super) fn totals(standings: &Standings, selected: &[usize], by: By) -> Vec<TotalRow> {
    parted(standings, selected, by)
        .into_iter()
        .map(|((_, key, name), group)| TotalRow::of(key.into_owned(), name.into_owned(), &total(standings, group)))
        .collect()
}

pub(super) type Parts<'a> = BTreeMap<(Level, Cow<'a, str>, Cow<'a, str>), Vec<usize>>;

pub(super) fn parted<'a>(standings: &'a Standings, selected: &[usize], by: By) -> Parts<'a> {
    // Objectives stand by owner, and those of one belong together but where each is a part of its own.
    let reference = |at: usize| &standings.objectives[at].reference;
    let together = |a: &usize, b: &usize| by != By::Objective && reference(*a).owner == reference(*b).owner;
    let mut parts = Parts::new();
    for same in selected.chunk_by(together) {
        parts.entry(key_of(standings, same[0], by)).or_default().extend(same);
    }
    parts
}

fn groups(standings: &Standings, before: Option<&Standings>, selected: &[usize], options: &GapOptions) -> Vec<Group> {
    let Some(by) = options.by else {
        return vec![group(standings, before, selected, None, options)];
    };
    let mut groups: Vec<Group> = parted(standings, selected, by)
        .into_iter()
        .map(|((_, key, name), members)| {
            group(standings, before, &members, Some((key.into_owned(), name.into_owned())), options)
        })
        .collect();
    if by == By::Objective {
        groups.sort_by(|a, b| match (a.objectives.first(), b.objectives.first()) {
            (Some(a), Some(b)) => options.sort.rows(a, b),
            _ => Ordering::Equal,
        });
    }
    groups
}

fn group(
    standings: &Standings,
    before: Option<&Standings>,
    members: &[usize],
    key: Option<(String, String)>,
    options: &GapOptions,
) -> Group {
    let sort = options.sort;
    let mut objectives = members.to_vec();
    let place = |at: usize| (0..standings.objectives[at].key_results.len()).map(move |kr| (at, kr));
    let counted = || members.iter().copied().filter(|&at| standings.objectives[at].counts());
    let mut key_results = Vec::with_capacity(counted().map(|at| standings.objectives[at].key_results.len()).sum());
    key_results.extend(counted().flat_map(place));
    let most = options.most.filter(|&most| key_results.len() > most);
    let untold = (
        first(&mut key_results, most, |a, b| {
            sort.rows(&sort::KeyResult::of(standings, a.0, a.1), &sort::KeyResult::of(standings, b.0, b.1))
        }),
        first(&mut objectives, most.map(|most| most / 2), |a, b| {
            sort.rows(&sort::Objective::of(standings, *a), &sort::Objective::of(standings, *b))
        }),
    );
    let told = objectives.len();
    let mut places: HashMap<usize, usize> = objectives.iter().enumerate().map(|(place, &at)| (at, place)).collect();
    let mut order = Vec::with_capacity(key_results.len());
    for (at, kr) in key_results {
        let place = *places.entry(at).or_insert(objectives.len());
        if place == objectives.len() {
            objectives.push(at);
        }
        order.push((place, kr));
    }
    // Of what is not told, nobody sees where it will end.
    let forecast: HashSet<(usize, usize)> = order.iter().map(|&(place, kr)| (objectives[place], kr)).collect();
    let report = |&at: &usize| {
        let report = ObjectiveReport::forecasting(standings, at, |kr| most.is_none() || forecast.contains(&(at, kr)));
        match before {
            Some(before) => report.since(before, at),
            None => report,
        }
    };
    let sum = total(standings, members.iter().copied());
    let (key, name) = key.unzip();
    let label = |text: &Option<String>| text.clone().unwrap_or_default();
    let total = TotalRow::of(label(&key), label(&name), &sum);
    Group { total, key, name, objectives: map_long(&objectives, report), told, order, untold }
}

/// Puts things in order and keeps the first `most` of them; how many are cut off. Sorting all of a large store to tell of a
/// few would take longer than anything else.
fn first<T>(things: &mut Vec<T>, most: Option<usize>, by: impl Fn(&T, &T) -> Ordering) -> usize {
    let all = things.len();
    if let Some(most) = most.filter(|&most| most < all) {
        things.select_nth_unstable_by(most, &by);
        things.truncate(most);
    }
    things.sort_by(by);
    all - things.len()
}
