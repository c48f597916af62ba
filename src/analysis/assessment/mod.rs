//! All figures of a store at a moment: computed once, and read by every report.

mod figures;
mod roll_up;
mod standings;

use std::ops::Deref;

pub use figures::{KeyResultFigures, ObjectiveFigures, OwnFigures};
use standings::Records;
pub use standings::{Recall, Standings, Whole};

use super::alignment::{Alignment, align};
use super::timeline::{ObjectiveState, state};
use crate::model::{Header, Moment, Record, Snapshot, map_all};

/// The figures of every objective of a snapshot, in its order, with what they came from.
pub struct Assessment<'a> {
    pub snapshot: &'a Snapshot,
    /// What is in force for each objective.
    pub states: Vec<ObjectiveState>,
    standings: Standings<'a>,
}

impl<'a> Deref for Assessment<'a> {
    type Target = Standings<'a>;

    fn deref(&self) -> &Standings<'a> {
        &self.standings
    }
}

impl<'a> From<Assessment<'a>> for Standings<'a> {
    fn from(assessment: Assessment<'a>) -> Self {
        assessment.standings
    }
}

/// Computes every figure of a snapshot at a moment.
pub fn assess(snapshot: &Snapshot, moment: Moment) -> Assessment<'_> {
    let one = |record: &Record| {
        let state = state(&record.objective, &record.events, &moment);
        let cycle = snapshot.cycle(&record.reference.cycle);
        (ObjectiveFigures::of(&record.reference, &record.objective, &state).on(cycle, &moment), state)
    };
    let (own, states) = map_all(&snapshot.objectives, one).into_iter().unzip();
    let alignment = align(&snapshot.header, &snapshot.objectives);
    let standings = stand(&snapshot.header, moment, alignment, own, Records::Kept(&snapshot.objectives));
    Assessment { snapshot, states, standings }
}

/// The same of objectives of which nothing was kept but their own figures at the moment, by reference. What little is shown in
/// full is read once more.
pub fn assess_skimmed<'a>(
    header: &'a Header,
    moment: Moment,
    alignment: Alignment,
    own: Vec<ObjectiveFigures>,
    recall: Box<Recall<'a>>,
) -> Standings<'a> {
    stand(header, moment, alignment, own, Records::Recalled(recall))
}

fn stand<'a>(
    header: &'a Header,
    moment: Moment,
    alignment: Alignment,
    mut objectives: Vec<ObjectiveFigures>,
    records: Records<'a>,
) -> Standings<'a> {
    roll_up::roll_all_up(&mut objectives, header, &alignment, &moment);
    Standings { header, moment, alignment, objectives, records }
}

#[cfg(test)]
mod tests;
