//! In which cycle an objective goes.

use chrono::{Datelike, NaiveDate};

use super::{Facts, NewCycle, Trouble};
use crate::exchange::import::draft::{DraftCycle, DraftObjective};
use crate::model::{Cadence, Cycle, CycleId, days_between, id_for, span_of};

/// The cycle of an objective with its last day; one that is not there yet is added to `new`, with the days that the file
/// tells of it.
///
/// # Errors
/// When it cannot be told.
pub fn cycle_of(
    objective: &DraftObjective,
    facts: &Facts,
    told: &[DraftCycle],
    new: &mut Vec<NewCycle>,
) -> Result<(CycleId, NaiveDate), Trouble> {
    let place = objective.place;
    if let Some(id) = &facts.cycle {
        return known_or_new(id.as_str(), facts, told, new)
            .ok_or_else(|| Trouble::NoDates { place, name: id.to_string() });
    }
    if let Some(name) = &objective.cycle {
        let named = match is_part(name) {
            true => only_of(name, facts).ok_or_else(|| Trouble::NoYear {
                place,
                part: name.clone(),
                year: facts.now.year(),
            })?,
            false => name.clone(),
        };
        return known_or_new(&named, facts, told, new).ok_or_else(|| Trouble::NoDates { place, name: name.clone() });
    }
    if let Some(day) = objective.days.first.or(objective.days.last) {
        let first = objective.days.first.unwrap_or(day);
        let last = objective.days.last.unwrap_or(day).max(first);
        return of_days(first, last, facts, told, new).ok_or(Trouble::NoCycleFor { place, first, last });
    }
    let none =
        || Trouble::NoCurrent { place, example: id_for(facts.now.date_naive(), facts.cadence, facts.fiscal_start) };
    let current = facts.current.as_ref().ok_or_else(none)?;
    known_or_new(current.as_str(), facts, told, new).ok_or_else(none)
}

/// Whether a name is a quarter or half without its year.
fn is_part(name: &str) -> bool {
    matches!(name.as_bytes(), [b'Q' | b'H', b'1'..=b'4'])
}

/// The only cycle of the store that is this part of a year.
fn only_of(part: &str, facts: &Facts) -> Option<String> {
    let mut found = facts.cycles.iter().filter(|cycle| cycle.id.as_str().rsplit('-').next() == Some(part));
    match (found.next(), found.next()) {
        (Some(only), None) => Some(only.id.to_string()),
        _ => None,
    }
}

fn known_or_new(
    name: &str,
    facts: &Facts,
    told: &[DraftCycle],
    new: &mut Vec<NewCycle>,
) -> Option<(CycleId, NaiveDate)> {
    let same = |id: &CycleId| id.as_str().eq_ignore_ascii_case(name);
    if let Some(cycle) = facts.cycles.iter().find(|cycle| same(&cycle.id)) {
        return Some((cycle.id.clone(), cycle.end));
    }
    if let Some(known) = new.iter().find(|new| same(&new.id)) {
        return Some((known.id.clone(), known.end));
    }
    let id: CycleId = name.parse().ok()?;
    let told = told.iter().find(|told| same(&told.id));
    let (title, start, end) = match told {
        Some(told) => (told.title.clone(), told.start, told.end),
        None => span_of(&id, facts.fiscal_start).map(|span| (None, span.start, span.end))?,
    };
    new.push(NewCycle { id: id.clone(), title, start, end });
    Some((id, end))
}

/// The shortest cycle that holds both days: of those that are there, else a month or a quarter, whichever is the store's
/// cadence, then a quarter, a half, a year.
fn of_days(
    first: NaiveDate,
    last: NaiveDate,
    facts: &Facts,
    told: &[DraftCycle],
    new: &mut Vec<NewCycle>,
) -> Option<(CycleId, NaiveDate)> {
    let holds = |cycle: &&Cycle| cycle.contains(first) && cycle.contains(last);
    let length = |cycle: &&Cycle| days_between(cycle.start, cycle.end);
    let cadence = |cycle: &&Cycle| id_for(first, facts.cadence, facts.fiscal_start) != cycle.id.as_str();
    if let Some(cycle) = facts.cycles.iter().filter(holds).min_by_key(|cycle| (cadence(cycle), length(cycle))) {
        return Some((cycle.id.clone(), cycle.end));
    }
    let quarter = id_for(first, Cadence::Quarter, facts.fiscal_start);
    let (year, number) = quarter.split_once("-Q")?;
    let half = if matches!(number, "1" | "2") { "H1" } else { "H2" };
    let names =
        [id_for(first, facts.cadence, facts.fiscal_start), quarter.clone(), format!("{year}-{half}"), year.to_owned()];
    names.iter().find_map(|name| {
        let span = span_of(&name.parse().ok()?, facts.fiscal_start)?;
        let holds = span.start <= first && last <= span.end;
        holds.then(|| known_or_new(name, facts, told, new)).flatten()
    })
}
