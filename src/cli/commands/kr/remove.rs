//! `okr kr remove`.

use clap::Args as ClapArgs;

use crate::cli::commands::remove::refuse_if_served;
use crate::cli::context::Context;
use crate::cli::definition::Definition;
use crate::cli::desk::Desk;
use crate::cli::error::{Exit, Failure};
use crate::cli::objective_meant::no_key_result;
use crate::cli::record::Recorder;
use crate::cli::words;
use crate::language::{count, say};
use crate::model::What;
use crate::view::Span;

/// Remove a key result
///
/// Its check-ins stay in the history. One that has any is only removed with --force: a key result that went badly says
/// more than a gap where it was.
#[derive(Debug, ClapArgs)]
#[command(after_help = "Example:
  okr kr remove renewing.nps")]
pub struct Args {
    /// The key result
    #[arg(value_name = "REF.KR")]
    key_result: String,
    /// Remove it although it has check-ins
    #[arg(long)]
    force: bool,
}

pub fn run(ctx: &Context, args: &Args) -> Result<Exit, Failure> {
    let (desk, lock) = Desk::open_to_change(ctx)?;
    let (objective, Some(id)) = desk.find(&args.key_result)? else {
        return Err(Failure::usage(say!("{name} names an objective", name = args.key_result))
            .hint(say!("okr remove removes objectives")));
    };
    let mut recorder = Recorder::new(&desk, None)?;
    let record = desk.record(&objective)?;
    let known = record.objective.key_results.iter().map(|kr| &kr.id);
    let kr = record.objective.key_result(&id).ok_or_else(|| no_key_result(&objective, &id, known))?;
    let own = |event: &&crate::model::Event| matches!(&event.what, What::Update(check_in) if check_in.key_result.as_ref() == Some(&id));
    let check_ins = record.events.iter().filter(own).count();
    if check_ins > 0 && !args.force {
        return Err(Failure::usage(say!(
            "{name} has {what}",
            name = args.key_result,
            what = count!(check_ins, "check-in", "check-ins")
        ))
        .hint(say!("--force removes it all the same; its check-ins stay in the history")));
    }
    if !args.force {
        refuse_if_served(&desk, &objective, Some(&id))?;
    }
    let mut file = Definition::open(&desk, &objective)?;
    file.remove(&file.key_result(&record.objective, &id)?)?;
    recorder.edited(&objective, id.as_str(), Some(kr.title.clone()), None)?;
    let mut change = desk.change(format!("kr remove {}", objective.key_result(&kr.id)));
    file.enter(&mut change);
    recorder.enter(&mut change)?;
    desk.make(change, lock)?;
    let short = desk.short(&objective.key_result(&id));
    ctx.ui.done(&[words::verb(say!("removed")), Span::reference(short), Span::plain(format!("  {}", kr.title))])?;
    Ok(Exit::Done)
}
