//! What an objective's history files hold, those at places where it was before among them.

use std::borrow::Cow;
use std::collections::HashSet;

use crate::model::Zone;

use super::cache::Stamp;
use super::define::{place_of_byte, problem_of};
use super::history;
use super::layout;
use super::lines::Lines;
use super::load::Store;
use super::source::ReadError;
use crate::language::marked;
use crate::model::{Damage, Event, EventId, Loss, ObjectiveRef, Place, Problem, What};

/// More moves than this of one objective are not followed: for each, the folder where it was is listed.
const MOST_MOVES: usize = 1_000;

/// The items of an objective's history files, with where each stands.
#[derive(Default)]
pub(super) struct Histories {
    pub paths: Vec<String>,
    /// What each file holds, for telling of its lines.
    pub texts: Vec<Vec<u8>>,
    /// What each file was while it was read.
    pub stamps: Vec<Option<Stamp>>,
    pub placed: Vec<history::Placed>,
    /// Of each event: the number of its file, and its line.
    pub places: Vec<(usize, usize)>,
    pub damages: Vec<Damage>,
}

impl Store {
    pub(super) fn histories_of(&self, paths: &[String], zone: Zone) -> Histories {
        let mut read = Histories::default();
        for path in paths {
            let (bytes, stamp) = match self.source().read_stamped(path, layout::MAX_HISTORY) {
                Ok((bytes, stamp)) => (Ok(bytes), stamp),
                Err(why) => (Err(why), None),
            };
            read.stamps.push(stamp);
            let plain = bytes.as_ref().ok().and_then(|bytes| history::plain_events(bytes, zone));
            match (plain, bytes) {
                (Some(events), Ok(bytes)) => {
                    read.add_file(path, bytes, events);
                }
                (_, bytes) => self.any_history(path, bytes, zone, &mut read),
            }
        }
        read
    }

    /// A history that is not as this program keeps it, or cannot be read.
    fn any_history(&self, path: &str, bytes: Result<Vec<u8>, ReadError>, zone: Zone, read: &mut Histories) {
        let (text, items) = self.history_items(path, bytes, zone, &mut read.damages);
        let mut lines = None;
        let mut events = Vec::new();
        for item in items {
            match item.read {
                Ok(event) => events.push((event, item.line)),
                Err(problem) => {
                    let lines = lines.get_or_insert_with(|| Lines::of(&text));
                    read.damages.push(self.on_line(path, lines, item.line, problem));
                }
            }
        }
        drop(lines);
        read.add_file(path, text.into_bytes(), events);
    }

    /// Adds what stands at places where the objective was before: on a branch that did not know yet that it moved, people
    /// checked in there. What was created there on its own is somebody else's.
    pub(super) fn follow(&self, own: &mut Histories, objective: &ObjectiveRef, zone: Zone) -> Vec<ObjectiveRef> {
        let mut looked = HashSet::from([objective.clone()]);
        let mut followed = Vec::new();
        let mut next = 0;
        // What is added on the way is looked through too.
        while let Some((event, place)) = own.placed.get(next) {
            next += 1;
            let Some(former) = former(event, objective).filter(|former| !looked.contains(former)) else { continue };
            if looked.len() > MOST_MOVES {
                let place = *place;
                own.damages.push(self.moved_too_often(own, place));
                break;
            }
            let paths = self.left_at(&former);
            looked.insert(former.clone());
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

    fn moved_too_often(&self, own: &Histories, place: usize) -> Damage {
        let (file, line) = own.places[place];
        let text = String::from_utf8_lossy(&own.texts[file]);
        let problem = Problem::TooMany { what: marked!("moves to another name or owner"), most: MOST_MOVES };
        Damage { loss: Loss::Detail, ..self.on_line(&own.paths[file], &Lines::of(&text), line, problem) }
    }

    fn history_items(
        &self,
        path: &str,
        bytes: Result<Vec<u8>, ReadError>,
        zone: Zone,
        damages: &mut Vec<Damage>,
    ) -> (String, Vec<history::Item>) {
        let read = |bytes: Result<Vec<u8>, ReadError>| -> Result<(String, Vec<history::Item>), Damage> {
            let bytes = bytes.map_err(|why| self.damage(path, None, problem_of(why), Loss::History))?;
            match history::read(&bytes, zone) {
                Ok((Cow::Owned(text), items)) => Ok((text, items)),
                // It was text a moment ago: nothing is lost, and nothing is copied.
                Ok((Cow::Borrowed(_), items)) => Ok((String::from_utf8(bytes).unwrap_or_default(), items)),
                Err((at, problem)) => Err(self.damage(path, Some(place_of_byte(&bytes, at)), problem, Loss::History)),
            }
        };
        let mut result = read(bytes);
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

    pub(super) fn on_line(&self, path: &str, lines: &Lines, line: usize, problem: Problem) -> Damage {
        self.damage(path, Some(Place::of_line(line, lines.get(line))), problem, Loss::Event)
    }
}

/// The place where an objective was before, if an event of its own tells.
fn former(event: &Event, objective: &ObjectiveRef) -> Option<ObjectiveRef> {
    let What::Edit(edit) = &event.what else { return None };
    let (owner, slug) = edit.from.as_deref().filter(|_| edit.field == "ref")?.split_once('/')?;
    Some(ObjectiveRef { cycle: objective.cycle.clone(), owner: owner.parse().ok()?, slug: slug.parse().ok()? })
}

impl Histories {
    /// Whether an objective was in another place before, by what they tell.
    pub fn tell_of_moves(&self, objective: &ObjectiveRef) -> bool {
        self.placed.iter().any(|(event, _)| former(event, objective).is_some())
    }

    /// Whether what was created here was created there too.
    fn belongs_to(&self, other: &Histories) -> bool {
        let mut created = self.placed.iter().map(|(event, _)| event).filter(|event| matches!(event.what, What::Create));
        let Some(first) = created.next() else { return true };
        let known: HashSet<&EventId> = other.placed.iter().map(|(event, _)| &event.id).collect();
        std::iter::once(first).chain(created).all(|event| known.contains(&event.id))
    }

    fn add_file(&mut self, path: &str, text: Vec<u8>, events: Vec<history::Placed>) {
        let (file, first) = (self.paths.len(), self.places.len());
        self.places.extend(events.iter().map(|(_, line)| (file, *line)));
        match self.placed.is_empty() {
            true => self.placed = events,
            false => self.placed.extend(events),
        }
        self.placed[first..].iter_mut().enumerate().for_each(|(at, (_, place))| *place = first + at);
        self.paths.push(path.to_owned());
        self.texts.push(text);
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
