//! A draft in the eyes of a store.

use super::{Common, told};
use crate::cli::desk::Desk;
use crate::cli::ending::cycle_is_open;
use crate::cli::error::{Failure, bad_key};
use crate::exchange::import::Draft;
use crate::exchange::import::plan::{Facts, Plan, plan};
use crate::language::say;
use crate::model::{CycleId, ObjectiveRef, OwnerKey, ReferenceQuery};

/// What a store says while a text is read.
pub struct Surroundings<'d> {
    pub zone: crate::model::Zone,
    /// Whether a name is that of the company, a unit or a person.
    pub is_owner: Box<dyn Fn(&str) -> bool + 'd>,
}

/// What the store of a desk says.
pub fn surroundings<'d>(desk: &'d Desk) -> Surroundings<'d> {
    let org = desk.org();
    let is_owner = move |name: &str| {
        let name = name.trim().to_lowercase();
        org.owners().any(|owner| owner.as_str() == name || org.name(owner).to_lowercase() == name)
    };
    Surroundings { zone: desk.settings().time_zone, is_owner: Box::new(is_owner) }
}

/// What of a draft is to be created.
///
/// # Errors
/// When something in it is wrong, all of which is said first.
pub fn planned(desk: &Desk, draft: Draft, args: &Common, me: &OwnerKey, shown: &str) -> Result<Plan, Failure> {
    if !draft.wrong.is_empty() {
        return Err(told::wrong(desk.ctx, &draft.wrong, shown));
    }
    let asked = desk.ctx.global.cycle.as_ref();
    let cycle: Option<CycleId> =
        asked.map(|text| text.parse().map_err(|why| bad_key(say!(in "key", "cycle"), text, &why))).transpose()?;
    let existing = |cycle: &CycleId| existing(desk, cycle);
    let resolve = |name: &str, cycle: &CycleId| resolve(desk, name, cycle);
    let facts = Facts {
        org: desk.org(),
        cycles: desk.cycles(),
        cadence: desk.settings().cadence,
        fiscal_start: desk.settings().fiscal_year_start,
        cycle,
        current: desk.cycle_quietly(),
        owner: args.owner.clone().unwrap_or_else(|| me.clone()),
        now: desk.ctx.now,
        existing: &existing,
        resolve: &resolve,
        skip_existing: args.skip_existing,
    };
    let plan = plan(draft, &facts).map_err(|troubles| told::troubles(desk.ctx, &troubles, shown))?;
    plan.objectives.iter().try_for_each(|planned| cycle_is_open(desk, &planned.reference.cycle))?;
    Ok(plan)
}

/// What is in a cycle, with titles; what cannot be read has none.
fn existing(desk: &Desk, cycle: &CycleId) -> Vec<(ObjectiveRef, String)> {
    if !desk.cycles().iter().any(|known| &known.id == cycle) {
        return Vec::new();
    }
    let all = desk.load(cycle).objectives.iter();
    all.map(|record| (record.reference.clone(), record.objective.title.clone())).collect()
}

/// The objective of the store that has this title or, whole, this name.
fn resolve(desk: &Desk, name: &str, cycle: &CycleId) -> Option<String> {
    let titled =
        || existing(desk, cycle).into_iter().find(|(_, title)| title == name).map(|(found, _)| found.in_cycle());
    let query: Option<ReferenceQuery> = name.parse().ok();
    let found = query.and_then(|query| {
        let within = query.cycle.clone().unwrap_or_else(|| cycle.clone());
        let found = desk.store.resolve(&query, &within, desk.cycles()).ok()?;
        // The beginning of a name means nothing in another tool's file.
        let is_whole = found.slug.as_str() == query.objective.to_string();
        let name = if &found.cycle == cycle { found.in_cycle() } else { found.to_string() };
        is_whole.then(|| query.key_result.map_or(name.clone(), |kr| format!("{name}.{kr}")))
    });
    found.or_else(titled)
}
