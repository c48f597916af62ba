//! `okr score`.

mod judging;
mod questions;

use clap::Args as ClapArgs;

use crate::cli::context::Context;
use crate::cli::desk::Desk;
use crate::cli::error::{Exit, Failure};
use crate::cli::record::Recorder;
use crate::cli::words;
use crate::language::say;
pub use judging::Judging;

/// Score a key result or an objective, at the end or on the way
///
/// 0 is no progress, 30 some, 70 a hard objective achieved, 100 outstanding; with scale 1.0 in the settings, 0.0 to 1.0.
/// Everybody may score; the last score of the owner, or of a lead of the owner's unit, counts.
#[derive(Debug, ClapArgs)]
#[command(after_help = "Examples:
  okr score renewing.nps 70
  okr score renewing nps=70 churn=100 --note \"churn fell by itself\"
  okr score renewing 80
  okr score renewing --suggested      what is not scored, from its progress; then the objective")]
pub struct Args {
    /// The objective or key result [default: it is asked for]
    #[arg(value_name = "REF")]
    reference: Option<String>,
    /// The score, or KR=SCORE for several
    #[arg(value_name = "SCORE", allow_negative_numbers = true)]
    values: Vec<String>,
    /// Take the score that the figures suggest
    #[arg(long, conflicts_with = "values")]
    suggested: bool,
    /// Why
    #[arg(long, short, value_name = "TEXT")]
    note: Option<String>,
    /// When it was scored, if that is past
    #[arg(long, value_name = "WHEN")]
    at: Option<String>,
}

pub fn run(ctx: &Context, args: &Args) -> Result<Exit, Failure> {
    let desk = Desk::open(ctx)?;
    let mut recorder = Recorder::new(&desk, args.at.as_deref())?;
    let reference = match &args.reference {
        Some(reference) => reference.clone(),
        None if !ctx.interactive => {
            return Err(Failure::usage(say!("what is to be scored?")).hint(say!("okr score REF SCORE, or --suggested")));
        }
        None => match questions::which(&desk, &recorder.me)? {
            Some(reference) => reference.to_string(),
            None => return Ok(Exit::Done),
        },
    };
    let (objective, key_result) = desk.find(&reference)?;
    let mut note = args
        .note
        .as_deref()
        .map(|note| super::update::text_within_bounds("--note", note))
        .transpose()?
        .map(str::to_owned);
    let scoring = Judging::open(&desk, &objective)?;
    let scores = match (args.suggested, args.values.as_slice()) {
        (true, _) => scoring.suggested(key_result.as_ref())?,
        (false, []) if ctx.interactive => {
            let Some(answers) = questions::ask(&desk, &scoring, key_result.as_ref(), note.is_none())? else {
                ctx.ui.say(&words::note(say!("nothing was scored")));
                return Ok(Exit::Done);
            };
            note = note.or(answers.note);
            answers.scores
        }
        (false, values) => scoring.typed(key_result, values, &reference)?,
    };
    let lines = scoring.give(&mut recorder, &scores, note.as_deref())?;
    recorder.write()?;
    for line in lines {
        ctx.ui.done(&line)?;
    }
    Ok(Exit::Done)
}
