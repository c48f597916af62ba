//! Key results of a document.

use chrono::{DateTime, NaiveDate, Utc};

use super::keys::{Meaning, of_key_result, once};
use super::tree::{Entry, Item, Value};
use super::walk::{Under, Walk};
use crate::exchange::import::cells::{self, State};
use crate::exchange::import::draft::{DraftKeyResult, End, Measure, Place, Said, Unfit, Why, Wrong};
use crate::exchange::import::wording::Wording;
use crate::model::{Initiative, Quantity, Status, Zone};

/// A key result while it is read.
#[derive(Debug, Default)]
pub struct Parts {
    pub place: Place,
    pub title: String,
    pub measure: Measure,
    pub id: Option<String>,
    pub said: Said,
    pub owner: Option<String>,
    pub due: Option<NaiveDate>,
    pub weight: Option<f64>,
    pub initiatives: Vec<Initiative>,
    pub is_dropped: bool,
}

/// Adds the key results of an objective: a list, a map of ids, or a single one.
pub fn list(walk: &mut Walk, at: usize, item: &Item, under: &Under, id: Option<&str>) {
    match &item.value {
        Value::Nothing => {}
        Value::List(items) => items.iter().for_each(|item| list(walk, at, item, under, None)),
        Value::Map(entries) if entries.iter().any(is_title) => read(walk, at, item.place, entries, under, id),
        Value::Map(entries) => {
            for entry in entries {
                match &entry.item.value {
                    Value::Map(_) | Value::Text(_) => list(walk, at, &entry.item, under, Some(&entry.key)),
                    _ => walk.left_entry(entry, Why::NoTitle),
                }
            }
        }
        Value::Text(text) => {
            let wording = Wording::of(text, false);
            let place = item.place;
            let owner = wording.owner;
            let said = Said { score: wording.score, note: wording.result, ..Said::default() };
            add(
                walk,
                at,
                Parts { place, title: wording.title, id: id.map(str::to_owned), owner, said, ..Parts::default() },
            );
        }
        Value::Other(text) => walk.left(item.place, text.clone(), Why::Value),
    }
}

fn is_title(entry: &Entry) -> bool {
    let titled = [Meaning::Title, Meaning::KeyResult, Meaning::Name, Meaning::Description, Meaning::Metric].map(Some);
    titled.contains(&of_key_result(&entry.key)) && entry.item.text().is_some()
}

fn read(walk: &mut Walk, at: usize, place: Place, entries: &[Entry], under: &Under, id: Option<&str>) {
    let mut parts = Parts { place, id: id.map(str::to_owned), ..Parts::default() };
    // The key that is most surely the title; the others describe it.
    let ranks = [Meaning::KeyResult, Meaning::Title, Meaning::Name, Meaning::Description, Meaning::Metric];
    let title = ranks.iter().find_map(|rank| {
        entries.iter().find(|entry| of_key_result(&entry.key) == Some(*rank) && entry.item.text().is_some())
    });
    let mut seen = Vec::new();
    for entry in entries {
        if matches!(entry.item.value, Value::Nothing) {
            continue;
        }
        if title.is_some_and(|title| std::ptr::eq(title, entry)) {
            parts.title =
                entry.item.text().map(|text| text.split_whitespace().collect::<Vec<_>>().join(" ")).unwrap_or_default();
            continue;
        }
        let has_id =
            matches!(of_key_result(&entry.key), Some(Meaning::Weight)) && super::keys::plain(&entry.key) == "weight";
        if under.zero_is_nothing && has_id {
            // Feishu has krweight in its stead.
            continue;
        }
        let one = once(of_key_result(&entry.key));
        if one.is_some_and(|one| seen.contains(&one)) {
            walk.left_entry(entry, Why::Value);
            continue;
        }
        seen.extend(one);
        if let Err(why) = field(walk, &mut parts, entry, under) {
            walk.wrong(entry, why);
        }
    }
    add(walk, at, parts);
}

fn field(walk: &mut Walk, parts: &mut Parts, entry: &Entry, under: &Under) -> Result<(), Unfit> {
    let meaning = of_key_result(&entry.key);
    if let (Value::Map(own), Some(Meaning::Progress | Meaning::Metric)) = (&entry.item.value, meaning) {
        for part in own {
            if !number(&mut parts.measure, part, under)? {
                status(walk, parts, part);
            }
        }
        return Ok(());
    }
    if number(&mut parts.measure, entry, under)? {
        return Ok(());
    }
    if meaning == Some(Meaning::Initiatives) {
        initiatives(walk, &entry.item, &mut parts.initiatives);
        return Ok(());
    }
    let Some(text) = entry.item.text() else {
        if meaning != Some(Meaning::Machine) {
            walk.left_entry(entry, Why::Key);
        }
        return Ok(());
    };
    match meaning {
        Some(Meaning::Id) if parts.id.is_none() => parts.id = Some(text.to_owned()),
        Some(Meaning::Owner | Meaning::Teams) => parts.owner = Some(text.to_owned()),
        Some(Meaning::Weight) if under.zero_is_nothing && text == "0" => {}
        Some(Meaning::Weight) => parts.weight = Some(cells::weight(text)?),
        Some(Meaning::Status) => status(walk, parts, entry),
        Some(Meaning::Score) if under.zero_is_nothing && text == "0" => walk.left_entry(entry, Why::Unscored),
        Some(Meaning::Score) => parts.said.score = Some(cells::score(text)?),
        Some(Meaning::Confidence) => parts.said.confidence = Some(cells::confidence(text)?),
        Some(Meaning::Note | Meaning::Description | Meaning::Title | Meaning::Name) => {
            let note = parts.said.note.take().map_or_else(|| text.to_owned(), |before| format!("{before}\n{text}"));
            parts.said.note = Some(note);
        }
        Some(Meaning::LastDay) => parts.due = Some(day(text, walk.zone)?),
        Some(Meaning::Updated) => parts.said.at = cells::moment(text),
        Some(Meaning::Link) => {
            parts.initiatives.push(Initiative { title: text.to_owned(), link: Some(text.to_owned()), done: false });
        }
        Some(Meaning::Machine) => {}
        _ => walk.left_entry(entry, Why::Key),
    }
    Ok(())
}

fn status(walk: &mut Walk, parts: &mut Parts, entry: &Entry) {
    match state(&entry.item.shown()) {
        Some(State::Status(status)) => parts.said.status = Some(status),
        Some(State::End(End::Completed)) => {
            parts.said.status = Some(Status::Done);
            if parts.measure.current.is_none() && parts.measure.progress.is_none() {
                parts.measure.done = Some(true);
            }
        }
        Some(State::End(End::Abandoned)) => parts.is_dropped = true,
        Some(State::UnderWay) if entry.item.text() == Some("-1") => {}
        Some(State::UnderWay) | None => walk.left_entry(entry, Why::Status),
    }
}

/// Takes a number of a measure. Whether the key is one of those.
///
/// # Errors
/// When the value is none.
pub fn number(measure: &mut Measure, entry: &Entry, under: &Under) -> Result<bool, Unfit> {
    let Some(text) = entry.item.text() else { return Ok(false) };
    let meaning = of_key_result(&entry.key);
    let quantity = |measure: &mut Measure| -> Result<Option<Quantity>, Unfit> {
        let (number, unit) = cells::amount(text)?;
        measure.take_unit(unit)?;
        Ok(Some(number))
    };
    match meaning {
        Some(Meaning::Start) => measure.start = quantity(measure)?,
        Some(Meaning::Target) => measure.target = quantity(measure)?,
        Some(Meaning::Current) => measure.current = quantity(measure)?,
        Some(Meaning::Unit) => measure.unit = Some(text.to_owned()),
        Some(Meaning::Completion) => measure.progress = Some(cells::share(text)?),
        Some(Meaning::Percent) if under.zero_is_nothing && text == "0" => {}
        Some(Meaning::Progress | Meaning::Percent) => measure.progress = Some(cells::percent(text)?),
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

fn initiatives(walk: &mut Walk, item: &Item, found: &mut Vec<Initiative>) {
    match &item.value {
        Value::List(items) => items.iter().for_each(|item| initiatives(walk, item, found)),
        Value::Text(title) => found.push(Initiative { title: title.trim().to_owned(), link: None, done: false }),
        Value::Map(entries) => {
            let mut one = Initiative { title: String::new(), link: None, done: false };
            for entry in entries {
                match (of_key_result(&entry.key), entry.item.text()) {
                    (Some(Meaning::Title | Meaning::Name), Some(text)) if one.title.is_empty() => {
                        text.clone_into(&mut one.title)
                    }
                    (Some(Meaning::Link), Some(text)) => one.link = Some(text.to_owned()),
                    (Some(Meaning::Done), Some(text)) if cells::flag(text).is_ok() => {
                        one.done = cells::flag(text) == Ok(true)
                    }
                    _ => walk.left_entry(entry, Why::Key),
                }
            }
            if one.title.is_empty() {
                return walk.left(item.place, one.link.unwrap_or_default(), Why::NoTitle);
            }
            found.push(one);
        }
        Value::Nothing => {}
        Value::Other(text) => walk.left(item.place, text.clone(), Why::Value),
    }
}

/// Adds a key result as far as it was read.
pub fn add(walk: &mut Walk, at: usize, parts: Parts) {
    let Parts { place, title, measure, id, said, owner, due, weight, initiatives, is_dropped } = parts;
    if title.is_empty() {
        return walk.left(place, id.unwrap_or_default(), Why::NoTitle);
    }
    let measured = match measure.metric(&title) {
        Ok(measured) => measured,
        Err(why) => {
            walk.draft.wrong.push(Wrong { place, field: String::new(), text: title, why: Unfit::Metric(why) });
            return;
        }
    };
    if let Some(unused) = measured.unused {
        walk.left(place, unused.to_string(), Why::NoTarget);
    }
    let objective = &mut walk.draft.objectives[at];
    let owner = owner.filter(|owner| objective.owner.as_ref() != Some(owner));
    objective.key_results.push(DraftKeyResult {
        place,
        id,
        title,
        metric: measured.metric,
        value: measured.value,
        said,
        owner,
        due,
        weight,
        initiatives,
        is_dropped,
    });
}
