//! One thing that they changed and we did not.

use crate::store::edit::Yaml;

/// One step on the way to a value: items of lists go by name, since their places differ from side to side.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Part {
    Key(String),
    Item(String),
}

/// The way to a value.
pub type Path = Vec<Part>;

/// What is done to the value at the end of a way.
#[derive(Debug, Clone, PartialEq)]
pub enum Change {
    Set(Path, Yaml),
    /// Appends to the list there.
    Push(Path, Yaml),
    Remove(Path),
}

impl Change {
    fn path(&self) -> &Path {
        match self {
            Change::Set(path, _) | Change::Push(path, _) | Change::Remove(path) => path,
        }
    }

    /// Whether it is made within the value at a path.
    pub fn is_below(&self, path: &Path) -> bool {
        self.path().len() > path.len() && self.path().starts_with(path)
    }

    /// The same change within the value at its first steps.
    pub fn below(&self, depth: usize) -> Change {
        let cut = |path: &Path| path[depth..].to_vec();
        match self {
            Change::Set(path, value) => Change::Set(cut(path), value.clone()),
            Change::Push(path, value) => Change::Push(cut(path), value.clone()),
            Change::Remove(path) => Change::Remove(cut(path)),
        }
    }
}
