//! The cells of one row of our sheet.

use std::collections::HashMap;

use chrono::{DateTime, NaiveDate, Utc};
use compact_str::CompactString;
use csv::StringRecord;

use crate::exchange::import::cells::{self, State};
use crate::exchange::import::draft::{End, Place, Unfit};
use crate::exchange::import::measure::Measure;
use crate::exchange::import::numbers;
use crate::exchange::import::table::unguarded;
use crate::model::{
    Confidence, Initiative, Keep, Metric, ObjectiveRef, Quantity, Reference, ReferenceError, ReferenceQuery, Reported,
    SpecError, Status,
};

/// A row with the columns that its cells stand in.
#[derive(Clone, Copy)]
pub struct Row<'s> {
    pub place: Place,
    pub cells: &'s StringRecord,
    pub columns: &'s HashMap<&'s str, usize>,
}

/// The numbers of a row's measure.
#[derive(Clone, Copy)]
pub struct Numbers {
    pub from: Option<Quantity>,
    pub to: Option<Quantity>,
    pub at_least: Option<Quantity>,
    pub at_most: Option<Quantity>,
    pub worst: Option<Quantity>,
}

impl<'s> Row<'s> {
    /// What a cell says, if it says anything.
    pub fn text(&self, column: &str) -> Option<&'s str> {
        let text = self.cells.get(*self.columns.get(column)?)?;
        Some(unguarded(text.trim()).trim()).filter(|text| !text.is_empty())
    }

    /// Where a cell stands.
    pub fn place_of(&self, column: &str) -> Place {
        Place { column: self.columns.get(column).map(|at| at + 1), ..self.place }
    }

    /// What stands in a cell with commas between.
    pub fn several(&self, column: &str) -> impl Iterator<Item = String> {
        let all = self.text(column).unwrap_or_default().split([',', '，']);
        all.map(|one| one.trim().to_owned()).filter(|one| !one.is_empty())
    }

    /// The tasks of a cell, a line each: `[x] title <link>`.
    pub fn initiatives(&self, column: &str) -> Vec<Initiative> {
        let task = |line: &str| {
            let marked = line
                .strip_prefix("[x]")
                .map(|rest| (true, rest))
                .or(line.strip_prefix("[ ]").map(|rest| (false, rest)));
            let (done, rest) = marked.unwrap_or((false, line));
            let linked = rest.strip_suffix('>').and_then(|rest| rest.rsplit_once(" <"));
            let (title, link) = linked.map_or((rest, None), |(title, link)| (title, Some(link.to_owned())));
            Initiative { title: title.trim().to_owned(), link, done }
        };
        let lines = self.text(column).unwrap_or_default().lines().map(str::trim);
        lines.filter(|line| !line.is_empty()).map(task).collect()
    }

    /// The objective or key result that the row is; none in a row that was added by hand.
    pub fn reference(&self) -> Result<Option<Reference>, Unfit> {
        let Some(text) = self.text("ref") else { return Ok(None) };
        let query: ReferenceQuery = text.parse().map_err(Unfit::Reference)?;
        let missing = |part| Unfit::Reference(ReferenceError::MissingPart { part, text: text.to_owned() });
        let cycle = query.cycle.ok_or_else(|| missing(crate::language::marked!("cycle")))?;
        let owner = query.owner.ok_or_else(|| missing(crate::language::marked!("owner")))?;
        let objective = ObjectiveRef { cycle, owner, slug: query.objective };
        Ok(Some(Reference { objective, key_result: query.key_result }))
    }

    pub fn weight(&self, column: &str) -> Result<Option<f64>, Unfit> {
        self.text(column).map(cells::weight).transpose()
    }

    pub fn day(&self, column: &str) -> Result<Option<NaiveDate>, Unfit> {
        self.text(column).map(cells::day).transpose()
    }

    pub fn moment(&self, column: &str) -> Result<Option<DateTime<Utc>>, Unfit> {
        self.text(column).map(|text| cells::moment(text).ok_or(Unfit::Day)).transpose()
    }

    pub fn confidence(&self, column: &str) -> Result<Option<Confidence>, Unfit> {
        self.text(column).map(cells::confidence).transpose()
    }

    /// A mark, which here is always one of 100.
    pub fn score(&self, column: &str) -> Result<Option<f64>, Unfit> {
        let Some(text) = self.text(column) else { return Ok(None) };
        let score: f64 = text.parse().map_err(|_| Unfit::Score)?;
        if (0.0..=100.0).contains(&score) { Ok(Some(score)) } else { Err(Unfit::Score) }
    }

    pub fn status(&self, column: &str) -> Result<Option<Status>, Unfit> {
        match self.text(column).map(cells::state) {
            None => Ok(None),
            Some(Some(State::Status(status))) => Ok(Some(status)),
            Some(Some(State::End(End::Completed))) => Ok(Some(Status::Done)),
            Some(_) => Err(Unfit::Status),
        }
    }

    pub fn number(&self, column: &str) -> Result<Option<Quantity>, Unfit> {
        let Some(text) = self.text(column) else { return Ok(None) };
        match (numbers::amount(text)?, self.text("value_unit")) {
            ((number, None), _) => Ok(Some(number)),
            ((number, Some(one)), unit) if unit == Some(&one) => Ok(Some(number)),
            ((_, Some(one)), unit) => Err(Unfit::Units { one, other: unit.unwrap_or_default().to_owned() }),
        }
    }

    /// How the key result is measured; none where it has no measure yet. In a row that was added by hand its numbers tell, else
    /// its title.
    pub fn metric(&self, title: &str, numbers: &Numbers, is_ours: bool) -> Result<Option<Metric>, Unfit> {
        let Numbers { from, to, at_least, at_most, worst } = *numbers;
        let unit = self.text("value_unit").map(CompactString::from);
        let level = Keep { at_least, at_most, worst, unit: unit.clone() };
        let measured = match self.text("metric") {
            Some("change") => {
                let (from, to) = (from.ok_or(Unfit::Without("baseline"))?, to.ok_or(Unfit::Without("target"))?);
                Metric::change(from, to, unit).map_err(Unfit::Metric)?
            }
            Some("keep") => Metric::keep(level).map_err(Unfit::Metric)?,
            Some("done") => Metric::Done,
            Some("aligned") => Metric::Aligned,
            Some("milestones") => {
                let steps = format!("milestones {}", self.text("milestones").unwrap_or_default());
                steps.parse().map_err(Unfit::Measure)?
            }
            Some(other) => return Err(Unfit::Measure(SpecError::UnknownMeasure(other.to_owned()))),
            None if to.is_some() => Metric::change(from.unwrap_or(Quantity::ZERO), to.unwrap_or(Quantity::ZERO), unit)
                .map_err(Unfit::Metric)?,
            None if level.at_least.or(level.at_most).is_some() => Metric::keep(level).map_err(Unfit::Metric)?,
            None if is_ours => return Ok(None),
            None => Measure::default().metric(title).map_err(Unfit::Metric)?.metric,
        };
        Ok(Some(measured))
    }

    /// The value in force; none where nothing was said since the start.
    pub fn value(&self, column: &str, metric: &Metric) -> Result<Option<Reported>, Unfit> {
        let Some(text) = self.text(column) else { return Ok(None) };
        let reported = match metric {
            Metric::Change(_) | Metric::Keep(_) => self.number(column)?.map(Reported::Number),
            _ => Some(Reported::Word(text.to_owned())),
        };
        let Some(reported) = reported else { return Ok(None) };
        let reading = metric.read(reported.borrowed()).map_err(Unfit::Reading)?;
        let is_said = self.text("updated_at").is_some() || metric.start() != Some(reading);
        Ok(Some(reported).filter(|_| is_said))
    }
}
