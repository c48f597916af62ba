//! `okr retract`.

use clap::Args as ClapArgs;

use crate::analysis::retracted;
use crate::cli::context::Context;
use crate::cli::desk::Desk;
use crate::cli::error::{Exit, Failure};
use crate::cli::record::Recorder;
use crate::cli::words;
use crate::language::say;
use crate::model::{Event, What};
use crate::view::Span;

/// Take an event back
///
/// The past is never edited: a retraction is one more event, and what it takes back no longer counts. Retracting a
/// retraction brings the event back. Without EVENT it is the last check-in of a key result.
#[derive(Debug, ClapArgs)]
#[command(after_help = "Examples:
  okr retract renewing.churn --note \"wrong customer base\"
  okr retract renewing 01jd8xyzab

okr history and okr log show the ids of events; a unique beginning is enough.")]
pub struct Args {
    /// The objective; or the key result whose last check-in is meant
    #[arg(value_name = "REF")]
    reference: String,
    /// The event's id, or its beginning
    event: Option<String>,
    /// Why
    #[arg(long, short, value_name = "TEXT")]
    note: Option<String>,
}

pub fn run(ctx: &Context, args: &Args) -> Result<Exit, Failure> {
    let desk = Desk::open(ctx)?;
    let (objective, key_result) = desk.find(&args.reference)?;
    let note = args.note.as_deref().map(|note| super::update::text_within_bounds("--note", note)).transpose()?;
    let mut recorder = Recorder::new(&desk, None)?;
    let record = desk.record(&objective)?;
    let gone = retracted(&record.events);
    let event = match (&args.event, &key_result) {
        (Some(typed), _) => pick(&record.events, typed, &objective.in_cycle())?,
        (None, Some(id)) => {
            let counts = |event: &&Event| {
                matches!(event.what, What::Update(_))
                    && event.key_result() == Some(id)
                    && !gone.contains(event.id.as_str())
            };
            let last = record.events.iter().rev().find(counts);
            last.ok_or_else(|| Failure::usage(say!("{name} has no check-in", name = args.reference)))?
        }
        (None, None) => {
            return Err(Failure::usage(say!("which event is to be taken back?")).hint(say!(
                "okr log {name} shows their ids; okr retract {name}.KR takes back the last check-in",
                name = args.reference
            )));
        }
    };
    if gone.contains(event.id.as_str()) {
        return Err(Failure::usage(say!("{id} was taken back already", id = event.id)));
    }
    recorder.note(&objective, What::Retract { of: event.id.clone(), note: note.map(str::to_owned) })?;
    recorder.write()?;
    let line = say!(
        "  {event} of {at} by {person}",
        event = words::event(&event.what),
        at = event.at.format(say!("%b %-d %H:%M")),
        person = event.by
    );
    ctx.ui.done(&[words::verb(say!("took back")), Span::reference(event.id.to_string()), Span::plain(line)])?;
    Ok(Exit::Done)
}

fn pick<'e>(events: &'e [Event], typed: &str, objective: &str) -> Result<&'e Event, Failure> {
    if let Some(event) = events.iter().find(|event| event.id.as_str() == typed) {
        return Ok(event);
    }
    let begins: Vec<&Event> =
        events.iter().filter(|event| !typed.is_empty() && event.id.as_str().starts_with(typed)).collect();
    match begins.as_slice() {
        [one] => Ok(one),
        [] => Err(Failure::usage(say!("{objective} has no event {id}", objective, id = format_args!("{typed:?}")))
            .hint(say!("okr log {objective} shows their ids", objective))),
        several => {
            let ids: Vec<&str> = several.iter().map(|event| event.id.as_str()).collect();
            Err(Failure::usage(say!(
                "several events begin with {typed}: {ids}",
                typed = format_args!("{typed:?}"),
                ids = ids.join(say!(in "list", ", "))
            )))
        }
    }
}
