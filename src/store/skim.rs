//! Reading many objectives: in parts, on all processors, and keeping of each no more than is asked for.

use std::collections::BTreeSet;
use std::sync::OnceLock;

use super::cache::{Cache, Session};
use super::load::{Files, Orphans, ReadRecord, Store};
use crate::model::{Damage, ObjectiveRef, Placed, Record, Zone, map_long};

/// So many objectives are read at once: what is on the way between threads takes as much room as what is kept of it.
const PART: usize = 4_096;

/// So many are recalled together by one thread.
const TOGETHER: usize = 32;

/// Who is told how far reading has come.
static TOLD: OnceLock<Box<dyn Fn(usize) + Send + Sync>> = OnceLock::new();

/// Names who is told, after each part, how many objectives are read.
pub fn tell_of_reading(told: impl Fn(usize) + Send + Sync + 'static) {
    // Whoever came first goes on.
    let _ = TOLD.set(Box::new(told));
}

/// What a command makes of each record as soon as it is read.
pub trait Skim: Sync {
    type Own: Placed + Send;

    /// What is packed by one kind of skimming is nothing to another.
    fn kind(&self) -> &'static str;

    /// Makes it. Where `packed` is given, what another run may know instead of reading the files goes in there; nothing if there is no
    /// such thing.
    fn take(&self, record: Record, packed: Option<&mut Vec<u8>>) -> Self::Own;

    /// What [`Skim::take`] would make of a record that was packed; none where that cannot be known.
    fn recall(&self, reference: &ObjectiveRef, packed: &[u8]) -> Option<Self::Own>;
}

/// Keeping all of it.
pub struct Whole;

impl Skim for Whole {
    type Own = Record;

    fn kind(&self) -> &'static str {
        "whole"
    }

    fn take(&self, record: Record, _packed: Option<&mut Vec<u8>>) -> Record {
        record
    }

    fn recall(&self, _reference: &ObjectiveRef, _packed: &[u8]) -> Option<Record> {
        None
    }
}

/// Reading the objectives of some cycles, part by part.
pub(super) struct Skimming<'s, S: Skim> {
    store: &'s Store,
    zone: Zone,
    skim: &'s S,
    session: Session<'s>,
    kept: Vec<S::Own>,
    /// Histories at places without a definition.
    orphans: Vec<Files>,
    /// Those places of them that an objective followed.
    followed: BTreeSet<ObjectiveRef>,
}

/// One objective as it was read or recalled.
struct One<T> {
    own: Option<T>,
    damages: Vec<Damage>,
    /// The places where it was before.
    followed: Vec<ObjectiveRef>,
    /// What is to be remembered of it, where that is not what was recalled.
    packed: Option<Vec<u8>>,
}

impl<'s, S: Skim> Skimming<'s, S> {
    /// With nothing read yet.
    pub fn new(store: &'s Store, zone: Zone, skim: &'s S, cache: Option<&'s Cache>) -> Self {
        let session = Session::new(cache, skim.kind(), zone);
        Self { store, zone, skim, session, kept: Vec::new(), orphans: Vec::new(), followed: BTreeSet::new() }
    }

    /// Reads the objectives of these files as well; about as many may come so many times, with this one.
    pub fn read(&mut self, files: Vec<Files>, parts_to_come: usize, damages: &mut Vec<Damage>) {
        let (defined, orphans): (Vec<Files>, Vec<Files>) = files.into_iter().partition(|files| files.defined);
        self.orphans.extend(orphans);
        self.kept.reserve(defined.len() * parts_to_come);
        for part in defined.chunks(PART) {
            self.part(part, damages);
            TOLD.get().into_iter().for_each(|tell| tell(self.kept.len()));
        }
    }

    fn part(&mut self, files: &[Files], damages: &mut Vec<Damage>) {
        self.session.meet(files);
        let Self { store, zone, skim, session, .. } = &*self;
        let together: Vec<&[Files]> = files.chunks(TOGETHER).collect();
        let read = map_long(&together, |files| {
            let recalled = session.recall(files);
            let one = |(at, files): (usize, &Files)| {
                let known = recalled.get(at).and_then(|packed| skim.recall(&files.reference, packed));
                known.map_or_else(|| One::read(store, files, *zone, *skim, session), One::known)
            };
            files.iter().enumerate().map(one).collect::<Vec<_>>()
        });
        for (files, one) in files.iter().zip(read.into_iter().flatten()) {
            match one.packed {
                Some(packed) => self.session.remember(files, packed),
                None => self.session.keep(files),
            }
            self.kept.extend(one.own);
            damages.extend(one.damages);
            self.followed.extend(one.followed);
        }
    }

    /// What was made of all that was read, by reference.
    pub fn finish(self, damages: &mut Vec<Damage>, told: Orphans) -> Vec<S::Own> {
        self.session.finish();
        if told == Orphans::Told {
            let nobodys = self.orphans.iter().filter(|files| !self.followed.contains(&files.reference));
            damages.extend(nobodys.flat_map(|files| self.store.orphans(files)));
        }
        let mut kept = self.kept;
        // They are read in that order but where cycles lie within each other.
        if !kept.is_sorted_by(|a, b| a.reference() <= b.reference()) {
            kept.sort_by(|a, b| a.reference().cmp(b.reference()));
        }
        kept
    }
}

impl<T: Placed + Send> One<T> {
    fn read(store: &Store, files: &Files, zone: Zone, skim: &impl Skim<Own = T>, session: &Session) -> Self {
        let ReadRecord { record, damages, followed, alone } = store.read_files(files, zone);
        let mut packed = Vec::new();
        // What is damaged is to be told each time.
        let wanted = alone && damages.is_empty() && session.wants(files);
        let own = record.map(|record| skim.take(record, wanted.then_some(&mut packed)));
        Self { own, damages, followed, packed: Some(packed) }
    }

    fn known(own: T) -> Self {
        Self { own: Some(own), damages: Vec::new(), followed: Vec::new(), packed: None }
    }
}
