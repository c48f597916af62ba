//! A YAML text as a tree of places: what stands where, to the byte.

use std::collections::HashMap;

use saphyr_parser::{Event, Parser, ScalarStyle};

use super::{EditError, Step};
use crate::language::say;
use crate::store::of_parser;

/// A value and the bytes that it takes.
#[derive(Debug)]
pub struct Node {
    pub start: usize,
    /// Behind its last byte; for a block, behind the last byte of its last part.
    pub end: usize,
    /// Of its start, from 1.
    pub line: usize,
    /// Of its start, from 0, in characters.
    pub column: usize,
    pub kind: Kind,
}

#[derive(Debug)]
pub enum Kind {
    Scalar {
        value: String,
        style: ScalarStyle,
    },
    List {
        flow: bool,
        items: Vec<Node>,
    },
    Map {
        flow: bool,
        entries: Vec<(Node, Node)>,
        names: Names,
    },
    /// An alias, or something with an anchor or tag: read, never changed.
    Other,
}

/// Where the keys of a large mapping are: looking for each of thousands from the beginning takes the square of the time.
#[derive(Debug, Default)]
pub struct Names(HashMap<String, (usize, usize)>);

impl Names {
    /// Mappings up to this are as quickly looked through.
    const SMALL: usize = 64;

    fn of(entries: &[(Node, Node)]) -> Self {
        let mut names: HashMap<String, (usize, usize)> = HashMap::new();
        if entries.len() > Self::SMALL {
            for (at, (key, _)) in entries.iter().enumerate() {
                if let Some(name) = key.text() {
                    names.entry(name.to_owned()).and_modify(|(_, last)| *last = at).or_insert((at, at));
                }
            }
        }
        Self(names)
    }

    /// The first and the last entry with a key.
    pub fn find(&self, entries: &[(Node, Node)], name: &str) -> Option<(usize, usize)> {
        if entries.len() > Self::SMALL {
            return self.0.get(name).copied();
        }
        let is_it = |(key, _): &(Node, Node)| key.text() == Some(name);
        Some((entries.iter().position(is_it)?, entries.iter().rposition(is_it)?))
    }
}

impl Node {
    pub fn at(&self, path: &[Step]) -> Option<&Node> {
        let Some((step, rest)) = path.split_first() else { return Some(self) };
        match (&self.kind, step) {
            (Kind::Map { entries, names, .. }, Step::Key(name)) => {
                names.find(entries, name).and_then(|(first, _)| entries[first].1.at(rest))
            }
            (Kind::List { items, .. }, Step::Index(at)) => items.get(*at).and_then(|item| item.at(rest)),
            _ => None,
        }
    }

    pub fn text(&self) -> Option<&str> {
        match &self.kind {
            Kind::Scalar { value, .. } => Some(value),
            _ => None,
        }
    }

    pub fn is_null(&self) -> bool {
        matches!(&self.kind, Kind::Scalar { value, style: ScalarStyle::Plain } if value.is_empty() || value == "~" || value == "null")
    }

    pub fn is_block_scalar(&self) -> bool {
        matches!(self.kind, Kind::Scalar { style: ScalarStyle::Literal | ScalarStyle::Folded, .. })
    }

    /// Whether it stands within its line as one piece: a scalar or a flow collection.
    pub fn is_inline(&self) -> bool {
        match &self.kind {
            Kind::Scalar { .. } => !self.is_block_scalar(),
            Kind::List { flow, .. } | Kind::Map { flow, .. } => *flow,
            Kind::Other => false,
        }
    }
}

/// The deepest nesting that is read: deeper than any file of a store, and safe for the stack.
const MAX_DEPTH: usize = 64;

/// The tree of the first document; `None` where the text has no content.
///
/// # Errors
/// When it is not YAML, or nested too deeply.
pub fn parse(text: &str) -> Result<Option<Node>, EditError> {
    let wrong = |line: usize, message: &str| EditError::Unparsable { line, message: message.to_owned() };
    let mut events = Vec::new();
    let mut depth = 0usize;
    for event in Parser::new_from_str(text) {
        // The parser takes time by the square of the depth; no file of a store comes near the limit.
        match &event {
            Ok((Event::SequenceStart(..) | Event::MappingStart(..), span)) => {
                depth += 1;
                if depth > MAX_DEPTH {
                    return Err(wrong(span.start.line(), say!("it is nested too deeply")));
                }
            }
            Ok((Event::SequenceEnd | Event::MappingEnd, _)) => depth = depth.saturating_sub(1),
            _ => {}
        }
        match event {
            Ok((Event::Alias(_), span)) => events.push((Part::Other, span)),
            Ok((Event::Scalar(value, style, anchor, tag), span)) => {
                let plain = anchor == 0 && tag.is_none();
                let part = if plain { Part::Scalar(value.into_owned(), style) } else { Part::Other };
                events.push((part, span));
            }
            Ok((Event::SequenceStart(anchor, tag), span)) => {
                events.push((Part::Open { list: true, plain: anchor == 0 && tag.is_none() }, span));
            }
            Ok((Event::MappingStart(anchor, tag), span)) => {
                events.push((Part::Open { list: false, plain: anchor == 0 && tag.is_none() }, span));
            }
            Ok((Event::SequenceEnd | Event::MappingEnd, span)) => events.push((Part::Close, span)),
            Ok((Event::DocumentEnd, _)) => break,
            Ok(_) => {}
            Err(why) => return Err(wrong(why.marker().line(), of_parser(why.info()))),
        }
    }
    let offsets = Offsets::of(text);
    let mut events = events.into_iter();
    let Some(first) = events.next() else { return Ok(None) };
    let root = build(first, &mut events, text, &offsets).ok_or_else(|| wrong(1, say!("it ends too early")))?;
    let empty = root.is_null() && root.start == root.end;
    Ok((!empty).then_some(root))
}

enum Part {
    Scalar(String, ScalarStyle),
    Open { list: bool, plain: bool },
    Close,
    Other,
}

type Placed = (Part, saphyr_parser::Span);

/// From the parser's character counts to bytes.
struct Offsets(Vec<usize>);

impl Offsets {
    fn of(text: &str) -> Self {
        Self(text.char_indices().map(|(at, _)| at).chain([text.len()]).collect())
    }

    fn byte(&self, index: usize) -> usize {
        self.0.get(index).or(self.0.last()).copied().unwrap_or(0)
    }
}

fn build(
    (part, span): Placed,
    events: &mut impl Iterator<Item = Placed>,
    text: &str,
    offsets: &Offsets,
) -> Option<Node> {
    let start = offsets.byte(span.start.index());
    let end = offsets.byte(span.end.index());
    let node =
        |end: usize, kind: Kind| Some(Node { start, end, line: span.start.line(), column: span.start.col(), kind });
    match part {
        Part::Scalar(value, style) => {
            let block = matches!(style, ScalarStyle::Literal | ScalarStyle::Folded);
            // A block's span takes in the blank lines behind it, which belong to nobody.
            let end = match style {
                _ if block => start + text[start..end].trim_end().len(),
                // The parser's span takes in a comment behind a quoted text.
                ScalarStyle::SingleQuoted | ScalarStyle::DoubleQuoted => end_of_quoted(text, start),
                _ => end,
            };
            node(end, Kind::Scalar { value, style })
        }
        Part::Other | Part::Close => node(end, Kind::Other),
        Part::Open { list, plain } => {
            let flow = text[start..end].starts_with(['[', '{']);
            let mut parts = Vec::new();
            let mut last = end;
            loop {
                let next = events.next()?;
                if matches!(next.0, Part::Close) {
                    if flow {
                        last = offsets.byte(next.1.start.index()) + 1;
                    }
                    break;
                }
                let child = build(next, events, text, offsets)?;
                last = last.max(child.end);
                parts.push(child);
            }
            let kind = match (plain, list) {
                (false, _) => Kind::Other,
                (true, true) => Kind::List { flow, items: parts },
                (true, false) => {
                    let entries = pairs(parts);
                    Kind::Map { flow, names: Names::of(&entries), entries }
                }
            };
            node(last, kind)
        }
    }
}

fn pairs(parts: Vec<Node>) -> Vec<(Node, Node)> {
    let mut parts = parts.into_iter();
    let mut entries = Vec::new();
    while let (Some(key), Some(value)) = (parts.next(), parts.next()) {
        entries.push((key, value));
    }
    entries
}

/// Behind the closing quotation mark of the text that begins at `start`.
fn end_of_quoted(text: &str, start: usize) -> usize {
    let bytes = text.as_bytes();
    let quote = bytes[start];
    let mut at = start + 1;
    while at < bytes.len() {
        match bytes[at] {
            b'\\' if quote == b'"' => at += 1,
            byte if byte == quote && quote == b'\'' && bytes.get(at + 1) == Some(&quote) => at += 1,
            byte if byte == quote => return at + 1,
            _ => {}
        }
        at += 1;
    }
    text.len()
}
