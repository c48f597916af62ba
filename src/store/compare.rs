//! Two stores side by side: only what differs is read, on both sides.

use std::collections::{BTreeMap, HashSet};

use super::load::{Files, Orphans, Store};
use super::object::ObjectFormat;
use crate::model::{CycleId, Damage, Header, ObjectiveRef, Record, RollUp, Snapshot, map_all};

/// Two stores as far as their files differ, and besides what the figures of that need.
pub struct Compared {
    pub before: Snapshot,
    pub after: Snapshot,
    /// The objectives whose files differ, by reference. A change of layout alone is among them.
    pub differing: Vec<ObjectiveRef>,
    /// Those among them that have files on a side where they could not be read.
    pub unread_before: Vec<ObjectiveRef>,
    pub unread_after: Vec<ObjectiveRef>,
}

/// One store of the two.
pub struct Side<'s> {
    pub store: &'s Store,
    pub header: Header,
    /// The cycles that are compared.
    pub cycles: Vec<CycleId>,
}

/// An objective's files on both sides.
#[derive(Default)]
struct Pair {
    before: Option<Files>,
    after: Option<Files>,
}

/// Compares two stores by the names that Git has for their files, and reads the objectives that differ. `is_elsewhere`
/// tells of an objective that one side lacks whether that is because its files were not checked out.
pub fn compare(
    before: Side,
    after: Side,
    format: ObjectFormat,
    is_elsewhere: impl FnOnce(&[ObjectiveRef]) -> HashSet<ObjectiveRef>,
) -> Compared {
    let (mut damaged_before, mut damaged_after) = (before.header.damages.clone(), after.header.damages.clone());
    let mut pairs: BTreeMap<ObjectiveRef, Pair> = BTreeMap::new();
    for files in before.store.files(&before.cycles, &mut damaged_before) {
        let reference = files.reference.clone();
        pairs.entry(reference).or_default().before = Some(files);
    }
    for files in after.store.files(&after.cycles, &mut damaged_after) {
        let reference = files.reference.clone();
        pairs.entry(reference).or_default().after = Some(files);
    }
    let lacking: Vec<ObjectiveRef> =
        pairs.iter().filter(|(_, pair)| pair.lacks_after()).map(|(reference, _)| reference.clone()).collect();
    let elsewhere = if lacking.is_empty() { HashSet::new() } else { is_elsewhere(&lacking) };
    pairs.retain(|reference, _| !elsewhere.contains(reference));
    let all: Vec<Pair> = pairs.into_values().collect();
    let same = map_all(&all, |pair| pair.is_same(before.store, after.store, format));
    let (mut same, mut differing): (Vec<_>, Vec<_>) = all.into_iter().zip(same).partition(|(_, same)| *same);
    if differing.iter().any(|(pair, _)| pair.is_left()) {
        // What an objective left where it was before has changed: whose that is, the objectives tell.
        differing.append(&mut same);
    }
    let differing: Vec<Pair> = differing.into_iter().map(|(pair, _)| pair).collect();
    let read = |side: &Side, files: &dyn Fn(&Pair) -> Option<Files>, damages: &mut Vec<Damage>| {
        let files: Vec<Files> = differing.iter().filter_map(files).collect();
        let defined: Vec<ObjectiveRef> =
            files.iter().filter(|files| files.defined).map(|files| files.reference.clone()).collect();
        let records = side.store.read_all(files, side.header.settings.time_zone, damages, Orphans::LeftAlone);
        let read: HashSet<&ObjectiveRef> = records.iter().map(|record| &record.reference).collect();
        let unread = defined.into_iter().filter(|reference| !read.contains(reference)).collect::<Vec<_>>();
        (records, unread)
    };
    let (mut old, unread_before) = read(&before, &|pair| pair.before.clone(), &mut damaged_before);
    let (mut new, unread_after) = read(&after, &|pair| pair.after.clone(), &mut damaged_after);
    let changed = || old.iter().chain(&new);
    let blended = [&before.header, &after.header].iter().any(|header| header.settings.rollup == RollUp::Blended);
    if (blended && changed().next().is_some()) || changed().any(|record| record.objective.is_rolled_up()) {
        // What stayed as it was is in the figures of what changed; read once, it stands on both sides.
        let files: Vec<Files> = same.into_iter().filter_map(|(pair, _)| pair.after).collect();
        let rest = after.store.read_all(files, after.header.settings.time_zone, &mut Vec::new(), Orphans::LeftAlone);
        old.extend(rest.iter().cloned());
        new.extend(rest);
    }
    Compared {
        before: snapshot(before.header, old, damaged_before),
        after: snapshot(after.header, new, damaged_after),
        differing: differing.iter().filter_map(|pair| pair.reference().cloned()).collect(),
        unread_before,
        unread_after,
    }
}

fn snapshot(header: Header, mut objectives: Vec<Record>, damages: Vec<Damage>) -> Snapshot {
    objectives.sort_by(|a, b| a.reference.cmp(&b.reference));
    Snapshot { header: Header { damages, ..header }, objectives }
}

impl Pair {
    fn reference(&self) -> Option<&ObjectiveRef> {
        self.after.as_ref().or(self.before.as_ref()).map(|files| &files.reference)
    }

    /// Histories alone, without a definition on either side.
    fn is_left(&self) -> bool {
        ![&self.before, &self.after].into_iter().flatten().any(|files| files.defined)
    }

    fn lacks_after(&self) -> bool {
        self.after.as_ref().is_none_or(|files| !files.defined)
    }

    fn is_same(&self, before: &Store, after: &Store, format: ObjectFormat) -> bool {
        let (Some(old), Some(new)) = (&self.before, &self.after) else { return false };
        let same = |path: &str| before.source().object(path, format) == after.source().object(path, format);
        old.defined == new.defined && old.histories == new.histories && new.paths().all(|path| same(&path))
    }
}
