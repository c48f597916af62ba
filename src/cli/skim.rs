//! Reading a cycle, or all of them, for what shows little of each objective; what earlier runs have read is recalled.

use std::collections::BTreeMap;

use compact_str::CompactString;

use super::desk::ReadingDesk;
use crate::analysis::{Assessment, Digest, ObjectiveFigures, ObjectiveState, Span, assess_skimmed, own_figures, state};
use crate::check::Needed;
use crate::model::{CycleId, Event, Moment, ObjectiveRef, Record, Snapshot};
use crate::store::{Cache, Skim};

impl ReadingDesk<'_> {
    /// Reads a cycle for a report that shows little of it: of each objective its figures at a moment are kept, none of its
    /// events, and of its key results no more words than their ids. It is kept until the process ends, as
    /// [`ReadingDesk::load`] does.
    pub fn skim(&self, cycle: &CycleId, moment: Moment) -> Assessment<'_> {
        let skimmer = Skimmer { desk: self, moment, kind: "figures", keep: &without_words, suffices: &|_| true };
        let (snapshot, own) = self.store.skim(self.header().clone(), cycle, &skimmer, self.cache(&moment).as_ref());
        self.assess_skimmed(snapshot, moment, own)
    }

    /// The same of every cycle for the rules of `check`: the words are kept, and the events that rules look at.
    pub fn skim_all(&self, moment: Moment, needed: &Needed) -> Assessment<'_> {
        let keep = |record: &mut Record, _: &mut ObjectiveState| needed.keep(record);
        let suffices = |digest: &Digest| needed.knows_all(&digest.others_by);
        let skimmer = Skimmer { desk: self, moment, kind: "rules", keep: &keep, suffices: &suffices };
        let (snapshot, own) = self.store.skim_all(self.header().clone(), &skimmer, self.cache(&moment).as_ref());
        self.assess_skimmed(snapshot, moment, own)
    }

    fn assess_skimmed(&self, snapshot: Snapshot, moment: Moment, own: Vec<ObjectiveFigures>) -> Assessment<'_> {
        let (snapshot, alignment) = self.with_left_out(snapshot);
        let snapshot: &'static Snapshot = Box::leak(Box::new(snapshot));
        let zone = self.settings().time_zone;
        let recall = Box::new(move |objective: &ObjectiveRef| self.store.read(objective, zone).record);
        assess_skimmed(snapshot, moment, alignment, own, recall)
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

type Keep<'s> = dyn Fn(&mut Record, &mut ObjectiveState) + Sync + 's;

/// Makes of each record its figures at a moment.
struct Skimmer<'s> {
    desk: &'s ReadingDesk<'s>,
    moment: Moment,
    /// What is left of a record differs from command to command.
    kind: &'static str,
    /// Takes out what is not looked at any more.
    keep: &'s Keep<'s>,
    /// Whether what was left of an objective another time is all that is looked at.
    suffices: &'s (dyn Fn(&Digest) -> bool + Sync),
}

impl Skimmer<'_> {
    fn figures(&self, record: &Record, state: ObjectiveState) -> ObjectiveFigures {
        let cycle = self.desk.cycles().iter().find(|cycle| cycle.id == record.reference.cycle);
        own_figures(&record.objective, state, cycle, &self.moment)
    }
}

impl Skim for Skimmer<'_> {
    type Own = ObjectiveFigures;

    fn kind(&self) -> &'static str {
        self.kind
    }

    fn take(&self, record: &mut Record, packed: Option<&mut Vec<u8>>) -> ObjectiveFigures {
        let mut state = state(&record.objective, &record.events, &self.moment);
        match packed {
            None => (self.keep)(record, &mut state),
            Some(packed) => {
                let span = Span::around(&record.events, &self.moment);
                let by: Vec<CompactString> = record.events.iter().map(|event| event.by.clone()).collect();
                (self.keep)(record, &mut state);
                let others_by = left_out(by, &record.events);
                let parts = (&record.objective, &state, &record.events[..], &others_by[..]);
                *packed = Digest::pack(parts, span).unwrap_or_default();
            }
        }
        self.figures(record, state)
    }

    fn recall(&self, reference: &ObjectiveRef, packed: &[u8]) -> Option<(Record, ObjectiveFigures)> {
        let digest = Digest::unpack(packed, &self.moment).filter(self.suffices)?;
        let Digest { objective, mut state, events, .. } = digest;
        let mut record = Record { reference: reference.clone(), objective, events };
        (self.keep)(&mut record, &mut state);
        let own = self.figures(&record, state);
        Some((record, own))
    }
}

/// Those by whom events were of which not all are left.
fn left_out(by: Vec<CompactString>, left: &[Event]) -> Vec<CompactString> {
    let mut counts: BTreeMap<CompactString, usize> = BTreeMap::new();
    for by in by {
        *counts.entry(by).or_default() += 1;
    }
    counts.retain(|by, count| left.iter().filter(|event| event.by == by).count() < *count);
    counts.into_keys().collect()
}

fn without_words(record: &mut Record, state: &mut ObjectiveState) {
    record.events = Vec::new();
    record.objective.description = None;
    for key_result in &mut record.objective.key_results {
        key_result.title = String::new();
        key_result.initiatives = Vec::new();
    }
    state.key_results.iter_mut().for_each(|own| own.said.note = None);
}
