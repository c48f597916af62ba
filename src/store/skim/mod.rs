//! Reading many objectives: in parts, on all processors, and keeping of each no more than is asked for.

mod folder;

use std::collections::BTreeSet;
use std::sync::OnceLock;
use std::sync::atomic::AtomicUsize;

use super::cache::{Cache, Session};
use super::load::{Files, Orphans, Store};
use super::record::Glance;
use crate::model::{CycleId, Damage, ObjectiveRef, OwnerKey, Placed, Record, Zone, map_long};
use folder::Reader;

/// So many folders are read at once: what is on the way between threads takes as much room as what is kept of it.
const FOLDERS: usize = 512;

/// Who is told how far reading has come.
static TOLD: OnceLock<Box<dyn Fn(usize) + Send + Sync>> = OnceLock::new();

/// Names who is told, now and then, how many objectives are read.
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
    fn take(&self, glance: Glance, packed: Option<&mut Vec<u8>>) -> Self::Own;

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

    fn take(&self, glance: Glance, _packed: Option<&mut Vec<u8>>) -> Record {
        glance.into_record()
    }

    fn recall(&self, _reference: &ObjectiveRef, _packed: &[u8]) -> Option<Record> {
        None
    }
}

/// Reading the objectives of some cycles, part by part.
pub(super) struct Skimming<'s, S: Skim> {
    reader: Reader<'s, S>,
    kept: Vec<S::Own>,
    /// Histories at places without a definition.
    orphans: Vec<Files>,
    /// Those places of them that an objective followed.
    followed: BTreeSet<ObjectiveRef>,
}

impl<'s, S: Skim> Skimming<'s, S> {
    /// With nothing read yet.
    pub fn new(store: &'s Store, zone: Zone, skim: &'s S, cache: Option<&'s Cache>) -> Self {
        let session = Session::new(cache, skim.kind(), zone);
        let reader = Reader { store, zone, skim, session, read: AtomicUsize::new(0) };
        Self { reader, kept: Vec::new(), orphans: Vec::new(), followed: BTreeSet::new() }
    }

    /// Reads the objectives in these folders.
    pub fn folders(&mut self, folders: &[(&CycleId, OwnerKey)], damages: &mut Vec<Damage>) {
        folders.iter().for_each(|(cycle, _)| self.reader.session.meet(cycle));
        let parts = folders.chunks(FOLDERS);
        let count = parts.len();
        for (at, part) in parts.enumerate() {
            let read = map_long(part, |(cycle, owner)| self.reader.folder(cycle, owner));
            if at == 0 {
                // Half as much again as all will be, if the others hold as many: what is kept is not to be moved, and room that is not
                // used is no memory.
                let found: usize = read.iter().map(|folder| folder.own.len()).sum();
                self.kept.reserve(found * count * 3 / 2);
            }
            for ((cycle, owner), folder) in part.iter().zip(read) {
                self.reader.session.leave(cycle, owner, folder.own.len(), folder.left);
                self.kept.extend(folder.own);
                damages.extend(folder.damages);
                self.orphans.extend(folder.orphans);
                self.followed.extend(folder.followed);
            }
        }
    }

    /// Reads the objectives of these files.
    pub fn files(&mut self, files: Vec<Files>, damages: &mut Vec<Damage>) {
        let (defined, orphans): (Vec<Files>, Vec<Files>) = files.into_iter().partition(|files| files.defined);
        self.orphans.extend(orphans);
        for one in map_long(&defined, |files| self.reader.one(files)) {
            self.kept.extend(one.own);
            damages.extend(one.damages);
            self.followed.extend(one.followed);
        }
    }

    /// What was made of all that was read, by reference.
    pub fn finish(self, damages: &mut Vec<Damage>, told: Orphans) -> Vec<S::Own> {
        let Self { reader: Reader { store, session, .. }, mut kept, orphans, followed } = self;
        session.finish();
        if told == Orphans::Told {
            let nobodys = orphans.iter().filter(|files| !followed.contains(&files.reference));
            damages.extend(nobodys.flat_map(|files| store.orphans(files)));
        }
        // They are read in that order but where cycles lie within each other.
        if !kept.is_sorted_by(|a, b| a.reference() <= b.reference()) {
            kept.sort_by(|a, b| a.reference().cmp(b.reference()));
        }
        kept
    }
}
