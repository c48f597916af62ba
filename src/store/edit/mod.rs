//! Changing a YAML file that people wrote: text in, text out, and every line that the change does not concern stays as it
//! is, to the byte. Each edit is checked: what comes out must read as what went in with the one change made, or nothing
//! is returned.

mod check;
mod cut;
mod locate;
pub(super) mod node;
mod splice;
mod tree;
pub(super) mod value;

pub use crate::model::Step;
pub use locate::{Outline, Span, length, locate};
pub use node::{Kind, Node, parse};
pub use tree::tree;
pub use value::{Yaml, document, quoted};

use crate::language::say;
use check::Change;

/// Why a file was not changed.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum EditError {
    #[error("{}", say!("line {line}: it is not YAML: {why}", line, why = message))]
    Unparsable { line: usize, message: String },
    #[error("{}", say!("there is nothing at {place}", place = _0))]
    NoSuchPath(String),
    #[error("{}", say!("{place} is not a mapping", place = _0))]
    NotAMapping(String),
    #[error("{}", say!("{place} is not a list", place = _0))]
    NotASequence(String),
    #[error("{}", say!("{place} is written in a way that cannot be changed safely; change it by hand", place = _0))]
    Unfaithful(String),
}

/// Puts a value at a path: in the place of what is there, or as a new key, which then stands where `order` says, after
/// the last of the keys before it that are there.
///
/// # Errors
/// When the text is not YAML, the way to the path is not there, or the change cannot be made without touching more.
pub fn set(text: &str, path: &[Step], value: &Yaml, order: &[&str]) -> Result<String, EditError> {
    let root = node::parse(text)?;
    let edited = match root.as_ref().and_then(|root| root.at(path)) {
        Some(_) => splice::replace(text, root.as_ref(), path, value)?,
        None => splice::add_key(text, root.as_ref(), path, value, order)?,
    };
    check::checked(text, edited, path, &Change::Set(value))
}

/// Removes a key of a mapping or an item of a list, with the comment that stands directly above it. The last item leaves
/// `[]`, the last key `{}`.
///
/// # Errors
/// When the text is not YAML, nothing is at the path, or the change cannot be made without touching more.
pub fn remove(text: &str, path: &[Step]) -> Result<String, EditError> {
    let root = node::parse(text)?;
    let edited = cut::remove(text, root.as_ref(), path)?;
    check::checked(text, edited, path, &Change::Remove)
}

/// Appends an item to the list at a path, in the style of the list; makes the list if there is none yet.
///
/// # Errors
/// When the text is not YAML, something else than a list is at the path, or the change cannot be made without touching
/// more.
pub fn push(text: &str, path: &[Step], value: &Yaml, order: &[&str]) -> Result<String, EditError> {
    let root = node::parse(text)?;
    let list = root.as_ref().and_then(|root| root.at(path));
    if list.is_none_or(Node::is_null) {
        return set(text, path, &Yaml::List(vec![value.clone()]), order);
    }
    let edited = splice::push(text, root.as_ref(), path, value)?;
    check::checked(text, edited, path, &Change::Push(value))
}

/// A path as people write it: `key_results[1].metric`.
pub fn shown(path: &[Step]) -> String {
    let mut text = String::new();
    for step in path {
        match step {
            Step::Key(name) if text.is_empty() => text.push_str(name),
            Step::Key(name) => text.extend([".", name]),
            Step::Index(at) => text.push_str(&format!("[{at}]")),
        }
    }
    if text.is_empty() { say!("the file").to_owned() } else { text }
}

#[cfg(test)]
mod tests;
