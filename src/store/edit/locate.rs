//! Where keys and items stand, for messages that point at them.

use super::Step;
use super::node::{Kind, Node, parse};

/// A place within one line.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Span {
    /// From 1.
    pub line: usize,
    /// From 1, in characters.
    pub column: usize,
    /// In characters.
    pub len: usize,
}

fn span(text: &str, node: &Node) -> Span {
    let piece = text.get(node.start..node.end).unwrap_or_default();
    let first_line = piece.lines().next().unwrap_or_default();
    Span { line: node.line, column: node.column + 1, len: first_line.chars().count().max(1) }
}

/// A text whose places are asked for several times.
pub struct Outline<'a> {
    text: &'a str,
    root: Option<Node>,
}

impl<'a> Outline<'a> {
    /// Of a text that may be no YAML: then nothing is found in it.
    pub fn of(text: &'a str) -> Self {
        Self { text, root: parse(text).ok().flatten() }
    }

    /// Where the value at a path stands, if it stands on its line as one piece; else its key or item; else the nearest
    /// above it that is there.
    pub fn find(&self, path: &[Step]) -> Option<Span> {
        let root = self.root.as_ref()?;
        let value = root.at(path).filter(|node| node.start < node.end && node.is_inline());
        value.map(|node| span(self.text, node)).or_else(|| nearest(self.text, root, path))
    }

    /// Whether there is no value at a path that stands in one piece.
    pub fn is_empty(&self, path: &[Step]) -> bool {
        let value = self.root.as_ref().and_then(|root| root.at(path));
        value.is_none_or(|node| node.start >= node.end || !node.is_inline())
    }

    /// Where the key or item at a path stands; the nearest one above it if it is not there.
    pub fn locate(&self, path: &[Step]) -> Option<Span> {
        nearest(self.text, self.root.as_ref()?, path)
    }

    /// All keys of the mapping at a path in their order, repeated ones too.
    pub fn keys(&self, path: &[Step]) -> Vec<(String, Span)> {
        match self.root.as_ref().and_then(|root| root.at(path)).map(|node| &node.kind) {
            Some(Kind::Map { entries, .. }) => {
                entries.iter().filter_map(|(key, _)| Some((key.text()?.to_owned(), span(self.text, key)))).collect()
            }
            _ => Vec::new(),
        }
    }

    /// How many items the list at a path has.
    pub fn length(&self, path: &[Step]) -> usize {
        match self.root.as_ref().and_then(|root| root.at(path)).map(|node| &node.kind) {
            Some(Kind::List { items, .. }) => items.len(),
            _ => 0,
        }
    }
}

/// Where the key or item at a path stands; the nearest one above it if it is not there.
pub fn locate(text: &str, path: &[Step]) -> Option<Span> {
    Outline::of(text).locate(path)
}

fn nearest(text: &str, root: &Node, path: &[Step]) -> Option<Span> {
    for length in (1..=path.len()).rev() {
        let (parent, last) = (root.at(&path[..length - 1]), &path[length - 1]);
        let found = parent.and_then(|parent| match (&parent.kind, last) {
            (Kind::Map { entries, names, .. }, Step::Key(name)) => {
                names.find(entries, name).map(|(_, last)| &entries[last].0)
            }
            (Kind::List { items, .. }, Step::Index(at)) => items.get(*at),
            _ => None,
        });
        if let Some(node) = found {
            return Some(span(text, node));
        }
    }
    Some(span(text, root))
}

/// How many items the list at a path has.
pub fn length(text: &str, path: &[Step]) -> usize {
    Outline::of(text).length(path)
}
