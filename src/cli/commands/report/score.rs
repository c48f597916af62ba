//! `okr report score`.

use clap::Args as ClapArgs;

use super::fail_on::{FailOn, gate};
use crate::analysis::assess;
use crate::cli::context::Context;
use crate::cli::desk::Desk;
use crate::cli::error::{Exit, Failure};
use crate::cli::filters::Filters;
use crate::cli::global::Reading;
use crate::cli::print::print_or_sheet;
use crate::{report, view};

/// How everybody did, against the cycle before
///
/// Every objective's score and band, and whoever gave it; mean, median, spread and distribution, by level, unit, owner and
/// kind. What is not scored is counted and left out of every mean. Flags aspirational work that always reaches 100, and
/// committed work that does not.
#[derive(Debug, ClapArgs)]
#[command(after_help = "Examples:
  okr report score
  okr report score --cycle 2026-Q3 --format markdown
  okr report score --cycle 2026-Q3 --fail-on unscored")]
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
    let mut lost = desk.report_damages(&now);
    let before = report::cycle_before(desk.cycles(), cycle);
    let earlier = before.map(|before| assess(desk.load(&before.id), moment));
    if let Some(earlier) = &earlier {
        lost |= desk.report_snapshot(earlier.snapshot);
    }
    let score = report::score(&now, cycle, earlier.as_ref().zip(before), &filter);
    print_or_sheet(ctx, &args.reading, &score, |score| view::score(score, &desk.names(&cycle.id)), view::sheet::score)?;
    let selected = filter.select(&now, &cycle.id);
    Ok(gate(ctx, &now, &selected, &args.fail_on, super::super::exit(lost)))
}
