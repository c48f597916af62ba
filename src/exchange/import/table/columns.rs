//! Which column holds what, and how its cells are to be read.

use csv::StringRecord;

use super::TableError;
use super::fields::{self, FIELDS, Field};
use super::presets::Preset;
use crate::exchange::import::draft::{Draft, Leftover, Place, Why};
use crate::exchange::import::numbers::{self, ProgressScale};

/// Which column holds what.
#[derive(Debug)]
pub struct Columns {
    pub headers: Vec<String>,
    pub fields: Vec<Option<Field>>,
    /// What the progresses are of.
    pub progress: ProgressScale,
    /// Whether a number is written with a comma, so that a point may stand between thousands.
    pub has_commas: bool,
}

impl Columns {
    /// The columns of a header line: as mapped, else as the preset has it, else as guessed.
    ///
    /// # Errors
    /// When a mapped header is not there, or none holds titles.
    pub fn of(
        headers: Vec<String>,
        preset: Option<&'static Preset>,
        map: &[(Field, String)],
    ) -> Result<Self, TableError> {
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
        if map.is_empty() && preset.is_none() {
            goal_as_target(&headers, &mut fields);
        }
        let has_title = [Field::Title, Field::Objective].iter().any(|field| fields.contains(&Some(*field)));
        if has_title {
            Ok(Self { headers, fields, progress: ProgressScale::default(), has_commas: false })
        } else {
            Err(TableError::NoTitle { headers, below: None })
        }
    }

    /// Sees what a single cell does not tell: of what the progresses are, and whether numbers have commas.
    pub fn weigh(&mut self, records: &[StringRecord]) {
        let cells = |wanted: fn(Field) -> bool| {
            let fields = &self.fields;
            let of = move |record| cells_of(record, fields, wanted);
            records.iter().flat_map(of)
        };
        let in_percent = |header: &String| header.contains(['%', '％']) || fields::plain(header).contains("percent");
        let at = self.fields.iter().position(|field| *field == Some(Field::Progress));
        let named = at.is_some_and(|at| in_percent(&self.headers[at]));
        let progress = ProgressScale::of(cells(|field| field == Field::Progress).filter(|_| !named));
        let has_commas = cells(fields::is_number).any(numbers::is_grouped);
        (self.progress, self.has_commas) = (progress, has_commas);
    }

    /// Leaves over the columns that are not read.
    pub fn tell_unread(&self, line: usize, draft: &mut Draft) {
        for (at, header) in self.headers.iter().enumerate() {
            if self.fields[at].is_none() && !header.is_empty() {
                let place = Place { line, column: Some(at + 1) };
                draft.leftovers.push(Leftover { place, text: header.clone(), why: Why::Column });
            }
        }
    }
}

/// Whether a row reads as the headers of a table with titles.
pub fn names_titles(record: &StringRecord) -> bool {
    let guessed = |wanted: Field| record.iter().any(|cell| fields::guess(cell) == Some(wanted));
    record.iter().filter_map(fields::guess).count() > 1 && (guessed(Field::Title) || guessed(Field::Objective))
}

/// A column `Goal` beside one that holds titles is a target, unless there is another one.
fn goal_as_target(headers: &[String], fields: &mut [Option<Field>]) {
    let Some(goal) = headers.iter().position(|header| fields::plain(header) == "goal") else { return };
    let title = headers.iter().position(|header| matches!(fields::plain(header).as_str(), "title" | "name"));
    let has = |wanted: Field| fields.contains(&Some(wanted));
    if has(Field::Target) || !(has(Field::Objective) || title.is_some()) {
        return;
    }
    if let Some(title) = title.filter(|_| fields[goal] == Some(Field::Title)) {
        fields[title] = Some(Field::Title);
    }
    fields[goal] = Some(Field::Target);
}

/// The cells of a record whose columns hold what is wanted.
fn cells_of<'r>(
    record: &'r StringRecord,
    fields: &'r [Option<Field>],
    wanted: fn(Field) -> bool,
) -> impl Iterator<Item = &'r str> {
    record.iter().zip(fields).filter(move |(_, field)| field.is_some_and(wanted)).map(|(text, _)| text)
}

fn is_nth(field: Field) -> bool {
    matches!(field, Field::NthTitle(_) | Field::NthCompletion(_))
}
