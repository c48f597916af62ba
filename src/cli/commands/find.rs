//! `okr find`.

use clap::Args as ClapArgs;

use crate::analysis::assess;
use crate::cli::context::Context;
use crate::cli::desk::Desk;
use crate::cli::error::{Exit, Failure};
use crate::cli::filters::Filters;
use crate::cli::global::Reading;
use crate::cli::print::print;
use crate::report::Words;
use crate::view::Names;
use crate::{report, view};

/// Find what people wrote: in titles, descriptions, notes, comments and reviews
///
/// Shows the objectives in which every word occurs, whatever its case, with the places. Words in quotation marks belong together. Every
/// cycle is searched, the latest first, unless --cycle names one.
#[derive(Debug, ClapArgs)]
#[command(after_help = "Examples:
  okr find survey
  okr find 续约
  okr find \"guided onboarding\" nps --unit eng
  okr --cycle 2026-Q4 find audit --format json")]
pub struct Args {
    /// What to look for
    #[arg(value_name = "WORD", required = true)]
    words: Vec<String>,
    #[command(flatten)]
    filters: Filters,
    #[command(flatten)]
    reading: Reading,
}

pub fn run(ctx: &Context, args: &Args) -> Result<Exit, Failure> {
    let words = Words::new(&args.words).map_err(|why| Failure::usage(why.to_string()))?;
    let desk = Desk::open_for(ctx, &args.reading)?;
    let moment = desk.moment(&args.reading)?;
    let filter = args.filters.filter(&desk)?;
    let snapshot = match desk.cycle_asked_for()? {
        Some(cycle) => desk.load(&cycle.id),
        None => desk.load_all(),
    };
    let now = assess(snapshot, moment);
    let lost = desk.report_damages(&now);
    let names = desk.cycle_quietly().map_or_else(Names::whole, |cycle| desk.names(&cycle));
    print(ctx, &args.reading, &report::find(&now, &words, &filter), |found| view::find(found, &names, moment.zone))?;
    Ok(super::exit(lost))
}
