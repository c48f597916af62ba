//! One file of a store: what its text says, and the text that says it.

use serde::{Deserialize, Serialize};
use serde_yaml::Value;

use crate::model::{EventId, Zone};
use crate::store::format::{lay_out, said};
use crate::store::layout::{self, Definition};
use crate::store::{HistoryFile, HistoryItem as Item, one_line, to_line};

/// A file in the document.
#[derive(Debug, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct File {
    /// Below the store's folder.
    pub path: String,
    /// What a definition says, under the keys of its file.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub data: Option<Value>,
    /// The events of a history, in the order of its lines.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub events: Option<Vec<Value>>,
    /// The file as it is, where the rest of this would not give it back.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub yaml: Option<String>,
}

/// What a file of a store may hold.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Content {
    Data(Definition),
    Events,
}

impl Content {
    /// By its path below the store; none for what is no file of a store.
    pub fn of(path: &str) -> Option<Self> {
        if let Some(kind) = layout::definition(path) {
            return Some(Content::Data(kind));
        }
        (layout::is_ours(path) && layout::is_history(path)).then_some(Content::Events)
    }
}

impl File {
    /// A file by its text; none where that cannot be read as what it is.
    pub fn of(path: &str, text: &str, zone: Zone) -> Option<Self> {
        let mut file = File { path: path.to_owned(), ..File::default() };
        match Content::of(path)? {
            Content::Data(kind) => {
                let data = data(text)?;
                file.yaml = (definition(&data, kind).as_deref() != Some(text)).then(|| text.to_owned());
                file.data = Some(data);
            }
            Content::Events => {
                let events = events(text, zone)?;
                let is_plain = events.iter().map(|(_, line)| line.as_str()).eq(text.split_inclusive('\n'));
                file.yaml = (!is_plain).then(|| text.to_owned());
                file.events = Some(events.iter().map(|(_, line)| value(line)).collect::<Option<_>>()?);
            }
        }
        Some(file)
    }
}

/// What a definition says; an empty one says nothing.
pub fn data(text: &str) -> Option<Value> {
    match said(text)? {
        Value::Null => Some(Value::Mapping(serde_yaml::Mapping::new())),
        data => Some(data),
    }
}

/// The definition that says this, laid out as `okr fmt` does it; none where it cannot be said so.
pub fn definition(data: &Value, kind: Definition) -> Option<String> {
    if data.as_mapping().is_some_and(serde_yaml::Mapping::is_empty) {
        return Some(String::new());
    }
    lay_out(data, kind).ok()
}

/// The events of a history, each with its id and as the line that `okr` writes, in the order in which they stand; none where
/// one cannot be read.
pub fn events(text: &str, zone: Zone) -> Option<Vec<(EventId, String)>> {
    let history = HistoryFile::read(text.as_bytes(), zone);
    if history.fault.is_some() {
        return None;
    }
    let event = |item: &Item| {
        let event = item.read.as_ref().ok()?;
        Some((event.id.clone(), to_line(event).ok()?))
    };
    history.items.iter().map(event).collect()
}

/// An event by its line.
fn value(line: &str) -> Option<Value> {
    serde_json::from_str(line.strip_prefix("- ")?).ok()
}

/// The history of these events.
pub fn history(events: &[Value]) -> Option<String> {
    events.iter().map(|event| Some(format!("- {}\n", one_line(event).ok()?))).collect()
}
