//! A line that is read from left to right.

use super::number::{self, Number};
use crate::model::byte_set;

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
    pub fn quoted(&mut self) -> Option<&'t str> {
        self.quoted_and_plain().map(|(inside, _)| inside)
    }

    /// The same, and whether it is known to be of nothing but ASCII without control characters.
    #[inline]
    pub fn quoted_and_plain(&mut self) -> Option<(&'t str, bool)> {
        let [b'"', inside @ ..] = self.0.as_bytes() else { return None };
        let (length, is_plain) = sign(inside)?;
        Some((self.inside(1 + length)?, is_plain))
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
const WORD: [bool; 256] = byte_set!(byte => byte.is_ascii_graphic() && byte != b'"' && byte != b'\\');

/// Where the first quotation mark, backslash or control character stands, and whether nothing but plain ASCII is known to stand before it.
#[inline]
fn sign(bytes: &[u8]) -> Option<(usize, bool)> {
    // Most texts are short: some steps of eight bytes are over before a faster search has begun.
    let (eights, _) = bytes.as_chunks::<8>();
    let (mut start, mut beyond) = (0, 0);
    for eight in eights.iter().take(STEPS) {
        let word = u64::from_le_bytes(*eight);
        let found = (below_blank(word) | zeros(word ^ each(b'"')) | zeros(word ^ each(b'\\'))) & each(0x80);
        // One more than a DEL has the highest bit, as all beyond ASCII have.
        beyond |= word | word.wrapping_add(each(1));
        if found != 0 {
            return Some((start + (found.trailing_zeros() / 8) as usize, beyond & each(0x80) == 0));
        }
        start += 8;
    }
    Some((start + memchr::memchr3(b'"', b'\\', b'\n', &bytes[start..])?, false))
}

/// So many times eight bytes are looked at one after the other.
const STEPS: usize = 8;

/// Eight times a byte.
const fn each(byte: u8) -> u64 {
    u64::from_le_bytes([byte; 8])
}

/// The high bit of the lowest byte that is zero; bits above it may be set as well, and those below the high ones.
fn zeros(word: u64) -> u64 {
    word.wrapping_sub(each(1)) & !word
}

/// The same of the lowest byte that is a control character.
fn below_blank(word: u64) -> u64 {
    word.wrapping_sub(each(b' ')) & !word
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
                    assert_eq!(sign(&bytes).map(|(found, _)| found), Some(at), "{length} {at}");
                }
            }
            assert_eq!(sign(&vec![b'#'; length]), None);
        }
    }

    #[test]
    fn what_is_said_to_be_plain_is() {
        for (byte, at) in (0..=u8::MAX).flat_map(|byte| (0..80).map(move |at| (byte, at))) {
            let mut bytes = vec![b'~'; 80];
            bytes[at] = byte;
            bytes.extend(b"\"}\n- {    ");
            let is_printable = byte == b' ' || byte.is_ascii_graphic();
            let (end, is_plain) = sign(&bytes).unwrap();
            assert!(end < 80 || is_printable || !is_plain, "{byte} {at}");
            assert!(end == 80 || byte < b' ' || matches!(byte, b'"' | b'\\'), "{byte} {at}");
        }
        assert_eq!(sign(b"~ \"}\n- {  "), Some((2, true)));
    }
}
