//! The links between objectives, kept flat: most objectives have one, and a list for each would take more room than the links.

use std::collections::HashSet;
use std::ops::{Index, Range};

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
    /// Room for the links of so many objectives.
    pub fn with_capacity(objectives: usize) -> Self {
        Self { all: Vec::with_capacity(objectives), ends: Vec::with_capacity(objectives) }
    }

    /// Adds a link of the objective that is begun, unless it has one to the same place.
    pub(super) fn push(&mut self, link: Link) {
        let begun = self.ends.last().copied().unwrap_or(0);
        let twice = |known: &Link| (known.other, known.key_result) == (link.other, link.key_result);
        if !self.all[begun..].iter().any(twice) {
            self.all.push(link);
        }
    }

    /// The links of an objective are all there; the next one begins.
    pub(super) fn end(&mut self) {
        self.ends.push(self.all.len());
    }

    /// Adds the links of the objectives behind these.
    pub(super) fn append(&mut self, others: &Links) {
        let before = self.all.len();
        self.ends.extend(others.ends.iter().map(|end| before + end));
        self.all.extend_from_slice(&others.all);
    }

    /// The places among all of the links of an objective.
    pub(super) fn places(&self, at: usize) -> Range<usize> {
        self.start(at)..self.ends[at]
    }

    /// The link at a place among all.
    pub(super) fn at(&self, place: usize) -> Link {
        self.all[place]
    }

    fn start(&self, at: usize) -> usize {
        at.checked_sub(1).map_or(0, |before| self.ends[before])
    }

    /// Seen from their other ends, in the order of these.
    pub(super) fn turned(&self) -> Links {
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
    pub(super) fn without(&self, cut: &HashSet<usize>) -> Links {
        let mut left = Links::with_capacity(self.ends.len());
        for at in 0..self.ends.len() {
            let kept = self.places(at).filter(|place| !cut.contains(place));
            left.all.extend(kept.map(|place| self.all[place]));
            left.ends.push(left.all.len());
        }
        left
    }
}

impl Index<usize> for Links {
    type Output = [Link];

    fn index(&self, at: usize) -> &[Link] {
        &self.all[self.places(at)]
    }
}
