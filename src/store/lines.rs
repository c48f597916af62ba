//! The lines of a text by their number: who asks for many of them must not count from the top each time.

/// Where the lines of a text begin: in four bytes each, since a file may hold millions of empty ones.
#[derive(Debug, Default)]
pub struct LineStarts(Vec<u32>);

impl LineStarts {
    pub fn of(text: &str) -> Self {
        let mut starts = Vec::with_capacity(text.bytes().filter(|&byte| byte == b'\n').count() + 1);
        let behind = |(at, _): (usize, &str)| u32::try_from(at + 1).unwrap_or(u32::MAX);
        starts.push(0);
        starts.extend(text.match_indices('\n').map(behind));
        Self(starts)
    }

    /// Where a line begins, from 1; the end of the text for those behind the last.
    pub fn start(&self, text: &str, number: usize) -> usize {
        self.0.get(number.saturating_sub(1)).map_or(text.len(), |&at| at as usize)
    }

    /// A line of the text, from 1, without its end; one that is not there is empty.
    pub fn line<'t>(&self, text: &'t str, number: usize) -> &'t str {
        text.get(self.start(text, number)..).and_then(|rest| rest.lines().next()).unwrap_or_default()
    }

    /// The line, from 1, on which a byte stands.
    pub fn number(&self, at: usize) -> usize {
        self.0.partition_point(|&start| start as usize <= at).max(1)
    }
}

/// A text of which several lines are asked for.
pub struct Lines<'a> {
    text: &'a str,
    starts: LineStarts,
}

impl<'a> Lines<'a> {
    pub fn of(text: &'a str) -> Self {
        Self { text, starts: LineStarts::of(text) }
    }

    /// How many there are; behind the last line's end begins none.
    pub fn count(&self) -> usize {
        self.starts.0.len() - usize::from(self.text.is_empty() || self.text.ends_with('\n'))
    }

    /// A line, from 1, without its end; one that is not there is empty.
    pub fn get(&self, number: usize) -> &'a str {
        self.starts.line(self.text, number)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_are_found_by_their_number() {
        let text = "a\r\n\nb";
        let lines = Lines::of(text);
        assert_eq!([1, 2, 3, 4].map(|number| lines.get(number)), ["a", "", "b", ""]);
        for text in ["", "a", "a\n", "\n", "a\nb", "a\n\n"] {
            assert_eq!(Lines::of(text).count(), text.lines().count(), "{text:?}");
        }
    }

    #[test]
    fn a_byte_is_found_on_its_line() {
        let starts = LineStarts::of("a\r\n\nb");
        assert_eq!([0, 2, 3, 4, 9].map(|at| starts.number(at)), [1, 1, 2, 3, 3]);
        assert_eq!([1, 2, 3, 4].map(|number| starts.start("a\r\n\nb", number)), [0, 3, 4, 5]);
    }
}
