//! How far a key result should be by now.

use chrono::NaiveDate;

use crate::model::{Cycle, Fraction, KeyResult, Measure, Moment, days_between};

/// Expected progress at the end of the moment's day: days gone, that day included, over all days from the cycle's start to
/// the due date, both included. Always 1 for a level to keep; by the steps' due dates for dated milestones. `None` for
/// what is computed from other objectives, or has no measure.
pub fn expected(key_result: &KeyResult, cycle: &Cycle, moment: &Moment) -> Option<Fraction> {
    let measure = Measure::of(key_result.metric.as_ref()?);
    expected_of(&measure, key_result.due.unwrap_or(cycle.end), cycle, moment)
}

/// The same of a measure that is due on a day.
pub(super) fn expected_of(measure: &Measure, due: NaiveDate, cycle: &Cycle, moment: &Moment) -> Option<Fraction> {
    match measure {
        Measure::Keep => Some(Fraction::FULL),
        Measure::Aligned => None,
        Measure::DatedMilestones(steps) => {
            Some(Fraction::new(steps.share(|_, step| step.due.unwrap_or(due) <= moment.day)))
        }
        Measure::Change | Measure::Done | Measure::Milestones => {
            let gone = days_between(cycle.start, moment.day).max(0) as f64;
            // Due on or before the first day: all of it is expected from then on.
            let all = days_between(cycle.start, due).max(1) as f64;
            Some(Fraction::new(gone / all))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Metric, Milestone, Weight};

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    fn key_result(metric: Metric, due: Option<&str>) -> KeyResult {
        KeyResult {
            id: "kr1".parse().unwrap(),
            title: "x".into(),
            metric: Some(metric),
            weight: Weight::ONE,
            owner: None,
            due: due.map(day),
            initiatives: vec![],
        }
    }

    fn on(key_result: &KeyResult, today: &str) -> f64 {
        let cycle = Cycle {
            id: "2026-Q4".parse().unwrap(),
            title: None,
            start: day("2026-10-01"),
            end: day("2026-12-31"),
            closed: None,
        };
        expected(key_result, &cycle, &Moment::end_of(day(today), crate::model::Zone::UTC)).unwrap().ratio()
    }

    #[test]
    fn days_are_counted_with_the_first_and_the_last() {
        let kr = key_result("0 -> 1".parse().unwrap(), None);
        assert_eq!(on(&kr, "2026-11-15"), 0.5);
        assert_eq!(on(&kr, "2026-09-30"), 0.0);
        assert_eq!(on(&kr, "2026-10-01"), 1.0 / 92.0);
        assert_eq!(on(&kr, "2026-12-31"), 1.0);
        assert_eq!(on(&kr, "2027-12-31"), 1.0);
        // 46 days from October 1 to November 15, 61 to November 30.
        assert_eq!(on(&key_result("0 -> 1".parse().unwrap(), Some("2026-11-30")), "2026-11-15"), 46.0 / 61.0);
    }

    #[test]
    fn a_level_is_expected_whole_every_day_and_dated_steps_on_their_days() {
        assert_eq!(on(&key_result(">= 99.9".parse().unwrap(), None), "2026-10-01"), 1.0);
        let step =
            |name: &str, due: Option<&str>| Milestone { name: name.into(), weight: Weight::ONE, due: due.map(day) };
        let steps = vec![step("design", Some("2026-10-31")), step("beta", Some("2026-11-30")), step("launch", None)];
        let kr = key_result(Metric::milestones(steps).unwrap(), None);
        assert_eq!(on(&kr, "2026-10-30"), 0.0);
        assert!((on(&kr, "2026-10-31") - 1.0 / 3.0).abs() < 1e-12);
        assert!((on(&kr, "2026-12-30") - 2.0 / 3.0).abs() < 1e-12);
        assert!((on(&kr, "2026-12-31") - 1.0).abs() < 1e-12);
    }
}
