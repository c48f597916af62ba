//! Key results whose target or due date is another one now, and those that are gone.

use std::collections::BTreeSet;

use crate::model::Zone;
use chrono::NaiveDate;

use super::growth::Growth;
use super::histories::{Standing, State};
use crate::model::{Cycle, Event, KeyResult, Metric, Moment, ObjectiveRef, Place, Step, What};
use crate::store::{Places, Store, Wanted, layout};

/// A change of what a key result aims at.
pub struct TargetChange {
    /// The objective as it was called.
    pub objective: ObjectiveRef,
    pub cycle: Cycle,
    pub key_result: KeyResult,
    pub revised: Revised,
    /// The day on which it was changed, as the history has it; else the day of the comparison.
    pub day: NaiveDate,
    /// Where it stands now.
    pub after: Option<Standing>,
    /// Where it stood.
    pub before: Standing,
}

/// What became of a key result's aim.
pub enum Revised {
    Metric { to: Option<Metric> },
    Due { from: NaiveDate, to: NaiveDate },
    Removed,
}

/// All changes of aims between two states, whenever they were made. `today` stands for the day of a change that is not on
/// record.
pub fn target_changes(
    base: &State,
    head: &State,
    growth: &Growth,
    cycles: &[Cycle],
    today: NaiveDate,
    zone: Zone,
) -> Vec<TargetChange> {
    let differing = base.listing.differing(&head.listing);
    let defined = |path: &&str| !path.ends_with(layout::HISTORY) && base.listing.get(path).is_some();
    let objectives: BTreeSet<ObjectiveRef> =
        differing.iter().copied().filter(defined).filter_map(layout::objective_of).collect();
    let mut changes = Vec::new();
    for objective in objectives {
        let Some(cycle) = cycles.iter().find(|cycle| cycle.id == objective.cycle) else { continue };
        let now = growth.moved.get(&objective).unwrap_or(&objective);
        let (before, after) = (base.store.read(&objective, zone).record, head.store.read(now, zone).record);
        // An objective that is gone is told by its history.
        let (Some(before), Some(after)) = (before, after) else { continue };
        let edits: Vec<&Event> = growth.new.iter().filter(|new| &new.objective == now).map(|new| &new.event).collect();
        for (at, kr) in before.objective.key_results.iter().enumerate() {
            let now_at = after.objective.key_results.iter().position(|other| other.id == kr.id);
            for (field, revised) in revised(kr, now_at.map(|at| &after.objective.key_results[at]), cycle) {
                let day = day_of(&edits, kr, field, zone).unwrap_or(today);
                let path = |at: usize| [Step::key("key_results"), Step::Index(at), Step::key(field)];
                changes.push(TargetChange {
                    objective: objective.clone(),
                    cycle: cycle.clone(),
                    key_result: kr.clone(),
                    revised,
                    day,
                    after: now_at.map(|at| standing(head.store, now, &path(at))),
                    before: standing(base.store, &objective, &path(at)),
                });
            }
        }
    }
    changes
}

/// What is another in a key result, with the field that says it.
fn revised(before: &KeyResult, after: Option<&KeyResult>, cycle: &Cycle) -> Vec<(&'static str, Revised)> {
    let Some(after) = after else { return vec![("", Revised::Removed)] };
    let mut all = Vec::new();
    if before.metric.is_some() && before.metric != after.metric {
        all.push(("metric", Revised::Metric { to: after.metric.clone() }));
    }
    let due = |kr: &KeyResult| kr.due.unwrap_or(cycle.end);
    if due(before) != due(after) {
        all.push(("due", Revised::Due { from: due(before), to: due(after) }));
    }
    all
}

/// The day on which the history says that a field was last changed.
fn day_of(events: &[&Event], kr: &KeyResult, field: &str, zone: Zone) -> Option<NaiveDate> {
    let name = if field.is_empty() { kr.id.to_string() } else { format!("{}.{field}", kr.id) };
    let own = events.iter().filter(|event| matches!(&event.what, What::Edit(edit) if edit.field == name));
    own.map(|event| Moment::at(event.at, zone).day).max()
}

fn standing(store: &Store, objective: &ObjectiveRef, path: &[Step]) -> Standing {
    let file = layout::objective_file(objective);
    // A key result that is removed has no field: its item is meant.
    let path =
        if matches!(path.last(), Some(Step::Key(key)) if key.is_empty()) { &path[..path.len() - 1] } else { path };
    let found = Places::of(store, &file).find(&[Wanted::Value(path, None)]).into_iter().next();
    let place = found.and_then(|(place, _)| place);
    let place = place.unwrap_or(Place { line: 1, column: 1, length: 1, source: String::new() });
    Standing { path: file, place }
}
