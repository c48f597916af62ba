//! Where every objective stands at a moment: rows of figures, how they hang together, and a way to all that they came from.

use std::borrow::Cow;

use super::figures::ObjectiveFigures;
use crate::analysis::alignment::Alignment;
use crate::analysis::timeline::{ObjectiveState, state};
use crate::model::{CycleId, Header, Moment, Objective, ObjectiveRef, Record};

/// The figures of every objective, by reference.
pub struct Standings<'a> {
    pub header: &'a Header,
    pub moment: Moment,
    pub alignment: Alignment,
    pub objectives: Vec<ObjectiveFigures>,
    pub(super) records: Records<'a>,
}

/// Where the definitions and events are that figures came from.
pub(super) enum Records<'a> {
    Kept(&'a [Record]),
    /// What was not kept is read once more.
    Recalled(Box<Recall<'a>>),
}

/// Reads a record once more.
pub type Recall<'a> = dyn Fn(&ObjectiveRef) -> Option<Record> + Sync + 'a;

/// An objective with all that is known of it at a moment.
pub struct Whole<'a> {
    pub record: Cow<'a, Record>,
    pub state: ObjectiveState,
}

impl<'a> Standings<'a> {
    /// The index of an objective.
    pub fn find(&self, reference: &ObjectiveRef) -> Option<usize> {
        self.objectives.binary_search_by(|figures| figures.reference.cmp(reference)).ok()
    }

    /// The objectives of one cycle, with their index.
    pub fn of_cycle<'s>(&'s self, cycle: &'s CycleId) -> impl Iterator<Item = (usize, &'s ObjectiveFigures)> {
        self.objectives.iter().enumerate().filter(move |(_, figures)| &figures.reference.cycle == cycle)
    }

    /// An objective's definition and events.
    pub fn record(&self, at: usize) -> Cow<'a, Record> {
        match &self.records {
            Records::Kept(records) => Cow::Borrowed(&records[at]),
            Records::Recalled(recall) => {
                let figures = &self.objectives[at];
                Cow::Owned(recall(&figures.reference).unwrap_or_else(|| gone(figures)))
            }
        }
    }

    /// The same with what is in force.
    pub fn whole(&self, at: usize) -> Whole<'a> {
        let record = self.record(at);
        let state = state(&record.objective, &record.events, &self.moment);
        Whole { record, state }
    }
}

/// What is left to say of an objective whose files went while this ran.
fn gone(figures: &ObjectiveFigures) -> Record {
    let objective = Objective {
        title: figures.reference.in_cycle(),
        description: None,
        kind: figures.own.kind,
        aligns_to: figures.own.aligns_to.to_vec(),
        weight: figures.own.weight,
        tags: figures.own.tags.to_vec(),
        key_results: Vec::new(),
    };
    Record { reference: figures.reference.clone(), objective, events: Vec::new() }
}
