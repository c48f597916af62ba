//! What people write into one line besides the title: that it is an objective, whose it is, how it went.

use std::sync::LazyLock;

use regex::Regex;

use super::cells;
use crate::check::titles::pattern;

/// A line in its parts.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Wording {
    pub mark: Option<Mark>,
    /// As written in front, in brackets, or behind with an `@`.
    pub owner: Option<String>,
    /// Owners besides the first.
    pub more_owners: Vec<String>,
    /// `p0`, `p1`: a priority in brackets.
    pub priority: Option<String>,
    pub title: String,
    /// What stands behind `=>`.
    pub result: Option<String>,
    /// 0–100.
    pub score: Option<f64>,
}

/// What a line calls itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Mark {
    Objective,
    KeyResult,
}

static NUMBERED: LazyLock<Regex> = LazyLock::new(|| pattern(r"^\(?[0-9]{1,2}(?:\.[0-9]{1,2})*[.)]\s+"));
static OBJECTIVE: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"(?i)^(?:(?:objective|目标)\s*[0-9]*(?:\.[0-9]+)*\s*[.:：)–—-]\s*|(?:obj|o)\s*[0-9]*\s*[:：]\s*|o[0-9]+\s*[.)–—-]?\s+)",
    )
});
static KEY_RESULT: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"(?i)^(?:(?:key\s+result|关键结果)\s*[0-9]*(?:\.[0-9]+)*\s*[.:：)–—-]\s*|kr\s*[0-9]*(?:\.[0-9]+)*\s*[:：]\s*|kr\s*[0-9]+(?:\.[0-9]+)*\s*[.)–—-]?\s+)",
    )
});
/// `CEO KR:`, `VPE KR2:`.
static OWNER_OF_KR: LazyLock<Regex> =
    LazyLock::new(|| pattern(r"^(?P<owner>[A-Z][\w&/ .-]{0,38}?)\s+(?:KR|Key Result)\s*[0-9]*\s*[:：]\s*"));
/// `CEO:`, `VPE:`: abbreviations of offices, as `NPS:` is none.
static OFFICE: LazyLock<Regex> =
    LazyLock::new(|| pattern(r"^(?P<owner>C[A-Z]{1,2}O|CISO|[ES]?VP[A-Z]{0,2})\s*[:：]\s+"));
static OFFICE_ALONE: LazyLock<Regex> = LazyLock::new(|| pattern(r"^(?:C[A-Z]{1,2}O|CISO|[ES]?VP[A-Z]{0,2})\s*[:：]?$"));
/// `Support:`, `Product Marketing:`, where owners stand in front elsewhere in the document.
static TEAM: LazyLock<Regex> =
    LazyLock::new(|| pattern(r"^(?P<owner>[A-Z][\w&/-]*(?: (?:[A-Z&][\w&/-]*|of|and)){0,3})\s*[:：]\s+"));
/// `[TEAM]`, `[P0]`.
static BRACKETS: LazyLock<Regex> = LazyLock::new(|| pattern(r"^\[(?P<word>[A-Z][A-Z0-9 &/_-]{0,24})\]\s*"));
/// `P0 - `, `PX @ana - `: a priority without brackets.
static PRIORITY: LazyLock<Regex> =
    LazyLock::new(|| pattern(r"^(?P<word>P[0-9X])(?:\s*[-–—:](?:\s+|$)|\s+(?P<handle>@))"));
/// `@ana - `: an owner in front.
static HANDLE_IN_FRONT: LazyLock<Regex> = LazyLock::new(|| pattern(r"^@(?P<owner>[\w.-]*\w)\s*[-–—:]\s+"));
/// ` - @alanshaw`, ` (@ana, @bo)`.
static HANDLES: LazyLock<Regex> = LazyLock::new(|| {
    pattern(r"(?:\s[-–—(\[:,\s]*|[(\[]\s*)(?P<all>@[\w.-]*\w(?:\s*(?:,|&|/|and)?\s*@[\w.-]*\w)*)\s*[)\]]?\.?\s*$")
});
static SCORE: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"(?i)\s*(?:[-–—(\[|]*\s*(?:\b(?:score|grade)|评分|得分)\s*[:：=]?\s*(?P<named>[0-9.]+\s*%?)\s*[)\]]?|[(\[](?P<bare>0\.[0-9]{1,2}|1\.0)[)\]])\s*$",
    )
});

impl Wording {
    /// The parts of a line; where `owners_in_front`, a capitalised word before a colon is one.
    pub fn of(line: &str, owners_in_front: bool) -> Self {
        let mut it = Self::default();
        let mut rest = line.trim();
        rest = it.front(rest, owners_in_front);
        if let Some((before, result)) = rest.split_once("=>").or_else(|| rest.split_once('⇒')) {
            it.result = Some(result.trim().to_owned()).filter(|result| !result.is_empty());
            rest = before.trim_end();
        }
        let mut rest = rest.to_owned();
        if let Some(found) = SCORE.captures(&rest)
            && let Some(number) = found.name("named").or_else(|| found.name("bare"))
            && let Ok(score) = cells::score(number.as_str())
        {
            it.score = Some(score);
            rest.truncate(found.get(0).map_or(rest.len(), |all| all.start()));
        }
        if let Some(found) = HANDLES.captures(&rest).filter(|found| found.get(0).is_some_and(|all| all.start() > 0)) {
            let mut handles = found["all"].split('@').skip(1).map(|one| one.trim_end_matches([' ', ',', '&', '/']));
            let mut handles: Vec<String> =
                handles.by_ref().map(|one| one.trim_end_matches(" and").to_owned()).collect();
            if it.owner.is_none() {
                it.owner = Some(handles.remove(0));
            }
            it.more_owners = handles;
            rest.truncate(found.get(0).map_or(rest.len(), |all| all.start()));
        }
        rest.trim().clone_into(&mut it.title);
        it
    }

    /// Takes what stands in front, in whatever order.
    fn front<'t>(&mut self, mut rest: &'t str, owners_in_front: bool) -> &'t str {
        let first = rest;
        loop {
            if let Some(found) = BRACKETS.captures(rest) {
                let word = &found["word"];
                let priority = word.len() == 2 && word.starts_with('P') && word.ends_with(|c: char| c.is_ascii_digit());
                if priority && self.priority.is_none() {
                    self.priority = Some(word.to_lowercase());
                } else if !priority && self.owner.is_none() {
                    self.owner = Some(word.to_owned());
                } else {
                    return rest;
                }
                rest = &rest[found[0].len()..];
            } else if let Some(found) = NUMBERED.find(rest).filter(|_| rest.len() == first.len()) {
                rest = &rest[found.end()..];
            } else if let Some(found) = OBJECTIVE.find(rest).filter(|_| self.mark.is_none()) {
                self.mark = Some(Mark::Objective);
                rest = &rest[found.end()..];
            } else if let Some(found) = KEY_RESULT.find(rest).filter(|_| self.mark.is_none()) {
                self.mark = Some(Mark::KeyResult);
                rest = &rest[found.end()..];
            } else if let Some(found) = PRIORITY.captures(rest).filter(|_| self.priority.is_none()) {
                self.priority = Some(found["word"].to_lowercase());
                // The handle behind it is looked at next.
                rest = &rest[found.name("handle").map_or(found[0].len(), |handle| handle.start())..];
            } else if let Some(found) = HANDLE_IN_FRONT.captures(rest).filter(|_| self.owner.is_none()) {
                self.owner = Some(found["owner"].to_owned());
                rest = &rest[found[0].len()..];
            } else if let Some((owner, after)) = self.owner_in_front(rest, owners_in_front) {
                self.owner = Some(owner.to_owned());
                rest = after;
            } else {
                return rest;
            }
        }
    }

    fn owner_in_front<'t>(&mut self, rest: &'t str, owners_in_front: bool) -> Option<(&'t str, &'t str)> {
        if self.owner.is_some() {
            return None;
        }
        let of_kr = OWNER_OF_KR.captures(rest);
        if of_kr.is_some() {
            self.mark = Some(Mark::KeyResult);
        }
        let found = of_kr.or_else(|| OFFICE.captures(rest));
        let found = found.or_else(|| TEAM.captures(rest).filter(|_| owners_in_front))?;
        let owner = found.name("owner")?;
        Some((&rest[owner.range()], &rest[found.get(0)?.end()..]))
    }
}

/// Whether a line has an owner in front by signs that leave no doubt: an office before a colon, or `CEO KR:`.
pub fn has_owner_in_front(line: &str) -> bool {
    let line = NUMBERED.replace(line.trim(), "");
    OWNER_OF_KR.is_match(&line) || OFFICE.is_match(&line)
}

/// Whether a line is nothing but an owner: `VPE`, `CMO:`.
pub fn is_owner_alone(line: &str) -> bool {
    OFFICE_ALONE.is_match(line.trim())
}

/// Whether a heading or a line only names what comes: `Key Results:`, `Objectives`.
pub fn is_label(line: &str) -> bool {
    let line = line.trim().trim_end_matches([':', '：']).to_lowercase();
    matches!(
        line.as_str(),
        "okr"
            | "okrs"
            | "objective"
            | "objectives"
            | "key result"
            | "key results"
            | "krs"
            | "kr"
            | "goals"
            | "objectives and key results"
            | "objectives & key results"
            | "目标"
            | "关键结果"
            | "目标与关键结果"
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(line: &str) -> (Option<Mark>, Option<String>, String, Option<String>, Option<f64>) {
        let it = Wording::of(line, false);
        (it.mark, it.owner, it.title, it.result, it.score)
    }

    #[test]
    fn marks_owners_and_results_are_taken_off() {
        let some = |text: &str| Some(text.to_owned());
        assert_eq!(of("O1: Delight"), (Some(Mark::Objective), None, "Delight".into(), None, None));
        assert_eq!(of("Objective 2. Grow"), (Some(Mark::Objective), None, "Grow".into(), None, None));
        assert_eq!(of("KR1.2: NPS 50"), (Some(Mark::KeyResult), None, "NPS 50".into(), None, None));
        assert_eq!(of("关键结果1：续约率"), (Some(Mark::KeyResult), None, "续约率".into(), None, None));
        assert_eq!(
            of("CEO KR: 60%+ of activations => 70%"),
            (Some(Mark::KeyResult), some("CEO"), "60%+ of activations".into(), some("70%"), None)
        );
        assert_eq!(of("1. CEO: Increase ARR"), (None, some("CEO"), "Increase ARR".into(), None, None));
        assert_eq!(of("Published - @diasdavid"), (None, some("diasdavid"), "Published".into(), None, None));
        assert_eq!(of("Faster builds (score: 0.7)"), (None, None, "Faster builds".into(), None, Some(70.0)));
        let plain = Wording::of("P0 @kevina - base32 is on", false);
        assert_eq!(
            (plain.priority.as_deref(), plain.owner.as_deref(), plain.title.as_str()),
            (Some("p0"), Some("kevina"), "base32 is on")
        );
        assert_eq!(Wording::of("PX -", false).title, "");
        assert_eq!(Wording::of("P1 bugs are gone", false).title, "P1 bugs are gone");
        assert_eq!(of("Hire 5 engineers (0.7)"), (None, None, "Hire 5 engineers".into(), None, Some(70.0)));
        let task = Wording::of("[P0] [DOCS] Write it (@ana, @bo)", false);
        assert_eq!((task.priority.as_deref(), task.owner.as_deref()), (Some("p0"), Some("DOCS")));
        assert_eq!(
            (task.title.as_str(), task.more_owners.as_slice()),
            ("Write it", &["ana".to_owned(), "bo".to_owned()][..])
        );
    }

    #[test]
    fn what_only_looks_alike_stays_in_the_title() {
        for line in ["Daemon: runs", "NPS: 31 -> 50", "Own it", "2 new contributors", "Mail a@b.example", "Or else"] {
            assert_eq!(Wording::of(line, false), Wording { title: line.to_owned(), ..Wording::default() });
        }
        assert_eq!(Wording::of("Support: 100% SLA", true).owner.as_deref(), Some("Support"));
    }
}
