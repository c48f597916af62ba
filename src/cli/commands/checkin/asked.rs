//! Which key results are asked about, and in what order.

use std::cmp::Reverse;

use crate::analysis::{assess, wanting};
use crate::cli::desk::Desk;
use crate::cli::error::Failure;
use crate::language::say;
use crate::model::{Cycle, KeyResultId, Moment, ObjectiveRef, OwnerKey};
use crate::report::{KeyResultReport, ObjectiveReport};

/// A key result that is asked about.
pub struct Asked {
    pub objective: ObjectiveRef,
    pub report: KeyResultReport,
}

/// The key results of a cycle that want a check-in: those that somebody acts for, or those that were named. Those without
/// one for too long come first, the longest before all; then those whose last one is longest ago.
///
/// # Errors
/// When one that was named is not there, or is of another cycle.
pub fn asked(desk: &Desk, cycle: &Cycle, whose: Option<&OwnerKey>, named: &[String]) -> Result<Vec<Asked>, Failure> {
    let named: Vec<(ObjectiveRef, Option<KeyResultId>)> =
        named.iter().map(|text| of_cycle(desk, cycle, text)).collect::<Result<_, _>>()?;
    let snapshot = desk.load(&cycle.id);
    let now = assess(snapshot, Moment::at(desk.ctx.now, desk.settings().time_zone));
    desk.report_damages(&now);
    let is_named = |objective: &ObjectiveRef, id: &KeyResultId| {
        named.iter().any(|(wanted, kr)| wanted == objective && kr.as_ref().is_none_or(|kr| kr == id))
    };
    let mut all = Vec::new();
    for (at, record) in snapshot.of_cycle(&cycle.id) {
        let wanted: Vec<usize> = wanting(&now, at)
            .filter(|one| match named.is_empty() {
                true => whose.is_none_or(|me| snapshot.org.acts_for(me, one.owner)),
                false => is_named(&record.reference, &one.key_result.id),
            })
            .map(|one| one.at)
            .collect();
        if wanted.is_empty() {
            continue;
        }
        let reports = ObjectiveReport::of(&now, at).key_results.into_iter().enumerate();
        let reports = reports.filter(|(at, _)| wanted.contains(at));
        all.extend(reports.map(|(_, report)| Asked { objective: record.reference.clone(), report }));
    }
    all.sort_by_cached_key(|one| {
        let stale = one.report.stale_days.unwrap_or(-1);
        (Reverse(stale), one.report.updated_at, one.report.reference.clone())
    });
    Ok(all)
}

/// What a text names in the cycle that is checked in.
fn of_cycle(desk: &Desk, cycle: &Cycle, text: &str) -> Result<(ObjectiveRef, Option<KeyResultId>), Failure> {
    let (objective, kr) = desk.find(text)?;
    if objective.cycle != cycle.id {
        let of = &objective.cycle;
        return Err(Failure::usage(say!(
            "{text} is of {other}, and this check-in is of {cycle}",
            text = format_args!("{text:?}"),
            other = of,
            cycle = &cycle.id
        ))
        .hint(format!("okr --cycle {of} checkin {}", objective.in_cycle())));
    }
    if let Some(id) = &kr {
        let record = desk.record(&objective)?;
        let known = &record.objective.key_results;
        if record.objective.key_result(id).is_none() {
            return Err(crate::cli::objective_meant::no_key_result(&objective, id, known.iter().map(|kr| &kr.id)));
        }
    }
    Ok((objective, kr))
}
