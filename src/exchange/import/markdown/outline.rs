//! Headings, bold lines and lists become objectives with key results.

use super::blocks::{Block, Item};
use super::items;
use super::sections::{is_contents, is_heading, is_objective, item_words};
use super::text::{Text, joined, with_links};
use crate::exchange::import::cycle_name::{behind, cycle_name, within};
use crate::exchange::import::draft::{Draft, DraftObjective, End, Leftover, Named, Parent, Place, Said, Why};
use crate::exchange::import::wording::{Mark, Wording, has_owner_in_front, is_label};

/// What a document says of what stands below a heading or an item.
#[derive(Debug, Clone, Default)]
pub struct Under {
    pub cycle: Option<String>,
    pub owner: Option<String>,
    pub objective: Option<usize>,
}

/// A document on its way to a draft.
pub struct Outline<'a> {
    pub draft: Draft,
    pub is_owner: &'a dyn Fn(&str) -> bool,
    /// Whether owners stand in front somewhere by signs that leave no doubt.
    pub owners_in_front: bool,
    /// Whether headings, bold lines or items say that they are objectives: then other headings and bold lines are none.
    is_marked: bool,
    /// Cycles and owners that headings and items name, with their lines and words.
    named: Vec<Named>,
}

/// The draft that blocks are.
pub fn draft(blocks: &[Block], is_owner: &dyn Fn(&str) -> bool) -> Draft {
    let mut lines = Vec::new();
    collect(blocks, &mut lines);
    let owners_in_front = lines.iter().any(|line| has_owner_in_front(line));
    let mut outline =
        Outline { draft: Draft::default(), is_owner, owners_in_front, is_marked: false, named: Vec::new() };
    outline.is_marked = blocks.iter().any(|block| match block {
        Block::Heading { text, .. } => outline.says_objective(&text.words),
        Block::Paragraph(lines) => lines.iter().any(|line| outline.says_objective(&line.words)),
        Block::List(items) => items.iter().any(|item| outline.wording(&item.text.words).mark == Some(Mark::Objective)),
        _ => false,
    });
    outline.walk(blocks);
    let named = std::mem::take(&mut outline.named);
    outline.draft.leave_unused(named);
    outline.draft
}

fn collect<'b>(blocks: &'b [Block], lines: &mut Vec<&'b str>) {
    for block in blocks {
        match block {
            Block::Heading { text, .. } => lines.push(&text.words),
            Block::Paragraph(all) => lines.extend(all.iter().map(|line| line.words.as_str())),
            Block::List(items) => items.iter().for_each(|item| {
                lines.push(&item.text.words);
                collect(&item.below, lines);
            }),
            Block::FrontMatter { .. } | Block::Other { .. } => {}
        }
    }
}

impl Outline<'_> {
    pub fn wording(&self, words: &str) -> Wording {
        Wording::of(words, self.owners_in_front)
    }

    /// Notes that a line names a cycle or an owner for what stands below it.
    fn name(&mut self, line: usize, words: &str, value: &str) {
        self.named.push(Named { place: Place::line(line), words: words.to_owned(), value: value.to_owned() });
    }

    /// The same of a heading or an item.
    pub fn name_by(&mut self, text: &Text, value: &str) {
        self.name(text.line, &text.words, value);
        self.label(text);
    }

    /// Takes a text that only says what comes. Where its links lead nobody else will tell.
    pub fn label(&mut self, text: &Text) {
        if !text.links.is_empty() {
            self.left_text(text, Why::Prose);
        }
    }

    fn says_objective(&self, words: &str) -> bool {
        let wording = self.wording(words);
        wording.mark == Some(Mark::Objective) || (wording.mark.is_none() && has_owner_in_front(words))
    }

    pub fn left(&mut self, line: usize, text: impl Into<String>, why: Why) {
        let text = text.into();
        if !text.is_empty() {
            self.draft.leftovers.push(Leftover { place: Place::line(line), text, why });
        }
    }

    /// Leaves a text over, with the addresses of its links.
    pub fn left_text(&mut self, text: &Text, why: Why) {
        self.left(text.line, with_links(text), why);
    }

    fn walk(&mut self, blocks: &[Block]) {
        let mut base = Under::default();
        let mut open: Vec<(usize, Under)> = Vec::new();
        // The objective of a bold line, up to the next one or a heading.
        let mut bold: Option<usize> = None;
        for (at, block) in blocks.iter().enumerate() {
            let under = open.last().map_or(&base, |(_, under)| under).clone();
            match block {
                Block::FrontMatter { line, text } => base = self.front_matter(*line, text),
                Block::Heading { level, text } => {
                    bold = None;
                    open.retain(|(above, _)| above < level);
                    let above = open.last().map_or(&base, |(_, under)| under).clone();
                    let own = self.heading(*level, text, &above, &blocks[at + 1..]);
                    open.push((*level, own));
                }
                Block::Paragraph(lines) => {
                    let list_follows = matches!(blocks.get(at + 1), Some(Block::List(_)));
                    bold = self.paragraph(lines, &under, bold, list_follows);
                }
                Block::List(list) if is_contents(list) => {
                    let all = list.iter().map(item_words).collect::<Vec<_>>().join(" ");
                    self.left(list[0].text.line, all, Why::Contents);
                }
                Block::List(list) => {
                    let objective = bold.or(under.objective);
                    items::list(self, list, &Under { objective, ..under });
                }
                Block::Other { line, text, why } => self.left(*line, text.clone(), *why),
            }
        }
    }

    /// Owner and cycle of a whole document.
    fn front_matter(&mut self, first: usize, text: &str) -> Under {
        let mut base = Under::default();
        for (at, line) in text.lines().enumerate().filter(|(_, line)| !line.trim().is_empty()) {
            let (key, value) = line.split_once(':').unwrap_or((line, ""));
            let value = value.trim().trim_matches(['"', '\'']);
            let number = first + at + 1;
            match (key.trim().to_lowercase().as_str(), cycle_name(value)) {
                ("owner" | "team" | "负责人", _) if !value.is_empty() => {
                    self.name(number, line.trim(), value);
                    base.owner = Some(value.to_owned());
                }
                ("cycle" | "quarter" | "period" | "周期", Some(cycle)) => {
                    self.name(number, line.trim(), &cycle);
                    base.cycle = Some(cycle);
                }
                _ => self.left(number, line.trim(), Why::Key),
            }
        }
        base
    }

    /// What a heading says of the blocks that follow it.
    fn heading(&mut self, level: usize, text: &Text, above: &Under, rest: &[Block]) -> Under {
        if is_label(&text.words) {
            self.label(text);
            return above.clone();
        }
        if let Some(cycle) = cycle_name(&text.words) {
            let cycle = within(above.cycle.as_deref(), cycle);
            self.name_by(text, &cycle);
            return Under { cycle: Some(cycle), objective: None, ..above.clone() };
        }
        if (self.is_owner)(&text.words) {
            self.name_by(text, &text.words);
            return Under { owner: Some(text.words.clone()), objective: None, ..above.clone() };
        }
        let wording = self.wording(&text.words);
        if wording.mark == Some(Mark::KeyResult)
            && let Some(objective) = above.objective
        {
            items::key_result(self, objective, &Item { text: text.clone(), ..Item::default() }, above);
            return above.clone();
        }
        let section = &rest[..rest.iter().position(|block| is_heading(block, level)).unwrap_or(rest.len())];
        if self.says_objective(&text.words) || (!self.is_marked && is_objective(level, section)) {
            let objective = self.objective(text, above);
            return Under { objective: objective.or(above.objective), ..above.clone() };
        }
        self.left_text(text, Why::Heading);
        Under { objective: None, ..above.clone() }
    }

    /// Adds an objective that stands under something; one without a title is left over.
    pub fn objective(&mut self, text: &Text, under: &Under) -> Option<usize> {
        let mut wording = self.wording(&text.words);
        if wording.title.is_empty() {
            self.left_text(text, Why::NoTitle);
            return None;
        }
        let named = behind(&wording.title).map(|(cycle, title)| (cycle, title.to_owned()));
        let cycle = named.map(|(cycle, title)| {
            wording.title = title;
            cycle
        });
        for more in &wording.more_owners {
            self.left(text.line, format!("@{more}"), Why::MoreOwners);
        }
        let links: Vec<String> = text.links.iter().map(|link| format!("{}: {}", link.named(), link.url)).collect();
        self.draft.objectives.push(DraftObjective {
            place: Place::line(text.line),
            title: wording.title,
            description: (!links.is_empty()).then(|| links.join("\n")),
            owner: wording.owner.or_else(|| under.owner.clone()),
            cycle: cycle.or_else(|| under.cycle.clone()),
            parents: under.objective.map(Parent::Objective).into_iter().collect(),
            tags: wording.priority.into_iter().collect(),
            said: Said { score: wording.score, note: wording.result, ..Said::default() },
            end: text.is_struck.then_some(End::Abandoned),
            ..DraftObjective::default()
        });
        Some(self.draft.objectives.len() - 1)
    }

    /// Lines of running text: objectives and key results that say so, a bold line above a list, else words about what stands
    /// before. The objective that is open after them.
    fn paragraph(&mut self, lines: &[Text], under: &Under, bold: Option<usize>, list_follows: bool) -> Option<usize> {
        let mut open = bold;
        let marked = lines.iter().any(|line| self.wording(&line.words).mark.is_some());
        let heads = lines.len() == 1 && lines[0].is_bold && list_follows;
        if heads || marked || (lines.first().is_some_and(|line| line.is_bold && lines.len() > 1) && !self.is_marked) {
            for (at, line) in lines.iter().enumerate() {
                open = self.line(line, under, open, heads || (at == 0 && line.is_bold && !marked));
            }
            return open;
        }
        let text = joined(lines.to_vec(), lines.first().map_or(0, |line| line.line));
        // What follows the list of a bold line may be about anything; below a heading it is about that.
        let about = open.filter(|at| self.draft.objectives[*at].key_results.is_empty());
        match (open, about) {
            (Some(_), None) => self.left_text(&text, Why::Prose),
            _ => self.prose(&text, about.or(under.objective)),
        }
        open
    }

    fn line(&mut self, line: &Text, under: &Under, open: Option<usize>, is_head: bool) -> Option<usize> {
        let wording = self.wording(&line.words);
        let current = open.or(under.objective);
        match (wording.mark, current) {
            _ if is_label(&line.words) => {
                self.label(line);
                open
            }
            (Some(Mark::KeyResult), Some(objective)) => {
                items::key_result(self, objective, &Item { text: line.clone(), ..Item::default() }, under);
                open
            }
            (Some(Mark::Objective), _) => self.objective(line, under).or(open),
            (None, _) if is_head && !(self.is_owner)(&line.words) => self.objective(line, under).or(open),
            _ => {
                self.prose(line, current);
                open
            }
        }
    }

    /// Words about an objective: who owns it, or its description.
    pub fn prose(&mut self, text: &Text, objective: Option<usize>) {
        if is_label(&text.words) {
            return self.label(text);
        }
        let Some(at) = objective else { return self.left_text(text, Why::Prose) };
        let objective = &mut self.draft.objectives[at];
        if let Some(owner) = owner_line(&text.words).filter(|_| objective.owner.is_none() && text.links.is_empty()) {
            objective.owner = Some(owner.to_owned());
            return;
        }
        let words = with_links(text);
        objective.description =
            Some(objective.description.take().map_or_else(|| words.clone(), |before| format!("{before}\n\n{words}")));
    }
}

/// `Owner: Ana`, `DRI: @bo`.
fn owner_line(words: &str) -> Option<&str> {
    let (key, name) = words.split_once([':', '：'])?;
    let is_key = matches!(key.trim().to_lowercase().as_str(), "owner" | "dri" | "负责人");
    Some(name.trim()).filter(|name| is_key && !name.is_empty() && name.split_whitespace().count() <= 4)
}
