//! Which objective or key result is meant.

use super::desk::ReadingDesk;
use super::error::Failure;
use super::grammar::nearest;
use crate::language::{list, say};
use crate::model::{Cycle, KeyResultId, ObjectiveRef, Placed, ReferenceQuery};

impl ReadingDesk<'_> {
    /// The one objective that was meant, and the key result of it if one was named.
    ///
    /// # Errors
    /// When it names none or several.
    pub fn find(&self, text: &str) -> Result<(ObjectiveRef, Option<KeyResultId>), Failure> {
        self.find_query(text).map_err(|failure| {
            let half = text.split_once('/').filter(|(_, rest)| !rest.contains('/'));
            let cycle = half.and_then(|(first, rest)| {
                let is = |cycle: &&Cycle| cycle.id.as_str() == first;
                self.cycles().iter().find(is).map(|cycle| (&cycle.id, rest))
            });
            match cycle {
                Some((cycle, rest)) => {
                    failure.hint(say!("{cycle} is a cycle: write {cycle}/OWNER/{rest}", cycle, rest))
                }
                None => failure,
            }
        })
    }

    fn find_query(&self, text: &str) -> Result<(ObjectiveRef, Option<KeyResultId>), Failure> {
        let query: ReferenceQuery = text.parse()?;
        let cycle = match &query.cycle {
            Some(id) => self.named_cycle(id)?.id.clone(),
            None => self.cycle(self.today())?.id.clone(),
        };
        let objective = self.store.resolve(&query, &cycle, self.cycles())?;
        Ok((objective, query.key_result))
    }

    /// As [`ReadingDesk::find`], for what must be one objective.
    ///
    /// # Errors
    /// When it names none or several, or a key result.
    pub fn find_objective(&self, text: &str) -> Result<ObjectiveRef, Failure> {
        match self.find(text)? {
            (objective, None) => Ok(objective),
            (objective, Some(kr)) => {
                let text = format_args!("{text:?}");
                let hint = say!("the objective is {objective}; without .{kr}", objective = objective.in_cycle(), kr);
                Err(Failure::usage(say!("{text} names a key result", text)).hint(hint))
            }
        }
    }
}

/// The index of an objective among those of a cycle, by reference, by a query: for commands that have read them anyway.
///
/// # Errors
/// When it names none or several.
pub fn pick<P: Placed>(desk: &ReadingDesk, all: &[P], text: &str) -> Result<(usize, Option<usize>), Failure> {
    let (objective, kr) = desk.find(text)?;
    let place = all.binary_search_by(|one| one.reference().cmp(&objective));
    let at = place.map_err(|_| Failure::store(say!("{objective} cannot be read", objective)))?;
    let Some(id) = kr else { return Ok((at, None)) };
    match all[at].ids().position(|known| *known == id) {
        Some(kr) => Ok((at, Some(kr))),
        None => Err(no_key_result(&objective, &id, all[at].ids())),
    }
}

/// The failure of a key result that an objective lacks.
pub fn no_key_result<'a>(
    objective: &ObjectiveRef,
    id: &KeyResultId,
    known: impl Iterator<Item = &'a KeyResultId>,
) -> Failure {
    let known: Vec<&str> = known.map(KeyResultId::as_str).collect();
    let failure = Failure::usage(say!("{objective} has no key result \"{id}\"", objective = objective.in_cycle(), id));
    match (nearest(id.as_str(), known.iter().copied()), known.as_slice()) {
        (_, []) => failure.hint(say!("it has none; okr kr add {name} \"TITLE: FROM -> TO\"", name = objective.slug)),
        (Some(near), _) => failure.hint(say!("did you mean {near}? It has {known}", near, known = list(&known))),
        (None, known) => failure.hint(say!("it has {known}", known = list(known))),
    }
}
