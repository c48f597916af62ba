//! `okr history split`.

use clap::Args as ClapArgs;

use super::regroup::regroup;
use crate::cli::context::Context;
use crate::cli::error::{Exit, Failure};
use crate::model::HistoryLayout;

/// Give each person a history file of their own, so that merge buttons of Git hosts never conflict
///
/// Every event goes to OBJECTIVE.PERSON.history.yaml, byte for byte, with the comments around it, and okr.yaml gets
/// history: per-author. Events by nobody's key stay where they are. Okr reads the same events before and after.
#[derive(Debug, ClapArgs)]
#[command(after_help = "Examples:
  okr history split --dry-run
  okr history split
  okr history join         back again")]
pub struct Args {
    /// Say what would be done, and do nothing
    #[arg(long)]
    dry_run: bool,
}

pub fn run(ctx: &Context, args: &Args) -> Result<Exit, Failure> {
    regroup(ctx, HistoryLayout::PerAuthor, args.dry_run)
}
