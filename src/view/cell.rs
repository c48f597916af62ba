//! The values that documents are made of: each knows how it reads to people and what machines are given.

use crate::language::say;
use crate::model::Zone;
use chrono::{DateTime, NaiveDate, Utc};

use crate::model::{CURRENCIES, Fraction, Pace, Progress, Quantity, Status, rounded};

/// A piece of text with a meaning. Text may come from files: formats escape it when they draw it.
#[derive(Debug, Clone, PartialEq)]
pub struct Span {
    pub text: String,
    pub role: Role,
}

/// What a piece of text means; formats turn it into colour, weight or nothing.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Role {
    #[default]
    Plain,
    /// What is secondary.
    Dim,
    /// What the eye should find first.
    Strong,
    Good,
    Warning,
    Bad,
    /// Finished, reached.
    Done,
    /// What to type next: a reference or a command.
    Reference,
}

impl Span {
    pub fn new(text: impl Into<String>, role: Role) -> Self {
        Self { text: text.into(), role }
    }

    pub fn plain(text: impl Into<String>) -> Self {
        Self::new(text, Role::Plain)
    }

    pub fn dim(text: impl Into<String>) -> Self {
        Self::new(text, Role::Dim)
    }

    pub fn strong(text: impl Into<String>) -> Self {
        Self::new(text, Role::Strong)
    }

    pub fn reference(text: impl Into<String>) -> Self {
        Self::new(text, Role::Reference)
    }
}

/// One value in a table or tree.
#[derive(Debug, Clone, PartialEq)]
pub enum Cell {
    /// Words, and the same words for machines.
    Text(Span),
    /// Words for people, and what machines read instead.
    Words {
        shown: Vec<Span>,
        raw: String,
    },
    /// A number in a metric's unit: `38 points`.
    Amount {
        number: Quantity,
        decimals: u32,
        unit: Option<String>,
        signed: bool,
    },
    /// Progress or expected progress: `37 %`, raw 0.3684.
    Percent(Option<Progress>),
    /// A difference of two percentages: `−13 pp`, raw −13.16. `role` says whether it is good news.
    Points {
        value: Option<f64>,
        role: Role,
    },
    /// Progress drawn against the plan.
    Bar {
        progress: Option<Progress>,
        expected: Option<Fraction>,
        role: Role,
    },
    /// Progress at even distances of time, 0–1, oldest first; `None` where nothing was measured yet.
    Spark {
        points: Vec<Option<f64>>,
        role: Role,
    },
    /// A part of a whole, 0–1, as one bar among others: how many of all had this score.
    Share {
        share: f64,
        role: Role,
    },
    /// The computed pace.
    Pace(Option<Pace>),
    /// What people say.
    Status(Option<Status>),
    Count(usize),
    Day(NaiveDate),
    /// A moment in the store's zone: `Nov 10 09:00`, raw RFC 3339 in UTC. With the year where it is not `year`.
    Instant {
        at: DateTime<Utc>,
        zone: Zone,
        year: i32,
    },
    /// Nothing to show, and why (for people: an en dash).
    Missing(&'static str),
}

impl Cell {
    pub fn text(text: impl Into<String>) -> Self {
        Cell::Text(Span::plain(text))
    }

    pub fn dim(text: impl Into<String>) -> Self {
        Cell::Text(Span::dim(text))
    }

    pub fn strong(text: impl Into<String>) -> Self {
        Cell::Text(Span::strong(text))
    }

    pub fn reference(text: impl Into<String>) -> Self {
        Cell::Text(Span::reference(text))
    }

    /// A reference that machines get whole.
    pub fn short_reference(shown: impl Into<String>, whole: impl ToString) -> Self {
        Cell::Words { shown: vec![Span::reference(shown)], raw: whole.to_string() }
    }

    /// A text that may be absent.
    pub fn maybe(text: Option<impl Into<String>>) -> Self {
        text.map_or(Cell::Missing("none"), Cell::text)
    }

    /// What machines read: plain values, no unit, no sign for what is missing but nothing at all.
    pub fn raw(&self) -> String {
        match self {
            Cell::Text(span) => span.text.clone(),
            Cell::Words { raw, .. } => raw.clone(),
            Cell::Amount { number, .. } => number.to_string(),
            Cell::Percent(Some(progress)) => rounded(progress.ratio(), 6).to_string(),
            Cell::Points { value: Some(points), .. } => rounded(*points, 4).to_string(),
            Cell::Bar { progress: Some(progress), .. } => rounded(progress.ratio(), 6).to_string(),
            Cell::Pace(Some(pace)) => pace.to_string(),
            Cell::Status(Some(status)) => status.to_string(),
            Cell::Count(count) => count.to_string(),
            Cell::Day(day) => day.to_string(),
            Cell::Instant { at, .. } => raw_moment(*at),
            Cell::Spark { points, .. } => {
                let point = |point: &Option<f64>| point.map_or(String::new(), |p| rounded(p, 4).to_string());
                points.iter().map(point).collect::<Vec<_>>().join(" ")
            }
            Cell::Share { share, .. } => rounded(*share, 6).to_string(),
            Cell::Percent(None) | Cell::Points { value: None, .. } | Cell::Bar { progress: None, .. } => String::new(),
            Cell::Pace(None) | Cell::Status(None) | Cell::Missing(_) => String::new(),
        }
    }

    /// Whether there is nothing to show, so that only a dash would stand here. An empty text is no missing one.
    pub fn is_missing(&self) -> bool {
        matches!(
            self,
            Cell::Missing(_)
                | Cell::Percent(None)
                | Cell::Points { value: None, .. }
                | Cell::Bar { progress: None, .. }
                | Cell::Pace(None)
                | Cell::Status(None)
        )
    }

    /// What people read. A picture has no words; formats that can draw it do so themselves.
    pub fn words(&self) -> Vec<Span> {
        match self {
            Cell::Text(span) => vec![span.clone()],
            Cell::Words { shown, .. } => shown.clone(),
            Cell::Amount { number, decimals, unit, signed } => {
                vec![Span::plain(amount(*number, *decimals, unit.as_deref(), *signed))]
            }
            Cell::Percent(Some(progress)) => vec![Span::plain(percent(progress.ratio()))],
            Cell::Points { value: Some(points), role } => vec![Span::new(points_words(*points), *role)],
            Cell::Pace(Some(pace)) => vec![pace_words(*pace)],
            Cell::Status(Some(status)) => vec![status_words(*status)],
            Cell::Count(count) => vec![Span::plain(count.to_string())],
            Cell::Day(day) => vec![Span::plain(day.format(say!("%b %-d")).to_string())],
            Cell::Instant { at, zone, year } => vec![Span::dim(instant_below_others(*at, *zone, *year))],
            Cell::Bar { .. } | Cell::Spark { .. } | Cell::Share { .. } => Vec::new(),
            Cell::Percent(None) | Cell::Points { value: None, .. } | Cell::Pace(None) | Cell::Status(None) => missing(),
            Cell::Missing(_) => missing(),
        }
    }
}

fn missing() -> Vec<Span> {
    vec![Span::dim("–")]
}

/// `37 %`: a whole percentage; one that is not quite 100 never reads 100.
pub fn percent(ratio: f64) -> String {
    let hundred = rounded(ratio * 100.0, 6);
    let whole = if (99.0..100.0).contains(&hundred) { 99.0 } else { hundred.round() };
    format!("{} %", minus(&(whole + 0.0).to_string()))
}

/// `−13 pp`, `+17 pp`, `0 pp`.
pub fn points_words(points: f64) -> String {
    let whole = points.round() + 0.0;
    let sign = if whole > 0.0 { "+" } else { "" };
    format!("{sign}{} pp", minus(&whole.to_string()))
}

/// `38 points`, `−1.1 %`, `$1200`, with a plus in front of what grows where `signed`.
pub fn amount(number: Quantity, decimals: u32, unit: Option<&str>, signed: bool) -> String {
    let plus = if signed && !number.is_negative() && !number.is_zero() { "+" } else { "" };
    let digits = minus(&number.with_decimals(decimals));
    match unit {
        None => format!("{plus}{digits}"),
        Some(unit) if unit.chars().count() == 1 && unit.starts_with(CURRENCIES) => match digits.strip_prefix('−') {
            Some(size) => format!("−{unit}{size}"),
            None => format!("{plus}{unit}{digits}"),
        },
        Some(unit) => format!("{plus}{digits} {unit}"),
    }
}

fn minus(digits: &str) -> String {
    digits.replacen('-', "−", 1)
}

/// `✓ on track`: shape, word and colour say the same thing.
pub fn pace_words(pace: Pace) -> Span {
    match pace {
        Pace::Done => Span::new(say!("★ done"), Role::Done),
        Pace::OnTrack => Span::new(say!("✓ on track"), Role::Good),
        Pace::AtRisk => Span::new(say!("! at risk"), Role::Warning),
        Pace::OffTrack => Span::new(say!("✗ off track"), Role::Bad),
        Pace::TooEarly => Span::new(say!("· too early"), Role::Dim),
    }
}

/// `on track`, in the colour of what it says.
pub fn status_words(status: Status) -> Span {
    match status {
        Status::Done => Span::new(say!("done"), Role::Done),
        Status::OnTrack => Span::new(say!("on track"), Role::Good),
        Status::AtRisk => Span::new(say!("at risk"), Role::Warning),
        Status::OffTrack => Span::new(say!("off track"), Role::Bad),
    }
}

/// A moment as machines read it: `2026-11-10T09:00:00Z`.
pub fn raw_moment(at: DateTime<Utc>) -> String {
    at.to_rfc3339_opts(chrono::SecondsFormat::Secs, true)
}

/// `Nov 10 09:00` in the store's zone, with the year where it is another than `year`.
pub fn instant(at: DateTime<Utc>, zone: Zone, year: i32) -> String {
    written(at, zone, year, [say!("%b %-d %H:%M"), say!("%b %-d %Y %H:%M")])
}

/// The same for a column, in which days of one figure stand below days of two.
fn instant_below_others(at: DateTime<Utc>, zone: Zone, year: i32) -> String {
    written(at, zone, year, [say!("%b %e %H:%M"), say!("%b %e %Y %H:%M")])
}

/// A moment in the first format, or where it is in another year, in the second.
fn written(at: DateTime<Utc>, zone: Zone, year: i32, [short, long]: [&str; 2]) -> String {
    use chrono::Datelike;
    let local = at.with_timezone(&zone);
    local.format(if local.year() == year { short } else { long }).to_string()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_read_as_people_write_them() {
        let q = |text: &str| text.parse::<Quantity>().unwrap();
        assert_eq!(amount(q("-1.1"), 1, Some("%"), true), "−1.1 %");
        assert_eq!(amount(q("1200"), 0, Some("$"), true), "+$1200");
        assert_eq!(amount(q("-5"), 0, Some("€"), false), "−€5");
        assert_eq!(amount(q("2"), 1, None, false), "2.0");
        assert_eq!(percent(0.368), "37 %");
        assert_eq!(percent(0.999), "99 %");
        assert_eq!(percent(1.0), "100 %");
        assert_eq!(percent(-0.001), "0 %");
        assert_eq!(points_words(-13.16), "−13 pp");
        assert_eq!(points_words(16.7), "+17 pp");
        assert_eq!(points_words(-0.3), "0 pp");
    }
}
