//! Single values as other tools write them: days, words for a status, scores.

use chrono::{DateTime, NaiveDate, Utc};

use super::draft::{End, Unfit};
use super::numbers::{amount, percent};
use crate::model::{Confidence, Status, day_of};

/// The forms of a day in which year, month and day cannot be mistaken for each other.
const DAYS: &[&str] =
    &["%Y/%m/%d", "%Y.%m.%d", "%Y年%m月%d日", "%d %b %Y", "%d %B %Y", "%b %d, %Y", "%B %d, %Y", "%d-%b-%Y"];

/// A day, or the day of a moment.
///
/// # Errors
/// When it is none, or could be two.
pub fn day(text: &str) -> Result<NaiveDate, Unfit> {
    let text = text.trim();
    let date = text.get(..10).filter(|_| text.as_bytes().get(10).is_none_or(|byte| matches!(byte, b'T' | b' ')));
    let spaced = || DAYS.iter().find_map(|form| NaiveDate::parse_from_str(text, form).ok());
    let within = |day: &NaiveDate| day_of(&day.to_string()).is_some();
    date.and_then(day_of)
        .or_else(spaced)
        .filter(within)
        .or_else(|| moment(text).map(|at| at.date_naive()))
        .ok_or(Unfit::Day)
}

/// A moment in RFC 3339, or in milliseconds since 1970.
pub fn moment(text: &str) -> Option<DateTime<Utc>> {
    let text = text.trim();
    let millis = || text.parse().ok().filter(|_| text.len() >= 12).and_then(DateTime::from_timestamp_millis);
    let at = DateTime::parse_from_rfc3339(text).ok().map(|at| at.with_timezone(&Utc)).or_else(millis)?;
    day_of(&at.date_naive().to_string()).map(|_| at)
}

/// Whether a text stands for nothing, as people write it where a table wants a number, a day or a name.
pub fn is_nothing(text: &str) -> bool {
    matches!(text.trim().to_lowercase().as_str(), "n/a" | "n.a." | "tbd" | "tba" | "tbc" | "-" | "–" | "—" | "--")
}

/// Yes or no.
///
/// # Errors
/// When it is neither.
pub fn flag(text: &str) -> Result<bool, Unfit> {
    match text.trim().to_lowercase().as_str() {
        "true" | "yes" | "y" | "done" | "complete" | "completed" | "achieved" | "1" | "x" | "✓" | "✔" | "✅" | "是"
        | "已完成" | "完成" => Ok(true),
        "false" | "no" | "n" | "open" | "not done" | "incomplete" | "0" | "否" | "未完成" => Ok(false),
        _ => Err(Unfit::Flag),
    }
}

/// What a word for a state says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum State {
    Status(Status),
    End(End),
    /// A word for being under way, which says nothing of how it goes.
    UnderWay,
}

/// How something stands, in the words of other tools.
pub fn state(text: &str) -> Option<State> {
    let word = text.trim().to_lowercase().replace(['_', '-'], " ");
    Some(match word.as_str() {
        "on track" | "normal" | "on target" | "ahead" | "healthy" | "green" | "正常" | "进展正常" => {
            State::Status(Status::OnTrack)
        }
        "at risk" | "needs attention" | "risk" | "warning" | "yellow" | "amber" | "有风险" => {
            State::Status(Status::AtRisk)
        }
        "off track" | "behind" | "delayed" | "overdue" | "blocked" | "red" | "已延期" | "延期" | "落后" => {
            State::Status(Status::OffTrack)
        }
        "done" | "complete" | "completed" | "achieved" | "accomplished" | "closed" | "finished" | "已完成" | "完成" => {
            State::End(End::Completed)
        }
        "abandoned" | "cancelled" | "canceled" | "dropped" | "archived" | "已取消" | "取消" => {
            State::End(End::Abandoned)
        }
        "created" | "ongoing" | "in progress" | "not started" | "open" | "active" | "draft" | "pending" | "new"
        | "proposed" | "planned" | "进行中" | "未开始" => State::UnderWay,
        _ => return None,
    })
}

/// A mark from 0 to 100, from `70`, `70 %` or `0.7`.
///
/// # Errors
/// When it is none, or is 1, which is the whole on one scale and next to nothing on the other.
pub fn score(text: &str) -> Result<f64, Unfit> {
    let (number, unit) = amount(text)?;
    let value = number.as_f64();
    match unit.as_deref() {
        Some("%" | "％") if (0.0..=100.0).contains(&value) => Ok(value),
        Some(_) => Err(Unfit::Score),
        None if value == 1.0 && text.contains('.') => Ok(100.0),
        None if value == 1.0 => Err(Unfit::ScoreScale),
        None if value > 0.0 && value < 1.0 => Ok(crate::model::rounded(value * 100.0, 6)),
        None if (0.0..=100.0).contains(&value) => Ok(value),
        None => Err(Unfit::Score),
    }
}

/// How sure somebody is, from 1 to 10: `7`, `7/10`, `70 %`, `0.7`.
///
/// # Errors
/// When it is none.
pub fn confidence(text: &str) -> Result<Confidence, Unfit> {
    let text = text.trim().trim_end_matches("/10").trim();
    let (number, unit) = amount(text)?;
    let value = match unit.as_deref() {
        Some("%" | "％") => number.as_f64() / 10.0,
        None if number.as_f64() < 1.0 || text == "1.0" => number.as_f64() * 10.0,
        None => number.as_f64(),
        Some(_) => return Err(Unfit::Confidence),
    };
    value.round().to_string().parse().map_err(|_| Unfit::Confidence)
}

/// How much something counts: any number from 0 to 1000, in percent too.
///
/// # Errors
/// When it is none.
pub fn weight(text: &str) -> Result<f64, Unfit> {
    let weight = percent(text)?;
    crate::model::Weight::new(weight).map(crate::model::Weight::get).map_err(|_| Unfit::Weight)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_are_taken_where_they_are_one() {
        let same = NaiveDate::from_ymd_opt(2026, 11, 30).unwrap();
        for text in [
            "2026-11-30",
            "2026/11/30",
            "2026年11月30日",
            "30 Nov 2026",
            "Nov 30, 2026",
            "2026-11-30T10:00:00Z",
            "1796032800000",
        ] {
            assert_eq!(day(text), Ok(same), "{text}");
        }
        for text in ["11/30/2026", "30.11.2026", "2026-11-31", "soon", "12026-11-30", "30 Nov 26"] {
            assert_eq!(day(text), Err(Unfit::Day), "{text}");
        }
    }

    #[test]
    fn marks_and_confidence_are_read_in_each_scale() {
        assert_eq!(["70", "0.7", "70 %", "1.0", "0"].map(score), [Ok(70.0), Ok(70.0), Ok(70.0), Ok(100.0), Ok(0.0)]);
        assert_eq!((score("1"), score("101")), (Err(Unfit::ScoreScale), Err(Unfit::Score)));
        assert_eq!(["7", "7/10", "70%", "0.7"].map(|text| confidence(text).unwrap().to_string()), ["7", "7", "7", "7"]);
        assert_eq!(confidence("11"), Err(Unfit::Confidence));
    }

    #[test]
    fn what_stands_for_nothing_is_known() {
        assert!(["N/A", "tbd", "-", "–", "n.a."].iter().all(|text| is_nothing(text)));
        assert!(["0", "-1", "Ana", "no"].iter().all(|text| !is_nothing(text)));
    }
}
