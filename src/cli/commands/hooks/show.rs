//! `okr hooks show`.

use clap::Args as ClapArgs;

use super::Place;
use crate::cli::context::Context;
use crate::cli::error::{Exit, Failure};
use crate::git::driver;
use crate::git::driver::for_shell;
use crate::git::hook::{self, Hook};
use crate::language::say;
use crate::render::width::pad;
use crate::view::{Align, Role, Span};

/// Show what is set up in this clone
#[derive(Debug, ClapArgs)]
#[command(after_help = "Examples:
  okr hooks show")]
pub struct Args {}

pub fn run(ctx: &Context) -> Result<Exit, Failure> {
    let place = Place::find(ctx)?;
    let lines = [driver_line(&place)?, merge_line(&place)?, hook_line(&place)?];
    for (what, good, words) in &lines {
        let mark = if *good { Span::new("✓ ", Role::Good) } else { Span::new("✗ ", Role::Bad) };
        ctx.ui.done(&[mark, Span::strong(pad(what, 14, Align::Left)), Span::plain(words)])?;
    }
    if lines.iter().any(|(_, good, _)| !good) {
        ctx.ui.hint(say!("okr hooks install sets up what is not there"));
    }
    Ok(Exit::Done)
}

type Row = (&'static str, bool, String);

fn driver_line(place: &Place) -> Result<Row, Failure> {
    let driver = place.repository.setting(driver::DRIVER)?;
    let program = driver.as_deref().and_then(|driver| driver.split(" merge-file ").next());
    let words = match program {
        Some(program) => say!("Git calls {program} for definitions", program),
        None => say!("not set: Git merges definitions by lines").to_owned(),
    };
    Ok((say!("merge driver"), driver.is_some(), words))
}

fn merge_line(place: &Place) -> Result<Row, Failure> {
    let definitions = place.repository.merges("cycle/owner/objective.yaml")?;
    let histories = place.repository.merges("cycle/owner/objective.history.yaml")?;
    let good = definitions == "okr" && histories == "union";
    Ok((
        say!("attributes"),
        good,
        say!("merge is {definitions} for definitions, {histories} for histories", definitions, histories),
    ))
}

fn hook_line(place: &Place) -> Result<Row, Failure> {
    let file = place.hook_file();
    let (good, words) = match place.hook()?.as_deref().map(|text| (text.to_owned(), hook::read(text))) {
        None => (false, say!("no {file}", file)),
        Some((_, Hook::Ours(stores))) if stores.contains(&for_shell(&place.store)) => {
            (true, say!("{file} looks at {store}", file, store = &place.store))
        }
        Some((text, Hook::Foreign)) if text.contains("verify --base HEAD") => {
            (true, say!("{file}, your own, calls okr", file))
        }
        Some((_, Hook::Foreign)) => (false, say!("{file} is your own, and does not call okr", file)),
        Some((_, Hook::Ours(_))) => (false, say!("{file} looks at other stores", file)),
    };
    Ok(("pre-commit", good, words))
}
