//! The order of keys.

use super::tree::{Entries, Value};
use crate::store::edit::Yaml;
use crate::store::shape::{Below, Shape};

/// How the value of a key is laid out.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Room {
    /// On one line if it is short.
    Fit,
    /// One entry a line, each on one line however long, so that edits merge.
    Register,
}

impl Shape {
    /// How the value of a key is laid out.
    pub fn room(&self, key: &str) -> Room {
        let register = self.below.iter().any(|(below, _)| matches!(below, Below::Values(name) if *name == key));
        if register { Room::Register } else { Room::Fit }
    }
}

/// Sorts the keys of a mapping, and of those below it, in the order in which `okr` writes them.
pub fn sort(entries: &mut Entries, shape: &Shape) {
    let rank = |key: &Option<Yaml>| {
        let name = key.as_ref().and_then(Yaml::as_text);
        shape.keys.iter().position(|known| Some(*known) == name).unwrap_or(usize::MAX)
    };
    entries.all.sort_by_key(|entry| rank(&entry.key));
    for entry in &mut entries.all {
        let Some(name) = entry.key.as_ref().and_then(Yaml::as_text) else { continue };
        for (below, shape) in shape.below {
            match (below, &mut entry.value) {
                (Below::Key(key), Value::Map(inner)) if *key == name => sort(inner, shape),
                (Below::Items(key), Value::List(items)) if *key == name => sort_all(items, shape),
                (Below::Values(key), Value::Map(values)) if *key == name => sort_all(values, shape),
                _ => {}
            }
        }
    }
}

fn sort_all(entries: &mut Entries, shape: &Shape) {
    for entry in &mut entries.all {
        if let Value::Map(inner) = &mut entry.value {
            sort(inner, shape);
        }
    }
}
