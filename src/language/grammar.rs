//! Lists and quotations as people write them.

use std::fmt::Display;

use super::{Language, spoken};

/// `a`, `a and b`, `a, b and c`; `a、b 和 c`.
pub fn list<T: AsRef<str>>(items: &[T]) -> String {
    let (comma, and) = match spoken() {
        Language::English => (", ", " and "),
        Language::Chinese => ("、", " 和 "),
    };
    match items {
        [] => String::new(),
        [one] => one.as_ref().to_owned(),
        [first @ .., last] => {
            let first: Vec<&str> = first.iter().map(AsRef::as_ref).collect();
            format!("{}{and}{}", first.join(comma), last.as_ref())
        }
    }
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
