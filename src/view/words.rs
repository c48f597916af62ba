//! Words and parts that several views share.

use chrono::{Datelike, NaiveDate};

use super::cell::{Cell, Role, Span, pace_words, percent, points_words, status_words};
use super::document::Line;
use crate::language::count;
use crate::model::{Fraction, Level, Pace, Progress, Status};
use crate::report::{CycleInfo, TotalRow};

/// `Nov 15`, with the year where it is not the one that everybody is in.
pub fn day(day: NaiveDate, year: i32) -> String {
    let format = if day.year() == year { "%b %-d" } else { "%b %-d %Y" };
    day.format(format).to_string()
}

/// `Oct 1 – Dec 31`, with years where they differ from `year`.
pub fn days(first: NaiveDate, last: NaiveDate, year: i32) -> String {
    format!("{} – {}", day(first, if first.year() == last.year() { first.year() } else { year }), day(last, year))
}

/// The first line of a report on a cycle: its name, its days, and how much of it is gone.
pub fn cycle_title(cycle: &CycleInfo, as_of: NaiveDate) -> Vec<Line> {
    let mut parts = vec![cycle_name(cycle), vec![Span::dim(days(cycle.start, cycle.end, as_of.year()))]];
    parts.push(vec![Span::plain(time_gone(cycle, as_of))]);
    parts
}

/// `2026-Q4`, with its title behind it.
pub fn cycle_name(cycle: &CycleInfo) -> Line {
    let mut line = vec![Span::strong(cycle.id.to_string())];
    if let Some(title) = cycle.title.as_ref().filter(|title| *title != cycle.id.as_str()) {
        line.push(Span::plain(format!(" {title}")));
    }
    line
}

/// Why nothing is listed, where there are so many objectives before the filters.
pub fn no_objectives(of: usize) -> Line {
    match of {
        0 => vec![Span::plain("No objectives yet; the first one: "), Span::reference("okr create \"TITLE\"")],
        of => vec![Span::plain(format!("None of {} matches.", count!(of, "objective", "objectives")))],
    }
}

fn time_gone(cycle: &CycleInfo, as_of: NaiveDate) -> String {
    if as_of < cycle.start {
        return format!("begins in {} days", (cycle.start - as_of).num_days());
    }
    if as_of > cycle.end {
        return format!("ended {} days ago", (as_of - cycle.end).num_days());
    }
    format!("day {} of {}, {} of the time is gone", cycle.day, cycle.days, percent(cycle.elapsed.ratio()))
}

/// `✗ off track`, or where people say something else, `✗ says on track`.
pub fn pace_cell(pace: Option<Pace>, status: Option<Status>, disagrees: bool) -> Cell {
    let Some(pace) = pace else {
        return match status {
            Some(status) => says(Span::dim("·"), status, ""),
            None => Cell::Missing("no pace"),
        };
    };
    match status.filter(|_| disagrees) {
        Some(status) => {
            let sign: String = pace_words(pace).text.chars().take(1).collect();
            says(Span::new(sign, pace_words(pace).role), status, pace.as_str())
        }
        None => Cell::Pace(Some(pace)),
    }
}

fn says(sign: Span, status: Status, raw: &str) -> Cell {
    let said = status_words(status);
    Cell::Words { shown: vec![sign, Span::dim(" says "), said], raw: raw.to_owned() }
}

/// The colour of a pace.
pub fn pace_role(pace: Option<Pace>) -> Role {
    pace.map_or(Role::Dim, |pace| pace_words(pace).role)
}

/// A bar in the colour of its pace.
pub fn bar(progress: Option<Progress>, expected: Option<Fraction>, pace: Option<Pace>) -> Cell {
    Cell::Bar { progress, expected, role: pace_role(pace) }
}

/// A gap to plan, in the colour of its pace.
pub fn gap_cell(gap: Option<f64>, pace: Option<Pace>) -> Cell {
    let role = match gap {
        Some(gap) if gap >= 0.0 => Role::Good,
        _ => pace_role(pace),
    };
    Cell::Points { value: gap, role }
}

/// What was gained since an earlier day, in percentage points.
pub fn change_cell(points: Option<f64>) -> Cell {
    let Some(points) = points else { return Cell::Missing("not measured before") };
    let role = match points.round() {
        rounded if rounded > 0.0 => Role::Good,
        rounded if rounded < 0.0 => Role::Bad,
        _ => Role::Dim,
    };
    Cell::Words {
        shown: vec![Span::new(points_words(points), role)],
        raw: crate::model::rounded(points, 4).to_string(),
    }
}

/// What is expected, as a percentage.
pub fn expected_cell(expected: Option<Fraction>) -> Cell {
    Cell::Percent(expected.map(Progress::from))
}

/// `40 % of 58 %`: progress and what is expected.
pub fn progress_of_expected(progress: Option<Progress>, expected: Option<Fraction>) -> String {
    match (progress, expected) {
        (Some(progress), Some(expected)) => format!("{} of {}", percent(progress.ratio()), percent(expected.ratio())),
        _ => "not measured".to_owned(),
    }
}

/// `1 day`, `2 days`.
pub fn days_count(days: i64) -> String {
    if days == 1 { "1 day".to_owned() } else { format!("{days} days") }
}

/// `today`, `yesterday`, `9 days ago`.
pub fn ago(days: i64) -> String {
    match days {
        ..=0 => "today".to_owned(),
        1 => "yesterday".to_owned(),
        days => format!("{days} days ago"),
    }
}

/// A level as people say it.
pub fn level(level: Level) -> &'static str {
    match level {
        Level::Company => "company",
        Level::Department => "department",
        Level::Individual => "individual",
    }
}

/// `2 off track, 1 at risk, 3 on track`: the paces that occur, worst first.
pub fn pace_counts(total: &TotalRow) -> Line {
    let counts = total.by_pace;
    let all = [
        (counts.off_track, "off track", Role::Bad),
        (counts.at_risk, "at risk", Role::Warning),
        (counts.on_track, "on track", Role::Good),
        (counts.done, "done", Role::Done),
        (counts.too_early, "too early", Role::Dim),
        (total.missing, "not measured", Role::Dim),
    ];
    let mut line = Line::new();
    for (number, word, role) in all.into_iter().filter(|(number, ..)| *number > 0) {
        if !line.is_empty() {
            line.push(Span::dim(", "));
        }
        line.push(Span::new(format!("{number} {word}"), role));
    }
    line
}
