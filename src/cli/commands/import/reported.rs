//! A plan as the report that is printed.

use super::told;
use crate::exchange::import::plan::{NewCycle, Plan, Planned, PlannedKeyResult};
use crate::exchange::import::{End, Leftover, Place};
use crate::model::{Confidence, ObjectiveRef};
use crate::report::{Imported, ImportedCycle, ImportedKeyResult, ImportedObjective, LeftOver, Skipped};

/// A plan as a report.
pub fn report(plan: &Plan, shown: &str, preset: Option<&'static str>, dry_run: bool) -> Imported {
    let cycle = |new: &NewCycle| ImportedCycle { id: new.id.clone(), start: new.start, end: new.end };
    let left = |one: &Leftover| LeftOver {
        line: one.place.line,
        column: one.place.column,
        text: one.text.clone(),
        why: told::why(one.why).to_owned(),
    };
    let skipped =
        |(place, reference): &(Place, ObjectiveRef)| Skipped { line: place.line, reference: reference.clone() };
    Imported {
        new_cycles: plan.cycles.iter().map(cycle).collect(),
        objectives: plan.objectives.iter().map(objective).collect(),
        skipped: plan.skipped.iter().map(skipped).collect(),
        left_over: plan.leftovers.iter().map(left).collect(),
        unknown_owners: plan.unknown.keys().cloned().collect(),
        ..Imported::of(shown.to_owned(), preset, dry_run)
    }
}

fn objective(planned: &Planned) -> ImportedObjective {
    let draft = &planned.draft;
    ImportedObjective {
        reference: planned.reference.clone(),
        line: draft.place.line,
        title: draft.title.clone(),
        owner: planned.reference.owner.clone(),
        cycle: planned.reference.cycle.clone(),
        description: draft.description.clone(),
        kind: draft.kind.unwrap_or_default(),
        weight: draft.weight,
        tags: draft.tags.clone(),
        aligns_to: planned.aligns_to.clone(),
        score: draft.said.score,
        status: draft.said.status,
        confidence: draft.said.confidence.map(Confidence::get),
        note: draft.said.note.clone(),
        ended: draft.end.map(|end| match end {
            End::Completed => "completed",
            End::Abandoned => "abandoned",
        }),
        key_results: planned.key_results.iter().map(key_result).collect(),
    }
}

fn key_result(planned: &PlannedKeyResult) -> ImportedKeyResult {
    let PlannedKeyResult { id, owner, due, draft } = planned;
    ImportedKeyResult {
        id: id.clone(),
        line: draft.place.line,
        title: draft.title.clone(),
        owner: owner.clone(),
        due: *due,
        weight: draft.weight,
        metric: draft.metric.clone(),
        value: draft.value.clone(),
        status: draft.said.status,
        confidence: draft.said.confidence.map(Confidence::get),
        note: draft.said.note.clone(),
        score: draft.said.score,
        at: draft.said.at,
        initiatives: draft.initiatives.clone(),
        dropped: draft.is_dropped,
    }
}
