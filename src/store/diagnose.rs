//! Where in a file a problem is: only ever run on files that have one.

use std::collections::HashSet;

use super::collector::Found;
use super::edit::{Outline, Span, Step};
use super::lines::Lines;
use super::shape::{Below, Shape};
use super::words;
use crate::model::{Damage, Loss, Place, Problem};

/// More problems than this of one file are not told: a file made to hold thousands must not keep anybody waiting.
pub const MOST: usize = 500;

/// The first [`MOST`] of what was found, and one that stands for all others.
pub fn at_most<T>(mut found: Vec<T>, others: impl FnOnce(T, usize) -> T) -> Vec<T> {
    let count = found.len().saturating_sub(MOST);
    found.truncate(MOST + 1);
    if let Some(first) = found.pop_if(|_| count > 0) {
        found.push(others(first, count));
    }
    found
}

/// A file with a problem.
pub struct Patient<'a> {
    file: String,
    text: &'a str,
    lines: Lines<'a>,
    outline: Outline<'a>,
    loss: Loss,
}

impl<'a> Patient<'a> {
    pub fn new(file: String, text: &'a str, loss: Loss) -> Self {
        Self { file, text, lines: Lines::of(text), outline: Outline::of(text), loss }
    }

    /// The damages at the keys and items to which paths lead.
    pub fn all(&self, found: Vec<Found>) -> Vec<Damage> {
        let found = at_most(found, |(path, _), count| (path, Problem::More { count }));
        found.into_iter().map(|(path, problem)| self.at_path(&path, problem)).collect()
    }

    /// The damage at the key or item to which a path leads.
    fn at_path(&self, path: &[Step], problem: Problem) -> Damage {
        // What is wrong with a value is shown at the value, unless it is spread over lines.
        let value = matches!(problem, Problem::Invalid { .. } | Problem::Unfitting { .. });
        let span = if value { self.outline.find(path) } else { self.outline.locate(path) };
        self.damage(Some(span.unwrap_or(Span { line: 1, column: 1, len: 1 })), problem)
    }

    /// The reader's place; the last line where that is beyond the end, and where it gives none the line of `---` that
    /// begins a second document.
    fn within(&self, at: Option<Span>) -> Span {
        let lines = self.lines.count().max(1);
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
        let place = span.map(|span| Place::new(span.line, span.column, span.len, self.lines.get(span.line)));
        Damage { file: self.file.clone(), place: place.map(Box::new), problem, loss: self.loss }
    }

    /// All that keeps a file from being read: every unknown or repeated key, else what the YAML reader says.
    pub fn unread(&self, shape: &Shape, why: &serde_yaml::Error) -> Vec<Damage> {
        let mut found = Vec::new();
        self.walk(shape, &mut Vec::new(), &mut found);
        if found.is_empty() {
            let at = why.location().map(|at| Span { line: at.line(), column: at.column(), len: 1 });
            found.push(self.damage(Some(self.within(at)), words::malformed(&why.to_string())));
        }
        found
    }

    fn walk(&self, shape: &Shape, path: &mut Vec<Step>, found: &mut Vec<Damage>) {
        let mut known = HashSet::new();
        for (key, span) in self.outline.keys(path) {
            if found.len() >= MOST {
                return;
            }
            if !known.insert(key.clone()) {
                found.push(self.damage(Some(span), Problem::DuplicateKey { key }));
            } else if !shape.keys.contains(&key.as_str()) {
                let problem = Problem::UnknownKey { key, of: shape.of, known: shape.keys };
                found.push(self.damage(Some(span), problem));
            }
        }
        for (below, shape) in shape.below {
            let (Below::Key(name) | Below::Items(name) | Below::Values(name)) = below;
            path.push(Step::Key((*name).to_owned()));
            match below {
                Below::Key(_) => self.walk(shape, path, found),
                Below::Items(_) => self.walk_each((0..self.outline.length(path)).map(Step::Index), shape, path, found),
                Below::Values(_) => {
                    let keys = self.own_keys(path, found);
                    self.walk_each(keys.into_iter().map(Step::Key), shape, path, found);
                }
            }
            path.pop();
        }
    }

    fn walk_each(
        &self,
        steps: impl Iterator<Item = Step>,
        shape: &Shape,
        path: &mut Vec<Step>,
        found: &mut Vec<Damage>,
    ) {
        for step in steps {
            if found.len() >= MOST {
                return;
            }
            path.push(step);
            self.walk(shape, path, found);
            path.pop();
        }
    }

    /// The keys of a mapping in which people choose them, each once; tells those that are repeated.
    fn own_keys(&self, path: &[Step], found: &mut Vec<Damage>) -> Vec<String> {
        let (mut known, mut own) = (HashSet::new(), Vec::new());
        for (key, span) in self.outline.keys(path) {
            if found.len() >= MOST {
                break;
            }
            if known.insert(key.clone()) {
                own.push(key);
            } else {
                found.push(self.damage(Some(span), Problem::DuplicateKey { key }));
            }
        }
        own
    }
}
