//! `okr hooks remove`.

use clap::Args as ClapArgs;

use super::{PRE_COMMIT, Place};
use crate::cli::context::Context;
use crate::cli::error::{Exit, Failure};
use crate::cli::words;
use crate::git::driver;
use crate::git::hook::{self, Hook};
use crate::language::say;
use crate::model::HistoryLayout;
use crate::store::Writer;
use crate::view::Span;

/// Undo okr hooks install in this clone
///
/// The lines in .gitattributes stay: others may use them, and without the driver Git merges definitions by lines.
#[derive(Debug, ClapArgs)]
#[command(after_help = "Examples:
  okr hooks remove")]
pub struct Args {}

pub fn run(ctx: &Context) -> Result<Exit, Failure> {
    let place = Place::find(ctx)?;
    let mut nothing = true;
    if place.repository.setting(driver::DRIVER)?.is_some() {
        // The name goes first: a name without a command makes Git stop.
        place.repository.unset(driver::NAME)?;
        place.repository.unset(driver::DRIVER)?;
        ctx.ui.done(&[
            words::verb(say!("removed")),
            Span::strong("merge.okr.driver"),
            Span::plain(say!(" from Git's settings")),
        ])?;
        nothing = false;
    }
    let hook = place.hook()?;
    if let Some(text) = hook.filter(|text| hook::read(text) != Hook::Foreign) {
        let writer = Writer::new(&place.hooks, HistoryLayout::PerObjective);
        let file = place.hook_file();
        match hook::without(&text) {
            Some(rest) => {
                writer.replace(PRE_COMMIT, text.as_bytes(), &rest)?;
                ctx.ui.done(&[
                    words::verb(say!("removed")),
                    Span::plain(say!("the lines of okr from ")),
                    Span::strong(file),
                ])?;
            }
            None => {
                writer.remove_file(PRE_COMMIT)?;
                ctx.ui.done(&[words::verb(say!("removed")), Span::strong(file)])?;
            }
        }
        nothing = false;
    }
    if nothing {
        ctx.ui.done(&[Span::plain(say!("no hooks of okr are installed; nothing was changed"))])?;
    }
    Ok(Exit::Done)
}
