//! A line that is read from left to right.

/// So many bytes of a text are looked at one by one.
const SHORT: usize = 12;

/// What is left of a line.
#[derive(Debug, Clone, Copy)]
pub struct Line<'t>(pub &'t str);

impl<'t> Line<'t> {
    /// Goes past a text, if it is next.
    #[inline]
    pub fn eat(&mut self, text: &str) -> Option<()> {
        self.0 = self.0.strip_prefix(text)?;
        Some(())
    }

    /// What is left.
    pub fn rest(&self) -> &'t str {
        self.0
    }

    /// Goes past so many bytes, which end where a character ends.
    pub fn take(&mut self, length: usize) -> Option<&'t str> {
        let (taken, rest) = self.0.split_at_checked(length)?;
        self.0 = rest;
        Some(taken)
    }

    /// A text in double quotation marks that holds no escape and no second mark, without its marks.
    #[inline]
    pub fn quoted(&mut self) -> Option<&'t str> {
        let bytes = self.0.as_bytes();
        if bytes.first() != Some(&b'"') {
            return None;
        }
        // Most texts are short: a few comparisons are over before a faster search has begun.
        let mut end = 1;
        while end <= SHORT && !matches!(bytes.get(end)?, b'"' | b'\\') {
            end += 1;
        }
        if end > SHORT {
            end += memchr::memchr2(b'"', b'\\', &bytes[end..])?;
        }
        if bytes[end] != b'"' {
            return None;
        }
        let quoted = &self.0[1..end];
        self.0 = &self.0[end + 1..];
        Some(quoted)
    }

    /// As [`Line::quoted`], of a text that is usually so long: what it holds then is for somebody else to look at, who takes
    /// neither mark nor escape.
    #[inline]
    pub fn quoted_of(&mut self, length: usize) -> Option<&'t str> {
        let bytes = self.0.as_bytes();
        if bytes.first() == Some(&b'"') && bytes.get(length + 1) == Some(&b'"') {
            let quoted = self.0.get(1..=length)?;
            self.0 = &self.0[length + 2..];
            return Some(quoted);
        }
        self.quoted()
    }

    /// The characters that a number may have, as far as they go.
    pub fn number(&mut self) -> Option<&'t str> {
        let length = self.0.bytes().take_while(|byte| byte.is_ascii_digit() || matches!(byte, b'-' | b'.')).count();
        self.take(length)
    }
}
