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
    let text = format!(" {} ", words.join(" "));
    phrases.iter().any(|phrase| text.contains(&format!(" {phrase} ")))
}
