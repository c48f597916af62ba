//! A title cut into words.

use regex::Regex;

/// Whether a title is written in Chinese, at least in part.
pub fn is_chinese(title: &str) -> bool {
    title.chars().any(is_han)
}

/// Whether a character is a Chinese one.
pub fn is_han(c: char) -> bool {
    matches!(c, '\u{3400}'..='\u{4dbf}' | '\u{4e00}'..='\u{9fff}' | '\u{f900}'..='\u{faff}')
}

/// The words of an English title in small letters, without the signs around them.
pub fn words(title: &str) -> Vec<String> {
    let sign = |c: char| !c.is_alphanumeric() && !matches!(c, '%' | '$' | '€' | '£' | '+');
    let bare = title.split_whitespace().map(|word| word.trim_matches(sign).to_lowercase());
    bare.filter(|word| !word.is_empty()).collect()
}

/// A pattern of ours, which is known to be one.
pub fn pattern(text: &str) -> Regex {
    match Regex::new(text) {
        Ok(regex) => regex,
        Err(why) => unreachable!("{text}: {why}"),
    }
}

/// Whether one of the phrases stands in the words as whole words.
pub fn has_phrase(words: &[String], phrases: &[&str]) -> bool {
    let begins = |at: usize, phrase: &str| {
        let mut rest = words[at..].iter();
        phrase.split(' ').all(|word| rest.next().is_some_and(|own| own == word))
    };
    (0..words.len()).any(|at| phrases.iter().any(|phrase| begins(at, phrase)))
}

/// A pattern that finds any of some pieces of English words, whatever their case.
pub fn pieces(all: &[&str]) -> Regex {
    let escaped: Vec<String> = all.iter().map(|piece| regex::escape(piece)).collect();
    pattern(&format!("(?i-u){}", escaped.join("|")))
}

/// Whether one of the pieces stands anywhere in a title; of Chinese ones that is not known. A pattern that needs one of them is
/// not looked for where there is none: that is most of the work of a check.
pub fn may_hold(title: &str, pieces: &Regex) -> bool {
    !title.is_ascii() || pieces.is_match(title)
}
