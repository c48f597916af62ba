//! `okr import`.

mod whole;

use clap::{Args as ClapArgs, Subcommand};

use crate::cli::context::Context;
use crate::cli::error::{Exit, Failure};

/// Take in what another store or program has handed on
#[derive(Debug, ClapArgs)]
pub struct Args {
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, Subcommand)]
enum Command {
    Json(whole::Args),
}

pub fn run(ctx: &Context, args: &Args) -> Result<Exit, Failure> {
    match &args.command {
        Command::Json(args) => whole::run(ctx, args),
    }
}
