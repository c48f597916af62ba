//! `okr report`.

mod fail_on;
mod gap;
mod progress;

use clap::{Args as ClapArgs, Subcommand};

use crate::cli::context::Context;
use crate::cli::error::{Exit, Failure};

/// Print a report: the gaps, or the progress
#[derive(Debug, ClapArgs)]
pub struct Args {
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, Subcommand)]
enum Command {
    Gap(gap::Args),
    Progress(progress::Args),
}

pub fn run(ctx: &Context, args: &Args) -> Result<Exit, Failure> {
    match &args.command {
        Command::Gap(args) => gap::run(ctx, args),
        Command::Progress(args) => progress::run(ctx, args),
    }
}
