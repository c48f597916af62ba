//! All that a report looks at: the definitions and events of one or more cycles, as read at one time.

use std::ops::{Deref, DerefMut};

use super::cycle::Cycle;
use super::damage::Damage;
use super::event::Event;
use super::key::{CycleId, KeyResultId};
use super::objective::Objective;
use super::org::Org;
use super::reference::{ObjectiveRef, ReferenceQuery};
use super::settings::Settings;

/// What a store holds besides its objectives.
#[derive(Debug, Clone, Default)]
pub struct Header {
    pub settings: Settings,
    pub org: Org,
    /// Every cycle of the store, by start, then end and name.
    pub cycles: Vec<Cycle>,
    /// What is damaged in all that was read.
    pub damages: Vec<Damage>,
    /// Objectives that are part of the store and that a sparse checkout leaves out. Only looked up where something aligns to
    /// what was not read.
    pub left_out: Vec<ObjectiveRef>,
}

/// What was read of a store. Reports are pure functions of it.
#[derive(Debug, Clone, Default)]
pub struct Snapshot {
    pub header: Header,
    /// The objectives that were read, by reference.
    pub objectives: Vec<Record>,
}

/// One objective with its history.
#[derive(Debug, Clone)]
pub struct Record {
    pub reference: ObjectiveRef,
    pub objective: Objective,
    /// Every event that counts (retracted ones are kept: what counts at a moment is for the figures to say), in their order, once each.
    pub events: Vec<Event>,
}

/// What is known of an objective's place among others.
pub trait Placed {
    fn reference(&self) -> &ObjectiveRef;

    /// What it serves, as written: the first is its place in the tree.
    fn aligns_to(&self) -> &[ReferenceQuery];

    /// The ids of its key results, in the order of the definition.
    fn ids(&self) -> impl Iterator<Item = &KeyResultId>;
}

impl Placed for Record {
    fn reference(&self) -> &ObjectiveRef {
        &self.reference
    }

    fn aligns_to(&self) -> &[ReferenceQuery] {
        &self.objective.aligns_to
    }

    fn ids(&self) -> impl Iterator<Item = &KeyResultId> {
        self.objective.key_results.iter().map(|kr| &kr.id)
    }
}

impl Deref for Snapshot {
    type Target = Header;

    fn deref(&self) -> &Header {
        &self.header
    }
}

impl DerefMut for Snapshot {
    fn deref_mut(&mut self) -> &mut Header {
        &mut self.header
    }
}

impl Header {
    pub fn cycle(&self, id: &CycleId) -> Option<&Cycle> {
        self.cycles.iter().find(|cycle| &cycle.id == id)
    }

    /// Whether a cycle holds shorter ones, with which it is reviewed.
    pub fn is_reviewed_in_parts(&self, cycle: &Cycle) -> bool {
        self.cycles.iter().any(|other| cycle.encloses(other))
    }
}

impl Snapshot {
    /// The record of an objective and its index.
    pub fn find(&self, reference: &ObjectiveRef) -> Option<usize> {
        self.objectives.binary_search_by(|record| record.reference.cmp(reference)).ok()
    }

    /// The objectives of one cycle, with their index.
    pub fn of_cycle<'a>(&'a self, cycle: &'a CycleId) -> impl Iterator<Item = (usize, &'a Record)> {
        self.objectives.iter().enumerate().filter(move |(_, record)| &record.reference.cycle == cycle)
    }
}
