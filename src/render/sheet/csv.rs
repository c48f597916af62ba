//! A sheet as CSV.

use std::borrow::Cow;
use std::io::{self, Write};

use chrono::SecondsFormat;

use super::Batches;
use crate::render::escape::{self, csv_formula};
use crate::view::{SheetColumn, SheetValue};

/// Writes a header and a line a row; only the columns at these places, in this order. Text that a spreadsheet would compute
/// gets an apostrophe in front.
///
/// # Errors
/// When it cannot be written.
pub fn csv(columns: &[SheetColumn], chosen: &[usize], batches: Batches, out: &mut dyn Write) -> io::Result<()> {
    let mut writer = ::csv::Writer::from_writer(out);
    writer.write_record(chosen.iter().map(|&at| columns[at].name))?;
    for row in batches.flatten() {
        for &at in chosen {
            writer.write_field(text(&row[at]).as_bytes())?;
        }
        writer.write_record(None::<&[u8]>)?;
    }
    writer.flush()
}

fn text(value: &SheetValue) -> Cow<'_, str> {
    match value {
        SheetValue::Absent => Cow::Borrowed(""),
        SheetValue::Text(text) => Cow::Owned(csv_formula(&escape::csv(text)).into_owned()),
        SheetValue::Day(day) => day.to_string().into(),
        SheetValue::Moment(at) => at.to_rfc3339_opts(SecondsFormat::AutoSi, true).into(),
        SheetValue::Number(number) => number.to_string().into(),
        SheetValue::Figure(figure) => figure.to_string().into(),
        SheetValue::Count(count) => count.to_string().into(),
        SheetValue::Flag(flag) => flag.to_string().into(),
    }
}
