//! Values of a document: numbers of a measure, states, days.

use chrono::{DateTime, NaiveDate, Utc};

use super::keys::Meaning;
use super::tree::Entry;
use super::walk::Under;
use crate::exchange::import::cells::{self, State};
use crate::exchange::import::draft::Unfit;
use crate::exchange::import::measure::Measure;
use crate::exchange::import::numbers;
use crate::model::{Quantity, Status, Zone};

/// Takes a number of a measure. Whether the key is one of those.
///
/// # Errors
/// When the value is none.
pub fn number(measure: &mut Measure, entry: &Entry, meaning: Option<Meaning>, under: &Under) -> Result<bool, Unfit> {
    let Some(text) = entry.item.text() else { return Ok(false) };
    let quantity = |measure: &mut Measure| -> Result<Option<Quantity>, Unfit> {
        let (number, unit) = numbers::amount(text)?;
        measure.take_unit(unit)?;
        Ok(Some(number))
    };
    match meaning {
        Some(Meaning::Start) => measure.start = quantity(measure)?,
        Some(Meaning::Target) => measure.target = quantity(measure)?,
        Some(Meaning::AtLeast) => measure.at_least = quantity(measure)?,
        Some(Meaning::AtMost) => measure.at_most = quantity(measure)?,
        Some(Meaning::Current) => measure.current = quantity(measure)?,
        Some(Meaning::Unit) => measure.unit = Some(text.to_owned()),
        Some(Meaning::Completion) => measure.progress = Some(numbers::share(text)?),
        Some(Meaning::Percent) if under.zero_is_nothing && text == "0" => {}
        Some(Meaning::Percent) => measure.progress = Some(numbers::percent(text)?),
        Some(Meaning::Progress) => measure.progress = Some(under.progress.read(text)?),
        Some(Meaning::Done) => measure.done = Some(cells::flag(text)?),
        _ => return Ok(false),
    }
    Ok(true)
}

/// A word for a status, or Feishu's number for one.
pub fn state(text: &str) -> Option<State> {
    match text.trim() {
        "-1" => Some(State::UnderWay),
        "0" => Some(State::Status(Status::OnTrack)),
        "1" => Some(State::Status(Status::AtRisk)),
        "2" => Some(State::Status(Status::OffTrack)),
        words => cells::state(words),
    }
}

/// A day; of a moment in milliseconds the one that it is in the zone.
///
/// # Errors
/// When it is none.
pub fn day(text: &str, zone: Zone) -> Result<NaiveDate, Unfit> {
    let is_number = text.bytes().all(|byte| byte.is_ascii_digit());
    let moment: Option<DateTime<Utc>> = is_number.then(|| cells::moment(text)).flatten();
    moment.map_or_else(|| cells::day(text), |at| Ok(at.with_timezone(&zone).date_naive()))
}
