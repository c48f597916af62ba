//! `okr tree`: objectives below what they align to, from the company to the individual.

use std::collections::HashSet;

use chrono::NaiveDate;
use serde::Serialize;

use super::figures::{CycleInfo, KeyResultReport, ObjectiveReport, TotalRow, VERSION};
use super::filter::Filter;
use crate::analysis::{Assessment, Link, total};
use crate::model::{Cycle, CycleId, Org, OwnerKey, Pace, Progress, Reference};

#[derive(Debug, Serialize)]
pub struct Tree {
    pub version: u32,
    pub as_of: NaiveDate,
    pub cycle: CycleInfo,
    pub roots: Vec<TreeNode>,
    /// Objectives in the tree.
    pub objectives: usize,
    /// Whether lines were folded away below a depth that was not asked for.
    #[serde(skip)]
    pub folded: bool,
}

/// A line of the tree.
#[derive(Debug, Clone, Serialize)]
#[serde(tag = "node", rename_all = "kebab-case")]
pub enum TreeNode {
    /// The company, a person in a store without one, or another cycle.
    Group { total: TotalRow, children: Vec<TreeNode> },
    /// What is aligned to nothing above it.
    Unaligned { total: TotalRow, children: Vec<TreeNode> },
    Objective {
        #[serde(flatten)]
        report: Box<ObjectiveReport>,
        children: Vec<TreeNode>,
        /// Lines that are not shown.
        #[serde(skip_serializing_if = "is_zero")]
        folded: usize,
    },
    KeyResult {
        #[serde(flatten)]
        report: Box<KeyResultReport>,
        children: Vec<TreeNode>,
        #[serde(skip_serializing_if = "is_zero")]
        folded: usize,
    },
    /// An objective that stands elsewhere in the tree and serves this one too.
    Link { reference: Reference, title: String, progress: Option<Progress>, pace: Option<Pace> },
}

fn is_zero(count: &usize) -> bool {
    *count == 0
}

/// What a tree is to show.
#[derive(Debug, Clone, Default)]
pub struct TreeOptions {
    pub filter: Filter,
    /// How many levels below the roots; all where absent.
    pub depth: Option<usize>,
    /// The objective whose subtree is meant, with a key result of it.
    pub root: Option<(usize, Option<usize>)>,
    /// The most lines to show where no depth is asked for; the tree is folded level by level until it is within them.
    pub most_lines: Option<usize>,
}

/// The alignment tree of a cycle.
pub fn tree(assessment: &Assessment, cycle: &Cycle, options: &TreeOptions) -> Tree {
    let growing = Growing::new(assessment, &cycle.id, &options.filter);
    let mut roots = match options.root {
        Some((at, key_result)) => growing.subtree(at, key_result),
        None => growing.roots(),
    };
    let objectives = roots.iter().map(count_objectives).sum();
    let folded = fold(&mut roots, options);
    Tree {
        version: VERSION,
        as_of: assessment.moment.day,
        cycle: CycleInfo::of(cycle, &assessment.moment),
        roots,
        objectives,
        folded,
    }
}

struct Growing<'a> {
    assessment: &'a Assessment<'a>,
    cycle: &'a CycleId,
    /// What is shown: what passes the filter, and all above it.
    shown: Vec<bool>,
    /// What passes the filter: its key results are shown too.
    chosen: Vec<bool>,
}

impl<'a> Growing<'a> {
    fn new(assessment: &'a Assessment<'a>, cycle: &'a CycleId, filter: &Filter) -> Self {
        let objectives = &assessment.snapshot.objectives;
        // Objectives of other cycles are in the tree for what they serve or are served by, and pass no filter of their own.
        let wanted = |at: usize| {
            filter.passes(assessment, at) && (&objectives[at].reference.cycle == cycle || filter.is_empty())
        };
        let chosen: Vec<bool> = (0..objectives.len()).map(wanted).collect();
        let mut shown = chosen.clone();
        for &at in &assessment.alignment.bottom_up {
            if shown[at]
                && let Some(parent) = assessment.alignment.up[at].first()
            {
                shown[parent.other] = true;
            }
        }
        Self { assessment, cycle, shown, chosen }
    }

    /// The first link that holds: an objective's place in the tree.
    fn parent(&self, at: usize) -> Option<&Link> {
        self.assessment.alignment.up[at].first()
    }

    fn roots(&self) -> Vec<TreeNode> {
        let org = &self.assessment.snapshot.org;
        let objectives = &self.assessment.snapshot.objectives;
        let tops: Vec<usize> =
            (0..objectives.len()).filter(|&at| self.shown[at] && self.parent(at).is_none()).collect();
        let own = |at: &usize| &objectives[*at].reference.cycle == self.cycle;
        let mut roots = self.foreign_groups(tops.iter().copied().filter(|at| !own(at) && self.leads_here(*at)));
        let own: Vec<usize> = tops.into_iter().filter(own).collect();
        match &org.company {
            Some(company) => {
                let (aligned, unaligned): (Vec<usize>, Vec<usize>) =
                    own.into_iter().partition(|&at| &objectives[at].reference.owner == company);
                if !aligned.is_empty() || roots.is_empty() {
                    roots.insert(0, self.group(company.as_str(), org.name(company), aligned));
                }
                if !unaligned.is_empty() {
                    let total = TotalRow::of("", "not aligned", &total(self.assessment, unaligned.iter().copied()));
                    let children = unaligned.into_iter().map(|at| self.objective(at)).collect();
                    roots.push(TreeNode::Unaligned { total, children });
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
            if &self.assessment.snapshot.objectives[at].reference.cycle == self.cycle {
                return true;
            }
            if seen.insert(at) {
                let below =
                    self.assessment.alignment.down[at].iter().filter(|link| link.rank == self.rank_of(link.other));
                open.extend(below.map(|link| link.other).filter(|&at| self.shown[at]));
            }
        }
        false
    }

    fn rank_of(&self, at: usize) -> usize {
        self.parent(at).map_or(usize::MAX, |link| link.rank)
    }

    fn group(&self, key: &str, name: &str, members: Vec<usize>) -> TreeNode {
        let sum = total(self.assessment, members.iter().copied());
        let children = members.into_iter().map(|at| self.objective(at)).collect();
        TreeNode::Group { total: TotalRow::of(key, name, &sum), children }
    }

    /// Without a company every owner is a root.
    fn owner_groups(&self, org: &Org, own: Vec<usize>) -> Vec<TreeNode> {
        let mut owners: Vec<&OwnerKey> = Vec::new();
        let owner_of = |at: usize| &self.assessment.snapshot.objectives[at].reference.owner;
        for &at in &own {
            if !owners.contains(&owner_of(at)) {
                owners.push(owner_of(at));
            }
        }
        owners.sort_by_key(|owner| (org.level(owner), (*owner).clone()));
        let members = |owner: &OwnerKey| own.iter().copied().filter(|&at| owner_of(at) == owner).collect();
        owners.into_iter().map(|owner| self.group(owner.as_str(), org.name(owner), members(owner))).collect()
    }

    /// Objectives of longer cycles that those of this one serve, a group a cycle.
    fn foreign_groups(&self, tops: impl Iterator<Item = usize>) -> Vec<TreeNode> {
        let mut by_cycle: Vec<(&CycleId, Vec<usize>)> = Vec::new();
        for at in tops {
            let cycle = &self.assessment.snapshot.objectives[at].reference.cycle;
            match by_cycle.iter_mut().find(|(known, _)| *known == cycle) {
                Some((_, members)) => members.push(at),
                None => by_cycle.push((cycle, vec![at])),
            }
        }
        let name = |id: &CycleId| {
            let title = self.assessment.snapshot.cycle(id).and_then(|cycle| cycle.title.clone());
            title.unwrap_or_else(|| id.to_string())
        };
        by_cycle.into_iter().map(|(id, members)| self.group(id.as_str(), &name(id), members)).collect()
    }

    /// The part of the tree below one objective or key result.
    fn subtree(&self, at: usize, key_result: Option<usize>) -> Vec<TreeNode> {
        let whole = self.objective(at);
        let (Some(kr), TreeNode::Objective { children, .. }) = (key_result, &whole) else { return vec![whole] };
        let id = &self.assessment.snapshot.objectives[at].objective.key_results[kr].id;
        let wanted = |node: &&TreeNode| matches!(node, TreeNode::KeyResult { report, .. } if &report.id == id);
        children.iter().filter(wanted).cloned().collect()
    }

    /// An objective with its key results, and below each what aligns to it. Loops were cut before; a chain of alignment
    /// deeper than any organisation is folded.
    fn objective(&self, at: usize) -> TreeNode {
        self.objective_at(at, 0)
    }

    fn objective_at(&self, at: usize, depth: usize) -> TreeNode {
        let mut report = Box::new(ObjectiveReport::of(self.assessment, at));
        let mut children = Vec::new();
        for (place, kr) in std::mem::take(&mut report.key_results).into_iter().enumerate() {
            let below = self.below(at, Some(place), depth);
            if self.chosen[at] || !below.is_empty() {
                children.push(TreeNode::KeyResult { report: Box::new(kr), children: below, folded: 0 });
            }
        }
        children.extend(self.below(at, None, depth));
        TreeNode::Objective { report, children, folded: 0 }
    }

    fn below(&self, at: usize, key_result: Option<usize>, depth: usize) -> Vec<TreeNode> {
        let links = self.assessment.alignment.down[at].iter().filter(|link| link.key_result == key_result);
        let shown = links.filter(|link| self.shown[link.other] && depth < MAX_DEPTH);
        shown
            .map(|link| match link.rank == self.rank_of(link.other) {
                true => self.objective_at(link.other, depth + 1),
                false => self.link(link.other),
            })
            .collect()
    }

    fn link(&self, at: usize) -> TreeNode {
        let (record, figures) = (&self.assessment.snapshot.objectives[at], &self.assessment.objectives[at]);
        TreeNode::Link {
            reference: record.reference.clone().into(),
            title: record.objective.title.clone(),
            progress: figures.progress,
            pace: figures.pace,
        }
    }
}

/// No organisation aligns deeper than this; a file that does was made to break something.
const MAX_DEPTH: usize = 64;

impl TreeNode {
    pub fn children(&self) -> &[TreeNode] {
        match self {
            TreeNode::Group { children, .. }
            | TreeNode::Unaligned { children, .. }
            | TreeNode::Objective { children, .. }
            | TreeNode::KeyResult { children, .. } => children,
            TreeNode::Link { .. } => &[],
        }
    }

    fn cut(&mut self) {
        let lines = lines(self.children());
        match self {
            TreeNode::Objective { children, folded, .. } | TreeNode::KeyResult { children, folded, .. } => {
                children.clear();
                *folded = lines;
            }
            TreeNode::Group { .. } | TreeNode::Unaligned { .. } | TreeNode::Link { .. } => {}
        }
    }

    fn cut_below(&mut self, depth: usize) {
        if depth == 0 {
            return self.cut();
        }
        match self {
            TreeNode::Group { children, .. }
            | TreeNode::Unaligned { children, .. }
            | TreeNode::Objective { children, .. }
            | TreeNode::KeyResult { children, .. } => children.iter_mut().for_each(|child| child.cut_below(depth - 1)),
            TreeNode::Link { .. } => {}
        }
    }
}

fn lines(nodes: &[TreeNode]) -> usize {
    nodes.iter().map(|node| 1 + lines(node.children())).sum()
}

fn lines_within(nodes: &[TreeNode], depth: usize) -> usize {
    nodes.iter().map(|node| 1 + if depth > 0 { lines_within(node.children(), depth - 1) } else { 0 }).sum()
}

fn count_objectives(node: &TreeNode) -> usize {
    let below: usize = node.children().iter().map(count_objectives).sum();
    below + usize::from(matches!(node, TreeNode::Objective { .. }))
}

/// Folds below the depth that was asked for, or below the deepest at which the tree is short enough; returns whether
/// something was folded that nobody asked for.
fn fold(roots: &mut [TreeNode], options: &TreeOptions) -> bool {
    if let Some(depth) = options.depth {
        roots.iter_mut().for_each(|root| root.cut_below(depth));
        return false;
    }
    let Some(most) = options.most_lines.filter(|&most| lines(roots) > most) else { return false };
    let deepest = (2..MAX_DEPTH).find(|&depth| lines_within(roots, depth) > most).map_or(1, |depth| depth - 1);
    roots.iter_mut().for_each(|root| root.cut_below(deepest));
    true
}
