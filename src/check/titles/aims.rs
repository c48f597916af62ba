//! Objectives that join two aims which have nothing to do with each other.

use std::sync::LazyLock;

use regex::Regex;

use super::text::{is_chinese, pattern};

/// A title that says two things.
#[derive(Debug, PartialEq, Eq)]
pub struct TwoAims<'t> {
    pub first: &'t str,
    /// The words between them.
    pub joint: &'t str,
    pub second: &'t str,
}

/// What an aim is about, by words that leave little doubt. Two aims are told apart by being about two of these.
static ABOUT: LazyLock<Vec<(&'static str, Regex)>> = LazyLock::new(|| {
    let all = [
        (
            "customers",
            r"(?i)\b(customers?|clients?|users?|shoppers?|guests?|patients?|donors?|pupils?|students?|fans?|members?|residents?|citizens?|gen z)\b|客户|用户|患者|病人|学生|顾客|市民|会员|消费者|居民",
        ),
        (
            "cost",
            r"(?i)\b(costs?|bill|spend|spending|budget|expenses?|energy use|overheads?|waste)\b|成本|费用|开支|支出|能耗|预算",
        ),
        (
            "people",
            r"(?i)\b(employer|employees?|nurses?|staff|colleagues?|new hires|our people|workplace|team morale|burnout)\b|员工|团队|雇主|人才|同事|福利",
        ),
        ("brand", r"(?i)\b(brand|awareness|reputation|coolest)\b|品牌|知名度"),
        (
            "market",
            r"(?i)\b(market|markets|insurers?|investors?|regulators?|resellers?|distributors?|latin america|asia|europe|brazil|japan|india|africa)\b|海外|市场|投资人|监管|经销商|渠道商",
        ),
        (
            "engineering",
            r"(?i)\b(code ?base|tech(nical)? debt|legacy|architecture|infrastructure|data cent(er|re)|build pipeline|test suite)\b|代码|技术债|架构|系统|中台|机房",
        ),
        (
            "safety",
            r"(?i)\b(accidents?|injuries|compliance|gdpr|security holes?|vulnerabilities)\b|安全隐患|事故|合规|漏洞",
        ),
        ("suppliers", r"(?i)\b(suppliers?|vendors?|supply chain|procurement)\b|供应商|供应链|采购"),
    ];
    all.into_iter().map(|(name, words)| (name, pattern(words))).collect()
});

static JOINT: LazyLock<[Regex; 2]> = LazyLock::new(|| {
    [
        pattern(r"(?i),? (?:and|; also|as well as|while|plus)(?: also| at the same time)? "),
        pattern(r"[，,；; ]*(?:与此同时|同时也|同时|并且|以及|另外|此外|，并)[，, ]*"),
    ]
});

/// Verbs that begin a second aim.
static VERB: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"(?ix) ^ (also \s+)? (delight|become|becoming|break|win|make|making|grow|growing|cut|cutting|reduce|reducing|increase|improve|raise|build|building|launch|get|getting|
            expand|strengthen|lower|boost|attract|hire|modernise|modernize|fix|open|enter|secure|deepen|establish|turn|reach|bring|clean|cutting|slash|overhaul|
            finish|move|eliminate|pay|paying|renew|restore|rebuild|save|saving|simplify|simplifying|streamline|double|halve|stop|keep|keeping|train|training|renovate|find)\b",
    )
});

/// What makes one aim of the two: the second says how or why.
static CAUSE: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"(?i)\b(so that|because|therefore|thereby|by \w+ing|they|them|their|it|its)\b|从而|以便|通过|他们|它们|因此",
    )
});

/// No more of a title is read, in characters: far more than anybody writes.
const LONGEST: usize = 400;

/// The two aims of a title, if it joins two: `Delight customers and cut our cloud bill`.
pub fn two_aims(title: &str) -> Option<TwoAims<'_>> {
    let title = title.trim();
    // Each joint has all that stands around it looked at: of a title without end only the beginning is read.
    let title = title.char_indices().nth(LONGEST).map_or(title, |(end, _)| &title[..end]);
    let chinese = is_chinese(title);
    JOINT[usize::from(chinese)].find_iter(title).find_map(|joint| {
        let (first, second) = (&title[..joint.start()], &title[joint.end()..]);
        let begins = chinese || (VERB.is_match(first) && VERB.is_match(second));
        let about = |text: &str| {
            ABOUT.iter().filter(|(_, words)| words.is_match(text)).map(|(name, _)| *name).collect::<Vec<_>>()
        };
        let (one, other) = (about(first), about(second));
        let apart = !one.is_empty() && !other.is_empty() && !one.iter().any(|name| other.contains(name));
        let both = begins && apart && !CAUSE.is_match(second);
        both.then(|| TwoAims {
            first: first.trim(),
            joint: joint.as_str().trim_matches([' ', '，', ',', '；', ';']),
            second: second.trim(),
        })
    })
}

#[cfg(test)]
mod tests {
    use super::two_aims;

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
