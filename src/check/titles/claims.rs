//! Titles of key results that say other numbers than their metric.

use super::amounts::{Amount, Dimension, amounts, metric_unit};
use super::beginnings::Beginnings;
use super::multiples::multiple;
use super::text::{is_chinese, is_one_of, last_word, numbers, stands_behind};
use crate::model::{Metric, Quantity};

/// Words before a number that is meant as a value of the metric.
#[rustfmt::skip]
const VALUES: &[&str] = &[
    "from", "to", "reach", "reaches", "reached", "reaching", "least", "most", "under", "below", "over", "above", "by", "hit", "hits", "exceed",
    "exceeds", "maximum", "minimum", "max", "min",
];

/// How what stands before such a number ends in Chinese, and in signs.
#[rustfmt::skip]
const ENDS_BEFORE_VALUES: &[&str] = &[
    ">", "<", ">=", "<=", "→", "≥", "≤", "从", "由", "到", "至", "为", "达", "不超过", "低于", "高于", "小于", "大于", "少于", "多于", "突破", "超过",
    "控制在", "至少", "最多", "下降", "降低", "缩短", "减少", "增长", "增加", "提升", "提高", "压缩", "压降", "签约", "新增",
];

/// Words before a number that says by how much.
const DIFFERENCES: &[&str] = &["by", "up", "down"];
#[rustfmt::skip]
const ZH_DIFFERENCES: &[&str] = &[
    "下降", "降低", "缩短", "减少", "增长", "增加", "提升", "提高", "压缩", "压降", "节省", "节约", "削减",
];

/// Whether a number behind this is meant as a value: `from`, `more than`, `>=`, `达到`.
fn means_a_value(before: &str) -> bool {
    let last = last_word(before);
    let than = || {
        let first = before[..before.len() - last.len()].trim_end();
        last.eq_ignore_ascii_case("than") && is_one_of(last_word(first), &["more", "fewer", "less"])
    };
    is_one_of(last, VALUES) || than() || ENDS_BEFORE_VALUES.iter().any(|end| before.ends_with(end))
}

/// Whether a number behind this says by how much.
fn means_a_difference(before: &str) -> bool {
    let before = before.strip_suffix('了').unwrap_or(before).trim_end();
    is_one_of(last_word(before), DIFFERENCES) || ZH_DIFFERENCES.iter().any(|end| before.ends_with(end))
}

/// What stands behind a number that may be a value whatever stands before it; a sign for percent does as well.
const OF_WHAT: Beginnings = Beginnings::of(&["per cent", "percent", "or less", "or more", "or fewer"]);

/// A metric's numbers in base units.
struct Numbers {
    dimension: Dimension,
    unit: String,
    /// The values that a title may well name.
    values: Vec<f64>,
    /// Start and target.
    change: Option<(f64, f64)>,
}

impl Numbers {
    fn of(metric: &Metric) -> Option<Self> {
        let (numbers, unit, change): (Vec<Quantity>, _, _) = match metric {
            Metric::Change(change) => (vec![change.from, change.to], &change.unit, true),
            Metric::Keep(keep) => {
                ([keep.at_least, keep.at_most, keep.worst].into_iter().flatten().collect(), &keep.unit, false)
            }
            Metric::Done | Metric::Milestones(_) | Metric::Aligned => return None,
        };
        let (dimension, factor, unit) = metric_unit(unit.as_deref().unwrap_or_default());
        let values: Vec<f64> = numbers.iter().map(|number| number.as_f64() * factor).collect();
        let change = change.then(|| (values[0], values[1]));
        Some(Self { dimension, unit, values, change })
    }

    fn holds(&self, number: f64) -> bool {
        self.values.iter().any(|value| close(*value, number))
    }

    /// Whether the metric changes by so much.
    fn differs_by(&self, number: f64) -> bool {
        self.change.is_some_and(|(from, to)| close((to - from).abs(), number))
    }

    /// Whether the metric changes by so many percent of where it starts.
    fn changes_by_percent(&self, percent: f64) -> bool {
        self.change
            .is_some_and(|(from, to)| from != 0.0 && (100.0 * (to - from).abs() / from.abs() - percent).abs() < 1.0)
    }
}

fn close(a: f64, b: f64) -> bool {
    (a - b).abs() <= 0.005 * a.abs().max(b.abs()) + 1e-9
}

/// The words of a title that say another number than the metric has, if there are any.
pub fn contradiction<'t>(title: &'t str, metric: &Metric) -> Option<&'t str> {
    let (multiple, names_a_value) = (multiple(title), may_name_a_value(title));
    if multiple.is_none() && !names_a_value {
        return None;
    }
    let numbers = Numbers::of(metric)?;
    if let (Some((found, factor)), Some((from, to))) = (multiple, numbers.change)
        && from != 0.0
        && (to / from / factor - 1.0).abs() > 0.05
    {
        return Some(found.trim());
    }
    if !names_a_value {
        return None;
    }
    let all = amounts(title);
    let wrong = all.iter().find(|amount| is_wrong(title, amount, &numbers))?;
    Some(title[wrong.start..wrong.end].trim())
}

/// Whether a number of an English title may be meant as a value: it comes first, behind a sign or one of the words for that,
/// or says what it is of. Finding out takes a tenth of reading all amounts.
fn may_name_a_value(title: &str) -> bool {
    if !title.is_ascii() {
        return true;
    }
    let mut numbers = numbers(title).peekable();
    numbers.peek().is_some()
        && (numbers.any(|(before, _)| stands_behind(before, &[VALUES, DIFFERENCES, &["than"]]))
            || title.contains('%')
            || OF_WHAT.stand_in(title))
}

fn is_wrong(title: &str, amount: &Amount, numbers: &Numbers) -> bool {
    let before = title[..amount.start].trim_end();
    let after = title[amount.end..].trim_start();
    let difference = means_a_difference(before);
    // 4 out of 5, three of five: a share, which no other number need repeat.
    if after.starts_with("of ") && amount.dimension == Dimension::Count
        || before.ends_with(" of")
        || before.ends_with("out of")
    {
        return false;
    }
    if amount.dimension == Dimension::Percent && numbers.dimension != Dimension::Percent {
        return difference && numbers.change.is_some() && !numbers.changes_by_percent(amount.value);
    }
    if amount.dimension != numbers.dimension {
        return false;
    }
    let behind =
        ["以内", "以下", "以上", "or less", "or more", "or fewer", "以內"].iter().any(|words| after.starts_with(words));
    let meant = means_a_value(before) || behind || (before.is_empty() && counts_the_same(amount, numbers, title));
    let percent = amount.dimension == Dimension::Percent && numbers.changes_by_percent(amount.value);
    meant
        && !numbers.holds(amount.value)
        && !numbers.differs_by(amount.value)
        && !percent
        && is_comparable(amount, numbers, title)
}

/// Whether what a number at the beginning counts is what the metric counts: `25 schools join` and `20 schools`.
fn counts_the_same(amount: &Amount, numbers: &Numbers, title: &str) -> bool {
    if amount.dimension != Dimension::Count {
        return true;
    }
    let stem = |word: &str| word.trim_end_matches('s').to_owned();
    let unit = numbers.unit.as_str();
    if is_chinese(title) {
        return !unit.is_empty() && amount.unit.starts_with(unit);
    }
    // What is counted stands some words behind: 25 partner schools.
    let words = title[amount.end..].split_whitespace().take(4).map(|word| stem(&word.to_lowercase()));
    let last = stem(unit.split_whitespace().next_back().unwrap_or_default());
    !last.is_empty() && words.into_iter().any(|word| word == last)
}

/// Whether a number could be a value of the metric at all: one of another thing that is counted is not.
fn is_comparable(amount: &Amount, numbers: &Numbers, title: &str) -> bool {
    if amount.dimension != Dimension::Count || amount.unit.is_empty() || numbers.unit.is_empty() {
        return true;
    }
    let small = |c: char| c.is_ascii_lowercase();
    let other_thing = !is_chinese(title) && amount.unit.chars().all(small) && !counts_the_same(amount, numbers, title);
    let filler = matches!(
        amount.unit.as_str(),
        "in" | "by"
            | "to"
            | "and"
            | "or"
            | "per"
            | "a"
            | "for"
            | "on"
            | "at"
            | "from"
            | "of"
            | "with"
            | "this"
            | "until"
    );
    !other_thing || filler
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::check::titles::text::of_words;
    use crate::model::KeyResultSpec;

    proptest! {
        #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(4000) })]

        #[test]
        fn no_value_is_passed_over_unread(
            title in of_words(&[VALUES, DIFFERENCES, &["%", "per cent", "or less", "more than", "->", ">=", "points", "$", "of", "(", "users"]]),
            measure in prop::sample::select(vec!["31 -> 45 points", ">= 90 %", "200 -> 300 users", "50 -> 40 kUSD", "<= 120 minutes"]),
        ) {
            let spec: KeyResultSpec = format!("x: {measure}").parse().unwrap();
            let numbers = Numbers::of(&spec.metric).unwrap();
            let found = amounts(&title).iter().any(|amount| is_wrong(&title, amount, &numbers));
            prop_assert!(!found || may_name_a_value(&title), "{}", title);
        }
    }

    fn said(title: &str, measure: &str) -> Option<String> {
        let spec: KeyResultSpec = format!("x: {measure}").parse().unwrap();
        contradiction(title, &spec.metric).map(str::to_owned)
    }

    #[test]
    fn numbers_that_contradict_are_named() {
        assert_eq!(said("NPS from 31 to 50", "31 -> 45 points").as_deref(), Some("50"));
        assert_eq!(said("At least 95 % of deliveries on time", ">= 90 %").as_deref(), Some("95 %"));
        assert_eq!(said("Double the number of teams", "200 -> 300 teams").as_deref(), Some("Double the"));
        assert_eq!(said("客户续约率从 80% 提升到 92%", "80 -> 90 %").as_deref(), Some("92%"));
        assert_eq!(said("25 schools join the programme", "0 -> 20 schools").as_deref(), Some("25"));
    }

    #[test]
    fn the_same_number_in_another_notation_is_no_contradiction() {
        for (title, measure) in [
            ("Monthly active teams grow from 1.2k to 2k", "1200 -> 2000 teams"),
            ("Cut churn by half", "4 -> 2 %"),
            ("Reduce monthly cloud spend by 20 %", "50 -> 40 kUSD"),
            ("Median first response under 2 hours", "<= 120 minutes"),
            ("Revenue from our top 10 accounts", "3.1 -> 4.0 million EUR"),
            ("95% of tickets answered in under 4 h", ">= 95 %"),
            ("Commands looked at at 60, 80 and 120 columns", "0 -> 18 commands"),
            ("年度经常性收入达到 1.2 亿元", "8000 -> 12000 万元"),
            ("平均招聘周期缩短 15 天", "45 -> 30 天"),
        ] {
            assert_eq!(said(title, measure), None, "{title}");
        }
    }
}
