//! The sheet that `okr export csv` writes: a row a key result, with what is known of its objective repeated in front.

use std::collections::HashMap;

use csv::StringRecord;

use super::columns::{self, MEASURE, OF_KEY_RESULT, REPEATED, measured_by};
use super::row::{Numbers, Row};
use crate::exchange::import::draft::{
    Draft, DraftCycle, DraftKeyResult, DraftObjective, End, Leftover, Parent, Place, Said, Unfit, Why, Wrong,
};
use crate::exchange::import::table::TableError;
use crate::model::{Kind, Metric, Reference};

/// The draft of rows under the headers of our sheet, which stand in a line.
///
/// # Errors
/// When no column has the titles of objectives.
pub fn sheet(headers: &[String], line: usize, rows: &[(Place, StringRecord)]) -> Result<Draft, TableError> {
    let mut draft = Draft::default();
    let columns = columns::known(headers, line, &mut draft);
    if !columns.contains_key("objective") {
        return Err(TableError::NotOurs);
    }
    let mut building = Building { draft, columns: &columns, begun: HashMap::new() };
    rows.iter().for_each(|(place, cells)| building.row(*place, cells));
    Ok(building.draft)
}

struct Building<'s> {
    draft: Draft,
    columns: &'s HashMap<&'s str, usize>,
    /// The objective of each name, with the row in which it began.
    begun: HashMap<String, (usize, Row<'s>)>,
}

impl<'s> Building<'s> {
    fn row(&mut self, place: Place, cells: &'s StringRecord) {
        let row = Row { place, cells, columns: self.columns };
        let reference = match row.reference() {
            Ok(reference) => reference,
            Err(why) => return self.wrong(&row, "ref", why),
        };
        let Some(title) = row.text("objective") else {
            let text = cells.iter().filter(|cell| !cell.trim().is_empty()).collect::<Vec<_>>().join(", ");
            return self.left(place, text, Why::NoTitle);
        };
        let (cycle, owner) = (row.text("cycle").unwrap_or_default(), row.text("objective_owner").unwrap_or_default());
        let name = reference.as_ref().map_or(format!("{cycle}/{owner}: {title}"), |found| found.objective.to_string());
        let at = match self.begun.get(&name).copied() {
            Some((at, first)) => {
                self.leave_what_differs(&row, &first);
                at
            }
            None => {
                let objective = self.objective(&row, title, reference.as_ref());
                self.cycle(&row, objective.cycle.as_deref());
                self.draft.objectives.push(objective);
                let at = self.draft.objectives.len() - 1;
                self.begun.insert(name, (at, row));
                at
            }
        };
        if let Some(title) = row.text("key_result") {
            let key_result = self.key_result(&row, title, reference.as_ref());
            self.draft.objectives[at].key_results.push(key_result);
        } else {
            OF_KEY_RESULT.iter().chain(MEASURE).for_each(|column| self.leave(&row, column));
        }
    }

    /// The days of the cycle that a row is in, where it tells them.
    fn cycle(&mut self, row: &Row, name: Option<&str>) {
        let id = name.and_then(|name| name.parse().ok());
        let days = [self.checked(row, "cycle_start", Row::day), self.checked(row, "cycle_end", Row::day)];
        match (id, days) {
            (Some(id), [Some(start), Some(end)]) if start <= end => {
                if !self.draft.cycles.iter().any(|known| known.id == id) {
                    self.draft.cycles.push(DraftCycle { id, title: None, start, end });
                }
            }
            _ => ["cycle_start", "cycle_end"].iter().for_each(|column| self.leave(row, column)),
        }
    }

    fn objective(&mut self, row: &Row, title: &str, reference: Option<&Reference>) -> DraftObjective {
        let of = reference.map(|reference| &reference.objective);
        let end = match row.text("objective_state") {
            Some("completed") => Some(End::Completed),
            Some("abandoned") => Some(End::Abandoned),
            Some("open") | None => None,
            Some(other) => {
                self.left(row.place_of("objective_state"), other, Why::Value);
                None
            }
        };
        let kind = match row.text("objective_kind") {
            Some("committed") => Some(Kind::Committed),
            Some("aspirational") | None => None,
            Some(other) => {
                self.left(row.place_of("objective_kind"), other, Why::Value);
                None
            }
        };
        let place = row.place_of("aligns_to");
        DraftObjective {
            place: row.place,
            ids: of.map(ToString::to_string).into_iter().collect(),
            slug: of.map(|of| of.slug.clone()),
            title: title.to_owned(),
            description: row.text("objective_description").map(str::to_owned),
            owner: row.text("objective_owner").map(str::to_owned).or(of.map(|of| of.owner.to_string())),
            cycle: row.text("cycle").map(str::to_owned).or(of.map(|of| of.cycle.to_string())),
            parents: row.several("aligns_to").map(|name| Parent::Named { name, place }).collect(),
            weight: self.checked(row, "objective_weight", Row::weight).filter(|weight| *weight != 1.0),
            tags: row.several("tags").collect(),
            kind,
            said: Said { score: self.checked(row, "objective_score", Row::score), ..Said::default() },
            end,
            ..DraftObjective::default()
        }
    }

    fn key_result(&mut self, row: &Row, title: &str, reference: Option<&Reference>) -> DraftKeyResult {
        let reference = reference.filter(|reference| reference.key_result.is_some());
        let said = Said {
            status: self.checked(row, "status", Row::status),
            confidence: self.checked(row, "confidence", Row::confidence),
            note: row.text("note").map(str::to_owned),
            score: self.checked(row, "score", Row::score),
            at: self.checked(row, "updated_at", Row::moment),
        };
        let metric = self.metric(row, title, reference.is_some());
        let used = measured_by(metric.as_ref());
        MEASURE.iter().filter(|column| !used.contains(column)).for_each(|column| self.leave(row, column));
        let value = match &metric {
            Some(metric) => self.checked(row, "value", |row, name| row.value(name, metric)),
            None => {
                let value = row.text("value").map(str::to_owned);
                value.into_iter().for_each(|value| self.left(row.place_of("value"), value, Why::NoTarget));
                None
            }
        };
        DraftKeyResult {
            place: row.place,
            id: reference.map(ToString::to_string),
            key: reference.and_then(|reference| reference.key_result.clone()),
            title: title.to_owned(),
            metric,
            value,
            said,
            owner: row.text("owner").map(str::to_owned),
            // The last day of its cycle is none of its own, and would stay behind in another cycle.
            due: self.checked(row, "due", Row::day).filter(|due| row.day("cycle_end") != Ok(Some(*due))),
            weight: self.checked(row, "weight", Row::weight),
            initiatives: row.initiatives("initiatives"),
            is_dropped: false,
        }
    }

    /// The measure of a row. Where one of its numbers is none, that is told, and not what follows from it.
    fn metric(&mut self, row: &Row, title: &str, is_ours: bool) -> Option<Metric> {
        let before = self.draft.wrong.len();
        let numbers = Numbers {
            from: self.checked(row, "baseline", Row::number),
            to: self.checked(row, "target", Row::number),
            at_least: self.checked(row, "at_least", Row::number),
            at_most: self.checked(row, "at_most", Row::number),
            worst: self.checked(row, "worst", Row::number),
        };
        let are_told = self.draft.wrong.len() > before;
        row.metric(title, &numbers, is_ours).unwrap_or_else(|why| {
            if !are_told || matches!(why, Unfit::Measure(_)) {
                self.wrong(row, "metric", why);
            }
            None
        })
    }

    /// A cell as it is read; what does not fit is wrong with the draft.
    fn checked<'r, T>(
        &mut self,
        row: &Row<'r>,
        column: &'static str,
        read: impl FnOnce(&Row<'r>, &str) -> Result<Option<T>, Unfit>,
    ) -> Option<T> {
        read(row, column).unwrap_or_else(|why| {
            self.wrong(row, column, why);
            None
        })
    }

    /// Leaves over what a row says of its objective otherwise than the first one.
    fn leave_what_differs(&mut self, row: &Row, first: &Row) {
        for column in REPEATED {
            if let Some(text) = row.text(column).filter(|text| first.text(column) != Some(text)) {
                self.left(row.place_of(column), text, Why::Value);
            }
        }
    }

    /// Leaves over what a row has in a column that says nothing of it.
    fn leave(&mut self, row: &Row, column: &str) {
        if let Some(text) = row.text(column) {
            self.left(row.place_of(column), text, Why::Value);
        }
    }

    fn left(&mut self, place: Place, text: impl Into<String>, why: Why) {
        self.draft.leftovers.push(Leftover { place, text: text.into(), why });
    }

    fn wrong(&mut self, row: &Row, column: &'static str, why: Unfit) {
        let text = row.text(column).unwrap_or_default().to_owned();
        self.draft.wrong.push(Wrong { place: row.place_of(column), field: column.to_owned(), text, why });
    }
}
