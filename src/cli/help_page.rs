//! Pages of help as they are shown: in English just as `clap` draws them; in Chinese with the words that are its own exchanged,
//! and broken into lines as Chinese is, which has no blanks to break at.

use clap::Command;
use clap::builder::StyledStr;

use crate::language::{self, Language, say};
use crate::render;

/// No line of help is longer, in columns.
const WIDEST: usize = 100;

/// Texts that stand farther right than this part of a line begin a line of their own where they are broken.
const RIGHT: usize = 2;

/// The page of `-h`.
pub fn short(command: Command, coloured: bool, width: usize) -> String {
    page(&ready(command).render_help(), coloured, width)
}

/// The command with its lines as long as they are, where they are broken here.
pub fn ready(command: Command) -> Command {
    match language::spoken() {
        Language::English => command,
        Language::Chinese => command.term_width(0),
    }
}

/// What `clap` drew, as it is shown.
pub fn page(drawn: &StyledStr, coloured: bool, width: usize) -> String {
    let text = if coloured { drawn.ansi().to_string() } else { drawn.to_string() };
    match language::spoken() {
        Language::English => text,
        Language::Chinese => {
            text.lines().map(|line| broken(&said(line.trim_end()), width.min(WIDEST)) + "\n").collect()
        }
    }
}

/// A line of help with the words that `clap` writes by itself in the language that is spoken.
fn said(line: &str) -> String {
    let headings = [
        ("Usage:", say!("Usage:")),
        ("Commands:", say!("Commands:")),
        ("Arguments:", say!("Arguments:")),
        ("Options:", say!("Options:")),
        ("Possible values:", say!("Possible values:")),
    ];
    let mut said = line.to_owned();
    let bare = bare(line);
    if let Some((english, words)) = headings.into_iter().find(|(english, _)| bare.trim_start().starts_with(english)) {
        said = said.replacen(english, words, 1);
        // The blank behind it is in the sign.
        said = said.replacen(&format!("{words}\u{1b}[0m "), &format!("{words}\u{1b}[0m"), 1);
        said = said.replacen(&format!("{words} "), words, 1);
    } else if bare.ends_with(':') && !bare.is_ascii() {
        // The sign behind a heading of ours.
        said = said.replacen(':', "：", 1);
    }
    with_words(&said)
}

/// The texts that `clap` has for its own options, and what it writes behind others.
fn with_words(line: &str) -> String {
    // Roff has another sign for the apostrophe, and hyphens that are none are escaped.
    let line = &line.replace(r"(see a summary with \*(Aq\-h\*(Aq)", "(see a summary with '-h')");
    let line = &line.replace(r"(see more with \*(Aq\-\-help\*(Aq)", "(see more with '--help')");
    let words = [
        ("Print help (see more with '--help')", say!("Print help (see more with '--help')")),
        ("Print help (see a summary with '-h')", say!("Print help (see a summary with '-h')")),
        ("Print help", say!("Print help")),
        ("Print version", say!("Print version")),
        ("[possible values: ", say!("[possible values: ")),
        ("[default: ", say!("[default: ")),
    ];
    words.into_iter().fold(line.to_owned(), |line, (english, words)| line.replace(english, words))
}

/// A manual page in roff with what is `clap`'s own in the language that is spoken.
pub fn manual(page: &str) -> String {
    if language::spoken() == Language::English {
        return page.to_owned();
    }
    let headings = [
        (".SH NAME", say!(in "manual", "NAME")),
        (".SH SYNOPSIS", say!(in "manual", "SYNOPSIS")),
        (".SH DESCRIPTION", say!(in "manual", "DESCRIPTION")),
        (".SH OPTIONS", say!(in "manual", "OPTIONS")),
        (".SH SUBCOMMANDS", say!(in "manual", "SUBCOMMANDS")),
        (".SH EXTRA", say!(in "manual", "EXTRA")),
        (".SH VERSION", say!(in "manual", "VERSION")),
    ];
    let line = |line: &str| match headings.iter().find(|(english, _)| *english == line) {
        Some((_, words)) => format!(".SH {words}\n"),
        // Lines that are spread to the margin tear Chinese apart: it has few blanks.
        None if line.starts_with(".TH") => format!("{line}\n.ad l\n"),
        None => with_words(line) + "\n",
    };
    page.lines().map(line).collect()
}

/// The line without the codes of colours.
fn bare(line: &str) -> String {
    let mut pieces = line.split('\u{1b}');
    let first = pieces.next().unwrap_or_default().to_owned();
    pieces.fold(first, |bare, piece| bare + piece.split_once('m').map_or("", |(_, text)| text))
}

/// The line in as many as it takes, each further one below the text of the first: beside what is explained, or below its beginning.
fn broken(line: &str, width: usize) -> String {
    let whole = bare(line);
    if render::columns(&whole) <= width || whole.is_ascii() {
        return line.to_owned();
    }
    // What is explained is drawn in colours, the explanation is not.
    let told = line.rfind("\u{1b}[0m").map_or(0, |at| at + "\u{1b}[0m".len());
    let (mut before, mut text) = line.split_at(told);
    if let Some(at) = text.trim_start().find("  ").filter(|_| text.starts_with(' ') || told > 0) {
        let at = at + text.len() - text.trim_start().len();
        let at = at + text[at..].len() - text[at..].trim_start().len();
        (before, text) = line.split_at(told + at);
    }
    let blanks = text.len() - text.trim_start().len();
    (before, text) = line.split_at(before.len() + blanks);
    let beside = render::columns(&bare(before));
    if beside * RIGHT > width {
        let below = 10;
        return format!("{}\n{}", before.trim_end(), set_in(text, below, width, below));
    }
    format!("{before}{}", set_in(text, beside, width, 0))
}

/// The text in lines that begin at a column; the first is set in by `first`.
fn set_in(text: &str, column: usize, width: usize, first: usize) -> String {
    let lines = render::lines(text, width.saturating_sub(column));
    let line = |(at, line): (usize, &String)| format!("{}{line}", " ".repeat(if at == 0 { first } else { column }));
    lines.iter().enumerate().map(line).collect::<Vec<_>>().join("\n")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn chinese_lines_are_broken_below_their_text() {
        let option = "      --as-of <DATE>     按这一天结束时的样子显示一切，包括进度";
        assert_eq!(
            broken(option, 50),
            "      --as-of <DATE>     按这一天结束时的样子显示\n                         一切，包括进度"
        );
        assert_eq!(broken("显示对齐树：谁服务于谁，从公司往下", 20), "显示对齐树：谁服务于\n谁，从公司往下");
        assert_eq!(broken("          按这一天结束时的样子", 20), "          按这一天结\n          束时的样子");
        assert_eq!(
            broken("  --a-very-long-option <X>  按这一天", 30),
            "  --a-very-long-option <X>\n          按这一天"
        );
    }

    #[test]
    fn codes_of_colours_take_no_room() {
        assert_eq!(bare("\u{1b}[1m-q\u{1b}[0m x"), "-q x");
        let drawn = "  \u{1b}[1m-q\u{1b}[0m, \u{1b}[1m--quiet\u{1b}[0m  除数据和错误外不输出";
        assert_eq!(
            broken(drawn, 32),
            "  \u{1b}[1m-q\u{1b}[0m, \u{1b}[1m--quiet\u{1b}[0m  除数据和错误外不\n               输出"
        );
    }
}
