//! `okr complete`.

use clap::Args as ClapArgs;

use super::score::Judging;
use crate::analysis::{given, in_force};
use crate::cli::context::Context;
use crate::cli::desk::Desk;
use crate::cli::ending::open_objective;
use crate::cli::error::{Exit, Failure};
use crate::cli::record::Recorder;
use crate::cli::words;
use crate::language::say;
use crate::model::{Moment, What};
use crate::view::Span;

/// Complete an objective: it is worked on no longer
///
/// It takes no more check-ins; its score can still be given. okr reopen takes it back.
#[derive(Debug, ClapArgs)]
#[command(after_help = "Examples:
  okr complete renewing --score 70
  okr complete renewing --suggested --note \"closed after the board meeting\"")]
pub struct Args {
    /// The objective
    #[arg(value_name = "REF")]
    objective: String,
    /// Score it too
    #[arg(long, value_name = "SCORE", conflicts_with = "suggested")]
    score: Option<String>,
    /// Score it, and what of it has no score yet, as the figures suggest
    #[arg(long)]
    suggested: bool,
    /// How it went
    #[arg(long, short, value_name = "TEXT")]
    note: Option<String>,
}

pub fn run(ctx: &Context, args: &Args) -> Result<Exit, Failure> {
    let desk = Desk::open(ctx)?;
    let objective = desk.find_objective(&args.objective)?;
    let mut recorder = Recorder::new(&desk, None)?;
    let note = args.note.as_deref().map(|note| super::update::text_within_bounds("--note", note)).transpose()?;
    let record = open_objective(&desk, &objective)?;
    let judging = Judging::open(&desk, &objective)?;
    let mut lines = match &args.score {
        Some(text) => judging.give(&mut recorder, &[(None, judging.number(text)?)], None)?,
        None if args.suggested => judging.give(&mut recorder, &judging.suggested(None)?, None)?,
        None => Vec::new(),
    };
    recorder.note(&objective, What::Complete { note: note.map(str::to_owned) })?;
    recorder.write()?;
    let short = desk.short(&objective.clone().into());
    lines.push(vec![words::verb(say!("completed")), Span::reference(short.clone())]);
    for line in &lines {
        ctx.ui.done(line)?;
    }
    let moment = Moment::at(ctx.now, desk.settings().time_zone);
    let scored = lines.len() > 1 || in_force(&given(&record, None, desk.org(), &moment)).is_some();
    if !scored {
        ctx.ui.hint(&say!("how well did it go? okr score {objective} SCORE, or --suggested", objective = short));
    }
    Ok(Exit::Done)
}
