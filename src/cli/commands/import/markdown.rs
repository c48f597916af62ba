//! `okr import markdown`.

use clap::Args as ClapArgs;

use super::{Common, making};
use crate::cli::context::Context;
use crate::cli::error::{Exit, Failure};
use crate::exchange::import::markdown::read;

/// Import a Markdown outline, as people keep objectives in wikis and handbooks
///
/// An objective is a heading or a bold line above a list, an item with items below it, or what says so (O1:, Objective:). Its
/// key results are the items below. Headings may name a cycle (2018 Q3) or an owner. A result stands behind =>, owners in front
/// (CEO: …) or behind (@ana); a ticked box is done, and what is struck out counts no more. What okr export markdown wrote, in
/// English or in Chinese, comes back as it was.
#[derive(Debug, ClapArgs)]
#[command(after_help = "Examples:
  okr import markdown OKR.md --dry-run
  okr import markdown OKR.md --cycle 2018-Q3
  curl -s https://example.com/okrs.md | okr import markdown - --owner acme")]
pub struct Args {
    #[command(flatten)]
    common: Common,
}

pub fn run(ctx: &Context, args: &Args) -> Result<Exit, Failure> {
    making::run(ctx, &args.common, |text, _, surroundings| Ok((read(text, &surroundings.is_owner), None)))
}
