//! Reading a store: its header, one objective, or all of a cycle. What is damaged is reported and hides nothing else.

use std::collections::BTreeSet;
use std::io;

use crate::model::Zone;

use super::cache::{Cache, Stamp};
use super::convert;
use super::define::problem_of;
use super::layout;
use super::record::Glance;
use super::schema::{RawCycle, RawOrg, RawSettings};
use super::settings;
use super::shape;
use super::skim::{Skim, Skimming, Whole};
use super::source::{EntryKind, ReadError, Source};
use crate::model::{
    Cycle, CycleId, Damage, Header, Loss, ObjectiveRef, Org, OwnerKey, Placed, Record, Settings, Snapshot, map_long,
    span_of,
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

/// One objective as read: with damage there may be no record.
#[derive(Debug)]
pub struct ReadRecord<R = Record> {
    pub record: Option<R>,
    pub damages: Vec<Damage>,
    /// The places where the objective was before, and where histories of it still stand.
    pub followed: Vec<ObjectiveRef>,
    /// What the definition and each history were while they were read, if these files tell all of it, wherever others come or go.
    pub(super) stamps: Option<Vec<Stamp>>,
}

/// An objective's files: its definition, and the histories beside it.
#[derive(Debug, Clone)]
pub(super) struct Files {
    pub reference: ObjectiveRef,
    pub defined: bool,
    pub histories: Vec<String>,
    /// Those of the definition and the histories, in that order; empty where they were not asked for, or one has none.
    pub stamps: Vec<Stamp>,
}

impl Files {
    /// No file yet.
    pub fn none_of(reference: ObjectiveRef) -> Self {
        Self { reference, defined: false, histories: Vec::new(), stamps: Vec::new() }
    }

    /// Where they are.
    pub fn paths(&self) -> impl Iterator<Item = String> {
        let definition = self.defined.then(|| layout::objective_file(&self.reference));
        definition.into_iter().chain(self.histories.iter().cloned())
    }
}

/// Whether histories without an objective are damage: only where all files are there that could be theirs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Orphans {
    Told,
    LeftAlone,
}

impl<R> ReadRecord<R> {
    /// No record, because of these damages.
    pub(super) fn nothing(damages: Vec<Damage>) -> Self {
        Self { record: None, damages, followed: Vec::new(), stamps: None }
    }
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
        Header { settings, org, cycles, damages, left_out: Vec::new() }
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
        self.read_as(objective, zone, |glance| glance.into_record())
    }

    /// The same, of which `make` keeps what is wanted.
    fn read_as<R>(&self, objective: &ObjectiveRef, zone: Zone, make: impl Fn(Glance) -> R) -> ReadRecord<R> {
        let mut damages = Vec::new();
        let all = self.files_of(&objective.cycle, &objective.owner, &mut damages);
        let Some(files) = all.into_iter().find(|files| &files.reference == objective) else {
            return ReadRecord::nothing(Vec::new());
        };
        let mut read = self.read_files(&files, zone, |glance, _| make(glance));
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
        let (header, objectives) = self.skim(header, cycle, &Whole, None);
        Snapshot { header, objectives }
    }

    /// The same, of which only that is kept which `skim` makes of each as it is read, by reference. What an earlier run left in the
    /// cache is not read again.
    pub fn skim<S: Skim>(
        &self,
        header: Header,
        cycle: &CycleId,
        skim: &S,
        cache: Option<&Cache>,
    ) -> (Header, Vec<S::Own>) {
        let within = header.cycles.iter().find(|known| &known.id == cycle);
        let nested = header.cycles.iter().filter(|other| within.is_some_and(|cycle| cycle.encloses(other)));
        let cycles: Vec<CycleId> = std::iter::once(cycle.clone()).chain(nested.map(|cycle| cycle.id.clone())).collect();
        let (mut header, mut own) = self.skim_cycles(header, &cycles, skim, cache);
        self.add_elsewhere(&mut header, &mut own, skim);
        (header, own)
    }

    /// All objectives of all cycles.
    pub fn load_all(&self, header: Header) -> Snapshot {
        let (header, objectives) = self.skim_all(header, &Whole, None);
        Snapshot { header, objectives }
    }

    /// The same as [`Store::skim`] does it.
    pub fn skim_all<S: Skim>(&self, header: Header, skim: &S, cache: Option<&Cache>) -> (Header, Vec<S::Own>) {
        let cycles: Vec<CycleId> = header.cycles.iter().map(|cycle| cycle.id.clone()).collect();
        self.skim_cycles(header, &cycles, skim, cache)
    }

    fn skim_cycles<S: Skim>(
        &self,
        mut header: Header,
        cycles: &[CycleId],
        skim: &S,
        cache: Option<&Cache>,
    ) -> (Header, Vec<S::Own>) {
        let mut damages = std::mem::take(&mut header.damages);
        let mut skimming = Skimming::new(self, header.settings.time_zone, skim, cache);
        let mut links = Vec::new();
        skimming.folders(&self.folders(cycles, &mut links), &mut damages);
        damages.extend(links);
        let own = skimming.finish(&mut damages, Orphans::Told);
        (Header { damages, ..header }, own)
    }

    fn folders<'c>(&self, cycles: &'c [CycleId], damages: &mut Vec<Damage>) -> Vec<(&'c CycleId, OwnerKey)> {
        let owners =
            |cycle: &'c CycleId| self.owners_and_links(cycle, damages).into_iter().map(move |one| (cycle, one));
        cycles.iter().flat_map(owners).collect()
    }

    /// The files of all objectives of some cycles; none is read.
    pub(super) fn files(&self, cycles: &[CycleId], damages: &mut Vec<Damage>) -> Vec<Files> {
        let mut links = Vec::new();
        let files = self.files_in(&self.folders(cycles, &mut links), damages);
        damages.extend(links);
        files
    }

    fn files_in(&self, folders: &[(&CycleId, OwnerKey)], damages: &mut Vec<Damage>) -> Vec<Files> {
        let listed: Vec<(Vec<Files>, Vec<Damage>)> = map_long(folders, |(cycle, owner)| {
            let mut damages = Vec::new();
            let files = self.files_of(cycle, owner, &mut damages);
            (files, damages)
        });
        let mut files = Vec::new();
        for (found, damaged) in listed {
            files.extend(found);
            damages.extend(damaged);
        }
        files
    }

    /// The objectives of these files, by reference.
    pub(super) fn read_all(
        &self,
        files: Vec<Files>,
        zone: Zone,
        damages: &mut Vec<Damage>,
        told: Orphans,
    ) -> Vec<Record> {
        let mut skimming = Skimming::new(self, zone, &Whole, None);
        skimming.files(files, damages);
        skimming.finish(damages, told)
    }

    /// Reads what is aligned to in cycles that were not asked for: those objectives alone.
    fn add_elsewhere<S: Skim>(&self, header: &mut Header, all: &mut Vec<S::Own>, skim: &S) {
        let place = |all: &[S::Own], wanted: &ObjectiveRef| all.binary_search_by(|one| one.reference().cmp(wanted));
        let mut wanted = BTreeSet::new();
        for query in all.iter().flat_map(Placed::aligns_to) {
            if let (Some(cycle), Some(owner)) = (&query.cycle, &query.owner) {
                let slug = query.objective.clone();
                wanted.insert(ObjectiveRef { cycle: cycle.clone(), owner: owner.clone(), slug });
            }
        }
        wanted.retain(|reference| place(all, reference).is_err());
        for reference in wanted {
            let read = self.read_as(&reference, header.settings.time_zone, |glance| skim.take(glance, None));
            if let (Some(own), Err(at)) = (read.record, place(all, &reference)) {
                all.insert(at, own);
            }
            header.damages.extend(read.damages);
        }
    }
}
