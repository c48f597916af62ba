//! Reading a cycle, or all of them, for what shows little of each objective; what earlier runs have read is recalled.

use std::collections::HashSet;
use std::mem::ManuallyDrop;

use borsh::{BorshDeserialize, BorshSerialize};
use compact_str::CompactString;

use super::desk::ReadingDesk;
use crate::analysis::{ObjectiveFigures, ObjectiveState, Span, Standings, assess_skimmed, pack, state, unpack};
use crate::check::{Defined, Signs};
use crate::model::{CycleId, Header, KeyResultId, Moment, ObjectiveRef, OwnerKey, Placed, ReferenceQuery};
use crate::store::{Cache, Glance, Skim};

impl ReadingDesk<'_> {
    /// Reads a cycle for a report that shows little of it: of each objective nothing is kept but its figures at a moment. They are not
    /// given back one by one before the process ends, as [`ReadingDesk::load`] has it.
    pub fn skim(&self, cycle: &CycleId, moment: Moment) -> ManuallyDrop<Standings<'_>> {
        let skimmer = Skimmer { desk: self, moment };
        let (header, all) = self.store.skim(self.header().clone(), cycle, &skimmer, self.cache(&moment).as_ref());
        self.stand(header, moment, all).0
    }

    /// The same of every cycle with the signs that the rules of `check` look for.
    pub fn skim_all(&self, moment: Moment) -> (ManuallyDrop<Standings<'_>>, ManuallyDrop<Vec<Signs>>) {
        let people = self.org().people.keys().map(OwnerKey::as_str).collect();
        let skimmer = Signing { figures: Skimmer { desk: self, moment }, people };
        let (header, all) = self.store.skim_all(self.header().clone(), &skimmer, self.cache(&moment).as_ref());
        self.stand(header, moment, all)
    }

    fn stand<M: Sync + Default>(
        &self,
        header: Header,
        moment: Moment,
        mut all: Vec<Kept<M>>,
    ) -> (ManuallyDrop<Standings<'_>>, ManuallyDrop<Vec<M>>) {
        let (header, alignment) = self.with_left_out(header, &all);
        let header: &'static Header = Box::leak(Box::new(header));
        let zone = self.settings().time_zone;
        let recall = Box::new(move |objective: &ObjectiveRef| self.store.read(objective, zone).record);
        let more = all.iter_mut().map(|kept| std::mem::take(&mut kept.more)).collect();
        let own = all.into_iter().map(|kept| kept.figures).collect();
        let standings = assess_skimmed(header, moment, alignment, own, recall);
        (ManuallyDrop::new(standings), ManuallyDrop::new(more))
    }

    /// What earlier runs have left of the store on disk. Only what is in force today is left for others.
    fn cache(&self, moment: &Moment) -> Option<Cache> {
        let env = &self.ctx.env;
        if self.is_revision() || self.ctx.global.no_cache {
            return None;
        }
        let store = self.root().canonicalize().ok()?;
        let cache = Cache::new(env.cache.clone()?, &store, &env.this_program()?, self.ctx.started);
        Some(if moment.day == self.today() { cache } else { cache.as_it_is() })
    }
}

/// An objective's figures, and what else is wanted of it.
struct Kept<M> {
    figures: ObjectiveFigures,
    more: M,
}

impl<M> Placed for Kept<M> {
    fn reference(&self) -> &ObjectiveRef {
        self.figures.reference()
    }

    fn aligns_to(&self) -> &[ReferenceQuery] {
        self.figures.aligns_to()
    }

    fn ids(&self) -> impl Iterator<Item = &KeyResultId> {
        self.figures.ids()
    }
}

/// Makes of each record its figures at a moment.
struct Skimmer<'s> {
    desk: &'s ReadingDesk<'s>,
    moment: Moment,
}

impl Skimmer<'_> {
    fn take<M: BorshSerialize>(
        &self,
        glance: &Glance,
        packed: Option<&mut Vec<u8>>,
        more: impl Fn(&ObjectiveState) -> M,
    ) -> Kept<M> {
        let Glance { reference, objective, told } = glance;
        let state = state(objective, told, &self.moment);
        let (figures, more) = (ObjectiveFigures::of(reference, objective, &state), more(&state));
        if let Some(packed) = packed {
            let span = Span::around(told, &self.moment);
            *packed = pack(&figures, &more, span).unwrap_or_default();
        }
        self.now(figures, more)
    }

    fn recall<M: BorshDeserialize>(&self, reference: &ObjectiveRef, packed: &[u8]) -> Option<Kept<M>> {
        let (figures, more) = unpack(packed, reference, &self.moment)?;
        Some(self.now(figures, more))
    }

    fn now<M>(&self, figures: ObjectiveFigures, more: M) -> Kept<M> {
        let cycle = self.desk.cycles().iter().find(|cycle| cycle.id == figures.reference.cycle);
        Kept { figures: figures.on(cycle, &self.moment), more }
    }
}

impl Skim for Skimmer<'_> {
    type Own = Kept<()>;

    fn kind(&self) -> &'static str {
        "figures"
    }

    fn take(&self, glance: Glance, packed: Option<&mut Vec<u8>>) -> Kept<()> {
        self.take(&glance, packed, |_| ())
    }

    fn recall(&self, reference: &ObjectiveRef, packed: &[u8]) -> Option<Kept<()>> {
        self.recall(reference, packed)
    }
}

/// The same with signs for rules.
struct Signing<'s> {
    figures: Skimmer<'s>,
    people: HashSet<&'s str>,
}

impl Signing<'_> {
    /// Events of people who are known tell no rule anything.
    fn strangers_alone(&self, mut kept: Kept<Signs>) -> Kept<Signs> {
        let known = |by: &CompactString| self.people.is_empty() || self.people.contains(by.as_str());
        let by = std::mem::take(&mut kept.more.by);
        kept.more.by = by.into_iter().filter(|by| !known(by)).collect();
        kept
    }
}

impl Skim for Signing<'_> {
    type Own = Kept<Signs>;

    fn kind(&self) -> &'static str {
        "rules"
    }

    fn take(&self, glance: Glance, packed: Option<&mut Vec<u8>>) -> Kept<Signs> {
        let Glance { reference, objective, told } = &glance;
        let defined = Defined { reference, objective };
        let signs = |state: &ObjectiveState| Signs::of(&defined, told, state, &self.figures.moment);
        self.strangers_alone(self.figures.take(&glance, packed, signs))
    }

    fn recall(&self, reference: &ObjectiveRef, packed: &[u8]) -> Option<Kept<Signs>> {
        self.figures.recall(reference, packed).map(|kept| self.strangers_alone(kept))
    }
}
