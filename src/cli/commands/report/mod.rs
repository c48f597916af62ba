//! `okr report`.

mod cadence;
mod fail_on;
mod full;
mod gap;
mod progress;
pub mod review;
mod score;

use clap::{Args as ClapArgs, Subcommand};

use crate::cli::context::Context;
use crate::cli::error::{Exit, Failure};

/// Print a report: gap, progress, cadence, review, score, or all of them
#[derive(Debug, ClapArgs)]
#[command(after_help = "Examples:
  okr report gap --unit eng
  okr report progress --since 14
  okr report full --format html > report.html")]
pub struct Args {
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, Subcommand)]
enum Command {
    Gap(gap::Args),
    Progress(progress::Args),
    Cadence(cadence::Args),
    Review(review::Args),
    Score(score::Args),
    Full(full::Args),
}

pub fn run(ctx: &Context, args: &Args) -> Result<Exit, Failure> {
    match &args.command {
        Command::Gap(args) => gap::run(ctx, args),
        Command::Progress(args) => progress::run(ctx, args),
        Command::Cadence(args) => cadence::run(ctx, args),
        Command::Review(args) => review::run(ctx, args),
        Command::Score(args) => score::run(ctx, args),
        Command::Full(args) => full::run(ctx, args),
    }
}
