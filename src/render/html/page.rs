//! The whole page: head, title, contents, parts.

use std::collections::BTreeSet;

use askama::Template;

use super::blocks::{Part, joined, parts};
use super::inline::Inline;
use crate::language::{Language, spoken};
use crate::view::{Block, Document, Line, Role};

/// What the one script of a page is known by to the browser, which runs no other.
pub const SCRIPT: &str = "sha256-RyT+nbo8469Otz+fIO+CyeEZ0cQ7v0JD7Xah0WjB2Rs=";

/// A page.
#[derive(Template)]
#[template(path = "page.html")]
pub struct Page {
    /// By its name in HTML.
    language: &'static str,
    script: &'static str,
    title: String,
    heading: Inline,
    facts: Vec<Inline>,
    contents: Vec<(String, String)>,
    parts: Vec<Part>,
}

impl Page {
    pub fn of(document: &Document) -> Self {
        let at = document.blocks.iter().position(|block| matches!(block, Block::Title(_)));
        let title: &[Line] = match at.map(|at| &document.blocks[at]) {
            Some(Block::Title(parts)) => parts,
            _ => &[],
        };
        let (before, after) = document.blocks.split_at(at.unwrap_or(0));
        let mut all = parts(before, 2, &joined(title));
        all.extend(parts(if at.is_some() { &after[1..] } else { after }, 2, &joined(title)));
        let contents = named(&mut all);
        let (heading, facts) = headed(title);
        let language = match spoken() {
            Language::English => "en",
            Language::Chinese => "zh-CN",
        };
        Self { language, script: SCRIPT, title: joined(title), heading, facts, contents, parts: carded(all) }
    }
}

/// The part of a title that is strong, else the first, and the others.
fn headed(title: &[Line]) -> (Inline, Vec<Inline>) {
    let strong = |line: &Line| line.iter().any(|span| span.role == Role::Strong);
    let first = title.iter().position(strong).unwrap_or(0);
    let others = title.iter().enumerate().filter(|(at, line)| *at != first && !line.is_empty());
    (
        title.get(first).map(|line| Inline::of(line)).unwrap_or_default(),
        others.map(|(_, line)| Inline::of(line)).collect(),
    )
}

/// The sections' names and titles, each name once.
fn named(parts: &mut [Part]) -> Vec<(String, String)> {
    let mut taken = BTreeSet::new();
    let mut contents = Vec::new();
    for (at, part) in parts.iter_mut().enumerate() {
        let Part::Section(section) = part else { continue };
        if section.id.is_empty() || section.id == "main" || !taken.insert(section.id.clone()) {
            section.id = format!("part-{at}");
            taken.insert(section.id.clone());
        }
        contents.push((section.id.clone(), section.title.clone()));
    }
    contents
}

/// What belongs to no section is put on cards, a new one at every heading; figures and sections have their own.
fn carded(parts: Vec<Part>) -> Vec<Part> {
    let mut all: Vec<Part> = Vec::new();
    for part in parts {
        let heads = matches!(part, Part::Heading(..));
        match (part, all.last_mut()) {
            (own @ (Part::Section(_) | Part::Tiles(_)), _) => all.push(own),
            (part, Some(Part::Card(card))) if !heads => card.push(part),
            (part, _) => all.push(Part::Card(vec![part])),
        }
    }
    all
}
