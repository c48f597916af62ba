//! One objective of a document.

use super::keys::{Meaning, key, of_key_result, once};
use super::tree::{Entry, Item, Value};
use super::walk::{Under, Walk};
use super::{key_result, values};
use crate::exchange::import::cells::{self, State};
use crate::exchange::import::cycle_name::cycle_name;
use crate::exchange::import::draft::{DraftObjective, Parent, Place, Unfit, Why};
use crate::exchange::import::measure::Measure;
use crate::exchange::import::wording::Wording;
use crate::model::Kind;

/// Whether a map is an objective: it has a title that calls itself one, or a title and key results; in a list of objectives
/// a title is enough.
pub fn is_one(entries: &[Entry], is_list: bool) -> bool {
    let has = |wanted: &[Meaning]| {
        entries.iter().any(|entry| {
            key(&entry.key).is_some_and(|meaning| wanted.contains(&meaning)) && entry.item.text().is_some()
        })
    };
    let holds = entries.iter().any(|entry| key(&entry.key) == Some(Meaning::KeyResults) && entry.item.text().is_none());
    has(&[Meaning::Objectives]) || (has(&[Meaning::Title, Meaning::Name, Meaning::Description]) && (is_list || holds))
}

/// An objective that is nothing but a title.
pub fn titled(walk: &mut Walk, item: &Item, under: &Under) {
    if let Some(title) = item.text() {
        let objective = DraftObjective { title: Wording::of(title, false).title, ..begun(item.place, under) };
        walk.draft.objectives.push(objective);
    }
}

fn begun(place: Place, under: &Under) -> DraftObjective {
    DraftObjective {
        place,
        owner: under.owner.clone(),
        cycle: under.cycle.clone(),
        tags: under.tags.clone(),
        parents: under.parent.clone().into_iter().collect(),
        ..DraftObjective::default()
    }
}

/// Reads an objective, and what stands below it.
pub fn read(walk: &mut Walk, place: Place, entries: &[Entry], under: &Under) {
    let mut objective = begun(place, under);
    let mut measure = Measure::default();
    let mut later = Vec::new();
    let mut said = Vec::new();
    for entry in entries {
        if matches!(entry.item.value, Value::Nothing) {
            continue;
        }
        match key(&entry.key) {
            Some(Meaning::KeyResults) => later.push(entry),
            Some(Meaning::Objectives) if entry.item.text().is_none() => later.push(entry),
            meaning if once(meaning).is_some_and(|one| said.contains(&one)) => walk.left_entry(entry, Why::Value),
            meaning => {
                said.extend(once(meaning));
                let read = field(walk, &mut objective, &mut measure, meaning, entry, under);
                read.unwrap_or_else(|why| walk.wrong(entry, why));
            }
        }
    }
    if objective.title.is_empty() {
        objective.title = objective.description.take().unwrap_or_default();
    }
    objective.title = objective.title.split_whitespace().collect::<Vec<_>>().join(" ");
    let at = walk.draft.objectives.len();
    let own = (objective.title.clone(), objective.owner.clone());
    walk.draft.objectives.push(objective);
    for entry in &later {
        if key(&entry.key) == Some(Meaning::KeyResults) {
            key_result::list(walk, at, &entry.item, under);
        } else {
            let under = Under { parent: Some(Parent::Objective(at)), owner: own.1.clone(), ..under.clone() };
            walk.visit(&entry.item, &under, true);
        }
    }
    own_measure(walk, at, place, own.0, &measure);
}

/// A measure of the objective itself: computed where it has key results, else it is one.
fn own_measure(walk: &mut Walk, at: usize, place: Place, title: String, measure: &Measure) {
    if measure.unit_only() {
        return;
    }
    if walk.draft.objectives[at].key_results.is_empty() {
        return key_result::add(
            walk,
            at,
            key_result::Parts { place, title, measure: measure.clone(), ..Default::default() },
        );
    }
    let progress = measure.progress.map(|progress| format!("{progress} %"));
    let value = measure.current.or(measure.target).map(|value| value.to_string());
    walk.left(place, progress.or(value).unwrap_or_default(), Why::Computed);
}

fn field(
    walk: &mut Walk,
    objective: &mut DraftObjective,
    measure: &mut Measure,
    meaning: Option<Meaning>,
    entry: &Entry,
    under: &Under,
) -> Result<(), Unfit> {
    let item = &entry.item;
    if let Value::Map(parts) = &item.value
        && matches!(meaning, Some(Meaning::Progress | Meaning::Metric))
    {
        for part in parts {
            if !values::number(measure, part, of_key_result(&part.key), under)? {
                state(walk, objective, measure, part);
            }
        }
        return Ok(());
    }
    if values::number(measure, entry, meaning, under)? {
        return Ok(());
    }
    let Some(text) = item.text().map(str::to_owned) else {
        match (meaning, &item.value) {
            (Some(Meaning::Tags), Value::List(items)) => {
                for item in items {
                    match item.text() {
                        Some(tag) => objective.tags.push(tag.to_owned()),
                        None => walk.left(item.place, item.shown(), Why::Value),
                    }
                }
            }
            (Some(Meaning::Parent), _) => parents(walk, item, &mut objective.parents),
            (Some(Meaning::Machine), _) => {}
            _ => walk.left_entry(entry, Why::Key),
        }
        return Ok(());
    };
    match meaning {
        Some(Meaning::Objectives) if objective.title.is_empty() => objective.title = Wording::of(&text, false).title,
        Some(Meaning::Title | Meaning::Name) if objective.title.is_empty() => objective.title = text,
        Some(Meaning::Objectives | Meaning::Title | Meaning::Name | Meaning::Description) => {
            objective.description =
                Some(objective.description.take().map_or_else(|| text.clone(), |before| format!("{before}\n\n{text}")));
        }
        Some(Meaning::Owner | Meaning::Teams) => objective.owner = Some(text),
        Some(Meaning::Cycle) => objective.cycle = Some(cycle_name(&text).unwrap_or(text)),
        Some(Meaning::Id) => objective.ids.push(text),
        Some(Meaning::Parent) => objective.parents.push(Parent::Named { name: text, place: item.place }),
        Some(Meaning::Weight) if under.zero_is_nothing && text == "0" => {}
        Some(Meaning::Weight) => objective.weight = Some(cells::weight(&text)?),
        Some(Meaning::Tags) => objective.tags.extend(text.split(',').map(|tag| tag.trim().to_owned())),
        Some(Meaning::Kind) => match text.to_lowercase().as_str() {
            "committed" | "true" => objective.kind = Some(Kind::Committed),
            "aspirational" | "false" | "moonshot" => objective.kind = Some(Kind::Aspirational),
            _ => walk.left_entry(entry, Why::Value),
        },
        Some(Meaning::Status) => state(walk, objective, measure, entry),
        Some(Meaning::Score) if under.zero_is_nothing && text == "0" => walk.left_entry(entry, Why::Unscored),
        Some(Meaning::Score) => objective.said.score = Some(cells::score(&text)?),
        Some(Meaning::Confidence) => objective.said.confidence = Some(cells::confidence(&text)?),
        Some(Meaning::Note) => {
            let note = objective.said.note.take().map_or_else(|| text.clone(), |before| format!("{before}\n{text}"));
            objective.said.note = Some(note);
        }
        Some(Meaning::FirstDay) => objective.days.first = Some(values::day(&text, walk.zone)?),
        Some(Meaning::LastDay) => {
            objective.days.last = Some(values::day(&text, walk.zone)?);
            objective.due = objective.days.last;
        }
        Some(Meaning::Updated) => objective.said.at = cells::moment(&text),
        Some(Meaning::Machine) => {}
        _ => walk.left_entry(entry, Why::Key),
    }
    Ok(())
}

fn state(walk: &mut Walk, objective: &mut DraftObjective, measure: &mut Measure, entry: &Entry) {
    match values::state(&entry.item.shown()) {
        Some(State::Status(status)) => objective.said.status = Some(status),
        Some(State::End(end)) => {
            objective.end = Some(end);
            if measure.progress.is_none() && measure.current.is_none() && !measure.unit_only() {
                measure.done = Some(end == crate::exchange::import::End::Completed);
            }
        }
        Some(State::UnderWay) if entry.item.text() == Some("-1") => {}
        Some(State::UnderWay) | None => walk.left_entry(entry, Why::Status),
    }
}

/// Parents by id: a text, or maps that have one.
fn parents(walk: &mut Walk, item: &Item, found: &mut Vec<Parent>) {
    match &item.value {
        Value::List(items) => items.iter().for_each(|item| parents(walk, item, found)),
        Value::Map(entries) => {
            for entry in entries {
                match (key(&entry.key), entry.item.text()) {
                    (Some(Meaning::Id), Some(name)) => {
                        found.push(Parent::Named { name: name.to_owned(), place: item.place });
                    }
                    (Some(Meaning::Machine), _) => {}
                    _ => walk.left_entry(entry, Why::Key),
                }
            }
        }
        Value::Other(text) => walk.left(item.place, text.clone(), Why::Value),
        _ => {
            if let Some(name) = item.text() {
                found.push(Parent::Named { name: name.to_owned(), place: item.place });
            }
        }
    }
}
