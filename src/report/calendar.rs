//! `okr export ics`: the days that a team has to keep.

use std::collections::BTreeMap;

use chrono::{DateTime, Days, NaiveDate, Utc};

use super::figures::{KeyResultReport, ObjectiveReport};
use super::filter::Filter;
use crate::analysis::Assessment;
use crate::model::{Cycle, CycleId, Metric, ObjectiveRef, OwnerKey, Pace, start_of};

/// The days to keep in some cycles, by day.
#[derive(Debug)]
pub struct Calendar {
    /// Whose calendar it is, where there is a company.
    pub company: Option<OwnerKey>,
    /// When the day began at whose end this is so: the same store and day give the same calendar.
    pub as_of: DateTime<Utc>,
    pub occasions: Vec<Occasion>,
}

/// What is to be done on a day.
#[derive(Debug, Clone, PartialEq)]
pub struct Occasion {
    pub day: NaiveDate,
    pub what: What,
}

#[derive(Debug, Clone, PartialEq)]
pub enum What {
    /// The next check-ins of an objective: its open key results, each with the last day on which its check-in is no late one.
    CheckIn { objective: ObjectiveRef, title: String, key_results: Vec<(String, NaiveDate)>, overdue: bool },
    /// A key result is due before its cycle ends.
    Due { objective: ObjectiveRef, id: String, title: String, key_result: String },
    /// The middle of a cycle, when its review is due.
    Review { cycle: CycleId },
    /// The last day of a cycle.
    End { cycle: CycleId, open: usize },
}

/// The days to keep in these cycles, of the objectives that pass a filter.
pub fn calendar(assessment: &Assessment, cycles: &[Cycle], filter: &Filter) -> Calendar {
    let mut occasions: Vec<Occasion> = cycles.iter().flat_map(|cycle| occasions(assessment, cycle, filter)).collect();
    occasions.sort_by_key(|occasion| occasion.day);
    let moment = &assessment.moment;
    let company = assessment.snapshot.org.company.clone();
    Calendar { company, as_of: start_of(moment.day, moment.zone), occasions }
}

fn occasions(assessment: &Assessment, cycle: &Cycle, filter: &Filter) -> Vec<Occasion> {
    let open: Vec<ObjectiveReport> = filter
        .select(assessment, &cycle.id)
        .into_iter()
        .filter(|&at| assessment.objectives[at].state.lifecycle.is_open())
        .map(|at| ObjectiveReport::of(assessment, at))
        .collect();
    let mut found = Vec::new();
    // A longer cycle that holds others is reviewed with them.
    if cycle.closed.is_none() && !assessment.snapshot.cycles.iter().any(|other| cycle.encloses(other)) {
        found.push(Occasion { day: cycle.middle(), what: What::Review { cycle: cycle.id.clone() } });
    }
    found.push(Occasion { day: cycle.end, what: What::End { cycle: cycle.id.clone(), open: open.len() } });
    for objective in &open {
        found.extend(check_in(assessment, cycle, objective));
        let due = |kr: &&KeyResultReport| kr.due != cycle.end && kr.pace != Some(Pace::Done);
        found.extend(objective.key_results.iter().filter(due).map(|kr| Occasion {
            day: kr.due,
            what: What::Due {
                objective: objective.reference.clone(),
                id: kr.id.to_string(),
                title: objective.title.clone(),
                key_result: kr.title.clone(),
            },
        }));
    }
    found
}

/// The next check-in of an objective, if one is wanted before the cycle ends.
fn check_in(assessment: &Assessment, cycle: &Cycle, objective: &ObjectiveReport) -> Option<Occasion> {
    let today = assessment.moment.day;
    let wants = |kr: &&KeyResultReport| {
        !matches!(kr.metric, None | Some(Metric::Aligned)) && kr.pace != Some(Pace::Done) && kr.due >= today
    };
    let wanting = objective.key_results.iter().filter(wants);
    let by_day: BTreeMap<(NaiveDate, usize), String> = wanting
        .enumerate()
        .filter_map(|(at, kr)| Some(((check_in_by(assessment, cycle, kr)?, at), kr.title.clone())))
        .filter(|((day, _), _)| *day <= cycle.end)
        .collect();
    let (first, _) = *by_day.keys().next()?;
    let what = What::CheckIn {
        objective: objective.reference.clone(),
        title: objective.title.clone(),
        key_results: by_day.into_iter().map(|((day, _), title)| (title, day)).collect(),
        overdue: first < today,
    };
    Some(Occasion { day: first.max(today), what })
}

/// The last day on which the next check-in is no late one.
fn check_in_by(assessment: &Assessment, cycle: &Cycle, kr: &KeyResultReport) -> Option<NaiveDate> {
    let patience = u64::from(assessment.snapshot.settings.stale_after);
    match kr.updated_at {
        Some(at) => assessment.moment.day_of(at).checked_add_days(Days::new(patience)),
        None => cycle.start.checked_add_days(Days::new(patience.saturating_sub(1))),
    }
}
