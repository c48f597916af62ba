//! Courses as pictures: progress against the plan, with the forecast.

use chrono::NaiveDate;

use super::cell::{Cell, Span};
use super::document::{Chart, ChartForecast};
use super::names::Names;
use super::{metric_words, words};
use crate::model::{Metric, Pace, Progress};
use crate::report::{CourseRow, CycleInfo, KeyResultReport, ObjectiveReport, Outlook};

/// An objective's course as a picture; none where nothing was measured.
pub fn objective(one: &ObjectiveReport, cycle: &CycleInfo, today: NaiveDate, names: &Names) -> Option<Chart> {
    let forecast = one.forecast.map(|forecast| ChartForecast {
        day: forecast.on,
        low: forecast.progress_low.ratio(),
        middle: forecast.progress.ratio(),
        high: forecast.progress_high.ratio(),
        today: one.progress.map_or(0.0, Progress::ratio),
    });
    let ends = ("0 %".to_owned(), "100 %".to_owned());
    let reference = Span::reference(names.objective(&one.reference));
    chart(&one.title, reference, &one.course, cycle, today, forecast, ends, one.pace)
}

/// A key result's course as a picture; none where nothing was measured, or a number would not say more.
pub fn key_result(kr: &KeyResultReport, cycle: &CycleInfo, today: NaiveDate, names: &Names) -> Option<Chart> {
    let forecast = kr.forecast.as_ref().and_then(Outlook::forecast).map(|forecast| ChartForecast {
        day: forecast.on,
        low: forecast.progress_low.ratio(),
        middle: forecast.progress.ratio(),
        high: forecast.progress_high.ratio(),
        today: forecast.progress_today.ratio(),
    });
    let reference = Span::reference(names.reference(&kr.reference));
    chart(&kr.title, reference, &kr.course, cycle, today, forecast, ends(kr.metric.as_ref()?), kr.pace)
}

/// What progress 0 and 1 are called.
fn ends(metric: &Metric) -> (String, String) {
    let start = match metric_words::start_cell(Some(metric)) {
        Cell::Missing(_) => "0 %".to_owned(),
        cell => cell.words().into_iter().map(|span| span.text).collect(),
    };
    let unit = metric.unit().map(|unit| format!(" {unit}")).unwrap_or_default();
    match metric {
        Metric::Aligned => ("0 %".to_owned(), "100 %".to_owned()),
        metric => (start, format!("{}{unit}", metric_words::target(metric))),
    }
}

#[expect(clippy::too_many_arguments, reason = "all of a picture's parts, from two kinds of things")]
fn chart(
    title: &str,
    reference: Span,
    course: &[CourseRow],
    cycle: &CycleInfo,
    today: NaiveDate,
    forecast: Option<ChartForecast>,
    (bottom, top): (String, String),
    pace: Option<Pace>,
) -> Option<Chart> {
    let ratio = |row: &CourseRow| Some((row.day, row.progress?.ratio()));
    let reached: Vec<(NaiveDate, f64)> = course.iter().filter(|row| row.day <= today).filter_map(ratio).collect();
    let plan: Vec<(NaiveDate, f64)> = course.iter().filter_map(|row| Some((row.day, row.expected?.ratio()))).collect();
    if reached.is_empty() {
        return None;
    }
    Some(Chart {
        title: title.to_owned(),
        reference: Some(reference),
        first: cycle.start,
        last: cycle.end,
        today: today.clamp(cycle.start, cycle.end),
        plan,
        reached,
        forecast,
        bottom,
        top,
        role: words::pace_role(pace),
    })
}

/// A course as a small picture in a line; nothing where there is no course.
pub fn spark(course: &[CourseRow], pace: Option<Pace>) -> Cell {
    let points: Vec<Option<f64>> = course.iter().map(|row| Some(row.progress?.ratio())).collect();
    if points.iter().all(Option::is_none) {
        return Cell::Missing("nothing was measured");
    }
    Cell::Spark { points, role: words::pace_role(pace) }
}
