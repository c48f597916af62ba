//! What `okr export json` wrote becomes a store again, or a part of one.

use std::fs;
use std::path::Path;

use crate::cli::context::Context;
use crate::cli::desk::Desk;
use crate::cli::error::{Exit, Failure};
use crate::cli::find::place_for_store;
use crate::cli::{damage, words};
use crate::exchange::whole::{Fault, Plan, Whole, plan};
use crate::language::{count, list, reason, say};
use crate::model::{Damage, HistoryLayout, Loss};
use crate::store::{Change, Folder, Store, Writer, attributes, layout};
use crate::view::Span;

/// What is wanted of a document.
pub struct Wanted {
    /// Leave files that say something else here as they are.
    pub keep: bool,
    /// Write nothing.
    pub dry_run: bool,
}

/// Names of files that are said at once.
const MOST_NAMED: usize = 8;

/// Makes a store of a document, or adds it to the one that is there.
///
/// # Errors
/// When something of it is damaged or differs, or cannot be written; then nothing was changed.
pub fn run(ctx: &Context, args: &Wanted, whole: &Whole, shown: &str) -> Result<Exit, Failure> {
    let given = Store::new(whole.clone());
    sound(ctx, &given, &say!("{file} is damaged; nothing was changed", file = shown))?;
    let Some(root) = place_for_store(ctx)? else { return into_store(ctx, args, whole, shown) };
    into_new(ctx, args, whole, &root, shown)
}

/// Refuses a store of which something would not be shown.
fn sound(ctx: &Context, store: &Store, refusal: &str) -> Result<(), Failure> {
    let snapshot = store.load_all(store.header());
    let lost: Vec<&Damage> = snapshot.damages.iter().filter(|damage| damage.loss != Loss::Detail).collect();
    if lost.is_empty() {
        return Ok(());
    }
    let look = ctx.ui.look_err();
    lost.iter().for_each(|one| ctx.ui.err_text(&damage::drawn(one, &look)));
    Err(Failure::store(refusal))
}

fn into_new(ctx: &Context, args: &Wanted, whole: &Whole, root: &Path, shown: &str) -> Result<Exit, Failure> {
    let folder = Folder::new(root.to_owned(), root.strip_prefix(&ctx.env.folder).unwrap_or(root).display().to_string());
    let here = Store::new(folder.clone());
    let plan = chosen(plan(whole, &here, whole.zone()), args)?;
    if !plan.create.iter().any(|(path, _)| path == layout::SETTINGS) {
        return Err(Failure::usage(say!("{file} has no okr.yaml, and there is no store to add it to", file = shown))
            .hint(say!("okr init makes a store")));
    }
    if !args.dry_run {
        let mut change = change(ctx, &plan);
        if here.source().lacks(layout::ATTRIBUTES) {
            change.create(layout::ATTRIBUTES.to_owned(), attributes::completed("").0);
        }
        make(&folder, change).inspect_err(|_| {
            // One that was made for it goes again: it is removed only if nothing is in it.
            let _ = fs::remove_dir(root);
        })?;
    }
    say(ctx, args, &plan, here.source().shown("").trim_end_matches('/'))
}

/// Makes a store in a folder, all of it or nothing.
fn make(folder: &Folder, change: Change) -> Result<(), Failure> {
    let root = folder.root();
    let failed = |why: std::io::Error| {
        Failure::store(say!("{path} cannot be made: {why}", path = root.display(), why = reason(&why)))
    };
    fs::create_dir_all(root).map_err(failed)?;
    let writer = Writer::new(folder, HistoryLayout::PerObjective);
    let (lock, _) = writer.lock()?;
    writer.make(change, &lock)?;
    Ok(())
}

fn into_store(ctx: &Context, args: &Wanted, whole: &Whole, shown: &str) -> Result<Exit, Failure> {
    let (desk, lock) = match args.dry_run {
        true => (Desk::open(ctx)?, None),
        false => Desk::open_to_change(ctx).map(|(desk, lock)| (desk, Some(lock)))?,
    };
    sound(ctx, &desk.store, say!("the store is damaged; nothing was changed"))?;
    let plan = chosen(plan(whole, &desk.store, desk.settings().time_zone), args).map_err(|why| {
        match desk.cycles().is_empty() {
            true => why.hint(say!(
                "this store has no cycle yet: where there is no store, okr import json makes one as it was"
            )),
            false => why,
        }
    })?;
    if plan.is_empty() {
        ctx.ui.done(&[Span::plain(say!("all of {file} is here already; nothing was changed", file = shown))])?;
        return Ok(Exit::Done);
    }
    if let Some(lock) = lock {
        desk.make(change(ctx, &plan), lock)?;
    }
    say(ctx, args, &plan, desk.store.source().shown("").trim_end_matches('/'))
}

/// The plan, unless something differs that is not to be left alone.
fn chosen(plan: Plan, args: &Wanted) -> Result<Plan, Failure> {
    if plan.differing.is_empty() || args.keep {
        return Ok(plan);
    }
    let mut names: Vec<String> = plan.differing.iter().take(MOST_NAMED).cloned().collect();
    if plan.differing.len() > MOST_NAMED {
        names.push(say!("{count} more", count = plan.differing.len() - MOST_NAMED));
    }
    let names = list(&names);
    let why = match plan.differing.len() {
        1 => say!("{file} says something else here; nothing was changed", file = names),
        _ => say!("{files} say something else here; nothing was changed", files = names),
    };
    Err(Failure::usage(why).hint(say!("--keep leaves what differs as it is here, and takes the rest")))
}

fn change(ctx: &Context, plan: &Plan) -> Change {
    let mut change = Change::new("import json", ctx.now);
    for (path, text) in &plan.create {
        change.create(path.clone(), text.clone());
    }
    for (path, lines) in &plan.append {
        change.append(path.clone(), lines);
    }
    change
}

fn say(ctx: &Context, args: &Wanted, plan: &Plan, into: &str) -> Result<Exit, Failure> {
    let verb = if args.dry_run { say!("would import") } else { say!("imported") };
    let what = [count!(plan.objectives, "objective", "objectives"), count!(plan.events, "event", "events")];
    let files = count!(plan.create.len() + plan.append.len(), "file", "files");
    ctx.ui.done(&[
        words::verb(verb),
        Span::plain(say!("{what} in {files} into ", what = list(&what), files)),
        Span::strong(into),
    ])?;
    if plan.same > 0 {
        let same = count!(plan.same, "file", "files");
        ctx.ui.say(&words::note(&say!("{same} of it said the same here already", same)));
    }
    if !plan.differing.is_empty() {
        let kept = count!(plan.differing.len(), "file", "files");
        ctx.ui.say(&words::note(&say!("{kept} of it stayed as here: {files}", kept, files = list(&plan.differing))));
    }
    Ok(Exit::Done)
}

/// Why a document cannot be taken, for people.
pub fn failure(why: Fault, shown: &str) -> Failure {
    let failure = match &why {
        Fault::Json { line, column, why } => Failure::usage(format!("{shown}:{line}:{column}: {why}")),
        why => Failure::usage(format!("{shown}: {why}")),
    };
    match why {
        Fault::Other | Fault::Json { .. } => failure.hint(say!("okr export json writes what okr import json reads")),
        Fault::Version(_) => failure.hint(say!("a newer okr reads it")),
        Fault::Disagrees(_) => failure.hint(say!("take \"yaml\" away to go by the data, or mend one of the two")),
        Fault::Path(_) | Fault::Twice(_) | Fault::Content { .. } | Fault::Strange(_) => failure,
    }
}
