//! A line that is read from left to right.

use super::number::{self, Number};

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

    /// A text in double quotation marks that holds no escape, no second mark and no end of a line, without its marks.
    #[inline]
    pub fn quoted(&mut self) -> Option<&'t str> {
        match self.0.as_bytes() {
            [b'"', inside @ ..] => self.inside(1 + sign(inside)?),
            _ => None,
        }
    }

    /// As [`Line::quoted`], of a text that is usually so long: what it holds then is for somebody else to look at, who takes
    /// neither mark nor escape.
    #[inline]
    pub fn quoted_of(&mut self, length: usize) -> Option<&'t str> {
        match self.0.as_bytes() {
            [b'"', inside @ ..] if inside.get(length) == Some(&b'"') => self.inside(1 + length),
            _ => self.quoted(),
        }
    }

    /// As [`Line::quoted`], of a word of ASCII, which for short ones takes half as long.
    #[inline(always)]
    pub fn word(&mut self) -> Option<&'t str> {
        let [b'"', inside @ ..] = self.0.as_bytes() else { return None };
        let length = inside.iter().position(|byte| !WORD[usize::from(*byte)])?;
        self.inside(1 + length)
    }

    /// What stands behind the quotation mark that is next, up to another one that is so far away.
    #[inline(always)]
    fn inside(&mut self, end: usize) -> Option<&'t str> {
        if self.0.as_bytes()[end] != b'"' {
            return None;
        }
        let inside = self.0.get(1..end)?;
        self.0 = &self.0[end + 1..];
        Some(inside)
    }

    /// The number that is next.
    #[inline(always)]
    pub fn number(&mut self) -> Option<Number> {
        let (number, length) = number::leading(self.0.as_bytes())?;
        self.take(length)?;
        Some(number)
    }

    /// The same as a binary one.
    pub fn float(&mut self) -> Option<f64> {
        let (_, length) = number::leading(self.0.as_bytes())?;
        self.take(length)?.parse().ok()
    }
}

/// For each byte whether it may stand in a word: what is seen of ASCII, but a quotation mark and a backslash.
const WORD: [bool; 256] = {
    let mut table = [false; 256];
    let mut at = 0;
    while at < table.len() {
        let byte = at as u8;
        table[at] = byte.is_ascii_graphic() && byte != b'"' && byte != b'\\';
        at += 1;
    }
    table
};

/// Where the first quotation mark, backslash or end of a line stands.
#[inline]
fn sign(bytes: &[u8]) -> Option<usize> {
    // Most texts are short: some steps of eight bytes are over before a faster search has begun.
    let (eights, _) = bytes.as_chunks::<8>();
    let mut start = 0;
    for eight in eights.iter().take(STEPS) {
        let word = u64::from_le_bytes(*eight);
        let any = |sign: u8| zeros(word ^ u64::from_le_bytes([sign; 8]));
        let found = any(b'"') | any(b'\\') | any(b'\n');
        if found != 0 {
            return Some(start + (found.trailing_zeros() / 8) as usize);
        }
        start += 8;
    }
    Some(start + memchr::memchr3(b'"', b'\\', b'\n', &bytes[start..])?)
}

/// So many times eight bytes are looked at one after the other.
const STEPS: usize = 8;

/// The high bit of the lowest byte that is zero; bits above it may be set as well.
fn zeros(word: u64) -> u64 {
    word.wrapping_sub(u64::from_le_bytes([1; 8])) & !word & u64::from_le_bytes([0x80; 8])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_sign_is_found_wherever_it_stands() {
        for length in 0..90 {
            for at in 0..=length {
                for (first, second) in [(b'"', b'\\'), (b'\\', b'\n'), (b'\n', b'"')] {
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
