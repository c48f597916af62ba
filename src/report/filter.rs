//! Which objectives a report is about.

use crate::analysis::Standings;
use crate::model::{CycleId, Kind, Level, OwnerKey, Pace, Status};

/// What an objective must be to be shown. Empty lists ask for nothing.
#[derive(Debug, Clone, Default)]
pub struct Filter {
    pub owners: Vec<OwnerKey>,
    /// The unit or anything below it.
    pub units: Vec<OwnerKey>,
    pub levels: Vec<Level>,
    pub statuses: Vec<Status>,
    pub paces: Vec<Pace>,
    /// All of them.
    pub tags: Vec<String>,
    pub kind: Option<Kind>,
    /// Owned by this person, or with a key result that is.
    pub mine: Option<OwnerKey>,
    pub open: bool,
}

impl Filter {
    /// The objectives of a cycle that pass, by index.
    pub fn select(&self, standings: &Standings, cycle: &CycleId) -> Vec<usize> {
        let of_cycle = standings.of_cycle(cycle).map(|(at, _)| at);
        of_cycle.filter(|&at| self.passes(standings, at)).collect()
    }

    /// Whether an objective passes.
    pub fn passes(&self, standings: &Standings, at: usize) -> bool {
        let (org, figures) = (&standings.header.org, &standings.objectives[at]);
        let owner = &figures.reference.owner;
        let any = |wanted: &[OwnerKey], test: &dyn Fn(&OwnerKey) -> bool| wanted.is_empty() || wanted.iter().any(test);
        let owns = |person: &OwnerKey| {
            person == owner || figures.key_results.iter().any(|kr| kr.owner.as_deref() == Some(person))
        };
        any(&self.owners, &|wanted| wanted == owner)
            && any(&self.units, &|unit| org.is_within(owner, unit))
            && (self.levels.is_empty() || self.levels.contains(&org.level(owner)))
            && (self.statuses.is_empty() || figures.status.is_some_and(|status| self.statuses.contains(&status)))
            && (self.paces.is_empty() || figures.pace.is_some_and(|pace| self.paces.contains(&pace)))
            && self.tags.iter().all(|tag| figures.own.tags.contains(tag))
            && self.kind.is_none_or(|kind| kind == figures.own.kind)
            && self.mine.as_ref().is_none_or(owns)
            && (!self.open || figures.is_open())
    }

    /// Whether everything passes.
    pub fn is_empty(&self) -> bool {
        self.owners.is_empty()
            && self.units.is_empty()
            && self.levels.is_empty()
            && self.statuses.is_empty()
            && self.paces.is_empty()
            && self.tags.is_empty()
            && self.kind.is_none()
            && self.mine.is_none()
            && !self.open
    }
}
