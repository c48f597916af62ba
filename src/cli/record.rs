//! Events on their way into a history: who, when, and written all or none.

use std::cmp::Ordering;
use std::collections::BTreeMap;

use chrono::{DateTime, Duration, NaiveDateTime, TimeZone, Utc};

use super::desk::Desk;
use super::ending::cycle_is_open;
use super::error::Failure;
use crate::language::say;
use crate::model::{Edit, Event, EventId, ObjectiveRef, OwnerKey, What, day_of};
use crate::store::{Change, local_instant, to_line};

/// Collects the events of one command and appends them at its end.
pub struct Recorder<'d> {
    desk: &'d Desk<'d>,
    pub me: OwnerKey,
    at: DateTime<Utc>,
    events: BTreeMap<ObjectiveRef, Vec<Event>>,
    count: i64,
    why: Option<String>,
}

impl<'d> Recorder<'d> {
    /// A recorder for what happens now, or happened `at` an earlier time.
    ///
    /// # Errors
    /// When it is not known who one is, the store's settings are damaged, or `at` is in the future.
    pub fn new(desk: &'d Desk<'d>, at: Option<&str>) -> Result<Self, Failure> {
        let me = desk.me();
        desk.ready_to_append()?;
        let me = me?;
        let at = at.map_or(Ok(desk.ctx.now), |text| moment(desk, text))?;
        Ok(Self { desk, me, at, events: BTreeMap::new(), count: 0, why: None })
    }

    /// An event of this command. The second of several is a millisecond later, so that their order stays.
    ///
    /// # Errors
    /// When there is no id to be had.
    pub fn event(&mut self, objective: &ObjectiveRef, what: What) -> Result<Event, Failure> {
        self.event_at(objective, self.next(self.at), what)
    }

    fn next(&self, at: DateTime<Utc>) -> DateTime<Utc> {
        at + Duration::milliseconds(self.count)
    }

    /// An event that happened at a moment of its own.
    ///
    /// # Errors
    /// When there is no id to be had, or the cycle was closed.
    pub fn event_at(&mut self, objective: &ObjectiveRef, at: DateTime<Utc>, what: What) -> Result<Event, Failure> {
        cycle_is_open(self.desk, &objective.cycle)?;
        self.count += 1;
        self.desk.met.signs(&self.me);
        let nameless = Event { id: EventId::from_bits(0), at, by: self.me.as_str().into(), what };
        // The line itself, not the types behind it: ids that follow from a seed then outlast every change of the code.
        let says = to_line(&nameless).map_err(|why| Failure::fault(why.to_string()))?;
        let id = self.desk.ctx.new_id(&format!("{objective} {says}"))?;
        Ok(Event { id, ..nameless })
    }

    /// Notes an event for an objective.
    ///
    /// # Errors
    /// When there is no id to be had.
    pub fn note(&mut self, objective: &ObjectiveRef, what: What) -> Result<(), Failure> {
        let event = self.event(objective, what)?;
        self.events.entry(objective.clone()).or_default().push(event);
        Ok(())
    }

    /// The moment of the next event: another one than the command's, or that. It comes after those `known` ones that claim
    /// the same instant, as what was told last is meant to count.
    ///
    /// # Errors
    /// When `at` is no moment or in the future.
    pub fn moment(&self, at: Option<&str>, known: &[Event]) -> Result<DateTime<Utc>, Failure> {
        let mut at = self.next(at.map_or(Ok(self.at), |text| moment(self.desk, text))?);
        let from = known.partition_point(|event| event.at < at);
        for event in known[from..].iter().map(|event| event.at) {
            match event.cmp(&at) {
                Ordering::Less => {}
                Ordering::Equal => at += Duration::milliseconds(1),
                Ordering::Greater => break,
            }
        }
        Ok(at)
    }

    /// Notes an event that happened at a moment of its own.
    ///
    /// # Errors
    /// When there is no id to be had.
    pub fn note_at(&mut self, objective: &ObjectiveRef, at: DateTime<Utc>, what: What) -> Result<Event, Failure> {
        let event = self.event_at(objective, at, what)?;
        self.events.entry(objective.clone()).or_default().push(event.clone());
        Ok(event)
    }

    /// Whether events are of now, not of an earlier time that was named.
    pub fn is_of_now(&self) -> bool {
        self.at == self.desk.ctx.now
    }

    /// Says why the changes of this command are made.
    pub fn because(&mut self, note: Option<&str>) {
        self.why = note.map(str::to_owned);
    }

    /// Notes a change of a definition.
    ///
    /// # Errors
    /// When there is no id to be had.
    pub fn edited(
        &mut self,
        objective: &ObjectiveRef,
        field: &str,
        from: Option<String>,
        to: Option<String>,
    ) -> Result<(), Failure> {
        let note = self.why.clone();
        self.note(objective, What::Edit(Edit { field: field.to_owned(), from, to, note }))
    }

    /// What was noted for an objective so far.
    pub fn noted(&self, objective: &ObjectiveRef) -> &[Event] {
        self.events.get(objective).map(Vec::as_slice).unwrap_or_default()
    }

    /// Appends everything that was noted: all of it, or nothing.
    ///
    /// # Errors
    /// When a history cannot be written.
    pub fn write(mut self) -> Result<(), Failure> {
        let desk = self.desk;
        if self.events.len() > 1 {
            let lock = desk.lock()?;
            let mut change = desk.change(format!("update of {} objectives", self.events.len()));
            self.enter(&mut change)?;
            return desk.make(change, lock);
        }
        for (objective, events) in &self.events {
            desk.say_written(desk.writer().append(&self.me, objective, events)?);
        }
        Ok(())
    }

    /// Makes everything that was noted so far belong to a change.
    ///
    /// # Errors
    /// When an event cannot be written as a line.
    pub fn enter(&mut self, change: &mut Change) -> Result<(), Failure> {
        for (objective, events) in &std::mem::take(&mut self.events) {
            self.desk.writer().note(change, &self.me, objective, events)?;
        }
        Ok(())
    }
}

/// The moment that `--at` means: RFC 3339, a day with a time in the store's zone, or a day, which takes the time of now.
fn moment(desk: &Desk, text: &str) -> Result<DateTime<Utc>, Failure> {
    let (zone, now) = (desk.settings().time_zone, desk.ctx.now);
    let whole = || DateTime::parse_from_rfc3339(text).ok().map(|at| at.with_timezone(&Utc));
    let local = |at: NaiveDateTime| zone.from_local_datetime(&at).earliest().map(|at| at.with_timezone(&Utc));
    let day = || day_of(text).map(|day| day.and_time(now.with_timezone(&zone).time())).and_then(local);
    let at = whole().or_else(|| local_instant(text, zone)).or_else(day).ok_or_else(|| {
        Failure::usage(say!("--at {text} is no moment", text = format_args!("{text:?}")))
            .hint(say!("write it as 2026-10-12, \"2026-10-12 09:00\" or 2026-10-12T09:00:00Z"))
    })?;
    if at > now {
        return Err(Failure::usage(say!("--at {text} is in the future", text))
            .hint(say!("only what has happened can be written down")));
    }
    Ok(at)
}
