//! The two streams: data on stdout, words on stderr.

use std::io::{self, Write};

use super::error::Failure;
use super::pager::Pager;
use super::progress;
use crate::language::{is_wide, reason, say};
use crate::render::{self, Look};
use crate::view::{Role, Span};

/// How and where to speak.
#[derive(Debug, Clone)]
pub struct Ui {
    /// In columns.
    pub width: usize,
    pub colour_out: bool,
    pub colour_err: bool,
    pub ascii: bool,
    pub quiet: bool,
    /// Whether stdout and stderr are terminals, at whose edge lines are broken between words.
    pub terminals: (bool, bool),
    /// Whether somebody looks at stderr while the command runs.
    pub watched: bool,
    /// What shows long tables, where stdout is a terminal.
    pub pager: Option<Pager>,
}

impl Ui {
    /// For what is said before anything is known of the terminal.
    pub fn plain() -> Self {
        Self {
            width: 80,
            colour_out: false,
            colour_err: false,
            ascii: false,
            quiet: false,
            terminals: (false, false),
            watched: false,
            pager: None,
        }
    }

    /// How documents are to look on stdout.
    pub fn look(&self) -> Look {
        Look { width: self.width, colour: self.colour_out, ascii: self.ascii }
    }

    /// How messages are to look on stderr.
    pub fn look_err(&self) -> Look {
        Look { colour: self.colour_err, ..self.look() }
    }

    /// Writes data to stdout.
    ///
    /// # Errors
    /// When nobody reads any more (which ends the command quietly), or the system refuses.
    pub fn out(&self, text: &str) -> Result<(), Failure> {
        self.pour(|stdout| stdout.write_all(text.as_bytes()))
    }

    /// Writes data to stdout as it is made.
    ///
    /// # Errors
    /// As for [`Ui::out`].
    pub fn pour(&self, write: impl FnOnce(&mut dyn Write) -> io::Result<()>) -> Result<(), Failure> {
        progress::clear();
        let mut stdout = io::BufWriter::with_capacity(1 << 16, io::stdout().lock());
        write(&mut stdout).and_then(|()| stdout.flush()).map_err(|why| match why.kind() {
            io::ErrorKind::BrokenPipe => Failure::closed(),
            _ => Failure::store(unwritable(&why)),
        })
    }

    /// Writes a table or a tree to stdout: where that is a terminal and it is long, page by page.
    ///
    /// # Errors
    /// As for [`Ui::out`].
    pub fn show(&self, text: &str) -> Result<(), Failure> {
        progress::clear();
        if self.pager.as_ref().is_some_and(|pager| pager.show(text)) { Ok(()) } else { self.out(text) }
    }

    /// Says what was done, on stdout, unless `--quiet`.
    ///
    /// # Errors
    /// As for [`Ui::out`]: that it was done is true all the same.
    pub fn done(&self, line: &[Span]) -> Result<(), Failure> {
        if self.quiet {
            return Ok(());
        }
        let text = drawn(line, &self.look(), self.terminals.0) + "\n";
        self.out(&text).map_err(|why| match why.message.is_empty() {
            true => why,
            false => why.hint(say!("what was done stays done; this was to be said: {text}", text = text.trim_end())),
        })
    }

    /// Says something on stderr, unless `--quiet`.
    pub fn say(&self, line: &[Span]) {
        if !self.quiet {
            self.err(line);
        }
    }

    /// A hint, unless `--quiet`.
    pub fn hint(&self, text: &str) {
        self.say(&[Span::new(say!("hint: "), Role::Reference), Span::plain(text)]);
    }

    /// A warning, unless `--quiet`.
    pub fn warning(&self, text: &str) {
        self.say(&[Span::new(say!("warning: "), Role::Warning), Span::plain(text)]);
    }

    /// A warning about what somebody could lose, whatever was asked for.
    pub fn notice(&self, text: &str) {
        self.err(&[Span::new(say!("warning: "), Role::Warning), Span::plain(text)]);
    }

    /// A line on stderr whatever was asked for.
    pub fn err(&self, line: &[Span]) {
        progress::clear();
        // If not even an error can be said, the exit code still says it.
        let _ = writeln!(io::stderr().lock(), "{}", drawn(line, &self.look_err(), self.terminals.1));
    }

    /// Lines on stderr that are already drawn.
    pub fn err_text(&self, text: &str) {
        progress::clear();
        let _ = io::stderr().lock().write_all(text.as_bytes());
    }
}

fn drawn(line: &[Span], look: &Look, is_terminal: bool) -> String {
    let line = &tightened(line);
    if is_terminal { render::message_within(line, look) } else { render::message(line, look) }
}

/// The line without the blanks that would part two Chinese words: what is said before a name has one, since names may be in any
/// script.
fn tightened(line: &[Span]) -> Vec<Span> {
    let mut line = line.to_vec();
    for at in 1..line.len() {
        let begins_wide = line[at].text.starts_with(is_wide);
        let before = &mut line[at - 1].text;
        if begins_wide && before.strip_suffix(' ').is_some_and(|text| text.ends_with(is_wide)) {
            before.pop();
        }
    }
    line
}

/// Why stdout takes nothing.
pub fn unwritable(why: &io::Error) -> String {
    say!("cannot write to standard output: {why}", why = reason(why))
}
