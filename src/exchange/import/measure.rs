//! From the numbers of a key result to a metric.

use compact_str::CompactString;

use super::draft::Unfit;
use crate::model::{Keep, Metric, MetricError, Quantity, Reported};

/// The numbers of a key result as they are told, on their way to a metric.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Measure {
    pub start: Option<Quantity>,
    pub target: Option<Quantity>,
    /// The level to keep, from below and from above.
    pub at_least: Option<Quantity>,
    pub at_most: Option<Quantity>,
    pub current: Option<Quantity>,
    /// In percent.
    pub progress: Option<f64>,
    pub unit: Option<String>,
    pub done: Option<bool>,
}

/// A metric with the first value, and a current value for which there is no measure.
#[derive(Debug, PartialEq)]
pub struct Measured {
    pub metric: Metric,
    pub value: Option<Reported>,
    pub unused: Option<Quantity>,
}

impl Measure {
    /// Takes the unit of one of the numbers.
    ///
    /// # Errors
    /// When another one has another unit.
    pub fn take_unit(&mut self, unit: Option<String>) -> Result<(), Unfit> {
        match (unit, &self.unit) {
            (Some(one), Some(other)) if one != *other => Err(Unfit::Units { one, other: other.clone() }),
            (Some(unit), None) => {
                self.unit = Some(unit);
                Ok(())
            }
            _ => Ok(()),
        }
    }

    /// Why these numbers are no measure.
    pub fn unfit(&self, why: MetricError) -> Unfit {
        if self.start.is_none() && matches!(why, MetricError::NoSpan(_)) { Unfit::NoStart } else { Unfit::Metric(why) }
    }

    /// Whether no number is told, only what it would be of.
    pub fn unit_only(&self) -> bool {
        Self { unit: None, ..self.clone() } == Self::default()
    }

    /// The metric and the value in force: from start (0 if only a target is told) to target; without a target what the title
    /// says; else 0 to 100 % where a progress is told; else done or not. A progress without a value is the value that far
    /// between start and target.
    ///
    /// # Errors
    /// When start and target are equal.
    pub fn metric(&self, title: &str) -> Result<Measured, MetricError> {
        let unit = || self.unit.as_deref().map(CompactString::from);
        let level = Keep { at_least: self.at_least, at_most: self.at_most, worst: None, unit: unit() };
        let metric = match self.target {
            None if level.at_least.or(level.at_most).is_some() => Some(Metric::keep(level)?),
            Some(target) => Some(Metric::change(self.start.unwrap_or(Quantity::ZERO), target, unit())?),
            None => crate::check::titles::measure(title),
        };
        if let Some(metric) = metric {
            let value = self.current.or_else(|| self.on_the_way(&metric));
            // A level has no way between two values on which a progress or an end could be.
            if value.is_some() || (self.progress.is_none() && self.done != Some(true)) {
                return Ok(Measured { metric, value: value.map(Reported::Number), unused: None });
            }
        }
        let in_percent = self.unit.as_deref() == Some("%");
        let percent = self.progress.and_then(|percent| Quantity::nearest(percent, 4));
        if let Some(value) = percent.or(self.current.filter(|_| in_percent))
            && self.done.is_none()
        {
            let metric = Metric::change(Quantity::ZERO, Quantity::from(100), Some("%".into()))?;
            return Ok(Measured { metric, value: Some(Reported::Number(value)), unused: None });
        }
        let done = self.done == Some(true);
        let value = done.then(|| Reported::Word("done".to_owned()));
        Ok(Measured { metric: Metric::Done, value, unused: self.current })
    }

    /// The value that a progress, or having reached the end, is of this metric.
    fn on_the_way(&self, metric: &Metric) -> Option<Quantity> {
        let Metric::Change(change) = metric else { return None };
        let progress = self.progress.or((self.done == Some(true)).then_some(100.0))?;
        let value = change.from.as_f64() + change.to.minus(change.from).as_f64() * progress / 100.0;
        Quantity::nearest(value, change.from.decimals().max(change.to.decimals()) + 4)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn q(text: &str) -> Option<Quantity> {
        Some(text.parse().unwrap())
    }

    fn made(title: &str, measure: Measure) -> (String, Option<String>) {
        let Measured { metric, value, .. } = measure.metric(title).unwrap();
        (format!("{metric:?}"), value.map(|value| value.to_string()))
    }

    fn spec(text: &str) -> String {
        format!("{:?}", text.parse::<Metric>().unwrap())
    }

    #[test]
    fn numbers_come_before_words_and_words_before_done() {
        let nothing = Measure::default();
        let numbers = Measure { start: q("31"), target: q("50"), current: q("38"), ..Measure::default() };
        assert_eq!(made("NPS from 1 to 2", numbers), (spec("31 -> 50"), Some("38".into())));
        assert_eq!(made("NPS from 31 to 50", nothing.clone()), (spec("31 -> 50"), None));
        assert_eq!(made("Ship it", nothing), (spec("done"), None));
        let target = Measure { target: q("5"), done: Some(true), ..Measure::default() };
        assert_eq!(made("Hire", target), (spec("0 -> 5"), Some("5".into())));
    }

    #[test]
    fn a_progress_is_a_value_on_the_way_or_a_percentage() {
        let progress = |progress: f64| Measure { progress: Some(progress), ..Measure::default() };
        assert_eq!(made("NPS from 31 to 50", progress(50.0)), (spec("31 -> 50"), Some("40.5".into())));
        assert_eq!(made("Churn from 4 to 2 %", progress(25.0)), (spec("4 -> 2 %"), Some("3.5".into())));
        assert_eq!(made("Ship it", progress(70.0)), (spec("0 -> 100 %"), Some("70".into())));
        assert_eq!(made("Keep uptime >= 99.9 %", progress(70.0)), (spec("0 -> 100 %"), Some("70".into())));
    }

    #[test]
    fn a_value_without_a_target_is_not_lost() {
        let measured = Measure { current: q("7"), ..Measure::default() }.metric("Ship it").unwrap();
        assert_eq!((measured.metric, measured.unused), (Metric::Done, q("7")));
        assert!(Measure { start: q("5"), target: q("5"), ..Measure::default() }.metric("x").is_err());
    }
}
