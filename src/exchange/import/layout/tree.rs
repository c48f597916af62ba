//! A YAML or JSON text as values with their places.

use crate::exchange::import::draft::Place;

/// A value and where it stands.
#[derive(Debug, PartialEq)]
pub struct Item {
    pub place: Place,
    pub value: Value,
}

#[derive(Debug, PartialEq)]
pub enum Value {
    Nothing,
    /// A text, number or truth value, as written.
    Text(String),
    List(Vec<Item>),
    Map(Vec<Entry>),
    /// An alias, or something with an anchor or a tag.
    Other(String),
}

/// A key with its value.
#[derive(Debug, PartialEq)]
pub struct Entry {
    pub key: String,
    pub place: Place,
    pub item: Item,
}

impl Item {
    /// The text, number or truth value; none where it is blank.
    pub fn text(&self) -> Option<&str> {
        match &self.value {
            Value::Text(text) => Some(text.trim()).filter(|text| !text.is_empty()),
            _ => None,
        }
    }

    /// All of it as one text, as it is told of what was left over.
    pub fn shown(&self) -> String {
        match &self.value {
            Value::Nothing => String::new(),
            Value::Text(text) | Value::Other(text) => text.trim().to_owned(),
            Value::List(items) => {
                items.iter().map(Item::shown).filter(|text| !text.is_empty()).collect::<Vec<_>>().join(", ")
            }
            Value::Map(entries) => entries.iter().filter_map(Entry::shown).collect::<Vec<_>>().join(", "),
        }
    }
}

impl Entry {
    /// `key: value`; none where there is no value.
    pub fn shown(&self) -> Option<String> {
        let value = self.item.shown();
        (!value.is_empty()).then(|| format!("{}: {value}", self.key))
    }
}
