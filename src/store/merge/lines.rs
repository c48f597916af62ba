//! What the lines of both sides give together.

use diffy::{ConflictStyle, MergeOptions};

/// Longer than any mark that a file holds itself.
const MARK: usize = 41;

/// More places than this where lines meet are not tried in every combination.
const MOST_PLACES: usize = 6;

enum Piece {
    Agreed(String),
    Both { ours: String, theirs: String },
}

/// The texts that a merge of lines can give: one where it is clean; where lines meet, first with ours in all of these
/// places, then with the lines of both in some or all.
pub fn merged(base: &str, ours: &str, theirs: &str) -> Vec<String> {
    let [base, ours, theirs] = [base, ours, theirs].map(ended);
    let mut options = MergeOptions::new();
    options.set_conflict_style(ConflictStyle::Merge).set_conflict_marker_length(MARK);
    let pieces = match options.merge(&base, &ours, &theirs) {
        Ok(clean) => return vec![clean],
        Err(marked) => pieces(&marked),
    };
    let places = pieces.iter().filter(|piece| matches!(piece, Piece::Both { .. })).count();
    if places > MOST_PLACES {
        return vec![joined(&pieces, 0), joined(&pieces, usize::MAX)];
    }
    (0..1_usize << places).map(|chosen| joined(&pieces, chosen)).collect()
}

fn ended(text: &str) -> String {
    if text.is_empty() || text.ends_with('\n') { text.to_owned() } else { format!("{text}\n") }
}

fn pieces(marked: &str) -> Vec<Piece> {
    let is = |line: &str, sign: char| line.len() > MARK && line.chars().take(MARK).all(|c| c == sign);
    let mut pieces = vec![Piece::Agreed(String::new())];
    let mut theirs_now = false;
    for line in marked.split_inclusive('\n') {
        if is(line, '<') {
            pieces.push(Piece::Both { ours: String::new(), theirs: String::new() });
            theirs_now = false;
        } else if is(line, '=') {
            theirs_now = true;
        } else if is(line, '>') {
            pieces.push(Piece::Agreed(String::new()));
        } else {
            match pieces.last_mut() {
                Some(Piece::Agreed(text)) => text.push_str(line),
                Some(Piece::Both { theirs, .. }) if theirs_now => theirs.push_str(line),
                Some(Piece::Both { ours, .. }) => ours.push_str(line),
                None => {}
            }
        }
    }
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
}
