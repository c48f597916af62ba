//! `okr comment`.

use clap::Args as ClapArgs;

use crate::cli::context::Context;
use crate::cli::desk::Desk;
use crate::cli::error::{Exit, Failure};
use crate::cli::record::Recorder;
use crate::cli::words;
use crate::language::say;
use crate::model::What;
use crate::report::mentions;
use crate::view::Span;

/// Comment on an objective
#[derive(Debug, ClapArgs)]
#[command(after_help = "Example:
  okr comment renewing \"@ana can we ask support for the numbers?\"")]
pub struct Args {
    /// The objective
    #[arg(value_name = "REF")]
    objective: String,
    /// What is to be said; @KEY mentions a person
    text: String,
    /// When it was said, if that is past
    #[arg(long, value_name = "WHEN")]
    at: Option<String>,
}

pub fn run(ctx: &Context, args: &Args) -> Result<Exit, Failure> {
    let desk = Desk::open(ctx)?;
    let text = super::update::text_within_bounds(say!("the comment"), &args.text)?;
    let (objective, _) = desk.find(&args.objective)?;
    let mut recorder = Recorder::new(&desk, args.at.as_deref())?;
    for person in unknown_mentions(&desk, text) {
        ctx.ui.warning(&say!("org.yaml does not know @{person}", person));
    }
    recorder.note(&objective, What::Comment { text: text.to_owned() })?;
    recorder.write()?;
    let short = desk.short(&objective.into());
    ctx.ui.done(&[words::verb(say!("commented on")), Span::reference(short)])?;
    Ok(Exit::Done)
}

/// Whom a text mentions that the organisation does not know.
fn unknown_mentions<'t>(desk: &Desk, text: &'t str) -> Vec<&'t str> {
    mentions(text).filter(|name| name.parse().map_or(true, |key| !desk.org().knows(&key))).collect()
}
