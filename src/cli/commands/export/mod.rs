//! `okr export`.

mod csv;
mod ics;
mod json;
mod jsonl;
mod markdown;
mod output;
mod scope;
mod tables;

use clap::{Args as ClapArgs, Subcommand};

use crate::cli::context::Context;
use crate::cli::error::{Exit, Failure};

/// Hand the store on to spreadsheets, calendars, databases and other stores
#[derive(Debug, ClapArgs)]
#[command(after_help = "Examples:
  okr export csv > okrs.csv
  okr export markdown > OKRS.md
  okr export tables warehouse")]
pub struct Args {
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, Subcommand)]
enum Command {
    Csv(csv::Args),
    Jsonl(jsonl::Args),
    Json(json::Args),
    Markdown(markdown::Args),
    Ics(ics::Args),
    Tables(tables::Args),
}

pub fn run(ctx: &Context, args: &Args) -> Result<Exit, Failure> {
    match &args.command {
        Command::Csv(args) => csv::run(ctx, args),
        Command::Jsonl(args) => jsonl::run(ctx, args),
        Command::Json(args) => json::run(ctx, args),
        Command::Markdown(args) => markdown::run(ctx, args),
        Command::Ics(args) => ics::run(ctx, args),
        Command::Tables(args) => tables::run(ctx, args),
    }
}
