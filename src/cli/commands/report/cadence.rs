//! `okr report cadence`.

use clap::Args as ClapArgs;

use super::fail_on::{FailOn, gate};
use crate::analysis::assess;
use crate::cli::context::Context;
use crate::cli::desk::Desk;
use crate::cli::error::{Exit, Failure};
use crate::cli::filters::Filters;
use crate::cli::global::Reading;
use crate::cli::print::print_or_sheet;
use crate::model::Moment;
use crate::{report, view};

/// Who checks in when, and what has been left alone
///
/// Check-ins by person and day, the share of open key results that were checked in on time week by week, and those that
/// are stale: without a check-in for more than the settings' stale_after days.
#[derive(Debug, ClapArgs)]
#[command(after_help = "Examples:
  okr report cadence
  okr report cadence --unit eng
  okr report cadence --fail-on stale --quiet")]
pub struct Args {
    #[command(flatten)]
    filters: Filters,
    /// Exit with 1 if there is any of these
    #[arg(long, value_name = "WHAT", value_delimiter = ',')]
    fail_on: Vec<FailOn>,
    #[command(flatten)]
    reading: Reading,
}

pub fn run(ctx: &Context, args: &Args) -> Result<Exit, Failure> {
    let desk = Desk::open_for(ctx, &args.reading)?;
    let moment = desk.moment(&args.reading)?;
    let cycle = desk.cycle(moment.day)?;
    let filter = args.filters.filter(&desk)?;
    let snapshot = desk.load(&cycle.id);
    let now = assess(snapshot, moment);
    let lost = desk.report_damages(&now);
    let ends = report::week_ends(cycle, &moment);
    let weeks: Vec<_> = ends.iter().map(|day| assess(snapshot, Moment::end_of(*day, moment.zone))).collect();
    let cadence = report::cadence(&now, &weeks, cycle, &filter);
    let document = |cadence: &_| view::cadence(cadence, &desk.names(&cycle.id), moment.zone);
    print_or_sheet(ctx, &args.reading, &cadence, document, view::sheet::cadence)?;
    let selected = filter.select(&now, &cycle.id);
    Ok(gate(ctx, &now, &selected, &args.fail_on, super::super::exit(lost)))
}
