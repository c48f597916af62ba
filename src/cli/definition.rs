//! Definitions as the commands write them: whole files for what is new, edits for what is there.

use super::damage::words;
use super::desk::Desk;
use super::ending::cycle_is_open;
use super::error::Failure;
use crate::language::say;
use crate::model::{Damage, KeyResultId, KeyResultSpec, ObjectiveRef, Problem};
use crate::store::edit::{self, EditError, Step, Yaml};
use crate::store::layout;
use crate::store::{Alone, Change, Store};

/// The keys of an objective and of a key result in the order in which they are written.
pub use crate::store::{KEY_RESULT_KEYS, OBJECTIVE_KEYS};

impl From<EditError> for Failure {
    fn from(why: EditError) -> Self {
        Failure::store(say!("{why}; nothing was changed", why))
    }
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
            return Err(Failure::usage(say!("there is a key result \"{id}\" already", id))
                .hint(say!("put another id in front: \"id = TITLE: …\"")));
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

/// Whether a definition still has as much in it as is read.
///
/// # Errors
/// When it has more.
pub fn bounded(desk: &Desk, path: &str, text: &str) -> Result<(), Failure> {
    let Some(kind) = layout::definition(path) else { return Ok(()) };
    let alone = Alone::new(kind, desk.store.source().shown(path), text.as_bytes().to_vec());
    let own = alone.path();
    let damages = Store::new(alone).damages_of(own, kind);
    let past = |damage: &&Damage| matches!(damage.problem, Problem::TooLarge { .. } | Problem::TooMany { .. });
    damages.iter().find(past).map_or(Ok(()), |damage| {
        let (why, mend) = words(damage);
        Err(Failure::usage(say!(
            "{file} would not be read any more: {why}; nothing was changed",
            file = damage.file,
            why
        ))
        .hint(mend))
    })
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
                Failure::store(say!("{file} cannot be changed", file = damage.file))
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
    /// When somebody else changed it in the meantime, it would not be read any more, or the system refuses.
    pub fn write(self) -> Result<bool, Failure> {
        if self.text == self.before {
            return Ok(false);
        }
        bounded(self.desk, &self.path, &self.text)?;
        let writer = self.desk.writer();
        if self.is_new() {
            writer.create(&self.path, &self.text)?;
        } else {
            writer.replace(&self.path, self.before.as_bytes(), &self.text)?;
        }
        Ok(true)
    }
}
