//! A title cut into words.

use regex::Regex;

/// Whether a title is written in Chinese, at least in part.
pub fn is_chinese(title: &str) -> bool {
    // Most that are not hold no character beyond ASCII either.
    !title.is_ascii() && title.chars().any(is_han)
}

/// Whether a character is a Chinese one.
pub fn is_han(c: char) -> bool {
    matches!(c, '\u{3400}'..='\u{4dbf}' | '\u{4e00}'..='\u{9fff}' | '\u{f900}'..='\u{faff}')
}

/// A title in small letters with one blank between its words: those that say the same are then the same.
pub fn folded(title: &str) -> String {
    title.to_lowercase().split_whitespace().collect::<Vec<_>>().join(" ")
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

/// The runs of digits in a title, each as what stands before it and what stands behind it.
pub fn numbers(title: &str) -> impl Iterator<Item = (&str, &str)> {
    let bytes = title.as_bytes();
    let is_digit = |at: usize| bytes.get(at).is_some_and(u8::is_ascii_digit);
    let begins = (0..bytes.len()).filter(move |&at| is_digit(at) && (at == 0 || !is_digit(at - 1)));
    begins.map(move |at| {
        let length = title[at..].bytes().take_while(u8::is_ascii_digit).count();
        (&title[..at], &title[at + length..])
    })
}

/// Whether what stands before a number in an English title ends with one of these words, in small letters, or with none at all: with
/// a sign, or because the number comes first.
pub fn stands_behind(before: &str, words: &[&str]) -> bool {
    let word = before.trim_end().rsplit(|c: char| !c.is_ascii_alphanumeric()).next().unwrap_or_default();
    word.is_empty() || words.iter().any(|known| known.eq_ignore_ascii_case(word))
}

/// The first word of an English title, as [`words`] has it.
pub fn first_word(title: &str) -> Option<String> {
    title.split_whitespace().find_map(|word| words(word).pop())
}

/// Whether one of the pieces stands anywhere in a title; of Chinese ones that is not known. A pattern that needs one of them is
/// not looked for where there is none: that is most of the work of a check.
pub fn may_hold(title: &str, pieces: &Regex) -> bool {
    !title.is_ascii() || pieces.is_match(title)
}

/// Titles of words of these kinds, of others, and of numbers, for properties.
#[cfg(test)]
pub fn of_words(kinds: &[&[&'static str]]) -> impl proptest::strategy::Strategy<Value = String> {
    use proptest::prelude::*;
    let others: &[&str] = &["the", "customers", "Make", "our", "ISO", "year", "team's", "re-", "-"];
    let numbers: &[&str] = &["5", "10", "1,000", "3.5", "2027", "12k", "7M", "100"];
    let kinds = [kinds, &[others, numbers, numbers]].concat().into_iter();
    let one = prop::strategy::Union::new(kinds.map(|words| prop::sample::select(words.to_vec())));
    let glue = prop::sample::select(vec!["", " ", " ", " ", "  "]);
    prop::collection::vec((one, glue), 1..8).prop_map(|all| all.into_iter().flat_map(<[&str; 2]>::from).collect())
}
