//! An open store, with what a command needs of it: the cycle that is meant, who is asking, and resolving references.

use std::path::{Path, PathBuf};
use std::sync::OnceLock;

use chrono::{DateTime, NaiveDate, Utc};

use super::context::Context;
use super::error::{Failure, bad_key};
use super::faults::Told;
use super::global::Past;
pub use super::open::Desk;
use super::strangers::Met;
use super::unknown_cycle::making;
use crate::language::{list, say};
use crate::model::{
    Current, Cycle, CycleId, Damage, KeyResultId, Loss, Moment, ObjectiveRef, Org, Problem, Record, Reference,
    ReferenceQuery, Settings, Snapshot, cadence_days, current, day_of,
};
use crate::store::{Frame, Header, Store, UserConfig, layout};
use crate::view::Names;

/// A store that can only be read, on disk or in a revision of Git.
pub struct ReadingDesk<'c> {
    pub ctx: &'c Context,
    pub store: Store,
    frame: Frame,
    /// With the organisation, once it is asked for.
    header: OnceLock<Header>,
    config: UserConfig,
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

    /// The user's own settings.
    pub fn config(&self) -> &UserConfig {
        &self.config
    }

    fn now(&self) -> DateTime<Utc> {
        self.revision.as_ref().map_or(self.ctx.now, |(_, committed)| *committed)
    }

    /// How a cycle that is missing comes into being; the past cannot be mended, so there it is said what is looked at.
    fn cycle_hint(&self, known: &[String], make: Option<&str>) -> String {
        let known = list(known);
        match (&self.revision, known.as_str()) {
            (None, "") => make.unwrap_or(say!("okr cycle new makes the current one")).to_owned(),
            (None, known) => match make {
                Some(make) => say!("there is {known}; {make}", known, make),
                None => say!("there is {known}", known),
            },
            (Some((rev, _)), "") => say!("this is the store as it was in {rev}", rev),
            (Some((rev, _)), known) => say!("in {rev} there is {known}", rev, known),
        }
    }

    /// The cycle that was named by option or environment, if one was.
    ///
    /// # Errors
    /// When it is not there.
    pub fn cycle_asked_for(&self) -> Result<Option<&Cycle>, Failure> {
        let named = self.ctx.global.cycle.as_ref().or(self.ctx.env.cycle.as_ref());
        let Some(text) = named else { return Ok(None) };
        let id: CycleId = text.parse().map_err(|why| bad_key(say!(in "key", "cycle"), text, &why))?;
        self.named_cycle(&id).map(Some)
    }

    /// The cycle that is meant: named, or found by the clock.
    ///
    /// # Errors
    /// When it is not there, or there is none at all.
    pub fn cycle(&self, day: NaiveDate) -> Result<&Cycle, Failure> {
        if let Some(named) = self.cycle_asked_for()? {
            return Ok(named);
        }
        let cycles = self.cycles();
        match current(cycles, day, cadence_days(self.settings().cadence)) {
            Some(Current::Holds(cycle)) => Ok(cycle),
            Some(Current::LastEnded(cycle)) => {
                self.ctx.ui.say(&super::words::note(&say!(
                    "no cycle holds {day}; this is {cycle}, the last one that ended",
                    day,
                    cycle = cycle.id
                )));
                Ok(cycle)
            }
            Some(Current::NotBegun(cycle)) => {
                self.ctx.ui.say(&super::words::note(&say!(
                    "no cycle holds {day}; this is {cycle}, the first one to come",
                    day,
                    cycle = cycle.id
                )));
                Ok(cycle)
            }
            None => {
                self.report(&self.header().damages);
                let hint = self.cycle_hint(&[], None);
                Err(Failure::usage(say!("this store has no cycle yet")).hint(hint))
            }
        }
    }

    /// A cycle by name.
    ///
    /// # Errors
    /// When there is none of that name.
    pub fn named_cycle(&self, id: &CycleId) -> Result<&Cycle, Failure> {
        self.cycles().iter().find(|cycle| &cycle.id == id).ok_or_else(|| {
            let damaged: Vec<Damage> =
                self.header().damages.iter().filter(|damage| damage.loss == Loss::Cycle).cloned().collect();
            self.report(&damaged);
            let names: Vec<String> = self.cycles().iter().map(|cycle| cycle.id.to_string()).collect();
            // A file that is damaged is mended, not made.
            let there = damaged.iter().any(|damage| damage.file.ends_with(&layout::cycle_file(id)));
            let make = making(id, self.cycles(), self.settings().fiscal_year_start).filter(|_| !there);
            let hint = self.cycle_hint(&names, make.as_deref());
            Failure::usage(say!("there is no cycle {id}", id)).hint(hint)
        })
    }

    /// The moment that a reading command is about: the end of the day asked for, or of today; in a revision, of the day on
    /// which it was committed.
    ///
    /// # Errors
    /// When the day cannot be read.
    pub fn moment(&self, past: &Past) -> Result<Moment, Failure> {
        let zone = self.settings().time_zone;
        match &past.as_of {
            None => Ok(Moment::at(self.now(), zone)),
            Some(text) => {
                let day = day_of(text).ok_or_else(|| {
                    Failure::usage(say!("--as-of {text} is not a day", text = format_args!("{text:?}")))
                        .hint(say!("write it as 2026-11-15; days are those of the years 1900 to 2999"))
                })?;
                Ok(Moment::end_of(day, zone))
            }
        }
    }

    /// Today, in the store's zone; in a revision, the day on which it was committed.
    pub fn today(&self) -> NaiveDate {
        Moment::at(self.now(), self.settings().time_zone).day
    }

    /// The one objective that was meant, and the key result of it if one was named.
    ///
    /// # Errors
    /// When it names none or several.
    pub fn find(&self, text: &str) -> Result<(ObjectiveRef, Option<KeyResultId>), Failure> {
        self.find_query(text).map_err(|failure| {
            let half = text.split_once('/').filter(|(_, rest)| !rest.contains('/'));
            let cycle = half.and_then(|(first, rest)| {
                let is = |cycle: &&Cycle| cycle.id.as_str() == first;
                self.cycles().iter().find(is).map(|cycle| (&cycle.id, rest))
            });
            match cycle {
                Some((cycle, rest)) => {
                    failure.hint(say!("{cycle} is a cycle: write {cycle}/OWNER/{rest}", cycle, rest))
                }
                None => failure,
            }
        })
    }

    fn find_query(&self, text: &str) -> Result<(ObjectiveRef, Option<KeyResultId>), Failure> {
        let query: ReferenceQuery = text.parse()?;
        let cycle = match &query.cycle {
            Some(id) => self.named_cycle(id)?.id.clone(),
            None => self.cycle(self.today())?.id.clone(),
        };
        let objective = self.store.resolve(&query, &cycle, self.cycles())?;
        Ok((objective, query.key_result))
    }

    /// As [`ReadingDesk::find`], for what must be one objective.
    ///
    /// # Errors
    /// When it names none or several, or a key result.
    pub fn find_objective(&self, text: &str) -> Result<ObjectiveRef, Failure> {
        match self.find(text)? {
            (objective, None) => Ok(objective),
            (objective, Some(kr)) => {
                let text = format_args!("{text:?}");
                let hint = say!("the objective is {objective}; without .{kr}", objective = objective.in_cycle(), kr);
                Err(Failure::usage(say!("{text} names a key result", text)).hint(hint))
            }
        }
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
        let Header { settings, org, cycles, .. } = self.header().clone();
        Snapshot { settings, org, cycles, objectives: vec![record], ..Snapshot::default() }
    }

    /// Reads a cycle. It is read once and kept until the process ends: giving back a million small pieces one by one
    /// would take a tenth of the time of a large report.
    pub fn load(&self, cycle: &CycleId) -> &'static Snapshot {
        Box::leak(Box::new(self.with_left_out(self.store.load(self.header().clone(), cycle)).0))
    }

    /// Reads one objective alone, as a snapshot of its own.
    ///
    /// # Errors
    /// When its definition cannot be read.
    pub fn snapshot_of(&self, objective: &ObjectiveRef) -> Result<&'static Snapshot, Failure> {
        let header = self.header().clone();
        let read = self.store.read(objective, header.settings.time_zone);
        let Some(record) = read.record else {
            self.report(&read.damages);
            return Err(Failure::store(say!("{objective} cannot be read", objective)));
        };
        let damages = header.damages.into_iter().chain(read.damages).collect();
        let (settings, org, cycles) = (header.settings, header.org, header.cycles);
        let objectives = vec![record];
        Ok(Box::leak(Box::new(Snapshot { settings, org, cycles, objectives, damages, left_out: Vec::new() })))
    }

    /// Says what is damaged in a snapshot. Whether something was lost by it.
    pub fn report_snapshot(&self, snapshot: &Snapshot) -> bool {
        self.report(&snapshot.damages)
    }

    /// Reads every cycle, as [`ReadingDesk::load`] reads one.
    pub fn load_all(&self) -> &'static Snapshot {
        Box::leak(Box::new(self.with_left_out(self.store.load_all(self.header().clone())).0))
    }

    /// How references read where this cycle is the one that is meant.
    pub fn names(&self, cycle: &CycleId) -> Names {
        Names::new(cycle.clone(), !self.store.has_owners(cycle) && self.org().company.is_none())
    }

    /// The names of one cycle where no objective was loaded, for a single reference.
    pub fn short(&self, reference: &Reference) -> String {
        let cycle = self.cycle_quietly().unwrap_or_else(|| reference.objective.cycle.clone());
        self.names(&cycle).reference(reference)
    }

    /// The cycle that is meant, if there is one; without a word about it.
    pub fn cycle_quietly(&self) -> Option<CycleId> {
        let named = self.ctx.global.cycle.as_ref().or(self.ctx.env.cycle.as_ref());
        if let Some(id) = named.and_then(|text| text.parse().ok()) {
            return Some(id);
        }
        let found = current(self.cycles(), self.today(), cadence_days(self.settings().cadence));
        found.map(|found| match found {
            Current::Holds(cycle) | Current::LastEnded(cycle) | Current::NotBegun(cycle) => cycle.id.clone(),
        })
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

/// The index of an objective in a snapshot by a query, for reading commands that have loaded a cycle anyway.
///
/// # Errors
/// When it names none or several.
pub fn pick(desk: &ReadingDesk, snapshot: &Snapshot, text: &str) -> Result<(usize, Option<usize>), Failure> {
    let (objective, kr) = desk.find(text)?;
    let at = snapshot.find(&objective).ok_or_else(|| Failure::store(say!("{objective} cannot be read", objective)))?;
    let key_results = &snapshot.objectives[at].objective.key_results;
    let Some(id) = kr else { return Ok((at, None)) };
    match key_results.iter().position(|kr| kr.id == id) {
        Some(kr) => Ok((at, Some(kr))),
        None => Err(no_key_result(&objective, &id, key_results.iter().map(|kr| &kr.id))),
    }
}

/// The failure of a key result that an objective lacks.
pub fn no_key_result<'a>(
    objective: &ObjectiveRef,
    id: &KeyResultId,
    known: impl Iterator<Item = &'a KeyResultId>,
) -> Failure {
    let known: Vec<&str> = known.map(KeyResultId::as_str).collect();
    let failure = Failure::usage(say!("{objective} has no key result \"{id}\"", objective = objective.in_cycle(), id));
    match (super::grammar::nearest(id.as_str(), known.iter().copied()), known.as_slice()) {
        (_, []) => failure.hint(say!("it has none; okr kr add {name} \"TITLE: FROM -> TO\"", name = objective.slug)),
        (Some(near), _) => failure.hint(say!("did you mean {near}? It has {known}", near, known = list(&known))),
        (None, known) => failure.hint(say!("it has {known}", known = list(known))),
    }
}
