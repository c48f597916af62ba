//! `okr export tables`.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use clap::{Args as ClapArgs, ValueEnum};

use super::output::{made, named};
use super::scope::Whole;
use crate::cli::context::Context;
use crate::cli::error::{Exit, Failure};
use crate::cli::words;
use crate::language::{count, list, say};
use crate::render::sheet;
use crate::report::export::{Extent, SHEETS, Sheet};
use crate::store::{Temporary, WriteError, sweep};
use crate::view::Span;

/// Write tables for DuckDB, Spark or a warehouse, as CSV and Parquet
///
/// Cycles, owners, objectives, key results, milestones, initiatives, tags, alignments, events and figures go into a
/// folder, one file a table and format. Tables refer to each other by whole references. The whole store is written, or with
/// --cycle one cycle. All files are made before the first one gets its name.
#[derive(Debug, ClapArgs)]
#[command(after_help = "Examples:
  okr export tables warehouse
  okr export tables warehouse --only parquet
  duckdb -c \"SELECT pace, count(*) FROM 'warehouse/figures.parquet' GROUP BY pace\"")]
pub struct Args {
    /// The folder for them, which is made if it is not there
    #[arg(value_name = "DIR")]
    dir: PathBuf,
    /// Write one of the two formats
    #[arg(long, value_name = "FORMAT")]
    only: Option<TableFormat>,
    /// Write into a folder that holds other files too; they stay
    #[arg(long)]
    force: bool,
    #[command(flatten)]
    whole: Whole,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum TableFormat {
    Csv,
    Parquet,
}

impl TableFormat {
    const ALL: &[TableFormat] = &[TableFormat::Csv, TableFormat::Parquet];

    fn file(self, sheet: &Sheet) -> String {
        match self {
            TableFormat::Csv => format!("{}.csv", sheet.name),
            TableFormat::Parquet => format!("{}.parquet", sheet.name),
        }
    }
}

pub fn run(ctx: &Context, args: &Args) -> Result<Exit, Failure> {
    let only = args.only.map(|format| [format]);
    let formats = only.as_ref().map_or(TableFormat::ALL, |format| format);
    let folder = ctx.env.folder.join(&args.dir);
    free(&folder, formats, args)?;
    let read = args.whole.read(ctx)?;
    let extent = read.extent();
    let mut written: Vec<(PathBuf, Temporary)> = Vec::new();
    for sheet in SHEETS {
        for format in formats {
            let path = folder.join(format.file(sheet));
            let made = write(sheet, *format, &extent, &path).map_err(|why| named(ctx, why))?;
            written.push((path, made));
        }
    }
    let files = written.len();
    for (path, made) in written {
        made.replace(&path).map_err(|why| named(ctx, why))?;
    }
    sweep(&folder);
    ctx.ui.say(&[
        words::verb(say!("wrote")),
        Span::plain(say!("{files} into ", files = count!(files, "file", "files"))),
        Span::strong(args.dir.display().to_string()),
    ]);
    Ok(super::super::exit(read.lost))
}

fn write(sheet: &Sheet, format: TableFormat, extent: &Extent, path: &Path) -> Result<Temporary, WriteError> {
    let columns = sheet.columns;
    let mut batches = sheet.batches(extent);
    match format {
        TableFormat::Csv => {
            let all: Vec<usize> = (0..columns.len()).collect();
            made(path, |out| sheet::csv(columns, &all, &mut batches, out))
        }
        TableFormat::Parquet => Temporary::filled(path, |file| sheet::parquet(sheet.name, columns, &mut batches, file)),
    }
}

/// Refuses what is no folder, and one that holds what no export wrote.
fn free(folder: &Path, formats: &[TableFormat], args: &Args) -> Result<(), Failure> {
    let entries = match fs::read_dir(folder) {
        Ok(entries) => entries,
        Err(why) if why.kind() == std::io::ErrorKind::NotFound => return Ok(()),
        Err(why) if why.kind() == std::io::ErrorKind::NotADirectory => {
            return Err(
                Failure::usage(say!("{path} is no folder", path = args.dir.display())).hint(say!("name another one"))
            );
        }
        Err(why) => {
            return Err(Failure::usage(format!("{}: {why}", args.dir.display())).hint(say!("name another folder")));
        }
    };
    let ours: BTreeSet<String> =
        SHEETS.iter().flat_map(|sheet| formats.iter().map(move |format| format.file(sheet))).collect();
    let names = entries.flatten().map(|entry| entry.file_name().to_string_lossy().into_owned());
    let mut others: Vec<String> = names.filter(|name| !ours.contains(name)).collect();
    others.sort();
    if others.is_empty() || args.force {
        return Ok(());
    }
    others.truncate(3);
    Err(Failure::usage(say!("{path} holds other files: {files}", path = args.dir.display(), files = list(&others)))
        .hint(say!("name an empty folder; --force writes beside what is there")))
}
