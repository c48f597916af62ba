//! Running text in lines of a width.

use unicode_segmentation::UnicodeSegmentation;

use crate::view::{Line, Role, Span};

use super::invisible::JOINERS;
use super::line::trim_end;
use super::width::width;

/// One character as people count them, with the role of the text it is from.
struct Atom<'a> {
    text: &'a str,
    role: Role,
    columns: usize,
}

/// Blanks that set figures apart; a line of figures is broken there rather than inside of one.
const APART: usize = 3;

/// What may not begin a line, in the scripts that break anywhere.
const CLOSING: &str = "，。、；：？！）」』】》〉”’…%,.;:?!)]}";
/// What may not end one.
const OPENING: &str = "（「『【《〈“‘([{";

/// The line in as many lines as it takes: broken at blanks, between Chinese characters, or, where a word is wider than
/// a line, inside of it.
pub fn wrapped(line: &[Span], room: usize) -> Vec<Line> {
    let room = room.max(2);
    let mut atoms: Vec<Atom> = Vec::new();
    line.iter().for_each(|span| add_atoms(&mut atoms, span, room));
    let mut rest = &atoms[..];
    let mut lines = Vec::new();
    while !rest.is_empty() {
        let (taken, after) = rest.split_at(line_end(rest, room));
        let mut line = together(taken);
        trim_joiners(&mut line);
        trim_end(&mut line);
        lines.push(line);
        rest = &after[after.iter().take_while(|atom| atom.text == " ").count()..];
    }
    lines
}

/// The span's graphemes; one that no line could hold, as a chain of Indian consonants may be, in pieces.
fn add_atoms<'a>(atoms: &mut Vec<Atom<'a>>, span: &'a Span, room: usize) {
    let (text, role) = (span.text.as_str(), span.role);
    if text.is_ascii() {
        // What was drawn holds no control character, so each byte is one column; no tables need be asked.
        atoms.extend((0..text.len()).map(|at| Atom { text: &text[at..=at], role, columns: 1 }));
        return;
    }
    for grapheme in text.graphemes(true) {
        let atom = |text| Atom { text, role, columns: width(text) };
        match width(grapheme) {
            columns if columns <= room => atoms.push(Atom { text: grapheme, role, columns }),
            _ => atoms.extend(pieces(grapheme, room).into_iter().map(atom)),
        }
    }
}

/// A text in pieces that are as long as a line can hold: how wide a character is may hang on the one before.
fn pieces(text: &str, room: usize) -> Vec<&str> {
    let mut pieces = Vec::new();
    let mut start = 0;
    for (at, c) in text.char_indices() {
        if at > start && width(&text[start..at + c.len_utf8()]) > room {
            pieces.push(&text[start..at]);
            start = at;
        }
    }
    pieces.push(&text[start..]);
    pieces
}

/// The atoms in as few spans as may be.
fn together(atoms: &[Atom]) -> Line {
    let mut line = Line::new();
    for of_one_role in atoms.chunk_by(|a, b| a.role == b.role) {
        line.push(Span::new(of_one_role.iter().map(|atom| atom.text).collect::<String>(), of_one_role[0].role));
    }
    line
}

/// What joined the text of one line to that of another one joins nothing any more.
fn trim_joiners(line: &mut Line) {
    if let Some(first) = line.first_mut() {
        let joiners = first.text.len() - first.text.trim_start_matches(JOINERS).len();
        first.text.drain(..joiners);
    }
    if let Some(last) = line.last_mut() {
        last.text.truncate(last.text.trim_end_matches(JOINERS).len());
    }
}

/// How many atoms the first line takes, at least one.
fn line_end(atoms: &[Atom], room: usize) -> usize {
    let mut taken = 0;
    let mut blanks = 0;
    let mut last_break = None;
    let mut last_apart = None;
    for (at, atom) in atoms.iter().enumerate() {
        if at > 0 && may_break(&atoms[at - 1], atom) {
            last_break = Some(at);
            if blanks >= APART && taken * 3 >= room {
                last_apart = Some(at);
            }
        }
        taken += atom.columns;
        blanks = if atom.text == " " { blanks + 1 } else { 0 };
        if taken > room && blanks == 0 {
            return last_apart.or(last_break).unwrap_or(at.max(1));
        }
    }
    atoms.len()
}

fn may_break(before: &Atom, after: &Atom) -> bool {
    if after.text == " " {
        return false;
    }
    let wide = before.columns == 2 || after.columns == 2;
    before.text == " " || (wide && !CLOSING.contains(after.text) && !OPENING.contains(before.text))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn lines(text: &str, room: usize) -> Vec<String> {
        let wrapped = wrapped(&[Span::plain(text)], room);
        wrapped.iter().map(|line| line.iter().map(|span| span.text.as_str()).collect()).collect()
    }

    #[test]
    fn words_stay_whole() {
        assert_eq!(lines("Renewals pay for everything else.", 15), ["Renewals pay", "for everything", "else."]);
        assert_eq!(lines("short", 15), ["short"]);
        assert_eq!(lines("", 15), Vec::<String>::new());
        assert_eq!(lines("https://example.com/issues/12 x", 12), ["https://exam", "ple.com/issu", "es/12 x"]);
    }

    #[test]
    fn chinese_breaks_anywhere_but_before_its_punctuation() {
        assert_eq!(lines("让每个客户都愿意续约，并且推荐。", 12), ["让每个客户都", "愿意续约，并", "且推荐。"]);
        assert_eq!(lines("让每个客户，", 10), ["让每个客", "户，"]);
    }

    #[test]
    fn no_joiner_is_left_at_the_end_of_a_line() {
        assert_eq!(lines("بب\u{200d}بب", 2), ["بب", "بب"]);
        assert_eq!(lines("بب\u{200d}بب", 4), ["بب\u{200d}بب"]);
    }

    #[test]
    fn what_makes_a_character_wider_counts() {
        assert_eq!(lines("❤\u{fe0f}\u{11362}", 2), ["❤\u{fe0f}", "\u{11362}"]);
        assert_eq!(lines("👩‍👧‍👦\u{cc1}", 2), ["👩‍👧‍👦", "\u{cc1}"]);
    }

    #[test]
    fn figures_break_where_they_are_apart() {
        let figures = "Company  40 % of 58 %     Department  0 % of 50 %";
        assert_eq!(lines(figures, 40), ["Company  40 % of 58 %", "Department  0 % of 50 %"]);
        assert_eq!(lines(figures, 60), [figures]);
    }
}
