//! `okr export ics`.

use clap::Args as ClapArgs;

use super::output::Output;
use super::scope::Scope;
use crate::cli::context::Context;
use crate::cli::error::{Exit, Failure};
use crate::{render, report, view};

/// Write the days to keep as a calendar: check-ins, reviews, due dates, ends of cycles
///
/// A check-in is due as many days after the last one as the setting stale_after says; one that is overdue stands today. Every
/// day keeps its identity from export to export, so that a calendar that is given the file again moves what moved.
#[derive(Debug, ClapArgs)]
#[command(after_help = "Examples:
  okr export ics --mine --output okrs.ics
  okr export ics --all --unit eng > eng.ics")]
pub struct Args {
    #[command(flatten)]
    scope: Scope,
    #[command(flatten)]
    output: Output,
}

pub fn run(ctx: &Context, args: &Args) -> Result<Exit, Failure> {
    args.output.free(ctx)?;
    let read = args.scope.read(ctx)?;
    let calendar = report::calendar(&read.assessment, &read.cycles, &read.filter);
    let text = render::ics(&view::calendar(&calendar));
    args.output.write(ctx, |out| out.write_all(text.as_bytes()))?;
    Ok(super::super::exit(read.lost))
}
