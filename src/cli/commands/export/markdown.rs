//! `okr export markdown`.

use clap::Args as ClapArgs;

use super::output::Output;
use super::scope::Scope;
use crate::cli::context::Context;
use crate::cli::error::{Exit, Failure};
use crate::{render, report, view};

/// Write an outline of owners, objectives and key results under headings
///
/// What people keep in a handbook or a wiki: one heading a cycle, owner and objective, one point a key result with its
/// measure and where it stands, its initiatives below as tasks. okr import markdown reads it back; okr report full --format
/// markdown has the figures.
#[derive(Debug, ClapArgs)]
#[command(after_help = "Examples:
  okr export markdown > OKRS.md
  okr export markdown --owner acme
  okr export markdown --all --output docs/okrs.md --force")]
pub struct Args {
    #[command(flatten)]
    scope: Scope,
    #[command(flatten)]
    output: Output,
}

pub fn run(ctx: &Context, args: &Args) -> Result<Exit, Failure> {
    args.output.free(ctx)?;
    let read = args.scope.read(ctx)?;
    let outline = report::outline(&read.assessment, &read.cycles, &read.filter);
    let text = render::outline(&view::outline(&outline));
    args.output.write(ctx, |out| out.write_all(text.as_bytes()))?;
    Ok(super::super::exit(read.lost))
}
