//! What a comparison with a revision found.

use super::cell::{Role, Span};
use super::document::{Block, Document};
use super::findings::findings;
use crate::report;

/// A comparison as a document; of more than `most` findings those that come first.
pub fn verified(report: &report::Verified, most: usize) -> Document {
    let mut document = findings(&report.findings, most);
    if report.findings.findings.is_empty() {
        let sheet = document.sheet.take();
        document = Document { sheet, ..Document::default() };
        let line = vec![Span::new("verified ", Role::Good), Span::plain(&report.findings.looked_at)];
        document.push(Block::Paragraph(line));
    }
    document
}
