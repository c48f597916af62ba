//! The document as one HTML page that needs nothing else: no network, no font, no script to be read.
//!
//! Documents become small structs in which every text went through [`inline::shown`], and templates write those structs
//! down. The templates escape by themselves; nothing that comes from a document is ever marked as safe.

mod axis;
mod bar;
mod blocks;
mod chart;
mod finding;
mod heat;
mod inline;
mod page;
mod spark;
mod table;
mod tree;

#[cfg(test)]
mod tests;

use askama::Template;

use crate::view::Document;

use self::page::Page;

/// The document's page.
///
/// # Errors
/// When a template cannot be written, which a string always can.
pub fn html(document: &Document) -> Result<String, askama::Error> {
    Page::of(document).render()
}

/// What our templates have written is HTML already: it is written into the template around it as it is. Only types with
/// a template of their own may stand here; none of them is a text.
macro_rules! written_by_templates {
    ($($name:ty),+ $(,)?) => { $(impl askama::filters::HtmlSafe for $name {})+ };
}

written_by_templates!(
    bar::Bar,
    blocks::Part,
    blocks::Section,
    chart::Plot,
    finding::Finding,
    heat::Map,
    inline::Face,
    inline::Inline,
    spark::Spark,
    table::Grid,
    tree::Branch,
    tree::Branches,
);
