//! Check-ins by row and day: one stroke a row for all days, with a dash a day, and one a level for the days that had some.

use askama::Template;
use chrono::{Datelike, Days, NaiveDate};

use super::axis::Axis;
use super::inline::{Inline, shown};
use super::spark::short;
use crate::language::{count, say};
use crate::view::{Heat, HeatRow};

/// What a day, the space after it, and the further space after a week take.
const DAY: usize = 6;
const SPACE: usize = 1;
const AFTER_WEEK: usize = 3;
/// How many weeks are named at most.
const MOST_NAMED: usize = 14;

/// A heat map.
#[derive(Template)]
#[template(path = "heat.html")]
pub struct Map {
    title: String,
    width: usize,
    /// How far into its week the first day is, in units of the picture.
    offset: usize,
    weeks: Vec<Week>,
    rows: Vec<Row>,
}

/// The first day of a week, named above it.
struct Week {
    x: String,
    label: String,
    /// What goes where there is little room.
    class: &'static str,
}

struct Row {
    label: Inline,
    words: String,
    total: usize,
    /// The days of each level that occurs.
    levels: Vec<(usize, String)>,
}

impl Map {
    pub fn of(heat: &Heat) -> Option<Self> {
        let days = heat.rows.iter().map(|row| row.counts.len()).max().filter(|days| *days > 0)?;
        let weekday = heat.first.weekday().num_days_from_monday() as usize;
        let width = place(days - 1, weekday) + DAY;
        Some(Self {
            title: shown(&heat.title),
            width,
            offset: weekday * (DAY + SPACE),
            weeks: weeks(heat.first, days, weekday, width),
            rows: heat.rows.iter().map(|one| row(one, heat.first, weekday)).collect(),
        })
    }
}

/// Where a day begins.
fn place(day: usize, weekday: usize) -> usize {
    let at = day + weekday;
    at * (DAY + SPACE) + at / 7 * AFTER_WEEK - weekday * (DAY + SPACE)
}

fn weeks(first: NaiveDate, days: usize, weekday: usize, width: usize) -> Vec<Week> {
    let axis = Axis::new(first, first + Days::new(days as u64));
    let starts: Vec<usize> = (0..days).filter(|day| (day + weekday).is_multiple_of(7)).collect();
    let every = starts.len().div_ceil(MOST_NAMED).max(1);
    let named = starts.into_iter().step_by(every).enumerate().filter(|(_, day)| day + 4 < days);
    let week = |(at, day): (usize, usize)| Week {
        x: short(place(day, weekday) as f64 / width as f64 * 100.0),
        label: axis.label(first + Days::new(day as u64)),
        class: if at % 4 == 0 {
            ""
        } else if at % 2 == 0 {
            "w4"
        } else {
            "w2"
        },
    };
    named.map(week).collect()
}

fn row(row: &HeatRow, first: NaiveDate, weekday: usize) -> Row {
    let axis = Axis::new(first, first + Days::new(row.counts.len() as u64));
    let mut paths = [const { String::new() }; 4];
    for (day, count) in row.counts.iter().enumerate().filter(|(_, count)| **count > 0) {
        paths[count.min(&4) - 1].push_str(&format!("M{} 6h6", place(day, weekday)));
    }
    let total = row.counts.iter().sum();
    let active = row.counts.iter().filter(|count| **count > 0).count();
    let last = row.counts.iter().rposition(|count| *count > 0);
    let words = match last {
        None => say!("no check-ins").to_owned(),
        Some(last) => {
            let day = axis.label(first + Days::new(last as u64));
            let (checks, days) = (count!(total, "check-in", "check-ins"), count!(active, "day", "days"));
            say!("{checks} on {days}, the last on {day}", checks, days, day)
        }
    };
    let levels = (1..).zip(paths).filter(|(_, path)| !path.is_empty()).collect();
    Row { label: Inline::of(std::slice::from_ref(&row.label)), words, total, levels }
}
