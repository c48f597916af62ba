//! Progress over time against the plan, as a picture that stretches while its words stay readable.

use askama::Template;
use chrono::NaiveDate;

use super::axis::{Axis, Tick};
use super::inline::{Inline, class, shown};
use super::spark::short;
use crate::language::say;
use crate::view::cell::percent;
use crate::view::{Chart, ChartForecast};

/// The lines' own units: they are stretched to the page's width.
const WIDTH: f64 = 640.0;
const HEIGHT: f64 = 160.0;
/// Above the lines, for the word at today's mark.
const TOP: f64 = 22.0;

/// A chart.
#[derive(Template)]
#[template(path = "chart.html")]
pub struct Plot {
    class: &'static str,
    title: String,
    reference: Inline,
    words: String,
    /// Where progress 1 and 0 are, in percent of the height from above where not at its ends, and what they stand for.
    scale: [(Option<String>, String); 2],
    lines: [String; 2],
    ticks: Vec<Tick>,
    today: Option<Tick>,
    plan: String,
    reached: String,
    area: String,
    band: Option<String>,
    middle: String,
    /// Where it stands: in percent from the left, in pixels from above.
    dot: Option<(String, String)>,
    legend: Vec<(&'static str, String)>,
}

/// Where days and progress are on the lines' own paper.
struct Paper {
    axis: Axis,
    low: f64,
    high: f64,
}

impl Paper {
    fn of(chart: &Chart) -> Self {
        let forecast = chart.forecast.iter().flat_map(|ahead| [ahead.low, ahead.high]);
        let all = chart.plan.iter().chain(&chart.reached).map(|(_, progress)| *progress).chain(forecast);
        let (low, high) = all
            .filter(|progress| progress.is_finite())
            .fold((0.0_f64, 1.0_f64), |(low, high), progress| (low.min(progress), high.max(progress)));
        // Far beyond the ends nothing is worth a flat line for everything else.
        Self { axis: Axis::new(chart.first, chart.last), low: low.max(-0.5), high: high.min(1.5) }
    }

    fn x(&self, day: NaiveDate) -> String {
        short(self.axis.share(day) * WIDTH)
    }

    fn height(&self, progress: f64) -> f64 {
        (self.high - progress.clamp(self.low, self.high)) / (self.high - self.low) * HEIGHT
    }

    fn y(&self, progress: f64) -> String {
        short(self.height(progress))
    }

    /// How far from above, unless it is where it mostly is.
    fn share(&self, progress: f64, mostly: f64) -> Option<String> {
        let share = self.height(progress) / HEIGHT;
        (share != mostly).then(|| short(share * 100.0))
    }

    fn straight(&self, points: &[(NaiveDate, f64)]) -> String {
        points
            .iter()
            .map(|(day, progress)| format!("{},{}", self.x(*day), self.y(*progress)))
            .collect::<Vec<_>>()
            .join(" ")
    }

    /// Steps: each value holds until the next, the last one until `end`. Written as whole, relative moves, which are short.
    fn steps(&self, points: &[(NaiveDate, f64)], end: NaiveDate) -> String {
        let Some((first, progress)) = points.first() else { return String::new() };
        let whole = |day: NaiveDate| (self.axis.share(day) * WIDTH).round() as i64;
        let (mut x, mut y) = (whole(*first), self.height(*progress).round() as i64);
        let mut path = format!("M{x} {y}");
        for (day, progress) in points {
            let next = self.height(*progress).round() as i64;
            if next != y {
                path.push_str(&format!("h{}v{}", whole(*day) - x, next - y));
                (x, y) = (whole(*day), next);
            }
        }
        path + &format!("H{}", whole(end))
    }

    fn band(&self, ahead: &ChartForecast, today: NaiveDate) -> String {
        self.straight(&[(today, ahead.today), (ahead.day, ahead.high), (ahead.day, ahead.low)])
    }
}

impl Plot {
    pub fn of(chart: &Chart) -> Self {
        let paper = Paper::of(chart);
        let axis = paper.axis;
        let until = chart.today.min(chart.last).max(chart.first);
        let reached = paper.steps(&chart.reached, until);
        let legend = legend(chart, &axis);
        let area = chart.reached.first().map(|(day, _)| format!("{reached}V{}H{}", paper.y(0.0), paper.x(*day)));
        let within = (chart.first..=chart.last).contains(&chart.today);
        let today = Tick {
            x: axis.percent(until),
            anchor: axis.anchor(until),
            label: say!("today, {day}", day = axis.label(until)),
        };
        let stands = chart.reached.last().map(|(_, now)| (axis.percent(until), short(TOP + paper.height(*now))));
        Self {
            class: class(chart.role),
            title: shown(&chart.title),
            reference: Inline::of(chart.reference.as_slice()),
            words: legend.iter().map(|(_, words)| words.as_str()).collect::<Vec<_>>().join(say!("; ")),
            scale: [(paper.share(1.0, 0.0), shown(&chart.top)), (paper.share(0.0, 1.0), shown(&chart.bottom))],
            lines: [paper.y(1.0), paper.y(0.0)],
            ticks: axis.ticks(),
            today: within.then_some(today),
            plan: paper.straight(&chart.plan),
            area: area.unwrap_or_default(),
            band: chart.forecast.map(|ahead| paper.band(&ahead, until)),
            middle: chart
                .forecast
                .map_or(String::new(), |ahead| paper.straight(&[(until, ahead.today), (ahead.day, ahead.middle)])),
            dot: stands,
            reached,
            legend,
        }
    }
}

/// Each line in words.
fn legend(chart: &Chart, axis: &Axis) -> Vec<(&'static str, String)> {
    let mut legend = Vec::new();
    match chart.reached.last() {
        Some((_, now)) => legend.push(("lr", say!("reached {progress}", progress = percent(*now)))),
        None => legend.push(("lr", say!("nothing measured").to_owned())),
    }
    if let Some(plan) = on(&chart.plan, chart.today) {
        legend.push(("lp", say!("plan {plan}", plan = percent(plan))));
    }
    if let Some(ahead) = chart.forecast {
        let words = say!(
            "forecast {middle} ({low} to {high}) on {day}",
            middle = percent(ahead.middle),
            low = percent(ahead.low),
            high = percent(ahead.high),
            day = axis.label(ahead.day)
        );
        legend.push(("lf", words));
    }
    legend
}

/// What straight lines between points say of a day.
fn on(points: &[(NaiveDate, f64)], day: NaiveDate) -> Option<f64> {
    let after = points.iter().position(|(at, _)| *at >= day);
    match after {
        None => points.last().map(|(_, progress)| *progress),
        Some(0) => points.first().map(|(_, progress)| *progress),
        Some(next) => {
            let ((from, low), (to, high)) = (points[next - 1], points[next]);
            let share = (day - from).num_days() as f64 / (to - from).num_days().max(1) as f64;
            Some(low + (high - low) * share)
        }
    }
}
