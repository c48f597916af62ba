//! The lines themselves: plan, forecast, what was reached, and where it stands today.

use chrono::NaiveDate;

use super::canvas::Canvas;
use super::scale::{Place, Scale, tame};
use super::signs::Signs;
use crate::view::{Chart, ChartForecast, Role};

/// The columns to the right of the last day, for the percentage at which a forecast ends.
pub const END_LABEL: usize = 7;

/// All lines of the chart, those that matter most over the others.
pub fn draw(canvas: &mut Canvas, chart: &Chart, scale: &Scale, signs: &Signs) {
    for column in 0..scale.columns() {
        canvas.put(column, scale.row_of_tenth(0), signs.floor, Role::Dim);
    }
    if is_shown(chart) {
        canvas.put(scale.column(chart.today), scale.row_of_tenth(0), signs.day, Role::Dim);
    }
    if let Some(forecast) = &chart.forecast {
        band(canvas, chart, forecast, scale, signs);
    }
    plan(canvas, chart, scale, signs);
    if let Some(forecast) = &chart.forecast {
        middle(canvas, chart, forecast, scale, signs);
    }
    let today = Today::of(chart, scale);
    if let Some(today) = &today {
        gap(canvas, chart, today, signs);
    }
    reached(canvas, chart, scale, signs);
    if let Some(today) = &today {
        heads(canvas, chart, today, signs);
    }
}

/// The value on a straight line through points that are sorted by day, at a column.
fn between(points: &[(f64, f64)], at: f64) -> Option<f64> {
    let after = points.iter().position(|(column, _)| *column >= at)?;
    let (right, high) = points[after];
    if right <= at {
        return Some(high);
    }
    let (left, low) = *points.get(after.checked_sub(1)?)?;
    Some(low + (high - low) * (at - left) / (right - left))
}

fn plan_points(chart: &Chart, scale: &Scale) -> Vec<(f64, f64)> {
    let mut plan = chart.plan.clone();
    plan.sort_by_key(|(day, _)| *day);
    plan.into_iter().map(|(day, value)| (scale.exact_column(day), tame(value))).collect()
}

fn plan(canvas: &mut Canvas, chart: &Chart, scale: &Scale, signs: &Signs) {
    let points = plan_points(chart, scale);
    for column in 0..scale.columns() {
        if let Some(value) = between(&points, column as f64) {
            let (place, height) = scale.within(value);
            canvas.put(column, place.row, signs.or_arrow(signs.plan_dot(height), place.beyond), Role::Dim);
        }
    }
}

/// The columns after today up to the forecast's day, each with how far through them it is.
fn ahead(chart: &Chart, forecast: &ChartForecast, scale: &Scale) -> impl Iterator<Item = (usize, f64)> + use<> {
    let (from, to) = (scale.column(chart.today), scale.column(forecast.day));
    (from + 1..=to).map(move |column| (column, (column - from) as f64 / (to - from) as f64))
}

/// The value part of the way from where the line stands today to one of its ends.
fn toward(forecast: &ChartForecast, end: f64, share: f64) -> f64 {
    tame(forecast.today) + (tame(end) - tame(forecast.today)) * share
}

fn band(canvas: &mut Canvas, chart: &Chart, forecast: &ChartForecast, scale: &Scale, signs: &Signs) {
    for (column, share) in ahead(chart, forecast, scale) {
        let ends = [forecast.low, forecast.high].map(|end| scale.place(toward(forecast, end, share)).row);
        for row in ends[0].min(ends[1])..=ends[0].max(ends[1]) {
            canvas.put(column, row, signs.band, Role::Dim);
        }
    }
}

fn middle(canvas: &mut Canvas, chart: &Chart, forecast: &ChartForecast, scale: &Scale, signs: &Signs) {
    let mut end = None;
    for (column, share) in ahead(chart, forecast, scale) {
        let place = scale.place(toward(forecast, forecast.middle, share));
        canvas.put(column, place.row, signs.or_arrow(signs.forecast, place.beyond), chart.role);
        end = Some((column, place.row));
    }
    if let Some((column, row)) = end {
        let label = super::legend::share_words(forecast.middle);
        canvas.write(column + 1, row, &format!(" {label:<width$}", width = END_LABEL - 1), chart.role);
    }
}

/// The steps in columns: the last of those that share one.
fn steps(chart: &Chart, scale: &Scale) -> Vec<(usize, Place)> {
    let mut points: Vec<(NaiveDate, f64)> = chart.reached.clone();
    points.sort_by_key(|(day, _)| *day);
    let mut steps: Vec<(usize, Place)> = Vec::new();
    for (day, value) in points {
        let step = (scale.column(day), scale.place(value));
        match steps.last_mut() {
            Some(last) if last.0 == step.0 => *last = step,
            _ => steps.push(step),
        }
    }
    steps
}

fn reached(canvas: &mut Canvas, chart: &Chart, scale: &Scale, signs: &Signs) {
    let steps = steps(chart, scale);
    let today = scale.column(chart.today);
    let mut before: Option<Place> = None;
    for (at, (column, place)) in steps.iter().enumerate() {
        let end = steps.get(at + 1).map_or(today + 1, |(next, _)| *next).max(column + 1);
        for along in *column..end {
            canvas.put(along, place.row, signs.or_arrow(signs.along, place.beyond), chart.role);
        }
        if let Some(before) = before {
            step(canvas, *column, before.row, *place, chart.role, signs);
        }
        before = Some(*place);
    }
}

/// The way from one height to another, in one column.
fn step(canvas: &mut Canvas, column: usize, from: usize, to: Place, role: Role, signs: &Signs) {
    let (turns, goes_on) = match to.row > from {
        true => (signs.turns_up, signs.goes_on_up),
        false => (signs.turns_down, signs.goes_on_down),
    };
    if from == to.row {
        return;
    }
    for row in from.min(to.row) + 1..from.max(to.row) {
        canvas.put(column, row, signs.up, role);
    }
    canvas.put(column, from, turns, role);
    canvas.put(column, to.row, signs.or_arrow(goes_on, to.beyond), role);
}

/// Whether today is among the picture's days.
pub fn is_shown(chart: &Chart) -> bool {
    (chart.first..=chart.last).contains(&chart.today)
}

/// Where it stands and where it should: on the last day, when that is over.
struct Today {
    column: usize,
    reached: Place,
    /// The plan's row, unless it is the same.
    plan: Option<usize>,
}

impl Today {
    fn of(chart: &Chart, scale: &Scale) -> Option<Self> {
        let (column, reached) = steps(chart, scale).last().copied().filter(|_| chart.first <= chart.today)?;
        let plan = plan_today(chart, scale).map(|value| scale.place(value).row);
        let column = column.max(scale.column(chart.today));
        Some(Self { column, reached, plan: plan.filter(|plan| *plan != reached.row) })
    }
}

/// The way between the two, to be seen at once.
fn gap(canvas: &mut Canvas, chart: &Chart, today: &Today, signs: &Signs) {
    let plan = today.plan.unwrap_or(today.reached.row);
    for row in plan.min(today.reached.row)..plan.max(today.reached.row) {
        canvas.put(today.column, row, signs.between, chart.role);
    }
}

fn heads(canvas: &mut Canvas, chart: &Chart, today: &Today, signs: &Signs) {
    if let Some(plan) = today.plan {
        canvas.put(today.column, plan, signs.plan_head, Role::Strong);
    }
    canvas.put(today.column, today.reached.row, signs.or_arrow(signs.head, today.reached.beyond), chart.role);
}

/// What was planned for today, if the plan says so.
pub fn plan_today(chart: &Chart, scale: &Scale) -> Option<f64> {
    between(&plan_points(chart, scale), scale.exact_column(chart.today))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_plan_is_straight_between_its_points_and_nothing_beyond() {
        let points = [(0.0, 0.0), (10.0, 0.5), (10.0, 0.8), (20.0, 1.0)];
        assert_eq!(between(&points, 5.0), Some(0.25));
        assert_eq!(between(&points, 10.0), Some(0.5));
        assert_eq!(between(&points, 15.0), Some(0.9));
        assert_eq!(between(&points, 20.0), Some(1.0));
        assert_eq!(between(&points, 20.5), None);
        assert_eq!(between(&points[1..], 5.0), None);
    }
}
