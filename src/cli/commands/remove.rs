//! `okr remove`.

use clap::Args as ClapArgs;

use crate::analysis::align;
use crate::cli::context::Context;
use crate::cli::desk::Desk;
use crate::cli::error::{Exit, Failure};
use crate::cli::grammar::{count, list};
use crate::cli::words;
use crate::model::What;
use crate::view::Span;

/// Remove an objective and its history
///
/// One that has check-ins, or that others align to, is only removed with --force: what was tried and given up is worth
/// keeping. Git has it still, if it was committed.
#[derive(Debug, ClapArgs)]
#[command(after_help = "Example:
  okr remove renewing")]
pub struct Args {
    /// The objective
    #[arg(value_name = "REF")]
    objective: String,
    /// Remove it although it has check-ins, or others align to it
    #[arg(long)]
    force: bool,
}

pub fn run(ctx: &Context, args: &Args) -> Result<Exit, Failure> {
    let desk = Desk::open(ctx)?;
    desk.ready_to_write()?;
    let objective = desk.find_objective(&args.objective)?;
    let _lock = desk.writer().lock()?;
    // A damaged objective can be removed too; its history is read where it can be.
    let record = desk.store.read(&objective, desk.header.settings.time_zone).record;
    if !args.force {
        let events = record.iter().flat_map(|record| &record.events);
        let check_ins = events.filter(|event| !matches!(event.what, What::Create | What::Edit(_))).count();
        if check_ins > 0 {
            return Err(Failure::usage(format!(
                "{} has {}",
                objective.in_cycle(),
                count(check_ins, "check-in or comment", "check-ins and comments")
            ))
            .hint("--force removes it all the same"));
        }
        let snapshot = desk.load_all();
        let below = snapshot.find(&objective).map(|at| align(snapshot).down[at].clone()).unwrap_or_default();
        if !below.is_empty() {
            let names: Vec<String> =
                below.iter().map(|link| snapshot.objectives[link.other].reference.in_cycle()).collect();
            let verb = if names.len() == 1 { "aligns" } else { "align" };
            return Err(Failure::usage(format!("{} {verb} to {}", list(&names), objective.in_cycle()))
                .hint("okr align gives them another parent; --force removes it all the same"));
        }
    }
    let short = desk.short(&objective.clone().into());
    let files = desk.writer().remove(&objective)?;
    let line = format!("  {}", count(files.len(), "file", "files"));
    ctx.ui.done(&[words::verb("removed"), Span::reference(short), Span::dim(line)])?;
    Ok(Exit::Done)
}
