//! The text of a history cut into its items; none of them is read.

use std::iter::Enumerate;
use std::str::SplitInclusive;

/// The text of an item.
pub struct Chunk<'a> {
    pub line: usize,
    /// Where it begins, in bytes.
    pub start: usize,
    pub text: &'a str,
}

/// The text cut before every line that begins with `-`, as far in as the first one does; comments and blank lines between
/// items are left out.
pub fn chunks(text: &str) -> Chunks<'_> {
    Chunks { text, lines: text.split_inclusive('\n').enumerate(), offset: 0, indent: None, open: None }
}

pub struct Chunks<'a> {
    text: &'a str,
    lines: Enumerate<SplitInclusive<'a, char>>,
    /// Where the next line begins.
    offset: usize,
    /// How far in items begin.
    indent: Option<usize>,
    /// The item that may go on: its line, where it begins and where it ends so far.
    open: Option<(usize, usize, usize)>,
}

impl<'a> Iterator for Chunks<'a> {
    type Item = Chunk<'a>;

    fn next(&mut self) -> Option<Chunk<'a>> {
        let text = self.text;
        let whole = |(line, start, end): (usize, usize, usize)| Chunk { line, start, text: &text[start..end] };
        for (number, line) in self.lines.by_ref() {
            let (start, end) = (self.offset, self.offset + line.len());
            self.offset = end;
            let content = line.trim_end();
            let dash = content.trim_start_matches(' ');
            let begins = (dash.starts_with("- ") || dash == "-")
                && *self.indent.get_or_insert(content.len() - dash.len()) == content.len() - dash.len();
            match &mut self.open {
                _ if content.is_empty() || content.starts_with('#') || content == "---" => {}
                None if dash.starts_with('#') => {}
                Some((_, _, open_end)) if !begins => *open_end = end,
                open => {
                    if let Some(before) = open.replace((number + 1, start, end)) {
                        return Some(whole(before));
                    }
                }
            }
        }
        self.open.take().map(whole)
    }
}

/// How many items a text holds.
pub fn count(text: &str) -> usize {
    chunks(text).count()
}
