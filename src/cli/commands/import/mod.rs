//! `okr import`.

mod csv;
mod json;
mod making;
mod markdown;
mod planning;
mod reported;
mod told;
mod whole;
mod yaml;

use std::path::PathBuf;

use clap::{Args as ClapArgs, Subcommand};

use crate::cli::context::Context;
use crate::cli::error::{Exit, Failure};
use crate::cli::global::Format;
use crate::model::OwnerKey;

/// Bring objectives from another tool, a wiki or a spreadsheet
///
/// Values that are found become first check-ins, marks become scores. All of the file is taken, or nothing; what could not be
/// understood is listed with its line.
#[derive(Debug, ClapArgs)]
#[command(after_help = "Examples:
  okr import csv okrs.csv --dry-run
  okr import markdown OKR.md --owner eng
  okr import json store.json")]
pub struct Args {
    #[command(subcommand)]
    from: From,
}

#[derive(Debug, Subcommand)]
enum From {
    Csv(csv::Args),
    Markdown(markdown::Args),
    Yaml(yaml::Args),
    Json(json::Args),
}

/// What every format takes.
#[derive(Debug, ClapArgs)]
pub struct Common {
    /// The file; - is standard input
    #[arg(value_name = "FILE")]
    file: PathBuf,
    /// Whose is what names no owner [default: you]
    #[arg(long, value_name = "KEY")]
    owner: Option<OwnerKey>,
    /// Show what would be created, and change nothing
    #[arg(long)]
    dry_run: bool,
    /// Leave out objectives of an owner and cycle that have the same title already
    #[arg(long)]
    skip_existing: bool,
    /// Refuse a file in which something is not understood
    #[arg(long)]
    strict: bool,
    /// How to print it
    #[arg(long, value_name = "FORMAT", default_value = "table")]
    format: Format,
}

pub fn run(ctx: &Context, args: &Args) -> Result<Exit, Failure> {
    match &args.from {
        From::Csv(args) => csv::run(ctx, args),
        From::Markdown(args) => markdown::run(ctx, args),
        From::Yaml(args) => yaml::run(ctx, args),
        From::Json(args) => json::run(ctx, args),
    }
}
