//! What an objective's history files hold, those at places where it was before among them.

use std::borrow::Cow;
use std::collections::HashSet;

use crate::model::Zone;

use super::cache::Stamp;
use super::define::{place_of_byte, problem_of};
use super::history::{self, Told};
use super::layout;
use super::lines::Lines;
use super::load::Store;
use super::source::Room;
use crate::language::marked;
use crate::model::{Damage, Happened, Loss, ObjectiveRef, Place, Problem, What};

/// More moves than this of one objective are not followed: for each, the folder where it was is listed.
const MOST_MOVES: usize = 1_000;

/// A history file as it was read.
pub(super) struct HistoryBytes<'p> {
    path: &'p str,
    bytes: Result<Room, Problem>,
    /// What it was while it was read.
    pub stamp: Option<Stamp>,
}

/// The items of an objective's history files, with where each stands.
#[derive(Default)]
pub(super) struct Histories<'t> {
    pub paths: Vec<Cow<'t, str>>,
    /// What each file holds, for telling of its lines.
    pub texts: Vec<Cow<'t, [u8]>>,
    pub placed: Vec<history::Placed<Told<'t>>>,
    /// Of each event: the number of its file, and its line.
    pub places: Vec<(usize, usize)>,
    pub damages: Vec<Damage>,
}

impl Store {
    pub(super) fn history_bytes<'p>(&self, paths: &'p [String]) -> Vec<HistoryBytes<'p>> {
        let read = |path: &'p String| match self.source().read_stamped(path, layout::MAX_HISTORY) {
            Ok((bytes, stamp)) => HistoryBytes { path, bytes: Ok(bytes), stamp },
            Err(why) => HistoryBytes { path, bytes: Err(problem_of(why)), stamp: None },
        };
        paths.iter().map(read).collect()
    }

    /// What these files tell.
    pub(super) fn told_by<'t>(&self, files: &'t [HistoryBytes], zone: Zone) -> Histories<'t> {
        let mut read = Histories::default();
        for HistoryBytes { path, bytes, .. } in files {
            let bytes = bytes.as_deref();
            match (bytes.ok().and_then(|bytes| history::plain_events(bytes, zone)), bytes) {
                (Some(events), Ok(bytes)) => read.add_file(path, bytes.into(), events),
                (_, bytes) => self.any_history(path, bytes, zone, &mut read),
            }
        }
        read
    }

    /// A history that is not as this program keeps it, or cannot be read.
    fn any_history<'t>(&self, path: &'t str, bytes: Result<&'t [u8], &Problem>, zone: Zone, read: &mut Histories<'t>) {
        let (text, items) = self.history_items(path, bytes, zone, &mut read.damages);
        let mut lines = None;
        let mut events = Vec::new();
        for item in items {
            match item.read {
                Ok(event) => events.push((event.into(), item.line)),
                Err(problem) => {
                    let lines = lines.get_or_insert_with(|| Lines::of(&text));
                    read.damages.push(self.on_line(path, lines, item.line, problem));
                }
            }
        }
        drop(lines);
        let text = match text {
            Cow::Borrowed(text) => text.as_bytes().into(),
            Cow::Owned(text) => text.into_bytes().into(),
        };
        read.add_file(path, text, events);
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
            let files = self.history_bytes(&paths);
            let there = self.told_by(&files, zone);
            if there.belongs_to(own) {
                own.add(there.into_owned());
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

    fn history_items<'t>(
        &self,
        path: &str,
        bytes: Result<&'t [u8], &Problem>,
        zone: Zone,
        damages: &mut Vec<Damage>,
    ) -> (Cow<'t, str>, Vec<history::Item>) {
        let unread = |problem| self.damage(path, None, problem, Loss::History);
        let mut result = bytes.map_err(|why| unread(why.clone())).and_then(|bytes| self.items_of(path, bytes, zone));
        let torn = |(_, items): &(Cow<str>, Vec<history::Item>)| {
            matches!(items.last(), Some(history::Item { read: Err(Problem::TornLine), .. }))
        };
        if result.as_ref().is_ok_and(torn) {
            // A writer may be at work this very moment: that is no damage.
            let settled = self.source().read_settled(path, layout::MAX_HISTORY).map_err(|why| unread(problem_of(why)));
            result = settled.and_then(|bytes| {
                let (text, items) = self.items_of(path, &bytes, zone)?;
                Ok((Cow::Owned(text.into_owned()), items))
            });
        }
        result.unwrap_or_else(|damage| {
            damages.push(damage);
            Default::default()
        })
    }

    fn items_of<'t>(
        &self,
        path: &str,
        bytes: &'t [u8],
        zone: Zone,
    ) -> Result<(Cow<'t, str>, Vec<history::Item>), Damage> {
        let misread = |(at, problem)| self.damage(path, Some(place_of_byte(bytes, at)), problem, Loss::History);
        history::read(bytes, zone).map_err(misread)
    }

    pub(super) fn on_line(&self, path: &str, lines: &Lines, line: usize, problem: Problem) -> Damage {
        self.damage(path, Some(Place::of_line(line, lines.get(line))), problem, Loss::Event)
    }
}

/// The place where an objective was before, if an event of its own tells.
fn former(event: &Told, objective: &ObjectiveRef) -> Option<ObjectiveRef> {
    let What::Edit(edit) = &event.event()?.what else { return None };
    let (owner, slug) = edit.from.as_deref().filter(|_| edit.field == "ref")?.split_once('/')?;
    Some(ObjectiveRef { cycle: objective.cycle.clone(), owner: owner.parse().ok()?, slug: slug.parse().ok()? })
}

impl<'t> Histories<'t> {
    /// Whether an objective was in another place before, by what they tell.
    pub fn tell_of_moves(&self, objective: &ObjectiveRef) -> bool {
        self.placed.iter().any(|(event, _)| former(event, objective).is_some())
    }

    /// Whether what was created here was created there too.
    fn belongs_to(&self, other: &Histories) -> bool {
        let seen =
            |(event, _): &history::Placed<Told<'t>>| event.seen().other().is_some_and(|what| *what == What::Create);
        let mut created = self.placed.iter().filter(|placed| seen(placed)).map(|(event, _)| event.seen().id());
        let Some(first) = created.next() else { return true };
        let known: HashSet<&str> = other.placed.iter().map(|(event, _)| event.seen().id()).collect();
        std::iter::once(first).chain(created).all(|id| known.contains(id))
    }

    fn add_file(&mut self, path: &'t str, text: Cow<'t, [u8]>, events: Vec<history::Placed<Told<'t>>>) {
        let (file, first) = (self.paths.len(), self.places.len());
        self.places.extend(events.iter().map(|(_, line)| (file, *line)));
        match self.placed.is_empty() {
            true => self.placed = events,
            false => self.placed.extend(events),
        }
        self.placed[first..].iter_mut().enumerate().for_each(|(at, (_, place))| *place = first + at);
        self.paths.push(path.into());
        self.texts.push(text);
    }

    fn add(&mut self, other: Histories<'t>) {
        let (files, events) = (self.paths.len(), self.places.len());
        self.placed.extend(other.placed.into_iter().map(|(event, place)| (event, place + events)));
        self.places.extend(other.places.into_iter().map(|(file, line)| (file + files, line)));
        self.paths.extend(other.paths);
        self.texts.extend(other.texts);
        self.damages.extend(other.damages);
    }

    /// The same with texts of their own.
    fn into_owned(self) -> Histories<'static> {
        Histories {
            paths: self.paths.into_iter().map(|path| path.into_owned().into()).collect(),
            texts: self.texts.into_iter().map(|text| text.into_owned().into()).collect(),
            placed: self.placed.into_iter().map(|(told, place)| (told.into_event().into(), place)).collect(),
            places: self.places,
            damages: self.damages,
        }
    }
}
