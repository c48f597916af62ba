//! Titles that say what will be done instead of what comes of it.

use std::collections::HashSet;
use std::sync::LazyLock;

use compact_str::{CompactString, format_compact};
use regex::Regex;

use super::text::{first_word, has_phrase, is_chinese, pattern, words};
use crate::model::Metric;

/// Verbs of work: whoever has done it is finished, whatever came of it.
#[rustfmt::skip]
const WORK: &[&str] = &[
    "launch", "migrate", "hire", "recruit", "write", "rewrite", "implement", "organise", "organize",
    "translate", "redesign", "refactor", "deploy", "install", "release", "publish", "draft", "document",
    "integrate", "upgrade", "conduct", "prepare", "complete", "finish", "configure", "procure", "renovate",
    "relocate", "buy", "purchase", "host", "schedule", "roll out", "set up", "put in place", "kick off",
    "hold", "rebuild", "replace", "finalise", "finalize", "digitise", "digitize", "overhaul", "switch to",
    "move to", "carry out", "produce", "compile", "review", "update", "ship", "introduce", "appoint",
    "decommission", "port", "outsource", "print", "film", "record", "renew the", "set-up", "rollout",
    "onboard a", "consolidate", "paint",
];

/// Verbs of work only before something that can be put in place.
#[rustfmt::skip]
const MAKING: &[&str] = &[
    "build", "create", "develop", "design", "establish", "open", "run", "make", "move", "define", "start",
    "set", "plan", "get",
];

/// What can be put in place.
#[rustfmt::skip]
const THINGS: &[&str] = &[
    "app", "api", "academy", "archive", "branch", "calendar", "campaign", "catalogue", "centre", "center",
    "chatbot", "checklist", "clinic", "committee", "conference", "course", "crm", "dashboard", "dashboards",
    "database", "department", "event", "factory", "feature", "framework", "garden", "guide", "guidelines",
    "gym", "hackathon", "handbook", "intranet", "kitchen", "lab", "laboratory", "library", "manual",
    "microsite", "module", "newsletter", "office", "page", "pilot", "pipeline", "plan", "plant", "platform",
    "playbook", "plugin", "podcast", "policy", "portal", "process", "prototype", "repository", "report",
    "roadmap", "schedule", "shop", "showroom", "site", "store", "strategy", "studio", "survey", "system",
    "template", "tool", "training", "warehouse", "webinar", "website", "workshop", "workflow", "wiki",
];

/// Words after which a title says what changes for somebody.
#[rustfmt::skip]
const OUTCOME: &[&str] = &[
    "that", "where", "which", "who", "so", "without", "love", "loves", "trust", "trusts", "feel", "feels",
    "want", "wants", "need", "enjoy", "are", "is", "become", "becomes", "never", "always", "better", "faster",
    "easier", "can", "they", "people", "with", "stop", "like", "just", "on time", "on budget",
    "customers rave", "worth", "proud",
];

/// What the activities are called that are counted.
#[rustfmt::skip]
const ACTIVITIES: &[&str] = &[
    "webinar", "post", "article", "interview", "email", "e-mail", "mail", "call", "meeting", "workshop",
    "training", "session", "event", "visit", "newsletter", "campaign", "report", "page", "video", "episode",
    "letter", "flyer", "presentation", "talk", "tweet", "lesson", "survey", "audit", "review", "test",
    "story", "ticket", "sprint", "feature", "场", "篇", "期", "份", "封",
];

/// Verbs of activities that are counted.
#[rustfmt::skip]
const DOING: &[&str] = &[
    "hold", "host", "run", "publish", "write", "send", "interview", "visit", "call", "conduct", "attend",
    "post", "organise", "organize", "give", "make", "record", "film", "translate", "migrate", "deploy",
    "release", "deliver", "complete", "review", "train", "contact", "produce", "release", "refactor",
    "document", "install", "distribute", "print", "meet", "do", "carry out", "present", "audit", "test",
    "ship", "launch", "schedule", "create", "draft", "hand out", "set up", "cold-call", "phone", "plant",
];

/// [`WORK`], to look words up in.
static WORKING: LazyLock<HashSet<&str>> = LazyLock::new(|| WORK.iter().copied().collect());

/// The first words of [`DOING`].
static FIRST_OF_DOING: LazyLock<HashSet<&str>> = LazyLock::new(|| first_words(DOING).collect());

/// The first words of [`WORK`] and [`MAKING`].
static FIRST_OF_WORK: LazyLock<HashSet<&str>> =
    LazyLock::new(|| first_words(WORK).chain(first_words(MAKING)).collect());

fn first_words(phrases: &[&'static str]) -> impl Iterator<Item = &'static str> {
    phrases.iter().filter_map(|phrase| phrase.split(' ').next())
}

static ZH_WORK: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"(?x) ^ (
            (完成|上线|编写|撰写|编制|起草|搭建|开发|部署|迁移|发布|制定|采购|招聘|安装|升级|重构|改版|实施|推出|启动|落地|引入|梳理|
             举办|召开|筹办|翻译|录制|拍摄|印制|修订|更换|装修|扩建|新建|改造|出版|接入|替换|整理|设立|成立|购置|绘制|策划|筹建) [^即后率比之]
          | 组织 \s* ( [一二两三四五六七八九十0-9０-９] | 开展|召开|举办|全员|员工|安全|内部|培训|年度|部门|团建|参观|编写|实施 )
          | 开展 .* (培训|演练|活动|调研|检查|宣传|评估|排查|普查|讲座|竞赛|访谈)
          | (建立|建设|设计|建成) .* (平台|系统|中台|网站|官网|小程序|[Aa][Pp][Pp]|手册|流程|制度|机制|数据库|知识库|仓库|实验室|中心|体系|方案|模板|看板)
          | (拜访|走访|访谈|培训|推送|输出|参加|联系|回访|约谈|面试|投放|录入|演练|宣讲|讲授) \s* ([0-9０-９一二两三四五六七八九十百]|每|全|所有|完)
        )",
    )
});

/// In a Chinese title, what says what changes, or that the words are a name and no order.
static ZH_OUTCOME: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"(?x) 让 | 使 | 成为 | 更 | 信赖 | 喜爱 | 爱上 | 放心 | 安心 | 不再 | 首选 | 领先 | ， | 。 | 即 | 就 | 比 |
          (率|度|时长|时间|周期|占比|成本|金额|人数|得分|评分|数量|销量|比例|次数|收入|营收|订单量|投诉量|工时)(
              $ | 达 | 不 | 降 | 提 | 升 | 从 | 控 | 缩 | 超 | 下 | 增 | 减 | 到 | 至 | 在 | 高 | 低 | 保 )",
    )
});

/// Outcomes that Chinese says with a verb of work: a round of funding is closed, not worked off.
static ZH_WON: LazyLock<Regex> =
    LazyLock::new(|| pattern(r"完成.{0,6}(轮|融资|签约|认证|回款|备案|首单|首笔|销售额|营收|交割|上市|并购)"));

/// Whether an objective's title is a piece of work: `Launch the new website`, `搭建数据平台`.
pub fn task(title: &str) -> bool {
    let title = title.trim();
    if is_chinese(title) {
        return ZH_WORK.is_match(title) && !ZH_OUTCOME.is_match(title) && !ZH_WON.is_match(title);
    }
    if !begins_with_one_of(&FIRST_OF_WORK, title) {
        return false;
    }
    let words = words(title);
    work(&words, 2).is_some() && !has_phrase(&words, OUTCOME) && words.len() <= 12
}

/// Whether a key result is an activity or an output: one that is done, or whose count of activities is measured.
pub fn activity(title: &str, metric: Option<&Metric>) -> bool {
    let title = title.trim();
    let unit = match metric {
        None | Some(Metric::Done | Metric::Milestones(_)) => None,
        Some(Metric::Change(change)) => Some(change.unit.as_deref().unwrap_or_default()),
        Some(Metric::Keep(keep)) => Some(keep.unit.as_deref().unwrap_or_default()),
        Some(Metric::Aligned) => return false,
    };
    if unit.is_some_and(|unit| unit.contains('%')) {
        return false;
    }
    if is_chinese(title) {
        return ZH_WORK.is_match(title) && !ZH_OUTCOME.is_match(title) && !ZH_WON.is_match(title);
    }
    if unit.is_some() && !begins_with_one_of(&FIRST_OF_DOING, title) {
        return false;
    }
    let words = words(title);
    let works = match unit {
        None => work(&words, 2).is_some() || runs(&words),
        Some(unit) => counted(&words, unit),
    };
    works && !has_phrase(&words, &["so that", "without", "who", "that"])
}

/// The verb of work that a title begins with, before something that it is done to.
fn work(words: &[CompactString], least: usize) -> Option<&str> {
    let first = words.first()?;
    let two = words.get(1).map(|second| format_compact!("{first} {second}"));
    let (length, verb) = match two.as_deref() {
        Some(two) if WORKING.contains(two) => (2, first),
        _ if WORKING.contains(first.as_str()) => (1, first),
        _ if MAKING.contains(&first.as_str()) && is_thing(words) => (1, first),
        _ => return None,
    };
    const FUNCTION: &[&str] = &[
        "with", "down", "what", "in", "on", "at", "of", "and", "or", "as", "like", "days", "day", "by", "for", "it",
        "partners", "times", "from", "week",
    ];
    let next = words.get(length)?;
    (words.len() >= least && !FUNCTION.contains(&next.as_str())).then_some(verb.as_str())
}

/// Whether a title that begins with a verb of making makes something that can be put in place.
fn is_thing(words: &[CompactString]) -> bool {
    let article = words.get(1).is_some_and(|word| matches!(word.as_str(), "a" | "an" | "the" | "our" | "new"));
    // The thing is the last word before a preposition: a dashboard for the board is one, a culture of dashboards is none.
    let end = words
        .iter()
        .position(|word| matches!(word.as_str(), "for" | "of" | "in" | "to" | "with" | "on" | "from" | "by"));
    let last = words[..end.unwrap_or(words.len())].last();
    article && last.is_some_and(|word| THINGS.contains(&word.as_str()))
}

fn runs(words: &[CompactString]) -> bool {
    let first = words.first().map(CompactString::as_str);
    matches!(
        first,
        Some(
            "run"
                | "do"
                | "give"
                | "attend"
                | "send"
                | "interview"
                | "visit"
                | "train"
                | "design"
                | "define"
                | "create"
                | "build"
                | "develop"
                | "establish"
                | "agree"
                | "present"
                | "plan"
                | "start"
                | "evaluate"
                | "research"
                | "analyse"
                | "analyze"
        )
    ) && words.get(1).is_some_and(|word| matches!(word.as_str(), "a" | "an" | "the" | "our" | "all" | "new" | "every"))
}

/// Whether a title begins with one of these words: no other title is a piece of work, or counts activities.
fn begins_with_one_of(words: &HashSet<&str>, title: &str) -> bool {
    first_word(title).is_some_and(|first| words.contains(first.as_str()))
}

/// Whether a count is one of activities: `Hold 12 webinars`.
fn counted(words: &[CompactString], unit: &str) -> bool {
    let Some(first) = words.first() else { return false };
    let two = words.get(1).map(|second| format!("{first} {second}")).unwrap_or_default();
    let number = |at: usize| words.get(at).is_some_and(|word| word.starts_with(|c: char| c.is_ascii_digit()));
    let does = (DOING.contains(&first.as_str()) && number(1)) || (DOING.contains(&two.as_str()) && number(2));
    let activity = |word: &str| {
        let word = word.to_lowercase();
        ACTIVITIES
            .iter()
            .any(|activity| word == *activity || word == format!("{activity}s") || word == format!("{activity}es"))
    };
    let starts = DOING.contains(&first.as_str()) || DOING.contains(&two.as_str());
    does || (starts && activity(unit.split_whitespace().next_back().unwrap_or_default()))
}

static VAGUE: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"(?ix) ^ (improve|better|enhance|strengthen|increase|optimi[sz]e|boost|raise|foster|deepen|promote|more|less|fewer|
                be \s+ (more|better|less|faster) | become \s+ (more|better|faster) | happier | faster | stronger | greater | higher | lower |
                reduce|streamline|work \s+ on | focus \s+ on | support) \b [^0-9０-９]* $",
    )
});

static ZH_VAGUE: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"^(持续|进一步|不断|全面|大力|有效)?(提升|提高|加强|优化|增强|改善|促进|深化|强化|完善|改进|推动|加快|激发|营造|夯实|丰富)[^0-9０-９]*$",
    )
});

/// Whether a key result that happens or not only promises better: `Improve quality`, `提升用户体验`.
pub fn is_vague_wish(title: &str, metric: Option<&Metric>) -> bool {
    if !matches!(metric, None | Some(Metric::Done)) {
        return false;
    }
    let title = title.trim();
    let short = if is_chinese(title) { title.chars().count() <= 16 } else { words(title).len() <= 8 };
    short && (VAGUE.is_match(title) || (!title.is_ascii() && ZH_VAGUE.is_match(title)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_piece_of_work_is_told_from_what_comes_of_it() {
        for title in [
            "Launch the new website",
            "Set up a data warehouse in Snowflake",
            "Build a dashboard for the board",
            "搭建数据中台",
            "组织一次全员安全演练",
        ] {
            assert!(task(title), "{title}");
        }
        for title in [
            "Launch days are boring",
            "Write down what only I know",
            "Ship with confidence, even on a Friday",
            "Build a data culture where evidence ends arguments",
            "Build a team people want to join",
            "完成比完美更重要",
            "上线即稳定",
            "打造让客户离不开的产品",
        ] {
            assert!(!task(title), "{title}");
        }
    }

    #[test]
    fn better_without_saying_what_is_vague_unless_it_is_measured() {
        assert!(is_vague_wish("Improve quality", Some(&Metric::Done)));
        assert!(is_vague_wish("提升用户体验", None));
        let measured = Metric::change(2.into(), 3.into(), None).unwrap();
        assert!(!is_vague_wish("Improve checkout conversion", Some(&measured)));
        assert!(!is_vague_wish("City council approves the cycling plan", Some(&Metric::Done)));
    }
}
