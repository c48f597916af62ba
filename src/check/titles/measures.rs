//! The measure that a key result's title says in so many words.

use std::sync::LazyLock;

use regex::Regex;

use super::text::pattern;
use crate::model::Metric;

/// A number with its sign and magnitude.
const NUMBER: &str = r"[$€£¥￥₹]?[-−]?[0-9][0-9._,]*(?:\s?(?:[kKMB]\b|万|亿))?";

/// What it is of: a sign, a word that is no preposition, a Chinese measure word.
const UNIT: &str = r"(?:\s?(?:%|％|个百分点|毫秒|秒|分钟|小时|天|周|个月|万元|元|人|名|家|次|分|件|个|倍|篇|条)|\s?(?:ms|s|min|h|d|km|kg|GB|TB|MB|°C)\b|\s[A-Za-z][\w-]*)?";

static CHANGE: LazyLock<[Regex; 3]> = LazyLock::new(|| {
    [
        pattern(&format!(r"(?P<from>{NUMBER}{UNIT})\s*(?:->|→|-->|–>)\s*(?P<to>{NUMBER}{UNIT})")),
        pattern(&format!(r"(?i)\bfrom\s+(?P<from>{NUMBER}{UNIT})\s+(?:up\s+|down\s+)?to\s+(?P<to>{NUMBER}{UNIT})")),
        pattern(&format!(
            r"(?:从|由)\s*(?P<from>{NUMBER}{UNIT})\s*[\p{{Han}}]{{0,6}}?(?:到|至|为)了?\s*(?P<to>{NUMBER}{UNIT})"
        )),
    ]
});

static LEVEL: LazyLock<Regex> = LazyLock::new(|| pattern(&format!(r"(?P<sign>>=|≥|<=|≤)\s*(?P<limit>{NUMBER}{UNIT})")));

/// Words that stand behind a number and are not what it is of.
const NO_UNITS: &[&str] = &[
    "to", "in", "by", "per", "for", "on", "at", "with", "within", "until", "and", "or", "of", "from", "this", "the",
    "a", "an", "up", "down", "over", "across", "as", "is", "are", "while", "during", "after", "before", "under",
    "through", "via", "using", "without", "than", "but", "so", "that", "each", "every", "worst", "due", "weight",
];

/// The change or level that a title says: `from 31 to 50 points`, `4.2 % -> 2 %`, `>= 99.9 %`, `从 80% 提升到 92%`. None where it
/// says none, or one that could be read in two ways.
pub fn measure(title: &str) -> Option<Metric> {
    if !title.bytes().any(|byte| byte.is_ascii_digit()) {
        return None;
    }
    let change = CHANGE.iter().find_map(|regex| regex.captures(title)).and_then(|found| {
        let text = format!("{} -> {}", amount(found.name("from")?.as_str()), amount(found.name("to")?.as_str()));
        text.parse().ok()
    });
    change.or_else(|| {
        let found = LEVEL.captures(title)?;
        format!("{} {}", &found["sign"], amount(found.name("limit")?.as_str())).parse().ok()
    })
}

/// An amount without the word behind it that is no unit, and in the signs that metrics are written with.
fn amount(text: &str) -> String {
    let text = text.replace('％', "%");
    match text.rsplit_once(char::is_whitespace) {
        Some((number, word)) if NO_UNITS.contains(&word.to_lowercase().as_str()) => number.trim_end().to_owned(),
        _ => text.trim_end_matches(['.', ',']).to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn said(title: &str) -> Option<Metric> {
        measure(title)
    }

    fn same(title: &str, spec: &str) {
        assert_eq!(said(title), Some(spec.parse().unwrap()), "{title}");
    }

    #[test]
    fn changes_and_levels_are_read_as_a_metric_is() {
        same("NPS rises from 31 to 50 points", "31 -> 50 points");
        same("Churn 4.2 % -> 2 %", "4.2 -> 2 %");
        same("Keep uptime >= 99.9 %", ">= 99.9 %");
        same("Answer tickets in ≤ 4 h", "<= 4 h");
        same("客户续约率从 80% 提升到 92%", "80 -> 92 %");
        same("Grow MRR from $1.2M to $2M by June", "$1.2M -> $2M");
        same("Cut builds from 40 min to 10 min", "40 -> 10 min");
        same("Grow from 3 to 5 in the quarter.", "3 -> 5");
        same("Grow from 3 to 5.", "3 -> 5");
    }

    #[test]
    fn what_says_no_measure_or_two_has_none() {
        for title in [
            "Ship 3 features",
            "from 1,200 to 2,000 teams",
            "from 5 ms to 3 s",
            "from 5 to 5",
            "60%+ of activations use it",
            "From zero to one",
            "",
        ] {
            assert_eq!(said(title), None, "{title}");
        }
    }
}
