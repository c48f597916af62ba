//! `okr log`.

use clap::Args as ClapArgs;

use crate::analysis::assess;
use crate::cli::context::Context;
use crate::cli::desk::Desk;
use crate::cli::error::{Exit, Failure};
use crate::cli::filters::{Filters, since};
use crate::cli::global::{Format, Reading};
use crate::cli::objective_meant::pick;
use crate::cli::print::print;
use crate::model::{OwnerKey, start_of};
use crate::report::LogFilter;
use crate::{report, view};

/// Show what happened, newest first
#[derive(Debug, ClapArgs)]
#[command(after_help = "Examples:
  okr log
  okr log renewing
  okr log --since 7 --event comment,review
  okr log --mentions ana --since 2026-11-01
  okr log --unit eng -n 0 --format csv")]
pub struct Args {
    /// Only this objective or key result
    #[arg(value_name = "REF[.KR]")]
    reference: Option<String>,
    /// How many events to show; 0 for all [default: 30 on the screen, all for machines]
    #[arg(short = 'n', long, value_name = "N")]
    limit: Option<usize>,
    /// Only of the last so many days, or from a day on
    #[arg(long, value_name = "DAYS|DATE")]
    since: Option<String>,
    /// Only what this person did (repeat for several)
    #[arg(long, value_name = "KEY")]
    by: Vec<String>,
    /// Only these kinds of events
    #[arg(long, value_name = "EVENT", value_delimiter = ',', value_parser = EVENTS)]
    event: Vec<String>,
    /// Only what mentions this person, as @KEY
    #[arg(long, value_name = "KEY")]
    mentions: Option<OwnerKey>,
    #[command(flatten)]
    filters: Filters,
    #[command(flatten)]
    reading: Reading,
}

const SCREENFUL: usize = 30;

/// Every kind of event, as the history names it.
const EVENTS: [&str; 11] =
    ["create", "update", "comment", "edit", "score", "review", "complete", "abandon", "reopen", "carry", "retract"];

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
    let screen = matches!(args.reading.format, Format::Table | Format::Markdown | Format::Html);
    let limit = match args.limit {
        Some(0) => None,
        None if screen => Some(SCREENFUL),
        limit => limit,
    };
    let named = args.reference.as_deref().map(|text| pick(&desk, &snapshot.objectives, text)).transpose()?;
    let only = named.and_then(|(at, kr)| Some(snapshot.objectives[at].objective.key_results[kr?].id.clone()));
    let since = args.since.as_deref().map(|text| since(text, &moment)).transpose()?;
    let wanted = LogFilter {
        key_result: only,
        // The days themselves, not only what came after them.
        since: since.map(|since| start_of(since.day, moment.zone)),
        by: args.by.clone(),
        events: args.event.clone(),
        mentions: args.mentions.clone(),
    };
    let log = report::log(&assessment, cycle, &filter.select(&assessment, &cycle.id), &wanted, limit);
    print(ctx, &args.reading, &log, |log| view::log(log, &desk.names(&cycle.id), moment.zone))?;
    Ok(super::exit(lost))
}
