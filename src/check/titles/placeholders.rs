//! Titles that somebody meant to write later.

use std::sync::LazyLock;

use regex::Regex;

use super::text::{has_more_words_than, is_one_of, pattern};

static PLACEHOLDER: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"(?ix) ^ (
            tbd | tba | to \s+ be \s+ (defined|decided|done) | todo | fixme | wip | draft
          | (tbd|tba|todo|fixme) \s* [:：-] .*
          | x{2,} | \?+ | \.+ | -+ | … | n/?a | none | untitled | placeholder | lorem \s+ ipsum .*
          | asdf\S* | qwer\S* | foo (\s+ bar)? | bar | abc | test(ing)? (\s+ [0-9０-９]+)? | test \s+ (objective|goal|key \s+ result|kr|okr) (\s* [0-9０-９]+)?
          | (a|my|your|the|new|first|second|third|another|example|sample|some) \s+ (new \s+)? (objective|goal|key \s+ result|kr|okr|title) (\s* [0-9０-９]+)?
          | (objective|goal|key \s+ result|kr|okr|o|target|title) \s* [\#.-]? \s* ([0-9０-９]+ ([.-][0-9０-９]+)? | one | two | three | [a-z])? \s* [:：.]?
          | (insert|enter|add|write|your) \s+ .{0,20} (objective|goal|title|key \s+ result) \s* here
          | 待定 | 待补充 | 待填写? | 待完善 | 待确认 | 待讨论 | 待更新 | 未定 | 暂定 | 暂无 | 测试[0-9０-９]* | 示例 | 无标题 | 无 | 标题
          | 新(建)?(的)?(目标|关键结果|kr) | (请)?(在此|这里)?(填写|输入).{0,6}(目标|标题|关键结果)
          | (目标|关键结果|kr|o) \s* [一二三四五六七八九十0-9０-９]{0,3} \s* [:：.]?
        ) $",
    )
});

/// First words of what the pattern finds whatever follows, or letters with which they begin.
const WHATEVER_FOLLOWS: &[&str] = &["tbd", "tba", "todo", "fixme", "lorem", "asdf", "qwer", "xx"];

/// First words of the others, but for what is only called what it is.
#[rustfmt::skip]
const BEGINNINGS: &[&str] = &[
    "to", "wip", "draft", "n", "na", "none", "untitled", "placeholder", "foo", "bar", "abc", "test", "testing", "a", "my", "your", "the", "new",
    "first", "second", "third", "another", "example", "sample", "some", "insert", "enter", "add", "write",
];

/// What objectives and key results are called.
const CALLED: &[&str] = &["objective", "goal", "key", "okr", "kr", "o", "target", "title"];

/// Letters with which the last words of those begin that have more than one.
const ENDS: &[&str] = &[
    "objective",
    "goal",
    "result",
    "kr",
    "okr",
    "target",
    "title",
    "here",
    "defined",
    "decided",
    "done",
    "bar",
    "one",
    "two",
    "three",
];

/// The first characters of those in Chinese.
const ZH_BEGINNINGS: &str = "待未暂测示无标新请在这填输目关…";

/// Whether a title may be found: the pattern takes long to build, and longer than this to look.
fn may_be_one(title: &str) -> bool {
    let Some(first) = title.chars().next() else { return false };
    if !first.is_ascii_alphanumeric() {
        let few = || title.chars().filter(|c| !c.is_whitespace()).nth(15).is_none();
        return first.is_ascii() || (ZH_BEGINNINGS.contains(first) && few());
    }
    let word = title.split(|c: char| !c.is_ascii_alphanumeric()).next().unwrap_or_default();
    if WHATEVER_FOLLOWS.iter().any(|begin| without(word, begin).is_some()) {
        return true;
    }
    let last = title.trim_end_matches([':', '：', '.', ' ']).rsplit(|c: char| !c.is_alphanumeric()).next();
    let last = last.unwrap_or_default();
    let ends_here =
        last.len().checked_sub(4).and_then(|at| last.get(at..)).is_some_and(|end| is_one_of(end, &["here"]));
    if has_more_words_than(title, 5) {
        return ends_here;
    }
    let number = |text: &str| text.ends_with(|c: char| c.is_numeric());
    let short = |rest: &str| rest.len() <= 1 || number(rest) || is_one_of(rest, &["one", "two", "three"]);
    if !is_one_of(word, BEGINNINGS) && !CALLED.iter().any(|name| without(word, name).is_some_and(short)) {
        return false;
    }
    let named = || last.chars().count() <= 1 || number(last) || ENDS.iter().any(|end| without(last, end).is_some());
    ends_here || last == word || named()
}

/// What stands behind some letters with which a word begins, small or not.
fn without<'w>(word: &'w str, letters: &str) -> Option<&'w str> {
    let (begin, rest) = word.split_at_checked(letters.len())?;
    begin.eq_ignore_ascii_case(letters).then_some(rest)
}

/// Whether a title is none yet: `TBD`, `Objective 1`, `待定`.
pub fn is_placeholder(title: &str) -> bool {
    let title = title.trim();
    may_be_one(title) && PLACEHOLDER.is_match(title)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::check::titles::text::of_words_in;

    proptest! {
        #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(40_000) })]

        #[test]
        fn none_is_passed_over_unread(
            title in of_words_in(&PLACEHOLDER, &["1", "12", "3.1", "#", ":", "：", ".", "-", "?", "…", "KR", "TBD", "Goal", "３", "，", "ours", "insert your", "enter the", "goal here", "key result"]),
        ) {
            prop_assert!(may_be_one(title.trim()) || !PLACEHOLDER.is_match(title.trim()), "{}", title);
        }
    }

    #[test]
    fn what_is_not_written_yet_is_told_from_what_is_short() {
        for title in [
            "TBD",
            "tbd: ask Bo",
            "Objective 1",
            "KR1",
            "o2：",
            "New key result",
            "xxx",
            "???",
            "待定",
            "目标一",
            "KR 1.2",
        ] {
            assert!(is_placeholder(title), "{title}");
        }
        for title in [
            "Todo items still open a month after the retro",
            "Win Japan",
            "NPS",
            "Go",
            "目标一致、步调一致",
            "Test automation people trust",
            "待定订单占比",
        ] {
            assert!(!is_placeholder(title), "{title}");
        }
    }
}
