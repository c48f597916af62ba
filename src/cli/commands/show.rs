//! `okr show`.

use clap::Args as ClapArgs;

use crate::analysis::assess;
use crate::cli::context::Context;
use crate::cli::desk::Desk;
use crate::cli::error::{Exit, Failure};
use crate::cli::global::Reading;
use crate::cli::objective_meant::pick;
use crate::cli::print::print_or_sheet;
use crate::{report, view};

/// Show an objective or a key result with all that is known of it
#[derive(Debug, ClapArgs)]
#[command(after_help = "Examples:
  okr show renewing
  okr show renewing.nps
  okr show renewing --as-of 2026-10-31 --format json")]
pub struct Args {
    /// The objective or key result
    #[arg(value_name = "REF")]
    reference: String,
    #[command(flatten)]
    reading: Reading,
}

pub fn run(ctx: &Context, args: &Args) -> Result<Exit, Failure> {
    let desk = Desk::open_for(ctx, &args.reading)?;
    let moment = desk.moment(&args.reading)?;
    let (objective, _) = desk.find(&args.reference)?;
    let cycle = desk.named_cycle(&objective.cycle)?;
    let snapshot = desk.load(&objective.cycle);
    let assessment = assess(snapshot, moment);
    let lost = desk.report_damages(&assessment);
    let (at, kr) = pick(&desk, &snapshot.objectives, &args.reference)?;
    let only = kr.map(|kr| &snapshot.objectives[at].objective.key_results[kr].id);
    let show = report::show(&assessment, at, cycle, only);
    let document = |show: &_| view::show(show, &desk.names(&cycle.id), moment.zone);
    let sheet = |show: &report::Show| view::sheet::key_results(&show.objective.key_results);
    print_or_sheet(ctx, &args.reading, &show, document, sheet)?;
    Ok(super::exit(lost))
}
