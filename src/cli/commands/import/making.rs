//! From a file to objectives in the store.

use chrono::{DateTime, Duration, Utc};

use super::planning::{Surroundings, planned, surroundings};
use super::{Common, reported, told};
use crate::cli::context::Context;
use crate::cli::desk::Desk;
use crate::cli::error::{Exit, Failure};
use crate::cli::global::Format;
use crate::cli::input;
use crate::cli::print::print_as;
use crate::cli::record::Recorder;
use crate::exchange::import::plan::{Plan, Planned, PlannedKeyResult};
use crate::exchange::import::{Draft, End};
use crate::language::say;
use crate::model::{CheckIn, Cycle, Event, KeyResult, Moment, ObjectiveRef, Weight, What};
use crate::store::compose::{self, NewObjective};
use crate::store::{Change, layout};
use crate::view;

/// A text read in a format, and the name of the tool whose file it is.
pub type Read = (Draft, Option<&'static str>);

/// Reads a file, plans what becomes of it, and creates that, or only shows it.
///
/// # Errors
/// When the file cannot be read or taken, or the store not be written; then nothing was changed.
pub fn run(
    ctx: &Context,
    args: &Common,
    read: impl FnOnce(&str, &str, &Surroundings) -> Result<Read, Failure>,
) -> Result<Exit, Failure> {
    // Before the store is locked: what comes through a pipe may take its time.
    let (text, shown) = input::read(&args.file)?;
    take(ctx, args, &text, &shown, read)
}

/// The same of a text that was read already.
///
/// # Errors
/// As for [`run`].
pub fn take(
    ctx: &Context,
    args: &Common,
    text: &str,
    shown: &str,
    read: impl FnOnce(&str, &str, &Surroundings) -> Result<Read, Failure>,
) -> Result<Exit, Failure> {
    if text.contains('\0') {
        return Err(Failure::usage(say!("{file} holds a NUL, so it is no text", file = shown)));
    }
    let (desk, lock) = match args.dry_run {
        true => (Desk::open(ctx)?, None),
        false => Desk::open_to_change(ctx).map(|(desk, lock)| (desk, Some(lock)))?,
    };
    let (draft, preset) = read(text, shown, &surroundings(&desk))?;
    let mut recorder = Recorder::new(&desk, None)?;
    let plan = planned(&desk, draft, args, &recorder.me.clone(), shown)?;
    let report = reported::report(&plan, shown, preset, args.dry_run);
    told::left_over(ctx, &plan.leftovers, shown);
    if args.strict && !plan.leftovers.is_empty() {
        return Err(told::strict(&report));
    }
    if plan.objectives.is_empty() && plan.skipped.is_empty() {
        return Err(told::nothing(&report));
    }
    if let Some(lock) = lock.filter(|_| !plan.objectives.is_empty()) {
        let name = args.file.file_name().filter(|_| args.file.as_os_str() != "-").map(|name| name.to_string_lossy());
        let origin = format!("imported from {}", name.as_deref().unwrap_or("standard input"));
        let mut change = desk.change(format!("import of {} objectives", plan.objectives.len()));
        enter(&desk, &mut recorder, &plan, &origin, &mut change)?;
        desk.make(change, lock)?;
    }
    match args.format {
        Format::Table if !args.dry_run => told::done(&desk, &report)?,
        format => print_as(ctx, format, &report, view::imported)?,
    }
    told::unknown_owners(ctx, &report);
    Ok(Exit::Done)
}

/// Makes all that is planned belong to one change: without a part of its own, nothing of it stands alone.
fn enter(desk: &Desk, recorder: &mut Recorder, plan: &Plan, origin: &str, change: &mut Change) -> Result<(), Failure> {
    for new in &plan.cycles {
        let cycle =
            Cycle { id: new.id.clone(), title: new.title.clone(), start: new.start, end: new.end, closed: None };
        change.create(layout::cycle_file(&cycle.id), compose::cycle(&cycle));
    }
    for planned in &plan.objectives {
        let text = definition(planned)?;
        let events = events(desk, recorder, planned, origin)?;
        desk.writer().note_objective(change, &planned.reference, text, &recorder.me, &events)?;
    }
    Ok(())
}

fn definition(planned: &Planned) -> Result<String, Failure> {
    let draft = &planned.draft;
    let weight = |weight: f64| Weight::new(weight).map_err(|why| Failure::fault(why.to_string()));
    let key_result = |kr: &PlannedKeyResult| {
        let PlannedKeyResult { id, owner, due, draft } = kr;
        let weight =
            if draft.is_dropped { Some(0.0) } else { draft.weight }.map(weight).transpose()?.unwrap_or_default();
        Ok(compose::defined(&KeyResult {
            id: id.clone(),
            title: draft.title.clone(),
            metric: draft.metric.clone(),
            weight,
            owner: owner.clone(),
            due: *due,
            initiatives: draft.initiatives.clone(),
        }))
    };
    Ok(compose::objective(NewObjective {
        title: &draft.title,
        description: draft.description.as_deref(),
        kind: draft.kind.unwrap_or_default(),
        aligns_to: &planned.aligns_to,
        weight: draft.weight.map(weight).transpose()?,
        tags: &draft.tags,
        key_results: planned.key_results.iter().map(key_result).collect::<Result<_, Failure>>()?,
    }))
}

/// What happened to an objective, as far as the file tells: when it says so, else now, or at the end of a cycle that is over.
fn events(desk: &Desk, recorder: &mut Recorder, planned: &Planned, origin: &str) -> Result<Vec<Event>, Failure> {
    let ended = Moment::end_of(planned.ends, desk.settings().time_zone).end - Duration::seconds(1);
    let now = desk.ctx.now.min(ended);
    let moments = planned.key_results.iter().filter_map(|kr| kr.draft.said.at).chain(planned.draft.said.at);
    let created = moments.min().unwrap_or(now).min(now);
    let mut writing = Writing { recorder, objective: &planned.reference, origin, now, events: Vec::new() };
    writing.add(Some(created), What::Create)?;
    for kr in &planned.key_results {
        let said = &kr.draft.said;
        let check_in = CheckIn {
            key_result: Some(kr.id.clone()),
            value: kr.draft.value.clone(),
            status: said.status,
            confidence: said.confidence,
            note: said.note.clone(),
        };
        writing.check_in(said.at, check_in, kr.draft.is_dropped)?;
    }
    let said = &planned.draft.said;
    let (status, confidence, note) = (said.status, said.confidence, said.note.clone());
    writing.check_in(said.at, CheckIn { status, confidence, note, ..CheckIn::default() }, false)?;
    for kr in &planned.key_results {
        writing.score(kr.draft.said.at, Some(kr.id.clone()), kr.draft.said.score)?;
    }
    writing.score(said.at, None, said.score)?;
    let note = Some(origin.to_owned());
    match planned.draft.end {
        Some(End::Completed) => writing.add(None, What::Complete { note })?,
        Some(End::Abandoned) => writing.add(None, What::Abandon { note })?,
        None => {}
    }
    Ok(writing.events)
}

/// The events of one objective as they come.
struct Writing<'w, 'd> {
    recorder: &'w mut Recorder<'d>,
    objective: &'w ObjectiveRef,
    origin: &'w str,
    now: DateTime<Utc>,
    events: Vec<Event>,
}

impl Writing<'_, '_> {
    /// Each is a millisecond later than the one before, so that their order stays.
    fn add(&mut self, at: Option<DateTime<Utc>>, what: What) -> Result<(), Failure> {
        let later = Duration::milliseconds(i64::try_from(self.events.len()).unwrap_or(i64::MAX));
        let event = self.recorder.event_at(self.objective, at.unwrap_or(self.now) + later, what)?;
        self.events.push(event);
        Ok(())
    }

    fn check_in(&mut self, at: Option<DateTime<Utc>>, said: CheckIn, is_dropped: bool) -> Result<(), Failure> {
        if said == (CheckIn { key_result: said.key_result.clone(), ..CheckIn::default() }) && !is_dropped {
            return Ok(());
        }
        let origin = if is_dropped { format!("struck out; {}", self.origin) } else { self.origin.to_owned() };
        let note = Some(said.note.map_or(origin.clone(), |note| format!("{note} ({origin})")));
        self.add(at, What::Update(CheckIn { note, ..said }))
    }

    fn score(
        &mut self,
        at: Option<DateTime<Utc>>,
        key_result: Option<crate::model::KeyResultId>,
        score: Option<f64>,
    ) -> Result<(), Failure> {
        let Some(score) = score else { return Ok(()) };
        self.add(at, What::Score { key_result, score, note: Some(self.origin.to_owned()) })
    }
}
