//! A run of spans on its way to the terminal: escaped, measured, cut, painted.

use crate::view::{Line, Span};

use super::width::{ELLIPSIS, head, width};
use super::{Look, escape, roles};

/// The ellipsis where only ASCII may be drawn: one column wide as well.
const ASCII_ELLIPSIS: &str = "~";

/// Signs of our own texts, and how they read in ASCII.
const ASCII_SIGNS: [(char, &str); 14] = [
    ('✓', "+"),
    ('✗', "x"),
    ('★', "*"),
    ('·', "-"),
    ('–', "-"),
    ('−', "-"),
    ('→', "->"),
    ('↗', "^"),
    ('↘', "v"),
    ('≥', ">="),
    ('≤', "<="),
    ('…', "..."),
    ('┊', "|"),
    ('⏎', "\\n"),
];

/// The spans as they will stand on the terminal: escaped, in ASCII signs if need be, no blanks at the end.
pub fn shown(line: &[Span], look: &Look) -> Line {
    let mut line: Line = line.iter().map(|span| Span::new(shown_text(&span.text, look), span.role)).collect();
    trim_end(&mut line);
    line
}

/// One text as it will stand on the terminal.
pub fn shown_text(text: &str, look: &Look) -> String {
    let text = escape::terminal(text);
    if !look.ascii || text.is_ascii() {
        return text.into_owned();
    }
    text.chars().fold(String::with_capacity(text.len()), |mut out, character| {
        match ASCII_SIGNS.iter().find(|(sign, _)| *sign == character) {
            Some((_, plain)) => out.push_str(plain),
            None => out.push(character),
        }
        out
    })
}

/// The columns that the line takes.
pub fn columns(line: &[Span]) -> usize {
    line.iter().map(|span| width(&span.text)).sum()
}

/// The line, cut with an ellipsis where it is wider than so many columns. Every part keeps its role; the ellipsis has
/// the role of the part that it cuts.
pub fn cut(line: &[Span], room: usize, look: &Look) -> Line {
    if columns(line) <= room {
        return line.to_vec();
    }
    let mut left = room.saturating_sub(1);
    let mut out = Line::new();
    for span in line {
        let kept = head(&span.text, left);
        left -= width(kept);
        if kept.len() == span.text.len() {
            out.push(span.clone());
            continue;
        }
        out.push(Span::new(kept, span.role));
        trim_end(&mut out);
        if room > 0 {
            out.push(Span::new(if look.ascii { ASCII_ELLIPSIS } else { ELLIPSIS }, span.role));
        }
        break;
    }
    joined(out)
}

/// The line without its roles.
pub fn plain(line: &[Span]) -> String {
    line.iter().map(|span| span.text.as_str()).collect()
}

/// The line with its roles as colours.
pub fn painted(line: &[Span], look: &Look) -> String {
    let mut out = String::with_capacity(line.iter().map(|span| span.text.len() + 9).sum());
    for span in line {
        roles::paint(&mut out, &span.text, span.role, look.colour);
    }
    out
}

/// Neighbours of one role become one span.
pub fn joined(line: Line) -> Line {
    let mut out = Line::with_capacity(line.len());
    for span in line {
        match out.last_mut() {
            Some(last) if last.role == span.role => last.text.push_str(&span.text),
            _ if span.text.is_empty() => {}
            _ => out.push(span),
        }
    }
    out
}

/// Drops blanks at the end, through as many spans as they reach.
pub fn trim_end(line: &mut Line) {
    while let Some(last) = line.last_mut() {
        last.text.truncate(last.text.trim_end().len());
        if !last.text.is_empty() {
            return;
        }
        line.pop();
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::view::Role;

    const PLAIN: Look = Look { width: 80, colour: false, ascii: false };

    fn cut_to(room: usize) -> String {
        let line = [Span::strong("NPS rises "), Span::reference("acme/renewing"), Span::dim("  ")];
        painted(&cut(&shown(&line, &PLAIN), room, &PLAIN), &Look { colour: true, ..PLAIN })
    }

    #[test]
    fn a_cut_line_keeps_the_roles_of_its_parts() {
        assert_eq!(cut_to(23), "\u{1b}[1mNPS rises \u{1b}[0m\u{1b}[36macme/renewing\u{1b}[0m");
        assert_eq!(cut_to(15), "\u{1b}[1mNPS rises \u{1b}[0m\u{1b}[36macme…\u{1b}[0m");
        assert_eq!(cut_to(5), "\u{1b}[1mNPS…\u{1b}[0m");
        assert_eq!(cut_to(1), "\u{1b}[1m…\u{1b}[0m");
        assert_eq!(cut_to(0), "");
    }

    #[test]
    fn ascii_keeps_what_people_wrote_and_changes_the_signs() {
        let line = [Span::new("✓ on track", Role::Good), Span::plain(" · 客户 ≥ 3\n→")];
        assert_eq!(painted(&shown(&line, &Look { ascii: true, ..PLAIN }), &PLAIN), "+ on track - 客户 >= 3\\n->");
    }
}
