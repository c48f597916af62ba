//! The lines below headings that say what the heading is: a cycle's days, an owner's key, an objective's name and kind.

use chrono::NaiveDate;

use super::phrase::{Phrase, parts};
use super::point::is_figure;
use crate::exchange::import::draft::End;
use crate::exchange::import::markdown::text::Text;
use crate::language::marked;
use crate::model::{Kind, ObjectiveRef, OwnerKey, ReferenceQuery, Slug, day_of};

/// What the line below an objective's heading says.
#[derive(Debug, PartialEq)]
pub struct Facts {
    pub owner: OwnerKey,
    pub slug: Slug,
    pub kind: Kind,
    pub weight: Option<f64>,
    pub end: Option<End>,
    /// What else stands there.
    pub rest: Vec<String>,
}

/// `acme/renewing`, aspirational, weight 2, completed, 40 %, ✗ off track
pub fn facts(line: &Text) -> Option<Facts> {
    let (code, words) = behind_code(line)?;
    let query: ReferenceQuery = code.parse().ok()?;
    let (None, Some(owner), None) = (query.cycle, query.owner, query.key_result) else { return None };
    let mut words = parts(words);
    let kind = kind(words.next()?)?;
    let mut facts = Facts { owner, slug: query.objective, kind, weight: None, end: None, rest: Vec::new() };
    for word in words {
        let weight = Phrase::of(marked!("weight {weight}")).read(word, ["weight"]);
        if let Some(weight) = weight.and_then(|[weight]| weight.parse().ok()) {
            facts.weight = Some(weight);
        } else if Phrase::of(marked!("completed")).is(word) {
            facts.end = Some(End::Completed);
        } else if Phrase::of(marked!("abandoned")).is(word) {
            facts.end = Some(End::Abandoned);
        } else if !is_figure(word) {
            facts.rest.push(word.to_owned());
        }
    }
    Some(facts)
}

fn kind(word: &str) -> Option<Kind> {
    let is = |phrase: Phrase, kind| phrase.is(word).then_some(kind);
    is(Phrase::of(marked!("aspirational")), Kind::Aspirational)
        .or_else(|| is(Phrase::of(marked!("committed")), Kind::Committed))
}

/// `acme`, company
pub fn owner(line: &Text) -> Option<OwnerKey> {
    let (code, words) = behind_code(line)?;
    let levels = [marked!("company"), marked!("department"), marked!("individual")].map(Phrase::of);
    let mut words = parts(words);
    let level = words.next().filter(|word| levels.iter().any(|level| level.is(word)));
    level.filter(|_| words.next().is_none()).and_then(|_| code.parse().ok())
}

/// 2026-10-01 to 2026-12-31, as of 2026-11-15
pub fn days(line: &Text) -> Option<(NaiveDate, NaiveDate)> {
    let phrase = Phrase::of(marked!("{start} to {end}, as of {as_of}"));
    let day = |text: &str| -> Option<NaiveDate> { day_of(text) };
    let [start, end, as_of] = phrase.read(&line.words, ["start", "end", "as_of"])?.map(day);
    let (start, end) = (start?, end?);
    (as_of.is_some() && start <= end).then_some((start, end))
}

/// Aligns to `2026-Q4/acme/renewing.nps`, `acme/growth`: whole references, within a cycle where they name it.
pub fn parents(line: &Text, cycle: Option<&str>) -> Option<Vec<String>> {
    let names = named(line, Phrase::of(marked!("aligns to ")))?;
    let whole = |name: &String| {
        let query: ReferenceQuery = name.parse().ok().filter(|query: &ReferenceQuery| query.owner.is_some())?;
        Some(match (&query.cycle, cycle) {
            (None, Some(cycle)) => format!("{cycle}/{query}"),
            _ => query.to_string(),
        })
    };
    names.iter().map(whole).collect()
}

/// Tagged `growth`, `2026 bets`
pub fn tags(line: &Text) -> Option<Vec<String>> {
    named(line, Phrase::of(marked!("tagged ")))
}

/// The names that stand as code behind a phrase, with nothing but commas between.
fn named(line: &Text, phrase: Phrase) -> Option<Vec<String>> {
    let mut rest = phrase.strip(&line.words)?;
    for code in &line.codes {
        let shown = code.split_whitespace().collect::<Vec<_>>().join(" ");
        rest = rest.trim_start_matches([',', '，', ' ']).strip_prefix(shown.as_str())?;
    }
    let is_prose = line.codes.iter().all(|code| is_mention(code));
    (rest.is_empty() && !is_prose).then(|| line.codes.iter().map(|code| as_written(code)).collect())
}

/// The code that a line begins with, and what stands behind it.
fn behind_code(line: &Text) -> Option<(&str, &str)> {
    let code = line.codes.first()?;
    Some((code, line.words.strip_prefix(code.as_str())?))
}

/// Whether a code is one that exports make of a mention or the number of an issue within a text: `@ana`, `#12`.
pub fn is_mention(code: &str) -> bool {
    let digits = code.strip_prefix(['#', '!']);
    code.starts_with('@') || digits.is_some_and(|digits| digits.bytes().all(|byte| byte.is_ascii_digit()))
}

/// A code as it was before it was made harmless for tables.
pub fn as_written(code: &str) -> String {
    code.replace("\\|", "|")
}

/// How an objective, and what belongs to it, is called in the file.
pub fn called(cycle: Option<&str>, owner: &OwnerKey, slug: &Slug) -> String {
    let cycle = cycle.and_then(|cycle| cycle.parse().ok());
    match cycle {
        Some(cycle) => ObjectiveRef { cycle, owner: owner.clone(), slug: slug.clone() }.to_string(),
        None => format!("{owner}/{slug}"),
    }
}
