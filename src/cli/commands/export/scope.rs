//! What of a store is exported: which cycles, which objectives, and as of when.

use clap::Args;

use crate::analysis::{Assessment, assess};
use crate::cli::context::Context;
use crate::cli::desk::Desk;
use crate::cli::error::Failure;
use crate::cli::filters::Filters;
use crate::cli::global::Past;
use crate::language::say;
use crate::model::{Cycle, CycleId};
use crate::report::Filter;
use crate::report::export::Extent;

/// The options of exports that are about one cycle unless more is asked for.
#[derive(Debug, Clone, Args)]
pub struct Scope {
    /// All cycles, not only the current one
    #[arg(long)]
    pub all: bool,
    #[command(flatten)]
    pub filters: Filters,
    #[command(flatten)]
    pub past: Past,
}

/// The options of exports that are about the whole store, unless a cycle is named.
#[derive(Debug, Clone, Args)]
pub struct Whole {
    #[command(flatten)]
    past: Past,
}

/// A store that was read for an export.
pub struct Read {
    pub assessment: Assessment<'static>,
    /// Those that are exported, by start.
    pub cycles: Vec<Cycle>,
    pub filter: Filter,
    /// Whether something was lost to damage.
    pub lost: bool,
}

impl Scope {
    /// Reads what is asked for: the cycle that is meant, or all.
    ///
    /// # Errors
    /// When there is no store, cycle, owner or unit of that name.
    pub fn read(&self, ctx: &Context) -> Result<Read, Failure> {
        if self.all && ctx.global.cycle.is_some() {
            return Err(
                Failure::usage(say!("--all and --cycle are two different things")).hint(say!("leave one of them out"))
            );
        }
        read(ctx, &self.past, &self.filters, self.all)
    }
}

impl Whole {
    /// Reads what is asked for.
    ///
    /// # Errors
    /// When there is no store, or no cycle of that name.
    pub fn read(&self, ctx: &Context) -> Result<Read, Failure> {
        read(ctx, &self.past, &Filters::default(), ctx.global.cycle.is_none())
    }
}

fn read(ctx: &Context, past: &Past, filters: &Filters, all: bool) -> Result<Read, Failure> {
    let desk = Desk::open_for(ctx, past)?;
    let moment = desk.moment(past)?;
    let filter = filters.filter(&desk)?;
    let (snapshot, cycles) = match all {
        true => (desk.load_all(), desk.cycles().to_vec()),
        false => {
            let cycle = desk.cycle(moment.day)?.clone();
            (desk.load(&cycle.id), vec![cycle])
        }
    };
    let assessment = assess(snapshot, moment);
    let lost = desk.report_damages(&assessment);
    Ok(Read { assessment, cycles, filter, lost })
}

impl Read {
    pub fn cycle_ids(&self) -> impl Iterator<Item = &CycleId> {
        self.cycles.iter().map(|cycle| &cycle.id)
    }

    /// The same for sheets.
    pub fn extent(&self) -> Extent<'_> {
        Extent::new(&self.assessment, self.cycle_ids(), &self.filter)
    }
}
