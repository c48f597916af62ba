//! Reading a store: its header, one objective, or all of a cycle. What is damaged is reported and hides nothing else.

use std::collections::{BTreeSet, HashMap};
use std::io;

use crate::model::Zone;

use super::convert;
use super::define::problem_of;
use super::layout;
use super::schema::{RawCycle, RawOrg, RawSettings};
use super::settings;
use super::shape;
use super::source::{EntryKind, ReadError, Source};
use crate::model::{
    Cycle, CycleId, Damage, Loss, ObjectiveRef, Org, OwnerKey, Record, Settings, Snapshot, map_all, span_of,
};

/// A store that can be read, wherever it is kept.
pub struct Store {
    source: Box<dyn Source>,
}

/// What is read of a store for every command, however large its organisation is.
#[derive(Debug, Clone, Default)]
pub struct Frame {
    pub settings: Settings,
    /// By start, then name.
    pub cycles: Vec<Cycle>,
    pub damages: Vec<Damage>,
    /// How many of the damages are of the settings; they come first.
    of_settings: usize,
}

/// What is read of a store for nearly every command: settings, organisation and cycles, never an objective.
#[derive(Debug, Clone, Default)]
pub struct Header {
    pub settings: Settings,
    pub org: Org,
    /// By start, then name.
    pub cycles: Vec<Cycle>,
    pub damages: Vec<Damage>,
}

/// One objective as read: with damage there may be no record.
#[derive(Debug, Default)]
pub struct ReadRecord {
    pub record: Option<Record>,
    pub damages: Vec<Damage>,
    /// The places where the objective was before, and where histories of it still stand.
    pub followed: Vec<ObjectiveRef>,
}

/// An objective's files: its definition, and the histories beside it.
#[derive(Debug, Clone)]
pub(super) struct Files {
    pub reference: ObjectiveRef,
    pub defined: bool,
    pub histories: Vec<String>,
}

impl Files {
    /// Where they are.
    pub fn paths(&self) -> impl Iterator<Item = String> {
        let definition = self.defined.then(|| layout::objective_file(&self.reference));
        definition.into_iter().chain(self.histories.iter().cloned())
    }
}

/// So many objectives are read at once.
const PART: usize = 4_096;

/// What is made of a record as soon as it is read.
pub(super) type Keep<'k, T> = dyn Fn(&mut Record) -> T + Sync + Send + 'k;

/// Whether histories without an objective are damage: only where all files are there that could be theirs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Orphans {
    Told,
    LeftAlone,
}

impl Store {
    pub fn new(source: impl Source + 'static) -> Self {
        Self { source: Box::new(source) }
    }

    pub fn source(&self) -> &dyn Source {
        &*self.source
    }

    /// Settings, organisation and cycles.
    pub fn header(&self) -> Header {
        self.header_of(self.frame())
    }

    /// Settings and cycles.
    pub fn frame(&self) -> Frame {
        let mut damages = Vec::new();
        let settings = self.settings(&mut damages);
        let of_settings = damages.len();
        let ids = self.list_cycles().unwrap_or_else(|why| {
            damages.push(self.damage("", None, problem_of(ReadError::Io(why)), Loss::Cycle));
            Vec::new()
        });
        let mut cycles: Vec<Cycle> = ids.iter().filter_map(|id| self.cycle(id, &settings, &mut damages)).collect();
        cycles.sort_by(|a, b| (a.start, a.end, &a.id).cmp(&(b.start, b.end, &b.id)));
        Frame { settings, cycles, damages, of_settings }
    }

    /// The same with the organisation.
    pub fn header_of(&self, frame: Frame) -> Header {
        let Frame { settings, cycles, mut damages, of_settings } = frame;
        let mut found = Vec::new();
        let org = self.org(&mut found);
        damages.splice(of_settings..of_settings, found);
        Header { settings, org, cycles, damages }
    }

    pub(super) fn settings(&self, damages: &mut Vec<Damage>) -> Settings {
        let read =
            self.definition::<RawSettings, _>(layout::SETTINGS, &shape::SETTINGS, Loss::Defaults, damages, |raw, c| {
                Some(settings::settings(raw, c))
            });
        read.unwrap_or_default()
    }

    pub(super) fn org(&self, damages: &mut Vec<Damage>) -> Org {
        let read = self.definition::<RawOrg, _>(layout::ORG, &shape::ORG, Loss::Defaults, damages, |raw, c| {
            Some(convert::org(raw, c))
        });
        read.unwrap_or_default()
    }

    /// The cycles that have a file, whether or not it can be read.
    pub fn cycle_ids(&self) -> Vec<CycleId> {
        self.list_cycles().unwrap_or_default()
    }

    fn list_cycles(&self) -> io::Result<Vec<CycleId>> {
        let folders = self.source.list("")?.into_iter().filter(|entry| entry.kind == EntryKind::Folder);
        let ids = folders.filter_map(|entry| entry.name.parse::<CycleId>().ok());
        Ok(ids.filter(|id| !self.source.lacks(&layout::cycle_file(id))).collect())
    }

    pub(super) fn cycle(&self, id: &CycleId, settings: &Settings, damages: &mut Vec<Damage>) -> Option<Cycle> {
        let named = span_of(id, settings.fiscal_year_start).map(|span| (span.start, span.end));
        self.definition::<RawCycle, _>(&layout::cycle_file(id), &shape::CYCLE, Loss::Cycle, damages, |raw, c| {
            convert::cycle(id, raw, named, c)
        })
    }

    /// One objective with its history. Nothing else of the store is read but the names beside it.
    pub fn read(&self, objective: &ObjectiveRef, zone: Zone) -> ReadRecord {
        let mut damages = Vec::new();
        let all = self.files_of(&objective.cycle, &objective.owner, &mut damages);
        let Some(files) = all.into_iter().find(|files| &files.reference == objective) else {
            return ReadRecord::default();
        };
        let mut read = self.read_files(&files, zone, &|former| self.left_at(former));
        // What is wrong beside it is somebody else's; what is wrong with a file of its own is not.
        let own = self.source.shown(&format!("{objective}."));
        read.damages.extend(damages.into_iter().filter(|damage| damage.file.starts_with(&own)));
        read
    }

    /// The histories at a place that has no definition.
    pub fn left_at(&self, place: &ObjectiveRef) -> Vec<String> {
        self.beside(place).filter(|files| !files.defined).map(|files| files.histories).unwrap_or_default()
    }

    /// All objectives of a cycle, those of cycles within it, and those elsewhere that they align to.
    pub fn load(&self, header: Header, cycle: &CycleId) -> Snapshot {
        self.load_keeping(header, cycle, |_| ()).0
    }

    /// The same with what `keep` makes of each record as soon as it is read, in their order. It may take out of the record
    /// what is not needed any more: most of a large store is its events.
    pub fn load_keeping<T: Send>(
        &self,
        header: Header,
        cycle: &CycleId,
        keep: impl Fn(&mut Record) -> T + Sync + Send,
    ) -> (Snapshot, Vec<T>) {
        let within = header.cycles.iter().find(|known| &known.id == cycle);
        let nested = header.cycles.iter().filter(|other| within.is_some_and(|cycle| cycle.encloses(other)));
        let cycles: Vec<CycleId> = std::iter::once(cycle.clone()).chain(nested.map(|cycle| cycle.id.clone())).collect();
        let (mut snapshot, mut kept) = self.load_cycles(header, &cycles, &keep);
        self.add_elsewhere(&mut snapshot, &mut kept, &keep);
        (snapshot, kept)
    }

    /// All objectives of all cycles.
    pub fn load_all(&self, header: Header) -> Snapshot {
        self.load_all_keeping(header, |_| ()).0
    }

    /// The same as [`Store::load_keeping`] does it.
    pub fn load_all_keeping<T: Send>(
        &self,
        header: Header,
        keep: impl Fn(&mut Record) -> T + Sync + Send,
    ) -> (Snapshot, Vec<T>) {
        let cycles: Vec<CycleId> = header.cycles.iter().map(|cycle| cycle.id.clone()).collect();
        self.load_cycles(header, &cycles, &keep)
    }

    fn load_cycles<T: Send>(&self, header: Header, cycles: &[CycleId], keep: &Keep<T>) -> (Snapshot, Vec<T>) {
        let mut damages = header.damages;
        let files = self.files(cycles, &mut damages);
        let (objectives, kept) =
            self.read_keeping(&files, header.settings.time_zone, &mut damages, Orphans::Told, keep);
        let (settings, org, cycles) = (header.settings, header.org, header.cycles);
        (Snapshot { settings, org, cycles, objectives, damages, left_out: Vec::new() }, kept)
    }

    /// The files of all objectives of some cycles; none is read.
    pub(super) fn files(&self, cycles: &[CycleId], damages: &mut Vec<Damage>) -> Vec<Files> {
        let folders: Vec<(&CycleId, OwnerKey)> =
            cycles.iter().flat_map(|cycle| self.owners(cycle).into_iter().map(move |owner| (cycle, owner))).collect();
        let listed: Vec<(Vec<Files>, Vec<Damage>)> = map_all(&folders, |(cycle, owner)| {
            let mut damages = Vec::new();
            (self.files_of(cycle, owner, &mut damages), damages)
        });
        let mut files = Vec::new();
        for (found, damaged) in listed {
            files.extend(found);
            damages.extend(damaged);
        }
        damages.extend(cycles.iter().flat_map(|cycle| self.owner_links(cycle)));
        files
    }

    /// The objectives of these files, by reference.
    pub(super) fn read_all(
        &self,
        files: &[Files],
        zone: Zone,
        damages: &mut Vec<Damage>,
        told: Orphans,
    ) -> Vec<Record> {
        self.read_keeping(files, zone, damages, told, &|_| ()).0
    }

    /// The same, each with what `keep` makes of it.
    fn read_keeping<T: Send>(
        &self,
        files: &[Files],
        zone: Zone,
        damages: &mut Vec<Damage>,
        told: Orphans,
        keep: &Keep<T>,
    ) -> (Vec<Record>, Vec<T>) {
        let (files, orphans): (Vec<&Files>, Vec<&Files>) = files.iter().partition(|files| files.defined);
        let left: HashMap<&ObjectiveRef, &Files> = orphans.iter().map(|files| (&files.reference, *files)).collect();
        // What is not among these files may still be there.
        let at = |former: &ObjectiveRef| match left.get(former) {
            Some(files) => files.histories.clone(),
            None => self.left_at(former),
        };
        let mut objectives = Vec::with_capacity(files.len());
        let mut kept = Vec::with_capacity(files.len());
        let mut followed: BTreeSet<ObjectiveRef> = BTreeSet::new();
        // In parts: what is on the way between threads takes as much room as what is kept of it.
        for files in files.chunks(PART) {
            let read = map_all(files, |files| {
                let mut read = self.read_files(files, zone, &at);
                let kept = read.record.as_mut().map(keep);
                (read, kept)
            });
            for (one, own) in read {
                objectives.extend(one.record);
                kept.extend(own);
                damages.extend(one.damages);
                followed.extend(one.followed);
            }
        }
        if told == Orphans::Told {
            let nobodys = orphans.iter().filter(|files| !followed.contains(&files.reference));
            damages.extend(nobodys.flat_map(|files| self.orphans(files)));
        }
        in_order(objectives, kept)
    }

    /// Reads what is aligned to in cycles that were not asked for: those objectives alone.
    fn add_elsewhere<T: Send>(&self, snapshot: &mut Snapshot, kept: &mut Vec<T>, keep: &Keep<T>) {
        let mut wanted = BTreeSet::new();
        for record in &snapshot.objectives {
            for query in &record.objective.aligns_to {
                if let (Some(cycle), Some(owner)) = (&query.cycle, &query.owner) {
                    let slug = query.objective.clone();
                    wanted.insert(ObjectiveRef { cycle: cycle.clone(), owner: owner.clone(), slug });
                }
            }
        }
        wanted.retain(|reference| snapshot.find(reference).is_none());
        for reference in wanted {
            let read = self.read(&reference, snapshot.settings.time_zone);
            let at = snapshot.objectives.partition_point(|record| record.reference < reference);
            if let Some(mut record) = read.record {
                kept.insert(at, keep(&mut record));
                snapshot.objectives.insert(at, record);
            }
            snapshot.damages.extend(read.damages);
        }
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
