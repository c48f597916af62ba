//! Looking for the words that a pattern needs, before the pattern is built.

#[cfg(test)]
use regex::Regex;

#[cfg(test)]
use super::text::of_words_in;

/// What English words or phrases begin with, in small letters. A pattern that needs one of them is not looked for, nor built, where
/// there is none: that would be most of the work of a check.
pub struct Beginnings {
    all: &'static [&'static str],
    /// A bit for each letter that one of them begins with.
    letters: u32,
}

impl Beginnings {
    pub const fn of(all: &'static [&'static str]) -> Self {
        let (mut letters, mut at) = (0, 0);
        while at < all.len() {
            letters |= LETTERS[all[at].as_bytes()[0] as usize];
            at += 1;
        }
        Self { all, letters }
    }

    /// Whether a word of a title begins so, small or not.
    pub fn stand_in(&self, title: &str) -> bool {
        let bytes = title.as_bytes();
        let mut before = 0;
        for (at, byte) in bytes.iter().enumerate() {
            let letter = LETTERS[usize::from(*byte)];
            if before == 0 && letter & self.letters != 0 && self.begin(&bytes[at..]) {
                return true;
            }
            before = letter;
        }
        false
    }

    fn begin(&self, text: &[u8]) -> bool {
        let [first, second, ..] = text else { return false };
        let letters = [first | 0x20, second | 0x20];
        self.all.iter().any(|one| {
            one.as_bytes().starts_with(&letters)
                && text.get(..one.len()).is_some_and(|text| text.eq_ignore_ascii_case(one.as_bytes()))
        })
    }
}

/// A bit for each letter, small or not; none for any other byte.
const LETTERS: [u32; 256] = {
    let mut table = [0; 256];
    let mut at = 0;
    while at < 26 {
        table[b'a' as usize + at] = 1 << at;
        table[b'A' as usize + at] = 1 << at;
        at += 1;
    }
    table
};

/// Whether, of many titles of the words of a pattern, one is found in which none of these beginnings stands.
#[cfg(test)]
pub fn is_missed(pattern: &Regex, beginnings: &Beginnings) -> Option<String> {
    use proptest::strategy::{Strategy, ValueTree};
    let mut runner = proptest::test_runner::TestRunner::default();
    let titles = of_words_in(
        pattern,
        &["a", "our", "number", "three times", "by half", "12", "daily", "customers,", " and ", "Ten"],
    );
    let mut title = || titles.new_tree(&mut runner).map(|tree| tree.current()).unwrap_or_default();
    let (mut found, mut missed) = (0, None);
    for title in (0..20_000).map(|_| title()).filter(|title| pattern.is_match(title)) {
        found += 1;
        missed = missed.or(Some(title).filter(|title| !beginnings.stand_in(title)));
    }
    assert!(found > 20, "{pattern} was found {found} times");
    missed
}
