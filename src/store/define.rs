//! One definition file of a store: read, and where in it a damage is.

use serde::de::DeserializeOwned;

use super::convert::Collector;
use super::diagnose::{MOST, Patient};
use super::edit::Step;
use super::layout;
use super::load::Store;
use super::shape::Shape;
use super::source::ReadError;
use super::text;
use crate::model::{Damage, Loss, ObjectiveRef, Place, Problem};

impl Store {
    /// The text of an objective's definition, as it stands.
    ///
    /// # Errors
    /// When it cannot be read as text.
    pub fn text(&self, path: &str) -> Result<String, Box<Damage>> {
        let damage = |place, problem| Box::new(self.damage(path, place, problem, Loss::Objective));
        let bytes = self.source().read(path, layout::MAX_DEFINITION).map_err(|why| damage(None, problem_of(why)))?;
        if let Err((at, problem)) = text::decode(&bytes) {
            return Err(damage(Some(place_of_byte(&bytes, at)), problem));
        }
        Ok(String::from_utf8_lossy(&bytes).into_owned())
    }

    /// Reads a definition file; an absent one is as an empty one.
    pub(super) fn definition<Raw: DeserializeOwned, T>(
        &self,
        path: &str,
        shape: &Shape,
        loss: Loss,
        damages: &mut Vec<Damage>,
        convert: impl FnOnce(Raw, &mut Collector) -> Option<T>,
    ) -> Option<T> {
        let bytes = match self.source().read(path, layout::MAX_DEFINITION) {
            Ok(bytes) => bytes,
            Err(ReadError::NotFound) if loss == Loss::Defaults => return None,
            Err(why) => {
                damages.push(self.damage(path, None, problem_of(why), loss));
                return None;
            }
        };
        let text = match text::decode(&bytes) {
            Ok(text) => text,
            Err((at, problem)) => {
                damages.push(self.damage(path, Some(place_of_byte(&bytes, at)), problem, loss));
                return None;
            }
        };
        if let Some(at) = text::too_deep(text) {
            let problem = Problem::Malformed("it is nested too deeply".to_owned());
            damages.push(self.damage(path, Some(place_of_byte(&bytes, at)), problem, loss));
            return None;
        }
        for at in text::undecided(text) {
            let mut place = place_of_byte(text.as_bytes(), at);
            place.length = place.source.chars().count().saturating_sub(place.column - 1).max(1);
            damages.push(self.damage(path, Some(place), Problem::Undecided, Loss::Detail));
        }
        let patient = || Patient::new(self.source().shown(path), text, loss);
        // An empty file, or one with comments only, is an empty mapping.
        let raw = match serde_yaml::from_str::<Option<Raw>>(text)
            .and_then(|raw| raw.map_or_else(|| serde_yaml::from_str("{}"), Ok))
        {
            Ok(raw) => raw,
            Err(why) => {
                damages.extend(patient().unread(shape, &why));
                return None;
            }
        };
        let mut collector = Collector::default();
        let converted = convert(raw, &mut collector);
        if !collector.found.is_empty() {
            let patient = patient();
            damages
                .extend(collector.found.into_iter().take(MOST).map(|(path, problem)| patient.at_path(&path, problem)));
        }
        converted
    }

    /// The damage that something in an objective's definition is, at the place where it stands.
    pub fn damage_in(&self, objective: &ObjectiveRef, path: &[Step], problem: Problem) -> Damage {
        let file = layout::objective_file(objective);
        let text = self.text(&file).unwrap_or_default();
        Patient::new(self.source().shown(&file), &text, Loss::Detail).at_path(path, problem)
    }

    pub(super) fn damage(&self, path: &str, place: Option<Place>, problem: Problem, loss: Loss) -> Damage {
        Damage { file: self.source().shown(path), place: place.map(Box::new), problem, loss }
    }
}

pub(super) fn problem_of(why: ReadError) -> Problem {
    match why {
        ReadError::NotFound => Problem::Unreadable("it is not there".to_owned()),
        ReadError::NotAFile => Problem::NotAFile,
        ReadError::TooLarge { limit } => Problem::TooLarge { limit },
        ReadError::Io(why) => Problem::Unreadable(why.to_string()),
    }
}

pub(super) fn place_of_byte(bytes: &[u8], at: usize) -> Place {
    let (line, column, source) = text::position(bytes, at);
    Place { line, column, length: 1, source }
}
