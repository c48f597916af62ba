//! The whole document on the terminal.

use crate::model::map_few;
use crate::view::{Block, Code, Document, Line, Section, Span, Tile};

use super::wrap::wrapped;
use super::{Look, chart, escape, finding, heat, line, table, tree};

/// The document's text: blocks with an empty line between, a heading close to what it heads. No line is wider than the
/// look, and none ends in blanks.
pub fn text(document: &Document, look: &Look) -> String {
    escape::unobeyed(page(&document.blocks, look))
}

/// A table with more rows than this takes a while.
const LONG: usize = 100;

fn page(blocks: &[Block], look: &Look) -> String {
    let mut out = String::new();
    let mut headed = false;
    let is_long = |block: &Block| matches!(block, Block::Table(table) if table.rows.len() > LONG);
    let all = map_few(blocks.iter().any(is_long), blocks, |block| draw(block, look));
    for (block, drawn) in blocks.iter().zip(all) {
        if drawn.is_empty() {
            continue;
        }
        out.push_str(if out.is_empty() || headed { "" } else { "\n" });
        out.push_str(&drawn);
        headed = matches!(block, Block::Heading(_));
    }
    out
}

fn draw(block: &Block, look: &Look) -> String {
    match block {
        Block::Title(parts) => lines(&title(parts, look), look),
        Block::Heading(heading) => lines(&wrapped(&line::shown(&[Span::strong(heading)], look), look.columns()), look),
        Block::Paragraph(paragraph) => lines(&wrapped(&line::shown(paragraph, look), look.columns()), look),
        Block::Prose(prose) => lines(&running(prose, look), look),
        Block::Facts(facts) => lines(&columned(facts, look), look),
        Block::Table(rows) => table::table(rows, look),
        Block::Tree(nodes) => tree::tree(nodes, look),
        Block::Tiles(tiles) => lines(&columned(&tiles.iter().map(fact).collect::<Vec<_>>(), look), look),
        Block::Chart(one) => chart::chart(one, look),
        Block::Heat(map) => heat::heat(map, look),
        Block::Section(part) => section(part, look),
        Block::Code(code) => self::code(code, look),
        Block::Finding(one) => finding::text(one, look),
    }
}

/// A figure of a glance as a fact: `progress  40 %  58 % expected`.
fn fact(tile: &Tile) -> (String, Line) {
    let mut line = vec![tile.value.clone()];
    if !tile.detail.is_empty() {
        line.push(Span::plain("  "));
        line.extend(tile.detail.iter().cloned());
    }
    (tile.label.clone(), line)
}

/// A part under its heading, which a line across the page sets off. Nothing is folded on a terminal.
fn section(part: &Section, look: &Look) -> String {
    let heading = lines(&wrapped(&line::shown(&[Span::strong(&part.title)], look), look.columns()), look);
    let rule = line::shown_text(&"─".repeat(look.columns().min(100)), look);
    let rule = lines(&[vec![Span::dim(rule)]], look);
    format!("{rule}{heading}\n{}", page(&part.blocks, look))
}

fn lines(lines: &[Line], look: &Look) -> String {
    lines.iter().fold(String::new(), |out, line| out + &line::painted(line, look) + "\n")
}

/// Lines of a file, set in, under its name. They are not wrapped: they stand as they stand in the file.
fn code(code: &Code, look: &Look) -> String {
    let caption = std::iter::once(vec![Span::dim(line::shown_text(&code.caption, look))]);
    let shown = |text: &str| vec![Span::plain(format!("  {}", line::shown_text(text, look)).trim_end().to_owned())];
    let all: Vec<Line> = caption.filter(|_| !code.caption.is_empty()).chain(code.text.lines().map(shown)).collect();
    lines(&all, look)
}

/// The parts of a title with ` · ` between, in as many lines as it takes; a part is broken only if it is wider than a
/// line.
fn title(parts: &[Line], look: &Look) -> Vec<Line> {
    let between = line::shown_text(" · ", look);
    let mut lines: Vec<Line> = Vec::new();
    for part in parts.iter().map(|part| line::shown(part, look)).filter(|part| !part.is_empty()) {
        match lines.last_mut() {
            Some(last) if line::columns(last) + between.chars().count() + line::columns(&part) <= look.columns() => {
                last.push(Span::dim(&between));
                last.extend(part);
            }
            _ => lines.extend(wrapped(&part, look.columns())),
        }
    }
    lines
}

/// What people wrote, line by line as they wrote it, each wrapped.
fn running(prose: &str, look: &Look) -> Vec<Line> {
    let wrap = |line: &str| {
        let spans = line::shown(&[Span::plain(line.replace('\t', "  "))], look);
        let lines = wrapped(&spans, look.columns());
        if lines.is_empty() { vec![Line::new()] } else { lines }
    };
    prose.trim_end().lines().flat_map(wrap).collect()
}

/// Names in one column, values wrapped in the other.
fn columned(facts: &[(String, Line)], look: &Look) -> Vec<Line> {
    let names: Vec<Line> = facts.iter().map(|(name, _)| line::shown(&[Span::dim(name)], look)).collect();
    let widest = names.iter().map(|name| line::columns(name)).max().unwrap_or(0);
    let names_room = widest.min(look.columns() / 2);
    let room = look.columns().saturating_sub(names_room + 2);
    let mut out = Vec::new();
    for (name, (_, value)) in names.iter().zip(facts) {
        let mut name = line::cut(name, names_room, look);
        let mut values = wrapped(&line::shown(value, look), room);
        if values.is_empty() {
            values.push(Line::new());
        }
        for value in values {
            let blanks = names_room + 2 - line::columns(&name);
            let mut fact = std::mem::take(&mut name);
            fact.push(Span::plain(" ".repeat(blanks)));
            fact.extend(value);
            line::trim_end(&mut fact);
            out.push(fact);
        }
    }
    out
}
