//! What a check found, as a part of a page.

use askama::Template;

use super::inline::{class, shown};
use crate::view;

/// A finding with the line that it is about.
#[derive(Template)]
#[template(path = "finding.html")]
pub struct Finding {
    severity: &'static str,
    class: &'static str,
    rule: String,
    message: String,
    help: String,
    place: String,
    /// The line in three pieces: the middle one is meant.
    line: Option<[String; 3]>,
}

impl Finding {
    pub fn of(finding: &view::Finding) -> Self {
        let place = finding.place.as_ref().map(|place| format!(":{}:{}", place.line, place.column)).unwrap_or_default();
        let line = finding.place.as_ref().map(|place| {
            let mut chars = place.source.chars();
            let mut piece = |count: usize| shown(&chars.by_ref().take(count).collect::<String>());
            [piece(place.before()), piece(place.length), piece(usize::MAX)]
        });
        Self {
            severity: finding.severity,
            class: class(finding.role),
            rule: format!("{} {}", finding.code, finding.name),
            message: shown(&finding.message),
            help: shown(&finding.help),
            place: shown(&format!("{}{place}", finding.file)),
            line,
        }
    }
}
