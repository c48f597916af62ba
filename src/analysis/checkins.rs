//! The check-ins of a key result as changes: before and after, side by side.

use super::timeline::live;
use crate::model::{CheckIn, Confidence, Event, KeyResult, Moment, Progress, Quantity, Reading, Status, Value, What};

/// One check-in with what was in force before it.
#[derive(Debug, Clone)]
pub struct Change<'a> {
    pub event: &'a Event,
    pub check_in: &'a CheckIn,
    pub before: Option<Reading>,
    pub after: Option<Reading>,
    pub status_before: Option<Status>,
    pub confidence_before: Option<Confidence>,
}

impl Change<'_> {
    /// After less before, for numbers.
    pub fn difference(&self) -> Option<Quantity> {
        match (self.before.as_ref()?.value(), self.after.as_ref()?.value()) {
            (Value::Number(before), Value::Number(after)) if self.check_in.value.is_some() => {
                Some(after.minus(*before))
            }
            _ => None,
        }
    }

    /// Whether progress grew (`Some(true)`), fell (`Some(false)`), or neither.
    pub fn improved(&self) -> Option<bool> {
        let progress = |reading: &Option<Reading>| reading.as_ref().map(Reading::progress).map(Progress::ratio);
        let (before, after) = (progress(&self.before)?, progress(&self.after)?);
        (before != after).then_some(after > before)
    }
}

/// The check-ins of a key result up to a moment, oldest first; what was retracted by then is left out.
pub fn changes<'a>(key_result: &KeyResult, events: &'a [Event], moment: &Moment) -> Vec<Change<'a>> {
    let metric = key_result.metric.as_ref();
    let mut reading = metric.and_then(|metric| metric.start());
    let (mut status, mut confidence) = (None, None);
    let mut all = Vec::new();
    for event in live(events, moment) {
        let What::Update(check_in) = &event.what else { continue };
        if check_in.key_result.as_ref() != Some(&key_result.id) {
            continue;
        }
        // A value that does not fit the metric changes nothing, and is not passed off as the one before.
        let after = match &check_in.value {
            Some(value) => metric.and_then(|metric| metric.read(value.borrowed()).ok()),
            None => reading.clone(),
        };
        let before = reading.clone();
        reading = after.clone().or(reading);
        all.push(Change { event, check_in, before, after, status_before: status, confidence_before: confidence });
        status = check_in.status.or(status);
        confidence = check_in.confidence.or(confidence);
    }
    all
}
