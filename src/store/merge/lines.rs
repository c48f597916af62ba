//! What the lines of both sides give together.

use std::ops::Range;
use std::time::Duration;

use similar::{DiffTag, TextDiff};

/// More places than this where lines meet are not tried in every combination, nor more text than this in all of them, in bytes.
const MOST_PLACES: usize = 6;
const MOST_TEXT: usize = 2 << 20;

/// After so long the difference of two texts is no longer made the smallest: thousands of lines that are all others come near
/// that.
const MOST_TIME: Duration = Duration::from_millis(200);

enum Piece {
    Agreed(String),
    Both { ours: String, theirs: String },
}

/// The texts that a merge of lines can give: one where it is clean; where lines meet, first with ours in all of these
/// places, then with the lines of both in some or all.
pub fn merged(base: &str, ours: &str, theirs: &str) -> Vec<String> {
    let [base, ours, theirs] = [base, ours, theirs].map(ended);
    let pieces = pieces(&base, &ours, &theirs);
    let places = pieces.iter().filter(|piece| matches!(piece, Piece::Both { .. })).count();
    if places > MOST_PLACES || ours.len() << places > MOST_TEXT {
        return vec![joined(&pieces, 0), joined(&pieces, usize::MAX)];
    }
    (0..1_usize << places).map(|chosen| joined(&pieces, chosen)).collect()
}

fn ended(text: &str) -> String {
    if text.is_empty() || text.ends_with('\n') { text.to_owned() } else { format!("{text}\n") }
}

/// What a side made of the text before.
struct Changed<'t> {
    lines: Vec<&'t str>,
    /// The lines of the text before that it changed, and those that it has instead.
    hunks: Vec<(Range<usize>, Range<usize>)>,
}

impl<'t> Changed<'t> {
    fn of(base: &'t str, side: &'t str) -> (Vec<&'t str>, Self) {
        let diff = TextDiff::configure().timeout(MOST_TIME).diff_lines(base, side);
        let (lines, now) = (diff.old_slices().to_vec(), diff.new_slices().to_vec());
        // Only what is equal is relied on: of lines put in or taken out, `similar` can name wrong places on the other side.
        let equal = diff.ops().iter().filter(|op| op.tag() == DiffTag::Equal);
        let equal = equal.map(|op| (op.old_range(), op.new_range()));
        let end = (lines.len()..lines.len(), now.len()..now.len());
        let mut hunks = Vec::new();
        let (mut before, mut after) = (0, 0);
        for (old, new) in equal.chain([end]) {
            if before < old.start || after < new.start {
                hunks.push((before..old.start, after..new.start));
            }
            (before, after) = (old.end, new.end);
        }
        (lines, Self { lines: now, hunks })
    }

    /// How many hunks from one on touch a region of the text before; it grows by them.
    fn within(&self, from: usize, region: &mut Range<usize>) -> usize {
        let mut next = from;
        while let Some((before, _)) = self.hunks.get(next).filter(|(before, _)| before.start <= region.end) {
            region.end = region.end.max(before.end);
            next += 1;
        }
        next - from
    }

    /// The lines that stand where a region of the text before was, which holds these hunks whole.
    fn text(&self, hunks: Range<usize>, region: &Range<usize>) -> Option<String> {
        let hunks = &self.hunks[hunks];
        let ((first, now), (last, then)) = (hunks.first()?, hunks.last()?);
        let start = now.start - (first.start - region.start);
        let end = then.end + (region.end - last.end);
        Some(self.lines[start..end].concat())
    }
}

/// What both agree on, and where both changed the same lines or such that touch.
fn pieces(base: &str, ours: &str, theirs: &str) -> Vec<Piece> {
    let (lines, ours) = Changed::of(base, ours);
    let (_, theirs) = Changed::of(base, theirs);
    let mut pieces = Vec::new();
    let (mut at, mut our, mut their) = (0, 0, 0);
    let start = |side: &Changed, next: usize| side.hunks.get(next).map(|(before, _)| before.start);
    while let Some(start) = start(&ours, our).into_iter().chain(start(&theirs, their)).min() {
        pieces.push(Piece::Agreed(lines[at..start].concat()));
        let mut region = start..start;
        let (our_first, their_first) = (our, their);
        loop {
            let (more, others) = (ours.within(our, &mut region), theirs.within(their, &mut region));
            (our, their) = (our + more, their + others);
            if more + others == 0 {
                break;
            }
        }
        pieces.push(match (ours.text(our_first..our, &region), theirs.text(their_first..their, &region)) {
            (Some(ours), Some(theirs)) if ours != theirs => Piece::Both { ours, theirs },
            (Some(text), _) | (None, Some(text)) => Piece::Agreed(text),
            (None, None) => Piece::Agreed(String::new()),
        });
        at = region.end;
    }
    pieces.push(Piece::Agreed(lines[at..].concat()));
    pieces
}

/// The text with the lines of both where the bit of the place is set in `both`, else with ours.
fn joined(pieces: &[Piece], both: usize) -> String {
    let mut text = String::new();
    let mut place = 0;
    for piece in pieces {
        match piece {
            Piece::Agreed(lines) => text.push_str(lines),
            Piece::Both { ours, theirs } => {
                text.push_str(ours);
                if both.checked_shr(place).unwrap_or(both) & 1 == 1 {
                    text.push_str(theirs);
                }
                place += 1;
            }
        }
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_that_meet_are_tried_with_ours_and_with_both() {
        assert_eq!(merged("a\nb\nc\n", "a1\nb\nc\n", "a\nb\nc2\n"), ["a1\nb\nc2\n"]);
        assert_eq!(merged("a\n", "a\nx", "a\ny\n"), ["a\nx\n", "a\nx\ny\n"]);
        assert_eq!(merged("a\nm\nn\nb\n", "a1\nm\nn\nb1\n", "a2\nm\nn\nb2\n").len(), 4);
    }

    #[test]
    fn each_line_of_a_side_stands_between_lines_that_are_equal() {
        let base = "title\n\nkrs\n # a\n a\n 0\n 2\n # c\n c\n 0\n 1\n";
        let side = "# top\ntitle\n\nkrs\n # a\n a\n 0\n 1\n weight\n # b\n b\n 1\n 1\n";
        let (lines, changed) = Changed::of(base, side);
        let mut text = String::new();
        let mut at = 0;
        for (before, now) in &changed.hunks {
            text += &lines[at..before.start].concat();
            text += &changed.lines[now.clone()].concat();
            at = before.end;
        }
        assert_eq!(text + &lines[at..].concat(), side);
        assert_eq!(changed.text(0..changed.hunks.len(), &(0..lines.len())).as_deref(), Some(side));
    }
}
