//! `okr fmt`.

use std::io::Read;
use std::path::Path;

use clap::{Args as ClapArgs, ValueEnum};

use crate::cli::context::Context;
use crate::cli::desk::Desk;
use crate::cli::error::{Exit, Failure};
use crate::cli::patch;
use crate::cli::words;
use crate::language::{count, say};
use crate::model::{Damage, map_all};
use crate::store::format::{Unformatted, format};
use crate::store::layout::{self, Definition};
use crate::store::{Alone, Store};
use crate::view::Span;

/// Lay out definition files as okr writes them
///
/// Keys come in the order in which okr writes them, measures and lists stand on one line where they fit, units and
/// people on one line each; quotation marks go where none are needed. Comments stay with what they belong to, blank lines
/// between sections stay, and what the files say never changes. History files are never rewritten: a history only grows.
#[derive(Debug, ClapArgs)]
#[command(after_help = "Examples:
  okr fmt                          every definition file of the store
  okr fmt renewing okrs/org.yaml   an objective and a file
  okr fmt --check                  shows what would change; exit 1 if anything would
  okr fmt - < renewing.yaml        from an editor: text in, text out")]
pub struct Args {
    /// Objectives, files or folders; - reads one file and writes it out [default: the whole store]
    #[arg(value_name = "FILE|REF")]
    what: Vec<String>,
    /// Write nothing; show the differences (with --quiet the names), and exit 1 if there are any
    #[arg(long)]
    check: bool,
    /// What - holds
    #[arg(long, value_name = "KIND", default_value = "objective")]
    kind: Kind,
}

#[derive(Debug, Clone, Copy, ValueEnum)]
enum Kind {
    Settings,
    Org,
    Cycle,
    Objective,
}

impl From<Kind> for Definition {
    fn from(kind: Kind) -> Self {
        match kind {
            Kind::Settings => Definition::Settings,
            Kind::Org => Definition::Org,
            Kind::Cycle => Definition::Cycle,
            Kind::Objective => Definition::Objective,
        }
    }
}

pub fn run(ctx: &Context, args: &Args) -> Result<Exit, Failure> {
    if args.what.iter().any(|text| text == "-") {
        return if args.what.len() == 1 {
            stream(ctx, args)
        } else {
            Err(Failure::usage(say!("- is one file; nothing else can be named with it")))
        };
    }
    let (desk, lock) = match args.check {
        true => (Desk::open(ctx)?, None),
        false => Desk::open_to_change(ctx).map(|(desk, lock)| (desk, Some(lock)))?,
    };
    let (files, mut lost) = chosen(&desk, &args.what)?;
    let all = map_all(&files, |(path, kind)| laid_out(&desk.store, path, *kind));
    let mut told = Vec::new();
    for ((path, _), one) in files.iter().zip(all) {
        let written = match &one {
            Ok((before, after)) if before != after && !args.check => {
                desk.writer().replace(path, before.as_bytes(), after)
            }
            _ => Ok(()),
        };
        let failed = written.is_err();
        told.push((path, one, written));
        if failed {
            break;
        }
    }
    // Nobody waits for what is said.
    drop(lock);
    let (mut changed, mut whole) = (0, 0);
    for (path, one, written) in told {
        written?;
        let shown = desk.store.source().shown(path);
        match one {
            Ok((before, after)) if before == after => whole += 1,
            Ok((before, after)) => {
                (changed, whole) = (changed + 1, whole + 1);
                match args.check {
                    true => patch::show(ctx, &shown, &before, &after)?,
                    false => ctx.ui.done(&[words::verb(say!("formatted")), Span::plain(shown)])?,
                }
            }
            Err(Obstacle::Damaged(damages)) => lost |= desk.report(&damages),
            Err(Obstacle::Unformatted(why)) => leave(ctx, &shown, &why),
        }
    }
    sum_up(ctx, args.check, changed, whole)?;
    Ok(match changed {
        _ if lost => Exit::Store,
        1.. if args.check => Exit::Findings,
        _ => Exit::Done,
    })
}

/// Why a file is left as it is.
enum Obstacle {
    Damaged(Vec<Damage>),
    Unformatted(Unformatted),
}

/// A file as it is, and as it is to be.
fn laid_out(store: &Store, path: &str, kind: Definition) -> Result<(String, String), Obstacle> {
    let damages = store.damages_of(path, kind);
    if !damages.is_empty() {
        return Err(Obstacle::Damaged(damages));
    }
    let before = store.text(path).map_err(|damage| Obstacle::Damaged(vec![*damage]))?;
    let after = format(&before, kind).map_err(Obstacle::Unformatted)?;
    Ok((before, after))
}

fn leave(ctx: &Context, shown: &str, why: &Unformatted) {
    ctx.ui.warning(&say!("{file} is left as it is: {why}", file = shown, why));
}

/// How many of those that could be looked at were, or would be, changed.
fn sum_up(ctx: &Context, check: bool, changed: usize, all: usize) -> Result<(), Failure> {
    let files = count!(all, "file", "files");
    let these = if changed == all { files.clone() } else { say!("{changed} of {files}", changed, files) };
    match (changed, check) {
        (0, _) if all == 0 => Ok(()),
        (0, _) => ctx.ui.done(&[Span::plain(say!("{files}, nothing to format", files))]),
        (_, false) if all == 1 => Ok(()),
        (_, false) => ctx.ui.done(&[Span::plain(say!("{files} formatted", files = these))]),
        (_, true) => {
            ctx.ui.say(&words::note(&say!("{files} would be formatted", files = these)));
            ctx.ui.hint(say!("okr fmt does it"));
            Ok(())
        }
    }
}

/// One file from standard input to standard output. What cannot be formatted comes out as it went in.
fn stream(ctx: &Context, args: &Args) -> Result<Exit, Failure> {
    let mut bytes = Vec::new();
    let limit = layout::MAX_ORG as u64 + 1;
    let read = std::io::stdin().take(limit).read_to_end(&mut bytes);
    read.map_err(|why| Failure::store(say!("cannot read standard input: {why}", why)))?;
    let kind = Definition::from(args.kind);
    let alone = Alone::new(kind, say!("standard input").to_owned(), bytes);
    let path = alone.path();
    let store = Store::new(alone);
    match laid_out(&store, path, kind) {
        Ok((before, after)) if args.check => {
            if before == after {
                return Ok(Exit::Done);
            }
            patch::show(ctx, say!("standard input"), &before, &after)?;
            Ok(Exit::Findings)
        }
        Ok((_, after)) => {
            ctx.ui.out(&after)?;
            Ok(Exit::Done)
        }
        Err(Obstacle::Damaged(damages)) => {
            let look = ctx.ui.look_err();
            damages.iter().for_each(|damage| ctx.ui.err_text(&crate::cli::damage::drawn(damage, &look)));
            Ok(Exit::Store)
        }
        Err(Obstacle::Unformatted(why)) => {
            leave(ctx, say!("standard input"), &why);
            ctx.ui.out(&store.text(path).unwrap_or_default())?;
            Ok(Exit::Done)
        }
    }
}

/// The files that are meant, each once, and whether some could not be looked at.
fn chosen(desk: &Desk, what: &[String]) -> Result<(Vec<(String, Definition)>, bool), Failure> {
    let (all, damages) = desk.store.definitions();
    if what.is_empty() {
        return Ok((all, desk.report(&damages)));
    }
    let mut wanted: Vec<(String, Definition)> = Vec::new();
    for text in what {
        // A file of the store may be named from the store's folder too.
        let in_store = || text.ends_with(".yaml").then(|| desk.root().join(text)).and_then(|path| desk.below(&path));
        let found = match desk.below(Path::new(text)).or_else(in_store) {
            Some(path) => named(&all, &path, text)?,
            None => vec![(layout::objective_file(&desk.find_objective(text)?), Definition::Objective)],
        };
        wanted.extend(found);
    }
    let mut seen = std::collections::BTreeSet::new();
    wanted.retain(|(path, _)| seen.insert(path.clone()));
    Ok((wanted, false))
}

/// The definition files that a path of the store stands for: itself, or all below it.
fn named(all: &[(String, Definition)], path: &str, text: &str) -> Result<Vec<(String, Definition)>, Failure> {
    if let Some(kind) = layout::definition(path) {
        return Ok(vec![(path.to_owned(), kind)]);
    }
    let within = |file: &str| path.is_empty() || file.strip_prefix(path).is_some_and(|rest| rest.starts_with('/'));
    let below: Vec<_> = all.iter().filter(|(file, _)| within(file)).cloned().collect();
    if !below.is_empty() {
        return Ok(below);
    }
    let failure = Failure::usage(say!("{file} is no definition file of the store", file = format_args!("{text:?}")));
    Err(match path.ends_with(".history.yaml") {
        true => failure.hint(say!("a history is never rewritten: it only grows")),
        false => failure.hint(say!("okr fmt lays out okr.yaml, org.yaml, cycle.yaml and the files of objectives")),
    })
}
