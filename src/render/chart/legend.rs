//! What the lines mean, with the figures that they end in.

use chrono::Datelike;

use super::scale::{Scale, tame};
use super::series::plan_today;
use super::signs::Signs;
use crate::language::say;
use crate::render::wrap::wrapped;
use crate::render::{Look, line};
use crate::view::cell::percent;
use crate::view::{Chart, Line, Role, Span, day_words};

/// A percentage that always is short.
pub fn share_words(value: f64) -> String {
    percent(tame(value).clamp(-99.0, 99.0))
}

/// `━● reached 37 %   ⠄⠄○ plan 50 %   ╌░ forecast 89 % on Dec 31 (79–97 %)`, in as many lines as it takes.
pub fn legend(chart: &Chart, scale: &Scale, columns: usize, signs: &Signs, look: &Look) -> Vec<Line> {
    let mut parts: Vec<Line> = Vec::new();
    if let Some((_, reached)) = chart.reached.iter().max_by_key(|(day, _)| *day) {
        let sign = format!("{}{}", signs.along, signs.head);
        parts.push(part(sign, chart.role, say!("reached {progress}", progress = share_words(*reached))));
    }
    if !chart.plan.is_empty() {
        let dot = signs.plan_dot(0.4);
        let words = plan_today(chart, scale)
            .map_or(say!("plan").to_owned(), |plan| say!("plan {plan}", plan = share_words(plan)));
        parts.push(part(format!("{dot}{dot}{}", signs.plan_head), Role::Plain, words));
    }
    if let Some(forecast) = &chart.forecast {
        let [low, middle, high] = [forecast.low, forecast.middle, forecast.high].map(share_words);
        let low = low.strip_suffix(" %").unwrap_or(&low);
        let day = day_words(forecast.day, chart.today.year());
        let words = say!("forecast {middle} on {day} ({low}–{high})", middle, day, low, high);
        parts.push(part(format!("{}{}", signs.forecast, signs.band), chart.role, words));
    }
    let blanks = Span::plain("   ");
    let line: Line = parts.join(&blanks);
    wrapped(&line::shown(&line, look), columns)
}

/// A sign and what it means.
fn part(sign: String, role: Role, words: String) -> Line {
    vec![Span::new(sign, role), Span::plain(format!(" {words}"))]
}
