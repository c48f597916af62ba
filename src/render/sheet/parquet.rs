//! A sheet as Parquet: every column may be absent, none is nested.

use std::io::{self, Write};
use std::sync::Arc;

use ::parquet::column::writer::ColumnWriter;
use ::parquet::data_type::ByteArray;
use ::parquet::errors::Result;
use ::parquet::file::properties::WriterProperties;
use ::parquet::file::writer::{SerializedFileWriter, SerializedRowGroupWriter};
use ::parquet::schema::parser::parse_message_type;
use chrono::{DateTime, NaiveDate};

use super::Batches;
use crate::view::{SheetColumn, SheetKind, SheetRow, SheetValue};

/// Rows that stand together, column by column, and are in memory at one time.
const GROUP: usize = 1 << 16;

/// Writes a whole file.
///
/// # Errors
/// When it cannot be written.
pub fn parquet(name: &str, columns: &[SheetColumn], batches: Batches, out: impl Write + Send) -> io::Result<()> {
    let schema = parse_message_type(&schema(name, columns))?;
    let properties = Arc::new(WriterProperties::default());
    let mut writer = SerializedFileWriter::new(out, Arc::new(schema), properties)?;
    let mut rows: Vec<SheetRow> = Vec::new();
    for batch in batches {
        rows.extend(batch);
        if rows.len() >= GROUP {
            write_group(writer.next_row_group()?, &rows)?;
            rows.clear();
        }
    }
    if !rows.is_empty() {
        write_group(writer.next_row_group()?, &rows)?;
    }
    writer.close()?;
    Ok(())
}

/// The schema in the words of the format.
fn schema(name: &str, columns: &[SheetColumn]) -> String {
    let column = |column: &SheetColumn| {
        let (physical, logical) = match column.kind {
            SheetKind::Text => ("binary", " (STRING)"),
            SheetKind::Day => ("int32", " (DATE)"),
            SheetKind::Moment => ("int64", " (TIMESTAMP(MICROS,true))"),
            SheetKind::Number => ("double", ""),
            SheetKind::Count => ("int64", ""),
            SheetKind::Flag => ("boolean", ""),
        };
        format!("optional {physical} {}{logical};", column.name)
    };
    format!("message {name} {{ {} }}", columns.iter().map(column).collect::<String>())
}

fn write_group<W: Write + Send>(mut group: SerializedRowGroupWriter<'_, W>, rows: &[SheetRow]) -> Result<()> {
    let mut at = 0;
    while let Some(mut column) = group.next_column()? {
        let values = || rows.iter().map(|row| &row[at]);
        let there: Vec<i16> = values().map(|value| i16::from(*value != SheetValue::Absent)).collect();
        match column.untyped() {
            ColumnWriter::BoolColumnWriter(writer) => {
                writer.write_batch(&values().filter_map(flag).collect::<Vec<_>>(), Some(&there), None)?
            }
            ColumnWriter::Int32ColumnWriter(writer) => {
                writer.write_batch(&values().filter_map(day).collect::<Vec<_>>(), Some(&there), None)?
            }
            ColumnWriter::Int64ColumnWriter(writer) => {
                writer.write_batch(&values().filter_map(whole).collect::<Vec<_>>(), Some(&there), None)?
            }
            ColumnWriter::DoubleColumnWriter(writer) => {
                writer.write_batch(&values().filter_map(number).collect::<Vec<_>>(), Some(&there), None)?
            }
            ColumnWriter::ByteArrayColumnWriter(writer) => {
                writer.write_batch(&values().filter_map(text).collect::<Vec<_>>(), Some(&there), None)?
            }
            // The schema above has no other.
            _ => 0,
        };
        column.close()?;
        at += 1;
    }
    group.close()?;
    Ok(())
}

fn flag(value: &SheetValue) -> Option<bool> {
    if let SheetValue::Flag(flag) = value { Some(*flag) } else { None }
}

/// Days since 1970.
fn day(value: &SheetValue) -> Option<i32> {
    let SheetValue::Day(day) = value else { return None };
    i32::try_from(day.signed_duration_since(NaiveDate::from(DateTime::UNIX_EPOCH.naive_utc())).num_days()).ok()
}

/// A count, or microseconds since 1970.
fn whole(value: &SheetValue) -> Option<i64> {
    match value {
        SheetValue::Count(count) => Some(*count),
        SheetValue::Moment(at) => Some(at.timestamp_micros()),
        _ => None,
    }
}

/// Decimals have at most 15 digits, which the nearest binary number gives back unchanged.
fn number(value: &SheetValue) -> Option<f64> {
    match value {
        SheetValue::Number(number) => Some(number.as_f64()),
        SheetValue::Figure(figure) => Some(*figure),
        _ => None,
    }
}

fn text(value: &SheetValue) -> Option<ByteArray> {
    if let SheetValue::Text(text) = value { Some(text.as_str().into()) } else { None }
}
