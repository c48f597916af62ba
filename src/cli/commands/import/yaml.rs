//! `okr import yaml`.

use clap::Args as ClapArgs;

use super::{Common, making, told};
use crate::cli::context::Context;
use crate::cli::error::{Exit, Failure};
use crate::exchange::import::layout::yaml;

/// Import a YAML file of another layout
///
/// Keys are known in any case and under their usual names (Objective, objectives, key_results, KRs; baseline, start, from;
/// target, to; current, progress, done), however deep they are nested under projects, teams or quarters.
#[derive(Debug, ClapArgs)]
#[command(after_help = "Examples:
  okr import yaml okrs.yaml --dry-run
  okr import yaml okrs.yaml --cycle 2026-Q4 --owner acme")]
pub struct Args {
    #[command(flatten)]
    common: Common,
}

pub fn run(ctx: &Context, args: &Args) -> Result<Exit, Failure> {
    making::run(ctx, &args.common, |text, shown, surroundings| {
        let draft = yaml(text, surroundings.zone, &surroundings.is_owner);
        Ok((draft.map_err(|why| told::layout(why, shown, "YAML"))?, None))
    })
}
