//! The cuts: each finds the bytes that a change concerns and puts others in their place.

use saphyr_parser::ScalarStyle;

use super::node::{Kind, Node};
use super::value::scalar;
use super::{EditError, Step, Yaml, shown};

/// The text with a piece replaced, new lines ending as the file's do.
pub fn spliced(text: &str, from: usize, to: usize, with: &str) -> String {
    let with = if text.contains("\r\n") { with.replace('\n', "\r\n") } else { with.to_owned() };
    format!("{}{with}{}", &text[..from], &text[to..])
}

pub fn line_start(text: &str, at: usize) -> usize {
    text[..at].rfind('\n').map_or(0, |newline| newline + 1)
}

/// Behind the last character of the line, before its end.
pub fn line_end(text: &str, at: usize) -> usize {
    let end = text[at..].find('\n').map_or(text.len(), |length| at + length);
    if text[..end].ends_with('\r') && end > at { end - 1 } else { end }
}

/// Behind the line's end.
pub fn next_line(text: &str, at: usize) -> usize {
    text[at..].find('\n').map_or(text.len(), |length| at + length + 1)
}

pub fn unsafe_here(path: &[Step]) -> EditError {
    EditError::Unfaithful(shown(path))
}

pub fn parent<'a>(root: Option<&'a Node>, path: &[Step]) -> Result<&'a Node, EditError> {
    let above = &path[..path.len().saturating_sub(1)];
    root.and_then(|root| root.at(above)).ok_or_else(|| EditError::NoSuchPath(shown(above)))
}

/// The key of an entry, or the item, whose value is at `path`.
pub fn anchor<'a>(root: Option<&'a Node>, path: &[Step]) -> Result<&'a Node, EditError> {
    let parent = parent(root, path)?;
    let found = match (&parent.kind, path.last()) {
        (Kind::Map { entries, .. }, Some(Step::Key(name))) => {
            entries.iter().find(|(key, _)| key.text() == Some(name)).map(|(key, _)| key)
        }
        (Kind::List { items, .. }, Some(Step::Index(at))) => items.get(*at),
        _ => None,
    };
    found.ok_or_else(|| EditError::NoSuchPath(shown(path)))
}

/// Puts a value in the place of another one.
pub fn replace(text: &str, root: Option<&Node>, path: &[Step], value: &Yaml) -> Result<String, EditError> {
    let old = root.and_then(|root| root.at(path)).ok_or_else(|| EditError::NoSuchPath(shown(path)))?;
    let parent = parent(root, path)?;
    let nested = matches!(parent.kind, Kind::Map { flow: true, .. } | Kind::List { flow: true, .. });
    let inline = match &old.kind {
        Kind::Scalar { style, .. } if old.is_inline() => value.in_style(*style, nested),
        _ => value.inline(nested),
    };
    if let (true, false, Some(inline)) = (old.is_inline(), value.is_block() && !nested, inline) {
        let gap = if text[..old.start].ends_with([' ', '[', '{', '"', '\'']) || old.start == 0 { "" } else { " " };
        return Ok(spliced(text, old.start, old.end, &format!("{gap}{inline}")));
    }
    let (Kind::Map { flow: false, .. }, Some(Step::Key(_))) = (&parent.kind, path.last()) else {
        return Err(unsafe_here(path));
    };
    let key = anchor(root, path)?;
    let colon = key.end + text[key.end..].find(':').ok_or_else(|| unsafe_here(path))? + 1;
    let first_line = &text[colon..line_end(text, colon)];
    let comment = if old.is_inline() && old.line == key.line {
        text[old.end..line_end(text, old.end)].to_owned()
    } else {
        first_line.find(" #").map(|at| first_line[at..].to_owned()).unwrap_or_default()
    };
    let indent = block_indent(text, old, key);
    Ok(spliced(text, colon, line_end(text, old.end.max(colon)), &value.after_key(indent, comment.trim_end())))
}

/// How far the lines of a block are indented that takes the place of this one.
fn block_indent(text: &str, old: &Node, key: &Node) -> usize {
    let own =
        old.is_block_scalar() || matches!(old.kind, Kind::List { flow: false, .. } | Kind::Map { flow: false, .. });
    if !own || old.line == key.line {
        return key.column + 2;
    }
    let start = line_start(text, old.start);
    let indent = text[start..].chars().take_while(|c| *c == ' ').count();
    indent.max(key.column + usize::from(old.is_block_scalar()))
}

/// Adds a key to a mapping.
pub fn add_key(
    text: &str,
    root: Option<&Node>,
    path: &[Step],
    value: &Yaml,
    order: &[&str],
) -> Result<String, EditError> {
    let Some(Step::Key(name)) = path.last() else { return Err(EditError::NoSuchPath(shown(path))) };
    let above = &path[..path.len() - 1];
    let Some(root) = root else {
        if !above.is_empty() {
            return Err(EditError::NoSuchPath(shown(above)));
        }
        let gap = if text.is_empty() || text.ends_with('\n') { "" } else { "\n" };
        let line = format!("{gap}{}:{}\n", scalar(name, false), value.after_key(2, ""));
        return Ok(spliced(text, text.len(), text.len(), &line));
    };
    let mapping = root.at(above).ok_or_else(|| EditError::NoSuchPath(shown(above)))?;
    match &mapping.kind {
        Kind::Map { flow: false, entries, .. } => add_line(text, entries, name, value, order, path),
        Kind::Map { flow: true, entries, .. } if !entries.is_empty() => {
            let inline = value.inline(true).ok_or_else(|| unsafe_here(path))?;
            let at = before_in_order(entries, name, order).map_or(entries[0].0.start, |(_, value)| value.end);
            let entry = format!("{}: {inline}", scalar(name, true));
            let first = at == entries[0].0.start;
            let piece = if first { format!("{entry}, ") } else { format!(", {entry}") };
            Ok(spliced(text, at, at, &piece))
        }
        _ if mapping.is_null() || matches!(mapping.kind, Kind::Map { .. }) => {
            let map = Yaml::Map(vec![(name.clone(), value.clone())]);
            if above.is_empty() {
                let line = format!("{}:{}\n", scalar(name, false), value.after_key(2, ""));
                return Ok(spliced(text, mapping.start, next_line(text, mapping.end), &line));
            }
            replace_empty(text, root, above, &map)
        }
        _ => Err(EditError::NotAMapping(shown(above))),
    }
}

/// Gives a key that holds nothing, or `{}`, a mapping: one entry a line, as its siblings would be.
fn replace_empty(text: &str, root: &Node, path: &[Step], map: &Yaml) -> Result<String, EditError> {
    let old = root.at(path).ok_or_else(|| EditError::NoSuchPath(shown(path)))?;
    let key = anchor(Some(root), path)?;
    let (Yaml::Map(entries), Some(Step::Key(_))) = (map, path.last()) else { return Err(unsafe_here(path)) };
    let [(name, value)] = entries.as_slice() else { return Err(unsafe_here(path)) };
    let colon = key.end + text[key.end..].find(':').ok_or_else(|| unsafe_here(path))? + 1;
    let end = line_end(text, old.end.max(colon));
    let comment = text[old.end.max(colon)..end].trim_end();
    let indent = key.column + 2;
    let entry = format!("{comment}\n{}{}:{}", " ".repeat(indent), scalar(name, false), value.after_key(indent + 2, ""));
    Ok(spliced(text, colon, end, &entry))
}

/// The entry behind which a new key belongs: the last one that `order` puts before it; the very last if it says nothing.
fn before_in_order<'a>(entries: &'a [(Node, Node)], name: &str, order: &[&str]) -> Option<&'a (Node, Node)> {
    let rank = |key: &str| order.iter().position(|known| *known == key);
    match rank(name) {
        Some(own) => entries.iter().rev().find(|(key, _)| key.text().and_then(rank).is_some_and(|other| other < own)),
        None => entries.last(),
    }
}

fn add_line(
    text: &str,
    entries: &[(Node, Node)],
    name: &str,
    value: &Yaml,
    order: &[&str],
    path: &[Step],
) -> Result<String, EditError> {
    let first = entries.first().ok_or_else(|| unsafe_here(path))?;
    let indent = first.0.column;
    let line = format!("{}:{}", scalar(name, false), value.after_key(indent + 2, ""));
    let pad = " ".repeat(indent);
    let previous = before_in_order(entries, name, order);
    let in_item = text[line_start(text, first.0.start)..first.0.start].contains('-');
    match previous.or(in_item.then_some(first)) {
        Some((key, value)) => {
            let end = line_end(text, key.end.max(value.end));
            Ok(spliced(text, end, end, &format!("\n{pad}{line}")))
        }
        None => {
            let start = line_start(text, first.0.start).max(if text.starts_with('\u{feff}') { 3 } else { 0 });
            Ok(spliced(text, start, start, &format!("{pad}{line}\n")))
        }
    }
}

/// Appends to a list.
pub fn push(text: &str, root: Option<&Node>, path: &[Step], value: &Yaml) -> Result<String, EditError> {
    let list = root.and_then(|root| root.at(path)).ok_or_else(|| EditError::NoSuchPath(shown(path)))?;
    match &list.kind {
        Kind::List { flow: true, items } if items.is_empty() && matches!(value, Yaml::Map(_)) => {
            replace(text, root, path, &Yaml::List(vec![value.clone()]))
        }
        Kind::List { flow: true, items } => {
            let inline = value.inline(true).ok_or_else(|| unsafe_here(path))?;
            let at = items.last().map_or(list.start + 1, |item| item.end);
            let comma = if items.is_empty() { "" } else { ", " };
            Ok(spliced(text, at, at, &format!("{comma}{inline}")))
        }
        Kind::List { flow: false, items } => {
            let last = items.last().ok_or_else(|| unsafe_here(path))?;
            let dash = text[..last.start].rfind('-').ok_or_else(|| unsafe_here(path))?;
            let indent = dash - line_start(text, dash);
            let end = behind_comments(text, line_end(text, last.end), indent);
            Ok(spliced(text, end, end, &format!("\n{}-{}", " ".repeat(indent), value.item(indent))))
        }
        Kind::Scalar { style: ScalarStyle::Plain, .. } if list.is_null() => {
            replace(text, root, path, &Yaml::List(vec![value.clone()]))
        }
        _ => Err(EditError::NotASequence(shown(path))),
    }
}

/// Behind the comments that follow an item and are indented further than its dash: they are about it.
fn behind_comments(text: &str, end: usize, indent: usize) -> usize {
    let mut behind = end;
    let mut at = next_line(text, end);
    while let Some(line) = text[at..].split_inclusive('\n').next() {
        let deeper = line.len() - line.trim_start_matches(' ').len() > indent;
        if !deeper || !line.trim_start().starts_with('#') {
            break;
        }
        behind = line_end(text, at);
        at += line.len();
    }
    behind
}
