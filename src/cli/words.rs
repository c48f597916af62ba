//! Lines that several commands say.

use crate::language::say;
use crate::model::{Metric, Quantity, Reading};
use crate::view::{Role, Span, metric_words};

/// A remark on stderr.
pub fn note(text: &str) -> Vec<Span> {
    vec![Span::dim(say!("note: ")), Span::plain(text)]
}

/// `updated`, `created`: what was done, before what it was done to.
pub fn verb(text: &str) -> Span {
    Span::new(format!("{text} "), Role::Good)
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
