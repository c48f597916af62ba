//! `okr man`.

use std::path::PathBuf;

use clap::{Args as ClapArgs, Command};
use clap_mangen::Man;

use crate::cli::context::Context;
use crate::cli::error::{Exit, Failure};
use crate::cli::{help_page, localised, words};
use crate::language::{reason, say};
use crate::view::Span;

/// Print the manual page, or write those of all commands into a folder
#[derive(Debug, ClapArgs)]
#[command(after_help = "Examples:
  okr man | man -l -
  okr man ~/.local/share/man/man1     okr.1, okr-update.1, okr-report-gap.1, …")]
pub struct Args {
    /// The folder; it is made if it is not there
    #[arg(value_name = "DIR")]
    folder: Option<PathBuf>,
}

pub fn run(ctx: &Context, args: &Args) -> Result<Exit, Failure> {
    let Some(folder) = &args.folder else {
        ctx.ui.out(&page(localised::command())?.1)?;
        return Ok(Exit::Done);
    };
    let failed = |why: std::io::Error| {
        Failure::store(say!("{path} cannot be written: {why}", path = folder.display(), why = reason(&why)))
    };
    let into = ctx.env.folder.join(folder);
    std::fs::create_dir_all(&into).map_err(failed)?;
    let mut all = localised::command();
    all.build();
    for command in with_those_below(all) {
        let (name, text) = page(command)?;
        #[expect(clippy::disallowed_methods, reason = "manual pages are no part of a store")]
        std::fs::write(into.join(name), text).map_err(failed)?;
    }
    let shown = folder.display().to_string();
    ctx.ui.done(&[words::verb(say!("wrote")), Span::plain(say!("the manual pages into ")), Span::reference(shown)])?;
    Ok(Exit::Done)
}

/// The name of a command's page, and what stands in it.
fn page(command: Command) -> Result<(String, String), Failure> {
    let man = Man::new(command);
    let mut page = Vec::new();
    man.render(&mut page).map_err(|why| Failure::fault(why.to_string()))?;
    Ok((man.get_filename(), help_page::manual(&String::from_utf8_lossy(&page))))
}

fn with_those_below(command: Command) -> Vec<Command> {
    let below: Vec<Command> = command.get_subcommands().filter(|one| !one.is_hide_set()).cloned().collect();
    let all = below.into_iter().flat_map(with_those_below);
    std::iter::once(command).chain(all.collect::<Vec<_>>()).collect()
}
