//! Which cycle is meant, and as of which day.

use chrono::NaiveDate;

use super::desk::ReadingDesk;
use super::error::{Failure, bad_key};
use super::global::Past;
use super::unknown_cycle::making;
use super::words::note;
use crate::language::{list, say};
use crate::model::{Current, Cycle, CycleId, Damage, Loss, Moment, cadence_days, current, day_of};
use crate::store::layout;

impl ReadingDesk<'_> {
    /// How a cycle that is missing comes into being; the past cannot be mended, so there it is said what is looked at.
    fn cycle_hint(&self, known: &[String], make: Option<&str>) -> String {
        let known = list(known);
        match (self.revision(), known.as_str()) {
            (None, "") => make.unwrap_or(say!("okr cycle new makes the current one")).to_owned(),
            (None, known) => match make {
                Some(make) => say!("there is {known}; {make}", known, make),
                None => say!("there is {known}", known),
            },
            (Some(rev), "") => say!("this is the store as it was in {rev}", rev),
            (Some(rev), known) => say!("in {rev} there is {known}", rev, known),
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
                self.ctx.ui.say(&note(&say!(
                    "no cycle holds {day}; this is {cycle}, the last one that ended",
                    day,
                    cycle = cycle.id
                )));
                Ok(cycle)
            }
            Some(Current::NotBegun(cycle)) => {
                self.ctx.ui.say(&note(&say!(
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
}
