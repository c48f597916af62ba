//! `okr abandon`.

use clap::Args as ClapArgs;

use crate::cli::context::Context;
use crate::cli::desk::Desk;
use crate::cli::ending::open_objective;
use crate::cli::error::{Exit, Failure};
use crate::cli::record::Recorder;
use crate::cli::words;
use crate::language::say;
use crate::model::What;
use crate::view::Span;

/// Give an objective up: it stays, and counts in no sum
#[derive(Debug, ClapArgs)]
#[command(after_help = "Example:
  okr abandon renewing --note \"the product is discontinued\"")]
pub struct Args {
    /// The objective
    #[arg(value_name = "REF")]
    objective: String,
    /// Why
    #[arg(long, short, value_name = "TEXT")]
    note: Option<String>,
}

pub fn run(ctx: &Context, args: &Args) -> Result<Exit, Failure> {
    let desk = Desk::open(ctx)?;
    let objective = desk.find_objective(&args.objective)?;
    let mut recorder = Recorder::new(&desk, None)?;
    let note = args.note.as_deref().map(|note| super::update::text_within_bounds("--note", note)).transpose()?;
    open_objective(&desk, &objective)?;
    recorder.note(&objective, What::Abandon { note: note.map(str::to_owned) })?;
    recorder.write()?;
    ctx.ui.done(&[words::verb(say!("abandoned")), Span::reference(desk.short(&objective.into()))])?;
    Ok(Exit::Done)
}
