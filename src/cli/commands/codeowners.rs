//! `okr codeowners`.

use std::path::{Path, PathBuf};

use clap::Args as ClapArgs;

use crate::cli::context::Context;
use crate::cli::desk::Desk;
use crate::cli::error::{Exit, Failure};
use crate::cli::patch;
use crate::cli::{find, words};
use crate::git::codeowners::{CodeOwners, block, codeowners, put_into};
use crate::language::{list, say};
use crate::model::{CycleId, HistoryLayout};
use crate::render::escape;
use crate::store::{Folder, ReadError, Source, Writer};
use crate::view::Span;

/// Print who is to review a change of what, as lines for a CODEOWNERS file
///
/// From org.yaml: the company's lead for settings, organisation and cycles, each unit's lead (or the next one above) for the unit's
/// folders, each person for their own. With history: per-author, each person's history files are theirs wherever they stand. The last
/// line that matches decides, so the lines belong at the end of the file, where --write puts them.
#[derive(Debug, ClapArgs)]
#[command(after_help = "Examples:
  okr codeowners
  okr codeowners --write           into .github/CODEOWNERS, or the file that is there
  okr codeowners --write CODEOWNERS
  okr codeowners --check           in CI: fails when org.yaml has changed and the file has not")]
pub struct Args {
    /// Put the lines into this file, between marks; all the rest of it stays
    #[arg(long, value_name = "FILE", conflicts_with = "check")]
    write: Option<Option<PathBuf>>,
    /// Show what is out of date in this file, and exit with 1 if anything is
    #[arg(long, value_name = "FILE")]
    check: Option<Option<PathBuf>>,
}

/// Where Git hosts look, below the top of a repository.
const PLACES: [&str; 4] = [".github/CODEOWNERS", "CODEOWNERS", "docs/CODEOWNERS", ".gitlab/CODEOWNERS"];

/// The largest file of that kind that is read, in bytes: no Git host reads more.
const MOST: usize = 3 << 20;

pub fn run(ctx: &Context, args: &Args) -> Result<Exit, Failure> {
    let desk = Desk::open(ctx)?;
    desk.ready_to_write()?;
    let prefix = desk.repository_prefix().unwrap_or_default();
    if prefix.chars().any(char::is_control) {
        return Err(Failure::usage(say!("the store's folder has a name that no CODEOWNERS file can hold")));
    }
    let cycles: Vec<CycleId> = desk.cycles().iter().map(|cycle| cycle.id.clone()).collect();
    let owners = codeowners(desk.org(), &cycles, desk.settings().history, &prefix);
    if !owners.nameless.is_empty() {
        let names: Vec<&str> = owners.nameless.iter().map(|person| person.as_str()).collect();
        ctx.ui.warning(&say!(
            "no address in org.yaml that can stand there, and so not named: {names}",
            names = list(&names)
        ));
    }
    let top = top(desk.root(), &prefix);
    // Git's settings can name any folder as the work tree; nothing is written into one that is not a repository's.
    if top.join(".git").symlink_metadata().is_err()
        && [&args.write, &args.check].into_iter().any(|it| *it == Some(None))
    {
        return Err(Failure::usage(say!("the store is in no repository that has a .git"))
            .hint(say!("name the file: okr codeowners --write FILE")));
    }
    match (&args.write, &args.check) {
        (Some(file), _) => write(ctx, &File::open(ctx, file.as_deref(), &top)?, &owners),
        (_, Some(file)) => check(ctx, &File::open(ctx, file.as_deref(), &top)?, &owners),
        (None, None) => {
            ctx.ui.out(&block(&owners))?;
            Ok(Exit::Done)
        }
    }
}

/// The top of the repository in which a store is `prefix`.
fn top(root: &Path, prefix: &str) -> PathBuf {
    let up = Path::new(prefix).components().count();
    root.ancestors().nth(up).unwrap_or(root).to_owned()
}

/// A file that holds such lines, or is to.
struct File {
    folder: Folder,
    name: String,
    shown: String,
    /// What it holds; none where there is no such file.
    text: Option<String>,
}

impl File {
    /// The file that was named, or the one that a Git host would find.
    fn open(ctx: &Context, named: Option<&Path>, top: &Path) -> Result<Self, Failure> {
        // A folder above a file that was named is its owner's business; one that is looked for may be no link.
        let (folder, name) = match named {
            None => (top.to_owned(), *PLACES.iter().find(|place| top.join(place).exists()).unwrap_or(&PLACES[0])),
            Some(named) => match (named.parent(), named.file_name().and_then(|name| name.to_str())) {
                (Some(folder), Some(name)) => (ctx.env.folder.join(folder), name),
                _ => return Err(Failure::usage(say!("{path} is no file's name", path = named.display()))),
            },
        };
        let shown = find::shown_from(&ctx.env.folder, &folder.join(name));
        let folder = Folder::new(folder.clone(), find::shown_from(&ctx.env.folder, &folder));
        let text = match folder.read(name, MOST) {
            Ok(bytes) => {
                Some(String::from_utf8(bytes).map_err(|_| Failure::store(say!("{file} is not UTF-8", file = shown)))?)
            }
            Err(ReadError::NotFound) => None,
            Err(why) => return Err(Failure::store(say!("{file} cannot be read: {why}", file = shown, why))),
        };
        Ok(Self { name: name.to_owned(), folder, shown, text })
    }

    fn with(&self, owners: &CodeOwners) -> Result<String, Failure> {
        put_into(self.text.as_deref().unwrap_or_default(), owners).map_err(|why| {
            Failure::usage(say!("{file}: {why}", file = self.shown, why))
                .hint(say!("remove these marks and what stands between them"))
        })
    }
}

fn write(ctx: &Context, file: &File, owners: &CodeOwners) -> Result<Exit, Failure> {
    let after = file.with(owners)?;
    let writer = Writer::new(&file.folder, HistoryLayout::default());
    match &file.text {
        Some(before) if *before == after => {
            ctx.ui.done(&[Span::plain(say!("{file} is up to date already", file = file.shown))])?;
            return Ok(Exit::Done);
        }
        Some(before) => writer.replace(&file.name, before.as_bytes(), &after)?,
        None => writer.create(&file.name, &after)?,
    }
    let verb = if file.text.is_some() { say!("changed") } else { say!("created") };
    ctx.ui.done(&[words::verb(verb), Span::strong(file.shown.clone())])?;
    Ok(Exit::Done)
}

fn check(ctx: &Context, file: &File, owners: &CodeOwners) -> Result<Exit, Failure> {
    let before = file.text.as_deref().unwrap_or_default();
    let after = file.with(owners)?;
    if before == after {
        ctx.ui.done(&[Span::plain(say!("{file} is up to date", file = file.shown))])?;
        return Ok(Exit::Done);
    }
    let text = patch::unified(before, &after, (&file.shown, "okr codeowners"));
    let lines = text.lines().map(|line| escape::terminal(line).into_owned() + "\n");
    ctx.ui.out(&lines.collect::<String>())?;
    ctx.ui.hint(say!("okr codeowners --write brings it up to date"));
    Ok(Exit::Findings)
}
