//! `okr update`.

mod batch;
mod later;

use std::path::PathBuf;

use chrono::{DateTime, Utc};
use clap::Args as ClapArgs;

use self::later::later;
use crate::analysis::{assess, state};
use crate::cli::context::Context;
use crate::cli::desk::{Desk, no_key_result};
use crate::cli::ending::open_objective;
use crate::cli::error::{Exit, Failure};
use crate::cli::record::Recorder;
use crate::cli::words;
use crate::model::{
    CheckIn, Confidence, Event, KeyResult, KeyResultId, Moment, ObjectiveRef, Reading, Record, Snapshot, Status, What,
    read_value,
};
use crate::report::ObjectiveReport;
use crate::view::{self, Span};

/// Check in: a key result's value, how it stands, and how sure you are
///
/// VALUE: 42, 42%, 1.2k, 1_200; +3 or -1.5 for a change (=-1.5 is the value minus 1.5); done or open; a milestone's name.
/// It may be left out where --status, --confidence or --note says something, also of a whole objective.
#[derive(Debug, ClapArgs)]
#[command(after_help = "Examples:
  okr update renewing.nps 38 --confidence 7 --note \"new onboarding is live\"
  okr update renewing nps=38 churn=3.1 up=99.45 --status on-track
  okr update renewing.launch beta
  okr update renewing --status at-risk --note \"two people left\"
  okr update renewing.nps 32 --at 2026-10-12
  okr update --from checkins.csv      all rows or none; - reads standard input

Columns (or keys of JSON lines) of --from: ref, value, status, confidence, note, at.")]
pub struct Args {
    /// The key result; or an objective that has only one, or with KR=VALUE behind it
    #[arg(value_name = "REF", required_unless_present = "from")]
    reference: Option<String>,
    /// The value, or KR=VALUE for several
    #[arg(value_name = "VALUE", allow_negative_numbers = true, conflicts_with = "from")]
    values: Vec<String>,
    /// How it stands: on-track, at-risk, off-track or done
    #[arg(long, short)]
    status: Option<Status>,
    /// How sure you are to make it, from 1 to 10
    #[arg(long, short, value_name = "1-10")]
    confidence: Option<Confidence>,
    /// What happened
    #[arg(long, short, value_name = "TEXT")]
    note: Option<String>,
    /// When it was so, if that is past: a day, a day with a time, or RFC 3339
    #[arg(long, value_name = "WHEN")]
    at: Option<String>,
    /// Take check-ins from a CSV or JSON-lines file; - is standard input
    #[arg(long, value_name = "FILE", conflicts_with = "reference")]
    from: Option<PathBuf>,
}

/// The longest note, comment or review, in characters.
const MAX_TEXT: usize = 20_000;

pub fn run(ctx: &Context, args: &Args) -> Result<Exit, Failure> {
    let desk = Desk::open(ctx)?;
    if let Some(file) = &args.from {
        return batch::run(&desk, args, file);
    }
    let reference = args.reference.as_deref().unwrap_or_default();
    let (objective, id) = desk.find(reference)?;
    let mut recorder = Recorder::new(&desk, args.at.as_deref())?;
    let mut updating = Updating::open(&desk, objective)?;
    let note = args.note.as_deref().map(|note| text_within_bounds("--note", note)).transpose()?;
    let said = CheckIn {
        status: args.status,
        confidence: args.confidence,
        note: note.map(str::to_owned),
        ..CheckIn::default()
    };
    for (id, value) in targets(&updating.record, id, &args.values, reference, &said)? {
        updating.take(&mut recorder, id, value, &said, None)?;
    }
    recorder.write()?;
    for line in updating.after() {
        ctx.ui.done(&line)?;
    }
    Ok(Exit::Done)
}

/// A text as it may be stored.
///
/// # Errors
/// When it is empty or far too long.
pub fn text_within_bounds<'t>(what: &str, text: &'t str) -> Result<&'t str, Failure> {
    let length = text.chars().count();
    match text.trim() {
        "" => Err(Failure::usage(format!("{what} is empty"))),
        _ if length > MAX_TEXT => {
            Err(Failure::usage(format!("{what} has {length} characters; {MAX_TEXT} are the most"))
                .hint("put it into a document and link to that"))
        }
        trimmed => Ok(trimmed),
    }
}

type Target<'a> = (Option<KeyResultId>, Option<&'a str>);

/// Which key results are meant, with their values as typed; no key result means the objective as a whole.
fn targets<'a>(
    record: &Record,
    id: Option<KeyResultId>,
    values: &'a [String],
    reference: &str,
    said: &CheckIn,
) -> Result<Vec<Target<'a>>, Failure> {
    let key_results = &record.objective.key_results;
    let name = record.reference.in_cycle();
    let says_something = said.status.is_some() || said.confidence.is_some() || said.note.is_some();
    if id.is_none() && values.iter().any(|value| pair(value).is_some()) {
        let split = |value: &'a String| {
            pair(value).map(|(kr, value)| (Some(kr), Some(value))).ok_or_else(|| {
                Failure::usage(format!("{value:?} is not KR=VALUE"))
                    .hint("with several values each is KR=VALUE: nps=38 churn=3.1")
            })
        };
        return values.iter().map(split).collect();
    }
    match (id, values, key_results.as_slice()) {
        (id, [], _) if says_something => Ok(vec![(id, None)]),
        (Some(id), [value], _) => Ok(vec![(Some(id), Some(value))]),
        (None, [value], [only]) => Ok(vec![(Some(only.id.clone()), Some(value))]),
        (_, [], _) => Err(Failure::usage("what is the value?")
            .hint(format!("okr update {reference} VALUE, or --status, --confidence, --note"))),
        (None, [_], []) => Err(Failure::usage(format!("{name} has no key results"))
            .hint(format!("okr kr add {name} \"TITLE: FROM -> TO\""))),
        (None, [value], several) => {
            let ids: Vec<&str> = several.iter().map(|kr| kr.id.as_str()).collect();
            Err(Failure::usage(format!("{name} has {} key results: {}", ids.len(), ids.join(", ")))
                .hint(format!("okr update {reference}.{} {value}", ids[0])))
        }
        (_, _, _) => {
            Err(Failure::usage("one key result takes one value").hint("several: okr update OBJECTIVE nps=38 churn=3.1"))
        }
    }
}

/// `nps=38`: a key result and a value. `=-1.5` is a value.
fn pair(text: &str) -> Option<(KeyResultId, &str)> {
    let (kr, value) = text.split_once('=')?;
    Some((kr.trim().parse().ok()?, value))
}

/// An objective while it is checked in: its record, with the check-ins as they come, and what is to be said of each.
pub struct Updating<'d> {
    desk: &'d Desk<'d>,
    pub record: Record,
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
        Ok(Self { desk, record, lines: Vec::new(), overruled: Vec::new() })
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
        if let Some(later) =
            id.as_ref().filter(|_| is_now && value.is_some()).and_then(|id| later(&self.record, id, at))
        {
            // Somebody's clock is wrong.
            let when = later.at.with_timezone(&self.desk.header.settings.time_zone).format("%Y-%m-%d %H:%M");
            self.overruled.push(format!("what {} said on {when} is later than now, and stays in force", later.by));
        }
        let check_in = self.check_in(id, value, said, at)?;
        let event = recorder.note_at(&self.record.reference, at, What::Update(check_in))?;
        let events = &mut self.record.events;
        events.insert(events.partition_point(|other| other.order() < event.order()), event);
        Ok(())
    }

    /// The value that was in force at a moment: what was told of earlier ones, less what was taken back since.
    fn reading(&self, key_result: usize, at: DateTime<Utc>) -> Option<Reading> {
        let counts = |event: &&Event| event.at <= at || matches!(event.what, What::Retract { .. });
        let events: Vec<Event> = self.record.events.iter().filter(counts).cloned().collect();
        let now = Moment::at(self.desk.ctx.now, self.desk.header.settings.time_zone);
        state(&self.record.objective, &events, &now).key_results.swap_remove(key_result).reading
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
            self.lines.push((None, vec![words::verb("updated"), Span::reference(short)]));
            return Ok(said.clone());
        };
        let key_results = &self.record.objective.key_results;
        let position = key_results.iter().position(|kr| kr.id == id);
        let position =
            position.ok_or_else(|| no_key_result(&self.record.reference, &id, key_results.iter().map(|kr| &kr.id)))?;
        let kr = &key_results[position];
        let short = self.desk.short(&self.record.reference.key_result(&id));
        let mut line = vec![words::verb("updated"), Span::reference(short.clone())];
        let reported = match value {
            None => None,
            Some(text) => {
                let metric = measure(kr, &short)?;
                let before = self.reading(position, at);
                let reported =
                    read_value(text, metric, before.as_ref()).map_err(|why| explain(why.into(), kr, &short))?;
                let reading = metric.read(&reported).map_err(|why| Failure::usage(why.to_string()))?;
                let difference = difference(before.as_ref(), &reading);
                line.push(Span::plain("  "));
                line.extend(words::change(metric, before.as_ref(), &reading, difference));
                Some(reported)
            }
        };
        self.lines.push((Some(id.clone()), line));
        Ok(CheckIn { key_result: Some(id), value: reported, ..said.clone() })
    }

    /// What to say once the events are written: each change, and behind the last one of a key result how it stands now.
    pub fn after(self) -> Vec<Vec<Span>> {
        self.overruled.iter().for_each(|said| self.desk.ctx.ui.warning(said));
        let header = &self.desk.header;
        let snapshot = Snapshot {
            settings: header.settings.clone(),
            org: header.org.clone(),
            cycles: header.cycles.clone(),
            objectives: vec![self.record],
            ..Snapshot::default()
        };
        let assessment = assess(&snapshot, Moment::at(self.desk.ctx.now, header.settings.time_zone));
        let report = ObjectiveReport::of(&assessment, 0);
        let last: Vec<bool> = (0..self.lines.len())
            .map(|at| !self.lines[at + 1..].iter().any(|(id, _)| *id == self.lines[at].0))
            .collect();
        let lines = self.lines.into_iter().zip(last).map(|((id, mut line), last)| {
            let standing = report.key_results.iter().find(|kr| last && Some(&kr.id) == id.as_ref());
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

fn measure<'k>(kr: &'k KeyResult, short: &str) -> Result<&'k crate::model::Metric, Failure> {
    kr.metric.as_ref().ok_or_else(|| {
        Failure::usage(format!("{short} has no measure, so it takes no value"))
            .hint(format!("okr kr edit {short} --metric \"FROM -> TO UNIT\""))
    })
}

/// Adds how the key result is measured to a value that was not taken.
fn explain(failure: Failure, kr: &KeyResult, short: &str) -> Failure {
    let Some(metric) = kr.metric.as_ref().filter(|_| failure.hints.is_empty()) else { return failure };
    failure.hint(format!("{short} is measured so: {}", view::metric_words::metric(metric)))
}

fn difference(before: Option<&Reading>, after: &Reading) -> Option<crate::model::Quantity> {
    match (before?.value(), after.value()) {
        (crate::model::Value::Number(before), crate::model::Value::Number(after)) => Some(after.minus(*before)),
        _ => None,
    }
}
