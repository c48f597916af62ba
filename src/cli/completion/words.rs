//! Whatever else than references can be completed: owners, cycles, tags, rules, revisions.

use std::collections::{BTreeMap, BTreeSet};

use super::candidate::Candidate;
use super::kind::Kind;
use crate::check::{RULES, Rule};
use crate::cli::commands::{FIELDS, help_words};
use crate::cli::desk::ReadingDesk;
use crate::git;
use crate::language::{count, marked, text};
use crate::model::{Cycle, OwnerKey, Pace, Status, map_long};

/// The marks of the scale.
const SCORES: [(&str, &str); 4] = [
    ("0", marked!("no progress")),
    ("30", marked!("some progress")),
    ("70", marked!("a hard objective achieved")),
    ("100", marked!("outstanding")),
];

/// Owners of a kind with their names; of those that can own an objective also whoever does.
pub fn owners(desk: &ReadingDesk, kind: Kind, typed: &str) -> Vec<Candidate> {
    let org = desk.org();
    let mut found: BTreeSet<&OwnerKey> = BTreeSet::new();
    if kind != Kind::Unit {
        found.extend(org.people.keys());
    }
    if kind != Kind::Person {
        found.extend(org.company.iter().chain(org.units.keys()));
    }
    let here = desk.cycle_quietly().filter(|_| kind == Kind::Owner).map(|cycle| desk.store.owners(&cycle));
    found.extend(here.iter().flatten());
    let name = |owner: &OwnerKey| Some(org.name(owner).to_owned()).filter(|name| name != owner.as_str());
    let found = found.into_iter().filter(|owner| owner.as_str().starts_with(typed));
    found.map(|owner| Candidate::new(owner.as_str(), name(owner).as_deref())).collect()
}

/// The cycles, the latest first.
pub fn cycles(desk: &ReadingDesk, typed: &str) -> Vec<Candidate> {
    let found = desk.cycles().iter().rev().filter(|cycle| cycle.id.as_str().starts_with(typed));
    found.map(|cycle| Candidate::new(cycle.id.as_str(), Some(&said_of(cycle)))).collect()
}

/// A cycle's title, else its days.
pub fn said_of(cycle: &Cycle) -> String {
    cycle.title.clone().unwrap_or_else(|| format!("{} – {}", cycle.start, cycle.end))
}

/// The tags in the cycle that is meant, with how many objectives bear each.
pub fn tags(desk: &ReadingDesk, typed: &str) -> Vec<Candidate> {
    let Some(cycle) = desk.cycle_quietly() else { return Vec::new() };
    let objectives = map_long(&desk.store.names(&cycle), |name| desk.store.defined(name));
    let mut counts: BTreeMap<String, usize> = BTreeMap::new();
    for tag in objectives.into_iter().flatten().flat_map(|objective| objective.tags) {
        *counts.entry(tag).or_default() += 1;
    }
    let found = counts.into_iter().filter(|(tag, _)| tag.starts_with(typed));
    let of = |count| count!(count, "objective", "objectives");
    found.map(|(tag, count)| Candidate::new(tag, Some(&of(count)))).collect()
}

/// What is known without a store, of the kinds of which all is known.
pub fn listed(kind: Kind, typed: &str) -> Option<Vec<Candidate>> {
    let words: Vec<Candidate> = match kind {
        Kind::Rule => return Some(rules(typed)),
        Kind::Field => FIELDS.iter().map(|field| Candidate::new(*field, None)).collect(),
        Kind::Status => Status::ALL.iter().map(|status| Candidate::new(status.as_str(), None)).collect(),
        Kind::Pace => Pace::ALL.iter().map(|pace| Candidate::new(pace.as_str(), None)).collect(),
        Kind::Score => SCORES.iter().map(|(score, means)| Candidate::new(*score, Some(text(means)))).collect(),
        Kind::Topic => help_words().map(|(word, about)| Candidate::new(word, Some(&about))).collect(),
        _ => return None,
    };
    Some(words.into_iter().filter(|candidate| candidate.word.starts_with(typed)).collect())
}

/// What `check` looks for, in words or by code.
fn rules(typed: &str) -> Vec<Candidate> {
    let upper = typed.to_uppercase();
    let by_code = !typed.is_empty() && RULES.iter().any(|rule| rule.code.starts_with(&upper));
    let word = |rule: &Rule| if by_code { rule.code } else { rule.name };
    let begins = |word: &str| word.starts_with(if by_code { &upper } else { typed });
    let found = RULES.iter().copied().filter(|rule| begins(word(rule)));
    found.map(|rule| Candidate::new(word(rule), Some(text(rule.what)))).collect()
}

/// Branches and tags of the repository around the store. Behind the points of a range stands another one.
pub fn revisions(desk: &ReadingDesk, typed: &str) -> Vec<Candidate> {
    let at = typed.rfind("..").map_or(0, |at| at + 2);
    let (before, rest) = typed.split_at(at);
    let names = git::revisions(desk.root());
    let found = names.iter().filter(|name| name.starts_with(rest));
    found.map(|name| Candidate::new(format!("{before}{name}"), None)).collect()
}
