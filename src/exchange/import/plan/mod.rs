//! What of a draft is to be created in a store: in which cycles, whose, under which names, aligned to what.

mod align;
mod cycles;
mod known;
mod trouble;

use std::collections::{BTreeMap, BTreeSet};

use chrono::{DateTime, NaiveDate, Utc};

use known::{Called, Known, Seen};
pub use trouble::Trouble;

use super::draft::{Draft, DraftCycle, DraftKeyResult, DraftObjective, Leftover, Place};
use super::owners::owner_key;
use crate::model::{Cadence, Cycle, CycleId, KeyResultId, ObjectiveRef, Org, OwnerKey};

/// What a store says to a draft.
pub struct Facts<'a> {
    pub org: &'a Org,
    pub cycles: &'a [Cycle],
    pub cadence: Cadence,
    pub fiscal_start: u32,
    /// Where everything goes, whatever the file says.
    pub cycle: Option<CycleId>,
    /// Where goes what names no cycle.
    pub current: Option<CycleId>,
    /// Whose is what names no owner.
    pub owner: OwnerKey,
    pub now: DateTime<Utc>,
    /// What is in a cycle, with the titles.
    pub existing: &'a dyn Fn(&CycleId) -> Vec<(ObjectiveRef, String)>,
    /// What a name means in the store, as it is written into `aligns_to` of an objective of this cycle.
    pub resolve: &'a dyn Fn(&str, &CycleId) -> Option<String>,
    /// Leave out what is in the store already.
    pub skip_existing: bool,
}

/// What is to be created.
#[derive(Debug, Default)]
pub struct Plan {
    pub cycles: Vec<NewCycle>,
    pub objectives: Vec<Planned>,
    /// What is there already, with its place in the file.
    pub skipped: Vec<(Place, ObjectiveRef)>,
    pub leftovers: Vec<Leftover>,
    /// Owners that `org.yaml` lacks, as they are written.
    pub unknown: BTreeMap<OwnerKey, String>,
}

/// A cycle that is not there yet, with the days that the file tells, or its name.
#[derive(Debug, PartialEq, Eq)]
pub struct NewCycle {
    pub id: CycleId,
    pub title: Option<String>,
    pub start: NaiveDate,
    pub end: NaiveDate,
}

/// An objective under its name.
#[derive(Debug)]
pub struct Planned {
    pub reference: ObjectiveRef,
    pub aligns_to: Vec<String>,
    pub key_results: Vec<PlannedKeyResult>,
    /// What else the file says of it; its key results are taken out.
    pub draft: DraftObjective,
    /// The last day of its cycle.
    pub ends: NaiveDate,
}

/// A key result under its id.
#[derive(Debug)]
pub struct PlannedKeyResult {
    pub id: KeyResultId,
    pub owner: Option<OwnerKey>,
    pub due: Option<NaiveDate>,
    pub draft: DraftKeyResult,
}

/// The plan that a draft is for a store.
///
/// # Errors
/// All that stands in its way.
pub fn plan(draft: Draft, facts: &Facts) -> Result<Plan, Vec<Trouble>> {
    let Draft { mut objectives, leftovers, cycles: told, .. } = draft;
    let mut planning = Planning {
        facts,
        told,
        plan: Plan { leftovers, ..Plan::default() },
        troubles: Vec::new(),
        known: Known::default(),
    };
    let placed: Vec<Option<Spot>> = objectives.iter().map(|objective| planning.spot(objective)).collect();
    for at in align::circles(&objectives) {
        let objective = &objectives[at];
        planning.troubles.push(Trouble::Circle { place: objective.place, title: objective.title.clone() });
    }
    if !planning.troubles.is_empty() {
        return Err(planning.troubles);
    }
    let spots: Vec<Spot> = placed.into_iter().flatten().collect();
    let key_results: Vec<Vec<PlannedKeyResult>> =
        objectives.iter_mut().zip(&spots).map(|(objective, spot)| planning.key_results(objective, spot)).collect();
    if !planning.troubles.is_empty() {
        return Err(planning.troubles);
    }
    let links = align::links(&objectives, &key_results, &spots, facts, &mut planning.plan.leftovers);
    for (((draft, spot), key_results), aligns_to) in objectives.into_iter().zip(spots).zip(key_results).zip(links) {
        if spot.is_there {
            planning.plan.skipped.push((draft.place, spot.reference));
        } else {
            let Spot { reference, ends, .. } = spot;
            planning.plan.objectives.push(Planned { reference, aligns_to, key_results, draft, ends });
        }
    }
    planning.plan.leftovers.sort_by_key(|leftover| leftover.place);
    planning.drop_unused();
    Ok(planning.plan)
}

/// Where an objective goes.
struct Spot {
    reference: ObjectiveRef,
    ends: NaiveDate,
    is_there: bool,
}

struct Planning<'a> {
    facts: &'a Facts<'a>,
    /// Cycles whose days the file tells.
    told: Vec<DraftCycle>,
    plan: Plan,
    troubles: Vec<Trouble>,
    known: Known,
}

impl Planning<'_> {
    fn spot(&mut self, objective: &DraftObjective) -> Option<Spot> {
        let place = objective.place;
        let later = |at: &DateTime<Utc>| *at > self.facts.now;
        let said = objective.key_results.iter().map(|kr| (kr.place, kr.said.at)).chain([(place, objective.said.at)]);
        let future = said.filter_map(|(place, at)| Some((place, at.filter(later)?)));
        let future = future.map(|(place, at)| Trouble::Future { place, when: at.date_naive() });
        self.troubles.extend(future);
        if objective.title.trim().is_empty() {
            self.troubles.push(Trouble::NoTitle { place });
        }
        let owner = self.owner(objective.owner.as_deref(), place);
        let (cycle, ends) = match cycles::cycle_of(objective, self.facts, &self.told, &mut self.plan.cycles) {
            Ok(found) => found,
            Err(trouble) => {
                self.troubles.push(trouble);
                return None;
            }
        };
        let owner = owner?.unwrap_or_else(|| self.facts.owner.clone());
        self.known.look_at(&cycle, self.facts.existing);
        let called = Called::of(objective, &cycle, &owner);
        match self.known.find(&called) {
            Some(Seen::Store(reference)) if self.facts.skip_existing => {
                return Some(Spot { reference: reference.clone(), ends, is_there: true });
            }
            Some(Seen::Store(reference)) => {
                let (title, reference) = (objective.title.clone(), reference.clone());
                self.troubles.push(Trouble::Exists { place, title, reference });
                return None;
            }
            Some(Seen::Here(other)) => {
                self.troubles.push(Trouble::Twice { place, other: *other, title: objective.title.clone() });
                return None;
            }
            None => {}
        }
        self.known.add(called, place);
        let Some(reference) = self.known.name(objective, &cycle, &owner) else {
            self.troubles.push(Trouble::NoTitle { place });
            return None;
        };
        Some(Spot { reference, ends, is_there: false })
    }

    /// The key of a named owner; `Some(None)` where none is named, none where no key can be made.
    fn owner(&mut self, written: Option<&str>, place: Place) -> Option<Option<OwnerKey>> {
        let Some(written) = written else { return Some(None) };
        let Some(key) = owner_key(written, self.facts.org) else {
            self.troubles.push(Trouble::NoOwner { place, text: written.to_owned() });
            return None;
        };
        if !self.facts.org.knows(&key) {
            self.plan.unknown.entry(key.clone()).or_insert_with(|| written.to_owned());
        }
        Some(Some(key))
    }

    /// The key results of an objective under their ids: those of the file where they are short names, else `kr1`, `kr2`, ….
    fn key_results(&mut self, objective: &mut DraftObjective, spot: &Spot) -> Vec<PlannedKeyResult> {
        let mut taken: BTreeSet<KeyResultId> = BTreeSet::new();
        let mut planned = Vec::new();
        let drafts = std::mem::take(&mut objective.key_results);
        let named: Vec<Option<KeyResultId>> = drafts
            .iter()
            .map(|draft| draft.key.clone().or_else(|| draft.id.as_deref().and_then(short_id)))
            .map(|id| id.filter(|id| taken.insert(id.clone())))
            .collect();
        for (draft, named) in drafts.into_iter().zip(named) {
            let mut numbers = (1..).filter_map(|number| format!("kr{number}").parse().ok());
            let Some(id) = named.or_else(|| numbers.find(|id| !taken.contains(id))) else { continue };
            taken.insert(id.clone());
            let owner = self.owner(draft.owner.as_deref(), draft.place).flatten();
            let owner = owner.filter(|owner| *owner != spot.reference.owner);
            let due = draft.due.or(objective.due).filter(|due| *due != spot.ends);
            planned.push(PlannedKeyResult { id, owner, due, draft });
        }
        planned
    }

    /// Forgets cycles in which nothing is created after all, and owners of nothing.
    fn drop_unused(&mut self) {
        let objectives = &self.plan.objectives;
        let of_key_results =
            objectives.iter().flat_map(|planned| planned.key_results.iter().filter_map(|kr| kr.owner.as_ref()));
        let owners: BTreeSet<&OwnerKey> =
            objectives.iter().map(|planned| &planned.reference.owner).chain(of_key_results).collect();
        self.plan.unknown.retain(|key, _| owners.contains(key));
        let used = |id: &CycleId| self.plan.objectives.iter().any(|planned| &planned.reference.cycle == id);
        let unused: Vec<CycleId> =
            self.plan.cycles.iter().filter(|new| !used(&new.id)).map(|new| new.id.clone()).collect();
        self.plan.cycles.retain(|new| !unused.contains(&new.id));
    }
}

/// The longest id of another tool that is kept: longer ones nobody types.
const LONGEST_ID: usize = 20;

/// An id of another tool as one of ours, where people would type it: `KR-1` is `kr-1`, a number or a hash is none.
fn short_id(text: &str) -> Option<KeyResultId> {
    let plain: String = text.to_lowercase().chars().map(|c| if c.is_ascii_alphanumeric() { c } else { '-' }).collect();
    let named = plain.starts_with(|c: char| c.is_ascii_alphabetic()) && plain.len() <= LONGEST_ID;
    named.then(|| plain.trim_end_matches('-').parse().ok()).flatten()
}

#[cfg(test)]
mod tests;
