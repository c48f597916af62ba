//! Where a day and a progress stand on the canvas.

use chrono::NaiveDate;

use crate::view::Chart;

/// A row for every tenth of the way.
const TENTHS: f64 = 10.0;
/// Progress beyond this is beyond every picture; it also keeps sums finite.
const FARTHEST: f64 = 1e6;

/// The picture's days and tenths.
pub struct Scale {
    first: NaiveDate,
    days: i64,
    columns: usize,
    /// The lowest and the highest row, in tenths: 0 and 10, and one more where the line goes there.
    lowest: i64,
    highest: i64,
}

/// A row, and on which side of the picture the value really is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Place {
    pub row: usize,
    pub beyond: Option<Side>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Side {
    Above,
    Below,
}

impl Scale {
    /// A scale of at least two columns.
    pub fn of(chart: &Chart, columns: usize) -> Self {
        let lines = chart.plan.iter().chain(&chart.reached).map(|(_, value)| *value);
        let values = lines.chain(chart.forecast.map(|forecast| forecast.middle));
        let (mut lowest, mut highest) = (0, 10);
        for tenth in values.map(|value| tenths(value).round() as i64) {
            lowest = lowest.min(tenth.max(-1));
            highest = highest.max(tenth.min(11));
        }
        let days = (chart.last - chart.first).num_days().max(1);
        Self { first: chart.first, days, columns: columns.max(2), lowest, highest }
    }

    pub fn columns(&self) -> usize {
        self.columns
    }

    pub fn rows(&self) -> usize {
        (self.highest - self.lowest + 1) as usize
    }

    /// Whether the picture goes to so many tenths.
    pub fn has(&self, tenth: i64) -> bool {
        (self.lowest..=self.highest).contains(&tenth)
    }

    /// The row in which so many tenths stand, for those that have one.
    pub fn row_of_tenth(&self, tenth: i64) -> usize {
        (tenth.clamp(self.lowest, self.highest) - self.lowest) as usize
    }

    /// The day's column; days before and after are at the edges.
    pub fn column(&self, day: NaiveDate) -> usize {
        (self.share(day) * self.last_column()).round() as usize
    }

    /// How far through the picture the day is, in columns and parts of them.
    pub fn exact_column(&self, day: NaiveDate) -> f64 {
        self.share(day) * self.last_column()
    }

    fn share(&self, day: NaiveDate) -> f64 {
        ((day - self.first).num_days() as f64 / self.days as f64).clamp(0.0, 1.0)
    }

    fn last_column(&self) -> f64 {
        (self.columns - 1) as f64
    }

    /// The row that is nearest to a progress.
    pub fn place(&self, value: f64) -> Place {
        let tenth = tenths(value).round() as i64;
        let beyond = match tenth {
            high if high > self.highest => Some(Side::Above),
            low if low < self.lowest => Some(Side::Below),
            _ => None,
        };
        Place { row: self.row_of_tenth(tenth), beyond }
    }

    /// The row, and how high within it a value is: 0 at its lower edge, 1 at its upper one.
    pub fn within(&self, value: f64) -> (Place, f64) {
        (self.place(value), (tenths(value) - tenths(value).round() + 0.5).clamp(0.0, 1.0))
    }
}

fn tenths(value: f64) -> f64 {
    tame(value) * TENTHS
}

/// A progress that can be computed with.
pub fn tame(value: f64) -> f64 {
    if value.is_nan() { 0.0 } else { value.clamp(-FARTHEST, FARTHEST) }
}
