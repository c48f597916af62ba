//! Days along an axis: where a day stands, and which days are named.

use chrono::{Datelike, Days, NaiveDate};

use super::spark::short;
use crate::view::day_words;

/// How many days are named at most.
const MOST: usize = 6;

/// The days from the left to the right edge.
#[derive(Clone, Copy)]
pub struct Axis {
    first: NaiveDate,
    days: f64,
}

/// A day that is named below a picture.
pub struct Tick {
    /// In percent of the width.
    pub x: String,
    /// The class of words that begin (`a`) or end (`z`) there; others stand around it.
    pub anchor: &'static str,
    pub label: String,
}

impl Axis {
    pub fn new(first: NaiveDate, last: NaiveDate) -> Self {
        Self { first, days: (last - first).num_days().max(1) as f64 }
    }

    /// Where a day stands, from 0 to 1.
    pub fn share(&self, day: NaiveDate) -> f64 {
        ((day - self.first).num_days() as f64 / self.days).clamp(0.0, 1.0)
    }

    /// Where a day stands, in percent.
    pub fn percent(&self, day: NaiveDate) -> String {
        short(self.share(day) * 100.0)
    }

    /// How a word at a day is anchored so that it stays within the picture.
    pub fn anchor(&self, day: NaiveDate) -> &'static str {
        match self.share(day) {
            share if share < 0.08 => "a",
            share if share > 0.92 => "z",
            _ => "",
        }
    }

    /// Both ends, and starts of months (of weeks, if there are few days) between them.
    pub fn ticks(&self) -> Vec<Tick> {
        let last = self.first + Days::new(self.days as u64);
        let starts: Vec<NaiveDate> =
            self.first.iter_days().take(self.days as usize).filter(|day| self.starts(*day)).collect();
        let every = starts.len().div_ceil(MOST).max(1);
        let inner = starts.into_iter().step_by(every).filter(|day| (0.1..0.9).contains(&self.share(*day)));
        let days = std::iter::once(self.first).chain(inner).chain([last]);
        days.map(|day| Tick { x: self.percent(day), anchor: self.anchor(day), label: self.label(day) }).collect()
    }

    fn starts(&self, day: NaiveDate) -> bool {
        if self.days >= 45.0 { day.day() == 1 } else { (day - self.first).num_days() % 7 == 0 }
    }

    /// `Nov 1`, with the year where it is not the first day's.
    pub fn label(&self, day: NaiveDate) -> String {
        day_words(day, self.first.year())
    }
}
