//! `okr status`, which is what `okr` alone shows.

use clap::Args as ClapArgs;

use crate::analysis::assess;
use crate::cli::context::Context;
use crate::cli::desk::Desk;
use crate::cli::error::{Exit, Failure};
use crate::cli::global::{Format, Reading};
use crate::cli::print::print;
use crate::language::say;
use crate::{report, view};

/// Show what waits for you: check-ins, what slipped, who mentioned you, and what comes next
///
/// Your desk in one screen, with the command to type for each thing on it. Yours are the objectives that you own, those of units that
/// you lead, and the key results that name you. Of a closed cycle it says since when it is closed, and what comes next. okr alone shows
/// the same.
#[derive(Debug, Default, ClapArgs)]
#[command(after_help = "Examples:
  okr status
  okr status --all                 everybody's
  okr status --me bo --as-of 2026-11-15
  okr status -n 0 --format json")]
pub struct Args {
    /// Everybody's desk, not only mine
    #[arg(long)]
    all: bool,
    /// How many things to show; 0 for all [default: 12 on the screen, all for machines]
    #[arg(short = 'n', long, value_name = "N")]
    limit: Option<usize>,
    #[command(flatten)]
    reading: Reading,
}

/// How many things fit on a screen of 24 lines with what stands around them.
const SCREENFUL: usize = 12;

pub fn run(ctx: &Context, args: &Args) -> Result<Exit, Failure> {
    let desk = Desk::open_for(ctx, &args.reading)?;
    let moment = desk.moment(&args.reading)?;
    let cycle = desk.cycle(moment.day)?;
    let me = if args.all { None } else { desk.me_if_known()? };
    if me.is_none() && !args.all {
        ctx.ui.hint(say!("this is everybody's desk; okr --me KEY, or OKR_ME=KEY in the environment, shows yours"));
    }
    let snapshot = desk.load(&cycle.id);
    let now = assess(snapshot, moment);
    let lost = desk.report_damages(&now);
    let lately = assess(snapshot, moment.days_before(report::LATELY));
    let limit = match (args.limit, args.reading.format) {
        (Some(0), _) => None,
        (None, Format::Table | Format::Markdown | Format::Html) => Some(SCREENFUL),
        (limit, _) => limit,
    };
    let status = report::status(&now, &lately, cycle, me.as_ref(), limit);
    print(ctx, &args.reading, &status, |status| view::status(status, &desk.names(&cycle.id)))?;
    Ok(super::exit(lost))
}
