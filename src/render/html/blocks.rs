//! The parts of a page, one below the other.

use askama::Template;

use super::chart::Plot;
use super::finding::Finding;
use super::heat::Map;
use super::inline::{Inline, class, shown};
use super::table::Grid;
use super::tree::Branches;
use crate::view::{self, Block, Line};

/// What a block has become.
#[derive(Template)]
#[template(path = "part.html")]
pub enum Part {
    Heading(usize, String),
    Paragraph(Inline),
    /// Paragraphs of lines.
    Prose(Vec<Vec<String>>),
    Facts(Vec<(String, Inline)>),
    Table(Grid),
    Tree(Branches),
    Tiles(Vec<Tile>),
    Charts(Vec<Plot>),
    Heat(Map),
    Section(Section),
    /// Lines of a file, under its name.
    Code(String, Vec<String>),
    Finding(Finding),
    /// Parts on one ground.
    Card(Vec<Part>),
}

/// A figure with what it is and what explains it.
pub struct Tile {
    label: String,
    value: String,
    class: &'static str,
    detail: Inline,
}

/// A part of a page that has a heading.
#[derive(Template)]
#[template(path = "section.html")]
pub struct Section {
    pub id: String,
    pub title: String,
    summary: Inline,
    folded: bool,
    level: usize,
    parts: Vec<Part>,
}

/// The parts of blocks whose headings are of that level; `name` is what a table without a heading is called.
pub fn parts(blocks: &[Block], level: usize, name: &str) -> Vec<Part> {
    let mut parts: Vec<Part> = Vec::new();
    let mut name = name.to_owned();
    for block in blocks {
        match (block, parts.last_mut()) {
            (Block::Heading(heading), _) => name.clone_from(heading),
            (Block::Chart(chart), Some(Part::Charts(charts))) => {
                charts.push(Plot::of(chart));
                continue;
            }
            _ => {}
        }
        parts.extend(part(block, level, &name));
    }
    parts
}

fn part(block: &Block, level: usize, name: &str) -> Option<Part> {
    Some(match block {
        Block::Title(parts) => Part::Heading(level, joined(parts)),
        Block::Heading(heading) => Part::Heading(level, shown(heading)),
        Block::Paragraph(line) if line.is_empty() => return None,
        Block::Paragraph(line) => Part::Paragraph(Inline::of(line)),
        Block::Prose(prose) if prose.trim().is_empty() => return None,
        Block::Prose(prose) => Part::Prose(paragraphs(prose)),
        Block::Facts(facts) if facts.is_empty() => return None,
        Block::Facts(facts) => Part::Facts(facts.iter().map(|(name, line)| (shown(name), Inline::of(line))).collect()),
        Block::Table(table) => Part::Table(Grid::of(table, name)?),
        Block::Tree(tree) => Part::Tree(Branches::of(tree, name)?),
        Block::Tiles(tiles) if tiles.is_empty() => return None,
        Block::Tiles(tiles) => Part::Tiles(tiles.iter().map(tile).collect()),
        Block::Chart(chart) => Part::Charts(vec![Plot::of(chart)]),
        Block::Heat(heat) => Part::Heat(Map::of(heat)?),
        Block::Section(section) => Part::Section(self::section(section, level)),
        Block::Code(code) => Part::Code(shown(&code.caption), code.text.lines().map(shown).collect()),
        Block::Finding(one) => Part::Finding(Finding::of(one)),
    })
}

/// The parts of a title as one line of text.
pub fn joined(parts: &[Line]) -> String {
    parts.iter().map(|part| Inline::of(part).text()).filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" · ")
}

fn paragraphs(prose: &str) -> Vec<Vec<String>> {
    let mut all = vec![Vec::new()];
    for line in prose.trim().lines() {
        match all.last_mut() {
            Some(last) if !line.trim().is_empty() => last.push(shown(&line.replace('\t', "  "))),
            _ => all.push(Vec::new()),
        }
    }
    all.retain(|lines| !lines.is_empty());
    all
}

fn tile(tile: &view::Tile) -> Tile {
    let (label, value) = (shown(&tile.label), shown(&tile.value.text));
    Tile { label, value, class: class(tile.value.role), detail: Inline::of(&tile.detail) }
}

fn section(section: &view::Section, level: usize) -> Section {
    // What it is named by stands in links: whatever else is in it is left out.
    let id = section.id.chars().filter(|c| c.is_ascii_alphanumeric() || *c == '-').collect();
    Section {
        id,
        title: shown(&section.title),
        summary: Inline::of(&section.summary),
        folded: section.folded,
        level,
        parts: parts(&section.blocks, (level + 1).min(6), &section.title),
    }
}
