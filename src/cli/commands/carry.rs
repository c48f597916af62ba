//! `okr carry`.

use std::collections::BTreeSet;

use chrono::NaiveDate;
use clap::Args as ClapArgs;

use crate::analysis::{Assessment, KeyResultState, align, assess};
use crate::cli::context::Context;
use crate::cli::definition::{KEY_RESULT_KEYS, OBJECTIVE_KEYS};
use crate::cli::desk::Desk;
use crate::cli::ending::{cycle_is_open, open_objective};
use crate::cli::error::{Exit, Failure};
use crate::cli::record::Recorder;
use crate::cli::words;
use crate::language::say;
use crate::model::{
    CheckIn, Cycle, CycleId, Event, KeyResult, Metric, Moment, ObjectiveRef, Pace, Record, Reported, Value, What,
};
use crate::store::Change;
use crate::store::edit::{self, Step, Yaml};
use crate::store::layout;
use crate::view::Span;

/// Carry unfinished objectives on into another cycle
///
/// The definition is copied with its comments, and both histories say where it went and came from. Links follow where
/// what they point to is carried too or stands in the new cycle already. Due dates in the past are left out. The values
/// become first check-ins; with --rebase they become the new starts, and what is done is left behind.
#[derive(Debug, ClapArgs)]
#[command(after_help = "Examples:
  okr carry 2026-Q3/acme/renewing --to 2026-Q4
  okr carry 2026-Q3/acme/renewing 2026-Q3/eng/quiet --to 2026-Q4 --rebase")]
pub struct Args {
    /// The objectives
    #[arg(value_name = "REF", required = true)]
    objectives: Vec<String>,
    /// The cycle into which they go
    #[arg(long, value_name = "CYCLE")]
    to: CycleId,
    /// Start from today's values, and leave out what is done
    #[arg(long)]
    rebase: bool,
}

pub fn run(ctx: &Context, args: &Args) -> Result<Exit, Failure> {
    let (desk, lock) = Desk::open_to_change(ctx)?;
    let all = args.objectives.iter().map(|text| desk.find_objective(text)).collect::<Result<Vec<_>, _>>()?;
    let mut change = desk.change(format!("carry {} to {}", args.objectives.join(" "), args.to));
    let copies = Carrying::plan(&desk, &all, &args.to, args.rebase)?.enter(&mut change)?;
    desk.make(change, lock)?;
    for copy in &copies {
        copy.said(&desk)?;
    }
    Ok(Exit::Done)
}

/// Objectives on their way into another cycle: planned as a whole before anything is written.
pub struct Carrying<'d> {
    desk: &'d Desk<'d>,
    recorder: Recorder<'d>,
    copies: Vec<Copy>,
}

/// One objective's copy.
pub struct Copy {
    from: ObjectiveRef,
    to: ObjectiveRef,
    text: String,
    events: Vec<Event>,
    /// What was not taken along, in words.
    left: Vec<String>,
}

impl<'d> Carrying<'d> {
    /// The objectives of a cycle that are open and not done.
    pub fn unfinished(desk: &Desk, cycle: &CycleId) -> Vec<ObjectiveRef> {
        let snapshot = desk.load(cycle);
        let now = assess(snapshot, Moment::at(desk.ctx.now, desk.settings().time_zone));
        let of_cycle = snapshot.of_cycle(cycle);
        let open =
            of_cycle.filter(|(at, _)| now.objectives[*at].is_open() && now.objectives[*at].pace != Some(Pace::Done));
        open.map(|(_, record)| record.reference.clone()).collect()
    }

    /// Makes all copies.
    ///
    /// # Errors
    /// When one of them cannot be read, is finished, is there already, or either cycle is closed.
    pub fn plan(desk: &'d Desk<'d>, all: &[ObjectiveRef], to: &CycleId, rebase: bool) -> Result<Self, Failure> {
        let into = desk.named_cycle(to)?;
        let mut recorder = Recorder::new(desk, None)?;
        cycle_is_open(desk, to)?;
        let carried: BTreeSet<&ObjectiveRef> = all.iter().collect();
        let mut copies = Vec::new();
        for from in &carried {
            copies.push(copy(desk, &mut recorder, from, &carried, into, rebase)?);
        }
        Ok(Self { desk, recorder, copies })
    }

    /// Makes the copies, and the word of them in the old histories, a part of a change. Whoever plans holds the store's lock
    /// until that is made.
    ///
    /// # Errors
    /// When what happened to another objective stands where a copy goes.
    pub fn enter(self, change: &mut Change) -> Result<Vec<Copy>, Failure> {
        let Self { desk, mut recorder, mut copies } = self;
        for copy in &mut copies {
            change.part();
            recorder.note(&copy.from, What::Carry { from: None, to: Some(copy.to.to_string()) })?;
            let text = std::mem::take(&mut copy.text);
            desk.writer().note_objective(change, &copy.to, text, &recorder.me, &copy.events)?;
            recorder.enter(change)?;
        }
        Ok(copies)
    }
}

impl Copy {
    /// Says that it was made, and what was not taken along.
    ///
    /// # Errors
    /// When stdout cannot be written.
    pub fn said(&self, desk: &Desk) -> Result<(), Failure> {
        let whole = |reference: &ObjectiveRef| Span::reference(reference.to_string());
        desk.ctx.ui.done(&[
            words::verb(say!(in "verb", "carried")),
            whole(&self.from),
            Span::plain(say!(" to ")),
            whole(&self.to),
        ])?;
        for left in &self.left {
            desk.ctx.ui.say(&words::note(&say!("{name}: {what}", name = self.to.in_cycle(), what = left)));
        }
        Ok(())
    }
}

fn copy(
    desk: &Desk,
    recorder: &mut Recorder,
    from: &ObjectiveRef,
    carried: &BTreeSet<&ObjectiveRef>,
    into: &Cycle,
    rebase: bool,
) -> Result<Copy, Failure> {
    let to = ObjectiveRef { cycle: into.id.clone(), ..from.clone() };
    if from.cycle == to.cycle {
        return Err(Failure::usage(say!("{objective} is in {cycle} already", objective = from, cycle = to.cycle)));
    }
    if desk.store.has(&to) {
        return Err(Failure::usage(say!("there is an objective {name} already", name = to))
            .hint(say!("okr move {name} --slug NAME gives it another name", name = to)));
    }
    let record = open_objective(desk, from)?;
    let snapshot = desk.load(&from.cycle);
    let now = assess(snapshot, Moment::at(desk.ctx.now, desk.settings().time_zone));
    let at = snapshot.find(from).ok_or_else(|| Failure::store(say!("{name} cannot be read", name = from)))?;
    let text = desk.store.text(&layout::objective_file(from)).map_err(|damage| {
        desk.say_damage(&damage);
        Failure::store(say!("{file} cannot be carried", file = damage.file))
    })?;
    let mut left = Vec::new();
    let text = links(desk, &text, &record, carried, &to, &mut left)?;
    let text = measures(text, &record, &now, at, into.start, rebase, &mut left)?;
    let mut events = vec![
        recorder.event(&to, What::Create)?,
        recorder.event(&to, What::Carry { from: Some(from.to_string()), to: None })?,
    ];
    for (kr, own) in record.objective.key_results.iter().zip(&now.states[at].key_results) {
        if let Some(value) = value_to_carry(kr, own, rebase) {
            let note = Some(format!("carried over from {from}"));
            let key_result = Some(kr.id.clone());
            events.push(
                recorder
                    .event(&to, What::Update(CheckIn { key_result, value: Some(value), note, ..CheckIn::default() }))?,
            );
        }
    }
    Ok(Copy { from: from.clone(), to, text, events, left })
}

/// The links that still lead somewhere.
fn links(
    desk: &Desk,
    text: &str,
    record: &Record,
    carried: &BTreeSet<&ObjectiveRef>,
    to: &ObjectiveRef,
    left: &mut Vec<String>,
) -> Result<String, Failure> {
    if record.objective.aligns_to.is_empty() {
        return Ok(text.to_owned());
    }
    let all = desk.load_all();
    let mut kept = Vec::new();
    let known =
        all.find(&record.reference).map(|at| align(&all.header, &all.objectives).up[at].to_vec()).unwrap_or_default();
    for (rank, query) in record.objective.aligns_to.iter().enumerate() {
        let Some(link) = known.iter().find(|link| link.rank == rank) else {
            left.push(say!("the link to {target} led nowhere, and is left out", target = query));
            continue;
        };
        let target = &all.objectives[link.other].reference;
        let there = ObjectiveRef { cycle: to.cycle.clone(), ..target.clone() };
        let name = if target.cycle != record.reference.cycle {
            target.to_string()
        } else if carried.contains(target) || desk.store.has(&there) {
            target.in_cycle()
        } else {
            left.push(say!("{target} is not carried, so the link to it is left out", target));
            continue;
        };
        kept.push(Yaml::text(query.key_result.as_ref().map_or(name.clone(), |kr| format!("{name}.{kr}"))));
    }
    let path = [Step::key("aligns_to")];
    Ok(match kept.is_empty() {
        true => edit::remove(text, &path)?,
        false => edit::set(text, &path, &Yaml::List(kept), OBJECTIVE_KEYS)?,
    })
}

/// The measures in the new cycle: no due date before it begins; rebased, new starts and nothing that is done.
fn measures(
    mut text: String,
    record: &Record,
    now: &Assessment,
    at: usize,
    start: NaiveDate,
    rebase: bool,
    left: &mut Vec<String>,
) -> Result<String, Failure> {
    // From the last to the first, so that what is removed moves none of those to come.
    let figures = &now.states[at].key_results;
    for (place, (kr, own)) in record.objective.key_results.iter().zip(figures).enumerate().rev() {
        let path = |rest: &[&str]| -> Vec<Step> {
            let own = [Step::key("key_results"), Step::Index(place)].into_iter();
            own.chain(rest.iter().map(|key| Step::key(key))).collect()
        };
        if rebase && is_reached(kr, own) {
            text = edit::remove(&text, &path(&[]))?;
            left.push(say!("{key_result} is done, and stays behind", key_result = kr.id));
            continue;
        }
        if kr.due.is_some_and(|due| due < start) {
            text = edit::remove(&text, &path(&["due"]))?;
            left.push(say!(
                "{key_result} was due before {day}; it is now due when the cycle ends",
                key_result = kr.id,
                day = start
            ));
        }
        if let (true, Some(Metric::Change(_)), Some(value)) = (rebase, &kr.metric, number(own)) {
            text = edit::set(&text, &path(&["metric", "from"]), &Yaml::Literal(value.to_string()), KEY_RESULT_KEYS)?;
        }
    }
    Ok(text)
}

/// Whether nothing is left to be done. A level is never done: it is kept on.
fn is_reached(kr: &KeyResult, own: &KeyResultState) -> bool {
    let full = own.reading.as_ref().is_some_and(|reading| reading.progress().is_full());
    full && matches!(kr.metric, Some(Metric::Change(_) | Metric::Done | Metric::Milestones(_)))
}

fn number(own: &KeyResultState) -> Option<crate::model::Quantity> {
    match own.reading.as_ref()?.value() {
        Value::Number(number) => Some(*number),
        Value::Done(_) | Value::Steps(_) => None,
    }
}

/// The value that becomes the first check-in: none where nothing was checked in, or where it is the new start.
fn value_to_carry(kr: &KeyResult, own: &KeyResultState, rebase: bool) -> Option<Reported> {
    if own.said.check_ins == 0 || (rebase && (is_reached(kr, own) || matches!(kr.metric, Some(Metric::Change(_))))) {
        return None;
    }
    match (own.reading.as_ref()?.value(), &kr.metric) {
        (Value::Number(number), _) => Some(Reported::Number(*number)),
        (Value::Done(done), _) => Some(Reported::Flag(*done)),
        (Value::Steps(reached), Some(Metric::Milestones(steps))) => {
            let step = reached.checked_sub(1).and_then(|at| steps.steps().get(at))?;
            Some(Reported::Word(step.name.clone()))
        }
        (Value::Steps(_), _) => None,
    }
}
