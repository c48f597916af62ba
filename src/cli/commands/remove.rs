//! `okr remove`.

use clap::Args as ClapArgs;

use crate::analysis::align;
use crate::cli::context::Context;
use crate::cli::desk::Desk;
use crate::cli::ending::cycle_is_open;
use crate::cli::error::{Exit, Failure};
use crate::cli::words;
use crate::language::{count, list, say};
use crate::model::{KeyResultId, ObjectiveRef, What};
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
    let (desk, lock) = Desk::open_to_change(ctx)?;
    desk.ready_to_write()?;
    let objective = desk.find_objective(&args.objective)?;
    cycle_is_open(&desk, &objective.cycle)?;
    // A damaged objective can be removed too; its history is read where it can be.
    let read = desk.store.read(&objective, desk.settings().time_zone);
    let record = read.record;
    if !args.force {
        let events = record.iter().flat_map(|record| &record.events);
        let check_ins = events.filter(|event| !matches!(event.what, What::Create | What::Edit(_))).count();
        if check_ins > 0 {
            return Err(Failure::usage(say!(
                "{name} has {what}",
                name = objective.in_cycle(),
                what = count!(check_ins, "check-in or comment", "check-ins and comments")
            ))
            .hint(say!("--force removes it all the same")));
        }
        refuse_if_served(&desk, &objective, None)?;
    }
    let short = desk.short(&objective.clone().into());
    let change = desk.change(format!("remove {}", objective.in_cycle()));
    let files = desk.writer().remove(change, &objective, &read.followed, &lock)?;
    drop(lock);
    let line = format!("  {}", count!(files.len(), "file", "files"));
    ctx.ui.done(&[words::verb(say!("removed")), Span::reference(short), Span::dim(line)])?;
    Ok(Exit::Done)
}

/// Refuses to take away what others align to: an objective with all its key results, or one of them.
pub fn refuse_if_served(
    desk: &Desk,
    objective: &ObjectiveRef,
    key_result: Option<&KeyResultId>,
) -> Result<(), Failure> {
    let snapshot = desk.load_all();
    let Some(at) = snapshot.find(objective) else { return Ok(()) };
    let key_results = &snapshot.objectives[at].objective.key_results;
    let place = key_result.and_then(|id| key_results.iter().position(|kr| &kr.id == id));
    let alignment = align(&snapshot.header, &snapshot.objectives);
    let links = alignment.down[at].iter();
    let links = links.filter(|link| key_result.is_none() || link.key_result == place);
    let names: Vec<String> = links.map(|link| snapshot.objectives[link.other].reference.in_cycle()).collect();
    if names.is_empty() {
        return Ok(());
    }
    let target = key_result.map_or_else(|| objective.in_cycle(), |id| format!("{}.{id}", objective.in_cycle()));
    let served = match names.as_slice() {
        [name] => say!("{name} aligns to {target}", name, target),
        names => say!("{names} align to {target}", names = list(names), target),
    };
    Err(Failure::usage(served).hint(say!("okr align gives them another parent; --force removes it all the same")))
}
