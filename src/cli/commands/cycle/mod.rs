//! `okr cycle`.

mod list;
mod new;
mod show;

use clap::{Args as ClapArgs, Subcommand};

use crate::cli::context::Context;
use crate::cli::error::{Exit, Failure};

/// Make a cycle, or look at cycles
#[derive(Debug, ClapArgs)]
pub struct Args {
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, Subcommand)]
enum Command {
    New(new::Args),
    List(list::Args),
    Show(show::Args),
}

pub fn run(ctx: &Context, args: &Args) -> Result<Exit, Failure> {
    match &args.command {
        Command::New(args) => new::run(ctx, args),
        Command::List(args) => list::run(ctx, args),
        Command::Show(args) => show::run(ctx, args),
    }
}
