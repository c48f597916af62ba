//! `okr align`.

use clap::Args as ClapArgs;

use super::create::aligned;
use crate::analysis::Fault;
use crate::analysis::align;
use crate::cli::context::Context;
use crate::cli::damage::circle;
use crate::cli::definition::{Definition, OBJECTIVE_KEYS};
use crate::cli::desk::Desk;
use crate::cli::error::{Exit, Failure};
use crate::cli::record::Recorder;
use crate::cli::words;
use crate::language::say;
use crate::model::{ObjectiveRef, ReferenceQuery};
use crate::store::edit::{self, Step, Yaml};
use crate::view::Span;

/// Say what an objective serves
///
/// The parents that are given take the place of those before; the first is its place in the tree. With --add they are
/// appended, with --none there are none any more.
#[derive(Debug, ClapArgs)]
#[command(after_help = "Examples:
  okr align tickets acme/renewing.nps              one key result
  okr align tickets acme/renewing 2026/acme/lead   two objectives, one of them the year's
  okr align tickets --none")]
pub struct Args {
    /// The objective
    #[arg(value_name = "REF")]
    objective: String,
    /// What it serves: objectives or key results
    #[arg(value_name = "PARENT", required_unless_present = "none")]
    parents: Vec<String>,
    /// Append to what it serves already
    #[arg(long)]
    add: bool,
    /// Serve nothing
    #[arg(long, conflicts_with_all = ["add", "parents"])]
    none: bool,
    /// Why
    #[arg(long, short, value_name = "TEXT")]
    note: Option<String>,
}

pub fn run(ctx: &Context, args: &Args) -> Result<Exit, Failure> {
    let (desk, lock) = Desk::open_to_change(ctx)?;
    let objective = desk.find_objective(&args.objective)?;
    let mut recorder = Recorder::new(&desk, None)?;
    recorder.because(
        args.note
            .as_deref()
            .map(|note| crate::cli::commands::update::text_within_bounds("--note", note))
            .transpose()?,
    );
    let record = desk.record(&objective)?;
    let before: Vec<String> = record.objective.aligns_to.iter().map(ToString::to_string).collect();
    let given = args
        .parents
        .iter()
        .map(|text| aligned(&desk, text, &objective.cycle))
        .collect::<Result<Vec<String>, Failure>>()?;
    let mut after = if args.add { before.clone() } else { Vec::new() };
    for parent in given {
        if !after.contains(&parent) {
            after.push(parent);
        }
    }
    let short = desk.short(&objective.clone().into());
    if before == after {
        ctx.ui.done(&[Span::plain(say!("{name} is so already; nothing was changed", name = short))])?;
        return Ok(Exit::Done);
    }
    refuse_loop(&desk, &objective, &after)?;
    let mut file = Definition::open(&desk, &objective)?;
    let path = [Step::key("aligns_to")];
    match after.as_slice() {
        [] => file.remove(&path)?,
        // One parent may be written without a list; a second one makes it a list.
        [.., last] if args.add && after.len() == before.len() + 1 && edit::length(&file.text, &path) > 0 => {
            file.push(&path, &Yaml::text(last), OBJECTIVE_KEYS)?
        }
        all => file.set(&path, &Yaml::List(all.iter().map(Yaml::text).collect()), OBJECTIVE_KEYS)?,
    }
    let mut change = desk.change(format!("align {}", objective.in_cycle()));
    file.enter(&mut change);
    let joined = |all: &[String]| (!all.is_empty()).then(|| all.join(", "));
    recorder.edited(&objective, "aligns_to", joined(&before), joined(&after))?;
    recorder.enter(&mut change)?;
    desk.make(change, lock)?;
    let line = match after.is_empty() {
        true => say!(" to nothing").to_owned(),
        false => say!(" to {parents}", parents = after.join(say!(in "list", ", "))),
    };
    ctx.ui.done(&[words::verb(say!(in "verb", "aligned")), Span::reference(short), Span::plain(line)])?;
    Ok(Exit::Done)
}

/// Refuses an alignment that would lead back to where it began. Only here the whole cycle is read: a circle may close
/// anywhere.
fn refuse_loop(desk: &Desk, objective: &ObjectiveRef, after: &[String]) -> Result<(), Failure> {
    let mut snapshot = desk.load(&objective.cycle).clone();
    let Some(at) = snapshot.find(objective) else { return Ok(()) };
    snapshot.objectives[at].objective.aligns_to =
        after.iter().map(|text| text.parse::<ReferenceQuery>()).collect::<Result<_, _>>()?;
    for fault in align(&snapshot.header, &snapshot.objectives).faults {
        if let Fault::Circular { path } = fault.fault
            && path.contains(&at)
        {
            let names: Vec<String> = path.iter().map(|&on| snapshot.objectives[on].reference.in_cycle()).collect();
            return Err(Failure::usage(say!("that would go in a circle: {names}", names = circle(&names)))
                .hint(say!("nothing was changed")));
        }
    }
    Ok(())
}
