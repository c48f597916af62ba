//! `okr diff`.

mod range;
mod sides;

use std::collections::BTreeSet;

use clap::Args as ClapArgs;

use crate::analysis::assess;
use crate::cli::context::Context;
use crate::cli::desk::Desk;
use crate::cli::error::{Exit, Failure, bad_key};
use crate::cli::filters::Filters;
use crate::cli::global::{Format, Past, Reading};
use crate::cli::print::print_or_sheet;
use crate::language::say;
use crate::model::{CycleId, Loss};
use crate::report::{self, DiffOptions, Sides};
use crate::view::{self, Names};

/// Show what changed between two states of the store, in the words of OKRs
///
/// Without arguments: from the last commit to the files as they are. A state is a revision as Git names it, or a day: the
/// store on disk as of the end of that day, its history replayed. One state is compared with the files as they are;
/// A...B goes from the commit in which B left A. Targets that ask for less than before come first.
#[derive(Debug, ClapArgs)]
#[command(after_help = "Examples:
  okr diff                                  what is not committed yet
  okr diff main                             this branch, and what is not committed, against main
  okr diff main...HEAD --format markdown    a comment for a pull request
  okr diff v1 v2 --stat                     how many of what
  okr diff 2026-11-01 2026-11-15            what happened between two days
  okr diff origin/main --exit-code          fails where there is any difference")]
pub struct Args {
    /// Revisions or days: A, A B, A..B or A...B [default: HEAD, against the files as they are]
    #[arg(value_name = "STATE", num_args = 0..=2)]
    states: Vec<String>,
    /// Show only how many of what, one line an objective
    #[arg(long)]
    stat: bool,
    /// Exit with 1 if there is a difference
    #[arg(long)]
    exit_code: bool,
    /// Show every objective, however many there are
    #[arg(long)]
    all: bool,
    #[command(flatten)]
    filters: Filters,
    /// How to print it
    #[arg(long, value_name = "FORMAT", default_value = "table")]
    format: Format,
}

/// More objectives with all their changes nobody reads, and more lines of them; a comment on a pull request has its limit too.
const MOST_OBJECTIVES: usize = 100;
const MOST_LINES: usize = 400;

pub fn run(ctx: &Context, args: &Args) -> Result<Exit, Failure> {
    let (before, after) = range::range(&args.states)?;
    let desk = Desk::open(ctx)?;
    let before = sides::open(&desk, desk.root(), &before)?;
    let after = sides::open(&desk, desk.root(), &after)?;
    let cycle = cycle(ctx, &[&before, &after])?;
    let filter = args.filters.filter(&desk)?;
    let both = sides::read(desk.root(), &before, &after);
    let mut lost = desk.report(&both.before.damages);
    lost |= desk.report(&both.after.damages);
    let (old, new) = (assess(&both.before, before.moment), assess(&both.after, after.moment));
    let sides = Sides { before: &old, after: &new, candidates: &both.candidates };
    let options = DiffOptions {
        before: before.point.clone(),
        after: after.point.clone(),
        cycle,
        filter,
        // What cannot be read on a side is neither new nor gone.
        damaged: damaged(&both),
        unread: both.unread,
    };
    let diff = report::diff(&sides, options);
    let names = names(&desk, &diff);
    let reading = Reading { past: Past::default(), format: args.format };
    let for_people = matches!(args.format, Format::Table | Format::Markdown) && !args.all;
    let at_most = |most: usize| if for_people { most } else { usize::MAX };
    let document = |diff: &_| match args.stat {
        true => view::diff_stat(diff, &names, at_most(MOST_LINES)),
        false => view::diff(diff, &names, at_most(MOST_OBJECTIVES)),
    };
    print_or_sheet(ctx, &reading, &diff, document, view::sheet::diff)?;
    let differs = args.exit_code && !diff.is_empty();
    Ok(if lost {
        Exit::Store
    } else if differs {
        Exit::Findings
    } else {
        Exit::Done
    })
}

/// The files of settings, organisation and cycles that could not be read, on either side.
fn damaged(both: &sides::Both) -> Vec<String> {
    let all = both.before.damages.iter().chain(&both.after.damages);
    let lost = all.filter(|damage| matches!(damage.loss, Loss::Defaults | Loss::Cycle));
    let files: BTreeSet<&String> = lost.map(|damage| &damage.file).collect();
    files.into_iter().cloned().collect()
}

/// The cycle that was asked for; all of them otherwise.
fn cycle(ctx: &Context, sides: &[&sides::Opened]) -> Result<Option<CycleId>, Failure> {
    let Some(text) = ctx.global.cycle.as_ref().or(ctx.env.cycle.as_ref()) else { return Ok(None) };
    let id: CycleId = text.parse().map_err(|why| bad_key(say!(in "key", "cycle"), text, &why))?;
    let known = sides.iter().any(|side| side.header.cycles.iter().any(|cycle| cycle.id == id));
    let unknown =
        || Failure::usage(say!("neither state has a cycle {id}", id)).hint(say!("okr cycle list shows what there is"));
    if known { Ok(Some(id)) } else { Err(unknown()) }
}

/// References without their cycle where all are of one.
fn names(desk: &Desk, diff: &report::Diff) -> Names {
    let of = |change: &report::ObjectiveChange| change.reference.cycle.clone();
    let moved = diff.objectives.iter().filter_map(|change| change.moved_from.as_ref()).map(|from| from.cycle.clone());
    let mut cycles: Vec<CycleId> = diff.objectives.iter().map(of).chain(moved).collect();
    cycles.sort();
    cycles.dedup();
    match cycles.as_slice() {
        [one] => desk.names(one),
        _ => Names::whole(),
    }
}
