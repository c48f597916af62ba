//! `okr report progress`.

use clap::Args as ClapArgs;

use super::fail_on::{FailOn, gate};
use crate::analysis::{assess, course, weekly};
use crate::cli::context::Context;
use crate::cli::desk::Desk;
use crate::cli::error::{Exit, Failure};
use crate::cli::filters::{ByArg, Filters, SortArg, since};
use crate::cli::global::Reading;
use crate::cli::print::print_or_sheet;
use crate::{report, view};

/// Progress against the plan, and what changed in the last days
#[derive(Debug, ClapArgs)]
#[command(after_help = "Examples:
  okr report progress
  okr report progress --since 14 --by unit
  okr report progress --since 2026-10-31 --format json")]
pub struct Args {
    #[command(flatten)]
    filters: Filters,
    /// The order of objectives
    #[arg(long, value_name = "KEY", default_value = "gap")]
    sort: SortArg,
    /// Only this breakdown
    #[arg(long, value_name = "WHAT")]
    by: Option<ByArg>,
    /// Count changes from so many days before, or from a day
    #[arg(long, value_name = "DAYS|DATE", default_value = "7")]
    since: String,
    /// Exit with 1 if there is any of these
    #[arg(long, value_name = "WHAT", value_delimiter = ',')]
    fail_on: Vec<FailOn>,
    #[command(flatten)]
    reading: Reading,
}

pub fn run(ctx: &Context, args: &Args) -> Result<Exit, Failure> {
    let desk = Desk::open_for(ctx, &args.reading)?;
    let moment = desk.moment(&args.reading)?;
    let since = since(&args.since, &moment)?;
    let cycle = desk.cycle(moment.day)?;
    let filter = args.filters.filter(&desk)?;
    let snapshot = desk.load(&cycle.id);
    let (now, before) = (assess(snapshot, moment), assess(snapshot, since));
    let lost = desk.report_damages(&now);
    let course = course(snapshot, &weekly(cycle, &moment), moment.zone);
    let progress = report::progress(&now, &before, &course, cycle, &filter, args.sort.into(), args.by.map(Into::into));
    let names = desk.names(&cycle.id);
    let document = |progress: &_| view::progress(progress, &names);
    print_or_sheet(ctx, &args.reading, &progress, document, |progress| view::sheet::progress(progress, &names))?;
    let selected = filter.select(&now, &cycle.id);
    Ok(gate(ctx, &now, &selected, &args.fail_on, super::super::exit(lost)))
}
