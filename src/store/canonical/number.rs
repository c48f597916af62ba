//! Numbers that JSON, YAML 1.1 and YAML 1.2 read alike: no exponent, no leading zero, no sign but a minus, and few enough
//! digits that a binary number keeps them all.

use crate::model::{MAX_DIGITS, Quantity};

/// A number as it is written.
#[derive(Debug, Clone, Copy)]
pub struct Number {
    /// All of its digits.
    digits: i64,
    /// How many of them are decimals.
    decimals: u32,
}

impl Number {
    /// A quantity.
    pub fn quantity(self) -> Option<Quantity> {
        Quantity::from_digits(self.digits, self.decimals)
    }

    /// A whole number.
    pub fn whole(self) -> Option<i64> {
        (self.decimals == 0).then_some(self.digits)
    }
}

/// The number with which a text begins, and how long it is. It goes on as long as there are characters that a number may have.
#[inline(always)]
pub fn leading(text: &[u8]) -> Option<(Number, usize)> {
    let negative = text.first() == Some(&b'-');
    let bare = &text[usize::from(negative)..];
    let (mut sum, mut point, mut length) = (0i64, None, 0);
    for byte in bare {
        match byte {
            b'0'..=b'9' => sum = sum * 10 + i64::from(byte - b'0'),
            b'.' if point.is_none() && length > 0 => point = Some(length),
            b'.' | b'-' => return None,
            _ => break,
        }
        length += 1;
        if length > MAX_DIGITS as usize {
            return None;
        }
    }
    let bare = &bare[..length];
    let leads = length > 1 && bare[0] == b'0' && bare[1] != b'.';
    // A zero at the end of the decimals says nothing, and no number ends in a point.
    let ends = matches!((bare.last()?, point), (b'.', _) | (b'0', Some(_)));
    // Minus zero is a number of its own.
    if leads || ends || (negative && sum == 0) {
        return None;
    }
    let decimals = point.map_or(0, |point| length - point - 1) as u32;
    Some((Number { digits: if negative { -sum } else { sum }, decimals }, length + usize::from(negative)))
}

/// A number of a weight or a score.
pub fn float(text: &str) -> Option<f64> {
    leading(text.as_bytes()).filter(|(_, length)| *length == text.len()).and_then(|_| text.parse().ok())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_numbers_of_one_meaning_are_read() {
        let read = |text: &str| leading(text.as_bytes()).filter(|(_, length)| *length == text.len());
        let quantity = |text: &str| read(text)?.0.quantity();
        let whole = |text: &str| read(text)?.0.whole();
        for text in ["0", "7", "-7", "42", "4.25", "-0.5", "0.5", "99999999999999"] {
            assert_eq!(quantity(text), text.parse().ok(), "{text}");
            assert_eq!(float(text), text.parse().ok(), "{text}");
        }
        for text in ["", "-", "-0", "01", "1.", ".5", "1.50", "1.2.3", "1e3", "+1", "1-2", "9999999999999999"] {
            assert_eq!(quantity(text), None, "{text}");
            assert_eq!(float(text), None, "{text}");
        }
        assert_eq!((whole("10"), whole("1.5")), (Some(10), None));
    }
}
