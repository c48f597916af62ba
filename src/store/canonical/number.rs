//! Numbers that JSON, YAML 1.1 and YAML 1.2 read alike: no exponent, no leading zero, no sign but a minus, and few enough
//! digits that a binary number keeps them all.

use crate::model::{MAX_DIGITS, Quantity};

/// The digits of a number as one whole number, and how many of them are decimals.
fn digits(text: &str) -> Option<(i64, u32)> {
    let (negative, bare) = match text.as_bytes() {
        [b'-', bare @ ..] => (true, bare),
        bare => (false, bare),
    };
    let (mut sum, mut point) = (0i64, None);
    for (at, byte) in bare.iter().enumerate() {
        match byte {
            b'0'..=b'9' => sum = sum * 10 + i64::from(byte - b'0'),
            b'.' if point.is_none() && at > 0 => point = Some(at),
            _ => return None,
        }
        if at >= MAX_DIGITS as usize {
            return None;
        }
    }
    let leads = matches!(bare, [b'0', b'0'..=b'9', ..]);
    // A zero at the end of the decimals says nothing, and no number ends in a point.
    let ends = matches!((bare.last()?, point), (b'.', _) | (b'0', Some(_)));
    // Minus zero is a number of its own.
    if leads || ends || (negative && sum == 0) {
        return None;
    }
    let decimals = point.map_or(0, |point| bare.len() - point - 1);
    Some((if negative { -sum } else { sum }, decimals as u32))
}

/// A quantity.
pub fn quantity(text: &str) -> Option<Quantity> {
    let (digits, decimals) = digits(text)?;
    Quantity::from_digits(digits, decimals)
}

/// A number of a weight or a score.
pub fn float(text: &str) -> Option<f64> {
    digits(text).and_then(|_| text.parse().ok())
}

/// A whole number.
pub fn whole(text: &str) -> Option<i64> {
    digits(text).filter(|_| !text.contains('.')).map(|(whole, _)| whole)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_numbers_of_one_meaning_are_read() {
        for text in ["0", "7", "-7", "42", "4.25", "-0.5", "99999999999999"] {
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
