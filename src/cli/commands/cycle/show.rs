//! `okr cycle show`.

use clap::Args as ClapArgs;

use crate::analysis::assess;
use crate::cli::context::Context;
use crate::cli::desk::Desk;
use crate::cli::error::{Exit, Failure, bad_key};
use crate::cli::global::Reading;
use crate::cli::print::print;
use crate::language::say;
use crate::{report, view};

/// Show a cycle: its days, progress against the plan, and how many are on track
#[derive(Debug, ClapArgs)]
#[command(after_help = "Examples:
  okr cycle show
  okr cycle show 2026-Q3 --as-of 2026-09-30")]
pub struct Args {
    /// The cycle [default: the current one]
    #[arg(value_name = "ID")]
    id: Option<String>,
    #[command(flatten)]
    reading: Reading,
}

pub fn run(ctx: &Context, args: &Args) -> Result<Exit, Failure> {
    let desk = Desk::open_for(ctx, &args.reading)?;
    let moment = desk.moment(&args.reading)?;
    let cycle = match &args.id {
        Some(text) => desk.named_cycle(&text.parse().map_err(|why| bad_key(say!(in "key", "cycle"), text, &why))?)?,
        None => desk.cycle(moment.day)?,
    };
    let snapshot = desk.load(&cycle.id);
    let assessment = assess(snapshot, moment);
    let lost = desk.report_damages(&assessment);
    print(ctx, &args.reading, &report::cycle_show(&assessment, cycle), view::cycle_show)?;
    Ok(super::super::exit(lost))
}
