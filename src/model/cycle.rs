//! A cycle: the time in which a set of objectives is aimed at.

use chrono::{Datelike, NaiveDate};

use super::key::CycleId;
use super::ratio::Fraction;

/// A cycle as its `cycle.yaml` says. Both dates belong to it.
#[derive(Debug, Clone, PartialEq)]
pub struct Cycle {
    pub id: CycleId,
    pub title: Option<String>,
    pub start: NaiveDate,
    pub end: NaiveDate,
    /// The day on which it was closed.
    pub closed: Option<NaiveDate>,
}

impl Cycle {
    /// All its days, first and last included.
    pub fn days(&self) -> i64 {
        days_between(self.start, self.end)
    }

    /// The days gone at the end of `day`, between 0 and all of them.
    pub fn days_gone(&self, day: NaiveDate) -> i64 {
        days_between(self.start, day).clamp(0, self.days())
    }

    /// The day of its middle: when its review is due.
    pub fn middle(&self) -> NaiveDate {
        self.start + chrono::Duration::days(self.days() / 2)
    }

    /// The share of its days that is gone at the end of `day`.
    pub fn elapsed(&self, day: NaiveDate) -> Fraction {
        Fraction::new(self.days_gone(day) as f64 / self.days() as f64)
    }

    /// The day on which it was closed, if it was by the end of `day`.
    pub fn closed_by(&self, day: NaiveDate) -> Option<NaiveDate> {
        self.closed.filter(|closed| *closed <= day)
    }

    pub fn contains(&self, day: NaiveDate) -> bool {
        self.start <= day && day <= self.end
    }

    /// Whether another cycle lies wholly within this longer one, as a quarter in a year.
    pub fn encloses(&self, other: &Cycle) -> bool {
        self.id != other.id && self.start <= other.start && other.end <= self.end && self.days() > other.days()
    }
}

/// Days from one day to another, both included; 0 or less if the second comes before the first.
pub fn days_between(first: NaiveDate, last: NaiveDate) -> i64 {
    i64::from(last.num_days_from_ce() - first.num_days_from_ce()) + 1
}

/// The cycle that a day belongs to: among those that hold it, one of the cadence's length first, then the shortest, then
/// the earliest by name; if none holds it, the last that ended before it; else the first to come.
pub fn current<'a>(cycles: &'a [Cycle], day: NaiveDate, cadence_days: (i64, i64)) -> Option<Current<'a>> {
    let of_cadence = |cycle: &Cycle| (cadence_days.0..=cadence_days.1).contains(&cycle.days());
    let holding = cycles.iter().filter(|cycle| cycle.contains(day));
    if let Some(cycle) = holding.min_by_key(|cycle| (!of_cadence(cycle), cycle.days(), cycle.id.clone())) {
        return Some(Current::Holds(cycle));
    }
    let ended = cycles.iter().filter(|cycle| cycle.end < day);
    if let Some(cycle) = ended.max_by_key(|cycle| (cycle.end, of_cadence(cycle), cycle.id.clone())) {
        return Some(Current::LastEnded(cycle));
    }
    cycles.iter().min_by_key(|cycle| (cycle.start, cycle.id.clone())).map(Current::NotBegun)
}

/// The cycle chosen for a day, and why.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Current<'a> {
    Holds(&'a Cycle),
    LastEnded(&'a Cycle),
    NotBegun(&'a Cycle),
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cycle(id: &str, start: &str, end: &str) -> Cycle {
        Cycle {
            id: id.parse().unwrap(),
            title: None,
            start: start.parse().unwrap(),
            end: end.parse().unwrap(),
            closed: None,
        }
    }

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    #[test]
    fn mid_november_is_half_of_the_fourth_quarter() {
        let q4 = cycle("2026-Q4", "2026-10-01", "2026-12-31");
        assert_eq!(q4.days(), 92);
        assert_eq!(q4.days_gone(day("2026-11-15")), 46);
        assert_eq!(q4.elapsed(day("2026-11-15")).ratio(), 0.5);
        assert_eq!(q4.days_gone(day("2026-09-01")), 0);
        assert_eq!(q4.days_gone(day("2027-09-01")), 92);
    }

    #[test]
    fn the_current_cycle_is_the_one_of_the_cadence_then_the_shortest_then_the_last() {
        let cycles = [
            cycle("2026", "2026-01-01", "2026-12-31"),
            cycle("2026-Q3", "2026-07-01", "2026-09-30"),
            cycle("2026-10", "2026-10-01", "2026-10-31"),
            cycle("2026-Q4", "2026-10-01", "2026-12-31"),
        ];
        let quarter = (89, 92);
        let on = |d: &str| current(&cycles, day(d), quarter);
        assert_eq!(on("2026-10-05"), Some(Current::Holds(&cycles[3])));
        assert_eq!(on("2026-05-05"), Some(Current::Holds(&cycles[0])));
        assert_eq!(on("2027-02-01"), Some(Current::LastEnded(&cycles[3])));
        assert_eq!(on("2025-02-01"), Some(Current::NotBegun(&cycles[0])));
        assert_eq!(current(&[], day("2026-01-01"), quarter), None);
    }
}
