//! CSV files with any headers: one row an objective or a key result, or both in one row.

mod assemble;
mod fields;
mod presets;
mod record;

#[cfg(test)]
mod properties;

pub use fields::{FIELDS, Field, named};
pub use presets::{PRESETS, Preset};

use csv::{ReaderBuilder, StringRecord};

use super::draft::{Draft, Leftover, Place, Unfit, Why, Wrong};
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
    NoTitle { headers: Vec<String> },
    /// `--map` names a header that is not there.
    NoSuchHeader { header: String, headers: Vec<String> },
    /// Two columns are mapped to one field.
    Twice { field: &'static str },
    /// The reader of CSV stopped.
    Csv { line: u64, why: String },
}

/// Which column holds what.
#[derive(Debug)]
struct Columns {
    headers: Vec<String>,
    fields: Vec<Option<Field>>,
}

/// The draft that a table is, with the preset by which it was read.
///
/// # Errors
/// When it has no header line, or no titles in it.
pub fn read(text: &str, options: &Options) -> Result<(Draft, Option<&'static Preset>), TableError> {
    let delimiter = options.delimiter.unwrap_or_else(|| guessed_delimiter(text));
    let mut reader =
        ReaderBuilder::new().delimiter(delimiter).flexible(true).has_headers(false).from_reader(text.as_bytes());
    let mut records = reader.records().filter(|record| !record.as_ref().is_ok_and(is_blank));
    let header = records.next().ok_or(TableError::Empty)?.map_err(stopped)?;
    let headers: Vec<String> = header.iter().map(|header| header.trim().to_owned()).collect();
    let preset = options.preset.or_else(|| Preset::told_by(&headers).filter(|_| options.map.is_empty()));
    let columns = Columns::of(headers, preset, &options.map)?;
    let mut draft = Draft::default();
    columns.tell_unread(line_of(&header), &mut draft);
    let mut rows = Vec::new();
    for record in records {
        let record = record.map_err(stopped)?;
        let place = Place::line(line_of(&record));
        let (found, wanted) = (record.len(), columns.headers.len());
        if found > wanted || (found < wanted && wanted - found > trailing(&record, wanted)) {
            let text = record.get(0).unwrap_or_default().to_owned();
            draft.wrong.push(Wrong { place, field: String::new(), text, why: Unfit::Fields { found, wanted } });
            continue;
        }
        rows.push(Record::of(&record, place, &columns, &mut draft));
    }
    assemble::assemble(rows, &mut draft);
    Ok((draft, preset))
}

/// How many fields at the end of a row may be left out: spreadsheets cut off empty ones.
fn trailing(record: &StringRecord, wanted: usize) -> usize {
    if record.len() > 1 { wanted } else { 0 }
}

fn is_blank(record: &StringRecord) -> bool {
    record.iter().all(|field| field.trim().is_empty())
}

fn line_of(record: &StringRecord) -> usize {
    record.position().map_or(1, |position| usize::try_from(position.line()).unwrap_or(usize::MAX))
}

fn stopped(why: csv::Error) -> TableError {
    let line = why.position().map_or(1, csv::Position::line);
    TableError::Csv { line, why: why.to_string() }
}

/// The one of comma, semicolon and tab that stands most often in the header line outside of quotation marks.
fn guessed_delimiter(text: &str) -> u8 {
    let line = text.lines().find(|line| !line.trim().is_empty()).unwrap_or_default();
    let bare: String = line.split('"').step_by(2).collect();
    let count = |delimiter: u8| bare.bytes().filter(|byte| *byte == delimiter).count();
    // The first of those that stand there equally often.
    [b'\t', b';', b','].into_iter().max_by_key(|delimiter| count(*delimiter)).unwrap_or(b',')
}

impl Columns {
    fn of(headers: Vec<String>, preset: Option<&'static Preset>, map: &[(Field, String)]) -> Result<Self, TableError> {
        let mut fields: Vec<Option<Field>> = vec![None; headers.len()];
        for (field, header) in map {
            let at = headers.iter().position(|known| fields::plain(known) == fields::plain(header));
            let Some(at) = at else {
                return Err(TableError::NoSuchHeader { header: header.clone(), headers });
            };
            if fields.contains(&Some(*field)) && !fields::is_plural(*field) {
                let name = FIELDS.iter().find(|(known, ..)| known == field).map_or("", |(_, name, _)| *name);
                return Err(TableError::Twice { field: name });
            }
            fields[at] = Some(*field);
        }
        for (at, header) in headers.iter().enumerate() {
            let field = preset.map_or_else(
                || fields::guess(header),
                |preset| preset.field(header).or_else(|| fields::guess(header).filter(|field| is_nth(*field))),
            );
            let free = |field: &Field| fields::is_plural(*field) || !fields.contains(&Some(*field));
            if let Some(field) = field.filter(free)
                && fields[at].is_none()
                && !map.iter().any(|(mapped, _)| *mapped == field)
            {
                fields[at] = Some(field);
            }
        }
        let has_title = [Field::Title, Field::Objective].iter().any(|field| fields.contains(&Some(*field)));
        if has_title { Ok(Self { headers, fields }) } else { Err(TableError::NoTitle { headers }) }
    }

    fn tell_unread(&self, line: usize, draft: &mut Draft) {
        for (at, header) in self.headers.iter().enumerate() {
            if self.fields[at].is_none() && !header.is_empty() {
                let place = Place { line, column: Some(at + 1) };
                draft.leftovers.push(Leftover { place, text: header.clone(), why: Why::Column });
            }
        }
    }
}

fn is_nth(field: Field) -> bool {
    matches!(field, Field::NthTitle(_) | Field::NthCompletion(_))
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
    }

    #[test]
    fn a_table_without_titles_is_none() {
        let error = |text: &str, options: &Options| read(text, options).unwrap_err();
        assert_eq!(error("", &Options::default()), TableError::Empty);
        assert_eq!(error("colour\nred\n", &Options::default()), TableError::NoTitle { headers: vec!["colour".into()] });
        let map = |header: &str| Options { map: vec![(Field::Title, header.to_owned())], ..Options::default() };
        assert!(read("colour\nred\n", &map("Colour")).is_ok());
        assert!(matches!(error("colour\nred\n", &map("color")), TableError::NoSuchHeader { .. }));
    }
}
