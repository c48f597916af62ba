//! Days as they are written.

use chrono::NaiveDate;

/// A day written as `2026-11-30`, in the years 1900 to 2999; nothing else is one.
pub fn day_of(text: &str) -> Option<NaiveDate> {
    let shaped = text.len() == 10 && text.bytes().all(|b| b.is_ascii_digit() || b == b'-');
    let day = shaped.then(|| text.parse::<NaiveDate>().ok()).flatten()?;
    ("1900".."3000").contains(&&text[..4]).then_some(day)
}

#[cfg(test)]
mod tests {
    use super::day_of;

    #[test]
    fn a_day_is_written_in_one_way() {
        assert!(day_of("2028-02-29").is_some());
        for other in ["2026-02-29", "023-3-3", "0023-03-03", "2026-1-1", "10000-01-01", "2026-11-30 ", "20261130", ""] {
            assert_eq!(day_of(other), None, "{other:?}");
        }
    }
}
