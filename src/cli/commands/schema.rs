//! `okr schema`.

use std::path::PathBuf;

use clap::{Args as ClapArgs, ValueEnum};

use crate::cli::context::Context;
use crate::cli::desk::Desk;
use crate::cli::error::{Exit, Failure};
use crate::cli::words;
use crate::language::{count, say};
use crate::model::HistoryLayout;
use crate::store::{Folder, SchemaKind, Writer, json_schema, layout};
use crate::view::Span;

/// Print or write JSON Schemas, by which editors complete and check the files
///
/// They are made from the types that read the files: keys, values and ranges, with a word on each. What only all files
/// together can tell, such as whether an objective aligns to one that is there, an editor does not see.
#[derive(Debug, ClapArgs)]
#[command(after_help = "Examples:
  okr schema                       the kinds of files, and how to tell your editor
  okr schema objective             the schema of an objective's file
  okr schema --write               all of them into the store's .schemas/; again after an upgrade
  okr schema --write docs/schemas   all of them into a folder")]
pub struct Args {
    /// The kind of file
    #[arg(value_name = "KIND", conflicts_with = "write")]
    kind: Option<Kind>,
    /// Write all of them into a folder [default: .schemas of the store]
    #[arg(long, value_name = "DIR", num_args = 0..=1)]
    write: Option<Option<PathBuf>>,
}

#[derive(Debug, Clone, Copy, ValueEnum)]
enum Kind {
    Settings,
    Org,
    Cycle,
    Objective,
    History,
}

impl From<Kind> for SchemaKind {
    fn from(kind: Kind) -> Self {
        match kind {
            Kind::Settings => SchemaKind::Settings,
            Kind::Org => SchemaKind::Org,
            Kind::Cycle => SchemaKind::Cycle,
            Kind::Objective => SchemaKind::Objective,
            Kind::History => SchemaKind::History,
        }
    }
}

pub fn run(ctx: &Context, args: &Args) -> Result<Exit, Failure> {
    match (args.kind, &args.write) {
        (Some(kind), _) => ctx.ui.out(&text(kind.into())?)?,
        (None, Some(Some(folder))) => {
            let shown = folder.to_string_lossy().trim_end_matches('/').to_owned();
            said(ctx, write(&Folder::new(ctx.env.folder.join(folder), shown.clone()), "")?, &shown)?;
        }
        (None, Some(None)) => {
            let desk = Desk::open(ctx)?;
            let shown = desk.store.source().shown(layout::SCHEMAS);
            said(ctx, write_into(desk.folder())?, &shown)?;
        }
        (None, None) => ctx.ui.out(&how())?,
    }
    Ok(Exit::Done)
}

/// The first line of a file that lets editors find its schema.
pub fn modeline(kind: SchemaKind) -> String {
    format!("# yaml-language-server: $schema={}/{}\n", layout::SCHEMAS, layout::schema_name(kind.name()))
}

/// Writes all schemas into the store in a folder. How many were not there as they are.
///
/// # Errors
/// When one cannot be written, as where their folder is a link.
pub fn write_into(store: &Folder) -> Result<usize, Failure> {
    write(store, &format!("{}/", layout::SCHEMAS))
}

fn write(folder: &Folder, below: &str) -> Result<usize, Failure> {
    let writer = Writer::new(folder, HistoryLayout::PerObjective);
    let mut written = 0;
    for kind in SchemaKind::ALL {
        let name = layout::schema_name(kind.name());
        written += usize::from(writer.put(&format!("{below}{name}"), &text(kind)?)?);
    }
    Ok(written)
}

fn text(kind: SchemaKind) -> Result<String, Failure> {
    let text = serde_json::to_string_pretty(&json_schema(kind));
    text.map(|text| text + "\n").map_err(|why| Failure::fault(format!("no schema: {why}")))
}

fn said(ctx: &Context, written: usize, shown: &str) -> Result<(), Failure> {
    match written {
        0 => ctx.ui.done(&[Span::plain(say!("the schemas in {folder} are up to date", folder = shown))]),
        written => ctx.ui.done(&[
            words::verb(say!("wrote")),
            Span::plain(say!("{schemas} into ", schemas = count!(written, "schema", "schemas"))),
            Span::strong(shown),
        ]),
    }
}

/// How editors are told. Paths are those of a store in okrs/ at the top of a repository.
fn how() -> String {
    let parts = [
        say!("KIND       DESCRIBES                   SCHEMA IN THE STORE\n"),
        KINDS,
        say!(
            "
okr init and okr schema --write write the schemas. Editors with the YAML language
server read where a file's schema is from its first line, an objective's from:

"
        ),
        FIRST_LINE,
        say!(
            "
VS Code needs no such line, but the extension redhat.vscode-yaml and, for a store in
okrs/, this in .vscode/settings.json:

"
        ),
        VS_CODE,
        say!(
            "
The pattern with ! needs a YAML language server of September 2026 or newer; older
ones show false errors in histories.
"
        ),
    ];
    parts.concat()
}

const KINDS: &str = "\
settings   okr.yaml                    .schemas/settings.json
org        org.yaml                    .schemas/org.json
cycle      CYCLE/cycle.yaml            .schemas/cycle.json
objective  CYCLE/OWNER/*.yaml          .schemas/objective.json
history    CYCLE/OWNER/*.history.yaml  .schemas/history.json
";

const FIRST_LINE: &str = "  # yaml-language-server: $schema=../../.schemas/objective.json\n";

const VS_CODE: &str = "  \"yaml.schemas\": {
    \"okrs/.schemas/objective.json\": [\"okrs/*/*/*.yaml\", \"!**/*.history.yaml\"],
    \"okrs/.schemas/history.json\": \"okrs/*/*/*.history.yaml\",
    \"okrs/.schemas/cycle.json\": \"okrs/*/cycle.yaml\",
    \"okrs/.schemas/settings.json\": \"okrs/okr.yaml\",
    \"okrs/.schemas/org.json\": \"okrs/org.yaml\"
  }
";
