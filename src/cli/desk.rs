//! An open store, with what every command needs of it: settings, organisation, cycles, objectives, and whether they can be changed.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::{Mutex, OnceLock, PoisonError};

use chrono::{DateTime, Utc};

use super::context::Context;
use super::error::Failure;
use super::faults::Told;
pub use super::open::Desk;
use super::strangers::Met;
use crate::language::say;
use crate::model::{
    Cycle, CycleId, Damage, Header, Loss, ObjectiveRef, Org, Problem, Record, Reference, Settings, Snapshot,
};
use crate::store::{Frame, Store, UserConfig};
use crate::view::Names;

/// A store that can only be read, on disk or in a revision of Git.
pub struct ReadingDesk<'c> {
    pub ctx: &'c Context,
    pub store: Store,
    frame: Frame,
    /// With the organisation, once it is asked for.
    header: OnceLock<Header>,
    config: UserConfig,
    /// The cycles whose owners were looked at, and whether an owner goes without saying there.
    named: Mutex<BTreeMap<CycleId, bool>>,
    /// The store's folder on disk today.
    root: PathBuf,
    /// The revision that is read, and when it was committed.
    revision: Option<(String, DateTime<Utc>)>,
    pub met: Met,
    pub told: Told,
}

impl<'c> ReadingDesk<'c> {
    /// Whether a revision is read, not the files on disk.
    pub fn is_revision(&self) -> bool {
        self.revision.is_some()
    }

    /// The store's folder on disk today.
    pub fn root(&self) -> &Path {
        &self.root
    }

    /// Reads the settings and cycles of a store.
    pub fn new(ctx: &'c Context, store: Store, root: PathBuf, config: UserConfig) -> Self {
        let frame = store.frame();
        Self {
            ctx,
            store,
            frame,
            header: OnceLock::new(),
            config,
            named: Mutex::default(),
            root,
            revision: None,
            met: Met::default(),
            told: Told::default(),
        }
    }

    pub fn settings(&self) -> &Settings {
        &self.frame.settings
    }

    /// By start, then name.
    pub fn cycles(&self) -> &[Cycle] {
        &self.frame.cycles
    }

    /// Who is who. It is read when it is first asked for: a check-in of a large company does not need it.
    pub fn org(&self) -> &Org {
        &self.header().org
    }

    /// Whether anybody asked for the organisation yet.
    pub fn has_read_org(&self) -> bool {
        self.header.get().is_some()
    }

    /// Settings, organisation and cycles, with what is damaged in them.
    pub fn header(&self) -> &Header {
        self.header.get_or_init(|| self.store.header_of(self.frame.clone()))
    }

    /// The same store, known to be that of a revision: its day stands for today.
    #[must_use]
    pub fn at(self, rev: &str, committed: DateTime<Utc>) -> Self {
        Self { revision: Some((rev.to_owned(), committed)), ..self }
    }

    /// The revision that is read, as it was named.
    pub fn revision(&self) -> Option<&str> {
        self.revision.as_ref().map(|(rev, _)| rev.as_str())
    }

    /// The user's own settings.
    pub fn config(&self) -> &UserConfig {
        &self.config
    }

    /// The moment at which the store is looked at; in a revision, that of its commit.
    pub fn now(&self) -> DateTime<Utc> {
        self.revision.as_ref().map_or(self.ctx.now, |(_, committed)| *committed)
    }

    /// One objective's record, for a change of it. Single damaged events are said, and are no obstacle.
    ///
    /// # Errors
    /// When its definition or a history cannot be read at all, or is in the middle of a merge.
    pub fn record(&self, objective: &ObjectiveRef) -> Result<Record, Failure> {
        let read = self.store.read(objective, self.settings().time_zone);
        self.report(&read.damages);
        let closed = |damage: &&Damage| {
            use Problem::{ConflictMarker, NotAFile, NotText, TooLarge, Unreadable};
            matches!(damage.problem, ConflictMarker | NotAFile | NotText | TooLarge { .. } | Unreadable(_))
        };
        if let Some(damage) = read.damages.iter().find(closed) {
            return Err(Failure::store(say!(
                "{file} cannot be added to as it is; nothing was changed",
                file = damage.file
            )));
        }
        // It was there when its name was looked up.
        read.record.ok_or_else(|| {
            Failure::store(match read.damages.is_empty() {
                true => say!("{objective} is not there any more; nothing was changed", objective),
                false => say!("{objective} cannot be read; nothing was changed", objective),
            })
        })
    }

    /// A record as a snapshot of its own.
    pub fn alone(&self, record: Record) -> Snapshot {
        let header = Header { damages: Vec::new(), ..self.header().clone() };
        Snapshot { header, objectives: vec![record] }
    }

    /// Reads a cycle. It is read once and kept until the process ends: giving back a million small pieces one by one
    /// would take a tenth of the time of a large report.
    pub fn load(&self, cycle: &CycleId) -> &'static Snapshot {
        self.kept(self.store.load(self.header().clone(), cycle))
    }

    /// Reads one objective alone, as a snapshot of its own.
    ///
    /// # Errors
    /// When its definition cannot be read.
    pub fn snapshot_of(&self, objective: &ObjectiveRef) -> Result<&'static Snapshot, Failure> {
        let mut header = self.header().clone();
        let read = self.store.read(objective, header.settings.time_zone);
        let Some(record) = read.record else {
            self.report(&read.damages);
            return Err(Failure::store(say!("{objective} cannot be read", objective)));
        };
        header.damages.extend(read.damages);
        Ok(Box::leak(Box::new(Snapshot { header, objectives: vec![record] })))
    }

    /// Says what is damaged in a snapshot. Whether something was lost by it.
    pub fn report_snapshot(&self, snapshot: &Snapshot) -> bool {
        self.report(&snapshot.damages)
    }

    /// Reads every cycle, as [`ReadingDesk::load`] reads one.
    pub fn load_all(&self) -> &'static Snapshot {
        self.kept(self.store.load_all(self.header().clone()))
    }

    fn kept(&self, snapshot: Snapshot) -> &'static Snapshot {
        let Snapshot { header, objectives } = snapshot;
        let (header, _) = self.with_left_out(header, &objectives);
        Box::leak(Box::new(Snapshot { header, objectives }))
    }

    /// How references read where this cycle is the one that is meant.
    pub fn names(&self, cycle: &CycleId) -> Names {
        let mut named = self.named.lock().unwrap_or_else(PoisonError::into_inner);
        let alone = || !self.store.has_owners(cycle) && self.org().company.is_none();
        Names::new(cycle.clone(), *named.entry(cycle.clone()).or_insert_with(alone))
    }

    /// The names of one cycle where no objective was loaded, for a single reference.
    pub fn short(&self, reference: &Reference) -> String {
        let cycle = self.cycle_quietly().unwrap_or_else(|| reference.objective.cycle.clone());
        self.names(&cycle).reference(reference)
    }

    /// Refuses to change a store whose settings cannot be read: defaults would write in the wrong place.
    ///
    /// # Errors
    /// When settings or organisation are damaged.
    pub fn ready_to_write(&self) -> Result<(), Failure> {
        self.ready_but_for(&self.header().damages)
    }

    /// The same for what is added to a history. The organisation matters only if it was asked who one is.
    ///
    /// # Errors
    /// When settings, or an organisation that was read, are damaged.
    pub fn ready_to_append(&self) -> Result<(), Failure> {
        self.ready_but_for(self.header.get().map_or(&self.frame.damages, |header| &header.damages))
    }

    fn ready_but_for(&self, damages: &[Damage]) -> Result<(), Failure> {
        let damages: Vec<Damage> = damages.iter().filter(|damage| damage.loss == Loss::Defaults).cloned().collect();
        if self.report(&damages) {
            return Err(Failure::store(say!(
                "the store's settings or organisation cannot be read; nothing was changed"
            ))
            .hint(say!("mend the file first")));
        }
        Ok(())
    }
}
