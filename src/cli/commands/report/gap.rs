//! `okr report gap`.

use std::mem::ManuallyDrop;

use clap::Args as ClapArgs;

use super::fail_on::{FailOn, gate};
use crate::analysis::{Standings, assess};
use crate::cli::context::Context;
use crate::cli::desk::Desk;
use crate::cli::error::{Exit, Failure};
use crate::cli::filters::{ByArg, Filters, SortArg, since};
use crate::cli::global::{Format, Reading};
use crate::cli::print::print_or_sheet;
use crate::report::{GapOptions, Sort};
use crate::{report, view};

/// Where everybody stands against target and plan, worst first
///
/// For each key result: where it started, stands and should end, what is to go in its own unit, what the plan expects by
/// now, and the gap to it in percentage points. Then the objectives, and totals by level, unit and owner.
#[derive(Debug, ClapArgs)]
#[command(after_help = "Examples:
  okr report gap
  okr report gap --unit eng --by owner
  okr report gap --since 14
  okr report gap --as-of 2026-11-15 --format markdown
  okr report gap --fail-on off-track,stale     exit code 1 if there is any")]
pub struct Args {
    #[command(flatten)]
    filters: Filters,
    /// The order
    #[arg(long, value_name = "KEY", default_value = "gap")]
    sort: SortArg,
    /// Group the rows
    #[arg(long, value_name = "WHAT")]
    by: Option<ByArg>,
    /// Show what changed, in percentage points, in so many days or since a day
    #[arg(long, value_name = "DAYS|DATE")]
    since: Option<String>,
    /// Exit with 1 if there is any of these
    #[arg(long, value_name = "WHAT", value_delimiter = ',')]
    fail_on: Vec<FailOn>,
    /// Show all rows, however many there are
    #[arg(long)]
    all: bool,
    #[command(flatten)]
    reading: Reading,
}

/// More key results than this, and more than half as many objectives, nobody reads.
const MOST_ROWS: usize = 200;

pub fn run(ctx: &Context, args: &Args) -> Result<Exit, Failure> {
    let desk = Desk::open_for(ctx, &args.reading)?;
    let moment = desk.moment(&args.reading)?;
    let cycle = desk.cycle(moment.day)?;
    let filter = args.filters.filter(&desk)?;
    let earlier = args.since.as_deref().map(|text| since(text, &moment)).transpose()?;
    let for_people = matches!(args.reading.format, Format::Table | Format::Markdown);
    let most = Some(MOST_ROWS).filter(|_| for_people && !args.all);
    // What changed since another day is in the events, and titles are in the definitions.
    let (standings, before): (_, Option<Standings>) = match most {
        Some(_) if earlier.is_none() && args.by.is_none() && Sort::from(args.sort) != Sort::Title => {
            (desk.skim(&cycle.id, moment), None)
        }
        _ => {
            let snapshot = desk.load(&cycle.id);
            (
                ManuallyDrop::new(assess(snapshot, moment).into()),
                earlier.map(|earlier| assess(snapshot, earlier).into()),
            )
        }
    };
    let lost = desk.report_damages(&standings);
    let options = GapOptions { filter, sort: args.sort.into(), by: args.by.map(Into::into), most };
    let gap = report::gap(&standings, before.as_ref(), cycle, &options);
    print_or_sheet(ctx, &args.reading, &gap, |gap| view::gap(gap, &desk.names(&cycle.id)), view::sheet::gap)?;
    let selected = options.filter.select(&standings, &cycle.id);
    Ok(gate(ctx, &standings, &selected, &args.fail_on, super::super::exit(lost)))
}
