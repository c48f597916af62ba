//! Numbers as other tools write them, with the unit or the scale that stands around them.

use super::draft::Unfit;
use crate::model::{AmountError, CURRENCIES, Quantity, read_amount};

/// Words for a scale behind a number, in small letters: `1.2 Mio €`, `2 bn`.
const SCALES: &[(i64, &[&str])] = &[
    (1_000, &["k", "thousand", "thousands", "tsd"]),
    (1_000_000, &["mn", "mio", "mln", "million", "millions"]),
    (1_000_000_000, &["b", "bn", "bln", "mrd", "billion", "billions"]),
    (1_000_000_000_000, &["tn", "trillion", "trillions"]),
];

/// Letters that are a scale behind any number, whatever follows them.
const CHINESE: &[(i64, &str)] = &[(1_000_000, "百万"), (10_000, "万"), (100_000_000, "亿")];

/// A number with its unit, if one stands around it.
///
/// # Errors
/// When it is none, or could be two, or when what stands behind it can be no unit.
pub fn amount(text: &str) -> Result<(Quantity, Option<String>), Unfit> {
    let not_a_number = || Unfit::Amount(AmountError::NotANumber(text.trim().to_owned()));
    let found = read_amount(text).map_err(Unfit::Amount)?;
    let (number, rest) = match scale(found.rest) {
        // Two scales, as in `1M bn`, are a slip.
        Some(_) if is_scaled(text, found.rest) => return Err(not_a_number()),
        Some((factor, rest)) => {
            let too_many = |why| Unfit::Amount(AmountError::Number { text: text.trim().to_owned(), why });
            (found.number.times(factor).map_err(too_many)?, rest)
        }
        None => (found.number, found.rest),
    };
    match (found.sign, rest) {
        (sign, "") => Ok((number, sign.map(String::from))),
        (None, unit) if is_unit(unit) => Ok((number, Some(unit.to_owned()))),
        // `$5/seat` is not in dollars, and `$1.2m` is not 1.2.
        _ => Err(not_a_number()),
    }
}

/// The scale that a text begins with, and what stands behind it. A small `m` is metres or minutes.
fn scale(rest: &str) -> Option<(i64, &str)> {
    if let Some((factor, after)) = CHINESE.iter().find_map(|(factor, word)| Some((*factor, rest.strip_prefix(word)?))) {
        return Some((factor, after.trim()));
    }
    let end = rest.find(|c: char| !c.is_alphabetic()).unwrap_or(rest.len());
    let (word, after) = rest.split_at(end);
    let after = after.trim_start_matches('.').trim();
    if word == "M" {
        return Some((1_000_000, after));
    }
    let word = word.to_lowercase();
    SCALES.iter().find(|(_, words)| words.contains(&word.as_str())).map(|(factor, _)| (*factor, after))
}

/// Whether the number in front of the rest has a scale already.
fn is_scaled(text: &str, rest: &str) -> bool {
    text.trim().strip_suffix(rest).is_some_and(|front| front.trim_end().ends_with(['k', 'K', 'M', 'B', '万', '亿']))
}

/// Whether what stands behind a number can be its unit: letters, a currency, `%`, `°C`, words. `2 000`, `3/5`, `20 → 40` and
/// `3 of 5` go on as something else.
fn is_unit(text: &str) -> bool {
    let is_currency = |c: char| CURRENCIES.contains(&c) || matches!(c, '¢' | '\u{20a0}'..='\u{20cf}');
    let begins = |c: char| c.is_alphabetic() || is_currency(c) || matches!(c, '%' | '％' | '‰' | '°' | '℃' | '℉');
    let is_digit = |c: char| c.is_ascii_digit();
    let numbered =
        text.split_whitespace().skip(1).any(|word| word.trim_start_matches(['(', '~', '$']).starts_with(is_digit));
    let digits = text.as_bytes().windows(2).any(|pair| pair.iter().all(u8::is_ascii_digit));
    text.starts_with(begins) && !numbered && !digits
}

/// A part of a whole, in percent: `70`, `70 %`.
///
/// # Errors
/// When it is none.
pub fn percent(text: &str) -> Result<f64, Unfit> {
    match amount(text)? {
        (number, None) => Ok(number.as_f64()),
        (number, Some(unit)) if matches!(unit.as_str(), "%" | "％") => Ok(number.as_f64()),
        _ => Err(Unfit::Percent),
    }
}

/// A part of 1, in percent: `0.7` is 70.
///
/// # Errors
/// When it is no number from 0 to 1.
pub fn share(text: &str) -> Result<f64, Unfit> {
    let number = amount(text)?.0.as_f64();
    if (0.0..=1.0).contains(&number) { Ok(crate::model::rounded(number * 100.0, 6)) } else { Err(Unfit::Percent) }
}

/// What progresses that stand together are of: `0.42` is 42 % in one file and less than one in the next.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum ProgressScale {
    /// Of 100.
    #[default]
    Percent,
    /// Of 1.
    Share,
    /// Nothing but 0 and 1.
    Unclear,
}

impl ProgressScale {
    /// The scale of all progresses of a column or a document: of 100 where one is above 1 or has a `%`, else of 1 where one has
    /// a fraction.
    pub fn of<'t>(texts: impl IntoIterator<Item = &'t str>) -> Self {
        let mut found = Self::Percent;
        for text in texts {
            let Ok((number, unit)) = amount(text) else { continue };
            let value = number.as_f64();
            if unit.is_some() || !(0.0..=1.0).contains(&value) {
                return Self::Percent;
            }
            if text.contains('.') {
                found = Self::Share;
            } else if value == 1.0 && found == Self::Percent {
                found = Self::Unclear;
            }
        }
        found
    }

    /// A progress in percent.
    ///
    /// # Errors
    /// When it is none, or the scale leaves open how much it is.
    pub fn read(self, text: &str) -> Result<f64, Unfit> {
        match self {
            Self::Percent => percent(text),
            Self::Share => share(text),
            // 0 is nothing on either.
            Self::Unclear => {
                percent(text).and_then(|value| if value == 0.0 { Ok(value) } else { Err(Unfit::ProgressScale) })
            }
        }
    }
}

/// Looks at a number that stands beside others with commas: there `1.200` is 1.2, or 1200.
///
/// # Errors
/// When it could be either.
pub fn point(text: &str) -> Result<(), Unfit> {
    let end = text.find(|c: char| c.is_ascii_digit()).unwrap_or(text.len());
    let digits: &str = &text[end..];
    let stop = digits.find(|c: char| !(c.is_ascii_digit() || c == '.')).unwrap_or(digits.len());
    let Some((whole, part)) = digits[..stop].split_once('.') else { return Ok(()) };
    let is_group = part.len() == 3 && (1..=3).contains(&whole.len()) && !whole.starts_with('0');
    // `1.200,50` is refused for its comma.
    if !is_group || part.contains('.') || digits[stop..].starts_with(',') {
        return Ok(());
    }
    let decimal = digits[..stop].trim_end_matches('0').trim_end_matches('.').to_owned();
    Err(Unfit::Point { thousands: format!("{whole}{part}"), decimal })
}

/// Whether a number is written with a comma, or with several points: then a point may stand between thousands.
pub fn is_grouped(text: &str) -> bool {
    let digits = |c: char| c.is_ascii_digit();
    let number = text.trim().trim_start_matches(|c: char| !c.is_ascii_digit());
    let stop = number.find(|c: char| !(digits(c) || c == '.' || c == ',')).unwrap_or(number.len());
    let number = number[..stop].trim_end_matches(['.', ',']);
    number.contains(',') || number.matches('.').count() > 1
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Option<(String, Option<String>)> {
        amount(text).ok().map(|(number, unit)| (number.to_string(), unit))
    }

    #[test]
    fn an_amount_has_one_reading_or_none() {
        assert_eq!(amount("$1.2k"), Ok((Quantity::from(1200), Some("$".into()))));
        assert!(matches!(amount("1,200"), Err(Unfit::Amount(_))));
        assert_eq!((share("0.35"), share("35")), (Ok(35.0), Err(Unfit::Percent)));
        assert_eq!(percent("5 points"), Err(Unfit::Percent));
    }

    #[test]
    fn scales_are_multiplied_and_never_units() {
        for (text, number, unit) in [
            ("1B", "1000000000", None),
            ("2 bn", "2000000000", None),
            ("2 b", "2000000000", None),
            ("2 M EUR", "2000000", Some("EUR")),
            ("€1.2 Mio", "1200000", Some("€")),
            ("1.2 Mio. €", "1200000", Some("€")),
            ("900 thousand", "900000", None),
            ("3mn users", "3000000", Some("users")),
            ("5 万", "50000", None),
            ("5百万元", "5000000", Some("元")),
            ("1m", "1", Some("m")),
        ] {
            assert_eq!(read(text), Some((number.to_owned(), unit.map(str::to_owned))), "{text}");
        }
        for text in ["$1.2m", "1M bn", "5万亿", "2 M/year", "$5/seat"] {
            assert_eq!(read(text), None, "{text}");
        }
    }

    #[test]
    fn what_goes_on_is_no_unit() {
        for text in ["4.2 %", "12h", "5 new hires by June", "3 m2", "20 °C", "5 ‰", "2 pp", "3 days/week", "7 ₽"] {
            assert!(read(text).is_some_and(|(_, unit)| unit.is_some()), "{text}");
        }
        for text in [
            "2 000",
            "2\u{a0}000",
            "2'000",
            "1:30",
            "3/5",
            "10-20",
            "20 → 40",
            "20 -> 40",
            "100 (stretch: 150)",
            "2026-10-01",
            "3 of 5",
            "1h30",
            "5 days (7)",
            "100+",
        ] {
            assert_eq!(read(text), None, "{text}");
        }
    }

    #[test]
    fn progresses_tell_their_scale_together() {
        use ProgressScale as Scale;
        assert_eq!(Scale::of(["0.4", "1", "0"]), Scale::Share);
        assert_eq!(Scale::of(["0.4", "42"]), Scale::Percent);
        assert_eq!(Scale::of(["0.4", "1 %"]), Scale::Percent);
        assert_eq!((Scale::of(["0", "1"]), Scale::of(["0", "0"])), (Scale::Unclear, Scale::Percent));
        assert_eq!((Scale::Share.read("0.42"), Scale::Unclear.read("1")), (Ok(42.0), Err(Unfit::ProgressScale)));
    }

    #[test]
    fn a_point_before_three_digits_may_stand_between_thousands() {
        let both = |thousands: &str, decimal: &str| {
            Err(Unfit::Point { thousands: thousands.to_owned(), decimal: decimal.to_owned() })
        };
        assert_eq!((point("1.200"), point("-€12.345 k")), (both("1200", "1.2"), both("12345", "12.345")));
        for text in ["0.125", "1.20", "1.2000", "1.200.000", "1200", "many", "1234.500", "1.200,50"] {
            assert_eq!(point(text), Ok(()), "{text}");
        }
        assert!(["12,5", "1.200.000", "€ 1,200"].iter().all(|text| is_grouped(text)));
        assert!(["12.5", "5, then", "1.", "a.b.c", "5 v1.2.3"].iter().all(|text| !is_grouped(text)));
    }
}
