//! `okr log`.

use clap::Args as ClapArgs;

use crate::analysis::assess;
use crate::cli::context::Context;
use crate::cli::desk::{Desk, pick};
use crate::cli::error::{Exit, Failure};
use crate::cli::filters::Filters;
use crate::cli::global::{Format, Reading};
use crate::cli::print::print;
use crate::{report, view};

/// Show what happened, newest first
#[derive(Debug, ClapArgs)]
#[command(after_help = "Examples:
  okr log
  okr log renewing
  okr log --unit eng -n 0 --format csv")]
pub struct Args {
    /// Only this objective or key result
    #[arg(value_name = "REF[.KR]")]
    reference: Option<String>,
    /// How many events to show; 0 for all [default: 30 on the screen, all for machines]
    #[arg(short = 'n', long, value_name = "N")]
    limit: Option<usize>,
    #[command(flatten)]
    filters: Filters,
    #[command(flatten)]
    reading: Reading,
}

const SCREENFUL: usize = 30;

pub fn run(ctx: &Context, args: &Args) -> Result<Exit, Failure> {
    let desk = Desk::open_for(ctx, &args.reading)?;
    let moment = desk.moment(&args.reading)?;
    let filter = args.filters.filter(&desk)?;
    let named = args.reference.as_deref().map(|text| desk.find(text)).transpose()?;
    let (cycle, snapshot) = match &named {
        Some((objective, _)) => (desk.named_cycle(&objective.cycle)?, desk.snapshot_of(objective)?),
        None => {
            let cycle = desk.cycle(moment.day)?;
            (cycle, desk.load(&cycle.id))
        }
    };
    let assessment = assess(snapshot, moment);
    let lost = desk.report_snapshot(snapshot);
    let screen = matches!(args.reading.format, Format::Table | Format::Markdown);
    let limit = match args.limit {
        Some(0) => None,
        None if screen => Some(SCREENFUL),
        limit => limit,
    };
    let named = args.reference.as_deref().map(|text| pick(&desk, snapshot, text)).transpose()?;
    let only = named.and_then(|(at, kr)| Some(&snapshot.objectives[at].objective.key_results[kr?].id));
    let log = report::log(&assessment, cycle, &filter.select(&assessment, &cycle.id), only, limit);
    print(ctx, &args.reading, &log, |log| view::log(log, &desk.names(&cycle.id), moment.zone))?;
    Ok(super::exit(lost))
}
