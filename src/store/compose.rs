//! Key results and metrics as they are written into a definition file.

use super::edit::Yaml;
use crate::model::{Keep, KeyResultId, KeyResultSpec, Metric, Milestone, Quantity, Weight};

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
            add("unit", change.unit.as_ref().map(Yaml::text));
        }
        Metric::Keep(keep) => {
            let Keep { at_least, at_most, worst, unit } = &**keep;
            add("at_least", at_least.as_ref().map(number));
            add("at_most", at_most.as_ref().map(number));
            add("worst", worst.as_ref().map(number));
            add("unit", unit.as_ref().map(Yaml::text));
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
    let mut fields = vec![
        ("id".to_owned(), Yaml::text(id.as_str())),
        ("title".to_owned(), Yaml::text(&spec.title)),
        ("metric".to_owned(), metric(&spec.metric)),
    ];
    if spec.weight != Weight::ONE {
        fields.push(("weight".to_owned(), Yaml::Literal(spec.weight.get().to_string())));
    }
    fields.extend(spec.owner.as_ref().map(|owner| ("owner".to_owned(), Yaml::text(owner.as_str()))));
    fields.extend(spec.due.map(|due| ("due".to_owned(), Yaml::Literal(due.to_string()))));
    Yaml::Map(fields)
}
