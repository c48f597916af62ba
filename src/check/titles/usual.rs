//! Titles that keep things going as they are.

use std::sync::LazyLock;

use regex::Regex;

use super::text::{is_one_of, leading_word, pattern};

static USUAL: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"(?ix) ^ (
            .* \b business [\s-]+ as [\s-]+ usual \b .* | .* \b (bau|as \s+ usual) $ | .* \b as \s+ usual \b .*
          | (maintain|preserve|sustain|keep \s+ up) \b .* \b (current|currently|existing|present|today's|same|status \s+ quo|levels? | operations | running | going) \b .*
          | (continue|carry \s+ on | go \s+ on | keep \s+ on) \s+ ((to|with) \s+)? (support|serv|provid|deliver|maintain|run|publish|operat|offer|handl|do|manag|process|work|ship|pay|respond|host|monitor|answer|our|the|day|regular|routine|existing|current|normal) .*
          | keep \s+ (running | doing | operating | providing | supporting | serving | publishing | the \s+ (lights|lamps|machines?|servers?|systems?|business|shop|office|doors|trains|wheels) \s+ (on|running|going|open|turning)) \b .*
          | keep \b .* \b (running|going|as \s+ (it \s+ is|they \s+ are|is) | at \s+ (the|its|their|our) \s+ (current|present|same|existing) \s+ levels? | up \s+ and \s+ running | ticking \s+ over) \b .*
          | (handle|process|deal \s+ with|manage|answer|do|perform|cover|take \s+ care \s+ of) \s+ (the \s+)? (day[\s-]to[\s-]day|daily|routine|regular|incoming|ongoing|everyday|recurring|usual) \b .*
          | (day[\s-]to[\s-]day|routine|regular|ongoing) \s+ (operations?|maintenance|work|support|business|tasks|admin\S*) .*
          | (ensure|secure) \s+ (smooth|normal|regular|uninterrupted|continued) \s+ (running|operations?|day|service) \b .*
        ) $",
    )
});

static ZH_USUAL: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"(?x) ^ (
            (继续)?(保持|维持) .{0,6} (现有|目前|当前|现在|既有|原有|现状|不变|正常|同等|以往) .*
          | (继续)?(保持|维持) .{0,12} (现状|不变|正常运转|正常运行|正常运营)
          | 继续 (做好|保持|维持|推进|开展|完成|提供|支持|执行|落实|运营|维护|配合|承担|负责|按) .*
          | (做好|完成|处理|负责|确保|保障|保证|开展) .{0,10} (日常|例行|常规) .*
          | (日常|例行|常规) .{0,10} (运维|运营|巡检|维护|工作|管理|保养|事务) .{0,6}
          | (正常|照常|按部就班|按时按量|一如既往)地?.{0,4}(开展|推进|完成|进行|运营|运行|提供|做好|发放|支持) .*
          | (确保|保障|保证) .{0,16} (正常|平稳|有序)(运转|运行|运营|开展|进行|发放)
        ) $",
    )
});

/// The first words of what [`USUAL`] finds, but for what ends in `usual` or `BAU`.
#[rustfmt::skip]
const BEGINNINGS: &[&str] = &[
    "maintain", "preserve", "sustain", "keep", "continue", "carry", "go", "handle", "process", "deal", "manage", "answer", "do", "perform",
    "cover", "take", "day", "routine", "regular", "ongoing", "ensure", "secure",
];

/// The first characters of what [`ZH_USUAL`] finds.
const ZH_BEGINNINGS: &str = "继保维做完处负确开日例常正照按一";

/// Whether a title may be one of those: both patterns take long to build, and longer than this to look.
fn may_be_usual(title: &str) -> bool {
    let words = || title.split(|c: char| !c.is_ascii_alphanumeric());
    is_one_of(leading_word(title), BEGINNINGS) || words().any(|word| is_one_of(word, &["usual", "bau"]))
}

fn may_be_usual_in_chinese(title: &str) -> bool {
    title.starts_with(|c| ZH_BEGINNINGS.contains(c))
}

/// Whether a title says that things go on as they are: `Maintain current service levels`, `维持目前的服务水平`.
pub fn business_as_usual(title: &str) -> bool {
    let title = title.trim();
    (may_be_usual(title) && USUAL.is_match(title)) || (may_be_usual_in_chinese(title) && ZH_USUAL.is_match(title))
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
            english in of_words_in(&USUAL, &["as usual", "BAU", "-", "Keep", "to", "business as usual"]),
            chinese in of_words_in(&ZH_USUAL, &["现有", "继续", "，", "让"]),
        ) {
            prop_assert!(may_be_usual(english.trim()) || !USUAL.is_match(english.trim()), "{}", english);
            prop_assert!(may_be_usual_in_chinese(chinese.trim()) || !ZH_USUAL.is_match(chinese.trim()), "{}", chinese);
        }
    }

    #[test]
    fn what_stays_as_it_is_is_told_from_what_is_kept_for_a_reason() {
        for title in [
            "Maintain current service levels",
            "Keep the lights on in the legacy ERP",
            "Continue to support existing customers",
            "继续做好日常设备巡检",
            "维持目前的服务水平",
        ] {
            assert!(business_as_usual(title), "{title}");
        }
        for title in [
            "Maintainers stop burning out",
            "Keep every patient safe",
            "Continuous delivery becomes second nature",
            "让持续交付成为团队的肌肉记忆",
            "保持对客户的好奇心",
        ] {
            assert!(!business_as_usual(title), "{title}");
        }
    }
}
