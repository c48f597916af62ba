//! Markdown outlines, as people keep objectives in wikis and handbooks.
//!
//! An objective is a heading, a bold line or a list item with items below it, or says so (`O1:`, `Objective:`); its key results
//! are the items below. Headings may name a cycle or an owner for what stands below them.

pub(super) mod blocks;
mod items;
pub(super) mod link;
mod outline;
mod result;
mod sections;
pub(super) mod text;
mod unseen;

#[cfg(test)]
mod properties;

use super::draft::Draft;
use super::own;

/// The draft that a Markdown text is: an outline of ours, else one as people write them. `is_owner` tells names of the
/// organisation, which headings and items may bear.
pub fn read(text: &str, is_owner: &dyn Fn(&str) -> bool) -> Draft {
    let blocks = blocks::blocks(text);
    own::outline(&blocks).unwrap_or_else(|| outline::draft(&blocks, is_owner))
}
