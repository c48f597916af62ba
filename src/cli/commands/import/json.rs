//! `okr import json`.

use clap::Args as ClapArgs;

use super::{Common, making, told};
use crate::cli::context::Context;
use crate::cli::error::{Exit, Failure};
use crate::exchange::import::layout::json;

/// Import a JSON file: what Feishu's interface gives, or any other layout
///
/// As okr import yaml; and the answer of Feishu's okrs/batch_get, with its cycles, weights, scores, progress and alignment.
#[derive(Debug, ClapArgs)]
#[command(after_help = "Examples:
  okr import json feishu.json --dry-run --owner ana
  okr import json okrs.json --cycle 2026-Q4")]
pub struct Args {
    #[command(flatten)]
    common: Common,
}

pub fn run(ctx: &Context, args: &Args) -> Result<Exit, Failure> {
    making::run(ctx, &args.common, |text, shown, surroundings| {
        let draft = json(text, surroundings.zone, &surroundings.is_owner);
        Ok((draft.map_err(|why| told::layout(why, shown, "JSON"))?, None))
    })
}
