//! Which objective of one side is which of the other.

use std::collections::{HashMap, HashSet};

use super::Sides;
use crate::analysis::Assessment;
use crate::model::{CycleId, Event, EventId, ObjectiveRef, Record, What};
use crate::report::Filter;

/// An objective by its index on each side; absent where it is not there.
#[derive(Debug, Clone, Copy)]
pub struct Pair {
    pub before: Option<usize>,
    pub after: Option<usize>,
}

impl Pair {
    pub fn is_whole(&self) -> bool {
        self.before.is_some() && self.after.is_some()
    }

    /// Its name after, or before if it is gone.
    pub fn reference<'a>(&self, sides: &'a Sides) -> &'a ObjectiveRef {
        let of = |assessment: &'a Assessment, at: usize| &assessment.snapshot.objectives[at].reference;
        match (self.after, self.before) {
            (Some(at), _) => of(sides.after, at),
            (None, at) => of(sides.before, at.unwrap_or_default()),
        }
    }

    /// Whether it is among those that were asked for, on either side.
    pub fn passes(&self, sides: &Sides, filter: &Filter, cycle: Option<&CycleId>) -> bool {
        let all = [(sides.before, self.before), (sides.after, self.after)];
        all.into_iter().filter_map(|(side, at)| Some((side, at?))).any(|(side, at)| {
            let of_cycle = cycle.is_none_or(|cycle| &side.snapshot.objectives[at].reference.cycle == cycle);
            of_cycle && filter.passes(side, at)
        })
    }
}

/// The objectives that may differ: those of one name, then what went and came with the same history, then the rest.
pub fn pairs(sides: &Sides) -> Vec<Pair> {
    let mut pairs = Vec::new();
    let (mut gone, mut come) = (Vec::new(), Vec::new());
    for reference in sides.candidates {
        match (sides.before.snapshot.find(reference), sides.after.snapshot.find(reference)) {
            (None, None) => {}
            (Some(before), None) => gone.push(before),
            (None, Some(after)) => come.push(after),
            (before, after) => pairs.push(Pair { before, after }),
        }
    }
    let moves = moves(sides, &gone, &come);
    let (left, arrived): (HashSet<usize>, HashSet<usize>) = moves.iter().copied().unzip();
    gone.retain(|at| !left.contains(at));
    come.retain(|at| !arrived.contains(at));
    pairs.extend(moves.into_iter().map(|(before, after)| Pair { before: Some(before), after: Some(after) }));
    pairs.extend(gone.into_iter().map(|before| Pair { before: Some(before), after: None }));
    pairs.extend(come.into_iter().map(|after| Pair { before: None, after: Some(after) }));
    pairs
}

/// What went under one name and came under another: they share events, most of all each with the other; or, where neither
/// has any, they say the same word for word.
fn moves(sides: &Sides, gone: &[usize], come: &[usize]) -> Vec<(usize, usize)> {
    let (old, new) = (&sides.before.snapshot.objectives, &sides.after.snapshot.objectives);
    let mut owners: HashMap<&EventId, Vec<usize>> = HashMap::new();
    for &at in gone {
        old[at].events.iter().for_each(|event| owners.entry(&event.id).or_default().push(at));
    }
    let mut shared: HashMap<(usize, usize), usize> = HashMap::new();
    for &after in come {
        for event in &new[after].events {
            for &before in owners.get(&event.id).into_iter().flatten() {
                *shared.entry((before, after)).or_default() += 1;
            }
        }
    }
    // A move is on record, also where nothing was before it.
    for &after in come {
        let moved_from = |name: &str| gone.iter().find(|at| is_called(&old[**at], &new[after], name));
        for before in new[after].events.iter().filter_map(former_name).filter_map(moved_from) {
            *shared.entry((*before, after)).or_default() += 1;
        }
    }
    let silent = |record: &Record| record.events.is_empty();
    let mut titled: HashMap<&str, Vec<usize>> = HashMap::new();
    for &after in come.iter().filter(|at| silent(&new[**at])) {
        titled.entry(&new[after].objective.title).or_default().push(after);
    }
    for &before in gone.iter().filter(|at| silent(&old[**at])) {
        let objective = &old[before].objective;
        let alike = titled.get(objective.title.as_str()).into_iter().flatten();
        let same = alike.filter(|after| &new[**after].objective == objective);
        shared.extend(same.map(|&after| ((before, after), 1)));
    }
    let mut ranked: Vec<((usize, usize), usize)> = shared.into_iter().collect();
    ranked.sort_by_key(|(pair, count)| (std::cmp::Reverse(*count), *pair));
    let (mut left, mut arrived) = (HashSet::new(), HashSet::new());
    ranked.retain(|((before, after), _)| {
        let free = !left.contains(before) && !arrived.contains(after);
        free && left.insert(*before) && arrived.insert(*after)
    });
    ranked.into_iter().map(|(pair, _)| pair).collect()
}

/// The name that an objective had before an event, if that event moved it.
fn former_name(event: &Event) -> Option<&str> {
    match &event.what {
        What::Edit(edit) if edit.field == "ref" => edit.from.as_deref(),
        _ => None,
    }
}

/// Whether an objective goes by a name in the cycle of another one.
fn is_called(record: &Record, other: &Record, name: &str) -> bool {
    record.reference.cycle == other.reference.cycle && record.reference.in_cycle() == name
}
