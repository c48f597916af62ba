//! What an objective was on an earlier day: its definition with the changes taken back that its history tells of.

use crate::model::{
    Edit, Initiative, KeyResult, KeyResultId, Kind, Metric, Moment, Objective, ObjectiveRef, Record, ReferenceQuery,
    Weight, What, day_of,
};

/// The record as it was at a moment; none if the objective was made later. Changes by hand, which no event tells of, are
/// taken to have been there always.
pub fn earlier(record: &Record, moment: &Moment) -> Option<Record> {
    let later = |event: &&crate::model::Event| !moment.has_seen(event.at);
    if record.events.iter().filter(later).any(|event| event.what == What::Create) {
        return None;
    }
    let mut record = record.clone();
    let events = std::mem::take(&mut record.events);
    for event in events.iter().rev().take_while(later) {
        if let What::Edit(edit) = &event.what {
            undo(&mut record, edit);
        }
    }
    record.events = events;
    Some(record)
}

fn undo(record: &mut Record, edit: &Edit) {
    let objective = &mut record.objective;
    let from = edit.from.as_deref();
    match edit.field.as_str() {
        "title" => objective.title = from.unwrap_or_default().to_owned(),
        "description" => objective.description = from.map(str::to_owned),
        "kind" => objective.kind = if from == Some("committed") { Kind::Committed } else { Kind::Aspirational },
        "weight" => objective.weight = weight(from),
        "tags" => objective.tags = listed(from).map(str::to_owned).collect(),
        "aligns_to" => objective.aligns_to = listed(from).filter_map(|text| text.parse().ok()).collect(),
        "ref" => {
            record.reference =
                from.and_then(|text| moved_from(&record.reference, text)).unwrap_or(record.reference.clone())
        }
        field => match field.split_once('.') {
            None => undo_key_result(objective, field, edit),
            Some((id, field)) => {
                if let Some(kr) = objective.key_results.iter_mut().find(|kr| kr.id.as_str() == id) {
                    undo_field(kr, field, edit);
                }
            }
        },
    }
}

/// A key result that came is taken away; one that went comes back, as far as is known of it.
fn undo_key_result(objective: &mut Objective, id: &str, edit: &Edit) {
    let at = objective.key_results.iter().position(|kr| kr.id.as_str() == id);
    match (&edit.from, &edit.to, at) {
        (None, Some(_), Some(at)) => {
            objective.key_results.remove(at);
        }
        (Some(title), None, None) => objective.key_results.extend(id.parse().ok().map(|id| nameless(id, title))),
        _ => {}
    }
}

fn nameless(id: KeyResultId, title: &str) -> KeyResult {
    let title = title.to_owned();
    KeyResult { id, title, metric: None, weight: Weight::ONE, owner: None, due: None, initiatives: Vec::new() }
}

fn undo_field(kr: &mut KeyResult, field: &str, edit: &Edit) {
    let from = edit.from.as_deref();
    match field {
        "title" => kr.title = from.unwrap_or_default().to_owned(),
        "metric" => kr.metric = from.and_then(measure),
        "weight" => kr.weight = weight(from),
        "owner" => kr.owner = from.and_then(|key| key.parse().ok()),
        "due" => kr.due = from.and_then(day_of),
        "initiatives" => undo_initiative(&mut kr.initiatives, edit),
        _ => {}
    }
}

/// One that was added goes, one that was ticked off is open again.
fn undo_initiative(all: &mut Vec<Initiative>, edit: &Edit) {
    match (&edit.from, &edit.to) {
        (None, Some(title)) => all.retain(|one| &one.title != title),
        (Some(title), Some(_)) => all.iter_mut().filter(|one| &one.title == title).for_each(|one| one.done = false),
        _ => {}
    }
}

fn weight(text: Option<&str>) -> Weight {
    text.and_then(|text| Weight::new(text.parse().ok()?).ok()).unwrap_or_default()
}

fn listed(text: Option<&str>) -> impl Iterator<Item = &str> {
    text.unwrap_or_default().split(',').map(str::trim).filter(|one| !one.is_empty())
}

fn moved_from(now: &ObjectiveRef, text: &str) -> Option<ObjectiveRef> {
    let query: ReferenceQuery = text.parse().ok()?;
    let cycle = query.cycle.unwrap_or_else(|| now.cycle.clone());
    Some(ObjectiveRef { cycle, owner: query.owner?, slug: query.objective })
}

/// The measure that the words of a change stand for: `31 → 50 points`, `≥ 99.9 %, worst 99`, `10–20 ms`, `done or not`,
/// `design, beta, launch`.
fn measure(words: &str) -> Option<Metric> {
    match words {
        "done or not" => return Some(Metric::Done),
        "by what aligns to it" => return Some(Metric::Aligned),
        _ => {}
    }
    let limits = words.replace(", worst", " worst");
    if let Ok(metric) = limits.parse() {
        return Some(metric);
    }
    let between = limits.split_once('–').and_then(|(low, high)| format!(">= {low} <= {high}").parse().ok());
    between.or_else(|| format!("milestones {words}").parse().ok())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_words_of_a_measure_are_the_measure() {
        let read = |text: &str| text.parse::<Metric>().unwrap();
        assert_eq!(measure("31 → 50 points"), Some(read("31 -> 50 points")));
        assert_eq!(measure("−3 → 5"), Some(read("-3 -> 5")));
        assert_eq!(measure("≥ 99.9 %, worst 99"), Some(read(">= 99.9 % worst 99")));
        assert_eq!(measure("10–20 ms"), Some(read(">= 10 <= 20 ms")));
        assert_eq!(measure("design, beta, launch"), Some(read("milestones design, beta, launch")));
        assert_eq!(measure("done or not"), Some(Metric::Done));
    }
}
