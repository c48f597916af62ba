//! `okr find`: where words occur in what people wrote.

use std::cmp::Reverse;
use std::ops::Range;

use chrono::{DateTime, NaiveDate, Utc};
use regex::{Regex, RegexBuilder};
use serde::Serialize;

use super::figures::VERSION;
use super::filter::Filter;
use crate::analysis::{Assessment, live};
use crate::language::say;
use crate::model::{CycleId, Event, KeyResultId, Lifecycle, ObjectiveRef, OwnerKey, Record, What};

#[derive(Debug, Serialize)]
pub struct Finds {
    pub version: u32,
    pub as_of: NaiveDate,
    pub words: Vec<String>,
    /// Objectives in which every word occurs: those of later cycles first, then those with a word in a title, then those in
    /// which it was written last.
    pub objectives: Vec<Find>,
}

/// An objective in which all words occur.
#[derive(Debug, Serialize)]
pub struct Find {
    #[serde(rename = "ref")]
    pub reference: ObjectiveRef,
    pub cycle: CycleId,
    pub owner: OwnerKey,
    pub title: String,
    pub state: Lifecycle,
    /// The texts with any of the words: the definition's, then the history's, latest first.
    pub places: Vec<FoundPlace>,
}

/// A text in which a word occurs.
#[derive(Debug, Clone, Serialize)]
pub struct FoundPlace {
    /// `title`, `description`, `tag`, `initiative`, or the event's name.
    pub place: &'static str,
    pub key_result: Option<KeyResultId>,
    /// When and by whom it was written, in a history.
    pub at: Option<DateTime<Utc>>,
    pub by: Option<String>,
    pub text: String,
    /// Where the words are in it, in bytes.
    #[serde(skip)]
    pub hits: Vec<Range<usize>>,
}

/// Words to look for, whatever their case.
#[derive(Debug, Clone)]
pub struct Words {
    words: Vec<String>,
    patterns: Vec<Regex>,
}

impl Words {
    /// Words as they were typed; a word may hold spaces.
    ///
    /// # Errors
    /// When there are none, or more than a pattern can hold.
    pub fn new(typed: &[String]) -> Result<Self, WordsError> {
        let words: Vec<String> =
            typed.iter().map(|word| word.trim().to_owned()).filter(|word| !word.is_empty()).collect();
        if words.is_empty() {
            return Err(WordsError::None);
        }
        let pattern = |word: &String| RegexBuilder::new(&regex::escape(word)).case_insensitive(true).build();
        let patterns = words.iter().map(pattern).collect::<Result<_, _>>().map_err(|_| WordsError::TooLong)?;
        Ok(Self { words, patterns })
    }

    /// Where the words are in a text, in order, one hit inside another left out.
    fn hits(&self, text: &str) -> Vec<Range<usize>> {
        let mut all: Vec<Range<usize>> =
            self.patterns.iter().flat_map(|word| word.find_iter(text)).map(|found| found.range()).collect();
        all.sort_by_key(|range| (range.start, Reverse(range.end)));
        let mut end = 0;
        all.retain(|range| {
            let apart = range.start >= end;
            end = end.max(range.end);
            apart
        });
        all
    }
}

/// Why words cannot be looked for.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum WordsError {
    #[error("{}", say!("there is no word to look for"))]
    None,
    #[error("{}", say!("a word is too long to look for"))]
    TooLong,
}

/// Everything that people wrote in which the words occur.
pub fn find(assessment: &Assessment, words: &Words, filter: &Filter) -> Finds {
    let snapshot = assessment.snapshot;
    let all = snapshot.objectives.iter().enumerate().filter(|(at, _)| filter.passes(assessment, *at));
    let found = |(at, record): (usize, &Record)| {
        let texts = texts(record, assessment);
        let occurs = |word: &Regex| texts.iter().any(|place| word.is_match(&place.text));
        if !words.patterns.iter().all(occurs) {
            return None;
        }
        let hit = |mut place: FoundPlace| {
            place.hits = words.hits(&place.text);
            (!place.hits.is_empty()).then_some(place)
        };
        Some(Find {
            reference: record.reference.clone(),
            cycle: record.reference.cycle.clone(),
            owner: record.reference.owner.clone(),
            title: record.objective.title.clone(),
            state: assessment.objectives[at].own.lifecycle.clone(),
            places: texts.into_iter().filter_map(hit).collect(),
        })
    };
    let mut objectives: Vec<Find> = all.filter_map(found).collect();
    objectives.sort_by_cached_key(|find| {
        let start = snapshot.cycle(&find.cycle).map(|cycle| cycle.start);
        let in_title = find.places.iter().any(|place| place.place == "title");
        let last = find.places.iter().filter_map(|place| place.at).max();
        (Reverse(start), Reverse(in_title), Reverse(last), find.reference.clone())
    });
    Finds { version: VERSION, as_of: assessment.moment.day, words: words.words.clone(), objectives }
}

/// Everything that people wrote of an objective up to the moment.
fn texts(record: &Record, assessment: &Assessment) -> Vec<FoundPlace> {
    let objective = &record.objective;
    let defined = |place, key_result: Option<&KeyResultId>, text: &str| FoundPlace {
        place,
        key_result: key_result.cloned(),
        at: None,
        by: None,
        text: text.to_owned(),
        hits: Vec::new(),
    };
    let mut all = vec![defined("title", None, &objective.title)];
    all.extend(objective.description.iter().map(|text| defined("description", None, text)));
    all.extend(objective.tags.iter().map(|tag| defined("tag", None, tag)));
    for kr in &objective.key_results {
        all.push(defined("title", Some(&kr.id), &kr.title));
        all.extend(kr.initiatives.iter().map(|one| defined("initiative", Some(&kr.id), &one.title)));
    }
    let events: Vec<&Event> = live(&record.events, &assessment.moment).collect();
    all.extend(events.into_iter().rev().filter(|event| !matches!(event.what, What::Create)).flat_map(written));
    all
}

fn written(event: &Event) -> impl Iterator<Item = FoundPlace> {
    event.what.texts().map(|text| FoundPlace {
        place: event.what.name(),
        key_result: event.key_result().cloned(),
        at: Some(event.at),
        by: Some(event.by.to_string()),
        text: text.to_owned(),
        hits: Vec::new(),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(typed: &[&str]) -> Words {
        Words::new(&typed.iter().map(|word| (*word).to_owned()).collect::<Vec<_>>()).unwrap()
    }

    #[test]
    fn words_are_found_whatever_their_case_and_script() {
        let hits = |typed: &[&str], text: &str| -> Vec<String> {
            words(typed).hits(text).into_iter().map(|hit| text[hit].to_owned()).collect()
        };
        assert_eq!(hits(&["renew"], "Make RENEWING renew"), ["RENEW", "renew"]);
        assert_eq!(hits(&["续约"], "让客户续约"), ["续约"]);
        assert_eq!(hits(&["ÜBER"], "über"), ["über"]);
        assert!(hits(&["a.b"], "axb").is_empty());
        assert_eq!(hits(&["renew", "newing"], "renewing"), ["renew"]);
        assert_eq!(Words::new(&[" ".to_owned()]).unwrap_err(), WordsError::None);
    }
}
