//! Key results as people write them, in English and Chinese.

use super::*;
use crate::model::{Keep, Quantity};

fn spec(text: &str) -> KeyResultSpec {
    text.parse().unwrap_or_else(|why| panic!("{text}: {why}"))
}

fn q(text: &str) -> Quantity {
    text.parse().unwrap()
}

fn change(from: &str, to: &str, unit: Option<&str>) -> Metric {
    Metric::change(q(from), q(to), unit.map(Into::into)).unwrap()
}

#[test]
fn a_change_is_written_with_an_arrow() {
    let nps = spec("nps = NPS rises: 31 -> 50 points");
    assert_eq!(nps.id.unwrap().as_str(), "nps");
    assert_eq!(nps.title, "NPS rises");
    assert_eq!(nps.metric, change("31", "50", Some("points")));
    assert_eq!(spec("续约率：80% → 95%").metric, change("80", "95", Some("%")));
    assert_eq!(spec("Revenue: $1.2M -> $2M").metric, change("1200000", "2000000", Some("$")));
    assert_eq!(spec("Ratio 3:1 held: 1 -> 2").title, "Ratio 3:1 held");
    assert_eq!(spec("Temperature: -5 -> -18 °C").metric, change("-5", "-18", Some("°C")));
    assert_eq!(spec("Run: 5km -> 10km").metric, change("5", "10", Some("km")));
}

#[test]
fn a_level_is_written_with_a_comparator() {
    let level = |at_least: Option<&str>, at_most: Option<&str>, worst: Option<&str>, unit: Option<&str>| {
        let keep = Keep {
            at_least: at_least.map(q),
            at_most: at_most.map(q),
            worst: worst.map(q),
            unit: unit.map(Into::into),
        };
        Metric::keep(keep).unwrap()
    };
    assert_eq!(spec("Up: >= 99.9 % worst 99").metric, level(Some("99.9"), None, Some("99"), Some("%")));
    assert_eq!(spec("p95: ≤ 300 ms").metric, level(None, Some("300"), None, Some("ms")));
    assert_eq!(spec("Load: >= 10 <= 20 users").metric, level(Some("10"), Some("20"), None, Some("users")));
    assert_eq!(spec("Load: >= 10 users <= 20").metric, level(Some("10"), Some("20"), None, Some("users")));
}

#[test]
fn words_name_the_other_measures() {
    assert_eq!(spec("Audit passed: done").metric, Metric::Done);
    assert_eq!(spec("Teams deliver: aligned").metric, Metric::Aligned);
    let Metric::Milestones(steps) = spec("发布: milestones 设计、公测, 上线").metric else {
        panic!("milestones")
    };
    assert_eq!(steps.steps().iter().map(|step| step.name.as_str()).collect::<Vec<_>>(), ["设计", "公测", "上线"]);
}

#[test]
fn an_owner_may_stand_behind_the_measure() {
    let kr = spec("uptime = A daemon runs for 10 days: 0 -> 10 days @alanshaw");
    assert_eq!(kr.owner.unwrap().as_str(), "alanshaw");
    assert_eq!(kr.metric, change("0", "10", Some("days")));
    assert_eq!(spec("Steps: milestones a, b @bo").owner.unwrap().as_str(), "bo");
    assert_eq!(spec("Ask @ana: done").owner, None);
}

#[test]
fn weight_and_due_day_may_stand_behind_the_measure_too() {
    let kr = spec("nps = NPS rises: 31 -> 50 points weight 2 due 2026-11-30 @bo");
    assert_eq!(kr.metric, change("31", "50", Some("points")));
    assert_eq!((kr.weight.get(), kr.due, kr.owner.unwrap().as_str()), (2.0, "2026-11-30".parse().ok(), "bo"));
    let kr = spec("Audit passed: done @bo due 2026-11-30");
    assert_eq!((kr.metric, kr.weight), (Metric::Done, Weight::ONE));
    assert_eq!(spec("Lost: 0 -> 5 kg of weight").metric, change("0", "5", Some("kg of weight")));
    assert_eq!("x: done due 2026-13-01".parse::<KeyResultSpec>(), Err(SpecError::Day("2026-13-01".into())));
    assert!(matches!("x: done weight 5000".parse::<KeyResultSpec>(), Err(SpecError::Weight(..))));
}

#[test]
fn a_milestone_may_have_a_weight_and_a_day() {
    let kr =
        spec("Launch: milestones design by 2026-10-31, closed beta *2 by 2026-11-30, done by us, x64 due 2026-12-18");
    let Metric::Milestones(steps) = kr.metric else { panic!("milestones") };
    let step = |at: usize| (steps.steps()[at].name.as_str(), steps.steps()[at].weight.get(), steps.steps()[at].due);
    assert_eq!(step(0), ("design", 1.0, "2026-10-31".parse().ok()));
    assert_eq!(step(1), ("closed beta", 2.0, "2026-11-30".parse().ok()));
    assert_eq!(step(2), ("done by us", 1.0, None));
    assert_eq!(step(3), ("x64", 1.0, None));
    assert_eq!(kr.due, "2026-12-18".parse().ok());
}

#[test]
fn what_chinese_keyboards_type_is_read_as_half_width() {
    let kr = spec("ｎｐｓ＝ＮＰＳ 提升：３１－＞５０ 分 weight ２ due ２０２６-１１-３０ ＠bo");
    assert_eq!((kr.id.unwrap().as_str(), kr.title.as_str()), ("nps", "ＮＰＳ 提升"));
    assert_eq!(kr.metric, change("31", "50", Some("分")));
    assert_eq!((kr.weight.get(), kr.due, kr.owner.unwrap().as_str()), (2.0, "2026-11-30".parse().ok(), "bo"));
    assert_eq!(spec("续约率：８０％ －＞ ９５％").metric, change("80", "95", Some("%")));
    assert_eq!(spec("收入：￥１．２万－＞￥２万").metric, change("12000", "20000", Some("¥")));
    assert_eq!(spec("可用率：＞＝９９．９％").metric, spec("x: >= 99.9%").metric);
    assert_eq!(spec("负载：≥ １０ ＜＝ ２０ 人").metric, spec("x: >= 10 <= 20 人").metric);
    assert_eq!(spec("ab＝两端一致：done").title, "两端一致");
    assert_eq!(spec("左＝右：done").title, "左＝右");
    let steps = spec("上线：milestones 设计 by ２０２６-１０-３１，Ｖ２ 公测 ＊２、发布");
    assert_eq!(steps.metric, spec("x: milestones 设计 by 2026-10-31, Ｖ２ 公测 *2, 发布").metric);
}

#[test]
fn chinese_words_stand_for_signs_in_a_whole_measure() {
    assert_eq!(spec("NPS：从 31 到 50 分").metric, change("31", "50", Some("分")));
    assert_eq!(spec("答复变快：从５天降到１天").metric, change("5", "1", Some("天")));
    assert_eq!(spec("可用率：不低于 99.9 %").metric, spec("x: >= 99.9 %").metric);
    assert_eq!(spec("首次答复: 不超过 2 小时 @bo").metric, spec("x: <= 2 小时").metric);
    assert_eq!(spec("从 1 到 100: done").title, "从 1 到 100");
    assert_eq!("x: 从头到尾".parse::<KeyResultSpec>(), Err(SpecError::UnknownMeasure("从头到尾".into())));
}

#[test]
fn what_has_no_measure_or_an_unclear_one_is_refused_with_the_reason() {
    let error = |text: &str| text.parse::<KeyResultSpec>().unwrap_err();
    assert_eq!(error("Ship it"), SpecError::NoMeasure("Ship it".into()));
    let no_colon = SpecError::NoColon { title: "NPS rises".into(), measure: "31 -> 50".into() };
    assert_eq!(error("nps = NPS rises 31 -> 50 @bo"), no_colon);
    assert_eq!(error("31 -> 50"), SpecError::NoTitle("31 -> 50".into()));
    assert_eq!(error(": 1 -> 2"), SpecError::NoTitle(": 1 -> 2".into()));
    assert_eq!(error("Ship: soon"), SpecError::UnknownMeasure("soon".into()));
    assert!(matches!(error("Users: 1,200 -> 2,000"), SpecError::Amount(AmountError::Comma { .. })));
    assert!(matches!(error("x: 5 -> 5"), SpecError::Metric(MetricError::NoSpan(_))));
    assert!(matches!(error("x: 5 ms -> 3 s"), SpecError::TwoUnits { .. }));
    assert!(matches!(error("x: >= 1 >= 2"), SpecError::UnknownMeasure(_)));
}

#[test]
fn a_milestone_may_have_a_colon_in_its_name_and_is_shown_as_it_is_typed() {
    let kr = spec("Launch: x: milestones Phase 1: design by 2026-10-31, Phase 2: beta *2");
    let Metric::Milestones(steps) = &kr.metric else { panic!("milestones") };
    let shown: Vec<String> = steps.steps().iter().map(ToString::to_string).collect();
    assert_eq!(
        (kr.title.as_str(), shown.join(", ").as_str()),
        ("Launch: x", "Phase 1: design by 2026-10-31, Phase 2: beta *2")
    );
    assert!(matches!("Goal: 1 -> 2: soon".parse::<KeyResultSpec>(), Err(SpecError::UnknownMeasure(_))));
}

#[test]
fn what_chinese_counts_large_amounts_in_belongs_to_the_unit_of_both_numbers() {
    for text in
        ["收入：1200->1800万元", "收入: 1200万元 -> 1800万元", "收入: 从 1200 到 1800 万元", "收入: 1200 万元 -> 1800"]
    {
        assert_eq!(spec(text).metric, change("1200", "1800", Some("万元")), "{text}");
    }
    assert_eq!(spec("用户: 1.2 -> 3万").metric, change("1.2", "3", Some("万")));
    assert_eq!(spec("营收: 1.2 亿 -> 1.8 亿元").metric, change("1.2", "1.8", Some("亿元")));
    assert_eq!(spec("营收: 5000万 -> 1.2亿").metric, change("50000000", "120000000", None));
    assert_eq!(spec("营收: 5000万元 -> 1.2亿元").metric, change("50000000", "120000000", Some("元")));
    assert_eq!(spec("营收: ¥3万 -> ¥5万").metric, change("30000", "50000", Some("¥")));
}

#[test]
fn a_name_behind_the_sign_of_an_owner_is_no_unit() {
    for text in ["净推荐值: 31 -> 50 分 @李雷", "净推荐值：31－＞50 分 ＠李雷", "x: done @Bo Chen @"]
    {
        let error = text.parse::<KeyResultSpec>();
        assert!(error.is_err(), "{text}: {error:?}");
    }
    assert_eq!(spec("净推荐值：31－＞50 分 ＠li-lei").owner.unwrap().as_str(), "li-lei");
}

#[test]
fn the_worst_value_may_be_said_in_chinese() {
    let signs = spec("p95: <= 200 毫秒 worst 500").metric;
    for text in ["p95：≤ 200 毫秒，最差 500", "p95: 不超过 200 毫秒，最差 500", "p95: <= 200 毫秒 最差500"]
    {
        assert_eq!(spec(text).metric, signs, "{text}");
    }
}
