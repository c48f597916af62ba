//! A report on stdout, in the format that was asked for.

use serde::Serialize;

use super::context::Context;
use super::error::Failure;
use super::global::{Format, Reading};
use crate::render;
use crate::view::Document;

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
    let text = match reading.format {
        Format::Table => render::text(&document(report), &ctx.ui.look()),
        Format::Markdown => render::markdown(&document(report)),
        Format::Html => render::html(&document(report)).map_err(|why| Failure::fault(why.to_string()))?,
        Format::Csv => render::csv(&document(report)).map_err(|why| Failure::fault(why.to_string()))?,
        Format::Json => render::json(report).map_err(|why| Failure::fault(why.to_string()))?,
        Format::Yaml => render::yaml(report).map_err(|why| Failure::fault(why.to_string()))?,
    };
    ctx.ui.out(&text)
}
