//! `--fix`: what a check found, mended where there is one way to do it.

use super::context::Context;
use super::definition::Definition;
use super::desk::{Desk, ReadingDesk};
use super::error::Failure;
use super::words;
use crate::check::{self, Finding, Mend};
use crate::language::say;
use crate::store::{attributes, edit, layout};
use crate::view::Span;

/// Mends what can be mended of what is found in the store on disk, and says each.
///
/// # Errors
/// When it cannot be looked for, or a file cannot be written.
pub fn mend(ctx: &Context, look: impl FnOnce(&ReadingDesk) -> Result<Vec<Finding>, Failure>) -> Result<(), Failure> {
    let (desk, lock) = Desk::open_to_change(ctx)?;
    let findings = look(&desk)?;
    let mut done: Vec<&Mend> = Vec::new();
    let mut mended = Vec::new();
    // From the last to the first: taking an item out of a list moves those behind it.
    for mend in findings.iter().rev().filter_map(|finding| finding.mend.as_ref()) {
        if done.contains(&mend) {
            continue;
        }
        done.push(mend);
        mended.push(one(&desk, mend));
        if mended.last().is_some_and(Result::is_err) {
            break;
        }
    }
    drop(lock);
    for one in mended {
        let (file, what) = one?;
        let file = Span::strong(desk.store.source().shown(&file));
        ctx.ui.done(&[words::verb(say!("mended")), file, Span::plain(say!(": {what}", what))])?;
    }
    Ok(())
}

/// Mends one thing: the file, and what was done to it.
fn one(desk: &Desk, mend: &Mend) -> Result<(String, String), Failure> {
    let below = |file: &String| desk.shown_below(file).unwrap_or_else(|| file.clone());
    match mend {
        Mend::SplitLines(file) => {
            let file = below(file);
            let split = desk.writer().split_lines(&file)?;
            let what = match split {
                true => say!("each event stands on a line of its own"),
                false => say!("left as it is: do it by hand"),
            };
            Ok((file, what.to_owned()))
        }
        Mend::CutTornLine(file) => {
            let file = below(file);
            let torn = desk.writer().heal(&file)?.unwrap_or_default();
            Ok((file, say!("cut off the unfinished line {line}", line = format_args!("{torn:?}"))))
        }
        Mend::Remove { of, path } => {
            let file = match of {
                check::Definition::Settings => layout::SETTINGS.to_owned(),
                check::Definition::Org => layout::ORG.to_owned(),
                check::Definition::Cycle(cycle) => layout::cycle_file(cycle),
                check::Definition::Objective(objective) => layout::objective_file(objective),
            };
            let mut definition = Definition::open_file(desk, file.clone())?;
            definition.remove(path)?;
            definition.write()?;
            Ok((file, say!("took out {path}", path = edit::shown(path))))
        }
        Mend::Attributes => {
            let mut definition = Definition::open_file(desk, layout::ATTRIBUTES.to_owned())?;
            // The last line that fits a file counts, so it goes to the end.
            let others = definition.text.lines().filter(|line| line.trim() != attributes::HISTORIES);
            let last: String = others.chain([attributes::HISTORIES]).map(|line| format!("{line}\n")).collect();
            definition.text = attributes::completed(&last).0;
            definition.write()?;
            Ok((layout::ATTRIBUTES.to_owned(), say!("it ends with {line}", line = attributes::HISTORIES)))
        }
    }
}
