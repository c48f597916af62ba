//! What comes from files is made harmless for the place it is written to: terminal, page, Markdown, spreadsheet.

use std::borrow::Cow;
use std::fmt::Write;

use super::invisible::is_hidden;

/// Stands for the end of a line inside a value, which stays one line.
const LINE_END: char = '⏎';

/// A value for the terminal: always one line, and nothing in it that is obeyed instead of shown. Controls, marks of
/// direction and invisible characters become `\u{1b}`, ends of lines `⏎`.
pub fn terminal(text: &str) -> Cow<'_, str> {
    visible(text, LINE_END)
}

/// What CI systems obey wherever it stands in a line of a log: GitHub Actions and Azure Pipelines.
const COMMANDS: [&str; 2] = ["##[", "##vso["];

/// What GitHub Actions obeys where a line begins with it, behind any blanks.
const COMMAND: &str = "::";

/// Whole lines for a terminal, or for the log of a CI job: none holds a command to the system that runs it. A blank within the sign
/// takes the command from it, and makes such a line one column wider.
pub fn unobeyed(text: String) -> String {
    let text = COMMANDS.iter().fold(text, |text, command| match text.contains(command) {
        true => text.replace(command, &command.replacen("##", "## ", 1)),
        false => text,
    });
    if !text.contains(COMMAND) {
        return text;
    }
    text.split_inclusive('\n').fold(String::with_capacity(text.len() + 1), |out, line| {
        match line.trim_start().strip_prefix(COMMAND) {
            Some(rest) => out + &line[..line.len() - rest.len() - COMMAND.len()] + ": :" + rest,
            None => out + line,
        }
    })
}

/// A value inside an HTML page: always one line, and nothing in it that is obeyed instead of shown. The templates escape
/// its markup.
pub fn html(text: &str) -> Cow<'_, str> {
    visible(text, LINE_END)
}

/// A value inside Markdown: what GitHub or GitLab would interpret is escaped, ends of lines become blanks, and a
/// mention or a number sign stands in a code span, which is readable and notifies nobody.
pub fn markdown(text: &str) -> String {
    let text = visible(text, ' ');
    let text = text.trim();
    let mut out = String::with_capacity(text.len() + 8);
    let mut rest = text;
    let mut before = None;
    while let Some(character) = rest.chars().next() {
        let taken = reference_length(rest, before);
        let piece = &rest[..taken.max(character.len_utf8())];
        if taken > 0 {
            out.extend(["`", piece, "`"]);
        } else {
            if is_markup(character) || (before.is_none() && opens_block(rest)) {
                out.push('\\');
            }
            out.push(character);
        }
        before = piece.chars().next_back();
        rest = &rest[piece.len()..];
    }
    numbered_list_escaped(out)
}

/// A value inside a code span of Markdown, with as many backticks around as it takes; `|` would end a table's cell.
pub fn markdown_code(text: &str) -> String {
    let text = visible(text, ' ').trim().replace('|', "\\|");
    let longest = text.split(|c| c != '`').map(str::len).max().unwrap_or(0);
    let fence = "`".repeat(longest + 1);
    match (text.is_empty(), longest) {
        (true, _) => String::new(),
        (false, 0) => format!("{fence}{text}{fence}"),
        (false, _) => format!("{fence} {text} {fence}"),
    }
}

/// A whole JSON text: what is hidden in its strings is written as `\u202e`, which JSON reads as the same character.
pub fn json(text: &str) -> Cow<'_, str> {
    if !hides(text) {
        return Cow::Borrowed(text);
    }
    let mut out = String::with_capacity(text.len() + 64);
    let mut characters = text.chars().peekable();
    let mut before = None;
    while let Some(character) = characters.next() {
        if character != '\n' && is_hidden(character, before, characters.peek().copied()) {
            for unit in character.encode_utf16(&mut [0; 2]) {
                // Writing to a string cannot fail.
                let _ = write!(out, "\\u{unit:04x}");
            }
            before = None;
        } else {
            out.push(character);
            before = Some(character);
        }
    }
    Cow::Owned(out)
}

/// Whether something in the text, which may have several lines, is invisible or obeyed instead of shown.
pub fn hides(text: &str) -> bool {
    if text.bytes().all(|byte| matches!(byte, 0x20..=0x7e | b'\n')) {
        return false;
    }
    let mut characters = text.chars().peekable();
    let mut before = None;
    while let Some(character) = characters.next() {
        if character != '\n' && is_hidden(character, before, characters.peek().copied()) {
            return true;
        }
        before = Some(character);
    }
    false
}

/// A value of a spreadsheet: what is hidden becomes visible, lines stay lines.
pub fn csv(text: &str) -> Cow<'_, str> {
    visible(text, '\n')
}

/// A text for a spreadsheet: one that a spreadsheet would compute gets an apostrophe in front. A plain number does not:
/// there is nothing in it to compute.
pub fn csv_formula(text: &str) -> Cow<'_, str> {
    let starts = text.starts_with(['=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠']);
    if starts && !is_number(text) { Cow::Owned(format!("'{text}")) } else { Cow::Borrowed(text) }
}

fn is_number(text: &str) -> bool {
    let digits = text.strip_prefix(['+', '-']).unwrap_or(text);
    let (whole, part) = digits.split_once('.').unwrap_or((digits, "0"));
    [whole, part].iter().all(|side| !side.is_empty() && side.bytes().all(|byte| byte.is_ascii_digit()))
}

/// The text with everything hidden made visible, and ends of lines as given.
fn visible(text: &str, line_end: char) -> Cow<'_, str> {
    if text.bytes().all(|byte| matches!(byte, 0x20..=0x7e)) {
        return Cow::Borrowed(text);
    }
    let mut out = String::with_capacity(text.len() + 16);
    let mut characters = text.chars().peekable();
    while let Some(character) = characters.next() {
        // As shown: a selector that was escaped is no base for what follows.
        let before = out.chars().next_back();
        let after = characters.peek().copied();
        match character {
            '\r' if after == Some('\n') => {}
            '\n' | '\u{85}' | '\u{2028}' | '\u{2029}' => out.push(line_end),
            '\t' => out.push_str("\\t"),
            hidden if is_hidden(hidden, before, after) => {
                // Writing to a string cannot fail.
                let _ = write!(out, "\\u{{{:x}}}", u32::from(hidden));
            }
            shown => out.push(shown),
        }
    }
    if out == text { Cow::Borrowed(text) } else { Cow::Owned(out) }
}

/// How long the mention (`@ana`, `@acme/web`) or issue number (`#12`, `!12`) is that the text begins with; 0 for none.
fn reference_length(text: &str, before: Option<char>) -> usize {
    if before.is_some_and(|c| c.is_ascii_alphanumeric() || c == '_') {
        return 0;
    }
    let body = |kept: fn(char) -> bool| text[1..].find(|c| !kept(c)).unwrap_or(text.len() - 1);
    let length = match text.chars().next() {
        Some('@') => body(|c| c.is_ascii_alphanumeric() || matches!(c, '-' | '_' | '/')),
        Some('#' | '!') => body(|c| c.is_ascii_digit()),
        _ => 0,
    };
    // The digit of a keycap, `1️⃣`, is no number.
    let keycap = text.get(length + 1..).is_some_and(|after| after.starts_with(['\u{fe0f}', '\u{20e3}']));
    if length == 0 || keycap { 0 } else { length + 1 }
}

fn is_markup(character: char) -> bool {
    matches!(character, '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '&' | '|' | '~' | '#' | '$' | '@')
}

/// Whether a text would begin a list, a rule or an underlined heading.
fn opens_block(text: &str) -> bool {
    let mut characters = text.chars();
    let Some(first @ ('-' | '+' | '=')) = characters.next() else { return false };
    characters.next().is_none_or(|next| next == ' ' || next == first)
}

/// `1. July` is a date, not the first point of a list.
fn numbered_list_escaped(text: String) -> String {
    let digits = text.bytes().take_while(u8::is_ascii_digit).count();
    let mut out = text;
    let mut after = out[digits..].chars();
    let dotted = matches!(after.next(), Some('.' | ')')) && after.next().is_none_or(char::is_whitespace);
    if digits > 0 && dotted {
        out.insert(digits, '\\');
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_line_holds_a_command_to_a_ci_system() {
        let text = "a ::b\n::error file=x::forged\n##[error]y\n  ::z\nfix ##[error]w ##vso[task]\n:::\n";
        let harmless = "a ::b\n: :error file=x::forged\n## [error]y\n  : :z\nfix ## [error]w ## vso[task]\n: ::\n";
        assert_eq!(unobeyed(text.to_owned()), harmless);
        assert_eq!(unobeyed(harmless.to_owned()), harmless);
    }

    #[test]
    fn a_value_is_one_line_and_commands_no_terminal() {
        assert_eq!(terminal("plain"), "plain");
        assert!(matches!(terminal("让每个客户都愿意续约"), Cow::Borrowed(_)));
        assert_eq!(terminal("a\nb\r\nc\rd\te\u{2028}f"), "a⏎b⏎c\\u{d}d\\te⏎f");
        assert_eq!(terminal("\u{1b}[31mred\u{7f}\u{9b}0m\u{0}"), "\\u{1b}[31mred\\u{7f}\\u{9b}0m\\u{0}");
        assert_eq!(terminal("\u{202e}evil\u{2066}\u{200f}\u{61c}"), "\\u{202e}evil\\u{2066}\\u{200f}\\u{61c}");
        assert_eq!(
            terminal("a\u{200b}\u{feff}\u{2063}\u{fffa}\u{e0041}"),
            "a\\u{200b}\\u{feff}\\u{2063}\\u{fffa}\\u{e0041}"
        );
    }

    #[test]
    fn joiners_stay_where_they_join() {
        for whole in ["👨‍👩‍👧‍👦", "❤️‍🔥", "👩🏽‍💻", "1️⃣", "🏳️‍🌈", "می\u{200c}خواهم", "葛\u{e0100}飾", "☺\u{fe0e}"]
        {
            assert_eq!(terminal(whole), whole);
        }
        assert_eq!(terminal("n\u{200d}ps\u{fe0f}"), "n\\u{200d}ps\\u{fe0f}");
        assert_eq!(terminal("客\u{200c}户\u{fe0f}\u{e0101}"), "客\\u{200c}户\\u{fe0f}\\u{e0101}");
        assert_eq!(terminal("😀\u{e0101}\u{e0102}"), "😀\\u{e0101}\\u{e0102}");
    }

    #[test]
    fn markdown_shows_what_was_written() {
        assert_eq!(markdown("a|b *c* _d_ `e` <f> &amp; [g]"), "a\\|b \\*c\\* \\_d\\_ \\`e\\` \\<f\\> \\&amp; \\[g\\]");
        assert_eq!(markdown("two\nlines\u{200b}\u{1b}"), r"two lines\\u{200b}\\u{1b}");
        assert_eq!(
            markdown("ask @ana-l, see #12, mail ana@acme.example"),
            "ask `@ana-l`, see `#12`, mail ana\\@acme.example"
        );
        assert_eq!(markdown("# heading"), "\\# heading");
        assert_eq!(markdown("- point"), "\\- point");
        assert_eq!(markdown("-5"), "-5");
        assert_eq!(markdown("---"), "\\---");
        assert_eq!(markdown("1. July"), "1\\. July");
        assert_eq!(markdown("3.1 of 2.0 %"), "3.1 of 2.0 %");
    }

    #[test]
    fn code_spans_hold_any_text() {
        assert_eq!(markdown_code("acme/renewing.nps"), "`acme/renewing.nps`");
        assert_eq!(markdown_code("a`b|c"), "`` a`b\\|c ``");
        assert_eq!(markdown_code(""), "");
    }

    #[test]
    fn spreadsheets_compute_nothing() {
        for formula in ["=1+1", "+cmd", "-cmd", "@SUM(A1)", "\tx", "\rx", "＝1"] {
            assert_eq!(csv_formula(formula), format!("'{formula}"));
        }
        for plain in ["-1.5", "+2", "a=b", "", "31"] {
            assert_eq!(csv_formula(plain), plain);
        }
    }
}
