//! Lines that several commands say.

use crate::language::say;
use crate::model::{Metric, Quantity, Reading, What};
use crate::view::{Role, Span, metric_words};

/// A remark on stderr.
pub fn note(text: &str) -> Vec<Span> {
    vec![Span::dim(say!("note: ")), Span::plain(text)]
}

/// `updated`, `created`: what was done, before what it was done to.
pub fn verb(text: &str) -> Span {
    Span::new(format!("{text} "), Role::Good)
}

/// `check-in`, `comment`: what an event is called.
pub fn event(what: &What) -> &'static str {
    match what {
        What::Create => say!(in "event", "creation"),
        What::Update(_) => say!(in "event", "check-in"),
        What::Comment { .. } => say!(in "event", "comment"),
        What::Edit(_) => say!(in "event", "change"),
        What::Score { .. } => say!(in "event", "score"),
        What::Review { .. } => say!(in "event", "review"),
        What::Complete { .. } => say!(in "event", "completion"),
        What::Abandon { .. } => say!(in "event", "end"),
        What::Reopen { .. } => say!(in "event", "reopening"),
        What::Carry { .. } => say!(in "event", "carry-over"),
        What::Retract { .. } => say!(in "event", "retraction"),
    }
}

/// `  lead: ana  ⇒  bo`: what became of a field.
pub fn from_to(field: &str, before: Option<&str>, after: Option<&str>) -> String {
    match (before, after) {
        (Some(before), Some(after)) => format!("  {field}: {before}  ⇒  {after}"),
        (None, Some(after)) => format!("  {field}: {after}"),
        (before, None) => say!("  {field}: {before}  ⇒  removed", field, before = before.unwrap_or_default()),
    }
}

/// `38 → 40 points (+2)`.
pub fn change(metric: &Metric, before: Option<&Reading>, after: &Reading, difference: Option<Quantity>) -> Vec<Span> {
    let mut line = vec![Span::dim(before.map_or("–".to_owned(), |reading| metric_words::bare(metric, reading)))];
    line.push(Span::dim(" → "));
    line.push(Span::strong(metric_words::value(metric, after)));
    if let Some(difference) = difference.filter(|difference| !difference.is_zero()) {
        line.push(Span::dim(format!(" ({})", crate::view::cell::amount(difference, 0, None, true))));
    }
    line
}
