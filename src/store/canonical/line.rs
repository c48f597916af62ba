//! A line that is read from left to right.

/// What is left of a line.
#[derive(Debug, Clone, Copy)]
pub struct Line<'t>(pub &'t str);

impl<'t> Line<'t> {
    /// Goes past a text, if it is next.
    #[inline(always)]
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
        let end = 1 + sign(&bytes[1..])?;
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

/// Where the first quotation mark or backslash stands.
#[inline]
fn sign(bytes: &[u8]) -> Option<usize> {
    // Most texts are short: two steps of eight bytes are over before a faster search has begun.
    for step in 0..2 {
        let Some(eight) = bytes.get(8 * step..).and_then(<[u8]>::first_chunk::<8>) else {
            let found = |byte: &u8| matches!(byte, b'"' | b'\\');
            return Some(8 * step + bytes.get(8 * step..)?.iter().position(found)?);
        };
        let word = u64::from_le_bytes(*eight);
        let found = zeros(word ^ u64::from_le_bytes([b'"'; 8])) | zeros(word ^ u64::from_le_bytes([b'\\'; 8]));
        if found != 0 {
            return Some(8 * step + (found.trailing_zeros() / 8) as usize);
        }
    }
    Some(16 + memchr::memchr2(b'"', b'\\', &bytes[16..])?)
}

/// The high bit of the lowest byte that is zero; bits above it may be set as well.
fn zeros(word: u64) -> u64 {
    word.wrapping_sub(u64::from_le_bytes([1; 8])) & !word & u64::from_le_bytes([0x80; 8])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_sign_is_found_wherever_it_stands() {
        for length in 0..40 {
            for at in 0..=length {
                for (first, second) in [(b'"', b'\\'), (b'\\', b'"')] {
                    let mut bytes = vec![b'!'; length];
                    bytes.insert(at, first);
                    bytes.push(second);
                    assert_eq!(sign(&bytes), Some(at), "{length} {at}");
                }
            }
            assert_eq!(sign(&vec![b'#'; length]), None);
        }
    }
}
