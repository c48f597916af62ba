//! Forecasts in words.

use super::cell::{Cell, Role, Span, amount};
use super::document::{Column, Line};
use super::words;
use crate::language::{count, say};
use crate::model::{Metric, Quantity};
use crate::report::{Forecast, KeyResultReport, Outlook};

/// `48 (46–49) ✗`: where it ends by the line, the band around, and whether that is the target. Raw: the value.
pub fn cell(kr: &KeyResultReport) -> Cell {
    match &kr.forecast {
        None => Cell::Missing("nothing to forecast"),
        Some(Outlook::TooEarly { .. }) => Cell::Words { shown: vec![Span::dim(say!("too early"))], raw: String::new() },
        Some(Outlook::Projected(forecast)) => {
            let number = numbers(forecast, kr.metric.as_ref());
            let mut shown = vec![Span::plain(number(forecast.value)), Span::dim(band(forecast, &number))];
            shown.push(verdict(forecast));
            Cell::Words { shown, raw: forecast.value.to_string() }
        }
    }
}

/// The column of forecasts. Where there is none yet, others need the room more.
pub fn column<'k>(mut all: impl Iterator<Item = &'k KeyResultReport>, goes: u8) -> Column {
    let column = Column::new("forecast", say!("FORECAST"));
    let any = all.any(|kr| kr.forecast.as_ref().and_then(Outlook::forecast).is_some());
    if any { column.goes(goes) } else { column.spare(9) }
}

/// `48 points on Dec 31 (80 % between 46 and 49), 90 % of the way; the target is reached on Jan 10`: in full.
pub fn sentence(kr: &KeyResultReport, year: i32) -> Option<Line> {
    let forecast = match kr.forecast.as_ref()? {
        Outlook::TooEarly { days } => {
            let so_far = match days {
                0 => say!("no check-in with a value yet").to_owned(),
                days => say!("check-ins on {days} so far", days = count!(*days, "day", "days")),
            };
            return Some(vec![Span::dim(say!("too early: {so_far}, 3 are needed", so_far))]);
        }
        Outlook::Projected(forecast) => forecast,
    };
    let number = numbers(forecast, kr.metric.as_ref());
    let unit = kr.metric.as_ref().and_then(Metric::unit);
    let value = amount(forecast.value.rounded(decimals(forecast, kr.metric.as_ref())), 0, unit, false);
    let mut line = vec![
        Span::strong(value),
        Span::plain(say!(" on {day}", day = words::day(forecast.on, year))),
        Span::dim(say!(" (80 % between {low} and {high})", low = number(forecast.low), high = number(forecast.high))),
        verdict(forecast),
    ];
    let reached = match forecast.target_on {
        _ if kr.progress.is_some_and(|progress| progress.is_full()) => String::new(),
        // The line runs on past a last check-in that lies back: it may be there although nobody has said so.
        Some(_) if forecast.progress_today.is_full() => say!("  target by now, if it went on so").to_owned(),
        Some(day) => say!("  target on {day}", day = words::day(day, year)),
        None => say!("  never reaches the target").to_owned(),
    };
    line.push(Span::plain(reached));
    Some(line)
}

fn verdict(forecast: &Forecast) -> Span {
    if forecast.makes_it() { Span::new(" ✓", Role::Good) } else { Span::new(" ✗", Role::Bad) }
}

fn band(forecast: &Forecast, number: &impl Fn(Quantity) -> String) -> String {
    format!(" ({}–{})", number(forecast.low), number(forecast.high))
}

/// Numbers as people write this metric's; with one decimal more where the band would be nothing.
fn numbers(forecast: &Forecast, metric: Option<&Metric>) -> impl Fn(Quantity) -> String {
    let decimals = decimals(forecast, metric);
    move |number: Quantity| amount(number.rounded(decimals), decimals, None, false)
}

fn decimals(forecast: &Forecast, metric: Option<&Metric>) -> u32 {
    let own = metric.map_or(0, super::metric_words::own_decimals);
    let same = forecast.low.rounded(own) == forecast.high.rounded(own) && forecast.low != forecast.high;
    own + u32::from(same)
}
