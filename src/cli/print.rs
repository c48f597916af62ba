//! A report on stdout, in the format that was asked for, or its tables as files.

use std::fs;
use std::path::Path;

use serde::Serialize;

use super::context::Context;
use super::error::Failure;
use super::global::{Format, Reading};
use crate::language::{self, reason, say};
use crate::render;
use crate::view::{Document, Table};

/// Prints a report: JSON and YAML from the report itself, everything else from its document, which is only made if it is
/// wanted.
///
/// # Errors
/// When it cannot be written.
pub fn print<R: Serialize>(
    ctx: &Context,
    reading: &Reading,
    report: &R,
    document: impl FnOnce(&R) -> Document,
) -> Result<(), Failure> {
    print_as(ctx, reading.format, report, document)
}

/// Prints a report as [`print`] does, but as CSV a sheet of its own.
///
/// # Errors
/// When it cannot be written.
pub fn print_or_sheet<R: Serialize>(
    ctx: &Context,
    reading: &Reading,
    report: &R,
    document: impl FnOnce(&R) -> Document,
    sheet: impl FnOnce(&R) -> Table,
) -> Result<(), Failure> {
    match reading.format {
        Format::Csv => print_as(ctx, Format::Csv, report, |report| sheet(report).into()),
        format => print_as(ctx, format, report, document),
    }
}

/// Prints a report in a format, as [`print`].
///
/// # Errors
/// When it cannot be written.
pub fn print_as<R: Serialize>(
    ctx: &Context,
    format: Format,
    report: &R,
    document: impl FnOnce(&R) -> Document,
) -> Result<(), Failure> {
    let text = match format {
        Format::Table => return ctx.ui.show(&render::text(&document(report), &ctx.ui.look())),
        Format::Markdown => render::markdown(&document(report)),
        Format::Html => render::html(&document(report)).map_err(|why| Failure::fault(why.to_string()))?,
        Format::Csv => {
            let _english = language::for_machines();
            render::csv(&document(report)).map_err(|why| Failure::fault(why.to_string()))?
        }
        Format::Json => render::json(report).map_err(|why| Failure::fault(why.to_string()))?,
        Format::Yaml => render::yaml(report).map_err(|why| Failure::fault(why.to_string()))?,
    };
    ctx.ui.out(&text)
}

/// Writes documents' sheets as CSV into a folder, which is made if it is not there. The names of the files.
///
/// # Errors
/// When one cannot be written.
pub fn tables(folder: &Path, all: Vec<(&'static str, Document)>) -> Result<Vec<String>, Failure> {
    let failed = |path: &Path, why: std::io::Error| {
        Failure::store(say!("{path} cannot be written: {why}", path = path.display(), why = reason(&why)))
    };
    fs::create_dir_all(folder).map_err(|why| failed(folder, why))?;
    let mut names = Vec::new();
    for (name, document) in all {
        let text = render::csv(&document).map_err(|why| Failure::fault(why.to_string()))?;
        let name = format!("{name}.csv");
        let path = folder.join(&name);
        #[expect(clippy::disallowed_methods, reason = "tables for a spreadsheet are no part of the store")]
        fs::write(&path, text).map_err(|why| failed(&path, why))?;
        names.push(name);
    }
    Ok(names)
}
