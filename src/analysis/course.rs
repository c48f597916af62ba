//! How everything moved: the figures of a snapshot at the ends of several days.

use std::collections::BTreeSet;

use crate::model::Zone;
use chrono::{Days, NaiveDate};

use super::assessment::{Assessment, assess};
use crate::model::{Cycle, Fraction, Moment, Progress, Snapshot, What, map_all};

/// Progress and plan at the end of a day.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct CoursePoint {
    pub day: NaiveDate,
    pub progress: Option<Progress>,
    pub expected: Option<Fraction>,
}

/// The figures of every objective and key result at the ends of some days.
#[derive(Debug, Default)]
pub struct Course {
    /// By day; within a day by objective.
    days: Vec<(NaiveDate, Vec<Standing>)>,
}

/// One objective at the end of one day.
#[derive(Debug)]
struct Standing {
    whole: (Option<Progress>, Option<Fraction>),
    key_results: Vec<(Option<Progress>, Option<Fraction>)>,
}

/// The figures of a snapshot at the ends of these days. Days to come have what is known by now, and their own plan.
pub fn course(snapshot: &Snapshot, days: &[NaiveDate], zone: Zone) -> Course {
    let standings = |day: &NaiveDate| {
        let assessment = assess(snapshot, Moment::end_of(*day, zone));
        let all = assessment.objectives.iter().map(|one| Standing {
            whole: (one.progress, one.expected),
            key_results: one.key_results.iter().map(|kr| (kr.progress, kr.expected)).collect(),
        });
        (*day, all.collect())
    };
    Course { days: map_all(days, standings) }
}

impl Course {
    /// An objective's course, or that of one of its key results.
    pub fn of(&self, objective: usize, key_result: Option<usize>) -> Vec<CoursePoint> {
        let point = |(day, standings): &(NaiveDate, Vec<Standing>)| {
            let standing = standings.get(objective)?;
            let (progress, expected) = match key_result {
                None => standing.whole,
                Some(kr) => *standing.key_results.get(kr)?,
            };
            Some(CoursePoint { day: *day, progress, expected })
        };
        self.days.iter().filter_map(point).collect()
    }
}

/// One day a week from the cycle's beginning, counted back from the moment's day or from the cycle's end, whichever is
/// first: that day is always the last.
pub fn weekly(cycle: &Cycle, moment: &Moment) -> Vec<NaiveDate> {
    let last = moment.day.min(cycle.end);
    let back = |weeks: u64| last.checked_sub_days(Days::new(7 * weeks)).filter(|day| *day >= cycle.start);
    let mut days: Vec<NaiveDate> = (0..MOST_WEEKS).map_while(back).collect();
    days.reverse();
    days
}

/// The longest course in weeks: a year and a little.
const MOST_WEEKS: u64 = 54;

/// The same days, with the cycle's first and last and a day a week to come: what a plan needs.
pub fn weekly_to_the_end(cycle: &Cycle, moment: &Moment) -> Vec<NaiveDate> {
    let past = weekly(cycle, moment);
    let from = past.last().copied().unwrap_or(cycle.start);
    let next = |week: u64| from.checked_add_days(Days::new(7 * week)).filter(|day| *day < cycle.end);
    let to_come = (1..=MOST_WEEKS).map_while(next);
    past.iter().copied().chain(to_come).chain([cycle.start, cycle.end]).collect::<BTreeSet<_>>().into_iter().collect()
}

/// The days on which a picture of a cycle has its corners: the first and last, every week's, and those on which anybody
/// checked in, the latest ones if they are many.
pub fn eventful(assessment: &Assessment, cycle: &Cycle) -> Vec<NaiveDate> {
    let moment = &assessment.moment;
    let events = assessment.snapshot.objectives.iter().flat_map(|record| &record.events);
    let check_ins = events.filter(|event| matches!(event.what, What::Update(_) | What::Retract { .. }));
    let days: BTreeSet<NaiveDate> = check_ins
        .map(|event| moment.day_of(event.at))
        .filter(|day| cycle.contains(*day) && *day <= moment.day)
        .collect();
    let latest = days.iter().rev().take(MOST_CORNERS).copied();
    let weeks = (0..MOST_WEEKS)
        .map_while(|week| cycle.start.checked_add_days(Days::new(7 * week)).filter(|day| *day <= cycle.end));
    let ends = [cycle.start, cycle.end, moment.day.clamp(cycle.start, cycle.end)];
    latest.chain(weeks).chain(ends).collect::<BTreeSet<_>>().into_iter().collect()
}

const MOST_CORNERS: usize = 60;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn weeks_are_counted_back_from_the_last_day_that_matters() {
        let cycle = Cycle {
            id: "2026-Q4".parse().unwrap(),
            title: None,
            start: "2026-10-01".parse().unwrap(),
            end: "2026-12-31".parse().unwrap(),
            closed: None,
        };
        let weeks = |day: &str| -> Vec<String> {
            let moment = Moment::end_of(day.parse().unwrap(), Zone::UTC);
            weekly(&cycle, &moment).iter().map(ToString::to_string).collect()
        };
        assert_eq!(weeks("2026-10-16"), ["2026-10-02", "2026-10-09", "2026-10-16"]);
        assert_eq!(weeks("2027-03-01").last().map(String::as_str), Some("2026-12-31"));
        assert_eq!(weeks("2026-09-01"), Vec::<String>::new());
    }
}
