//! A Markdown text as headings, paragraphs and lists, each with its line.

use std::iter::Peekable;

use pulldown_cmark::{Event, HeadingLevel, OffsetIter, Options, Parser, Tag, TagEnd};

use super::text::{Lines, Text, is_inline, is_running, joined};
use super::unseen::unseen;
use crate::exchange::import::draft::Why;
use crate::store::LineStarts;

/// A part of a document.
#[derive(Debug)]
pub enum Block {
    Heading {
        level: usize,
        text: Text,
    },
    Paragraph(Vec<Text>),
    List(Vec<Item>),
    /// `key: value` lines in front of everything.
    FrontMatter {
        line: usize,
        text: String,
    },
    /// What holds no outline.
    Other {
        line: usize,
        text: String,
        why: Why,
    },
}

/// An item of a list with what is below it.
#[derive(Debug, Default)]
pub struct Item {
    /// Whether its box is ticked, if it has one.
    pub task: Option<bool>,
    pub text: Text,
    pub below: Vec<Block>,
}

/// What is read besides plain Markdown.
pub fn options() -> Options {
    Options::ENABLE_TASKLISTS
        | Options::ENABLE_STRIKETHROUGH
        | Options::ENABLE_TABLES
        | Options::ENABLE_YAML_STYLE_METADATA_BLOCKS
}

/// The blocks of a document, and at their end what the parser does not tell of.
pub fn blocks(text: &str) -> Vec<Block> {
    let events = Parser::new_ext(text, options()).into_offset_iter().peekable();
    let mut reader = Reader { events, starts: LineStarts::of(text), source: text, depth: 0 };
    let mut found = reader.blocks(None);
    found.extend(unseen(text));
    found
}

struct Reader<'t> {
    events: Peekable<OffsetIter<'t>>,
    starts: LineStarts,
    source: &'t str,
    /// In how many lists and quotations the reader is.
    depth: usize,
}

/// Lists and quotations that are nested deeper are taken as they stand: nobody writes them, and each takes room on the stack.
const MAX_DEPTH: usize = 32;

impl Reader<'_> {
    /// The blocks up to the end of what they stand in.
    fn blocks(&mut self, within: Option<TagEnd>) -> Vec<Block> {
        let mut found = Vec::new();
        loop {
            let bare = self.bare();
            if !bare.is_empty() {
                found.push(Block::Paragraph(bare));
            }
            let Some((event, range)) = self.events.next() else { break };
            let line = self.starts.number(range.start);
            match event {
                Event::End(end) if Some(end) == within => break,
                Event::Start(Tag::Heading { level, .. }) => {
                    let lines = self.lines(line, TagEnd::Heading(level));
                    found.push(Block::Heading { level: number(level), text: joined(lines, line) });
                }
                Event::Start(Tag::Paragraph) => {
                    let lines = self.lines(line, TagEnd::Paragraph);
                    found.push(Block::Paragraph(lines));
                }
                Event::Start(Tag::List(first)) if self.depth < MAX_DEPTH => {
                    self.depth += 1;
                    let items = self.items(TagEnd::List(first.is_some()));
                    self.depth -= 1;
                    found.push(Block::List(items));
                }
                Event::Start(Tag::BlockQuote(kind)) if self.depth < MAX_DEPTH => {
                    self.depth += 1;
                    found.extend(self.blocks(Some(TagEnd::BlockQuote(kind))));
                    self.depth -= 1;
                }
                Event::Start(Tag::MetadataBlock(kind)) => {
                    let text = self.raw(TagEnd::MetadataBlock(kind));
                    found.push(Block::FrontMatter { line, text });
                }
                Event::Start(tag) => {
                    let why = if matches!(tag, Tag::Table(_)) { Why::Table } else { Why::Code };
                    self.raw(tag.to_end());
                    let text = self.source[range].trim().to_owned();
                    found.push(Block::Other { line, text, why });
                }
                Event::Html(text) => {
                    found.push(Block::Other { line, text: text.trim().to_owned(), why: Why::Code });
                }
                _ => {}
            }
        }
        found
    }

    /// The text up to an end, whatever it holds.
    fn raw(&mut self, end: TagEnd) -> String {
        let mut text = String::new();
        let mut depth = 0usize;
        for (event, _) in self.events.by_ref() {
            match event {
                Event::End(found) if found == end && depth == 0 => break,
                Event::Start(tag) if tag.to_end() == end => depth += 1,
                Event::End(found) if found == end => depth -= 1,
                Event::Text(words) => text.push_str(&words),
                _ => {}
            }
        }
        text
    }

    fn items(&mut self, end: TagEnd) -> Vec<Item> {
        let mut items = Vec::new();
        while let Some((event, range)) = self.events.next() {
            match event {
                Event::End(found) if found == end => break,
                Event::Start(Tag::Item) => {
                    let item = self.item(self.starts.number(range.start));
                    items.push(item);
                }
                _ => {}
            }
        }
        items
    }

    fn item(&mut self, line: usize) -> Item {
        let mut item = Item::default();
        // Tight items hold their text as it is, loose ones in paragraphs; the box comes first in either.
        let mut lines = Lines::new(line);
        let mut is_loose = false;
        while let Some((event, range)) = self.events.peek() {
            let at = self.starts.number(range.start);
            match event {
                Event::TaskListMarker(done) => {
                    item.task = Some(*done);
                    self.events.next();
                }
                Event::Start(Tag::Paragraph) if !is_loose && lines.is_empty() => {
                    is_loose = true;
                    self.events.next();
                }
                Event::End(TagEnd::Paragraph) => {
                    self.events.next();
                    break;
                }
                Event::Start(tag) if !is_inline(tag) => break,
                Event::End(TagEnd::Item) => break,
                Event::Html(_) | Event::Rule => break,
                _ => {
                    if let Some((event, _)) = self.events.next() {
                        lines.take(event, at);
                    }
                }
            }
        }
        item.text = joined(lines.end(), line);
        item.below = self.blocks(Some(TagEnd::Item));
        item
    }

    /// Text that stands in an item without a paragraph around it.
    fn bare(&mut self) -> Vec<Text> {
        let mut lines: Option<Lines> = None;
        while let Some((event, range)) = self.events.next_if(|(event, _)| is_running(event)) {
            let line = self.starts.number(range.start);
            lines.get_or_insert_with(|| Lines::new(line)).take(event, line);
        }
        lines.map(Lines::end).unwrap_or_default()
    }

    fn lines(&mut self, line: usize, end: TagEnd) -> Vec<Text> {
        let mut lines = Lines::new(line);
        for (event, range) in self.events.by_ref() {
            if matches!(&event, Event::End(found) if *found == end) {
                break;
            }
            lines.take(event, self.starts.number(range.start));
        }
        lines.end()
    }
}

fn number(level: HeadingLevel) -> usize {
    level as usize
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_outline_keeps_its_lines_boxes_and_links() {
        let found = blocks("# A\n\n**B**\nc\n\n- [x] d [e](https://e.example \"f\")\n  - ~~f~~\n\n  g\n- **h** i\n");
        let [Block::Heading { level: 1, .. }, Block::Paragraph(lines), Block::List(items)] = found.as_slice() else {
            panic!("{found:?}")
        };
        assert!(lines[0].is_bold && !lines[1].is_bold && lines[1].line == 4);
        assert_eq!((items[0].task, items[0].text.words.as_str(), items[0].text.line), (Some(true), "d e", 6));
        let link = &items[0].text.links[0];
        assert_eq!((link.words.as_str(), link.url.as_str(), link.title.as_str()), ("e", "https://e.example", "f"));
        assert!(
            matches!(&items[0].below[0], Block::List(items) if items[0].text.is_struck && items[0].text.words == "f")
        );
        assert!(!items[1].text.is_bold && items[1].text.words == "h i");
    }
}
