//! A title cut into words.

use compact_str::CompactString;
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
    let small = title.to_lowercase();
    let mut folded = String::with_capacity(small.len());
    for word in small.split_whitespace() {
        if !folded.is_empty() {
            folded.push(' ');
        }
        folded.push_str(word);
    }
    folded
}

/// The words of an English title in small letters, without the signs around them.
pub fn words(title: &str) -> Vec<CompactString> {
    small_words(title).collect()
}

fn small_words(title: &str) -> impl Iterator<Item = CompactString> {
    let sign = |c: char| !c.is_alphanumeric() && !matches!(c, '%' | '$' | '€' | '£' | '+');
    let bare = title.split_whitespace().map(move |word| word.trim_matches(sign)).filter(|word| !word.is_empty());
    bare.map(small)
}

fn small(word: &str) -> CompactString {
    if !word.is_ascii() {
        return CompactString::from_str_to_lowercase(word);
    }
    let mut small = CompactString::from(word);
    small.make_ascii_lowercase();
    small
}

/// A pattern of ours, which is known to be one.
pub fn pattern(text: &str) -> Regex {
    match Regex::new(text) {
        Ok(regex) => regex,
        Err(why) => unreachable!("{text}: {why}"),
    }
}

/// Whether one of the phrases stands in the words as whole words.
pub fn has_phrase(words: &[CompactString], phrases: &[&str]) -> bool {
    let begins = |at: usize, phrase: &str| {
        let mut rest = words[at..].iter();
        phrase.split(' ').all(|word| rest.next().is_some_and(|own| own == word))
    };
    (0..words.len()).any(|at| phrases.iter().any(|phrase| begins(at, phrase)))
}

/// The runs of digits in a title, each as what stands before it and what stands behind it.
pub fn numbers(title: &str) -> impl Iterator<Item = (&str, &str)> {
    let mut rest = title;
    std::iter::from_fn(move || {
        let digits = &rest[rest.bytes().position(|byte| byte.is_ascii_digit())?..];
        rest = &digits[digits.bytes().take_while(u8::is_ascii_digit).count()..];
        Some((&title[..title.len() - digits.len()], rest))
    })
}

/// Whether a title has more words than that, with blanks between them.
pub fn has_more_words_than(title: &str, most: usize) -> bool {
    if !title.is_ascii() {
        return title.split_whitespace().nth(most).is_some();
    }
    let mut before = b' ';
    let begins = |byte: u8| {
        let is_blank = |byte: u8| matches!(byte, b' ' | b'\t'..=b'\r');
        is_blank(std::mem::replace(&mut before, byte)) && !is_blank(byte)
    };
    title.bytes().map(begins).map(usize::from).sum::<usize>() > most
}

/// Whether what stands before a number in an English title ends with one of these words, in small letters, or with none at all: with
/// a sign, or because the number comes first.
pub fn stands_behind(before: &str, words: &[&[&str]]) -> bool {
    let word = last_word(before.trim_end());
    word.is_empty() || words.iter().any(|words| is_one_of(word, words))
}

/// Whether a character is part of a word.
pub fn is_word(c: char) -> bool {
    c.is_alphanumeric() || c == '_'
}

/// The word in which a text ends: nothing where it ends in a sign or a blank.
pub fn last_word(text: &str) -> &str {
    let start = text.char_indices().rev().take_while(|(_, c)| is_word(*c)).last();
    start.map_or("", |(start, _)| &text[start..])
}

/// The word with which a text begins: nothing where it begins with a sign or a blank.
pub fn leading_word(text: &str) -> &str {
    &text[..text.find(|c| !is_word(c)).unwrap_or(text.len())]
}

/// Whether a word is one of these, which are in small letters.
pub fn is_one_of(word: &str, words: &[&str]) -> bool {
    words.iter().any(|known| known.eq_ignore_ascii_case(word))
}

/// Whether some words stand in a text as whole words.
pub fn holds_words(text: &str, words: &str) -> bool {
    text.match_indices(words).any(|(at, _)| {
        let (before, behind) = (text[..at].chars().next_back(), text[at + words.len()..].chars().next());
        !before.is_some_and(is_word) && !behind.is_some_and(is_word)
    })
}

/// The first word of an English title, as [`words`] has it.
pub fn first_word(title: &str) -> Option<CompactString> {
    small_words(title).next()
}

/// Titles of the words of a pattern, and of some more: whatever it finds in as few words is among them.
#[cfg(test)]
pub fn of_words_in(pattern: &Regex, more: &[&str]) -> impl proptest::strategy::Strategy<Value = String> + use<> {
    use proptest::prelude::*;
    let words = pattern.as_str().split(|c: char| !is_word(c)).filter(|word| !word.is_empty()).map(str::to_owned);
    let all: Vec<String> = words.chain(more.iter().map(|&word| word.to_owned())).collect();
    let glue = prop::sample::select(vec!["", "", " ", " ", "  "]);
    prop::collection::vec((prop::sample::select(all), glue), 1..5)
        .prop_map(|all| all.into_iter().map(|(word, glue)| word + glue).collect())
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
