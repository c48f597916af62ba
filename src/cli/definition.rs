//! Definitions as the commands write them: whole files for what is new, edits for what is there.

use super::desk::Desk;
use super::ending::cycle_is_open;
use super::error::Failure;
use crate::model::{Keep, KeyResultId, KeyResultSpec, Metric, Milestone, ObjectiveRef, Quantity, Weight};
use crate::store::Change;
use crate::store::edit::{self, EditError, Step, Yaml};
use crate::store::layout;

/// The keys of an objective and of a key result in the order in which they are written.
pub use crate::store::{KEY_RESULT_KEYS, OBJECTIVE_KEYS};

impl From<EditError> for Failure {
    fn from(why: EditError) -> Self {
        Failure::store(format!("{why}; nothing was changed"))
    }
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
            add("unit", change.unit.as_ref().map(Yaml::text));
        }
        Metric::Keep(Keep { at_least, at_most, worst, unit }) => {
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
    let mut fields = vec![(step.name.clone(), Yaml::Literal(step.weight.get().to_string()))];
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

/// The ids of new key results: those that were given, else `kr1`, `kr2`, … past what is taken.
///
/// # Errors
/// When an id is given twice or taken.
pub fn ids(specs: &[KeyResultSpec], taken: &[KeyResultId]) -> Result<Vec<KeyResultId>, Failure> {
    let mut all: Vec<KeyResultId> = taken.to_vec();
    all.extend(specs.iter().filter_map(|spec| spec.id.clone()));
    for (at, id) in all.iter().enumerate() {
        if all[..at].contains(id) {
            return Err(Failure::usage(format!("there is a key result \"{id}\" already"))
                .hint("put another id in front: \"id = TITLE: …\""));
        }
    }
    let mut ids = Vec::new();
    for spec in specs {
        let id = match &spec.id {
            Some(id) => id.clone(),
            None => (1..)
                .map(|number| format!("kr{number}"))
                .find_map(|text| text.parse().ok().filter(|id| !all.contains(id)))
                .ok_or_else(|| Failure::fault("no id is free"))?,
        };
        all.push(id.clone());
        ids.push(id);
    }
    Ok(ids)
}

/// An objective's file while a command changes it: read once, changed in memory, written whole at the end.
pub struct Definition<'d> {
    desk: &'d Desk<'d>,
    path: String,
    before: String,
    pub text: String,
}

impl<'d> Definition<'d> {
    /// Reads an objective's file, to change it.
    ///
    /// # Errors
    /// When it cannot be read, or its cycle was closed.
    pub fn open(desk: &'d Desk<'d>, objective: &ObjectiveRef) -> Result<Self, Failure> {
        cycle_is_open(desk, &objective.cycle)?;
        Self::open_file(desk, layout::objective_file(objective))
    }

    /// Reads any definition file of the store; one that is not there is empty.
    ///
    /// # Errors
    /// When it cannot be read.
    pub fn open_file(desk: &'d Desk<'d>, path: String) -> Result<Self, Failure> {
        let before = if desk.store.source().has(&path) {
            desk.store.text(&path).map_err(|damage| {
                desk.say_damage(&damage);
                Failure::store(format!("{} cannot be changed", damage.file))
            })?
        } else {
            String::new()
        };
        Ok(Self { desk, path, text: before.clone(), before })
    }

    pub fn set(&mut self, path: &[Step], value: &Yaml, order: &[&str]) -> Result<(), Failure> {
        self.text = edit::set(&self.text, path, value, order)?;
        Ok(())
    }

    pub fn remove(&mut self, path: &[Step]) -> Result<(), Failure> {
        self.text = edit::remove(&self.text, path)?;
        Ok(())
    }

    pub fn push(&mut self, path: &[Step], value: &Yaml, order: &[&str]) -> Result<(), Failure> {
        self.text = edit::push(&self.text, path, value, order)?;
        Ok(())
    }

    /// The path of one of an objective's key results.
    ///
    /// # Errors
    /// When the file has none of that id.
    pub fn key_result(&self, objective: &crate::model::Objective, id: &KeyResultId) -> Result<Vec<Step>, Failure> {
        let at = objective.key_results.iter().position(|kr| &kr.id == id);
        at.map(|at| vec![Step::key("key_results"), Step::Index(at)])
            .ok_or_else(|| Failure::fault(format!("no key result {id}")))
    }

    /// Makes the file a part of a change, if anything was changed. Whether it was.
    pub fn enter(self, change: &mut Change) -> bool {
        if self.text == self.before {
            return false;
        }
        if self.is_new() {
            change.create(self.path, self.text);
        } else {
            change.replace(self.path, self.before.as_bytes(), self.text);
        }
        true
    }

    fn is_new(&self) -> bool {
        self.before.is_empty() && !self.desk.store.source().has(&self.path)
    }

    /// Writes the file, if anything was changed. Whether it was.
    ///
    /// # Errors
    /// When somebody else changed it in the meantime, or the system refuses.
    pub fn write(self) -> Result<bool, Failure> {
        if self.text == self.before {
            return Ok(false);
        }
        let writer = self.desk.writer();
        if self.is_new() {
            writer.create(&self.path, &self.text)?;
        } else {
            writer.replace(&self.path, self.before.as_bytes(), &self.text)?;
        }
        Ok(true)
    }
}
