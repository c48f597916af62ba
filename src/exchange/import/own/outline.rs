//! An outline of ours: headings of cycles, owners and objectives, each with a line below it that says what it is.

use super::facts::{self, Facts, called};
use super::point::point;
use crate::exchange::import::cycle_name::cycle_name;
use crate::exchange::import::draft::{
    Draft, DraftCycle, DraftKeyResult, DraftObjective, End, Leftover, Named, Parent, Place, Said, Why,
};
use crate::exchange::import::markdown::blocks::{Block, Item};
use crate::exchange::import::markdown::link::{self, Link};
use crate::exchange::import::markdown::text::{Text, with_links};
use crate::exchange::import::measure::Measure;
use crate::model::Initiative;

/// The draft of an outline that `okr export markdown` wrote; none of any other text. What was added by hand is read as far as
/// it has the same form.
pub fn outline(blocks: &[Block]) -> Option<Draft> {
    let is_ours =
        |pair: &[Block]| matches!(pair, [Block::Heading { .. }, below] if head(below, facts::facts).is_some());
    if !blocks.windows(2).any(is_ours) {
        return None;
    }
    let mut reading = Reading::default();
    let first = blocks.iter().position(is_heading).unwrap_or(blocks.len());
    reading.leave(&blocks[..first]);
    let mut rest = &blocks[first..];
    while let Some((Block::Heading { level, text }, below)) = rest.split_first() {
        let (section, after) = below.split_at(below.iter().position(is_heading).unwrap_or(below.len()));
        reading.section(*level, text, section);
        rest = after;
    }
    let Reading { mut draft, named, .. } = reading;
    draft.leave_unused(named);
    Some(draft)
}

fn is_heading(block: &Block) -> bool {
    matches!(block, Block::Heading { .. })
}

/// What the first line of a paragraph is, if that is all of it.
fn head<T>(block: &Block, of: impl Fn(&Text) -> Option<T>) -> Option<T> {
    match block {
        Block::Paragraph(lines) if lines.len() == 1 => of(&lines[0]),
        _ => None,
    }
}

#[derive(Default)]
struct Reading {
    draft: Draft,
    cycle: Option<String>,
    owner: Option<String>,
    /// How deep the heading of the owner stands, or of the cycle where none has come below it.
    level: usize,
    /// Cycles and owners with their lines, until something stands under them.
    named: Vec<Named>,
}

impl Reading {
    /// A heading with what stands up to the next one.
    fn section(&mut self, level: usize, title: &Text, section: &[Block]) {
        let first = section.first();
        if let Some(facts) = first.and_then(|block| head(block, facts::facts)) {
            self.leave_links(&section[..1]);
            return self.objective(title, Some(facts), &section[1..]);
        }
        if let Some(owner) = first.and_then(|block| head(block, facts::owner)) {
            (self.owner, self.level) = (Some(owner.to_string()), level);
            self.name(title, owner.as_str());
            self.leave_links(&section[..1]);
            return self.leave(&section[1..]);
        }
        let days = section.iter().take(2).position(|block| head(block, facts::days).is_some());
        if days.is_some() || cycle_name(&title.words).is_some() {
            self.level = level;
            return self.cycle(title, section, days);
        }
        let has_list = section.iter().any(|block| matches!(block, Block::List(_)));
        if has_list && level > self.level && (self.owner.is_some() || self.cycle.is_some()) {
            return self.objective(title, None, section);
        }
        if level <= self.level {
            self.owner = None;
        }
        self.left(title, Why::Heading);
        self.leave(section);
    }

    /// A cycle, whose days stand in this block of its section, below its title if it has one.
    fn cycle(&mut self, title: &Text, section: &[Block], days: Option<usize>) {
        let id = title.words.parse().ok();
        let name = id.as_ref().map(ToString::to_string).or_else(|| cycle_name(&title.words));
        let span = days.and_then(|at| head(&section[at], facts::days));
        let called =
            section.first().filter(|_| days == Some(1)).and_then(|block| head(block, |line| Some(line.words.clone())));
        if let (Some(id), Some((start, end))) = (id, span) {
            self.draft.cycles.push(DraftCycle { id, title: called, start, end });
        }
        self.name(title, name.as_deref().unwrap_or_default());
        (self.cycle, self.owner) = (name, None);
        let (head, rest) = section.split_at(days.map_or(0, |at| at + 1));
        self.leave_links(head);
        self.leave(rest);
    }

    fn objective(&mut self, title: &Text, facts: Option<Facts>, section: &[Block]) {
        let cycle = self.cycle.clone();
        let mut objective = DraftObjective {
            place: Place::line(title.line),
            title: with_links(title),
            owner: self.owner.clone(),
            cycle: cycle.clone(),
            end: title.is_struck.then_some(End::Abandoned),
            ..DraftObjective::default()
        };
        if let Some(facts) = facts {
            let name = called(cycle.as_deref(), &facts.owner, &facts.slug);
            objective.ids = vec![name, facts::called(None, &facts.owner, &facts.slug)];
            objective.owner = Some(facts.owner.to_string());
            objective.slug = Some(facts.slug);
            objective.kind = Some(facts.kind);
            objective.weight = facts.weight;
            objective.end = facts.end.or(objective.end);
            let left = facts.rest.into_iter();
            self.draft.leftovers.extend(left.map(|text| Leftover { place: objective.place, text, why: Why::Prose }));
        }
        let mut description: Vec<String> = Vec::new();
        for block in section {
            let is_first = description.is_empty() && objective.key_results.is_empty();
            let parents = head(block, |line| facts::parents(line, cycle.as_deref())).filter(|_| is_first);
            let tags = head(block, facts::tags).filter(|_| is_first);
            match block {
                Block::Paragraph(lines) if parents.is_some() => {
                    self.leave_links(std::slice::from_ref(block));
                    let place = Place::line(lines[0].line);
                    let named = |name: String| Parent::Named { name, place };
                    objective.parents.extend(parents.into_iter().flatten().map(named));
                }
                Block::Paragraph(_) if tags.is_some() => {
                    self.leave_links(std::slice::from_ref(block));
                    objective.tags.extend(tags.into_iter().flatten());
                }
                Block::Paragraph(lines) => {
                    description.push(lines.iter().map(with_links).collect::<Vec<_>>().join("\n"));
                }
                Block::List(items) => items.iter().for_each(|item| self.key_result(&mut objective, item)),
                other => self.leave(std::slice::from_ref(other)),
            }
        }
        objective.description = (!description.is_empty()).then(|| description.join("\n\n"));
        self.draft.objectives.push(objective);
    }

    fn key_result(&mut self, objective: &mut DraftObjective, item: &Item) {
        let point = point(&item.text.words, &item.text.codes);
        if point.title.is_empty() {
            self.left(&item.text, Why::NoTitle);
            return self.leave(&item.below);
        }
        let mut initiatives: Vec<Initiative> = item.text.links.iter().map(Link::initiative).collect();
        let mut notes = Vec::new();
        self.below(item, &mut initiatives, &mut notes);
        let place = Place::line(item.text.line);
        let mut key_result = DraftKeyResult {
            place,
            id: None,
            key: point.key,
            title: point.title,
            metric: None,
            value: None,
            said: Said { note: (!notes.is_empty()).then(|| notes.join("\n")), ..Said::default() },
            owner: None,
            due: None,
            weight: None,
            initiatives,
            is_dropped: item.text.is_struck,
        };
        key_result.id = objective.ids.first().zip(key_result.key.as_ref()).map(|(name, key)| format!("{name}.{key}"));
        match point.measured {
            Some(measured) => {
                key_result.metric = Some(measured.metric);
                key_result.value = measured.value;
                key_result.owner = measured.owner.map(|owner| owner.to_string());
                key_result.due = measured.due;
                key_result.weight = Some(measured.weight.get());
            }
            // What has an id is as it was; what was written by hand is done or not, unless its title has a measure.
            None if key_result.key.is_none() => {
                let measure = Measure { done: item.task, ..Measure::default() };
                if let Ok(measured) = measure.metric(&key_result.title) {
                    (key_result.metric, key_result.value) = (Some(measured.metric), measured.value);
                }
            }
            None => {}
        }
        objective.key_results.push(key_result);
    }

    /// What stands below a point: work as tasks, and notes.
    fn below(&mut self, item: &Item, initiatives: &mut Vec<Initiative>, notes: &mut Vec<String>) {
        for block in &item.below {
            match block {
                Block::List(items) => {
                    for item in items {
                        initiatives.extend(self::initiatives(item));
                        self.below(item, initiatives, notes);
                    }
                }
                Block::Paragraph(lines) => notes.extend(lines.iter().map(with_links)),
                other => self.leave(std::slice::from_ref(other)),
            }
        }
    }

    fn name(&mut self, title: &Text, value: &str) {
        let (place, words) = (Place::line(title.line), with_links(title));
        self.named.push(Named { place, words, value: value.to_owned() });
        self.leave_links_of(title);
    }

    /// Leaves over where the links of paragraphs lead, of which only the words say what something is.
    fn leave_links(&mut self, blocks: &[Block]) {
        for block in blocks {
            if let Block::Paragraph(lines) = block {
                lines.iter().for_each(|line| self.leave_links_of(line));
            }
        }
    }

    fn leave_links_of(&mut self, text: &Text) {
        if !text.links.is_empty() {
            self.left(text, Why::Prose);
        }
    }

    fn left(&mut self, text: &Text, why: Why) {
        self.left_at(text.line, &with_links(text), why);
    }

    /// Leaves over what has no place here.
    fn leave(&mut self, blocks: &[Block]) {
        for block in blocks {
            match block {
                Block::Heading { text, .. } => self.left(text, Why::Heading),
                Block::Paragraph(lines) => lines.iter().for_each(|line| self.left(line, Why::Prose)),
                Block::List(items) => items.iter().for_each(|item| {
                    self.left(&item.text, Why::NoObjective);
                    self.leave(&item.below);
                }),
                Block::FrontMatter { line, text } => self.left_at(*line, text, Why::Key),
                Block::Other { line, text, why } => self.left_at(*line, text, *why),
            }
        }
    }

    fn left_at(&mut self, line: usize, text: &str, why: Why) {
        if !text.is_empty() {
            self.draft.leftovers.push(Leftover { place: Place::line(line), text: text.to_owned(), why });
        }
    }
}

/// A task with the code at its end, where it is followed, or with the first of its links; other links are tasks beside it.
fn initiatives(item: &Item) -> Vec<Initiative> {
    let Text { words, codes, links, .. } = &item.text;
    let own = codes.last().and_then(|code| Some((words.strip_suffix(code.as_str())?.trim_end(), code)));
    let own = own.filter(|(title, code)| !title.is_empty() && !facts::is_mention(code));
    let done = item.task.unwrap_or(item.text.is_struck);
    match own {
        Some((title, code)) => {
            let (title, link) = (title.to_owned(), Some(facts::as_written(code)));
            let whole = std::iter::once(Initiative { title, link, done });
            whole.chain(links.iter().map(Link::initiative)).collect()
        }
        None => link::initiatives(&item.text, done).collect(),
    }
}
