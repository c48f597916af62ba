//! What `okr diff A B`, `A..B` and `A...B` stand for.

use chrono::NaiveDate;

use crate::cli::error::Failure;
use crate::language::say;
use crate::model::day_of;

/// One of the two states that are compared.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum State {
    /// The store on disk, now.
    Disk,
    /// The store on disk as of the end of a day.
    Day(NaiveDate),
    /// A revision, as Git knows it.
    Revision(String),
    /// The commit from which two revisions parted.
    Base(String, String),
}

impl State {
    /// A day or a revision. A tag that is called like a day goes by `tags/2026-11-01`.
    fn of(text: &str) -> Self {
        let text = if text.is_empty() { "HEAD" } else { text };
        day_of(text).map_or_else(|| State::Revision(text.to_owned()), State::Day)
    }
}

/// The two states that the arguments name.
///
/// # Errors
/// When they name more than two, a day and a revision, or the base of what is no revision.
pub fn range(args: &[String]) -> Result<(State, State), Failure> {
    if let Some(day) = args.iter().flat_map(|arg| arg.split("..")).find(|text| is_no_day(text)) {
        return Err(Failure::usage(say!("there is no day {day}", day))
            .hint(say!("days are written as 2026-11-15; a tag of that name goes by tags/NAME")));
    }
    let (before, after) = states(args)?;
    let mixed = |day: &NaiveDate, rev: &str| {
        Failure::usage(say!("{day} is a day and {revision} a revision", day, revision = rev)).hint(say!(
            "between two days the history on disk is replayed, between two revisions Git is asked; name two of a kind"
        ))
    };
    match (&before, &after) {
        (State::Day(day), State::Revision(rev)) | (State::Revision(rev), State::Day(day)) => Err(mixed(day, rev)),
        _ => Ok((before, after)),
    }
}

/// Whether a text is written as a day and is none: the 31st of a short month, or a thirteenth one.
fn is_no_day(text: &str) -> bool {
    let text = text.trim_matches('.');
    let shaped = |(at, byte): (usize, u8)| if matches!(at, 4 | 7) { byte == b'-' } else { byte.is_ascii_digit() };
    text.len() == 10 && text.bytes().enumerate().all(shaped) && day_of(text).is_none()
}

fn states(args: &[String]) -> Result<(State, State), Failure> {
    match args {
        [] => Ok((State::of("HEAD"), State::Disk)),
        [one] => match (one.split_once("..."), one.split_once("..")) {
            (Some((a, b)), _) => since_parting(State::of(a), State::of(b)),
            (None, Some((a, b))) => Ok((State::of(a), State::of(b))),
            (None, None) => Ok((State::of(one), State::Disk)),
        },
        [a, b] if !a.contains("..") && !b.contains("..") => Ok((State::of(a), State::of(b))),
        _ => Err(Failure::usage(say!("two states can be compared, not more"))
            .hint(say!("okr diff A B, okr diff A..B, or okr diff A...B from where B left A"))),
    }
}

fn since_parting(a: State, b: State) -> Result<(State, State), Failure> {
    match (a, b) {
        (State::Revision(a), State::Revision(b)) => Ok((State::Base(a, b.clone()), State::Revision(b))),
        _ => Err(Failure::usage(say!("... goes from where two branches parted; days do not part"))
            .hint(say!("write two dots between days: 2026-11-01..2026-11-15"))),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(line: &str) -> Option<(State, State)> {
        let args: Vec<String> = line.split_whitespace().map(str::to_owned).collect();
        range(&args).ok()
    }

    #[test]
    fn a_range_is_read_as_git_reads_it() {
        let rev = |name: &str| State::Revision(name.to_owned());
        let day = |text: &str| State::Day(text.parse().unwrap());
        let base = |a: &str, b: &str| State::Base(a.to_owned(), b.to_owned());
        assert_eq!(read(""), Some((rev("HEAD"), State::Disk)));
        assert_eq!(read("main"), Some((rev("main"), State::Disk)));
        assert_eq!(read("v1 HEAD~3"), Some((rev("v1"), rev("HEAD~3"))));
        assert_eq!(read("v1..main"), Some((rev("v1"), rev("main"))));
        assert_eq!(read("main.."), Some((rev("main"), rev("HEAD"))));
        assert_eq!(read("main...topic"), Some((base("main", "topic"), rev("topic"))));
        assert_eq!(read("main..."), Some((base("main", "HEAD"), rev("HEAD"))));
        assert_eq!(read("2026-11-01"), Some((day("2026-11-01"), State::Disk)));
        assert_eq!(read("2026-11-01 2026-11-15"), Some((day("2026-11-01"), day("2026-11-15"))));
        assert_eq!(read("2026-11-01..main"), None);
        assert_eq!(read("tags/2026-11-01"), Some((rev("tags/2026-11-01"), State::Disk)));
        assert_eq!(read("2026-11-01...2026-11-15"), None);
        assert_eq!(read("a..b c"), None);
        assert_eq!(read("2026-13-01"), None);
        assert_eq!(read("2026-11-01..2026-11-31"), None);
    }
}
