//! What objectives are called: in the store already, further up in the file, and by a name that is still free.

use std::collections::{BTreeSet, HashMap};

use crate::exchange::import::draft::{DraftObjective, Place};
use crate::model::{CycleId, ObjectiveRef, OwnerKey, Slug, numbered, slug_of};

/// The objectives that are known so far.
#[derive(Default)]
pub(super) struct Known {
    /// What is called so already, with where it comes from.
    seen: HashMap<By, Seen>,
    /// Cycles whose titles are known.
    looked_at: BTreeSet<CycleId>,
    /// Names that are taken.
    names: BTreeSet<ObjectiveRef>,
    /// The number that the next objective of a name gets: counting anew for each of thousands takes the square of the time.
    numbers: HashMap<ObjectiveRef, usize>,
}

/// How one knows an objective again.
#[derive(PartialEq, Eq, Hash)]
enum By {
    /// By the title that its owner gave it in the cycle.
    Title(CycleId, OwnerKey, String),
    /// By the name that it had in a store.
    Name(ObjectiveRef),
}

/// What an objective of a file goes by.
pub(super) struct Called {
    title: By,
    name: Option<By>,
}

/// Where a known one is.
pub(super) enum Seen {
    Here(Place),
    Store(ObjectiveRef),
}

impl Called {
    pub fn of(objective: &DraftObjective, cycle: &CycleId, owner: &OwnerKey) -> Self {
        let name = |slug| By::Name(ObjectiveRef { cycle: cycle.clone(), owner: owner.clone(), slug });
        let title = By::Title(cycle.clone(), owner.clone(), objective.title.clone());
        Self { title, name: objective.slug.clone().map(name) }
    }
}

impl Known {
    /// Knows what is in a cycle, from the first time that it is asked for.
    pub fn look_at(&mut self, cycle: &CycleId, existing: &dyn Fn(&CycleId) -> Vec<(ObjectiveRef, String)>) {
        if !self.looked_at.insert(cycle.clone()) {
            return;
        }
        for (reference, title) in existing(cycle) {
            let title = By::Title(cycle.clone(), reference.owner.clone(), title);
            for by in [title, By::Name(reference.clone())] {
                self.seen.insert(by, Seen::Store(reference.clone()));
            }
            self.names.insert(reference);
        }
    }

    /// The one that is called so.
    pub fn find(&self, Called { title, name }: &Called) -> Option<&Seen> {
        // What has a name may have the title of another one beside it in the file.
        let titled = self.seen.get(title).filter(|seen| name.is_none() || matches!(seen, Seen::Store(_)));
        name.as_ref().and_then(|name| self.seen.get(name)).or(titled)
    }

    /// Knows an objective of the file from now on.
    pub fn add(&mut self, Called { title, name }: Called, place: Place) {
        self.seen.extend(name.into_iter().chain([title]).map(|by| (by, Seen::Here(place))));
    }

    /// A name that is free, and taken from now on: its own, else that of the title, numbered if it is taken.
    pub fn name(&mut self, objective: &DraftObjective, cycle: &CycleId, owner: &OwnerKey) -> Option<ObjectiveRef> {
        let own = objective.slug.clone().or_else(|| slug_of(&objective.title));
        let base: Slug = own.or_else(|| "objective".parse().ok())?;
        let reference = |slug: Slug| ObjectiveRef { cycle: cycle.clone(), owner: owner.clone(), slug };
        let plain = reference(base.clone());
        if self.names.insert(plain.clone()) {
            return Some(plain);
        }
        let next = self.numbers.entry(plain).or_insert(2);
        loop {
            let numbered = reference(numbered(&base, *next)?);
            *next += 1;
            if self.names.insert(numbered.clone()) {
                return Some(numbered);
            }
        }
    }
}
