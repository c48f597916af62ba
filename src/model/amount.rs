//! Numbers as people type them: `1.2k`, `1_200`, `$5`, `4.2%`, `1.2万`.

use super::quantity::{Quantity, QuantityError};
use crate::language::say;

/// A number at the beginning of a text, with what stood around it.
#[derive(Debug, Clone, PartialEq)]
pub struct Amount<'a> {
    pub number: Quantity,
    /// A currency sign that stood in front.
    pub sign: Option<char>,
    /// What follows, without blanks at its ends.
    pub rest: &'a str,
}

/// Why a text does not begin with a number.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum AmountError {
    #[error("{}", say!("{text} is not a number", text = format_args!("{_0:?}")))]
    NotANumber(String),
    #[error("{}", say!("{text} has an exponent: write the number out", text = format_args!("{_0:?}")))]
    Exponent(String),
    #[error("{}", say!("{text} could be {thousands} or {decimal}", text = format_args!("{text:?}"), thousands, decimal))]
    Comma { text: String, thousands: String, decimal: String },
    /// A comma where only one reading is possible, which is that number.
    #[error("{}", say!("{text} has a comma in it", text = format_args!("{text:?}")))]
    Separator { text: String, number: String },
    #[error("{}", say!("{text}: {why}", text = format_args!("{text:?}"), why))]
    Number { text: String, why: QuantityError },
}

/// Signs that stand before a number and are its unit.
pub const CURRENCIES: [char; 6] = ['$', '€', '£', '¥', '￥', '₹'];

/// Reads a number with its sign and its suffix: `k`, `M`, `B`, `万`, `亿`.
///
/// # Errors
/// When there is none, when a comma makes it ambiguous, or when it has too many digits.
pub fn scan(text: &str) -> Result<Amount<'_>, AmountError> {
    read(text, suffix)
}

/// The same with `万` and `亿` left to the unit: `1800万元` is 1800 of what is called `万元`.
///
/// # Errors
/// As for [`scan`].
pub fn scan_in_units(text: &str) -> Result<Amount<'_>, AmountError> {
    read(text, |after| if after.starts_with(MYRIADS) { (1, after) } else { suffix(after) })
}

/// The numbers that Chinese counts large amounts in.
pub const MYRIADS: [char; 2] = ['万', '亿'];

fn read(text: &str, suffix: fn(&str) -> (i64, &str)) -> Result<Amount<'_>, AmountError> {
    let text = text.trim();
    let (negative, unsigned) = match text.strip_prefix(['-', '−']) {
        Some(rest) => (true, rest),
        None => (false, text.strip_prefix('+').unwrap_or(text)),
    };
    let sign = unsigned.chars().next().filter(|c| CURRENCIES.contains(c));
    let unsigned = sign.map_or(unsigned, |c| unsigned[c.len_utf8()..].trim_start());
    let numeric = |c: char| c.is_ascii_digit() || matches!(c, '.' | '_' | ',');
    let end = unsigned.find(|c| !numeric(c)).unwrap_or(unsigned.len());
    let (digits, after) = unsigned.split_at(end);
    if !digits.starts_with(|c: char| c.is_ascii_digit() || c == '.') {
        return Err(AmountError::NotANumber(text.to_owned()));
    }
    // `1e3` would otherwise be one of a unit that is called e3.
    let exponent = after.strip_prefix(['e', 'E']).map(|rest| rest.strip_prefix(['+', '-']).unwrap_or(rest));
    if exponent.is_some_and(|rest| rest.starts_with(|c: char| c.is_ascii_digit())) {
        return Err(AmountError::Exponent(text.to_owned()));
    }
    if digits.contains(',') {
        return Err(comma(text, digits));
    }
    let why = |why| AmountError::Number { text: text.to_owned(), why };
    let (factor, rest) = suffix(after);
    let signed = if negative { format!("-{digits}") } else { digits.to_owned() };
    let number = signed.parse::<Quantity>().and_then(|number| number.times(factor)).map_err(why)?;
    Ok(Amount { number, sign, rest: rest.trim() })
}

fn suffix(after: &str) -> (i64, &str) {
    let mut chars = after.chars();
    let factor = match chars.next() {
        Some('k' | 'K') => 1_000,
        Some('M') => 1_000_000,
        Some('B') => 1_000_000_000,
        Some('万') => 10_000,
        Some('亿') => 100_000_000,
        _ => return (1, after),
    };
    let rest = chars.as_str();
    // `10km` is ten kilometres; `10k m` is not.
    let chinese = matches!(after.chars().next(), Some('万' | '亿'));
    let ends = chinese || rest.is_empty() || rest.starts_with(|c: char| c.is_whitespace() || c == '%');
    if ends { (factor, rest) } else { (1, after) }
}

/// Why a number with commas is not taken: `1,200` is one thing in London and another in Lisbon. Where only one reading is
/// possible, that one is named.
fn comma(text: &str, digits: &str) -> AmountError {
    let groups: Vec<&str> = digits.split(',').collect();
    let grouped = groups[1..].iter().all(|group| group.split('.').next().is_some_and(|whole| whole.len() == 3));
    if !grouped && groups.len() > 2 {
        return AmountError::NotANumber(text.to_owned());
    }
    if !grouped {
        let mut thousands = groups[0].split('.');
        let begins = thousands.next().is_some_and(|first| (1..=3).contains(&first.len()));
        if !begins || thousands.any(|group| group.len() != 3) {
            return AmountError::NotANumber(text.to_owned());
        }
        let number = format!("{}.{}", groups[0].replace('.', ""), groups[1]);
        return AmountError::Separator { text: text.to_owned(), number };
    }
    if groups.len() > 2 || digits.contains('.') {
        return AmountError::Separator { text: text.to_owned(), number: digits.replace(',', "") };
    }
    AmountError::Comma {
        text: text.to_owned(),
        thousands: digits.replace(',', ""),
        decimal: trimmed(&digits.replacen(',', ".", 1).replace(',', "")),
    }
}

/// Without the zeros at the end of a fraction: the other reading of `1,200` is 1.2.
fn trimmed(decimal: &str) -> String {
    if decimal.matches('.').count() == 1 {
        decimal.trim_end_matches('0').trim_end_matches('.').to_owned()
    } else {
        decimal.to_owned()
    }
}
