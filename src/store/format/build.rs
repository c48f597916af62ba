//! From the places of values and comments in a text to what belongs to what.
//!
//! A comment at the end of a line belongs to what stands on that line. One on a line of its own belongs to what follows,
//! unless it is indented further than that: then it closes the innermost list or mapping that begins no further in.

use std::ops::Range;

use super::Unformatted;
use super::scalar::{self, scalar};
use super::scan::{Comment, Scanned};
use super::tree::{Entries, Entry, File, Note, Value};
use crate::store::edit::Yaml;
use crate::store::edit::node::{Kind, Node};

/// Puts keys, values and comments together.
///
/// # Errors
/// When something stands where no file of a store has it.
pub fn file(text: &str, root: Option<&Node>, scanned: Scanned) -> Result<File, Unformatted> {
    let mut builder = Builder { text, scanned, next: 0 };
    let Some(root) = root else {
        let notes = builder.notes_until(text.len());
        return Ok(File { head: notes, blank: false, entries: Entries::default() });
    };
    let Kind::Map { flow, entries, .. } = &root.kind else { return Err(Unformatted::Unfaithful) };
    let mut entries = match flow {
        true => builder.flow_map(entries, root.end)?,
        false => builder.block_map(entries, None, text.len())?,
    };
    let rest = builder.notes_until(text.len());
    entries.below.extend(rest);
    Ok(headed(entries))
}

/// Parts the comments at the head of the file from those about the first key: those above the last blank line, or all
/// of them if there is none.
fn headed(mut entries: Entries) -> File {
    let Some(first) = entries.all.first_mut() else {
        return File { head: std::mem::take(&mut entries.below), blank: false, entries };
    };
    let blank = std::mem::take(&mut first.blank);
    let last_gap = first.above.iter().rposition(|note| note.blank).filter(|at| *at > 0);
    let own = match last_gap {
        Some(at) if !blank => first.above.split_off(at),
        _ => Vec::new(),
    };
    let head = std::mem::replace(&mut first.above, own);
    let blank = blank || !first.above.is_empty();
    File { head, blank, entries }
}

struct Builder<'a> {
    text: &'a str,
    scanned: Scanned,
    /// The first comment that has not found its place.
    next: usize,
}

/// What stands between a key and its value, and behind it.
#[derive(Default)]
struct Around {
    above: Vec<Note>,
    beside: Option<String>,
}

impl Builder<'_> {
    fn peek(&self) -> Option<&Comment> {
        self.scanned.comments.get(self.next)
    }

    fn take(&mut self, wanted: impl Fn(&Comment) -> bool) -> Option<Comment> {
        let comment = self.peek().filter(|comment| wanted(comment)).cloned();
        self.next += usize::from(comment.is_some());
        comment
    }

    /// The comments up to a byte, each as on a line of its own.
    fn notes_until(&mut self, end: usize) -> Vec<Note> {
        std::iter::from_fn(|| self.take(|comment| comment.start < end).map(|comment| self.note(comment))).collect()
    }

    fn note(&self, comment: Comment) -> Note {
        Note { blank: comment.alone && self.blank_above(comment.start), text: comment.text }
    }

    /// Whether the line above the one of this byte is empty.
    fn blank_above(&self, at: usize) -> bool {
        let line = self.text[..at].rfind('\n').unwrap_or(0);
        self.text[..line].rsplit('\n').next().is_some_and(|above| line > 0 && above.trim().is_empty())
    }

    /// The comment behind a byte on the same line, before `limit`.
    fn beside(&mut self, at: usize, limit: usize) -> Option<String> {
        let end = self.text[at..].find('\n').map_or(self.text.len(), |length| at + length).min(limit);
        self.take(|comment| (at..end).contains(&comment.start)).map(|comment| comment.text)
    }

    fn block_map(
        &mut self,
        entries: &[(Node, Node)],
        outer: Option<usize>,
        limit: usize,
    ) -> Result<Entries, Unformatted> {
        let mut built = Entries::default();
        let column = entries.first().map_or(0, |(key, _)| key.column);
        for (at, (key, value)) in entries.iter().enumerate() {
            let above = self.notes_until(key.start);
            let blank = self.blank_above(key.start);
            let end = entries.get(at + 1).map_or(limit, |(next, _)| next.start);
            let (value, around) = self.value(value, key.end..end, column)?;
            built.all.push(Entry { blank, ..entry(Some(name(key)?), value, above, around) });
        }
        built.below = self.closing(column, outer, limit);
        Ok(built)
    }

    fn block_list(&mut self, items: &[Node], outer: usize, limit: usize) -> Result<Entries, Unformatted> {
        let mut built = Entries::default();
        let dashes = items.iter().map(|item| self.dash(item)).collect::<Result<Vec<usize>, _>>()?;
        let column = dashes.first().map_or(0, |dash| self.column(*dash));
        for (at, item) in items.iter().enumerate() {
            let above = self.notes_until(dashes[at]);
            let blank = self.blank_above(dashes[at]);
            let end = dashes.get(at + 1).copied().unwrap_or(limit);
            let (value, around) = self.value(item, dashes[at] + 1..end, column)?;
            built.all.push(Entry { blank, ..entry(None, value, above, around) });
        }
        built.below = self.closing(column, Some(outer), limit);
        Ok(built)
    }

    /// The dash of an item. An empty item has no place of its own, and no file of a store has one.
    fn dash(&self, item: &Node) -> Result<usize, Unformatted> {
        let at = self.scanned.dashes.partition_point(|dash| *dash < item.start);
        let empty = item.text() == Some("") && item.start == item.end;
        at.checked_sub(1).filter(|_| !empty).map(|at| self.scanned.dashes[at]).ok_or(Unformatted::Unfaithful)
    }

    fn column(&self, at: usize) -> usize {
        let start = self.text[..at].rfind('\n').map_or(0, |newline| newline + 1);
        self.text[start..at].chars().count()
    }

    /// The comments behind the last entry of a block that are indented at least as far, and further than what is around.
    fn closing(&mut self, column: usize, outer: Option<usize>, limit: usize) -> Vec<Note> {
        let mut notes = Vec::new();
        while !self.opens_next(limit)
            && let Some(comment) = self.take(|comment| {
                let within = comment.column >= column && outer.is_none_or(|outer| comment.column > outer);
                comment.start < limit && comment.alone && within
            })
        {
            notes.push(self.note(comment));
        }
        notes
    }

    /// Whether the next comments are set off from what is above by a blank line, and stand directly above what follows:
    /// then they are about that, however far they are indented.
    fn opens_next(&self, limit: usize) -> bool {
        let Some(first) = self.peek().filter(|comment| comment.alone && self.blank_above(comment.start)) else {
            return false;
        };
        let rest = self.text.get(first.start..).unwrap_or_default().split_inclusive('\n');
        let length: usize = rest.take_while(|line| line.trim_start().starts_with('#')).map(str::len).sum();
        let behind = first.start + length;
        behind <= limit && self.text[behind..].lines().next().is_some_and(|line| !line.trim().is_empty())
    }

    /// A value and what is around it. `room` goes from behind its key or dash to where the next one begins.
    fn value(&mut self, node: &Node, room: Range<usize>, column: usize) -> Result<(Value, Around), Unformatted> {
        let mut around = Around::default();
        let value = match &node.kind {
            Kind::Map { flow: false, entries, .. } if is_block(self.text, node, entries) => {
                around.beside = self.beside(room.start, node.start);
                return Ok((Value::Map(self.block_map(entries, Some(column), room.end)?), around));
            }
            Kind::List { flow: false, items } => {
                around.beside = self.beside(room.start, node.start);
                return Ok((Value::List(self.block_list(items, column, room.end)?), around));
            }
            Kind::Scalar { value, .. } if value.is_empty() && node.is_null() => {
                around.beside = self.beside(room.start, room.end);
                return Ok((scalar(self.text, node)?, around));
            }
            kind => {
                around.above = self.notes_until(node.start);
                match kind {
                    Kind::Map { entries, .. } => Value::Map(self.flow_map(entries, node.end)?),
                    Kind::List { items, .. } => Value::List(self.flow_list(items, node.end)?),
                    _ => scalar(self.text, node)?,
                }
            }
        };
        // A block of text has its comment behind its sign, before its first line.
        let own_line = node.is_block_scalar();
        around.beside = if own_line { None } else { self.beside(node.end, room.end) };
        if around.beside.is_none() {
            around.beside = around.above.pop().map(|note| note.text);
        }
        Ok((value, around))
    }

    fn flow_map(&mut self, entries: &[(Node, Node)], end: usize) -> Result<Entries, Unformatted> {
        let mut built = Entries::default();
        for (at, (key, value)) in entries.iter().enumerate() {
            let above = self.notes_until(key.start);
            let limit = entries.get(at + 1).map_or(end, |(next, _)| next.start);
            let (value, around) = self.value(value, key.end..limit, 0)?;
            built.all.push(entry(Some(name(key)?), value, above, around));
        }
        built.below = self.notes_until(end);
        Ok(built)
    }

    fn flow_list(&mut self, items: &[Node], end: usize) -> Result<Entries, Unformatted> {
        let mut built = Entries::default();
        for (at, item) in items.iter().enumerate() {
            let above = self.notes_until(item.start);
            let limit = items.get(at + 1).map_or(end, |next| next.start);
            let (value, around) = self.value(item, item.start..limit, 0)?;
            built.all.push(entry(None, value, above, around));
        }
        built.below = self.notes_until(end);
        Ok(built)
    }
}

fn entry(key: Option<Yaml>, value: Value, mut above: Vec<Note>, around: Around) -> Entry {
    above.extend(around.above);
    let value = match &key {
        Some(key) => scalar::under(key, value),
        None => value,
    };
    Entry { above, blank: false, key, value, beside: around.beside }
}

/// Whether a mapping stands on lines of its own: the single pair of `[a: b]` does not.
fn is_block(text: &str, node: &Node, entries: &[(Node, Node)]) -> bool {
    let line = text[..node.start].rfind('\n').map_or(0, |newline| newline + 1);
    let lead = text[line..node.start].trim_matches([' ', '-']);
    entries.len() != 1 || !lead.contains(['[', '{', ','])
}

fn name(key: &Node) -> Result<Yaml, Unformatted> {
    scalar::key(key).ok_or(Unformatted::Unfaithful)
}
