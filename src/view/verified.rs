//! What a comparison with a revision found.

use super::cell::{Role, Span};
use super::document::Document;
use super::findings::{Laid, laid_out, summary};
use crate::language::say;
use crate::report;

/// A comparison as a document.
pub fn verified(report: &report::Verified, laid: Laid) -> Document {
    let found = &report.findings;
    let words = if found.findings.is_empty() {
        vec![Span::new(say!("verified "), Role::Good), Span::plain(&found.looked_at)]
    } else {
        summary(found)
    };
    laid_out(say!("Verify"), found, laid, words)
}
