//! Taking away: an entry or an item, with the comments that are about it.

use super::node::{Kind, Node};
use super::splice::{anchor, line_end, line_start, next_line, parent, spliced, unsafe_here};
use super::{EditError, Step, shown};

/// Removes an entry or an item.
pub fn remove(text: &str, root: Option<&Node>, path: &[Step]) -> Result<String, EditError> {
    let parent = parent(root, path)?;
    let gone = anchor(root, path)?;
    let value = root.and_then(|root| root.at(path)).ok_or_else(|| EditError::NoSuchPath(shown(path)))?;
    let end = gone.end.max(value.end);
    let (flow, count, first, after) = match &parent.kind {
        Kind::Map { flow, entries, .. } => {
            let at = entries.iter().position(|(key, _)| key.start == gone.start).unwrap_or(0);
            (*flow, entries.len(), at == 0, entries.get(at + 1).map(|(key, _)| key.start))
        }
        Kind::List { flow, items } => {
            let at = items.iter().position(|item| item.start == gone.start).unwrap_or(0);
            (*flow, items.len(), at == 0, items.get(at + 1).map(|item| item.start))
        }
        _ => return Err(unsafe_here(path)),
    };
    match (flow, count) {
        (true, 1) => Ok(spliced(text, parent.start + 1, parent.end - 1, "")),
        (true, _) => Ok(match after {
            Some(next) => spliced(text, gone.start, next, ""),
            None => {
                let comma = text[..gone.start].rfind(',').ok_or_else(|| unsafe_here(path))?;
                spliced(text, comma, end, "")
            }
        }),
        (false, 1) if path.len() > 1 => empty(text, root, path, end),
        (false, _) => {
            let own_line = text[line_start(text, gone.start)..gone.start].trim().is_empty();
            let dashed = text[line_start(text, gone.start)..gone.start].trim() == "-";
            match (&parent.kind, first, after) {
                // The first key of an item stands behind its dash: the next one takes its place.
                (Kind::Map { .. }, true, Some(next)) if !own_line => Ok(spliced(text, gone.start, next, "")),
                (Kind::Map { .. }, _, _) if own_line => Ok(remove_lines(text, gone, end, first)),
                // What stands above the first item is about all of them, unless the next one has a comment of its own.
                (Kind::List { .. }, _, next) if dashed => {
                    let shared = first && !next.is_some_and(|next| has_comment_above(text, next));
                    Ok(remove_lines(text, gone, end, shared))
                }
                _ => Err(unsafe_here(path)),
            }
        }
    }
}

/// Whether the line above is a comment that is indented alike.
fn has_comment_above(text: &str, at: usize) -> bool {
    let start = line_start(text, at);
    let indent = |line: &str| line.len() - line.trim_start_matches(' ').len();
    let above = text[..start].lines().next_back().unwrap_or_default();
    above.trim_start().starts_with('#') && indent(above) == indent(&text[start..])
}

/// Removes whole lines, with the comment lines directly above that are indented alike; not with those that others
/// `share`.
fn remove_lines(text: &str, gone: &Node, end: usize, share: bool) -> String {
    let mut start = line_start(text, gone.start);
    let indent = text[start..].chars().take_while(|c| *c == ' ').count();
    let mut top = start;
    while !share && top > 0 {
        let above = line_start(text, top - 1);
        let line = text[above..top].trim_end();
        if line.len() - line.trim_start().len() != indent || !line.trim_start().starts_with('#') {
            break;
        }
        top = above;
    }
    if top > 0 {
        start = top;
    }
    // What is commented below it and further in belongs to it.
    let mut last = next_line(text, end);
    while let Some(line) = text[last..].split_inclusive('\n').next() {
        let deeper = line.len() - line.trim_start_matches(' ').len() > indent;
        if !deeper || !line.trim_start().starts_with('#') {
            break;
        }
        last += line.len();
    }
    spliced(text, start, last, "")
}

/// Leaves `[]` or `{}` where the last item or key was.
fn empty(text: &str, root: Option<&Node>, path: &[Step], end: usize) -> Result<String, EditError> {
    let above = &path[..path.len() - 1];
    let key = anchor(root, above)?;
    let nothing = if matches!(path.last(), Some(Step::Index(_))) { "[]" } else { "{}" };
    let Some(Step::Key(_)) = above.last() else { return Err(unsafe_here(path)) };
    let colon = key.end + text[key.end..].find(':').ok_or_else(|| unsafe_here(path))? + 1;
    Ok(spliced(text, colon, line_end(text, end), &format!(" {nothing}")))
}
