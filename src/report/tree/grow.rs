//! Growing the tree: which objectives are roots, and what stands below each.

use std::collections::{BTreeMap, HashSet};

use super::size::Size;
use super::{MAX_DEPTH, Plan, TreeNode, TreeOptions};
use crate::analysis::{Link, Standings, total};
use crate::model::{CycleId, Org, OwnerKey, Reference, map_some_of};
use crate::report::figures::{KeyResultReport, ObjectiveReport};
use crate::report::total_row::TotalRow;

pub struct Growing<'a> {
    standings: &'a Standings<'a>,
    cycle: &'a CycleId,
    /// What is shown: what passes the filter, and all above it.
    shown: Vec<bool>,
    /// What passes the filter: its key results are shown too.
    chosen: Vec<bool>,
    forecasts: bool,
}

impl<'a> Growing<'a> {
    pub fn new(standings: &'a Standings<'a>, cycle: &'a CycleId, options: &TreeOptions) -> Self {
        let TreeOptions { filter, forecasts, .. } = options;
        let objectives = &standings.objectives;
        // Objectives of other cycles are in the tree for what they serve or are served by, and pass no filter of their own.
        let wanted =
            |at: usize| filter.passes(standings, at) && (&objectives[at].reference.cycle == cycle || filter.is_empty());
        let chosen: Vec<bool> = (0..objectives.len()).map(wanted).collect();
        let mut shown = chosen.clone();
        for &at in &standings.alignment.bottom_up {
            if shown[at]
                && let Some(parent) = standings.alignment.up[at].first()
            {
                shown[parent.other] = true;
            }
        }
        Self { standings, cycle, shown, chosen, forecasts: *forecasts }
    }

    fn report(&self, at: usize) -> ObjectiveReport {
        ObjectiveReport::forecasting(self.standings, at, |_| self.forecasts)
    }

    /// The first link that holds: an objective's place in the tree.
    fn parent(&self, at: usize) -> Option<&Link> {
        self.standings.alignment.up[at].first()
    }

    pub fn plan(&self) -> Vec<Plan> {
        let org = &self.standings.header.org;
        let objectives = &self.standings.objectives;
        let tops: Vec<usize> =
            (0..objectives.len()).filter(|&at| self.shown[at] && self.parent(at).is_none()).collect();
        let own = |at: &usize| &objectives[*at].reference.cycle == self.cycle;
        let mut roots = self.foreign_groups(tops.iter().copied().filter(|at| !own(at) && self.leads_here(*at)));
        let (served, own): (Vec<usize>, Vec<usize>) =
            tops.into_iter().filter(own).partition(|&at| self.standings.alignment.not_here(at).next().is_some());
        roots.extend(self.not_here_groups(&served));
        match &org.company {
            Some(company) => {
                let (aligned, unaligned): (Vec<usize>, Vec<usize>) =
                    own.into_iter().partition(|&at| &objectives[at].reference.owner == company);
                if !aligned.is_empty() || roots.is_empty() {
                    roots.insert(0, Self::group(company.as_str(), org.name(company), aligned));
                }
                if !unaligned.is_empty() {
                    roots.push(Plan::Unaligned(unaligned));
                }
            }
            None => roots.extend(self.owner_groups(org, own)),
        }
        roots
    }

    /// Whether an objective of another cycle is above one of this cycle.
    fn leads_here(&self, at: usize) -> bool {
        let mut open = vec![at];
        let mut seen = HashSet::new();
        while let Some(at) = open.pop() {
            if &self.standings.objectives[at].reference.cycle == self.cycle {
                return true;
            }
            if seen.insert(at) {
                let below =
                    self.standings.alignment.down[at].iter().filter(|link| link.rank == self.rank_of(link.other));
                open.extend(below.map(|link| link.other).filter(|&at| self.shown[at]));
            }
        }
        false
    }

    fn rank_of(&self, at: usize) -> usize {
        self.parent(at).map_or(usize::MAX, |link| link.rank)
    }

    fn group(key: &str, name: &str, members: Vec<usize>) -> Plan {
        Plan::Group { key: key.to_owned(), name: name.to_owned(), members }
    }

    /// Without a company every owner is a root.
    fn owner_groups(&self, org: &Org, own: Vec<usize>) -> Vec<Plan> {
        let mut owners: Vec<&OwnerKey> = Vec::new();
        let owner_of = |at: usize| &self.standings.objectives[at].reference.owner;
        for &at in &own {
            if !owners.contains(&owner_of(at)) {
                owners.push(owner_of(at));
            }
        }
        owners.sort_by_key(|owner| (org.level(owner), (*owner).clone()));
        let members = |owner: &OwnerKey| own.iter().copied().filter(|&at| owner_of(at) == owner).collect();
        owners.into_iter().map(|owner| Self::group(owner.as_str(), org.name(owner), members(owner))).collect()
    }

    /// What is left out of this checkout and served by objectives that are here, each with these.
    fn not_here_groups(&self, members: &[usize]) -> Vec<Plan> {
        let mut groups: BTreeMap<&Reference, Vec<usize>> = BTreeMap::new();
        for &at in members {
            if let Some(first) = self.standings.alignment.not_here(at).next() {
                groups.entry(first).or_default().push(at);
            }
        }
        groups.into_iter().map(|(reference, members)| Plan::NotHere { reference: reference.clone(), members }).collect()
    }

    /// Objectives of longer cycles that those of this one serve, a group a cycle.
    fn foreign_groups(&self, tops: impl Iterator<Item = usize>) -> Vec<Plan> {
        let mut by_cycle: Vec<(&CycleId, Vec<usize>)> = Vec::new();
        for at in tops {
            let cycle = &self.standings.objectives[at].reference.cycle;
            match by_cycle.iter_mut().find(|(known, _)| *known == cycle) {
                Some((_, members)) => members.push(at),
                None => by_cycle.push((cycle, vec![at])),
            }
        }
        let name = |id: &CycleId| {
            let title = self.standings.header.cycle(id).and_then(|cycle| cycle.title.clone());
            title.map_or_else(|| id.to_string(), |title| format!("{id} · {title}"))
        };
        by_cycle.into_iter().map(|(id, members)| Self::group(id.as_str(), &name(id), members)).collect()
    }

    /// A root with everything below it down to `depth`.
    pub fn grow(&self, root: Plan, depth: usize) -> Vec<TreeNode> {
        let sum = |members: &[usize]| total(self.standings, members.iter().copied());
        let below = |members: Vec<usize>| match depth.checked_sub(1) {
            Some(room) => self.each(&members, |at| self.objective(*at, room, 0)),
            None => Vec::new(),
        };
        match root {
            Plan::Group { key, name, members } => {
                vec![TreeNode::Group { total: TotalRow::of(key, name, &sum(&members)), children: below(members) }]
            }
            Plan::Unaligned(members) => {
                vec![TreeNode::Unaligned {
                    total: TotalRow::of("", "not aligned", &sum(&members)),
                    children: below(members),
                }]
            }
            Plan::NotHere { reference, members } => {
                let owner = reference.objective.owner.to_string();
                let total = TotalRow::of(owner, reference.to_string(), &sum(&members));
                vec![TreeNode::NotHere { reference, total, children: below(members) }]
            }
            Plan::Subtree((at, None)) => vec![self.objective(at, depth, 0)],
            Plan::Subtree((at, Some(kr))) => {
                let report = self.report(at).key_results.into_iter().nth(kr);
                report.map(|report| self.key_result(at, kr, report, depth, 0)).into_iter().collect()
            }
        }
    }

    /// An objective with its key results, and below each what aligns to it; `room` levels may still be drawn. Loops were
    /// cut before; a chain of alignment deeper than any organisation ends at `MAX_DEPTH`.
    fn objective(&self, at: usize, room: usize, chain: usize) -> TreeNode {
        let mut report = Box::new(self.report(at));
        let key_results = std::mem::take(&mut report.key_results);
        let Some(room) = room.checked_sub(1) else {
            return TreeNode::Objective { report, children: Vec::new(), folded: self.lines_below(at, chain) };
        };
        let mut children = Vec::new();
        for (place, kr) in key_results.into_iter().enumerate() {
            if self.chosen[at] || self.below(at, Some(place), chain).next().is_some() {
                children.push(self.key_result(at, place, kr, room, chain));
            }
        }
        let below: Vec<&Link> = self.below(at, None, chain).collect();
        children.extend(self.each(&below, |link| self.linked(link, room, chain)));
        TreeNode::Objective { report, children, folded: 0 }
    }

    fn key_result(&self, at: usize, place: usize, report: KeyResultReport, room: usize, chain: usize) -> TreeNode {
        let report = Box::new(report);
        let below: Vec<&Link> = self.below(at, Some(place), chain).collect();
        let (children, folded) = match room.checked_sub(1) {
            Some(room) => (self.each(&below, |link| self.linked(link, room, chain)), 0),
            None => (Vec::new(), below.into_iter().map(|link| self.lines_of(link, chain)).sum()),
        };
        TreeNode::KeyResult { report, children, folded }
    }

    /// What `grow` makes of each thing: in a large store on all processors, as the files of each are read again.
    fn each<T: Sync>(&self, things: &[T], grow: impl Fn(&T) -> TreeNode + Sync + Send) -> Vec<TreeNode> {
        map_some_of(self.standings.objectives.len(), things, grow)
    }

    /// What is shown below an objective, or below one of its key results.
    fn below(&self, at: usize, key_result: Option<usize>, chain: usize) -> impl Iterator<Item = &Link> {
        let links = self.standings.alignment.down[at].iter().filter(move |link| link.key_result == key_result);
        links.filter(move |link| self.shown[link.other] && chain < MAX_DEPTH)
    }

    /// Whether a link is the place of its lower end in the tree.
    fn is_place(&self, link: &Link) -> bool {
        link.rank == self.rank_of(link.other)
    }

    fn linked(&self, link: &Link, room: usize, chain: usize) -> TreeNode {
        if self.is_place(link) { self.objective(link.other, room, chain + 1) } else { self.link(link.other) }
    }

    fn lines_of(&self, link: &Link, chain: usize) -> usize {
        1 + if self.is_place(link) { self.lines_below(link.other, chain + 1) } else { 0 }
    }

    fn lines_below(&self, at: usize, chain: usize) -> usize {
        let mut size = Size::default();
        self.measure(at, 0, chain, &mut size);
        size.all() - 1
    }

    /// Counts the lines of an objective and all below it, by level.
    pub fn measure(&self, at: usize, level: usize, chain: usize, size: &mut Size) {
        size.add(level);
        size.objectives += 1;
        let count = self.standings.objectives[at].key_results.len();
        for place in (0..count).map(Some).chain([None]) {
            let own = usize::from(place.is_some());
            if place.is_some() && (self.chosen[at] || self.below(at, place, chain).next().is_some()) {
                size.add(level + 1);
            }
            for link in self.below(at, place, chain) {
                if self.is_place(link) {
                    self.measure(link.other, level + 1 + own, chain + 1, size);
                } else {
                    size.add(level + 1 + own);
                }
            }
        }
    }

    fn link(&self, at: usize) -> TreeNode {
        let (record, figures) = (self.standings.record(at), &self.standings.objectives[at]);
        TreeNode::Link {
            reference: record.reference.clone().into(),
            title: record.objective.title.clone(),
            progress: figures.progress,
            pace: figures.pace,
        }
    }
}
