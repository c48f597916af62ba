//! A file as values with the comments that belong to each, apart from how it was laid out.

use crate::store::edit::Yaml;

/// A comment on a line of its own.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Note {
    /// Whether a blank line stands above it.
    pub blank: bool,
    pub text: String,
}

/// A key with its value, or an item of a list, with the comments that go where it goes.
#[derive(Debug)]
pub struct Entry {
    pub above: Vec<Note>,
    /// Whether a blank line stands directly above it.
    pub blank: bool,
    /// `None` for an item.
    pub key: Option<Yaml>,
    pub value: Value,
    /// The comment at the end of its line.
    pub beside: Option<String>,
}

#[derive(Debug)]
pub enum Value {
    Scalar(Yaml),
    /// A text whose lines are broken for reading only, as `>` has it.
    Folded {
        header: &'static str,
        lines: Vec<String>,
        text: String,
    },
    Map(Entries),
    List(Entries),
}

#[derive(Debug, Default)]
pub struct Entries {
    pub all: Vec<Entry>,
    /// The comments below the last one that still belong here.
    pub below: Vec<Note>,
}

/// A whole file.
#[derive(Debug)]
pub struct File {
    /// The comments at its head, which stay there whatever is moved below.
    pub head: Vec<Note>,
    /// Whether a blank line stands between them and the first key.
    pub blank: bool,
    pub entries: Entries,
}

impl Entries {
    /// Whether there is a comment in here: then it cannot stand on one line.
    pub fn commented(&self) -> bool {
        let own = |entry: &Entry| !entry.above.is_empty() || entry.beside.is_some() || entry.value.commented();
        !self.below.is_empty() || self.all.iter().any(own)
    }
}

impl Value {
    pub fn commented(&self) -> bool {
        match self {
            Value::Scalar(_) | Value::Folded { .. } => false,
            Value::Map(entries) | Value::List(entries) => entries.commented(),
        }
    }

    /// The value alone.
    pub fn yaml(&self) -> Yaml {
        match self {
            Value::Scalar(yaml) => yaml.clone(),
            Value::Folded { text, .. } => Yaml::text(text),
            Value::List(entries) => Yaml::List(entries.all.iter().map(|entry| entry.value.yaml()).collect()),
            Value::Map(entries) => {
                let pair = |entry: &Entry| Some((entry.key.as_ref()?.as_text()?.to_owned(), entry.value.yaml()));
                Yaml::Map(entries.all.iter().filter_map(pair).collect())
            }
        }
    }
}
