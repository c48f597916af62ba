//! Definition files as commands write them: cycles, objectives, key results and metrics.

use super::edit::{Yaml, document};
use crate::model::{
    Cycle, Initiative, Keep, KeyResult, KeyResultId, KeyResultSpec, Kind, Metric, Milestone, Quantity, Weight,
};

/// A cycle's own file.
pub fn cycle(cycle: &Cycle) -> String {
    let mut entries = vec![
        ("start".to_owned(), Yaml::Literal(cycle.start.to_string())),
        ("end".to_owned(), Yaml::Literal(cycle.end.to_string())),
    ];
    entries.splice(0..0, cycle.title.iter().map(|title| ("title".to_owned(), Yaml::text(title))));
    document(&entries)
}

/// What the file of a new objective says.
#[derive(Debug, Default)]
pub struct NewObjective<'a> {
    pub title: &'a str,
    pub description: Option<&'a str>,
    pub kind: Kind,
    /// References as they are written.
    pub aligns_to: &'a [String],
    pub weight: Option<Weight>,
    pub tags: &'a [String],
    /// Each as [`key_result`] makes it.
    pub key_results: Vec<Yaml>,
}

/// A new objective's file.
pub fn objective(new: NewObjective) -> String {
    let mut entries = vec![("title".to_owned(), Yaml::text(new.title.trim()))];
    let mut add = |key: &str, value: Option<Yaml>| entries.extend(value.map(|value| (key.to_owned(), value)));
    let texts = |all: &[String]| (!all.is_empty()).then(|| Yaml::List(all.iter().map(Yaml::text).collect()));
    add("description", new.description.map(Yaml::text));
    add("kind", (new.kind == Kind::Committed).then(|| Yaml::text(new.kind.as_str())));
    add("aligns_to", texts(new.aligns_to));
    add("weight", new.weight.map(|weight| Yaml::Literal(weight.get().to_string())));
    add("tags", texts(new.tags));
    add("key_results", (!new.key_results.is_empty()).then_some(Yaml::List(new.key_results)));
    document(&entries)
}

/// A metric as it stands in a file.
pub fn metric(metric: &Metric) -> Yaml {
    let number = |number: &Quantity| Yaml::Literal(number.to_string());
    let mut fields: Vec<(String, Yaml)> = Vec::new();
    let mut add = |key: &str, value: Option<Yaml>| fields.extend(value.map(|value| (key.to_owned(), value)));
    match metric {
        Metric::Done => return Yaml::text("done"),
        Metric::Aligned => return Yaml::text("aligned"),
        Metric::Change(change) => {
            add("from", Some(number(&change.from)));
            add("to", Some(number(&change.to)));
            add("unit", change.unit.as_deref().map(Yaml::text));
        }
        Metric::Keep(keep) => {
            let Keep { at_least, at_most, worst, unit } = &**keep;
            add("at_least", at_least.as_ref().map(number));
            add("at_most", at_most.as_ref().map(number));
            add("worst", worst.as_ref().map(number));
            add("unit", unit.as_deref().map(Yaml::text));
        }
        Metric::Milestones(steps) => {
            add("milestones", Some(Yaml::List(steps.steps().iter().map(milestone).collect())));
        }
    }
    Yaml::Map(fields)
}

fn milestone(step: &Milestone) -> Yaml {
    if step.weight.get() == 1.0 && step.due.is_none() {
        return Yaml::text(&step.name);
    }
    let weight = Yaml::Literal(step.weight.get().to_string());
    // The short form has no room for a step whose name is a key of the long one.
    let mut fields = match step.name.as_str() {
        "name" | "weight" | "due" => {
            vec![("name".to_owned(), Yaml::text(&step.name)), ("weight".to_owned(), weight)]
        }
        name => vec![(name.to_owned(), weight)],
    };
    fields.extend(step.due.map(|due| ("due".to_owned(), Yaml::Literal(due.to_string()))));
    Yaml::Map(fields)
}

/// A key result as it stands in a file.
pub fn key_result(id: &KeyResultId, spec: &KeyResultSpec) -> Yaml {
    let KeyResultSpec { title, metric, owner, weight, due, .. } = spec.clone();
    defined(&KeyResult { id: id.clone(), title, metric: Some(metric), weight, owner, due, initiatives: Vec::new() })
}

/// The same with the work that should move it, and maybe without a measure.
pub fn defined(kr: &KeyResult) -> Yaml {
    let mut fields = vec![("id".to_owned(), Yaml::text(kr.id.as_str())), ("title".to_owned(), Yaml::text(&kr.title))];
    fields.extend(kr.metric.as_ref().map(|of| ("metric".to_owned(), metric(of))));
    if kr.weight != Weight::ONE {
        fields.push(("weight".to_owned(), Yaml::Literal(kr.weight.get().to_string())));
    }
    fields.extend(kr.owner.as_ref().map(|owner| ("owner".to_owned(), Yaml::text(owner.as_str()))));
    fields.extend(kr.due.map(|due| ("due".to_owned(), Yaml::Literal(due.to_string()))));
    if !kr.initiatives.is_empty() {
        fields.push(("initiatives".to_owned(), Yaml::List(kr.initiatives.iter().map(initiative).collect())));
    }
    Yaml::Map(fields)
}

fn initiative(one: &Initiative) -> Yaml {
    let mut fields = vec![("title".to_owned(), Yaml::text(&one.title))];
    fields.extend(one.link.as_ref().map(|link| ("link".to_owned(), Yaml::text(link))));
    fields.extend(one.done.then(|| ("done".to_owned(), Yaml::Literal("true".to_owned()))));
    Yaml::Map(fields)
}
