//! `okr retract`.

use clap::Args as ClapArgs;

use crate::analysis::retracted;
use crate::cli::context::Context;
use crate::cli::desk::Desk;
use crate::cli::error::{Exit, Failure};
use crate::cli::record::Recorder;
use crate::cli::words;
use crate::model::{Event, What};
use crate::view::Span;

/// Take an event back
///
/// The past is never edited: a retraction is one more event, and what it takes back no longer counts. Retracting a
/// retraction brings the event back.
#[derive(Debug, ClapArgs)]
#[command(after_help = "Example:
  okr retract renewing 01jd8xyzab --note \"wrong customer base\"

okr history and okr log show the ids of events; a unique beginning is enough.")]
pub struct Args {
    /// The objective
    #[arg(value_name = "REF")]
    objective: String,
    /// The event's id, or its beginning
    event: String,
    /// Why
    #[arg(long, value_name = "TEXT")]
    note: Option<String>,
}

pub fn run(ctx: &Context, args: &Args) -> Result<Exit, Failure> {
    let desk = Desk::open(ctx)?;
    let (objective, _) = desk.find(&args.objective)?;
    let note = args.note.as_deref().map(|note| super::update::text_within_bounds("--note", note)).transpose()?;
    let mut recorder = Recorder::new(&desk, None)?;
    let record = desk.record(&objective)?;
    let event = pick(&record.events, &args.event, &objective.in_cycle())?;
    if retracted(&record.events).contains(&event.id) {
        return Err(Failure::usage(format!("{} was taken back already", event.id)));
    }
    recorder.note(&objective, What::Retract { of: event.id.clone(), note: note.map(str::to_owned) })?;
    recorder.write()?;
    let line = format!("  {} of {} by {}", event.what.name(), event.at.format("%b %-d %H:%M"), event.by);
    ctx.ui.done(&[words::verb("took back"), Span::reference(event.id.to_string()), Span::plain(line)])?;
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
        [] => Err(Failure::usage(format!("{objective} has no event {typed:?}"))
            .hint(format!("okr log {objective} shows their ids"))),
        several => {
            let ids: Vec<&str> = several.iter().map(|event| event.id.as_str()).collect();
            Err(Failure::usage(format!("several events begin with {typed:?}: {}", ids.join(", "))))
        }
    }
}
