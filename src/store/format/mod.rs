//! The canonical layout of definition files: keys in the order in which `okr` writes them, values in its style, comments
//! with what they belong to. Text in, text out; what comes out must read as what went in, comments included, or nothing
//! is returned.

mod build;
mod order;
mod scalar;
mod scan;
mod tree;
mod write;

use serde::Serialize;
use serde_yaml::Value;

use super::edit::node;
use super::history::{joined, one_line};
use super::layout::Definition;
use super::shape::{self, Shape};
use super::text::too_deep;
use crate::language::{self, say};

/// Why a file is left as it is.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Unformatted {
    /// It holds something that the layout has no place for.
    #[error("{}", say!("line {line} has {what}", line, what = language::text(what)))]
    Strange { line: usize, what: &'static str },
    #[error("{}", say!("it is written in a way that cannot be laid out anew and still say the same"))]
    Unfaithful,
}

/// The text in canonical layout.
///
/// # Errors
/// When it cannot be laid out anew without changing what it says.
pub fn format(text: &str, kind: Definition) -> Result<String, Unformatted> {
    let before = text.strip_prefix('\u{feff}').unwrap_or(text).replace("\r\n", "\n");
    let root = node::parse(&before).map_err(|_| Unformatted::Unfaithful)?;
    let scanned = scan::scan(&before, root.as_ref())?;
    let shape = shape_of(kind);
    let mut file = build::file(&before, root.as_ref(), scanned)?;
    order::sort(&mut file.entries, shape);
    let after = write::text(&file, shape);
    if before == after || says_the_same(&before, &after) { Ok(after) } else { Err(Unformatted::Unfaithful) }
}

/// What the text of a definition says, whatever its layout; none where it is no YAML, or nested too deeply to be read.
pub fn said(text: &str) -> Option<Value> {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    too_deep(text).is_none().then(|| serde_yaml::from_str(text).ok())?
}

/// The text that says a value, in canonical layout.
///
/// # Errors
/// When a definition cannot say it.
pub fn lay_out(value: &impl Serialize, kind: Definition) -> Result<String, Unformatted> {
    let json = one_line(value).map_err(|_| Unformatted::Unfaithful)?;
    format(&joined(&json).unwrap_or(json), kind)
}

fn shape_of(kind: Definition) -> &'static Shape {
    match kind {
        Definition::Settings => &shape::SETTINGS,
        Definition::Org => &shape::ORG,
        Definition::Cycle => &shape::CYCLE,
        Definition::Objective => &shape::OBJECTIVE,
    }
}

/// Whether both texts have the same values and the same comments.
fn says_the_same(before: &str, after: &str) -> bool {
    let read = |text: &str| serde_yaml::from_str::<Value>(text).ok();
    let values = read(before);
    values.is_some() && values == read(after) && comments(before).is_some_and(|all| Some(all) == comments(after))
}

/// The comments of a text in alphabetical order.
fn comments(text: &str) -> Option<Vec<String>> {
    let root = node::parse(text).ok()?;
    let scanned = scan::scan(text, root.as_ref()).ok()?;
    let mut all: Vec<String> = scanned.comments.into_iter().map(|comment| comment.text).collect();
    all.sort();
    Some(all)
}

#[cfg(test)]
mod properties;
#[cfg(test)]
mod sample;
#[cfg(test)]
mod tests;
