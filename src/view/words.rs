//! Words and parts that several views share.

use chrono::{Datelike, NaiveDate};

use super::cell::{Cell, Role, Span, pace_words, percent, points_words, status_words};
use super::document::Line;
use crate::language::{self, Language, count, say, spoken};
use crate::model::{Fraction, Kind, Level, Lifecycle, Pace, Progress, Status};
use crate::report::{By, CycleInfo, TotalRow};

/// `Nov 15`, with the year where it is not the one that everybody is in.
pub fn day(day: NaiveDate, year: i32) -> String {
    let format = if day.year() == year { say!("%b %-d") } else { say!("%b %-d %Y") };
    day.format(format).to_string()
}

/// `Oct 1 – Dec 31`, with years where they differ from `year`.
pub fn days(first: NaiveDate, last: NaiveDate, year: i32) -> String {
    let same = first.year() == last.year();
    // Where the year stands in front of the day, one year for both is said with the first of them.
    let (of_first, of_last) = match spoken() {
        Language::English => (if same { first.year() } else { year }, year),
        Language::Chinese => (year, if same { last.year() } else { year }),
    };
    format!("{} – {}", day(first, of_first), day(last, of_last))
}

/// The first line of a report on a cycle: its name, its days, and how much of it is gone, or when it was closed.
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

/// Why nothing of a cycle is listed, where it has so many objectives before the filters.
pub fn no_objectives(of: usize, cycle: &CycleInfo, as_of: NaiveDate) -> Line {
    match of {
        0 if cycle.closed_by(as_of).is_some() => vec![Span::plain(say!("No objective was in this cycle."))],
        0 => vec![Span::plain(say!("No objectives yet; the first one: ")), Span::reference("okr create \"TITLE\"")],
        of => {
            vec![Span::plain(say!("None of {objectives} matches.", objectives = count!(of, "objective", "objectives")))]
        }
    }
}

fn time_gone(cycle: &CycleInfo, as_of: NaiveDate) -> String {
    if let Some(closed) = cycle.closed_by(as_of) {
        return say!("closed {day}", day = day(closed, as_of.year()));
    }
    if as_of < cycle.start {
        return say!("begins in {days} days", days = (cycle.start - as_of).num_days());
    }
    if as_of > cycle.end {
        return say!("ended {days} days ago", days = (as_of - cycle.end).num_days());
    }
    say!(
        "day {day} of {days}, {share} of the time is gone",
        day = cycle.day,
        days = cycle.days,
        share = percent(cycle.elapsed.ratio())
    )
}

/// `day 46 of 92`.
pub fn day_of_cycle(cycle: &CycleInfo) -> String {
    say!("day {day} of {days}", day = cycle.day, days = cycle.days)
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
    Cell::Words { shown: vec![sign, Span::dim(say!(" says ")), said], raw: raw.to_owned() }
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
        (Some(progress), Some(expected)) => {
            say!("{progress} of {plan}", progress = percent(progress.ratio()), plan = percent(expected.ratio()))
        }
        _ => say!("not measured").to_owned(),
    }
}

/// `37 % of 50 % expected`.
pub fn of_expected(progress: Progress, expected: Fraction) -> String {
    say!("{progress} of {plan} expected", progress = percent(progress.ratio()), plan = percent(expected.ratio()))
}

/// `1 day`, `2 days`.
pub fn days_count(days: i64) -> String {
    count!(days, "day", "days")
}

/// `today`, `yesterday`, `9 days ago`.
pub fn ago(days: i64) -> String {
    match days {
        ..=0 => say!("today").to_owned(),
        1 => say!("yesterday").to_owned(),
        days => say!("{days} days ago", days),
    }
}

/// A level as people say it.
pub fn level(level: Level) -> &'static str {
    match level {
        Level::Company => say!("company"),
        Level::Department => say!("department"),
        Level::Individual => say!("individual"),
    }
}

/// What a sum is of, where rows are grouped so: levels and what belongs to no unit have no name that people gave.
pub fn group_name(by: By, total: &TotalRow) -> String {
    named(by, &total.key, &total.name)
}

/// How a group of that key is called.
pub fn named(by: By, key: &str, name: &str) -> String {
    let known = || Level::ALL.into_iter().find(|one| one.as_str() == key);
    match by {
        By::Level => known().map_or(name, |one| level(one)).to_owned(),
        By::Unit if key.is_empty() => say!("no unit").to_owned(),
        _ => name.to_owned(),
    }
}

/// A kind of objectives as people say it.
pub fn kind(kind: Kind) -> &'static str {
    match kind {
        Kind::Aspirational => say!("aspirational"),
        Kind::Committed => say!("committed"),
    }
}

/// How far an objective's life is, as people say it.
pub fn state(state: &Lifecycle) -> &'static str {
    match state {
        Lifecycle::Open => say!("open"),
        Lifecycle::Completed(_) => say!("completed"),
        Lifecycle::Abandoned(_) => say!("abandoned"),
    }
}

/// What was said at a review: `mid; went well: …; next: …`.
pub fn reviewed(parts: &[(&'static str, String)]) -> String {
    let one = |(name, text): &(&'static str, String)| match *name {
        "" => phase(text).to_owned(),
        name => say!("{name}: {text}", name = language::text(name), text),
    };
    parts.iter().map(one).collect::<Vec<_>>().join(say!("; "))
}

/// The part of a cycle that a review is of.
fn phase(phase: &str) -> &str {
    match phase {
        "mid" => say!(in "review", "mid"),
        "end" => say!(in "review", "end"),
        other => other,
    }
}

/// What a group of rows is made by, as people say it.
pub fn by(by: &'static str) -> &'static str {
    match by {
        "cycle" => say!("cycle"),
        "level" => say!("level"),
        "unit" => say!("unit"),
        "owner" => say!("owner"),
        "objective" => say!("objective"),
        "kind" => say!("kind"),
        "all" => say!("all"),
        other => other,
    }
}

/// `2 off track, 1 at risk, 3 on track`: the paces that occur, worst first.
pub fn pace_counts(total: &TotalRow) -> Line {
    let counts = total.by_pace;
    paces([counts.off_track, counts.at_risk, counts.on_track, counts.done, counts.too_early, total.missing])
}

/// Numbers of what is off track, at risk, on track, done, too early to say and not measured: those that are not 0.
pub fn paces([off_track, at_risk, on_track, done, too_early, missing]: [usize; 6]) -> Line {
    let all = [
        (off_track, say!("{number} off track", number = off_track), Role::Bad),
        (at_risk, say!("{number} at risk", number = at_risk), Role::Warning),
        (on_track, say!("{number} on track", number = on_track), Role::Good),
        (done, say!("{number} done", number = done), Role::Done),
        (too_early, say!("{number} too early", number = too_early), Role::Dim),
        (missing, say!("{number} not measured", number = missing), Role::Dim),
    ];
    let spans = all.into_iter().filter(|(number, ..)| *number > 0).map(|(_, words, role)| vec![Span::new(words, role)]);
    spans.collect::<Vec<Line>>().join(&Span::dim(say!(", ")))
}
