//! Numbers that JSON, YAML 1.1 and YAML 1.2 read alike: no exponent, no leading zero, no sign but a minus, and few enough
//! digits that a binary number keeps them all.

use crate::model::{MAX_DIGITS, Quantity};

/// The digits of a number as one whole number, and how many of them are decimals.
fn digits(text: &str) -> Option<(i64, u32)> {
    let bare = text.strip_prefix('-').unwrap_or(text);
    let (whole, decimals) = bare.split_once('.').map_or((bare, None), |(whole, decimals)| (whole, Some(decimals)));
    let leads = whole.len() > 1 && whole.starts_with('0');
    // A zero at the end of the decimals says nothing, and no number ends in a point.
    let ends = decimals.is_some_and(|decimals| decimals.is_empty() || decimals.ends_with('0'));
    if whole.is_empty() || leads || ends || bare.len() > MAX_DIGITS as usize {
        return None;
    }
    let mut sum = 0i64;
    for digit in whole.bytes().chain(decimals.unwrap_or_default().bytes()) {
        if !digit.is_ascii_digit() {
            return None;
        }
        sum = sum * 10 + i64::from(digit - b'0');
    }
    // Minus zero is a number of its own.
    let negative = bare.len() < text.len();
    if negative && sum == 0 {
        return None;
    }
    Some((if negative { -sum } else { sum }, decimals.map_or(0, |decimals| decimals.len() as u32)))
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
