//! Where a key result will end if it goes on as it went: a robust line through its check-ins, with a band.

use chrono::{Days, NaiveDate};
use serde::Serialize;

use super::checkins::changes;
use super::student::quantile_90;
use crate::model::{EPSILON, KeyResult, Metric, Moment, Progress, Quantity, Record, Reported, Value, days_between};

/// What can be said of a key result's end.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(tag = "state", rename_all = "kebab-case")]
pub enum Outlook {
    /// Fewer check-ins with a value than a forecast needs: never a guess.
    TooEarly {
        /// Days with a check-in so far.
        days: usize,
    },
    Projected(Forecast),
}

impl Outlook {
    pub fn forecast(&self) -> Option<&Forecast> {
        match self {
            Outlook::Projected(forecast) => Some(forecast),
            Outlook::TooEarly { .. } => None,
        }
    }
}

/// A projection to the due date. Values are in the metric's unit, progress is 0–1 and unclamped.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Forecast {
    /// The due date.
    pub on: NaiveDate,
    pub value: Quantity,
    /// The 80 % band: the value ends between these two four times in five.
    pub low: Quantity,
    pub high: Quantity,
    pub progress: Progress,
    /// The progress of the band's worse and better end.
    pub progress_low: Progress,
    pub progress_high: Progress,
    /// Where the line stands on the report's day.
    pub progress_today: Progress,
    /// The day on which the line reaches the target, where it does within two years of the due date.
    pub target_on: Option<NaiveDate>,
    /// Days with a check-in that the line goes through.
    pub days: usize,
}

impl Forecast {
    /// Whether the line reaches the target by the due date.
    pub fn makes_it(&self) -> bool {
        self.progress.is_full()
    }
}

/// Days with a check-in that a forecast needs.
pub const NEEDED: usize = 3;

/// How long after the due date the day is looked for on which the target is reached.
const FAR: i64 = 731;

/// The forecast of a key result for its due date, from the check-ins that count at a moment. `None` for what is not
/// measured by a number, and from the due date on.
pub fn forecast(key_result: &KeyResult, due: NaiveDate, record: &Record, moment: &Moment) -> Option<Outlook> {
    let metric = key_result.metric.as_ref()?;
    if !matches!(metric, Metric::Change(_) | Metric::Keep(_)) || moment.day >= due {
        return None;
    }
    let mut points: Vec<Point> = Vec::new();
    for change in changes(key_result, &record.events, moment) {
        let Some(Value::Number(value)) =
            change.after.filter(|_| change.check_in.value.is_some()).map(|r| r.value().clone())
        else {
            continue;
        };
        let day = moment.day_of(change.event.at);
        // The last word of a day is the day's.
        points.retain(|point| point.day != day);
        points.push(Point { day, value });
    }
    if points.len() < NEEDED {
        return Some(Outlook::TooEarly { days: points.len() });
    }
    project(metric, &points, due, moment.day).map(Outlook::Projected)
}

/// The last value of a day.
#[derive(Debug, Clone, Copy)]
struct Point {
    day: NaiveDate,
    value: Quantity,
}

fn project(metric: &Metric, points: &[Point], due: NaiveDate, today: NaiveDate) -> Option<Forecast> {
    let origin = points.first()?.day;
    let at = |day: NaiveDate| (day - origin).num_days() as f64;
    let samples: Vec<(f64, f64)> = points.iter().map(|point| (at(point.day), point.value.as_f64())).collect();
    let line = Line::through(&samples);
    let half = line.half_band(&samples, at(due));
    // One decimal more than people write: 47.6 of 50 points says more than 48, and 47.5983 nothing else.
    let decimals = points.iter().map(|point| point.value.decimals()).max().unwrap_or(0) + 1;
    let (floor, ceiling) = bounds(metric, points);
    let number = |value: f64| Quantity::nearest(value.clamp(floor, ceiling), decimals);
    let progress = |value: Quantity| metric.read(Reported::Number(value)).ok().map(|reading| reading.progress());
    let end = line.at(at(due));
    let (middle, low, high) = (number(end)?, number(end - half)?, number(end + half)?);
    // A level that is kept between two bounds may be kept in the middle and missed on both sides.
    let ends = [progress(low)?, progress(middle)?, progress(high)?];
    let by_ratio = |a: &Progress, b: &Progress| a.ratio().total_cmp(&b.ratio());
    let (worse, better) = (ends.into_iter().min_by(by_ratio)?, ends.into_iter().max_by(by_ratio)?);
    Some(Forecast {
        on: due,
        value: middle,
        low,
        high,
        progress: ends[1],
        progress_low: worse,
        progress_high: better,
        progress_today: progress(number(line.at(at(today)))?)?,
        target_on: reaches(metric, &line, origin, today, due),
        days: points.len(),
    })
}

/// Between which values a projection stays: what never was below zero, nor is meant to be, is not projected there, and
/// no more than a hundred percent of what never was above.
fn bounds(metric: &Metric, points: &[Point]) -> (f64, f64) {
    let own = match metric {
        Metric::Change(change) => [Some(change.from), Some(change.to)],
        Metric::Keep(keep) => [keep.at_least, keep.at_most],
        Metric::Done | Metric::Milestones(_) | Metric::Aligned => [None, None],
    };
    let all = || own.iter().flatten().copied().chain(points.iter().map(|point| point.value)).map(Quantity::as_f64);
    let floor = if all().all(|value| value >= 0.0) { 0.0 } else { f64::NEG_INFINITY };
    let share = metric.unit() == Some("%") && all().all(|value| value <= 100.0);
    (floor, if share { 100.0 } else { f64::INFINITY })
}

/// The first day, from today on, on which the line stands at the target.
fn reaches(metric: &Metric, line: &Line, origin: NaiveDate, today: NaiveDate, due: NaiveDate) -> Option<NaiveDate> {
    let target = match metric {
        Metric::Change(change) => change.to,
        Metric::Keep(keep) => keep.at_least.or(keep.at_most)?,
        Metric::Done | Metric::Milestones(_) | Metric::Aligned => return None,
    };
    let rises = match metric {
        Metric::Keep(keep) => keep.at_least.is_some(),
        other => !other.falls(),
    };
    let now = (today - origin).num_days() as f64;
    let missing = target.as_f64() - line.at(now);
    let reached = if rises { missing <= EPSILON } else { missing >= -EPSILON };
    if reached {
        return Some(today);
    }
    let days = missing / line.slope;
    let latest = (days_between(today, due) + FAR) as f64;
    if !(0.0..=latest).contains(&days) {
        return None;
    }
    today.checked_add_days(Days::new((days - EPSILON).ceil() as u64))
}

/// A straight line: `value = intercept + slope × days`.
#[derive(Debug, Clone, Copy)]
struct Line {
    slope: f64,
    intercept: f64,
}

impl Line {
    /// The median of the slopes between every two points, and the median of what is then left of each value: a line that
    /// a wild value does not move (Theil 1950, Sen 1968; the intercept as in Conover, Practical Nonparametric Statistics).
    fn through(samples: &[(f64, f64)]) -> Self {
        let mut slopes = Vec::with_capacity(samples.len() * (samples.len() - 1) / 2);
        for (at, (x, y)) in samples.iter().enumerate() {
            slopes.extend(samples[at + 1..].iter().filter(|(x2, _)| x2 != x).map(|(x2, y2)| (y2 - y) / (x2 - x)));
        }
        let slope = median(&mut slopes);
        let mut rests: Vec<f64> = samples.iter().map(|(x, y)| y - slope * x).collect();
        Self { slope, intercept: median(&mut rests) }
    }

    fn at(&self, x: f64) -> f64 {
        self.intercept + self.slope * x
    }

    /// Half the width of the 80 % band at `x`: what the steps between check-ins did besides following the line is taken
    /// for a random walk, whose variance a day is σ² = Σ (Δy − slope·Δx)²/Δx / (n − 2). Over h days it grows to
    /// σ²·(h + h²/T), the second part for the slope that was learned from T days only (Hyndman and Athanasopoulos,
    /// Forecasting: Principles and Practice, the drift method); Student's t with n − 2 degrees of freedom makes it a band.
    fn half_band(&self, samples: &[(f64, f64)], x: f64) -> f64 {
        let (Some((first, _)), Some((last, _))) = (samples.first(), samples.last()) else { return 0.0 };
        let steps = samples.windows(2).map(|pair| {
            let (dx, dy) = (pair[1].0 - pair[0].0, pair[1].1 - pair[0].1);
            (dy - self.slope * dx).powi(2) / dx
        });
        let free = samples.len() - 2;
        let variance = steps.sum::<f64>() / free as f64;
        let ahead = (x - last).max(0.0);
        quantile_90(free) * (variance * (ahead + ahead * ahead / (last - first))).sqrt()
    }
}

/// The median; of an even number of values the mean of the middle two.
fn median(values: &mut [f64]) -> f64 {
    if values.is_empty() {
        return 0.0;
    }
    let (half, even) = (values.len() / 2, values.len().is_multiple_of(2));
    let (below, upper, _) = values.select_nth_unstable_by(half, f64::total_cmp);
    let lower = below.iter().copied().max_by(f64::total_cmp).filter(|_| even);
    lower.map_or(*upper, |lower| lower.midpoint(*upper))
}

#[cfg(test)]
mod tests;
