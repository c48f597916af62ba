//! CSV files with any headers: one row an objective or a key result, or both in one row.

mod assemble;
mod columns;
mod fields;
mod presets;
mod record;

#[cfg(test)]
mod properties;

pub use fields::{FIELDS, Field, named};
pub use presets::{PRESETS, Preset};
pub use record::unguarded;

use csv::{ReaderBuilder, StringRecord};

use super::draft::{Draft, Place, Unfit, Wrong};
use super::own;
use crate::store::LineStarts;
use columns::Columns;
use record::Record;

/// How a file is to be read, where its header line does not tell.
#[derive(Debug, Default)]
pub struct Options {
    pub delimiter: Option<u8>,
    pub preset: Option<&'static Preset>,
    /// Fields with the headers of their columns. They come before guesses and presets.
    pub map: Vec<(Field, String)>,
}

/// Why a table cannot be read at all.
#[derive(Debug, PartialEq, Eq)]
pub enum TableError {
    /// There is no header line.
    Empty,
    /// No column holds titles.
    NoTitle {
        headers: Vec<String>,
        /// The line of a row further down that does name such a column.
        below: Option<usize>,
    },
    /// It is to be read as a sheet of ours, and has not the column with the titles of objectives.
    NotOurs,
    /// `--map` names a header that is not there.
    NoSuchHeader { header: String, headers: Vec<String> },
    /// Two columns are mapped to one field.
    Twice { field: &'static str },
    /// The reader of CSV stopped.
    Csv { line: u64, why: String },
}

/// In so many rows below a line that holds no headers those are looked for.
const MOST_ABOVE: usize = 10;

/// The draft that a table is, with the preset by which it was read.
///
/// # Errors
/// When it has no header line, or no titles in it.
pub fn read(text: &str, options: &Options) -> Result<(Draft, Option<&'static Preset>), TableError> {
    let told = told_delimiter(text);
    let delimiter = options.delimiter.or(told).unwrap_or_else(|| guessed_delimiter(text));
    let mut reader =
        ReaderBuilder::new().delimiter(delimiter).flexible(true).has_headers(false).from_reader(text.as_bytes());
    let mut records =
        reader.records().skip(usize::from(told.is_some())).filter(|record| !record.as_ref().is_ok_and(is_blank));
    let header = records.next().ok_or(TableError::Empty)?.map_err(stopped)?;
    let headers: Vec<String> = header.iter().map(|header| header.trim().to_owned()).collect();
    let preset = options.preset.or_else(|| Preset::told_by(&headers).filter(|_| options.map.is_empty()));
    let lines = RecordLines { text, starts: LineStarts::of(text) };
    if preset.is_some_and(Preset::is_own) {
        let mut wrong = Vec::new();
        let records = records.collect::<Result<Vec<_>, _>>().map_err(stopped)?;
        let rows: Vec<(Place, StringRecord)> =
            records.into_iter().filter_map(|record| whole(record, headers.len(), &lines, &mut wrong)).collect();
        let mut draft = own::sheet(&headers, lines.of(&header), &rows)?;
        draft.wrong.extend(wrong);
        return Ok((draft, preset));
    }
    let named = Columns::of(headers, preset, &options.map);
    let mut columns = named.map_err(|why| match why {
        TableError::NoTitle { headers, .. } => {
            let rows = records.by_ref().take(MOST_ABOVE).filter_map(Result::ok);
            let below = rows.filter(columns::names_titles).map(|row| lines.of(&row)).next();
            TableError::NoTitle { headers, below }
        }
        other => other,
    })?;
    let mut draft = Draft::default();
    columns.tell_unread(lines.of(&header), &mut draft);
    let records: Vec<StringRecord> = records.collect::<Result<_, _>>().map_err(stopped)?;
    columns.weigh(&records);
    let mut rows = Vec::new();
    for record in records {
        if let Some((place, record)) = whole(record, columns.headers.len(), &lines, &mut draft.wrong) {
            rows.push(Record::of(&record, place, &columns, &mut draft));
        }
    }
    assemble::assemble(rows, &mut draft);
    Ok((draft, preset))
}

/// A record with its place, if it has the fields that the header wants; else it is wrong.
fn whole(
    record: StringRecord,
    wanted: usize,
    lines: &RecordLines,
    wrong: &mut Vec<Wrong>,
) -> Option<(Place, StringRecord)> {
    let place = Place::line(lines.of(&record));
    let found = record.len();
    if found > wanted || (found < wanted && wanted - found > trailing(&record, wanted)) {
        let text = record.get(0).unwrap_or_default().to_owned();
        wrong.push(Wrong { place, field: String::new(), text, why: Unfit::Fields { found, wanted } });
        return None;
    }
    Some((place, record))
}

/// How many fields at the end of a row may be left out: spreadsheets cut off empty ones.
fn trailing(record: &StringRecord, wanted: usize) -> usize {
    if record.len() > 1 { wanted } else { 0 }
}

fn is_blank(record: &StringRecord) -> bool {
    record.iter().all(|field| field.trim().is_empty())
}

/// On which lines records stand.
struct RecordLines<'t> {
    text: &'t str,
    starts: LineStarts,
}

impl RecordLines<'_> {
    /// The line of a record. The reader of CSV stops between the two characters of a line's end, and counts blank lines to
    /// what follows them.
    fn of(&self, record: &StringRecord) -> usize {
        let from = record.position().map_or(0, |position| usize::try_from(position.byte()).unwrap_or(usize::MAX));
        let rest = self.text.as_bytes().get(from..).unwrap_or_default();
        let ends = rest.iter().take_while(|byte| matches!(byte, b'\r' | b'\n')).count();
        self.starts.number(from.saturating_add(ends))
    }
}

fn stopped(why: csv::Error) -> TableError {
    let line = why.position().map_or(1, csv::Position::line);
    TableError::Csv { line, why: why.to_string() }
}

/// The delimiter that a first line `sep=;` tells, as Excel has it.
fn told_delimiter(text: &str) -> Option<u8> {
    let told = text.lines().next()?.trim().trim_matches('"').strip_prefix("sep=")?;
    match told.as_bytes() {
        [byte] => Some(*byte),
        [] if text.starts_with("sep=\t") => Some(b'\t'),
        _ => None,
    }
}

/// The one of comma, semicolon and tab that stands most often in the header line outside of quotation marks.
fn guessed_delimiter(text: &str) -> u8 {
    let line = text.lines().find(|line| !line.trim().is_empty()).unwrap_or_default();
    let bare: String = line.split('"').step_by(2).collect();
    let count = |delimiter: u8| bare.bytes().filter(|byte| *byte == delimiter).count();
    // The first of those that stand there equally often.
    [b'\t', b';', b','].into_iter().max_by_key(|delimiter| count(*delimiter)).unwrap_or(b',')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_delimiter_is_seen_in_the_header_line() {
        assert_eq!(guessed_delimiter("a;b;c\n1,2;3,4;5\n"), b';');
        assert_eq!(guessed_delimiter("\"a;b;c;d\",e\n"), b',');
        assert_eq!(guessed_delimiter("a\tb"), b'\t');
        assert_eq!(guessed_delimiter("title\n"), b',');
        assert_eq!((told_delimiter("sep=;\r\na;b"), told_delimiter("sep=\ta")), (Some(b';'), None));
    }

    #[test]
    fn a_table_without_titles_is_none() {
        let error = |text: &str, options: &Options| read(text, options).unwrap_err();
        assert_eq!(error("", &Options::default()), TableError::Empty);
        let none = TableError::NoTitle { headers: vec!["colour".into()], below: None };
        assert_eq!(error("colour\nred\n", &Options::default()), none);
        let titled = error("Our OKRs,\nObjective,Target\nGrow,5\n", &Options::default());
        assert!(matches!(titled, TableError::NoTitle { below: Some(2), .. }));
        let map = |header: &str| Options { map: vec![(Field::Title, header.to_owned())], ..Options::default() };
        assert!(read("colour\nred\n", &map("Colour")).is_ok());
        assert!(matches!(error("colour\nred\n", &map("color")), TableError::NoSuchHeader { .. }));
    }
}
