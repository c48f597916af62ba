//! Items of lists: objectives where items stand below them, else key results, and what is below those.

use super::blocks::{Block, Item};
use super::link::{self, Link};
use super::outline::{Outline, Under};
use super::result::result;
use super::text::with_links;
use crate::exchange::import::cycle_name::{cycle_name, within};
use crate::exchange::import::draft::{DraftKeyResult, Place, Said, Why, Wrong};
use crate::exchange::import::measure::Measure;
use crate::exchange::import::wording::{Mark, is_label, is_owner_alone};
use crate::model::Initiative;

/// Adds the items of a list.
pub fn list(outline: &mut Outline, items: &[Item], under: &Under) {
    for item in items {
        one(outline, item, under);
    }
}

fn one(outline: &mut Outline, item: &Item, under: &Under) {
    let words = item.text.words.as_str();
    let holds = item.below.iter().any(|block| matches!(block, Block::List(_)));
    if holds && is_label(words) {
        outline.label(&item.text);
        return below(outline, item, under);
    }
    if holds && (is_owner_alone(words) || (outline.is_owner)(words)) {
        let owner = words.trim_end_matches([':', '：']).to_owned();
        outline.name_by(&item.text, &owner);
        return below(outline, item, &Under { owner: Some(owner), ..under.clone() });
    }
    if let Some(cycle) = cycle_name(words).filter(|_| holds && under.objective.is_none()) {
        let cycle = within(under.cycle.as_deref(), cycle);
        outline.name_by(&item.text, &cycle);
        return below(outline, item, &Under { cycle: Some(cycle), ..under.clone() });
    }
    let mark = outline.wording(words).mark;
    let is_objective = match (mark, under.objective) {
        (Some(Mark::Objective), _) => true,
        (Some(Mark::KeyResult), Some(_)) => false,
        (_, None) => holds,
        (None, Some(_)) => item.task.is_none() && has_key_results(outline, item),
    };
    match under.objective {
        _ if is_objective => {
            let Some(at) = outline.objective(&item.text, under) else { return below(outline, item, under) };
            below(outline, item, &Under { objective: Some(at), ..under.clone() });
            own_result(outline, at, item);
        }
        Some(objective) => key_result(outline, objective, item, under),
        None => {
            outline.left_text(&item.text, Why::NoObjective);
            below(outline, item, under);
        }
    }
}

/// What stands below an item that is no key result.
fn below(outline: &mut Outline, item: &Item, under: &Under) {
    for block in &item.below {
        match block {
            Block::List(items) => list(outline, items, under),
            Block::Paragraph(lines) => {
                for line in lines {
                    outline.prose(line, under.objective);
                }
            }
            Block::Heading { text, .. } => outline.left_text(text, Why::Heading),
            Block::FrontMatter { line, text } => outline.left(*line, text.clone(), Why::Code),
            Block::Other { line, text, why } => outline.left(*line, text.clone(), *why),
        }
    }
}

/// Whether what stands below an item are key results: they have owners, results, marks or items of their own.
fn has_key_results(outline: &Outline, item: &Item) -> bool {
    let is_one = |item: &Item| {
        let wording = outline.wording(&item.text.words);
        let is_alone = is_owner_alone(&item.text.words);
        wording.mark == Some(Mark::KeyResult)
            || (wording.owner.is_some() && outline.owners_in_front)
            || wording.result.is_some()
            || is_alone
    };
    item.below.iter().any(|block| match block {
        Block::List(items) => {
            items.iter().any(|item| item.task.is_none() && (is_one(item) || has_key_results(outline, item)))
        }
        _ => false,
    })
}

/// The result that stands behind an objective which has key results is one more of them.
fn own_result(outline: &mut Outline, at: usize, item: &Item) {
    let Some(words) = outline.draft.objectives[at].said.note.take() else { return };
    let (measure, note) = result(&words, &outline.draft.objectives[at].title);
    if measure == Measure::default() {
        outline.draft.objectives[at].said.note = note;
        return;
    }
    let title = outline.draft.objectives[at].title.clone();
    add(outline, at, item, title, &measure, DraftParts { note, ..DraftParts::default() });
}

#[derive(Default)]
struct DraftParts {
    owner: Option<String>,
    note: Option<String>,
    score: Option<f64>,
    initiatives: Vec<Initiative>,
}

/// Adds a key result to an objective: its result as first value, items below it as initiatives, text below it as a note.
pub fn key_result(outline: &mut Outline, objective: usize, item: &Item, under: &Under) {
    let mut wording = outline.wording(&item.text.words);
    if wording.title.is_empty() {
        outline.left_text(&item.text, Why::NoTitle);
        return below(outline, item, &Under { objective: Some(objective), ..under.clone() });
    }
    for more in &wording.more_owners {
        outline.left(item.text.line, format!("@{more}"), Why::MoreOwners);
    }
    if let Some(priority) = wording.priority.take() {
        wording.title = format!("[{}] {}", priority.to_uppercase(), wording.title);
    }
    let (mut measure, note) = wording.result.as_deref().map(|words| result(words, &wording.title)).unwrap_or_default();
    if measure.progress.is_none() && measure.done.is_none() {
        measure.done = item.task;
    }
    let mut notes: Vec<String> = note.into_iter().collect();
    let mut initiatives: Vec<Initiative> = item.text.links.iter().map(Link::initiative).collect();
    for block in &item.below {
        match block {
            Block::List(items) => items.iter().for_each(|item| initiative(outline, item, &mut initiatives)),
            Block::Paragraph(lines) => notes.extend(lines.iter().map(with_links)),
            Block::Heading { text, .. } => notes.push(with_links(text)),
            Block::FrontMatter { line, text } => outline.left(*line, text.clone(), Why::Code),
            Block::Other { line, text, why } => outline.left(*line, text.clone(), *why),
        }
    }
    let owner = wording.owner.or_else(|| under.owner.clone());
    let owner = owner.filter(|owner| outline.draft.objectives[objective].owner.as_ref() != Some(owner));
    let note = (!notes.is_empty()).then(|| notes.join("\n"));
    let parts = DraftParts { owner, note, score: wording.score, initiatives };
    add(outline, objective, item, wording.title, &measure, parts);
}

fn add(outline: &mut Outline, at: usize, item: &Item, title: String, measure: &Measure, parts: DraftParts) {
    let place = Place::line(item.text.line);
    match measure.metric(&title) {
        Ok(measured) => {
            if let Some(unused) = measured.unused {
                outline.left(place.line, unused.to_string(), Why::NoTarget);
            }
            outline.draft.objectives[at].key_results.push(DraftKeyResult {
                place,
                id: None,
                key: None,
                title,
                metric: Some(measured.metric),
                value: measured.value,
                said: Said { note: parts.note, score: parts.score, ..Said::default() },
                owner: parts.owner,
                due: None,
                weight: None,
                initiatives: parts.initiatives,
                is_dropped: item.text.is_struck && item.task != Some(true),
            });
        }
        Err(why) => {
            outline.draft.wrong.push(Wrong { place, field: String::new(), text: title, why: measure.unfit(why) });
        }
    }
}

/// An item below a key result, with all that is below it, is work that should move it.
fn initiative(outline: &mut Outline, item: &Item, initiatives: &mut Vec<Initiative>) {
    initiatives.extend(link::initiatives(&item.text, item.task.unwrap_or(item.text.is_struck)));
    for block in &item.below {
        match block {
            Block::List(items) => items.iter().for_each(|item| initiative(outline, item, initiatives)),
            Block::Paragraph(lines) => lines.iter().for_each(|line| {
                initiatives.push(Initiative { title: with_links(line), link: None, done: false });
            }),
            Block::Heading { text, .. } => outline.left_text(text, Why::Heading),
            Block::FrontMatter { line, text } => outline.left(*line, text.clone(), Why::Code),
            Block::Other { line, text, why } => outline.left(*line, text.clone(), *why),
        }
    }
}
