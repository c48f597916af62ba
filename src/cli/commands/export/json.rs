//! `okr export json`.

use clap::Args as ClapArgs;

use super::output::Output;
use crate::cli::context::Context;
use crate::cli::desk::Desk;
use crate::cli::error::{Exit, Failure};
use crate::cli::global::Past;
use crate::exchange::whole::{Unwritable, document};
use crate::language::{list, say};
use crate::model::CycleId;

/// Write the whole store as one JSON document, from which okr import json makes it again
///
/// One line a file: the data of each definition, the events of each history, and the text of files that have comments or a
/// layout of their own. With --cycle, settings, organisation and that cycle. A store that is damaged is not given away.
#[derive(Debug, ClapArgs)]
#[command(after_help = "Examples:
  okr export json --output store.json
  okr export json --rev v1.0 | jq '.files[] | select(.path | endswith(\"cycle.yaml\")).data'
  okr export json --store here | okr import json - --store there")]
pub struct Args {
    /// Read the store as it was in this commit, tag or branch
    #[arg(long, value_name = "GIT_REV")]
    rev: Option<String>,
    #[command(flatten)]
    output: Output,
}

pub fn run(ctx: &Context, args: &Args) -> Result<Exit, Failure> {
    args.output.free(ctx)?;
    let desk = Desk::open_for(ctx, &Past { rev: args.rev.clone(), as_of: None })?;
    let cycles: Vec<CycleId> = match desk.cycle_asked_for()? {
        Some(cycle) => vec![cycle.id.clone()],
        None => desk.store.cycle_ids(),
    };
    let damaged = || {
        Failure::store(say!("the store is damaged; nothing was exported"))
            .hint(say!("okr check shows all that is to be mended"))
    };
    if desk.report_snapshot(desk.load_all()) {
        return Err(damaged());
    }
    let document = document(&desk.store, &cycles, desk.settings().time_zone).map_err(|why| match why {
        Unwritable::Damaged(damages) => {
            desk.report(&damages);
            damaged()
        }
        Unwritable::Strange(files) => Failure::store(say!(
            "this cannot be read as what it is: {files}; nothing was exported",
            files = list(&files)
        ))
        .hint(say!("okr check shows what is to be mended")),
    })?;
    args.output.write(ctx, |out| document.write(out))?;
    Ok(Exit::Done)
}
