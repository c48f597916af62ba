//! What asks to be looked at: the key results that want check-ins, and until when.

use chrono::{Days, NaiveDate};

use super::assessment::{Assessment, KeyResultFigures, ObjectiveFigures};
use crate::model::{Cycle, KeyResult, Metric, OwnerKey, Pace};

/// A key result that wants check-ins: open, measured by hand, and not reached.
#[derive(Clone, Copy)]
pub struct Wanting<'a> {
    /// Its place in the definition.
    pub at: usize,
    pub key_result: &'a KeyResult,
    pub figures: &'a KeyResultFigures,
    /// Those of its objective.
    pub objective: &'a ObjectiveFigures,
    /// Whose it is: its own owner, else the objective's.
    pub owner: &'a OwnerKey,
}

/// The key results of the objective at an index that want check-ins, in the order of the definition.
pub fn wanting<'a>(assessment: &'a Assessment, at: usize) -> impl Iterator<Item = Wanting<'a>> {
    let (record, objective) = (&assessment.snapshot.objectives[at], &assessment.objectives[at]);
    let open = objective.is_open();
    let all = record.objective.key_results.iter().zip(&objective.key_results).enumerate().filter(move |_| open);
    all.filter(|(_, (kr, own))| !matches!(kr.metric, None | Some(Metric::Aligned)) && own.pace != Some(Pace::Done)).map(
        |(at, (key_result, figures))| Wanting {
            at,
            key_result,
            figures,
            objective,
            owner: key_result.owner.as_ref().unwrap_or(&record.reference.owner),
        },
    )
}

impl Wanting<'_> {
    /// The last day on which a check-in is in time: `stale_after` days behind the last one, or from the day on which the first one is
    /// waited for.
    pub fn due(&self, assessment: &Assessment, cycle: &Cycle) -> Option<NaiveDate> {
        let patience = u64::from(assessment.snapshot.settings.stale_after);
        match self.figures.updated_at {
            Some(last) => assessment.moment.day_of(last).checked_add_days(Days::new(patience)),
            None => self.objective.waits_since(cycle).checked_add_days(Days::new(patience.saturating_sub(1))),
        }
    }
}
