//! Objectives that are a figure: what they want to reach belongs into a key result.

use std::sync::LazyLock;

use regex::Regex;

use super::amounts::{Amount, Dimension, amounts, dimension_of};
use super::beginnings::Beginnings;
use super::text::{is_chinese, is_one_of, last_word, numbers, pattern, stands_behind};

/// Words that ask for more or less of something, and words before a target.
#[rustfmt::skip]
const AIMS: &[&str] = &[
    "grow", "increase", "raise", "reach", "cut", "reduce", "decrease", "lower", "boost", "improve", "hit", "achieve", "sign", "add",
    "acquire", "gain", "attain", "exceed", "surpass", "generate", "earn", "sell", "save", "lift", "bring", "drop", "shrink", "expand",
    "win", "close", "secure", "collect", "recruit", "convert", "onboard", "get", "attract",
    "to", "by", "below", "under", "above", "over", "than", "least", "most", "from", "within",
];

/// Words behind a number that make a share or a large number of it.
const MARKS: &[&str] = &["k", "m", "mn", "bn", "thousand", "million", "billion", "per", "percent", "percentage", "pp"];

/// Words before a number that only names something.
#[rustfmt::skip]
const NAMING: &[&str] = &[
    "level", "tier", "phase", "grade", "version", "step", "chapter", "top", "type", "class", "stage", "part", "page", "day", "week", "month",
    "quarter", "year", "route", "room", "article", "section", "season", "round", "generation", "no", "number", "iso", "series", "gen",
    "platform", "building", "floor", "line", "zone", "area", "unit", "team", "model", "python", "java", "windows", "web", "industry",
    "agenda", "horizon", "covid", "euro", "formula", "until", "since", "after", "before", "in", "of", "and", "the", "for", "age", "aged",
];

/// One of these stands in every amount in words.
#[rustfmt::skip]
const NUMERALS: Beginnings = Beginnings::of(&[
    "ten", "eleven", "twelve", "fifteen", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety", "hundred",
    "thousand", "million", "billion", "dozen",
]);

/// One of these stands in all that the next pattern finds.
#[rustfmt::skip]
const MULTIPLES: Beginnings = Beginnings::of(&[
    "double", "triple", "quadruple", "half", "halve", "third", "quarter", "fifth", "tenth", "twice", "times",
]);

static MULTIPLE: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"(?ix) ^ (to \s+)? (double|triple|quadruple|halve) \s+ (our|the|your|my|its|number|revenue|sales|profit|users|donations|income|output|turnover|membership|\S+ \s+ (revenue|sales|users|donations|sign-ups|customers)) \b
              | \b (in|by) \s+ half \b | \b by \s+ (a|one|two) \s+ (third|quarter|fifth|half|tenth)s? \b | \b (twice|three \s+ times|ten \s+ times) \s+ (as \s+ many|as \s+ much|the) \b",
    )
});

static ZH_MULTIPLE: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"翻一番|翻两番|翻番|翻倍|翻[0-9０-９]+倍|(提升|提高|增长|增加|扩大)[一二两三四五六七八九十0-9０-９]+倍|(缩短|降低|减少|下降|压缩|削减)(了|到|为|至)?(一半|三分之[一二]|四分之[一三])|减半",
    )
});

/// Amounts in words behind a verb that wants them: `Sign twenty customers`.
static WORDS: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"(?ix) ^ (sign|win|add|acquire|gain|reach|hit|sell|raise|recruit|onboard|get|close|attract|open|collect|save|grow \s+ to | grow \s+ \S+ \s+ to)
            \s+ (at \s+ least \s+)? ((a|one|two|three|five|ten) \s+)? (ten|eleven|twelve|fifteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|hundred|thousand|million|billion|dozen)s? \b",
    )
});

/// How what stands before such a number ends in Chinese.
#[rustfmt::skip]
const ZH_AIMS: &[&str] = &[
    "到", "至", "达", "达成", "控制在", "低于", "高于", "超过", "突破", "新增", "实现", "完成", "签约", "少于", "多于",
    "大于", "小于", "增长", "提升", "提高", "降低", "下降", "减少", "缩短", "增加", "拿下", "发展", "获得", "获取", "招募",
    "服务", "覆盖", "融资", "筹集", "累计", "销售", "卖出", "开出", "开设", "以上", "用户", "客户", "会员", "人数", "收入",
    "营收", "销量", "至少", "净增", "节约", "节省",
];

/// The words of an objective's title that make a figure of it, if it is one: `$10M`, `92 %`, `翻一番`.
pub fn outcome_number(title: &str) -> Option<&str> {
    let title = title.trim();
    let multiple = || MULTIPLES.stand_in(title).then(|| MULTIPLE.find(title)).flatten();
    let has_any = || !title.is_ascii() && title.contains(['翻', '倍', '半', '之']);
    let in_chinese = || has_any().then(|| ZH_MULTIPLE.find(title)).flatten();
    let words = || NUMERALS.stand_in(title).then(|| WORDS.find(title)).flatten();
    if let Some(found) = multiple().or_else(in_chinese).or_else(words) {
        return Some(found.as_str());
    }
    if !may_name_a_target(title) {
        return None;
    }
    let all = amounts(title);
    // From nothing to one is a manner of speaking.
    let idiom = matches!(all.as_slice(), [first, second] if (first.value, second.value) == (0.0, 1.0));
    let found = all.iter().find(|amount| !idiom && is_outcome(title, amount))?;
    Some(title[found.start..found.end].trim())
}

/// Whether a number of an English title may be one that [`is_outcome`] finds: it stands behind a sign or a word that aims at it, or says
/// that it is a share, much, or money. Finding out takes a tenth of reading all amounts.
fn may_name_a_target(title: &str) -> bool {
    let marked = |behind: &str| {
        let behind = behind.trim_start();
        let end = behind.find(|c: char| !c.is_ascii_alphanumeric()).unwrap_or(behind.len());
        let word = &behind[..end];
        is_one_of(word, MARKS) || behind.starts_with(['%', '+']) || dimension_of(word).0 == Dimension::Money
    };
    !title.is_ascii() || numbers(title).any(|(before, behind)| stands_behind(before, &[AIMS]) || marked(behind))
}

fn is_outcome(title: &str, amount: &Amount) -> bool {
    let before = title[..amount.start].trim_end();
    let after = title[amount.end..].trim_start();
    let year = amount.dimension == Dimension::Count
        && (1900.0..2100.0).contains(&amount.value)
        && !amount.is_marked
        && title[amount.start..amount.end].len() == 4;
    let last = last_word(before);
    let aimed_at = is_one_of(last, AIMS);
    let aimed_at_in_chinese = !before.is_ascii() && ZH_AIMS.iter().any(|words| before.ends_with(words));
    let named = is_one_of(last, NAMING) || before.chars().next_back().is_some_and(|c| c == '.' || c == '#');
    match amount.dimension {
        // All of something is a manner of speaking: 100 % present, 100 % 用心.
        Dimension::Percent => amount.value != 100.0 || aimed_at || aimed_at_in_chinese,
        Dimension::Money => true,
        Dimension::Time => !named && (aimed_at || aimed_at_in_chinese || after.starts_with("以内")),
        Dimension::Count if year || named => false,
        Dimension::Count if is_chinese(title) => {
            let unit_first = amount.unit.chars().next();
            // 三年, 五星, 一线: what follows makes a name of it.
            let name = unit_first.is_some_and(|c| "年月日后前号级届代线星周季强热维".contains(c));
            !name && (amount.is_marked || aimed_at_in_chinese || after.starts_with("以上") || after.starts_with("以下"))
        }
        Dimension::Count => {
            let proper = before.split_whitespace().next_back().is_some_and(is_proper) && before.contains(' ');
            amount.is_marked || (!proper && aimed_at)
        }
    }
}

/// Whether a word is a name, after which a number is part of it: `ISO 27001`, `PostgreSQL 17`.
fn is_proper(word: &str) -> bool {
    word.chars().next().is_some_and(char::is_uppercase)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::check::titles::beginnings::is_missed;
    use crate::check::titles::text::of_words;

    proptest! {
        #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(4000) })]

        #[test]
        fn no_target_is_passed_over_unread(title in of_words(&[AIMS, MARKS, &["%", "+"], &["$", "kUSD", "m EUR", "pounds", "h", "days"]])) {
            let found = amounts(&title).iter().any(|amount| is_outcome(&title, amount));
            prop_assert!(!found || may_name_a_target(&title), "{}", title);
        }
    }

    #[test]
    fn no_amount_in_words_is_passed_over() {
        assert_eq!(is_missed(&MULTIPLE, &MULTIPLES), None);
        assert_eq!(is_missed(&WORDS, &NUMERALS), None);
    }

    #[test]
    fn a_figure_is_told_from_a_number_that_is_a_name() {
        for (title, words) in [
            ("Grow ARR to $10M", "$10M"),
            ("Raise patient satisfaction to 92 %", "92 %"),
            ("Reach 50,000 weekly active users by end of Q3", "50,000"),
            ("Double our revenue in Latin America", "Double our"),
            ("NPS 60+", "60+"),
            ("客户满意度达到 95 分", "95"),
            ("新增付费用户3万", "3万"),
            ("把订单交付周期缩短一半", "缩短一半"),
        ] {
            assert_eq!(outcome_number(title), Some(words), "{title}");
        }
        for title in [
            "Make GPT-5 answers something customers trust",
            "Become the No. 1 choice for bakeries",
            "Make ISO 27001 feel like common sense",
            "Our 24/7 hotline feels human",
            "Make Python 3.13 the release library authors adopt",
            "Double down on quality",
            "Be ready for 2030",
            "从 0 到 1 打开东南亚市场",
            "让 12345 热线成为市民最信赖的渠道",
            "成为 95 后设计师最向往的工作室",
        ] {
            assert_eq!(outcome_number(title), None, "{title}");
        }
    }
}
