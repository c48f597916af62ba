//! Lists and quotations as people write them.

use std::fmt::Display;

use super::{Language, spoken};

/// `a`, `a and b`, `a, b and c`; `a、b 和 c`.
pub fn list<T: AsRef<str>>(items: &[T]) -> String {
    let comma = match spoken() {
        Language::English => ", ",
        Language::Chinese => "、",
    };
    match items {
        [] => String::new(),
        [one] => one.as_ref().to_owned(),
        [first @ .., last] => {
            let first: Vec<&str> = first.iter().map(AsRef::as_ref).collect();
            let (first, last) = (first.join(comma), last.as_ref());
            match spoken() {
                Language::English => format!("{first} and {last}"),
                Language::Chinese => {
                    let blank = |beside: Option<char>| if beside.is_some_and(is_wide) { "" } else { " " };
                    format!("{first}{}和{}{last}", blank(first.chars().next_back()), blank(last.chars().next()))
                }
            }
        }
    }
}

/// Whether a character stands beside a Chinese one without a blank: it is one itself, or a sign as wide.
pub fn is_wide(c: char) -> bool {
    matches!(c, '\u{3000}'..='\u{303f}' | '\u{3400}'..='\u{9fff}' | '\u{ff00}'..='\u{ff60}' | '“' | '”')
}

/// The text in quotation marks.
pub fn quoted(text: &impl Display) -> String {
    match spoken() {
        Language::English => format!("\"{text}\""),
        Language::Chinese => format!("“{text}”"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lists_read_well() {
        assert_eq!(list(&["a", "b", "c"]), "a, b and c");
        assert_eq!(list(&["a", "b"]), "a and b");
        assert_eq!(list(&["a"]), "a");
        assert_eq!(list::<&str>(&[]), "");
    }
}
