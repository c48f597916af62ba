//! `okr tree`: objectives below what they align to, from the company to the individual.

mod grow;
mod size;

use chrono::NaiveDate;
use serde::Serialize;

use super::figures::{CycleInfo, KeyResultReport, ObjectiveReport, VERSION};
use super::filter::Filter;
use super::total_row::TotalRow;
use crate::analysis::Standings;
use crate::model::{Cycle, Pace, Progress, Reference};
use grow::Growing;
use size::Size;

#[derive(Debug, Serialize)]
pub struct Tree {
    pub version: u32,
    pub as_of: NaiveDate,
    pub cycle: CycleInfo,
    pub roots: Vec<TreeNode>,
    /// Objectives in the tree.
    pub objectives: usize,
    /// How many objectives the cycle has, shown or not.
    pub of: usize,
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
    /// Something above it that a sparse checkout leaves out.
    NotHere {
        #[serde(rename = "ref")]
        reference: Reference,
        total: TotalRow,
        children: Vec<TreeNode>,
    },
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
    Link {
        #[serde(rename = "ref")]
        reference: Reference,
        title: String,
        progress: Option<Progress>,
        pace: Option<Pace>,
    },
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
    /// Whether objectives and key results are told where they will end: of those who read a tree, only machines are.
    pub forecasts: bool,
}

/// The alignment tree of a cycle.
pub fn tree(standings: &Standings, cycle: &Cycle, options: &TreeOptions) -> Tree {
    let growing = Growing::new(standings, &cycle.id, options);
    let plan = match options.root {
        Some(root) => vec![Plan::Subtree(root)],
        None => growing.plan(),
    };
    let size = Size::of(&growing, &plan);
    let depth = options.depth.unwrap_or_else(|| size.depth_within(options.most_lines));
    Tree {
        version: VERSION,
        as_of: standings.moment.day,
        cycle: CycleInfo::of(cycle, &standings.moment),
        roots: plan.into_iter().flat_map(|root| growing.grow(root, depth)).collect(),
        objectives: size.objectives,
        of: standings.of_cycle(&cycle.id).count(),
        folded: options.depth.is_none() && depth < MAX_DEPTH,
    }
}

/// A root of the tree before anything below it is made: a long tree is folded without growing it first.
pub enum Plan {
    Group {
        key: String,
        name: String,
        members: Vec<usize>,
    },
    Unaligned(Vec<usize>),
    /// What aligns to something that is left out of this checkout.
    NotHere {
        reference: Reference,
        members: Vec<usize>,
    },
    Subtree((usize, Option<usize>)),
}

/// No organisation aligns deeper than this; a file that does was made to break something.
pub const MAX_DEPTH: usize = 64;

impl TreeNode {
    pub fn children(&self) -> &[TreeNode] {
        match self {
            TreeNode::Group { children, .. }
            | TreeNode::Unaligned { children, .. }
            | TreeNode::NotHere { children, .. }
            | TreeNode::Objective { children, .. }
            | TreeNode::KeyResult { children, .. } => children,
            TreeNode::Link { .. } => &[],
        }
    }
}
