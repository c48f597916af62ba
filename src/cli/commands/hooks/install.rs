//! `okr hooks install`.

use clap::Args as ClapArgs;

use super::{PRE_COMMIT, Place};
use crate::cli::context::Context;
use crate::cli::error::{Exit, Failure};
use crate::cli::words;
use crate::git::driver::{self, for_shell};
use crate::git::hook::{self, Hook};
use crate::language::say;
use crate::model::HistoryLayout;
use crate::store::attributes::{self, Mended};
use crate::store::{Writer, layout};
use crate::view::Span;

/// Set up the merge driver and the pre-commit hook in this clone
///
/// Sets merge.okr.driver in the repository's own settings, puts the lines for it into the store's .gitattributes, and makes
/// a pre-commit hook that runs okr check and okr verify. A hook that is there already is never changed: the line to add to
/// it is shown instead. A second time, nothing is changed.
#[derive(Debug, ClapArgs)]
#[command(after_help = "Examples:
  okr hooks install
  okr hooks show         what is set up
  okr hooks remove       undoes it")]
pub struct Args {}

pub fn run(ctx: &Context) -> Result<Exit, Failure> {
    let place = Place::find(ctx)?;
    let okr = for_shell(&ctx.env.okr().to_string_lossy());
    let changed = [driver(ctx, &place, &okr)?, attributes(ctx, &place)?, pre_commit(ctx, &place, &okr)?];
    in_force(ctx, &place)?;
    if !changed.contains(&true) {
        ctx.ui.done(&[Span::plain(say!("hooks are installed already; nothing was changed"))])?;
        return Ok(Exit::Done);
    }
    ctx.ui.hint(say!("okr hooks remove undoes it; every clone needs its own okr hooks install"));
    Ok(Exit::Done)
}

fn driver(ctx: &Context, place: &Place, okr: &str) -> Result<bool, Failure> {
    let command = driver::command(okr);
    let known = place.repository.setting(driver::DRIVER)?;
    if known.as_ref() == Some(&command) {
        return Ok(false);
    }
    // A driver with a name and no command makes Git stop: the command comes first.
    place.repository.set(driver::DRIVER, &command)?;
    place.repository.set(driver::NAME, driver::TITLE)?;
    let verb = if known.is_some() { say!("changed") } else { say!("set") };
    ctx.ui.done(&[
        words::verb(verb),
        Span::strong("merge.okr.driver"),
        Span::plain(say!(" in Git's settings: definitions are merged by key")),
        Span::dim(say!(" (calls {program})", program = okr)),
    ])?;
    Ok(true)
}

fn attributes(ctx: &Context, place: &Place) -> Result<bool, Failure> {
    let desk = &place.desk;
    let path = layout::ATTRIBUTES;
    let before = if desk.store.source().has(path) {
        Some(desk.store.text(path).map_err(|damage| {
            desk.say_damage(&damage);
            Failure::store(say!("{file} cannot be changed", file = &damage.file))
        })?)
    } else {
        None
    };
    let (after, mended) = attributes::completed(before.as_deref().unwrap_or_default());
    match &before {
        _ if mended.is_empty() => return Ok(false),
        None => desk.writer().create(path, &after)?,
        Some(before) => desk.writer().replace(path, before.as_bytes(), &after)?,
    }
    let file = desk.store.source().shown(path);
    for one in mended {
        let line = match one {
            Mended::Added(line) => {
                [words::verb(say!("added")), Span::strong(line), Span::plain(say!(" to {file}", file = &file))]
            }
            Mended::Reordered => [
                words::verb(say!("moved")),
                Span::strong(attributes::DEFINITIONS),
                Span::plain(say!(" up in {file}: behind the line for histories it would have hidden it", file = &file)),
            ],
        };
        ctx.ui.done(&line)?;
    }
    ctx.ui.hint(&say!("commit {file}: it works for everybody, and does nothing where the driver is not set", file));
    Ok(true)
}

fn pre_commit(ctx: &Context, place: &Place, okr: &str) -> Result<bool, Failure> {
    let file = place.hook_file();
    let advise = |why: &str| {
        ctx.ui.warning(&say!("{why}; it was not changed", why));
        ctx.ui.hint(&say!("add this line to it: {line}", line = hook::own_line(okr, &place.store)));
    };
    let before = place.hook()?;
    if !place.repository.owns_hooks() {
        if !before.as_deref().is_some_and(|text| text.contains("verify --base HEAD")) {
            advise(&say!("{file} is the hook of all your repositories (core.hooksPath)", file));
        }
        return Ok(false);
    }
    let after = match &before {
        Some(text) if hook::read(text) == Hook::Foreign => {
            if !text.contains("verify --base HEAD") {
                advise(&say!("{file} is somebody else's hook", file));
            }
            return Ok(false);
        }
        before => hook::with_store(before.as_deref(), okr, &place.store),
    };
    let writer = Writer::new(&place.hooks, HistoryLayout::PerObjective);
    let verb = match &before {
        Some(text) if *text == after => return Ok(false),
        Some(text) => {
            writer.replace(PRE_COMMIT, text.as_bytes(), &after)?;
            say!("changed")
        }
        None => {
            writer.create_executable(PRE_COMMIT, &after)?;
            say!("made")
        }
    };
    ctx.ui.done(&[
        words::verb(verb),
        Span::strong(file),
        Span::plain(say!(": okr check and okr verify before a commit that touches {store}", store = &place.store)),
    ])?;
    Ok(true)
}

/// Says where another rule has the last word.
fn in_force(ctx: &Context, place: &Place) -> Result<(), Failure> {
    for (file, wanted) in [("cycle/owner/objective.yaml", "okr"), ("cycle/owner/objective.history.yaml", "union")] {
        let found = place.repository.merges(file)?;
        if found != wanted {
            ctx.ui.warning(&match wanted {
                "okr" => say!(
                    "another rule has the last word about definitions: merge is {found}, not {wanted}",
                    found,
                    wanted
                ),
                _ => say!(
                    "another rule has the last word about histories: merge is {found}, not {wanted}",
                    found,
                    wanted
                ),
            });
            ctx.ui.hint(&say!(
                "look for merge= in {file} and .git/info/attributes, behind the lines of okr",
                file = place.desk.store.source().shown(layout::ATTRIBUTES)
            ));
        }
    }
    Ok(())
}
