//! One definition file of a store: read, and where in it a damage is.

use serde::de::DeserializeOwned;

use super::canonical::Canonical;
use super::collector::Collector;
use super::diagnose::{Patient, at_most};
use super::edit::Step;
use super::layout;
use super::lines::LineStarts;
use super::load::Store;
use super::shape::Shape;
use super::source::ReadError;
use super::{text, words};
use crate::language::{reason, say};
use crate::model::{Damage, Loss, ObjectiveRef, Place, Problem};

impl Store {
    /// The text of a definition or a history, as it stands.
    ///
    /// # Errors
    /// When it cannot be read as text.
    pub fn text(&self, path: &str) -> Result<String, Box<Damage>> {
        let damage = |place, problem| Box::new(self.damage(path, place, problem, Loss::Objective));
        let bytes = self.source().read(path, layout::most_bytes(path)).map_err(|why| damage(None, problem_of(why)))?;
        if let Err((at, problem)) = text::decode(&bytes) {
            return Err(damage(Some(place_of_byte(&bytes, at)), problem));
        }
        // It was text a moment ago.
        Ok(String::from_utf8(bytes).unwrap_or_default())
    }

    /// Reads a definition file; an absent one is as an empty one.
    pub(super) fn definition<Raw: Canonical, T>(
        &self,
        path: &str,
        shape: &Shape,
        loss: Loss,
        damages: &mut Vec<Damage>,
        convert: impl FnOnce(Raw, &mut Collector) -> Option<T>,
    ) -> Option<T> {
        match self.source().read(path, layout::most_bytes(path)) {
            Ok(bytes) => self.defines(path, &bytes, shape, loss, damages, convert),
            Err(ReadError::NotFound) if loss == Loss::Defaults => None,
            Err(why) => {
                damages.push(self.damage(path, None, problem_of(why), loss));
                None
            }
        }
    }

    /// What the bytes of a definition file say.
    pub(super) fn defines<Raw: Canonical, T>(
        &self,
        path: &str,
        bytes: &[u8],
        shape: &Shape,
        loss: Loss,
        damages: &mut Vec<Damage>,
        convert: impl FnOnce(Raw, &mut Collector) -> Option<T>,
    ) -> Option<T> {
        let text = match text::decode(bytes) {
            Ok(text) => text,
            Err((at, problem)) => {
                damages.push(self.damage(path, Some(place_of_byte(bytes, at)), problem, loss));
                return None;
            }
        };
        let undecided = undecided(text).into_iter();
        damages.extend(undecided.map(|(place, problem)| self.damage(path, Some(place), problem, Loss::Detail)));
        let patient = || Patient::new(self.source().shown(path), text, loss);
        let raw = match Raw::canonical(text) {
            Some(raw) => raw,
            None => {
                if let Some(at) = text::too_deep(text) {
                    let problem = words::nested_too_deeply();
                    damages.push(self.damage(path, Some(place_of_byte(bytes, at)), problem, loss));
                    return None;
                }
                match from_yaml(text) {
                    Ok(raw) => raw,
                    Err(why) => {
                        damages.extend(patient().unread(shape, &why));
                        return None;
                    }
                }
            }
        };
        let mut collector = Collector::default();
        let converted = convert(raw, &mut collector);
        if !collector.found.is_empty() {
            damages.extend(patient().all(collector.found));
        }
        converted
    }

    /// The damages that things in an objective's definition are, at the places where they stand.
    pub fn damages_in(&self, objective: &ObjectiveRef, found: Vec<(Vec<Step>, Problem)>) -> Vec<Damage> {
        let file = layout::objective_file(objective);
        let text = self.text(&file).unwrap_or_default();
        Patient::new(self.source().shown(&file), &text, Loss::Detail).all(found)
    }

    pub(super) fn damage(&self, path: &str, place: Option<Place>, problem: Problem, loss: Loss) -> Damage {
        Damage { file: self.source().shown(path), place: place.map(Box::new), problem, loss }
    }
}

/// What a text says by all rules of YAML. An empty file, or one with comments only, is an empty mapping.
pub(super) fn from_yaml<Raw: DeserializeOwned>(text: &str) -> Result<Raw, serde_yaml::Error> {
    serde_yaml::from_str::<Option<Raw>>(text)?.map_or_else(|| serde_yaml::from_str("{}"), Ok)
}

pub(super) fn problem_of(why: ReadError) -> Problem {
    match why {
        ReadError::NotFound => Problem::Unreadable(say!("it is not there").to_owned()),
        ReadError::NotAFile => Problem::NotAFile,
        ReadError::TooLarge { limit } => Problem::TooLarge { limit },
        ReadError::Io(why) => Problem::Unreadable(reason(&why)),
    }
}

pub(super) fn place_of_byte(bytes: &[u8], at: usize) -> Place {
    let (line, column, source) = text::position(bytes, at);
    Place::new(line, column, 1, &source)
}

/// The comments of a merge by key for somebody to choose, each to the end of its line.
fn undecided(text: &str) -> Vec<(Place, Problem)> {
    let found = text::undecided(text).into_iter().map(|at| (at, Problem::Undecided)).collect();
    let found = at_most(found, |(at, _), count| (at, Problem::More { count }));
    let lines = if found.is_empty() { LineStarts::default() } else { LineStarts::of(text) };
    let placed = |(at, problem)| {
        let line = lines.number(at);
        let source = lines.line(text, line);
        let column = text[lines.start(text, line)..at].chars().count() + 1;
        (Place::new(line, column, source.chars().count().saturating_sub(column - 1), source), problem)
    };
    found.into_iter().map(placed).collect()
}
