//! Who serves whom: the links from objectives to the objectives and key results that they align to.

use std::collections::HashMap;

use crate::model::{
    CycleId, Name, ObjectiveRef, OwnerKey, Record, Reference, ReferenceQuery, Resolution, Slug, Snapshot, resolve,
};

/// The alignment of all objectives of a snapshot. Indices are those of its records.
#[derive(Debug, Clone, Default)]
pub struct Alignment {
    /// For each objective the links that hold, in the order in which they are written.
    pub up: Vec<Vec<Link>>,
    /// For each objective what aligns to it or to one of its key results, in order of reference.
    pub down: Vec<Vec<Link>>,
    /// All objectives, each after every one that aligns to it.
    pub bottom_up: Vec<usize>,
    pub faults: Vec<AlignmentFault>,
}

/// A link between an objective and another one, seen from the first.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Link {
    /// The other end.
    pub other: usize,
    /// The key result of the upper end that is served, by its place in the definition.
    pub key_result: Option<usize>,
    /// Its place in the `aligns_to` of the lower end: 0 is the primary one.
    pub rank: usize,
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

/// Resolves every `aligns_to` of a snapshot and cuts what goes in circles, always at the same place: the link that closes
/// a loop as seen from the individuals upwards.
pub fn align(snapshot: &Snapshot) -> Alignment {
    let names = Names::of(snapshot);
    let mut alignment = Alignment { up: Vec::with_capacity(snapshot.objectives.len()), ..Alignment::default() };
    for (at, record) in snapshot.objectives.iter().enumerate() {
        let mut links: Vec<Link> = Vec::new();
        for (rank, query) in record.objective.aligns_to.iter().enumerate() {
            match names.find(query, record) {
                Ok((other, key_result)) => {
                    if !links.iter().any(|link| (link.other, link.key_result) == (other, key_result)) {
                        links.push(Link { other, key_result, rank });
                    }
                }
                Err(fault) => alignment.faults.push(AlignmentFault { objective: at, rank, fault }),
            }
        }
        alignment.up.push(links);
    }
    cut_loops(snapshot, &mut alignment);
    alignment.down = vec![Vec::new(); snapshot.objectives.len()];
    for (lower, links) in alignment.up.iter().enumerate() {
        for link in links {
            alignment.down[link.other].push(Link { other: lower, ..*link });
        }
    }
    alignment.faults.sort_by_key(|fault| (fault.objective, fault.rank));
    alignment
}

/// The objectives of each cycle by name, for resolving.
struct Names<'a> {
    snapshot: &'a Snapshot,
    by_cycle: HashMap<&'a CycleId, Vec<Name<'a>>>,
    /// The place of each in the snapshot.
    places: HashMap<(&'a CycleId, &'a OwnerKey, &'a Slug), usize>,
}

impl<'a> Names<'a> {
    fn of(snapshot: &'a Snapshot) -> Self {
        let mut by_cycle: HashMap<&CycleId, Vec<Name>> = HashMap::new();
        let mut places = HashMap::with_capacity(snapshot.objectives.len());
        for (at, record) in snapshot.objectives.iter().enumerate() {
            let ObjectiveRef { cycle, owner, slug } = &record.reference;
            by_cycle.entry(cycle).or_default().push((owner, slug));
            places.insert((cycle, owner, slug), at);
        }
        Self { snapshot, by_cycle, places }
    }

    fn find(&self, query: &ReferenceQuery, from: &Record) -> Result<(usize, Option<usize>), Fault> {
        let cycle = query.cycle.as_ref().unwrap_or(&from.reference.cycle);
        let other = self.objective(query, cycle)?;
        let Some(id) = &query.key_result else { return Ok((other, None)) };
        let key_results = &self.snapshot.objectives[other].objective.key_results;
        match key_results.iter().position(|kr| &kr.id == id) {
            Some(at) => Ok((other, Some(at))),
            None => Err(Fault::NoSuchKeyResult { objective: other }),
        }
    }

    fn objective(&self, query: &ReferenceQuery, cycle: &CycleId) -> Result<usize, Fault> {
        let index = |(owner, slug): &Name| self.places.get(&(cycle, owner, slug)).copied();
        if let Some(owner) = &query.owner
            && let Some(at) = index(&(owner, &query.objective))
        {
            return Ok(at);
        }
        let names = self.by_cycle.get(cycle).map(Vec::as_slice).unwrap_or_default();
        match resolve(query, names.iter().copied()) {
            Resolution::One(name) => index(&name).ok_or(Fault::Dangling { near: None }),
            Resolution::Several(names) => {
                Err(Fault::Ambiguous { candidates: names.iter().filter_map(index).collect() })
            }
            Resolution::Nothing(near) => Err(match self.left_out(query, cycle) {
                Some(target) => Fault::NotHere { target },
                None => Fault::Dangling { near: near.first().and_then(index) },
            }),
        }
    }
}

impl Names<'_> {
    /// What a query means among the objectives that this checkout leaves out.
    fn left_out(&self, query: &ReferenceQuery, cycle: &CycleId) -> Option<Reference> {
        let of_cycle = self.snapshot.left_out.iter().filter(|objective| &objective.cycle == cycle);
        match resolve(query, of_cycle.map(|objective| (&objective.owner, &objective.slug))) {
            Resolution::One((owner, slug)) => {
                let objective = ObjectiveRef { cycle: cycle.clone(), owner: owner.clone(), slug: slug.clone() };
                Some(Reference { objective, key_result: query.key_result.clone() })
            }
            Resolution::Several(_) | Resolution::Nothing(_) => None,
        }
    }
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

#[derive(Clone, Copy, PartialEq)]
enum Mark {
    New,
    Open,
    Closed,
}

/// A depth-first walk up the links, without recursion, since a chain may be as long as the store.
fn cut_loops(snapshot: &Snapshot, alignment: &mut Alignment) {
    let count = snapshot.objectives.len();
    let mut starts: Vec<usize> = (0..count).collect();
    starts.sort_by_key(|&at| std::cmp::Reverse(snapshot.org.level(&snapshot.objectives[at].reference.owner)));
    let mut marks = vec![Mark::New; count];
    let mut top_down = Vec::with_capacity(count);
    for start in starts {
        if marks[start] != Mark::New {
            continue;
        }
        marks[start] = Mark::Open;
        let mut stack: Vec<(usize, usize)> = vec![(start, 0)];
        while let Some(&mut (at, ref mut next)) = stack.last_mut() {
            let Some(link) = alignment.up[at].get(*next).copied() else {
                marks[at] = Mark::Closed;
                top_down.push(at);
                stack.pop();
                continue;
            };
            match marks[link.other] {
                Mark::Closed => *next += 1,
                Mark::New => {
                    *next += 1;
                    marks[link.other] = Mark::Open;
                    stack.push((link.other, 0));
                }
                Mark::Open => {
                    alignment.up[at].remove(*next);
                    let from = stack.iter().position(|(on, _)| *on == link.other).unwrap_or(0);
                    let path = stack[from..].iter().map(|(on, _)| *on).chain([link.other]).collect();
                    let fault = Fault::Circular { path };
                    alignment.faults.push(AlignmentFault { objective: at, rank: link.rank, fault });
                }
            }
        }
    }
    top_down.reverse();
    alignment.bottom_up = top_down;
}
