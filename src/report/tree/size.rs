//! How long a tree is, before it is grown.

use super::grow::Growing;
use super::{MAX_DEPTH, Plan};

/// How many lines a tree has on each level, and how many objectives.
#[derive(Default)]
pub struct Size {
    pub lines: Vec<usize>,
    pub objectives: usize,
}

impl Size {
    pub fn of(growing: &Growing, plan: &[Plan]) -> Self {
        let mut size = Self::default();
        for root in plan {
            match root {
                Plan::Group { members, .. } | Plan::Unaligned(members) | Plan::NotHere { members, .. } => {
                    size.add(0);
                    members.iter().for_each(|&at| growing.measure(at, 1, 0, &mut size));
                }
                Plan::Subtree((at, _)) => growing.measure(*at, 0, 0, &mut size),
            }
        }
        size
    }

    pub fn add(&mut self, level: usize) {
        if self.lines.len() <= level {
            self.lines.resize(level + 1, 0);
        }
        self.lines[level] += 1;
    }

    pub fn all(&self) -> usize {
        self.lines.iter().sum()
    }

    /// The deepest level down to which all lines are within `most`; the first level is always shown.
    pub fn depth_within(&self, most: Option<usize>) -> usize {
        let Some(most) = most.filter(|&most| self.all() > most) else { return MAX_DEPTH };
        let mut sum = 0;
        let fits = self.lines.iter().take_while(|&&lines| {
            sum += lines;
            sum <= most
        });
        fits.count().saturating_sub(1).max(1)
    }
}
