//! All that a report looks at: the definitions and events of one or more cycles, as read at one time.

use super::cycle::Cycle;
use super::damage::Damage;
use super::event::Event;
use super::key::CycleId;
use super::objective::Objective;
use super::org::Org;
use super::reference::ObjectiveRef;
use super::settings::Settings;

/// What was read of a store. Reports are pure functions of it.
#[derive(Debug, Clone, Default)]
pub struct Snapshot {
    pub settings: Settings,
    pub org: Org,
    /// Every cycle of the store, by start.
    pub cycles: Vec<Cycle>,
    /// The objectives that were read, by reference.
    pub objectives: Vec<Record>,
    pub damages: Vec<Damage>,
    /// Objectives that are part of the store and that a sparse checkout leaves out. Only looked up where something aligns to
    /// what was not read.
    pub left_out: Vec<ObjectiveRef>,
}

/// One objective with its history.
#[derive(Debug, Clone)]
pub struct Record {
    pub reference: ObjectiveRef,
    pub objective: Objective,
    /// Every event that counts (retracted ones are kept: what counts at a moment is for the figures to say), in their order, once each.
    pub events: Vec<Event>,
}

impl Snapshot {
    pub fn cycle(&self, id: &CycleId) -> Option<&Cycle> {
        self.cycles.iter().find(|cycle| &cycle.id == id)
    }

    /// Whether a cycle holds shorter ones, with which it is reviewed.
    pub fn is_reviewed_in_parts(&self, cycle: &Cycle) -> bool {
        self.cycles.iter().any(|other| cycle.encloses(other))
    }

    /// The record of an objective and its index.
    pub fn find(&self, reference: &ObjectiveRef) -> Option<usize> {
        self.objectives.binary_search_by(|record| record.reference.cmp(reference)).ok()
    }

    /// The objectives of one cycle, with their index.
    pub fn of_cycle<'a>(&'a self, cycle: &'a CycleId) -> impl Iterator<Item = (usize, &'a Record)> {
        self.objectives.iter().enumerate().filter(move |(_, record)| &record.reference.cycle == cycle)
    }
}
