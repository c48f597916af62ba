//! An objective while it is checked in.

use std::collections::{HashMap, HashSet};

use chrono::{DateTime, Utc};

use crate::analysis::{assess, retracted};
use crate::cli::desk::Desk;
use crate::cli::ending::open_objective;
use crate::cli::error::Failure;
use crate::cli::objective_meant::no_key_result;
use crate::cli::record::Recorder;
use crate::cli::words;
use crate::language::say;
use crate::model::{
    CheckIn, Event, EventId, Header, KeyResult, KeyResultId, Metric, Moment, ObjectiveRef, Reading, Record, Reported,
    Snapshot, What, read_value,
};
use crate::report::{KeyResultReport, ObjectiveReport};
use crate::view::{self, Span};

/// An objective while it is checked in: its record, with the check-ins as they come, and what is to be said of each.
pub struct Updating<'d> {
    desk: &'d Desk<'d>,
    pub record: Record,
    /// The events that were taken back before this command.
    gone: HashSet<String>,
    lines: Vec<(Option<KeyResultId>, Vec<Span>)>,
    /// What is to be said of check-ins that do not count yet.
    overruled: Vec<String>,
}

impl<'d> Updating<'d> {
    /// Reads the objective.
    ///
    /// # Errors
    /// When it cannot be read, or is finished.
    pub fn open(desk: &'d Desk<'d>, objective: ObjectiveRef) -> Result<Self, Failure> {
        let record = open_objective(desk, &objective)?;
        let gone = retracted(&record.events).into_iter().map(str::to_owned).collect();
        Ok(Self { desk, record, gone, lines: Vec::new(), overruled: Vec::new() })
    }

    /// When what is told now is told.
    pub fn now(&self) -> DateTime<Utc> {
        self.desk.ctx.now
    }

    /// Notes the check-in that these words are, if they fit.
    ///
    /// # Errors
    /// When there is no such key result, the value does not fit its metric, or `at` is no moment.
    pub fn take(
        &mut self,
        recorder: &mut Recorder,
        id: Option<KeyResultId>,
        value: Option<&str>,
        said: &CheckIn,
        at: Option<&str>,
    ) -> Result<(), Failure> {
        let is_now = at.is_none() && recorder.is_of_now();
        let at = recorder.moment(at, &self.record.events)?;
        let told = id.as_ref().filter(|_| is_now && value.is_some());
        if let Some(later) = told.and_then(|id| self.later(id, at)) {
            // Somebody's clock is wrong.
            let when = later.at.with_timezone(&self.desk.settings().time_zone).format("%Y-%m-%d %H:%M");
            let said = say!("what {who} said on {when} is later than now, and stays in force", who = &later.by, when);
            self.overruled.push(said);
        }
        let check_in = self.check_in(id, value, said, at)?;
        let event = recorder.note_at(&self.record.reference, at, What::Update(check_in))?;
        let events = &mut self.record.events;
        events.insert(events.partition_point(|other| other.order() < event.order()), event);
        Ok(())
    }

    /// The check-ins that told a value of a key result and were not taken back, the last one first.
    fn told<'s>(&'s self, id: &'s KeyResultId) -> impl Iterator<Item = (&'s Event, &'s Reported)> {
        let value = move |event: &'s Event| match &event.what {
            What::Update(said) if said.key_result.as_ref() == Some(id) => said.value.as_ref(),
            _ => None,
        };
        let events = self.record.events.iter().rev().filter(|event| !self.gone.contains(event.id.as_str()));
        events.filter_map(move |event| Some((event, value(event)?)))
    }

    /// The check-in whose value stays in force though another one is told of `at`, since that is from before it.
    fn later<'s>(&'s self, id: &'s KeyResultId, at: DateTime<Utc>) -> Option<&'s Event> {
        self.told(id).next().map(|(event, _)| event).filter(|event| event.at > at)
    }

    /// The value that was in force at a moment: what was told of earlier ones, less what was taken back since.
    fn reading(&self, id: &KeyResultId, metric: &Metric, at: DateTime<Utc>) -> Option<Reading> {
        let mut told = self.told(id).skip_while(|(event, _)| event.at > at);
        told.find_map(|(_, value)| metric.read(value.borrowed()).ok()).or_else(|| metric.start())
    }

    fn check_in(
        &mut self,
        id: Option<KeyResultId>,
        value: Option<&str>,
        said: &CheckIn,
        at: DateTime<Utc>,
    ) -> Result<CheckIn, Failure> {
        let Some(id) = id else {
            let short = self.desk.short(&self.record.reference.clone().into());
            self.lines.push((None, vec![words::verb(say!("updated")), Span::reference(short)]));
            return Ok(said.clone());
        };
        let short = self.desk.short(&self.record.reference.key_result(&id));
        let mut line = vec![words::verb(say!("updated")), Span::reference(short)];
        self.key_result(&id)?;
        let told = value.map(|text| self.told_as(&id, text, at)).transpose()?;
        if let Some(told) = &told {
            line.push(Span::plain("  "));
            line.extend(told.words.clone());
        }
        self.lines.push((Some(id.clone()), line));
        Ok(CheckIn { key_result: Some(id), value: told.map(|told| told.reported), ..said.clone() })
    }

    /// The key result of a name.
    ///
    /// # Errors
    /// When there is none.
    fn key_result(&self, id: &KeyResultId) -> Result<&KeyResult, Failure> {
        let all = &self.record.objective.key_results;
        let found = all.iter().find(|kr| &kr.id == id);
        found.ok_or_else(|| no_key_result(&self.record.reference, id, all.iter().map(|kr| &kr.id)))
    }

    /// What a typed value of a key result says, if it is told of `at`.
    ///
    /// # Errors
    /// When it does not fit the metric.
    pub fn told_as(&self, id: &KeyResultId, text: &str, at: DateTime<Utc>) -> Result<Told, Failure> {
        let kr = self.key_result(id)?;
        let short = self.desk.short(&self.record.reference.key_result(id));
        let metric = measure(kr, &short)?;
        let before = self.reading(id, metric, at);
        let reported = read_value(text, metric, before.as_ref()).map_err(|why| explain(why.into(), kr, &short))?;
        let reading = metric.read(reported.borrowed()).map_err(|why| Failure::usage(why.to_string()))?;
        let difference = difference(before.as_ref(), &reading);
        let is_kept = before.as_ref() == Some(&reading);
        Ok(Told { words: words::change(metric, before.as_ref(), &reading, difference), reported, is_kept })
    }

    /// How a key result would stand with a value that is told now.
    pub fn standing_with(&self, id: &KeyResultId, value: &Reported) -> Option<KeyResultReport> {
        let mut record = self.record.clone();
        let told = CheckIn { key_result: Some(id.clone()), value: Some(value.clone()), ..CheckIn::default() };
        let (at, by) = (self.desk.ctx.now, String::new().into());
        record.events.push(Event { id: EventId::from_bits(0), at, by, what: What::Update(told) });
        record.events.sort_by(|a, b| a.order().cmp(&b.order()));
        self.standings(record).into_iter().find(|kr| &kr.id == id)
    }

    /// The key results of a record as they stand now.
    fn standings(&self, record: Record) -> Vec<KeyResultReport> {
        let snapshot = Snapshot {
            header: Header {
                settings: self.desk.settings().clone(),
                cycles: self.desk.cycles().to_vec(),
                ..Header::default()
            },
            objectives: vec![record],
        };
        let assessment = assess(&snapshot, Moment::at(self.desk.ctx.now, self.desk.settings().time_zone));
        ObjectiveReport::of(&assessment, 0).key_results
    }

    /// What to say once the events are written: each change, and behind the last one of a key result how it stands now.
    pub fn after(self) -> Vec<Vec<Span>> {
        self.overruled.iter().for_each(|said| self.desk.ctx.ui.warning(said));
        let key_results = self.standings(self.record.clone());
        let last: HashMap<Option<KeyResultId>, usize> =
            self.lines.iter().enumerate().map(|(at, (id, _))| (id.clone(), at)).collect();
        let lines = self.lines.into_iter().enumerate().map(|(at, (id, mut line))| {
            let is_last = last.get(&id) == Some(&at);
            let standing = key_results.iter().find(|kr| is_last && Some(&kr.id) == id.as_ref());
            let standing = standing.map(view::standing).unwrap_or_default();
            if !standing.is_empty() {
                line.push(Span::plain("  "));
                line.extend(standing);
            }
            line
        });
        lines.collect()
    }
}

/// A value that fits its metric, with what it changes in words.
pub struct Told {
    pub reported: Reported,
    /// `38 → 40 points (+2)`.
    pub words: Vec<Span>,
    /// Whether it is the value that was in force before.
    pub is_kept: bool,
}

fn measure<'k>(kr: &'k KeyResult, short: &str) -> Result<&'k Metric, Failure> {
    kr.metric.as_ref().ok_or_else(|| {
        Failure::usage(say!("{key_result} has no measure, so it takes no value", key_result = short))
            .hint(format!("okr kr edit {short} --metric \"FROM -> TO UNIT\""))
    })
}

/// Adds how the key result is measured to a value that was not taken.
fn explain(failure: Failure, kr: &KeyResult, short: &str) -> Failure {
    let Some(metric) = kr.metric.as_ref().filter(|_| failure.hints.is_empty()) else { return failure };
    failure.hint(say!(
        "{key_result} is measured so: {measure}",
        key_result = short,
        measure = view::metric_words::metric(metric)
    ))
}

fn difference(before: Option<&Reading>, after: &Reading) -> Option<crate::model::Quantity> {
    match (before?.value(), after.value()) {
        (crate::model::Value::Number(before), crate::model::Value::Number(after)) => Some(after.minus(*before)),
        _ => None,
    }
}
