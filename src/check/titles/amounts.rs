//! Amounts in a text: numbers with what they are of, in English and Chinese.

use std::sync::LazyLock;

use regex::{Captures, Regex};

use super::text::pattern;

/// A number as it stands in a text.
#[derive(Debug, Clone, PartialEq)]
pub struct Amount {
    /// In bytes.
    pub start: usize,
    pub end: usize,
    /// In the base unit of its dimension: percent, the currency's unit, seconds, pieces.
    pub value: f64,
    pub dimension: Dimension,
    /// The word behind it, in small letters; what is counted, where that is neither percent, money nor time.
    pub unit: String,
    /// Whether it is written with a magnitude, a currency or a `+`: `10k`, `$5`, `3万`, `60+`.
    pub is_marked: bool,
}

/// What a number is of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Dimension {
    Percent,
    Money,
    /// In seconds.
    Time,
    Count,
}

static DIGITS: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"(?x)
        (?P<currency> [$€£¥￥] \s? )?
        (?P<number> [0-9]{1,3} (?: ,[0-9]{3} )+ (?: \.[0-9]+ )? | [0-9]+ (?: [._][0-9]+ )* )
        (?P<magnitude> \s? (?: [kK] | [mM] | bn | mn ) \b | \s (?: thousand | million | billion ) \b | \s? (?: 百万 | 千万 | 万 | 亿 | 千 ) )?
        (?P<plus> \+ )?
        (?P<unit> \s? (?: % | ％ ) | \s? (?: 个百分点 | [\p{Han}]{1,2} ) | \s (?: per \s cent | percentage \s points? | [A-Za-z€][0-9A-Za-z_\u{c0}-\u{24f}-]* ) | [a-z]{1,3} \b )?",
    )
});

static HAN: LazyLock<Regex> = LazyLock::new(|| {
    pattern(r"(?P<number>[一二两三四五六七八九十百千]+)个?(?P<magnitude>百万|千万|万|亿|成)(?P<unit>[\p{Han}]{1,2})?")
});

/// The amounts of a text, in their order. Numbers that are part of a name are none: `GPT-5`, `24/7`, `Q4`, `7-day`.
pub fn amounts(text: &str) -> Vec<Amount> {
    let mut all: Vec<Amount> = Vec::new();
    if text.bytes().any(|byte| byte.is_ascii_digit()) {
        all.extend(DIGITS.captures_iter(text).filter_map(|found| of_digits(text, &found)));
    }
    if text.contains(['万', '亿', '成']) {
        all.extend(HAN.captures_iter(text).filter_map(|found| of_han(&found)));
    }
    all.sort_by_key(|amount| amount.start);
    all
}

fn of_digits(text: &str, found: &Captures) -> Option<Amount> {
    // In the order in which they stand in the pattern; looking them up by name takes longer than finding them.
    let [currency, number, magnitude, plus, unit] = [1, 2, 3, 4, 5].map(|group| found.get(group));
    let number = number?;
    let first = currency.unwrap_or(number);
    let before = text[..first.start()].chars().next_back();
    let part_of_name = |c: char| {
        c.is_ascii_alphanumeric() || matches!(c, '-' | '–' | '/' | '.' | '#' | '_' | ':' | '@' | '&' | '双' | '第')
    };
    // `-5` behind a blank is a number below zero; here no title has one.
    if before.is_some_and(part_of_name) {
        return None;
    }
    let last = [magnitude, plus, Some(number)].into_iter().flatten().map(|part| part.end()).max()?;
    let after = text[last..].chars().next();
    let unit = unit.map(|unit| unit.as_str().trim().to_lowercase()).unwrap_or_default();
    let glued = after.is_some_and(|c| c.is_ascii_alphabetic());
    let (mut dimension, factor) = dimension_of(&unit);
    let known = dimension != Dimension::Count;
    if after.is_some_and(|c| matches!(c, '-' | '/' | ':' | '_')) || (glued && !known) {
        return None;
    }
    let digits: String = number.as_str().chars().filter(|c| !matches!(c, ',' | '_')).collect();
    // Two points make a version, not a number.
    let value: f64 = digits.parse().ok()?;
    let magnitude = magnitude.map(|word| word.as_str().trim()).unwrap_or_default();
    let currency = currency.is_some();
    if currency {
        dimension = Dimension::Money;
    }
    Some(Amount {
        start: first.start(),
        end: last.max(if known { found.get(0)?.end() } else { last }),
        value: value * magnitude_of(magnitude) * factor,
        dimension,
        unit,
        is_marked: currency || !magnitude.is_empty() || plus.is_some(),
    })
}

fn of_han(found: &Captures) -> Option<Amount> {
    let (whole, magnitude) = (found.get(0)?, found.name("magnitude")?);
    let number = of_numeral(found.name("number")?.as_str())?;
    let share = magnitude.as_str() == "成";
    let unit = found.name("unit").map(|unit| unit.as_str().to_owned()).unwrap_or_default();
    let (dimension, factor) = if share { (Dimension::Percent, 10.0) } else { dimension_of(&unit) };
    let value = number * if share { 1.0 } else { magnitude_of(magnitude.as_str()) } * factor;
    // 成 is also the beginning of words: 三成 is a share, 一成为 is none.
    if share && unit.starts_with(['为', '长', '功', '本', '果', '员', '就', '立', '品', '交', '单', '熟', '绩'])
    {
        return None;
    }
    Some(Amount { start: whole.start(), end: magnitude.end(), value, dimension, unit, is_marked: true })
}

/// A Chinese numeral below ten thousand.
fn of_numeral(text: &str) -> Option<f64> {
    let (mut sum, mut digit) = (0.0, 0.0);
    for c in text.chars() {
        let place = match c {
            '十' => 10.0,
            '百' => 100.0,
            '千' => 1000.0,
            _ => {
                digit = "一二三四五六七八九"
                    .chars()
                    .position(|d| d == c)
                    .map(|at| at as f64 + 1.0)
                    .or((c == '两').then_some(2.0))?;
                continue;
            }
        };
        sum += place * if digit == 0.0 { 1.0 } else { digit };
        digit = 0.0;
    }
    Some(sum + digit)
}

fn magnitude_of(word: &str) -> f64 {
    match word {
        "k" | "K" | "thousand" | "千" => 1e3,
        "m" | "M" | "mn" | "million" | "百万" => 1e6,
        "bn" | "billion" => 1e9,
        "万" => 1e4,
        "千万" => 1e7,
        "亿" => 1e8,
        _ => 1.0,
    }
}

/// What a unit measures, and how many base units one of it is.
pub fn dimension_of(unit: &str) -> (Dimension, f64) {
    const MINUTE: f64 = 60.0;
    const DAY: f64 = 24.0 * 60.0 * MINUTE;
    let unit = unit.trim().to_lowercase();
    let time = match unit.as_str() {
        "ms" | "millisecond" | "milliseconds" | "毫秒" => Some(0.001),
        "s" | "sec" | "secs" | "second" | "seconds" | "秒" | "秒钟" => Some(1.0),
        "min" | "mins" | "minute" | "minutes" | "分钟" => Some(MINUTE),
        "h" | "hr" | "hrs" | "hour" | "hours" | "小时" | "个小时" | "工时" => Some(60.0 * MINUTE),
        "d" | "day" | "days" | "天" | "日" | "工作日" | "天内" => Some(DAY),
        "week" | "weeks" | "wk" | "周" => Some(7.0 * DAY),
        _ => None,
    };
    if let Some(factor) = time {
        return (Dimension::Time, factor);
    }
    match unit.as_str() {
        "%" | "％" | "percent" | "per cent" | "percentage points" | "percentage point" | "pp" | "个百分点"
        | "百分点" => (Dimension::Percent, 1.0),
        "成" => (Dimension::Percent, 10.0),
        _ => money(&unit).map_or((Dimension::Count, 1.0), |factor| (Dimension::Money, factor)),
    }
}

/// How many of the currency's own units a unit of money is: `kUSD`, `million EUR`, `万元`.
fn money(unit: &str) -> Option<f64> {
    const CURRENCIES: &[&str] = &[
        "usd",
        "eur",
        "gbp",
        "cny",
        "rmb",
        "jpy",
        "chf",
        "$",
        "€",
        "£",
        "¥",
        "元",
        "美元",
        "欧元",
        "人民币",
        "dollars",
        "euros",
        "euro",
        "pounds",
    ];
    let end = CURRENCIES.iter().filter(|currency| unit.ends_with(**currency)).max_by_key(|currency| currency.len())?;
    let magnitude = unit[..unit.len() - end.len()].trim();
    match magnitude {
        "" => Some(1.0),
        _ => Some(magnitude_of(magnitude)).filter(|factor| *factor > 1.0),
    }
}

/// What a metric's unit measures, with a magnitude in front of it taken in: `万人`, `k users`.
pub fn metric_unit(unit: &str) -> (Dimension, f64, String) {
    let unit = unit.trim().to_lowercase();
    let (dimension, factor) = dimension_of(&unit);
    if dimension != Dimension::Count {
        return (dimension, factor, unit);
    }
    for magnitude in ["thousand", "million", "billion", "千万", "百万", "万", "亿", "千", "k", "m"] {
        let rest =
            unit.strip_prefix(magnitude).filter(|rest| magnitude.len() > 1 || rest.is_empty() || rest.starts_with(' '));
        if let Some(rest) = rest {
            return (dimension, magnitude_of(magnitude), rest.trim().to_owned());
        }
    }
    (dimension, 1.0, unit)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn values(text: &str) -> Vec<(f64, Dimension)> {
        amounts(text).into_iter().map(|amount| (amount.value, amount.dimension)).collect()
    }

    #[test]
    fn amounts_are_read_with_what_they_are_of() {
        use Dimension::{Count, Money, Percent, Time};
        assert_eq!(values("from 1.2k to 2,000 teams"), [(1200.0, Count), (2000.0, Count)]);
        assert_eq!(values("churn 4% -> 2.5 %"), [(4.0, Percent), (2.5, Percent)]);
        assert_eq!(values("raise $1.5M and 1.2 亿元"), [(1.5e6, Money), (1.2e8, Money)]);
        assert_eq!(values("under 2 hours, 200 毫秒"), [(7200.0, Time), (0.2, Time)]);
        assert_eq!(values("两万人，九成，一个亿"), [(20000.0, Count), (90.0, Percent), (1e8, Count)]);
    }

    #[test]
    fn numbers_that_are_names_are_no_amounts() {
        for text in ["GPT-5", "24/7", "Q4", "K-12", "7-day retention", "S3", "P95", "双11", "5G", "v1.2.3", "2B 客户"]
        {
            assert_eq!(values(text), [], "{text}");
        }
    }

    #[test]
    fn units_of_metrics_are_read_with_their_magnitude() {
        assert_eq!(metric_unit("万人"), (Dimension::Count, 1e4, "人".to_owned()));
        assert_eq!(metric_unit("kUSD"), (Dimension::Money, 1e3, "kusd".to_owned()));
        assert_eq!(metric_unit("million EUR").1, 1e6);
        assert_eq!(metric_unit("ms"), (Dimension::Time, 0.001, "ms".to_owned()));
        assert_eq!(metric_unit("members").2, "members");
    }
}
