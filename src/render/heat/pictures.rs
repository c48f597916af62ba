//! Maps as they look.

use chrono::NaiveDate;
use proptest::prelude::*;

use super::heat;
use crate::render::sample::at;
use crate::render::width::width;
use crate::render::{Look, escape};
use crate::view::{Heat, HeatRow, Role, Span};

/// A quarter of a few owners: one who checks in on Fridays, one in bursts, one who stopped, one never.
fn quarter() -> Heat {
    let row = |label: &str, count: fn(usize) -> usize| HeatRow {
        label: Span::plain(label),
        counts: (0..92).map(count).collect(),
    };
    let rows = vec![
        row("ana", |day| usize::from(day % 7 == 1) + usize::from(day % 28 == 1)),
        row("陈让每个客户都愿意续约", |day| {
            if day % 30 == 17 { 4 } else { usize::from(day % 5 == 2) * (day % 3) }
        }),
        row("engineering\u{202e}", |day| usize::from(day < 30 && day % 7 == 4)),
        row("bo", |_| 0),
    ];
    Heat { title: "Check-ins".into(), first: NaiveDate::from_ymd_opt(2026, 10, 1).unwrap(), rows }
}

#[test]
fn days_by_weeks_at_140_columns() {
    insta::assert_snapshot!(heat(&quarter(), &at(140)), @r"
    Check-ins
                            Oct 1        12      19      26      Nov 2   9       16      23      30      Dec 7   14      21      28    TOTAL
    ana                     ·▒·· ····░·· ····░·· ····░·· ····▒·· ····░·· ····░·· ····░·· ····▒·· ····░·· ····░·· ····░·· ····▒·· ····     17
    陈让每个客户都愿意续约  ··▒· ···░··· ······█ ····░·· ······· ▒····░· ······· ·█····░ ······· ··▒···· ░······ ···█··· ·░····· ····     24
    engineering\u{202e}     ···· ░······ ░······ ░······ ░······ ······· ······· ······· ······· ······· ······· ······· ······· ····      4
    bo                      ···· ······· ······· ······· ······· ······· ······· ······· ······· ······· ······· ······· ······· ····      0
    ░ 1   ▒ 2   ▓ 3   █ 4   check-ins a day
    ");
}

#[test]
fn days_without_gaps_at_130_columns() {
    insta::assert_snapshot!(heat(&quarter(), &at(130)), @r"
    Check-ins
                            Oct 1      12     19     26     Nov 2  9      16     23     30     Dec 7  14     21     28    TOTAL
    ana                     ·▒······░······░······░······▒······░······░······░······▒······░······░······░······▒······     17
    陈让每个客户都愿意续约  ··▒····░·········█····░·········▒····░·········█····░·········▒····░·········█····░·········     24
    engineering\u{202e}     ····░······░······░······░··································································      4
    bo                      ····························································································      0
    ░ 1   ▒ 2   ▓ 3   █ 4   check-ins a day
    ");
}

#[test]
fn weeks_at_80_columns() {
    insta::assert_snapshot!(heat(&quarter(), &at(80)), @r"
    Check-ins
                            Oct       Nov       Dec      TOTAL
    ana                     2 1 1 1 2 1 1 1 2 1 1 1 2 ·     17
    陈让每个客户都愿意续约  2 1 4 1 · 3 · 5 · 2 1 4 1 ·     24
    engineering\u{202e}     · 1 1 1 1 · · · · · · · · ·      4
    bo                      · · · · · · · · · · · · · ·      0
    check-ins a week
    ");
}

#[test]
fn weeks_at_40_columns() {
    insta::assert_snapshot!(heat(&quarter(), &at(40)), @r"
    Check-ins
                       Oct  Nov  Dec   TOTAL
    ana                2111211121112·     17
    陈让每个客户都愿…  2141·3·5·2141·     24
    engineering\u{20…  ·1111·········      4
    bo                 ··············      0
    check-ins a week
    ");
}

#[test]
fn the_last_weeks_at_30_columns() {
    insta::assert_snapshot!(heat(&quarter(), &at(30)), @"
    Check-ins
                Oct Nov Dec  TOTAL
    ana         1211121112·     17
    陈让每个…   1·3·5·2141·     24
    engineeri…  11·········      4
    bo          ···········      0
    check-ins a week
    earlier weeks only in the
    total
    ");
}

#[test]
fn days_in_ascii() {
    insta::assert_snapshot!(heat(&quarter(), &Look { ascii: true, ..at(140) }), @r"
    Check-ins
                            Oct 1        12      19      26      Nov 2   9       16      23      30      Dec 7   14      21      28    TOTAL
    ana                     .2.. ....1.. ....1.. ....1.. ....2.. ....1.. ....1.. ....1.. ....2.. ....1.. ....1.. ....1.. ....2.. ....     17
    陈让每个客户都愿意续约  ..2. ...1... ......4 ....1.. ....... 2....1. ....... .4....1 ....... ..2.... 1...... ...4... .1..... ....     24
    engineering\u{202e}     .... 1...... 1...... 1...... 1...... ....... ....... ....... ....... ....... ....... ....... ....... ....      4
    bo                      .... ....... ....... ....... ....... ....... ....... ....... ....... ....... ....... ....... ....... ....      0
    check-ins a day
    ");
}

#[test]
fn a_month_of_many_check_ins() {
    let row = |label: &str, factor: usize| HeatRow {
        label: Span::new(label, Role::Strong),
        counts: (0..31).map(|day| day * factor / 3).collect(),
    };
    let map = Heat {
        title: "October".into(),
        first: NaiveDate::from_ymd_opt(2026, 10, 5).unwrap(),
        rows: vec![row("acme", 1), row("eng", 2)],
    };
    insta::assert_snapshot!(heat(&map, &at(80)), @"
    October
          Oct 5   12      19      26           TOTAL
    acme  ···░░░░ ░░░░░░░ ░░░░▒▒▒ ▒▒▒▒▒▒▒ ▒▒▒    145
    eng   ··░░░░░ ░░▒▒▒▒▒ ▒▒▒▓▓▓▓ ▓▓▓████ ███    300
    ░ 1–5   ▒ 6–10   ▓ 11–15   █ 16–20   check-ins a day
    ");
    insta::assert_snapshot!(heat(&map, &at(40)), @"
    October
          Oct        TOTAL
    acme  ░ ░ ▒ ▒ ░    145
    eng   ░ ▒ ▓ █ ▓    300
    ░ 1–28   ▒ 29–56   ▓ 57–84   █ 85–112
    check-ins a week
    ");
    insta::assert_snapshot!(heat(&map, &Look { colour: true, ..at(40) }).replace('\u{1b}', "␛"), @"
    ␛[1mOctober␛[0m
          ␛[2mOct      ␛[0m  ␛[2mTOTAL␛[0m
    ␛[1macme␛[0m  ␛[32m░␛[0m ␛[32m░␛[0m ␛[32m▒␛[0m ␛[32m▒␛[0m ␛[32m░␛[0m    145
    ␛[1meng␛[0m   ␛[32m░␛[0m ␛[32m▒␛[0m ␛[32m▓␛[0m ␛[32m█␛[0m ␛[32m▓␛[0m    300
    ␛[2m░ 1–28   ▒ 29–56   ▓ 57–84   █ 85–112␛[0m
    ␛[2mcheck-ins a week␛[0m
    ");
    insta::assert_snapshot!(heat(&map, &Look { ascii: true, ..at(40) }), @"
    October
          Oct        TOTAL
    acme  5 + + + +    145
    eng   + + + + +    300
    check-ins a week   + is 10 or more
    ");
    assert_eq!(heat(&map, &at(29)), "");
    assert_eq!(heat(&Heat { rows: vec![], ..map }, &at(80)), "");
}

fn maps() -> impl Strategy<Value = Heat> {
    let count = prop_oneof![4 => Just(0), 4 => 1..12usize, 1 => any::<usize>()];
    let days = prop_oneof![0..100usize, 0..2000usize];
    let label = prop_oneof!["[ -~]{0,30}", ".{0,20}", Just("让每个客户\u{202e}都愿意续约".to_string())];
    let row = (label, days)
        .prop_flat_map(move |(label, days)| (Just(label), prop::collection::vec(count.clone(), days)))
        .prop_map(|(label, counts)| HeatRow { label: Span::reference(label), counts });
    (".{0,30}", 0..99999i32, prop::collection::vec(row, 0..4)).prop_map(|(title, first, rows)| Heat {
        title,
        first: NaiveDate::from_num_days_from_ce_opt(700_000 + first).unwrap(),
        rows,
    })
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn no_line_is_wider_than_the_terminal(map in maps(), columns in 1..150usize, ascii: bool) {
        let plain = Look { width: columns, colour: false, ascii };
        let picture = heat(&map, &plain);
        for line in picture.lines() {
            prop_assert!(width(line) <= columns, "{columns}: {line:?}");
            prop_assert_eq!(line, line.trim_end());
        }
        prop_assert!(!escape::hides(&picture));
        let coloured = heat(&map, &Look { colour: true, ..plain });
        prop_assert_eq!(coloured.lines().count(), picture.lines().count());
    }
}
