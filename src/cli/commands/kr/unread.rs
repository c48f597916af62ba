//! What of the past another measure would not read.

use crate::analysis::retracted;
use crate::cli::desk::Desk;
use crate::cli::error::Failure;
use crate::language::{count, say};
use crate::model::{Event, KeyResult, Metric, Record, What};

/// Check-ins whose values count, and would not by another measure.
pub struct Unread<'r> {
    values: Vec<&'r Event>,
}

impl<'r> Unread<'r> {
    /// Those of a key result that a measure does not read.
    pub fn by(metric: &Metric, kr: &KeyResult, record: &'r Record) -> Self {
        let gone = retracted(&record.events);
        let counts = |event: &&Event| {
            let What::Update(check_in) = &event.what else { return false };
            let own = check_in.key_result.as_ref() == Some(&kr.id) && !gone.contains(event.id.as_str());
            let (Some(value), Some(before)) = (check_in.value.as_ref().filter(|_| own), &kr.metric) else {
                return false;
            };
            before.fits(value.borrowed()).is_ok() && metric.fits(value.borrowed()).is_err()
        };
        Self { values: record.events.iter().filter(counts).collect() }
    }

    /// Refuses to let them go, with the ways there are.
    ///
    /// # Errors
    /// When there are any.
    pub fn refuse(&self, desk: &Desk, name: &str, objective: &str) -> Result<(), Failure> {
        let Some(last) = self.values.last() else { return Ok(()) };
        Err(Failure::usage(say!(
            "{what} of {name} would no longer be counted, the last by {person} on {day}",
            what = self.count(),
            name,
            person = last.by,
            day = last.at.with_timezone(&desk.settings().time_zone).date_naive()
        ))
        .hint(say!("okr kr add {objective} \"TITLE: MEASURE\" makes a new key result, and keeps this one", objective))
        .hint(say!("okr kr remove {name} --force takes this one away; its check-ins stay in the history", name))
        .hint(say!("--force changes the measure all the same")))
    }

    /// Says how many count no longer.
    pub fn tell(&self, desk: &Desk, name: &str) {
        if !self.values.is_empty() {
            desk.ctx.ui.warning(&say!("no longer counted: {what} of {name}", what = self.count(), name));
        }
    }

    fn count(&self) -> String {
        count!(self.values.len(), "value", "values")
    }
}
