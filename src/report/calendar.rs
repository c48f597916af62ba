//! `okr export ics`: the days that a team has to keep.

use std::collections::BTreeMap;

use chrono::{DateTime, NaiveDate, Utc};

use super::filter::Filter;
use crate::analysis::{Assessment, wanting};
use crate::model::{Cycle, CycleId, ObjectiveRef, OwnerKey, Pace, start_of};

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
    let mut open = filter.select(assessment, &cycle.id);
    // In a closed cycle nothing is to be done any more.
    let closed = cycle.closed_by(assessment.moment.day).is_some();
    open.retain(|&at| !closed && assessment.objectives[at].is_open());
    let mut found = Vec::new();
    // A longer cycle that holds others is reviewed with them.
    if !closed && !assessment.snapshot.is_reviewed_in_parts(cycle) {
        found.push(Occasion { day: cycle.middle(), what: What::Review { cycle: cycle.id.clone() } });
    }
    found.push(Occasion { day: cycle.end, what: What::End { cycle: cycle.id.clone(), open: open.len() } });
    for &at in &open {
        found.extend(check_in(assessment, cycle, at));
        found.extend(due(assessment, cycle, at));
    }
    found
}

/// The key results of an objective that are due on a day of their own.
fn due<'a>(assessment: &'a Assessment, cycle: &'a Cycle, at: usize) -> impl Iterator<Item = Occasion> + 'a {
    let record = &assessment.snapshot.objectives[at];
    let all = record.objective.key_results.iter().zip(&assessment.objectives[at].key_results);
    let own_day = all.filter(|(_, own)| own.due != cycle.end && own.pace != Some(Pace::Done));
    own_day.map(|(kr, own)| Occasion {
        day: own.due,
        what: What::Due {
            objective: record.reference.clone(),
            id: kr.id.to_string(),
            title: record.objective.title.clone(),
            key_result: kr.title.clone(),
        },
    })
}

/// The next check-in of an objective, if one is wanted before the cycle ends.
fn check_in(assessment: &Assessment, cycle: &Cycle, at: usize) -> Option<Occasion> {
    let (today, record) = (assessment.moment.day, &assessment.snapshot.objectives[at]);
    let by_day: BTreeMap<(NaiveDate, usize), String> = wanting(assessment, at)
        .filter(|one| one.figures.due >= today)
        .filter_map(|one| Some(((one.due(assessment, cycle)?, one.at), one.key_result.title.clone())))
        .filter(|((day, _), _)| *day <= cycle.end)
        .collect();
    let (first, _) = *by_day.keys().next()?;
    let what = What::CheckIn {
        objective: record.reference.clone(),
        title: record.objective.title.clone(),
        key_results: by_day.into_iter().map(|((day, _), title)| (title, day)).collect(),
        overdue: first < today,
    };
    Some(Occasion { day: first.max(today), what })
}
