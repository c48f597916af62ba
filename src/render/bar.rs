//! Progress drawn against the plan: `████████░░░┊░░░░░░░░`.

use crate::model::{Fraction, Progress};
use crate::view::{Line, Role, Span};

/// What a bar is drawn with.
struct Signs {
    filled: &'static str,
    empty: &'static str,
    mark: &'static str,
}

const BLOCKS: Signs = Signs { filled: "█", empty: "░", mark: "┊" };
const ASCII: Signs = Signs { filled: "#", empty: "-", mark: "|" };

/// A bar of exactly so many columns: the part reached in the role's colour, the rest dim, the plan's mark over both.
///
/// It never looks finished before it is, and never empty when a percent is reached. The mark stands in the column in
/// which the plan's share ends, so progress that keeps up with the plan touches it. Progress that is missing draws the
/// empty bar.
pub fn bar(progress: Option<Progress>, expected: Option<Fraction>, role: Role, columns: usize, ascii: bool) -> Line {
    let signs = if ascii { ASCII } else { BLOCKS };
    let filled = progress.map_or(0, |progress| filled_columns(progress, columns));
    let mark = expected.map(|plan| mark_column(plan, columns));
    let mut line = Line::new();
    for column in 0..columns {
        let (sign, role) = if mark == Some(column) {
            (signs.mark, Role::Strong)
        } else if column < filled {
            (signs.filled, role)
        } else {
            (signs.empty, Role::Dim)
        };
        match line.last_mut() {
            Some(last) if last.role == role && mark != Some(column) => last.text.push_str(sign),
            _ => line.push(Span::new(sign, role)),
        }
    }
    line
}

fn filled_columns(progress: Progress, columns: usize) -> usize {
    let ratio = progress.clamped().ratio();
    let nearest = (ratio * columns as f64).round() as usize;
    if progress.is_full() {
        columns
    } else if ratio < 0.005 {
        0
    } else {
        nearest.clamp(1, columns.saturating_sub(1).max(1))
    }
}

fn mark_column(plan: Fraction, columns: usize) -> usize {
    ((plan.ratio() * columns as f64) as usize).min(columns.saturating_sub(1))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn drawn(progress: f64, expected: f64, columns: usize) -> String {
        let line = bar(Some(Progress::new(progress)), Some(Fraction::new(expected)), Role::Good, columns, false);
        line.iter().map(|span| span.text.as_str()).collect()
    }

    #[test]
    fn the_plan_is_a_mark_ahead_of_or_over_what_is_filled() {
        assert_eq!(drawn(0.4, 0.58, 20), "████████░░░┊░░░░░░░░");
        assert_eq!(drawn(0.67, 0.5, 12), "██████┊█░░░░");
        assert_eq!(drawn(0.5, 0.5, 12), "██████┊░░░░░");
        assert_eq!(drawn(0.0, 0.0, 8), "┊░░░░░░░");
        assert_eq!(drawn(0.5, 1.0, 8), "████░░░┊");
        assert_eq!(drawn(1.0, 1.0, 8), "███████┊");
    }

    #[test]
    fn progress_beyond_the_ends_is_drawn_at_the_ends() {
        assert_eq!(drawn(-0.3, 0.5, 8), "░░░░┊░░░");
        assert_eq!(drawn(1.7, 0.5, 8), "████┊███");
    }

    #[test]
    fn almost_done_and_just_begun_look_it() {
        assert_eq!(drawn(0.999, 0.0, 8), "┊██████░");
        assert_eq!(drawn(0.01, 0.99, 8), "█░░░░░░┊");
        assert_eq!(drawn(0.001, 0.99, 8), "░░░░░░░┊");
    }

    #[test]
    fn what_is_missing_is_an_empty_bar_and_no_zero_width_fails() {
        assert_eq!(bar(None, None, Role::Good, 4, false), vec![Span::dim("░░░░")]);
        assert_eq!(bar(Some(Progress::FULL), Some(Fraction::FULL), Role::Good, 0, false), vec![]);
        assert_eq!(drawn(1.0, 0.5, 1), "┊");
    }

    #[test]
    fn parts_have_roles_and_an_ascii_shape() {
        let line = bar(Some(Progress::new(1.0 / 3.0)), Some(Fraction::new(0.7)), Role::Bad, 12, true);
        let parts: Vec<_> = line.iter().map(|span| (span.text.as_str(), span.role)).collect();
        assert_eq!(parts, [("####", Role::Bad), ("----", Role::Dim), ("|", Role::Strong), ("---", Role::Dim)]);
    }
}
