//! Reading many objectives: in parts, on all processors, and keeping of each no more than is asked for.

use std::collections::{BTreeSet, HashMap};
use std::sync::OnceLock;

use super::cache::{Cache, Session};
use super::load::{Files, Orphans, ReadRecord, Store};
use crate::model::{Damage, ObjectiveRef, Record, Zone, map_all};

/// So many objectives are read at once.
const PART: usize = 4_096;

/// Who is told how far reading has come.
static TOLD: OnceLock<Box<dyn Fn(usize, usize) + Send + Sync>> = OnceLock::new();

/// Names who is told, after each part, how many objectives of how many are read.
pub fn tell_of_reading(told: impl Fn(usize, usize) + Send + Sync + 'static) {
    // Whoever came first goes on.
    let _ = TOLD.set(Box::new(told));
}

/// What a command makes of each record as soon as it is read.
pub trait Skim: Sync {
    type Own: Send;

    /// What is packed by one kind of skimming is nothing to another.
    fn kind(&self) -> &'static str;

    /// Makes it, and takes out of the record what is not needed any more: most of a large store is its events. Where `packed` is
    /// given, what another run may know instead of reading the files goes in there; nothing if there is no such thing.
    fn take(&self, record: &mut Record, packed: Option<&mut Vec<u8>>) -> Self::Own;

    /// What [`Skim::take`] would make of a record that was packed, and would leave of it; none where that cannot be known.
    fn recall(&self, reference: &ObjectiveRef, packed: &[u8]) -> Option<(Record, Self::Own)>;
}

/// Keeping all of it.
pub struct Whole;

impl Skim for Whole {
    type Own = ();

    fn kind(&self) -> &'static str {
        "whole"
    }

    fn take(&self, _record: &mut Record, _packed: Option<&mut Vec<u8>>) {}

    fn recall(&self, _reference: &ObjectiveRef, _packed: &[u8]) -> Option<(Record, ())> {
        None
    }
}

/// One objective as it was read or recalled.
struct One<T> {
    read: ReadRecord,
    own: Option<T>,
    /// What is to be remembered of it, where that is not what was recalled.
    packed: Option<Vec<u8>>,
}

impl Store {
    /// The objectives of these files by reference, each with what `skim` makes of it.
    pub(super) fn read_skimming<S: Skim>(
        &self,
        files: &[Files],
        zone: Zone,
        damages: &mut Vec<Damage>,
        told: Orphans,
        skim: &S,
        cache: Option<&Cache>,
    ) -> (Vec<Record>, Vec<S::Own>) {
        let (files, orphans): (Vec<&Files>, Vec<&Files>) = files.iter().partition(|files| files.defined);
        let left: HashMap<&ObjectiveRef, &Files> = orphans.iter().map(|files| (&files.reference, *files)).collect();
        // What is not among these files may still be there.
        let at = |former: &ObjectiveRef| match left.get(former) {
            Some(files) => files.histories.clone(),
            None => self.left_at(former),
        };
        let mut session = Session::begin(cache, skim.kind(), zone, &files);
        let mut objectives = Vec::with_capacity(files.len());
        let mut kept = Vec::with_capacity(files.len());
        let mut followed: BTreeSet<ObjectiveRef> = BTreeSet::new();
        // In parts: what is on the way between threads takes as much room as what is kept of it.
        let all = files.len();
        for (before, files) in files.chunks(PART).enumerate() {
            TOLD.get().into_iter().for_each(|tell| tell(before * PART, all));
            let recalled = session.recall(files);
            let numbered: Vec<(usize, &Files)> = files.iter().copied().enumerate().collect();
            let read = map_all(&numbered, |(number, files)| {
                let known = recalled.get(*number).and_then(|packed| skim.recall(&files.reference, packed));
                known.map_or_else(|| self.one(&session, files, zone, &at, skim), One::known)
            });
            for (number, one) in read.into_iter().enumerate() {
                match &one.packed {
                    Some(packed) => session.add(files[number], packed),
                    None => recalled.get(number).into_iter().for_each(|packed| session.add(files[number], packed)),
                }
                objectives.extend(one.read.record);
                kept.extend(one.own);
                damages.extend(one.read.damages);
                followed.extend(one.read.followed);
            }
        }
        session.finish();
        if told == Orphans::Told {
            let nobodys = orphans.iter().filter(|files| !followed.contains(&files.reference));
            damages.extend(nobodys.flat_map(|files| self.orphans(files)));
        }
        in_order(objectives, kept)
    }

    fn one<S: Skim>(
        &self,
        session: &Session,
        files: &Files,
        zone: Zone,
        left: &dyn Fn(&ObjectiveRef) -> Vec<String>,
        skim: &S,
    ) -> One<S::Own> {
        let mut read = self.read_files(files, zone, left);
        let mut packed = Vec::new();
        // What is damaged is to be told each time.
        let wanted = read.alone && read.damages.is_empty() && session.wants(files);
        let own = read.record.as_mut().map(|record| skim.take(record, wanted.then_some(&mut packed)));
        One { read, own, packed: Some(packed) }
    }
}

impl<T> One<T> {
    fn known((record, own): (Record, T)) -> Self {
        let read = ReadRecord { record: Some(record), ..ReadRecord::default() };
        Self { read, own: Some(own), packed: None }
    }
}

/// Records by reference, with what belongs to each. They are read in that order but where cycles lie within each other.
fn in_order<T>(objectives: Vec<Record>, kept: Vec<T>) -> (Vec<Record>, Vec<T>) {
    if objectives.is_sorted_by(|a, b| a.reference <= b.reference) {
        return (objectives, kept);
    }
    let mut both: Vec<(Record, T)> = objectives.into_iter().zip(kept).collect();
    both.sort_by(|(a, _), (b, _)| a.reference.cmp(&b.reference));
    both.into_iter().unzip()
}
