//! A sheet as JSON lines: one object a row, which says first what it is.

use std::io::{self, Write};

use serde::ser::{Serialize, SerializeMap, Serializer};

use super::Batches;
use crate::render::escape;
use crate::view::{SheetColumn, SheetRow, SheetValue};

/// Writes a line a row. What is absent is left out.
///
/// # Errors
/// When it cannot be written.
pub fn lines(one: &str, columns: &[SheetColumn], batches: Batches, out: &mut dyn Write) -> io::Result<()> {
    for row in batches.flatten() {
        let text = serde_json::to_string(&Object { one, columns, row: &row })?;
        out.write_all(escape::json(&text).as_bytes())?;
        out.write_all(b"\n")?;
    }
    Ok(())
}

struct Object<'o> {
    one: &'o str,
    columns: &'o [SheetColumn],
    row: &'o SheetRow,
}

impl Serialize for Object<'_> {
    fn serialize<S: Serializer>(&self, s: S) -> Result<S::Ok, S::Error> {
        let mut map = s.serialize_map(None)?;
        map.serialize_entry("type", self.one)?;
        let there = self.columns.iter().zip(self.row).filter(|(_, value)| **value != SheetValue::Absent);
        for (column, value) in there {
            map.serialize_entry(column.name, value)?;
        }
        map.end()
    }
}
