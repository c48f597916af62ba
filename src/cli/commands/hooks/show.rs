//! `okr hooks show`.

use clap::Args as ClapArgs;

use super::Place;
use crate::cli::context::Context;
use crate::cli::error::{Exit, Failure};
use crate::git::driver;
use crate::git::driver::for_shell;
use crate::git::hook::{self, Hook};
use crate::view::{Role, Span};

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
        ctx.ui.done(&[mark, Span::strong(format!("{what:<14}")), Span::plain(words)])?;
    }
    if lines.iter().any(|(_, good, _)| !good) {
        ctx.ui.hint("okr hooks install sets up what is not there");
    }
    Ok(Exit::Done)
}

type Row = (&'static str, bool, String);

fn driver_line(place: &Place) -> Result<Row, Failure> {
    let driver = place.repository.setting(driver::DRIVER)?;
    let program = driver.as_deref().and_then(|driver| driver.split(" merge-file ").next());
    let words = match program {
        Some(program) => format!("Git calls {program} for definitions"),
        None => "not set: Git merges definitions by lines".to_owned(),
    };
    Ok(("merge driver", driver.is_some(), words))
}

fn merge_line(place: &Place) -> Result<Row, Failure> {
    let definitions = place.repository.merges("cycle/owner/objective.yaml")?;
    let histories = place.repository.merges("cycle/owner/objective.history.yaml")?;
    let good = definitions == "okr" && histories == "union";
    Ok(("attributes", good, format!("merge is {definitions} for definitions, {histories} for histories")))
}

fn hook_line(place: &Place) -> Result<Row, Failure> {
    let file = place.hook_file();
    let (good, words) = match place.hook()?.as_deref().map(|text| (text.to_owned(), hook::read(text))) {
        None => (false, format!("no {file}")),
        Some((_, Hook::Ours(stores))) if stores.contains(&for_shell(&place.store)) => {
            (true, format!("{file} looks at {}", place.store))
        }
        Some((text, Hook::Foreign)) if text.contains("verify --base HEAD") => {
            (true, format!("{file}, your own, calls okr"))
        }
        Some((_, Hook::Foreign)) => (false, format!("{file} is your own, and does not call okr")),
        Some((_, Hook::Ours(_))) => (false, format!("{file} looks at other stores")),
    };
    Ok(("pre-commit", good, words))
}
