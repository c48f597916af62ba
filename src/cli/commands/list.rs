//! `okr list`.

use clap::Args as ClapArgs;

use crate::analysis::{assess, course, weekly};
use crate::cli::context::Context;
use crate::cli::desk::Desk;
use crate::cli::error::{Exit, Failure};
use crate::cli::filters::{Filters, SortArg};
use crate::cli::global::Reading;
use crate::cli::print::print;
use crate::{report, view};

/// List objectives with their progress
#[derive(Debug, ClapArgs)]
#[command(after_help = "Examples:
  okr list --mine
  okr list --unit eng --pace off-track,at-risk --sort gap
  okr list --format csv > objectives.csv")]
pub struct Args {
    #[command(flatten)]
    filters: Filters,
    /// The order
    #[arg(long, value_name = "KEY", default_value = "ref", hide_possible_values = false)]
    sort: SortArg,
    #[command(flatten)]
    reading: Reading,
}

pub fn run(ctx: &Context, args: &Args) -> Result<Exit, Failure> {
    let desk = Desk::open_for(ctx, &args.reading)?;
    let moment = desk.moment(&args.reading)?;
    let cycle = desk.cycle(moment.day)?;
    let filter = args.filters.filter(&desk)?;
    let snapshot = desk.load(&cycle.id);
    let assessment = assess(snapshot, moment);
    let lost = desk.report_damages(&assessment);
    let course = course(snapshot, &weekly(cycle, &moment), moment.zone);
    let list = report::list(&assessment, &course, cycle, &filter, args.sort.into());
    print(ctx, &args.reading, &list, |list| view::list(list, &desk.names(&cycle.id), moment.zone))?;
    Ok(super::exit(lost))
}
