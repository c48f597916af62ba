//! Key results of a document.

use chrono::NaiveDate;

use super::keys::{Meaning, of_key_result, once, plain};
use super::tree::{Entry, Item, Value};
use super::values::{day, number, state};
use super::walk::{Under, Walk};
use crate::exchange::import::cells::{self, State};
use crate::exchange::import::draft::{DraftKeyResult, End, Place, Said, Unfit, Why, Wrong};
use crate::exchange::import::measure::Measure;
use crate::exchange::import::numbers;
use crate::exchange::import::wording::Wording;
use crate::model::{Initiative, Status};

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

/// Adds the key results of an objective: a list, a map of ids or titles, or a single one.
pub fn list(walk: &mut Walk, at: usize, item: &Item, under: &Under) {
    match &item.value {
        Value::Nothing => {}
        Value::List(items) => items.iter().for_each(|item| list(walk, at, item, under)),
        Value::Map(entries) if entries.iter().any(is_title) => {
            read(walk, at, entries, under, Parts { place: item.place, ..Parts::default() });
        }
        // Numbers without a title are nobody's.
        Value::Map(entries) if entries.iter().any(is_part) => walk.left(item.place, item.shown(), Why::NoTitle),
        Value::Map(entries) => entries.iter().for_each(|entry| keyed(walk, at, entry, under)),
        Value::Text(text) => worded(walk, at, item.place, text, None),
        Value::Other(text) => walk.left(item.place, text.clone(), Why::Value),
    }
}

/// A key result under its id or its title: `KR1: Ship it`, `Uptime: {from: 99, to: 99.9}`, `Publish docs: 40%`.
fn keyed(walk: &mut Walk, at: usize, entry: &Entry, under: &Under) {
    let named = Parts { place: entry.place, title: entry.key.trim().to_owned(), ..Parts::default() };
    match &entry.item.value {
        Value::Map(own) if own.iter().any(is_title) => {
            let place = entry.item.place;
            read(walk, at, own, under, Parts { place, id: Some(entry.key.clone()), ..Parts::default() });
        }
        Value::Map(own) => read(walk, at, own, under, named),
        Value::Text(text) => match said_in_a_word(text) {
            Some((measure, said)) => add(walk, at, Parts { measure, said, ..named }),
            None if entry.key.trim().contains(char::is_whitespace) => {
                add(walk, at, named);
                walk.left_entry(entry, Why::Value);
            }
            None => worded(walk, at, entry.item.place, text, Some(&entry.key)),
        },
        Value::Nothing => add(walk, at, named),
        _ => walk.left_entry(entry, Why::NoTitle),
    }
}

/// A key result that is one line.
fn worded(walk: &mut Walk, at: usize, place: Place, text: &str, id: Option<&str>) {
    let wording = Wording::of(text, false);
    let said = Said { score: wording.score, note: wording.result, ..Said::default() };
    let id = id.map(str::to_owned);
    add(walk, at, Parts { place, title: wording.title, id, owner: wording.owner, said, ..Parts::default() });
}

/// What a word behind a title says of it: done, a percentage, a status.
fn said_in_a_word(text: &str) -> Option<(Measure, Said)> {
    let is_percent = text.trim().ends_with(['%', '％']);
    if let Some(progress) = numbers::percent(text).ok().filter(|_| is_percent) {
        return Some((Measure { progress: Some(progress), ..Measure::default() }, Said::default()));
    }
    match cells::state(text)? {
        State::End(End::Completed) => {
            let said = Said { status: Some(Status::Done), ..Said::default() };
            Some((Measure { done: Some(true), ..Measure::default() }, said))
        }
        State::Status(status) => Some((Measure::default(), Said { status: Some(status), ..Said::default() })),
        State::End(End::Abandoned) | State::UnderWay => None,
    }
}

fn is_title(entry: &Entry) -> bool {
    let titled = [Meaning::Title, Meaning::KeyResult, Meaning::Name, Meaning::Description, Meaning::Metric].map(Some);
    titled.contains(&of_key_result(&entry.key)) && entry.item.text().is_some()
}

/// Whether a key says something of a key result, and so is the title of none.
fn is_part(entry: &Entry) -> bool {
    let is_plain = entry.item.text().is_some() || matches!(entry.item.value, Value::Nothing);
    of_key_result(&entry.key).is_some() && is_plain
}

/// Reads a key result. Where its title is known already, its keys are what is said of it.
fn read(walk: &mut Walk, at: usize, entries: &[Entry], under: &Under, mut parts: Parts) {
    let goal = goal_that_is_a_target(entries);
    let is_goal = |entry: &Entry| goal.is_some_and(|goal| std::ptr::eq(goal, entry));
    let meaning_of = |entry: &Entry| if is_goal(entry) { Some(Meaning::Target) } else { of_key_result(&entry.key) };
    // The key that is most surely the title; the others describe it.
    let ranks = [Meaning::KeyResult, Meaning::Title, Meaning::Name, Meaning::Description, Meaning::Metric];
    let is_named = !parts.title.is_empty();
    let title = ranks
        .iter()
        .filter(|_| !is_named)
        .find_map(|rank| entries.iter().find(|entry| meaning_of(entry) == Some(*rank) && entry.item.text().is_some()));
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
        let has_id = matches!(of_key_result(&entry.key), Some(Meaning::Weight)) && plain(&entry.key) == "weight";
        if under.zero_is_nothing && has_id {
            // Feishu has krweight in its stead.
            continue;
        }
        let one = once(meaning_of(entry));
        if one.is_some_and(|one| seen.contains(&one)) {
            walk.left_entry(entry, Why::Value);
            continue;
        }
        seen.extend(one);
        if let Err(why) = field(walk, &mut parts, entry, meaning_of(entry), under) {
            walk.wrong(entry, why);
        }
    }
    add(walk, at, parts);
}

/// `goal` beside another title and no other target.
fn goal_that_is_a_target(entries: &[Entry]) -> Option<&Entry> {
    let is_goal = |entry: &&Entry| plain(&entry.key) == "goal";
    let goal = entries.iter().find(is_goal)?;
    let titled = entries.iter().any(|entry| is_title(entry) && !is_goal(&entry));
    let aimed = entries.iter().any(|entry| of_key_result(&entry.key) == Some(Meaning::Target));
    (titled && !aimed).then_some(goal)
}

fn field(
    walk: &mut Walk,
    parts: &mut Parts,
    entry: &Entry,
    meaning: Option<Meaning>,
    under: &Under,
) -> Result<(), Unfit> {
    if let (Value::Map(own), Some(Meaning::Progress | Meaning::Metric)) = (&entry.item.value, meaning) {
        for part in own {
            if !number(&mut parts.measure, part, of_key_result(&part.key), under)? {
                status(walk, parts, part);
            }
        }
        return Ok(());
    }
    if number(&mut parts.measure, entry, meaning, under)? {
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
            walk.draft.wrong.push(Wrong { place, field: String::new(), text: title, why: measure.unfit(why) });
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
        key: None,
        title,
        metric: Some(measured.metric),
        value: measured.value,
        said,
        owner,
        due,
        weight,
        initiatives,
        is_dropped,
    });
}
