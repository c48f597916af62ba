//! `okr tree`.

use std::mem::ManuallyDrop;

use clap::Args as ClapArgs;

use crate::analysis::assess;
use crate::cli::context::Context;
use crate::cli::desk::Desk;
use crate::cli::error::{Exit, Failure};
use crate::cli::filters::Filters;
use crate::cli::global::{Format, Reading};
use crate::cli::objective_meant::pick;
use crate::cli::print::print;
use crate::language::say;
use crate::report::TreeOptions;
use crate::{report, view};

/// Show the alignment tree: what serves what, from the company down
///
/// Each line shows progress, and the bar carries a mark where the plan is. An objective stands below the first one that it
/// aligns to; below others it is a reference (↗). What aligns to nothing above it has a group of its own.
#[derive(Debug, ClapArgs)]
#[command(after_help = "Examples:
  okr tree
  okr tree renewing                the part below one objective
  okr tree --unit eng --depth 2
  okr tree --as-of 2026-10-31 --format markdown")]
pub struct Args {
    /// Only what is below this objective or key result
    #[arg(value_name = "REF")]
    reference: Option<String>,
    /// How many levels below the roots to show
    #[arg(long, value_name = "N")]
    depth: Option<usize>,
    #[command(flatten)]
    filters: Filters,
    #[command(flatten)]
    reading: Reading,
}

/// More lines than this nobody reads: without a depth the tree is folded until it is within them.
const MOST_LINES: usize = 400;

pub fn run(ctx: &Context, args: &Args) -> Result<Exit, Failure> {
    let desk = Desk::open_for(ctx, &args.reading)?;
    let moment = desk.moment(&args.reading)?;
    let filter = args.filters.filter(&desk)?;
    let named = args.reference.as_deref().map(|text| desk.find(text)).transpose()?;
    let cycle = match &named {
        Some((objective, _)) => desk.named_cycle(&objective.cycle)?,
        None => desk.cycle(moment.day)?,
    };
    let for_people = matches!(args.reading.format, Format::Table | Format::Markdown);
    let standings = match for_people && args.depth.is_none() {
        true => desk.skim(&cycle.id, moment),
        false => ManuallyDrop::new(assess(desk.load(&cycle.id), moment).into()),
    };
    let lost = desk.report_damages(&standings);
    let root = args.reference.as_deref().map(|text| pick(&desk, &standings.objectives, text)).transpose()?;
    let most_lines = for_people.then_some(MOST_LINES);
    let options = TreeOptions { filter, depth: args.depth, root, most_lines, forecasts: !for_people };
    let tree = report::tree(&standings, cycle, &options);
    print(ctx, &args.reading, &tree, |tree| view::tree(tree, &desk.names(&cycle.id)))?;
    if tree.folded {
        ctx.ui.hint(say!(
            "the tree is long, so what is below is folded (+N lines); --depth 9 shows more, okr tree REF a part of it"
        ));
    }
    Ok(super::exit(lost))
}
