//! Where in a file a problem is: only ever run on files that have one.

use std::collections::HashSet;

use super::edit::{Outline, Span, Step};
use super::shape::{Below, Shape};
use super::{text, words};
use crate::model::{Damage, Loss, Place, Problem};

/// More problems than this of one file are not told: a file made to hold thousands must not keep anybody waiting.
pub const MOST: usize = 500;

/// A file with a problem.
pub struct Patient<'a> {
    file: String,
    text: &'a str,
    outline: Outline<'a>,
    loss: Loss,
}

impl<'a> Patient<'a> {
    pub fn new(file: String, text: &'a str, loss: Loss) -> Self {
        Self { file, text, outline: Outline::of(text), loss }
    }

    /// The damage at the key or item to which a path leads.
    pub fn at_path(&self, path: &[Step], problem: Problem) -> Damage {
        // What is wrong with a value is shown at the value, unless it is spread over lines.
        let value = matches!(problem, Problem::Invalid { .. } | Problem::Unfitting { .. });
        let span = if value { self.outline.find(path) } else { self.outline.locate(path) };
        self.damage(Some(span.unwrap_or(Span { line: 1, column: 1, len: 1 })), problem)
    }

    /// The reader's place; the last line where that is beyond the end, and where it gives none the line of `---` that
    /// begins a second document.
    fn within(&self, at: Option<Span>) -> Span {
        let lines = self.text.lines().count().max(1);
        match at {
            Some(at) if at.line <= lines => at,
            Some(_) => Span { line: lines, column: 1, len: 1 },
            None => {
                let second = self.text.lines().skip(1).position(|line| line.starts_with("---"));
                Span { line: second.map_or(1, |at| at + 2), column: 1, len: 1 }
            }
        }
    }

    fn damage(&self, span: Option<Span>, problem: Problem) -> Damage {
        let place = span.map(|span| Place {
            line: span.line,
            column: span.column,
            length: span.len.max(1),
            source: text::line(self.text, span.line).into_owned(),
        });
        Damage { file: self.file.clone(), place: place.map(Box::new), problem, loss: self.loss }
    }

    /// All that keeps a file from being read: every unknown or repeated key, else what the YAML reader says.
    pub fn unread(&self, shape: &Shape, why: &serde_yaml::Error) -> Vec<Damage> {
        let mut found = Vec::new();
        self.walk(shape, &mut Vec::new(), &mut found);
        if found.is_empty() {
            let at = why.location().map(|at| Span { line: at.line(), column: at.column(), len: 1 });
            found.push(self.damage(Some(self.within(at)), Problem::Malformed(words::plain(&why.to_string()))));
        }
        found
    }

    fn walk(&self, shape: &Shape, path: &mut Vec<Step>, found: &mut Vec<Damage>) {
        let keys = self.outline.keys(path);
        let mut known = HashSet::new();
        for (key, span) in &keys {
            if found.len() >= MOST {
                return;
            }
            if !known.insert(key) {
                found.push(self.damage(Some(*span), Problem::DuplicateKey { key: key.clone() }));
            } else if !shape.keys.contains(&key.as_str()) {
                let problem = Problem::UnknownKey { key: key.clone(), of: shape.of, known: shape.keys };
                found.push(self.damage(Some(*span), problem));
            }
        }
        for (below, shape) in shape.below {
            let depth = path.len();
            match below {
                Below::Key(name) => {
                    path.push(Step::Key((*name).to_owned()));
                    self.walk(shape, path, found);
                }
                Below::Items(name) => {
                    path.push(Step::Key((*name).to_owned()));
                    for index in 0..self.outline.length(path) {
                        path.push(Step::Index(index));
                        self.walk(shape, path, found);
                        path.pop();
                    }
                }
                Below::Values(name) => {
                    path.push(Step::Key((*name).to_owned()));
                    let keys = self.outline.keys(path);
                    let mut known = HashSet::new();
                    for (key, span) in &keys {
                        if !known.insert(key) {
                            found.push(self.damage(Some(*span), Problem::DuplicateKey { key: key.clone() }));
                        }
                    }
                    for (key, _) in keys {
                        if found.len() >= MOST {
                            return;
                        }
                        path.push(Step::Key(key));
                        self.walk(shape, path, found);
                        path.pop();
                    }
                }
            }
            path.truncate(depth);
        }
    }
}
