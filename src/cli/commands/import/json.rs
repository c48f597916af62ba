//! `okr import json`.

use clap::Args as ClapArgs;

use super::{Common, making, told, whole};
use crate::cli::context::Context;
use crate::cli::error::{Exit, Failure};
use crate::cli::global::Format;
use crate::cli::input;
use crate::exchange::import::layout::json;
use crate::exchange::whole::{Fault, Whole};
use crate::language::say;

/// Import JSON: what okr export json wrote, what Feishu's interface gives, or any other layout
///
/// What okr export json wrote becomes a store again. Where there is no store, one is made: at --store, else in okrs/. To a store that is there,
/// objectives, cycles and events are added that it lacks; what it holds already is taken once, and where a file says something else here nothing is
/// done at all, unless --keep leaves it as it is here.
///
/// Other JSON is read as okr import yaml reads YAML; and the answer of Feishu's okrs/batch_get, with its cycles, weights, scores, progress and alignment.
#[derive(Debug, ClapArgs)]
#[command(after_help = "Examples:
  okr import json store.json --store goals
  okr export json --store here | okr import json - --store there
  okr import json feishu.json --dry-run --owner ana
  okr import json okrs.json --cycle 2026-Q4")]
pub struct Args {
    #[command(flatten)]
    common: Common,
    /// Leave files that say something else here as they are, and take the rest of what okr export json wrote
    #[arg(long)]
    keep: bool,
}

/// The largest document of a whole store that is read, in bytes.
const LARGEST: usize = 1 << 30;

pub fn run(ctx: &Context, args: &Args) -> Result<Exit, Failure> {
    let common = &args.common;
    let shown = input::shown(&common.file);
    let text = input::text(&common.file, &shown, LARGEST)?;
    let is_json = || serde_json::from_str::<serde::de::IgnoredAny>(&text).is_ok();
    match Whole::read(&text, &shown) {
        Err(Fault::Json { line, column, why }) if !is_json() => Err(Failure::usage(format!(
            "{shown}:{line}:{column}: {}",
            say!("it is not {format}: {why}", format = "JSON", why)
        ))),
        Err(Fault::Other) => {
            input::of_a_tool(&text, &shown)?;
            if args.keep {
                return Err(Failure::usage(say!(
                    "--keep is for what okr export json wrote, and {file} is not that",
                    file = shown
                )));
            }
            making::take(ctx, common, &text, &shown, |text, shown, surroundings| {
                let draft = json(text, surroundings.zone, &surroundings.is_owner);
                Ok((draft.map_err(|why| told::layout(why, shown, "JSON"))?, None))
            })
        }
        read => {
            let whole = read.map_err(|why| whole::failure(why, &shown))?;
            only_for_tools(common)?;
            whole::run(ctx, &whole::Wanted { keep: args.keep, dry_run: common.dry_run }, &whole, &shown)
        }
    }
}

/// Refuses options that say nothing of a whole store.
fn only_for_tools(common: &Common) -> Result<(), Failure> {
    let given = [
        ("--owner", common.owner.is_some()),
        ("--skip-existing", common.skip_existing),
        ("--strict", common.strict),
        ("--format", common.format != Format::Table),
    ];
    match given.iter().find(|(_, given)| *given) {
        None => Ok(()),
        Some((option, _)) => Err(Failure::usage(say!(
            "{option} is for files of other tools, and this is what okr export json wrote",
            option
        ))),
    }
}
