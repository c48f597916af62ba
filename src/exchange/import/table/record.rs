//! One row of a table, its cells read.

use chrono::{DateTime, Utc};
use csv::StringRecord;

use super::columns::Columns;
use super::fields::{self, Field};
use crate::exchange::import::cells::{self, State};
use crate::exchange::import::cycle_name::cycle_name;
use crate::exchange::import::draft::{Days, Draft, End, Leftover, Place, Said, Unfit, Why, Wrong};
use crate::exchange::import::measure::Measure;
use crate::exchange::import::numbers::{self, ProgressScale};
use crate::model::{Quantity, Status};

/// A row.
#[derive(Debug, Default)]
pub struct Record {
    pub place: Place,
    pub ids: Vec<String>,
    pub parents: Vec<(Place, String)>,
    pub kind: Option<RowKind>,
    pub title: Option<String>,
    pub objective: Option<String>,
    pub key_result: Option<String>,
    pub description: Option<String>,
    pub owners: Vec<(Place, String)>,
    pub cycle: Option<String>,
    pub days: Days,
    pub measure: Measure,
    /// Where the progress stands, and how it is written.
    pub progress: Option<(Place, String)>,
    pub is_yes_or_no: bool,
    pub rolls_up: bool,
    pub said: Said,
    pub end: Option<End>,
    pub weight: Option<f64>,
    pub tags: Vec<String>,
    /// All that stands in columns that are read.
    pub words: String,
    /// Key results in columns of their own, in their order.
    pub nth: Vec<Nth>,
}

/// What a row says it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RowKind {
    Objective,
    KeyResult,
}

/// A key result that has columns of its own.
#[derive(Debug, Default)]
pub struct Nth {
    number: u8,
    pub place: Place,
    pub title: String,
    /// In percent.
    pub completion: Option<f64>,
}

impl Record {
    /// The row of a record; what does not fit its column is wrong with the draft.
    pub fn of(record: &StringRecord, place: Place, columns: &Columns, draft: &mut Draft) -> Self {
        let mut row = Self { place, ..Self::default() };
        let mut reading = Reading { row: &mut row, draft, progress: columns.progress };
        for (at, text) in record.iter().map(unguarded).enumerate() {
            if let (Some(field), false) = (columns.fields[at], text.trim().is_empty()) {
                let place = Place { line: place.line, column: Some(at + 1) };
                let words = &mut reading.row.words;
                words.push_str(if words.is_empty() { "" } else { ", " });
                words.push_str(text.trim());
                if fields::wants_value(field) && cells::is_nothing(text) {
                    reading.left(place, text.trim(), Why::Nothing);
                    continue;
                }
                let doubtful = columns.has_commas && fields::is_number(field);
                let point = if doubtful { numbers::point(text) } else { Ok(()) };
                if let Err(why) = point.and_then(|()| reading.cell(field, place, text.trim())) {
                    let field = columns.headers[at].clone();
                    reading.draft.wrong.push(Wrong { place, field, text: text.trim().to_owned(), why });
                }
            }
        }
        row.finish();
        row
    }

    /// What follows from several cells.
    fn finish(&mut self) {
        self.nth.sort_by_key(|nth| nth.number);
        // Beside an objective a title is that of its key result.
        if self.objective.is_some() && self.key_result.is_none() {
            self.key_result = self.title.take();
        }
        if self.is_yes_or_no {
            let is_reached = |number: Quantity| number.as_f64() >= 1.0;
            let reached = self.measure.current.is_some_and(is_reached)
                || self.measure.progress.is_some_and(|progress| progress >= 100.0)
                || self.end == Some(End::Completed);
            self.measure = Measure { done: Some(reached), ..Measure::default() };
        }
    }
}

struct Reading<'r> {
    row: &'r mut Record,
    draft: &'r mut Draft,
    progress: ProgressScale,
}

impl Reading<'_> {
    fn cell(&mut self, field: Field, place: Place, text: &str) -> Result<(), Unfit> {
        let row = &mut *self.row;
        let line = || text.split_whitespace().collect::<Vec<_>>().join(" ");
        match field {
            Field::Id => row.ids.push(text.to_owned()),
            Field::Parent => row.parents.extend(several(text).map(|name| (place, name))),
            Field::Type => match text.to_lowercase().as_str() {
                "objective" | "goal" | "o" | "目标" => row.kind = Some(RowKind::Objective),
                "key result" | "keyresult" | "key_result" | "kr" | "milestone" | "关键结果" => {
                    row.kind = Some(RowKind::KeyResult)
                }
                _ => self.left(place, text, Why::Value),
            },
            Field::Title => row.title = Some(line()),
            Field::Objective => row.objective = Some(line()),
            Field::KeyResult => row.key_result = Some(line()),
            Field::Description => row.description = Some(text.to_owned()),
            Field::Owner => row.owners.extend(several(text).map(|name| (place, name))),
            Field::Cycle => row.cycle = Some(cycle_name(text).unwrap_or_else(|| text.to_owned())),
            Field::FirstDay => row.days.first = Some(cells::day(text)?),
            Field::LastDay => row.days.last = Some(cells::day(text)?),
            Field::Unit => row.measure.unit = Some(text.to_owned()),
            Field::MeasureType => self.measure_type(text),
            Field::Start => row.measure.start = Some(number(row, text)?),
            Field::Target => row.measure.target = Some(number(row, text)?),
            Field::Current => row.measure.current = Some(number(row, text)?),
            Field::Progress | Field::Completion => {
                let scale = if field == Field::Progress { self.progress } else { ProgressScale::Share };
                row.measure.progress = Some(scale.read(text)?);
                row.progress = Some((place, text.to_owned()));
            }
            Field::RollUp => row.rolls_up = text.to_lowercase().contains("roll"),
            Field::Status => self.status(place, text),
            Field::Confidence => row.said.confidence = Some(cells::confidence(text)?),
            Field::Score => row.said.score = Some(cells::score(text)?),
            Field::Weight => row.weight = Some(cells::weight(text)?),
            Field::Tags => row.tags.extend(several(text)),
            Field::Note => row.said.note = Some(text.to_owned()),
            Field::Updated => row.said.at = Some(moment(text)?),
            Field::NthTitle(number) => self.nth(number, place).title = line(),
            Field::NthCompletion(number) => self.nth(number, place).completion = Some(numbers::share(text)?),
        }
        Ok(())
    }

    fn left(&mut self, place: Place, text: &str, why: Why) {
        self.draft.leftovers.push(Leftover { place, text: text.to_owned(), why });
    }

    fn measure_type(&mut self, text: &str) {
        let unit = match text.to_lowercase().as_str() {
            "binary" | "boolean" | "yes/no" | "done" => {
                self.row.is_yes_or_no = true;
                None
            }
            "percent" | "percentage" | "custom percent" | "default progress" | "%" | "百分比" => Some("%"),
            "euro" => Some("€"),
            "dollar" => Some("$"),
            _ => None,
        };
        if self.row.measure.unit.is_none() {
            self.row.measure.unit = unit.map(str::to_owned);
        }
    }

    fn status(&mut self, place: Place, text: &str) {
        match cells::state(text) {
            Some(State::Status(status)) => self.row.said.status = Some(status),
            Some(State::End(end)) => {
                self.row.end = Some(end);
                self.row.said.status = (end == End::Completed).then_some(Status::Done);
            }
            Some(State::UnderWay) | None => self.left(place, text, Why::Status),
        }
    }

    fn nth(&mut self, number: u8, place: Place) -> &mut Nth {
        let all = &mut self.row.nth;
        let at = all.iter().position(|nth| nth.number == number).unwrap_or_else(|| {
            all.push(Nth { number, place, ..Nth::default() });
            all.len() - 1
        });
        &mut all[at]
    }
}

/// A cell without the apostrophe that okr, as other programs do, writes before what a spreadsheet would take for a formula.
pub fn unguarded(text: &str) -> &str {
    text.strip_prefix('\'')
        .filter(|rest| rest.starts_with(['=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠']))
        .unwrap_or(text)
}

/// A number of the row's measure. All have one unit.
fn number(row: &mut Record, text: &str) -> Result<Quantity, Unfit> {
    let (number, unit) = numbers::amount(text)?;
    row.measure.take_unit(unit)?;
    Ok(number)
}

/// The names in a cell that holds several, by comma, semicolon or line.
fn several(text: &str) -> impl Iterator<Item = String> {
    text.split([',', ';', '\n', '，', '；', '、']).map(|one| one.trim().to_owned()).filter(|one| !one.is_empty())
}

/// A moment; of a day its noon.
fn moment(text: &str) -> Result<DateTime<Utc>, Unfit> {
    let noon = |day: chrono::NaiveDate| day.and_hms_opt(12, 0, 0).map(|at| at.and_utc()).ok_or(Unfit::Day);
    cells::moment(text).map_or_else(|| cells::day(text).and_then(noon), Ok)
}
