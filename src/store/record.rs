//! One objective as its files give it: the definition, and the events of all its histories.

use crate::model::Zone;

use super::cache::Stamp;
use super::collector::Collector;
use super::convert;
use super::define::problem_of;
use super::diagnose::at_most;
use super::history::{self, Told};
use super::layout;
use super::lines::Lines;
use super::load::{Files, ReadRecord, Store};
use super::past::Histories;
use super::schema::RawObjective;
use super::shape;
use super::unfit::unfit;
use crate::model::{Damage, Happened, Loss, Objective, ObjectiveRef, Problem, Record};

/// How often files are listed again that went while they were read.
const LISTINGS: usize = 8;

/// An objective as its files tell of it, with the texts in which its history stands.
pub struct Glance<'t> {
    pub reference: &'t ObjectiveRef,
    pub objective: Objective,
    /// As in a [`Record`].
    pub told: Vec<Told<'t>>,
}

impl Glance<'_> {
    /// The same with texts of its own.
    pub fn into_record(self) -> Record {
        let events = self.told.into_iter().map(Told::into_event).collect();
        Record { reference: self.reference.clone(), objective: self.objective, events }
    }
}

/// The stamps of an objective's files, where they tell all of it and nothing is wrong in them.
type Sound<'s> = Option<&'s [Stamp]>;

impl Store {
    /// Reads an objective, of which `make` keeps what is wanted.
    pub(super) fn read_files<R>(&self, files: &Files, zone: Zone, make: impl Fn(Glance, Sound) -> R) -> ReadRecord<R> {
        let mut read = self.read_listed(files, zone, &make);
        let mut again = None;
        for _ in 0..LISTINGS {
            // A history that could not be opened may be back by now, under the name that it had.
            let is_unread = |damage: &Damage| matches!(damage.problem, Problem::Unreadable(_));
            let unread = read.record.is_some() && read.damages.iter().any(is_unread);
            if read.damages.is_empty() || !(unread || self.misses(again.as_ref().unwrap_or(files))) {
                break;
            }
            // It moved away, or its histories were regrouped.
            let now = self.beside(&files.reference).filter(|now| now.defined == files.defined);
            let Some(now) = now else { return ReadRecord::nothing(Vec::new()) };
            read = ReadRecord { stamps: None, ..self.read_listed(&now, zone, &make) };
            again = Some(now);
        }
        read
    }

    fn read_listed<R>(&self, files: &Files, zone: Zone, make: &impl Fn(Glance, Sound) -> R) -> ReadRecord<R> {
        let mut damages = Vec::new();
        if !files.defined {
            return ReadRecord::nothing(self.orphans(files));
        }
        let path = layout::objective_file(&files.reference);
        let (objective, stamp) = self.objective(&path, &mut damages);
        let Some(objective) = objective else { return ReadRecord::nothing(damages) };
        let read = self.history_bytes(&files.histories);
        let mut histories = self.told_by(&read, zone);
        let alone = !histories.tell_of_moves(&files.reference);
        let stamps = std::iter::once(stamp).chain(read.iter().map(|file| file.stamp));
        let stamps = stamps.collect::<Option<Vec<Stamp>>>().filter(|_| alone);
        let followed = if alone { Vec::new() } else { self.follow(&mut histories, &files.reference, zone) };
        let told = self.counting(histories, &objective, &mut damages);
        let sound = stamps.as_deref().filter(|_| damages.is_empty());
        let record = make(Glance { reference: &files.reference, objective, told }, sound);
        ReadRecord { record: Some(record), damages, followed, stamps }
    }

    /// What an objective's own file says now, if it can be read; its history is not.
    pub fn defined(&self, objective: &ObjectiveRef) -> Option<Objective> {
        self.objective(&layout::objective_file(objective), &mut Vec::new()).0
    }

    /// What an objective's file defines, with what the file was then; nothing if there is any problem with it.
    pub(super) fn objective(&self, path: &str, damages: &mut Vec<Damage>) -> (Option<Objective>, Option<Stamp>) {
        let (bytes, stamp) = match self.source().read_stamped(path, layout::MAX_DEFINITION) {
            Ok(read) => read,
            Err(why) => {
                damages.push(self.damage(path, None, problem_of(why), Loss::Objective));
                return (None, None);
            }
        };
        let convert = |raw, c: &mut Collector| {
            let objective = convert::objective(raw, c);
            c.found.is_empty().then_some(objective)
        };
        let loss = Loss::Objective;
        (self.defines::<RawObjective, _>(path, &bytes, &shape::OBJECTIVE, loss, damages, convert), stamp)
    }

    /// Histories that nobody's objective follows.
    pub(super) fn orphans(&self, files: &Files) -> Vec<Damage> {
        files.histories.iter().map(|path| self.damage(path, None, Problem::Orphan, Loss::Detail)).collect()
    }

    /// The events that count, in their order.
    fn counting<'t>(&self, read: Histories<'t>, objective: &Objective, damages: &mut Vec<Damage>) -> Vec<Told<'t>> {
        let Histories { paths, texts, placed, places, damages: found, .. } = read;
        damages.extend(found);
        let (kept, twins) = history::fold(placed);
        let twin = |(event, place): history::Placed<Told>| {
            (place, Problem::TwinEvent { id: event.seen().event_id() }, Loss::Event)
        };
        let twins = twins.into_iter().map(twin);
        let unfit = unfit(objective, &kept).into_iter().map(|(place, problem)| (place, problem, Loss::Detail));
        let wrong: Vec<(usize, Problem, Loss)> = twins.chain(unfit).collect();
        let texts = if wrong.is_empty() { Vec::new() } else { texts };
        let texts: Vec<_> = texts.iter().map(|text| String::from_utf8_lossy(text)).collect();
        let mut lines: Vec<Option<Lines>> = texts.iter().map(|_| None).collect();
        for (place, problem, loss) in at_most(wrong, |(place, _, loss), count| (place, Problem::More { count }, loss)) {
            let (file, line) = places[place];
            let lines = lines[file].get_or_insert_with(|| Lines::of(&texts[file]));
            damages.push(Damage { loss, ..self.on_line(&paths[file], lines, line, problem) });
        }
        kept.into_iter().map(|(event, _)| event).collect()
    }
}
