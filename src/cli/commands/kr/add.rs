//! `okr kr add`.

use clap::Args as ClapArgs;

use crate::cli::context::Context;
use crate::cli::definition::{self, Definition, OBJECTIVE_KEYS};
use crate::cli::desk::Desk;
use crate::cli::error::{Exit, Failure};
use crate::cli::record::Recorder;
use crate::cli::words;
use crate::language::say;
use crate::model::{KeyResultId, KeyResultSpec};
use crate::store::compose;
use crate::store::edit::Step;
use crate::view::{Span, metric_words};

/// Add a key result to an objective
#[derive(Debug, ClapArgs)]
#[command(after_help = "Examples:
  okr kr add renewing \"nps = NPS rises: 31 -> 50 points\"
  okr kr add renewing \"Uptime is kept: >= 99.9 % worst 99\" \"Audit passed: done\"")]
pub struct Args {
    /// The objective
    #[arg(value_name = "REF")]
    objective: String,
    /// The key result, as [ID =] TITLE: MEASURE (okr create --help lists the measures)
    #[arg(value_name = "SPEC", required = true)]
    specs: Vec<String>,
}

pub fn run(ctx: &Context, args: &Args) -> Result<Exit, Failure> {
    let (desk, lock) = Desk::open_to_change(ctx)?;
    let specs: Vec<KeyResultSpec> = args.specs.iter().map(|text| text.parse()).collect::<Result<_, _>>()?;
    let objective = desk.find_objective(&args.objective)?;
    let mut recorder = Recorder::new(&desk, None)?;
    let record = desk.record(&objective)?;
    let taken: Vec<KeyResultId> = record.objective.key_results.iter().map(|kr| kr.id.clone()).collect();
    let ids = definition::ids(&specs, &taken)?;
    let mut file = Definition::open(&desk, &objective)?;
    for (id, spec) in ids.iter().zip(&specs) {
        file.push(&[Step::key("key_results")], &compose::key_result(id, spec), OBJECTIVE_KEYS)?;
        let to = format!("{}: {}", spec.title, metric_words::recorded(&spec.metric));
        recorder.edited(&objective, id.as_str(), None, Some(to))?;
    }
    let mut change = desk.change(format!("kr add {}", objective.in_cycle()));
    file.enter(&mut change);
    recorder.enter(&mut change)?;
    desk.make(change, lock)?;
    for (id, spec) in ids.iter().zip(&specs) {
        let short = desk.short(&objective.key_result(id));
        let measure = metric_words::metric(&spec.metric);
        ctx.ui.done(&[
            words::verb(say!("added")),
            Span::reference(short),
            Span::plain(say!("  {title}: {measure}", title = spec.title, measure)),
        ])?;
        spec.owner.iter().for_each(|owner| desk.warn_of_stranger(owner));
    }
    Ok(Exit::Done)
}
