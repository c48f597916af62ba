//! From a reference as typed to an objective on disk, by names alone.

use super::load::Store;
use crate::model::{Cycle, CycleId, Name, ObjectiveRef, ReferenceQuery, Resolution, resolve};

/// Why a reference names no one objective.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Unresolved {
    Several {
        query: Box<ReferenceQuery>,
        candidates: Vec<ObjectiveRef>,
    },
    Nothing {
        query: Box<ReferenceQuery>,
        cycle: CycleId,
        near: Vec<ObjectiveRef>,
        /// Objectives of that very name in other cycles.
        elsewhere: Vec<ObjectiveRef>,
    },
}

impl Store {
    /// The one objective that a query means, in its cycle or else in `cycle`. A whole name costs one look; a short one the
    /// names of the cycle.
    ///
    /// # Errors
    /// When it names none or several; with the candidates.
    pub fn resolve(
        &self,
        query: &ReferenceQuery,
        cycle: &CycleId,
        cycles: &[Cycle],
    ) -> Result<ObjectiveRef, Unresolved> {
        let cycle = query.cycle.as_ref().unwrap_or(cycle);
        if let Some(owner) = &query.owner {
            let whole = ObjectiveRef { cycle: cycle.clone(), owner: owner.clone(), slug: query.objective.clone() };
            if self.has(&whole) {
                return Ok(whole);
            }
        }
        let mut names = self.names(cycle);
        // Folders are listed one after the other, and what moves meanwhile may be in none of them.
        if matches!(Self::meant(query, &names), Resolution::Nothing(_)) {
            names = self.names(cycle);
        }
        let full =
            |(owner, slug): Name| ObjectiveRef { cycle: cycle.clone(), owner: owner.clone(), slug: slug.clone() };
        match Self::meant(query, &names) {
            Resolution::One(name) => Ok(full(name)),
            Resolution::Several(names) => Err(Unresolved::Several {
                query: Box::new(query.clone()),
                candidates: names.into_iter().map(full).collect(),
            }),
            Resolution::Nothing(near) => Err(Unresolved::Nothing {
                query: Box::new(query.clone()),
                cycle: cycle.clone(),
                near: near.into_iter().map(full).collect(),
                elsewhere: self.elsewhere(query, cycle, cycles),
            }),
        }
    }

    fn meant<'n>(query: &ReferenceQuery, names: &'n [ObjectiveRef]) -> Resolution<'n> {
        resolve(query, names.iter().map(|name| (&name.owner, &name.slug)))
    }

    fn elsewhere(&self, query: &ReferenceQuery, cycle: &CycleId, cycles: &[Cycle]) -> Vec<ObjectiveRef> {
        let others = cycles.iter().rev().filter(|other| &other.id != cycle);
        let names = others.flat_map(|other| self.names(&other.id));
        names
            .filter(|name| name.slug == query.objective && query.owner.as_ref().is_none_or(|o| o == &name.owner))
            .collect()
    }
}
