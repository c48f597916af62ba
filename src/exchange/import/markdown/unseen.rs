//! What a Markdown parser does not tell of.

use std::collections::HashSet;
use std::ops::Range;

use pulldown_cmark::{Event, Parser, Tag};

use super::blocks::{Block, options};
use super::text::is_inline;
use crate::exchange::import::draft::Why;

/// Lines of which no event tells: definitions of links that are never used, or a second time.
pub fn unseen(text: &str) -> Vec<Block> {
    let parser = Parser::new_ext(text, options());
    let mut definitions: Vec<(String, Range<usize>)> = Vec::new();
    for (_, link) in parser.reference_definitions().iter() {
        definitions.push((link.dest.to_string(), link.span.clone()));
    }
    let mut seen: Vec<Range<usize>> = Vec::new();
    let mut used: HashSet<String> = HashSet::new();
    // What stands in code or a table is taken as it is, names of links too.
    let mut opaque = 0;
    for (event, range) in parser.into_offset_iter() {
        if matches!(&event, Event::Start(tag) if is_opaque(tag)) {
            opaque = range.end;
        }
        if range.start >= opaque
            && let Event::Start(Tag::Link { dest_url, .. } | Tag::Image { dest_url, .. }) = &event
        {
            used.insert(dest_url.to_string());
        }
        let is_whole = match &event {
            Event::Start(tag) => is_inline(tag) || is_opaque(tag),
            Event::End(_) => false,
            _ => true,
        };
        seen.extend(is_whole.then_some(range));
    }
    seen.extend(definitions.into_iter().filter(|(url, _)| used.contains(url)).map(|(_, span)| span));
    seen.sort_by_key(|range| range.start);
    let mut seen = seen.into_iter().peekable();
    let mut start = 0;
    let mut found = Vec::new();
    for (at, line) in text.split_inclusive('\n').enumerate() {
        let own = start..start + line.len();
        start = own.end;
        while seen.next_if(|range| range.end <= own.start).is_some() {}
        let is_seen = seen.peek().is_some_and(|range| range.start < own.end);
        if !is_seen && line.chars().any(char::is_alphabetic) {
            found.push(Block::Other { line: at + 1, text: line.trim().to_owned(), why: Why::Code });
        }
    }
    found
}

/// Whether a block is taken as it stands, whatever it holds.
fn is_opaque(tag: &Tag) -> bool {
    matches!(tag, Tag::CodeBlock(_) | Tag::HtmlBlock | Tag::Table(_) | Tag::MetadataBlock(_))
}
