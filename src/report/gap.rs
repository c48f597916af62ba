//! `okr report gap`: where everybody stands against target and plan, worst first.

use chrono::NaiveDate;
use serde::Serialize;

use super::figures::{CycleInfo, KeyResultReport, ObjectiveReport, TotalRow, VERSION};
use super::filter::Filter;
use super::sort::{By, Sort};
use crate::analysis::{Assessment, total};
use crate::model::{Cycle, Level, OwnerKey, Pace};

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
    #[serde(skip)]
    pub sort: Sort,
}

/// Objectives that belong together, and their key results, each in order.
#[derive(Debug, Serialize)]
pub struct Group {
    /// What they share; absent without grouping.
    pub key: Option<String>,
    pub name: Option<String>,
    pub total: TotalRow,
    pub objectives: Vec<ObjectiveReport>,
    /// The places of all their key results in order: objective, key result.
    #[serde(skip)]
    pub order: Vec<(usize, usize)>,
}

impl Group {
    /// All key results of the group in order, with their objectives.
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
}

/// The gaps of a cycle, with what changed since an assessment of the same snapshot some days before, if there is one.
pub fn gap(assessment: &Assessment, before: Option<&Assessment>, cycle: &Cycle, options: &GapOptions) -> Gap {
    let selected = options.filter.select(assessment, &cycle.id);
    let groups = groups(assessment, before, &selected, options);
    let all = || groups.iter().flat_map(Group::key_results).map(|(_, kr)| kr);
    let measured = all().filter(|kr| kr.gap_to_plan.is_some()).count();
    let behind = all().filter(|kr| is_behind(kr)).count();
    Gap {
        version: VERSION,
        as_of: assessment.moment.day,
        since: before.map(|before| before.moment.day),
        cycle: CycleInfo::of(cycle, &assessment.moment),
        total: TotalRow::of(&cycle.id, cycle.id.as_str(), &total(assessment, selected.iter().copied())),
        levels: totals(assessment, &selected, By::Level),
        units: totals(assessment, &selected, By::Unit),
        owners: totals(assessment, &selected, By::Owner),
        behind,
        measured,
        missing: all().count() - measured,
        groups,
        sort: options.sort,
    }
}

impl Gap {
    /// The key result with the largest gap to plan among those of the highest level that has one behind.
    pub fn largest(&self) -> Option<(&ObjectiveReport, &KeyResultReport)> {
        let all = self.groups.iter().flat_map(Group::key_results);
        let behind = all.filter(|(_, kr)| is_behind(kr));
        behind.min_by(|(a, x), (b, y)| {
            let gap = |kr: &KeyResultReport| kr.gap_to_plan.unwrap_or(0.0);
            a.level.cmp(&b.level).then(gap(x).total_cmp(&gap(y))).then_with(|| x.reference.cmp(&y.reference))
        })
    }

    /// How many open objectives have this pace.
    pub fn objectives_at(&self, pace: Pace) -> usize {
        let all = self.groups.iter().flat_map(|group| &group.objectives);
        all.filter(|objective| objective.state.is_open() && objective.pace == Some(pace)).count()
    }
}

/// In a cycle's first days nobody is behind yet.
fn is_behind(kr: &KeyResultReport) -> bool {
    kr.gap_to_plan.is_some_and(|gap| gap < -0.05) && kr.pace != Some(Pace::TooEarly)
}

/// The key of an objective in a grouping, and how it is called.
fn key_of(assessment: &Assessment, at: usize, by: By) -> (Level, String, String) {
    let (org, record) = (&assessment.snapshot.org, &assessment.snapshot.objectives[at]);
    let owner = &record.reference.owner;
    let named = |key: &OwnerKey| (org.level(key), key.to_string(), org.name(key).to_owned());
    match by {
        By::Objective => (org.level(owner), record.reference.in_cycle(), record.objective.title.clone()),
        By::Owner => named(owner),
        By::Unit => org.unit_of(owner).map(named).unwrap_or((Level::Individual, String::new(), "no unit".to_owned())),
        By::Level => {
            let level = org.level(owner);
            (level, level.as_str().to_owned(), level.as_str().to_owned())
        }
    }
}

/// The sums of a grouping, from the company down.
pub(super) fn totals(assessment: &Assessment, selected: &[usize], by: By) -> Vec<TotalRow> {
    parted(assessment, selected, by)
        .into_iter()
        .map(|((_, key, name), group)| TotalRow::of(key, name, &total(assessment, group)))
        .collect()
}

pub(super) type Parts = std::collections::BTreeMap<(Level, String, String), Vec<usize>>;

pub(super) fn parted(assessment: &Assessment, selected: &[usize], by: By) -> Parts {
    let mut parts = Parts::new();
    for &at in selected {
        parts.entry(key_of(assessment, at, by)).or_default().push(at);
    }
    parts
}

fn groups(
    assessment: &Assessment,
    before: Option<&Assessment>,
    selected: &[usize],
    options: &GapOptions,
) -> Vec<Group> {
    let Some(by) = options.by else {
        return vec![group(assessment, before, selected, None, options.sort)];
    };
    let mut groups: Vec<Group> = parted(assessment, selected, by)
        .into_iter()
        .map(|((_, key, name), members)| group(assessment, before, &members, Some((key, name)), options.sort))
        .collect();
    if by == By::Objective {
        groups.sort_by(|a, b| match (a.objectives.first(), b.objectives.first()) {
            (Some(a), Some(b)) => options.sort.objectives(a, b),
            _ => std::cmp::Ordering::Equal,
        });
    }
    groups
}

fn group(
    assessment: &Assessment,
    before: Option<&Assessment>,
    members: &[usize],
    key: Option<(String, String)>,
    sort: Sort,
) -> Group {
    let report = |&at: &usize| match before {
        Some(before) => ObjectiveReport::of(assessment, at).since(before, at),
        None => ObjectiveReport::of(assessment, at),
    };
    let mut objectives: Vec<ObjectiveReport> = members.iter().map(report).collect();
    objectives.sort_by(|a, b| sort.objectives(a, b));
    let places = objectives.iter().enumerate().filter(|(_, objective)| !objective.state.is_abandoned());
    let mut order: Vec<(usize, usize)> =
        places.flat_map(|(at, objective)| (0..objective.key_results.len()).map(move |kr| (at, kr))).collect();
    order.sort_by(|a, b| sort.key_results(&objectives[a.0].key_results[a.1], &objectives[b.0].key_results[b.1]));
    let sum = total(assessment, members.iter().copied());
    let (key, name) = key.unzip();
    let label = |text: &Option<String>| text.clone().unwrap_or_default();
    Group { total: TotalRow::of(label(&key), label(&name), &sum), key, name, objectives, order }
}
