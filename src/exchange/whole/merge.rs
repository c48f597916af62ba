//! What a document adds to a store: files that it lacks, and events that its histories lack. Nothing of it is changed.

use std::collections::HashMap;

use super::file::{Content, data, events};
use super::given::Whole;
use crate::model::{EventId, ObjectiveRef, Zone};
use crate::store::{Store, layout};

/// What is to be done for a store to hold a document.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Plan {
    /// New files, with what they hold.
    pub create: Vec<(String, String)>,
    /// Lines for histories that are there.
    pub append: Vec<(String, String)>,
    /// Files that say the same here already.
    pub same: usize,
    /// Files that say something else here.
    pub differing: Vec<String>,
    /// New objectives.
    pub objectives: usize,
    /// New events.
    pub events: usize,
}

/// Compares a document with a store, both of which can be read without damage.
pub fn plan(given: &Whole, here: &Store, zone_here: Zone) -> Plan {
    let mut plan = Plan::default();
    let mut known = Known { store: here, zone: zone_here, of: HashMap::new() };
    let zone = given.zone();
    for (path, text) in given.files() {
        match Content::of(path) {
            Some(Content::Data(kind)) => plan.define(here, path, text, kind == layout::Definition::Objective),
            Some(Content::Events) => plan.record(&mut known, path, text, zone),
            None => {}
        }
    }
    plan
}

impl Plan {
    /// Whether there is nothing to do.
    pub fn is_empty(&self) -> bool {
        self.create.is_empty() && self.append.is_empty()
    }

    fn define(&mut self, here: &Store, path: &str, text: &str, is_objective: bool) {
        if !here.source().has(path) {
            self.objectives += usize::from(is_objective);
            self.create.push((path.to_owned(), text.to_owned()));
            return;
        }
        let own = here.text(path).ok();
        let says_the_same = own.is_some_and(|own| own == text || data(&own) == data(text));
        match says_the_same {
            true => self.same += 1,
            false => self.differing.push(path.to_owned()),
        }
    }

    /// Events that are nowhere in the objective's histories go to the history of the same name.
    fn record(&mut self, known: &mut Known, path: &str, text: &str, zone: Zone) {
        let (Some(given), Some(objective)) = (events(text, zone), layout::objective_of(path)) else { return };
        let is_there = known.store.source().has(path);
        let of_objective = known.of(&objective);
        let mut new = Vec::new();
        for (id, line) in &given {
            match of_objective.get(id) {
                None => new.push(line.as_str()),
                Some(own) if own == line => {}
                Some(_) => {
                    self.differing.push(path.to_owned());
                    return;
                }
            }
        }
        self.events += new.len();
        match (is_there, new.len()) {
            (true, 0) => self.same += 1,
            (true, _) => self.append.push((path.to_owned(), new.concat())),
            // As it is, with its comments.
            (false, count) if count == given.len() => self.create.push((path.to_owned(), text.to_owned())),
            (false, 0) => self.same += 1,
            (false, _) => self.create.push((path.to_owned(), new.concat())),
        }
    }
}

/// The events of a store's objectives, each objective read when it is first asked for.
struct Known<'s> {
    store: &'s Store,
    zone: Zone,
    of: HashMap<ObjectiveRef, HashMap<EventId, String>>,
}

impl Known<'_> {
    /// The lines of all events of an objective, by id.
    fn of(&mut self, objective: &ObjectiveRef) -> &HashMap<EventId, String> {
        let (store, zone) = (self.store, self.zone);
        self.of.entry(objective.clone()).or_insert_with(|| {
            let texts = store.histories_beside(objective).into_iter().filter_map(|path| store.text(&path).ok());
            texts.flat_map(|text| events(&text, zone).unwrap_or_default()).collect()
        })
    }
}
