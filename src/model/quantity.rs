//! A decimal number as people write it: a key result's value, baseline or target.

use std::fmt;
use std::str::FromStr;

use borsh::{BorshDeserialize, BorshSerialize};
use rust_decimal::prelude::ToPrimitive;
use rust_decimal::{Decimal, RoundingStrategy};
use serde::de::{self, Visitor};
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use crate::language::say;

/// The most significant digits a quantity may have: what survives a round trip through any JSON or YAML reader.
pub const MAX_DIGITS: u32 = 15;

/// A decimal number with at most 15 significant digits, so that it passes unchanged through JSON and YAML numbers.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, BorshSerialize, BorshDeserialize)]
pub struct Quantity(Decimal);

/// Why a text or number is not a quantity.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum QuantityError {
    #[error("{}", say!("it is not a number"))]
    NotANumber,
    #[error("{}", say!("it is not a finite number"))]
    NotFinite,
    #[error("{}", say!("it has more than {most} digits", most = MAX_DIGITS))]
    TooPrecise,
}

impl Quantity {
    pub const ZERO: Quantity = Quantity(Decimal::ZERO);

    fn checked(decimal: Decimal) -> Result<Self, QuantityError> {
        let decimal = if decimal.scale() == 0 { decimal } else { decimal.normalize() };
        let limit = 10i128.pow(MAX_DIGITS);
        if decimal.mantissa().abs() >= limit || decimal.scale() > MAX_DIGITS {
            return Err(QuantityError::TooPrecise);
        }
        Ok(Self(decimal))
    }

    /// A number by its digits and how many of them are decimals; none if it has too many.
    pub fn from_digits(digits: i64, decimals: u32) -> Option<Self> {
        const LIMIT: u64 = 10_u64.pow(MAX_DIGITS);
        if decimals == 0 && digits.unsigned_abs() < LIMIT {
            return Some(Self(Decimal::from(digits)));
        }
        Self::checked(Decimal::try_new(digits, decimals).ok()?).ok()
    }

    /// The sum, for a check-in that gives a change.
    ///
    /// # Errors
    /// When the sum has more digits than a quantity can hold.
    pub fn plus(self, other: Quantity) -> Result<Self, QuantityError> {
        Self::checked(self.0.checked_add(other.0).ok_or(QuantityError::TooPrecise)?)
    }

    /// The difference, cut to what a quantity can hold: used for gaps, never for what is stored.
    pub fn minus(self, other: Quantity) -> Quantity {
        Quantity((self.0 - other.0).normalize())
    }

    /// The product, for suffixes such as `k` and for `万`.
    ///
    /// # Errors
    /// When the product has more digits than a quantity can hold.
    pub fn times(self, factor: i64) -> Result<Self, QuantityError> {
        Self::checked(self.0.checked_mul(Decimal::from(factor)).ok_or(QuantityError::TooPrecise)?)
    }

    /// The number nearest to a computed one that has at most so many decimals; none if it is too large for a quantity.
    pub fn nearest(value: f64, decimals: u32) -> Option<Self> {
        let decimals = decimals.min(MAX_DIGITS) as usize;
        let text = value.is_finite().then(|| format!("{value:.decimals$}"))?;
        // So few digits are the same after a turn through a binary number, which takes four times as long.
        match text.len() <= MAX_DIGITS as usize {
            true => Decimal::from_str_exact(&text).ok().and_then(|decimal| Self::checked(decimal).ok()),
            false => text.parse::<f64>().ok()?.try_into().ok(),
        }
    }

    /// The same with at most so many decimals, halves away from zero.
    pub fn rounded(self, decimals: u32) -> Self {
        Quantity(self.0.round_dp_with_strategy(decimals, RoundingStrategy::MidpointAwayFromZero).normalize())
    }

    /// The nearest binary number, for ratios only.
    pub fn as_f64(self) -> f64 {
        match (self.0.scale(), self.0.to_i64()) {
            // Most are whole, and a whole number of so few digits is a binary one.
            (0, Some(whole)) => whole as f64,
            _ => self.0.to_f64().unwrap_or(0.0),
        }
    }

    /// How many decimals it is written with.
    pub fn decimals(self) -> u32 {
        self.0.scale()
    }

    /// The number with at least this many decimals: `2` beside `4.2` is `2.0`.
    pub fn with_decimals(self, decimals: u32) -> String {
        let decimals = decimals.max(self.decimals()) as usize;
        format!("{:.decimals$}", self.0)
    }

    pub fn is_negative(self) -> bool {
        self.0.is_sign_negative() && !self.0.is_zero()
    }

    pub fn is_zero(self) -> bool {
        self.0.is_zero()
    }

    /// The size without the sign.
    pub fn abs(self) -> Quantity {
        Quantity(self.0.abs())
    }
}

impl From<i32> for Quantity {
    fn from(value: i32) -> Self {
        Quantity(Decimal::from(value))
    }
}

impl TryFrom<f64> for Quantity {
    type Error = QuantityError;
    /// Takes the shortest decimal that reads back as the same binary number, which is the one that was written.
    fn try_from(value: f64) -> Result<Self, QuantityError> {
        if !value.is_finite() {
            return Err(QuantityError::NotFinite);
        }
        let text = format!("{value}");
        Decimal::from_str_exact(&text).map_err(|_| QuantityError::TooPrecise).and_then(Self::checked)
    }
}

impl FromStr for Quantity {
    type Err = QuantityError;
    /// Reads digits with an optional sign, fraction and `_` between digits; nothing else.
    fn from_str(text: &str) -> Result<Self, QuantityError> {
        let digits = text.strip_prefix(['-', '+']).unwrap_or(text);
        let plain = |c: char| c.is_ascii_digit() || matches!(c, '.' | '_');
        let begins = digits.starts_with(|c: char| c.is_ascii_digit() || c == '.');
        let ends = digits.ends_with(|c: char| c.is_ascii_digit());
        if !begins || !ends || digits.contains("__") || !digits.chars().all(plain) {
            return Err(QuantityError::NotANumber);
        }
        let bare: String = text.chars().filter(|&c| c != '_' && c != '+').collect();
        match Decimal::from_str_exact(&bare) {
            Ok(decimal) => Self::checked(decimal),
            Err(_) if bare.matches('.').count() > 1 => Err(QuantityError::NotANumber),
            Err(_) => Err(QuantityError::TooPrecise),
        }
    }
}

impl fmt::Display for Quantity {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(&self.0.to_string())
    }
}

impl fmt::Debug for Quantity {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.0)
    }
}

impl Serialize for Quantity {
    fn serialize<S: Serializer>(&self, s: S) -> Result<S::Ok, S::Error> {
        match (self.0.scale(), self.0.to_i64(), self.0.to_f64()) {
            (0, Some(whole), _) => s.serialize_i64(whole),
            (_, _, Some(number)) => s.serialize_f64(number),
            _ => s.serialize_str(&self.0.to_string()),
        }
    }
}

impl<'de> Deserialize<'de> for Quantity {
    fn deserialize<D: Deserializer<'de>>(d: D) -> Result<Self, D::Error> {
        struct Number;
        impl Visitor<'_> for Number {
            type Value = Quantity;
            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a number")
            }
            fn visit_i64<E: de::Error>(self, v: i64) -> Result<Quantity, E> {
                Quantity::checked(Decimal::from(v)).map_err(E::custom)
            }
            fn visit_u64<E: de::Error>(self, v: u64) -> Result<Quantity, E> {
                Quantity::checked(Decimal::from(v)).map_err(E::custom)
            }
            fn visit_f64<E: de::Error>(self, v: f64) -> Result<Quantity, E> {
                Quantity::try_from(v).map_err(E::custom)
            }
        }
        d.deserialize_any(Number)
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn the_nearest_number_is_the_one_that_is_written_so(value in -1e6..1e6_f64, places in 0..12_i32, decimals in 0_u32..9) {
            let value = value / 10_f64.powi(places);
            let written = format!("{value:.0$}", decimals as usize);
            let nearest = Quantity::nearest(value, decimals).unwrap();
            prop_assert_eq!(nearest, Quantity::try_from(written.parse::<f64>().unwrap()).unwrap());
            prop_assert!(!nearest.is_zero() || nearest.to_string() == "0");
        }
    }

    #[test]
    fn decimals_show_no_binary_noise() {
        let sum = "0.1".parse::<Quantity>().unwrap().plus("0.2".parse().unwrap()).unwrap();
        assert_eq!(sum.to_string(), "0.3");
        assert_eq!(Quantity::try_from(99.9).unwrap().to_string(), "99.9");
        assert_eq!(Quantity::from(2).with_decimals(1), "2.0");
        assert_eq!("1_200".parse::<Quantity>().unwrap(), Quantity::from(1200));
    }

    #[test]
    fn what_is_not_a_plain_number_is_refused() {
        for text in ["", "-", "1e3", "0x1", "1,200", "NaN", "inf", "1.2.3", "_1", "1_", "٣"] {
            assert!(text.parse::<Quantity>().is_err(), "{text}");
        }
        assert_eq!("1234567890123456".parse::<Quantity>(), Err(QuantityError::TooPrecise));
        assert_eq!(Quantity::try_from(f64::NAN), Err(QuantityError::NotFinite));
        assert_eq!(Quantity::try_from(1e300), Err(QuantityError::TooPrecise));
    }
}
