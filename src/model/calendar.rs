//! Cycle names that carry their own dates: quarters, months, halves, years and ISO weeks, by calendar or fiscal year.

use chrono::{Datelike, Days, Months, NaiveDate, Weekday};

use super::key::CycleId;
use super::settings::Cadence;

/// What length of time a cycle's name stands for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Period {
    Quarter,
    Month,
    Half,
    Year,
    Week,
}

/// A cycle's dates read from its name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Span {
    pub period: Period,
    pub start: NaiveDate,
    pub end: NaiveDate,
}

/// The first and last year that a name may carry.
const YEARS: std::ops::RangeInclusive<i32> = 1970..=2999;

/// Reads `2026-Q4`, `2026-10`, `2026-H2`, `2026`, `2026-W40`, with `FY` in front or not. Quarters, halves and years begin
/// in `fiscal_start` (1–12) and bear the number of the year in which the fiscal year ends; months and weeks are the
/// calendar's. `None` for a name that carries no dates or dates that do not exist.
pub fn span_of(id: &CycleId, fiscal_start: u32) -> Option<Span> {
    let text = id.as_str().strip_prefix("FY").unwrap_or(id.as_str());
    let (year, part) = match text.split_once('-') {
        Some((year, part)) => (year, Some(part)),
        None => (text, None),
    };
    if year.len() != 4 || !year.bytes().all(|b| b.is_ascii_digit()) {
        return None;
    }
    let year: i32 = year.parse().ok().filter(|year| YEARS.contains(year))?;
    let Some(part) = part else { return months(Period::Year, fiscal_year_begins(year, fiscal_start)?, 0, 12) };
    let digits = |text: &str| text.bytes().all(|b| b.is_ascii_digit()).then(|| text.parse::<u32>().ok()).flatten();
    match part.as_bytes() {
        [b'Q', b'1'..=b'4'] => {
            let index = digits(&part[1..])? - 1;
            months(Period::Quarter, fiscal_year_begins(year, fiscal_start)?, index * 3, 3)
        }
        [b'H', b'1' | b'2'] => {
            let index = digits(&part[1..])? - 1;
            months(Period::Half, fiscal_year_begins(year, fiscal_start)?, index * 6, 6)
        }
        [b'W', _, _] => {
            let start = NaiveDate::from_isoywd_opt(year, digits(&part[1..])?, Weekday::Mon)?;
            Some(Span { period: Period::Week, start, end: start.checked_add_days(Days::new(6))? })
        }
        [_, _] => months(Period::Month, NaiveDate::from_ymd_opt(year, digits(part)?, 1)?, 0, 1),
        _ => None,
    }
}

/// The name of the cycle of this cadence that holds `day`.
pub fn id_for(day: NaiveDate, cadence: Cadence, fiscal_start: u32) -> String {
    match cadence {
        Cadence::Month => day.format("%Y-%m").to_string(),
        Cadence::Quarter => {
            let months_in = (day.month() + 12 - fiscal_start) % 12;
            let begun = if day.month() < fiscal_start { day.year() - 1 } else { day.year() };
            let year = if fiscal_start == 1 { begun } else { begun + 1 };
            format!("{year}-Q{}", months_in / 3 + 1)
        }
    }
}

/// How many days a cycle of this cadence may have, at least and at most.
pub fn cadence_days(cadence: Cadence) -> (i64, i64) {
    match cadence {
        Cadence::Quarter => (89, 92),
        Cadence::Month => (28, 31),
    }
}

fn fiscal_year_begins(year: i32, fiscal_start: u32) -> Option<NaiveDate> {
    let begins = if fiscal_start == 1 { year } else { year - 1 };
    NaiveDate::from_ymd_opt(begins, fiscal_start, 1)
}

fn months(period: Period, base: NaiveDate, skip: u32, length: u32) -> Option<Span> {
    let start = base.checked_add_months(Months::new(skip))?;
    let end = start.checked_add_months(Months::new(length))?.pred_opt()?;
    Some(Span { period, start, end })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn dates(id: &str, fiscal: u32) -> Option<(String, String)> {
        let span = span_of(&id.parse().unwrap(), fiscal)?;
        Some((span.start.to_string(), span.end.to_string()))
    }

    fn pair(start: &str, end: &str) -> Option<(String, String)> {
        Some((start.to_owned(), end.to_owned()))
    }

    #[test]
    fn names_carry_their_dates() {
        assert_eq!(dates("2026-Q4", 1), pair("2026-10-01", "2026-12-31"));
        assert_eq!(dates("2028-02", 1), pair("2028-02-01", "2028-02-29"));
        assert_eq!(dates("2026-H2", 1), pair("2026-07-01", "2026-12-31"));
        assert_eq!(dates("2026", 1), pair("2026-01-01", "2026-12-31"));
        assert_eq!(dates("2026-W53", 1), pair("2026-12-28", "2027-01-03"));
        assert_eq!(dates("2025-W53", 1), None);
        assert_eq!(dates("2026-13", 1), None);
        assert_eq!(dates("2026-Q5", 1), None);
        assert_eq!(dates("summer", 1), None);
    }

    #[test]
    fn fiscal_years_bear_the_number_of_the_year_they_end_in() {
        assert_eq!(dates("FY2027-Q1", 4), pair("2026-04-01", "2026-06-30"));
        assert_eq!(dates("2027-Q4", 4), pair("2027-01-01", "2027-03-31"));
        assert_eq!(dates("2027", 10), pair("2026-10-01", "2027-09-30"));
        assert_eq!(dates("2027-02", 10), pair("2027-02-01", "2027-02-28"));
    }

    #[test]
    fn the_name_for_a_day_holds_that_day() {
        for fiscal in 1..=12 {
            let mut day = NaiveDate::from_ymd_opt(2026, 1, 1).unwrap();
            for _ in 0..400 {
                for cadence in [Cadence::Quarter, Cadence::Month] {
                    let span = span_of(&id_for(day, cadence, fiscal).parse().unwrap(), fiscal).unwrap();
                    assert!(span.start <= day && day <= span.end, "{day} {fiscal} {span:?}");
                }
                day = day.succ_opt().unwrap();
            }
        }
    }
}
