//! `okr history`.

use clap::Args as ClapArgs;

use crate::analysis::assess;
use crate::cli::context::Context;
use crate::cli::desk::{Desk, pick};
use crate::cli::error::{Exit, Failure};
use crate::cli::global::Reading;
use crate::cli::print::print;
use crate::{report, view};

/// Show every check-in: the value before, the value after, and what was said
#[derive(Debug, ClapArgs)]
#[command(after_help = "Examples:
  okr history renewing.nps
  okr history renewing --format csv")]
pub struct Args {
    /// The key result, or an objective for all of its
    #[arg(value_name = "REF[.KR]")]
    reference: String,
    #[command(flatten)]
    reading: Reading,
}

pub fn run(ctx: &Context, args: &Args) -> Result<Exit, Failure> {
    let desk = Desk::open_for(ctx, &args.reading)?;
    let moment = desk.moment(&args.reading)?;
    let (objective, _) = desk.find(&args.reference)?;
    let snapshot = desk.snapshot_of(&objective)?;
    let assessment = assess(snapshot, moment);
    let lost = desk.report_snapshot(snapshot);
    let (at, kr) = pick(&desk, snapshot, &args.reference)?;
    let only = kr.map(|kr| &snapshot.objectives[at].objective.key_results[kr].id);
    let history = report::history(&assessment, at, only);
    let reference = only.map_or_else(|| objective.clone().into(), |id| objective.key_result(id));
    print(ctx, &args.reading, &history, |history| view::history(history, &desk.short(&reference), moment.zone))?;
    Ok(super::exit(lost))
}
