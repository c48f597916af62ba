//! Multiples in words: twice, half, 翻番.

use std::sync::LazyLock;

use regex::Regex;

use super::beginnings::Beginnings;
use super::text::{is_chinese, pattern};

/// Multiples in words: a pattern of English ones, Chinese ones, and what a value becomes by them.
const MULTIPLES: [(&str, &[&str], f64); 3] = [
    (
        r"(?i)^\s*(double|doubling)\s+(the|our|number|weekly|monthly|daily|active|average|sign|revenue|sales|output|share|rate|traffic|\S+ly)\b|\bdoubles\b|\bdoubled\b",
        &["翻一番", "翻番", "翻倍", "增长一倍", "增加一倍", "提升一倍", "提高一倍"],
        2.0,
    ),
    (
        r"(?i)^\s*(triple|tripling)\s+(?-i:[0-9A-Za-z_\u{c0}-\u{24f}])+|\btriples\b|\btripled\b",
        &["增长两倍", "增加两倍", "提升两倍", "提高两倍"],
        3.0,
    ),
    (
        r"(?i)\b(halve|halves|halved|halving|by half|in half)\b",
        &["减半", "下降一半", "降低一半", "缩短一半", "减少一半", "压缩一半"],
        0.5,
    ),
];

static PATTERNS: LazyLock<[Regex; 3]> = LazyLock::new(|| MULTIPLES.map(|(text, ..)| pattern(text)));

/// One of these stands in all that they find.
const MULTIPLIED: Beginnings = Beginnings::of(&["doubl", "tripl", "halv", "half"]);

/// The first of some words in a title.
fn first_of<'t>(words: &[&str], title: &'t str) -> Option<&'t str> {
    let found = words.iter().filter_map(|words| Some((title.find(words)?, words.len())));
    found.min().map(|(at, length)| &title[at..at + length])
}

/// The words of a title that say what a value is multiplied by, if there are any, with the factor.
pub fn multiple(title: &str) -> Option<(&str, f64)> {
    let (english, chinese) = (MULTIPLIED.stand_in(title), is_chinese(title));
    MULTIPLES.iter().enumerate().find_map(|(at, (_, words, factor))| {
        let found = if english { PATTERNS[at].find(title).map(|found| found.as_str()) } else { None };
        let found = found.or_else(|| if chinese { first_of(words, title) } else { None });
        Some((found?, *factor))
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::titles::beginnings::is_missed;

    #[test]
    fn no_multiple_is_passed_over() {
        for pattern in PATTERNS.iter() {
            assert_eq!(is_missed(pattern, &MULTIPLIED), None, "{pattern}");
        }
    }
}
