//! `okr checkin`.

mod asked;
mod questions;
mod walk;

use clap::Args as ClapArgs;

use crate::cli::context::Context;
use crate::cli::desk::Desk;
use crate::cli::ending::cycle_is_open;
use crate::cli::error::{Exit, Failure};
use crate::cli::find::{is_in_repository, shown_from};
use crate::cli::record::Recorder;
use crate::cli::words;
use crate::language::say;
use asked::{Asked, asked};
use walk::Walk;

/// Check in: be taken through your open key results, those that waited longest first
///
/// For each it shows the last value, note and pace, and asks for the value, the status (the figures suggest one), your confidence and a
/// note. Enter keeps what was; Esc goes back; Ctrl-C ends, and what was entered until then can still be recorded. All of it is recorded at the end, in one
/// go.
#[derive(Debug, ClapArgs)]
#[command(after_help = "Examples:
  okr checkin
  okr checkin renewing             only this objective; or renewing.nps
  okr checkin --all                everybody's, for a meeting in which one types

Where nobody can be asked, as in a script, okr update does the same.")]
pub struct Args {
    /// Only these objectives or key results, whoever's they are
    #[arg(value_name = "REF")]
    references: Vec<String>,
    /// Everybody's key results, not only mine
    #[arg(long, conflicts_with = "references")]
    all: bool,
}

pub fn run(ctx: &Context, args: &Args) -> Result<Exit, Failure> {
    let desk = Desk::open(ctx)?;
    let cycle = desk.cycle(desk.today())?;
    cycle_is_open(&desk, &cycle.id)?;
    let recorder = Recorder::new(&desk, None)?;
    let whose = (!args.all).then_some(&recorder.me);
    let all = asked(&desk, cycle, whose, &args.references)?;
    if all.is_empty() {
        ctx.ui.say(&words::note(&say!("nothing here wants a check-in in {cycle}", cycle = &cycle.id)));
        return Ok(Exit::Done);
    }
    if !ctx.interactive {
        return Err(nobody_to_ask(&desk, &all));
    }
    let mut walk = Walk::new(&desk, all)?;
    if !walk.go()? {
        ctx.ui.say(&words::note(say!("nothing was recorded")));
        return Ok(Exit::Done);
    }
    for line in walk.record(recorder)? {
        ctx.ui.done(&line)?;
    }
    if is_in_repository(desk.root()) {
        let folder = folder_as_typed(&desk);
        ctx.ui.hint(&say!("next: git add {folder} && git commit, then git push -u origin HEAD to share it", folder));
    }
    Ok(Exit::Done)
}

/// The store's folder as one would type it from here.
fn folder_as_typed(desk: &Desk) -> String {
    match shown_from(&desk.ctx.env.folder, desk.root()) {
        here if here.is_empty() => ".".to_owned(),
        several if several.contains(char::is_whitespace) => format!("{several:?}"),
        word => word,
    }
}

/// How many commands are offered in place of the questions.
const OFFERED: usize = 5;

fn nobody_to_ask(desk: &Desk, all: &[Asked]) -> Failure {
    let failure = Failure::usage(say!("okr checkin asks at a terminal, and there is none"));
    all.iter().take(OFFERED).fold(failure, |failure, one| {
        failure.hint(format!("okr update {} VALUE --status STATUS", desk.short(&one.report.reference)))
    })
}
