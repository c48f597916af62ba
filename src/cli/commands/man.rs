//! `okr man`.

use std::path::PathBuf;

use clap::Args as ClapArgs;
use clap_mangen::Man;

use crate::cli::context::Context;
use crate::cli::error::{Exit, Failure};
use crate::cli::{localised, words};
use crate::language::say;
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
        let mut page = Vec::new();
        Man::new(localised::command()).render(&mut page).map_err(|why| Failure::fault(why.to_string()))?;
        ctx.ui.out(&String::from_utf8_lossy(&page))?;
        return Ok(Exit::Done);
    };
    let failed =
        |why: std::io::Error| Failure::store(say!("{path} cannot be written: {why}", path = folder.display(), why));
    let into = ctx.env.folder.join(folder);
    std::fs::create_dir_all(&into).map_err(failed)?;
    clap_mangen::generate_to(localised::command(), &into).map_err(failed)?;
    let shown = folder.display().to_string();
    ctx.ui.done(&[words::verb(say!("wrote")), Span::plain(say!("the manual pages into ")), Span::reference(shown)])?;
    Ok(Exit::Done)
}
