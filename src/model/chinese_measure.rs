//! Measures in Chinese words: `从 31 到 50 分`, `从 5 天降到 1 天`, `不低于 99.9 %`, `不超过 2 小时`.

use super::amount;

/// Words for an arrow.
const TO: [char; 2] = ['到', '至'];

/// How a number goes where it goes, as said in front of [`TO`]. Of two that end alike the longer one comes first.
const WAYS: [&str; 19] = [
    "提升", "提高", "上升", "增长", "增加", "扩大", "下降", "降低", "减少", "缩短", "缩小", "压缩", "升", "涨", "增",
    "降", "减", "缩", "提",
];

const AT_LEAST: [&str; 4] = ["不低于", "不少于", "不小于", "至少"];
const AT_MOST: [&str; 4] = ["不超过", "不高于", "不多于", "不大于"];

/// A whole measure that is said in these words, with the signs that stand for them; nothing of any other.
pub fn in_signs(measure: &str) -> Option<String> {
    change(measure).or_else(|| level(measure))
}

fn change(measure: &str) -> Option<String> {
    let said = measure.strip_prefix('从').unwrap_or(measure);
    // A unit may hold such a word too: 到店人数.
    let (from, to) = said
        .char_indices()
        .filter(|(_, c)| TO.contains(c))
        .map(|(at, c)| (&said[..at], &said[at + c.len_utf8()..]))
        .find(|(from, to)| amount::scan(from).is_ok() && amount::scan(to).is_ok())?;
    let from = from.trim_end();
    let from = WAYS.iter().find_map(|way| from.strip_suffix(way)).unwrap_or(from);
    Some(format!("{from} -> {to}"))
}

/// A level with its worst value, which may be said in Chinese too: `≤ 200 毫秒，最差 500`.
pub fn with_worst(level: &str) -> String {
    let Some((before, worst)) = level.split_once("最差") else { return level.to_owned() };
    match worst.trim_start().starts_with(|c: char| c.is_ascii_digit()) {
        true => format!("{} worst {}", before.trim_end().trim_end_matches([',', '，', '、']), worst.trim_start()),
        false => level.to_owned(),
    }
}

fn level(measure: &str) -> Option<String> {
    let behind = |words: &[&str]| words.iter().find_map(|word| measure.strip_prefix(word));
    let (sign, rest) = behind(&AT_LEAST).map(|rest| (">=", rest)).or_else(|| Some(("<=", behind(&AT_MOST)?)))?;
    // What would be a second level must not be taken for a unit.
    let another = AT_LEAST.iter().chain(&AT_MOST).any(|word| rest.contains(word));
    (!another && amount::scan(rest).is_ok()).then(|| format!("{sign} {rest}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_stand_for_signs() {
        for (words, signs) in [
            ("从 31 到 50 分", " 31 -> 50 分"),
            ("从31到50分", "31 -> 50分"),
            ("31 到 50 分", "31 -> 50 分"),
            ("从 5 天降到 1 天", " 5 天 -> 1 天"),
            ("从 5 天缩短至 1 天", " 5 天 -> 1 天"),
            ("从 80% 提高到 95%", " 80%  -> 95%"),
            ("从 100 到店客人到 200 到店客人", " 100 到店客人 -> 200 到店客人"),
            ("不低于 99.9 %", ">= 99.9 %"),
            ("不超过 2 小时", "<= 2 小时"),
            ("不低于 99.9 % worst 99", ">= 99.9 % worst 99"),
        ] {
            let tidy = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
            assert_eq!(in_signs(words).as_deref().map(tidy), Some(tidy(signs)), "{words}");
        }
    }

    #[test]
    fn what_is_not_wholly_such_a_measure_is_none() {
        for other in ["从头到尾", "从 31 到顶", "从 31 开始", "不低于去年", "不低于 10，不超过 20", "大约不低于 5"]
        {
            assert_eq!(in_signs(other), None, "{other}");
        }
    }
}
