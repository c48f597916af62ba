//! `okr report review`.

use clap::Args as ClapArgs;

use super::fail_on::{FailOn, gate};
use crate::analysis::assess;
use crate::cli::context::Context;
use crate::cli::desk::Desk;
use crate::cli::error::{Exit, Failure};
use crate::cli::filters::Filters;
use crate::cli::global::{Format, Past, Reading};
use crate::cli::print::print_or_sheet;
use crate::{report, view};

/// The sheet to hold the review meeting from, risks first
///
/// For each objective: where it stands and where it is heading; each key result's status, progress, confidence over time
/// and last note; and what was decided at the last review. okr review REF records one.
#[derive(Debug, ClapArgs)]
#[command(after_help = "Examples:
  okr report review
  okr report review --unit eng --format markdown
  okr report review --open --pace off-track,at-risk")]
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
    sheet(ctx, &args.filters, &args.reading, &args.fail_on)
}

/// Prints the sheet.
///
/// # Errors
/// When the store cannot be read.
pub fn sheet(ctx: &Context, filters: &Filters, reading: &Reading, fail_on: &[FailOn]) -> Result<Exit, Failure> {
    let desk = Desk::open_for(ctx, reading)?;
    let moment = desk.moment(reading)?;
    let cycle = desk.cycle(moment.day)?;
    let filter = filters.filter(&desk)?;
    let snapshot = desk.load(&cycle.id);
    let now = assess(snapshot, moment);
    let lost = desk.report_damages(&now);
    let review = report::review(&now, cycle, &filter);
    let document = |review: &_| view::review(review, &desk.names(&cycle.id), moment.zone);
    print_or_sheet(ctx, reading, &review, document, view::sheet::review)?;
    let selected = filter.select(&now, &cycle.id);
    Ok(gate(ctx, &now, &selected, fail_on, super::super::exit(lost)))
}

/// The sheet of all, on the terminal: what `okr review` without a reference prints.
///
/// # Errors
/// When the store cannot be read.
pub fn whole(ctx: &Context) -> Result<Exit, Failure> {
    let reading = Reading { past: Past::default(), format: Format::Table };
    sheet(ctx, &Filters::default(), &reading, &[])
}
