//! What objectives of a draft align to.

use std::collections::HashMap;

use super::{Facts, PlannedKeyResult, Spot};
use crate::exchange::import::draft::{DraftObjective, Leftover, Parent, Why};

/// A parent within the draft: an objective, or one of its key results.
type Found = (usize, Option<usize>);

/// Objectives that come back to themselves by way of their parents.
pub fn circles(objectives: &[DraftObjective]) -> Vec<usize> {
    let named = names(objectives, |objective| objective.key_results.iter().map(|kr| kr.id.as_deref()).collect());
    let up: Vec<Vec<usize>> = objectives
        .iter()
        .map(|objective| objective.parents.iter().filter_map(|parent| find(parent, &named)).map(|(at, _)| at).collect())
        .collect();
    // A chain that has not ended after as many steps as there are objectives goes round.
    let goes_round = |start: usize| {
        let mut seen = vec![false; up.len()];
        let mut open = up[start].clone();
        while let Some(at) = open.pop() {
            if at == start {
                return true;
            }
            if !std::mem::replace(&mut seen[at], true) {
                open.extend(&up[at]);
            }
        }
        false
    };
    (0..objectives.len()).filter(|at| !up[*at].is_empty() && goes_round(*at)).collect()
}

/// What each objective aligns to, as it is written into its file; parents that nothing is called are left over.
pub fn links(
    objectives: &[DraftObjective],
    key_results: &[Vec<PlannedKeyResult>],
    spots: &[Spot],
    facts: &Facts,
    leftovers: &mut Vec<Leftover>,
) -> Vec<Vec<String>> {
    let ids: Vec<Vec<Option<&str>>> =
        key_results.iter().map(|all| all.iter().map(|kr| kr.draft.id.as_deref()).collect()).collect();
    let mut ids = ids.into_iter();
    let named = names(objectives, |_| ids.next().unwrap_or_default());
    let mut all = Vec::new();
    for (objective, spot) in objectives.iter().zip(spots) {
        let mut links = Vec::new();
        for parent in &objective.parents {
            let found = find(parent, &named).map(|(at, kr)| {
                let target = &spots[at].reference;
                let same = target.cycle == spot.reference.cycle;
                let name = if same { target.in_cycle() } else { target.to_string() };
                kr.map_or(name.clone(), |kr| format!("{name}.{}", key_results[at][kr].id))
            });
            let Parent::Named { name, place } = parent else {
                links.extend(found);
                continue;
            };
            match found.or_else(|| (facts.resolve)(name, &spot.reference.cycle)) {
                Some(link) if !links.contains(&link) => links.push(link),
                Some(_) => {}
                None => leftovers.push(Leftover { place: *place, text: name.clone(), why: Why::Parent }),
            }
        }
        all.push(links);
    }
    all
}

fn find(parent: &Parent, named: &HashMap<String, Found>) -> Option<Found> {
    match parent {
        Parent::Objective(at) => Some((*at, None)),
        Parent::Named { name, .. } => named.get(name).copied(),
    }
}

/// What the file's own ids and titles mean; an id comes before a title, the first of several before the others.
fn names<'o>(
    objectives: &'o [DraftObjective],
    mut ids: impl FnMut(&'o DraftObjective) -> Vec<Option<&'o str>>,
) -> HashMap<String, Found> {
    let mut named: HashMap<String, Found> = HashMap::new();
    for (at, objective) in objectives.iter().enumerate() {
        for id in &objective.ids {
            named.entry(id.clone()).or_insert((at, None));
        }
        for (kr, id) in ids(objective).into_iter().enumerate().filter_map(|(kr, id)| Some((kr, id?))) {
            named.entry(id.to_owned()).or_insert((at, Some(kr)));
        }
    }
    for (at, objective) in objectives.iter().enumerate() {
        named.entry(objective.title.clone()).or_insert((at, None));
    }
    named
}
