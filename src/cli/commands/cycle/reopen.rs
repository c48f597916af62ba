//! `okr cycle reopen`.

use clap::Args as ClapArgs;

use crate::cli::context::Context;
use crate::cli::definition::Definition;
use crate::cli::desk::Desk;
use crate::cli::error::{Exit, Failure};
use crate::cli::words;
use crate::language::say;
use crate::model::CycleId;
use crate::store::edit::Step;
use crate::store::layout;
use crate::view::Span;

/// Open a closed cycle again
#[derive(Debug, ClapArgs)]
#[command(after_help = "Example:
  okr cycle reopen 2026-Q3")]
pub struct Args {
    /// The cycle
    id: CycleId,
}

pub fn run(ctx: &Context, args: &Args) -> Result<Exit, Failure> {
    let (desk, lock) = Desk::open_to_change(ctx)?;
    desk.ready_to_write()?;
    let cycle = desk.named_cycle(&args.id)?;
    if cycle.closed.is_none() {
        return Err(Failure::usage(say!("{cycle} is open", cycle = &cycle.id)));
    }
    let mut file = Definition::open_file(&desk, layout::cycle_file(&cycle.id))?;
    file.remove(&[Step::key("closed")])?;
    file.write()?;
    drop(lock);
    ctx.ui.done(&[words::verb(say!("reopened")), Span::reference(cycle.id.to_string())])?;
    Ok(Exit::Done)
}
