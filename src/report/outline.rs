//! `okr export markdown`: cycles, their owners, and what each of them aims at.

use chrono::NaiveDate;

use super::figures::{CycleInfo, ObjectiveReport};
use super::filter::Filter;
use crate::analysis::Assessment;
use crate::model::{Cycle, Level, OwnerKey};

/// Cycles by start; those without an objective are left out where others have some.
#[derive(Debug)]
pub struct Outline {
    pub as_of: NaiveDate,
    pub cycles: Vec<OutlineCycle>,
}

#[derive(Debug)]
pub struct OutlineCycle {
    pub cycle: CycleInfo,
    /// From the company down, then by key.
    pub owners: Vec<OutlineOwner>,
}

#[derive(Debug)]
pub struct OutlineOwner {
    pub key: OwnerKey,
    pub name: String,
    pub level: Level,
    /// By reference.
    pub objectives: Vec<ObjectiveReport>,
}

/// What the owners of these cycles aim at.
pub fn outline(assessment: &Assessment, cycles: &[Cycle], filter: &Filter) -> Outline {
    let of = |cycle: &Cycle| OutlineCycle {
        cycle: CycleInfo::of(cycle, &assessment.moment),
        owners: owners(filter.select(assessment, &cycle.id).into_iter().map(|at| ObjectiveReport::of(assessment, at))),
    };
    let mut cycles: Vec<OutlineCycle> = cycles.iter().map(of).collect();
    if cycles.len() > 1 {
        cycles.retain(|cycle| !cycle.owners.is_empty());
    }
    Outline { as_of: assessment.moment.day, cycles }
}

fn owners(objectives: impl Iterator<Item = ObjectiveReport>) -> Vec<OutlineOwner> {
    let mut owners: Vec<OutlineOwner> = Vec::new();
    for objective in objectives {
        // Objectives come by reference, so those of an owner stand together.
        if owners.last().is_none_or(|owner| owner.key != objective.owner) {
            let (key, name, level) = (objective.owner.clone(), objective.owner_name.clone(), objective.level);
            owners.push(OutlineOwner { key, name, level, objectives: Vec::new() });
        }
        if let Some(owner) = owners.last_mut() {
            owner.objectives.push(objective);
        }
    }
    owners.sort_by(|a, b| (a.level, &a.key).cmp(&(b.level, &b.key)));
    owners
}
