//! A document becomes text: one file a format, every format a pure function to a `String`.
//!
//! The terminal's picture is made in steps, each in its own file: `escape` makes what is invisible visible, `line`
//! carries spans from there to the terminal, `cell`, `bar` and `spark` know what one cell looks like at a width, `layout` deals
//! out the widths, `grid` lines cells up, and `table`, `tree`, `wrap` and `text` put the page together. `chart` and
//! `heat` are pictures of their own.

pub mod bar;
mod cell;
mod chart;
pub mod csv;
pub mod escape;
mod finding;
pub mod github;
mod grid;
mod heat;
pub mod html;
pub mod ics;
mod invisible;
pub mod json;
mod layout;
mod line;
pub mod markdown;
pub mod outline;
pub mod roles;
pub mod sarif;
pub mod sheet;
mod spark;
pub mod table;
pub mod text;
pub mod tree;
pub mod width;
mod wrap;
pub mod yaml;

#[cfg(test)]
mod pictures;
#[cfg(test)]
mod properties;
#[cfg(test)]
mod sample;

pub use self::csv::csv;
pub use self::github::github;
pub use self::html::html;
pub use self::ics::ics;
pub use self::json::json;
pub use self::markdown::markdown;
pub use self::outline::outline;
pub use self::sarif::sarif;
pub use self::text::text;
pub use self::yaml::yaml;

use crate::view::Span;

/// What the terminal can show.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Look {
    /// How many columns a line may take.
    pub width: usize,
    pub colour: bool,
    /// Draw bars, branches and signs with ASCII only. What people wrote stays as they wrote it.
    pub ascii: bool,
}

impl Look {
    /// The width that is drawn for: in fewer than 8 columns nothing can be read, and more than 10,000 fit no counter.
    pub(crate) fn columns(&self) -> usize {
        self.width.clamp(8, 10_000)
    }
}

/// A line for messages, broken at blanks where it is longer than a terminal that shows it.
pub fn message_within(line: &[Span], look: &Look) -> String {
    let lines = wrap::wrapped(&line::shown(line, look), look.columns());
    escape::unobeyed(lines.iter().map(|line| line::painted(line, look)).collect::<Vec<_>>().join("\n"))
}

/// A text of ours, in lines of a width.
pub fn lines(text: &str, width: usize) -> Vec<String> {
    let lines = wrap::wrapped(&[Span::plain(text)], width);
    lines.iter().map(|line| line.iter().map(|span| span.text.as_str()).collect()).collect()
}

/// How many columns a text takes.
pub fn columns(text: &str) -> usize {
    width::width(text)
}

/// A line for messages, cut where it is wider than the terminal.
pub fn message_cut(line: &[Span], look: &Look) -> String {
    escape::unobeyed(line::painted(&line::cut(&line::shown(line, look), look.columns(), look), look))
}

/// One line for messages: escaped, painted, as long as it is.
pub fn message(line: &[Span], look: &Look) -> String {
    let mut out = String::new();
    for span in line {
        roles::paint(&mut out, &line::shown_text(&span.text, look), span.role, look.colour);
    }
    escape::unobeyed(out)
}
