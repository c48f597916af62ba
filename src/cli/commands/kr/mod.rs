//! `okr kr`.

mod add;
mod edit;
mod remove;
mod unread;

use clap::{Args as ClapArgs, Subcommand};

use crate::cli::context::Context;
use crate::cli::error::{Exit, Failure};

/// Add, change or remove key results
#[derive(Debug, ClapArgs)]
#[command(after_help = "Examples:
  okr kr add renewing \"nps = NPS rises: 31 -> 50 points\"
  okr kr edit renewing.nps --weight 2
  okr kr remove renewing.nps")]
pub struct Args {
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, Subcommand)]
enum Command {
    Add(add::Args),
    Edit(edit::Args),
    Remove(remove::Args),
}

pub fn run(ctx: &Context, args: &Args) -> Result<Exit, Failure> {
    match &args.command {
        Command::Add(args) => add::run(ctx, args),
        Command::Edit(args) => edit::run(ctx, args),
        Command::Remove(args) => remove::run(ctx, args),
    }
}
