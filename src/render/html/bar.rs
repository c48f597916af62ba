//! Progress against the plan, as a bar with a mark.

use askama::Template;

use super::inline::class;
use crate::language::say;
use crate::model::{Fraction, Progress};
use crate::view::Role;
use crate::view::cell::percent;

/// A bar: what is reached and where the plan is, in percent of its length.
#[derive(Template)]
#[template(path = "bar.html")]
pub struct Bar {
    class: &'static str,
    /// What it shows, for those who hear the page or point at it.
    words: String,
    filled: f64,
    plan: Option<f64>,
}

impl Bar {
    pub fn of(progress: Option<Progress>, expected: Option<Fraction>, role: Role) -> Self {
        let reached = progress.map_or(say!("not measured").to_owned(), |progress| percent(progress.ratio()));
        let plan = expected.map(|plan| say!(", plan {plan}", plan = percent(plan.ratio()))).unwrap_or_default();
        Self {
            class: class(role),
            words: reached + &plan,
            filled: progress.map_or(0.0, |progress| length(progress.clamped().ratio())),
            plan: expected.map(|plan| length(plan.ratio())),
        }
    }
}

/// A share in percent, with one decimal.
fn length(ratio: f64) -> f64 {
    (ratio.clamp(0.0, 1.0) * 1000.0).round() / 10.0
}
