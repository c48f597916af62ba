//! One objective as its files give it: the definition, and the events of all its histories.

use std::borrow::Cow;

use chrono_tz::Tz;

use super::convert;
use super::define::{place_of_byte, problem_of};
use super::history;
use super::layout;
use super::load::{Files, ReadRecord, Store};
use super::schema::RawObjective;
use super::shape;
use super::source::ReadError;
use super::text;
use crate::model::{Damage, Event, KeyResultId, Loss, Objective, ObjectiveRef, Place, Problem, Record, What};

/// How often files are listed again that went while they were read.
const LISTINGS: usize = 8;

/// The items of an objective's history files, with where each stands.
#[derive(Default)]
struct Histories {
    paths: Vec<String>,
    texts: Vec<String>,
    placed: Vec<history::Placed>,
    /// Of each event: the number of its file, and its line.
    places: Vec<(usize, usize)>,
    damages: Vec<Damage>,
}

impl Store {
    /// Reads an objective; `left` tells which histories stand at a place that has no definition.
    pub(super) fn read_files(
        &self,
        files: &Files,
        zone: Tz,
        left: &dyn Fn(&ObjectiveRef) -> Vec<String>,
    ) -> ReadRecord {
        let mut read = self.read_listed(files, zone, left);
        let mut again = None;
        for _ in 0..LISTINGS {
            if read.damages.is_empty() || !self.misses(again.as_ref().unwrap_or(files)) {
                break;
            }
            // It moved away, or its histories were regrouped.
            let now = self.beside(&files.reference).filter(|now| now.defined == files.defined);
            let Some(now) = now else { return ReadRecord::default() };
            read = self.read_listed(&now, zone, left);
            again = Some(now);
        }
        read
    }

    fn read_listed(&self, files: &Files, zone: Tz, left: &dyn Fn(&ObjectiveRef) -> Vec<String>) -> ReadRecord {
        let mut damages = Vec::new();
        if !files.defined {
            return ReadRecord { damages: self.orphans(files), ..ReadRecord::default() };
        }
        let path = layout::objective_file(&files.reference);
        let objective = self.objective(&path, &mut damages);
        let Some(objective) = objective else { return ReadRecord { damages, ..ReadRecord::default() } };
        let mut histories = self.histories_of(&files.histories, zone);
        let followed = self.follow(&mut histories, &files.reference, zone, left);
        let events = self.events(histories, &objective, &mut damages);
        let record = Record { reference: files.reference.clone(), file: self.source().shown(&path), objective, events };
        ReadRecord { record: Some(record), damages, followed }
    }

    /// What an objective's file defines; nothing if there is any problem with it.
    pub(super) fn objective(&self, path: &str, damages: &mut Vec<Damage>) -> Option<Objective> {
        self.definition::<RawObjective, _>(path, &shape::OBJECTIVE, Loss::Objective, damages, |raw, c| {
            let objective = convert::objective(raw, c);
            c.found.is_empty().then_some(objective)
        })
    }

    /// Histories that nobody's objective follows.
    pub(super) fn orphans(&self, files: &Files) -> Vec<Damage> {
        files.histories.iter().map(|path| self.damage(path, None, Problem::Orphan, Loss::Detail)).collect()
    }

    fn histories_of(&self, paths: &[String], zone: Tz) -> Histories {
        let mut read = Histories::default();
        for path in paths {
            let (text, items) = self.history_items(path, zone, &mut read.damages);
            for item in items {
                match item.read {
                    Ok(event) => {
                        read.placed.push((event, read.places.len()));
                        read.places.push((read.paths.len(), item.line));
                    }
                    Err(problem) => read.damages.push(self.on_line(path, &text, item.line, problem)),
                }
            }
            read.paths.push(path.clone());
            read.texts.push(text);
        }
        read
    }

    /// Adds what stands at places where the objective was before: on a branch that did not know yet that it moved, people
    /// checked in there. What was created there on its own is somebody else's.
    fn follow(
        &self,
        own: &mut Histories,
        objective: &ObjectiveRef,
        zone: Tz,
        left: &dyn Fn(&ObjectiveRef) -> Vec<String>,
    ) -> Vec<ObjectiveRef> {
        let mut looked = vec![objective.clone()];
        let mut followed = Vec::new();
        while let Some(former) = own.former(objective).into_iter().find(|former| !looked.contains(former)) {
            looked.push(former.clone());
            let paths = left(&former);
            if paths.is_empty() {
                continue;
            }
            let there = self.histories_of(&paths, zone);
            if there.belongs_to(own) {
                own.add(there);
                followed.push(former);
            }
        }
        followed
    }

    fn events(&self, read: Histories, objective: &Objective, damages: &mut Vec<Damage>) -> Vec<Event> {
        let Histories { paths: histories, texts, placed, places, damages: found } = read;
        damages.extend(found);
        let (events, twins) = history::fold(placed);
        for (id, place) in twins {
            let (number, line) = places[place];
            damages.push(self.on_line(&histories[number], &texts[number], line, Problem::TwinEvent { id }));
        }
        for (id, value, why) in unfitting(objective, &events) {
            self.on_event(&histories, &texts, &id, Problem::Unfitting { value, why }, damages);
        }
        for (id, key_result) in unknown(objective, &events) {
            self.on_event(&histories, &texts, &id, Problem::UnknownKeyResult { id: key_result }, damages);
        }
        events
    }

    /// A damage on the line that holds an event's id: only a detail is lost.
    fn on_event(&self, histories: &[String], texts: &[String], id: &str, problem: Problem, damages: &mut Vec<Damage>) {
        if let Some((path, text)) = histories.iter().zip(texts).find(|(_, text)| text.contains(id)) {
            let line = text.lines().position(|line| line.contains(id)).map_or(1, |at| at + 1);
            let damage = self.on_line(path, text, line, problem);
            damages.push(Damage { loss: Loss::Detail, ..damage });
        }
    }

    fn history_items(&self, path: &str, zone: Tz, damages: &mut Vec<Damage>) -> (String, Vec<history::Item>) {
        let read = |bytes: Result<Vec<u8>, ReadError>| -> Result<(String, Vec<history::Item>), Damage> {
            let bytes = bytes.map_err(|why| self.damage(path, None, problem_of(why), Loss::History))?;
            match history::read(&bytes, zone) {
                Ok((Cow::Owned(text), items)) => Ok((text, items)),
                // It was text a moment ago: nothing is lost, and nothing is copied.
                Ok((Cow::Borrowed(_), items)) => Ok((String::from_utf8(bytes).unwrap_or_default(), items)),
                Err((at, problem)) => Err(self.damage(path, Some(place_of_byte(&bytes, at)), problem, Loss::History)),
            }
        };
        let mut result = read(self.source().read(path, layout::MAX_HISTORY));
        let torn = |(_, items): &(String, Vec<history::Item>)| {
            matches!(items.last(), Some(history::Item { read: Err(Problem::TornLine), .. }))
        };
        if result.as_ref().is_ok_and(torn) {
            // A writer may be at work this very moment: that is no damage.
            result = read(self.source().read_settled(path, layout::MAX_HISTORY));
        }
        result.unwrap_or_else(|damage| {
            damages.push(damage);
            (String::new(), Vec::new())
        })
    }

    fn on_line(&self, path: &str, text: &str, line: usize, problem: Problem) -> Damage {
        let source = text::line(text, line).into_owned();
        let place = Place { line, column: 1, length: source.chars().count().max(1), source };
        self.damage(path, Some(place), problem, Loss::Event)
    }
}

impl Histories {
    /// The places where the objective was before, as its own events tell.
    fn former(&self, objective: &ObjectiveRef) -> Vec<ObjectiveRef> {
        let place = |event: &Event| -> Option<ObjectiveRef> {
            let What::Edit(edit) = &event.what else { return None };
            let (owner, slug) = edit.from.as_deref().filter(|_| edit.field == "ref")?.split_once('/')?;
            Some(ObjectiveRef { cycle: objective.cycle.clone(), owner: owner.parse().ok()?, slug: slug.parse().ok()? })
        };
        self.placed.iter().filter_map(|(event, _)| place(event)).collect()
    }

    /// Whether what was created here was created there too.
    fn belongs_to(&self, other: &Histories) -> bool {
        let mut created = self.placed.iter().map(|(event, _)| event).filter(|event| matches!(event.what, What::Create));
        created.all(|event| other.placed.iter().any(|(known, _)| known.id == event.id))
    }

    fn add(&mut self, other: Histories) {
        let (files, events) = (self.paths.len(), self.places.len());
        self.placed.extend(other.placed.into_iter().map(|(event, place)| (event, place + events)));
        self.places.extend(other.places.into_iter().map(|(file, line)| (file + files, line)));
        self.paths.extend(other.paths);
        self.texts.extend(other.texts);
        self.damages.extend(other.damages);
    }
}

/// Values that do not fit the metric, as (event id, value, why). What was reported before a metric was changed may well
/// not fit the new one; that is no damage.
fn unfitting(objective: &Objective, events: &[Event]) -> Vec<(String, String, String)> {
    let mut found = Vec::new();
    for (at, event) in events.iter().enumerate() {
        let What::Update(check_in) = &event.what else { continue };
        let (Some(id), Some(value)) = (&check_in.key_result, &check_in.value) else { continue };
        let Some(metric) = objective.key_result(id).and_then(|kr| kr.metric.as_ref()) else { continue };
        if let Err(why) = metric.read(value)
            && !metric_changed(id, &events[at..])
        {
            found.push((event.id.to_string(), value.to_string(), why.to_string()));
        }
    }
    found
}

/// Key results that check-ins which count name and that are not there, each once, with the event's id. What was removed
/// or renamed by a command is in the history, and no damage.
fn unknown(objective: &Objective, events: &[Event]) -> Vec<(String, String)> {
    let mut found: Vec<(String, String)> = Vec::new();
    for event in events {
        let What::Update(check_in) = &event.what else { continue };
        let Some(id) = check_in.key_result.as_ref().filter(|id| objective.key_result(id).is_none()) else { continue };
        let edited = |later: &Event| {
            matches!(&later.what, What::Edit(edit) if edit.field == id.as_str()
                || edit.field.strip_prefix(id.as_str()).is_some_and(|rest| rest.starts_with('.')))
        };
        let taken_back = |later: &Event| matches!(&later.what, What::Retract { of, .. } if *of == event.id);
        let said = found.iter().any(|(_, known)| known == id.as_str());
        if !said && !events.iter().any(|later| edited(later) || taken_back(later)) {
            found.push((event.id.to_string(), id.to_string()));
        }
    }
    found
}

fn metric_changed(id: &KeyResultId, later: &[Event]) -> bool {
    let field = format!("{id}.metric");
    later.iter().any(|event| matches!(&event.what, What::Edit(edit) if edit.field == field))
}
