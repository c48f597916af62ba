//! Pictures of one line of text, for every format that has nothing better: `▁▂▂▄▅█` and `██████▌`.

use crate::view::Cell;

/// Progress from nothing to all; the last sign is for all of it alone.
const HEIGHTS: [char; 8] = ['▁', '▂', '▃', '▄', '▅', '▆', '▇', '█'];
const ASCII_HEIGHTS: [char; 5] = ['_', '.', '-', '=', '^'];
/// The end of a bar, in eighths of a column.
const EIGHTHS: [&str; 8] = ["", "▏", "▎", "▍", "▌", "▋", "▊", "▉"];
/// The columns of a share in Markdown, where nobody knows how wide the page is.
const MARKDOWN_SHARE: f64 = 10.0;

/// One sign a point, blank where nothing was measured.
pub fn spark(points: &[Option<f64>], ascii: bool) -> String {
    let heights: &[char] = if ascii { &ASCII_HEIGHTS } else { &HEIGHTS };
    points.iter().map(|point| point.map_or(' ', |value| height(value, heights))).collect()
}

fn height(value: f64, heights: &[char]) -> char {
    let highest = heights.len().saturating_sub(1);
    let at = (value.clamp(0.0, 1.0) * highest as f64 + 1e-9) as usize;
    heights.get(at.min(highest)).copied().unwrap_or(' ')
}

/// The part of so many columns that a share takes. What is not nothing is seen.
pub fn share(share: f64, columns: usize, ascii: bool) -> String {
    let wanted = share.clamp(0.0, 1.0) * columns as f64;
    if ascii {
        return "#".repeat(at_least_one(wanted, share));
    }
    let eighths = at_least_one(wanted * 8.0, share);
    "█".repeat(eighths / 8) + EIGHTHS.get(eighths % 8).copied().unwrap_or_default()
}

fn at_least_one(wanted: f64, share: f64) -> usize {
    let least = usize::from(share > 0.0 && wanted > 0.0);
    (wanted.round() as usize).max(least)
}

/// What Markdown shows of a cell that has no words.
pub fn markdown(cell: &Cell) -> Option<String> {
    match cell {
        Cell::Spark { points, .. } => Some(spark(points, false).trim().to_string()),
        Cell::Share { share, .. } => Some("█".repeat(at_least_one(share.clamp(0.0, 1.0) * MARKDOWN_SHARE, *share))),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::view::Role;

    #[test]
    fn a_spark_has_a_sign_for_every_point_on_one_scale() {
        let points = [None, Some(0.0), Some(0.15), Some(0.3), None, Some(0.5), Some(0.72), Some(0.99), Some(1.0)];
        assert_eq!(spark(&points, false), " ▁▂▃ ▄▆▇█");
        assert_eq!(spark(&points, true), " __. --=^");
        assert_eq!(spark(&[Some(-3.0), Some(f64::MAX), Some(1e-9)], false), "▁█▁");
        assert_eq!(spark(&[], false), "");
        let sevenths: Vec<_> = (0..8).map(|at| Some(f64::from(at) / 7.0)).collect();
        assert_eq!(spark(&sevenths, false), "▁▂▃▄▅▆▇█");
    }

    #[test]
    fn a_share_is_as_long_as_it_is_large_and_never_hides() {
        assert_eq!(share(0.5, 9, false), "████▌");
        assert_eq!(share(1.0, 3, false), "███");
        assert_eq!(share(0.0001, 20, false), "▏");
        assert_eq!(share(0.0, 20, false), "");
        assert_eq!(share(0.0001, 20, true), "#");
        assert_eq!(share(0.51, 20, true), "##########");
        assert_eq!(share(f64::MAX, 2, true), "##");
        assert_eq!(share(f64::NAN, 2, false), "");
        assert_eq!(share(0.3, 0, false), "");
    }

    #[test]
    fn markdown_has_ten_characters_for_a_share() {
        assert_eq!(markdown(&Cell::Share { share: 0.42, role: Role::Good }).unwrap(), "████");
        assert_eq!(markdown(&Cell::Share { share: 1.0, role: Role::Good }).unwrap(), "██████████");
        let points = vec![None, Some(0.1), None, Some(1.0)];
        assert_eq!(markdown(&Cell::Spark { points, role: Role::Good }).unwrap(), "▁ █");
        assert_eq!(markdown(&Cell::Count(3)), None);
    }
}
