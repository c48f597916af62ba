//! Merging two versions of a definition file by what they say, not by their lines: fields by key, key results by id,
//! milestones and initiatives by name, tags and alignment as sets that keep their order. Text in, text out.
//!
//! What the lines of both sides give together is taken where it says just what the merge by key says, so that comments
//! and layout of both stay; else their changes are edited into it, or into ours.

mod apply;
mod change;
mod compare;
mod conflict;
mod lines;
mod lists;
#[cfg(test)]
mod properties;
#[cfg(test)]
mod tests;
mod three;

pub use conflict::{CHOOSE, Conflict, MARK};

use super::edit::{self, EditError, Yaml};
use crate::language::{self, marked, say};
use change::Change;

/// What a merge by key gives.
#[derive(Debug, Clone, PartialEq)]
pub struct Merged {
    /// Valid YAML. Where both sides say different things, ours stands below a comment that names theirs.
    pub text: String,
    pub conflicts: Vec<Conflict>,
}

/// Why two versions cannot be merged by key.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Unmergeable {
    #[error("{}", say!("{side}: {why}", side = language::text(side), why))]
    Side { side: &'static str, why: EditError },
    #[error("{}", say!("{place} has items that cannot be told apart by name", place = _0))]
    Unnamed(String),
    #[error("{}", say!("it is written in a way that cannot be changed safely"))]
    Unfaithful,
    #[error("{}", say!("the sides changed too much of a file this large"))]
    TooMuch,
}

/// So many bytes are read again for changes to a text at most, since each change reads all of it.
const MOST_WORK: usize = 3 << 20;

/// Merges what `ours` and `theirs` made of `base`.
///
/// # Errors
/// When a side is not YAML, lists hold items that cannot be told apart, or a change cannot be written faithfully.
pub fn merge(base: &str, ours: &str, theirs: &str) -> Result<Merged, Unmergeable> {
    if ours == theirs || theirs == base {
        return Ok(Merged { text: ours.to_owned(), conflicts: Vec::new() });
    }
    if ours == base {
        return Ok(Merged { text: theirs.to_owned(), conflicts: Vec::new() });
    }
    let layout = Layout::merged(base, ours, theirs);
    let [base, ours, theirs] = [base, ours, theirs].map(bare);
    let tree = |side, text: &str| match edit::tree(text) {
        Ok(tree @ Yaml::Map(_)) => Ok(tree),
        Ok(_) => Err(Unmergeable::Side { side, why: EditError::NotAMapping(say!("the file").to_owned()) }),
        Err(why) => Err(Unmergeable::Side { side, why }),
    };
    let trees = [
        tree(marked!("the version before"), &base)?,
        tree(marked!("our version"), &ours)?,
        tree(marked!("their version"), &theirs)?,
    ];
    let found = three::compare(&trees[0], &trees[1], &trees[2])?;
    let wanted = apply::to_tree(&trees[1], &found.changes).ok_or(Unmergeable::Unfaithful)?;
    let text = written(&base, &ours, &theirs, &found.changes, &wanted)?;
    let text = conflict::marked(&text, &found.conflicts).ok_or(Unmergeable::Unfaithful)?;
    Ok(Merged { text: layout.of(&text), conflicts: found.conflicts })
}

/// The text that says what is wanted and keeps most of both sides.
fn written(base: &str, ours: &str, theirs: &str, changes: &[Change], wanted: &Yaml) -> Result<String, Unmergeable> {
    let says = |text: &String| edit::tree(text).is_ok_and(|tree| compare::alike(&tree, wanted));
    let by_lines = lines::merged(base, ours, theirs);
    if let Some(text) = by_lines.iter().find(|text| says(text)) {
        return Ok(text.clone());
    }
    if ours.len().saturating_mul(changes.len()) > MOST_WORK {
        return Err(Unmergeable::TooMuch);
    }
    // With ours where lines meet, with both there, and without their lines at all.
    let begun = by_lines.first().into_iter().chain(by_lines.last()).map(String::as_str).chain([ours]);
    begun.filter_map(|text| apply::to_text(text, changes).ok()).find(says).ok_or(Unmergeable::Unfaithful)
}

/// How a file's bytes are laid out around its text.
struct Layout {
    mark: bool,
    crlf: bool,
}

impl Layout {
    /// As either side changed it.
    fn merged(base: &str, ours: &str, theirs: &str) -> Self {
        let chosen = |test: fn(&str) -> bool| {
            let (base, ours, theirs) = (test(base), test(ours), test(theirs));
            if ours == base { theirs } else { ours }
        };
        // Where there was no file before, ours is as good as changed.
        if base.is_empty() {
            return Self { mark: ours.starts_with('\u{feff}'), crlf: ours.contains("\r\n") };
        }
        Self { mark: chosen(|text| text.starts_with('\u{feff}')), crlf: chosen(|text| text.contains("\r\n")) }
    }

    fn of(&self, text: &str) -> String {
        let text = if self.crlf { text.replace('\n', "\r\n") } else { text.to_owned() };
        if self.mark { format!("\u{feff}{text}") } else { text }
    }
}

/// A text without its byte order mark, its lines ending in `\n`.
fn bare(text: &str) -> String {
    text.strip_prefix('\u{feff}').unwrap_or(text).replace("\r\n", "\n")
}
