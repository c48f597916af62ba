//! `okr init`.

use std::path::{Path, PathBuf};

use clap::Args as ClapArgs;

use super::schema;
use crate::cli::context::{Context, Environment};
use crate::cli::error::{Exit, Failure, bad_key};
use crate::cli::find::{git_email, is_in_repository, no_link};
use crate::cli::me::likely_key;
use crate::cli::prompt::{Answer, Question, filled};
use crate::cli::words;
use crate::language::{marked, say, text};
use crate::model::{HistoryLayout, OwnerKey};
use crate::store::edit::Yaml;
use crate::store::{Folder, ReadError, SchemaKind, Source, WriteError, Writer, attributes, edit, layout};
use crate::view::Span;

/// Make a store
///
/// Writes okr.yaml, org.yaml and .gitattributes into DIR (okrs here by default), with comments that explain them, and into
/// .schemas/ what editors need to complete and check the files. Who makes a company's store is its lead to begin with. What is
/// there already stays as it is.
#[derive(Debug, ClapArgs)]
#[command(after_help = "Examples:
  okr init --company acme          a store in okrs/ for a company, its units and people
  okr init --company acme --name \"Acme Inc.\"
  okr init --solo goals            a store in goals/ for yourself")]
pub struct Args {
    /// The folder for it
    #[arg(value_name = "DIR", default_value = "okrs")]
    dir: PathBuf,
    /// For a company of this key, with departments and people
    #[arg(long, value_name = "KEY", conflicts_with = "solo")]
    company: Option<String>,
    /// The company's name [default: made from its key]
    #[arg(long, value_name = "NAME", requires = "company")]
    name: Option<String>,
    /// For one person
    #[arg(long)]
    solo: bool,
    /// Without .schemas/ and the lines that point editors to it
    #[arg(long)]
    no_schemas: bool,
}

const SETTINGS: &str = marked!(
    "\
# The settings of this store. Every line can be left out; these are the defaults.
version: 1
# cadence: quarter           # how long your cycles are: quarter or month
# time_zone: UTC             # whose days count: Europe/Lisbon, Asia/Shanghai, …
# fiscal_year_start: 1       # the month in which your year begins
# stale_after: 14            # days without a check-in before a key result is called stale
# rollup: key-results        # or blended: what aligns to an objective counts in its progress too
# pace: {on_track: 0.95, at_risk: 0.75, quiet: 0.1}
# history: per-objective     # or per-author: one history file a person, for hosts whose merge button conflicts
"
);

/// The settings of a new store: its days are those of whoever makes it.
fn settings() -> String {
    match Environment::zone() {
        // As `okr fmt` lays it out, which no comment of a line that is in force stands apart for.
        Some(zone) => {
            text(SETTINGS).replacen("# time_zone: UTC             #", &format!("time_zone: {}  #", zone.name()), 1)
        }
        None => text(SETTINGS).to_owned(),
    }
}

pub fn run(ctx: &Context, args: &Args) -> Result<Exit, Failure> {
    let root = ctx.env.folder.join(&args.dir);
    no_link(&root, &args.dir)?;
    let (company, name) = whom_for(ctx, args, &root)?;
    let org = org(ctx, company.as_ref(), name.as_deref(), &root)?;
    let shown = args.dir.to_string_lossy().trim_end_matches('/').to_owned();
    let folder = Folder::new(root.clone(), shown.clone());
    let known = known_attributes(&folder)?;
    let writer = Writer::new(&folder, HistoryLayout::PerObjective);
    let mut made = Vec::new();
    for (file, kind, content) in
        [(layout::SETTINGS, SchemaKind::Settings, settings()), (layout::ORG, SchemaKind::Org, org)]
    {
        let editors = if args.no_schemas { String::new() } else { schema::modeline(kind) };
        match writer.create(file, &format!("{editors}{content}")) {
            Ok(()) => made.push(file),
            Err(WriteError::Exists(_)) => {}
            Err(why) => return Err(why.into()),
        }
    }
    if attributes(known.as_deref(), &writer)? {
        made.push(layout::ATTRIBUTES);
    }
    if !args.no_schemas && !root.join(layout::SCHEMAS).exists() {
        schema::write_into(&folder)?;
        made.push(layout::SCHEMAS);
    }
    if made.is_empty() {
        ctx.ui.done(&[Span::plain(say!("{folder} is a store already; nothing was changed", folder = shown))])?;
        return Ok(Exit::Done);
    }
    let files = made.join(say!(in "list", ", "));
    if !made.contains(&layout::SETTINGS) {
        ctx.ui.done(&[
            words::verb(say!("added")),
            Span::plain(say!("{files} to ", files = files)),
            Span::strong(shown),
        ])?;
        return Ok(Exit::Done);
    }
    ctx.ui.done(&[
        words::verb(say!("created")),
        Span::strong(shown.clone()),
        Span::plain(say!(" with {files}", files)),
    ])?;
    if !is_in_repository(&root) {
        ctx.ui.hint(say!("this is not a Git repository; git init makes history, sharing and review of it"));
    }
    ctx.ui.hint(match company {
        None => say!("next: okr cycle new, then okr create \"TITLE\" --kr \"TITLE: FROM -> TO UNIT\""),
        Some(_) => say!(
            "next: okr cycle new, then okr create \"TITLE\" --kr \"TITLE: FROM -> TO UNIT\"; others come in by okr org add-person"
        ),
    });
    Ok(Exit::Done)
}

/// The company's key: as given, as asked for on a terminal, or none for one person.
fn company(ctx: &Context, args: &Args, root: &Path) -> Result<Option<OwnerKey>, Failure> {
    let parse =
        |text: &str| text.parse::<OwnerKey>().map_err(|why| bad_key(say!(in "key", "company's key"), text, &why));
    if let Some(text) = &args.company {
        return parse(text).map(Some);
    }
    if args.solo || !ctx.interactive || root.join(layout::ORG).exists() {
        return Ok(None);
    }
    let check = |typed: &str| filled(typed).map_or(Ok(()), |typed| parse(&typed).map(|_| ()));
    let question = Question {
        help: say!("as acme; Enter for a store of your own"),
        check: &check,
        ..Question::new(say!("The company's key, if it is for one"))
    };
    match ctx.ui.ask_text(&question)? {
        Answer::Said(typed) => filled(&typed).map(|typed| parse(&typed)).transpose(),
        _ => Err(nothing_made()),
    }
}

/// The company's key and name. Whoever was asked for the one is asked for the other, and can go back.
fn whom_for(ctx: &Context, args: &Args, root: &Path) -> Result<(Option<OwnerKey>, Option<String>), Failure> {
    loop {
        let company = company(ctx, args, root)?;
        let Some(key) = company.as_ref().filter(|_| args.company.is_none() && args.name.is_none()) else {
            return Ok((company, args.name.clone()));
        };
        let question = Question { default: Some(made_name(key)), ..Question::new(say!("The company's name")) };
        match ctx.ui.ask_text(&question)? {
            Answer::Said(name) => return Ok((company, Some(name))),
            Answer::Back => {}
            Answer::Skip | Answer::Quit => return Err(nothing_made()),
        }
    }
}

fn nothing_made() -> Failure {
    Failure::usage(say!("nothing was made")).hint(say!("okr init --solo, or okr init --company KEY, asks nothing"))
}

/// `Acme Inc` of `acme-inc`.
fn made_name(company: &OwnerKey) -> String {
    company.as_str().split('-').map(capital).collect::<Vec<_>>().join(" ")
}

fn org(ctx: &Context, company: Option<&OwnerKey>, name_of: Option<&str>, root: &Path) -> Result<String, Failure> {
    let (key, name, email) = myself(ctx, company, root)?;
    let mut person = vec![("name".to_owned(), Yaml::text(name))];
    person.extend(company.map(|company| ("unit".to_owned(), Yaml::text(company.as_str()))));
    person.extend(email.map(|email| ("email".to_owned(), Yaml::text(email))));
    let line = |key: &str, value: Vec<(String, Yaml)>| {
        format!("  {key}: {}\n", Yaml::Map(value).inline(true).unwrap_or_default())
    };
    let who = say!("# Who is who: one line a unit or person, so that edits merge. A key is a folder in every cycle.");
    let mut text = format!("{who}\n");
    if let Some(company) = company {
        text.push_str(&edit::document(&[("company".to_owned(), Yaml::text(company.as_str()))]));
        text.push_str("units:\n");
        let made = || made_name(company);
        let title = name_of.map(str::trim).filter(|name| !name.is_empty()).map_or_else(made, str::to_owned);
        // Somebody leads it from the first day, or its objectives are on nobody's desk.
        let fields = [("name", Yaml::text(title)), ("lead", Yaml::text(key.as_str()))];
        text.push_str(&line(company.as_str(), fields.map(|(name, value)| (name.to_owned(), value)).into()));
        text.push_str("  # eng: {name: Engineering, parent: ");
        text.push_str(company.as_str());
        text.push_str(", lead: ana}\n");
    }
    text.push_str("people:\n");
    text.push_str(&line(key.as_str(), person));
    Ok(text)
}

fn capital(word: &str) -> String {
    let mut chars = word.chars();
    chars.next().map(|first| first.to_uppercase().collect::<String>() + chars.as_str()).unwrap_or_default()
}

/// Who makes the store: by Git's settings, else the login's name.
fn myself(
    ctx: &Context,
    company: Option<&OwnerKey>,
    root: &Path,
) -> Result<(OwnerKey, String, Option<String>), Failure> {
    let near = root.ancestors().find(|folder| folder.is_dir()).unwrap_or(root);
    let email = git_email(near);
    let name =
        crate::git::setting(near, "user.name").or_else(|| ctx.env.user.clone()).unwrap_or_else(|| "Me".to_owned());
    let named = ctx.global.me.as_ref().or(ctx.env.me.as_ref());
    if let Some(text) = named {
        let key: OwnerKey = text.parse().map_err(|why| bad_key(say!(in "key", "person"), text, &why))?;
        if company == Some(&key) {
            return Err(Failure::usage(say!(
                "{key} cannot be the company and you: each key is one folder in a cycle",
                key
            ))
            .hint(say!("okr --me KEY … names you otherwise")));
        }
        return Ok((key, name, email));
    }
    let key = likely_key(&name, email.as_deref()).unwrap_or_else(|| "me".to_owned());
    let key = if company.is_some_and(|company| company.as_str() == key) { format!("{key}-1") } else { key };
    Ok((key.parse().map_err(|why| bad_key(say!(in "key", "person"), &key, &why))?, name, email))
}

/// What stands in `.gitattributes` now, if it is there: read before anything is made, and never through a link or a pipe.
fn known_attributes(folder: &Folder) -> Result<Option<String>, Failure> {
    let wrong = |why: String| Failure::store(say!("{file}: {why}", file = folder.shown(layout::ATTRIBUTES), why));
    match folder.read(layout::ATTRIBUTES, layout::MAX_DEFINITION) {
        Ok(bytes) => String::from_utf8(bytes).map(Some).map_err(|_| wrong(say!("it is not UTF-8 text").to_owned())),
        Err(ReadError::NotFound) => Ok(None),
        // The writer says it better.
        Err(ReadError::Io(why)) if why.kind() == std::io::ErrorKind::NotADirectory => Ok(None),
        Err(why) => Err(wrong(why.to_string())),
    }
}

/// Adds the lines for merges to `.gitattributes`, unless they are there.
fn attributes(before: Option<&str>, writer: &Writer) -> Result<bool, Failure> {
    let (after, mended) = attributes::completed(before.unwrap_or_default());
    match before {
        _ if mended.is_empty() => return Ok(false),
        None => writer.create(layout::ATTRIBUTES, &after)?,
        Some(before) => writer.replace(layout::ATTRIBUTES, before.as_bytes(), &after)?,
    }
    Ok(true)
}
