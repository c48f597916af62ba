//! YAML as values with their places.

use saphyr_parser::{Event, Parser};

use super::LayoutError;
use super::tree::{Entry, Item, Value};
use crate::exchange::import::draft::Place;
use crate::store::edit::{EditError, Kind, Node, parse};

/// What a YAML text holds; none if nothing.
///
/// # Errors
/// When it is no YAML, nested too deeply, or several documents.
pub fn read(text: &str) -> Result<Option<Item>, LayoutError> {
    let root = parse(text).map_err(|why| match why {
        EditError::Unparsable { line, message } => LayoutError::Malformed { line, column: None, why: message },
        other => LayoutError::Malformed { line: 1, column: None, why: other.to_string() },
    })?;
    let documents =
        Parser::new_from_str(text).filter(|event| matches!(event, Ok((Event::DocumentStart(_), _)))).take(2);
    if documents.count() > 1 {
        return Err(LayoutError::Documents);
    }
    Ok(root.map(|root| item(text, root)))
}

fn item(text: &str, node: Node) -> Item {
    let place = place(&node);
    let is_null = node.is_null();
    let value = match node.kind {
        Kind::Scalar { .. } if is_null => Value::Nothing,
        Kind::Scalar { value, .. } => Value::Text(value),
        Kind::List { items, .. } => Value::List(items.into_iter().map(|node| item(text, node)).collect()),
        Kind::Map { entries, .. } => Value::Map(entries.into_iter().map(|pair| entry(text, pair)).collect()),
        Kind::Other => Value::Other(text.get(node.start..node.end).unwrap_or_default().to_owned()),
    };
    Item { place, value }
}

fn entry(text: &str, (key, value): (Node, Node)) -> Entry {
    let name = key.text().or_else(|| text.get(key.start..key.end)).unwrap_or_default().to_owned();
    Entry { key: name, place: place(&key), item: item(text, value) }
}

fn place(node: &Node) -> Place {
    Place { line: node.line, column: Some(node.column + 1) }
}
