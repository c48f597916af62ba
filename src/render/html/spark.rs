//! Progress over time in the size of a word.

use askama::Template;

use super::inline::class;
use crate::language::say;
use crate::view::Role;
use crate::view::cell::percent;

const WIDTH: f64 = 72.0;
const HEIGHT: f64 = 18.0;

/// A small line; where nothing was measured it has a gap.
#[derive(Template)]
#[template(path = "spark.html")]
pub struct Spark {
    class: &'static str,
    words: String,
    path: String,
    /// Where it ends.
    dot: Option<(String, String)>,
}

impl Spark {
    pub fn of(points: &[Option<f64>], role: Role) -> Self {
        let step = WIDTH / points.len().saturating_sub(1).max(1) as f64;
        let place = |at: usize, point: f64| {
            (short(3.0 + at as f64 * step), short(3.0 + HEIGHT * (1.0 - point.clamp(0.0, 1.0))))
        };
        let mut path = String::new();
        let mut drawing = false;
        for (at, point) in points.iter().enumerate() {
            if let Some(point) = point {
                let (x, y) = place(at, *point);
                path.push_str(&format!("{}{x} {y}", if drawing { "L" } else { "M" }));
            }
            drawing = point.is_some();
        }
        let known: Vec<(usize, f64)> =
            points.iter().enumerate().filter_map(|(at, point)| Some((at, (*point)?))).collect();
        let words = match (known.first(), known.last()) {
            (Some((_, first)), Some((_, last))) => {
                say!("from {first} to {last}", first = percent(*first), last = percent(*last))
            }
            _ => say!("not measured").to_owned(),
        };
        Self { class: class(role), words, path, dot: known.last().map(|(at, point)| place(*at, *point)) }
    }
}

/// A coordinate with one decimal at most.
pub fn short(number: f64) -> String {
    ((number * 10.0).round() / 10.0 + 0.0).to_string()
}
