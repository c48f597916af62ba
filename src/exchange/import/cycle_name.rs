//! Cycles as people write them, as names of ours: `2018 Q3` is `2018-Q3`, `2022 年 3 月` is `2022-03`.

use std::sync::LazyLock;

use regex::Regex;

/// A name without a year is `Q4` or `H2`: which year is meant, the store tells.
static NAMES: LazyLock<Vec<Regex>> = LazyLock::new(|| {
    let month = r"(?P<month>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sep(?:t(?:ember)?)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)";
    let year = r"(?:(?P<fiscal>fy)[ -]?)?(?P<year>(?:19|20)[0-9]{2})";
    let fiscal = r"(?P<fiscal>fy)[ -]?'?(?P<short>[0-9]{2})";
    let part = r"(?P<part>q[1-4]|h[12])";
    let all = [
        format!(r"{year} ?年? ?[-_/ ]? ?(?P<part>q[1-4]|h[12]|w[0-5][0-9])\b"),
        format!(r"{fiscal} ?[-_/ ]? ?{part}\b"),
        format!(r"\b{part} ?[-_/ ,(]? ?{year}"),
        format!(r"\b{part} ?[-_/ ,(]? ?{fiscal}\b"),
        r"(?P<year>(?:19|20)[0-9]{2}) ?年 ?(?P<first>[0-9]{1,2}) ?月? ?[-–~～至到] ?(?P<last>[0-9]{1,2}) ?月"
            .to_owned(),
        r"(?P<year>(?:19|20)[0-9]{2}) ?年 ?第? ?(?P<quarter>[一二三四1-4]) ?季度".to_owned(),
        r"(?P<year>(?:19|20)[0-9]{2}) ?年 ?(?P<half>[上下])半年".to_owned(),
        r"(?P<year>(?:19|20)[0-9]{2})(?: ?年 ?|[-/])(?P<first>[0-9]{1,2})(?: ?月|\b)".to_owned(),
        format!(r"\b{month} {year}\b"),
        format!(r"\b{fiscal}\b"),
        format!(r"\b{year}(?: ?年度?)?"),
        format!(r"\b{part}\b"),
        r"第? ?(?P<quarter>[一二三四]) ?季度".to_owned(),
    ];
    all.iter().map(|text| crate::check::titles::pattern(&format!("(?i){text}"))).collect()
});

/// Words that may stand around a cycle in a heading without making another thing of it.
const AROUND: &[&str] = &[
    "okr",
    "okrs",
    "objective",
    "objectives",
    "key",
    "results",
    "result",
    "goal",
    "goals",
    "and",
    "for",
    "the",
    "of",
    "our",
    "quarterly",
    "quarter",
    "annual",
    "company",
    "current",
    "cycle",
    "period",
    "目标",
    "关键结果",
    "与",
    "和",
    "的",
    "季度",
    "年度",
];

/// The cycle that a text names, if it names one and nothing else.
pub fn cycle_name(text: &str) -> Option<String> {
    let found = NAMES.iter().find_map(|regex| regex.captures(text))?;
    let whole = found.get(0)?;
    let rest = format!("{} {}", &text[..whole.start()], &text[whole.end()..]).to_lowercase();
    let mut words =
        rest.split(|c: char| c.is_whitespace() || "-–—:：,，()（）[]&/".contains(c)).filter(|word| !word.is_empty());
    let group = |name: &str| found.name(name).map(|part| part.as_str());
    // The months of a quarter may stand beside it.
    let is_month = |word: &str| group("part").is_some() && is_month(word);
    if !words.all(|word| AROUND.contains(&word) || is_month(word)) {
        return None;
    }
    let number = |name: &str| group(name).and_then(|digits| digits.parse::<u32>().ok());
    let fiscal = if group("fiscal").is_some() { "FY" } else { "" };
    let year = group("year").map(str::to_owned).or_else(|| group("short").map(|short| format!("20{short}")));
    let part = match (group("part"), group("quarter"), group("half")) {
        (Some(part), ..) => Some(part.to_uppercase()),
        (_, Some(quarter), _) => Some(format!("Q{}", quarter_number(quarter)?)),
        (.., Some(half)) => Some(if half == "上" { "H1" } else { "H2" }.to_owned()),
        _ => match (number("first"), number("last"), group("month")) {
            (Some(first), Some(last), _) => Some(months(first, last)?),
            (Some(month @ 1..=12), None, _) => Some(format!("{month:02}")),
            (Some(_), ..) => return None,
            (.., Some(name)) => Some(format!("{:02}", month_number(name)?)),
            _ => None,
        },
    };
    match (year, part) {
        (Some(year), Some(part)) => Some(format!("{fiscal}{year}-{part}")),
        (Some(year), None) => Some(format!("{fiscal}{year}")),
        (None, part) => part,
    }
}

/// A title with the cycle that stands in brackets at its end, and its year with it: `Grow (Q1 2027)`.
pub fn behind(title: &str) -> Option<(String, &str)> {
    let (before, inner) = title.trim_end().strip_suffix([')', '）', ']'])?.rsplit_once(['(', '（', '['])?;
    let cycle = cycle_name(inner).filter(|cycle| cycle.contains(|c: char| c.is_ascii_digit()) && cycle.len() > 2)?;
    Some((cycle, before.trim_end())).filter(|(_, before)| !before.is_empty())
}

fn is_month(word: &str) -> bool {
    const NAMES: &[&str] = &[
        "january",
        "february",
        "march",
        "april",
        "may",
        "june",
        "july",
        "august",
        "september",
        "october",
        "november",
        "december",
    ];
    let word = word.trim_end_matches('.');
    word.len() >= 3 && NAMES.iter().any(|name| *name == word || (word.len() <= 4 && name.starts_with(word)))
}

fn quarter_number(text: &str) -> Option<usize> {
    "一二三四".chars().position(|c| text.starts_with(c)).map(|at| at + 1).or_else(|| text.parse().ok())
}

fn month_number(name: &str) -> Option<usize> {
    const MONTHS: &str = "janfebmaraprmayjunjulaugsepoctnovdec";
    MONTHS.find(&name.get(..3)?.to_lowercase()).map(|at| at / 3 + 1)
}

/// The quarter or half that goes from a month to another.
fn months(first: u32, last: u32) -> Option<String> {
    match (first, last) {
        (1 | 4 | 7 | 10, last) if last == first + 2 => Some(format!("Q{}", last / 3)),
        (1, 6) => Some("H1".to_owned()),
        (7, 12) => Some("H2".to_owned()),
        _ => None,
    }
}

/// A quarter below the year that it belongs to.
pub fn within(above: Option<&str>, cycle: String) -> String {
    let year = above.filter(|above| above.trim_start_matches("FY").len() == 4 && !above.contains('-'));
    match year {
        Some(year) if cycle.len() == 2 => format!("{year}-{cycle}"),
        _ => cycle,
    }
}

#[cfg(test)]
mod tests {
    use super::{behind, cycle_name};

    #[test]
    fn cycles_are_read_as_people_write_them() {
        for (text, name) in [
            ("2018 Q3", "2018-Q3"),
            ("Q3 2018 OKRs", "2018-Q3"),
            ("FY19-Q1", "FY2019-Q1"),
            ("FY2020 Q4 Objectives & Key Results", "FY2020-Q4"),
            ("2022 年 3 月", "2022-03"),
            ("2022 年 1 月 - 3 月", "2022-Q1"),
            ("2026年第四季度", "2026-Q4"),
            ("2026 年下半年", "2026-H2"),
            ("October 2026", "2026-10"),
            ("2026-W40", "2026-W40"),
            ("2026-10", "2026-10"),
            ("2026", "2026"),
            ("Q4", "Q4"),
            ("OKRs for Q4", "Q4"),
            ("Q1 2027 (January – March)", "2027-Q1"),
            ("2027 Q1 (Jan–Mar)", "2027-Q1"),
        ] {
            assert_eq!(cycle_name(text).as_deref(), Some(name), "{text}");
        }
    }

    #[test]
    fn a_cycle_behind_a_title_is_taken_off() {
        assert_eq!(behind("Grow (Q1 2027)"), Some(("2027-Q1".to_owned(), "Grow")));
        assert_eq!(behind("成长（2026年第四季度）"), Some(("2026-Q4".to_owned(), "成长")));
        for text in ["Grow (Q1)", "Grow (fast)", "(Q1 2027)", "Grow Q1 2027", "Win (launch in Q1 2027)"] {
            assert_eq!(behind(text), None, "{text}");
        }
    }

    #[test]
    fn what_is_more_than_a_cycle_is_none() {
        for text in [
            "Launch in Q4",
            "2026 will be great",
            "2022 年 2 月 - 5 月",
            "Maybe",
            "20182",
            "2022 年 13 月",
            "Objectives",
            "",
        ] {
            assert_eq!(cycle_name(text), None, "{text}");
        }
    }
}
