//! `okr cycle list`.

use clap::Args as ClapArgs;

use crate::analysis::assess;
use crate::cli::context::Context;
use crate::cli::desk::Desk;
use crate::cli::error::{Exit, Failure};
use crate::cli::global::Reading;
use crate::cli::print::print;
use crate::language::say;
use crate::model::{Current, cadence_days, current};
use crate::{report, view};

/// List all cycles with their progress
#[derive(Debug, ClapArgs)]
#[command(after_help = "Example:
  okr cycle list --format csv")]
pub struct Args {
    #[command(flatten)]
    reading: Reading,
}

pub fn run(ctx: &Context, args: &Args) -> Result<Exit, Failure> {
    let desk = Desk::open_for(ctx, &args.reading)?;
    let moment = desk.moment(&args.reading)?;
    let snapshot = desk.load_all();
    let assessment = assess(snapshot, moment);
    let lost = desk.report_damages(&assessment);
    let now = match current(&snapshot.cycles, moment.day, cadence_days(snapshot.settings.cadence)) {
        Some(Current::Holds(cycle)) => Some(&cycle.id),
        _ => None,
    };
    if snapshot.cycles.is_empty() {
        ctx.ui.hint(say!("there is no cycle yet; okr cycle new makes the current one"));
    }
    print(ctx, &args.reading, &report::cycle_list(&assessment, now), view::cycle_list)?;
    Ok(super::super::exit(lost))
}
