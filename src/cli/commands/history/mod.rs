//! `okr history`.

mod join;
mod regroup;
mod split;
mod tidy;

use clap::{Args as ClapArgs, Subcommand};

use crate::analysis::assess;
use crate::cli::context::Context;
use crate::cli::desk::Desk;
use crate::cli::error::{Exit, Failure};
use crate::cli::global::Reading;
use crate::cli::objective_meant::pick;
use crate::cli::print::print;
use crate::language::say;
use crate::{report, view};

/// Show every check-in: the value before, the value after, and what was said
///
/// An objective that is called split, join or tidy is named with its owner: acme/split.
#[derive(Debug, ClapArgs)]
#[command(
    args_conflicts_with_subcommands = true,
    subcommand_negates_reqs = true,
    after_help = "Examples:
  okr history renewing.nps
  okr history renewing --format csv
  okr history split --dry-run      what one file a person and objective would be"
)]
pub struct Args {
    #[command(subcommand)]
    command: Option<Command>,
    /// The key result, or an objective for all of its
    #[arg(value_name = "REF[.KR]", required = true)]
    reference: Option<String>,
    #[command(flatten)]
    reading: Reading,
}

#[derive(Debug, Subcommand)]
enum Command {
    Split(split::Args),
    Join(join::Args),
    Tidy(tidy::Args),
}

pub fn run(ctx: &Context, args: &Args) -> Result<Exit, Failure> {
    match (&args.command, &args.reference) {
        (Some(Command::Split(args)), _) => split::run(ctx, args),
        (Some(Command::Join(args)), _) => join::run(ctx, args),
        (Some(Command::Tidy(args)), _) => tidy::run(ctx, args),
        (None, Some(reference)) => look(ctx, args, reference),
        (None, None) => Err(Failure::usage(say!("history needs a reference"))),
    }
}

fn look(ctx: &Context, args: &Args, reference: &str) -> Result<Exit, Failure> {
    let desk = Desk::open_for(ctx, &args.reading)?;
    let moment = desk.moment(&args.reading)?;
    let (objective, _) = desk.find(reference)?;
    let snapshot = desk.snapshot_of(&objective)?;
    let assessment = assess(snapshot, moment);
    let lost = desk.report_snapshot(snapshot);
    let (at, kr) = pick(&desk, &snapshot.objectives, reference)?;
    let only = kr.map(|kr| &snapshot.objectives[at].objective.key_results[kr].id);
    let history = report::history(&assessment, at, only);
    let shown = only.map_or_else(|| objective.clone().into(), |id| objective.key_result(id));
    print(ctx, &args.reading, &history, |history| view::history(history, &desk.short(&shown), moment.zone))?;
    Ok(super::exit(lost))
}
