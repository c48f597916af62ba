//! Long tables on a terminal, a screen at a time: what is read from the top should not have run past it.

use std::io::{self, Write};
use std::process::{Command, Stdio};

/// The program that shows a text page by page, and when it is worth starting.
#[derive(Debug, Clone)]
pub struct Pager {
    /// As the shell reads it.
    command: String,
    /// How many lines the terminal has.
    lines: usize,
    /// What `less` is to do where its user does not say: end at once where one screen is enough, show colours, leave the
    /// text on the screen.
    less: Option<&'static str>,
}

impl Pager {
    /// A pager for a terminal of so many lines; none where the words for it are `cat` or nothing.
    pub fn new(command: String, lines: usize, less_is_set: bool) -> Option<Self> {
        let pages = !matches!(command.trim(), "" | "cat");
        pages.then_some(Self { command, lines, less: if less_is_set { None } else { Some("FRX") } })
    }

    /// Shows a text that is longer than the screen; whether it did. A reader who leaves early has seen enough.
    pub fn show(&self, text: &str) -> bool {
        // The prompt takes a line.
        if text.lines().nth(self.lines.saturating_sub(1)).is_none() {
            return false;
        }
        self.run(text).is_ok_and(|shown| shown)
    }

    fn run(&self, text: &str) -> io::Result<bool> {
        let mut command = Command::new("sh");
        command.args(["-c", &self.command]).stdin(Stdio::piped());
        if let Some(less) = self.less {
            // What is shown is UTF-8, whether or not the machine has the locale that says so.
            command.env("LESS", less).env("LESSCHARSET", "utf-8");
        }
        let mut pager = command.spawn()?;
        if let Some(mut stdin) = pager.stdin.take() {
            // It may be closed before all is read.
            let _ = stdin.write_all(text.as_bytes());
        }
        // The shell says so where there is no such program: then nothing was shown.
        Ok(!matches!(pager.wait()?.code(), Some(126 | 127)))
    }
}
