//! How references read to people: as short as is unambiguous where one stands.

use crate::model::{CycleId, ObjectiveRef, Reference};

/// The point from which references are seen: within their cycle they go without it, and in a store without a company where
/// one person has all there is, without the owner.
#[derive(Debug, Clone)]
pub struct Names {
    cycle: Option<CycleId>,
    one_owner: bool,
}

impl Names {
    pub fn new(cycle: CycleId, one_owner: bool) -> Self {
        Self { cycle: Some(cycle), one_owner }
    }

    /// Those that are seen from outside of any cycle: each is whole.
    pub fn whole() -> Self {
        Self { cycle: None, one_owner: false }
    }

    pub fn objective(&self, objective: &ObjectiveRef) -> String {
        match (self.cycle.as_ref() == Some(&objective.cycle), self.one_owner) {
            (false, _) => objective.to_string(),
            (true, false) => objective.in_cycle(),
            (true, true) => objective.slug.to_string(),
        }
    }

    pub fn reference(&self, reference: &Reference) -> String {
        let objective = self.objective(&reference.objective);
        match &reference.key_result {
            Some(kr) => format!("{objective}.{kr}"),
            None => objective,
        }
    }
}
