//! `okr merge-file`, which Git calls.

use std::path::{Path, PathBuf};

use clap::Args as ClapArgs;

use crate::cli::context::Context;
use crate::cli::error::{Exit, Failure};
use crate::git::{Lines, merge_lines};
use crate::language::{count, say};
use crate::model::HistoryLayout;
use crate::store::merge::{Merged, merge};
use crate::store::{Folder, ReadError, Source, Writer, layout};
use crate::view::{Role, Span};

/// Merge two versions of a definition file by key; Git calls this
///
/// okr hooks install makes it Git's merge driver for *.yaml. The result takes the place of OURS. Exit code 1: both sides
/// changed the same thing; ours then stands below a comment that names theirs. What cannot be merged by key is merged by
/// lines, as Git does it.
#[derive(Debug, ClapArgs)]
#[command(
    hide = true,
    after_help = "Examples:
  git config merge.okr.driver \"okr merge-file %O %A %B %P %L\"
  okr merge-file before.yaml ours.yaml theirs.yaml"
)]
pub struct Args {
    /// The version that both sides began with
    base: PathBuf,
    /// Our version, and where the result goes
    ours: PathBuf,
    /// Their version
    theirs: PathBuf,
    /// What the file is called in the repository [default: OURS]
    path: Option<PathBuf>,
    /// How long the marks around lines are that both changed
    #[arg(default_value_t = MARKER, value_name = "LENGTH", value_parser = clap::value_parser!(u16).range(1..=1000))]
    marker_size: u16,
}

/// How long the marks are that Git leaves in files for people.
const MARKER: u16 = 7;

pub fn run(ctx: &Context, args: &Args) -> Result<Exit, Failure> {
    let shown = args.path.as_ref().unwrap_or(&args.ours).to_string_lossy();
    let unmerged = |why: String| {
        Failure::store(say!("{file} was not merged, because {why}; ours stands", file = shown, why))
            .hint(say!("git checkout --theirs {file} takes theirs", file = shown))
    };
    if let Some(why) = unreadable(ctx, args)? {
        return Err(unmerged(why));
    }
    if shown.ends_with(layout::HISTORY) {
        // A rule for all YAML files stands behind the one for histories: no event is lost even then.
        return by_lines(ctx, args, Lines::Union);
    }
    let merged = match by_key(ctx, args)? {
        Ok(merged) => merged,
        Err(why) => {
            let lines = by_lines(ctx, args, Lines::Marked(args.marker_size.into()));
            let exit = lines.map_err(|_| unmerged(why.clone()))?;
            if exit != Exit::Done {
                ctx.ui.say(&conflict(&shown, &say!("it was merged by lines, because {why}", why)));
            }
            return Ok(exit);
        }
    };
    // Between two ancestors nobody is there to choose: only marks make sure that the question comes up again.
    if !merged.1.conflicts.is_empty() && args.marker_size != MARKER {
        return by_lines(ctx, args, Lines::Marked(args.marker_size.into()));
    }
    let (before, merged) = merged;
    let folder = Folder::new(ctx.env.folder.clone(), String::new());
    Writer::new(&folder, HistoryLayout::PerObjective).replace(&path(&args.ours)?, &before, &merged.text)?;
    if merged.conflicts.is_empty() {
        return Ok(Exit::Done);
    }
    for found in &merged.conflicts {
        ctx.ui.err(&conflict(&shown, &found.words()));
    }
    let places = count!(merged.conflicts.len(), "place", "places");
    ctx.ui.hint(&match merged.conflicts.len() {
        1 => say!(
            "ours stands in {places}, with a comment above; choose, remove it, then git add {file}",
            places,
            file = shown
        ),
        _ => say!(
            "ours stands in {places}, with comments above; choose, remove them, then git add {file}",
            places,
            file = shown
        ),
    });
    Ok(Exit::Findings)
}

fn conflict(file: &str, what: &str) -> Vec<Span> {
    vec![Span::new(say!("conflict: "), Role::Warning), Span::strong(file), Span::plain(say!(": {what}", what))]
}

/// Our bytes and the merge; or why there is none.
fn by_key(ctx: &Context, args: &Args) -> Result<Result<(Vec<u8>, Merged), String>, Failure> {
    let folder = Folder::new(ctx.env.folder.clone(), String::new());
    let mut texts = Vec::with_capacity(3);
    let mut ours = Vec::new();
    for (side, file) in sides(args) {
        // An organisation may be larger: it is then merged by lines, as merging by key would keep Git waiting.
        let bytes = match folder.read(&path(file)?, layout::MAX_DEFINITION) {
            Ok(bytes) => bytes,
            Err(why) => return Ok(Err(say!("{side} cannot be read: {why}", side, why))),
        };
        if file == &args.ours {
            ours.clone_from(&bytes);
        }
        match String::from_utf8(bytes) {
            Ok(text) if !text.contains('\0') => texts.push(text),
            _ => return Ok(Err(say!("{side} is not UTF-8 text", side))),
        }
    }
    Ok(merge(&texts[0], &texts[1], &texts[2]).map(|merged| (ours, merged)).map_err(|why| why.to_string()))
}

/// Why one of the three is not to be given to Git, which would wait for a pipe, follow a link, and read without end. Git
/// itself asks about regular files of its own making.
fn unreadable(ctx: &Context, args: &Args) -> Result<Option<String>, Failure> {
    const LIMIT: usize = layout::MAX_HISTORY;
    let folder = Folder::new(ctx.env.folder.clone(), String::new());
    for (side, file) in sides(args) {
        let why = match folder.size(&path(file)?) {
            Ok(size) if size > LIMIT as u64 => ReadError::TooLarge { limit: LIMIT },
            Ok(_) => continue,
            Err(why) => why,
        };
        return Ok(Some(say!("{side} cannot be read: {why}", side, why)));
    }
    Ok(None)
}

fn sides(args: &Args) -> [(&'static str, &PathBuf); 3] {
    [(say!("the version before"), &args.base), (say!("our version"), &args.ours), (say!("their version"), &args.theirs)]
}

fn by_lines(ctx: &Context, args: &Args, how: Lines) -> Result<Exit, Failure> {
    let met = merge_lines(&ctx.env.folder, &args.ours, &args.base, &args.theirs, how)?;
    Ok(if met { Exit::Findings } else { Exit::Done })
}

fn path(file: &Path) -> Result<String, Failure> {
    file.to_str().map(str::to_owned).ok_or_else(|| Failure::usage(say!("{file} is not UTF-8", file = file.display())))
}
