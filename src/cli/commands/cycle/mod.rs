//! `okr cycle`.

mod close;
mod list;
mod new;
mod reopen;
mod show;

use clap::{Args as ClapArgs, Subcommand};

use crate::cli::context::Context;
use crate::cli::error::{Exit, Failure};

/// Make a cycle, look at cycles, close one
#[derive(Debug, ClapArgs)]
#[command(after_help = "Examples:
  okr cycle new
  okr cycle list
  okr cycle close 2026-Q3")]
pub struct Args {
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, Subcommand)]
enum Command {
    New(new::Args),
    List(list::Args),
    Show(show::Args),
    Close(close::Args),
    Reopen(reopen::Args),
}

pub fn run(ctx: &Context, args: &Args) -> Result<Exit, Failure> {
    match &args.command {
        Command::New(args) => new::run(ctx, args),
        Command::List(args) => list::run(ctx, args),
        Command::Show(args) => show::run(ctx, args),
        Command::Close(args) => close::run(ctx, args),
        Command::Reopen(args) => reopen::run(ctx, args),
    }
}
