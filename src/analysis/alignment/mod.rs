//! Who serves whom: the links from objectives to the objectives and key results that they align to.

mod links;
mod loops;
mod names;

pub use links::{Link, Links};
use names::Names;

use crate::model::{Header, Placed, Reference, map_long};

/// The alignment of some objectives. Indices are theirs.
#[derive(Debug, Clone, Default)]
pub struct Alignment {
    /// For each objective the links that hold, in the order in which they are written.
    pub up: Links,
    /// For each objective what aligns to it or to one of its key results, in order of reference.
    pub down: Links,
    /// All objectives, each after every one that aligns to it.
    pub bottom_up: Vec<usize>,
    pub faults: Vec<AlignmentFault>,
}

/// A link that does not hold.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AlignmentFault {
    pub objective: usize,
    /// Its place in `aligns_to`.
    pub rank: usize,
    pub fault: Fault,
}

/// Why a link does not hold.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Fault {
    /// There is nothing of that name; the nearest, if any.
    Dangling {
        near: Option<usize>,
    },
    /// It is part of the store, and this checkout leaves it out.
    NotHere {
        target: Reference,
    },
    /// The objective is there, the key result is not.
    NoSuchKeyResult {
        objective: usize,
    },
    Ambiguous {
        candidates: Vec<usize>,
    },
    /// Following the links leads back; all objectives of the loop, beginning and ending with the same.
    Circular {
        path: Vec<usize>,
    },
}

/// So many objectives are aligned together by one thread.
const TOGETHER: usize = 256;

/// Resolves every `aligns_to` of objectives that stand by reference and cuts what goes in circles, always at the same place: the
/// link that closes a loop as seen from the individuals upwards.
pub fn align<P: Placed + Sync>(header: &Header, objectives: &[P]) -> Alignment {
    let names = Names { header, objectives };
    let starts: Vec<usize> = (0..objectives.len()).step_by(TOGETHER).collect();
    let parts = map_long(&starts, |&start| names.links(start..objectives.len().min(start + TOGETHER)));
    let mut alignment = Alignment { up: Links::with_capacity(objectives.len()), ..Alignment::default() };
    for part in parts {
        alignment.up.append(&part.up);
        alignment.faults.extend(part.faults);
    }
    loops::cut(header, objectives, &mut alignment);
    alignment.down = alignment.up.turned();
    alignment.faults.sort_by_key(|fault| (fault.objective, fault.rank));
    alignment
}

impl Alignment {
    /// Whether anything aligns to what is not there.
    pub fn dangles(&self) -> bool {
        self.faults.iter().any(|fault| matches!(fault.fault, Fault::Dangling { .. }))
    }

    /// What an objective aligns to and this checkout leaves out, in the order in which it is written.
    pub fn not_here(&self, objective: usize) -> impl Iterator<Item = &Reference> {
        let own = self.faults.iter().filter(move |fault| fault.objective == objective);
        own.filter_map(|fault| match &fault.fault {
            Fault::NotHere { target } => Some(target),
            _ => None,
        })
    }
}
