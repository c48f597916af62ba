//! The way to a value in a file of the store.

/// One step on the way to a value.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Step {
    Key(String),
    Index(usize),
}

impl Step {
    pub fn key(name: &str) -> Self {
        Self::Key(name.to_owned())
    }
}
