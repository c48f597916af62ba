//! An outline of cycles, owners, objectives and key results, for a text with headings.

use chrono::NaiveDate;

use super::cell::{Span, pace_words, percent};
use super::document::Line;
use super::{metric_words, words};
use crate::language::say;
use crate::model::{OwnerKey, Weight};
use crate::report::{self, CycleInfo, KeyResultReport, ObjectiveReport};

/// A heading with what stands below it.
#[derive(Debug, Clone, Default)]
pub struct Heading {
    pub title: Line,
    /// Paragraphs of one line, or of prose.
    pub paragraphs: Vec<Paragraph>,
    pub points: Vec<Point>,
    pub below: Vec<Heading>,
}

#[derive(Debug, Clone)]
pub enum Paragraph {
    Line(Line),
    Prose(String),
}

/// A point of a list, with tasks below it.
#[derive(Debug, Clone)]
pub struct Point {
    pub text: Line,
    /// Whether it is done, what it is, and where it is followed.
    pub tasks: Vec<(bool, String, Option<String>)>,
}

/// One heading a cycle.
pub fn outline(report: &report::Outline) -> Vec<Heading> {
    report.cycles.iter().map(|cycle| self::cycle(cycle, report.as_of)).collect()
}

fn cycle(of: &report::OutlineCycle, as_of: NaiveDate) -> Heading {
    let CycleInfo { id, title, start, end, .. } = &of.cycle;
    let dates = Span::plain(say!("{start} to {end}, as of {as_of}", start, end, as_of));
    let called = title.iter().map(|title| Paragraph::Line(vec![Span::plain(title)]));
    Heading {
        title: vec![Span::plain(id.to_string())],
        paragraphs: called.chain([Paragraph::Line(vec![dates])]).collect(),
        points: Vec::new(),
        below: of.owners.iter().map(|one| owner(one, *end)).collect(),
    }
}

fn owner(of: &report::OutlineOwner, last: NaiveDate) -> Heading {
    let level = words::level(of.level);
    Heading {
        title: vec![Span::plain(&of.name)],
        paragraphs: vec![Paragraph::Line(vec![Span::reference(of.key.to_string()), Span::plain(said(level))])],
        points: Vec::new(),
        below: of.objectives.iter().map(|one| objective(one, last)).collect(),
    }
}

fn objective(of: &ObjectiveReport, last: NaiveDate) -> Heading {
    let mut facts = vec![Span::reference(of.reference.in_cycle()), Span::plain(said(words::kind(of.kind)))];
    if of.weight != Weight::ONE {
        facts.push(Span::plain(said(&say!("weight {weight}", weight = of.weight.get()))));
    }
    if !of.state.is_open() {
        facts.push(Span::plain(said(words::state(&of.state))));
    }
    facts.extend(of.progress.map(|progress| Span::plain(said(&percent(progress.ratio())))));
    facts.extend(of.pace.map(|pace| Span::plain(said(&pace_words(pace).text))));
    let mut paragraphs = vec![Paragraph::Line(facts)];
    paragraphs.extend(names(say!("aligns to "), of.aligns_to.iter().map(ToString::to_string)));
    paragraphs.extend(names(say!("tagged "), of.tags.iter().cloned()));
    paragraphs.extend(of.description.clone().map(Paragraph::Prose));
    Heading {
        title: vec![Span::plain(&of.title)],
        paragraphs,
        points: of.key_results.iter().map(|kr| key_result(kr, &of.owner, last)).collect(),
        below: Vec::new(),
    }
}

/// Names in a row behind a word that says what they are; nothing where there is none.
fn names(what: &str, all: impl Iterator<Item = String>) -> Option<Paragraph> {
    let mut line = vec![Span::plain(what)];
    for name in all {
        line.extend((line.len() > 1).then(|| Span::plain(say!(", "))));
        line.push(Span::reference(name));
    }
    (line.len() > 1).then_some(Paragraph::Line(line))
}

/// `, 37 %`: one more of several things that are said in a row.
fn said(words: &str) -> String {
    format!("{}{words}", say!(", "))
}

/// `nps`, and behind it `NPS rises: 31 → 50 points weight 2, now 38 (37 %, ! at risk)`: from the title up to the comma what
/// `okr create --kr` takes.
fn key_result(of: &KeyResultReport, owner: &OwnerKey, last: NaiveDate) -> Point {
    let mut text = format!(" {}", of.title);
    if let Some(metric) = &of.metric {
        text.push_str(&format!(": {}", metric_words::typed(metric)));
        if of.weight != Weight::ONE {
            text.push_str(&format!(" weight {}", of.weight.get()));
        }
        if of.due != last {
            text.push_str(&format!(" due {}", of.due));
        }
        if of.owner != *owner {
            text.push_str(&format!(" @{}", of.owner));
        }
        if let Some(reading) = &of.reading {
            text.push_str(&say!(", now {value}", value = metric_words::bare(metric, reading)));
        }
    }
    let figures = [of.progress.map(|progress| percent(progress.ratio())), of.pace.map(|pace| pace_words(pace).text)];
    let figures: Vec<String> = figures.into_iter().flatten().collect();
    if !figures.is_empty() {
        text.push_str(&format!(" ({})", figures.join(say!(", "))));
    }
    let tasks = of.initiatives.iter().map(|one| (one.done, one.title.clone(), one.link.clone()));
    Point { text: vec![Span::reference(of.id.to_string()), Span::plain(text)], tasks: tasks.collect() }
}
