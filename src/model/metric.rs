//! What a key result measures, and how far a value has come.

use borsh::{BorshDeserialize, BorshSerialize};
use compact_str::CompactString;
use serde::Serialize;

use super::milestones::{Milestone, Milestones};
use super::quantity::Quantity;
use super::ratio::Progress;
use super::reading::{Reading, ReadingError, Reported, Value};
use crate::language::say;

/// A key result's measure. Built only by the constructors below, so that progress is always defined.
#[derive(Debug, Clone, PartialEq, Serialize, BorshSerialize, BorshDeserialize)]
#[serde(tag = "type", rename_all = "lowercase")]
pub enum Metric {
    /// Rises or falls from a baseline to a target.
    Change(Change),
    /// Keeps a level: at least, at most, or between the two.
    Keep(Box<Keep>),
    /// Happens or not.
    Done,
    /// Named steps, one after the other.
    Milestones(Milestones),
    /// As far as the objectives that align to this key result.
    Aligned,
}

/// From a baseline to a different target.
#[derive(Debug, Clone, PartialEq, Serialize, BorshSerialize, BorshDeserialize)]
pub struct Change {
    pub from: Quantity,
    pub to: Quantity,
    pub unit: Option<CompactString>,
}

/// A level to keep, with the value at which it counts 0.
#[derive(Debug, Clone, PartialEq, Serialize, BorshSerialize, BorshDeserialize)]
pub struct Keep {
    pub at_least: Option<Quantity>,
    pub at_most: Option<Quantity>,
    pub worst: Option<Quantity>,
    pub unit: Option<CompactString>,
}

/// Why something is not a metric.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum MetricError {
    #[error("{}", say!("start and target are both {value}: there is nothing to change", value = _0))]
    NoSpan(Quantity),
    #[error("{}", say!("at_least {at_least} is not below at_most {at_most}", at_least, at_most))]
    EmptyBand { at_least: Quantity, at_most: Quantity },
    #[error("{}", say!("neither at_least nor at_most says what is to be kept"))]
    NoLevel,
    #[error("{}", say!("worst {worst} must be below {limit}", worst, limit))]
    WorstNotBelow { worst: Quantity, limit: Quantity },
    #[error("{}", say!("worst {worst} must be above {limit}", worst, limit))]
    WorstNotAbove { worst: Quantity, limit: Quantity },
    #[error("{}", say!("it has no steps"))]
    NoSteps,
    #[error("{}", say!("the step {name} is named twice", name = format_args!("{_0:?}")))]
    TwinStep(String),
    #[error("{}", say!("a step has no name"))]
    NamelessStep,
    #[error("{}", say!("all steps weigh 0"))]
    Weightless,
}

impl Metric {
    /// # Errors
    /// When baseline and target are equal.
    pub fn change(from: Quantity, to: Quantity, unit: Option<CompactString>) -> Result<Self, MetricError> {
        if from == to {
            return Err(MetricError::NoSpan(from));
        }
        Ok(Self::Change(Change { from, to, unit }))
    }

    /// # Errors
    /// When there is no level, the band is empty, or `worst` lies on the kept side of its limit.
    pub fn keep(level: Keep) -> Result<Self, MetricError> {
        let Keep { at_least, at_most, worst, .. } = level;
        if at_least.or(at_most).is_none() {
            return Err(MetricError::NoLevel);
        }
        if let (Some(low), Some(high)) = (at_least, at_most)
            && low >= high
        {
            return Err(MetricError::EmptyBand { at_least: low, at_most: high });
        }
        if let Some(worst) = worst {
            match (at_least, at_most) {
                (Some(low), None) if worst >= low => {
                    return Err(MetricError::WorstNotBelow { worst, limit: low });
                }
                (None, Some(high)) if worst <= high => {
                    return Err(MetricError::WorstNotAbove { worst, limit: high });
                }
                (Some(low), Some(high)) if worst >= low && worst <= high => {
                    return Err(MetricError::WorstNotBelow { worst, limit: low });
                }
                _ => {}
            }
        }
        Ok(Self::Keep(Box::new(level)))
    }

    /// # Errors
    /// When there are no steps, or two of one name, or none that weighs anything.
    pub fn milestones(steps: Vec<Milestone>) -> Result<Self, MetricError> {
        Milestones::of(steps).map(Self::Milestones)
    }

    /// The unit its values are in.
    pub fn unit(&self) -> Option<&str> {
        match self {
            Self::Change(Change { unit, .. }) => unit.as_deref(),
            Self::Keep(keep) => keep.unit.as_deref(),
            Self::Done | Self::Milestones(_) | Self::Aligned => None,
        }
    }

    /// What is in force before the first check-in: the baseline, not done, no step; nothing for a level.
    pub fn start(&self) -> Option<Reading> {
        match self {
            Self::Change(change) => Some(Reading::new(Value::Number(change.from), Progress::NONE)),
            Self::Done => Some(Reading::new(Value::Done(false), Progress::NONE)),
            Self::Milestones(_) => Some(Reading::new(Value::Steps(0), Progress::NONE)),
            Self::Keep(_) | Self::Aligned => None,
        }
    }

    /// The reading that a reported value gives.
    ///
    /// # Errors
    /// When the value is of another kind than the metric, names no step, or nothing is to be reported here.
    pub fn read(&self, reported: Reported<&str>) -> Result<Reading, ReadingError> {
        match (self, reported) {
            (Self::Change(change), Reported::Number(n)) => Ok(Reading::new(Value::Number(n), change.progress(n))),
            (Self::Keep(keep), Reported::Number(n)) => Ok(Reading::new(Value::Number(n), keep.progress(n))),
            (Self::Change(_) | Self::Keep(_), _) => Err(ReadingError::WantsNumber),
            (Self::Done, Reported::Flag(done)) => Ok(Reading::done(done)),
            (Self::Done, Reported::Word("done")) => Ok(Reading::done(true)),
            (Self::Done, Reported::Word("open")) => Ok(Reading::done(false)),
            (Self::Done, _) => Err(ReadingError::WantsDone),
            (Self::Milestones(steps), reported) => steps.read(reported),
            (Self::Aligned, _) => Err(ReadingError::Computed),
        }
    }

    /// Whether a reported value is one of this metric, as [`Metric::read`] takes it.
    ///
    /// # Errors
    /// When it is none.
    pub fn fits(&self, reported: Reported<&str>) -> Result<(), ReadingError> {
        match (self, reported) {
            // Any number does; what progress it gives is another question.
            (Self::Change(_) | Self::Keep(_), Reported::Number(_)) => Ok(()),
            _ => self.read(reported).map(drop),
        }
    }

    /// What is still to go in the metric's own unit: target less value, signed; steps for milestones.
    pub fn to_go(&self, value: &Value) -> Option<ToGo> {
        match (self, value) {
            (Self::Change(change), Value::Number(n)) => Some(ToGo::Amount(change.to.minus(*n))),
            (Self::Keep(keep), Value::Number(n)) => Some(ToGo::Amount(keep.to_go(*n))),
            (Self::Milestones(steps), Value::Steps(reached)) => Some(ToGo::Steps(steps.len().saturating_sub(*reached))),
            _ => None,
        }
    }

    /// Whether falling is what is wanted.
    pub fn falls(&self) -> bool {
        match self {
            Self::Change(change) => change.to < change.from,
            Self::Keep(keep) => keep.at_least.is_none(),
            Self::Done | Self::Milestones(_) | Self::Aligned => false,
        }
    }
}

/// What is missing to the target.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum ToGo {
    /// Target less value, in the metric's unit: negative where the value must fall.
    Amount(Quantity),
    /// Steps not yet reached.
    Steps(usize),
}

impl Change {
    /// (value − from) / (to − from).
    fn progress(&self, value: Quantity) -> Progress {
        Progress::new(value.minus(self.from).as_f64() / self.to.minus(self.from).as_f64())
    }
}

impl Keep {
    /// 1 when the level is kept, else linear down to `worst`, else 0.
    fn progress(&self, value: Quantity) -> Progress {
        let gap = self.to_go(value);
        if gap.is_zero() {
            return Progress::FULL;
        }
        let limit = if gap.is_negative() { self.at_most } else { self.at_least };
        let (Some(limit), Some(worst)) = (limit, self.worst) else { return Progress::NONE };
        let span = limit.minus(worst);
        // With two limits the worst value belongs to the side on which it lies.
        if span.is_zero() || span.is_negative() != gap.is_negative() {
            return Progress::NONE;
        }
        Progress::new(1.0 - gap.as_f64() / span.as_f64()).clamped().into()
    }

    fn to_go(&self, value: Quantity) -> Quantity {
        match (self.at_least, self.at_most) {
            (Some(low), _) if value < low => low.minus(value),
            (_, Some(high)) if value > high => high.minus(value),
            _ => Quantity::ZERO,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Weight;

    fn q(text: &str) -> Quantity {
        text.parse().unwrap()
    }

    fn progress(metric: &Metric, reported: Reported) -> f64 {
        metric.read(reported.borrowed()).unwrap().progress().ratio()
    }

    fn keep(at_least: Option<&str>, at_most: Option<&str>, worst: Option<&str>) -> Metric {
        Metric::keep(Keep { at_least: at_least.map(q), at_most: at_most.map(q), worst: worst.map(q), unit: None })
            .unwrap()
    }

    #[test]
    fn a_change_is_measured_from_its_baseline_in_both_directions() {
        let nps = Metric::change(q("31"), q("50"), None).unwrap();
        assert!((progress(&nps, Reported::Number(q("38"))) - 7.0 / 19.0).abs() < 1e-12);
        assert_eq!(nps.to_go(&Value::Number(q("38"))), Some(ToGo::Amount(q("12"))));
        let churn = Metric::change(q("4.2"), q("2.0"), None).unwrap();
        assert_eq!(progress(&churn, Reported::Number(q("3.1"))), 0.5);
        assert_eq!(churn.to_go(&Value::Number(q("3.1"))), Some(ToGo::Amount(q("-1.1"))));
        assert!(progress(&churn, Reported::Number(q("5.3"))) < 0.0);
        assert!(progress(&churn, Reported::Number(q("1"))) > 1.0);
    }

    #[test]
    fn a_level_is_full_when_kept_and_falls_to_worst() {
        let uptime = keep(Some("99.9"), None, Some("99"));
        assert_eq!(progress(&uptime, Reported::Number(q("99.95"))), 1.0);
        assert!((progress(&uptime, Reported::Number(q("99.45"))) - 0.5).abs() < 1e-12);
        assert_eq!(progress(&uptime, Reported::Number(q("98"))), 0.0);
        let latency = keep(None, Some("300"), None);
        assert_eq!(progress(&latency, Reported::Number(q("301"))), 0.0);
        let between = keep(Some("10"), Some("20"), Some("30"));
        assert_eq!(progress(&between, Reported::Number(q("25"))), 0.5);
        assert_eq!(progress(&between, Reported::Number(q("9"))), 0.0);
        assert!(uptime.start().is_none());
    }

    #[test]
    fn milestones_count_by_weight_up_to_the_one_reached() {
        let step = |name: &str, weight: f64| Milestone {
            name: name.to_owned(),
            weight: Weight::new(weight).unwrap(),
            due: None,
        };
        let launch = Metric::milestones(vec![step("design", 1.0), step("beta", 1.0), step("launch", 2.0)]).unwrap();
        assert_eq!(progress(&launch, Reported::Word("beta".into())), 0.5);
        assert_eq!(progress(&launch, Reported::Word("none".into())), 0.0);
        assert_eq!(progress(&launch, Reported::Word("done".into())), 1.0);
        assert!(matches!(launch.read(Reported::Word("bta")), Err(ReadingError::UnknownStep { .. })));
        assert_eq!(Metric::milestones(vec![]), Err(MetricError::NoSteps));
        assert_eq!(Metric::milestones(vec![step("a", 1.0), step("a", 1.0)]), Err(MetricError::TwinStep("a".into())));
    }

    #[test]
    fn a_metric_without_a_span_cannot_be_made() {
        assert_eq!(Metric::change(q("5"), q("5.0"), None), Err(MetricError::NoSpan(q("5"))));
        let level = |worst: &str| Keep { at_least: Some(q("99.9")), at_most: None, worst: Some(q(worst)), unit: None };
        assert!(Metric::keep(level("99.9")).is_err());
        assert!(Metric::keep(level("99")).is_ok());
    }

    #[test]
    fn done_never_reaches_a_number() {
        let nps = Metric::change(q("31"), q("50"), None).unwrap();
        assert_eq!(nps.read(Reported::Word("done")), Err(ReadingError::WantsNumber));
        assert_eq!(Metric::Done.read(Reported::Number(q("1"))), Err(ReadingError::WantsDone));
        assert_eq!(Metric::Aligned.read(Reported::Number(q("1"))), Err(ReadingError::Computed));
    }
}
