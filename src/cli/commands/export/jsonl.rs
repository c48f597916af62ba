//! `okr export jsonl`.

use clap::Args as ClapArgs;

use super::output::Output;
use super::scope::Scope;
use crate::cli::context::Context;
use crate::cli::error::{Exit, Failure};
use crate::render::sheet;
use crate::report::export::SHEETS;

/// Write one JSON object a line: cycles, owners, objectives, key results, events, figures
///
/// Each line has a type, and the columns of that table of okr export tables; what is absent is left out. Lines that others
/// refer to come first.
#[derive(Debug, ClapArgs)]
#[command(after_help = "Examples:
  okr export jsonl | jq 'select(.type == \"event\" and .what == \"comment\")'
  okr export jsonl --all --output okrs.jsonl
  okr export jsonl --unit eng --as-of 2026-11-15")]
pub struct Args {
    #[command(flatten)]
    scope: Scope,
    #[command(flatten)]
    output: Output,
}

pub fn run(ctx: &Context, args: &Args) -> Result<Exit, Failure> {
    args.output.free(ctx)?;
    let read = args.scope.read(ctx)?;
    let extent = read.extent();
    args.output.write(ctx, |out| {
        SHEETS.iter().try_for_each(|sheet| sheet::lines(sheet.one, sheet.columns, &mut sheet.batches(&extent), out))
    })?;
    Ok(super::super::exit(read.lost))
}
