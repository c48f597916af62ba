//! Objectives that join two aims which have nothing to do with each other.

use std::sync::LazyLock;

use regex::Regex;

use super::beginnings::Beginnings;
use super::text::{holds_words, is_chinese, is_one_of, is_word, leading_word, pattern};

/// A title that says two things.
#[derive(Debug, PartialEq, Eq)]
pub struct TwoAims<'t> {
    pub first: &'t str,
    /// The words between them.
    pub joint: &'t str,
    pub second: &'t str,
}

/// What an aim is about, by words that leave little doubt: English ones, some with an `s` or without, and Chinese ones. Two aims are
/// told apart by being about two of these.
#[rustfmt::skip]
const ABOUT: [(&[&str], &[&str]); 8] = [
    (
        &[
            "customers?", "clients?", "users?", "shoppers?", "guests?", "patients?", "donors?", "pupils?", "students?", "fans?", "members?",
            "residents?", "citizens?", "gen z",
        ],
        &["客户", "用户", "患者", "病人", "学生", "顾客", "市民", "会员", "消费者", "居民"],
    ),
    (
        &["costs?", "bill", "spend", "spending", "budget", "expenses?", "energy use", "overheads?", "waste"],
        &["成本", "费用", "开支", "支出", "能耗", "预算"],
    ),
    (
        &[
            "employer", "employees?", "nurses?", "staff", "colleagues?", "new hires", "our people", "workplace", "team morale", "burnout",
        ],
        &["员工", "团队", "雇主", "人才", "同事", "福利"],
    ),
    (&["brand", "awareness", "reputation", "coolest"], &["品牌", "知名度"]),
    (
        &[
            "markets?", "insurers?", "investors?", "regulators?", "resellers?", "distributors?", "latin america", "asia", "europe", "brazil",
            "japan", "india", "africa",
        ],
        &["海外", "市场", "投资人", "监管", "经销商", "渠道商"],
    ),
    (
        &[
            "codebase", "code base", "tech debt", "technical debt", "legacy", "architecture", "infrastructure", "data center", "data centre",
            "build pipeline", "test suite",
        ],
        &["代码", "技术债", "架构", "系统", "中台", "机房"],
    ),
    (
        &["accidents?", "injuries", "compliance", "gdpr", "security holes?", "vulnerabilities"],
        &["安全隐患", "事故", "合规", "漏洞"],
    ),
    (&["suppliers?", "vendors?", "supply chain", "procurement"], &["供应商", "供应链", "采购"]),
];

/// One of these stands in every English joint.
const JOINING: Beginnings = Beginnings::of(&["and", "also", "as well as", "while", "plus"]);

static JOINT: LazyLock<Regex> =
    LazyLock::new(|| pattern(r"(?i),? (?:and|; also|as well as|while|plus)(?: also| at the same time)? "));

static ZH_JOINT: LazyLock<Regex> =
    LazyLock::new(|| pattern(r"[，,；; ]*(?:与此同时|同时也|同时|并且|以及|另外|此外|，并)[，, ]*"));

/// Verbs that begin a second aim.
#[rustfmt::skip]
const VERBS: &[&str] = &[
    "delight", "become", "becoming", "break", "win", "make", "making", "grow", "growing", "cut", "cutting", "reduce", "reducing", "increase",
    "improve", "raise", "build", "building", "launch", "get", "getting", "expand", "strengthen", "lower", "boost", "attract", "hire",
    "modernise", "modernize", "fix", "open", "enter", "secure", "deepen", "establish", "turn", "reach", "bring", "clean", "slash",
    "overhaul", "finish", "move", "eliminate", "pay", "paying", "renew", "restore", "rebuild", "save", "saving", "simplify", "simplifying",
    "streamline", "double", "halve", "stop", "keep", "keeping", "train", "training", "renovate", "find",
];

/// What makes one aim of the two: the second says how or why.
const CAUSES: &[&str] = &["so that", "because", "therefore", "thereby", "they", "them", "their", "it", "its"];
const ZH_CAUSES: &[&str] = &["从而", "以便", "通过", "他们", "它们", "因此"];

/// Whether one of its verbs begins a text.
fn begins(text: &str) -> bool {
    let word = leading_word(text);
    let behind = &text[word.len()..];
    match word.eq_ignore_ascii_case("also") && behind.starts_with(char::is_whitespace) {
        true => is_one_of(leading_word(behind.trim_start()), VERBS),
        false => is_one_of(word, VERBS),
    }
}

/// What a text in small letters is about, by its places in [`ABOUT`].
fn about(text: &str) -> Vec<usize> {
    let named = |word: &str| match word.strip_suffix("s?") {
        Some(one) => holds_words(text, one) || holds_words(text, &word[..word.len() - 1]),
        None => holds_words(text, word),
    };
    let is_about = |at: &usize| {
        let (english, chinese) = ABOUT[*at];
        english.iter().any(|word| named(word)) || chinese.iter().any(|word| text.contains(word))
    };
    (0..ABOUT.len()).filter(is_about).collect()
}

/// Whether a text in small letters says how or why: `by cutting`.
fn says_why(text: &str) -> bool {
    let is_doing = |word: &str| word.len() > 3 && word.ends_with("ing");
    let mut by = text.match_indices("by ").filter(|(at, _)| !text[..*at].chars().next_back().is_some_and(is_word));
    CAUSES.iter().any(|words| holds_words(text, words))
        || ZH_CAUSES.iter().any(|words| text.contains(words))
        || by.any(|(at, by)| is_doing(leading_word(&text[at + by.len()..])))
}

/// No more of a title is read, in characters: far more than anybody writes.
const LONGEST: usize = 400;

/// The two aims of a title, if it joins two: `Delight customers and cut our cloud bill`.
pub fn two_aims(title: &str) -> Option<TwoAims<'_>> {
    let title = title.trim();
    // Each joint has all that stands around it looked at: of a title without end only the beginning is read.
    let title = title.char_indices().nth(LONGEST).map_or(title, |(end, _)| &title[..end]);
    let chinese = is_chinese(title);
    if !chinese && !JOINING.stand_in(title) {
        return None;
    }
    let joints = if chinese { &ZH_JOINT } else { &JOINT };
    joints.find_iter(title).find_map(|joint| {
        let (first, second) = (&title[..joint.start()], &title[joint.end()..]);
        (chinese || (begins(first) && begins(second))).then_some(())?;
        let small = [first, second].map(str::to_lowercase);
        let [one, other] = [about(&small[0]), about(&small[1])];
        let apart = !one.is_empty() && !other.is_empty() && !one.iter().any(|at| other.contains(at));
        (apart && !says_why(&small[1])).then(|| TwoAims {
            first: first.trim(),
            joint: joint.as_str().trim_matches([' ', '，', ',', '；', ';']),
            second: second.trim(),
        })
    })
}

#[cfg(test)]
mod tests {
    use super::{JOINING, JOINT, two_aims};
    use crate::check::titles::beginnings::is_missed;

    #[test]
    fn no_joint_is_passed_over() {
        assert_eq!(is_missed(&JOINT, &JOINING), None);
    }

    #[test]
    fn two_aims_are_told_from_one_in_two_words() {
        let found = two_aims("Delight enterprise customers and cut our cloud bill").unwrap();
        assert_eq!(
            (found.first, found.joint, found.second),
            ("Delight enterprise customers", "and", "cut our cloud bill")
        );
        assert_eq!(two_aims("提升品牌影响力，同时降低采购成本").unwrap().joint, "同时");
        for title in [
            "Builds are fast and reliable for every contributor",
            "Maintainers stop burning out and start having fun again",
            "Listen to customers and build what they need",
            "快速而可靠的物流",
            "让多人同时编辑像面对面一样自然",
        ] {
            assert_eq!(two_aims(title), None, "{title}");
        }
    }
}
