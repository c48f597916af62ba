//! How days share the columns that there are: each its own, in weeks with or without a gap between, or a week in one.

use std::ops::Range;

use chrono::{Datelike, NaiveDate, Weekday};

use super::signs::Signs;
use crate::language::say;
use crate::render::line::joined;
use crate::render::width::{pad, width};
use crate::view::{Align, Line, Role, Span};

/// One sign of a row: the days that it counts.
#[derive(Debug, Clone)]
struct Bin {
    column: usize,
    days: Range<usize>,
}

/// The signs of every row, from the left.
pub struct Days {
    first: NaiveDate,
    bins: Vec<Bin>,
    /// Whether a sign is a week.
    pub weekly: bool,
    /// Whether there was no room for the earliest weeks.
    pub cut: bool,
}

impl Days {
    /// The fullest picture that fits into so many columns; one of weeks may take what is left when labels are cut.
    pub fn fitting(first: NaiveDate, count: usize, room: usize, most: usize) -> Self {
        let weeks = weeks(first, count);
        for gap in [1, 0] {
            let days = Self { first, bins: single_days(&weeks, gap), weekly: false, cut: false };
            if days.columns() <= room {
                return days;
            }
        }
        for (step, room) in [(2, room), (1, most)] {
            let bins: Vec<Bin> =
                weeks.iter().enumerate().map(|(at, days)| Bin { column: at * step, days: days.clone() }).collect();
            let days = Self { first, bins, weekly: true, cut: false };
            if days.columns() <= room {
                return days;
            }
        }
        let last = weeks.iter().skip(weeks.len().saturating_sub(most.max(1))).enumerate();
        let bins = last.map(|(column, days)| Bin { column, days: days.clone() }).collect();
        Self { first, bins, weekly: true, cut: true }
    }

    pub fn columns(&self) -> usize {
        self.bins.last().map_or(0, |bin| bin.column + 1)
    }

    /// How many check-ins each sign of a row stands for.
    pub fn counts<'a>(&'a self, counts: &'a [usize]) -> impl Iterator<Item = usize> + 'a {
        let count = |day: usize| counts.get(day).copied().unwrap_or(0);
        self.bins.iter().map(move |bin| bin.days.clone().map(count).fold(0, usize::saturating_add))
    }

    /// A row's signs.
    pub fn cells(&self, counts: &[usize], signs: &Signs) -> Line {
        let mut line = Line::new();
        let mut taken = 0;
        for (bin, count) in self.bins.iter().zip(self.counts(counts)) {
            line.push(Span::plain(" ".repeat(bin.column - taken)));
            let role = if count == 0 { Role::Dim } else { Role::Good };
            line.push(Span::new(signs.sign(count).to_string(), role));
            taken = bin.column + 1;
        }
        joined(line)
    }

    /// The days on which weeks begin, as many as there is room for, as wide as the signs: `Oct 1  12  19  26  Nov 2`.
    pub fn head(&self) -> String {
        let mut head = String::new();
        let mut month = None;
        for bin in &self.bins {
            let day = day(self.first, bin.days.start);
            let begins = bin.days.start == 0 || day.weekday() == Weekday::Mon;
            let free = head.is_empty() || width(&head) < bin.column;
            let named = month == Some(day.month());
            if !begins || !free || (self.weekly && named) {
                continue;
            }
            let format = match (self.weekly, named) {
                (true, _) => say!("%b"),
                (false, false) => say!("%b %-d"),
                (false, true) => "%-d",
            };
            let words = day.format(format).to_string();
            if bin.column + width(&words) <= self.columns() {
                head.push_str(&" ".repeat(bin.column - width(&head)));
                head.push_str(&words);
                month = Some(day.month());
            }
        }
        pad(&head, self.columns(), Align::Left)
    }
}

fn day(first: NaiveDate, at: usize) -> NaiveDate {
    first.checked_add_days(chrono::Days::new(at as u64)).unwrap_or(NaiveDate::MAX)
}

/// The days by weeks, which begin on Monday; the first may begin later.
fn weeks(first: NaiveDate, count: usize) -> Vec<Range<usize>> {
    let mut weeks = Vec::new();
    let mut from = 0;
    let mut to = 7 - first.weekday().num_days_from_monday() as usize;
    while from < count {
        weeks.push(from..to.min(count));
        (from, to) = (to, to + 7);
    }
    weeks
}

fn single_days(weeks: &[Range<usize>], gap: usize) -> Vec<Bin> {
    let week = |(at, days): (usize, &Range<usize>)| {
        days.clone().map(move |day| Bin { column: day + at * gap, days: day..day + 1 })
    };
    weeks.iter().enumerate().flat_map(week).collect()
}
