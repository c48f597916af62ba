//! Who serves whom: the links from objectives to the objectives and key results that they align to.

use std::ops::Index;

use crate::model::{
    CycleId, Header, Level, Name, ObjectiveRef, Placed, Reference, ReferenceQuery, Resolution, map_long, resolve,
};

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

/// The links of all objectives, those of one behind those of another.
#[derive(Debug, Clone, Default)]
pub struct Links {
    all: Vec<Link>,
    /// Where the links of each objective end.
    ends: Vec<usize>,
}

impl Links {
    fn start(&self, at: usize) -> usize {
        at.checked_sub(1).map_or(0, |before| self.ends[before])
    }

    /// Seen from their other ends, in the order of these.
    fn turned(&self) -> Links {
        let mut ends = vec![0; self.ends.len()];
        self.all.iter().for_each(|link| ends[link.other] += 1);
        let mut sum = 0;
        let mut next: Vec<usize> = Vec::with_capacity(ends.len());
        for end in &mut ends {
            next.push(sum);
            sum += *end;
            *end = sum;
        }
        let mut all = self.all.clone();
        for lower in 0..self.ends.len() {
            for link in &self[lower] {
                all[next[link.other]] = Link { other: lower, ..*link };
                next[link.other] += 1;
            }
        }
        Links { all, ends }
    }

    /// Without those at these places among all.
    fn without(&self, cut: &[usize]) -> Links {
        let mut left = Links { all: Vec::with_capacity(self.all.len()), ends: Vec::with_capacity(self.ends.len()) };
        for at in 0..self.ends.len() {
            let kept = (self.start(at)..self.ends[at]).filter(|place| !cut.contains(place));
            left.all.extend(kept.map(|place| self.all[place]));
            left.ends.push(left.all.len());
        }
        left
    }
}

impl Index<usize> for Links {
    type Output = [Link];

    fn index(&self, at: usize) -> &[Link] {
        &self.all[self.start(at)..self.ends[at]]
    }
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
    let mut alignment = Alignment::default();
    alignment.up.ends.reserve(objectives.len());
    alignment.up.all.reserve(parts.iter().map(|part| part.up.all.len()).sum());
    for part in parts {
        let before = alignment.up.all.len();
        alignment.up.ends.extend(part.up.ends.iter().map(|end| before + end));
        alignment.up.all.extend(part.up.all);
        alignment.faults.extend(part.faults);
    }
    cut_loops(header, objectives, &mut alignment);
    alignment.down = alignment.up.turned();
    alignment.faults.sort_by_key(|fault| (fault.objective, fault.rank));
    alignment
}

/// Objectives by reference, for resolving.
struct Names<'a, P> {
    header: &'a Header,
    objectives: &'a [P],
}

impl<'a, P: Placed> Names<'a, P> {
    /// The links upwards of some objectives, as if there were no others, and those of theirs that do not hold.
    fn links(&self, range: std::ops::Range<usize>) -> Alignment {
        let mut part = Alignment::default();
        for at in range {
            let one = &self.objectives[at];
            let start = part.up.all.len();
            for (rank, query) in one.aligns_to().iter().enumerate() {
                match self.find(query, &one.reference().cycle) {
                    Ok((other, key_result)) => {
                        let twice = |link: &Link| (link.other, link.key_result) == (other, key_result);
                        if !part.up.all[start..].iter().any(twice) {
                            part.up.all.push(Link { other, key_result, rank });
                        }
                    }
                    Err(fault) => part.faults.push(AlignmentFault { objective: at, rank, fault }),
                }
            }
            part.up.ends.push(part.up.all.len());
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
fn cut_loops<P: Placed>(header: &Header, objectives: &[P], alignment: &mut Alignment) {
    let count = objectives.len();
    let starts = from_individuals(header, objectives);
    let mut marks = vec![Mark::New; count];
    let mut top_down = Vec::with_capacity(count);
    let mut cut = Vec::new();
    let up = &alignment.up;
    for start in starts {
        if marks[start] != Mark::New {
            continue;
        }
        marks[start] = Mark::Open;
        let mut stack: Vec<(usize, usize)> = vec![(start, up.start(start))];
        while let Some(&mut (at, ref mut next)) = stack.last_mut() {
            if *next == up.ends[at] {
                marks[at] = Mark::Closed;
                top_down.push(at);
                stack.pop();
                continue;
            }
            let (place, link) = (*next, up.all[*next]);
            *next += 1;
            match marks[link.other] {
                Mark::Closed => {}
                Mark::New => {
                    marks[link.other] = Mark::Open;
                    stack.push((link.other, up.start(link.other)));
                }
                Mark::Open => {
                    cut.push(place);
                    let from = stack.iter().position(|(on, _)| *on == link.other).unwrap_or(0);
                    let path = stack[from..].iter().map(|(on, _)| *on).chain([link.other]).collect();
                    let fault = Fault::Circular { path };
                    alignment.faults.push(AlignmentFault { objective: at, rank: link.rank, fault });
                }
            }
        }
    }
    if !cut.is_empty() {
        alignment.up = alignment.up.without(&cut);
    }
    top_down.reverse();
    alignment.bottom_up = top_down;
}

/// All objectives, those of individuals first and the company's last.
fn from_individuals<P: Placed>(header: &Header, objectives: &[P]) -> Vec<usize> {
    let mut levels: Vec<Level> = Vec::with_capacity(objectives.len());
    for of_owner in objectives.chunk_by(|a, b| a.reference().owner == b.reference().owner) {
        let level = header.org.level(&of_owner[0].reference().owner);
        levels.resize(levels.len() + of_owner.len(), level);
    }
    let mut all: Vec<usize> = (0..objectives.len()).collect();
    all.sort_by_key(|&at| std::cmp::Reverse(levels[at]));
    all
}
