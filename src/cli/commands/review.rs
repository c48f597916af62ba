//! `okr review`.

use clap::Args as ClapArgs;

use crate::cli::ask;
use crate::cli::context::Context;
use crate::cli::desk::Desk;
use crate::cli::error::{Exit, Failure};
use crate::cli::record::Recorder;
use crate::cli::words;
use crate::model::What;
use crate::view::Span;

/// Record a review of an objective; without REF, print the sheet to hold the review from
///
/// Without any of the three texts it opens your editor ($VISUAL, else $EDITOR) or, where there is none, asks.
#[derive(Debug, ClapArgs)]
#[command(after_help = "Examples:
  okr review renewing --mid --went-well \"two teams renewed early\" --stuck \"the audit\" --next \"bo takes the audit\"
  okr review renewing --end
  okr review                   the sheet, as okr report review prints it")]
pub struct Args {
    /// The objective
    #[arg(value_name = "REF")]
    objective: Option<String>,
    /// A mid-cycle review (the default until 80 % of the cycle is gone)
    #[arg(long, conflicts_with = "end", requires = "objective")]
    mid: bool,
    /// A review at the end
    #[arg(long, requires = "objective")]
    end: bool,
    /// What went well
    #[arg(long, value_name = "TEXT", requires = "objective")]
    went_well: Option<String>,
    /// What is stuck
    #[arg(long, value_name = "TEXT", requires = "objective")]
    stuck: Option<String>,
    /// What is to be done next
    #[arg(long, value_name = "TEXT", requires = "objective")]
    next: Option<String>,
    /// When it was held, if that is past
    #[arg(long, value_name = "WHEN", requires = "objective")]
    at: Option<String>,
}

/// The share of a cycle after which a review is one of its end.
const END: f64 = 0.8;

pub fn run(ctx: &Context, args: &Args) -> Result<Exit, Failure> {
    let Some(reference) = &args.objective else {
        return super::report::review::whole(ctx);
    };
    let desk = Desk::open(ctx)?;
    let objective = desk.find_objective(reference)?;
    let mut recorder = Recorder::new(&desk, args.at.as_deref())?;
    let record = desk.record(&objective)?;
    let cycle = desk.named_cycle(&objective.cycle)?;
    let phase = match (args.mid, args.end) {
        (true, _) => "mid",
        (_, true) => "end",
        _ if cycle.elapsed(desk.today()).ratio() >= END => "end",
        _ => "mid",
    };
    let texts = [("--went-well", &args.went_well), ("--stuck", &args.stuck), ("--next", &args.next)];
    let given = |(name, text): (&str, &Option<String>)| {
        let text = text.as_deref().map(|text| super::update::text_within_bounds(name, text)).transpose();
        text.map(|text| text.map(str::to_owned))
    };
    let [went_well, stuck, next] = match texts.iter().any(|(_, text)| text.is_some()) {
        true => [given(texts[0])?, given(texts[1])?, given(texts[2])?],
        false => ask::review(ctx, reference, &record.objective.title)?,
    };
    if went_well.is_none() && stuck.is_none() && next.is_none() {
        return Err(Failure::usage("nothing was written, so nothing is recorded"));
    }
    recorder.note(&objective, What::Review { phase: Some(phase.to_owned()), went_well, stuck, next })?;
    recorder.write()?;
    let short = desk.short(&objective.into());
    let line = [words::verb("reviewed"), Span::reference(short), Span::plain(format!("  ({phase}-cycle review)"))];
    ctx.ui.done(&line)?;
    Ok(Exit::Done)
}
