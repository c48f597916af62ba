//! What each `aligns_to` means.

use std::ops::Range;

use super::{Alignment, AlignmentFault, Fault, Link};
use crate::model::{CycleId, Header, Name, ObjectiveRef, Placed, Reference, ReferenceQuery, Resolution, resolve};

/// Objectives by reference, for resolving.
pub(super) struct Names<'a, P> {
    pub header: &'a Header,
    pub objectives: &'a [P],
}

impl<'a, P: Placed> Names<'a, P> {
    /// The links upwards of some objectives, as if there were no others, and those of theirs that do not hold.
    pub fn links(&self, range: Range<usize>) -> Alignment {
        let mut part = Alignment::default();
        for at in range {
            let one = &self.objectives[at];
            for (rank, query) in one.aligns_to().iter().enumerate() {
                match self.find(query, &one.reference().cycle) {
                    Ok((other, key_result)) => part.up.push(Link { other, key_result, rank }),
                    Err(fault) => part.faults.push(AlignmentFault { objective: at, rank, fault }),
                }
            }
            part.up.end();
        }
        part
    }

    /// What is meant by an objective of a cycle.
    fn find(&self, query: &ReferenceQuery, from: &CycleId) -> Result<(usize, Option<usize>), Fault> {
        let cycle = query.cycle.as_ref().unwrap_or(from);
        let other = self.objective(query, cycle)?;
        let Some(id) = &query.key_result else { return Ok((other, None)) };
        match self.objectives[other].ids().position(|known| known == id) {
            Some(at) => Ok((other, Some(at))),
            None => Err(Fault::NoSuchKeyResult { objective: other }),
        }
    }

    fn objective(&self, query: &ReferenceQuery, cycle: &CycleId) -> Result<usize, Fault> {
        let name = |one: &'a P| (&one.reference().owner, &one.reference().slug);
        let place = |(owner, slug): &Name| {
            let wanted = (cycle, *owner, *slug);
            let found = self.objectives.binary_search_by(|one| {
                let ObjectiveRef { cycle, owner, slug } = one.reference();
                (cycle, owner, slug).cmp(&wanted)
            });
            found.ok()
        };
        if let Some(owner) = &query.owner
            && let Some(at) = place(&(owner, &query.objective))
        {
            return Ok(at);
        }
        let start = self.objectives.partition_point(|one| &one.reference().cycle < cycle);
        let of_cycle = self.objectives[start..].iter().take_while(|one| &one.reference().cycle == cycle);
        match resolve(query, of_cycle.map(name)) {
            Resolution::One(name) => place(&name).ok_or(Fault::Dangling { near: None }),
            Resolution::Several(names) => {
                Err(Fault::Ambiguous { candidates: names.iter().filter_map(place).collect() })
            }
            Resolution::Nothing(near) => Err(match self.left_out(query, cycle) {
                Some(target) => Fault::NotHere { target },
                None => Fault::Dangling { near: near.first().and_then(place) },
            }),
        }
    }

    /// What a query means among the objectives that this checkout leaves out.
    fn left_out(&self, query: &ReferenceQuery, cycle: &CycleId) -> Option<Reference> {
        let of_cycle = self.header.left_out.iter().filter(|objective| &objective.cycle == cycle);
        match resolve(query, of_cycle.map(|objective| (&objective.owner, &objective.slug))) {
            Resolution::One((owner, slug)) => {
                let objective = ObjectiveRef { cycle: cycle.clone(), owner: owner.clone(), slug: slug.clone() };
                Some(Reference { objective, key_result: query.key_result.clone() })
            }
            Resolution::Several(_) | Resolution::Nothing(_) => None,
        }
    }
}
