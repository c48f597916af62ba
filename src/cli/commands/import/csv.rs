//! `okr import csv`.

use clap::Args as ClapArgs;

use super::told::first_of;
use super::{Common, making};
use crate::cli::context::Context;
use crate::cli::error::{Exit, Failure};
use crate::cli::grammar::nearest;
use crate::exchange::import::table::{FIELDS, Field, Options, PRESETS, Preset, TableError, named, read};
use crate::language::say;

/// Import a CSV file: one row an objective or a key result, or both side by side
///
/// The columns of okr export csv, Peoplebox, Betterworks, PeopleCues, Engagedly, Culture Amp and Ally are known, and so are
/// common headers in English and Chinese; --map says what others hold. A row that repeats an objective, or leaves it blank, adds a key result to
/// it. Rows that name a parent hang on it: as key results, or as objectives if others hang on them.
#[derive(Debug, ClapArgs)]
#[command(
    after_help = "Fields for --map: title, objective, key-result, type, id, parent, description, owner, cycle, start-date,
end-date, unit, measure-type, start, target, current, progress, completion (0 to 1), roll-up,
status, confidence, score, weight, tags, note, updated.

Examples:
  okr import csv goals.csv --dry-run
  okr import csv goals.csv --cycle 2026-Q4 --owner acme
  okr import csv goals.csv --map title=Outcome,owner=Driver --map \"target=Ziel Q4\"
  okr import csv export.csv --preset betterworks --delimiter ';'"
)]
pub struct Args {
    #[command(flatten)]
    common: Common,
    /// What columns hold: FIELD=HEADER, several by comma or by repeating it
    #[arg(long, value_name = "FIELD=HEADER", value_delimiter = ',')]
    map: Vec<String>,
    /// Read it as the file of this tool [default: as its headers tell]
    #[arg(long, value_name = "TOOL", value_parser = clap::builder::PossibleValuesParser::new(PRESETS.iter().map(|preset| preset.name)))]
    preset: Option<String>,
    /// What stands between fields: one character, or tab [default: as the header line tells]
    #[arg(long, value_name = "CHARACTER")]
    delimiter: Option<String>,
}

pub fn run(ctx: &Context, args: &Args) -> Result<Exit, Failure> {
    if args.preset.as_deref().and_then(Preset::named).is_some_and(Preset::is_own) && !args.map.is_empty() {
        return Err(Failure::usage(say!("--preset okr knows what each column holds; it takes no --map"))
            .hint(say!("leave one of them out")));
    }
    let options = Options {
        delimiter: args.delimiter.as_deref().map(delimiter).transpose()?,
        preset: args.preset.as_deref().and_then(Preset::named),
        map: args.map.iter().map(|text| mapped(text)).collect::<Result<_, _>>()?,
    };
    making::run(ctx, &args.common, |text, shown, _| {
        let (draft, preset) = read(text, &options).map_err(|why| refused(why, shown))?;
        Ok((draft, preset.map(|preset| preset.name)))
    })
}

fn delimiter(text: &str) -> Result<u8, Failure> {
    match text.as_bytes() {
        _ if matches!(text, "tab" | "\\t") => Ok(b'\t'),
        [byte] if !byte.is_ascii_alphanumeric() && !matches!(byte, b'"' | b'\n' | b'\r') => Ok(*byte),
        _ => Err(Failure::usage(say!(
            "--delimiter {text} is not one character that can stand between fields",
            text = format_args!("{text:?}")
        ))
        .hint(say!("write ',' or ';' or tab"))),
    }
}

/// `FIELD=HEADER`.
fn mapped(text: &str) -> Result<(Field, String), Failure> {
    let Some((name, header)) = text.split_once('=') else {
        return Err(Failure::usage(say!("--map {text} is not FIELD=HEADER", text = format_args!("{text:?}")))
            .hint(say!("write title=Outcome,owner=Driver")));
    };
    let name = name.trim();
    let field = named(name).ok_or_else(|| {
        let names = || FIELDS.iter().map(|(_, name, _)| *name);
        let failure = Failure::usage(say!("--map: there is no field {name}", name = format_args!("{name:?}")));
        match nearest(name, names()) {
            Some(near) => failure.hint(say!("did you mean {near}?", near)),
            None => failure.hint(say!("fields: {fields}", fields = names().collect::<Vec<_>>().join(", "))),
        }
    })?;
    Ok((field, header.trim().to_owned()))
}

fn refused(why: TableError, shown: &str) -> Failure {
    match why {
        TableError::Empty => Failure::usage(say!("{file} is empty: there is no header line", file = shown)),
        TableError::NoTitle { below: Some(line), .. } => Failure::usage(format!(
            "{shown}:1: {}",
            say!("no column is known to hold titles; the headers seem to stand in line {line}", line)
        ))
        .hint(say!("delete the lines above them")),
        TableError::NoTitle { headers, below: None } => {
            let first = headers.iter().find(|header| !header.is_empty()).cloned().unwrap_or_default();
            Failure::usage(format!(
                "{shown}:1: {}",
                say!("no column is known to hold titles; the headers are {headers}", headers = first_of(&headers))
            ))
            .hint(say!(
                "say which one does: --map \"title={header}\", or objective= and key-result= where both are in one row",
                header = first
            ))
        }
        TableError::NotOurs => Failure::usage(format!(
            "{shown}:1: {}",
            say!("okr export csv writes a column objective, and there is none")
        ))
        .hint(say!("without --preset okr, columns of any name are read")),
        TableError::NoSuchHeader { header, headers } => {
            let failure = Failure::usage(format!(
                "{shown}:1: {}",
                say!("--map: there is no column {header}", header = format_args!("{header:?}"))
            ));
            match nearest(&header, headers.iter().map(String::as_str)) {
                Some(near) => failure.hint(say!("did you mean {near}?", near = format_args!("{near:?}"))),
                None => failure.hint(say!("the headers are {headers}", headers = first_of(&headers))),
            }
        }
        TableError::Twice { field } => Failure::usage(say!("--map: two columns are mapped to {field}", field))
            .hint(say!("only id, parent, owner and tags may have several")),
        TableError::Csv { line, why } => Failure::usage(format!("{shown}:{line}: {why}")),
    }
}
