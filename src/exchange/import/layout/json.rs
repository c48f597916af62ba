//! JSON as values with their places.

use std::cell::Cell;

use jsonc_parser::ast;
use jsonc_parser::common::Ranged;
use jsonc_parser::{CollectOptions, ParseOptions, parse_to_ast};

use super::LayoutError;
use super::tree::{Entry, Item, Value};
use crate::exchange::import::draft::Place;
use crate::language::say;
use crate::store::{LineStarts, of_parser};

/// What a JSON text holds.
///
/// # Errors
/// When it is no JSON by the letter, or nested more than 128 deep.
pub fn read(text: &str) -> Result<Item, LayoutError> {
    // The strict reader first: it bounds the depth, and its words are those of every other message about JSON.
    serde_json::from_str::<serde_json::Value>(text).map_err(|why| {
        let words = why.to_string();
        let words = words.split(" at line ").next().unwrap_or_default().replace('`', "\"");
        LayoutError::Malformed { line: why.line(), column: Some(why.column()), why: of_parser(&words).to_owned() }
    })?;
    let malformed = |why: String| LayoutError::Malformed { line: 1, column: None, why };
    let parsed = parse_to_ast(text, &CollectOptions::default(), &ParseOptions::default());
    let value = parsed.map_err(|why| malformed(why.to_string()))?.value;
    let places = Places { text, lines: LineStarts::of(text), last: Cell::default() };
    value.map(|value| places.item(value)).ok_or_else(|| malformed(say!("it is empty").to_owned()))
}

/// Where bytes of a text are; they are asked for in their order.
struct Places<'t> {
    text: &'t str,
    lines: LineStarts,
    /// The last byte that was asked for, with its column from 0: a whole document may stand on one line, and counting from
    /// its start each time takes the square of the time.
    last: Cell<(usize, usize)>,
}

impl Places<'_> {
    fn place(&self, at: usize) -> Place {
        let line = self.lines.number(at);
        let start = self.lines.start(self.text, line);
        let (known, before) = match self.last.get() {
            (last, column) if start <= last && last <= at => (last, column),
            _ => (start, 0),
        };
        let column = before + self.text.get(known..at).map_or(0, |between| between.chars().count());
        self.last.set((at, column));
        Place { line, column: Some(column + 1) }
    }

    fn item(&self, value: ast::Value) -> Item {
        let place = self.place(value.start());
        let value = match value {
            ast::Value::NullKeyword(_) => Value::Nothing,
            ast::Value::StringLit(text) => Value::Text(text.value.into_owned()),
            ast::Value::NumberLit(number) => Value::Text(number.value.to_owned()),
            ast::Value::BooleanLit(flag) => Value::Text(flag.value.to_string()),
            ast::Value::Array(list) => Value::List(list.elements.into_iter().map(|value| self.item(value)).collect()),
            ast::Value::Object(object) => {
                Value::Map(object.properties.into_iter().map(|one| self.entry(one)).collect())
            }
        };
        Item { place, value }
    }

    fn entry(&self, property: ast::ObjectProp) -> Entry {
        let place = self.place(property.range.start);
        Entry { key: property.name.into_string(), place, item: self.item(property.value) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_have_their_places_and_numbers_stay_as_written() {
        let item = read("{\n  \"标\": [1.10, \"\\ud83d\\ude00\", null, true]\n}").unwrap();
        let Value::Map(entries) = item.value else { panic!("a map") };
        assert_eq!((entries[0].key.as_str(), entries[0].place), ("标", Place { line: 2, column: Some(3) }));
        let Value::List(items) = &entries[0].item.value else { panic!("a list") };
        assert_eq!(items.iter().map(Item::shown).collect::<Vec<_>>(), ["1.10", "😀", "", "true"]);
        assert_eq!(items[0].place, Place { line: 2, column: Some(9) });
    }

    #[test]
    fn what_is_not_json_is_refused_at_its_place() {
        let error = |text: &str| read(text).unwrap_err();
        assert!(matches!(error("{a: 1}"), LayoutError::Malformed { line: 1, column: Some(2), .. }));
        assert!(matches!(error("{\"a\": 1,\n}"), LayoutError::Malformed { line: 2, .. }));
        assert!(matches!(error(""), LayoutError::Malformed { .. }));
        assert!(matches!(error(&"[".repeat(100_000)), LayoutError::Malformed { .. }));
    }
}
