//! `okr history join`.

use clap::Args as ClapArgs;

use super::regroup::regroup;
use crate::cli::context::Context;
use crate::cli::error::{Exit, Failure};
use crate::model::HistoryLayout;

/// Put everybody's history of an objective into one file again
///
/// Every event goes to OBJECTIVE.history.yaml, byte for byte, with the comments around it, and history: per-author leaves
/// okr.yaml. Okr reads the same events before and after.
#[derive(Debug, ClapArgs)]
#[command(after_help = "Examples:
  okr history join --dry-run
  okr history join")]
pub struct Args {
    /// Say what would be done, and do nothing
    #[arg(long)]
    dry_run: bool,
}

pub fn run(ctx: &Context, args: &Args) -> Result<Exit, Failure> {
    regroup(ctx, HistoryLayout::PerObjective, args.dry_run)
}
