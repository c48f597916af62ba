//! Cutting what goes in circles.

use std::collections::HashSet;

use super::{Alignment, AlignmentFault, Fault};
use crate::model::{Header, Level, Placed};

#[derive(Clone, Copy, PartialEq)]
enum Mark {
    New,
    Open,
    Closed,
}

/// A depth-first walk up the links, without recursion, since a chain may be as long as the store.
pub(super) fn cut<P: Placed>(header: &Header, objectives: &[P], alignment: &mut Alignment) {
    let count = objectives.len();
    let starts = from_individuals(header, objectives);
    let mut marks = vec![Mark::New; count];
    let mut top_down = Vec::with_capacity(count);
    let mut closing = HashSet::new();
    let up = &alignment.up;
    let mut stack: Vec<(usize, usize)> = Vec::new();
    for start in starts {
        if marks[start] != Mark::New {
            continue;
        }
        marks[start] = Mark::Open;
        stack.push((start, up.places(start).start));
        while let Some(&mut (at, ref mut next)) = stack.last_mut() {
            if *next == up.places(at).end {
                marks[at] = Mark::Closed;
                top_down.push(at);
                stack.pop();
                continue;
            }
            let (place, link) = (*next, up.at(*next));
            *next += 1;
            match marks[link.other] {
                Mark::Closed => {}
                Mark::New => {
                    marks[link.other] = Mark::Open;
                    stack.push((link.other, up.places(link.other).start));
                }
                Mark::Open => {
                    closing.insert(place);
                    let from = stack.iter().position(|(on, _)| *on == link.other).unwrap_or(0);
                    let path = stack[from..].iter().map(|(on, _)| *on).chain([link.other]).collect();
                    let fault = Fault::Circular { path };
                    alignment.faults.push(AlignmentFault { objective: at, rank: link.rank, fault });
                }
            }
        }
    }
    if !closing.is_empty() {
        alignment.up = alignment.up.without(&closing);
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
