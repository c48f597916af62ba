//! Titles that somebody meant to write later.

use std::sync::LazyLock;

use regex::Regex;

use super::text::pattern;

static PLACEHOLDER: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"(?ix) ^ (
            tbd | tba | to \s+ be \s+ (defined|decided|done) | todo | fixme | wip | draft
          | (tbd|tba|todo|fixme) \s* [:：-] .*
          | x{2,} | \?+ | \.+ | -+ | … | n/?a | none | untitled | placeholder | lorem \s+ ipsum .*
          | asdf\w* | qwer\w* | foo (\s+ bar)? | bar | abc | test(ing)? (\s+ \d+)? | test \s+ (objective|goal|key \s+ result|kr|okr) (\s* \d+)?
          | (a|my|your|the|new|first|second|third|another|example|sample|some) \s+ (new \s+)? (objective|goal|key \s+ result|kr|okr|title) (\s* \d+)?
          | (objective|goal|key \s+ result|kr|okr|o|target|title) \s* [\#.-]? \s* (\d+ ([.-]\d+)? | one | two | three | [a-z])? \s* [:：.]?
          | (insert|enter|add|write|your) \s+ .{0,20} (objective|goal|title|key \s+ result) \s* here
          | 待定 | 待补充 | 待填写? | 待完善 | 待确认 | 待讨论 | 待更新 | 未定 | 暂定 | 暂无 | 测试\d* | 示例 | 无标题 | 无 | 标题
          | 新(建)?(的)?(目标|关键结果|kr) | (请)?(在此|这里)?(填写|输入).{0,6}(目标|标题|关键结果)
          | (目标|关键结果|kr|o) \s* [一二三四五六七八九十\d]{0,3} \s* [:：.]?
        ) $",
    )
});

/// Whether a title is none yet: `TBD`, `Objective 1`, `待定`.
pub fn is_placeholder(title: &str) -> bool {
    PLACEHOLDER.is_match(title.trim())
}

#[cfg(test)]
mod tests {
    use super::is_placeholder;

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
