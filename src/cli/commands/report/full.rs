//! `okr report full`.

use std::path::{Path, PathBuf};

use clap::Args as ClapArgs;

use super::fail_on::{FailOn, gate};
use crate::analysis::{assess, course, weekly, weekly_to_the_end};
use crate::cli::context::Context;
use crate::cli::desk::Desk;
use crate::cli::error::{Exit, Failure};
use crate::cli::filters::{Filters, since};
use crate::cli::global::{Format, Reading};
use crate::cli::print::{print_or_sheet, tables};
use crate::language::{for_machines, say};
use crate::model::Moment;
use crate::report::FullParts;
use crate::{report, view};

/// All reports of a cycle as one document
///
/// The cycle at a glance, the alignment, progress, how every objective moved, the gaps, the review sheet, the cadence and
/// the activity: for a pull request or a wiki (markdown), or a page to show (html). As CSV it prints the objectives and key
/// results of the gap report; with --output FOLDER it writes one file a table.
#[derive(Debug, ClapArgs)]
#[command(after_help = "Examples:
  okr report full --format markdown > review.md
  okr report full --cycle 2026-Q3 --unit eng
  okr report full --format csv --output tables      gap.csv, progress.csv, check_ins.csv, …")]
pub struct Args {
    #[command(flatten)]
    filters: Filters,
    /// Count changes from so many days before, or from a day
    #[arg(long, value_name = "DAYS|DATE", default_value = "7")]
    since: String,
    /// Write the tables of --format csv into this folder, one file each
    #[arg(long, value_name = "FOLDER")]
    output: Option<PathBuf>,
    /// Exit with 1 if there is any of these
    #[arg(long, value_name = "WHAT", value_delimiter = ',')]
    fail_on: Vec<FailOn>,
    #[command(flatten)]
    reading: Reading,
}

pub fn run(ctx: &Context, args: &Args) -> Result<Exit, Failure> {
    if args.output.is_some() && args.reading.format != Format::Csv {
        return Err(Failure::usage(say!("--output is for the tables of --format csv"))
            .hint(say!("other formats go to standard output: okr report full --format markdown > FILE")));
    }
    let desk = Desk::open_for(ctx, &args.reading)?;
    let moment = desk.moment(&args.reading)?;
    let earlier = since(&args.since, &moment)?;
    let cycle = desk.cycle(moment.day)?;
    let filter = args.filters.filter(&desk)?;
    let snapshot = desk.load(&cycle.id);
    let (now, before) = (assess(snapshot, moment), assess(snapshot, earlier));
    let lost = desk.report_damages(&now);
    let ends = report::week_ends(cycle, &moment);
    let week_ends: Vec<_> = ends.iter().map(|day| assess(snapshot, Moment::end_of(*day, moment.zone))).collect();
    let scored = report::cycle_before(desk.cycles(), cycle);
    let scored_before = scored.map(|cycle| (assess(desk.load(&cycle.id), moment), cycle));
    let full = report::full(&FullParts {
        now: &now,
        before: &before,
        course: &course(snapshot, &weekly(cycle, &moment), moment.zone),
        pictures: &course(snapshot, &weekly_to_the_end(cycle, &moment), moment.zone),
        week_ends: &week_ends,
        scored_before: scored_before.as_ref().map(|(assessment, cycle)| (assessment, *cycle)),
        cycle,
        filter: &filter,
    });
    let names = desk.names(&cycle.id);
    match &args.output {
        Some(folder) => {
            let english = for_machines();
            let all = view::full_tables(&full, &names, moment.zone);
            drop(english);
            write(ctx, folder, all)?;
        }
        None => {
            let document = |full: &_| view::full(full, &names, moment.zone);
            print_or_sheet(ctx, &args.reading, &full, document, |full| view::sheet::gap(&full.gap))?;
        }
    }
    let selected = filter.select(&now, &cycle.id);
    Ok(gate(ctx, &now, &selected, &args.fail_on, super::super::exit(lost)))
}

fn write(ctx: &Context, folder: &Path, all: Vec<(&'static str, view::Document)>) -> Result<(), Failure> {
    let files = tables(folder, all)?;
    ctx.ui.say(&[view::Span::plain(say!(
        "wrote {files} to {folder}",
        files = files.join(say!(in "list", ", ")),
        folder = folder.display()
    ))]);
    Ok(())
}
